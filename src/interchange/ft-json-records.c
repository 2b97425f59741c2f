#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-json-records.h"

#include "core/ft-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  STRING,
  DAY,
  INSTANT,
  CIVIL, /* and its fold, as KEY_fold */
  INT,
  INT64,
  BOOL,
  ENUM,
  ZONE,
  LIST,  /* GPtrArray of a shape */
  FIXED, /* a number of structs of a shape */
  ONE,   /* a struct of a shape */
} Kind;

typedef struct
{
  const char *(*to_string) (guint value);
  gboolean (*from_string) (const char *string, guint *value);
} Names;

typedef struct _Member Member;

typedef struct
{
  const Member *members;
  gsize n_members;
  gpointer (*create) (void); /* of LIST */
  gsize size;                /* of FIXED */
  guint n;
} Shape;

struct _Member
{
  const char *key;
  Kind kind;
  gsize offset;
  const Names *names;
  const Shape *shape;
};

/* An enum of ft-enums.h is the unsigned int that it is stored as. */
#define NAMES(prefix)                                                                              \
  {                                                                                                \
    prefix##_to_string, prefix##_from_string                                                       \
  }
static const Names channel_names = NAMES (ft_channel);
static const Names lead_state_names = NAMES (ft_lead_state);
static const Names promise_state_names = NAMES (ft_promise_state);
static const Names promise_kind_names = NAMES (ft_promise_kind);
static const Names referral_names = NAMES (ft_referral);
static const Names direction_names = NAMES (ft_direction);
static const Names outcome_names = NAMES (ft_outcome);
static const Names cause_names = NAMES (ft_cause);
static const Names asked_names = NAMES (ft_asked);
static const Names answer_names = NAMES (ft_answer);
static const Names lean_names = NAMES (ft_lean);
static const Names head_names = NAMES (ft_benefit_head);
static const Names piece_kind_names = NAMES (ft_piece_kind);
static const Names day_off_kind_names = NAMES (ft_day_off_kind);

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

static const Member reach_members[] = {
  { "label", STRING, AT (FtReach, label) },
  { "value", STRING, AT (FtReach, value) },
};
static const Shape reach_shape = { reach_members, G_N_ELEMENTS (reach_members), create_reach };

static const Member fact_members[] = {
  { "day", DAY, AT (FtFact, day) },
  { "sensitive", BOOL, AT (FtFact, sensitive) },
  { "text", STRING, AT (FtFact, text) },
};
static const Shape fact_shape = { fact_members, G_N_ELEMENTS (fact_members), create_fact };

static const Member ask_members[] = {
  { "day", DAY, AT (FtAsk, day) },
  { "done", DAY, AT (FtAsk, done_day) },
  { "text", STRING, AT (FtAsk, text) },
};
static const Shape ask_shape = { ask_members, G_N_ELEMENTS (ask_members), create_ask };

static const Member benefit_members[] = {
  { "head", ENUM, AT (FtBenefit, head), &head_names },
  { "text", STRING, AT (FtBenefit, text) },
};
static const Shape benefit_shape
    = { benefit_members, G_N_ELEMENTS (benefit_members), NULL, sizeof (FtBenefit), FT_N_BENEFITS };

static const Member lead_members[] = {
  { "uid", STRING, AT (FtLeadData, uid) },
  { "name", STRING, AT (FtLeadData, name) },
  { "company", STRING, AT (FtLeadData, company) },
  { "role", STRING, AT (FtLeadData, role) },
  { "phones", LIST, AT (FtLeadData, phones), NULL, &reach_shape },
  { "emails", LIST, AT (FtLeadData, emails), NULL, &reach_shape },
  { "street", STRING, AT (FtLeadData, street) },
  { "postcode", STRING, AT (FtLeadData, postcode) },
  { "city", STRING, AT (FtLeadData, city) },
  { "region", STRING, AT (FtLeadData, region) },
  { "country", STRING, AT (FtLeadData, country) },
  { "channel", ENUM, AT (FtLeadData, channel), &channel_names },
  { "zone", ZONE, AT (FtLeadData, zone) },
  { "source", STRING, AT (FtLeadData, source) },
  { "decision", DAY, AT (FtLeadData, decision_day) },
  { "not_before", DAY, AT (FtLeadData, not_before_day) },
  { "state", ENUM, AT (FtLeadData, state), &lead_state_names },
  { "closing_words", STRING, AT (FtLeadData, closing_words) },
  { "override_words", STRING, AT (FtLeadData, override_words) },
  { "interval", INT, AT (FtLeadData, interval) },
  { "benefits", FIXED, AT (FtLeadData, benefits), NULL, &benefit_shape },
  { "facts", LIST, AT (FtLeadData, facts), NULL, &fact_shape },
  { "asks", LIST, AT (FtLeadData, asks), NULL, &ask_shape },
  { "nothing_else", DAY, AT (FtLeadData, nothing_else_day) },
  { "trial_close", STRING, AT (FtLeadData, trial_close) },
  { "trial_answer", STRING, AT (FtLeadData, trial_answer) },
  { "notes", STRING, AT (FtLeadData, notes) },
  { "created", INSTANT, AT (FtLeadData, created_at) },
  { "changed", INSTANT, AT (FtLeadData, changed_at) },
};
static const Shape lead_shape = { lead_members, G_N_ELEMENTS (lead_members) };

