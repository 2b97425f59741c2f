#include "core/ft-notice.h"
#include "core/ft-ringing.h"

#include <locale.h>
#include <string.h>

#define BERLIN "Europe/Berlin"

/* "2026-11-23 09:00", "2026-11-23 02:30+" for the second pass */
static gint64
at (const char *text)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), "+", ' ');
  FtCivil civil;

  g_assert_true (ft_civil_from_string (g_strstrip (plain), &civil));
  civil.fold = strchr (text, '+') != NULL;
  return ft_civil_to_instant (civil, BERLIN, NULL);
}

static FtSettings *
settings_of (const char *quiet_from, const char *quiet_until)
{
  FtSettings *settings = ft_settings_new ();

  g_assert_true (ft_settings_set (settings, "quiet-from", quiet_from));
  g_assert_true (ft_settings_set (settings, "quiet-until", quiet_until));
  return settings;
}

/* One promise: when it rings. */
typedef struct
{
  const char *target; /* without a time: all day */
  const char *promised;
  const char *created;
  FtReminded reminded;
  const char *snoozed; /* or NULL */
  const char *rings;   /* NULL: never */
} Case;

static FtRing
ring_of (const Case *c, gint64 id)
{
  FtRing ring = { .promise_id = id, .reminded = c->reminded };
  FtCivil target;

  g_assert_true (ft_civil_from_string (c->target, &target));
  ring.target_at = at (c->target);
  ring.target_day = target.minute == FT_ALL_DAY ? target.day : 0;
  ring.promised_at = at (c->promised);
  ring.created_at = c->created != NULL ? at (c->created) : 0;
  ring.snoozed_until = c->snoozed != NULL ? at (c->snoozed) : 0;
  return ring;
}

/* Quiet from 20:00 to 7:00, work from 9:00. */
static const Case CASES[] = {
  /* at its target; then a quarter of an hour before the promised time (C6) */
  { "2026-11-23 10:00", "2026-11-23 16:00", NULL, FT_REMINDED_NOT, NULL, "2026-11-23 10:00" },
  { "2026-11-23 10:00", "2026-11-23 16:00", NULL, FT_REMINDED_ONCE, NULL, "2026-11-23 15:45" },
  { "2026-11-23 10:00", "2026-11-23 16:00", NULL, FT_REMINDED_ALL, NULL, NULL },
  /* all day: when work begins, on a Saturday too */
  { "2026-11-23", "2026-11-23", NULL, FT_REMINDED_NOT, NULL, "2026-11-23 09:00" },
  { "2026-11-28", "2026-11-28", NULL, FT_REMINDED_NOT, NULL, "2026-11-28 09:00" },
  /* quiet: waits where it can … */
  { "2026-11-23 05:00", "2026-11-23 11:00", NULL, FT_REMINDED_NOT, NULL, "2026-11-23 07:00" },
  { "2026-11-23 21:00", "2026-11-24 11:00", NULL, FT_REMINDED_NOT, NULL, "2026-11-24 07:00" },
  /* … and comes before it where it cannot */
  { "2026-11-23 21:00", "2026-11-23 21:00", NULL, FT_REMINDED_NOT, NULL, "2026-11-23 19:45" },
  { "2026-11-24 05:00", "2026-11-24 06:00", NULL, FT_REMINDED_NOT, NULL, "2026-11-23 19:45" },
  { "2026-11-23 18:00", "2026-11-23 21:00", NULL, FT_REMINDED_ONCE, NULL, "2026-11-23 19:45" },
  /* promised in quiet time for the same: too late for before */
  { "2026-11-23 21:00", "2026-11-23 21:00", "2026-11-23 20:30", FT_REMINDED_NOT, NULL,
    "2026-11-24 07:00" },
  /* the second one would come right after the first */
  { "2026-11-23 19:40", "2026-11-23 21:00", NULL, FT_REMINDED_ONCE, NULL, NULL },
  { "2026-11-23 06:00", "2026-11-23 07:10", NULL, FT_REMINDED_ONCE, NULL, NULL },
  /* on the edges: 20:00 is quiet, 7:00 is not */
  { "2026-11-23 07:00", "2026-11-23 07:00", NULL, FT_REMINDED_NOT, NULL, "2026-11-23 07:00" },
  { "2026-11-23 20:00", "2026-11-25 08:00", NULL, FT_REMINDED_NOT, NULL, "2026-11-24 07:00" },
  { "2026-11-23 19:59", "2026-11-23 19:59", NULL, FT_REMINDED_NOT, NULL, "2026-11-23 19:59" },
  /* snoozed: then, whatever else, and in quiet time too */
  { "2026-11-23 10:00", "2026-11-23 10:00", NULL, FT_REMINDED_ALL, "2026-11-23 10:10",
    "2026-11-23 10:10" },
  { "2026-11-23 19:55", "2026-11-23 19:55", NULL, FT_REMINDED_ALL, "2026-11-23 20:05",
    "2026-11-23 20:05" },
  { "2026-11-23 10:00", "2026-11-23 10:20", NULL, FT_REMINDED_ONCE, "2026-11-23 10:10",
    "2026-11-23 10:05" },
  /* clocks go forward (2:00 → 3:00), and back (3:00 → 2:00): quiet time ends at 7:00 on the wall */
  { "2026-03-29 02:30", "2026-03-29 12:00", NULL, FT_REMINDED_NOT, NULL, "2026-03-29 07:00" },
  { "2026-10-25 02:30", "2026-10-25 12:00", NULL, FT_REMINDED_NOT, NULL, "2026-10-25 07:00" },
  { "2026-03-29", "2026-03-29", NULL, FT_REMINDED_NOT, NULL, "2026-03-29 09:00" },
};

