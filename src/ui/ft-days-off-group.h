#pragma once

#include "model/ft-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FtDaysOffGroup:
 *
 * The public holidays and days away (E6) that are not over, each to be taken back, and one more to be typed.
 */
#define FT_TYPE_DAYS_OFF_GROUP (ft_days_off_group_get_type ())
G_DECLARE_FINAL_TYPE (FtDaysOffGroup, ft_days_off_group, FT, DAYS_OFF_GROUP, AdwPreferencesGroup)

GtkWidget *ft_days_off_group_new (FtDesk *desk);

G_END_DECLS
