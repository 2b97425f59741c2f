#define G_LOG_DOMAIN "ft-app"

#include "app/ft-problem-window.h"

#include "store/ft-store.h"

#include <glib/gi18n-lib.h>

struct _FtProblemWindow
{
  AdwApplicationWindow parent_instance;

  GtkFileChooserNative *chooser; /* owned, while it is open */
  const char *chosen_signal;     /* what the chooser's file is for */

  AdwStatusPage *page;
  GtkWidget *try_again;
  GtkWidget *restore;
};

G_DEFINE_FINAL_TYPE (FtProblemWindow, ft_problem_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  TRY_AGAIN,
  OPEN_ANOTHER,
  RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
chosen_cb (GtkNativeDialog *dialog, int response, FtProblemWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (file != NULL)
    g_signal_emit_by_name (self, self->chosen_signal, file);
}

static void
choose (FtProblemWindow *self, const char *title, const char *signal)
{
  if (self->chooser != NULL)
    return;
  self->chosen_signal = signal;
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
try_again_cb (FtProblemWindow *self)
{
  g_signal_emit (self, signals[TRY_AGAIN], 0);
}

static void
open_another_cb (FtProblemWindow *self)
{
  choose (self, _ ("Open Another Database"), "open-another");
}

static void
restore_cb (FtProblemWindow *self)
{
  choose (self, _ ("Restore From Backup"), "restore");
}

static void
ft_problem_window_dispose (GObject *object)
{
  FtProblemWindow *self = FT_PROBLEM_WINDOW (object);

  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (ft_problem_window_parent_class)->dispose (object);
}

static void
ft_problem_window_class_init (FtProblemWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_problem_window_dispose;

  signals[TRY_AGAIN] = g_signal_new ("try-again", FT_TYPE_PROBLEM_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_ANOTHER] = g_signal_new ("open-another", FT_TYPE_PROBLEM_WINDOW, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  signals[RESTORE] = g_signal_new ("restore", FT_TYPE_PROBLEM_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-problem-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FtProblemWindow, page);
  gtk_widget_class_bind_template_child (widget_class, FtProblemWindow, try_again);
  gtk_widget_class_bind_template_child (widget_class, FtProblemWindow, restore);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_another_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
ft_problem_window_init (FtProblemWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
title_of (const GError *error)
{
  if (error->domain != FT_STORE_ERROR)
    return _ ("The Database Could Not Be Opened");
  switch ((FtStoreError) error->code)
    {
    case FT_STORE_ERROR_BUSY:
      return _ ("The Database Is in Use");
    case FT_STORE_ERROR_NEWER:
      return _ ("The Database Is From a Newer Release");
    case FT_STORE_ERROR_DAMAGED:
      return _ ("The Database Is Damaged");
    case FT_STORE_ERROR_FULL:
      return _ ("The Disk Is Full");
    case FT_STORE_ERROR_NOT_ALLOWED:
      return _ ("The Database May Not Be Opened");
    case FT_STORE_ERROR_IO:
    case FT_STORE_ERROR_NOTHING:
    case FT_STORE_ERROR_INVALID:
    case FT_STORE_ERROR_CLOSED:
    default:
      return _ ("The Database Could Not Be Opened");
    }
}

FtProblemWindow *
ft_problem_window_new (GtkApplication *application, const GError *error)
{
  FtProblemWindow *self = g_object_new (FT_TYPE_PROBLEM_WINDOW, "application", application, NULL);
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);
  gboolean damaged = g_error_matches (error, FT_STORE_ERROR, FT_STORE_ERROR_DAMAGED);
  gboolean newer = g_error_matches (error, FT_STORE_ERROR, FT_STORE_ERROR_NEWER);

  adw_status_page_set_title (self->page, title_of (error));
  adw_status_page_set_description (self->page, escaped);
  /* What another try cannot change is not offered. */
  gtk_widget_set_visible (self->try_again, !damaged && !newer);
  gtk_widget_set_visible (self->restore, damaged);
  return self;
}