static void
test_one (void)
{
  g_autoptr (FtSettings) settings = settings_of ("1200", "420");

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      FtRing ring = ring_of (&CASES[i], 1);
      gint64 expected = CASES[i].rings != NULL ? at (CASES[i].rings) : FT_RING_NEVER;
      g_test_message ("%s for %s", CASES[i].target, CASES[i].promised);
      g_assert_cmpint (ft_ring_at (&ring, settings, BERLIN), ==, expected);
    }
}

/* In the hour that does not exist, and the one that exists twice, with no quiet time. */
static void
test_edges (void)
{
  g_autoptr (FtSettings) settings = settings_of ("0", "0");
  const Case gap = { "2026-03-29 02:30", "2026-03-29 02:30", NULL, FT_REMINDED_NOT, NULL, NULL };
  const Case twice = { "2026-10-25 02:30", "2026-10-25 02:30", NULL, FT_REMINDED_NOT, NULL, NULL };
  FtRing ring = ring_of (&gap, 1);

  g_assert_cmpint (ft_ring_at (&ring, settings, BERLIN), ==, at ("2026-03-29 03:00"));
  ring = ring_of (&twice, 1);
  g_assert_cmpint (ft_ring_at (&ring, settings, BERLIN), ==, at ("2026-10-25 02:30"));
  g_assert_cmpint (at ("2026-10-25 02:30+") - at ("2026-10-25 02:30"), ==, 3600);
}

/* A traveller's all-day promise and quiet time are those of where he is. */
static void
test_zone (void)
{
  g_autoptr (FtSettings) settings = settings_of ("1200", "420");
  const Case c = { "2026-11-23", "2026-11-23", NULL, FT_REMINDED_NOT, NULL, NULL };
  const Case timed = { "2026-11-23 10:00", "2026-11-25 10:00", NULL, FT_REMINDED_NOT, NULL, NULL };
  FtRing ring = ring_of (&c, 1);

  g_assert_cmpint (ft_ring_at (&ring, settings, "America/New_York"), ==,
                   at ("2026-11-23 15:00")); /* 9:00 there */
  ring = ring_of (&timed, 1);
  g_assert_cmpint (ft_ring_at (&ring, settings, "America/New_York"), ==,
                   at ("2026-11-23 13:00")); /* 4:00 there: at 7:00 */
}

