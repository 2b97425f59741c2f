#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Places of the calendar to drop promises and leads on. */

/* Which slot is under a point of @widget, for what is held there (@value, NULL before it is known); the
 * minute is %FT_ALL_DAY for the day as a whole. FALSE if none is. */
typedef gboolean (*FtDropZoneFind) (
    GtkWidget *widget, const GValue *value, double x, double y, gint32 *day, int *minute);

/* @widget takes what a pointer carries there (ft-drag-move.h): #FtLead, lead ids (int64), and blocks (#FtBlockDrag). It
 * must have the signals that ft_drop_zone_install_signals () gives its class. */
void ft_drop_zone_add (GtkWidget *widget, FtDropZoneFind find);

/* "held" (GValue *, int day, int minute): something is held over a slot of a Julian day; with day 0 over none
 * any more. "dropped" (the same): it was dropped there. @held_cb, the class's own handler, may be NULL. */
void ft_drop_zone_install_signals (GType type, GCallback held_cb);
/* The slot at a point of @widget, if it is a drop zone and there is one. */
gboolean ft_drop_zone_find (
    GtkWidget *widget, const GValue *value, double x, double y, gint32 *day, int *minute);
/* For whoever finds the slot on other ways, or passes it on from a child. */
void ft_drop_zone_hold (GtkWidget *widget, const GValue *value, gint32 day, int minute);
void ft_drop_zone_drop (GtkWidget *widget, const GValue *value, gint32 day, int minute);

G_END_DECLS