static const Member promise_members[] = {
  { "uid", STRING, AT (FtPromiseData, uid) },
  { "kind", ENUM, AT (FtPromiseData, kind), &promise_kind_names },
  { "purpose", STRING, AT (FtPromiseData, purpose) },
  { "value", STRING, AT (FtPromiseData, value) },
  { "promised", CIVIL, AT (FtPromiseData, promised) },
  { "target", CIVIL, AT (FtPromiseData, target) },
  { "zone", ZONE, AT (FtPromiseData, zone) },
  { "channel", ENUM, AT (FtPromiseData, channel), &channel_names },
  { "agreed", BOOL, AT (FtPromiseData, agreed) },
  { "effort", INT, AT (FtPromiseData, effort) },
  { "state", ENUM, AT (FtPromiseData, state), &promise_state_names },
  { "cause", ENUM, AT (FtPromiseData, cause), &cause_names },
  { "steps", INT, AT (FtPromiseData, steps) },
  { "reason", STRING, AT (FtPromiseData, reason) },
  { "done", INSTANT, AT (FtPromiseData, done_at) },
  { "created", INSTANT, AT (FtPromiseData, created_at) },
};
static const Shape promise_shape = { promise_members, G_N_ELEMENTS (promise_members) };

static const Member sale_members[] = {
  { "uid", STRING, AT (FtSaleData, uid) },
  { "what", STRING, AT (FtSaleData, what) },
  { "value_minor", INT64, AT (FtSaleData, value) },
  { "currency", STRING, AT (FtSaleData, currency) },
  { "benefit", ONE, AT (FtSaleData, benefit), NULL, &benefit_shape },
  { "checklist", STRING, AT (FtSaleData, checklist) },
  { "sold", INSTANT, AT (FtSaleData, sold_at) },
  { "delivery", DAY, AT (FtSaleData, delivery_day) },
  { "delivered", INSTANT, AT (FtSaleData, delivered_at) },
  { "referral", ENUM, AT (FtSaleData, referral), &referral_names },
  { "referral_words", STRING, AT (FtSaleData, referral_words) },
  { "created", INSTANT, AT (FtSaleData, created_at) },
};
static const Shape sale_shape = { sale_members, G_N_ELEMENTS (sale_members) };

static const Member contact_members[] = {
  { "uid", STRING, AT (FtContactData, uid) },
  { "at", INSTANT, AT (FtContactData, at) },
  { "channel", ENUM, AT (FtContactData, channel), &channel_names },
  { "direction", ENUM, AT (FtContactData, direction), &direction_names },
  { "outcome", ENUM, AT (FtContactData, outcome), &outcome_names },
  { "asked", ENUM, AT (FtContactData, asked), &asked_names },
  { "answer", ENUM, AT (FtContactData, answer), &answer_names },
  { "lean", ENUM, AT (FtContactData, lean), &lean_names },
  { "value", STRING, AT (FtContactData, value) },
  { "seconds", INT, AT (FtContactData, seconds) },
  { "heard", STRING, AT (FtContactData, heard) },
  { "asked_for", STRING, AT (FtContactData, asked_for) },
  { "notes", STRING, AT (FtContactData, notes) },
};
static const Shape contact_shape = { contact_members, G_N_ELEMENTS (contact_members) };

static const Member piece_members[] = {
  { "uid", STRING, AT (FtPieceData, uid) },
  { "name", STRING, AT (FtPieceData, name) },
  { "kind", ENUM, AT (FtPieceData, kind), &piece_kind_names },
  { "head", ENUM, AT (FtPieceData, head), &head_names },
  { "uri", STRING, AT (FtPieceData, uri) },
  { "file_hash", STRING, AT (FtPieceData, file_hash) },
  { "file_name", STRING, AT (FtPieceData, file_name) },
  { "retired", BOOL, AT (FtPieceData, retired) },
  { "created", INSTANT, AT (FtPieceData, created_at) },
};
static const Shape piece_shape = { piece_members, G_N_ELEMENTS (piece_members) };

