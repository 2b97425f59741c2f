#define G_LOG_DOMAIN "ft-core"

#include "core/ft-when.h"

#include <string.h>

#include "core/ft-when-names.h"

#define MAX_TOKENS 32
#define MAX_DIGITS 4

typedef enum
{
  TOKEN_END,
  TOKEN_NUMBER,
  TOKEN_WORD,
  TOKEN_MARK,
} TokenKind;

typedef struct
{
  TokenKind kind;
  gboolean spaced; /* a blank stands before it */
  int value;       /* of a number */
  int n_digits;
  char mark;
  FtWhenMeaning meaning; /* of a word */
} Token;

typedef struct
{
  Token tokens[MAX_TOKENS + 1]; /* the last is TOKEN_END */
  const Token *at;
  const FtWhenNames *names;
  FtCivil now;
  gboolean failed; /* something was said twice, or is impossible */

  int year, month, day; /* 0: not said */
  int weekday;          /* 0: not said */
  gboolean has_offset;
  int offset; /* of unit, from now */
  FtWhenUnit unit;
  int hour; /* -1: not said */
  int minute;
  gboolean bare; /* an hour of one digit with nothing else said */
} Parser;

/* --- Tokens --- */

static gboolean
tokenize (Parser *self, const char *text)
{
  guint n = 0;
  gboolean spaced = FALSE;
  while (*text)
    {
      gunichar c = g_utf8_get_char (text);
      Token *token = &self->tokens[n];
      if (g_unichar_isspace (c))
        {
          spaced = TRUE;
          text = g_utf8_next_char (text);
          continue;
        }
      if (n == MAX_TOKENS)
        return FALSE;
      token->spaced = spaced;
      spaced = FALSE;
      if (g_unichar_isdigit (c))
        {
          token->kind = TOKEN_NUMBER;
          for (; g_unichar_isdigit (g_utf8_get_char (text)); text = g_utf8_next_char (text))
            {
              token->value = token->value * 10 + g_unichar_digit_value (g_utf8_get_char (text));
              if (++token->n_digits > MAX_DIGITS)
                return FALSE;
            }
        }
      else if (g_unichar_isalpha (c))
        {
          token->kind = TOKEN_WORD;
          text = ft_when_names_read (self->names, text, &token->meaning);
          if (!text)
            return FALSE;
          if (*text == '.') /* of an abbreviation */
            text++;
        }
      else if (c < 0x80 && strchr ("+:.-/,@", c))
        {
          token->kind = TOKEN_MARK;
          token->mark = c;
          text++;
        }
      else if (c == 0x060c || c == 0x3001) /* Arabic and ideographic comma */
        {
          token->kind = TOKEN_MARK;
          token->mark = ',';
          text = g_utf8_next_char (text);
        }
      else if (g_unichar_type (c) == G_UNICODE_FORMAT) /* direction marks */
        {
          text = g_utf8_next_char (text);
          *token = (Token){ 0 };
          continue;
        }
      else
        return FALSE;
      n++;
    }
  return n > 0;
}

static gboolean
is_number (const Token *token)
{
  return token->kind == TOKEN_NUMBER;
}

static gboolean
is_mark (const Token *token, char mark)
{
  return token->kind == TOKEN_MARK && token->mark == mark;
}

static gboolean
means (const Token *token, FtWhenClass meaning)
{
  return token->kind == TOKEN_WORD && token->meaning.value[meaning] >= 0;
}

static int
value_of (const Token *token, FtWhenClass meaning)
{
  return token->meaning.value[meaning];
}

/* A number glued to the mark before it. */
static gboolean
is_glued_number (const Token *token)
{
  return is_number (token) && !token->spaced;
}

/* --- What was said --- */

