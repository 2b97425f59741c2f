#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-import-dialog.h"

#include "ui/ft-accessible.h"
#include "ui/ft-import-columns.h"
#include "ui/ft-import-plan.h"
#include "ui/ft-import-rows.h"

#include <glib/gi18n-lib.h>

/* More rejected rows than anybody reads in a window are counted only. */
#define N_REJECTS 200

static const char delimiters[] = { ',', ';', '\t', '|' };

struct _FtImportDialog
{
  AdwWindow parent_instance;
  FtStore *store;           /* owned */
  GFile *file;              /* owned */
  char *name;               /* of the file, for the user */
  char *label;              /* of the step of undo */
  FtImportPlan *plan;       /* owned; NULL until the file is read */
  FtImportScan *scan;       /* owned; the last one done, by @plan unless one is under way */
  GCancellable *scanning;   /* owned; the scan under way, else NULL */
  GCancellable *importing;  /* owned; the import under way, else NULL */
  GtkWidget *after_problem; /* borrowed: the page to go back to, or NULL */
  gboolean offered;         /* how many first promises, which is the user's to change then */
  gboolean filling;         /* the choosers are being set, not used */
  gboolean changed;         /* the import did something that can be undone */
  gboolean closing;         /* close when the import has been cancelled */

  /* Template children. */
  GtkStack *stack;
  GtkWidget *reading;
  GtkWidget *preview;
  GtkWidget *running;
  GtkWidget *summary;
  AdwStatusPage *problem;
  GtkWidget *back;
  GtkWidget *import;
  GtkWidget *undo;
  AdwPreferencesGroup *format;
  AdwComboRow *encoding;
  AdwComboRow *delimiter;
  GtkSwitch *header;
  FtImportColumns *columns;
  AdwPreferencesGroup *rows;
  AdwActionRow *a_day_row;
  GtkSpinButton *a_day;
  GtkWidget *hint;
  GtkLabel *hint_text;
  GtkProgressBar *progress;
  AdwPreferencesGroup *counts;
  AdwPreferencesGroup *rejects;
  GPtrArray *row_widgets; /* borrowed: what stands in @rows */
};

G_DEFINE_FINAL_TYPE (FtImportDialog, ft_import_dialog, ADW_TYPE_WINDOW)

/* --- Pages --- */

static void
show_page (FtImportDialog *self, GtkWidget *page)
{
  gtk_stack_set_visible_child (self->stack, page);
  gtk_widget_set_visible (self->import, page == self->preview);
  gtk_widget_set_visible (self->undo, page == self->summary);
  if (page == self->preview)
    gtk_window_set_default_widget (GTK_WINDOW (self), self->import);
}

/* @back: the page on which it can be put right, or %NULL. */
static void
show_problem (FtImportDialog *self, const char *title, const char *message, GtkWidget *back)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  self->after_problem = back;
  gtk_widget_set_visible (self->back, back != NULL);
  adw_status_page_set_title (self->problem, title);
  adw_status_page_set_description (self->problem, escaped);
  show_page (self, GTK_WIDGET (self->problem));
}

/* --- The preview --- */

static void
update_format (FtImportDialog *self)
{
  FtCsvMapping *mapping = ft_import_source_get_mapping (self->scan->source);
  char delimiter = ft_import_source_get_delimiter (self->scan->source);

  self->filling = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->format), mapping != NULL);
  if (mapping != NULL)
    {
      adw_combo_row_set_selected (self->encoding,
                                  ft_import_source_get_encoding (self->scan->source) - 1);
      for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
        if (delimiters[i] == delimiter)
          adw_combo_row_set_selected (self->delimiter, i);
      gtk_switch_set_active (self->header, mapping->has_header);
    }
  self->filling = FALSE;
}

static void
update_rows (FtImportDialog *self)
{
  for (guint i = 0; i < self->row_widgets->len; i++)
    adw_preferences_group_remove (self->rows, g_ptr_array_index (self->row_widgets, i));
  g_ptr_array_set_size (self->row_widgets, 0);
  for (guint i = 0; i < self->scan->previews->len; i++)
    {
      GtkWidget *row = ft_import_preview_row_new (g_ptr_array_index (self->scan->previews, i),
                                                  self->plan->now);

      g_ptr_array_add (self->row_widgets, row);
      adw_preferences_group_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rows), self->row_widgets->len > 0);
}

