#pragma once

#include "core/ft-records.h"

G_BEGIN_DECLS

#define FT_N_CHANNELS 5

/**
 * FtChannelRate:
 *
 * How often they answer on a channel (E8).
 */
typedef struct
{
  guint n_tried;
  guint n_answered;
} FtChannelRate;

/* From a lead's contacts (element-type FtContactData), latest first; @rates: (out) by FtChannel. Who
 * comes back within a week of a try has answered it. */
void ft_channels_count (GPtrArray *contacts, FtChannelRate rates[FT_N_CHANNELS]);
/* Whether they could have answered it: neither a note nor theirs. */
gboolean ft_channels_is_try (const FtContactData *contact);
/* Counts one more of a lead's contacts, latest first. @answered_at: (inout): when they last were in touch by
 * themselves, seen from the past, and nothing is answered by that yet; 0 at first. */
void ft_channels_add (const FtContactData *contact, gint64 *answered_at, FtChannelRate rates[FT_N_CHANNELS]);
/* The preferred one; else the one they answer most, from three tries on; else what there is a number or
 * address for. Never NONE. */
FtChannel ft_channels_default (const FtLeadData *lead, const FtChannelRate rates[FT_N_CHANNELS]);
/* The one to try after a silence: the best of those that can be used, other than @tried (B8). */
FtChannel ft_channels_other (const FtLeadData *lead,
                             const FtChannelRate rates[FT_N_CHANNELS],
                             FtChannel tried);
/* "Phone", "E-mail", "Visit", "Post", "" for none; transfer none. */
const char *ft_channel_words (FtChannel channel);
/* "3 of 5 answered", "" if never tried; transfer full. */
char *ft_channel_rate_words (const FtChannelRate *rate);

G_END_DECLS
