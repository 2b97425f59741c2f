#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-outcome-bar.h"

#include "core/ft-gestures.h"
#include "core/ft-phone.h"
#include "core/ft-when.h"
#include "ui/ft-launch.h"
#include "ui/ft-outcome-draft.h"
#include "ui/ft-promise-form.h"
#include "ui/ft-wrap-box.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _FtOutcomeBar
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  GHashTable *drafts;   /* owned, gint64 lead → FtOutcomeDraft, of leads not shown */
  gint64 lead_id;       /* shown, 0 for none */
  gint64 promise_id;    /* it was about when the panel was opened, 0 for none */
  FtOutcome outcome;    /* of the open panel, FT_OUTCOME_NOTE if it is closed */
  FtChannel channel;    /* of the contact button */
  FtChannel used;       /* last opened for this lead, FT_CHANNEL_NONE if none was */
  gboolean busy;        /* a log is being saved: clicking twice logs once */

  /* template children */
  GtkWidget *contact_button;
  AdwButtonContent *contact_content;
  GtkToggleButton *reached;
  GtkToggleButton *no_answer;
  GtkToggleButton *they_will_call;
  GtkLabel *note_label;
  GtkWidget *panel;
  GtkLabel *question;
  GtkEditable *heard;
  GtkEditable *asked_for;
  GtkEditable *note;
  FtPromiseForm *form;
};

enum
{
  ADD_REACH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtOutcomeBar, ft_outcome_bar, GTK_TYPE_WIDGET)

static void
put_draft_away (FtOutcomeBar *self)
{
  FtOutcomeDraft *draft;

  if (self->lead_id == 0)
    return;
  draft = g_new0 (FtOutcomeDraft, 1);
  draft->outcome = self->outcome;
  draft->channel = ft_promise_form_get_channel (self->form);
  draft->heard = g_strdup (gtk_editable_get_text (self->heard));
  draft->asked_for = g_strdup (gtk_editable_get_text (self->asked_for));
  draft->note = g_strdup (gtk_editable_get_text (self->note));
  draft->purpose = g_strdup (ft_promise_form_get_purpose (self->form));
  draft->time = g_strdup (ft_promise_form_get_time_text (self->form));
  if (ft_outcome_draft_is_empty (draft))
    {
      ft_outcome_draft_free (draft);
      g_hash_table_remove (self->drafts, &self->lead_id);
    }
  else
    g_hash_table_replace (self->drafts, g_memdup2 (&self->lead_id, sizeof self->lead_id), draft);
}

static void
clear_texts (FtOutcomeBar *self)
{
  gtk_editable_set_text (self->heard, "");
  gtk_editable_set_text (self->asked_for, "");
  gtk_editable_set_text (self->note, "");
  ft_promise_form_set_purpose (self->form, "");
  ft_promise_form_set_time_text (self->form, "");
}

/* --- The panel --- */

static void
update_buttons (FtOutcomeBar *self)
{
  gtk_toggle_button_set_active (self->reached, self->outcome == FT_OUTCOME_REACHED);
  gtk_toggle_button_set_active (self->no_answer, self->outcome == FT_OUTCOME_NO_ANSWER);
  gtk_toggle_button_set_active (self->they_will_call, self->outcome == FT_OUTCOME_THEY_WILL_CALL);
}

static void
start_form (FtOutcomeBar *self)
{
  FtLeadCard *card = ft_card_editor_get_card (self->editor);
  FtPromiseData *promise = ft_card_editor_get_promise (self->editor);
  g_autofree char *purpose = g_strdup (ft_promise_form_get_purpose (self->form));
  g_autofree char *time = g_strdup (ft_promise_form_get_time_text (self->form));
  const char *zone = card->lead->zone;
  g_autoptr (GPtrArray) chips
      = ft_when_chips_after (ft_card_editor_now_in (self->editor, zone), self->outcome);
  FtChannel channel = card->lead->channel;

  self->promise_id = promise != NULL ? promise->id : 0;
  /* What an outcome opened before has filled in was not typed. */
  if (promise != NULL && g_str_equal (purpose, promise->purpose))
    purpose[0] = '\0';
  if (channel == FT_CHANNEL_NONE && promise != NULL)
    channel = promise->channel;
  ft_promise_form_start (self->form, zone, chips, channel);
  /* A try that came to nothing is repeated for the same purpose. */
  if (purpose[0] == '\0' && promise != NULL && self->outcome != FT_OUTCOME_REACHED)
    ft_promise_form_set_purpose (self->form, promise->purpose);
  else
    ft_promise_form_set_purpose (self->form, purpose);
  ft_promise_form_set_time_text (self->form, time);
}

