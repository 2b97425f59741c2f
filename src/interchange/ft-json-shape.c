#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-json-shape.h"

#include "core/ft-day-off.h"

/* An enum of ft-enums.h is the unsigned int that it is stored as. */
#define NAMES(prefix)                                                                              \
  {                                                                                                \
    prefix##_to_string, prefix##_from_string                                                       \
  }
static const FtJsonNames channel_names = NAMES (ft_channel);
static const FtJsonNames lead_state_names = NAMES (ft_lead_state);
static const FtJsonNames promise_state_names = NAMES (ft_promise_state);
static const FtJsonNames promise_kind_names = NAMES (ft_promise_kind);
static const FtJsonNames referral_names = NAMES (ft_referral);
static const FtJsonNames direction_names = NAMES (ft_direction);
static const FtJsonNames outcome_names = NAMES (ft_outcome);
static const FtJsonNames cause_names = NAMES (ft_cause);
static const FtJsonNames asked_names = NAMES (ft_asked);
static const FtJsonNames answer_names = NAMES (ft_answer);
static const FtJsonNames lean_names = NAMES (ft_lean);
static const FtJsonNames head_names = NAMES (ft_benefit_head);
static const FtJsonNames piece_kind_names = NAMES (ft_piece_kind);
static const FtJsonNames day_off_kind_names = NAMES (ft_day_off_kind);

static gpointer
create_reach (void)
{
  return ft_reach_new ("", "");
}

static gpointer
create_fact (void)
{
  return ft_fact_new (0, FALSE, "");
}

static gpointer
create_ask (void)
{
  return ft_ask_new (0, 0, "");
}

#define AT(Type, field) G_STRUCT_OFFSET (Type, field)

static const FtJsonMember reach_members[] = {
  { "label", FT_JSON_STRING, AT (FtReach, label) },
  { "value", FT_JSON_STRING, AT (FtReach, value) },
};
static const FtJsonShape reach_shape
    = { reach_members, G_N_ELEMENTS (reach_members), create_reach };

static const FtJsonMember fact_members[] = {
  { "day", FT_JSON_DAY, AT (FtFact, day) },
  { "sensitive", FT_JSON_BOOL, AT (FtFact, sensitive) },
  { "text", FT_JSON_STRING, AT (FtFact, text) },
};
static const FtJsonShape fact_shape = { fact_members, G_N_ELEMENTS (fact_members), create_fact };

static const FtJsonMember ask_members[] = {
  { "day", FT_JSON_DAY, AT (FtAsk, day) },
  { "done", FT_JSON_DAY, AT (FtAsk, done_day) },
  { "text", FT_JSON_STRING, AT (FtAsk, text) },
};
static const FtJsonShape ask_shape = { ask_members, G_N_ELEMENTS (ask_members), create_ask };

static const FtJsonMember benefit_members[] = {
  { "head", FT_JSON_ENUM, AT (FtBenefit, head), &head_names },
  { "text", FT_JSON_STRING, AT (FtBenefit, text) },
};
static const FtJsonShape benefit_shape
    = { benefit_members, G_N_ELEMENTS (benefit_members), NULL, sizeof (FtBenefit), FT_N_BENEFITS };

static const FtJsonMember lead_members[] = {
  { "uid", FT_JSON_STRING, AT (FtLeadData, uid) },
  { "name", FT_JSON_STRING, AT (FtLeadData, name) },
  { "company", FT_JSON_STRING, AT (FtLeadData, company) },
  { "role", FT_JSON_STRING, AT (FtLeadData, role) },
  { "phones", FT_JSON_LIST, AT (FtLeadData, phones), NULL, &reach_shape },
  { "emails", FT_JSON_LIST, AT (FtLeadData, emails), NULL, &reach_shape },
  { "street", FT_JSON_STRING, AT (FtLeadData, street) },
  { "postcode", FT_JSON_STRING, AT (FtLeadData, postcode) },
  { "city", FT_JSON_STRING, AT (FtLeadData, city) },
  { "region", FT_JSON_STRING, AT (FtLeadData, region) },
  { "country", FT_JSON_STRING, AT (FtLeadData, country) },
  { "channel", FT_JSON_ENUM, AT (FtLeadData, channel), &channel_names },
  { "zone", FT_JSON_ZONE, AT (FtLeadData, zone) },
  { "source", FT_JSON_STRING, AT (FtLeadData, source) },
  { "decision", FT_JSON_DAY, AT (FtLeadData, decision_day) },
  { "not_before", FT_JSON_DAY, AT (FtLeadData, not_before_day) },
  { "state", FT_JSON_ENUM, AT (FtLeadData, state), &lead_state_names },
  { "closing_words", FT_JSON_STRING, AT (FtLeadData, closing_words) },
  { "override_words", FT_JSON_STRING, AT (FtLeadData, override_words) },
  { "interval", FT_JSON_INT, AT (FtLeadData, interval) },
  { "benefits", FT_JSON_FIXED, AT (FtLeadData, benefits), NULL, &benefit_shape },
  { "facts", FT_JSON_LIST, AT (FtLeadData, facts), NULL, &fact_shape },
  { "asks", FT_JSON_LIST, AT (FtLeadData, asks), NULL, &ask_shape },
  { "nothing_else", FT_JSON_DAY, AT (FtLeadData, nothing_else_day) },
  { "trial_close", FT_JSON_STRING, AT (FtLeadData, trial_close) },
  { "trial_answer", FT_JSON_STRING, AT (FtLeadData, trial_answer) },
  { "notes", FT_JSON_STRING, AT (FtLeadData, notes) },
  { "created", FT_JSON_INSTANT, AT (FtLeadData, created_at) },
  { "changed", FT_JSON_INSTANT, AT (FtLeadData, changed_at) },
};
const FtJsonShape ft_json_lead_shape = { lead_members, G_N_ELEMENTS (lead_members) };

