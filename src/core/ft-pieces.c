#define G_LOG_DOMAIN "ft-core"

#include "core/ft-pieces.h"

gint32
ft_pieces_given_day (const FtLeadCard *card, gint64 piece_id)
{
  gint64 first = 0;
  for (guint i = 0; i < card->contacts->len; i++)
    {
      const FtContactData *contact = card->contacts->pdata[i];
      if (contact->piece_id == piece_id && (first == 0 || contact->at < first))
        first = contact->at;
    }
  return first ? ft_civil_from_instant (first, "UTC").day : 0;
}

static gboolean
serves (const FtPieceData *piece, const FtLeadData *lead)
{
  for (int i = 0; i < FT_N_BENEFITS; i++)
    if (piece->head != FT_BENEFIT_NONE && *lead->benefits[i].text
        && lead->benefits[i].head == piece->head)
      return TRUE;
  return FALSE;
}

FtPieceData *
ft_pieces_next (GPtrArray *pieces, const FtLeadCard *card)
{
  FtPieceData *any = NULL;
  for (guint i = 0; i < pieces->len; i++)
    {
      FtPieceData *piece = pieces->pdata[i];
      if (piece->retired || ft_pieces_given_day (card, piece->id))
        continue;
      if (serves (piece, card->lead))
        return piece;
      if (!any)
        any = piece;
    }
  return any;
}
