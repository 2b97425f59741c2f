#include "model-fixture.h"
#include "model-watch.h"
#include "model/ft-desk.h"

/* What a desk tells, a line each: "done Add Anna (undo)", "failed", "show 3". */

static void
done_cb (FtDesk *desk, const char *label, gboolean undoable, GString *text)
{
  g_string_append_printf (text, "done %s%s\n", label, undoable ? " (undo)" : "");
}

static void
failed_cb (FtDesk *desk, const char *message, GError *error, GString *text)
{
  g_assert_cmpstr (message, ==, error->message);
  g_string_append (text, "failed\n");
}

static void
show_lead_cb (FtDesk *desk, gint64 lead_id, GString *text)
{
  g_string_append_printf (text, "show %" G_GINT64_FORMAT "\n", lead_id);
}

static GString *
listen_to (FtDesk *desk)
{
  GString *text = g_string_new (NULL);
  g_signal_connect (desk, "done", G_CALLBACK (done_cb), text);
  g_signal_connect (desk, "failed", G_CALLBACK (failed_cb), text);
  g_signal_connect (desk, "show-lead", G_CALLBACK (show_lead_cb), text);
  return text;
}

G_GNUC_PRINTF (2, 3)
static void
assert_heard (GString *text, const char *format, ...)
{
  g_autofree char *expected = NULL;
  va_list args;

  va_start (args, format);
  expected = g_strdup_vprintf (format, args);
  va_end (args);
  g_assert_cmpstr (text->str, ==, expected);
  g_string_truncate (text, 0);
}

static gint64
get_shown (FtDesk *desk)
{
  return ft_card_get_lead_id (ft_desk_get_card (desk));
}

static FtEdit *
new_call (Fixture *fixture, gint64 lead_id, FtOutcome outcome, int next_days)
{
  g_autoptr (FtLeadCard) card = fixture_read (fixture, lead_id);
  gint64 now = ft_clock_now (fixture->clock);
  g_autoptr (FtContactData) contact = ft_contact_data_new (lead_id, now, FT_CHANNEL_PHONE, outcome);
  g_autoptr (FtPromiseData) next = ft_promise_data_new (lead_id, fixture_civil (next_days, 10, 0),
                                                        FIXTURE_ZONE, FT_CHANNEL_PHONE);
  return ft_gesture_log_contact (card->lead, ft_lead_card_next (card, now), contact, next, now);
}

static FtDesk *
new_desk (Fixture *fixture)
{
  FtDesk *desk = ft_desk_new (fixture->store);
  fixture_settle (fixture);
  return desk;
}

/* It opens on the promise that is late longest, and calling goes on to the next due, until all is
 * done. */
