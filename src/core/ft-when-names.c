#define G_LOG_DOMAIN "ft-core"

#include "core/ft-when-names.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "core/ft-locale.h"

typedef struct
{
  char *name; /* folded, without a final dot */
  gsize length;
  FtWhenClass meaning;
  int value;
  gboolean own;
} Entry;

struct _FtWhenNames
{
  GArray *entries; /* Entry, the language's own before English */
  gboolean month_first;
  gboolean month_first_dotted;
  gboolean bare_unit;
};

static const FtWhenWord english[] = {
  { FT_WHEN_WEEKDAY, G_DATE_MONDAY, "monday|mon|mo" },
  { FT_WHEN_WEEKDAY, G_DATE_TUESDAY, "tuesday|tues|tue|tu" },
  { FT_WHEN_WEEKDAY, G_DATE_WEDNESDAY, "wednesday|wed|we" },
  { FT_WHEN_WEEKDAY, G_DATE_THURSDAY, "thursday|thurs|thur|thu|th" },
  { FT_WHEN_WEEKDAY, G_DATE_FRIDAY, "friday|fri|fr" },
  { FT_WHEN_WEEKDAY, G_DATE_SATURDAY, "saturday|sat|sa" },
  { FT_WHEN_WEEKDAY, G_DATE_SUNDAY, "sunday|sun|su" },
  { FT_WHEN_MONTH, 1, "january|jan" },
  { FT_WHEN_MONTH, 2, "february|feb" },
  { FT_WHEN_MONTH, 3, "march|mar" },
  { FT_WHEN_MONTH, 4, "april|apr" },
  { FT_WHEN_MONTH, 5, "may" },
  { FT_WHEN_MONTH, 6, "june|jun" },
  { FT_WHEN_MONTH, 7, "july|jul" },
  { FT_WHEN_MONTH, 8, "august|aug" },
  { FT_WHEN_MONTH, 9, "september|sept|sep" },
  { FT_WHEN_MONTH, 10, "october|oct" },
  { FT_WHEN_MONTH, 11, "november|nov" },
  { FT_WHEN_MONTH, 12, "december|dec" },
  { FT_WHEN_DAY, 0, "today" },
  { FT_WHEN_DAY, 1, "tomorrow|tmr" },
  { FT_WHEN_DAY, 2, "the day after tomorrow|day after tomorrow" },
  { FT_WHEN_UNIT, FT_WHEN_MINUTES, "minutes|minute|mins|min" },
  { FT_WHEN_UNIT, FT_WHEN_HOURS, "hours|hour|hrs|hr|h" },
  { FT_WHEN_UNIT, FT_WHEN_DAYS, "days|day|d" },
  { FT_WHEN_UNIT, FT_WHEN_WEEKS, "weeks|week|wks|wk|w" },
  { FT_WHEN_UNIT, FT_WHEN_MONTHS, "months|month|m" },
  { FT_WHEN_UNIT, FT_WHEN_YEARS, "years|year|y" },
  { FT_WHEN_HALF, 0, "am|a.m|in the morning" },
  { FT_WHEN_HALF, 12, "pm|p.m|in the afternoon|in the evening" },
  { FT_WHEN_CLOCK, 12 * 60, "noon|midday" },
  { FT_WHEN_CLOCK, 9 * 60, "morning|in the morning" },
  { FT_WHEN_CLOCK, 14 * 60, "afternoon|in the afternoon" },
  { FT_WHEN_CLOCK, 18 * 60, "evening|in the evening" },
  { FT_WHEN_OCLOCK, 0, "o'clock|o’clock|h|uhr" },
  { FT_WHEN_ORDINAL, 0, "st|nd|rd|th" },
  { FT_WHEN_NEXT, 0, "next" },
  { FT_WHEN_IN, 0, "in" },
  { FT_WHEN_ONE, 1, "a|an|one" },
  { FT_WHEN_FILLER, 0, "at|on|the|this|of|by|t" },
};

char *
ft_when_fold (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  return composed ? g_utf8_casefold (composed, -1) : NULL;
}

