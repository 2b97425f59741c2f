#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "mailto:anna@example.com", everything unusual escaped. NULL if it is no address. (transfer full) */
char *ft_mail_to_uri (const char *address);

/* Opens the user's program for @uri, which must be tel:, mailto: or https:, or the file: of
 * an attachment kept by us, and never a shell. @failed, if no program took it,
 * hears why in words; it is called with @owner, which is kept alive until then. */
typedef void (*FtLaunchFailed) (gpointer owner, const char *message);
void ft_launch (GtkWidget *from, const char *uri, gpointer owner, FtLaunchFailed failed);

G_END_DECLS
