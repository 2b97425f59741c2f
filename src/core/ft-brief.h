#pragma once

#include "core/ft-records.h"

G_BEGIN_DECLS

/* What to know before dialling (E9). All strings are borrowed from the card. */

/* What they said last, "" if nothing is on record (D6). */
const char *ft_brief_last_words (const FtLeadCard *card);
/* Which way they leaned when it was last heard (A4). */
FtLean ft_brief_lean (const FtLeadCard *card);
/* How many of their wishes are still open (C5). */
guint ft_brief_count_open_asks (const FtLeadData *lead);
/* The benefits that are filled in, of three (E3). */
guint ft_brief_count_benefits (const FtLeadData *lead);
/* (element-type FtFact) (transfer container): sensitive ones first, then the latest (E7). */
GPtrArray *ft_brief_facts (const FtLeadData *lead);
/* What the clock reads where they are; unset if their zone is not known or shows the same. */
FtCivil ft_brief_local_time (const FtLeadData *lead, gint64 now, const char *zone);
/* "Save money", … (E2); transfer none. */
const char *ft_benefit_head_words (FtBenefitHead head);

G_END_DECLS
