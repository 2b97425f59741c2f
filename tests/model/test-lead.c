#include "model-fixture.h"
#include "model-watch.h"
#include "model/ft-lead.h"

static FtClock *
new_clock (void)
{
  return ft_clock_new_fixed (
      ft_civil_to_instant (ft_civil (2026, 11, 25, 10, 0), FIXTURE_ZONE, NULL), FIXTURE_ZONE);
}

static FtPromiseData *
new_promise (FtCivil promised, FtCivil target, const char *zone)
{
  FtPromiseData *promise = ft_promise_data_new (1, promised, zone, FT_CHANNEL_PHONE);
  promise->id = 1;
  promise->target = target;
  promise->promised_at = ft_civil_to_instant (promised, zone, NULL);
  promise->target_at = ft_civil_to_instant (target, zone, NULL);
  return promise;
}

static FtLeadRow *
new_row (const char *name, FtPromiseData *next, guint n_contacts)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
  FtLeadRow *row;
  lead->id = 1;
  row = ft_lead_row_new (lead, next, next);
  row->n_contacts = n_contacts;
  return row;
}

static void
assert_text (FtLead *lead, const char *property, const char *expected)
{
  g_autofree char *text = NULL;
  g_object_get (lead, property, &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_loading (void)
{
  FtLead *lead = ft_lead_new (1);
  gboolean loading;

  g_object_get (lead, "loading", &loading, NULL);
  g_assert_true (loading);
  g_assert_null (ft_lead_get_row (lead));
  g_assert_cmpint (ft_lead_get_id (lead), ==, 1);
  assert_text (lead, "name", "");
  assert_text (lead, "when", "");
  assert_text (lead, "summary", "");
  g_assert_finalize_object (lead);
}

/* Who hears that something changed finds all of it changed. */
static void
name_cb (FtLead *lead, GParamSpec *pspec, gpointer data)
{
  assert_text (lead, "name", "Anna Berg");
  assert_text (lead, "when", "No promise");
  assert_text (lead, "summary", "Anna Berg, No promise, 7 contacts");
}

static void
test_notify (void)
{
  g_autoptr (FtClock) clock = new_clock ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtLeadRow) row = new_row ("Anna Berg", NULL, 7);
  g_autoptr (FtLeadRow) same = new_row ("Anna Berg", NULL, 7);
  g_autoptr (FtLeadRow) other = new_row ("Anna Berg", NULL, 8);
  FtLead *lead = ft_lead_new (1);
  guint *all = count_signal (lead, "notify");
  guint *names = count_signal (lead, "notify::name");
  guint *summaries = count_signal (lead, "notify::summary");
  guint dots;

  g_signal_connect (lead, "notify::name", G_CALLBACK (name_cb), NULL);
  ft_lead_set_row (lead, row, clock, settings);
  /* loading, name, when, dots, gauge, summary */
  g_assert_cmpuint (*all, ==, 6);
  g_object_get (lead, "dots", &dots, NULL);
  g_assert_cmpuint (dots, ==, 5);

  ft_lead_set_row (lead, row, clock, settings);
  ft_lead_set_row (lead, same, clock, settings);
  g_assert_cmpuint (*all, ==, 6);

  ft_lead_set_row (lead, other, clock, settings);
  g_assert_cmpuint (*all, ==, 7);
  g_assert_cmpuint (*names, ==, 1);
  g_assert_cmpuint (*summaries, ==, 2);
  g_assert_finalize_object (lead);
}

static void
test_becomes_late (void)
{
  g_autoptr (FtClock) clock = new_clock ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  FtCivil at = ft_civil (2026, 11, 25, 16, 0);
  g_autoptr (FtPromiseData) promise = new_promise (at, at, FIXTURE_ZONE);
  g_autoptr (FtLeadRow) row = new_row ("Anna Berg", promise, 0);
  FtLead *lead = ft_lead_new (1);
  guint *lates;
  gboolean late;

  ft_lead_set_row (lead, row, clock, settings);
  lates = count_signal (lead, "notify::late");
  g_object_get (lead, "late", &late, NULL);
  g_assert_false (late);

  ft_clock_set (clock, promise->promised_at, NULL);
  ft_lead_set_row (lead, row, clock, settings);
  g_object_get (lead, "late", &late, NULL);
  g_assert_false (late);

  ft_clock_set (clock, promise->promised_at + 1, NULL);
  ft_lead_set_row (lead, row, clock, settings);
  g_object_get (lead, "late", &late, NULL);
  g_assert_true (late);
  g_assert_cmpuint (*lates, ==, 1);
  g_assert_finalize_object (lead);
}

/* The target first, the promised time beside it; customers' times on the user's own clock. */
static void
test_when (void)
{
  g_autoptr (FtClock) clock = new_clock ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtPromiseData) two
      = new_promise (ft_civil (2026, 11, 25, 16, 0), ft_civil (2026, 11, 25, 15, 30), FIXTURE_ZONE);
  g_autoptr (FtPromiseData) abroad = new_promise (ft_civil (2026, 11, 25, 16, 0),
                                                  ft_civil (2026, 11, 25, 16, 0), "Europe/London");
  g_autoptr (FtPromiseData) all_day = new_promise (ft_civil_all_day (2026, 11, 26),
                                                   ft_civil_all_day (2026, 11, 26), "Asia/Tokyo");
  g_autoptr (FtLeadRow) row_two = new_row ("Anna Berg", two, 1);
  g_autoptr (FtLeadRow) row_abroad = new_row ("Anna Berg", abroad, 1);
  g_autoptr (FtLeadRow) row_all_day = new_row ("Anna Berg", all_day, 1);
  FtLead *lead = ft_lead_new (1);

  ft_lead_set_row (lead, row_two, clock, settings);
  assert_text (lead, "when", "Today 15:30 / 16:00");
  assert_text (lead, "summary", "Anna Berg, Today 15:30 / 16:00, by phone, 1 contact");
  ft_lead_set_row (lead, row_abroad, clock, settings);
  assert_text (lead, "when", "Today 17:00");
  ft_lead_set_row (lead, row_all_day, clock, settings);
  assert_text (lead, "when", "Tomorrow");
  ft_clock_set (clock, two->promised_at + 1, NULL);
  ft_lead_set_row (lead, row_two, clock, settings);
  assert_text (lead, "when", "Today 16:00");
  assert_text (lead, "summary", "Anna Berg, late, Today 16:00, by phone, 1 contact");
  g_assert_finalize_object (lead);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lead/loading", test_loading);
  g_test_add_func ("/lead/notify", test_notify);
  g_test_add_func ("/lead/becomes-late", test_becomes_late);
  g_test_add_func ("/lead/when", test_when);
  return g_test_run ();
}
