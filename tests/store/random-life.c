#include "random-life.h"

#include "core/ft-outcomes.h"
#include "core/ft-sale.h"
#include "core/ft-steps.h"

static const struct
{
  const char *written;
  const char *plain;
} words[] = {
  { "Anna", "anna" },     { "Łukasz", "lukasz" },   { "Öztürk", "ozturk" }, { "Straße", "strasse" },
  { "Ægir", "aegir" },    { "Иван", "иван" },       { "Ελένη", "ελενη" },   { "山", "山" },
  { "Angela", "angela" }, { "Roofing", "roofing" }, { "Éclair", "eclair" }, { "Roof", "roof" },
};

static const char *const zones[] = { LIFE_ZONE, "America/New_York", "Asia/Kolkata" };

const char *
life_get_plain (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].written, word))
      return words[i].plain;
  return NULL;
}

const char *
life_get_word (guint i)
{
  return i < G_N_ELEMENTS (words) ? words[i].written : NULL;
}

Life *
life_new (FtStore *store, guint seed, int version)
{
  Life *self = g_new0 (Life, 1);
  self->store = g_object_ref (store);
  self->rand = g_rand_new_with_seed (seed);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->version = version;
  return self;
}

void
life_free (Life *self)
{
  g_object_unref (self->store);
  g_rand_free (self->rand);
  g_array_unref (self->ids);
  g_free (self);
}

static int
roll (Life *self, int n)
{
  return g_rand_int_range (self->rand, 0, n);
}

static gint64
get_now (Life *self)
{
  return ft_clock_now (ft_store_get_clock (self->store));
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static const char *
some_word (Life *self)
{
  return words[roll (self, G_N_ELEMENTS (words))].written;
}

/* --- The store --- */

static void
keep_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static FtLeadCard *
read_card (Life *self, gint64 id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FtLeadCard *card;

  ft_store_read_card_async (self->store, id, 0, NULL, keep_cb, &result);
  card = ft_store_read_card_finish (self->store, wait_for (&result), &error);
  g_assert_no_error (error);
  return card;
}

static GPtrArray *
read_pieces (Life *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *pieces;

  ft_store_read_pieces_async (self->store, NULL, keep_cb, &result);
  pieces = ft_store_read_pieces_finish (self->store, wait_for (&result), &error);
  g_assert_no_error (error);
  return pieces;
}

void
life_look_again (Life *self)
{
  FtDayBounds bounds = ft_day_bounds (get_now (self), LIFE_ZONE, G_DATE_MONDAY);

  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (FtLeadQuery) query
          = ft_lead_query_new (i == 0 ? FT_FILTER_ALL : FT_FILTER_CLOSED, bounds, NULL);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GArray) ids = NULL;
      ft_store_query_leads_async (self->store, query, 0, NULL, keep_cb, &result);
      ids = ft_store_query_leads_finish (self->store, wait_for (&result), NULL);
      g_array_append_vals (self->ids, ids->data, ids->len);
    }
}

static void
follow (Life *self, const FtChangeSet *change)
{
  if (change->everything)
    life_look_again (self);
  for (guint i = 0; i < change->leads->len; i++)
    {
      gint64 id = g_array_index (change->leads, gint64, i);
      gboolean known = FALSE;
      for (guint j = 0; j < self->ids->len && !known; j++)
        known = g_array_index (self->ids, gint64, j) == id;
      if (!known)
        g_array_append_val (self->ids, id);
    }
}

static void
apply (Life *self, FtEdit *edit)
{
  g_autoptr (FtEdit) taken = edit;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = NULL;

  ft_store_apply_async (self->store, edit, NULL, keep_cb, &result);
  change = ft_store_apply_finish (self->store, wait_for (&result), &error);
  g_assert_no_error (error);
  follow (self, change);
}

gboolean
life_undo (Life *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = NULL;

  if (!ft_store_get_undo_label (self->store))
    return FALSE;
  ft_store_undo_async (self->store, NULL, keep_cb, &result);
  change = ft_store_undo_finish (self->store, wait_for (&result), &error);
  g_assert_no_error (error);
  follow (self, change);
  return TRUE;
}

gboolean
life_redo (Life *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = NULL;

  if (!ft_store_get_redo_label (self->store))
    return FALSE;
  ft_store_redo_async (self->store, NULL, keep_cb, &result);
  change = ft_store_redo_finish (self->store, wait_for (&result), &error);
  g_assert_no_error (error);
  follow (self, change);
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;
  return (x > y) - (x < y);
}

