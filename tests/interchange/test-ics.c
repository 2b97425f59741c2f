#define G_LOG_DOMAIN "ft-test"

#include "interchange/ft-export.h"

#include <libical/ical.h>
#include <string.h>

/* Every calendar is read back with libical itself, which knows no zone but those the calendar
 * describes. */

#define NOW G_GINT64_CONSTANT (1795420800) /* Monday, 2026-11-23 09:00 in Berlin */

/* --- There --- */

static FtLeadCard *
new_card (const char *name)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new (name);

  return ft_lead_card_new (lead);
}

static FtPromiseData *
promise_to (FtLeadCard *card, FtCivil promised, const char *zone)
{
  FtPromiseData *promise
      = ft_promise_data_new (0, promised, ft_zone_intern (zone), FT_CHANNEL_PHONE);

  g_assert_nonnull (promise->zone);
  g_free (promise->uid);
  promise->uid = g_strdup_printf ("promise-%u", card->promises->len);
  promise->created_at = NOW - 3600;
  g_ptr_array_add (card->promises, promise);
  return promise;
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static char *
export_text (FtLeadCard *card, const FtSettings *settings)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FtClock) clock = ft_clock_new_fixed (NOW, "Europe/Berlin");
  g_autoptr (FtExport) export = ft_export_new (FT_EXPORT_ICS, clock, stream);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (settings)
    g_assert_true (ft_export_begin (export, pieces, settings, NULL));
  ft_export_add (export, card, &error);
  g_assert_no_error (error);
  ft_export_finish (export, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* --- And back --- */

static icalcomponent *
read_back (const char *text)
{
  icalcomponent *calendar = icalcomponent_new_from_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_isa (calendar), ==, ICAL_VCALENDAR_COMPONENT);
  /* What libical does not understand it keeps as an error. */
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));
  return calendar;
}

static icalcomponent *
export_card (FtLeadCard *card)
{
  g_autofree char *text = export_text (card, NULL);
  return read_back (text);
}

static icalcomponent *
get_event (icalcomponent *calendar, guint n)
{
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

  for (; n > 0; n--)
    event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_nonnull (event);
  return event;
}

static char *
get_value (icalcomponent *component, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  char *value = property ? icalproperty_get_value_as_string_r (property) : NULL;
  char *copy = g_strdup (value);

  icalmemory_free_buffer (value);
  return copy;
}

#define assert_value(component, kind, expected)                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *value_ = get_value (component, kind);                                         \
    g_assert_cmpstr (value_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static char *
get_alarm (icalcomponent *event)
{
  icalcomponent *alarm = icalcomponent_get_first_component (event, ICAL_VALARM_COMPONENT);

  return alarm ? get_value (alarm, ICAL_TRIGGER_PROPERTY) : NULL;
}

static void
test_properties (void)
{
  g_autoptr (FtLeadCard) card = new_card ("Anna Berg");
  FtPromiseData *promise = promise_to (card, ft_civil (2026, 11, 26, 16, 0), "Europe/Berlin");
  icalcomponent *calendar;
  icalcomponent *event;

  set_text (&card->lead->company, "Berg Roofing");
  g_ptr_array_add (card->lead->phones, ft_reach_new ("work", "+49 30 123"));
  g_ptr_array_add (card->lead->emails, ft_reach_new ("", "anna@example.com"));
  set_text (&promise->purpose, "the roof");
  set_text (&promise->value, "a sample of slate");
  promise->target = ft_civil (2026, 11, 26, 11, 30);
  promise->effort = 45;
  promise->agreed = TRUE;

  calendar = export_card (card);
  assert_value (calendar, ICAL_VERSION_PROPERTY, "2.0");
  assert_value (calendar, ICAL_CALSCALE_PROPERTY, "GREGORIAN");
  assert_value (calendar, ICAL_NAME_PROPERTY, "Follow Through");
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 1);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTIMEZONE_COMPONENT), ==, 1);

  event = get_event (calendar, 0);
  assert_value (event, ICAL_UID_PROPERTY, "promise-0@followthrough.app");
  assert_value (event, ICAL_DTSTAMP_PROPERTY, "20261123T080000Z");
  assert_value (event, ICAL_LASTMODIFIED_PROPERTY, "20261123T080000Z");
  assert_value (event, ICAL_CREATED_PROPERTY, "20261123T070000Z");
  assert_value (event, ICAL_SEQUENCE_PROPERTY, "60");
  assert_value (event, ICAL_DTSTART_PROPERTY, "20261126T160000");
  assert_value (event, ICAL_DURATION_PROPERTY, "PT45M");
  assert_value (event, ICAL_STATUS_PROPERTY, "CONFIRMED");
  assert_value (event, ICAL_TRANSP_PROPERTY, "OPAQUE");
  assert_value (event, ICAL_CLASS_PROPERTY, "PRIVATE");
  assert_value (event, ICAL_LOCATION_PROPERTY, NULL);
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "Anna Berg: the roof");
  g_assert_cmpstr (icalcomponent_get_description (event), ==,
                   "the roof\nBrings them: a sample of slate\nBerg Roofing\n+49 30 123\n"
                   "anna@example.com");
  {
    /* My own time is four and a half hours earlier (C2). */
    g_autofree char *alarm = get_alarm (event);
    g_assert_cmpstr (alarm, ==, "-PT4H30M");
  }
  icalcomponent_free (calendar);
}

