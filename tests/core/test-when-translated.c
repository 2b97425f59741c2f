#include <glib/gi18n-lib.h>
#include <locale.h>

#include "core/ft-when.h"

/* The words people type for a time, as each translation has them. Weekdays and months are the
 * system's and not in it: here they stay English. */

/* Thursday, 26 November 2026, 14:30. */
#define NOW "2026-11-26 14:30"

typedef struct
{
  const char *text;
  const char *expected;
} Case;

static const Case german[] = {
  { "heute um 16 Uhr", "2026-11-26 16:00" },
  { "heute um 16 Uhr 30", "2026-11-26 16:30" },
  { "morgen früh", "2026-11-27 09:00" },
  { "morgen um 9 Uhr", "2026-11-27 09:00" },
  { "morgen um 9 Uhr morgens", "2026-11-27 09:00" },
  { "morgen um 10 Uhr morgens", "2026-11-27 10:00" },
  { "morgen um 12 Uhr mittags", "2026-11-27 12:00" },
  { "morgen 9:30 abends", "2026-11-27 21:30" },
  { "in vierzehn Tagen", "2026-12-10" },
  { "morgen um 4 Uhr nachmittags", "2026-11-27 16:00" },
  { "morgen Mittag", "2026-11-27 12:00" },
  { "übermorgen abends", "2026-11-28 18:00" },
  { "Fri nachmittags", "2026-11-27 14:00" },
  { "am Fri um 16:30 Uhr", "2026-11-27 16:30" },
  { "am 27. um 9", "2026-11-27 09:00" },
  { "am 27ten", "2026-11-27" },
  { "nächsten Tue", "2026-12-01" },
  { "nächste Woche", "2026-12-03" },
  { "Tue nächster Woche", "2026-12-01" },
  { "nächsten Monat", "2026-12-26" },
  { "in 2 Wochen", "2026-12-10" },
  { "in einer Woche", "2026-12-03" },
  { "in 14 Tagen", "2026-12-10" },
  { "in einer Stunde", "2026-11-26 15:30" },
  { "in 20 Minuten", "2026-11-26 14:50" },
  { "+3 Tage 10", "2026-11-29 10:00" },
  { "+2h", "2026-11-26 16:30" },
};

static const Case french[] = {
  { "aujourd'hui à 16h", "2026-11-26 16:00" },
  { "aujourd’hui à 16 h 30", "2026-11-26 16:30" },
  { "demain matin", "2026-11-27 09:00" },
  { "demain à 9 heures", "2026-11-27 09:00" },
  { "demain à 9 heures 15", "2026-11-27 09:15" },
  { "demain à 10 heures du matin", "2026-11-27 10:00" },
  { "demain à 8 h 30 du soir", "2026-11-27 20:30" },
  { "dans une quinzaine", "2026-12-10" },
  { "demain à 4 heures de l’après-midi", "2026-11-27 16:00" },
  { "demain midi", "2026-11-27 12:00" },
  { "après-demain à 9 h du matin", "2026-11-28 09:00" },
  { "Fri dans l’après-midi", "2026-11-27 14:00" },
  { "Fri soir", "2026-11-27 18:00" },
  { "le Fri 27 à 16h30", "2026-11-27 16:30" },
  { "le 1er Dec", "2026-12-01" },
  { "Tue prochain", "2026-12-01" },
  { "la semaine prochaine", "2026-12-03" },
  { "Tue de la semaine prochaine à 10h", "2026-12-01 10:00" },
  { "le mois prochain", "2026-12-26" },
  { "dans 2 semaines", "2026-12-10" },
  { "dans une semaine", "2026-12-03" },
  { "d'ici 15 jours", "2026-12-11" },
  { "dans une heure", "2026-11-26 15:30" },
  { "dans 20 minutes", "2026-11-26 14:50" },
  { "+3j 10", "2026-11-29 10:00" },
  { "+2h", "2026-11-26 16:30" },
};

static const Case spanish[] = {
  { "hoy a las 16:00", "2026-11-26 16:00" },
  { "hoy a las 16 h", "2026-11-26 16:00" },
  { "mañana por la mañana", "2026-11-27 09:00" },
  { "mañana a las 9 de la mañana", "2026-11-27 09:00" },
  { "mañana a las 4 de la tarde", "2026-11-27 16:00" },
  { "mañana 8:30 de la noche", "2026-11-27 20:30" },
  { "mañana al mediodía", "2026-11-27 12:00" },
  { "pasado mañana a las 11", "2026-11-28 11:00" },
  { "el Fri por la tarde", "2026-11-27 14:00" },
  { "el Fri 27 a las 16:30", "2026-11-27 16:30" },
  { "el 1º de Dec", "2026-12-01" },
  { "próximo Tue", "2026-12-01" },
  { "el Tue que viene", "2026-12-01" },
  { "la semana que viene", "2026-12-03" },
  { "la próxima semana", "2026-12-03" },
  { "Tue de la semana próxima a las 10", "2026-12-01 10:00" },
  { "el mes que viene", "2026-12-26" },
  { "en 3 semanas", "2026-12-17" },
  { "dentro de una semana", "2026-12-03" },
  { "en quince días", "2026-12-10" },
  { "en 15 días", "2026-12-11" },
  { "en una hora", "2026-11-26 15:30" },
  { "dentro de 20 minutos", "2026-11-26 14:50" },
  { "+3d 10", "2026-11-29 10:00" },
};