/* Everybody is followed up (B1). What this program wrote itself comes back as it was. */
static void
offer_first_promises (FtImportDialog *self, FtImportKind kind)
{
  FtSettings *settings = ft_store_get_settings (self->store);
  int least, most;

  ft_settings_get_range ("first-promises-a-day", &least, &most);
  gtk_spin_button_set_range (self->a_day, FT_IMPORT_NO_PROMISES, most);
  gtk_spin_button_set_value (self->a_day, kind == FT_IMPORT_KIND_JSON
                                              ? FT_IMPORT_NO_PROMISES
                                              : settings->first_promises_a_day);
}

static guint
count_leads (FtImportDialog *self)
{
  return self->scan != NULL ? self->scan->n_rows - self->scan->n_rejected : 0;
}

/* How long the last one waits (B1): that is what the number is chosen by. */
static void
update_pace (FtImportDialog *self)
{
  guint n = count_leads (self);
  guint a_day = gtk_spin_button_get_value_as_int (self->a_day);
  g_autoptr (GString) text
      = g_string_new (_ ("To those who have none, where there is room; 0 for nobody"));

  if (n > 0 && a_day > 0)
    {
      guint days = (n + a_day - 1) / a_day;

      g_string_append_c (text, '\n');
      /* Translators: all the leads of the file get their first call in that time. */
      g_string_append_printf (text,
                              ngettext ("All of them within %'u working day",
                                        "All of them within %'u working days", days),
                              days);
    }
  adw_action_row_set_subtitle (self->a_day_row, text->str);
}

static void
update_import (FtImportDialog *self)
{
  guint n = count_leads (self);
  g_autofree char *label
      = n > 0 ? g_strdup_printf (ngettext ("_Import %'u Lead", "_Import %'u Leads", n), n)
              : g_strdup (_ ("_Import"));

  gtk_button_set_label (GTK_BUTTON (self->import), label);
  ft_accessible_name_buttons (GTK_WIDGET (self->import));
  gtk_widget_set_sensitive (self->import, n > 0);
}

static void
update_hint (FtImportDialog *self)
{
  FtCsvMapping *mapping = ft_import_source_get_mapping (self->scan->source);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (mapping != NULL && !ft_csv_mapping_check (mapping, &error))
    message = g_strdup (error->message);
  else if (self->scan->n_rows == 0)
    message = g_strdup (_ ("There is no lead in this file."));
  else if (self->scan->n_rejected > 0)
    message = g_strdup_printf (
        ngettext ("%'u row cannot be imported; the reason is shown afterwards.",
                  "%'u rows cannot be imported; the reasons are shown afterwards.",
                  self->scan->n_rejected),
        self->scan->n_rejected);
  gtk_widget_set_visible (self->hint, message != NULL);
  gtk_label_set_text (self->hint_text, message != NULL ? message : "");
}

static void
show_scan (FtImportDialog *self)
{
  FtCsvMapping *mapping = ft_import_source_get_mapping (self->scan->source);

  update_format (self);
  update_rows (self);
  update_import (self);
  update_pace (self);
  update_hint (self);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), mapping != NULL);
  if (mapping != NULL)
    ft_import_columns_show (self->columns, mapping);
  /* why nothing was imported stays to be read */
  if (self->after_problem == NULL)
    show_page (self, self->preview);
}

static void
scanned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportScan) scan = ft_import_scan_finish (result, &error);

  /* Another scan has taken its place, or the window is gone. */
  if (g_task_get_cancellable (G_TASK (result)) != self->scanning)
    return;
  g_clear_object (&self->scanning);
  if (scan == NULL)
    {
      show_problem (self, _ ("Not a File of Leads"), error->message,
                    self->scan != NULL ? self->preview : NULL);
      return;
    }
  if (!self->offered)
    offer_first_promises (self, ft_import_source_get_kind (scan->source));
  self->offered = TRUE;
  g_clear_pointer (&self->scan, ft_import_scan_free);
  self->scan = g_steal_pointer (&scan);
  show_scan (self);
}

static void
stop_scanning (FtImportDialog *self)
{
  if (self->scanning != NULL)
    g_cancellable_cancel (self->scanning);
  g_clear_object (&self->scanning);
}

/* What is shown stays until the new is there, and can be changed further. */
static void
scan (FtImportDialog *self)
{
  stop_scanning (self);
  gtk_widget_set_sensitive (self->import, FALSE);
  self->scanning = g_cancellable_new ();
  ft_import_scan_async (self->plan, self->scanning, scanned_cb, g_object_ref (self));
}

