#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtPromiseBox:
 *
 * The promise to act on: the sentence to say (B2), or the apology when it is late (B7); when, how, what
 * for (B4) and what it brings them (B5), editable in place; whether they agreed to the time (C3).
 */
#define FT_TYPE_PROMISE_BOX (ft_promise_box_get_type ())
G_DECLARE_FINAL_TYPE (FtPromiseBox, ft_promise_box, FT, PROMISE_BOX, GtkWidget)

void ft_promise_box_set_editor (FtPromiseBox *self, FtCardEditor *editor);
/* Shows the promise to act on as of now; hides itself if there is none. */
void ft_promise_box_update (FtPromiseBox *self);

G_END_DECLS
