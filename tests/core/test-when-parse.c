#include "core/ft-when.h"

#include "core/ft-when-names.h"

/* Thursday, 26 November 2026, 14:30, unless a case says otherwise. */
#define NOW "2026-11-26 14:30"

typedef struct
{
  const char *text;
  const char *expected; /* NULL: not understood */
  const char *now;
} Case;

static FtCivil
civil_of (const char *string)
{
  FtCivil civil = FT_CIVIL_NONE;
  g_assert_true (ft_civil_from_string (string, &civil));
  return civil;
}

static void
check (const Case *cases, gsize n_cases, const FtWhenNames *names)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      FtCivil now = civil_of (cases[i].now ? cases[i].now : NOW);
      FtCivil civil = FT_CIVIL_NONE;
      gboolean understood = names ? ft_when_parse_with (cases[i].text, now, names, &civil)
                                  : ft_when_parse (cases[i].text, now, &civil);
      g_autofree char *result = ft_civil_to_string (civil);
      g_assert_cmpint (understood, ==, ft_civil_is_set (civil));
      if (g_strcmp0 (understood ? result : NULL, cases[i].expected) != 0)
        g_error ("“%s” is %s, not %s", cases[i].text, result, cases[i].expected);
    }
}

static void
test_weekdays (void)
{
  static const Case cases[] = {
    { "Thu 4pm", "2026-11-26 16:00" },
    { "thursday at 4", "2026-11-26 16:00" },
    { "Thu 4", "2026-11-26 16:00" },
    { "Thu 14:30", "2026-11-26 14:30" },
    { "Thu 14:29", "2026-12-03 14:29" },
    { "Thu 4am", "2026-12-03 04:00" },
    { "Thu", "2026-12-03" },
    { "fri", "2026-11-27" },
    { "Fri. 9", "2026-11-27 09:00" },
    { "FRIDAY 9:15", "2026-11-27 09:15" },
    { "Friday, 08:00", "2026-11-27 08:00" },
    { "Wed 10", "2026-12-02 10:00" },
    { "wednes 10", "2026-12-02 10:00" },
    { "on Monday at 11", "2026-11-30 11:00" },
    { "this friday @ 3", "2026-11-27 15:00" },
    { "mon 7", "2026-11-30 19:00" },
    { "mon 8", "2026-11-30 08:00" },
    { "mon 07", "2026-11-30 07:00" },
    { "mon 12", "2026-11-30 12:00" },
    { "4pm thu", "2026-11-26 16:00" },
    { "next tue", "2026-12-01" },
    { "next thu 10", "2026-12-03 10:00" },
    { "next fri", "2026-12-04" },
    { "next tue", "2026-12-08", "2026-11-30 09:00" },
    { "next tue", "2026-12-01", "2026-11-29 09:00" },
    { "tue next week", "2026-12-01" },
    { "next week", "2026-12-03" },
    { "Thu 26 Nov, 16:00", "2026-11-26 16:00" },
    { "Fri 26 Nov", NULL },
    { "Thu Fri", NULL },
    { "Thu 26", "2026-11-26" },
    { "Fri 27th", "2026-11-27" },
    { "Thu 4pm 5pm", NULL },
    { "Thu noon", "2026-12-03 12:00" },
    { "Sat morning", "2026-11-28 09:00" },
    { "Sun", "2027-01-03", "2026-12-28 10:00" },
  };
  check (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_dates (void)
{
  static const Case cases[] = {
    { "26 Nov 16:00", "2026-11-26 16:00" },
    { "26 Nov", "2026-11-26" },
    { "25 Nov", "2027-11-25" },
    { "26 Nov 14:00", "2027-11-26 14:00" },
    { "26 November 2027", "2027-11-26" },
    { "26 november 2025", "2025-11-26" },
    { "Nov 26 4:30 pm", "2026-11-26 16:30" },
    { "November 26th, 2027 at 10", "2027-11-26 10:00" },
    { "the 3rd of December", "2026-12-03" },
    { "1 Jan", "2027-01-01" },
    { "1 Jan 9", "2027-01-01 09:00", "2026-12-31 18:00" },
    { "31 Dec 2026 23:59", "2026-12-31 23:59" },
    { "26.11. 16 Uhr", "2026-11-26 16:00" },
    { "26.11. 16:00", "2026-11-26 16:00" },
    { "26.11.27", "2027-11-26" },
    { "26.11.2027 9.30", "2027-11-26 09:30" },
    { "26. 11. 2027", "2027-11-26" },
    { "26/11 4:30 pm", "2026-11-26 16:30" },
    { "26/11/26", "2026-11-26" },
    { "11/26 10", "2027-11-26 10:00" },
    { "3/12", "2026-12-03" },
    { "3-12-2026", "2026-12-03" },
    { "2026-11-26 16:00", "2026-11-26 16:00" },
    { "2026-11-26T16:00", "2026-11-26 16:00" },
    { "2020-01-02", "2020-01-02" },
    { "2026/12/01 8:05", "2026-12-01 08:05" },
    { "2026. 12. 01.", "2026-12-01" },
    { "29 Feb", "2028-02-29" },
    { "29 Feb", "2104-02-29", "2096-03-01 10:00" },
    { "29 Feb 2027", NULL },
    { "30 Feb", NULL },
    { "31 Nov", NULL },
    { "the 1st", "2026-12-01" },
    { "30.", "2026-11-30" },
    { "the 31st", "2026-12-31" },
    { "0.11.", NULL },
    { "26.13.2026", NULL },
    { "2026-13-01", NULL },
    { "0000-01-01", NULL },
    { "26 Nov 27 Nov", NULL },
    { "Nov", NULL },
    { "11.30 pm", "2026-11-26 23:30" },
  };
  check (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_offsets (void)
{
  static const Case cases[] = {
    { "+3d 10", "2026-11-29 10:00" },
    { "+3", "2026-11-29" },
    { "+2w", "2026-12-10" },
    { "+2 weeks 9:30", "2026-12-10 09:30" },
    { "+1m", "2026-12-26" },
    { "+1m", "2027-02-28", "2027-01-31 10:00" },
    { "+1y", "2027-11-26" },
    { "+2h", "2026-11-26 16:30" },
    { "+45min", "2026-11-26 15:15" },
    { "+12h", "2026-11-27 02:30" },
    { "in 2 weeks", "2026-12-10" },
    { "in 2 weeks at 4", "2026-12-10 16:00" },
    { "in an hour", "2026-11-26 15:30" },
    { "in a week", "2026-12-03" },
    { "in one month", "2026-12-26" },
    { "in 2 h", "2026-11-26 16:30" },
    { "2 weeks", "2026-12-10" },
    { "tue in 2 weeks", "2026-12-08" },
    { "in 36 hours", "2026-11-28 02:30" },
    { "next month", "2026-12-26" },
    { "+0d 16", "2026-11-26 16:00" },
    { "+0d 10", NULL },
    { "in 2 hours 10", NULL },
    { "in 2 weeks in 3 weeks", NULL },
    { "+9999y", NULL },
    { "+9999w", "2218-07-16" },
    { "in 12345 days", NULL },
    { "in weeks", NULL },
    { "+d", NULL },
    { "+", NULL },
  };
  check (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_times (void)
{
  static const Case cases[] = {
    { "today 16", "2026-11-26 16:00" },
    { "today 9", NULL },
    { "today", "2026-11-26" },
    { "tomorrow 9:30", "2026-11-27 09:30" },
    { "tomorrow", "2026-11-27" },
    { "Tomorrow morning", "2026-11-27 09:00" },
    { "tomorrow in the afternoon", "2026-11-27 14:00" },
    { "tomorrow at 4 in the afternoon", "2026-11-27 16:00" },
    { "Thu 26 in the afternoon", NULL },
    { "Fri 27 in the morning", "2026-11-27 09:00" },
    { "11 in the morning", "2026-11-27 11:00" },
    { "in a fortnight", "2026-12-10" },
    { "day after tomorrow 11", "2026-11-28 11:00" },
    { "tomorrow", "2027-01-01", "2026-12-31 23:00" },
    { "tomorrow", "2028-02-29", "2028-02-28 23:00" },
    { "16:00", "2026-11-26 16:00" },
    { "14:30", "2026-11-26 14:30" },
    { "14:29", "2026-11-27 14:29" },
    { "4pm", "2026-11-26 16:00" },
    { "4 PM", "2026-11-26 16:00" },
    { "4 p.m.", "2026-11-26 16:00" },
    { "12am", "2026-11-27 00:00" },
    { "12pm", "2026-11-27 12:00" },
    { "12:15 pm tomorrow", "2026-11-27 12:15" },
    { "16 pm", "2026-11-26 16:00" },
    { "16 am", NULL },
    { "noon", "2026-11-27 12:00" },
    { "4 o'clock", "2026-11-26 16:00" },
    { "4 o’clock pm", "2026-11-26 16:00" },
    { "16h", "2026-11-26 16:00" },
    { "16h30", "2026-11-26 16:30" },
    { "16 h 30", "2026-11-26 16:30" },
    { "16 h 30 Nov", "2026-11-30 16:00" },
    { "16 h 30th", "2026-11-30 16:00" },
    { "16 Uhr 30 on Fri", "2026-11-27 16:30" },
    { "Fri 9 in the morning", "2026-11-27 09:00" },
    { "Fri 4 in the morning", "2026-11-27 04:00" },
    { "Fri 4 in the afternoon", "2026-11-27 16:00" },
    { "Fri 16:00 in the evening", "2026-11-27 16:00" },
    { "Fri 16 in the morning", NULL },
    { "Fri 4 noon", NULL },
    { "16.30", "2026-11-26 16:30" },
    { "1630", "2026-11-26 16:30" },
    { "9", "2026-11-27 09:00" },
    { "23:59:59", "2026-11-26 23:59" },
    { "24:00", NULL },
    { "16:60", NULL },
    { "16:5", NULL },
    { "25:00", NULL },
    { "٢٦/١١ ١٦:٠٠", "2026-11-26 16:00" },
    { "１６：００", "2026-11-26 16:00" },
    { "tomorrow\u200e 10", "2026-11-27 10:00" },
  };
  check (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_nonsense (void)
{
  static const Case cases[] = {
    { "", NULL },
    { "   ", NULL },
    { ",", NULL },
    { "at", NULL },
    { "hello", NULL },
    { "Thu x", NULL },
    { "Thu 4pm maybe", NULL },
    { "::", NULL },
    { "1:", NULL },
    { "-", NULL },
    { "26.11.2026.", NULL },
    { "\xff\xfe", NULL },
    { "Thu \xc3", NULL },
    { "99999999999999", NULL },
    { "1/2/3/4", NULL },
    { "am", NULL },
    { "next", NULL },
    { "in", NULL },
    { "a", NULL },
    { "next at", NULL },
    { "m", NULL },
    { "today today", NULL },
    { "Thu 26 Nov Fri", NULL },
    { "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", NULL },
  };
  check (cases, G_N_ELEMENTS (cases), NULL);
}

/* What the window shows is understood when it is typed. */
static void
test_reads_its_own_formats (void)
{
  static const char *const times[] = { "2026-11-26 16:00", "2026-11-27 09:05", "2026-12-31 23:59",
                                       "2027-01-01 00:00", "2028-02-29 12:30" };
  FtCivil now = civil_of (NOW);
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      FtCivil civil = civil_of (times[i]);
      FtCivil read = FT_CIVIL_NONE;
      g_autofree char *text = ft_when_format (civil, now);
      g_assert_true (ft_when_parse (text, now, &read));
      g_assert_cmpint (ft_civil_compare (read, civil), ==, 0);
    }
}

static const FtWhenWord german[] = {
  { FT_WHEN_WEEKDAY, G_DATE_MONDAY, "Montag|Mo" },
  { FT_WHEN_WEEKDAY, G_DATE_TUESDAY, "Dienstag|Di" },
  { FT_WHEN_WEEKDAY, G_DATE_WEDNESDAY, "Mittwoch|Mi" },
  { FT_WHEN_WEEKDAY, G_DATE_THURSDAY, "Donnerstag|Do." },
  { FT_WHEN_WEEKDAY, G_DATE_FRIDAY, "Freitag|Fr" },
  { FT_WHEN_WEEKDAY, G_DATE_SATURDAY, "Samstag|Sa|Sonnabend" },
  { FT_WHEN_WEEKDAY, G_DATE_SUNDAY, "Sonntag|So" },
  { FT_WHEN_MONTH, 3, "März|Mär" },
  { FT_WHEN_MONTH, 5, "Mai" },
  { FT_WHEN_MONTH, 12, "Dezember|Dez" },
  { FT_WHEN_DAY, 0, "heute" },
  { FT_WHEN_DAY, 1, "morgen" },
  { FT_WHEN_DAY, 2, "übermorgen" },
  { FT_WHEN_UNIT, FT_WHEN_WEEKS, "Woche|Wochen" },
  { FT_WHEN_UNIT, FT_WHEN_DAYS, "Tag|Tage|Tagen" },
  { FT_WHEN_CLOCK, 720, "mittags" },
  { FT_WHEN_NEXT, 0, "nächster|nächsten|nächste" },
  { FT_WHEN_ONE, 1, "ein|eine|einer" },
  { FT_WHEN_FILLER, 0, "um|am|den" },
};

static void
test_german (void)
{
  static const Case cases[] = {
    { "Do 16 Uhr", "2026-11-26 16:00" },
    { "Do. 16:00", "2026-11-26 16:00" },
    { "DONNERSTAG um 16 Uhr", "2026-11-26 16:00" },
    { "am Freitag um 9", "2026-11-27 09:00" },
    { "Donn 16 Uhr", "2026-11-26 16:00" },
    { "Mittw. 10", "2026-12-02 10:00" },
    { "3. März", "2027-03-03" },
    { "3. MÄRZ 2028 10 Uhr", "2028-03-03 10:00" },
    { "3 Mär", "2027-03-03" },
    { "3. Ma\xcc\x88rz", "2027-03-03" }, /* decomposed */
    { "1. Mai", "2027-05-01" },
    { "24. Dez. 2026", "2026-12-24" },
    { "24 dec", "2026-12-24" },
    { "heute 16", "2026-11-26 16:00" },
    { "morgen 9:30", "2026-11-27 09:30" },
    { "übermorgen 9.30", "2026-11-28 09:30" },
    { "tomorrow 10", "2026-11-27 10:00" },
    { "Thu 4pm", "2026-11-26 16:00" },
    { "in 2 Wochen", "2026-12-10" },
    { "in einer Woche", "2026-12-03" },
    { "nächsten Dienstag", "2026-12-01" },
    { "nächste Woche", "2026-12-03" },
    { "Freitag mittags", "2026-11-27 12:00" },
    { "Sams 10", "2026-11-28 10:00" },
    { "S 10", NULL },
    { "irgendwann", NULL },
  };
  g_autoptr (FtWhenNames) names = ft_when_names_new (german, G_N_ELEMENTS (german), FALSE, FALSE);
  check (cases, G_N_ELEMENTS (cases), names);
}

static void
test_arabic (void)
{
  static const FtWhenWord arabic[] = {
    { FT_WHEN_WEEKDAY, G_DATE_THURSDAY, "الخميس|خميس" },
    { FT_WHEN_WEEKDAY, G_DATE_SUNDAY, "الأحد" },
    { FT_WHEN_MONTH, 11, "نوفمبر|تشرين الثاني" },
    { FT_WHEN_MONTH, 10, "تشرين الأول" },
    { FT_WHEN_DAY, 1, "غدا|غدًا" },
    { FT_WHEN_DAY, 2, "بعد غد" },
    { FT_WHEN_DAY, 14, "بعد أسبوعين" },
    { FT_WHEN_UNIT, FT_WHEN_HOURS, "ساعة|ساعات" },
    { FT_WHEN_UNIT, FT_WHEN_DAYS, "يوم|أيام" },
    { FT_WHEN_UNIT, FT_WHEN_WEEKS, "أسبوع|أسابيع|الأسبوع" },
    { FT_WHEN_CLOCK, 18 * 60, "مساءً|في المساء" },
    { FT_WHEN_HALF, 0, "ص|صباحًا" },
    { FT_WHEN_HALF, 12, "م|مساءً" },
    { FT_WHEN_NEXT, 0, "القادم|القادمة" },
    { FT_WHEN_IN, 0, "بعد" },
    { FT_WHEN_ONE, 1, "واحد|" },
    { FT_WHEN_FILLER, 0, "يوم|الساعة|في|واحد" },
  };
  static const Case cases[] = {
    { "الخميس ١٦:٠٠", "2026-11-26 16:00" },
    { "٢٦ نوفمبر، ٤:٣٠ م", "2026-11-26 16:30" },
    { "٢٦ تشرين الثاني ٢٠٢٧", "2027-11-26" },
    { "١ تشرين الأول", "2027-10-01" },
    { "غدًا ٩", "2026-11-27 09:00" },
    { "بعد غد ۱۰", "2026-11-28 10:00" }, /* Persian digits */
    { "الأحد 9 ص", "2026-11-29 09:00" },
    { "يوم الأحد الساعة 9 صباحًا", "2026-11-29 09:00" },
    { "الأحد مساءً", "2026-11-29 18:00" },
    { "غدًا 7 مساءً", "2026-11-27 19:00" },
    { "الخميس القادم 10", "2026-12-03 10:00" },
    { "الأسبوع القادم", "2026-12-03" },
    { "بعد أسبوع", "2026-12-03" },
    { "بعد أسبوع واحد", "2026-12-03" },
    { "بعد أسبوعين", "2026-12-10" },
    { "بعد 3 أسابيع", "2026-12-17" },
    { "بعد ساعة", "2026-11-26 15:30" },
    { "Thu 4pm", "2026-11-26 16:00" },
  };
  g_autoptr (FtWhenNames) names = ft_when_names_new (arabic, G_N_ELEMENTS (arabic), FALSE, FALSE);
  check (cases, G_N_ELEMENTS (cases), names);
}

/* "next" follows its noun, and the hour is one of twelve in words. */
static void
test_spanish (void)
{
  static const FtWhenWord spanish[] = {
    { FT_WHEN_WEEKDAY, G_DATE_TUESDAY, "martes|mar" },
    { FT_WHEN_WEEKDAY, G_DATE_THURSDAY, "jueves|jue" },
    { FT_WHEN_MONTH, 3, "marzo|mar" },
    { FT_WHEN_MONTH, 11, "noviembre|nov" },
    { FT_WHEN_DAY, 1, "mañana" },
    { FT_WHEN_UNIT, FT_WHEN_WEEKS, "semana|semanas" },
    { FT_WHEN_UNIT, FT_WHEN_MONTHS, "mes|meses" },
    { FT_WHEN_CLOCK, 9 * 60, "por la mañana|de la mañana" },
    { FT_WHEN_CLOCK, 14 * 60, "por la tarde|de la tarde" },
    { FT_WHEN_HALF, 0, "de la mañana" },
    { FT_WHEN_HALF, 12, "de la tarde|de la noche" },
    { FT_WHEN_NEXT, 0, "próximo|próxima|que viene" },
    { FT_WHEN_IN, 0, "en|dentro de" },
    { FT_WHEN_ONE, 1, "un|una" },
    { FT_WHEN_FILLER, 0, "a las|el|la|de" },
  };
  static const Case cases[] = {
    { "el jueves a las 16:00", "2026-11-26 16:00" },
    { "jueves 4 de la tarde", "2026-11-26 16:00" },
    { "a las 9 de la mañana el jueves", "2026-12-03 09:00" },
    { "mañana por la mañana", "2026-11-27 09:00" },
    { "mañana a las 8 de la noche", "2026-11-27 20:00" },
    { "el 26 de noviembre de 2027", "2027-11-26" },
    { "el 27 por la tarde", "2026-11-27 14:00" },
    { "jueves 27 de la tarde", NULL },
    { "próximo jueves", "2026-12-03" },
    { "el jueves que viene a las 10", "2026-12-03 10:00" },
    { "la semana que viene", "2026-12-03" },
    { "martes de la semana próxima", "2026-12-01" },
    { "el mes próximo", "2026-12-26" },
    { "dentro de 3 semanas", "2026-12-17" },
    { "en una semana", "2026-12-03" },
    { "en semanas", NULL },
    { "mar 2 mar", "2027-03-02" },
  };
  g_autoptr (FtWhenNames) names = ft_when_names_new (spanish, G_N_ELEMENTS (spanish), FALSE, FALSE);
  check (cases, G_N_ELEMENTS (cases), names);
}

/* "mar" is Tuesday and March in Italian, Tuesday alone in French. */
static void
test_words_of_two_meanings (void)
{
  static const FtWhenWord italian[] = {
    { FT_WHEN_WEEKDAY, G_DATE_TUESDAY, "martedì|mar" },
    { FT_WHEN_MONTH, 3, "marzo|mar" },
  };
  static const Case italian_cases[] = {
    { "mar 16:00", "2026-12-01 16:00" },
    { "2 mar", "2027-03-02" },
    { "mar 2 mar", "2027-03-02" },
    { "marz 10", NULL }, /* a month and no day */
  };
  static const FtWhenWord french[] = {
    { FT_WHEN_WEEKDAY, G_DATE_TUESDAY, "mardi|mar." },
    { FT_WHEN_MONTH, 3, "mars" },
  };
  static const Case french_cases[] = {
    { "mar. 16h30", "2026-12-01 16:30" },
    { "mar 4", "2026-12-01 16:00" },
    { "2 mars", "2027-03-02" },
    { "2 mar", NULL },
  };
  g_autoptr (FtWhenNames) it = ft_when_names_new (italian, G_N_ELEMENTS (italian), FALSE, FALSE);
  g_autoptr (FtWhenNames) fr = ft_when_names_new (french, G_N_ELEMENTS (french), FALSE, FALSE);
  check (italian_cases, G_N_ELEMENTS (italian_cases) - 1, it);
  check (french_cases, G_N_ELEMENTS (french_cases) - 1, fr);
}

static void
test_month_first (void)
{
  static const Case cases[] = {
    { "12/3", "2026-12-03" },       { "12/3/27 4:30 pm", "2027-12-03 16:30" },
    { "26/11", "2026-11-26" },      { "11/26", "2026-11-26" },
    { "3.12.", "2026-12-03" },      { "12-3-2026", "2026-12-03" },
    { "2026-12-03", "2026-12-03" }, { "12/32", NULL },
  };
  g_autoptr (FtWhenNames) names = ft_when_names_new (NULL, 0, TRUE, FALSE);
  check (cases, G_N_ELEMENTS (cases), names);
}

/* Whatever is typed: no crash, and never a time before now unless a year is in it. */
static void
test_any_input (void)
{
  static const char *const pieces[] = {
    "Thu",  "26", "Nov", ".",  "/",     ":",    "-",  "+",   "3",   "d",        " ",     "16",
    "pm",   "am", "in",  "2",  "weeks", "next", ",",  "at",  "Uhr", "tomorrow", "today", "9999",
    "2026", "0",  "00",  "h",  "noon",  "@",    "31", "Feb", "29",  "a",        "year",  "12",
    "mar",  "٣",  "م",   "th", "\xff",  "ß",    "İ",  "’",   "24",  "60",       "month", "1900",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261126);
  g_autoptr (FtWhenNames) names = ft_when_names_new (german, G_N_ELEMENTS (german), TRUE, TRUE);
  FtCivil now = civil_of (NOW);
  guint n_understood = 0;
  for (int i = 0; i < 30000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gboolean year = FALSE;
      int n = g_rand_int_range (rand, 1, 8);
      while (n-- > 0)
        {
          const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
          g_string_append (text, piece);
          if (g_rand_boolean (rand))
            g_string_append_c (text, ' ');
        }
      for (const char *p = text->str; *p; p++)
        year = year || g_ascii_isdigit (*p);
      FtCivil civil = FT_CIVIL_NONE;
      if (!ft_when_parse_with (text->str, now, names, &civil))
        continue;
      n_understood++;
      g_assert_cmpint (civil.minute, >=, FT_ALL_DAY);
      g_assert_cmpint (civil.minute, <, 1440);
      if (!year)
        g_assert_cmpint (ft_civil_compare (civil, now), >=, 0);
    }
  g_assert_cmpuint (n_understood, >, 500);

  for (int i = 0; i < 20000; i++)
    {
      char bytes[24] = { 0 };
      for (int k = g_rand_int_range (rand, 0, 23); k > 0; k--)
        bytes[k - 1] = g_rand_int_range (rand, 1, 256);
      FtCivil civil;
      ft_when_parse_with (bytes, now, names, &civil);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/when/parse/weekdays", test_weekdays);
  g_test_add_func ("/when/parse/dates", test_dates);
  g_test_add_func ("/when/parse/offsets", test_offsets);
  g_test_add_func ("/when/parse/times", test_times);
  g_test_add_func ("/when/parse/nonsense", test_nonsense);
  g_test_add_func ("/when/parse/own-formats", test_reads_its_own_formats);
  g_test_add_func ("/when/parse/german", test_german);
  g_test_add_func ("/when/parse/arabic", test_arabic);
  g_test_add_func ("/when/parse/spanish", test_spanish);
  g_test_add_func ("/when/parse/two-meanings", test_words_of_two_meanings);
  g_test_add_func ("/when/parse/month-first", test_month_first);
  g_test_add_func ("/when/parse/any-input", test_any_input);
  return g_test_run ();
}
