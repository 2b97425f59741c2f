#define G_LOG_DOMAIN "ft-core"

#include "core/ft-channels.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ANSWER_SECONDS (7 * 86400)
#define ENOUGH_TRIES 3

gboolean
ft_channels_is_try (const FtContactData *contact)
{
  return contact->outcome != FT_OUTCOME_NOTE && (guint) contact->channel < FT_N_CHANNELS
         && contact->direction == FT_DIRECTION_OUT;
}

void
ft_channels_add (const FtContactData *contact,
                 gint64 *answered_at,
                 FtChannelRate rates[FT_N_CHANNELS])
{
  FtChannelRate *rate;

  if (contact->outcome != FT_OUTCOME_NOTE && contact->direction == FT_DIRECTION_IN)
    *answered_at = contact->at;
  if (!ft_channels_is_try (contact))
    return;
  rate = &rates[contact->channel];
  rate->n_tried++;
  if (contact->outcome != FT_OUTCOME_NO_ANSWER)
    rate->n_answered++;
  else if (*answered_at && *answered_at - contact->at <= ANSWER_SECONDS)
    {
      rate->n_answered++;
      *answered_at = 0; /* one answer answers one try */
    }
}

void
ft_channels_count (GPtrArray *contacts, FtChannelRate rates[FT_N_CHANNELS])
{
  gint64 answered_at = 0;

  memset (rates, 0, sizeof (FtChannelRate) * FT_N_CHANNELS);
  for (guint i = 0; i < contacts->len; i++)
    ft_channels_add (contacts->pdata[i], &answered_at, rates);
}

static gboolean
can_use (const FtLeadData *lead, FtChannel channel)
{
  switch (channel)
    {
    case FT_CHANNEL_PHONE:
      return *ft_lead_data_get_phone (lead) != '\0';
    case FT_CHANNEL_EMAIL:
      return *ft_lead_data_get_email (lead) != '\0';
    case FT_CHANNEL_VISIT:
    case FT_CHANNEL_POST:
      return *lead->street != '\0' && *lead->city != '\0';
    case FT_CHANNEL_NONE:
    default:
      return FALSE;
    }
}

/* Of channels tried often enough, the one answered most; ties go to the quicker one. */
static FtChannel
find_best (const FtLeadData *lead, const FtChannelRate rates[FT_N_CHANNELS], FtChannel except)
{
  FtChannel best = FT_CHANNEL_NONE;
  for (FtChannel channel = FT_CHANNEL_PHONE; channel < FT_N_CHANNELS; channel++)
    {
      const FtChannelRate *rate = &rates[channel];
      const FtChannelRate *most = &rates[best];
      if (channel == except || rate->n_tried < ENOUGH_TRIES || rate->n_answered == 0)
        continue;
      if (best == FT_CHANNEL_NONE
          || rate->n_answered * most->n_tried > most->n_answered * rate->n_tried)
        best = channel;
    }
  for (FtChannel channel = FT_CHANNEL_PHONE; channel < FT_N_CHANNELS && !best; channel++)
    if (channel != except && can_use (lead, channel))
      best = channel;
  return best;
}

FtChannel
ft_channels_default (const FtLeadData *lead, const FtChannelRate rates[FT_N_CHANNELS])
{
  if (lead->channel != FT_CHANNEL_NONE)
    return lead->channel;
  FtChannel best = find_best (lead, rates, FT_CHANNEL_NONE);
  return best ? best : FT_CHANNEL_PHONE;
}

FtChannel
ft_channels_other (const FtLeadData *lead,
                   const FtChannelRate rates[FT_N_CHANNELS],
                   FtChannel tried)
{
  FtChannel best = find_best (lead, rates, tried);
  return best ? best : tried;
}

const char *
ft_channel_words (FtChannel channel)
{
  switch (channel)
    {
    case FT_CHANNEL_PHONE:
      return C_ ("channel", "Phone");
    case FT_CHANNEL_EMAIL:
      return C_ ("channel", "E-mail");
    case FT_CHANNEL_VISIT:
      return C_ ("channel", "Visit");
    case FT_CHANNEL_POST:
      return C_ ("channel", "Post");
    case FT_CHANNEL_NONE:
    default:
      return "";
    }
}

char *
ft_channel_rate_words (const FtChannelRate *rate)
{
  if (rate->n_tried == 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext ("%u of %u answered", "%u of %u answered", rate->n_tried),
                          rate->n_answered, rate->n_tried);
}
