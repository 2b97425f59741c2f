#include "coach.h"
#include "core/ft-concerns.h"
#include "core/ft-gestures.h"
#include "core/ft-sale.h"

/* What a sale brings with it, and what becomes of that (B11, D8). The edits are carried out on the
 * card here as the store would, so that one gesture begins where the last one ended. */

static gint64 last_id = 1000;

static void
put_by_id (GPtrArray *records, gpointer record, gint64 id, gsize offset)
{
  for (guint i = 0; i < records->len; i++)
    if (G_STRUCT_MEMBER (gint64, records->pdata[i], offset) == id)
      {
        g_ptr_array_remove_index (records, i);
        g_ptr_array_insert (records, i, record);
        return;
      }
  g_ptr_array_add (records, record);
}

static gint64
real_id (GHashTable *ids, gint64 id)
{
  gint64 *real;
  if (id >= 0)
    return id;
  real = g_hash_table_lookup (ids, &id);
  if (!real)
    {
      last_id++;
      g_hash_table_insert (ids, g_memdup2 (&id, sizeof id), g_memdup2 (&last_id, sizeof last_id));
      return last_id;
    }
  return *real;
}

static int
by_target (gconstpointer a, gconstpointer b)
{
  const FtPromiseData *x = *(FtPromiseData **) a;
  const FtPromiseData *y = *(FtPromiseData **) b;
  return (x->target_at > y->target_at) - (x->target_at < y->target_at);
}

/* Takes @edit. */
static void
carry_out (FtLeadCard *card, FtEdit *edit)
{
  g_autoptr (FtEdit) taken = edit;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GPtrArray *leads = ft_edit_get_leads (edit);
  GPtrArray *sales = ft_edit_get_sales (edit);
  GPtrArray *promises = ft_edit_get_promises (edit);
  GArray *removed = ft_edit_get_removed_promises (edit);

  if (leads->len > 0)
    {
      ft_lead_data_unref (card->lead);
      card->lead = ft_lead_data_ref (leads->pdata[0]);
    }
  for (guint i = 0; i < sales->len; i++)
    {
      FtSaleData *sale = ft_sale_data_copy (sales->pdata[i]);
      sale->id = real_id (ids, sale->id);
      put_by_id (card->sales, sale, sale->id, G_STRUCT_OFFSET (FtSaleData, id));
    }
  for (guint i = 0; i < promises->len; i++)
    {
      FtPromiseData *promise = ft_promise_data_copy (promises->pdata[i]);
      const char *zone = *promise->zone ? promise->zone : ZONE;
      promise->id = real_id (ids, promise->id);
      promise->sale_id = real_id (ids, promise->sale_id);
      promise->promised_at = ft_civil_to_instant (promise->promised, zone, NULL);
      promise->target_at = ft_civil_to_instant (promise->target, zone, NULL);
      put_by_id (card->promises, promise, promise->id, G_STRUCT_OFFSET (FtPromiseData, id));
    }
  for (guint i = 0; i < removed->len; i++)
    for (guint j = 0; j < card->promises->len; j++)
      if (((FtPromiseData *) card->promises->pdata[j])->id == g_array_index (removed, gint64, i))
        g_ptr_array_remove_index (card->promises, j--);
  for (guint i = 0; i < ft_edit_get_contacts (edit)->len; i++)
    g_ptr_array_insert (card->contacts, 0,
                        ft_contact_data_ref (ft_edit_get_contacts (edit)->pdata[i]));
  g_ptr_array_sort (card->promises, by_target);
}

