#include "core/ft-enums.h"

/* The names are in people's exports: they may be added to, never changed. */
#define CHECK(Type, prefix, ...)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    static const char *const names[] = { __VA_ARGS__ };                                            \
    Type value;                                                                                    \
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)                                               \
      {                                                                                            \
        g_assert_cmpstr (prefix##_to_string (i), ==, names[i]);                                    \
        value = (Type) 99;                                                                         \
        g_assert_true (prefix##_from_string (names[i], &value));                                   \
        g_assert_cmpint (value, ==, i);                                                            \
      }                                                                                            \
    value = (Type) 99;                                                                             \
    g_assert_false (prefix##_from_string ("", &value));                                            \
    g_assert_false (prefix##_from_string (NULL, &value));                                          \
    g_assert_false (prefix##_from_string ("None", &value));                                        \
    g_assert_false (prefix##_from_string ("none ", &value));                                       \
    g_assert_cmpint (value, ==, 99);                                                               \
  }                                                                                                \
  G_STMT_END

static void
test_names (void)
{
  CHECK (FtChannel, ft_channel, "none", "phone", "email", "visit", "post");
  CHECK (FtLeadState, ft_lead_state, "open", "customer", "closed");
  CHECK (FtPromiseState, ft_promise_state, "open", "kept", "moved", "cancelled");
  CHECK (FtPromiseKind, ft_promise_kind, "contact", "send", "follow-through", "card",
         "delivery", "step", "friendly");
  CHECK (FtReferral, ft_referral, "not-asked", "not-yet", "named", "nobody");
  CHECK (FtDirection, ft_direction, "out", "in");
  CHECK (FtOutcome, ft_outcome, "note", "reached", "no-answer", "they-will-call", "they-called",
         "proposal-sent", "delivered", "sold", "definite-no");
  CHECK (FtCause, ft_cause, "none", "timing", "technique", "organisation");
  CHECK (FtAsked, ft_asked, "nothing", "next-step", "sale");
  CHECK (FtAnswer, ft_answer, "none", "yes", "not-yet", "no");
  CHECK (FtLean, ft_lean, "unknown", "towards", "undecided", "away");
  CHECK (FtBenefitHead, ft_benefit_head, "none", "save-money", "save-time", "better-connected",
         "look-better", "earn-more");
  CHECK (FtPieceKind, ft_piece_kind, "document", "link", "sample", "print");
}

/* The numbers are in people's databases. */
static void
test_numbers (void)
{
  g_assert_cmpint (FT_CHANNEL_POST, ==, 4);
  g_assert_cmpint (FT_LEAD_CLOSED, ==, 2);
  g_assert_cmpint (FT_PROMISE_CANCELLED, ==, 3);
  g_assert_cmpint (FT_PROMISE_FOLLOW_THROUGH, ==, 2);
  g_assert_cmpint (FT_PROMISE_CARD, ==, 3);
  g_assert_cmpint (FT_PROMISE_FRIENDLY, ==, 6);
  g_assert_cmpint (FT_REFERRAL_NOBODY, ==, 3);
  g_assert_cmpint (FT_OUTCOME_DEFINITE_NO, ==, 8);
  g_assert_cmpint (FT_CAUSE_ORGANISATION, ==, 3);
  g_assert_cmpint (FT_ANSWER_NO, ==, 3);
  g_assert_cmpint (FT_LEAN_AWAY, ==, 3);
  g_assert_cmpint (FT_BENEFIT_EARN, ==, 5);
  g_assert_cmpint (FT_PIECE_PRINT, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/enums/names", test_names);
  g_test_add_func ("/enums/numbers", test_numbers);
  return g_test_run ();
}
