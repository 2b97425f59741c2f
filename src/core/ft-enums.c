#define G_LOG_DOMAIN "ft-core"

#include "core/ft-enums.h"

/* One table per enum; the index is the value. */
static const char *const channels[] = { "none", "phone", "email", "visit", "post" };
static const char *const lead_states[] = { "open", "customer", "closed" };
static const char *const promise_states[] = { "open", "kept", "moved", "cancelled" };
static const char *const promise_kinds[] = { "contact",  "send", "follow-through", "card",
                                             "delivery", "step", "friendly" };
static const char *const referrals[] = { "not-asked", "not-yet", "named", "nobody" };
static const char *const directions[] = { "out", "in" };
static const char *const outcomes[] = { "note",          "reached",   "no-answer", "they-will-call", "they-called",
                                        "proposal-sent", "delivered", "sold",      "definite-no" };
static const char *const causes[] = { "none", "timing", "technique", "organisation" };
static const char *const askeds[] = { "nothing", "next-step", "sale" };
static const char *const answers[] = { "none", "yes", "not-yet", "no" };
static const char *const leans[] = { "unknown", "towards", "undecided", "away" };
static const char *const benefit_heads[]
  = { "none", "save-money", "save-time", "better-connected", "look-better", "earn-more" };
static const char *const piece_kinds[] = { "document", "link", "sample", "print" };
static const char *const day_off_kinds[] = { "away", "holiday" };

static gboolean
find (const char *const *names, gsize n_names, const char *string, int *value)
{
  for (gsize i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], string) == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

#define DEFINE_NAMES(Type, prefix, names)                                                          \
  const char *prefix##_to_string (Type value)                                                      \
  {                                                                                                \
    g_return_val_if_fail ((gsize) value < G_N_ELEMENTS (names), names[0]);                         \
    return names[value];                                                                           \
  }                                                                                                \
  gboolean prefix##_from_string (const char *string, Type *value)                                  \
  {                                                                                                \
    int found;                                                                                     \
    if (!find (names, G_N_ELEMENTS (names), string, &found))                                       \
      return FALSE;                                                                                \
    *value = found;                                                                                \
    return TRUE;                                                                                   \
  }

DEFINE_NAMES (FtChannel, ft_channel, channels)
DEFINE_NAMES (FtLeadState, ft_lead_state, lead_states)
DEFINE_NAMES (FtPromiseState, ft_promise_state, promise_states)
DEFINE_NAMES (FtPromiseKind, ft_promise_kind, promise_kinds)
DEFINE_NAMES (FtReferral, ft_referral, referrals)
DEFINE_NAMES (FtDirection, ft_direction, directions)
DEFINE_NAMES (FtOutcome, ft_outcome, outcomes)
DEFINE_NAMES (FtCause, ft_cause, causes)
DEFINE_NAMES (FtAsked, ft_asked, askeds)
DEFINE_NAMES (FtAnswer, ft_answer, answers)
DEFINE_NAMES (FtLean, ft_lean, leans)
DEFINE_NAMES (FtBenefitHead, ft_benefit_head, benefit_heads)
DEFINE_NAMES (FtPieceKind, ft_piece_kind, piece_kinds)
DEFINE_NAMES (FtDayOffKind, ft_day_off_kind, day_off_kinds)
