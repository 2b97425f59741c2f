#define G_LOG_DOMAIN "ft-core"

#include "core/ft-padding.h"

#include "core/ft-workdays.h"

#define LEAST_ROOM 60
#define SHORT_WORK 60
#define LONG_WORK 240

/* On the next full @step, not past the end of the day it was on. */
static FtCivil
round_up (const FtSettings *settings, FtCivil civil, int step)
{
  int minute = (civil.minute + step - 1) / step * step;
  civil.minute = MAX (MIN (minute, MIN (settings->day_ends, 1439)), civil.minute);
  return civil;
}

FtPadding
ft_padding_suggest (const FtSettings *settings, FtCivil now, int effort)
{
  g_return_val_if_fail (ft_civil_is_set (now) && now.minute != FT_ALL_DAY, (FtPadding){ 0 });
  effort = CLAMP (effort, 1, 60 * 24 * 365);
  int padded = MAX (2 * effort, effort + LEAST_ROOM);
  FtCivil target = ft_workdays_add_minutes (settings, now, effort);
  FtCivil promised = ft_workdays_add_minutes (settings, now, padded);

  if (effort <= SHORT_WORK)
    promised = round_up (settings, promised, 30);
  else if (effort <= LONG_WORK)
    promised = round_up (settings, promised, 60);
  else
    promised = round_up (settings, promised, 1440);
  return (FtPadding){ round_up (settings, target, 15), promised };
}
