#pragma once

#include <gtk/gtk.h>

#include "core/ft-civil.h"
#include "core/ft-week-layout.h"

G_BEGIN_DECLS

/**
 * FtHourLines:
 *
 * What is drawn below and above the blocks of an hour grid: the hours and their lines, today, the weekend, the
 * line at now, the outline of a slot. With a second zone the hours of both stand side by side.
 */
typedef struct _FtHourLines FtHourLines;

/* Draws in the font and colours of @widget, which is borrowed. */
FtHourLines *ft_hour_lines_new (GtkWidget *widget);
void ft_hour_lines_free (FtHourLines *self);
/* The font, the language or the direction has changed. */
void ft_hour_lines_renew (FtHourLines *self);
/* The other zone (NULL for none) and what it is as of @day: the hours of @own and of @other side by side. FALSE where
 * they are the same as before. */
gboolean ft_hour_lines_set_zone (FtHourLines *self, const char *own, const char *other, gint32 day);
/* The width of the hours. */
int ft_hour_lines_get_gutter (FtHourLines *self);

/* @first: the Julian day of the first column; @days_off: a bit for each column that is no working day. */
void ft_hour_lines_snapshot (FtHourLines *self,
                             GtkSnapshot *snapshot,
                             const FtWeekGeometry *geometry,
                             gint32 first,
                             FtCivil now,
                             guint days_off);
void ft_hour_lines_snapshot_now (FtHourLines *self,
                                 GtkSnapshot *snapshot,
                                 const FtWeekGeometry *geometry,
                                 gint32 first,
                                 FtCivil now);
/* @day: the column; @text: what stands in it */
void ft_hour_lines_snapshot_slot (FtHourLines *self,
                                  GtkSnapshot *snapshot,
                                  const FtWeekGeometry *geometry,
                                  int day,
                                  int start,
                                  int duration,
                                  const char *text);

G_END_DECLS
