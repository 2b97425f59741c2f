#pragma once

#include <gtk/gtk.h>

#include "core/ft-when.h"

G_BEGIN_DECLS

/**
 * FtTimePicker:
 *
 * Times for one click (chips), and an entry that understands a typed one and shows what it
 * understood before anything is saved.
 *
 * Signals: "changed"; "activated" (Enter in the entry, with a time understood); "chosen" (the user
 * took a chip or a day of the calendar: where a time is all that is missing, that is enough); "preview"
 * (another time is about to be taken: the pointer or the focus has come to a chip).
 */
#define FT_TYPE_TIME_PICKER (ft_time_picker_get_type ())
G_DECLARE_FINAL_TYPE (FtTimePicker, ft_time_picker, FT, TIME_PICKER, GtkWidget)

GtkWidget *ft_time_picker_new (void);
/* @chips: (element-type FtWhenChip): kept by reference; @now: what the wall clock reads. Nothing is chosen afterwards. */
void ft_time_picker_set_chips (FtTimePicker *self, GPtrArray *chips, FtCivil now);
/* FALSE if nothing is chosen or what was typed is not understood. */
gboolean ft_time_picker_get_civil (FtTimePicker *self, FtCivil *civil);
/* What the next press would take: the chip under the pointer, else with the focus, else the time chosen. */
gboolean ft_time_picker_get_preview (FtTimePicker *self, FtCivil *civil);
void ft_time_picker_set_civil (FtTimePicker *self, FtCivil civil);
/* Whether something was typed that is not understood. */
gboolean ft_time_picker_has_error (FtTimePicker *self);
/* What is typed, "" if nothing: what a draft keeps. */
const char *ft_time_picker_get_text (FtTimePicker *self);
void ft_time_picker_set_text (FtTimePicker *self, const char *text);

G_END_DECLS
