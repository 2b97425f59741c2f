#define G_LOG_DOMAIN "ft-model"

#include "model/ft-desk.h"

#include <glib/gi18n-lib.h>

#include "model/ft-next-due.h"
#include "model/ft-request.h"
#include "model/ft-tally.h"

struct _FtDesk
{
  GObject parent_instance;

  FtStore *store;
  FtLeadList *list;
  FtPieceList *pieces;
  FtAwayList *away;
  FtCard *card;
  FtCallRun *run;
  FtTally *tally;

  FtRequest *finding; /* the lead due next */
  guint position;     /* where the lead shown is in the list, or was last */
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_CLOCK,
  PROP_LIST,
  PROP_CARD,
  PROP_COUNTS,
  PROP_SETTINGS,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

enum
{
  DONE,
  FAILED,
  SHOW_LEAD,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtDesk, ft_desk, G_TYPE_OBJECT)

/* --- The lead that is shown --- */

static void
show (FtDesk *self, gint64 lead_id)
{
  guint position = lead_id != 0 ? ft_lead_list_find (self->list, lead_id) : G_MAXUINT;

  ft_request_drop (&self->finding);
  if (position != G_MAXUINT)
    self->position = position;
  ft_card_set_lead_id (self->card, lead_id);
  g_signal_emit (self, signals[SHOW_LEAD], 0, lead_id);
}

/* Not to move on is no failure: the change itself is on disk, and the card shows it. */
static void
next_due_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gint64 lead_id = ft_next_due_find_finish (FT_STORE (source), result, NULL);
  g_autoptr (FtDesk) self = ft_request_finish (data);

  if (self && lead_id > 0)
    show (self, lead_id);
}

/* Go on to the lead that is late longest or due first today; stay where all of today is done. */
static void
show_next_due (FtDesk *self)
{
  FtRequest *request = ft_request_start (&self->finding, G_OBJECT (self));

  ft_next_due_find_async (self->store, ft_desk_get_bounds (self),
                          ft_card_get_lead_id (self->card), ft_request_get_cancellable (request),
                          next_due_cb, request);
}

static FtLeadRow *
find_row (FtChangeSet *change, gint64 lead_id)
{
  for (guint i = 0; change->rows && i < change->rows->len; i++)
    {
      FtLeadRow *row = change->rows->pdata[i];
      if (row->lead->id == lead_id)
        return row;
    }
  return NULL;
}

/* What was undone is shown, if there is one lead it was about and it still exists. */
static void
show_changed (FtDesk *self, FtChangeSet *change)
{
  gint64 lead_id = change->lead_id;

  if (change->everything)
    return;
  if (lead_id == 0 && change->leads->len == 1)
    lead_id = g_array_index (change->leads, gint64, 0);
  if (find_row (change, lead_id))
    show (self, lead_id);
}

/* --- Callbacks --- */

static void
items_changed_cb (FtDesk *self)
{
  gint64 shown = ft_card_get_lead_id (self->card);
  gint64 first = ft_lead_list_get_id_at (self->list, 0);
  guint position;

  /* The desk opens on the oldest late promise, if the user was not faster. */
  if (shown == 0 && first != 0)
    show (self, first);
  else if (shown != 0 && (position = ft_lead_list_find (self->list, shown)) != G_MAXUINT)
    self->position = position;
}

/* The lead shown was removed: its neighbour takes its place. */
static void
card_gone_cb (FtDesk *self)
{
  gint64 gone = ft_card_get_lead_id (self->card);
  guint around[] = { self->position, self->position + 1, self->position - 1, 0 };
  gint64 next = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (around) && (next == 0 || next == gone); i++)
    next = ft_lead_list_get_id_at (self->list, around[i]);
  show (self, next == gone ? 0 : next);
}

static void
reading_failed_cb (FtDesk *self, GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error->message, error);
}

static void
tally_changed_cb (FtDesk *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNTS]);
}

static void
time_passed_cb (FtDesk *self)
{
  ft_lead_list_renew (self->list);
  ft_card_renew (self->card);
}

static void
settings_cb (FtDesk *self)
{
  ft_lead_list_renew (self->list);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SETTINGS]);
}

static void
run_show_cb (FtDesk *self, gint64 lead_id)
{
  show (self, lead_id);
}

static void
undo_label_cb (FtDesk *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
}

static void
redo_label_cb (FtDesk *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_LABEL]);
}

/* --- Gestures --- */

typedef struct
{
  gboolean then_next;
  gboolean creates;
  gint64 shown; /* then: who has chosen another lead since stays there */
} Apply;

static gboolean
creates_lead (FtEdit *edit)
{
  GPtrArray *leads = ft_edit_get_leads (edit);
  for (guint i = 0; i < leads->len; i++)
    if (((FtLeadData *) leads->pdata[i])->id < 0)
      return TRUE;
  return FALSE;
}

