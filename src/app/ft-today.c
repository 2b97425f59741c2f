#define G_LOG_DOMAIN "ft-app"

#include "app/ft-today.h"

#include "core/ft-sale.h"

void
ft_today_free (FtToday *today)
{
  g_clear_pointer (&today->promises, g_ptr_array_unref);
  g_clear_pointer (&today->without, g_ptr_array_unref);
  g_clear_error (&today->failure);
  g_clear_pointer (&today->cards, g_hash_table_unref);
  g_clear_pointer (&today->pieces, g_ptr_array_unref);
  g_free (today);
}

gboolean
ft_today_is_card (const FtPromiseData *promise)
{
  return promise->kind == FT_PROMISE_CARD;
}

gboolean
ft_today_is_delivery (const FtPromiseData *promise)
{
  return promise->kind == FT_PROMISE_DELIVERY
         || (promise->kind == FT_PROMISE_FOLLOW_THROUGH && promise->sale_id != 0);
}

const FtSaleData *
ft_today_find_sale (const FtToday *today, const FtPromiseRow *row)
{
  const FtLeadCard *card = g_hash_table_lookup (today->cards, &row->lead->id);

  return card != NULL ? ft_sale_find (card, row->promise->sale_id) : NULL;
}
