#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-promise-form.h"

#include "core/ft-outcomes.h"
#include "core/ft-padding.h"
#include "core/ft-pieces.h"
#include "ui/ft-channel-picker.h"
#include "ui/ft-coach-line.h"
#include "ui/ft-effort.h"
#include "ui/ft-time-picker.h"
#include "ui/ft-wrap-box.h"
#include "ui/ft-wrapped-check.h"

#include <glib/gi18n-lib.h>

struct _FtPromiseForm
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  FtLeadCard *card;     /* owned, the history to judge by, NULL for the one shown */
  const char *zone;     /* interned */
  FtCivil target;       /* suggested by the effort, unset if none was chosen */
  gint64 piece_id;      /* the piece that could come with it (A5), 0 for none */
  gboolean leaving_out; /* about to press "without" */
  gboolean starting;    /* the widgets follow us, not the user */

  /* template children */
  FtChannelPicker *channel;
  GtkWidget *kind_box;
  GtkToggleButton *kind_contact;
  GtkToggleButton *kind_send;
  GtkEditable *purpose;
  GtkEditable *value;
  GtkCheckButton *piece;
  GtkLabel *zone_note;
  FtTimePicker *picker;
  FtCoachLine *coach;
  GtkDropDown *effort;
  GtkCheckButton *agreed;
  GtkCheckButton *gap;
  GtkLabel *error;
  GtkWidget *without;
  GtkEventControllerMotion *without_pointer;
  GtkEventControllerFocus *without_focus;
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

static FtSettings *
get_settings (FtPromiseForm *self)
{
  return ft_desk_get_settings (ft_card_editor_get_desk (self->editor));
}

static FtLeadCard *
get_card (FtPromiseForm *self)
{
  return self->card != NULL ? self->card : ft_card_editor_get_card (self->editor);
}

/* --- How long it takes (C2) --- */

/* My working hours decide when it is done; what they are told is their time. */
static FtCivil
to_their_time (FtPromiseForm *self, FtCivil own)
{
  const char *zone = ft_clock_get_zone (ft_desk_get_clock (ft_card_editor_get_desk (self->editor)));

  if (self->zone[0] == '\0')
    return own;
  return ft_civil_from_instant (ft_civil_to_instant (own, zone, NULL), self->zone);
}

static void
effort_changed_cb (FtPromiseForm *self)
{
  FtPadding padding;
  int effort;

  g_assert (FT_IS_PROMISE_FORM (self));

  if (self->starting || self->editor == NULL)
    return;
  effort = ft_effort_get (self->effort, get_settings (self));
  self->target = FT_CIVIL_NONE;
  if (effort == 0)
    return;
  padding
      = ft_padding_suggest (get_settings (self), ft_card_editor_now_in (self->editor, ""), effort);
  self->target = to_their_time (self, padding.target);
  ft_time_picker_set_civil (self->picker, to_their_time (self, padding.promised));
}

/* --- What comes of it --- */

static FtPromiseData *
make_promise (FtPromiseForm *self, gint64 lead_id, FtCivil civil)
{
  FtPromiseData *promise = ft_promise_data_new (lead_id, civil, self->zone,
                                                ft_channel_picker_get_channel (self->channel));

  promise->kind
      = gtk_toggle_button_get_active (self->kind_send) ? FT_PROMISE_SEND : FT_PROMISE_CONTACT;
  g_free (promise->purpose);
  promise->purpose = g_strstrip (g_strdup (gtk_editable_get_text (self->purpose)));
  g_free (promise->value);
  promise->value = g_strstrip (g_strdup (gtk_editable_get_text (self->value)));
  promise->agreed = gtk_check_button_get_active (self->agreed);
  promise->effort = ft_effort_get (self->effort, get_settings (self));
  if (ft_civil_is_set (self->target) && ft_civil_compare (self->target, civil) < 0)
    promise->target = self->target;
  if (gtk_widget_get_visible (GTK_WIDGET (self->piece))
      && gtk_check_button_get_active (self->piece))
    promise->piece_id = self->piece_id;
  return promise;
}

