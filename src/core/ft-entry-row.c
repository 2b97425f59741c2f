#define G_LOG_DOMAIN "ft-core"

#include "core/ft-entry-row.h"

FtEntryRow *
ft_entry_row_new (FtLeadData *lead, FtPromiseData *promise, FtContactData *contact)
{
  FtEntryRow *row;

  g_return_val_if_fail (lead != NULL, NULL);
  g_return_val_if_fail (promise == NULL || contact == NULL, NULL);

  row = g_atomic_rc_box_new0 (FtEntryRow);
  row->lead = ft_lead_data_ref (lead);
  row->promise = promise ? ft_promise_data_ref (promise) : NULL;
  row->contact = contact ? ft_contact_data_ref (contact) : NULL;
  return row;
}

FtEntryRow *
ft_entry_row_ref (FtEntryRow *row)
{
  return g_atomic_rc_box_acquire (row);
}

static void
clear_row (gpointer data)
{
  FtEntryRow *row = data;
  ft_lead_data_unref (row->lead);
  g_clear_pointer (&row->promise, ft_promise_data_unref);
  g_clear_pointer (&row->contact, ft_contact_data_unref);
}

void
ft_entry_row_unref (FtEntryRow *row)
{
  g_atomic_rc_box_release_full (row, clear_row);
}

static gboolean
same_promise (const FtPromiseData *a, const FtPromiseData *b)
{
  return a == b || (a && b && a->id == b->id && ft_promise_data_equal (a, b));
}

static gboolean
same_contact (const FtContactData *a, const FtContactData *b)
{
  return a == b || (a && b && a->id == b->id && ft_contact_data_equal (a, b));
}

gboolean
ft_entry_row_equal (const FtEntryRow *a, const FtEntryRow *b)
{
  return a->lead->id == b->lead->id && a->lead->state == b->lead->state
         && g_str_equal (a->lead->name, b->lead->name)
         && g_str_equal (a->lead->company, b->lead->company)
         && same_promise (a->promise, b->promise) && same_contact (a->contact, b->contact)
         && a->bought == b->bought;
}