static void
apply_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_store_apply_finish (FT_STORE (source), result, &error);
  g_autoptr (FtDesk) self = g_object_ref (g_task_get_source_object (task));
  const Apply *apply = g_task_get_task_data (task);

  if (!change)
    {
      g_task_return_error (task, g_error_copy (error));
      g_signal_emit (self, signals[FAILED], 0, error->message, error);
      return;
    }
  g_task_return_pointer (task, ft_change_set_ref (change), (GDestroyNotify) ft_change_set_unref);
  g_signal_emit (self, signals[DONE], 0, change->label, TRUE);
  if (apply->creates)
    show (self, change->lead_id);
  else if (apply->then_next && apply->shown == ft_card_get_lead_id (self->card))
    {
      if (apply->shown == ft_call_run_get_lead_id (self->run))
        ft_call_run_next (self->run);
      else
        show_next_due (self);
    }
}

static void
undo_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtDesk) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_store_undo_finish (FT_STORE (source), result, &error);
  g_autofree char *label = NULL;

  if (!change)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message, error);
      return;
    }
  /* Translators: what was done and is taken back: "Undone: Add Anna Berg". */
  label = g_strdup_printf (_ ("Undone: %s"), change->label);
  g_signal_emit (self, signals[DONE], 0, label, FALSE);
  show_changed (self, change);
}

static void
redo_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtDesk) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_store_redo_finish (FT_STORE (source), result, &error);

  if (!change)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message, error);
      return;
    }
  g_signal_emit (self, signals[DONE], 0, change->label, TRUE);
  show_changed (self, change);
}

/* --- GObject --- */

static void
ft_desk_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtDesk *self = FT_DESK (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_CLOCK:
      g_value_set_object (value, ft_desk_get_clock (self));
      break;
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_CARD:
      g_value_set_object (value, self->card);
      break;
    case PROP_COUNTS:
      g_value_set_pointer (value, (gpointer) ft_tally_get_counts (self->tally));
      break;
    case PROP_SETTINGS:
      g_value_set_pointer (value, ft_desk_get_settings (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, ft_store_get_undo_label (self->store));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, ft_store_get_redo_label (self->store));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_desk_dispose (GObject *object)
{
  FtDesk *self = FT_DESK (object);

  ft_request_drop (&self->finding);
  g_clear_object (&self->tally);
  g_clear_object (&self->run);
  g_clear_object (&self->card);
  g_clear_object (&self->pieces);
  g_clear_object (&self->away);
  g_clear_object (&self->list);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ft_desk_parent_class)->dispose (object);
}

