#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the user's locale (LC_TIME) says of dates and times. */

/* Whether it is "C" or "POSIX", no place's: then weeks begin on Monday, days come before months and
 * the clock has 24 hours, as ISO 8601 has it. */
gboolean ft_locale_is_neutral (void);
/* Whether the clock has twelve hours and AM and PM. */
gboolean ft_locale_has_12_hours (void);
/* Whether a date is written month before day, with a slash or a dash / with dots. */
gboolean ft_locale_is_month_first (void);
gboolean ft_locale_is_month_first_dotted (void);

G_END_DECLS