/* The days between now and a promise far ahead (A2). */
static GArray *
find_gap (FtPromiseForm *self, const FtPromiseData *promise)
{
  FtLeadCard *card = get_card (self);

  if (card == NULL || promise->kind != FT_PROMISE_CONTACT)
    return NULL;
  return ft_gap_contacts (card, promise, get_settings (self),
                          ft_card_editor_now_in (self->editor, "").day);
}

static void
update_gap (FtPromiseForm *self, const FtPromiseData *promise)
{
  g_autoptr (GArray) gap = promise != NULL ? find_gap (self, promise) : NULL;
  guint n = gap != NULL ? gap->len : 0;

  gtk_widget_set_visible (GTK_WIDGET (self->gap), n > 0);
  if (n > 0)
    {
      g_autofree char *label = g_strdup_printf (
          ngettext ("Add %u value contact in between", "Add %u value contacts in between", n), n);

      gtk_check_button_set_label (self->gap, label);
      ft_wrapped_check_set (self->gap);
    }
}

static void
update_coach (FtPromiseForm *self)
{
  g_autoptr (FtPromiseData) promise = NULL;
  FtLeadCard *card = get_card (self);
  FtCivil civil;

  if (card != NULL && !self->leaving_out && ft_time_picker_get_preview (self->picker, &civil))
    promise = make_promise (self, card->lead->id, civil);
  ft_coach_line_show (self->coach, self->card, promise);
  update_gap (self, promise);
}

static void
changed_cb (FtPromiseForm *self)
{
  FtCivil civil;

  g_assert (FT_IS_PROMISE_FORM (self));

  if (self->editor == NULL || self->starting)
    return;
  update_zone_note (self);
  update_coach (self);
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

/* What it leaves open is said before it is pressed. */
static void
consider_without_cb (FtPromiseForm *self)
{
  g_assert (FT_IS_PROMISE_FORM (self));

  self->leaving_out = gtk_event_controller_motion_contains_pointer (self->without_pointer)
                      || gtk_event_controller_focus_contains_focus (self->without_focus);
  if (self->editor != NULL && !self->starting)
    update_coach (self);
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
  g_clear_pointer (&self->card, ft_lead_card_unref);

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
  g_type_ensure (FT_TYPE_COACH_LINE);
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
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, value);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, piece);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, zone_note);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, picker);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, coach);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, effort);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, agreed);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, gap);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, error);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, without);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, without_focus);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, without_pointer);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseForm, save);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, consider_without_cb);
  gtk_widget_class_bind_template_callback (widget_class, effort_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, without_clicked_cb);
}

static void
ft_promise_form_init (FtPromiseForm *self)
{
  self->zone = "";
  self->starting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ft_effort_offer (self->effort);
  ft_coach_line_set_asks_agreed (self->coach, TRUE);
  self->starting = FALSE;
}

void
ft_promise_form_set_editor (FtPromiseForm *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_PROMISE_FORM (self));

  g_set_object (&self->editor, editor);
  ft_coach_line_set_editor (self->coach, editor);
}

/* The next piece they have not had comes along unless it is taken off (A5). */
static void
offer_piece (FtPromiseForm *self)
{
  FtPieceList *list = ft_desk_get_pieces (ft_card_editor_get_desk (self->editor));
  FtLeadCard *card = get_card (self);
  FtPieceData *piece = card != NULL ? ft_pieces_next (ft_piece_list_get_pieces (list), card) : NULL;

  if (piece != NULL && piece->id == self->piece_id)
    return;
  self->piece_id = piece != NULL ? piece->id : 0;
  gtk_widget_set_visible (GTK_WIDGET (self->piece), piece != NULL);
  if (piece != NULL)
    {
      /* Translators: %s is the name of a romance piece, "Case study". */
      g_autofree char *label = g_strdup_printf (_ ("Bring “%s”"), piece->name);

      gtk_check_button_set_label (self->piece, label);
      ft_wrapped_check_set (self->piece);
      gtk_check_button_set_active (self->piece, TRUE);
    }
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

  self->starting = TRUE;
  self->zone = zone;
  self->target = FT_CIVIL_NONE;
  g_clear_pointer (&self->card, ft_lead_card_unref);
  ft_time_picker_set_chips (self->picker, chips, ft_card_editor_now_in (self->editor, zone));
  ft_channel_picker_set_channel (self->channel,
                                 channel != FT_CHANNEL_NONE ? channel : FT_CHANNEL_PHONE);
  gtk_toggle_button_set_active (self->kind_contact, TRUE);
  gtk_editable_set_text (self->purpose, "");
  gtk_editable_set_text (self->value, "");
  gtk_drop_down_set_selected (self->effort, 0);
  gtk_check_button_set_active (self->agreed, FALSE);
  gtk_check_button_set_active (self->gap, FALSE);
  self->piece_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->piece), FALSE);
  offer_piece (self);
  ft_promise_form_set_error (self, NULL);
  self->starting = FALSE;
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