GPtrArray *
life_read_all (Life *self)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_lead_card_unref);

  g_array_sort (self->ids, compare_ids);
  for (guint i = 0; i < self->ids->len; i++)
    {
      FtLeadCard *card = read_card (self, g_array_index (self->ids, gint64, i));
      if (card)
        g_ptr_array_add (cards, card);
    }
  return cards;
}

/* --- Drawn by lot --- */

static FtLeadCard *
some_card (Life *self)
{
  return self->ids->len > 0
             ? read_card (self, g_array_index (self->ids, gint64, roll (self, self->ids->len)))
             : NULL;
}

static FtPromiseData *
some_open_promise (Life *self, const FtLeadCard *card)
{
  guint n_open = 0;
  while (n_open < card->promises->len
         && ((FtPromiseData *) card->promises->pdata[n_open])->state == FT_PROMISE_OPEN)
    n_open++;
  return n_open > 0 ? card->promises->pdata[roll (self, n_open)] : NULL;
}

/* Some are of the past, some for all day, and some in another part of the world. */
static FtCivil
some_time (Life *self)
{
  FtCivil civil = ft_civil_from_instant (get_now (self), LIFE_ZONE);
  civil = ft_civil_add_minutes (civil, (roll (self, 60 * 24) - 60 * 4) * 15);
  if (roll (self, 6) == 0)
    civil.minute = FT_ALL_DAY;
  civil.fold = 0;
  return civil;
}

static gint64
some_piece (Life *self)
{
  g_autoptr (GPtrArray) pieces = read_pieces (self);
  if (pieces->len == 0 || roll (self, 2) == 0)
    return 0;
  return ((FtPieceRow *) pieces->pdata[roll (self, pieces->len)])->piece->id;
}

static FtPromiseData *
some_promise (Life *self, gint64 lead_id)
{
  FtPromiseData *promise
      = ft_promise_data_new (lead_id, some_time (self), zones[roll (self, G_N_ELEMENTS (zones))],
                             roll (self, FT_CHANNEL_POST + 1));
  set_text (&promise->purpose, some_word (self));
  promise->kind = roll (self, FT_PROMISE_FOLLOW_THROUGH + 1);
  promise->effort = roll (self, 90);
  promise->piece_id = some_piece (self);
  return promise;
}

static void
fill_lead (Life *self, FtLeadData *lead)
{
  g_autofree char *name = g_strdup_printf ("%s %s", some_word (self), some_word (self));
  g_autofree char *phone = g_strdup_printf ("+49 30 1%05d", 10007 * roll (self, 9));
  g_autofree char *email = g_strdup_printf ("lead%d@example.com", roll (self, 1000));
  g_autofree char *notes = g_strdup_printf ("%s,\n“%s”", some_word (self), some_word (self));
  gint32 today = ft_civil_from_instant (get_now (self), LIFE_ZONE).day;

  set_text (&lead->name, name);
  set_text (&lead->company, roll (self, 2) ? some_word (self) : "");
  set_text (&lead->city, some_word (self));
  set_text (&lead->notes, notes);
  g_ptr_array_set_size (lead->phones, 0);
  g_ptr_array_set_size (lead->emails, 0);
  if (roll (self, 3) > 0)
    g_ptr_array_add (lead->phones, ft_reach_new ("work", phone));
  if (roll (self, 3) > 0)
    g_ptr_array_add (lead->emails, ft_reach_new ("", email));
  lead->decision_day = roll (self, 3) ? 0 : today + roll (self, 40);
  lead->not_before_day = roll (self, 4) ? 0 : today - 3 + roll (self, 15);
  lead->interval = roll (self, 10);
  lead->benefits[0].head = roll (self, FT_BENEFIT_EARN + 1);
  set_text (&lead->benefits[0].text, some_word (self));
  g_ptr_array_add (lead->facts, ft_fact_new (today, roll (self, 2), some_word (self)));
}

/* --- Gestures --- */

static void
add_lead (Life *self)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("x");
  g_autoptr (FtPromiseData) promise = roll (self, 4) ? some_promise (self, 0) : NULL;
  fill_lead (self, lead);
  apply (self, ft_gesture_add_lead (lead, promise, get_now (self)));
}

static void
edit_lead (Life *self, FtLeadCard *card)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (card->lead);
  fill_lead (self, lead);
  apply (self, ft_gesture_edit_lead (lead));
}

static void
sell (Life *self, FtLeadCard *card, FtPromiseData *promise, FtContactData *contact)
{
  FtSettings *settings = ft_store_get_settings (self->store);
  g_autoptr (FtSaleData) sale = ft_sale_suggest (card, settings, get_now (self), LIFE_ZONE);

  sale->value = roll (self, 100000);
  set_text (&sale->currency, "EUR");
  apply (self, ft_gesture_sold (card, promise, contact, sale, settings, get_now (self), LIFE_ZONE));
}

