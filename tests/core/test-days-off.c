#include "core/ft-concerns.h"
#include "core/ft-gestures.h"
#include "core/ft-slot.h"
#include "core/ft-workdays.h"

/* Thursday, 2026-12-24, and the days from there. */
#define CHRISTMAS_EVE (ft_civil_all_day (2026, 12, 24).day)
#define ZONE "Europe/Berlin"

static void
add (GPtrArray *days_off, FtDayOffKind kind, gint32 first, gint32 last, const char *text)
{
  FtDayOffData *day_off = ft_day_off_data_new (kind, first, last, text);

  day_off->id = days_off->len + 1;
  g_ptr_array_add (days_off, day_off);
}

/* Away from the 28th to the 30th; holidays on the 25th and 26th (a Saturday), and, within the
 * absence, the 29th. */
static FtSettings *
new_settings (void)
{
  FtSettings *settings = ft_settings_new ();
  g_autoptr (GPtrArray) days_off = ft_days_off_new ();

  add (days_off, FT_DAY_OFF_HOLIDAY, CHRISTMAS_EVE + 1, CHRISTMAS_EVE + 1, "Christmas Day");
  add (days_off, FT_DAY_OFF_HOLIDAY, CHRISTMAS_EVE + 2, CHRISTMAS_EVE + 2, "");
  add (days_off, FT_DAY_OFF_AWAY, CHRISTMAS_EVE + 4, CHRISTMAS_EVE + 6, "skiing");
  add (days_off, FT_DAY_OFF_HOLIDAY, CHRISTMAS_EVE + 5, CHRISTMAS_EVE + 5, "Town's day");
  ft_settings_set_days_off (settings, days_off);
  return settings;
}

static void
test_find (void)
{
  g_autoptr (FtSettings) settings = new_settings ();
  GPtrArray *days_off = settings->days_off;

  g_assert_null (ft_days_off_find (days_off, CHRISTMAS_EVE));
  g_assert_cmpstr (ft_days_off_find (days_off, CHRISTMAS_EVE + 1)->text, ==, "Christmas Day");
  g_assert_null (ft_days_off_find (days_off, CHRISTMAS_EVE + 3));
  /* Who is away is away, holiday or not. */
  for (int i = 4; i <= 6; i++)
    g_assert_cmpstr (ft_days_off_find (days_off, CHRISTMAS_EVE + i)->text, ==, "skiing");
  g_assert_null (ft_days_off_find (days_off, CHRISTMAS_EVE + 7));
  g_assert_cmpstr (ft_days_off_get (days_off, 4)->text, ==, "Town's day");
  g_assert_null (ft_days_off_get (days_off, 5));
}

static void
test_equal (void)
{
  g_autoptr (FtSettings) settings = new_settings ();
  g_autoptr (FtSettings) same = new_settings ();
  g_autoptr (FtSettings) copy = ft_settings_copy (settings);
  g_autoptr (GPtrArray) none = ft_days_off_new ();
  FtDayOffData *day_off = same->days_off->pdata[2];

  g_assert_true (ft_settings_equal (settings, same));
  day_off->last_day++;
  g_assert_false (ft_settings_equal (settings, same));
  /* A copy holds what it was copied with. */
  ft_settings_set_days_off (settings, none);
  g_assert_cmpuint (copy->days_off->len, ==, 4);
  g_assert_false (ft_settings_equal (settings, copy));
}

/* "3 business days" over Christmas. */
static void
test_workdays (void)
{
  static const struct
  {
    const char *from;
    int n;
    const char *to;
  } table[] = {
    { "2026-12-23 10:00", 1, "2026-12-24 10:00" },
    { "2026-12-23 10:00", 2, "2026-12-31 10:00" },
    { "2026-12-24 10:00", 3, "2027-01-04 10:00" },
    { "2026-12-29 10:00", 1, "2026-12-31 10:00" },
  };
  g_autoptr (FtSettings) settings = new_settings ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      FtCivil from;
      g_autofree char *to = NULL;

      g_assert_true (ft_civil_from_string (table[i].from, &from));
      to = ft_civil_to_string (ft_workdays_add (settings, from, table[i].n));
      g_assert_cmpstr (to, ==, table[i].to);
    }
}

/* Who is away for good is given the day that was asked about. */
static void
test_for_good (void)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (GPtrArray) days_off = ft_days_off_new ();
  FtCivil day = { CHRISTMAS_EVE, 600, 0 };

  add (days_off, FT_DAY_OFF_AWAY, CHRISTMAS_EVE, ft_civil_all_day (9999, 12, 31).day, "");
  ft_settings_set_days_off (settings, days_off);
  g_assert_cmpint (ft_civil_compare (ft_workdays_on_or_after (settings, day), day), ==, 0);
}

static void
assert_words (const FtSettings *settings, gint32 day, int minute, const char *expected)
{
  g_autoptr (FtPromiseData) promise
      = ft_promise_data_new (1, (FtCivil){ day, (gint16) minute, 0 }, ZONE, FT_CHANNEL_PHONE);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  gint64 now = ft_civil_to_instant (ft_civil (2026, 12, 1, 10, 0), ZONE, NULL);
  g_autofree char *words = ft_slot_dup_words (promise, others, settings, ZONE, now);

  g_assert_cmpstr (words, ==, expected);
}

/* E6, E10: said while something is dragged there. */
static void
test_words (void)
{
  g_autoptr (FtSettings) settings = new_settings ();

  assert_words (settings, CHRISTMAS_EVE, 600, "");
  assert_words (settings, CHRISTMAS_EVE + 1, 600,
                "Friday, 25 December is a public holiday: Christmas Day.");
  assert_words (settings, CHRISTMAS_EVE + 2, 600, "Saturday, 26 December is a public holiday.");
  assert_words (settings, CHRISTMAS_EVE + 3, 300,
                "Sunday, 27 December is not a working day of yours.");
  assert_words (settings, CHRISTMAS_EVE + 5, 300,
                "You are away then, back at work Thursday, 31 December.");
  g_assert_cmpstr (ft_concern_practice (FT_CONCERN_AWAY), ==, "E6");
}

static void
test_gestures (void)
{
  g_autoptr (FtDayOffData) day_off
      = ft_day_off_data_new (FT_DAY_OFF_HOLIDAY, CHRISTMAS_EVE, CHRISTMAS_EVE, "Christmas");
  g_autoptr (FtEdit) put = ft_gesture_put_day_off (day_off);
  g_autoptr (FtEdit) removed = NULL;

  g_assert_cmpstr (ft_edit_get_label (put), ==, "Holiday Christmas");
  g_assert_false (ft_edit_is_empty (put));
  g_assert_cmpint (((FtDayOffData *) ft_edit_get_days_off (put)->pdata[0])->id, <, 0);
  day_off->id = 7;
  removed = ft_gesture_remove_day_off (day_off);
  g_assert_false (ft_edit_is_empty (removed));
  g_assert_cmpint (g_array_index (ft_edit_get_removed_days_off (removed), gint64, 0), ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/days-off/find", test_find);
  g_test_add_func ("/days-off/equal", test_equal);
  g_test_add_func ("/days-off/workdays", test_workdays);
  g_test_add_func ("/days-off/for-good", test_for_good);
  g_test_add_func ("/days-off/words", test_words);
  g_test_add_func ("/days-off/gestures", test_gestures);
  return g_test_run ();
}
