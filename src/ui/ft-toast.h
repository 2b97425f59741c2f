#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What was done, in a toast; @undoable: with the button that takes it back ("win.undo"). (transfer full) */
AdwToast *ft_toast_new (const char *text, gboolean undoable);

G_END_DECLS
