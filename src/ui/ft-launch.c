#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-launch.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GObject *owner; /* owned */
  FtLaunchFailed failed;
  char *uri;
} Launch;

static void
launch_free (Launch *launch)
{
  g_clear_object (&launch->owner);
  g_free (launch->uri);
  g_free (launch);
}

static void
say_failed (Launch *launch)
{
  gboolean written = g_str_has_prefix (launch->uri, "https:");
  const char *plain = written ? launch->uri : strchr (launch->uri, ':') + 1;
  g_autofree char *unescaped = g_uri_unescape_string (plain, NULL);
  /* Isolated: written from left to right inside a sentence of any direction. */
  g_autofree char *address = g_strconcat ("\u2066", unescaped, "\u2069", NULL);
  g_autofree char *message = NULL;

  if (launch->failed == NULL)
    return;
  if (g_str_has_prefix (launch->uri, "tel:"))
    /* Translators: %s is a telephone number. */
    message = g_strdup_printf (_ ("No program on this computer makes calls. Dial %s by hand."),
                               address);
  else if (written)
    /* Translators: %s is a link. */
    message = g_strdup_printf (_ ("No program on this computer opens links. Copy it: %s"), address);
  else if (g_str_has_prefix (launch->uri, "file:"))
    message = g_strdup (_ ("No program on this computer opens this kind of file."));
  else
    /* Translators: %s is an e-mail address. */
    message = g_strdup_printf (
        _ ("No program on this computer writes e-mail. Write to %s another way."), address);
  launch->failed (launch->owner, message);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Launch *launch = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_failed (launch);
  launch_free (launch);
}

/**
 * ft_mail_to_uri:
 * @address: as a user or an import wrote it
 *
 * Returns: (transfer full) (nullable): the URI that writes to it; %NULL if it has no "@" with
 *   something on both sides
 */
char *
ft_mail_to_uri (const char *address)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *escaped = NULL;
  const char *at;

  g_return_val_if_fail (address != NULL, NULL);

  trimmed = g_strstrip (g_strdup (address));
  at = strchr (trimmed, '@');
  if (at == NULL || at == trimmed || at[1] == '\0')
    return NULL;
  escaped = g_uri_escape_string (trimmed, "@", FALSE);
  return g_strconcat ("mailto:", escaped, NULL);
}

/**
 * ft_launch:
 * @from: a widget of the window asking
 * @uri: a tel:, mailto: or https: URI, or the file: of an attachment kept by us, escaped
 * @owner: kept alive until it is known whether a program took it
 * @failed: (nullable): told in words if none did
 */
void
ft_launch (GtkWidget *from, const char *uri, gpointer owner, FtLaunchFailed failed)
{
  GtkRoot *root;
  Launch *launch;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (g_str_has_prefix (uri, "tel:") || g_str_has_prefix (uri, "mailto:")
                    || g_str_has_prefix (uri, "https:") || g_str_has_prefix (uri, "file:"));

  launch = g_new0 (Launch, 1);
  launch->owner = g_object_ref (owner);
  launch->failed = failed;
  launch->uri = g_strdup (uri);
  root = gtk_widget_get_root (from);
  if (!GTK_IS_WINDOW (root))
    {
      say_failed (launch);
      launch_free (launch);
      return;
    }
  gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, shown_cb, launch);
}