static const char *
get_question (FtOutcome outcome)
{
  switch (outcome)
    {
    case FT_OUTCOME_NO_ANSWER:
      return _ ("When will you try again?");
    case FT_OUTCOME_THEY_WILL_CALL:
      return _ ("If they have not called by then, when will you call?");
    default:
      return _ ("What did you promise next?");
    }
}

static void
show_panel (FtOutcomeBar *self, FtOutcome outcome)
{
  if (ft_card_editor_get_card (self->editor) == NULL)
    outcome = FT_OUTCOME_NOTE;
  self->outcome = outcome;
  update_buttons (self);
  gtk_widget_set_visible (self->panel, outcome != FT_OUTCOME_NOTE);
  if (outcome == FT_OUTCOME_NOTE)
    return;

  gtk_label_set_text (self->question, get_question (outcome));
  gtk_widget_set_visible (GTK_WIDGET (self->heard), outcome != FT_OUTCOME_NO_ANSWER);
  gtk_widget_set_visible (GTK_WIDGET (self->asked_for), outcome == FT_OUTCOME_REACHED);
  ft_promise_form_set_with_without (self->form, outcome == FT_OUTCOME_REACHED);
  start_form (self);
}

static void
take_draft_up (FtOutcomeBar *self)
{
  FtOutcomeDraft *draft = g_hash_table_lookup (self->drafts, &self->lead_id);

  if (draft == NULL)
    return;
  gtk_editable_set_text (self->heard, draft->heard);
  gtk_editable_set_text (self->asked_for, draft->asked_for);
  gtk_editable_set_text (self->note, draft->note);
  if (draft->outcome != FT_OUTCOME_NOTE)
    {
      show_panel (self, draft->outcome);
      ft_promise_form_set_channel (self->form, draft->channel);
    }
  ft_promise_form_set_purpose (self->form, draft->purpose);
  ft_promise_form_set_time_text (self->form, draft->time);
  g_hash_table_remove (self->drafts, &self->lead_id);
}

static void
saved_cb (gpointer owner, gint64 subject, const GError *error)
{
  FtOutcomeBar *self = owner;
  GtkRoot *root;
  GtkWidget *focus;

  self->busy = FALSE;
  if (subject != self->lead_id)
    {
      if (error == NULL)
        g_hash_table_remove (self->drafts, &subject);
      return;
    }
  if (error != NULL)
    {
      ft_promise_form_set_error (self->form, error->message);
      return;
    }
  clear_texts (self);
  self->used = FT_CHANNEL_NONE;
  /* The panel takes the focus away with it: the next call is what comes next. */
  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->panel))
    gtk_widget_grab_focus (self->contact_button);
  show_panel (self, FT_OUTCOME_NOTE);
}

static void
take_text (char **member, GtkEditable *from)
{
  g_free (*member);
  *member = g_strstrip (g_strdup (gtk_editable_get_text (from)));
}

