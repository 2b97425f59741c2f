#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtPersonBox:
 *
 * Who it is: name, company and role, editable in place; the time there, the days since the last
 * contact (D6), the countdown to the decision (A1) and the five dots (D4).
 */
#define FT_TYPE_PERSON_BOX (ft_person_box_get_type ())
G_DECLARE_FINAL_TYPE (FtPersonBox, ft_person_box, FT, PERSON_BOX, GtkWidget)

void ft_person_box_set_editor (FtPersonBox *self, FtCardEditor *editor);
/* Shows what is on the card as of now; to be called when it or the minute changed. */
void ft_person_box_update (FtPersonBox *self);
/* Starts editing the name. */
void ft_person_box_edit (FtPersonBox *self);

G_END_DECLS