/* --- What the user changes --- */

static void
format_cb (FtImportDialog *self)
{
  guint delimiter = adw_combo_row_get_selected (self->delimiter);

  if (self->filling || self->scan == NULL)
    return;
  self->plan->encoding = adw_combo_row_get_selected (self->encoding) + 1;
  if (delimiter < G_N_ELEMENTS (delimiters))
    self->plan->delimiter = delimiters[delimiter];
  ft_import_plan_reset_fields (self->plan);
  scan (self);
}

static void
header_cb (FtImportDialog *self)
{
  if (self->filling || self->scan == NULL)
    return;
  ft_import_plan_take_fields (self->plan, ft_import_source_get_mapping (self->scan->source));
  self->plan->has_header = gtk_switch_get_active (self->header);
  scan (self);
}

static void
column_cb (FtImportDialog *self, guint column, guint field)
{
  FtCsvMapping *mapping;

  if (self->scan == NULL)
    return;
  mapping = ft_import_source_get_mapping (self->scan->source);
  ft_csv_mapping_set_field (mapping, column, field);
  ft_import_plan_take_fields (self->plan, mapping);
  ft_import_columns_show (self->columns, mapping);
  scan (self);
}

/* --- Reading --- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportPlan) plan = ft_import_plan_load_finish (result, &error);

  /* The window is gone. */
  if (self->scanning == NULL)
    return;
  g_clear_object (&self->scanning);
  if (plan == NULL)
    {
      show_problem (self, _ ("Could Not Read the File"), error->message, NULL);
      return;
    }
  self->plan = g_steal_pointer (&plan);
  scan (self);
}

/* --- Importing --- */

/* What else was done meanwhile, by a reminder or the command line, is not for this button to undo;
 * nor is an earlier import of the same file. */
static void
update_undo (FtImportDialog *self)
{
  gboolean is_last = g_strcmp0 (ft_store_get_undo_label (self->store), self->label) == 0;

  gtk_widget_set_sensitive (self->undo, self->changed && is_last);
}

static void
show_summary (FtImportDialog *self, const FtImportResult *result)
{
  guint n = result->rejected->len;
  g_autofree char *title
      = g_strdup_printf (ngettext ("%'u Row Was Not Imported", "%'u Rows Were Not Imported", n), n);

  adw_preferences_group_add (self->counts,
                             ft_import_count_row_new (_ ("New leads"), result->created));
  adw_preferences_group_add (
      self->counts, ft_import_count_row_new (_ ("Known leads with something new"), result->merged));
  adw_preferences_group_add (
      self->counts,
      ft_import_count_row_new (_ ("Known leads with nothing new"), result->unchanged));
  if (result->promised > 0)
    adw_preferences_group_add (
        self->counts, ft_import_count_row_new (_ ("First promises given"), result->promised));
  gtk_widget_set_visible (GTK_WIDGET (self->rejects), n > 0);
  adw_preferences_group_set_title (self->rejects, title);
  for (guint i = 0; i < MIN (n, N_REJECTS); i++)
    adw_preferences_group_add (self->rejects,
                               ft_import_reject_row_new (g_ptr_array_index (result->rejected, i)));
  if (n > N_REJECTS)
    {
      g_autofree char *text = g_strdup_printf (_ ("The first %'u of them:"), N_REJECTS);

      adw_preferences_group_set_description (self->rejects, text);
    }
  self->changed = result->created + result->merged > 0;
  update_undo (self);
  show_page (self, self->summary);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportResult) counts = ft_store_import_finish (FT_STORE (source), result, &error);

  g_clear_object (&self->importing);
  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (counts != NULL)
    show_summary (self, counts);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    scan (self);
  else
    {
      show_problem (self, _ ("Nothing Was Imported"), error->message, self->preview);
      scan (self);
    }
}