static const Member day_off_members[] = {
  { "uid", STRING, AT (FtDayOffData, uid) },
  { "kind", ENUM, AT (FtDayOffData, kind), &day_off_kind_names },
  { "first", DAY, AT (FtDayOffData, first_day) },
  { "last", DAY, AT (FtDayOffData, last_day) },
  { "text", STRING, AT (FtDayOffData, text) },
};
static const Shape day_off_shape = { day_off_members, G_N_ELEMENTS (day_off_members) };

/* --- Writing --- */

/**
 * ft_json_append_string:
 * @out: where to
 * @string: valid UTF-8
 *
 * Appends it as a JSON string; control characters, C1's too, are escaped.
 */
void
ft_json_append_string (GString *out, const char *string)
{
  const char *done = string;
  g_string_append_c (out, '"');
  for (const char *p = string; *p; p++)
    {
      guchar c = *p;
      gboolean is_c1 = c == 0xc2 && (guchar) p[1] < 0xa0 && p[1] != '\0';
      if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f && !is_c1)
        continue;
      g_string_append_len (out, done, p - done);
      if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", c);
      else if (c == '\n')
        g_string_append (out, "\\n");
      else
        g_string_append_printf (out, "\\u%04x", is_c1 ? (guchar) * ++p : c);
      done = p + 1;
    }
  g_string_append (out, done);
  g_string_append_c (out, '"');
}

static void
append_civil (GString *out, FtCivil civil)
{
  g_autofree char *string = ft_civil_is_set (civil) ? ft_civil_to_string (civil) : NULL;
  if (string)
    ft_json_append_string (out, string);
  else
    g_string_append (out, "null");
}

static void
append_instant (GString *out, gint64 instant)
{
  g_autoptr (GDateTime) time = instant != 0 ? g_date_time_new_from_unix_utc (instant) : NULL;
  if (time)
    g_string_append_printf (out, "\"%04d-%02d-%02dT%02d:%02d:%02dZ\"", g_date_time_get_year (time),
                            g_date_time_get_month (time), g_date_time_get_day_of_month (time),
                            g_date_time_get_hour (time), g_date_time_get_minute (time),
                            g_date_time_get_second (time));
  else
    g_string_append (out, "null");
}

static void append_members (GString *out, const Shape *shape, gconstpointer record);

static void
append_object (GString *out, const Shape *shape, gconstpointer record)
{
  g_string_append_c (out, '{');
  append_members (out, shape, record);
  g_string_append_c (out, '}');
}

