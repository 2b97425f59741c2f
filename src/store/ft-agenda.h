#pragma once

#include "store/ft-store.h"

#include "store/ft-database.h"

G_BEGIN_DECLS

/* What the calendar shows of the Julian days @first … @last in the user's zone. (transfer full) */
FtAgenda *ft_agenda_read (FtDatabase *database, gint32 first, gint32 last);

G_END_DECLS
