#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtPromiseLine:
 *
 * One of the other open promises of the lead, in a line: it can be given another time, or cancelled.
 */
#define FT_TYPE_PROMISE_LINE (ft_promise_line_get_type ())
G_DECLARE_FINAL_TYPE (FtPromiseLine, ft_promise_line, FT, PROMISE_LINE, GtkWidget)

GtkWidget *ft_promise_line_new (FtCardEditor *editor);
void ft_promise_line_set_promise (FtPromiseLine *self, FtPromiseData *promise);
gint64 ft_promise_line_get_id (FtPromiseLine *self);

G_END_DECLS
