#define G_LOG_DOMAIN "ft-core"

#include "core/ft-when.h"

#include <string.h>

#include "core/ft-when-said.h"
#include "core/ft-when-tokens.h"

typedef struct
{
  FtWhenToken tokens[FT_WHEN_MAX_TOKENS + 1]; /* the last is an END */
  const FtWhenToken *at;
  const FtWhenNames *names;
  gboolean failed; /* something was said twice, or is impossible */
  FtWhenSaid said;
  gboolean bare; /* an hour of one digit with nothing else said */
} Parser;

static gboolean
is_number (const FtWhenToken *token)
{
  return token->kind == FT_WHEN_TOKEN_NUMBER;
}

static gboolean
is_mark (const FtWhenToken *token, char mark)
{
  return token->kind == FT_WHEN_TOKEN_MARK && token->mark == mark;
}

static gboolean
means (const FtWhenToken *token, FtWhenClass meaning)
{
  return token->kind == FT_WHEN_TOKEN_WORD && token->meaning.value[meaning] >= 0;
}

static int
value_of (const FtWhenToken *token, FtWhenClass meaning)
{
  return token->meaning.value[meaning];
}

/* A number glued to the mark before it. */
static gboolean
is_glued_number (const FtWhenToken *token)
{
  return is_number (token) && !token->spaced;
}

/* --- What is said --- */

static void
say_time (Parser *self, int hour, int minute, const FtWhenToken *half)
{
  if (half && means (half, FT_WHEN_HALF))
    {
      int add = value_of (half, FT_WHEN_HALF);
      if (hour > 12 && add == 0)
        self->failed = TRUE;
      else if (hour <= 12)
        hour = hour % 12 + add;
    }
  if (self->said.hour >= 0 || hour > 23 || minute > 59)
    self->failed = TRUE;
  self->said.hour = hour;
  self->said.minute = minute;
}

static void
say_date (Parser *self, int year, int month, int day)
{
  if (self->said.day || (self->said.month && month) || (self->said.year && year) || day < 1
      || day > 31 || month > 12)
    self->failed = TRUE;
  self->said.year = year;
  self->said.month = month;
  self->said.day = day;
}

static void
say_offset (Parser *self, int offset, FtWhenUnit unit)
{
  if (self->said.has_offset)
    self->failed = TRUE;
  self->said.has_offset = TRUE;
  self->said.offset = offset;
  self->said.unit = unit;
}

static gboolean
is_year (const FtWhenToken *token)
{
  return is_number (token) && token->n_digits == 4 && token->value >= 1900 && token->value < 2200
         && !is_mark (token + 1, ':');
}

/* Skips "," and a year. */
static int
read_year (Parser *self)
{
  const FtWhenToken *token = self->at;
  while (is_mark (token, ',') || means (token, FT_WHEN_FILLER))
    token++;
  if (!is_year (token))
    return 0;
  self->at = token + 1;
  return token->value;
}

/* --- The rules, tried in this order at every token; each consumes what it understood --- */

/* "next week", "semana próxima" */
static gboolean
read_next_unit (Parser *self)
{
  const FtWhenToken *token = self->at;
  gboolean before = means (token, FT_WHEN_NEXT);
  if (!means (token + !before, FT_WHEN_NEXT) || !means (token + before, FT_WHEN_UNIT))
    return FALSE;
  say_offset (self, 1, value_of (token + before, FT_WHEN_UNIT));
  self->at = token + 2;
  return TRUE;
}

