#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtStepsBox:
 *
 * Follow through (C7): the four steps of a promise made at a delivery, as ticks. The third names a piece they have not
 * had; the fourth is the next promise, or the sale. Not seen for any other promise.
 */
#define FT_TYPE_STEPS_BOX (ft_steps_box_get_type ())
G_DECLARE_FINAL_TYPE (FtStepsBox, ft_steps_box, FT, STEPS_BOX, GtkWidget)

void ft_steps_box_set_editor (FtStepsBox *self, FtCardEditor *editor);
/* The promise the card shows, or NULL. */
void ft_steps_box_set_promise (FtStepsBox *self, const FtPromiseData *promise);

G_END_DECLS