/* "card 2026-11-26, delivery …": the open promises by target. */
static char *
describe_open (const FtLeadCard *card)
{
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *promise = card->promises->pdata[i];
      g_autofree char *promised = ft_civil_to_string (promise->promised);
      if (promise->state == FT_PROMISE_OPEN)
        g_string_append_printf (out, "%s%s %s", out->len > 0 ? ", " : "",
                                ft_promise_kind_to_string (promise->kind), promised);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
assert_open (const FtLeadCard *card, const char *expected)
{
  g_autofree char *open = describe_open (card);
  g_assert_cmpstr (open, ==, expected);
}

static FtPromiseData *
find_open (const FtLeadCard *card, FtPromiseKind kind)
{
  for (guint i = 0; i < card->promises->len; i++)
    {
      FtPromiseData *promise = card->promises->pdata[i];
      if (promise->kind == kind && promise->state == FT_PROMISE_OPEN)
        return promise;
    }
  g_assert_not_reached ();
}

static void
sell (FtLeadCard *card, const FtSettings *settings, const char *at)
{
  gint64 now = instant_of (at);
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (7, now, FT_CHANNEL_PHONE, FT_OUTCOME_SOLD);
  g_autoptr (FtSaleData) sale = ft_sale_suggest (card, settings, now, ZONE);
  FtPromiseData *promise = ft_lead_card_next (card, now);
  carry_out (card, ft_gesture_sold (card, promise, contact, sale, settings, now, ZONE));
}

static void
tick (FtLeadCard *card, const FtSettings *settings, FtPromiseKind kind, const char *at)
{
  FtPromiseData *step = find_open (card, kind);
  FtSaleData *sale = ft_sale_find (card, step->sale_id);
  carry_out (card,
             ft_gesture_tick_sale_step (card->lead, sale ? sale : card->sales->pdata[0],
                                        card->promises, step, settings, instant_of (at), ZONE));
}

/* --- When the steps are due --- */

static const struct
{
  const char *sold;
  const char *expected;
} sold[] = {
  /* A Thursday; two weeks later is one, too; three months later a Friday. */
  { "2026-11-26 14:30", "card 2026-11-26, delivery 2026-12-10, friendly 2027-02-26 14:30" },
  /* The day is over: the card is for tomorrow. */
  { "2026-11-26 17:30", "card 2026-11-27, delivery 2026-12-10, friendly 2027-02-26 17:30" },
  { "2026-11-27 17:30", "card 2026-11-30, delivery 2026-12-11, friendly 2027-03-01 17:30" },
  /* On a Saturday: everything is for a working day. */
  { "2026-11-28 11:00", "card 2026-11-30, delivery 2026-12-14, friendly 2027-03-01 11:00" },
  /* 30 November and three months: there is no 30 February. */
  { "2026-11-30 11:00", "card 2026-11-30, delivery 2026-12-14, friendly 2027-03-01 11:00" },
  /* Over the end of the year, and in a leap year. */
  { "2026-12-31 10:00", "card 2026-12-31, delivery 2027-01-14, friendly 2027-03-31 10:00" },
  { "2027-11-29 10:00", "card 2027-11-29, delivery 2027-12-13, friendly 2028-02-29 10:00" },
  /* Over both changes of the clock the hour stays what it was. */
  { "2026-03-10 09:30", "card 2026-03-10, delivery 2026-03-24, friendly 2026-06-10 09:30" },
  { "2026-08-14 16:00", "card 2026-08-14, delivery 2026-08-28, friendly 2026-11-16 16:00" },
  /* In the night, and in the hour that comes twice. */
  { "2026-10-25 02:30", "card 2026-10-26, delivery 2026-11-09, friendly 2027-01-25 09:00" },
};

static void
test_sold_when (void)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (sold); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      g_test_message ("sold at %s", sold[i].sold);
      sell (card, settings, sold[i].sold);
      assert_open (card, sold[i].expected);
    }
}

static const struct
{
  const char *delivered;
  const char *expected;
} delivered[] = {
  { "2026-12-10 11:00", "card 2026-12-10, follow-through 2026-12-11 10:00" },
  { "2026-12-11 11:00", "card 2026-12-11, follow-through 2026-12-14 10:00" }, /* a Friday */
  { "2026-12-11 17:45", "card 2026-12-14, follow-through 2026-12-14 10:00" },
  { "2026-12-12 11:00", "card 2026-12-14, follow-through 2026-12-14 10:00" },
  { "2026-12-31 11:00", "card 2026-12-31, follow-through 2027-01-01 10:00" },
};

static void
test_delivered_when (void)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (delivered); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      g_autofree char *expected
          = g_strconcat (delivered[i].expected, ", friendly 2027-02-26 14:30", NULL);
      const FtSaleData *sale;

      g_test_message ("delivered at %s", delivered[i].delivered);
      sell (card, settings, NOW);
      tick (card, settings, FT_PROMISE_CARD, "2026-11-26 16:00");
      tick (card, settings, FT_PROMISE_DELIVERY, delivered[i].delivered);
      assert_open (card, expected);
      sale = card->sales->pdata[0];
      g_assert_cmpint (sale->delivered_at, ==, instant_of (delivered[i].delivered));
      g_assert_null (ft_sale_find_undelivered (card));
    }
}

