#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Completes IANA zone names by any part of them: "york" finds America/New_York. (transfer full) */
GtkEntryCompletion *ft_zone_completion_new (void);

/* The zone meant by @text, which is a name ("Europe/Berlin"), or the city alone if only one zone has
 * it. Interned; NULL if this computer knows no such zone. */
const char *ft_zone_from_text (const char *text);

G_END_DECLS
