#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-outcome-panel.h"

#include "core/ft-concerns.h"
#include "core/ft-outcomes.h"
#include "core/ft-sale.h"
#include "core/ft-when.h"
#include "ui/ft-closing-form.h"
#include "ui/ft-icons.h"
#include "ui/ft-outcome-draft.h"
#include "ui/ft-outcome-log.h"
#include "ui/ft-outcome-words.h"
#include "ui/ft-promise-form.h"
#include "ui/ft-talk-form.h"

#include <glib/gi18n-lib.h>

/* A call that is not logged for so long was forgotten, not long. */
#define LONGEST_CALL (4 * 60 * 60)

struct _FtOutcomePanel
{
  GtkWidget parent_instance;

  FtCardEditor *editor;     /* owned */
  GHashTable *drafts;       /* owned, gint64 lead → FtOutcomeDraft, of leads not shown */
  FtPromiseData *suggested; /* owned, what belongs after the outcome, NULL if nothing */
  gint64 lead_id;           /* shown, 0 for none */
  gint64 promise_id;        /* it was about when the panel was opened, 0 for none */
  FtOutcome outcome;        /* FT_OUTCOME_NOTE if it is closed */
  FtChannel used;           /* for the contact, FT_CHANNEL_NONE if not known */
  gint64 since;             /* the call runs, 0 if it is not timed */
  gboolean busy;            /* a log is being saved: clicking twice logs once */

  /* template children */
  FtTalkForm *talk;
  GtkLabel *question;
  GtkButton *instead;
  FtPromiseForm *form;
  FtClosingForm *closing;
};

enum
{
  PROP_OUTCOME = 1,
  N_PROPS
};

enum
{
  LOGGED,
  LEAVE,
  ESCAPE,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtOutcomePanel, ft_outcome_panel, GTK_TYPE_WIDGET)

static FtDesk *
get_desk (FtOutcomePanel *self)
{
  return ft_card_editor_get_desk (self->editor);
}

static const char *
get_own_zone (FtOutcomePanel *self)
{
  return ft_clock_get_zone (ft_desk_get_clock (get_desk (self)));
}

static FtPromiseData *
dup_promise (FtOutcomePanel *self)
{
  if (self->promise_id == 0)
    return NULL;
  return ft_card_editor_dup_promise (self->editor, self->promise_id);
}

/* --- What is being logged --- */

static FtContactData *
make_contact (FtOutcomePanel *self, const FtPromiseData *promise)
{
  FtCard *card = ft_desk_get_card (get_desk (self));
  gint64 now = ft_card_editor_now (self->editor);
  FtChannel channel = self->used;
  FtContactData *contact;

  if (channel == FT_CHANNEL_NONE)
    channel = promise != NULL ? promise->channel : ft_card_get_channel (card);
  contact = ft_contact_data_new (
      self->lead_id, now, channel != FT_CHANNEL_NONE ? channel : FT_CHANNEL_PHONE, self->outcome);
  contact->promise_id = promise != NULL ? promise->id : 0;
  ft_talk_form_fill (self->talk, contact);
  if (!(ft_outcome_parts (self->outcome) & FT_TALK_PIECE))
    contact->piece_id = 0;
  if (ft_outcome_is_talk (self->outcome) && promise != NULL)
    {
      g_free (contact->value);
      contact->value = g_strdup (promise->value);
    }
  if (self->since > 0 && now > self->since)
    contact->seconds = (guint) MIN (now - self->since, LONGEST_CALL);
  return contact;
}

/* What it leaves open to log it with nothing promised after it (B1, B9, D1). */
static void
say_what_is_missing (FtOutcomePanel *self, FtLeadCard *card, const FtContactData *contact)
{
  g_autoptr (GArray) concerns
      = ft_concerns_of_contact (card, contact, NULL, ft_desk_get_settings (get_desk (self)),
                                ft_card_editor_now (self->editor), get_own_zone (self));
  const FtConcern *missing = ft_concerns_find_missing (concerns);
  g_autofree char *words
      = missing != NULL ? ft_concern_words (missing, ft_card_editor_now_in (self->editor, ""))
                        : g_strdup ("");

  ft_promise_form_set_missing (self->form, words);
  /* They will not call: without a day of one's own the lead is forgotten. */
  ft_promise_form_set_with_without (self->form,
                                    missing == NULL || missing->kind != FT_CONCERN_NO_FALLBACK);
}