/* "+3d", "+3", "in 2 weeks", "in an hour", "2 weeks" */
static gboolean
read_offset (Parser *self)
{
  const FtWhenToken *token = self->at;
  gboolean plus = is_mark (token, '+');
  gboolean in = means (token, FT_WHEN_IN);
  if (plus || in)
    token++;
  if (in && means (token, FT_WHEN_UNIT) && ft_when_names_get_bare_unit (self->names))
    {
      say_offset (self, 1, value_of (token, FT_WHEN_UNIT));
      self->at = token + 1;
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
  const FtWhenToken *token = self->at;
  if (!is_number (token) || token->n_digits != 4 || token[1].kind != FT_WHEN_TOKEN_MARK
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
  if (self->said.day || self->said.has_offset || a < 1 || b < 1)
    return FALSE;
  if (mark != '.')
    return MAX (a, b) <= 31 && MIN (a, b) <= 12;
  gboolean month_first = ft_when_names_get_month_first (self->names, TRUE);
  return month_first ? a <= 12 && b <= 31 : a <= 31 && b <= 12;
}

/* "30" after "16 h", and not the day of a month as in "16 h, 30 nov." */
static gboolean
is_minute (const FtWhenToken *token)
{
  const FtWhenToken *next = token + 1;
  if (!is_number (token) || token->n_digits != 2 || token->value > 59)
    return FALSE;
  if (means (next, FT_WHEN_FILLER))
    next++;
  return next->kind == FT_WHEN_TOKEN_END || is_mark (next, ',')
         || (next->kind == FT_WHEN_TOKEN_WORD && !means (next, FT_WHEN_MONTH)
             && !means (next, FT_WHEN_ORDINAL) && !means (next, FT_WHEN_UNIT));
}

/* "16:00", "4:30 pm", "16h30", "16 h 30", "16 Uhr", "4pm", and "16.30" where it cannot be a date */
static gboolean
read_time (Parser *self)
{
  const FtWhenToken *token = self->at;
  const FtWhenToken *end = token + 1;
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
  else if (means (end, FT_WHEN_OCLOCK) && is_minute (end + 1))
    {
      minute = end[1].value;
      end += 2;
      certain = TRUE;
    }
  /* "Thu 26 in the morning" is no hour. */
  gboolean too_late = end == token + 1 && token->value > 12 && means (end, FT_WHEN_CLOCK);
  if ((means (end, FT_WHEN_HALF) && !too_late) || means (end, FT_WHEN_OCLOCK))
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
      self->said.hour = -1;
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
  const FtWhenToken *token = self->at;
  int year = 0;
  if (!is_number (token) || token[1].kind != FT_WHEN_TOKEN_MARK || !strchr ("./-", token[1].mark)
      || !is_number (token + 2)
      || !is_date_pair (self, token[1].mark, token->value, token[2].value))
    return FALSE;
  char mark = token[1].mark;
  int first = token->value;
  int second = token[2].value;
  gboolean month_first = ft_when_names_get_month_first (self->names, mark == '.');
  if (month_first ? first > 12 : second > 12)
    month_first = !month_first;

  const FtWhenToken *end = token + 3;
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
  const FtWhenToken *token = self->at;
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
  const FtWhenToken *token = self->at;
  if (!is_number (token)
      || !(means (token + 1, FT_WHEN_ORDINAL)
           || (is_mark (token + 1, '.') && !is_glued_number (token + 2))))
    return FALSE;
  say_date (self, 0, 0, token->value);
  self->at = token + 2;
  return TRUE;
}

/* "Thu", "next Thu", "jueves próximo"; in "Thu next week" the next is the week's */
static gboolean
read_weekday (Parser *self)
{
  const FtWhenToken *token = self->at;
  gboolean before = means (token, FT_WHEN_NEXT);
  if (!means (token + before, FT_WHEN_WEEKDAY))
    return FALSE;
  gboolean next = before
                  || (means (token + 1, FT_WHEN_NEXT) && !means (token + 2, FT_WHEN_UNIT)
                      && !means (token + 2, FT_WHEN_WEEKDAY));
  if (self->said.weekday)
    self->failed = TRUE;
  self->said.weekday = value_of (token + before, FT_WHEN_WEEKDAY);
  if (next)
    say_offset (self, 1, FT_WHEN_WEEKS);
  self->at = token + next + 1;
  return TRUE;
}

/* "in the morning" after "10 o'clock": it tells which half of the day is meant. */
static void
say_part_of_day (Parser *self, int minute)
{
  int noon = 12 * 60;
  if (minute == noon ? self->said.hour != 12 : minute < noon && self->said.hour >= 12)
    self->failed = TRUE;
  else if (minute > noon && self->said.hour < 12)
    self->said.hour += 12;
  self->bare = FALSE;
}

/* "today", "noon" */
static gboolean
read_word (Parser *self)
{
  const FtWhenToken *token = self->at;
  if (means (token, FT_WHEN_DAY))
    say_offset (self, value_of (token, FT_WHEN_DAY), FT_WHEN_DAYS);
  else if (means (token, FT_WHEN_CLOCK))
    {
      int minute = value_of (token, FT_WHEN_CLOCK);
      if (self->said.hour >= 0)
        say_part_of_day (self, minute);
      else
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
  const FtWhenToken *token = self->at;
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
  const FtWhenToken *token = self->at;
  if (!means (token, FT_WHEN_FILLER) && !is_mark (token, ',') && !is_mark (token, '@'))
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean (*const rules[]) (Parser *self) = {
  read_next_unit,    read_offset,      read_iso_date,     read_time,
  read_numeric_date, read_named_date,  read_day_of_month, read_weekday,
  read_word,         read_bare_number, read_filler,
};

gboolean
ft_when_parse_with (const char *text, FtCivil now, const FtWhenNames *names, FtCivil *civil)
{
  Parser self = { .names = names, .said = { .hour = -1 } };
  g_return_val_if_fail (text && names && civil, FALSE);
  g_return_val_if_fail (ft_civil_is_set (now), FALSE);

  if (now.minute == FT_ALL_DAY)
    now.minute = 0;
  g_autofree char *folded = g_utf8_validate (text, -1, NULL) ? ft_when_fold (text) : NULL;
  if (!folded || !ft_when_tokenize (folded, names, self.tokens))
    return FALSE;
  self.at = self.tokens;
  while (self.at->kind != FT_WHEN_TOKEN_END)
    {
      gboolean understood = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (rules) && !understood; i++)
        understood = rules[i](&self);
      if (!understood || self.failed)
        return FALSE;
    }
  /* Nobody promises to call at four in the night. */
  if (self.bare && self.said.hour >= 1 && self.said.hour <= 7)
    self.said.hour += 12;
  FtCivil result = ft_when_said_resolve (&self.said, now);
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
