#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-piece-open.h"

#include <glib/gi18n-lib.h>

gboolean
ft_piece_can_open (const FtPieceData *piece)
{
  g_return_val_if_fail (piece != NULL, FALSE);

  return piece->uri[0] != '\0' || piece->file_hash[0] != '\0';
}

/**
 * ft_piece_link:
 * @text: as typed or pasted
 *
 * Returns: (transfer full) (nullable): an https URI
 */
char *
ft_piece_link (const char *text)
{
  g_autofree char *full = NULL;
  g_autoptr (GUri) uri = NULL;
  gboolean typed;

  g_return_val_if_fail (text != NULL, NULL);

  typed = g_uri_peek_scheme (text) != NULL;
  full = typed ? g_strdup (text) : g_strconcat ("https://", text, NULL);
  uri = g_uri_parse (full, G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL || !g_str_equal (g_uri_get_scheme (uri), "https") || g_uri_get_host (uri) == NULL
      || strpbrk (full, " \t\r\n") != NULL)
    return NULL;
  /* A single word is a host only where it was said to be one. */
  if (typed ? g_uri_get_host (uri)[0] == '\0' : strchr (g_uri_get_host (uri), '.') == NULL)
    return NULL;
  return g_steal_pointer (&full);
}

void
ft_piece_open (GtkWidget *from,
               FtStore *store,
               const FtPieceData *piece,
               gpointer owner,
               FtLaunchFailed failed)
{
  g_autofree char *path = NULL;
  g_autofree char *uri = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (piece != NULL);

  path = ft_store_dup_piece_path (store, piece);
  if (path == NULL)
    {
      /* An import could have brought any link. */
      uri = ft_piece_link (piece->uri);
      if (uri == NULL)
        failed (owner,
                _ ("This link is not opened, for it does not begin with https://. Correct it "
                   "under Pieces."));
    }
  else if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    uri = g_filename_to_uri (path, NULL, NULL);
  else
    failed (owner,
            _ ("The file of this piece is not there any more. Choose it again under Pieces."));
  if (uri != NULL)
    ft_launch (from, uri, owner, failed);
}
