#include "app/ft-sample-coach.h"

#define NOT_YET G_MAXINT

/* clang-format off */
const FtSamplePiece ft_sample_pieces[] = {
  { "Before and after: a terrace in Mitte", FT_PIECE_LINK, FT_BENEFIT_LOOK, "https://www.example.com/terrace" },
  { "Ten years of upkeep in figures", FT_PIECE_DOCUMENT, FT_BENEFIT_SAVE_MONEY, "" },
  { "Swatch book", FT_PIECE_SAMPLE, FT_BENEFIT_LOOK, "" },
  { "A week in the office, before and after", FT_PIECE_PRINT, FT_BENEFIT_SAVE_TIME, "" },
  { "What other shops earned with it", FT_PIECE_DOCUMENT, FT_BENEFIT_EARN, "" },
  { "Whom we have worked for", FT_PIECE_PRINT, FT_BENEFIT_CONNECT, "" },
};
const guint ft_n_sample_pieces = G_N_ELEMENTS (ft_sample_pieces);

const FtSampleBrief ft_sample_briefs[] = {
  { "Anna Berg", FT_BENEFIT_SAVE_TIME, "Watered while she is on the roofs",
    FT_BENEFIT_EARN, "A terrace to show her clients what she can do",
    "If it is planted before Easter, is it yours?", "If the planters stand the frost" },
  { "Tom Ellery", FT_BENEFIT_SAVE_TIME, "Nobody drags a hose any more",
    FT_BENEFIT_LOOK, "Green in August", "Would the spring slot suit you?", "" },
  { "Marcus Oz", FT_BENEFIT_SAVE_MONEY, "One delivery a month instead of four",
    FT_BENEFIT_CONNECT, "Orders from the shelf, by telephone", "Which wall would they hang on?", "The one by the till" },
  { "Helena Fuchs", FT_BENEFIT_SAVE_MONEY, "The cover halves the heating",
    FT_BENEFIT_EARN, "Four more weeks of season", "Shall we say the second of May?", "" },
  { "Ben Whitaker", FT_BENEFIT_SAVE_TIME, "Two fittings, no shops",
    FT_BENEFIT_NONE, "", "Would you wear the charcoal on Monday?", "If the shoulder is right" },
  { "Olivia Brandt", FT_BENEFIT_CONNECT, "Six people see the same list", FT_BENEFIT_NONE, "", "", "" },
};
const guint ft_n_sample_briefs = G_N_ELEMENTS (ft_sample_briefs);

const FtSampleFact ft_sample_facts[] = {
  { "Anna Berg", -20, FALSE, "Her daughter Mia plays the cello" },
  { "Anna Berg", -6, FALSE, "Off to Sylt over the first of May" },
  { "Tom Ellery", -16, FALSE, "Restores an old Norton with his father" },
  { "Priya Nair", -30, FALSE, "Vegetarian; likes the place on the corner" },
  { "Marcus Oz", -14, FALSE, "Supports the Orioles, win or lose" },
  { "Samuel Okafor", -6, TRUE, "His mother is in hospital: ask how she is, not when" },
  { "Olivia Brandt", -9, FALSE, "Training for her sailing licence" },
};
const guint ft_n_sample_facts = G_N_ELEMENTS (ft_sample_facts);

const FtSampleAsk ft_sample_asks[] = {
  { "Anna Berg", -20, -13, "Which plants stand the wind up there" },
  { "Anna Berg", -6, NOT_YET, "A planter to look at" },
  { "Tom Ellery", -16, NOT_YET, "Somebody who has had it for two years" },
  { "Priya Nair", -4, NOT_YET, "The green one by daylight" },
  { "Marcus Oz", -7, NOT_YET, "Delivery in two lots" },
  { "Helena Fuchs", -12, -5, "The safety sheet of the cover" },
};
const guint ft_n_sample_asks = G_N_ELEMENTS (ft_sample_asks);

const FtSampleQuestion ft_sample_questions[] = {
  { "Anna Berg", 6, FT_ASKED_NEXT_STEP, FT_ANSWER_YES, 1, 312 },
  { "Anna Berg", 20, FT_ASKED_NEXT_STEP, FT_ANSWER_YES, 0, 0 },
  { "Tom Ellery", 16, FT_ASKED_SALE, FT_ANSWER_NOT_YET, 2, 540 },
  { "Marcus Oz", 7, FT_ASKED_SALE, FT_ANSWER_NOT_YET, 0, 425 },
  { "Marcus Oz", 14, FT_ASKED_NEXT_STEP, FT_ANSWER_YES, 5, 260 },
  { "Helena Fuchs", 5, FT_ASKED_NEXT_STEP, FT_ANSWER_YES, 0, 190 },
  { "Helena Fuchs", 12, FT_ASKED_NOTHING, FT_ANSWER_NONE, 6, 0 },
  { "Ben Whitaker", 7, FT_ASKED_SALE, FT_ANSWER_YES, 3, 0 },
  { "Olivia Brandt", 2, FT_ASKED_NEXT_STEP, FT_ANSWER_NOT_YET, 4, 615 },
  { "Clara Weiss", 40, FT_ASKED_SALE, FT_ANSWER_YES, 0, 240 },
  { "Gordon Slate", 12, FT_ASKED_SALE, FT_ANSWER_NO, 0, 75 },
};
const guint ft_n_sample_questions = G_N_ELEMENTS (ft_sample_questions);

const FtSampleMiss ft_sample_misses[] = {
  { "Anna Berg", 14, 960, "Whether the planters freeze", FT_CAUSE_ORGANISATION },
  { "Gareth Pugh", 12, 900, "A date for the six houses", FT_CAUSE_TIMING },
};
const guint ft_n_sample_misses = G_N_ELEMENTS (ft_sample_misses);
/* clang-format on */
