#define G_LOG_DOMAIN "ft-app"

#include "app/ft-coach-json.h"

#include "core/ft-brief.h"
#include "core/ft-channels.h"
#include "core/ft-hints.h"
#include "core/ft-pieces.h"
#include "core/ft-rhythm.h"

#define MAX_DOTS 5

static void
add_string (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, value);
}

static void
add_int (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

/* null for none */
static void
add_day (JsonBuilder *builder, const char *key, gint32 day)
{
  g_autofree char *string = ft_civil_to_string ((FtCivil){ day, FT_ALL_DAY, 0 });
  if (day != 0)
    add_string (builder, key, string);
  else
    {
      json_builder_set_member_name (builder, key);
      json_builder_add_null_value (builder);
    }
}

static void
add_decision (JsonBuilder *builder, const FtLeadData *lead, gint32 today)
{
  json_builder_set_member_name (builder, "decision_days");
  if (lead->decision_day != 0)
    json_builder_add_int_value (builder, lead->decision_day - today);
  else
    json_builder_add_null_value (builder);
}

static void
add_benefits (JsonBuilder *builder, const FtLeadData *lead)
{
  json_builder_set_member_name (builder, "benefits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < FT_N_BENEFITS; i++)
    {
      const FtBenefit *benefit = &lead->benefits[i];
      if (*benefit->text == '\0')
        continue;
      json_builder_begin_object (builder);
      add_string (builder, "head", ft_benefit_head_to_string (benefit->head));
      add_string (builder, "text", benefit->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_facts (JsonBuilder *builder, const FtLeadData *lead)
{
  g_autoptr (GPtrArray) facts = ft_brief_facts (lead);

  json_builder_set_member_name (builder, "facts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < facts->len; i++)
    {
      const FtFact *fact = facts->pdata[i];
      json_builder_begin_object (builder);
      add_day (builder, "day", fact->day);
      json_builder_set_member_name (builder, "sensitive");
      json_builder_add_boolean_value (builder, fact->sensitive);
      add_string (builder, "text", fact->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_open_asks (JsonBuilder *builder, const FtLeadData *lead)
{
  json_builder_set_member_name (builder, "open_asks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lead->asks->len; i++)
    {
      const FtAsk *ask = lead->asks->pdata[i];
      if (ask->done_day == 0)
        json_builder_add_string_value (builder, ask->text);
    }
  json_builder_end_array (builder);
}

/* How often they answer, on the channels that were tried (E8). */
static void
add_replies (JsonBuilder *builder, const FtLeadCard *card)
{
  FtChannelRate rates[FT_N_CHANNELS];

  ft_channels_count (card->contacts, rates);
  json_builder_set_member_name (builder, "replies");
  json_builder_begin_array (builder);
  for (FtChannel channel = FT_CHANNEL_PHONE; channel < FT_N_CHANNELS; channel++)
    {
      if (rates[channel].n_tried == 0)
        continue;
      json_builder_begin_object (builder);
      add_string (builder, "channel", ft_channel_to_string (channel));
      add_int (builder, "tried", rates[channel].n_tried);
      add_int (builder, "answered", rates[channel].n_answered);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_string (builder, "best_channel",
              ft_channel_to_string (ft_channels_default (card->lead, rates)));
}

/* What their clock shows, where it is another one (E9). */
static void
add_local_time (JsonBuilder *builder, const FtLeadData *lead, gint64 now, const char *zone)
{
  FtCivil civil = ft_brief_local_time (lead, now, zone);
  g_autofree char *string = ft_civil_to_string (civil);

  json_builder_set_member_name (builder, "local_time");
  if (ft_civil_is_set (civil))
    json_builder_add_string_value (builder, string);
  else
    json_builder_add_null_value (builder);
}

static void
add_next_piece (JsonBuilder *builder, const FtLeadCard *card, GPtrArray *rows)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
  const FtPieceData *next;

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (pieces, ((FtPieceRow *) rows->pdata[i])->piece);
  next = ft_pieces_next (pieces, card);
  add_string (builder, "next_piece", next ? next->name : "");
}

void
ft_coach_json_add_card (JsonBuilder *builder,
                        const FtLeadCard *card,
                        GPtrArray *pieces,
                        const FtSettings *settings,
                        gint64 now,
                        const char *zone)
{
  FtRhythm rhythm = ft_rhythm_of (card, settings, now, zone);
  FtHint hint = ft_hints_of (card, settings, now, zone);

  add_string (builder, "gauge", ft_gauge_to_string (rhythm.gauge));
  add_int (builder, "dots", MIN (rhythm.n_contacts, MAX_DOTS));
  add_int (builder, "contacts", rhythm.n_contacts);
  add_int (builder, "days_since", rhythm.days_since);
  add_day (builder, "fence", rhythm.fence_day);
  add_decision (builder, card->lead, ft_civil_from_instant (now, zone).day);
  add_day (builder, "question_day", rhythm.question_day);
  add_string (builder, "hint", ft_hint_words (hint));
  json_builder_set_member_name (builder, "brief");
  json_builder_begin_object (builder);
  add_benefits (builder, card->lead);
  add_facts (builder, card->lead);
  add_string (builder, "last_words", ft_brief_last_words (card));
  add_string (builder, "lean", ft_lean_to_string (ft_brief_lean (card)));
  add_next_piece (builder, card, pieces);
  add_open_asks (builder, card->lead);
  add_day (builder, "nothing_else", card->lead->nothing_else_day);
  add_string (builder, "trial_close", card->lead->trial_close);
  add_string (builder, "trial_answer", card->lead->trial_answer);
  add_replies (builder, card);
  add_local_time (builder, card->lead, now, zone);
  json_builder_end_object (builder);
}
