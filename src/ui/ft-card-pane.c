#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-card-pane.h"

#include "core/ft-gestures.h"
#include "core/ft-when.h"
#include "ui/ft-blank-card.h"
#include "ui/ft-brief-box.h"
#include "ui/ft-card-editor.h"
#include "ui/ft-closed-box.h"
#include "ui/ft-details-box.h"
#include "ui/ft-hint-line.h"
#include "ui/ft-history-row.h"
#include "ui/ft-outcome-bar.h"
#include "ui/ft-person-box.h"
#include "ui/ft-promise-box.h"
#include "ui/ft-promise-form.h"
#include "ui/ft-promise-line.h"
#include "ui/ft-run-bar.h"
#include "ui/ft-remark-list.h"
#include "ui/ft-sale-box.h"
#include "ui/ft-sensitive-box.h"
#include "ui/ft-talk-box.h"

#include <glib/gi18n-lib.h>

/* How much of the history is shown until more is asked for. */
#define HISTORY_PAGE 20
/* What is on the card changes by time passing, too: whether it is late, the time there. */
#define TICK_SECONDS 15

struct _FtCardPane
{
  GtkWidget parent_instance;

  FtDesk *desk;                /* owned */
  FtCardEditor *editor;        /* owned */
  GSimpleActionGroup *actions; /* owned */
  GtkSliceListModel *slice;    /* owned, the part of the history that is shown */
  gint64 lead_id;              /* shown, 0 for none */
  gboolean form_asked;         /* the user wants to promise something */
  gboolean form_shown;
  gboolean form_busy;
  gboolean selling; /* the checklist is on its way … */
  guint n_sales;    /* … when there are more than these */
  guint tick;
  guint scrolling; /* a tick callback */
  guint frames;    /* since then */

  /* template children */
  GtkStack *stack;
  FtBlankCard *blank;
  GtkScrolledWindow *scroller;
  GtkBox *column;
  FtRunBar *run;
  FtPersonBox *person;
  FtClosedBox *closed;
  FtSensitiveBox *sensitive;
  FtPromiseBox *promise;
  FtHintLine *hint;
  FtBriefBox *brief;
  GtkWidget *form_box;
  GtkLabel *form_title;
  FtPromiseForm *form;
  FtOutcomeBar *outcome;
  FtSaleBox *sales;
  GtkBox *others;
  FtTalkBox *talk;
  FtRemarkList *facts;
  FtDetailsBox *details;
  GtkListBox *history;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (FtCardPane, ft_card_pane, GTK_TYPE_WIDGET)

/* --- Promises beside the one to act on --- */

static void
update_others (FtCardPane *self, FtLeadCard *card)
{
  FtPromiseData *next = ft_card_editor_get_promise (self->editor);
  GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->others));

  for (guint i = 0; i < card->promises->len; i++)
    {
      FtPromiseData *promise = g_ptr_array_index (card->promises, i);

      /* The steps of a sale stand on its checklist. */
      if (promise->state != FT_PROMISE_OPEN || promise == next || promise->sale_id != 0)
        continue;
      if (line == NULL)
        {
          line = ft_promise_line_new (self->editor);
          gtk_box_append (self->others, line);
        }
      ft_promise_line_set_promise (FT_PROMISE_LINE (line), promise);
      line = gtk_widget_get_next_sibling (line);
    }
  while (line != NULL)
    {
      GtkWidget *following = gtk_widget_get_next_sibling (line);

      gtk_box_remove (self->others, line);
      line = following;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->others),
                          gtk_widget_get_first_child (GTK_WIDGET (self->others)) != NULL);
}

/* An open lead without a promise is a fault that is mended with one click (B1). */
static void
update_form (FtCardPane *self, FtLeadCard *card)
{
  gboolean missing
      = ft_card_editor_get_promise (self->editor) == NULL && card->lead->state == FT_LEAD_OPEN;
  gboolean shown = missing || self->form_asked;

  gtk_widget_set_visible (self->form_box, shown);
  gtk_label_set_text (self->form_title,
                      missing ? _ ("No promise. Make one:") : _ ("What do you promise?"));
  if (shown && !self->form_shown)
    {
      const char *zone = card->lead->zone;
      g_autoptr (GPtrArray) chips = ft_when_chips (ft_desk_get_settings (self->desk),
                                                   ft_card_editor_now_in (self->editor, zone));

      ft_promise_form_start (self->form, zone, chips, card->lead->channel);
    }
  self->form_shown = shown;
}