/* --- Many --- */

static char *
describe_ids (GArray *ids)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (out, "%s%d", i ? " " : "", (int) g_array_index (ids, gint64, i));
  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *now;
  const char *each;
  const char *away;
  const char *together;
  const char *next; /* NULL: never */
} Moment;

static void
assert_moments (const Case *cases, gsize n, const Moment *moments, gsize n_moments)
{
  g_autoptr (FtSettings) settings = settings_of ("1200", "420");
  g_autoptr (GArray) rings = g_array_new (FALSE, FALSE, sizeof (FtRing));

  for (gsize i = 0; i < n; i++)
    {
      FtRing ring = ring_of (&cases[i], i + 1);
      g_array_append_val (rings, ring);
    }
  for (gsize i = 0; i < n_moments; i++)
    {
      const Moment *m = &moments[i];
      g_autoptr (FtRinging) ringing = ft_ringing_new (rings, settings, at (m->now), BERLIN);
      g_autofree char *each = describe_ids (ringing->each);
      g_autofree char *away = describe_ids (ringing->away);
      g_autofree char *together = describe_ids (ringing->together);

      g_test_message ("%s", m->now);
      g_assert_cmpstr (each, ==, m->each);
      g_assert_cmpstr (away, ==, m->away);
      g_assert_cmpstr (together, ==, m->together);
      g_assert_cmpint (ringing->next, ==, m->next != NULL ? at (m->next) : FT_RING_NEVER);
    }
}

#define TIMED(day, time)                                                                           \
  {                                                                                                \
    day " " time, day " " time, NULL, FT_REMINDED_NOT, NULL, NULL                                  \
  }

static void
test_many (void)
{
  static const Case cases[] = {
    TIMED ("2026-11-23", "10:00"), TIMED ("2026-11-23", "11:00"), TIMED ("2026-11-23", "12:00"),
    TIMED ("2026-11-23", "12:00"), TIMED ("2026-11-23", "12:00"), TIMED ("2026-11-23", "12:00"),
  };
  static const Moment moments[] = {
    { "2026-11-23 08:00", "", "", "", "2026-11-23 10:00" },
    { "2026-11-23 10:00", "1", "", "", "2026-11-23 11:00" },
    /* none of them was shown: the machine slept */
    { "2026-11-23 11:00", "1 2", "", "", "2026-11-23 12:00" },
    { "2026-11-23 11:06", "", "1 2", "", "2026-11-23 12:00" },
    { "2026-11-23 12:00", "", "1 2", "3 4 5 6", NULL },
    /* three days off */
    { "2026-11-26 09:00", "", "1 2 3 4 5 6", "", NULL },
    /* in quiet time nothing, and then all of it */
    { "2026-11-23 22:00", "", "", "", "2026-11-24 07:00" },
    { "2026-11-24 06:59", "", "", "", "2026-11-24 07:00" },
    { "2026-11-24 07:00", "", "1 2 3 4 5 6", "", NULL },
  };

  assert_moments (cases, G_N_ELEMENTS (cases), moments, G_N_ELEMENTS (moments));
}

/* What is entered for a time that has passed was not missed by anybody. */
static void
test_entered_late (void)
{
  static const Case cases[] = {
    { "2026-11-20 10:00", "2026-11-20 10:00", "2026-11-23 10:00", FT_REMINDED_NOT, NULL, NULL },
    { "2026-11-20 11:00", "2026-11-20 11:00", "2026-11-23 10:01", FT_REMINDED_NOT, NULL, NULL },
  };
  static const Moment moments[] = {
    { "2026-11-23 10:01", "1 2", "", "", NULL },
    { "2026-11-23 10:30", "", "1 2", "", NULL },
  };

  assert_moments (cases, G_N_ELEMENTS (cases), moments, G_N_ELEMENTS (moments));
}

/* --- The morning --- */

