#define G_LOG_DOMAIN "ft-core"

#include "core/ft-records.h"

static void
set_default (char **field)
{
  *field = g_strdup (*field ? *field : "");
}

/* What is copied as a pointer becomes the copy's own. */
static void
own_strings (FtSaleData *sale)
{
  set_default (&sale->uid);
  set_default (&sale->what);
  set_default (&sale->currency);
  set_default (&sale->benefit.text);
  set_default (&sale->checklist);
  set_default (&sale->referral_words);
}

FtSaleData *
ft_sale_data_new (gint64 lead_id, gint64 sold_at, const char *what)
{
  FtSaleData *sale = g_atomic_rc_box_new0 (FtSaleData);
  sale->lead_id = lead_id;
  sale->sold_at = sold_at;
  sale->what = (char *) what;
  own_strings (sale);
  return sale;
}

FtSaleData *
ft_sale_data_copy (const FtSaleData *sale)
{
  FtSaleData *copy = g_atomic_rc_box_dup (sizeof *sale, (gpointer) sale);
  own_strings (copy);
  return copy;
}

FtSaleData *
ft_sale_data_ref (FtSaleData *sale)
{
  return g_atomic_rc_box_acquire (sale);
}

static void
clear_sale (gpointer data)
{
  FtSaleData *sale = data;
  g_free (sale->uid);
  g_free (sale->what);
  g_free (sale->currency);
  g_free (sale->benefit.text);
  g_free (sale->checklist);
  g_free (sale->referral_words);
}

void
ft_sale_data_unref (FtSaleData *sale)
{
  g_atomic_rc_box_release_full (sale, clear_sale);
}

gboolean
ft_sale_data_equal (const FtSaleData *a, const FtSaleData *b)
{
  return a->lead_id == b->lead_id && g_str_equal (a->uid, b->uid) && g_str_equal (a->what, b->what)
         && a->value == b->value && g_str_equal (a->currency, b->currency)
         && a->benefit.head == b->benefit.head && g_str_equal (a->benefit.text, b->benefit.text)
         && g_str_equal (a->checklist, b->checklist) && a->sold_at == b->sold_at
         && a->delivery_day == b->delivery_day && a->delivered_at == b->delivered_at
         && a->referral == b->referral && g_str_equal (a->referral_words, b->referral_words);
}

FtSaleRow *
ft_sale_row_new (FtSaleData *sale, FtLeadData *lead)
{
  FtSaleRow *row = g_atomic_rc_box_new0 (FtSaleRow);
  row->sale = ft_sale_data_ref (sale);
  row->lead = ft_lead_data_ref (lead);
  row->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  return row;
}

FtSaleRow *
ft_sale_row_ref (FtSaleRow *row)
{
  return g_atomic_rc_box_acquire (row);
}

static void
clear_row (gpointer data)
{
  FtSaleRow *row = data;
  ft_sale_data_unref (row->sale);
  ft_lead_data_unref (row->lead);
  g_ptr_array_unref (row->promises);
}

void
ft_sale_row_unref (FtSaleRow *row)
{
  g_atomic_rc_box_release_full (row, clear_row);
}