static void
say_time (Parser *self, int hour, int minute, const Token *half)
{
  if (half && means (half, FT_WHEN_HALF))
    {
      int add = value_of (half, FT_WHEN_HALF);
      if (hour > 12 && add == 0)
        self->failed = TRUE;
      else if (hour <= 12)
        hour = hour % 12 + add;
    }
  if (self->hour >= 0 || hour > 23 || minute > 59)
    self->failed = TRUE;
  self->hour = hour;
  self->minute = minute;
}

static void
say_date (Parser *self, int year, int month, int day)
{
  if (self->day || (self->month && month) || (self->year && year) || day < 1 || day > 31
      || month > 12)
    self->failed = TRUE;
  self->year = year;
  self->month = month;
  self->day = day;
}

static void
say_offset (Parser *self, int offset, FtWhenUnit unit)
{
  if (self->has_offset)
    self->failed = TRUE;
  self->has_offset = TRUE;
  self->offset = offset;
  self->unit = unit;
}

static gboolean
is_year (const Token *token)
{
  return is_number (token) && token->n_digits == 4 && token->value >= 1900 && token->value < 2200
         && !is_mark (token + 1, ':');
}

/* Skips "," and a year. */
static int
read_year (Parser *self)
{
  const Token *token = self->at;
  while (is_mark (token, ',') || means (token, FT_WHEN_FILLER))
    token++;
  if (!is_year (token))
    return 0;
  self->at = token + 1;
  return token->value;
}

/* --- The rules, tried in this order at every token; each consumes what it understood --- */

/* "+3d", "+3", "in 2 weeks", "in an hour", "2 weeks", "next week" */
static gboolean
read_offset (Parser *self)
{
  const Token *token = self->at;
  gboolean plus = is_mark (token, '+');
  gboolean in = means (token, FT_WHEN_IN);
  if (plus || in)
    token++;
  else if (means (token, FT_WHEN_NEXT) && means (token + 1, FT_WHEN_UNIT))
    {
      say_offset (self, 1, value_of (token + 1, FT_WHEN_UNIT));
      self->at = token + 2;
      return TRUE;
    }
  gboolean one = means (token, FT_WHEN_ONE);
  if (!is_number (token) && !one)
    return FALSE;

  int number = one ? 1 : token->value;
  gboolean unit = means (token + 1, FT_WHEN_UNIT);
  /* "16 h" is a time unless something says that it is not. */
  gboolean clock = means (token + 1, FT_WHEN_OCLOCK) && !plus && !in && !one;
  if (unit && !clock)
    {
      say_offset (self, number, value_of (token + 1, FT_WHEN_UNIT));
      self->at = token + 2;
      return TRUE;
    }
  if (!plus)
    return FALSE;
  say_offset (self, number, FT_WHEN_DAYS);
  self->at = token + 1;
  return TRUE;
}

/* "2026-11-26", "2026/11/26", "2026. 11. 26." */
static gboolean
read_iso_date (Parser *self)
{
  const Token *token = self->at;
  if (!is_number (token) || token->n_digits != 4 || token[1].kind != TOKEN_MARK
      || !strchr ("-/.", token[1].mark) || !is_number (token + 2)
      || !is_mark (token + 3, token[1].mark) || !is_number (token + 4))
    return FALSE;
  say_date (self, token->value, token[2].value, token[4].value);
  self->failed = self->failed || token->value == 0 || token[2].value == 0;
  self->at = token + 5;
  if (is_mark (self->at, '.'))
    self->at++;
  return TRUE;
}

/* Whether "@a mark @b" can be a day and a month. With slashes they may stand in either order, for
 * people write both; "16.30" and "9.30" are times. */
static gboolean
is_date_pair (Parser *self, char mark, int a, int b)
{
  if (self->day || self->has_offset || a < 1 || b < 1)
    return FALSE;
  if (mark != '.')
    return MAX (a, b) <= 31 && MIN (a, b) <= 12;
  gboolean month_first = ft_when_names_get_month_first (self->names, TRUE);
  return month_first ? a <= 12 && b <= 31 : a <= 31 && b <= 12;
}

