#define G_LOG_DOMAIN "ft-core"

#include "core/ft-import-row.h"

void
ft_import_row_clear (FtImportRow *row)
{
  g_clear_pointer (&row->file, g_free);
  row->line = 0;
  g_clear_pointer (&row->lead, ft_lead_data_unref);
  g_clear_pointer (&row->promises, g_ptr_array_unref);
  g_clear_pointer (&row->contacts, g_ptr_array_unref);
  g_clear_pointer (&row->sales, g_ptr_array_unref);
  g_clear_pointer (&row->pieces, g_ptr_array_unref);
  g_clear_pointer (&row->days_off, g_ptr_array_unref);
  g_clear_pointer (&row->settings, g_hash_table_unref);
  g_clear_pointer (&row->attachment, g_bytes_unref);
  row->whole = FALSE;
  g_clear_pointer (&row->reason, g_free);
}