/* One gesture: the contact, what becomes of the promise it was about, and the next one. */
static void
log_contact (FtOutcomeBar *self, FtPromiseData *next)
{
  g_autoptr (FtLeadData) lead = ft_card_editor_dup_lead (self->editor);
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtContactData) contact = NULL;
  g_autoptr (FtEdit) edit = NULL;
  gint64 now = ft_card_editor_now (self->editor);
  FtChannel channel = self->used;

  if (self->busy || lead == NULL || lead->id != self->lead_id)
    return;
  if (self->promise_id != 0)
    promise = ft_card_editor_dup_promise (self->editor, self->promise_id);
  if (channel == FT_CHANNEL_NONE)
    channel = promise != NULL ? promise->channel : self->channel;
  contact = ft_contact_data_new (
      lead->id, now, channel != FT_CHANNEL_NONE ? channel : FT_CHANNEL_PHONE, self->outcome);
  take_text (&contact->heard, self->heard);
  take_text (&contact->asked_for, self->asked_for);
  take_text (&contact->notes, self->note);
  if (next != NULL && promise != NULL && self->outcome != FT_OUTCOME_REACHED)
    {
      g_free (next->value);
      next->value = g_strdup (promise->value);
      next->kind = promise->kind;
    }
  edit = ft_gesture_log_contact (lead, promise, contact, next, now);
  self->busy = TRUE;
  ft_promise_form_set_error (self->form, NULL);
  ft_card_editor_apply (self->editor, edit, TRUE, lead->id, self, saved_cb);
}

static void
submit_cb (FtOutcomeBar *self)
{
  g_autoptr (FtPromiseData) next = NULL;

  g_assert (FT_IS_OUTCOME_BAR (self));

  next = ft_promise_form_dup_promise (self->form, self->lead_id);
  if (next != NULL)
    log_contact (self, next);
}

static void
without_cb (FtOutcomeBar *self)
{
  g_assert (FT_IS_OUTCOME_BAR (self));

  log_contact (self, NULL);
}

/* What is written down, a time is still missing. */
static void
entry_activate_cb (FtOutcomeBar *self)
{
  g_assert (FT_IS_OUTCOME_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
outcome_clicked_cb (FtOutcomeBar *self, GtkToggleButton *button)
{
  FtOutcome outcome = FT_OUTCOME_REACHED;

  g_assert (FT_IS_OUTCOME_BAR (self));

  if (button == self->no_answer)
    outcome = FT_OUTCOME_NO_ANSWER;
  else if (button == self->they_will_call)
    outcome = FT_OUTCOME_THEY_WILL_CALL;
  /* A click on the open one closes it. */
  ft_outcome_bar_open (self, outcome == self->outcome ? FT_OUTCOME_NOTE : outcome);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                FtOutcomeBar *self)
{
  GtkToggleButton *button;

  g_assert (FT_IS_OUTCOME_BAR (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  button = self->outcome == FT_OUTCOME_NO_ANSWER        ? self->no_answer
           : self->outcome == FT_OUTCOME_THEY_WILL_CALL ? self->they_will_call
                                                        : self->reached;
  ft_outcome_bar_open (self, FT_OUTCOME_NOTE);
  gtk_widget_grab_focus (GTK_WIDGET (button));
  return GDK_EVENT_STOP;
}

/* --- The call --- */

static void
launch_failed_cb (gpointer owner, const char *message)
{
  FtOutcomeBar *self = owner;

  gtk_label_set_text (self->note_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), TRUE);
}

static void
contact_clicked_cb (FtOutcomeBar *self)
{
  g_assert (FT_IS_OUTCOME_BAR (self));

  ft_outcome_bar_contact (self, self->channel);
}

static void
update_contact_button (FtOutcomeBar *self, const FtLeadData *lead)
{
  gboolean write = self->channel == FT_CHANNEL_EMAIL;

  adw_button_content_set_icon_name (self->contact_content,
                                    write ? "ft-email-symbolic" : "ft-phone-symbolic");
  adw_button_content_set_label (self->contact_content, write ? _ ("_Write") : _ ("_Call"));
  gtk_widget_set_tooltip_text (self->contact_button, write ? ft_lead_data_get_email (lead)
                                                           : ft_lead_data_get_phone (lead));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->contact_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, write ? _ ("Write") : _ ("Call"),
                                  -1);
}

/* --- The widget --- */

static void
ft_outcome_bar_dispose (GObject *object)
{
  FtOutcomeBar *self = FT_OUTCOME_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_outcome_bar_parent_class)->dispose (object);
}

static void
ft_outcome_bar_finalize (GObject *object)
{
  g_hash_table_unref (FT_OUTCOME_BAR (object)->drafts);

  G_OBJECT_CLASS (ft_outcome_bar_parent_class)->finalize (object);
}

static void
ft_outcome_bar_class_init (FtOutcomeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_outcome_bar_dispose;
  object_class->finalize = ft_outcome_bar_finalize;

  signals[ADD_REACH] = g_signal_new ("add-reach", FT_TYPE_OUTCOME_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (FT_TYPE_PROMISE_FORM);
  g_type_ensure (FT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-outcome-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, contact_button);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, contact_content);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, reached);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, no_answer);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, they_will_call);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, note_label);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, panel);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, question);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, heard);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, asked_for);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, note);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, form);
  gtk_widget_class_bind_template_callback (widget_class, contact_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, without_cb);
}

