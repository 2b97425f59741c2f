#define G_LOG_DOMAIN "ft-core"

#include "core/ft-when.h"

#include <glib/gi18n-lib.h>

#define MORNING (10 * 60)
#define AFTERNOON (16 * 60)
#define DAY_BEGINS (9 * 60)
#define DAY_ENDS (18 * 60)
#define INTERVAL_DAYS 7
#define PROPOSAL_DAYS 3

void
ft_when_chip_free (FtWhenChip *chip)
{
  g_free (chip->label);
  g_free (chip);
}

/* @label: (transfer full): */
static void
add_chip (GPtrArray *chips, const char *id, char *label, FtCivil civil)
{
  FtWhenChip *chip = g_new (FtWhenChip, 1);
  *chip = (FtWhenChip){ id, label, civil };
  g_ptr_array_add (chips, chip);
}

static FtCivil
at_minute (FtCivil day, int minute)
{
  return (FtCivil){ day.day, minute, 0 };
}

static FtCivil
off_weekend (FtCivil civil)
{
  int over = ft_civil_get_weekday (civil) - G_DATE_FRIDAY;
  return over > 0 ? ft_civil_add_days (civil, 3 - over) : civil;
}

static FtCivil
add_business_days (FtCivil civil, int days)
{
  while (days-- > 0)
    civil = off_weekend (ft_civil_add_days (civil, 1));
  return civil;
}

/* A working day @days away at the time it is now, rounded to the quarter. */
static FtCivil
same_time (FtCivil now, int days)
{
  int minute = (now.minute + 7) / 15 * 15;
  return at_minute (off_weekend (ft_civil_add_days (now, days)),
                    CLAMP (minute, DAY_BEGINS, DAY_ENDS));
}

/* An hour from now, on a round five minutes: "within" means not later. */
static FtCivil
within_hour (FtCivil now)
{
  FtCivil civil = ft_civil_add_minutes (now, 60);
  civil.minute -= civil.minute % 5;
  return civil;
}

/* "Today 16:00": the day's name and the time as the locale has it. */
static char *
day_label (const char *day, FtCivil civil)
{
  g_autofree char *time = ft_when_format_time (civil);
  return g_strdup_printf (C_ ("day and time", "%s %s"), day, time);
}

static GPtrArray *
new_chips (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ft_when_chip_free);
}

GPtrArray *
ft_when_chips (FtCivil now)
{
  g_return_val_if_fail (ft_civil_is_set (now) && now.minute != FT_ALL_DAY, new_chips ());
  GPtrArray *chips = new_chips ();
  FtCivil today = at_minute (now, AFTERNOON);
  FtCivil tomorrow = at_minute (ft_civil_add_days (now, 1), MORNING);
  FtCivil in_3_days = at_minute (off_weekend (ft_civil_add_days (now, 3)), MORNING);

  add_chip (chips, "within-hour", g_strdup (_ ("Within the Hour")), within_hour (now));
  if (ft_civil_compare (today, now) > 0)
    add_chip (chips, "today", day_label (C_ ("day", "Today"), today), today);
  add_chip (chips, "tomorrow", day_label (C_ ("day", "Tomorrow"), tomorrow), tomorrow);
  add_chip (chips, "in-3-days", g_strdup (_ ("In 3 Days")), in_3_days);
  add_chip (chips, "next-week", g_strdup (_ ("Next Week")), same_time (now, INTERVAL_DAYS));
  return chips;
}

GPtrArray *
ft_when_chips_after (FtCivil now, FtOutcome outcome)
{
  g_return_val_if_fail (ft_civil_is_set (now) && now.minute != FT_ALL_DAY, new_chips ());
  GPtrArray *chips = new_chips ();
  FtCivil interval = same_time (now, INTERVAL_DAYS);
  if (outcome == FT_OUTCOME_THEY_CALLED) /* return calls at once (C1) */
    add_chip (chips, "within-hour", g_strdup (_ ("Within the Hour")), within_hour (now));
  else
    {
      /* Never a proposal and hope (D1). */
      int days = outcome == FT_OUTCOME_PROPOSAL_SENT ? PROPOSAL_DAYS : 1;
      FtCivil morning = at_minute (add_business_days (now, days), MORNING);
      add_chip (chips, "next-morning", ft_when_format_short (morning, now), morning);
    }
  g_autofree char *day = ft_when_format_short (at_minute (interval, FT_ALL_DAY), now);
  add_chip (chips, "interval", day_label (day, interval), interval);
  return chips;
}