static void
assert_morning (const char *last, const char *now, const char *expected)
{
  g_autoptr (FtSettings) settings = settings_of ("1200", "420");
  FtCivil day = FT_CIVIL_NONE;

  if (last != NULL)
    g_assert_true (ft_civil_from_string (last, &day));
  g_test_message ("%s", now);
  g_assert_cmpint (ft_ringing_morning (settings, day.day, at (now), BERLIN), ==, at (expected));
}

static void
test_morning (void)
{
  g_autoptr (FtSettings) off = ft_settings_new ();

  assert_morning (NULL, "2026-11-23 08:00", "2026-11-23 09:00");
  assert_morning (NULL, "2026-11-23 09:00", "2026-11-23 09:00");
  assert_morning (NULL, "2026-11-23 14:00", "2026-11-23 09:00"); /* the machine was off */
  assert_morning ("2026-11-23", "2026-11-23 09:00", "2026-11-24 09:00");
  assert_morning (NULL, "2026-11-23 18:00", "2026-11-24 09:00");         /* the day is over */
  assert_morning ("2026-11-27", "2026-11-27 10:00", "2026-11-30 09:00"); /* a weekend */
  assert_morning (NULL, "2026-11-28 10:00", "2026-11-30 09:00");
  off->morning = FALSE;
  g_assert_cmpint (ft_ringing_morning (off, 0, at ("2026-11-23 09:00"), BERLIN), ==, FT_RING_NEVER);
}

/* --- Before leaving --- */

static gint32
day_of (const char *text)
{
  FtCivil civil = FT_CIVIL_NONE;

  if (text != NULL)
    g_assert_true (ft_civil_from_string (text, &civil));
  return civil.day;
}

/* @days: "first last, first last", those in brackets public holidays */
static FtSettings *
leaving_settings (const char *days)
{
  FtSettings *settings = settings_of ("1200", "420");
  g_autoptr (GPtrArray) days_off = ft_days_off_new ();
  g_auto (GStrv) parts = g_strsplit (days, ", ", -1);

  for (int i = 0; parts[i] != NULL; i++)
    {
      gboolean holiday = parts[i][0] == '[';
      g_autofree char *first = g_strndup (parts[i] + holiday, 10);
      g_autofree char *last = g_strndup (parts[i] + holiday + 11, 10);

      g_ptr_array_add (days_off,
                       ft_day_off_data_new (holiday ? FT_DAY_OFF_HOLIDAY : FT_DAY_OFF_AWAY,
                                            day_of (first), day_of (last), ""));
    }
  ft_settings_set_days_off (settings, days_off);
  return settings;
}

static const struct
{
  const char *days;
  const char *told; /* the last evening told of, or NULL */
  const char *now;
  const char *at; /* NULL: never */
  const char *first;
  const char *last;
} LEAVINGS[] = {
  /* On the working day before, as it ends. */
  { "2026-11-26 2026-11-27", NULL, "2026-11-23 09:00", "2026-11-25 18:00", "2026-11-26",
    "2026-11-27" },
  { "2026-11-26 2026-11-27", NULL, "2026-11-25 18:00", "2026-11-25 18:00", "2026-11-26",
    "2026-11-27" },
  /* From Monday on: on Friday. */
  { "2026-11-30 2026-12-04", NULL, "2026-11-27 17:59", "2026-11-27 18:00", "2026-11-30",
    "2026-12-04" },
  /* Once. */
  { "2026-11-30 2026-12-04", "2026-11-27", "2026-11-27 18:01", NULL, NULL, NULL },
  { "2026-11-30 2026-12-04", "2026-11-27", "2026-11-30 09:00", NULL, NULL, NULL },
  /* The next trip is another. */
  { "2026-11-26 2026-11-26, 2026-12-10 2026-12-11", "2026-11-25", "2026-11-25 18:01",
    "2026-12-09 18:00", "2026-12-10", "2026-12-11" },
  /* Two without a day of work in between are one; a public holiday is none. */
  { "2026-11-26 2026-11-27, 2026-11-30 2026-12-01", NULL, "2026-11-25 18:00", "2026-11-25 18:00",
    "2026-11-26", "2026-12-01" },
  { "2026-11-26 2026-11-26, 2026-11-30 2026-12-01", NULL, "2026-11-25 18:00", "2026-11-25 18:00",
    "2026-11-26", "2026-11-26" },
  { "[2026-11-26 2026-11-26, 2026-11-27 2026-11-27", NULL, "2026-11-25 12:00", "2026-11-25 18:00",
    "2026-11-27", "2026-11-27" },
  { "[2026-11-26 2026-11-26", NULL, "2026-11-25 18:00", NULL, NULL, NULL },
  /* The machine was off, or the days were marked later: until the first of them is over. */
  { "2026-11-30 2026-12-04", NULL, "2026-11-28 12:00", "2026-11-27 18:00", "2026-11-30",
    "2026-12-04" },
  { "2026-11-30 2026-12-04", NULL, "2026-11-30 08:00", "2026-11-27 18:00", "2026-11-30",
    "2026-12-04" },
  { "2026-11-30 2026-12-04", NULL, "2026-12-01 08:00", NULL, NULL, NULL },
  /* Not in quiet time. */
  { "2026-11-26 2026-11-26", NULL, "2026-11-25 22:00", "2026-11-26 07:00", "2026-11-26",
    "2026-11-26" },
};