static void
ft_desk_class_init (FtDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ft_desk_get_property;
  object_class->dispose = ft_desk_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, FT_TYPE_STORE, flags);
  props[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, FT_TYPE_CLOCK, flags);
  props[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, FT_TYPE_LEAD_LIST, flags);
  props[PROP_CARD] = g_param_spec_object ("card", NULL, NULL, FT_TYPE_CARD, flags);
  props[PROP_COUNTS] = g_param_spec_pointer ("counts", NULL, NULL, flags);
  props[PROP_SETTINGS] = g_param_spec_pointer ("settings", NULL, NULL, flags);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[DONE] = g_signal_new ("done", FT_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", FT_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
  signals[SHOW_LEAD] = g_signal_new ("show-lead", FT_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ft_desk_init (FtDesk *self)
{
}

/**
 * ft_desk_new:
 * @store: an open store
 *
 * Returns: (transfer full): a desk that shows the lead due first as soon as it is known
 */
FtDesk *
ft_desk_new (FtStore *store)
{
  FtDesk *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_DESK, NULL);
  self->store = g_object_ref (store);
  self->list = ft_lead_list_new (store);
  self->pieces = ft_piece_list_new (store);
  self->away = ft_away_list_new (store);
  self->card = ft_card_new (store, self->pieces);
  self->run = ft_call_run_new (store);
  self->tally = ft_tally_new (store);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card, "gone", G_CALLBACK (card_gone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card, "failed", G_CALLBACK (reading_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tally, "changed", G_CALLBACK (tally_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tally, "passed", G_CALLBACK (time_passed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tally, "failed", G_CALLBACK (reading_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "show-lead", G_CALLBACK (run_show_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "failed", G_CALLBACK (reading_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::settings", G_CALLBACK (settings_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::undo-label", G_CALLBACK (undo_label_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::redo-label", G_CALLBACK (redo_label_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

FtStore *
ft_desk_get_store (FtDesk *self)
{
  g_return_val_if_fail (FT_IS_DESK (self), NULL);
  return self->store;
}

FtClock *
ft_desk_get_clock (FtDesk *self)
{
  g_return_val_if_fail (FT_IS_DESK (self), NULL);
  return ft_store_get_clock (self->store);
}

FtLeadList *
ft_desk_get_list (FtDesk *self)
{
  g_return_val_if_fail (FT_IS_DESK (self), NULL);
  return self->list;
}

FtCard *
ft_desk_get_card (FtDesk *self)
{
  g_return_val_if_fail (FT_IS_DESK (self), NULL);
  return self->card;
}

FtAwayList *
ft_desk_get_away (FtDesk *self)
{
  g_return_val_if_fail (FT_IS_DESK (self), NULL);

  return self->away;
}

FtPieceList *
ft_desk_get_pieces (FtDesk *self)
{
  g_return_val_if_fail (FT_IS_DESK (self), NULL);
  return self->pieces;
}

FtCallRun *
ft_desk_get_run (FtDesk *self)
{
  g_return_val_if_fail (FT_IS_DESK (self), NULL);
  return self->run;
}

FtSettings *
ft_desk_get_settings (FtDesk *self)
{
  g_return_val_if_fail (FT_IS_DESK (self), NULL);
  return ft_store_get_settings (self->store);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtDesk) self = data;
  g_autoptr (GError) error = NULL;

  if (!ft_store_save_settings_finish (FT_STORE (source), result, &error))
    g_signal_emit (self, signals[FAILED], 0, error->message, error);
}

void
ft_desk_save_settings (FtDesk *self, const FtSettings *settings)
{
  g_return_if_fail (FT_IS_DESK (self));
  g_return_if_fail (settings != NULL);
  ft_store_save_settings_async (self->store, settings, NULL, saved_cb, g_object_ref (self));
}

const FtCounts *
ft_desk_get_counts (FtDesk *self)
{
  g_return_val_if_fail (FT_IS_DESK (self), NULL);
  return ft_tally_get_counts (self->tally);
}

/**
 * ft_desk_get_bounds:
 *
 * Returns: what is late, today and this week at this moment, on the user's clock
 */
FtDayBounds
ft_desk_get_bounds (FtDesk *self)
{
  g_return_val_if_fail (FT_IS_DESK (self), (FtDayBounds){ 0 });
  return ft_tally_get_bounds (self->tally);
}

char *
ft_desk_dup_coverage (FtDesk *self)
{
  g_return_val_if_fail (FT_IS_DESK (self), NULL);

  const FtCounts *counts = ft_tally_get_counts (self->tally);
  guint without = MIN (counts->n[FT_FILTER_WITHOUT], counts->n_open);
  return g_strdup_printf ("%'u/%'u", counts->n_open - without, counts->n_open);
}

void
ft_desk_show_lead (FtDesk *self, gint64 lead_id)
{
  g_return_if_fail (FT_IS_DESK (self));
  g_return_if_fail (lead_id >= 0);

  show (self, lead_id);
}

/* Who has looked elsewhere comes back to the card of the run first. */
static void
step_run (FtDesk *self, int by)
{
  gint64 lead_id = ft_call_run_get_lead_id (self->run);

  if (lead_id != 0 && lead_id != ft_card_get_lead_id (self->card))
    show (self, lead_id);
  else if (by > 0)
    ft_call_run_next (self->run);
  else
    ft_call_run_previous (self->run);
}

void
ft_desk_step (FtDesk *self, int by)
{
  guint n_items;
  guint position;
  gint64 to;

  g_return_if_fail (FT_IS_DESK (self));

  if (ft_call_run_is_running (self->run))
    {
      step_run (self, by);
      return;
    }
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  if (n_items == 0)
    return;

  position = ft_lead_list_find (self->list, ft_card_get_lead_id (self->card));
  /* A lead that has left the list left a gap: down is the one that has moved into it. */
  if (position == G_MAXUINT)
    to = (gint64) self->position + (by > 0 ? by - 1 : by);
  else
    to = (gint64) position + by;
  to = CLAMP (to, 0, (gint64) n_items - 1);
  if (to != position)
    show (self, ft_lead_list_get_id_at (self->list, to));
}

/**
 * ft_desk_apply:
 * @edit: what to write; one step of undo
 * @then_next: whether to move on to the next lead late or due today; else the place is kept
 * @callback: (nullable): hears of it before "done" or "failed" does
 *
 * A lead that @edit adds is shown.
 */
void
ft_desk_apply (
    FtDesk *self, FtEdit *edit, gboolean then_next, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Apply *apply;

  g_return_if_fail (FT_IS_DESK (self));
  g_return_if_fail (edit != NULL);

  apply = g_new (Apply, 1);
  apply->then_next = then_next;
  apply->creates = creates_lead (edit);
  apply->shown = ft_card_get_lead_id (self->card);
  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, ft_desk_apply);
  g_task_set_task_data (task, apply, g_free);
  ft_store_apply_async (self->store, edit, NULL, apply_cb, g_steal_pointer (&task));
}

FtChangeSet *
ft_desk_apply_finish (FtDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ft_desk_undo (FtDesk *self)
{
  g_return_if_fail (FT_IS_DESK (self));
  ft_store_undo_async (self->store, NULL, undo_cb, g_object_ref (self));
}

void
ft_desk_redo (FtDesk *self)
{
  g_return_if_fail (FT_IS_DESK (self));
  ft_store_redo_async (self->store, NULL, redo_cb, g_object_ref (self));
}
