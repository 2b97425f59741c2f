#pragma once

#include "core/ft-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FtSettingRow:
 *
 * A number of #FtSettings to choose, within what it can be; or a time of day, shown and typed as such; or on
 * and off.
 *
 * Signal: "changed": the user chose another.
 */
#define FT_TYPE_SETTING_ROW (ft_setting_row_get_type ())
G_DECLARE_FINAL_TYPE (FtSettingRow, ft_setting_row, FT, SETTING_ROW, AdwActionRow)

typedef enum
{
  FT_SETTING_NUMBER,
  FT_SETTING_TIME,   /* minutes of the day */
  FT_SETTING_SWITCH, /* 0 or 1 */
} FtSettingKind;

/* @name: as ft_settings_get_names () has it; @subtitle may be NULL */
GtkWidget *ft_setting_row_new (const char *name, FtSettingKind kind, const char *title, const char *subtitle);
/* Shows what @settings say, and tells nobody. */
void ft_setting_row_show (FtSettingRow *self, const FtSettings *settings);
/* Puts what was chosen into @settings. */
void ft_setting_row_store (FtSettingRow *self, FtSettings *settings);

G_END_DECLS
