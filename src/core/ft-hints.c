#define G_LOG_DOMAIN "ft-core"

#include "core/ft-hints.h"

#include <glib/gi18n-lib.h>

#include "core/ft-brief.h"

typedef struct
{
  const FtLeadCard *card;
  const FtSettings *settings;
  const FtRhythm *rhythm;
  const FtPromiseData *next; /* the promise to act on, or NULL */
  const FtContactData *last; /* the last contact made or tried, or NULL */
  gint64 now;
} Case;

static gboolean
is_late (const Case *at)
{
  return at->next && ft_promise_data_is_late (at->next, at->now);
}

static gboolean
has_no_promise (const Case *at)
{
  return !at->next && !(at->last && at->last->outcome == FT_OUTCOME_PROPOSAL_SENT);
}

static gboolean
has_unasked_proposal (const Case *at)
{
  return !at->next && at->last && at->last->outcome == FT_OUTCOME_PROPOSAL_SENT;
}

static gboolean
is_fenced (const Case *at)
{
  return at->rhythm->fence_day != 0;
}

static gboolean
is_pest (const Case *at)
{
  return at->rhythm->gauge == FT_GAUGE_PEST;
}

static gboolean
is_silent (const Case *at)
{
  return at->last && at->last->outcome == FT_OUTCOME_NO_ANSWER;
}

static gboolean
is_invisible (const Case *at)
{
  return at->rhythm->contacted && at->rhythm->gauge == FT_GAUGE_INVISIBLE;
}

static gboolean
is_new (const Case *at)
{
  return at->rhythm->n_contacts == 0;
}

static gboolean
is_decision_near (const Case *at)
{
  return at->rhythm->near_decision;
}

static gboolean
is_empty_handed (const Case *at)
{
  return at->next && at->next->kind == FT_PROMISE_CONTACT && !*at->next->value
         && at->next->piece_id == 0;
}

static gboolean
is_not_agreed (const Case *at)
{
  return at->next && !at->next->agreed;
}

static gboolean
has_no_benefits (const Case *at)
{
  return ft_brief_count_benefits (at->card->lead) < FT_N_BENEFITS;
}

static gboolean
has_open_asks (const Case *at)
{
  return ft_brief_count_open_asks (at->card->lead) > 0;
}

static gboolean
has_few_contacts (const Case *at)
{
  return (int) at->rhythm->n_contacts < at->settings->least_contacts;
}

static const struct
{
  gboolean (*applies) (const Case *at);
  const char *practice;
  const char *words;
} hints[FT_N_HINTS] = {
  [FT_HINT_LATE] = { is_late, "B7", N_ ("A simple apology is enough. No excuses; a new time.") },
  [FT_HINT_NO_PROMISE]
  = { has_no_promise, "B1", N_ ("Everyone gets followed up. Promise the next contact.") },
  [FT_HINT_NO_ASKING] = { has_unasked_proposal, "D1",
                          N_ ("Never send a proposal and hope. Promise when you will ask.") },
  [FT_HINT_FENCED]
  = { is_fenced, "A3", N_ ("Too early to ask. Until the fence, only what brings them value.") },
  [FT_HINT_PEST] = { is_pest, "E4", N_ ("They hear a lot of you. Let a few days pass.") },
  [FT_HINT_SILENCE]
  = { is_silent, "B8", N_ ("Silence is not a no. Book another slot, or try another channel.") },
  [FT_HINT_INVISIBLE]
  = { is_invisible, "D6", N_ ("You are at the back of their mind. Begin with their last words.") },
  [FT_HINT_NEW] = { is_new, "E5", N_ ("Strike while the iron is hot: be in touch today.") },
  [FT_HINT_DECISION_NEAR]
  = { is_decision_near, "A6",
      N_ ("The decision is near: up to twice a week is welcome, with a piece.") },
  [FT_HINT_EMPTY_HANDED]
  = { is_empty_handed, "B5", N_ ("Bring something every time: what is in it for them?") },
  [FT_HINT_NOT_AGREED] = { is_not_agreed, "C3", N_ ("Get their yes to the time.") },
  [FT_HINT_NO_BENEFITS] = { has_no_benefits, "E3", N_ ("Find the three benefits that hit home.") },
  [FT_HINT_OPEN_ASKS]
  = { has_open_asks, "C5",
      N_ ("They asked for something. Is there anything else you can get them?") },
  [FT_HINT_FEW_CONTACTS]
  = { has_few_contacts, "D4", N_ ("Five contacts at least before you let it go.") },
};

static const FtContactData *
last_attempt (const FtLeadCard *card)
{
  for (guint i = 0; i < card->contacts->len; i++)
    if (ft_contact_is_attempt (card->contacts->pdata[i]))
      return card->contacts->pdata[i];
  return NULL;
}

FtHint
ft_hints_of (const FtLeadCard *card, const FtSettings *settings, gint64 now, const char *zone)
{
  if (!settings->hints || card->lead->state != FT_LEAD_OPEN)
    return FT_HINT_NONE;
  FtRhythm rhythm = ft_rhythm_of (card, settings, now, zone);
  Case at = { card, settings, &rhythm, ft_lead_card_next (card, now), last_attempt (card), now };
  for (FtHint hint = FT_HINT_NONE + 1; hint < FT_N_HINTS; hint++)
    if (hints[hint].applies (&at))
      return hint;
  return FT_HINT_NONE;
}

const char *
ft_hint_words (FtHint hint)
{
  g_return_val_if_fail ((guint) hint < FT_N_HINTS, "");
  return hint == FT_HINT_NONE ? "" : _ (hints[hint].words);
}

const char *
ft_hint_practice (FtHint hint)
{
  g_return_val_if_fail ((guint) hint < FT_N_HINTS, "");
  return hint == FT_HINT_NONE ? "" : hints[hint].practice;
}
