#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-printer.h"

#include <glib/gi18n-lib.h>

/* Kept with the window: printer, copies and paper as they were chosen last. */
#define SETTINGS_KEY "ft-print-settings"

typedef struct
{
  GtkWindow *parent; /* weak */
  FtPrinterTrouble trouble;
  gpointer data;
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_clear_weak_pointer (&job->parent);
  g_free (job);
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, FtPaper *paper)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  guint n = ft_paper_lay_out (paper, pango, gtk_print_context_get_width (context),
                              gtk_print_context_get_height (context));

  gtk_print_operation_set_n_pages (operation, n);
  g_object_unref (pango);
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, FtPaper *paper)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  ft_paper_draw (paper, gtk_print_context_get_cairo_context (context), pango, page);
  g_object_unref (pango);
}

static void
unref_closure_data (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

static GtkPrintOperation *
make_operation (FtPaper *paper, GtkPageSetup *usual)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = ft_paper_make_setup (paper, usual);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, ft_paper_get_title (paper));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  /* The operation has the paper: it may outlive whoever asked. */
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), g_object_ref (paper),
                         unref_closure_data, 0);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_cb), g_object_ref (paper),
                         unref_closure_data, 0);
  return operation;
}

/* Not the paper: an envelope is no sheet. */
static void
remember (GtkWindow *parent, GtkPrintSettings *settings)
{
  static const char *const papers[]
      = { GTK_PRINT_SETTINGS_ORIENTATION, GTK_PRINT_SETTINGS_PAPER_FORMAT,
          GTK_PRINT_SETTINGS_PAPER_WIDTH, GTK_PRINT_SETTINGS_PAPER_HEIGHT };
  GtkPrintSettings *kept = gtk_print_settings_copy (settings);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    gtk_print_settings_unset (kept, papers[i]);
  g_object_set_data_full (G_OBJECT (parent), SETTINGS_KEY, kept, g_object_unref);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (job->parent == NULL)
    return;
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    remember (job->parent, gtk_print_operation_get_print_settings (operation));
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    {
      g_autofree char *message = g_strdup_printf (
          _ ("Printing failed: %s. Look whether the printer is on, or print to a file."),
          error->message);
      job->trouble (message, job->data);
    }
}

void
ft_printer_print (FtPaper *paper, GtkWindow *parent, FtPrinterTrouble trouble, gpointer data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkPrintSettings *settings;
  Job *job;

  g_return_if_fail (FT_IS_PAPER (paper));
  g_return_if_fail (GTK_IS_WINDOW (parent));

  operation = make_operation (paper, NULL);
  settings = g_object_get_data (G_OBJECT (parent), SETTINGS_KEY);
  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_allow_async (operation, TRUE);
  job = g_new0 (Job, 1);
  g_set_weak_pointer (&job->parent, parent);
  job->trouble = trouble;
  job->data = data;
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), job, job_free, 0);
  /* What goes wrong is told by "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

gboolean
ft_printer_export (FtPaper *paper, GtkPageSetup *setup, const char *path, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_val_if_fail (FT_IS_PAPER (paper), FALSE);

  operation = make_operation (paper, setup);
  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error)
         == GTK_PRINT_OPERATION_RESULT_APPLY;
}