static const FtJsonMember promise_members[] = {
  { "uid", FT_JSON_STRING, AT (FtPromiseData, uid) },
  { "kind", FT_JSON_ENUM, AT (FtPromiseData, kind), &promise_kind_names },
  { "purpose", FT_JSON_STRING, AT (FtPromiseData, purpose) },
  { "value", FT_JSON_STRING, AT (FtPromiseData, value) },
  { "promised", FT_JSON_CIVIL, AT (FtPromiseData, promised) },
  { "target", FT_JSON_CIVIL, AT (FtPromiseData, target) },
  { "zone", FT_JSON_ZONE, AT (FtPromiseData, zone) },
  { "channel", FT_JSON_ENUM, AT (FtPromiseData, channel), &channel_names },
  { "agreed", FT_JSON_BOOL, AT (FtPromiseData, agreed) },
  { "effort", FT_JSON_INT, AT (FtPromiseData, effort) },
  { "state", FT_JSON_ENUM, AT (FtPromiseData, state), &promise_state_names },
  { "cause", FT_JSON_ENUM, AT (FtPromiseData, cause), &cause_names },
  { "steps", FT_JSON_INT, AT (FtPromiseData, steps) },
  { "reason", FT_JSON_STRING, AT (FtPromiseData, reason) },
  { "done", FT_JSON_INSTANT, AT (FtPromiseData, done_at) },
  { "created", FT_JSON_INSTANT, AT (FtPromiseData, created_at) },
};
const FtJsonShape ft_json_promise_shape = { promise_members, G_N_ELEMENTS (promise_members) };

static const FtJsonMember sale_members[] = {
  { "uid", FT_JSON_STRING, AT (FtSaleData, uid) },
  { "what", FT_JSON_STRING, AT (FtSaleData, what) },
  { "value_minor", FT_JSON_INT64, AT (FtSaleData, value) },
  { "currency", FT_JSON_STRING, AT (FtSaleData, currency) },
  { "benefit", FT_JSON_ONE, AT (FtSaleData, benefit), NULL, &benefit_shape },
  { "checklist", FT_JSON_STRING, AT (FtSaleData, checklist) },
  { "sold", FT_JSON_INSTANT, AT (FtSaleData, sold_at) },
  { "delivery", FT_JSON_DAY, AT (FtSaleData, delivery_day) },
  { "delivered", FT_JSON_INSTANT, AT (FtSaleData, delivered_at) },
  { "referral", FT_JSON_ENUM, AT (FtSaleData, referral), &referral_names },
  { "referral_words", FT_JSON_STRING, AT (FtSaleData, referral_words) },
  { "created", FT_JSON_INSTANT, AT (FtSaleData, created_at) },
};
const FtJsonShape ft_json_sale_shape = { sale_members, G_N_ELEMENTS (sale_members) };

static const FtJsonMember contact_members[] = {
  { "uid", FT_JSON_STRING, AT (FtContactData, uid) },
  { "at", FT_JSON_INSTANT, AT (FtContactData, at) },
  { "channel", FT_JSON_ENUM, AT (FtContactData, channel), &channel_names },
  { "direction", FT_JSON_ENUM, AT (FtContactData, direction), &direction_names },
  { "outcome", FT_JSON_ENUM, AT (FtContactData, outcome), &outcome_names },
  { "asked", FT_JSON_ENUM, AT (FtContactData, asked), &asked_names },
  { "answer", FT_JSON_ENUM, AT (FtContactData, answer), &answer_names },
  { "lean", FT_JSON_ENUM, AT (FtContactData, lean), &lean_names },
  { "value", FT_JSON_STRING, AT (FtContactData, value) },
  { "seconds", FT_JSON_INT, AT (FtContactData, seconds) },
  { "heard", FT_JSON_STRING, AT (FtContactData, heard) },
  { "asked_for", FT_JSON_STRING, AT (FtContactData, asked_for) },
  { "notes", FT_JSON_STRING, AT (FtContactData, notes) },
};
const FtJsonShape ft_json_contact_shape = { contact_members, G_N_ELEMENTS (contact_members) };

static const FtJsonMember piece_members[] = {
  { "uid", FT_JSON_STRING, AT (FtPieceData, uid) },
  { "name", FT_JSON_STRING, AT (FtPieceData, name) },
  { "kind", FT_JSON_ENUM, AT (FtPieceData, kind), &piece_kind_names },
  { "head", FT_JSON_ENUM, AT (FtPieceData, head), &head_names },
  { "uri", FT_JSON_STRING, AT (FtPieceData, uri) },
  { "file_hash", FT_JSON_STRING, AT (FtPieceData, file_hash) },
  { "file_name", FT_JSON_STRING, AT (FtPieceData, file_name) },
  { "retired", FT_JSON_BOOL, AT (FtPieceData, retired) },
  { "created", FT_JSON_INSTANT, AT (FtPieceData, created_at) },
};
const FtJsonShape ft_json_piece_shape = { piece_members, G_N_ELEMENTS (piece_members) };

static const FtJsonMember day_off_members[] = {
  { "uid", FT_JSON_STRING, AT (FtDayOffData, uid) },
  { "kind", FT_JSON_ENUM, AT (FtDayOffData, kind), &day_off_kind_names },
  { "first", FT_JSON_DAY, AT (FtDayOffData, first_day) },
  { "last", FT_JSON_DAY, AT (FtDayOffData, last_day) },
  { "text", FT_JSON_STRING, AT (FtDayOffData, text) },
};
const FtJsonShape ft_json_day_off_shape = { day_off_members, G_N_ELEMENTS (day_off_members) };
