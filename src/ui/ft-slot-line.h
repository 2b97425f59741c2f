#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtSlotLine:
 *
 * One line over the calendar's foot that says, before something is dropped or just after a key has moved
 * it, when that is and what is wrong with it (E10). Takes no room and no clicks.
 */
#define FT_TYPE_SLOT_LINE (ft_slot_line_get_type ())
G_DECLARE_FINAL_TYPE (FtSlotLine, ft_slot_line, FT, SLOT_LINE, GtkWidget)

GtkWidget *ft_slot_line_new (void);
/* @words: what is wrong, "" if nothing; @seconds until it goes by itself, 0 to stay */
void ft_slot_line_say (FtSlotLine *self, const char *when, const char *words, guint seconds);
void ft_slot_line_clear (FtSlotLine *self);
/* What it says, "" when it is gone. Borrowed. */
const char *ft_slot_line_get_text (FtSlotLine *self);

G_END_DECLS
