#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-import-chooser.h"

#include "ui/ft-import-dialog.h"

#include <glib/gi18n-lib.h>

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  g_autoptr (FtStore) store = data;
  GtkWindow *parent = gtk_native_dialog_get_transient_for (chooser);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      ft_import_leads (parent, store, file);
    }
  g_object_unref (chooser);
}

static void
choose_file (GtkWindow *parent, FtStore *store)
{
  static const char *const suffixes[] = { "csv", "tsv", "txt", "vcf", "json" };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Import Leads"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
  g_autoptr (GtkFileFilter) leads = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (leads, _ ("Tables, address cards and own exports"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (leads, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), leads);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), g_object_ref (store));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * ft_import_leads:
 * @parent: (nullable): the window it belongs to
 * @store: where the leads go
 * @file: (nullable): where they come from, or %NULL to ask
 *
 * Shows the import of a file over @parent.
 */
void
ft_import_leads (GtkWindow *parent, FtStore *store, GFile *file)
{
  FtImportDialog *self;

  g_return_if_fail (FT_IS_STORE (store));

  if (file == NULL)
    {
      choose_file (parent, store);
      return;
    }
  self = ft_import_dialog_new (store, file);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
}