static void
test_states (void)
{
  static const struct
  {
    FtPromiseState state;
    gboolean agreed;
    const char *summary;
    const char *status;
    const char *transp;
    gboolean rings;
  } cases[] = {
    { FT_PROMISE_OPEN, FALSE, "Anna: Phone", "TENTATIVE", "OPAQUE", TRUE },
    { FT_PROMISE_OPEN, TRUE, "Anna: Phone", "CONFIRMED", "OPAQUE", TRUE },
    { FT_PROMISE_KEPT, FALSE, "✓ Anna: Phone", "CONFIRMED", "TRANSPARENT", FALSE },
    /* Neither stands any longer: another promise does, or none. */
    { FT_PROMISE_MOVED, TRUE, NULL, NULL, NULL, FALSE },
    { FT_PROMISE_CANCELLED, TRUE, NULL, NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ("Anna");
      FtPromiseData *promise = promise_to (card, ft_civil (2026, 11, 26, 16, 0), "");
      icalcomponent *calendar;

      promise->state = cases[i].state;
      promise->agreed = cases[i].agreed;
      calendar = export_card (card);
      if (cases[i].summary)
        {
          icalcomponent *event = get_event (calendar, 0);
          g_autofree char *alarm = get_alarm (event);
          g_assert_cmpstr (icalcomponent_get_summary (event), ==, cases[i].summary);
          assert_value (event, ICAL_STATUS_PROPERTY, cases[i].status);
          assert_value (event, ICAL_TRANSP_PROPERTY, cases[i].transp);
          assert_value (event, ICAL_X_PROPERTY, ft_promise_state_to_string (cases[i].state));
          g_assert_cmpint (alarm != NULL, ==, cases[i].rings);
        }
      else
        g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 0);
      icalcomponent_free (calendar);
    }
}

/* Day, minute and zone as another program finds them are those of the promise; and so is the
 * instant, in a gap and in an hour that comes twice, too. */
static void
test_zones (void)
{
  static const struct
  {
    const char *zone;
    int year, month, day, hour, minute, fold;
    const char *start;
    const char *tzid;
  } cases[] = {
    { "", 2026, 11, 26, 16, 0, 0, "20261126T160000", "Europe/Berlin" },
    { "UTC", 2026, 11, 26, 16, 0, 0, "20261126T160000Z", NULL },
    { "Europe/Berlin", 2026, 7, 1, 16, 0, 0, "20260701T160000", "Europe/Berlin" },
    { "Europe/Berlin", 2027, 3, 28, 2, 30, 0, "20270328T030000", "Europe/Berlin" },
    { "Europe/Berlin", 2026, 10, 25, 2, 30, 0, "20261025T003000Z", NULL },
    { "Europe/Berlin", 2026, 10, 25, 2, 30, 1, "20261025T013000Z", NULL },
    { "America/New_York", 2027, 3, 14, 2, 15, 0, "20270314T030000", "America/New_York" },
    { "America/New_York", 2026, 11, 1, 1, 30, 0, "20261101T053000Z", NULL },
    { "America/New_York", 2026, 11, 1, 1, 30, 1, "20261101T063000Z", NULL },
    { "Pacific/Apia", 2011, 12, 29, 23, 0, 0, "20111229T230000", "Pacific/Apia" },
    { "Pacific/Apia", 2011, 12, 30, 12, 0, 0, "20111231T000000", "Pacific/Apia" },
    { "Australia/Lord_Howe", 2026, 10, 4, 2, 10, 0, "20261004T023000", "Australia/Lord_Howe" },
    { "Australia/Lord_Howe", 2026, 4, 5, 1, 45, 0, "20260404T144500Z", NULL },
    { "Australia/Lord_Howe", 2026, 4, 5, 1, 45, 1, "20260404T151500Z", NULL },
    { "Asia/Kathmandu", 2026, 11, 26, 16, 0, 0, "20261126T160000", "Asia/Kathmandu" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ("Anna");
      FtCivil civil
          = ft_civil (cases[i].year, cases[i].month, cases[i].day, cases[i].hour, cases[i].minute);
      const char *zone = *cases[i].zone ? cases[i].zone : "Europe/Berlin";
      icalcomponent *calendar;
      struct icaltimetype start;

      civil.fold = cases[i].fold;
      promise_to (card, civil, cases[i].zone);
      calendar = export_card (card);
      g_test_message ("%s %s", zone, cases[i].start);
      assert_value (get_event (calendar, 0), ICAL_DTSTART_PROPERTY, cases[i].start);
      start = icalcomponent_get_dtstart (get_event (calendar, 0));
      g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTIMEZONE_COMPONENT), ==,
                       cases[i].tzid ? 1 : 0);
      if (cases[i].tzid)
        g_assert_cmpstr (icaltime_get_tzid (start), ==, cases[i].tzid);
      g_assert_cmpint (icaltime_as_timet_with_zone (start, icaltime_get_timezone (start)), ==,
                       ft_civil_to_instant (civil, zone, NULL));
      icalcomponent_free (calendar);
    }
}

