#pragma once

#include "ui/ft-card-editor.h"
#include "ui/ft-inline-entry.h"

G_BEGIN_DECLS

/* @entry shows and edits the string at @offset of the #FtLeadData on the card, and follows it from now
 * on. The name may not be emptied. */
void ft_lead_field_bind (FtInlineEntry *entry, FtCardEditor *editor, gsize offset);

G_END_DECLS