/* --- What a sale is, and what it makes of the lead --- */

static void
test_suggest (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtSaleData) sale = NULL;

  card->lead->benefits[1].head = FT_BENEFIT_SAVE_TIME;
  set_text (&card->lead->benefits[1].text, "No more leaks");
  sale = ft_sale_suggest (card, settings, instant_of (NOW), ZONE);
  g_assert_cmpstr (sale->benefit.text, ==, "No more leaks");
  g_assert_cmpint (sale->benefit.head, ==, FT_BENEFIT_SAVE_TIME);
  g_assert_cmpstr (sale->currency, ==, "");
  g_assert_cmpint (sale->delivery_day, ==, day_of ("2026-12-10"));
  g_assert_cmpint (sale->sold_at, ==, instant_of (NOW));
}

static void
test_sold_is_one (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  FtPromiseData *asked = add_promise (card, "2026-11-26 14:00");
  gint64 now = instant_of (NOW);
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (7, now, FT_CHANNEL_PHONE, FT_OUTCOME_SOLD);
  g_autoptr (FtSaleData) sale = ft_sale_suggest (card, settings, now, ZONE);
  g_autoptr (FtEdit) edit = ft_gesture_sold (card, asked, contact, sale, settings, now, ZONE);
  const FtContactData *logged = ft_edit_get_contacts (edit)->pdata[0];
  gint64 id = ((FtSaleData *) ft_edit_get_sales (edit)->pdata[0])->id;

  g_assert_cmpstr (ft_edit_get_label (edit), ==, "Sold to Anna Berg");
  g_assert_cmpint (((FtLeadData *) ft_edit_get_leads (edit)->pdata[0])->state, ==,
                   FT_LEAD_CUSTOMER);
  g_assert_cmpint (logged->answer, ==, FT_ANSWER_YES);
  g_assert_cmpint (logged->promise_id, ==, asked->id);
  g_assert_cmpuint (ft_edit_get_promises (edit)->len, ==, 4);
  g_assert_cmpint (((FtPromiseData *) ft_edit_get_promises (edit)->pdata[0])->state, ==,
                   FT_PROMISE_KEPT);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpint (((FtPromiseData *) ft_edit_get_promises (edit)->pdata[i])->sale_id, ==, id);
}

/* A card to write is reminded of in working hours, and is late only when its day is over. */
static void
test_reminded (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  const FtPromiseData *step;

  sell (card, settings, NOW);
  step = find_open (card, FT_PROMISE_CARD);
  assert_civil (step->target, "2026-11-26 15:00");
  g_assert_cmpint (step->channel, ==, FT_CHANNEL_POST);
  g_assert_false (ft_promise_data_is_late (step, instant_of ("2026-11-26 23:00")));
  g_assert_true (ft_promise_data_is_late (step, instant_of ("2026-11-27 00:00")));
  assert_civil (find_open (card, FT_PROMISE_DELIVERY)->target, "2026-12-10 09:00");
}

/* By their clock where it is theirs; by the user's where it is a task of one's own. */
static void
test_zones (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();

  card->lead->zone = g_intern_string ("America/New_York");
  sell (card, settings, "2026-11-27 03:00"); /* Thursday evening there */
  assert_open (card, "card 2026-11-27, delivery 2026-12-11, friendly 2027-02-26 17:30");
  g_assert_cmpstr (find_open (card, FT_PROMISE_FRIENDLY)->zone, ==, "America/New_York");
  g_assert_cmpstr (find_open (card, FT_PROMISE_CARD)->zone, ==, "");
}

/* A card to write takes no room from calls (E10). */
static void
test_room (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtPromiseData) call = new_promise ("2026-11-26 15:00");
  g_autoptr (GArray) concerns = NULL;

  settings->contacts_a_day = 1;
  sell (card, settings, NOW);
  assert_civil (find_open (card, FT_PROMISE_CARD)->target, "2026-11-26 15:00");
  concerns = ft_concerns_of_room (call, card->promises, settings, ZONE);
  g_assert_cmpuint (concerns->len, ==, 0);
}

/* A phone call keeps no card (B11). */
static void
test_calls_keep_no_card (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();

  sell (card, settings, NOW);
  g_assert_cmpint (ft_lead_card_next (card, instant_of ("2026-11-30 10:00"))->kind, ==,
                   FT_PROMISE_FRIENDLY);
}

