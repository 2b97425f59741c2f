#pragma once

#include "core/ft-day-off.h"

G_BEGIN_DECLS

/**
 * FtSettings:
 *
 * How this person works, and the limits of the coach. Counted, filled once and then not changed; to
 * edit it, change a copy. Minutes are of a day, days are whole days.
 */
typedef struct
{
  int work_days; /* bit 0 is Monday … bit 6 Sunday */
  int day_begins;
  int day_ends;
  int quiet_from; /* no reminders from here … */
  int quiet_until; /* … to here, over midnight if it is earlier; the same: never quiet */

  int interval;             /* days from one contact to the next (B3) */
  int question_days;        /* the decision question at most once in as many days (B3) */
  int contacts_a_week;      /* (B3) */
  int contacts_near_decision; /* a week, with a piece (A6) */
  int near_decision_days;   /* before the decision, when that is allowed (A6) */
  int last_days;            /* before the decision, with at least one contact (A2) */
  int far_days;             /* a promise further ahead leaves a gap to fill (A2) */
  int invisible_days;       /* without a contact (E4) */
  int proposal_days;        /* working days until one asks about a proposal (D1) */
  int least_contacts;       /* before a lead may be given up (D4) */

  int first_promises_a_day; /* of an import (B1) */
  int slot_minutes;         /* a contact takes, where its effort is not known (E10) */
  int contacts_a_day;       /* that fit in a day (E10) */
  gboolean hints;           /* (B10) */
  int score_period;         /* an FtScorePeriod: how far the score looks back */
  gboolean calendar_file;   /* keep the promises as a calendar beside the database */
  gboolean morning;         /* the day's promises are told of as the working day begins, those in days away before leaving */
  gboolean hide_names;      /* in notifications while the screen is locked */
  char *currency;           /* ISO 4217, "" for the locale's */
  char *checklists;         /* what each kind of sale brings with it (B11), as ft_checklists_print () has it, "" for the usual */
  char *sender;             /* one's own address, on envelopes; its lines as written */
  char *stationery;         /* what was printed on last (FtStationery), "" for the usual */
  GPtrArray *days_off; /* FtDayOffData, by first day: absences and holidays; records of their own, read with these */
} FtSettings;

/* The defaults of the practices: Monday to Friday, 9 to 18 o'clock, every 7 days. */
FtSettings *ft_settings_new (void);
FtSettings *ft_settings_copy (const FtSettings *settings);
FtSettings *ft_settings_ref (FtSettings *settings);
void ft_settings_unref (FtSettings *settings);
gboolean ft_settings_equal (const FtSettings *a, const FtSettings *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtSettings, ft_settings_unref)

/* @days_off (element-type FtDayOffData): by first day; not to be changed afterwards. */
void ft_settings_set_days_off (FtSettings *settings, GPtrArray *days_off);

/* Settings by name, for storage and exports; the names never change. */
const char *const *ft_settings_get_names (void);
/* Transfer full; NULL if there is no such setting. */
char *ft_settings_get (const FtSettings *settings, const char *name);
/* Returns: whether there is such a setting and @value is one it can have; else nothing changed. */
gboolean ft_settings_set (FtSettings *settings, const char *name, const char *value);
/* What a number can be, both included, each may be NULL; FALSE if there is no such setting that is a number. */
gboolean ft_settings_get_range (const char *name, int *least, int *most);

/* Whether a reminder at this minute of the day has to wait. */
gboolean ft_settings_is_quiet (const FtSettings *settings, int minute);

G_END_DECLS