static void
progress_cb (double fraction, gpointer data)
{
  FtImportDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
import_cb (FtImportDialog *self)
{
  FtImportSource *source;

  if (self->scan == NULL || self->scanning != NULL || self->importing != NULL)
    return;
  source = g_steal_pointer (&self->scan->source);
  g_clear_pointer (&self->scan, ft_import_scan_free);
  self->importing = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  show_page (self, self->running);
  gtk_spin_button_update (self->a_day);
  ft_store_import_async (self->store, self->label, ft_import_source_next, source,
                         (GDestroyNotify) ft_import_source_free, FT_IMPORT_DEFAULT,
                         gtk_spin_button_get_value_as_int (self->a_day), progress_cb, self,
                         self->importing, imported_cb, g_object_ref (self));
}

static void
cancel_cb (FtImportDialog *self)
{
  if (self->importing != NULL)
    g_cancellable_cancel (self->importing);
}

static void
back_cb (FtImportDialog *self)
{
  GtkWidget *page = self->after_problem;

  self->after_problem = NULL;
  if (page != NULL)
    show_page (self, page);
}

/* --- Undo --- */

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) changes = ft_store_undo_finish (FT_STORE (source), result, &error);

  if (self->store == NULL)
    return;
  if (changes != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_problem (self, _ ("Could Not Undo"), error->message, self->summary);
}

static void
undo_cb (FtImportDialog *self)
{
  gtk_widget_set_sensitive (self->undo, FALSE);
  ft_store_undo_async (self->store, NULL, undone_cb, g_object_ref (self));
}

/* --- The window --- */

static gboolean
ft_import_dialog_close_request (GtkWindow *window)
{
  FtImportDialog *self = FT_IMPORT_DIALOG (window);

  if (self->importing == NULL)
    return GTK_WINDOW_CLASS (ft_import_dialog_parent_class)->close_request (window);
  self->closing = TRUE;
  g_cancellable_cancel (self->importing);
  return TRUE;
}

static void
ft_import_dialog_dispose (GObject *object)
{
  FtImportDialog *self = FT_IMPORT_DIALOG (object);

  stop_scanning (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ft_import_dialog_parent_class)->dispose (object);
}

static void
ft_import_dialog_finalize (GObject *object)
{
  FtImportDialog *self = FT_IMPORT_DIALOG (object);

  g_free (self->label);
  g_clear_pointer (&self->plan, ft_import_plan_free);
  g_clear_pointer (&self->scan, ft_import_scan_free);
  g_ptr_array_unref (self->row_widgets);
  G_OBJECT_CLASS (ft_import_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
#define CHILD(field) { #field, G_STRUCT_OFFSET (FtImportDialog, field) }
    CHILD (stack),   CHILD (a_day),     CHILD (a_day_row), CHILD (reading),   CHILD (preview),
    CHILD (running), CHILD (summary),   CHILD (problem),   CHILD (back),      CHILD (import),
    CHILD (undo),    CHILD (format),    CHILD (encoding),  CHILD (delimiter), CHILD (header),
    CHILD (columns), CHILD (rows),      CHILD (hint),      CHILD (progress),  CHILD (counts),
    CHILD (rejects), CHILD (hint_text),
#undef CHILD
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name, FALSE,
                                               children[i].offset);
}

static void
ft_import_dialog_class_init (FtImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_import_dialog_dispose;
  object_class->finalize = ft_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ft_import_dialog_close_request;
  g_type_ensure (FT_TYPE_IMPORT_COLUMNS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_pace);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ft_import_dialog_init (FtImportDialog *self)
{
  g_autoptr (GtkStringList) encodings = gtk_string_list_new (NULL);

  self->row_widgets = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* "Automatic" is what was recognised: it is no choice of its own. */
  self->filling = TRUE;
  for (FtEncoding i = FT_ENCODING_UTF_8; i < FT_N_ENCODINGS; i++)
    gtk_string_list_append (encodings, ft_encoding_get_label (i));
  adw_combo_row_set_model (self->encoding, G_LIST_MODEL (encodings));
  self->filling = FALSE;
  show_page (self, self->reading);
}

/**
 * ft_import_dialog_new:
 * @store: where the leads go
 * @file: where they come from
 *
 * Returns: (transfer none): a window that belongs to GTK; reads the file without holding up others
 */
FtImportDialog *
ft_import_dialog_new (FtStore *store, GFile *file)
{
  FtImportDialog *self;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (FT_TYPE_IMPORT_DIALOG, NULL);
  self->store = g_object_ref (store);
  name = ft_import_plan_dup_name (file);
  self->label = g_strdup_printf (_ ("Import %s"), name);
  title = g_strdup_printf (_ ("Import “%s”"), name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  g_signal_connect_object (store, "notify::undo-label", G_CALLBACK (update_undo), self,
                           G_CONNECT_SWAPPED);
  update_undo (self);
  self->scanning = g_cancellable_new ();
  ft_import_plan_load_async (file, ft_clock_civil (ft_store_get_clock (store)), self->scanning,
                             loaded_cb, g_object_ref (self));
  return self;
}