/* One friendly promise, however many sales (D8); and the next one when it is kept. */
static void
test_friendly (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();

  sell (card, settings, "2026-11-26 14:30");
  /* Sold again by a call that was about something else. */
  add_promise (card, "2026-11-27 09:00");
  sell (card, settings, "2026-11-27 10:00");
  assert_open (card, "card 2026-11-26, card 2026-11-27, delivery 2026-12-10, delivery 2026-12-11, "
                     "friendly 2027-02-26 14:30");
  tick (card, settings, FT_PROMISE_FRIENDLY, "2027-02-26 14:40");
  assert_open (card, "card 2026-11-26, card 2026-11-27, delivery 2026-12-10, delivery 2026-12-11, "
                     "friendly 2027-05-26 14:30");
  g_assert_cmpint (find_open (card, FT_PROMISE_FRIENDLY)->sale_id, ==, 0);
  g_assert_cmpint (((FtContactData *) card->contacts->pdata[0])->outcome, ==, FT_OUTCOME_REACHED);
}

static void
skip (FtLeadCard *card, const FtSettings *settings, FtPromiseData *step, const char *reason)
{
  carry_out (card, ft_gesture_skip_sale_step (card->lead, card->sales->pdata[0], card->promises,
                                              step, reason, settings, instant_of (NOW), ZONE));
}

/* What waited for a delivery that is not to be is due now (B11). */
static void
test_skip_delivery (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (GPtrArray) checklists = ft_checklists_parse (settings->checklists);
  g_autoptr (GPtrArray) coming = NULL;
  const FtSaleData *sale;

  sell (card, settings, NOW);
  skip (card, settings, find_open (card, FT_PROMISE_DELIVERY), "Done another way");
  assert_open (card, "card 2026-11-26, card 2026-11-26, follow-through 2026-11-27 10:00, "
                     "friendly 2027-02-26 14:30");
  sale = card->sales->pdata[0];
  g_assert_cmpint (sale->delivery_day, ==, 0);
  g_assert_cmpint (sale->delivered_at, ==, 0);
  coming
      = ft_sale_get_coming (sale, card->promises, ft_checklists_find (checklists, sale->checklist));
  g_assert_cmpuint (coming->len, ==, 0);
}

static void
test_skip_and_add (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  FtPromiseData *step;
  gint64 id;

  sell (card, settings, NOW);
  step = find_open (card, FT_PROMISE_CARD);
  id = step->id;
  skip (card, settings, step, "No address");
  for (guint i = 0; i < card->promises->len; i++)
    {
      step = card->promises->pdata[i];
      if (step->id != id)
        continue;
      g_assert_cmpint (step->state, ==, FT_PROMISE_CANCELLED);
      g_assert_cmpstr (step->reason, ==, "No address");
      break;
    }
  carry_out (card, ft_gesture_untick_sale_step (step));
  g_assert_cmpstr (find_open (card, FT_PROMISE_CARD)->reason, ==, "");
  g_assert_cmpint (find_open (card, FT_PROMISE_CARD)->done_at, ==, 0);

  carry_out (card,
             ft_gesture_add_sale_step (card->sales->pdata[0], "Send the warranty",
                                       day_of ("2026-12-01"), settings, instant_of (NOW), ZONE));
  step = find_open (card, FT_PROMISE_STEP);
  g_assert_cmpstr (step->purpose, ==, "Send the warranty");
  assert_civil (step->promised, "2026-12-01");
  g_assert_cmpint (step->sale_id, ==, ((FtSaleData *) card->sales->pdata[0])->id);
}

static void
move_delivery (FtLeadCard *card, const FtSettings *settings, const char *day)
{
  g_autoptr (FtSaleData) sale = ft_sale_data_copy (card->sales->pdata[0]);
  sale->delivery_day = day_of (day);
  carry_out (card, ft_gesture_edit_sale (card->lead, sale, card->promises, settings,
                                         instant_of (NOW), ZONE));
}

static guint
count_state (const FtLeadCard *card, FtPromiseState state)
{
  guint n = 0;
  for (guint i = 0; i < card->promises->len; i++)
    n += ((FtPromiseData *) card->promises->pdata[i])->state == state;
  return n;
}

