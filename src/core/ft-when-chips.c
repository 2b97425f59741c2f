#define G_LOG_DOMAIN "ft-core"

#include "core/ft-when.h"
#include "core/ft-workdays.h"

#include <glib/gi18n-lib.h>

/* Minutes after work begins, and before it ends, at which somebody can be reached. */
#define AFTER_BEGIN 60
#define BEFORE_END 120
#define A_WEEK 7

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

/* Never outside working hours, which end after they begin whatever was set. */
static int
at_work (const FtSettings *settings, int minute)
{
  int last = MIN (MAX (settings->day_ends, settings->day_begins), 1439);

  return CLAMP (minute, settings->day_begins, last);
}

static FtCivil
morning_of (const FtSettings *settings, FtCivil day)
{
  return at_minute (day, at_work (settings, settings->day_begins + AFTER_BEGIN));
}

/* A working day @days away at the time it is now, rounded to the quarter. */
static FtCivil
same_time (const FtSettings *settings, FtCivil now, int days)
{
  int minute = (now.minute + 7) / 15 * 15;

  return at_minute (ft_workdays_on_or_after (settings, ft_civil_add_days (now, days)),
                    at_work (settings, minute));
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

static void
add_working_days (GPtrArray *chips, const FtSettings *settings, FtCivil now)
{
  FtCivil next = morning_of (settings, ft_workdays_add (settings, now, 1));
  FtCivil in_3_days
      = morning_of (settings, ft_workdays_on_or_after (settings, ft_civil_add_days (now, 3)));

  /* On a Friday it is called what it is: Monday. */
  if (next.day == now.day + 1)
    add_chip (chips, "tomorrow", day_label (C_ ("day", "Tomorrow"), next), next);
  else
    add_chip (chips, "tomorrow", ft_when_format_short (next, now), next);
  if (in_3_days.day != next.day)
    add_chip (chips, "in-3-days", g_strdup (_ ("In 3 Days")), in_3_days);
}

GPtrArray *
ft_when_chips (const FtSettings *settings, FtCivil now)
{
  g_return_val_if_fail (ft_civil_is_set (now) && now.minute != FT_ALL_DAY, new_chips ());
  GPtrArray *chips = new_chips ();
  FtCivil today = at_minute (now, at_work (settings, settings->day_ends - BEFORE_END));

  add_chip (chips, "within-hour", g_strdup (_ ("Within the Hour")), within_hour (now));
  if (ft_workdays_is (settings, now.day) && ft_civil_compare (today, now) > 0)
    add_chip (chips, "today", day_label (C_ ("day", "Today"), today), today);
  add_working_days (chips, settings, now);
  add_chip (chips, "next-week", g_strdup (_ ("Next Week")), same_time (settings, now, A_WEEK));
  return chips;
}

GPtrArray *
ft_when_chips_after (const FtSettings *settings, int interval, FtCivil now, FtOutcome outcome)
{
  g_return_val_if_fail (ft_civil_is_set (now) && now.minute != FT_ALL_DAY, new_chips ());
  GPtrArray *chips = new_chips ();
  FtCivil later = same_time (settings, now, interval > 0 ? interval : settings->interval);

  if (outcome == FT_OUTCOME_THEY_CALLED) /* return calls at once (C1) */
    add_chip (chips, "within-hour", g_strdup (_ ("Within the Hour")), within_hour (now));
  else
    {
      /* Never a proposal and hope (D1). */
      int days = outcome == FT_OUTCOME_PROPOSAL_SENT ? settings->proposal_days : 1;
      FtCivil morning = morning_of (settings, ft_workdays_add (settings, now, days));

      add_chip (chips, "next-morning", ft_when_format_short (morning, now), morning);
    }
  g_autofree char *day = ft_when_format_short (at_minute (later, FT_ALL_DAY), now);
  add_chip (chips, "interval", day_label (day, later), later);
  return chips;
}