static void
judge_by_what_will_be (FtOutcomePanel *self)
{
  FtLeadCard *card = ft_card_editor_get_card (self->editor);
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtLeadCard) after = NULL;

  if (card == NULL || self->outcome == FT_OUTCOME_NOTE || card->lead->id != self->lead_id)
    return;
  promise = dup_promise (self);
  after = ft_outcome_card_after (card, make_contact (self, promise), self->promise_id);
  say_what_is_missing (self, card, g_ptr_array_index (after->contacts, 0));
  ft_promise_form_judge_by (self->form, after);
}

static void
talk_changed_cb (FtOutcomePanel *self)
{
  g_assert (FT_IS_OUTCOME_PANEL (self));

  judge_by_what_will_be (self);
}

/* --- Drafts --- */

static void
put_draft_away (FtOutcomePanel *self)
{
  FtOutcomeDraft *draft;

  if (self->lead_id == 0)
    return;
  draft = g_new0 (FtOutcomeDraft, 1);
  draft->outcome = self->outcome;
  draft->channel = ft_promise_form_get_channel (self->form);
  draft->contact = ft_contact_data_new (self->lead_id, 0, FT_CHANNEL_PHONE, self->outcome);
  ft_talk_form_fill (self->talk, draft->contact);
  draft->purpose = g_strdup (ft_promise_form_get_purpose (self->form));
  draft->value = g_strdup (ft_promise_form_get_value (self->form));
  draft->time = g_strdup (ft_promise_form_get_time_text (self->form));
  draft->closing_words = ft_closing_form_dup_words (self->closing);
  draft->override_words = ft_closing_form_dup_override (self->closing);
  if (ft_outcome_draft_is_empty (draft))
    {
      ft_outcome_draft_free (draft);
      g_hash_table_remove (self->drafts, &self->lead_id);
    }
  else
    g_hash_table_replace (self->drafts, g_memdup2 (&self->lead_id, sizeof self->lead_id), draft);
}

static void
clear_texts (FtOutcomePanel *self)
{
  g_autoptr (FtContactData) empty = ft_contact_data_new (0, 0, FT_CHANNEL_PHONE, FT_OUTCOME_NOTE);

  ft_talk_form_start (self->talk, ft_outcome_parts (self->outcome), empty);
  ft_closing_form_start (self->closing, "", "");
  ft_promise_form_set_purpose (self->form, "");
  ft_promise_form_set_value (self->form, "");
  ft_promise_form_set_time_text (self->form, "");
}

/* --- The panel --- */

/* Who was silent on one channel may answer on another (B8). */
static void
update_instead (FtOutcomePanel *self, FtLeadCard *card, const FtPromiseData *promise)
{
  FtCard *model = ft_desk_get_card (get_desk (self));
  FtChannel tried = self->used != FT_CHANNEL_NONE ? self->used
                    : promise != NULL             ? promise->channel
                                                  : FT_CHANNEL_PHONE;
  FtChannel other = self->outcome == FT_OUTCOME_NO_ANSWER
                        ? ft_channels_other (card->lead, ft_card_get_rates (model), tried)
                        : tried;

  gtk_widget_set_visible (GTK_WIDGET (self->instead), other != tried && self->suggested != NULL);
  if (other != tried && self->suggested != NULL)
    {
      FtCivil now = ft_card_editor_now_in (self->editor, card->lead->zone);
      g_autofree char *when = ft_when_format_short (self->suggested->promised, now);
      /* Translators: a channel and a time: "E-mail instead, tomorrow 10:00". */
      g_autofree char *label
          = g_strdup_printf (_ ("%1$s instead, %2$s"), ft_name_of_channel (other), when);

      gtk_button_set_label (self->instead, label);
      g_object_set_data (G_OBJECT (self->instead), "channel", GINT_TO_POINTER (other));
    }
}

static void
suggest (FtOutcomePanel *self, FtLeadCard *card, FtChannel channel)
{
  const char *zone = card->lead->zone;

  g_clear_pointer (&self->suggested, ft_promise_data_unref);
  /* By their clock: nobody is called at five in the morning because it is ten here. */
  self->suggested = ft_outcome_new_promise (card, self->outcome, channel, 0,
                                            ft_desk_get_settings (get_desk (self)),
                                            ft_card_editor_now_in (self->editor, zone), zone);
}

