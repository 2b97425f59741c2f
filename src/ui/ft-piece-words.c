#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-piece-words.h"

#include "core/ft-brief.h"

#include <glib/gi18n-lib.h>

const char *
ft_piece_kind_words (FtPieceKind kind)
{
  switch (kind)
    {
    case FT_PIECE_LINK:
      return C_ ("piece", "Link");
    case FT_PIECE_SAMPLE:
      return C_ ("piece", "Sample");
    case FT_PIECE_PRINT:
      return C_ ("piece", "Print");
    case FT_PIECE_DOCUMENT:
    default:
      return C_ ("piece", "Document");
    }
}

char *
ft_piece_about_words (const FtPieceData *piece)
{
  GString *text = g_string_new (ft_piece_kind_words (piece->kind));

  if (piece->head != FT_BENEFIT_NONE)
    g_string_append_printf (text, " · %s", ft_benefit_head_words (piece->head));
  if (piece->retired)
    g_string_append_printf (text, " · %s", C_ ("piece", "Retired"));
  return g_string_free (text, FALSE);
}

char *
ft_piece_given_words (FtPiece *piece)
{
  g_autofree char *given = NULL;
  g_autofree char *bought = NULL;
  guint n_leads, n_bought;

  g_object_get (piece, "n-leads", &n_leads, "n-bought", &n_bought, NULL);
  if (n_leads == 0)
    return g_strdup (_ ("Not given yet"));
  given = g_strdup_printf (ngettext ("Given to %u", "Given to %u", n_leads), n_leads);
  bought = g_strdup_printf (ngettext ("%u bought afterwards", "%u bought afterwards", n_bought),
                            n_bought);
  /* Translators: "Given to 12, 3 bought afterwards" */
  return g_strdup_printf (C_ ("piece", "%s, %s"), given, bought);
}