static void
ft_outcome_bar_init (FtOutcomeBar *self)
{
  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) ft_outcome_draft_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ft_outcome_bar_set_editor (FtOutcomeBar *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_OUTCOME_BAR (self));

  g_set_object (&self->editor, editor);
  ft_promise_form_set_editor (self->form, editor);
}

/**
 * ft_outcome_bar_update:
 *
 * Follows the card: for another lead what was typed is put away, and what was typed for that one
 * taken up again; for the same lead nothing that is being typed is touched.
 */
void
ft_outcome_bar_update (FtOutcomeBar *self)
{
  FtLeadCard *card;
  FtPromiseData *promise;

  g_return_if_fail (FT_IS_OUTCOME_BAR (self));

  card = ft_card_editor_get_card (self->editor);
  if (self->lead_id != ft_card_editor_get_lead_id (self->editor))
    {
      put_draft_away (self);
      clear_texts (self);
      ft_outcome_bar_open (self, FT_OUTCOME_NOTE);
      gtk_widget_set_visible (GTK_WIDGET (self->note_label), FALSE);
      self->used = FT_CHANNEL_NONE;
      self->lead_id = ft_card_editor_get_lead_id (self->editor);
      if (card != NULL)
        take_draft_up (self);
    }
  if (card == NULL)
    return;
  promise = ft_card_editor_get_promise (self->editor);
  self->channel = promise != NULL ? promise->channel : card->lead->channel;
  update_contact_button (self, card->lead);
}

void
ft_outcome_bar_contact (FtOutcomeBar *self, FtChannel channel)
{
  FtLeadCard *card;
  g_autofree char *uri = NULL;

  g_return_if_fail (FT_IS_OUTCOME_BAR (self));

  card = ft_card_editor_get_card (self->editor);
  if (card == NULL)
    return;
  if (channel != FT_CHANNEL_EMAIL)
    channel = FT_CHANNEL_PHONE;
  uri = channel == FT_CHANNEL_EMAIL ? ft_mail_to_uri (ft_lead_data_get_email (card->lead))
                                    : ft_phone_to_uri (ft_lead_data_get_phone (card->lead));
  if (uri == NULL)
    {
      launch_failed_cb (self, channel == FT_CHANNEL_EMAIL
                                  ? _ ("There is no e-mail address yet. Add one below.")
                                  : _ ("There is no telephone number yet. Add one below."));
      g_signal_emit (self, signals[ADD_REACH], 0, (int) channel);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), FALSE);
  self->used = channel;
  ft_launch (GTK_WIDGET (self), uri, self, launch_failed_cb);
}

/**
 * ft_outcome_bar_open:
 * @outcome: what came of the contact; FT_OUTCOME_NOTE closes the panel and keeps what was typed
 */
void
ft_outcome_bar_open (FtOutcomeBar *self, FtOutcome outcome)
{
  g_return_if_fail (FT_IS_OUTCOME_BAR (self));

  show_panel (self, outcome);
  /* After a talk there is something to write down; after none, a time is all it takes. */
  if (self->outcome == FT_OUTCOME_REACHED)
    gtk_widget_grab_focus (GTK_WIDGET (self->heard));
  else if (self->outcome != FT_OUTCOME_NOTE)
    gtk_widget_grab_focus (GTK_WIDGET (self->form));
}