static void
test_leaving (void)
{
  g_autoptr (FtSettings) late = leaving_settings ("2026-11-26 2026-11-26");
  g_autoptr (FtSettings) ancient = leaving_settings ("2026-11-26 2026-11-26");
  g_autoptr (GPtrArray) always = ft_days_off_new ();

  for (guint i = 0; i < G_N_ELEMENTS (LEAVINGS); i++)
    {
      g_autoptr (FtSettings) settings = leaving_settings (LEAVINGS[i].days);
      FtLeaving leaving
          = ft_ringing_leaving (settings, day_of (LEAVINGS[i].told), at (LEAVINGS[i].now), BERLIN);

      g_test_message ("%u: %s", i, LEAVINGS[i].now);
      g_assert_cmpint (leaving.at, ==,
                       LEAVINGS[i].at != NULL ? at (LEAVINGS[i].at) : FT_RING_NEVER);
      g_assert_cmpint (leaving.first_day, ==, day_of (LEAVINGS[i].first));
      g_assert_cmpint (leaving.last_day, ==, day_of (LEAVINGS[i].last));
      /* Told of, it is not told of again. */
      if (LEAVINGS[i].at != NULL)
        g_assert_cmpint (
            ft_ringing_leaving (settings, leaving.evening, at (LEAVINGS[i].now), BERLIN).first_day,
            !=, leaving.first_day);
    }

  /* Who works until midnight hears of it before quiet time begins. */
  g_assert_true (ft_settings_set (late, "day-ends", "1440"));
  g_assert_cmpint (ft_ringing_leaving (late, 0, at ("2026-11-25 12:00"), BERLIN).at, ==,
                   at ("2026-11-25 19:45"));
  g_assert_true (ft_settings_set (late, "quiet-until", "1200"));
  g_assert_cmpint (ft_ringing_leaving (late, 0, at ("2026-11-25 12:00"), BERLIN).at, ==,
                   at ("2026-11-25 23:59"));
  late->morning = FALSE;
  g_assert_cmpint (ft_ringing_leaving (late, 0, at ("2026-11-25 12:00"), BERLIN).at, ==,
                   FT_RING_NEVER);

  /* No working day at all before it. */
  g_ptr_array_add (always, ft_day_off_data_new (FT_DAY_OFF_AWAY, 1, day_of ("2026-11-25"), ""));
  g_ptr_array_add (always, ft_day_off_data_new (FT_DAY_OFF_AWAY, day_of ("2026-11-26"),
                                                day_of ("2026-11-26"), ""));
  ft_settings_set_days_off (ancient, always);
  g_assert_cmpint (ft_ringing_leaving (ancient, 0, at ("2026-11-25 12:00"), BERLIN).evening, ==, 1);
}

