#pragma once

#include "core/ft-civil.h"
#include "core/ft-enums.h"

G_BEGIN_DECLS

/**
 * FtDayOffData:
 *
 * Days on which the user does not work: away from the first to the last (E6), or a public holiday.
 * A record as in ft-records.h: counted, filled once and then not changed.
 */
typedef struct
{
  gint64 id;
  char *uid;
  FtDayOffKind kind;
  gint32 first_day; /* Julian days, both included */
  gint32 last_day;  /* not before @first_day */
  char *text;       /* what it is called, "" if nothing was said */
} FtDayOffData;

FtDayOffData *ft_day_off_data_new (FtDayOffKind kind, gint32 first_day, gint32 last_day, const char *text);
FtDayOffData *ft_day_off_data_copy (const FtDayOffData *day_off);
FtDayOffData *ft_day_off_data_ref (FtDayOffData *day_off);
void ft_day_off_data_unref (FtDayOffData *day_off);
gboolean ft_day_off_data_equal (const FtDayOffData *a, const FtDayOffData *b);
gboolean ft_day_off_data_has (const FtDayOffData *day_off, gint32 day);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtDayOffData, ft_day_off_data_unref)

/* Lists of them, (element-type FtDayOffData), are by first day. */

/* (transfer full): an empty list. */
GPtrArray *ft_days_off_new (void);
gboolean ft_days_off_equal (GPtrArray *a, GPtrArray *b);
/* What a day is, an absence before a holiday; borrowed, NULL if neither. */
const FtDayOffData *ft_days_off_find (GPtrArray *days_off, gint32 day);
/* The absence or holiday of that id; borrowed, NULL if there is none. */
const FtDayOffData *ft_days_off_get (GPtrArray *days_off, gint64 id);

G_END_DECLS
