#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-promise-box.h"

#include "core/ft-gestures.h"
#include "core/ft-keeping.h"
#include "core/ft-outcomes.h"
#include "core/ft-when.h"
#include "ui/ft-channel-picker.h"
#include "ui/ft-choice.h"
#include "ui/ft-gap-button.h"
#include "ui/ft-icons.h"
#include "ui/ft-inline-entry.h"
#include "ui/ft-reschedule.h"
#include "ui/ft-steps-box.h"
#include "ui/ft-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _FtPromiseBox
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  gint64 id;            /* of the promise shown, 0 for none */
  gboolean updating;    /* the widgets follow the card, not the user */

  /* template children */
  GtkWidget *late_box;
  GtkLabel *late;
  GtkLabel *sentence;
  GtkWidget *repair;
  GtkWidget *new_time;
  FtChoice *cause;
  GtkImage *icon;
  GtkLabel *when;
  GtkToggleButton *change;
  FtReschedule *reschedule;
  FtStepsBox *steps;
  FtGapButton *gap;
  FtInlineEntry *purpose;
  FtInlineEntry *value;
  FtChannelPicker *channel;
  GtkCheckButton *agreed;
  GtkLabel *error;
};

G_DEFINE_FINAL_TYPE (FtPromiseBox, ft_promise_box, GTK_TYPE_WIDGET)

static void
set_error (FtPromiseBox *self, const char *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static void
saved_cb (gpointer owner, gint64 subject, const GError *error)
{
  FtPromiseBox *self = owner;

  if (subject != self->id)
    return;
  set_error (self, error != NULL ? error->message : NULL);
  /* What was not saved is shown as it was. */
  if (error != NULL)
    ft_promise_box_update (self);
}

static void
save_text (FtPromiseBox *self, FtInlineEntry *entry, gsize offset, const char *text)
{
  g_autoptr (FtPromiseData) promise
      = ft_card_editor_dup_promise (self->editor, ft_inline_entry_get_subject (entry));
  char **member;

  if (promise == NULL)
    return;
  member = &G_STRUCT_MEMBER (char *, promise, offset);
  g_free (*member);
  *member = g_strdup (text);
  ft_card_editor_save_promise (self->editor, promise, entry, ft_inline_entry_saved);
}

static void
purpose_save_cb (FtPromiseBox *self, const char *text)
{
  g_assert (FT_IS_PROMISE_BOX (self));

  save_text (self, self->purpose, G_STRUCT_OFFSET (FtPromiseData, purpose), text);
}

static void
value_save_cb (FtPromiseBox *self, const char *text)
{
  g_assert (FT_IS_PROMISE_BOX (self));

  save_text (self, self->value, G_STRUCT_OFFSET (FtPromiseData, value), text);
}

static void
channel_changed_cb (FtPromiseBox *self)
{
  g_autoptr (FtPromiseData) promise = NULL;

  g_assert (FT_IS_PROMISE_BOX (self));

  promise = ft_card_editor_dup_promise (self->editor, self->id);
  if (promise == NULL)
    return;
  promise->channel = ft_channel_picker_get_channel (self->channel);
  ft_card_editor_save_promise (self->editor, promise, self, saved_cb);
}

static void
agreed_toggled_cb (FtPromiseBox *self)
{
  g_autoptr (FtPromiseData) promise = NULL;

  g_assert (FT_IS_PROMISE_BOX (self));

  if (self->updating)
    return;
  promise = ft_card_editor_dup_promise (self->editor, self->id);
  if (promise == NULL)
    return;
  promise->agreed = gtk_check_button_get_active (self->agreed);
  ft_card_editor_save_promise (self->editor, promise, self, saved_cb);
}

static void
change_toggled_cb (FtPromiseBox *self)
{
  g_assert (FT_IS_PROMISE_BOX (self));

  gtk_widget_set_visible (GTK_WIDGET (self->reschedule),
                          gtk_toggle_button_get_active (self->change));
  if (!gtk_toggle_button_get_active (self->change))
    return;
  ft_reschedule_start (self->reschedule, self->editor, self->id);
  gtk_widget_grab_focus (GTK_WIDGET (self->reschedule));
}

static void
done_cb (FtPromiseBox *self)
{
  g_assert (FT_IS_PROMISE_BOX (self));

  gtk_toggle_button_set_active (self->change, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->change));
}

/* What made it miss is one click, and the history keeps it (A7). */
static void
cause_changed_cb (FtPromiseBox *self)
{
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtEdit) edit = NULL;

  g_assert (FT_IS_PROMISE_BOX (self));

  promise = ft_card_editor_dup_promise (self->editor, self->id);
  if (promise == NULL)
    return;
  edit = ft_gesture_set_cause (promise, ft_choice_get_chosen (self->cause));
  ft_card_editor_apply (self->editor, edit, FALSE, self->id, self, saved_cb);
}

static void
cancel_clicked_cb (FtPromiseBox *self)
{
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtEdit) edit = NULL;

  g_assert (FT_IS_PROMISE_BOX (self));

  promise = ft_card_editor_dup_promise (self->editor, self->id);
  if (promise == NULL)
    return;
  edit = ft_gesture_cancel_promise (promise, ft_card_editor_now (self->editor));
  ft_card_editor_apply (self->editor, edit, FALSE, self->id, self, saved_cb);
}

