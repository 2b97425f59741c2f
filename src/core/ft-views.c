#define G_LOG_DOMAIN "ft-core"

#include "core/ft-records.h"

static FtPromiseData *
maybe_ref (FtPromiseData *promise)
{
  return promise ? ft_promise_data_ref (promise) : NULL;
}

FtLeadRow *
ft_lead_row_new (FtLeadData *lead, FtPromiseData *due, FtPromiseData *oldest)
{
  FtLeadRow *row = g_atomic_rc_box_new0 (FtLeadRow);
  row->lead = ft_lead_data_ref (lead);
  row->due = maybe_ref (due);
  row->oldest = maybe_ref (oldest);
  return row;
}

FtLeadRow *
ft_lead_row_ref (FtLeadRow *row)
{
  return g_atomic_rc_box_acquire (row);
}

static void
clear_lead_row (gpointer data)
{
  FtLeadRow *row = data;
  g_clear_pointer (&row->lead, ft_lead_data_unref);
  g_clear_pointer (&row->due, ft_promise_data_unref);
  g_clear_pointer (&row->oldest, ft_promise_data_unref);
}

void
ft_lead_row_unref (FtLeadRow *row)
{
  g_atomic_rc_box_release_full (row, clear_lead_row);
}

FtPromiseData *
ft_lead_row_next (const FtLeadRow *row, gint64 now)
{
  return row->oldest && ft_promise_data_is_late (row->oldest, now) ? row->oldest : row->due;
}

FtLeadCard *
ft_lead_card_new (FtLeadData *lead)
{
  FtLeadCard *card = g_atomic_rc_box_new0 (FtLeadCard);
  card->lead = ft_lead_data_ref (lead);
  card->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  card->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_contact_data_unref);
  card->sales = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_sale_data_unref);
  return card;
}

FtLeadCard *
ft_lead_card_ref (FtLeadCard *card)
{
  return g_atomic_rc_box_acquire (card);
}

static void
clear_lead_card (gpointer data)
{
  FtLeadCard *card = data;
  g_clear_pointer (&card->lead, ft_lead_data_unref);
  g_clear_pointer (&card->promises, g_ptr_array_unref);
  g_clear_pointer (&card->contacts, g_ptr_array_unref);
  g_clear_pointer (&card->sales, g_ptr_array_unref);
}

void
ft_lead_card_unref (FtLeadCard *card)
{
  g_atomic_rc_box_release_full (card, clear_lead_card);
}

FtPromiseData *
ft_lead_card_next (const FtLeadCard *card, gint64 now)
{
  FtPromiseData *due = NULL;
  FtPromiseData *oldest = NULL;
  for (guint i = 0; i < card->promises->len; i++)
    {
      FtPromiseData *promise = card->promises->pdata[i];
      if (promise->state != FT_PROMISE_OPEN || !ft_promise_data_is_contact (promise))
        continue;
      if (!due || promise->target_at < due->target_at)
        due = promise;
      if (!oldest || promise->promised_at < oldest->promised_at)
        oldest = promise;
    }
  return oldest && ft_promise_data_is_late (oldest, now) ? oldest : due;
}

FtPromiseRow *
ft_promise_row_new (FtPromiseData *promise, FtLeadData *lead)
{
  FtPromiseRow *row = g_atomic_rc_box_new0 (FtPromiseRow);
  row->promise = ft_promise_data_ref (promise);
  row->lead = ft_lead_data_ref (lead);
  return row;
}

FtPromiseRow *
ft_promise_row_ref (FtPromiseRow *row)
{
  return g_atomic_rc_box_acquire (row);
}

static void
clear_promise_row (gpointer data)
{
  FtPromiseRow *row = data;
  g_clear_pointer (&row->promise, ft_promise_data_unref);
  g_clear_pointer (&row->lead, ft_lead_data_unref);
}

void
ft_promise_row_unref (FtPromiseRow *row)
{
  g_atomic_rc_box_release_full (row, clear_promise_row);
}