static void
log_outcome (Life *self, FtLeadCard *card)
{
  FtSettings *settings = ft_store_get_settings (self->store);
  FtOutcome outcome = roll (self, FT_OUTCOME_DEFINITE_NO + 1);
  FtPromiseData *promise = roll (self, 5) ? some_open_promise (self, card) : NULL;
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (card->lead->id, get_now (self) - roll (self, 3600),
                             roll (self, FT_CHANNEL_POST + 1), outcome);
  g_autoptr (FtPromiseData) next = NULL;

  set_text (&contact->notes, some_word (self));
  set_text (&contact->asked_for, roll (self, 4) ? "" : some_word (self));
  contact->lean = roll (self, FT_LEAN_AWAY + 1);
  contact->piece_id = some_piece (self);
  if (outcome == FT_OUTCOME_SOLD && self->version >= 4)
    {
      sell (self, card, promise, contact);
      return;
    }
  if (roll (self, 6))
    next = ft_outcome_new_promise (card, outcome, FT_CHANNEL_PHONE, contact->piece_id, settings,
                                   ft_civil_from_instant (get_now (self), LIFE_ZONE), LIFE_ZONE);
  apply (self,
         ft_gesture_log_outcome (card, promise, contact, next,
                                 outcome == FT_OUTCOME_DEFINITE_NO ? "No, and that is final" : "",
                                 outcome == FT_OUTCOME_DEFINITE_NO ? "They left the country" : "",
                                 get_now (self), LIFE_ZONE));
}

static void
change_promise (Life *self, FtLeadCard *card, int what)
{
  FtPromiseData *promise = some_open_promise (self, card);
  const char *zone = zones[roll (self, G_N_ELEMENTS (zones))];

  if (!promise)
    {
      g_autoptr (FtPromiseData) next = some_promise (self, card->lead->id);
      apply (self, ft_gesture_add_promise (card->lead, next, get_now (self)));
    }
  else if (what == 0)
    apply (self, ft_gesture_move_target (promise,
                                         ft_civil_add_days (promise->promised, -roll (self, 4))));
  else if (what == 1)
    apply (self, ft_gesture_move_promise (promise, some_time (self), zone, get_now (self)));
  else if (what == 2)
    apply (self,
           ft_gesture_repair_promise (promise, some_time (self), NULL,
                                      roll (self, FT_CAUSE_ORGANISATION + 1), get_now (self)));
  else if (what == 3)
    apply (self, ft_gesture_cancel_promise (promise, get_now (self)));
  else if (promise->kind == FT_PROMISE_FOLLOW_THROUGH)
    apply (self, ft_gesture_tick_step (promise, roll (self, FT_N_STEPS), roll (self, 2)));
  else
    apply (self, ft_gesture_set_cause (promise, roll (self, FT_CAUSE_ORGANISATION + 1)));
}

static void
change_day_off (Life *self)
{
  GPtrArray *days_off = ft_store_get_settings (self->store)->days_off;
  gint32 today = ft_civil_from_instant (get_now (self), LIFE_ZONE).day;
  gint32 first = today + roll (self, 60);
  g_autoptr (FtDayOffData) day_off = NULL;

  if (days_off->len > 0 && roll (self, 3) == 0)
    {
      apply (self, ft_gesture_remove_day_off (days_off->pdata[roll (self, days_off->len)]));
      return;
    }
  day_off = ft_day_off_data_new (roll (self, 2), first, first + roll (self, 9), some_word (self));
  apply (self, ft_gesture_put_day_off (day_off));
}

static void
change_piece (Life *self)
{
  g_autoptr (GPtrArray) pieces = read_pieces (self);
  g_autoptr (FtPieceData) piece = NULL;

  if (pieces->len > 0 && roll (self, 2))
    {
      piece = ft_piece_data_copy (((FtPieceRow *) pieces->pdata[roll (self, pieces->len)])->piece);
      piece->retired = !piece->retired;
    }
  else
    piece = ft_piece_data_new (some_word (self), roll (self, FT_PIECE_PRINT + 1));
  apply (self, ft_gesture_put_piece (piece));
}

static FtPromiseData *
find_step (FtLeadCard *card, const FtSaleData *sale, gboolean open)
{
  for (guint i = 0; i < card->promises->len; i++)
    {
      FtPromiseData *promise = card->promises->pdata[i];
      if (promise->sale_id == sale->id && (promise->state == FT_PROMISE_OPEN) == open)
        return promise;
    }
  return NULL;
}

