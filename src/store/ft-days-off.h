#pragma once

#include "core/ft-day-off.h"
#include "store/ft-database.h"

G_BEGIN_DECLS

/* Absences and holidays as rows. Nothing here begins a transaction. */

/* (transfer full) (element-type FtDayOffData): all of them, by first day. */
GPtrArray *ft_days_off_read (FtDatabase *database);

void ft_days_off_insert (FtDatabase *database, const FtDayOffData *day_off);
void ft_days_off_update (FtDatabase *database, const FtDayOffData *day_off);
void ft_days_off_delete (FtDatabase *database, gint64 id);
/* By what it is called for ever; 0 if there is none. */
gint64 ft_days_off_find_uid (FtDatabase *database, const char *uid);
/* The same kind, days and text; 0 if there is none. */
gint64 ft_days_off_find_same (FtDatabase *database, const FtDayOffData *day_off);

G_END_DECLS