/* Hours of three years in zones that change by an hour, by half of one and by a day. */
static void
test_many_hours (void)
{
  static const char *const zones[]
      = { "Europe/Berlin",       "America/New_York", "Pacific/Apia",
          "Australia/Lord_Howe", "Asia/Kathmandu",   "Africa/Casablanca" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ("Anna");
      icalcomponent *calendar;
      icalcomponent *event;
      guint n = 0;

      for (int hour = 0; hour < 3 * 365 * 24; hour += 35)
        promise_to (card, ft_civil_add_minutes (ft_civil (2010, 6, 1, 0, 20), hour * 60), zones[i]);
      calendar = export_card (card);
      for (event = get_event (calendar, 0); event;
           event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
        {
          const FtPromiseData *promise = card->promises->pdata[n++];
          struct icaltimetype start = icalcomponent_get_dtstart (event);
          g_assert_cmpint (icaltime_as_timet_with_zone (start, icaltime_get_timezone (start)), ==,
                           ft_civil_to_instant (promise->promised, zones[i], NULL));
        }
      g_assert_cmpuint (n, ==, card->promises->len);
      icalcomponent_free (calendar);
    }
}

static void
test_all_day (void)
{
  g_autoptr (FtLeadCard) card = new_card ("Anna");
  g_autoptr (FtSettings) settings = ft_settings_new ();
  FtPromiseData *same = promise_to (card, ft_civil_all_day (2026, 11, 26), "America/New_York");
  FtPromiseData *before = promise_to (card, ft_civil_all_day (2026, 11, 26), "America/New_York");
  FtPromiseData *timed = promise_to (card, ft_civil_all_day (2026, 11, 26), "America/New_York");
  FtPromiseData *skipped = promise_to (card, ft_civil_all_day (2011, 12, 30), "Pacific/Apia");
  FtPromiseData *half = promise_to (card, ft_civil (2026, 11, 26, 16, 0), "Europe/Berlin");
  static const char *const alarms[] = { "PT8H30M", "-PT15H30M", "-P1DT8H", "PT8H30M", "-PT31H30M" };
  g_autofree char *text = NULL;
  icalcomponent *calendar;

  same->target = same->promised;
  before->target = ft_civil_all_day (2026, 11, 25);
  timed->target = ft_civil (2026, 11, 24, 16, 0);
  skipped->target = skipped->promised;
  half->target = ft_civil_all_day (2026, 11, 25);
  settings->day_begins = 8 * 60 + 30;
  settings->slot_minutes = 20;
  text = export_text (card, settings);
  calendar = read_back (text);
  for (guint i = 0; i < card->promises->len; i++)
    {
      icalcomponent *event = get_event (calendar, i);
      g_autofree char *alarm = get_alarm (event);
      g_test_message ("%u", i);
      g_assert_cmpint (icaldurationtype_as_int (icaldurationtype_from_string (alarm)), ==,
                       icaldurationtype_as_int (icaldurationtype_from_string (alarms[i])));
      if (i == 4)
        {
          assert_value (event, ICAL_DURATION_PROPERTY, "PT20M");
          continue;
        }
      assert_value (event, ICAL_DTSTART_PROPERTY, i == 3 ? "20111231" : "20261126");
      assert_value (event, ICAL_DTEND_PROPERTY, i == 3 ? "20120101" : "20261127");
      assert_value (event, ICAL_TRANSP_PROPERTY, "TRANSPARENT");
    }
  /* A day is one everywhere. */
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTIMEZONE_COMPONENT), ==, 1);
  icalcomponent_free (calendar);
}

