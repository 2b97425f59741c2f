#pragma once

#include "core/ft-civil.h"

G_BEGIN_DECLS

/* The words of times, in English and in one other language: what ft_when_parse () reads with. */

/**
 * FtWhenClass:
 *
 * What a word may mean; some mean more than one thing ("am" is "on the" in German, "mar" is
 * Tuesday and March in Italian).
 */
typedef enum
{
  FT_WHEN_WEEKDAY, /* a GDateWeekday */
  FT_WHEN_MONTH,   /* 1 … 12 */
  FT_WHEN_DAY,     /* days from today */
  FT_WHEN_UNIT,    /* an FtWhenUnit */
  FT_WHEN_HALF,    /* of the day: hour to add, 0 or 12 */
  FT_WHEN_CLOCK,   /* a minute of the day: "noon" */
  FT_WHEN_OCLOCK,  /* after an hour: "Uhr", "h" */
  FT_WHEN_ORDINAL, /* after the day of a month: "th" */
  FT_WHEN_NEXT,
  FT_WHEN_IN,
  FT_WHEN_ONE,    /* "a" week */
  FT_WHEN_FILLER, /* "at", "on" */
  FT_WHEN_N_CLASSES
} FtWhenClass;

typedef enum
{
  FT_WHEN_MINUTES,
  FT_WHEN_HOURS,
  FT_WHEN_DAYS,
  FT_WHEN_WEEKS,
  FT_WHEN_MONTHS,
  FT_WHEN_YEARS,
} FtWhenUnit;

typedef struct
{
  FtWhenClass meaning;
  int value;
  const char *names; /* separated by '|', in any case */
} FtWhenWord;

typedef struct
{
  gint16 value[FT_WHEN_N_CLASSES]; /* -1 where it does not mean that */
} FtWhenMeaning;

typedef struct _FtWhenNames FtWhenNames;

/* @own: (array length=n_own): words of the other language, which come before the English ones.
 * @month_first: whether dates are written month before day. */
FtWhenNames *ft_when_names_new (const FtWhenWord *own,
                                gsize n_own,
                                gboolean month_first,
                                gboolean month_first_dotted);
/* Those of the user's locale. */
FtWhenNames *ft_when_names_new_for_locale (void);
void ft_when_names_free (FtWhenNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtWhenNames, ft_when_names_free)

gboolean ft_when_names_get_month_first (const FtWhenNames *self, gboolean dotted);
/* Whether a unit alone means one of it, as in Arabic; told by an empty FT_WHEN_ONE. */
gboolean ft_when_names_get_bare_unit (const FtWhenNames *self);
/* @text as the names are compared: composed, case folded. %NULL if it is not UTF-8. */
char *ft_when_fold (const char *text);
/* Reads the longest word that begins the folded @text, or at least three letters of a weekday or
 * month. Returns: behind it, or %NULL. */
const char *
ft_when_names_read (const FtWhenNames *self, const char *text, FtWhenMeaning *meaning);

/* ft_when_parse () with other names than the locale's. */
gboolean
ft_when_parse_with (const char *text, FtCivil now, const FtWhenNames *names, FtCivil *civil);

G_END_DECLS
