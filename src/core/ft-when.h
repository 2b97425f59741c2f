#pragma once

#include "core/ft-records.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/* Times as people type and read them, in the user's language (LC_TIME, LC_MESSAGES). */

/**
 * ft_when_parse:
 * @text: "Thu 4pm", "26 Nov 16:00", "26.11. 16 Uhr", "+3d 10", "tomorrow 9:30", "in 2 weeks", "16:00", "2026-11-26 16:00"
 * @now: what the wall clock reads
 * @civil: (out): what was understood: never before @now unless a year was typed
 *
 * English always works; weekday and month names and the few words ("today", "tomorrow", "next",
 * "in", "weeks") also in the user's language. A day without a time is all day; a time without a
 * day is the next such time. A bare hour from 1 to 7 is one of the afternoon ("Thu 4" is 16:00, "Thu 04"
 * and "4am" are not). A weekday is the next one, today only with a time still to come; "next Thu"
 * is Thursday of the week that begins next Monday.
 *
 * Returns: whether all of @text was understood
 */
gboolean ft_when_parse (const char *text, FtCivil now, FtCivil *civil);

/* "Thu 26 Nov, 16:00" in the user's order and hour format; "all day" instead of a time. The year
 * only if it is not @now's. */
char *ft_when_format (FtCivil civil, FtCivil now);
char *ft_when_format_date (FtCivil civil, FtCivil now);   /* "Thu 26 Nov", whatever its time */
/* "Today 16:00", "Tomorrow", "Fri 16:00" within six days, "12 Dec", with the time only if near. For rows. */
char *ft_when_format_short (FtCivil civil, FtCivil now);
char *ft_when_format_time (FtCivil civil);                /* "16:00", "4:00 PM", "" for all day */
char *ft_when_format_day (FtCivil civil, FtCivil now);    /* "Thursday, 26 November" */
/* "6 days ago", "in 12 days", "today"; from whole civil days. */
char *ft_when_format_distance (gint32 day, gint32 today);
/* The sentence to say aloud (B2): "I'll call you Thursday at 4:00 PM." Says how, by the channel; the
 * day as a person would say it from @now. */
char *ft_when_sentence (const FtPromiseData *promise, FtCivil now);

/* "Thursday at 16:00", "yesterday at 16:00", within six days; as a person would say it. */
char *ft_when_say (FtCivil civil, FtCivil now);

/**
 * FtWhenChip:
 *
 * A time offered for one click, with its label.
 */
typedef struct
{
  const char *id;  /* "within-hour", "today", "tomorrow", "in-3-days", "next-week" */
  char *label;     /* "Within the Hour", "Today 16:00", "Tomorrow 10:00", "In 3 Days", "Next Week" */
  FtCivil civil;
} FtWhenChip;

void ft_when_chip_free (FtWhenChip *chip);
/* The chips for a new promise now, on working days and within working hours, all but the first: "today" is left
 * out when it is past or no working day, "tomorrow" is the next working day. Transfer full, FtWhenChip. */
GPtrArray *ft_when_chips (const FtSettings *settings, FtCivil now);
/* The times offered after an outcome: the morning of the next working day (of a proposal, of as many later as is
 * set: D1), and this time, rounded to the quarter, after the lead's @interval of days, 0 for the one set
 * (B3). */
GPtrArray *ft_when_chips_after (const FtSettings *settings, int interval, FtCivil now, FtOutcome outcome);

G_END_DECLS