static void
test_text (void)
{
  static const char nasty[]
      = "=1+1, \"x\"; y\\n\nEND:VEVENT\r\nBEGIN:VEVENT\rATTACH:file:///etc/passwd\001\177 日本語 "
        "👍🏽 é";
  static const char expected[]
      = "=1+1, \"x\"; y\\n\nEND:VEVENT\nBEGIN:VEVENT\nATTACH:file:///etc/passwd   日本語 "
        "👍🏽 "
        "é";
  g_autoptr (FtLeadCard) card = new_card (nasty);
  FtPromiseData *promise = promise_to (card, ft_civil (2026, 11, 26, 16, 0), "Europe/Berlin");
  g_autofree char *summary = g_strdup_printf ("%s: %s", expected, expected);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  icalcomponent *calendar;
  icalcomponent *event;

  set_text (&promise->purpose, nasty);
  set_text (&promise->uid, "a\r\nb");
  text = export_text (card, NULL);
  calendar = read_back (text);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 1);
  event = get_event (calendar, 0);
  assert_value (event, ICAL_ATTACH_PROPERTY, NULL);
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, summary);
  g_assert_cmpstr (icalcomponent_get_description (event), ==, expected);

  /* Lines of at most 75 bytes, cut between characters. */
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
    }
  icalcomponent_free (calendar);
}

/* Where to go, and nothing of what is between the two of us (E7). */
static void
test_visit (void)
{
  g_autoptr (FtLeadCard) card = new_card ("Anna");
  FtPromiseData *promise = promise_to (card, ft_civil (2026, 11, 26, 16, 0), "Europe/Berlin");
  g_autofree char *text = NULL;
  icalcomponent *calendar;

  promise->channel = FT_CHANNEL_VISIT;
  set_text (&card->lead->street, "Am Markt 1\nHinterhaus");
  set_text (&card->lead->postcode, "10115");
  set_text (&card->lead->city, "Berlin");
  set_text (&card->lead->country, "Germany");
  set_text (&card->lead->notes, "owes me money");
  g_ptr_array_add (card->lead->facts, ft_fact_new (739000, TRUE, "widowed in 2024"));
  g_ptr_array_add (card->lead->facts, ft_fact_new (739000, FALSE, "two dogs"));
  text = export_text (card, NULL);
  g_assert_null (strstr (text, "widowed"));
  g_assert_null (strstr (text, "dogs"));
  g_assert_null (strstr (text, "money"));
  calendar = read_back (text);
  g_assert_cmpstr (icalcomponent_get_location (get_event (calendar, 0)), ==,
                   "Am Markt 1, Hinterhaus, 10115 Berlin, GERMANY");
  icalcomponent_free (calendar);
}

static void
test_empty (void)
{
  g_autoptr (FtLeadCard) card = new_card ("Anna");
  icalcomponent *calendar = export_card (card);

  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT), ==, 0);
  icalcomponent_free (calendar);
}

/* More than is held in memory at once. */
static void
test_many (void)
{
  g_autoptr (FtLeadCard) card = new_card ("Anna");
  icalcomponent *calendar;

  for (int i = 0; i < 2000; i++)
    promise_to (card, ft_civil_add_minutes (ft_civil (2026, 1, 1, 9, 0), i * 300),
                i % 2 ? "Europe/Berlin" : "America/New_York");
  calendar = export_card (card);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 2000);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTIMEZONE_COMPONENT), ==, 2);
  icalcomponent_free (calendar);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ics/properties", test_properties);
  g_test_add_func ("/ics/states", test_states);
  g_test_add_func ("/ics/zones", test_zones);
  g_test_add_func ("/ics/many-hours", test_many_hours);
  g_test_add_func ("/ics/all-day", test_all_day);
  g_test_add_func ("/ics/text", test_text);
  g_test_add_func ("/ics/visit", test_visit);
  g_test_add_func ("/ics/empty", test_empty);
  g_test_add_func ("/ics/many", test_many);
  return g_test_run ();
}