static void
test_day (Fixture *fixture, gconstpointer data)
{
  gint64 tomorrow = fixture_add (fixture, "Tomorrow", 1, 10, 0);
  gint64 today = fixture_add (fixture, "Today", 0, 15, 0);
  gint64 late = fixture_add (fixture, "Late", -1, 10, 0);
  gint64 later = fixture_add (fixture, "Later", -2, 10, 0);
  FtDesk *desk = ft_desk_new (fixture->store);
  g_autoptr (GString) heard = NULL;
  gint64 order[] = { later, late, today };

  g_assert_cmpint (get_shown (desk), ==, 0);
  fixture_settle (fixture);
  g_assert_cmpint (get_shown (desk), ==, later);
  g_assert_cmpstr (ft_card_get_data (ft_desk_get_card (desk))->lead->name, ==, "Later");
  {
    g_autofree char *coverage = ft_desk_dup_coverage (desk);
    g_assert_cmpstr (coverage, ==, "4/4");
  }

  heard = listen_to (desk);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (FtEdit) edit = new_call (fixture, order[i], FT_OUTCOME_REACHED, 7);
      g_assert_cmpint (get_shown (desk), ==, order[i]);
      ft_desk_apply (desk, edit, TRUE, NULL, NULL);
      fixture_settle (fixture);
      if (i + 1 < G_N_ELEMENTS (order))
        assert_heard (heard, "done %s (undo)\nshow %" G_GINT64_FORMAT "\n",
                      ft_edit_get_label (edit), order[i + 1]);
      else
        assert_heard (heard, "done %s (undo)\n", ft_edit_get_label (edit));
    }
  /* Nothing more is due today. */
  g_assert_cmpint (get_shown (desk), ==, today);
  g_assert_cmpint (ft_lead_list_get_id_at (ft_desk_get_list (desk), 0), ==, tomorrow);
  g_assert_cmpuint (ft_desk_get_counts (desk)->n[FT_FILTER_LATE], ==, 0);

  /* Taking a step back shows whom it was about. */
  ft_desk_undo (desk);
  fixture_settle (fixture);
  g_assert_cmpint (get_shown (desk), ==, today);
  ft_desk_undo (desk);
  fixture_settle (fixture);
  g_assert_cmpint (get_shown (desk), ==, late);
  g_assert_true (g_str_has_prefix (heard->str, "done Undone: "));
  ft_desk_redo (desk);
  fixture_settle (fixture);
  g_assert_cmpint (get_shown (desk), ==, late);
  g_assert_finalize_object (desk);
}

typedef struct
{
  guint n_calls;
  gboolean ok;
  GString *heard;
} Hearing;

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Hearing *hearing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_desk_apply_finish (FT_DESK (source), result, &error);
  g_assert_true ((change == NULL) == (error != NULL));
  hearing->n_calls++;
  hearing->ok = change != NULL;
  /* A form hears of it before the toast does. */
  g_assert_cmpstr (hearing->heard->str, ==, "");
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtEdit) edit = ft_edit_new ("Nonsense");
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Nobody");
  gint64 a = fixture_add (fixture, "A", 1, 10, 0);
  FtDesk *desk = new_desk (fixture);
  g_autoptr (GString) heard = listen_to (desk);
  Hearing hearing = { 0, TRUE, heard };

  lead->id = 4711;
  ft_edit_put_lead (edit, lead);
  ft_desk_apply (desk, edit, TRUE, applied_cb, &hearing);
  fixture_settle (fixture);
  g_assert_cmpuint (hearing.n_calls, ==, 1);
  g_assert_false (hearing.ok);
  assert_heard (heard, "failed\n");
  g_assert_cmpint (get_shown (desk), ==, a);

  fixture_undo (fixture);
  fixture_settle (fixture);
  g_string_truncate (heard, 0);
  ft_desk_undo (desk);
  fixture_settle (fixture);
  assert_heard (heard, "failed\n");
  g_assert_finalize_object (desk);
}

/* A lead that is added is shown; what is done to another lead leaves the place as it is. */
static void
test_keeps_place (Fixture *fixture, gconstpointer data)
{
  gint64 a = fixture_add (fixture, "A", 1, 10, 0);
  gint64 b = fixture_add (fixture, "B", 2, 10, 0);
  FtDesk *desk = new_desk (fixture);
  g_autoptr (GString) heard = listen_to (desk);
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("New");
  g_autoptr (FtEdit) add = ft_gesture_add_lead (lead, NULL, ft_clock_now (fixture->clock));
  g_autoptr (FtEdit) call = new_call (fixture, b, FT_OUTCOME_REACHED, 0);
  Hearing hearing = { 0, FALSE, heard };
  gint64 added;

  g_assert_cmpint (get_shown (desk), ==, a);
  ft_desk_apply (desk, call, FALSE, NULL, NULL);
  fixture_settle (fixture);
  g_assert_cmpint (get_shown (desk), ==, a);
  g_assert_cmpuint (ft_lead_list_find (ft_desk_get_list (desk), a), ==, 1);

  g_string_truncate (heard, 0);
  ft_desk_apply (desk, add, FALSE, applied_cb, &hearing);
  fixture_settle (fixture);
  g_assert_true (hearing.ok);
  added = get_shown (desk);
  g_assert_cmpint (added, >, b);
  g_assert_cmpstr (ft_card_get_data (ft_desk_get_card (desk))->lead->name, ==, "New");
  {
    g_autofree char *coverage = ft_desk_dup_coverage (desk);
    g_assert_cmpstr (coverage, ==, "2/3");
  }

  /* Undone, its neighbour is shown. */
  ft_desk_undo (desk);
  fixture_settle (fixture);
  g_assert_cmpint (get_shown (desk), ==, a);
  ft_desk_redo (desk);
  fixture_settle (fixture);
  g_assert_cmpint (get_shown (desk), ==, added);
  g_assert_finalize_object (desk);
}