/* The purpose: as typed, else that of the try which is repeated, else what belongs there. */
static void
start_texts (FtOutcomePanel *self, const FtPromiseData *promise, const char *typed)
{
  gboolean retry = promise != NULL && ft_outcome_is_retry (self->outcome);

  if (typed[0] != '\0')
    ft_promise_form_set_purpose (self->form, typed);
  else if (retry && promise->purpose[0] != '\0')
    ft_promise_form_set_purpose (self->form, promise->purpose);
  else
    ft_promise_form_set_purpose (self->form,
                                 self->suggested != NULL ? self->suggested->purpose : "");
  ft_promise_form_set_value (self->form, retry ? promise->value : "");
}

static gboolean
is_filled_in (FtOutcomePanel *self, const FtPromiseData *promise, const char *purpose)
{
  return (promise != NULL && g_str_equal (purpose, promise->purpose))
         || (self->suggested != NULL && g_str_equal (purpose, self->suggested->purpose));
}

static void
start_form (FtOutcomePanel *self, FtLeadCard *card)
{
  g_autofree char *purpose = g_strdup (ft_promise_form_get_purpose (self->form));
  g_autofree char *time = g_strdup (ft_promise_form_get_time_text (self->form));
  FtPromiseData *promise = ft_card_editor_get_promise (self->editor);
  FtChannel channel = card->lead->channel;
  g_autoptr (GPtrArray) chips = NULL;

  self->promise_id = promise != NULL ? promise->id : 0;
  if (channel == FT_CHANNEL_NONE && promise != NULL)
    channel = promise->channel;
  /* What an outcome opened before has filled in was not typed. */
  if (is_filled_in (self, promise, purpose))
    purpose[0] = '\0';
  suggest (self, card, channel);
  chips = ft_outcome_chips (self->outcome, self->suggested, card->lead,
                            ft_desk_get_settings (get_desk (self)),
                            ft_card_editor_now_in (self->editor, card->lead->zone));
  ft_promise_form_start (self->form, card->lead->zone, chips, channel);
  start_texts (self, promise, purpose);
  ft_promise_form_set_time_text (self->form, time);
  update_instead (self, card, promise);
}

static void
show_talk (FtOutcomePanel *self)
{
  g_autoptr (FtPromiseData) promise = dup_promise (self);
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (self->lead_id, 0, FT_CHANNEL_PHONE, self->outcome);

  ft_talk_form_fill (self->talk, contact);
  /* What the promise was to bring is what was given, unless the user says otherwise. */
  if (contact->piece_id == 0 && promise != NULL)
    contact->piece_id = promise->piece_id;
  ft_talk_form_start (self->talk, ft_outcome_parts (self->outcome), contact);
}

static void
set_outcome (FtOutcomePanel *self, FtOutcome outcome)
{
  if (self->outcome == outcome)
    return;
  self->outcome = outcome;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OUTCOME]);
}

static void
show_panel (FtOutcomePanel *self, FtOutcome outcome)
{
  FtLeadCard *card = ft_card_editor_get_card (self->editor);
  gboolean closing;

  if (card == NULL)
    outcome = FT_OUTCOME_NOTE;
  /* The focus goes before what has it is hidden: GTK 4.8 leaks what it hides with the focus inside
   * twice in one frame. */
  if (outcome != self->outcome)
    g_signal_emit (self, signals[LEAVE], 0);
  set_outcome (self, outcome);
  gtk_widget_set_visible (GTK_WIDGET (self), outcome != FT_OUTCOME_NOTE);
  if (outcome == FT_OUTCOME_NOTE)
    return;

  closing = ft_outcome_end (outcome) == FT_OUTCOME_END_NO;
  gtk_label_set_text (self->question, ft_outcome_question (outcome));
  gtk_widget_set_visible (GTK_WIDGET (self->form), !closing);
  gtk_widget_set_visible (GTK_WIDGET (self->closing), closing);
  ft_promise_form_set_with_agreed (self->form, outcome != FT_OUTCOME_NO_ANSWER);
  start_form (self, card);
  show_talk (self);
  judge_by_what_will_be (self);
}

static void
take_draft_up (FtOutcomePanel *self)
{
  FtOutcomeDraft *draft = g_hash_table_lookup (self->drafts, &self->lead_id);

  if (draft == NULL)
    return;
  ft_talk_form_start (self->talk, ft_outcome_parts (draft->outcome), draft->contact);
  ft_closing_form_start (self->closing, draft->closing_words, draft->override_words);
  if (draft->outcome != FT_OUTCOME_NOTE)
    {
      show_panel (self, draft->outcome);
      ft_promise_form_set_channel (self->form, draft->channel);
    }
  ft_promise_form_set_purpose (self->form, draft->purpose);
  ft_promise_form_set_value (self->form, draft->value);
  ft_promise_form_set_time_text (self->form, draft->time);
  g_hash_table_remove (self->drafts, &self->lead_id);
}

