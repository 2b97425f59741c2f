#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-promise-form.h"

#include "ui/ft-channel-picker.h"
#include "ui/ft-time-picker.h"
#include "ui/ft-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _FtPromiseForm
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  const char *zone;     /* interned */

  /* template children */
  FtChannelPicker *channel;
  GtkWidget *kind_box;
  GtkToggleButton *kind_contact;
  GtkToggleButton *kind_send;
  GtkEditable *purpose;
  GtkLabel *zone_note;
  FtTimePicker *picker;
  GtkLabel *error;
  GtkWidget *without;
  GtkWidget *save;
};

enum
{
  SUBMIT,
  WITHOUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtPromiseForm, ft_promise_form, GTK_TYPE_WIDGET)

/* Whose time it is that is chosen, what it is here, and the rule in the hour that does not exist or
 * exists twice. */
static void
update_zone_note (FtPromiseForm *self)
{
  FtCivil civil;
  FtCivilKind kind = FT_CIVIL_PLAIN;
  GString *note = g_string_new (NULL);
  g_autofree char *theirs = NULL;
  g_autofree char *own = NULL;

  if (!ft_time_picker_get_civil (self->picker, &civil))
    civil = ft_card_editor_now_in (self->editor, self->zone);
  ft_civil_to_instant (civil, self->zone, &kind);
  theirs = ft_when_format_time (civil);
  own = ft_card_editor_dup_own_time (self->editor, civil, self->zone);
  if (own != NULL)
    /* Translators: a time where the lead is, and the same instant where the user is. */
    g_string_append_printf (note, _ ("Times are theirs: %1$s there is %2$s here."), theirs, own);
  if (kind != FT_CIVIL_PLAIN && note->len > 0)
    g_string_append_c (note, ' ');
  if (kind == FT_CIVIL_IN_GAP)
    g_string_append (note, _ ("Clocks skip this time that day: the first minute after it counts."));
  else if (kind == FT_CIVIL_AMBIGUOUS)
    g_string_append (note, _ ("Clocks show this time twice that day: the first one counts."));
  gtk_label_set_text (self->zone_note, note->str);
  gtk_widget_set_visible (GTK_WIDGET (self->zone_note), note->len > 0);
  g_string_free (note, TRUE);
}

static void
changed_cb (FtPromiseForm *self)
{
  FtCivil civil;

  g_assert (FT_IS_PROMISE_FORM (self));

  if (self->editor == NULL)
    return;
  update_zone_note (self);
  ft_promise_form_set_error (self, NULL);
  gtk_widget_set_sensitive (self->save, ft_time_picker_get_civil (self->picker, &civil));
}

static void
submit_cb (FtPromiseForm *self)
{
  FtCivil civil;

  g_assert (FT_IS_PROMISE_FORM (self));

  if (!ft_time_picker_get_civil (self->picker, &civil))
    gtk_widget_grab_focus (GTK_WIDGET (self->picker));
  else if (ft_civil_to_instant (civil, self->zone, NULL) < ft_card_editor_now (self->editor))
    ft_promise_form_set_error (self, _ ("This time is already past. Choose one still to come."));
  else
    g_signal_emit (self, signals[SUBMIT], 0);
}

static void
without_clicked_cb (FtPromiseForm *self)
{
  g_assert (FT_IS_PROMISE_FORM (self));

  g_signal_emit (self, signals[WITHOUT], 0);
}

static gboolean
ft_promise_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FT_PROMISE_FORM (widget)->picker));
}

static void
ft_promise_form_dispose (GObject *object)
{
  FtPromiseForm *self = FT_PROMISE_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_promise_form_parent_class)->dispose (object);
}

static void
ft_promise_form_class_init (FtPromiseFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_promise_form_dispose;
  widget_class->grab_focus = ft_promise_form_grab_focus;

  signals[SUBMIT] = g_signal_new ("submit", FT_TYPE_PROMISE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[WITHOUT] = g_signal_new ("without", FT_TYPE_PROMISE_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FT_TYPE_CHANNEL_PICKER);
  g_type_ensure (FT_TYPE_TIME_PICKER);
  g_type_ensure (FT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-promise-form.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, channel);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, kind_box);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, kind_contact);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, kind_send);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, purpose);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, zone_note);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, picker);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, error);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, without);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, save);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, without_clicked_cb);
}

