#include "store-fixture.h"

#include "core/ft-zone.h"

/* Monday, 2026-11-23, is day 0. */
static gint32
day (int days)
{
  return ft_civil_from_instant (NOW, "Europe/Berlin").day + days;
}

static FtAgenda *
read_agenda (Fixture *fixture, int first, int last)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FtAgenda *agenda;

  ft_store_read_agenda_async (fixture->store, day (first), day (last), NULL, keep_result, &result);
  agenda = ft_store_read_agenda_finish (fixture->store, await_result (&result), &error);
  g_assert_no_error (error);
  return agenda;
}

/* "Anna open towards, Bert kept unknown | Carla" */
static void
assert_agenda (Fixture *fixture, int first, int last, const char *expected)
{
  g_autoptr (FtAgenda) agenda = read_agenda (fixture, first, last);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < agenda->promises->len; i++)
    {
      const FtPromiseRow *row = agenda->promises->pdata[i];

      g_assert_true (row->lead->partial);
      g_string_append_printf (text, "%s%s %s %s", i > 0 ? ", " : "", row->lead->name,
                              ft_promise_state_to_string (row->promise->state),
                              ft_lean_to_string (row->lean));
    }
  g_string_append (text, " |");
  for (guint i = 0; i < agenda->decisions->len; i++)
    g_string_append_printf (text, " %s", ((FtLeadData *) agenda->decisions->pdata[i])->name);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
keep_promise (Fixture *fixture, gint64 lead_id)
{
  g_autoptr (FtLeadCard) card = sync_card (fixture->store, lead_id);
  g_autoptr (FtPromiseData) kept = ft_promise_data_copy (card->promises->pdata[0]);

  kept->state = FT_PROMISE_KEPT;
  kept->done_at = kept->promised_at;
  put_promise (fixture, kept);
}

static void
log_contact (Fixture *fixture, gint64 lead_id, gint64 at, FtLean lean)
{
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (lead_id, at, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  g_autoptr (FtEdit) edit = ft_edit_new ("log");
  g_autoptr (FtChangeSet) change = NULL;

  contact->id = ft_edit_new_id (edit);
  contact->lean = lean;
  ft_edit_put_contact (edit, contact);
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_nonnull (change);
}

/* Open and kept ones by target; a target before the days with its promised time in them counts. */
static void
test_promises (Fixture *fixture, gconstpointer data)
{
  gint64 kept;

  add_lead_with_promise (fixture, "Open", 5, 5);
  add_lead_with_promise (fixture, "Earlier", 3, -30);
  add_lead_with_promise (fixture, "Later", 40, 40);
  kept = add_lead_with_promise (fixture, "Kept", 2, 1);
  keep_promise (fixture, kept);
  assert_agenda (fixture, 0, 0, "Earlier open unknown, Kept kept unknown, Open open unknown |");
  assert_agenda (fixture, 2, 2, "Later open unknown |");
  assert_agenda (fixture, -2, -1, "Earlier open unknown |");
  assert_agenda (fixture, 3, 9, " |");
}

/* The days of a kept one are those of the user's zone, whatever zone it was promised in. */
static void
test_zones (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "Apia", NULL);
  g_autoptr (FtPromiseData) promise = ft_promise_data_new (
      id, ft_civil (2026, 11, 24, 1, 0), ft_zone_intern ("Pacific/Apia"), FT_CHANNEL_PHONE);

  put_promise (fixture, promise);
  keep_promise (fixture, id);
  assert_agenda (fixture, 0, 0, "Apia kept unknown |");
  assert_agenda (fixture, 1, 1, " |");
}

/* A4: which way they leaned when that was last heard. */
static void
test_lean (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead_with_promise (fixture, "Anna", 5, 5);

  log_contact (fixture, id, NOW - 3 * DAY, FT_LEAN_AWAY);
  assert_agenda (fixture, 0, 0, "Anna open away |");
  log_contact (fixture, id, NOW - 2 * DAY, FT_LEAN_TOWARDS);
  log_contact (fixture, id, NOW - 1 * DAY, FT_LEAN_UNKNOWN);
  log_contact (fixture, id, NOW - 9 * DAY, FT_LEAN_UNDECIDED);
  assert_agenda (fixture, 0, 0, "Anna open towards |");
}

static void
decide_tomorrow (FtLeadData *lead)
{
  lead->decision_day = day (1);
}

static void
decide_later (FtLeadData *lead)
{
  lead->decision_day = day (3);
}

static void
close_lead (FtLeadData *lead)
{
  lead->state = FT_LEAD_CLOSED;
}

/* A1: open leads, by day. */
static void
test_decisions (Fixture *fixture, gconstpointer data)
{
  gint64 a = add_lead (fixture, "Later", NULL);
  gint64 b = add_lead (fixture, "Tomorrow", NULL);
  gint64 c = add_lead (fixture, "Closed", NULL);

  edit_lead (fixture, a, decide_later);
  edit_lead (fixture, b, decide_tomorrow);
  edit_lead (fixture, c, decide_tomorrow);
  edit_lead (fixture, c, close_lead);
  assert_agenda (fixture, 0, 6, " | Tomorrow Later");
  assert_agenda (fixture, 2, 3, " | Later");
  assert_agenda (fixture, 4, 6, " |");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/agenda/promises", test_promises);
  FIXTURE_ADD ("/store/agenda/zones", test_zones);
  FIXTURE_ADD ("/store/agenda/lean", test_lean);
  FIXTURE_ADD ("/store/agenda/decisions", test_decisions);
  return g_test_run ();
}
