#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-reschedule.h"

#include "core/ft-gestures.h"
#include "core/ft-outcomes.h"
#include "core/ft-when.h"
#include "ui/ft-coach-line.h"
#include "ui/ft-time-picker.h"

#include <glib/gi18n-lib.h>

struct _FtReschedule
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  gint64 promise_id;
  gboolean busy;

  /* template children */
  GtkToggleButton *promised;
  GtkToggleButton *target;
  GtkLabel *explanation;
  FtTimePicker *picker;
  FtCoachLine *coach;
  GtkLabel *error;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtReschedule, ft_reschedule, GTK_TYPE_WIDGET)

static void
set_error (FtReschedule *self, const char *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

/* The promise as it would be, to be read before it is (B2, E10). */
static void
preview_cb (FtReschedule *self)
{
  g_autoptr (FtPromiseData) promise = NULL;
  FtCivil civil;

  g_assert (FT_IS_RESCHEDULE (self));

  if (self->editor == NULL)
    return;
  if (ft_time_picker_get_preview (self->picker, &civil))
    promise = ft_card_editor_dup_promise (self->editor, self->promise_id);
  if (promise != NULL)
    {
      promise->target = civil;
      if (gtk_toggle_button_get_active (self->promised))
        promise->promised = civil;
    }
  ft_coach_line_show (self->coach, NULL, promise);
}

static void
mode_changed_cb (FtReschedule *self)
{
  g_assert (FT_IS_RESCHEDULE (self));

  preview_cb (self);

  if (gtk_toggle_button_get_active (self->promised))
    gtk_label_set_text (self->explanation, _ ("A new time is a new promise: tell them."));
  else
    gtk_label_set_text (self->explanation, _ ("Only you see your target. They keep the time they "
                                              "were promised."));
  set_error (self, NULL);
}

static void
saved_cb (gpointer owner, gint64 subject, const GError *error)
{
  FtReschedule *self = owner;

  self->busy = FALSE;
  if (subject != self->promise_id)
    return;
  if (error != NULL)
    set_error (self, error->message);
  else
    g_signal_emit (self, signals[DONE], 0);
}

static void
save_cb (FtReschedule *self)
{
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtEdit) edit = NULL;
  FtCivil civil;

  g_assert (FT_IS_RESCHEDULE (self));

  if (self->busy || !ft_time_picker_get_civil (self->picker, &civil))
    return;
  promise = ft_card_editor_dup_promise (self->editor, self->promise_id);
  if (promise == NULL)
    {
      g_signal_emit (self, signals[DONE], 0);
      return;
    }

  if (ft_civil_to_instant (civil, promise->zone, NULL) < ft_card_editor_now (self->editor))
    {
      set_error (self, _ ("This time is already past. Choose one still to come."));
      return;
    }
  if (gtk_toggle_button_get_active (self->promised)
      && ft_promise_data_is_late (promise, ft_card_editor_now (self->editor)))
    edit = ft_gesture_repair_promise (promise, civil, promise->zone, promise->cause,
                                      ft_card_editor_now (self->editor));
  else if (gtk_toggle_button_get_active (self->promised))
    edit = ft_gesture_move_promise (promise, civil, promise->zone,
                                    ft_card_editor_now (self->editor));
  else if (ft_civil_to_instant (civil, promise->zone, NULL)
           > ft_civil_to_instant (promise->promised, promise->zone, NULL))
    {
      g_autofree char *when
          = ft_when_format (promise->promised, ft_card_editor_now_in (self->editor, promise->zone));
      /* Translators: %s is the promised day and time. */
      g_autofree char *message = g_strdup_printf (
          _ ("They were promised %s: your target cannot be later. Change the promised time."),
          when);

      set_error (self, message);
      return;
    }
  else
    edit = ft_gesture_move_target (promise, civil);

  self->busy = TRUE;
  ft_card_editor_apply (self->editor, edit, FALSE, self->promise_id, self, saved_cb);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                FtReschedule *self)
{
  g_assert (FT_IS_RESCHEDULE (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[DONE], 0);
  return GDK_EVENT_STOP;
}

static gboolean
ft_reschedule_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FT_RESCHEDULE (widget)->picker));
}

static void
ft_reschedule_dispose (GObject *object)
{
  FtReschedule *self = FT_RESCHEDULE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_reschedule_parent_class)->dispose (object);
}

static void
ft_reschedule_class_init (FtRescheduleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_reschedule_dispose;
  widget_class->grab_focus = ft_reschedule_grab_focus;

  signals[DONE] = g_signal_new ("done", FT_TYPE_RESCHEDULE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  g_type_ensure (FT_TYPE_COACH_LINE);
  g_type_ensure (FT_TYPE_TIME_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-reschedule.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, FtReschedule, promised);
  gtk_widget_class_bind_template_child (widget_class, FtReschedule, target);
  gtk_widget_class_bind_template_child (widget_class, FtReschedule, explanation);
  gtk_widget_class_bind_template_child (widget_class, FtReschedule, picker);
  gtk_widget_class_bind_template_child (widget_class, FtReschedule, coach);
  gtk_widget_class_bind_template_child (widget_class, FtReschedule, error);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
ft_reschedule_init (FtReschedule *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Another time"), -1);
  mode_changed_cb (self);
}

GtkWidget *
ft_reschedule_new (void)
{
  return g_object_new (FT_TYPE_RESCHEDULE, NULL);
}

/**
 * ft_reschedule_start:
 * @promise_id: the open promise to move
 */
void
ft_reschedule_start (FtReschedule *self, FtCardEditor *editor, gint64 promise_id)
{
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (GPtrArray) chips = NULL;
  FtCivil now;

  g_return_if_fail (FT_IS_RESCHEDULE (self));
  g_return_if_fail (FT_IS_CARD_EDITOR (editor));

  g_set_object (&self->editor, editor);
  ft_coach_line_set_editor (self->coach, editor);
  self->promise_id = promise_id;
  self->busy = FALSE;
  promise = ft_card_editor_dup_promise (editor, promise_id);
  now = ft_card_editor_now_in (editor, promise != NULL ? promise->zone : "");
  chips = ft_when_chips (ft_desk_get_settings (ft_card_editor_get_desk (editor)), now);
  ft_time_picker_set_chips (self->picker, chips, now);
  gtk_toggle_button_set_active (self->promised, TRUE);
  mode_changed_cb (self);
}