/* The day that was only assumed is put right; the one they were told is kept as moved. */
static void
test_delivery_day (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();

  sell (card, settings, NOW);
  move_delivery (card, settings, "2026-12-04");
  assert_civil (find_open (card, FT_PROMISE_DELIVERY)->promised, "2026-12-04");
  g_assert_true (find_open (card, FT_PROMISE_DELIVERY)->agreed);
  g_assert_cmpuint (count_state (card, FT_PROMISE_MOVED), ==, 0);
  move_delivery (card, settings, "2026-12-08");
  g_assert_cmpuint (count_state (card, FT_PROMISE_MOVED), ==, 1);
  /* There is to be none: what waited for it does not get lost with it. */
  move_delivery (card, settings, "");
  g_assert_cmpuint (count_state (card, FT_PROMISE_CANCELLED), ==, 1);
  assert_open (card, "card 2026-11-26, card 2026-11-26, follow-through 2026-11-27 10:00, "
                     "friendly 2027-02-26 14:30");
  move_delivery (card, settings, "2026-12-09");
  assert_civil (find_open (card, FT_PROMISE_DELIVERY)->promised, "2026-12-09");

  /* Moved in the calendar, the promise is what counts. */
  {
    FtPromiseData *delivery = find_open (card, FT_PROMISE_DELIVERY);
    carry_out (card,
               ft_gesture_move_promise (delivery, civil_of ("2026-12-15"), NULL, instant_of (NOW)));
  }
  g_assert_cmpint (ft_sale_get_delivery_day (card->sales->pdata[0], card->promises), ==,
                   day_of ("2026-12-15"));
}

/* Skipped, and then delivered after all: what became due then is not asked for twice. */
static void
test_delivered_after_all (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (GPtrArray) checklists = ft_checklists_parse (settings->checklists);
  g_autoptr (GPtrArray) coming = NULL;
  const FtSaleData *sale;

  sell (card, settings, NOW);
  skip (card, settings, find_open (card, FT_PROMISE_DELIVERY), "Done another way");
  move_delivery (card, settings, "2026-12-09");
  sale = card->sales->pdata[0];
  coming
      = ft_sale_get_coming (sale, card->promises, ft_checklists_find (checklists, sale->checklist));
  g_assert_cmpuint (coming->len, ==, 0);
  tick (card, settings, FT_PROMISE_DELIVERY, "2026-12-09 15:00");
  assert_open (card, "card 2026-11-26, card 2026-11-26, follow-through 2026-11-27 10:00, "
                     "friendly 2027-02-26 14:30");
}

static void
test_change_checklist (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (GPtrArray) checklists = ft_checklists_parse ("");

  sell (card, settings, NOW);
  tick (card, settings, FT_PROMISE_CARD, "2026-11-26 15:00");
  carry_out (card, ft_gesture_change_checklist (card->lead, card->sales->pdata[0],
                                                checklists->pdata[1], card->promises, settings,
                                                instant_of ("2026-11-26 16:00"), ZONE));
  /* The card that is written is not asked for again, and the friendly promise stays. */
  assert_open (card, "follow-through 2026-11-27 10:00, friendly 2027-02-26 14:30");
  g_assert_cmpint (((FtSaleData *) card->sales->pdata[0])->delivery_day, ==, 0);
  /* The next sale begins with that kind. */
  {
    g_autoptr (FtSaleData) next = ft_sale_suggest (card, settings, instant_of (NOW), ZONE);
    g_assert_cmpstr (next->checklist, ==, ((FtChecklist *) checklists->pdata[1])->name);
    g_assert_cmpint (next->delivery_day, ==, 0);
  }
}

static void
test_remove (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtEdit) edit = NULL;
  g_autoptr (FtEdit) referral = NULL;

  sell (card, settings, NOW);
  edit = ft_gesture_remove_sale (card, card->sales->pdata[0]);
  g_assert_cmpint (((FtLeadData *) ft_edit_get_leads (edit)->pdata[0])->state, ==, FT_LEAD_OPEN);
  g_assert_cmpuint (ft_edit_get_removed_sales (edit)->len, ==, 1);
  referral = ft_gesture_set_referral (card->sales->pdata[0], FT_REFERRAL_NAMED, "Bert Oz");
  g_assert_cmpstr (((FtSaleData *) ft_edit_get_sales (referral)->pdata[0])->referral_words, ==,
                   "Bert Oz");
}

/* --- Templates --- */