void
ft_promise_form_set_with_agreed (FtPromiseForm *self, gboolean with_agreed)
{
  g_return_if_fail (FT_IS_PROMISE_FORM (self));

  gtk_widget_set_visible (GTK_WIDGET (self->agreed), with_agreed);
  ft_coach_line_set_asks_agreed (self->coach, with_agreed);
}

void
ft_promise_form_set_missing (FtPromiseForm *self, const char *words)
{
  g_return_if_fail (FT_IS_PROMISE_FORM (self));

  ft_coach_line_set_missing (self->coach, words);
}

/**
 * ft_promise_form_set_civil:
 * @civil: of the zone it was started for
 */
void
ft_promise_form_set_civil (FtPromiseForm *self, FtCivil civil)
{
  g_return_if_fail (FT_IS_PROMISE_FORM (self));

  ft_time_picker_set_civil (self->picker, civil);
}

/**
 * ft_promise_form_dup_promise:
 *
 * Returns: (transfer full) (nullable): what is entered, as a promise to @lead_id
 */
FtPromiseData *
ft_promise_form_dup_promise (FtPromiseForm *self, gint64 lead_id)
{
  FtCivil civil;

  g_return_val_if_fail (FT_IS_PROMISE_FORM (self), NULL);

  if (!ft_time_picker_get_civil (self->picker, &civil))
    return NULL;
  return make_promise (self, lead_id, civil);
}

/**
 * ft_promise_form_dup_gap:
 * @promise: as entered
 *
 * Returns: (transfer full) (element-type FtPromiseData): contacts that bring value before it, if
 * the user wants them (A2); their times are mine alone, nothing was said of them
 */
GPtrArray *
ft_promise_form_dup_gap (FtPromiseForm *self, const FtPromiseData *promise)
{
  GPtrArray *contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);

  g_return_val_if_fail (FT_IS_PROMISE_FORM (self), contacts);

  if (gtk_check_button_get_active (self->gap))
    {
      g_autoptr (GArray) gap = find_gap (self, promise);

      for (guint i = 0; gap != NULL && i < gap->len; i++)
        g_ptr_array_add (contacts,
                         ft_gap_new_promise (promise, &g_array_index (gap, FtGapContact, i), 0));
    }
  return contacts;
}

/**
 * ft_promise_form_judge_by:
 * @card: (nullable): the history as it will be when the promise is made
 */
void
ft_promise_form_judge_by (FtPromiseForm *self, FtLeadCard *card)
{
  g_return_if_fail (FT_IS_PROMISE_FORM (self));

  if (card != NULL)
    ft_lead_card_ref (card);
  g_clear_pointer (&self->card, ft_lead_card_unref);
  self->card = card;
  self->starting = TRUE;
  offer_piece (self);
  self->starting = FALSE;
  changed_cb (self);
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
ft_promise_form_get_value (FtPromiseForm *self)
{
  g_return_val_if_fail (FT_IS_PROMISE_FORM (self), "");

  return gtk_editable_get_text (self->value);
}

void
ft_promise_form_set_value (FtPromiseForm *self, const char *value)
{
  g_return_if_fail (FT_IS_PROMISE_FORM (self));

  gtk_editable_set_text (self->value, value);
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
