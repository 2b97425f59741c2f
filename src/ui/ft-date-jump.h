#pragma once

#include <gtk/gtk.h>

#include "core/ft-civil.h"

G_BEGIN_DECLS

/**
 * FtDateJump:
 *
 * Goes to a date as one types it: "in 3 weeks", "12.1.", "next Thu". Says which day was understood; Enter
 * activates "calendar.jump".
 */
#define FT_TYPE_DATE_JUMP (ft_date_jump_get_type ())
G_DECLARE_FINAL_TYPE (FtDateJump, ft_date_jump, FT, DATE_JUMP, GtkPopover)

GtkWidget *ft_date_jump_new (void);
/* What the wall clock reads. */
void ft_date_jump_set_now (FtDateJump *self, FtCivil now);

G_END_DECLS
