#pragma once

#include "core/ft-records.h"
#include "store/ft-database.h"

G_BEGIN_DECLS

/* By what a lead is recognised when it comes again: its e-mail addresses, telephone numbers, and name
 * with company. Only hashes are kept, so what is found is to be compared. */

void ft_match_put (FtDatabase *database, const FtLeadData *lead, gboolean fresh);
void ft_match_remove (FtDatabase *database, gint64 lead_id);

/* Whether what is kept of the lead is right. */
gboolean ft_match_is_indexed (FtDatabase *database, const FtLeadData *lead);

/**
 * FtMatchBy:
 *
 * In the order in which a lead is looked for.
 */
typedef enum
{
  FT_MATCH_REACH, /* an e-mail address or telephone number in common, and names not contradicting */
  FT_MATCH_NAME,  /* the same name and company */
} FtMatchBy;

/* Whether two leads are the same one. */
gboolean ft_match_is_same (const FtLeadData *a, const FtLeadData *b, FtMatchBy by);

/* The stored lead that @lead is, or NULL. (transfer full) */
FtLeadData *ft_match_find (FtDatabase *database, const FtLeadData *lead);

G_END_DECLS