static void
form_saved_cb (gpointer owner, gint64 subject, const GError *error)
{
  FtCardPane *self = owner;

  self->form_busy = FALSE;
  if (subject != self->lead_id)
    return;
  if (error != NULL)
    {
      ft_promise_form_set_error (self->form, error->message);
      return;
    }
  self->form_asked = FALSE;
  self->form_shown = FALSE;
  gtk_widget_set_visible (self->form_box, FALSE);
}

static void
form_submit_cb (FtCardPane *self)
{
  g_autoptr (FtLeadData) lead = NULL;
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtEdit) edit = NULL;

  g_assert (FT_IS_CARD_PANE (self));

  lead = ft_card_editor_dup_lead (self->editor);
  if (self->form_busy || lead == NULL)
    return;
  promise = ft_promise_form_dup_promise (self->form, lead->id);
  if (promise == NULL)
    return;
  edit = ft_gesture_add_promise (lead, promise, ft_card_editor_now (self->editor));
  self->form_busy = TRUE;
  ft_card_editor_apply (self->editor, edit, FALSE, lead->id, self, form_saved_cb);
}

static gboolean
form_key_pressed_cb (GtkEventControllerKey *controller,
                     guint keyval,
                     guint keycode,
                     GdkModifierType state,
                     FtCardPane *self)
{
  FtLeadCard *card;

  g_assert (FT_IS_CARD_PANE (self));

  card = ft_card_editor_get_card (self->editor);
  if (keyval != GDK_KEY_Escape || !self->form_asked || card == NULL)
    return GDK_EVENT_PROPAGATE;
  self->form_asked = FALSE;
  update_form (self, card);
  return GDK_EVENT_STOP;
}

/* --- History --- */

static GtkWidget *
create_history_row_cb (gpointer item, gpointer data)
{
  FtCardPane *self = data;
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), ft_history_row_new (self->editor, item));
  return row;
}

static void
update_more (FtCardPane *self)
{
  guint n = g_list_model_get_n_items (gtk_slice_list_model_get_model (self->slice));

  gtk_widget_set_visible (self->more, n > gtk_slice_list_model_get_size (self->slice));
}

static void
more_clicked_cb (FtCardPane *self)
{
  g_assert (FT_IS_CARD_PANE (self));

  gtk_slice_list_model_set_size (self->slice,
                                 gtk_slice_list_model_get_size (self->slice) + HISTORY_PAGE);
  update_more (self);
}

/* --- What was opened comes into sight --- */

/* All of the outcomes and their panel, or as much as fits from the top. */
static void
scroll_to_outcome (FtCardPane *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *viewport = gtk_scrolled_window_get_child (self->scroller);
  double page = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->outcome), viewport, &bounds))
    return;
  if (bounds.origin.y + bounds.size.height > page)
    value += MIN (bounds.origin.y + bounds.size.height - page, bounds.origin.y);
  gtk_adjustment_set_value (adjustment, value);
}

/* It has its place only when the frame after this one is laid out. */
static gboolean
laid_out_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FtCardPane *self = FT_CARD_PANE (widget);

  if (++self->frames < 2)
    return G_SOURCE_CONTINUE;
  scroll_to_outcome (self);
  self->scrolling = 0;
  return G_SOURCE_REMOVE;
}

static void
outcome_opened_cb (FtCardPane *self)
{
  g_assert (FT_IS_CARD_PANE (self));

  self->frames = 0;
  if (self->scrolling == 0)
    self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (self), laid_out_cb, NULL, NULL);
}

static void
sold_cb (FtCardPane *self)
{
  FtLeadCard *card = ft_card_editor_get_card (self->editor);

  g_assert (FT_IS_CARD_PANE (self));

  self->selling = card != NULL;
  self->n_sales = card != NULL ? card->sales->len : 0;
  ft_sale_box_expect (self->sales, self->lead_id);
}

/* A card to write or a delivery that comes before the next call stands above it, else the checklist
 * stands below the outcomes of the call. It moves only when another lead is shown or something is
 * sold: never under the pointer. */
static void
place_sales (FtCardPane *self)
{
  FtLeadCard *card = ft_card_editor_get_card (self->editor);
  FtPromiseData *call = ft_card_editor_get_promise (self->editor);
  gboolean first = FALSE;

  for (guint i = 0; card != NULL && i < card->promises->len; i++)
    {
      const FtPromiseData *promise = g_ptr_array_index (card->promises, i);

      first = first
              || (promise->state == FT_PROMISE_OPEN && promise->sale_id != 0
                  && !ft_promise_data_is_contact (promise)
                  && (call == NULL || promise->target_at < call->target_at));
    }
  gtk_box_reorder_child_after (self->column, GTK_WIDGET (self->sales),
                               first ? GTK_WIDGET (self->sensitive) : GTK_WIDGET (self->outcome));
}