/* "16:00", "4:30 pm", "16h30", "16 Uhr", "4pm", and "16.30" where it cannot be a date */
static gboolean
read_time (Parser *self)
{
  const Token *token = self->at;
  const Token *end = token + 1;
  int minute = 0;
  gboolean certain = FALSE;
  if (!is_number (token) || token->n_digits > 2)
    return FALSE;

  if ((is_mark (end, ':') || is_mark (end, '.') || (means (end, FT_WHEN_OCLOCK) && !end->spaced))
      && is_glued_number (end + 1) && end[1].n_digits == 2)
    {
      gboolean dotted = is_mark (end, '.');
      minute = end[1].value;
      end += 2;
      if (is_mark (end, ':') && is_glued_number (end + 1))
        end += 2;
      certain = !dotted
                || (!is_date_pair (self, '.', token->value, minute)
                    && !(is_mark (end, '.') && is_glued_number (end + 1)));
    }
  if (means (end, FT_WHEN_HALF) || means (end, FT_WHEN_OCLOCK))
    {
      certain = TRUE;
      self->bare = !means (end, FT_WHEN_HALF) && end == token + 1 && token->n_digits == 1;
      end++;
    }
  if (!certain)
    return FALSE;
  say_time (self, token->value, minute, end - 1);
  self->at = end;
  /* "4 o'clock pm" */
  if (self->bare && means (end, FT_WHEN_HALF))
    {
      self->hour = -1;
      self->bare = FALSE;
      say_time (self, token->value, minute, end);
      self->at = end + 1;
    }
  return TRUE;
}

/* "26.11.", "26.11.2026", "26/11", "11/26/26", "26-11-2026" */
static gboolean
read_numeric_date (Parser *self)
{
  const Token *token = self->at;
  int year = 0;
  if (!is_number (token) || token[1].kind != TOKEN_MARK || !strchr ("./-", token[1].mark)
      || !is_number (token + 2)
      || !is_date_pair (self, token[1].mark, token->value, token[2].value))
    return FALSE;
  char mark = token[1].mark;
  int first = token->value;
  int second = token[2].value;
  gboolean month_first = ft_when_names_get_month_first (self->names, mark == '.');
  if (month_first ? first > 12 : second > 12)
    month_first = !month_first;

  const Token *end = token + 3;
  if (is_mark (end, mark))
    {
      gboolean glued = is_glued_number (end + 1);
      if ((glued && (end[1].n_digits == 2 || end[1].n_digits == 4)) || is_year (end + 1))
        {
          year = end[1].n_digits == 2 ? 2000 + end[1].value : end[1].value;
          self->failed = self->failed || year == 0;
          end += 2;
        }
      else if (mark == '.' && !glued)
        end++;
      else
        return FALSE;
    }
  say_date (self, year, month_first ? first : second, month_first ? second : first);
  self->at = end;
  return TRUE;
}

/* "26 November 2027", "26. Nov", "26th of Nov", "26 de noviembre de 2027", "Nov 26th, 2027" */
static gboolean
read_named_date (Parser *self)
{
  const Token *token = self->at;
  int month, day;
  if (is_number (token))
    {
      day = token++->value;
      if (means (token, FT_WHEN_ORDINAL) || is_mark (token, '.'))
        token++;
      if (means (token, FT_WHEN_FILLER))
        token++;
      if (!means (token, FT_WHEN_MONTH))
        return FALSE;
      month = value_of (token++, FT_WHEN_MONTH);
    }
  else if (means (token, FT_WHEN_MONTH) && !means (token, FT_WHEN_WEEKDAY) && is_number (token + 1)
           && !is_mark (token + 2, ':'))
    {
      month = value_of (token, FT_WHEN_MONTH);
      day = token[1].value;
      token += 2;
      if (means (token, FT_WHEN_ORDINAL) || is_mark (token, '.'))
        token++;
    }
  else
    return FALSE;
  self->at = token;
  say_date (self, read_year (self), month, day);
  return TRUE;
}

