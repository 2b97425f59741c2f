#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-outcome-bar.h"

#include "core/ft-phone.h"
#include "ui/ft-launch.h"
#include "ui/ft-outcome-panel.h"
#include "ui/ft-wrap-box.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _FtOutcomeBar
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  gint64 lead_id;       /* shown, 0 for none */
  FtChannel channel;    /* of the contact button */
  gint64 since;         /* a call runs, 0 if none does (B4) */
  guint tick;

  /* template children */
  GtkWidget *contact_button;
  AdwButtonContent *contact_content;
  GtkLabel *timer;
  GtkToggleButton *reached;
  GtkToggleButton *no_answer;
  GtkToggleButton *they_will_call;
  GtkToggleButton *they_called;
  GtkToggleButton *proposal_sent;
  GtkToggleButton *delivered;
  GtkToggleButton *sold;
  GtkToggleButton *definite_no;
  GtkLabel *note_label;
  FtOutcomePanel *panel;
};

enum
{
  ADD_REACH,
  OPENED,
  SOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtOutcomeBar, ft_outcome_bar, GTK_TYPE_WIDGET)

/* --- The outcomes --- */

static GtkToggleButton *
get_button (FtOutcomeBar *self, FtOutcome outcome)
{
  GtkToggleButton *buttons[] = {
    [FT_OUTCOME_NOTE] = NULL,
    [FT_OUTCOME_REACHED] = self->reached,
    [FT_OUTCOME_NO_ANSWER] = self->no_answer,
    [FT_OUTCOME_THEY_WILL_CALL] = self->they_will_call,
    [FT_OUTCOME_THEY_CALLED] = self->they_called,
    [FT_OUTCOME_PROPOSAL_SENT] = self->proposal_sent,
    [FT_OUTCOME_DELIVERED] = self->delivered,
    [FT_OUTCOME_SOLD] = self->sold,
    [FT_OUTCOME_DEFINITE_NO] = self->definite_no,
  };

  return outcome < G_N_ELEMENTS (buttons) ? buttons[outcome] : NULL;
}

static void
outcome_changed_cb (FtOutcomeBar *self)
{
  FtOutcome open = ft_outcome_panel_get_outcome (self->panel);

  for (FtOutcome outcome = FT_OUTCOME_REACHED; outcome <= FT_OUTCOME_DEFINITE_NO; outcome++)
    gtk_toggle_button_set_active (get_button (self, outcome), outcome == open);
}

static void
outcome_clicked_cb (FtOutcomeBar *self, GtkToggleButton *button)
{
  FtOutcome open = ft_outcome_panel_get_outcome (self->panel);
  FtOutcome outcome = FT_OUTCOME_REACHED;

  g_assert (FT_IS_OUTCOME_BAR (self));

  while (get_button (self, outcome) != button)
    outcome++;
  /* A click on the open one closes it. */
  ft_outcome_bar_open (self, outcome == open ? FT_OUTCOME_NOTE : outcome);
}

static void
escape_cb (FtOutcomeBar *self)
{
  GtkToggleButton *button = get_button (self, ft_outcome_panel_get_outcome (self->panel));

  g_assert (FT_IS_OUTCOME_BAR (self));

  ft_outcome_bar_open (self, FT_OUTCOME_NOTE);
  if (button != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (button));
}

/* --- How long the call takes (B4) --- */

static gboolean
update_timer (gpointer data)
{
  FtOutcomeBar *self = data;
  gint64 seconds = MAX (ft_card_editor_now (self->editor) - self->since, 0);
  /* Translators: how long a call takes, minutes and seconds. */
  g_autofree char *text
      = g_strdup_printf (_ ("%1$d:%2$02d"), (int) (seconds / 60), (int) (seconds % 60));

  gtk_label_set_text (self->timer, text);
  return G_SOURCE_CONTINUE;
}

static void
set_since (FtOutcomeBar *self, gint64 since)
{
  self->since = since;
  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->timer), since != 0);
  if (since == 0)
    return;
  update_timer (self);
  self->tick = g_timeout_add_seconds (1, update_timer, self);
}

static void
logged_cb (FtOutcomeBar *self)
{
  g_assert (FT_IS_OUTCOME_BAR (self));

  set_since (self, 0);
  ft_outcome_panel_set_contact (self->panel, FT_CHANNEL_NONE, 0);
}

/* The panel takes the focus away with it: the next call is what comes next. */
static void
leave_cb (FtOutcomeBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_assert (FT_IS_OUTCOME_BAR (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panel)))
    gtk_widget_grab_focus (self->contact_button);
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

  g_clear_handle_id (&self->tick, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_outcome_bar_parent_class)->dispose (object);
}

static void
ft_outcome_bar_class_init (FtOutcomeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_outcome_bar_dispose;

  signals[ADD_REACH] = g_signal_new ("add-reach", FT_TYPE_OUTCOME_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  signals[OPENED] = g_signal_new ("opened", FT_TYPE_OUTCOME_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  signals[SOLD] = g_signal_new ("sold", FT_TYPE_OUTCOME_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  g_type_ensure (FT_TYPE_OUTCOME_PANEL);
  g_type_ensure (FT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-outcome-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, contact_button);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, contact_content);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, timer);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, reached);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, no_answer);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, they_will_call);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, they_called);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, proposal_sent);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, delivered);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, sold);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, definite_no);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, note_label);
  gtk_widget_class_bind_template_child (widget_class, FtOutcomeBar, panel);
  gtk_widget_class_bind_template_callback (widget_class, contact_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, escape_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, logged_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_clicked_cb);
}

static void
ft_outcome_bar_init (FtOutcomeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ft_outcome_bar_set_editor (FtOutcomeBar *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_OUTCOME_BAR (self));

  g_set_object (&self->editor, editor);
  ft_outcome_panel_set_editor (self->panel, editor);
}

void
ft_outcome_bar_update (FtOutcomeBar *self)
{
  FtLeadCard *card;
  FtPromiseData *promise;

  g_return_if_fail (FT_IS_OUTCOME_BAR (self));

  card = ft_card_editor_get_card (self->editor);
  ft_outcome_panel_update (self->panel);
  if (self->lead_id != ft_card_editor_get_lead_id (self->editor))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->note_label), FALSE);
      set_since (self, 0);
      self->lead_id = ft_card_editor_get_lead_id (self->editor);
    }
  if (card == NULL)
    return;
  promise = ft_card_editor_get_promise (self->editor);
  self->channel
      = promise != NULL
            ? promise->channel
            : ft_card_get_channel (ft_desk_get_card (ft_card_editor_get_desk (self->editor)));
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
  /* Only a call is under way from now on; a letter is written when it is. */
  set_since (self, channel == FT_CHANNEL_PHONE ? ft_card_editor_now (self->editor) : 0);
  ft_outcome_panel_set_contact (self->panel, channel, self->since);
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

  /* A sale is logged at once, and made exact on its checklist. */
  if (outcome == FT_OUTCOME_SOLD)
    {
      g_signal_emit (self, signals[SOLD], 0);
      ft_outcome_panel_log_sale (self->panel);
      gtk_toggle_button_set_active (self->sold, FALSE);
      return;
    }
  ft_outcome_panel_open (self->panel, outcome);
  if (outcome != FT_OUTCOME_NOTE)
    g_signal_emit (self, signals[OPENED], 0);
}