static void
change_sale (Life *self, FtLeadCard *card)
{
  FtSettings *settings = ft_store_get_settings (self->store);
  gint64 now = get_now (self);
  FtSaleData *sale = card->sales->pdata[roll (self, card->sales->len)];
  FtPromiseData *step = find_step (card, sale, TRUE);
  FtPromiseData *done = find_step (card, sale, FALSE);
  g_autoptr (FtSaleData) copy = ft_sale_data_copy (sale);

  switch (roll (self, 8))
    {
    case 0:
    case 1:
      if (step)
        apply (self, ft_gesture_tick_sale_step (card->lead, sale, card->promises, step, settings,
                                                now, LIFE_ZONE));
      break;
    case 2:
      if (step)
        apply (self, ft_gesture_skip_sale_step (card->lead, sale, card->promises, step,
                                                some_word (self), settings, now, LIFE_ZONE));
      break;
    case 3:
      if (done)
        apply (self, ft_gesture_untick_sale_step (done));
      break;
    case 4:
      apply (self,
             ft_gesture_add_sale_step (sale, some_word (self),
                                       ft_civil_from_instant (now, LIFE_ZONE).day + roll (self, 20),
                                       settings, now, LIFE_ZONE));
      break;
    case 5:
      if (sale->delivered_at == 0)
        apply (self, ft_gesture_delivered (card->lead, sale, card->promises, NULL, NULL, settings,
                                           now, LIFE_ZONE));
      break;
    case 6:
      copy->delivery_day += copy->delivery_day > 0 ? roll (self, 10) : 0;
      set_text (&copy->what, some_word (self));
      apply (self,
             ft_gesture_edit_sale (card->lead, copy, card->promises, settings, now, LIFE_ZONE));
      break;
    default:
      apply (self, roll (self, 3) ? ft_gesture_set_referral (sale, roll (self, 4), some_word (self))
                                  : ft_gesture_remove_sale (card, sale));
      break;
    }
}

static void
change_contact (Life *self, FtLeadCard *card)
{
  g_autoptr (FtContactData) contact = NULL;

  if (card->contacts->len == 0)
    return;
  contact = ft_contact_data_copy (card->contacts->pdata[roll (self, card->contacts->len)]);
  contact->at -= roll (self, 100000);
  set_text (&contact->heard, some_word (self));
  apply (self, ft_gesture_edit_contact (contact));
}

/* --- An import --- */

static gboolean
next_row (gpointer data, FtImportRow *row, double *fraction, GError **error)
{
  guint *n = data;

  if (*n % 4 == 3)
    return FALSE;
  row->file = g_strdup ("leads.csv");
  row->line = *n % 4 + 1;
  if (*n % 4 == 2)
    row->reason = g_strdup ("No name");
  else
    {
      g_autofree char *email = g_strdup_printf ("row%u@example.com", *n % 4 ? 1 : *n);
      row->lead = ft_lead_data_new (*n % 4 ? "Angela Roof" : "Éclair 山");
      g_ptr_array_add (row->lead->emails, ft_reach_new ("", email));
    }
  (*n)++;
  *fraction = 0.5;
  return TRUE;
}

void
life_import (Life *self)
{
  guint n = (guint) roll (self, 100) * 4;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FtImportResult) imported = NULL;
  g_autoptr (GError) error = NULL;

  ft_store_import_async (self->store, "Import", next_row, &n, NULL, FT_IMPORT_DEFAULT,
                         FT_IMPORT_AS_SET, NULL, NULL, NULL, keep_cb, &result);
  imported = ft_store_import_finish (self->store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (imported->rejected->len, ==, 1);
  life_look_again (self);
}

/* --- One of them --- */

void
life_step (Life *self)
{
  g_autoptr (FtLeadCard) card = some_card (self);
  int what = roll (self, 40);

  if (what == 0)
    ft_clock_set (ft_store_get_clock (self->store), get_now (self) + roll (self, 40000), NULL);
  else if (what == 1)
    life_import (self);
  else if (what == 2)
    change_piece (self);
  else if (what == 3 && self->version >= 3)
    change_day_off (self);
  else if (!card || what < 9)
    add_lead (self);
  else if (what == 9)
    apply (self, ft_gesture_remove_lead (card->lead));
  else if (what < 12)
    edit_lead (self, card);
  else if (card->lead->state == FT_LEAD_CLOSED && roll (self, 2))
    {
      g_autoptr (FtPromiseData) next = roll (self, 2) ? some_promise (self, card->lead->id) : NULL;
      apply (self, ft_gesture_reopen_lead (card->lead, next, get_now (self)));
    }
  else if (what < 24)
    log_outcome (self, card);
  else if (card->sales->len > 0)
    change_sale (self, card);
  else if (what < 37)
    change_promise (self, card, what % 5);
  else
    change_contact (self, card);
}
