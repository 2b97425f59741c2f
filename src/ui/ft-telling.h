#pragma once

#include <gtk/gtk.h>

#include "model/ft-desk.h"
#include "model/ft-promise.h"

G_BEGIN_DECLS

/* Another promised time is another promise: what becomes of it, by whether the customer knows. Through the desk,
 * and so to be undone; @promised is in the promise's zone. */

/* They know. */
void ft_telling_told (FtDesk *desk, FtPromise *promise, FtCivil promised);
/* Words to send to them are on the clipboard of @widget; sent, they know. */
void ft_telling_copy (FtDesk *desk, FtPromise *promise, FtCivil promised, GtkWidget *widget);
/* Telling them is promised for within the hour. */
void ft_telling_not_yet (FtDesk *desk, FtPromise *promise, FtCivil promised);

/* "Thu 26 Nov, 16:00", as of now where the promise is. (transfer full) */
char *ft_telling_dup_when (FtDesk *desk, FtPromise *promise, FtCivil civil);

G_END_DECLS