/* "the 26th", "26." */
static gboolean
read_day_of_month (Parser *self)
{
  const Token *token = self->at;
  if (!is_number (token)
      || !(means (token + 1, FT_WHEN_ORDINAL)
           || (is_mark (token + 1, '.') && !is_glued_number (token + 2))))
    return FALSE;
  say_date (self, 0, 0, token->value);
  self->at = token + 2;
  return TRUE;
}

/* "Thu", "next Thu" */
static gboolean
read_weekday (Parser *self)
{
  const Token *token = self->at;
  gboolean next = means (token, FT_WHEN_NEXT);
  if (!means (token + next, FT_WHEN_WEEKDAY))
    return FALSE;
  if (self->weekday)
    self->failed = TRUE;
  self->weekday = value_of (token + next, FT_WHEN_WEEKDAY);
  if (next)
    say_offset (self, 1, FT_WHEN_WEEKS);
  self->at = token + next + 1;
  return TRUE;
}

/* "today", "noon" */
static gboolean
read_word (Parser *self)
{
  const Token *token = self->at;
  if (means (token, FT_WHEN_DAY))
    say_offset (self, value_of (token, FT_WHEN_DAY), FT_WHEN_DAYS);
  else if (means (token, FT_WHEN_CLOCK))
    {
      int minute = value_of (token, FT_WHEN_CLOCK);
      say_time (self, minute / 60, minute % 60, NULL);
    }
  else
    return FALSE;
  self->at++;
  return TRUE;
}

/* "16", "0930"; "Thu 26" cannot be an hour */
static gboolean
read_bare_number (Parser *self)
{
  const Token *token = self->at;
  if (!is_number (token))
    return FALSE;
  if (token->n_digits == 4)
    say_time (self, token->value / 100, token->value % 100, NULL);
  else if (token->n_digits == 3)
    return FALSE;
  else if (token->value > 23)
    say_date (self, 0, 0, token->value);
  else
    {
      say_time (self, token->value, 0, NULL);
      self->bare = token->n_digits == 1;
    }
  self->at++;
  return TRUE;
}

static gboolean
read_filler (Parser *self)
{
  const Token *token = self->at;
  if (!means (token, FT_WHEN_FILLER) && !is_mark (token, ',') && !is_mark (token, '@'))
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean (*const rules[]) (Parser *self) = {
  read_offset,       read_iso_date, read_time, read_numeric_date, read_named_date,
  read_day_of_month, read_weekday,  read_word, read_bare_number,  read_filler,
};

/* --- What it means from now --- */

static gboolean
is_past (Parser *self, FtCivil day)
{
  if (self->hour >= 0)
    day.minute = self->hour * 60 + self->minute;
  return ft_civil_compare (day, self->now) < 0;
}

static FtCivil
add_months (FtCivil from, int months)
{
  int year;
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, from.day);
  ft_civil_get_date (from, &year, NULL, NULL);
  if (year + months / 12 > 9990)
    return FT_CIVIL_NONE;
  g_date_add_months (&date, months);
  return (FtCivil){ g_date_get_julian (&date), FT_ALL_DAY, 0 };
}

static FtCivil
resolve_offset (Parser *self, FtCivil today)
{
  FtCivil day = FT_CIVIL_NONE;
  switch (self->unit)
    {
    case FT_WHEN_DAYS:
      return ft_civil_add_days (today, self->offset);
    case FT_WHEN_WEEKS:
      day = ft_civil_add_days (today, 7 * self->offset);
      /* A weekday of that week, which begins on a Monday. */
      if (self->weekday && ft_civil_is_set (day))
        day = ft_civil_add_days (day, self->weekday - (int) ft_civil_get_weekday (day));
      return day;
    case FT_WHEN_MONTHS:
      return add_months (today, self->offset);
    case FT_WHEN_YEARS:
      return add_months (today, 12 * self->offset);
    case FT_WHEN_MINUTES:
    case FT_WHEN_HOURS:
    default:
      return FT_CIVIL_NONE;
    }
}

