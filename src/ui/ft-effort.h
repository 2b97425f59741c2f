#pragma once

#include <gtk/gtk.h>

#include "core/ft-settings.h"

G_BEGIN_DECLS

/* How long something takes, in a drop-down: from a quarter of an hour to two working days (C2). */

/* Puts the efforts to choose from into @drop_down; none is chosen. */
void ft_effort_offer (GtkDropDown *drop_down);
/* Minutes of work, 0 if none was chosen. A day has as many as @settings give it. */
int ft_effort_get (GtkDropDown *drop_down, const FtSettings *settings);

G_END_DECLS