static const Case arabic[] = {
  { "اليوم الساعة 16:00", "2026-11-26 16:00" },
  { "اليوم الساعة ١٦:٠٠", "2026-11-26 16:00" },
  { "غدًا صباحًا", "2026-11-27 09:00" },
  { "غدا في الصباح", "2026-11-27 09:00" },
  { "غدًا الساعة 9 صباحًا", "2026-11-27 09:00" },
  { "غدًا الساعة 4 عصرًا", "2026-11-27 16:00" },
  { "غدًا 7 مساءً", "2026-11-27 19:00" },
  { "غدًا ظهرًا", "2026-11-27 12:00" },
  { "بعد غد الساعة 11", "2026-11-28 11:00" },
  { "بعد يومين", "2026-11-28" },
  { "يوم Fri مساءً", "2026-11-27 18:00" },
  { "Fri بعد الظهر", "2026-11-27 14:00" },
  { "Tue القادم", "2026-12-01" },
  { "الأسبوع القادم", "2026-12-03" },
  { "Tue الأسبوع المقبل الساعة 10", "2026-12-01 10:00" },
  { "الشهر القادم", "2026-12-26" },
  { "بعد أسبوع", "2026-12-03" },
  { "بعد أسبوعين", "2026-12-10" },
  { "بعد 3 أسابيع", "2026-12-17" },
  { "بعد ١٢ يومًا", "2026-12-08" },
  { "بعد ساعة", "2026-11-26 15:30" },
  { "خلال 20 دقيقة", "2026-11-26 14:50" },
};

static FtCivil
civil_of (const char *string)
{
  FtCivil civil = FT_CIVIL_NONE;
  g_assert_true (ft_civil_from_string (string, &civil));
  return civil;
}

static void
speak (const char *language)
{
  g_assert_true (g_setenv ("LANGUAGE", language, TRUE));
  /* A change of the locale makes gettext look at LANGUAGE again. */
  setlocale (LC_ALL, "C");
  g_assert_cmpstr (g_dpgettext2 (GETTEXT_PACKAGE, "when", "today"), ==, "today");
  g_assert_nonnull (setlocale (LC_ALL, "en_GB.UTF-8"));
  g_assert_cmpstr (g_dpgettext2 (GETTEXT_PACKAGE, "when", "today"), !=, "today");
}

static void
check (const char *language, const Case *cases, gsize n_cases)
{
  FtCivil now = civil_of (NOW);
  speak (language);
  for (gsize i = 0; i < n_cases; i++)
    {
      FtCivil civil = FT_CIVIL_NONE;
      gboolean understood = ft_when_parse (cases[i].text, now, &civil);
      g_autofree char *result = ft_civil_to_string (civil);
      if (!understood || g_strcmp0 (result, cases[i].expected) != 0)
        g_error ("%s: “%s” is %s, not %s", language, cases[i].text, result, cases[i].expected);
    }
}

static void
test_german (void)
{
  check ("de", german, G_N_ELEMENTS (german));
}

static void
test_french (void)
{
  check ("fr", french, G_N_ELEMENTS (french));
}

static void
test_spanish (void)
{
  check ("es", spanish, G_N_ELEMENTS (spanish));
}

static void
test_arabic (void)
{
  check ("ar", arabic, G_N_ELEMENTS (arabic));
}

/* What the window shows in a language is understood when it is typed. */
static void
test_reads_its_own_formats (void)
{
  static const char *const languages[] = { "de", "fr", "es", "ar" };
  static const char *const times[] = { "2026-11-26 16:00", "2026-11-27 09:05", "2026-12-31 23:59",
                                       "2027-01-01 00:00", "2028-02-29 12:30" };
  FtCivil now = civil_of (NOW);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      speak (languages[i]);
      for (gsize k = 0; k < G_N_ELEMENTS (times); k++)
        {
          FtCivil civil = civil_of (times[k]);
          FtCivil read = FT_CIVIL_NONE;
          g_autofree char *text = ft_when_format (civil, now);
          if (!ft_when_parse (text, now, &read) || ft_civil_compare (read, civil) != 0)
            g_error ("%s: “%s” is not read as it is written", languages[i], text);
        }
    }
}

static void
test_says_times (void)
{
  static const struct
  {
    const char *language;
    const char *sentence;
    const char *date;
  } cases[] = {
    { "de", "Ich rufe Sie am Monday um 16:00 Uhr an.", "Mon 30. Nov" },
    { "fr", "Je vous appelle Monday à 16:00.", "Mon 30 Nov" },
    { "es", "Le llamaré el Monday a las 16:00.", "Mon 30 Nov" },
    { "ar", "سأتصل بك يوم Monday الساعة 16:00.", "Mon 30 Nov" },
  };
  FtCivil now = civil_of (NOW);
  FtCivil monday = civil_of ("2026-11-30 16:00");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtPromiseData) promise = ft_promise_data_new (1, monday, "UTC", FT_CHANNEL_PHONE);
      speak (cases[i].language);
      g_autofree char *sentence = ft_when_sentence (promise, now);
      g_autofree char *date = ft_when_format_date (monday, now);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("FOLLOW_THROUGH_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_add_func ("/when/translated/german", test_german);
  g_test_add_func ("/when/translated/french", test_french);
  g_test_add_func ("/when/translated/spanish", test_spanish);
  g_test_add_func ("/when/translated/arabic", test_arabic);
  g_test_add_func ("/when/translated/own-formats", test_reads_its_own_formats);
  g_test_add_func ("/when/translated/sentences", test_says_times);
  return g_test_run ();
}