static void
append_value (GString *out, const Member *member, gconstpointer at)
{
  switch (member->kind)
    {
    case STRING:
    case ZONE:
      ft_json_append_string (out, *(char *const *) at);
      break;
    case DAY:
      append_civil (out, (FtCivil){ *(const gint32 *) at, FT_ALL_DAY, 0 });
      break;
    case INSTANT:
      append_instant (out, *(const gint64 *) at);
      break;
    case CIVIL:
      append_civil (out, *(const FtCivil *) at);
      g_string_append_printf (out, ",\"%s_fold\":%d", member->key, ((const FtCivil *) at)->fold);
      break;
    case INT:
      g_string_append_printf (out, "%d", *(const int *) at);
      break;
    case INT64:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, *(const gint64 *) at);
      break;
    case BOOL:
      g_string_append (out, *(const gboolean *) at ? "true" : "false");
      break;
    case ENUM:
      ft_json_append_string (out, member->names->to_string (*(const guint *) at));
      break;
    case LIST:
      {
        GPtrArray *list = *(GPtrArray *const *) at;
        g_string_append_c (out, '[');
        for (guint i = 0; i < list->len; i++)
          {
            if (i > 0)
              g_string_append_c (out, ',');
            append_object (out, member->shape, list->pdata[i]);
          }
        g_string_append_c (out, ']');
      }
      break;
    case FIXED:
      g_string_append_c (out, '[');
      for (guint i = 0; i < member->shape->n; i++)
        {
          if (i > 0)
            g_string_append_c (out, ',');
          append_object (out, member->shape, (const char *) at + i * member->shape->size);
        }
      g_string_append_c (out, ']');
      break;
    case ONE:
      append_object (out, member->shape, at);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_members (GString *out, const Shape *shape, gconstpointer record)
{
  for (gsize i = 0; i < shape->n_members; i++)
    {
      g_string_append_printf (out, "%s\"%s\":", i > 0 ? "," : "", shape->members[i].key);
      append_value (out, &shape->members[i], G_STRUCT_MEMBER_P (record, shape->members[i].offset));
    }
}

static void
append_reference (GString *out, const char *key, const char *uid)
{
  g_string_append_printf (out, ",\"%s\":", key);
  if (uid && *uid != '\0')
    ft_json_append_string (out, uid);
  else
    g_string_append (out, "null");
}

void
ft_json_append_lead (GString *out, const FtLeadData *lead)
{
  append_object (out, &lead_shape, lead);
}

void
ft_json_append_piece (GString *out, const FtPieceData *piece)
{
  append_object (out, &piece_shape, piece);
}

void
ft_json_append_day_off (GString *out, const FtDayOffData *day_off)
{
  append_object (out, &day_off_shape, day_off);
}

void
ft_json_append_promise (GString *out,
                        const FtPromiseData *promise,
                        const char *lead_uid,
                        const char *piece_uid,
                        const char *sale_uid)
{
  g_string_append_c (out, '{');
  append_members (out, &promise_shape, promise);
  append_reference (out, "lead", lead_uid);
  append_reference (out, "piece", piece_uid);
  append_reference (out, "sale", sale_uid);
  g_string_append_c (out, '}');
}

void
ft_json_append_sale (GString *out, const FtSaleData *sale, const char *lead_uid)
{
  g_string_append_c (out, '{');
  append_members (out, &sale_shape, sale);
  append_reference (out, "lead", lead_uid);
  g_string_append_c (out, '}');
}

void
ft_json_append_contact (GString *out,
                        const FtContactData *contact,
                        const char *lead_uid,
                        const char *promise_uid,
                        const char *piece_uid)
{
  g_string_append_c (out, '{');
  append_members (out, &contact_shape, contact);
  append_reference (out, "lead", lead_uid);
  append_reference (out, "promise", promise_uid);
  append_reference (out, "piece", piece_uid);
  g_string_append_c (out, '}');
}

/* --- Reading --- */

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
read_int64 (JsonNode *node, gint64 *value)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  *value = json_node_get_int (node);
  return *value >= 0;
}

static gboolean
read_int (JsonNode *node, int *value)
{
  gint64 wide;
  if (!read_int64 (node, &wide) || wide > G_MAXINT)
    return FALSE;
  *value = wide;
  return TRUE;
}

static gboolean
read_instant (JsonNode *node, gint64 *instant)
{
  g_autoptr (GDateTime) time = NULL;
  if (!is_string (node))
    return FALSE;
  time = g_date_time_new_from_iso8601 (json_node_get_string (node), NULL);
  if (time)
    *instant = g_date_time_to_unix (time);
  return time != NULL;
}

static gboolean
read_civil (JsonNode *node, FtCivil *civil)
{
  return is_string (node) && ft_civil_from_string (json_node_get_string (node), civil);
}

static gboolean
read_members (JsonObject *object, const Shape *shape, gpointer record, char **reason);