/* The time as promised, there and here, and mine where it is another. */
static char *
dup_when (FtPromiseBox *self, const FtPromiseData *promise)
{
  FtCivil now_there = ft_card_editor_now_in (self->editor, promise->zone);
  g_autofree char *promised = ft_when_format (promise->promised, now_there);
  g_autofree char *here
      = ft_card_editor_dup_own_time (self->editor, promise->promised, promise->zone);
  GString *when = g_string_new (promised);

  if (here != NULL)
    {
      g_string_append_c (when, ' ');
      /* Translators: the time of a promise where the user is; it follows the time where the lead
       * is. */
      g_string_append_printf (when, _ ("there (%s here)"), here);
    }
  if (ft_civil_is_set (promise->target)
      && ft_civil_compare (promise->target, promise->promised) != 0)
    {
      g_autofree char *target = ft_when_format (promise->target, now_there);

      g_string_append (when, "\n");
      /* Translators: %s is when the user means to keep the promise, earlier than promised. */
      g_string_append_printf (when, _ ("My target: %s"), target);
    }
  return g_string_free (when, FALSE);
}

static void
update_sentence (FtPromiseBox *self, const FtPromiseData *promise)
{
  FtCivil now = ft_card_editor_now_in (self->editor, promise->zone);
  g_autofree char *words = NULL;
  g_autofree char *quoted = NULL;
  gboolean late = ft_promise_data_is_late (promise, ft_card_editor_now (self->editor));

  gtk_widget_set_visible (self->late_box, late);
  gtk_widget_set_visible (self->repair, late);
  ft_choice_set_chosen (self->cause, promise->cause);
  if (late)
    {
      g_autofree char *when = ft_when_format (promise->promised, now);
      g_autofree char *distance = ft_when_format_distance (promise->promised.day, now.day);
      /* Translators: a promise that was missed: when it was due, and how long ago that is. */
      g_autofree char *late_text = g_strdup_printf (_ ("Late: %1$s (%2$s)"), when, distance);

      gtk_label_set_text (self->late, late_text);
      words = ft_apology_words (promise, now);
    }
  else
    words = ft_when_sentence (promise, now);
  /* Translators: the quotation marks around a sentence to say. */
  quoted = g_strdup_printf (_ ("“%s”"), words);
  gtk_label_set_text (self->sentence, quoted);
}

static void
ft_promise_box_dispose (GObject *object)
{
  FtPromiseBox *self = FT_PROMISE_BOX (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_promise_box_parent_class)->dispose (object);
}

static void
ft_promise_box_class_init (FtPromiseBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_promise_box_dispose;

  g_type_ensure (FT_TYPE_CHANNEL_PICKER);
  g_type_ensure (FT_TYPE_CHOICE);
  g_type_ensure (FT_TYPE_GAP_BUTTON);
  g_type_ensure (FT_TYPE_INLINE_ENTRY);
  g_type_ensure (FT_TYPE_RESCHEDULE);
  g_type_ensure (FT_TYPE_STEPS_BOX);
  g_type_ensure (FT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-promise-box.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, late_box);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, late);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, sentence);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, repair);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, new_time);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, cause);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, icon);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, when);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, change);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, reschedule);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, steps);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, gap);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, purpose);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, value);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, channel);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, agreed);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseBox, error);
  gtk_widget_class_bind_template_callback (widget_class, purpose_save_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cause_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, channel_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, agreed_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
ft_promise_box_init (FtPromiseBox *self)
{
  const char *causes[] = { ft_cause_words (FT_CAUSE_TIMING), ft_cause_words (FT_CAUSE_TECHNIQUE),
                           ft_cause_words (FT_CAUSE_ORGANISATION), NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  ft_choice_set_options (self->cause, causes, FT_CAUSE_TIMING);
  g_object_bind_property (self->change, "active", self->new_time, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The promise"), -1);
}

void
ft_promise_box_set_editor (FtPromiseBox *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_PROMISE_BOX (self));

  g_set_object (&self->editor, editor);
  ft_steps_box_set_editor (self->steps, editor);
  ft_gap_button_set_editor (self->gap, editor);
}

void
ft_promise_box_update (FtPromiseBox *self)
{
  FtPromiseData *promise;
  g_autofree char *when = NULL;
  const char *icon;

  g_return_if_fail (FT_IS_PROMISE_BOX (self));

  promise = ft_card_editor_get_promise (self->editor);
  gtk_widget_set_visible (GTK_WIDGET (self), promise != NULL);
  if (promise == NULL || promise->id != self->id)
    {
      gtk_toggle_button_set_active (self->change, FALSE);
      set_error (self, NULL);
    }
  self->id = promise != NULL ? promise->id : 0;
  ft_inline_entry_set (self->purpose, self->id, promise != NULL ? promise->purpose : "");
  ft_inline_entry_set (self->value, self->id, promise != NULL ? promise->value : "");
  ft_steps_box_set_promise (self->steps, promise);
  ft_gap_button_set_promise (self->gap, promise);
  if (promise == NULL)
    return;

  update_sentence (self, promise);
  when = dup_when (self, promise);
  gtk_label_set_text (self->when, when);
  icon = ft_icon_for_channel (promise->channel);
  gtk_image_set_from_icon_name (self->icon, icon != NULL ? icon : "ft-promise-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), ft_name_of_channel (promise->channel));
  ft_channel_picker_set_channel (self->channel, promise->channel);
  self->updating = TRUE;
  gtk_check_button_set_active (self->agreed, promise->agreed);
  self->updating = FALSE;
}
