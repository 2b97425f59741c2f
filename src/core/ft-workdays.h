#pragma once

#include "core/ft-civil.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/* Days and hours of work. Civil times in, civil times out; pure functions. */

gboolean ft_workdays_is (const FtSettings *settings, gint32 day);
/* The same minute on @civil's day if that is a working day, else on the next one. */
FtCivil ft_workdays_on_or_after (const FtSettings *settings, FtCivil civil);
/* The last working day before @day, whenever that was; 1 where the calendar begins without one. */
gint32 ft_workdays_last_before (const FtSettings *settings, gint32 day);
/* The same minute @n working days later, @n > 0: the first counts from the day after. */
FtCivil ft_workdays_add (const FtSettings *settings, FtCivil civil, int n);
/* The same minute @n months later, on the last day of a month that is too short, or on the next working day. */
FtCivil ft_workdays_add_months (const FtSettings *settings, FtCivil civil, int n);
/* When @minutes of work begun at @civil are done, if all of the working hours went into them. */
FtCivil ft_workdays_add_minutes (const FtSettings *settings, FtCivil civil, int minutes);
/* When the working day begins, tomorrow or whenever the next one is. */
FtCivil ft_workdays_next_morning (const FtSettings *settings, FtCivil now);

/* The first promise to a lead added now: today while there is an hour of it left (E5). */
FtCivil ft_workdays_first_promise (const FtSettings *settings, FtCivil now);

G_END_DECLS
