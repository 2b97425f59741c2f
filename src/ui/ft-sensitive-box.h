#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtSensitiveBox:
 *
 * What must not be forgotten before dialling, a bereavement for one, in plain sight (E7). Not shown where there
 * is nothing of the kind.
 */
#define FT_TYPE_SENSITIVE_BOX (ft_sensitive_box_get_type ())
G_DECLARE_FINAL_TYPE (FtSensitiveBox, ft_sensitive_box, FT, SENSITIVE_BOX, GtkWidget)

/* Shows the sensitive facts of @lead. */
void ft_sensitive_box_update (FtSensitiveBox *self, const FtLeadData *lead);

G_END_DECLS