/* --- Logging --- */

static void
saved_cb (gpointer owner, gint64 subject, const GError *error)
{
  FtOutcomePanel *self = owner;

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
      ft_closing_form_set_error (self->closing, error->message);
      return;
    }
  clear_texts (self);
  g_signal_emit (self, signals[LOGGED], 0);
  show_panel (self, FT_OUTCOME_NOTE);
}

/* One gesture: the contact, what becomes of the promise it was about, and the next one. */
static void
log_contact (FtOutcomePanel *self, FtPromiseData *next)
{
  FtLeadCard *card = ft_card_editor_get_card (self->editor);
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtContactData) contact = NULL;
  g_autofree char *words = ft_closing_form_dup_words (self->closing);
  g_autofree char *override = ft_closing_form_dup_override (self->closing);
  gboolean closing = ft_outcome_end (self->outcome) == FT_OUTCOME_END_NO;
  g_autoptr (FtEdit) edit = NULL;

  if (self->busy || card == NULL || card->lead->id != self->lead_id)
    return;
  promise = dup_promise (self);
  contact = make_contact (self, promise);
  if (next != NULL)
    ft_outcome_complete_next (self->outcome, next, self->suggested, promise);
  edit = ft_outcome_edit (card, promise, contact, next, closing ? words : "",
                          closing ? override : "", ft_desk_get_settings (get_desk (self)),
                          ft_card_editor_now (self->editor), get_own_zone (self));
  if (next != NULL)
    {
      g_autoptr (GPtrArray) gap = ft_promise_form_dup_gap (self->form, next);

      ft_gesture_also_promise (edit, card->lead->id, gap, ft_card_editor_now (self->editor));
    }
  self->busy = TRUE;
  ft_promise_form_set_error (self->form, NULL);
  ft_closing_form_set_error (self->closing, NULL);
  ft_card_editor_apply (self->editor, edit, TRUE, self->lead_id, self, saved_cb);
}

static void
submit_cb (FtOutcomePanel *self)
{
  g_autoptr (FtPromiseData) next = NULL;

  g_assert (FT_IS_OUTCOME_PANEL (self));

  next = ft_promise_form_dup_promise (self->form, self->lead_id);
  if (next != NULL)
    log_contact (self, next);
}

static void
without_cb (FtOutcomePanel *self)
{
  g_assert (FT_IS_OUTCOME_PANEL (self));

  log_contact (self, NULL);
}

static void
instead_clicked_cb (FtOutcomePanel *self)
{
  g_assert (FT_IS_OUTCOME_PANEL (self));

  ft_promise_form_set_channel (
      self->form, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (self->instead), "channel")));
  ft_promise_form_set_civil (self->form, self->suggested->promised);
  submit_cb (self);
}

/* What is written down, a time is still missing. */
static void
talk_activate_cb (FtOutcomePanel *self)
{
  g_assert (FT_IS_OUTCOME_PANEL (self));

  gtk_widget_grab_focus (gtk_widget_get_visible (GTK_WIDGET (self->closing))
                             ? GTK_WIDGET (self->closing)
                             : GTK_WIDGET (self->form));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                FtOutcomePanel *self)
{
  g_assert (FT_IS_OUTCOME_PANEL (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[ESCAPE], 0);
  return GDK_EVENT_STOP;
}

/* --- The widget --- */

static void
ft_outcome_panel_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_OUTCOME:
      g_value_set_int (value, FT_OUTCOME_PANEL (object)->outcome);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_outcome_panel_dispose (GObject *object)
{
  FtOutcomePanel *self = FT_OUTCOME_PANEL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->suggested, ft_promise_data_unref);

  G_OBJECT_CLASS (ft_outcome_panel_parent_class)->dispose (object);
}

static void
ft_outcome_panel_finalize (GObject *object)
{
  g_hash_table_unref (FT_OUTCOME_PANEL (object)->drafts);

  G_OBJECT_CLASS (ft_outcome_panel_parent_class)->finalize (object);
}