/* --- What they say --- */

static FtPromiseRow *
make_row (FtChannel channel, const char *promised, gboolean with_reach)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Anna <b>Berg</b>");
  g_autoptr (FtPromiseData) promise = NULL;
  FtCivil civil;

  g_assert_true (ft_civil_from_string (promised, &civil));
  promise = ft_promise_data_new (1, civil, BERLIN, channel);
  promise->id = 7;
  promise->promised_at = promise->target_at = at (promised);
  lead->id = 1;
  g_free (lead->company);
  lead->company = g_strdup ("Berg Roofing");
  if (with_reach)
    {
      g_ptr_array_add (lead->phones, ft_reach_new ("", "030 1"));
      g_ptr_array_add (lead->emails, ft_reach_new ("", "a@b.example"));
    }
  g_ptr_array_add (lead->facts, ft_fact_new (1, TRUE, "widowed"));
  g_ptr_array_add (lead->facts, ft_fact_new (1, FALSE, "plays golf"));
  g_free (promise->purpose);
  promise->purpose = g_strdup ("the offer");
  g_free (promise->value);
  promise->value = g_strdup ("saves a week");
  return ft_promise_row_new (promise, lead);
}

static void
assert_buttons (FtChannel channel, gboolean with_reach, const char *now, const char *expected)
{
  g_autoptr (FtPromiseRow) row = make_row (channel, "2026-11-23 16:00", with_reach);
  g_autoptr (FtNotice) notice
      = ft_notice_of_promise (row, (FtNoticePrivacy){ FALSE, FALSE }, at (now), BERLIN);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (int i = 0; i < FT_NOTICE_BUTTONS && notice->buttons[i].label != NULL; i++)
    {
      gint64 lead, promise;
      g_string_append_printf (labels, "%s%s", i ? ", " : "", notice->buttons[i].label);
      g_variant_get (notice->buttons[i].target, "(xx)", &lead, &promise);
      g_assert_cmpint (lead, ==, 1);
      g_assert_cmpint (promise, ==, 7);
    }
  g_assert_cmpstr (labels->str, ==, expected);
}

static void
test_buttons (void)
{
  const char *now = "2026-11-23 16:00", *later = "2026-11-23 17:00";

  assert_buttons (FT_CHANNEL_PHONE, TRUE, now, "Call, Done, 10 Minutes, Running Late");
  assert_buttons (FT_CHANNEL_PHONE, FALSE, now, "Done, 10 Minutes, Running Late");
  assert_buttons (FT_CHANNEL_PHONE, TRUE, later, "Call, Running Late, Done, 10 Minutes");
  assert_buttons (FT_CHANNEL_EMAIL, TRUE, now, "Write, Done, 10 Minutes, Running Late");
  assert_buttons (FT_CHANNEL_VISIT, TRUE, now, "Running Late, Done, 10 Minutes");
  assert_buttons (FT_CHANNEL_POST, TRUE, now, "Done, 10 Minutes, Running Late");
}

static void
assert_said (FtNoticePrivacy privacy, const char *now, const char *title, const char *body)
{
  g_autoptr (FtPromiseRow) row = make_row (FT_CHANNEL_PHONE, "2026-11-23 16:00", TRUE);
  g_autoptr (FtNotice) notice = ft_notice_of_promise (row, privacy, at (now), BERLIN);

  g_assert_cmpstr (notice->title, ==, title);
  g_assert_cmpstr (notice->body, ==, body);
}

static void
test_words (void)
{
  const char *now = "2026-11-23 16:00";

  assert_said ((FtNoticePrivacy){ FALSE, TRUE }, now, "Anna <b>Berg</b>",
               "Today 16:00 · the offer\n⚠ widowed\nsaves a week\nBerg Roofing · 030 1");
  assert_said ((FtNoticePrivacy){ FALSE, FALSE }, now, "Anna <b>Berg</b>",
               "Today 16:00 · the offer\nsaves a week\nBerg Roofing · 030 1");
  assert_said ((FtNoticePrivacy){ FALSE, FALSE }, "2026-11-23 16:05", "Anna <b>Berg</b>",
               "Late: Today 16:00 · the offer\nsaves a week\nBerg Roofing · 030 1");
  /* Nobody's name, and nothing to know them by. */
  assert_said ((FtNoticePrivacy){ TRUE, FALSE }, now, "A promise is due", "Today 16:00");
}