/* The next such day and month, or such day of a month: 29 February may be eight years away. */
static FtCivil
resolve_date (Parser *self, FtCivil today)
{
  int year, month;
  if (self->year)
    return ft_civil_all_day (self->year, self->month, self->day);
  ft_civil_get_date (today, &year, &month, NULL);
  for (int i = 0; i <= 8 * 12; i++, month++)
    {
      if (month > 12)
        {
          month = 1;
          year++;
        }
      if (self->month && self->month != month)
        continue;
      FtCivil day = ft_civil_all_day (year, month, self->day);
      if (ft_civil_is_set (day) && !is_past (self, day))
        return day;
    }
  return FT_CIVIL_NONE;
}

/* Today's weekday is today only with a time still to come; the day itself is called "today". */
static FtCivil
resolve_weekday (Parser *self, FtCivil today)
{
  int days = (self->weekday - (int) ft_civil_get_weekday (today) + 7) % 7;
  if (days == 0 && (self->hour < 0 || is_past (self, today)))
    days = 7;
  return ft_civil_add_days (today, days);
}

static FtCivil
resolve (Parser *self)
{
  FtCivil today = { self->now.day, FT_ALL_DAY, 0 };
  FtCivil day;
  if (self->bare && self->hour >= 1 && self->hour <= 7)
    self->hour += 12;

  if (self->has_offset && (self->unit == FT_WHEN_MINUTES || self->unit == FT_WHEN_HOURS))
    {
      if (self->day || self->weekday || self->hour >= 0)
        return FT_CIVIL_NONE;
      return ft_civil_add_minutes (self->now,
                                   self->offset * (self->unit == FT_WHEN_HOURS ? 60 : 1));
    }
  if (self->has_offset && self->day)
    return FT_CIVIL_NONE;
  if (self->day)
    day = resolve_date (self, today);
  else if (self->has_offset)
    day = resolve_offset (self, today);
  else if (self->weekday)
    day = resolve_weekday (self, today);
  else if (self->hour >= 0)
    day = ft_civil_add_days (today, is_past (self, today) ? 1 : 0);
  else
    return FT_CIVIL_NONE;

  if (!ft_civil_is_set (day))
    return day;
  if (self->weekday && (int) ft_civil_get_weekday (day) != self->weekday)
    return FT_CIVIL_NONE;
  if (!self->year && is_past (self, day))
    return FT_CIVIL_NONE;
  if (self->hour >= 0)
    day.minute = self->hour * 60 + self->minute;
  return day;
}

gboolean
ft_when_parse_with (const char *text, FtCivil now, const FtWhenNames *names, FtCivil *civil)
{
  Parser self = { .names = names, .now = now, .hour = -1 };
  g_return_val_if_fail (text && names && civil, FALSE);
  g_return_val_if_fail (ft_civil_is_set (now), FALSE);

  if (self.now.minute == FT_ALL_DAY)
    self.now.minute = 0;
  g_autofree char *folded = g_utf8_validate (text, -1, NULL) ? ft_when_fold (text) : NULL;
  if (!folded || !tokenize (&self, folded))
    return FALSE;
  self.at = self.tokens;
  while (self.at->kind != TOKEN_END)
    {
      gboolean understood = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (rules) && !understood; i++)
        understood = rules[i](&self);
      if (!understood || self.failed)
        return FALSE;
    }
  FtCivil result = resolve (&self);
  if (!ft_civil_is_set (result))
    return FALSE;
  *civil = result;
  return TRUE;
}

gboolean
ft_when_parse (const char *text, FtCivil now, FtCivil *civil)
{
  g_autoptr (FtWhenNames) names = ft_when_names_new_for_locale ();
  return ft_when_parse_with (text, now, names, civil);
}