static void
add_name (FtWhenNames *self, const char *name, FtWhenClass meaning, int value, gboolean own)
{
  g_autofree char *folded = ft_when_fold (name);
  if (!folded)
    return;
  g_strstrip (folded);
  while (g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';
  if (!*folded)
    return;
  gsize length = strlen (folded);
  Entry entry = { g_steal_pointer (&folded), length, meaning, value, own };
  g_array_append_val (self->entries, entry);
}

static void
add_words (FtWhenNames *self, const FtWhenWord *words, gsize n_words, gboolean own)
{
  for (gsize i = 0; i < n_words; i++)
    {
      g_auto (GStrv) names = g_strsplit (words[i].names, "|", -1);
      for (char **name = names; *name; name++)
        {
          if (words[i].meaning == FT_WHEN_ONE && !**name)
            self->bare_unit = TRUE;
          add_name (self, *name, words[i].meaning, words[i].value, own);
        }
    }
}

static void
clear_entry (gpointer entry)
{
  g_free (((Entry *) entry)->name);
}

FtWhenNames *
ft_when_names_new (const FtWhenWord *own,
                   gsize n_own,
                   gboolean month_first,
                   gboolean month_first_dotted)
{
  FtWhenNames *self = g_new0 (FtWhenNames, 1);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->month_first = month_first;
  self->month_first_dotted = month_first_dotted;
  add_words (self, own, n_own, TRUE);
  add_words (self, english, G_N_ELEMENTS (english), FALSE);
  return self;
}

/**
 * ft_when_names_new_for_locale:
 *
 * Weekdays and months are those of LC_TIME; the other words are translated like every text.
 */
FtWhenNames *
ft_when_names_new_for_locale (void)
{
  const FtWhenWord translated[] = {
    /* Translators: words people type for a time; several are separated by "|". */
    { FT_WHEN_DAY, 0, C_ ("when", "today") },
    { FT_WHEN_DAY, 1, C_ ("when", "tomorrow") },
    { FT_WHEN_DAY, 2, C_ ("when", "the day after tomorrow") },
    { FT_WHEN_DAY, 14, C_ ("when", "in a fortnight") },
    { FT_WHEN_UNIT, FT_WHEN_MINUTES, C_ ("when", "minute|minutes") },
    { FT_WHEN_UNIT, FT_WHEN_HOURS, C_ ("when", "hour|hours") },
    { FT_WHEN_UNIT, FT_WHEN_DAYS, C_ ("when", "day|days") },
    { FT_WHEN_UNIT, FT_WHEN_WEEKS, C_ ("when", "week|weeks") },
    { FT_WHEN_UNIT, FT_WHEN_MONTHS, C_ ("when", "month|months") },
    { FT_WHEN_UNIT, FT_WHEN_YEARS, C_ ("when", "year|years") },
    { FT_WHEN_CLOCK, 12 * 60, C_ ("when", "noon") },
    { FT_WHEN_CLOCK, 9 * 60, C_ ("when", "in the morning") },
    { FT_WHEN_CLOCK, 14 * 60, C_ ("when", "in the afternoon") },
    { FT_WHEN_CLOCK, 18 * 60, C_ ("when", "in the evening") },
    /* Translators: said after an hour of twelve: "9 in the morning", "9 de la mañana". */
    { FT_WHEN_HALF, 0, C_ ("when", "a.m.|in the morning") },
    /* Translators: said after an hour of twelve: "4 in the afternoon", "4 de la tarde". */
    { FT_WHEN_HALF, 12, C_ ("when", "p.m.|in the afternoon|in the evening") },
    /* Translators: said after an hour: "16 Uhr", "16 h". */
    { FT_WHEN_OCLOCK, 0, C_ ("when", "o'clock") },
    /* Translators: after the day of a month: "26th", "1er". */
    { FT_WHEN_ORDINAL, 0, C_ ("when", "st|nd|rd|th") },
    /* Translators: as in "next Tuesday", "next week", before the noun or after it; all forms. */
    { FT_WHEN_NEXT, 0, C_ ("when", "next") },
    /* Translators: as in "in 2 weeks". */
    { FT_WHEN_IN, 0, C_ ("when", "in") },
    /* Translators: as in "in a week"; all forms. If your language has no such word, "in week", add
     * an empty one: "one|". */
    { FT_WHEN_ONE, 1, C_ ("when", "a|an|one") },
    /* Translators: words without a meaning of their own: "on Thursday at 4", "26 de noviembre". */
    { FT_WHEN_FILLER, 0, C_ ("when", "at|on|the|this") },
  };
  static const nl_item halves[] = { AM_STR, PM_STR };
  FtWhenNames *self = ft_when_names_new (NULL, 0, ft_locale_is_month_first (),
                                         ft_locale_is_month_first_dotted ());
  for (int i = 0; i < 7; i++)
    {
      int weekday = i == 0 ? G_DATE_SUNDAY : i;
      add_name (self, nl_langinfo (DAY_1 + i), FT_WHEN_WEEKDAY, weekday, TRUE);
      add_name (self, nl_langinfo (ABDAY_1 + i), FT_WHEN_WEEKDAY, weekday, TRUE);
    }
  for (int i = 0; i < 12; i++)
    {
      add_name (self, nl_langinfo (MON_1 + i), FT_WHEN_MONTH, i + 1, TRUE);
      add_name (self, nl_langinfo (ABMON_1 + i), FT_WHEN_MONTH, i + 1, TRUE);
      add_name (self, nl_langinfo (ALTMON_1 + i), FT_WHEN_MONTH, i + 1, TRUE);
    }
  for (int i = 0; i < 2; i++)
    add_name (self, nl_langinfo (halves[i]), FT_WHEN_HALF, 12 * i, TRUE);
  add_words (self, translated, G_N_ELEMENTS (translated), TRUE);
  return self;
}

void
ft_when_names_free (FtWhenNames *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

gboolean
ft_when_names_get_month_first (const FtWhenNames *self, gboolean dotted)
{
  return dotted ? self->month_first_dotted : self->month_first;
}

gboolean
ft_when_names_get_bare_unit (const FtWhenNames *self)
{
  return self->bare_unit;
}

static gboolean
is_letter (const char *text)
{
  gunichar c = g_utf8_get_char (text);
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* Each class takes the first value, so the language's own win over English; and where a word of
 * its own is an English one of another class, as French "mar" is, English gives way. */
static void
add_meaning (FtWhenMeaning *meaning, const Entry *entry, gboolean *own)
{
  if (*own && !entry->own)
    return;
  *own = entry->own;
  if (meaning->value[entry->meaning] < 0)
    meaning->value[entry->meaning] = entry->value;
}

const char *
ft_when_names_read (const FtWhenNames *self, const char *text, FtWhenMeaning *meaning)
{
  gsize best = 0;
  gboolean own = FALSE;
  memset (meaning->value, -1, sizeof meaning->value);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      if (entry->length > best && strncmp (text, entry->name, entry->length) == 0
          && !is_letter (text + entry->length))
        best = entry->length;
    }
  for (guint i = 0; i < self->entries->len && best > 0; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      if (entry->length == best && strncmp (text, entry->name, best) == 0)
        add_meaning (meaning, entry, &own);
    }
  if (best > 0)
    return text + best;

  const char *end = text;
  gsize n_letters = 0;
  for (; *end && is_letter (end); end = g_utf8_next_char (end))
    n_letters++;
  if (n_letters < 3)
    return NULL;
  gboolean found = FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      gboolean named = entry->meaning == FT_WHEN_WEEKDAY || entry->meaning == FT_WHEN_MONTH;
      if (!named || strncmp (text, entry->name, end - text) != 0)
        continue;
      if (own && !entry->own)
        break;
      /* Only if it is the beginning of one name. */
      if (meaning->value[entry->meaning] >= 0 && meaning->value[entry->meaning] != entry->value)
        return NULL;
      add_meaning (meaning, entry, &own);
      found = TRUE;
    }
  return found ? end : NULL;
}