static void
test_many_words (void)
{
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_row_unref);
  g_autoptr (FtNotice) away = NULL, two = NULL, hidden = NULL, morning = NULL, late = NULL;

  for (int i = 0; i < 4; i++)
    g_ptr_array_add (rows, make_row (FT_CHANNEL_PHONE, "2026-11-23 16:00", TRUE));
  away = ft_notice_of_many (rows, 4, TRUE, (FtNoticePrivacy){ FALSE, TRUE });
  g_assert_cmpstr (away->title, ==, "While you were away: 4 promises");
  g_assert_cmpstr (away->body, ==, "Anna <b>Berg</b>, Anna <b>Berg</b> and 2 more");
  g_assert_cmpstr (away->action, ==, FT_ACTION_SHOW_LIST);
  g_ptr_array_set_size (rows, 2);
  two = ft_notice_of_many (rows, 2, FALSE, (FtNoticePrivacy){ FALSE, TRUE });
  g_assert_cmpstr (two->title, ==, "2 promises are due");
  g_assert_cmpstr (two->body, ==, "Anna <b>Berg</b>, Anna <b>Berg</b>");
  hidden = ft_notice_of_many (rows, 2, TRUE, (FtNoticePrivacy){ TRUE, FALSE });
  g_assert_cmpstr (hidden->body, ==, "");

  morning = ft_notice_of_morning (2, 7);
  g_assert_cmpstr (morning->title, ==, "7 promises for today");
  g_assert_cmpstr (morning->body, ==, "2 late");
  late = ft_notice_of_morning (1, 0);
  g_assert_cmpstr (late->title, ==, "1 late promise");
  g_assert_null (ft_notice_of_morning (0, 0));
}

static void
test_leaving_words (void)
{
  gint32 monday = day_of ("2026-11-30");
  gint64 now = at ("2026-11-27 18:00");
  g_autoptr (FtNotice) one = ft_notice_of_leaving (monday, 1, now, BERLIN);
  g_autoptr (FtNotice) three = ft_notice_of_leaving (monday, 3, now, BERLIN);

  g_assert_cmpstr (one->title, ==, "You are away from Monday, 30 November");
  g_assert_cmpstr (one->body, ==, "1 promise is to be promised anew");
  g_assert_cmpstr (three->body, ==, "3 promises are to be promised anew");
  g_assert_cmpstr (three->action, ==, FT_ACTION_ANEW);
  g_assert_cmpstr (three->buttons[0].label, ==, "Promise Anew");
  g_assert_cmpstr (three->buttons[0].action, ==, FT_ACTION_ANEW);
  g_assert_cmpstr (three->buttons[1].action, ==, FT_ACTION_NO_MORNINGS);
  g_assert_null (ft_notice_of_leaving (monday, 0, now, BERLIN));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/ringing/B6/one", test_one);
  g_test_add_func ("/core/ringing/edges", test_edges);
  g_test_add_func ("/core/ringing/zone", test_zone);
  g_test_add_func ("/core/ringing/many", test_many);
  g_test_add_func ("/core/ringing/entered-late", test_entered_late);
  g_test_add_func ("/core/ringing/morning", test_morning);
  g_test_add_func ("/core/ringing/E6/leaving", test_leaving);
  g_test_add_func ("/core/notice/buttons", test_buttons);
  g_test_add_func ("/core/notice/E9/words", test_words);
  g_test_add_func ("/core/notice/many", test_many_words);
  g_test_add_func ("/core/notice/E6/leaving", test_leaving_words);
  return g_test_run ();
}
