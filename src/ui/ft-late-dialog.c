#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-late-dialog.h"

#include "core/ft-gestures.h"
#include "core/ft-late.h"
#include "core/ft-outcomes.h"
#include "core/ft-when.h"
#include "ui/ft-accessible.h"
#include "ui/ft-time-picker.h"

#include <glib/gi18n-lib.h>

struct _FtLateDialog
{
  AdwWindow parent_instance;

  FtDesk *desk;           /* owned */
  FtLeadCard *card;       /* owned, NULL until it is read */
  FtPromiseData *promise; /* owned, the same */
  gint64 promise_id;
  gboolean busy;

  /* Template children. */
  GtkLabel *person;
  GtkLabel *promised;
  FtTimePicker *picker;
  GtkLabel *words;
  GtkButton *copy;
  GtkButton *move;
  GtkLabel *error;
};

G_DEFINE_FINAL_TYPE (FtLateDialog, ft_late_dialog, ADW_TYPE_WINDOW)

static FtClock *
get_clock (FtLateDialog *self)
{
  return ft_desk_get_clock (self->desk);
}

/* What the clock reads where the promise's zone is. */
static FtCivil
now_there (FtLateDialog *self)
{
  const char *zone
      = *self->promise->zone != '\0' ? self->promise->zone : ft_clock_get_zone (get_clock (self));
  return ft_civil_from_instant (ft_clock_now (get_clock (self)), zone);
}

static void
set_error (FtLateDialog *self, const char *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static gboolean
get_time (FtLateDialog *self, FtCivil *civil)
{
  return self->promise != NULL && ft_time_picker_get_civil (self->picker, civil);
}

static void
time_changed_cb (FtLateDialog *self)
{
  FtCivil to;
  gboolean known;

  g_assert (FT_IS_LATE_DIALOG (self));

  known = get_time (self, &to);
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy), known);
  gtk_widget_set_sensitive (GTK_WIDGET (self->move), known);
  set_error (self, NULL);
  if (known)
    {
      g_autofree char *words
          = ft_late_words (self->card->lead->name, self->promise, to, now_there (self));
      gtk_label_set_text (self->words, words);
    }
  else
    gtk_label_set_text (self->words, _ ("Choose a time, and the words to send stand here."));
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtLateDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_desk_apply_finish (FT_DESK (source), result, &error);

  self->busy = FALSE;
  if (change == NULL)
    set_error (self, error->message);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
move_cb (FtLateDialog *self)
{
  g_autoptr (FtEdit) edit = NULL;
  gint64 now;
  FtCivil to;

  g_assert (FT_IS_LATE_DIALOG (self));

  if (self->busy || !get_time (self, &to))
    return;
  now = ft_clock_now (get_clock (self));
  if (ft_civil_to_instant (to, self->promise->zone, NULL) < now)
    {
      set_error (self, _ ("This time is already past. Choose one still to come."));
      return;
    }
  if (ft_promise_data_is_late (self->promise, now))
    edit = ft_gesture_repair_promise (self->promise, to, self->promise->zone, self->promise->cause,
                                      now);
  else
    edit = ft_gesture_move_promise (self->promise, to, self->promise->zone, now);
  self->busy = TRUE;
  ft_desk_apply (self->desk, edit, FALSE, applied_cb, g_object_ref (self));
}

static void
copy_cb (FtLateDialog *self)
{
  FtCivil to;

  g_assert (FT_IS_LATE_DIALOG (self));

  if (!get_time (self, &to))
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_text (self->words));
  move_cb (self);
}

static void
card_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtLateDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtLeadCard) card = ft_store_read_card_finish (FT_STORE (source), result, &error);
  g_autofree char *when = NULL;
  g_autofree char *promised = NULL;
  g_autoptr (GPtrArray) chips = NULL;
  FtCivil now;

  for (guint i = 0; card != NULL && i < card->promises->len; i++)
    {
      FtPromiseData *promise = card->promises->pdata[i];
      if (promise->id == self->promise_id && promise->state == FT_PROMISE_OPEN)
        self->promise = ft_promise_data_ref (promise);
    }
  if (self->promise == NULL || self->desk == NULL)
    {
      if (error != NULL && self->desk != NULL)
        g_signal_emit_by_name (self->desk, "failed", error->message, error);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  self->card = g_steal_pointer (&card);
  now = now_there (self);
  when = ft_when_format (self->promise->promised, now);
  /* Translators: %s is the day and time that was promised. */
  promised = g_strdup_printf (_ ("Promised: %s"), when);
  gtk_label_set_text (self->person, self->card->lead->name);
  gtk_label_set_text (self->promised, promised);
  chips = ft_late_chips (now);
  ft_time_picker_set_chips (self->picker, chips, now);
  time_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

static void
ft_late_dialog_dispose (GObject *object)
{
  FtLateDialog *self = FT_LATE_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->card, ft_lead_card_unref);
  g_clear_pointer (&self->promise, ft_promise_data_unref);
  G_OBJECT_CLASS (ft_late_dialog_parent_class)->dispose (object);
}

static void
ft_late_dialog_class_init (FtLateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_late_dialog_dispose;

  g_type_ensure (FT_TYPE_TIME_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-late-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FtLateDialog, person);
  gtk_widget_class_bind_template_child (widget_class, FtLateDialog, promised);
  gtk_widget_class_bind_template_child (widget_class, FtLateDialog, picker);
  gtk_widget_class_bind_template_child (widget_class, FtLateDialog, words);
  gtk_widget_class_bind_template_child (widget_class, FtLateDialog, copy);
  gtk_widget_class_bind_template_child (widget_class, FtLateDialog, move);
  gtk_widget_class_bind_template_child (widget_class, FtLateDialog, error);
  gtk_widget_class_bind_template_callback (widget_class, time_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ft_late_dialog_init (FtLateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

FtLateDialog *
ft_late_dialog_new (GtkWindow *parent, FtDesk *desk)
{
  FtLateDialog *self;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_LATE_DIALOG, "transient-for", parent, NULL);
  self->desk = g_object_ref (desk);
  ft_accessible_name_buttons (GTK_WIDGET (self));
  return self;
}

void
ft_late_dialog_open (FtLateDialog *self, gint64 lead_id, gint64 promise_id)
{
  g_return_if_fail (FT_IS_LATE_DIALOG (self));

  self->promise_id = promise_id;
  ft_store_read_card_async (ft_desk_get_store (self->desk), lead_id, 1, NULL, card_cb,
                            g_object_ref (self));
}
