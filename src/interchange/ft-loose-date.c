#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-loose-date.h"

#include "core/ft-when.h"

#include <langinfo.h>
#include <string.h>

static const char *
skip_blanks (const char *p)
{
  while (*p == ' ' || *p == '\t' || *p == ',')
    p++;
  return p;
}

static gboolean
read_number (const char **p, int max_digits, int *number, int *n_digits)
{
  const char *begin = *p;
  *number = 0;
  while (g_ascii_isdigit (**p) && *p - begin < max_digits)
    *number = *number * 10 + g_ascii_digit_value (*(*p)++);
  *n_digits = *p - begin;
  return *n_digits > 0 && !g_ascii_isdigit (**p);
}

/* Which way round the user's own dates are. */
static gboolean
locale_has_month_first (void)
{
  for (const char *p = nl_langinfo (D_FMT); *p; p++)
    if (*p == 'm' || *p == 'D' || *p == 'b')
      return TRUE;
    else if (*p == 'd' || *p == 'e')
      return FALSE;
  return FALSE;
}

/* "16:00", "16:00:30", "4 PM", "4:30 p.m.", "16h00", "16 Uhr"; "T" may stand before it. Moves @p
 * behind it. */
static gboolean
read_time (const char **p, int *minute)
{
  int hour, minutes = 0, seconds, n;
  gboolean said = FALSE; /* that it is a time */
  const char *at = skip_blanks (*p);
  if (*at == 'T' || *at == 't')
    at++;
  if (!read_number (&at, 2, &hour, &n))
    return FALSE;
  if ((*at == ':' || *at == 'h' || *at == 'H') && g_ascii_isdigit (at[1]))
    {
      at++;
      said = TRUE;
      if (!read_number (&at, 2, &minutes, &n) || n != 2)
        return FALSE;
      if (*at == ':' && g_ascii_isdigit (at[1]))
        {
          at++;
          if (!read_number (&at, 2, &seconds, &n))
            return FALSE;
          if (*at == '.' && g_ascii_isdigit (at[1]))
            while (g_ascii_isdigit (*++at))
              ;
        }
    }
  /* a narrow no-break space is what newer Unicode data puts before "PM" */
  while (*at == ' ' || g_str_has_prefix (at, "\342\200\257") || g_str_has_prefix (at, "\302\240"))
    at = g_utf8_next_char (at);
  if (g_ascii_strncasecmp (at, "am", 2) == 0 || g_ascii_strncasecmp (at, "pm", 2) == 0
      || g_ascii_strncasecmp (at, "a.m.", 4) == 0 || g_ascii_strncasecmp (at, "p.m.", 4) == 0)
    {
      if (hour < 1 || hour > 12)
        return FALSE;
      hour = hour % 12 + (g_ascii_tolower (*at) == 'p' ? 12 : 0);
      at += at[1] == '.' ? 4 : 2;
      said = TRUE;
    }
  else if (g_ascii_strncasecmp (at, "uhr", 3) == 0 || (g_ascii_tolower (*at) == 'h' && !said))
    {
      at += g_ascii_tolower (*at) == 'u' ? 3 : 1;
      said = TRUE;
    }
  if (!said || hour > 23 || minutes > 59)
    return FALSE;
  *minute = hour * 60 + minutes;
  *p = at;
  return TRUE;
}

/* "Z", "+01:00", "-0500": an instant was meant. */
static gboolean
read_offset (const char **p, int *offset)
{
  const char *at = skip_blanks (*p);
  int hours, minutes = 0, n, sign = *at == '-' ? -1 : 1;
  *offset = 0;
  if (*at == 'Z' || *at == 'z')
    {
      *p = at + 1;
      return TRUE;
    }
  if (*at != '+' && *at != '-')
    return FALSE;
  at++;
  if (!g_ascii_isdigit (at[0]) || !g_ascii_isdigit (at[1]))
    return FALSE;
  hours = g_ascii_digit_value (at[0]) * 10 + g_ascii_digit_value (at[1]);
  at += 2;
  if (*at == ':')
    at++;
  if (g_ascii_isdigit (*at) && (!read_number (&at, 2, &minutes, &n) || n != 2))
    return FALSE;
  if (hours > 14 || minutes > 59)
    return FALSE;
  *offset = sign * (hours * 60 + minutes);
  *p = at;
  return TRUE;
}

/* "2026-11-26", "26.11.2026", "11/26/2026", "26/11/26". */
static gboolean
read_day (const char **p, FtDateOrder order, int *year, int *month, int *day)
{
  const char *at = skip_blanks (*p);
  int numbers[3], digits[3];
  char separator = '\0';
  for (int i = 0; i < 3; i++)
    {
      if (!read_number (&at, 4, &numbers[i], &digits[i]))
        return FALSE;
      if (i < 2)
        {
          if (!strchr ("-./", *at) || *at == '\0' || (i > 0 && *at != separator))
            return FALSE;
          separator = *at++;
          if (separator == '.')
            at = skip_blanks (at);
        }
    }
  if (digits[0] == 4)
    {
      *year = numbers[0];
      *month = numbers[1];
      *day = numbers[2];
    }
  else if (digits[2] == 4 || digits[2] == 2)
    {
      gboolean month_first = separator != '.'
                             && (order == FT_DATE_ORDER_MONTH_FIRST
                                 || (order == FT_DATE_ORDER_LOCALE && locale_has_month_first ()));
      if (numbers[0] > 12)
        month_first = FALSE;
      else if (numbers[1] > 12)
        month_first = TRUE;
      *year = numbers[2] + (digits[2] == 4 ? 0 : numbers[2] < 70 ? 2000 : 1900);
      *month = numbers[month_first ? 0 : 1];
      *day = numbers[month_first ? 1 : 0];
    }
  else
    return FALSE;
  *p = at;
  return g_date_valid_dmy (*day, *month, *year) && *year >= 1900;
}

/**
 * ft_loose_time_parse:
 * @text: "16:00", "4 PM", "16 Uhr"
 * @minute: (out): of the day
 *
 * Returns: whether all of @text was understood
 */
gboolean
ft_loose_time_parse (const char *text, int *minute)
{
  return read_time (&text, minute) && *skip_blanks (text) == '\0';
}

/**
 * ft_loose_date_parse:
 * @text: a day, with or without a time, as programs and people write it in a table
 * @order: which way round "03/04/2026" is
 * @zone: the zone of @civil; what says its distance from UTC is converted to it
 * @now: what the wall clock reads, for what names no year
 * @civil: (out): what was understood, all day without a time
 *
 * Returns: whether all of @text was understood
 */
gboolean
ft_loose_date_parse (
    const char *text, FtDateOrder order, const char *zone, FtCivil now, FtCivil *civil)
{
  const char *at = text;
  int year, month, day, minute, offset;

  if (!read_day (&at, order, &year, &month, &day))
    return ft_when_parse (text, now, civil);
  *civil = ft_civil_all_day (year, month, day);
  if (*skip_blanks (at) == '\0')
    return TRUE;
  if (!read_time (&at, &minute))
    return FALSE;
  *civil = ft_civil (year, month, day, minute / 60, minute % 60);
  if (read_offset (&at, &offset))
    *civil = ft_civil_from_instant (ft_civil_to_instant (*civil, "UTC", NULL) - offset * 60, zone);
  return *skip_blanks (at) == '\0';
}