/* --- Commands --- */

static void
call_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ft_outcome_bar_contact (FT_CARD_PANE (data)->outcome, FT_CHANNEL_PHONE);
}

static void
write_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ft_outcome_bar_contact (FT_CARD_PANE (data)->outcome, FT_CHANNEL_EMAIL);
}

/* One command an outcome, by the name it is exported with. */
static void
outcome_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FtOutcome outcome;

  if (ft_outcome_from_string (g_action_get_name (G_ACTION (action)), &outcome))
    ft_outcome_bar_open (FT_CARD_PANE (data)->outcome, outcome);
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ft_person_box_edit (FT_CARD_PANE (data)->person);
}

static void
start_calling_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ft_call_run_start (ft_desk_get_run (FT_CARD_PANE (data)->desk));
}

/* One key, running or not: the next call, else the next lead of the list. */
static void
next_call_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ft_desk_step (FT_CARD_PANE (data)->desk, 1);
}

static void
stop_calling_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ft_call_run_stop (ft_desk_get_run (FT_CARD_PANE (data)->desk));
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FtCardPane *self = data;
  g_autoptr (FtLeadData) lead = ft_card_editor_dup_lead (self->editor);
  g_autoptr (FtEdit) edit = NULL;

  if (lead == NULL)
    return;
  edit = ft_gesture_remove_lead (lead);
  ft_card_editor_apply (self->editor, edit, TRUE, lead->id, NULL, NULL);
}

static void
new_promise_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FtCardPane *self = data;
  FtLeadCard *card = ft_card_editor_get_card (self->editor);

  if (card == NULL)
    return;
  self->form_asked = TRUE;
  update_form (self, card);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static const GActionEntry ACTIONS[] = {
  { "call", call_cb },
  { "write", write_cb },
  { "reached", outcome_cb },
  { "no-answer", outcome_cb },
  { "they-will-call", outcome_cb },
  { "they-called", outcome_cb },
  { "proposal-sent", outcome_cb },
  { "delivered", outcome_cb },
  { "sold", outcome_cb },
  { "definite-no", outcome_cb },
  { "start-calling", start_calling_cb },
  { "next-call", next_call_cb },
  { "stop-calling", stop_calling_cb },
  { "edit", edit_cb },
  { "remove", remove_cb },
  { "new-promise", new_promise_cb },
};

/* The one place where commands are switched on and off. */
static void
update_actions (FtCardPane *self)
{
  gboolean shown = ft_card_editor_get_card (self->editor) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ACTIONS); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), ACTIONS[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), shown);
    }
}

/* --- Following the card --- */

/* What depends on the time as well as on the card. */
static void
update_now (FtCardPane *self)
{
  FtLeadCard *card = ft_card_editor_get_card (self->editor);

  if (card == NULL)
    return;
  ft_person_box_update (self->person);
  ft_brief_box_update (self->brief);
  ft_closed_box_update (self->closed);
  ft_promise_box_update (self->promise);
  ft_outcome_bar_update (self->outcome);
  ft_sale_box_update (self->sales);
  update_others (self, card);
  update_form (self, card);
}

static void
update (FtCardPane *self)
{
  FtLeadCard *card = ft_card_editor_get_card (self->editor);
  gint64 lead_id = ft_card_editor_get_lead_id (self->editor);

  if (lead_id != self->lead_id)
    {
      self->lead_id = lead_id;
      self->form_asked = FALSE;
      self->form_shown = FALSE;
      gtk_slice_list_model_set_size (self->slice, HISTORY_PAGE);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      self->selling = FALSE;
      place_sales (self);
    }
  else if (self->selling && card != NULL && card->sales->len > self->n_sales)
    {
      self->selling = FALSE;
      place_sales (self);
    }
  update_actions (self);
  if (card != NULL)
    {
      update_now (self);
      ft_sensitive_box_update (self->sensitive, card->lead);
      ft_talk_box_update (self->talk);
      ft_remark_list_update (self->facts);
      ft_details_box_update (self->details);
    }
  else
    ft_outcome_bar_update (self->outcome);
  gtk_stack_set_visible_child_name (self->stack, card != NULL ? "card" : "empty");
}

static gboolean
tick_cb (gpointer data)
{
  update_now (data);
  return G_SOURCE_CONTINUE;
}

static void
add_reach_cb (FtCardPane *self, int channel)
{
  g_assert (FT_IS_CARD_PANE (self));

  ft_details_box_add_reach (self->details, channel);
}

static void
ft_card_pane_map (GtkWidget *widget)
{
  FtCardPane *self = FT_CARD_PANE (widget);

  GTK_WIDGET_CLASS (ft_card_pane_parent_class)->map (widget);

  update_now (self);
  self->tick = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
}