static void
test_templates (void)
{
  g_autoptr (GPtrArray) usual = ft_checklists_parse ("");
  g_autofree char *text = ft_checklists_print (usual);
  g_autoptr (GPtrArray) again = ft_checklists_parse (text);
  g_autofree char *printed = ft_checklists_print (again);
  static const char *const wrong[] = {
    "x",
    "[]",
    "[('A', [('t', 'no-kind', 0, 1, 'days', true)])]",
    "[('A', [('t', 'card', 7, 1, 'days', true)])]",
    "[('A', [('t', 'card', 0, 1, 'weeks', true)])]",
    "[('A', [('t', 'card', 0, 5000, 'days', true)])]",
  };

  g_assert_cmpstr (text, ==, printed);
  g_assert_cmpuint (again->len, ==, 2);
  g_assert_true (ft_checklists_find (again, "no such") == again->pdata[0]);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (ft_checklists_parse (wrong[i]));
}

static void
test_own_template (void)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtLeadCard) card = new_card ();
  g_autofree char *words = NULL;
  g_autofree char *at_once = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const FtChecklist *checklist;

  g_assert_false (ft_settings_set (settings, "checklists", "nonsense"));
  g_assert_true (ft_settings_set (
      settings, "checklists",
      "[('Pool', [('Card \"1\"', 'card', 0, 2, 'working-days', true), "
      "('Off', 'step', 0, 1, 'days', false), ('Build it', 'delivery', 0, 1, 'months', true), "
      "('Winter cover', 'step', 1, 6, 'months', true)])]"));
  sell (card, settings, NOW);
  assert_open (card, "card 2026-11-30, delivery 2026-12-28");
  list = ft_checklists_parse (settings->checklists);
  checklist = list->pdata[0];
  {
    g_autoptr (GPtrArray) coming
        = ft_sale_get_coming (card->sales->pdata[0], card->promises, checklist);
    g_assert_cmpuint (coming->len, ==, 1);
    words = ft_checklist_step_words (coming->pdata[0]);
  }
  g_assert_cmpstr (words, ==, "6 months after the delivery");
  at_once = ft_checklist_step_words (checklist->steps->pdata[0]);
  g_assert_cmpstr (at_once, ==, "2 working days after the sale");
  tick (card, settings, FT_PROMISE_DELIVERY, "2026-12-28 12:00");
  assert_open (card, "card 2026-11-30, step 2027-06-28");
}

static void
test_card_words (void)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Anna Berg");
  g_autoptr (FtSaleData) sale = ft_sale_data_new (7, 0, "the new roof");
  g_autofree char *first = ft_sale_card_words (lead, sale, FALSE);
  g_autofree char *second = ft_sale_card_words (lead, sale, TRUE);
  g_autofree char *without = NULL;

  g_assert_nonnull (strstr (first, "Anna Berg"));
  g_assert_nonnull (strstr (first, "the new roof"));
  g_assert_nonnull (strstr (second, "the new roof"));
  g_assert_cmpstr (first, !=, second);
  set_text (&sale->what, "");
  without = ft_sale_card_words (lead, sale, FALSE);
  g_assert_null (strstr (without, "for ,"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sale/sold-when", test_sold_when);
  g_test_add_func ("/sale/delivered-when", test_delivered_when);
  g_test_add_func ("/sale/suggest", test_suggest);
  g_test_add_func ("/sale/sold-is-one", test_sold_is_one);
  g_test_add_func ("/sale/reminded", test_reminded);
  g_test_add_func ("/sale/zones", test_zones);
  g_test_add_func ("/sale/room", test_room);
  g_test_add_func ("/sale/calls-keep-no-card", test_calls_keep_no_card);
  g_test_add_func ("/sale/friendly", test_friendly);
  g_test_add_func ("/sale/skip-and-add", test_skip_and_add);
  g_test_add_func ("/sale/skip-delivery", test_skip_delivery);
  g_test_add_func ("/sale/delivery-day", test_delivery_day);
  g_test_add_func ("/sale/delivered-after-all", test_delivered_after_all);
  g_test_add_func ("/sale/change-checklist", test_change_checklist);
  g_test_add_func ("/sale/remove", test_remove);
  g_test_add_func ("/sale/templates", test_templates);
  g_test_add_func ("/sale/own-template", test_own_template);
  g_test_add_func ("/sale/card-words", test_card_words);
  return g_test_run ();
}
