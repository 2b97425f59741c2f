#define G_LOG_DOMAIN "ft-core"

#include "core/ft-edit.h"

struct _FtEdit
{
  char *label;
  gint64 last_new_id;
  GPtrArray *leads;
  GPtrArray *promises;
  GPtrArray *contacts;
  GPtrArray *pieces;
  GPtrArray *days_off;
  GPtrArray *sales;
  GArray *removed_leads;
  GArray *removed_promises;
  GArray *removed_contacts;
  GArray *removed_days_off;
  GArray *removed_sales;
};

FtEdit *
ft_edit_new (const char *label)
{
  FtEdit *self = g_atomic_rc_box_new0 (FtEdit);
  self->label = g_strdup (label);
  self->leads = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_lead_data_unref);
  self->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  self->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_contact_data_unref);
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_piece_data_unref);
  self->days_off = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_day_off_data_unref);
  self->sales = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_sale_data_unref);
  self->removed_leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->removed_promises = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->removed_contacts = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->removed_days_off = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->removed_sales = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

FtEdit *
ft_edit_ref (FtEdit *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_edit (gpointer data)
{
  FtEdit *self = data;
  g_free (self->label);
  g_ptr_array_unref (self->leads);
  g_ptr_array_unref (self->promises);
  g_ptr_array_unref (self->contacts);
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->days_off);
  g_ptr_array_unref (self->sales);
  g_array_unref (self->removed_leads);
  g_array_unref (self->removed_promises);
  g_array_unref (self->removed_contacts);
  g_array_unref (self->removed_days_off);
  g_array_unref (self->removed_sales);
}

void
ft_edit_unref (FtEdit *self)
{
  g_atomic_rc_box_release_full (self, clear_edit);
}

gint64
ft_edit_new_id (FtEdit *self)
{
  return --self->last_new_id;
}

void
ft_edit_put_lead (FtEdit *self, FtLeadData *lead)
{
  g_return_if_fail (lead->id != 0 && !lead->partial);
  g_ptr_array_add (self->leads, ft_lead_data_ref (lead));
}

void
ft_edit_put_promise (FtEdit *self, FtPromiseData *promise)
{
  g_return_if_fail (promise->id != 0 && promise->lead_id != 0);
  g_ptr_array_add (self->promises, ft_promise_data_ref (promise));
}

void
ft_edit_put_contact (FtEdit *self, FtContactData *contact)
{
  g_return_if_fail (contact->id != 0 && contact->lead_id != 0);
  g_ptr_array_add (self->contacts, ft_contact_data_ref (contact));
}

void
ft_edit_put_piece (FtEdit *self, FtPieceData *piece)
{
  g_return_if_fail (piece->id != 0);
  g_ptr_array_add (self->pieces, ft_piece_data_ref (piece));
}

void
ft_edit_put_day_off (FtEdit *self, FtDayOffData *day_off)
{
  g_return_if_fail (day_off->id != 0);
  g_ptr_array_add (self->days_off, ft_day_off_data_ref (day_off));
}

void
ft_edit_put_sale (FtEdit *self, FtSaleData *sale)
{
  g_return_if_fail (sale->id != 0 && sale->lead_id != 0);
  g_ptr_array_add (self->sales, ft_sale_data_ref (sale));
}

void
ft_edit_remove_lead (FtEdit *self, gint64 id)
{
  g_return_if_fail (id > 0);
  g_array_append_val (self->removed_leads, id);
}

void
ft_edit_remove_promise (FtEdit *self, gint64 id)
{
  g_return_if_fail (id > 0);
  g_array_append_val (self->removed_promises, id);
}

void
ft_edit_remove_contact (FtEdit *self, gint64 id)
{
  g_return_if_fail (id > 0);
  g_array_append_val (self->removed_contacts, id);
}

void
ft_edit_remove_day_off (FtEdit *self, gint64 id)
{
  g_return_if_fail (id > 0);
  g_array_append_val (self->removed_days_off, id);
}

void
ft_edit_remove_sale (FtEdit *self, gint64 id)
{
  g_return_if_fail (id > 0);
  g_array_append_val (self->removed_sales, id);
}

const char *
ft_edit_get_label (FtEdit *self)
{
  return self->label;
}

GPtrArray *
ft_edit_get_leads (FtEdit *self)
{
  return self->leads;
}

GPtrArray *
ft_edit_get_promises (FtEdit *self)
{
  return self->promises;
}

GPtrArray *
ft_edit_get_contacts (FtEdit *self)
{
  return self->contacts;
}

GPtrArray *
ft_edit_get_pieces (FtEdit *self)
{
  return self->pieces;
}

GPtrArray *
ft_edit_get_days_off (FtEdit *self)
{
  return self->days_off;
}

GPtrArray *
ft_edit_get_sales (FtEdit *self)
{
  return self->sales;
}

GArray *
ft_edit_get_removed_leads (FtEdit *self)
{
  return self->removed_leads;
}

GArray *
ft_edit_get_removed_promises (FtEdit *self)
{
  return self->removed_promises;
}

GArray *
ft_edit_get_removed_contacts (FtEdit *self)
{
  return self->removed_contacts;
}

GArray *
ft_edit_get_removed_days_off (FtEdit *self)
{
  return self->removed_days_off;
}

GArray *
ft_edit_get_removed_sales (FtEdit *self)
{
  return self->removed_sales;
}

gboolean
ft_edit_is_empty (FtEdit *self)
{
  return self->leads->len + self->promises->len + self->contacts->len + self->pieces->len
             + self->days_off->len + self->sales->len + self->removed_leads->len
             + self->removed_promises->len + self->removed_contacts->len
             + self->removed_days_off->len + self->removed_sales->len
         == 0;
}
