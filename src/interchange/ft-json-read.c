#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-json-records.h"

#include "core/ft-money.h"
#include "interchange/ft-json-shape.h"

#include <glib/gi18n-lib.h>

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
read_members (JsonObject *object, const FtJsonShape *shape, gpointer record, char **reason);

static gboolean
read_list (JsonNode *node, const FtJsonMember *member, gpointer at, char **reason)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = array ? json_array_get_length (array) : 0;
  if (!array || (member->kind == FT_JSON_FIXED && n > member->shape->n))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      gpointer record;
      if (!JSON_NODE_HOLDS_OBJECT (element))
        return FALSE;
      if (member->kind == FT_JSON_FIXED)
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
read_value (JsonNode *node, const FtJsonMember *member, gpointer at, char **reason)
{
  switch (member->kind)
    {
    case FT_JSON_STRING:
      if (!is_string (node))
        return FALSE;
      g_free (*(char **) at);
      *(char **) at = json_node_dup_string (node);
      return TRUE;
    case FT_JSON_ZONE:
      {
        const char *zone = is_string (node) ? ft_zone_intern (json_node_get_string (node)) : NULL;
        if (is_string (node) && !zone)
          *reason = g_strdup_printf (_ ("The time zone “%s” is not known to this computer."),
                                     json_node_get_string (node));
        if (zone)
          *(const char **) at = zone;
        return zone != NULL;
      }
    case FT_JSON_DAY:
      {
        FtCivil civil;
        gboolean understood = read_civil (node, &civil);
        if (understood)
          *(gint32 *) at = civil.day;
        return understood;
      }
    case FT_JSON_INSTANT:
      return read_instant (node, at);
    case FT_JSON_CIVIL:
      return read_civil (node, at);
    case FT_JSON_INT:
      return read_int (node, at);
    case FT_JSON_INT64:
      return read_int64 (node, at);
    case FT_JSON_BOOL:
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
        return FALSE;
      *(gboolean *) at = json_node_get_boolean (node);
      return TRUE;
    case FT_JSON_ENUM:
      return is_string (node) && member->names->from_string (json_node_get_string (node), at);
    case FT_JSON_LIST:
    case FT_JSON_FIXED:
      return read_list (node, member, at, reason);
    case FT_JSON_ONE:
      return JSON_NODE_HOLDS_OBJECT (node)
             && read_members (json_node_get_object (node), member->shape, at, reason);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
read_fold (JsonObject *object, const FtJsonMember *member, FtCivil *civil)
{
  g_autofree char *key = g_strconcat (member->key, "_fold", NULL);
  JsonNode *node = json_object_get_member (object, key);
  int fold;
  if (node && read_int (node, &fold))
    civil->fold = fold == 1;
}

static gboolean
read_members (JsonObject *object, const FtJsonShape *shape, gpointer record, char **reason)
{
  for (gsize i = 0; i < shape->n_members; i++)
    {
      const FtJsonMember *member = &shape->members[i];
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
      if (member->kind == FT_JSON_CIVIL)
        read_fold (object, member, at);
    }
  return TRUE;
}

FtLeadData *
ft_json_read_lead (JsonObject *object, char **reason)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("");
  *reason = NULL;
  return read_members (object, &ft_json_lead_shape, lead, reason) ? g_steal_pointer (&lead) : NULL;
}

FtPromiseData *
ft_json_read_promise (JsonObject *object, char **reason)
{
  g_autoptr (FtPromiseData) promise = ft_promise_data_new (0, FT_CIVIL_NONE, "", FT_CHANNEL_NONE);
  *reason = NULL;
  if (!read_members (object, &ft_json_promise_shape, promise, reason))
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
  if (!read_members (object, &ft_json_piece_shape, piece, reason))
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
  if (!read_members (object, &ft_json_day_off_shape, day_off, reason))
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
  if (!read_members (object, &ft_json_sale_shape, sale, reason))
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
  return read_members (object, &ft_json_contact_shape, contact, reason) ? g_steal_pointer (&contact)
                                                                        : NULL;
}

const char *
ft_json_get_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  return node && is_string (node) ? json_node_get_string (node) : "";
}