static void
test_step (Fixture *fixture, gconstpointer data)
{
  gint64 a = fixture_add (fixture, "A", -1, 10, 0);
  gint64 b = fixture_add (fixture, "B", 0, 9, 0);
  gint64 c = fixture_add (fixture, "C", 3, 10, 0);
  FtDesk *desk = new_desk (fixture);
  g_autoptr (GString) heard = listen_to (desk);
  g_autoptr (FtEdit) call = NULL;

  ft_desk_step (desk, -1);
  assert_heard (heard, "%s", "");
  ft_desk_step (desk, +1);
  g_assert_cmpint (get_shown (desk), ==, b);
  ft_desk_step (desk, +1);
  ft_desk_step (desk, +1);
  g_assert_cmpint (get_shown (desk), ==, c);
  ft_desk_step (desk, -1);
  assert_heard (heard,
                "show %" G_GINT64_FORMAT "\nshow %" G_GINT64_FORMAT "\nshow %" G_GINT64_FORMAT "\n",
                b, c, b);

  /* Where the lead has left the list, down is what has moved into its place. */
  ft_lead_list_set_filter (ft_desk_get_list (desk), FT_FILTER_LATE);
  ft_desk_show_lead (desk, a);
  fixture_settle (fixture);
  call = new_call (fixture, a, FT_OUTCOME_REACHED, 7);
  ft_desk_apply (desk, call, FALSE, NULL, NULL);
  fixture_settle (fixture);
  g_assert_cmpint (get_shown (desk), ==, a);
  ft_desk_step (desk, +1);
  g_assert_cmpint (get_shown (desk), ==, b);
  g_assert_finalize_object (desk);
}

/* Who has chosen a lead keeps it, whatever the desk was about to show. */
static void
test_user_is_faster (Fixture *fixture, gconstpointer data)
{
  gint64 late = fixture_add (fixture, "Late", -2, 10, 0);
  gint64 chosen;
  FtDesk *desk;
  g_autoptr (FtEdit) call = NULL;

  fixture_add (fixture, "Also late", -1, 10, 0);
  chosen = fixture_add (fixture, "Chosen", 5, 10, 0);
  desk = ft_desk_new (fixture->store);
  ft_desk_show_lead (desk, chosen);
  fixture_settle (fixture);
  g_assert_cmpint (get_shown (desk), ==, chosen);

  ft_desk_show_lead (desk, late);
  call = new_call (fixture, late, FT_OUTCOME_REACHED, 7);
  ft_desk_apply (desk, call, TRUE, NULL, NULL);
  ft_desk_show_lead (desk, chosen);
  fixture_settle (fixture);
  g_assert_cmpint (get_shown (desk), ==, chosen);
  g_assert_finalize_object (desk);
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  FtDesk *desk = new_desk (fixture);
  guint *counts = count_signal (desk, "notify::counts");
  guint *undos = count_signal (desk, "notify::undo-label");
  g_autoptr (FtStore) store = NULL;
  g_autoptr (FtClock) clock = NULL;
  g_autoptr (FtLeadList) list = NULL;
  g_autoptr (FtCard) card = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  g_object_get (desk, "store", &store, "clock", &clock, "list", &list, "card", &card, NULL);
  g_assert_true (store == fixture->store && store == ft_desk_get_store (desk));
  g_assert_true (clock == fixture->clock && clock == ft_desk_get_clock (desk));
  g_assert_true (list == ft_desk_get_list (desk));
  g_assert_true (card == ft_desk_get_card (desk));
  g_assert_cmpint (ft_desk_get_bounds (desk).now, ==, fixture_at (0, 10, 0));

  fixture_add (fixture, "Anna", 0, 12, 0);
  fixture_settle (fixture);
  g_assert_cmpuint (*counts, >=, 1);
  g_assert_cmpuint (*undos, ==, 1);
  g_object_get (desk, "undo-label", &undo, "redo-label", &redo, NULL);
  g_assert_cmpstr (undo, ==, "Add Anna");
  g_assert_null (redo);

  /* Time passing a mark moves the list and the counts without anybody asking. */
  fixture_go_to (fixture, 0, 12, 1);
  fixture_settle (fixture);
  g_assert_cmpuint (ft_desk_get_counts (desk)->n[FT_FILTER_LATE], ==, 1);

  /* A desk may go away while it asks. */
  g_clear_object (&list);
  g_clear_object (&card);
  fixture_add (fixture, "Berta", 0, 13, 0);
  g_assert_finalize_object (desk);
  fixture_settle (fixture);
}