static void
ft_outcome_panel_class_init (FtOutcomePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_outcome_panel_dispose;
  object_class->finalize = ft_outcome_panel_finalize;
  object_class->get_property = ft_outcome_panel_get_property;

  props[PROP_OUTCOME]
      = g_param_spec_int ("outcome", NULL, NULL, FT_OUTCOME_NOTE, FT_OUTCOME_DEFINITE_NO,
                          FT_OUTCOME_NOTE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[LOGGED] = g_signal_new ("logged", FT_TYPE_OUTCOME_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[LEAVE] = g_signal_new ("leave", FT_TYPE_OUTCOME_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[ESCAPE] = g_signal_new ("escape", FT_TYPE_OUTCOME_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  g_type_ensure (FT_TYPE_CLOSING_FORM);
  g_type_ensure (FT_TYPE_PROMISE_FORM);
  g_type_ensure (FT_TYPE_TALK_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-outcome-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, FtOutcomePanel, talk);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomePanel, question);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomePanel, instead);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomePanel, form);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomePanel, closing);
  gtk_widget_class_bind_template_callback (widget_class, instead_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, talk_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, talk_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, without_cb);
}

static void
ft_outcome_panel_init (FtOutcomePanel *self)
{
  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) ft_outcome_draft_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ft_outcome_panel_set_editor (FtOutcomePanel *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_OUTCOME_PANEL (self));

  g_set_object (&self->editor, editor);
  ft_talk_form_set_editor (self->talk, editor);
  ft_promise_form_set_editor (self->form, editor);
  ft_closing_form_set_editor (self->closing, editor);
}

void
ft_outcome_panel_update (FtOutcomePanel *self)
{
  gint64 lead_id;

  g_return_if_fail (FT_IS_OUTCOME_PANEL (self));

  lead_id = ft_card_editor_get_lead_id (self->editor);
  if (self->lead_id == lead_id)
    return;
  put_draft_away (self);
  clear_texts (self);
  show_panel (self, FT_OUTCOME_NOTE);
  self->used = FT_CHANNEL_NONE;
  self->since = 0;
  self->lead_id = lead_id;
  if (lead_id != 0)
    take_draft_up (self);
}

void
ft_outcome_panel_open (FtOutcomePanel *self, FtOutcome outcome)
{
  g_return_if_fail (FT_IS_OUTCOME_PANEL (self));

  show_panel (self, outcome);
  /* After a talk there is something to write down; after none, a time is all it takes. */
  if (self->outcome == FT_OUTCOME_NOTE)
    return;
  if (ft_outcome_end (self->outcome) == FT_OUTCOME_END_NO)
    gtk_widget_grab_focus (GTK_WIDGET (self->closing));
  else
    gtk_widget_grab_focus (ft_outcome_is_talk (self->outcome) ? GTK_WIDGET (self->talk)
                                                              : GTK_WIDGET (self->form));
}

FtOutcome
ft_outcome_panel_get_outcome (FtOutcomePanel *self)
{
  g_return_val_if_fail (FT_IS_OUTCOME_PANEL (self), FT_OUTCOME_NOTE);

  return self->outcome;
}

void
ft_outcome_panel_set_contact (FtOutcomePanel *self, FtChannel channel, gint64 since)
{
  g_return_if_fail (FT_IS_OUTCOME_PANEL (self));

  self->used = channel;
  self->since = since;
}

void
ft_outcome_panel_log_sale (FtOutcomePanel *self)
{
  FtLeadCard *card;
  FtPromiseData *about;
  FtSettings *settings;
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtContactData) contact = NULL;
  g_autoptr (FtSaleData) sale = NULL;
  g_autoptr (FtEdit) edit = NULL;
  gint64 now;

  g_return_if_fail (FT_IS_OUTCOME_PANEL (self));

  card = ft_card_editor_get_card (self->editor);
  if (self->busy || card == NULL || card->lead->id != self->lead_id)
    return;
  settings = ft_desk_get_settings (get_desk (self));
  now = ft_card_editor_now (self->editor);
  about = ft_card_editor_get_promise (self->editor);
  self->promise_id = about != NULL ? about->id : 0;
  promise = dup_promise (self);
  contact = make_contact (self, promise);
  contact->outcome = FT_OUTCOME_SOLD;
  sale = ft_sale_suggest (card, settings, now, get_own_zone (self));
  edit = ft_gesture_sold (card, promise, contact, sale, settings, now, get_own_zone (self));
  self->busy = TRUE;
  /* The card stays: its checklist is what comes next. */
  ft_card_editor_apply (self->editor, edit, FALSE, self->lead_id, self, saved_cb);
}