static void
ft_card_pane_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&FT_CARD_PANE (widget)->tick, g_source_remove);

  GTK_WIDGET_CLASS (ft_card_pane_parent_class)->unmap (widget);
}

static void
ft_card_pane_dispose (GObject *object)
{
  FtCardPane *self = FT_CARD_PANE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->history != NULL)
    gtk_list_box_bind_model (self->history, NULL, NULL, NULL, NULL);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  self->history = NULL;
  g_clear_object (&self->slice);
  g_clear_object (&self->actions);
  g_clear_object (&self->editor);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_card_pane_parent_class)->dispose (object);
}

static void
ft_card_pane_class_init (FtCardPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_card_pane_dispose;
  widget_class->map = ft_card_pane_map;
  widget_class->unmap = ft_card_pane_unmap;

  g_type_ensure (FT_TYPE_BLANK_CARD);
  g_type_ensure (FT_TYPE_BRIEF_BOX);
  g_type_ensure (FT_TYPE_CLOSED_BOX);
  g_type_ensure (FT_TYPE_DETAILS_BOX);
  g_type_ensure (FT_TYPE_HINT_LINE);
  g_type_ensure (FT_TYPE_OUTCOME_BAR);
  g_type_ensure (FT_TYPE_PERSON_BOX);
  g_type_ensure (FT_TYPE_PROMISE_BOX);
  g_type_ensure (FT_TYPE_PROMISE_FORM);
  g_type_ensure (FT_TYPE_RUN_BAR);
  g_type_ensure (FT_TYPE_REMARK_LIST);
  g_type_ensure (FT_TYPE_SALE_BOX);
  g_type_ensure (FT_TYPE_SENSITIVE_BOX);
  g_type_ensure (FT_TYPE_TALK_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-card-pane.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, stack);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, blank);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, column);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, run);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, person);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, closed);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, sensitive);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, promise);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, hint);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, brief);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, form_box);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, form_title);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, form);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, outcome);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, sales);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, others);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, talk);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, facts);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, details);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, history);
  gtk_widget_class_bind_template_child (widget_class, FtCardPane, more);
  gtk_widget_class_bind_template_callback (widget_class, form_submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_reach_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, sold_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
ft_card_pane_init (FtCardPane *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), ACTIONS, G_N_ELEMENTS (ACTIONS),
                                   self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "lead", G_ACTION_GROUP (self->actions));
  ft_promise_form_set_with_kind (self->form, TRUE);
}

GtkWidget *
ft_card_pane_new (FtDesk *desk)
{
  FtCardPane *self;
  FtCard *card;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_CARD_PANE, NULL);
  self->desk = g_object_ref (desk);
  self->editor = ft_card_editor_new (desk);
  card = ft_desk_get_card (desk);
  ft_blank_card_set_desk (self->blank, desk);
  ft_person_box_set_editor (self->person, self->editor);
  ft_run_bar_set_desk (self->run, desk);
  ft_closed_box_set_editor (self->closed, self->editor);
  ft_promise_box_set_editor (self->promise, self->editor);
  ft_hint_line_set_desk (self->hint, desk);
  ft_brief_box_set_editor (self->brief, self->editor);
  ft_talk_box_set_editor (self->talk, self->editor);
  ft_remark_list_set_editor (self->facts, self->editor, FT_REMARK_FACT);
  ft_promise_form_set_editor (self->form, self->editor);
  ft_outcome_bar_set_editor (self->outcome, self->editor);
  ft_sale_box_set_editor (self->sales, self->editor);
  ft_details_box_set_editor (self->details, self->editor);

  self->slice
      = gtk_slice_list_model_new (g_object_ref (ft_card_get_history (card)), 0, HISTORY_PAGE);
  gtk_list_box_bind_model (self->history, G_LIST_MODEL (self->slice), create_history_row_cb, self,
                           NULL);
  g_signal_connect_object (ft_card_get_history (card), "items-changed", G_CALLBACK (update_more),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "notify::data", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ft_desk_get_clock (desk), "changed", G_CALLBACK (update_now), self,
                           G_CONNECT_SWAPPED);
  update (self);
  update_more (self);
  return GTK_WIDGET (self);
}

/**
 * ft_card_pane_get_actions:
 *
 * Returns: (transfer none): the commands about the lead shown
 */
GActionGroup *
ft_card_pane_get_actions (FtCardPane *self)
{
  g_return_val_if_fail (FT_IS_CARD_PANE (self), NULL);

  return G_ACTION_GROUP (self->actions);
}
