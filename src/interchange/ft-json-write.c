#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-json-records.h"

#include "interchange/ft-json-shape.h"

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

static void append_members (GString *out, const FtJsonShape *shape, gconstpointer record);

static void
append_object (GString *out, const FtJsonShape *shape, gconstpointer record)
{
  g_string_append_c (out, '{');
  append_members (out, shape, record);
  g_string_append_c (out, '}');
}

static void
append_value (GString *out, const FtJsonMember *member, gconstpointer at)
{
  switch (member->kind)
    {
    case FT_JSON_STRING:
    case FT_JSON_ZONE:
      ft_json_append_string (out, *(char *const *) at);
      break;
    case FT_JSON_DAY:
      append_civil (out, (FtCivil){ *(const gint32 *) at, FT_ALL_DAY, 0 });
      break;
    case FT_JSON_INSTANT:
      append_instant (out, *(const gint64 *) at);
      break;
    case FT_JSON_CIVIL:
      append_civil (out, *(const FtCivil *) at);
      g_string_append_printf (out, ",\"%s_fold\":%d", member->key, ((const FtCivil *) at)->fold);
      break;
    case FT_JSON_INT:
      g_string_append_printf (out, "%d", *(const int *) at);
      break;
    case FT_JSON_INT64:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, *(const gint64 *) at);
      break;
    case FT_JSON_BOOL:
      g_string_append (out, *(const gboolean *) at ? "true" : "false");
      break;
    case FT_JSON_ENUM:
      ft_json_append_string (out, member->names->to_string (*(const guint *) at));
      break;
    case FT_JSON_LIST:
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
    case FT_JSON_FIXED:
      g_string_append_c (out, '[');
      for (guint i = 0; i < member->shape->n; i++)
        {
          if (i > 0)
            g_string_append_c (out, ',');
          append_object (out, member->shape, (const char *) at + i * member->shape->size);
        }
      g_string_append_c (out, ']');
      break;
    case FT_JSON_ONE:
      append_object (out, member->shape, at);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_members (GString *out, const FtJsonShape *shape, gconstpointer record)
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
  append_object (out, &ft_json_lead_shape, lead);
}

void
ft_json_append_piece (GString *out, const FtPieceData *piece)
{
  append_object (out, &ft_json_piece_shape, piece);
}

void
ft_json_append_day_off (GString *out, const FtDayOffData *day_off)
{
  append_object (out, &ft_json_day_off_shape, day_off);
}

void
ft_json_append_promise (GString *out,
                        const FtPromiseData *promise,
                        const char *lead_uid,
                        const char *piece_uid,
                        const char *sale_uid)
{
  g_string_append_c (out, '{');
  append_members (out, &ft_json_promise_shape, promise);
  append_reference (out, "lead", lead_uid);
  append_reference (out, "piece", piece_uid);
  append_reference (out, "sale", sale_uid);
  g_string_append_c (out, '}');
}

void
ft_json_append_sale (GString *out, const FtSaleData *sale, const char *lead_uid)
{
  g_string_append_c (out, '{');
  append_members (out, &ft_json_sale_shape, sale);
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
  append_members (out, &ft_json_contact_shape, contact);
  append_reference (out, "lead", lead_uid);
  append_reference (out, "promise", promise_uid);
  append_reference (out, "piece", piece_uid);
  g_string_append_c (out, '}');
}