static gboolean
read_list (JsonNode *node, const Member *member, gpointer at, char **reason)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = array ? json_array_get_length (array) : 0;
  if (!array || (member->kind == FIXED && n > member->shape->n))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      gpointer record;
      if (!JSON_NODE_HOLDS_OBJECT (element))
        return FALSE;
      if (member->kind == FIXED)
        record = (char *) at + i * member->shape->size;
      else
        {
          record = member->shape->create ();
          g_ptr_array_add (*(GPtrArray **) at, record);
        }
      if (!read_members (json_node_get_object (element), member->shape, record, reason))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_value (JsonNode *node, const Member *member, gpointer at, char **reason)
{
  switch (member->kind)
    {
    case STRING:
      if (!is_string (node))
        return FALSE;
      g_free (*(char **) at);
      *(char **) at = json_node_dup_string (node);
      return TRUE;
    case ZONE:
      {
        const char *zone = is_string (node) ? ft_zone_intern (json_node_get_string (node)) : NULL;
        if (is_string (node) && !zone)
          *reason = g_strdup_printf (_ ("The time zone “%s” is not known to this computer."),
                                     json_node_get_string (node));
        if (zone)
          *(const char **) at = zone;
        return zone != NULL;
      }
    case DAY:
      {
        FtCivil civil;
        gboolean understood = read_civil (node, &civil);
        if (understood)
          *(gint32 *) at = civil.day;
        return understood;
      }
    case INSTANT:
      return read_instant (node, at);
    case CIVIL:
      return read_civil (node, at);
    case INT:
      return read_int (node, at);
    case INT64:
      return read_int64 (node, at);
    case BOOL:
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
        return FALSE;
      *(gboolean *) at = json_node_get_boolean (node);
      return TRUE;
    case ENUM:
      return is_string (node) && member->names->from_string (json_node_get_string (node), at);
    case LIST:
    case FIXED:
      return read_list (node, member, at, reason);
    case ONE:
      return JSON_NODE_HOLDS_OBJECT (node)
             && read_members (json_node_get_object (node), member->shape, at, reason);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
read_fold (JsonObject *object, const Member *member, FtCivil *civil)
{
  g_autofree char *key = g_strconcat (member->key, "_fold", NULL);
  JsonNode *node = json_object_get_member (object, key);
  int fold;
  if (node && read_int (node, &fold))
    civil->fold = fold == 1;
}

static gboolean
read_members (JsonObject *object, const Shape *shape, gpointer record, char **reason)
{
  for (gsize i = 0; i < shape->n_members; i++)
    {
      const Member *member = &shape->members[i];
      JsonNode *node = json_object_get_member (object, member->key);
      gpointer at = G_STRUCT_MEMBER_P (record, member->offset);
      if (!node || JSON_NODE_HOLDS_NULL (node))
        continue;
      if (!read_value (node, member, at, reason))
        {
          if (!*reason)
            *reason
                = g_strdup_printf (_ ("The value of “%s” is not what it should be."), member->key);
          return FALSE;
        }
      if (member->kind == CIVIL)
        read_fold (object, member, at);
    }
  return TRUE;
}

FtLeadData *
ft_json_read_lead (JsonObject *object, char **reason)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("");
  *reason = NULL;
  return read_members (object, &lead_shape, lead, reason) ? g_steal_pointer (&lead) : NULL;
}

FtPromiseData *
ft_json_read_promise (JsonObject *object, char **reason)
{
  g_autoptr (FtPromiseData) promise = ft_promise_data_new (0, FT_CIVIL_NONE, "", FT_CHANNEL_NONE);
  *reason = NULL;
  if (!read_members (object, &promise_shape, promise, reason))
    return NULL;
  if (!ft_civil_is_set (promise->promised))
    {
      *reason = g_strdup (_ ("The promise says no time."));
      return NULL;
    }
  if (!ft_civil_is_set (promise->target))
    promise->target = promise->promised;
  return g_steal_pointer (&promise);
}

FtPieceData *
ft_json_read_piece (JsonObject *object, char **reason)
{
  g_autoptr (FtPieceData) piece = ft_piece_data_new ("", FT_PIECE_DOCUMENT);
  *reason = NULL;
  if (!read_members (object, &piece_shape, piece, reason))
    return NULL;
  if (*piece->name != '\0')
    return g_steal_pointer (&piece);
  *reason = g_strdup (_ ("The piece has no name."));
  return NULL;
}

FtDayOffData *
ft_json_read_day_off (JsonObject *object, char **reason)
{
  g_autoptr (FtDayOffData) day_off = ft_day_off_data_new (FT_DAY_OFF_AWAY, 0, 0, "");
  *reason = NULL;
  if (!read_members (object, &day_off_shape, day_off, reason))
    return NULL;
  if (day_off->last_day == 0)
    day_off->last_day = day_off->first_day;
  if (day_off->first_day > 0 && day_off->last_day >= day_off->first_day)
    return g_steal_pointer (&day_off);
  *reason = g_strdup (_ ("The absence or holiday has no days."));
  return NULL;
}

FtSaleData *
ft_json_read_sale (JsonObject *object, char **reason)
{
  g_autoptr (FtSaleData) sale = ft_sale_data_new (0, 0, "");
  *reason = NULL;
  if (!read_members (object, &sale_shape, sale, reason))
    return NULL;
  if (*sale->currency == '\0' || ft_money_is_currency (sale->currency))
    return g_steal_pointer (&sale);
  *reason = g_strdup_printf (_ ("“%s” is no currency, such as EUR."), sale->currency);
  return NULL;
}

FtContactData *
ft_json_read_contact (JsonObject *object, char **reason)
{
  g_autoptr (FtContactData) contact = ft_contact_data_new (0, 0, FT_CHANNEL_NONE, FT_OUTCOME_NOTE);
  *reason = NULL;
  return read_members (object, &contact_shape, contact, reason) ? g_steal_pointer (&contact) : NULL;
}

const char *
ft_json_get_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  return node && is_string (node) ? json_node_get_string (node) : "";
}