static void
ft_promise_form_init (FtPromiseForm *self)
{
  self->zone = "";
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ft_promise_form_set_editor (FtPromiseForm *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_PROMISE_FORM (self));

  g_set_object (&self->editor, editor);
}

/**
 * ft_promise_form_start:
 * @zone: an interned zone name; "" is the user's own
 * @chips: (element-type FtWhenChip): times in @zone
 */
void
ft_promise_form_start (FtPromiseForm *self, const char *zone, GPtrArray *chips, FtChannel channel)
{
  g_return_if_fail (FT_IS_PROMISE_FORM (self));
  g_return_if_fail (self->editor != NULL);

  self->zone = zone;
  ft_time_picker_set_chips (self->picker, chips, ft_card_editor_now_in (self->editor, zone));
  ft_channel_picker_set_channel (self->channel,
                                 channel != FT_CHANNEL_NONE ? channel : FT_CHANNEL_PHONE);
  gtk_toggle_button_set_active (self->kind_contact, TRUE);
  gtk_editable_set_text (self->purpose, "");
  ft_promise_form_set_error (self, NULL);
  changed_cb (self);
}

void
ft_promise_form_set_with_kind (FtPromiseForm *self, gboolean with_kind)
{
  g_return_if_fail (FT_IS_PROMISE_FORM (self));

  gtk_widget_set_visible (self->kind_box, with_kind);
}

void
ft_promise_form_set_with_without (FtPromiseForm *self, gboolean with_without)
{
  g_return_if_fail (FT_IS_PROMISE_FORM (self));

  gtk_widget_set_visible (self->without, with_without);
}

/**
 * ft_promise_form_dup_promise:
 *
 * Returns: (transfer full) (nullable): what is entered, as a promise to @lead_id
 */
FtPromiseData *
ft_promise_form_dup_promise (FtPromiseForm *self, gint64 lead_id)
{
  FtPromiseData *promise;
  FtCivil civil;

  g_return_val_if_fail (FT_IS_PROMISE_FORM (self), NULL);

  if (!ft_time_picker_get_civil (self->picker, &civil))
    return NULL;
  promise = ft_promise_data_new (lead_id, civil, self->zone,
                                 ft_channel_picker_get_channel (self->channel));
  promise->kind
      = gtk_toggle_button_get_active (self->kind_send) ? FT_PROMISE_SEND : FT_PROMISE_CONTACT;
  g_free (promise->purpose);
  promise->purpose = g_strstrip (g_strdup (gtk_editable_get_text (self->purpose)));
  return promise;
}

void
ft_promise_form_set_error (FtPromiseForm *self, const char *message)
{
  g_return_if_fail (FT_IS_PROMISE_FORM (self));

  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

FtChannel
ft_promise_form_get_channel (FtPromiseForm *self)
{
  g_return_val_if_fail (FT_IS_PROMISE_FORM (self), FT_CHANNEL_NONE);

  return ft_channel_picker_get_channel (self->channel);
}

void
ft_promise_form_set_channel (FtPromiseForm *self, FtChannel channel)
{
  g_return_if_fail (FT_IS_PROMISE_FORM (self));

  ft_channel_picker_set_channel (self->channel, channel);
}

const char *
ft_promise_form_get_purpose (FtPromiseForm *self)
{
  g_return_val_if_fail (FT_IS_PROMISE_FORM (self), "");

  return gtk_editable_get_text (self->purpose);
}

void
ft_promise_form_set_purpose (FtPromiseForm *self, const char *purpose)
{
  g_return_if_fail (FT_IS_PROMISE_FORM (self));

  gtk_editable_set_text (self->purpose, purpose);
}

const char *
ft_promise_form_get_time_text (FtPromiseForm *self)
{
  g_return_val_if_fail (FT_IS_PROMISE_FORM (self), "");

  return ft_time_picker_get_text (self->picker);
}

void
ft_promise_form_set_time_text (FtPromiseForm *self, const char *text)
{
  g_return_if_fail (FT_IS_PROMISE_FORM (self));

  ft_time_picker_set_text (self->picker, text);
}
