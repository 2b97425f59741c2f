#define G_LOG_DOMAIN "ft-test"

#include "interchange/ft-loose-date.h"

static const struct
{
  const char *text;
  FtDateOrder order;
  const char *zone;
  const char *civil; /* NULL: not understood */
} dates[] = {
  { "2026-11-26", FT_DATE_ORDER_LOCALE, "", "2026-11-26" },
  { "2026-11-26 16:00", FT_DATE_ORDER_LOCALE, "", "2026-11-26 16:00" },
  { "2026-11-26T16:00:30.5", FT_DATE_ORDER_LOCALE, "", "2026-11-26 16:00" },
  { "2026/11/26 4:05 PM", FT_DATE_ORDER_LOCALE, "", "2026-11-26 16:05" },
  { "26.11.2026", FT_DATE_ORDER_MONTH_FIRST, "", "2026-11-26" },
  { "3. 4. 26, 16 Uhr", FT_DATE_ORDER_MONTH_FIRST, "", "2026-04-03 16:00" },
  { "3/4/2026", FT_DATE_ORDER_DAY_FIRST, "", "2026-04-03" },
  { "3/4/2026", FT_DATE_ORDER_MONTH_FIRST, "", "2026-03-04" },
  { "26/11/2026", FT_DATE_ORDER_MONTH_FIRST, "", "2026-11-26" },
  { "11-26-2026 12:30 a.m.", FT_DATE_ORDER_DAY_FIRST, "", "2026-11-26 00:30" },
  { "1/2/69", FT_DATE_ORDER_DAY_FIRST, "", "2069-02-01" },
  { "1/2/70", FT_DATE_ORDER_DAY_FIRST, "", "1970-02-01" },
  { "26.11.2026 16h30", FT_DATE_ORDER_LOCALE, "", "2026-11-26 16:30" },
  /* an instant is a time on the clock of the promise's zone */
  { "2026-11-26T15:00:00Z", FT_DATE_ORDER_LOCALE, "Europe/Berlin", "2026-11-26 16:00" },
  { "2026-11-26T23:30:00+01:00", FT_DATE_ORDER_LOCALE, "Asia/Kolkata", "2026-11-27 04:00" },
  { "2026-11-26 10:00 -0500", FT_DATE_ORDER_LOCALE, "UTC", "2026-11-26 15:00" },
  /* what people type is understood where they type it */
  { "tomorrow 10:00", FT_DATE_ORDER_LOCALE, "", "2026-11-22 10:00" },
  { "2026-02-30", FT_DATE_ORDER_LOCALE, "", NULL },
  { "13/13/2026", FT_DATE_ORDER_LOCALE, "", NULL },
  { "26.11.2026 25:00", FT_DATE_ORDER_LOCALE, "", NULL },
  { "26.11.2026 16:00 or so", FT_DATE_ORDER_LOCALE, "", NULL },
  { "2026-11-26 16", FT_DATE_ORDER_LOCALE, "", NULL },
  { "soon", FT_DATE_ORDER_LOCALE, "", NULL },
  { "", FT_DATE_ORDER_LOCALE, "", NULL },
};

static void
test_dates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      FtCivil civil;
      gboolean understood = ft_loose_date_parse (dates[i].text, dates[i].order, dates[i].zone,
                                                 ft_civil (2026, 11, 21, 12, 0), &civil);
      g_autofree char *text = understood ? ft_civil_to_string (civil) : NULL;
      g_test_message ("%s", dates[i].text);
      g_assert_cmpstr (text, ==, dates[i].civil);
    }
}

static const struct
{
  const char *text;
  int minute; /* -1: not understood */
} times[] = {
  { "16:00", 960 },     { "4 PM", 960 },     { "4:30 p.m.", 990 },
  { "16 Uhr", 960 },    { "16h30", 990 },    { "16 h", 960 },
  { "12 am", 0 },       { "12:05 pm", 725 }, { "0:00", 0 },
  { "23:59:59", 1439 }, { "24:00", -1 },     { "13 PM", -1 },
  { "16", -1 },         { "16:5", -1 },      { "noon", -1 },
  { "", -1 },           { "16:00 x", -1 },   { "4\342\200\257PM", 960 },
};

static void
test_times (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      int minute;
      if (!ft_loose_time_parse (times[i].text, &minute))
        minute = -1;
      g_test_message ("%s", times[i].text);
      g_assert_cmpint (minute, ==, times[i].minute);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loose-date/dates", test_dates);
  g_test_add_func ("/loose-date/times", test_times);
  return g_test_run ();
}