/* E1, B1: who has a promise of all who are open; all of them count the same, whoever is promising. */
static void
test_coverage_e1 (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name; /* NULL to take back the step before */
    int promised;     /* days, G_MAXINT for none */
    FtLeadState state;
    const char *coverage;
  } steps[] = {
    { "Anna", 0, FT_LEAD_OPEN, "1/1" },
    { "Boris", G_MAXINT, FT_LEAD_OPEN, "1/2" },
    { "Cleo", -30, FT_LEAD_OPEN, "2/3" },
    { "Dora", 400, FT_LEAD_OPEN, "3/4" },
    { "Gone", G_MAXINT, FT_LEAD_CLOSED, "3/4" },
    { "Bought", G_MAXINT, FT_LEAD_CUSTOMER, "3/4" },
    { NULL, 0, FT_LEAD_OPEN, "3/5" }, /* not bought: open, and without */
  };
  FtDesk *desk = ft_desk_new (fixture->store);
  g_autofree char *none = NULL;

  fixture_settle (fixture);
  none = ft_desk_dup_coverage (desk);
  g_assert_cmpstr (none, ==, "0/0");
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *coverage = NULL;

      if (steps[i].name == NULL)
        fixture_undo (fixture);
      else
        {
          gint64 id = fixture_add (fixture, steps[i].name, steps[i].promised, 10, 0);
          g_autoptr (FtLeadCard) card = fixture_read (fixture, id);
          g_autoptr (FtLeadData) lead = ft_lead_data_copy (card->lead);
          g_autoptr (FtEdit) edit = NULL;

          lead->state = steps[i].state;
          edit = ft_gesture_edit_lead (lead);
          if (lead->state != FT_LEAD_OPEN)
            fixture_apply (fixture, edit);
        }
      fixture_settle (fixture);
      coverage = ft_desk_dup_coverage (desk);
      g_assert_cmpstr (coverage, ==, steps[i].coverage);
    }
  g_assert_finalize_object (desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/desk/day", test_day);
  FIXTURE_TEST ("/desk/E1-B1/coverage", test_coverage_e1);
  FIXTURE_TEST ("/desk/failure", test_failure);
  FIXTURE_TEST ("/desk/keeps-place", test_keeps_place);
  FIXTURE_TEST ("/desk/step", test_step);
  FIXTURE_TEST ("/desk/user-is-faster", test_user_is_faster);
  FIXTURE_TEST ("/desk/properties", test_properties);
  return g_test_run ();
}
