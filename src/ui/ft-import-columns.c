#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-import-columns.h"

#include <glib/gi18n-lib.h>

/* Characters of a value: enough to know what it is. */
#define SAMPLE_LENGTH 32

struct _FtImportColumns
{
  AdwPreferencesGroup parent_instance;
  GtkStringList *fields; /* owned: the labels of all fields, in their order */
  GPtrArray *rows;       /* AdwComboRow or NULL for each column; borrowed */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtImportColumns, ft_import_columns, ADW_TYPE_PREFERENCES_GROUP)

static void
selected_cb (FtImportColumns *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint column;

  if (g_ptr_array_find (self->rows, row, &column))
    g_signal_emit (self, signals[CHANGED], 0, column, adw_combo_row_get_selected (row));
}

static void
select_quietly (FtImportColumns *self, AdwComboRow *row, FtField field)
{
  g_signal_handlers_block_by_func (row, selected_cb, self);
  adw_combo_row_set_selected (row, field);
  g_signal_handlers_unblock_by_func (row, selected_cb, self);
}

static char *
dup_title (const FtCsvMapping *mapping, guint i)
{
  const FtCsvColumn *column = g_ptr_array_index (mapping->columns, i);

  if (mapping->has_header && *column->header != '\0')
    return g_strdup (column->header);
  return g_strdup_printf (_ ("Column %u"), i + 1);
}

static void
append_sample (GString *text, const char *value)
{
  glong length = g_utf8_strlen (value, -1);
  g_autofree char *start = g_utf8_substring (value, 0, MIN (length, SAMPLE_LENGTH));

  g_strdelimit (start, "\r\n\t", ' ');
  g_string_append_printf (text, "%s%s%s", text->len > 0 ? " · " : "", start,
                          length > SAMPLE_LENGTH ? "…" : "");
}

/* The beginnings of the first values; the first row is one of them if it names no columns. */
static char *
dup_samples (const FtCsvMapping *mapping, const FtCsvColumn *column)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!mapping->has_header && g_strcmp0 (column->header, column->samples[0]) != 0)
    append_sample (text, column->header);
  for (guint i = 0; i < FT_CSV_N_SAMPLES && column->samples[i] != NULL; i++)
    append_sample (text, column->samples[i]);
  return g_strdup (text->str);
}

static void
update_row (FtImportColumns *self, AdwComboRow *row, const FtCsvMapping *mapping, guint i)
{
  const FtCsvColumn *column = g_ptr_array_index (mapping->columns, i);
  g_autofree char *title = dup_title (mapping, i);
  g_autofree char *samples = dup_samples (mapping, column);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), samples);
  select_quietly (self, row, column->field);
}

static AdwComboRow *
add_row (FtImportColumns *self)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (self->fields));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return ADW_COMBO_ROW (row);
}

static gboolean
is_worth_showing (const FtCsvMapping *mapping, guint i)
{
  const FtCsvColumn *column = g_ptr_array_index (mapping->columns, i);

  return column->samples[0] != NULL || (!mapping->has_header && *column->header != '\0');
}

static void
remove_rows (FtImportColumns *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->rows, i) != NULL)
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                    g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static gboolean
has_rows_for (FtImportColumns *self, const FtCsvMapping *mapping)
{
  if (self->rows->len != mapping->columns->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if ((g_ptr_array_index (self->rows, i) != NULL) != is_worth_showing (mapping, i))
      return FALSE;
  return TRUE;
}

static void
show_left_out (FtImportColumns *self)
{
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += g_ptr_array_index (self->rows, i) == NULL;
  if (n > 0)
    text = g_strdup_printf (
        ngettext ("%u empty column is left out.", "%u empty columns are left out.", n), n);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
}

static void
ft_import_columns_finalize (GObject *object)
{
  FtImportColumns *self = FT_IMPORT_COLUMNS (object);

  g_ptr_array_unref (self->rows);
  g_object_unref (self->fields);
  G_OBJECT_CLASS (ft_import_columns_parent_class)->finalize (object);
}

static void
ft_import_columns_class_init (FtImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ft_import_columns_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
ft_import_columns_init (FtImportColumns *self)
{
  self->fields = gtk_string_list_new (NULL);
  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < FT_N_FIELDS; i++)
    gtk_string_list_append (self->fields, ft_field_get_label (i));
}

/**
 * ft_import_columns_show:
 * @self: the columns
 * @mapping: what they hold
 *
 * Shows @mapping, and keeps nothing of it.
 */
void
ft_import_columns_show (FtImportColumns *self, const FtCsvMapping *mapping)
{
  g_return_if_fail (FT_IS_IMPORT_COLUMNS (self));
  g_return_if_fail (mapping != NULL);

  if (!has_rows_for (self, mapping))
    {
      remove_rows (self);
      for (guint i = 0; i < mapping->columns->len; i++)
        g_ptr_array_add (self->rows, is_worth_showing (mapping, i) ? add_row (self) : NULL);
    }
  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->rows, i) != NULL)
      update_row (self, g_ptr_array_index (self->rows, i), mapping, i);
  show_left_out (self);
}
