#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-json-library.h"

#include "interchange/ft-json-records.h"
#include "interchange/ft-json-scan.h"

static void
clear_broken (gpointer data)
{
  g_free (((FtJsonBroken *) data)->reason);
}

static gboolean
add_piece (FtJsonLibrary *self, JsonObject *object, char **reason)
{
  FtPieceData *piece = ft_json_read_piece (object, reason);

  if (piece == NULL)
    return FALSE;
  piece->id = -1 - (gint64) self->pieces->len;
  g_ptr_array_add (self->pieces, piece);
  return TRUE;
}

static gboolean
add_day_off (FtJsonLibrary *self, JsonObject *object, char **reason)
{
  FtDayOffData *day_off = ft_json_read_day_off (object, reason);

  if (day_off == NULL)
    return FALSE;
  g_ptr_array_add (self->days_off, day_off);
  return TRUE;
}

/* @array: where it begins, NULL if there is none. */
static void
read_array (FtJsonLibrary *self,
            const char *array,
            const char *end,
            gboolean (*add) (FtJsonLibrary *self, JsonObject *object, char **reason))
{
  const char *value, *after;

  if (!array)
    return;
  for (after = array + 1; (value = ft_json_next_item (after, end, NULL));)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      char *reason = NULL;
      JsonObject *object;

      after = ft_json_skip_value (value, end);
      if (!after)
        return;
      object = ft_json_parse (parser, value, after - value, &reason);
      if (!object || !add (self, object, &reason))
        {
          FtJsonBroken broken = { value, reason };
          g_array_append_val (self->broken, broken);
        }
    }
}

/* What each can be, the store knows. */
static void
read_settings (FtJsonLibrary *self, const char *end)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *reason = NULL;
  const char *after = self->setting_object ? ft_json_skip_value (self->setting_object, end) : NULL;
  JsonObject *object
      = after ? ft_json_parse (parser, self->setting_object, after - self->setting_object, &reason)
              : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!object || json_object_get_size (object) == 0)
    return;
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
      if (type == G_TYPE_STRING)
        g_hash_table_replace (self->settings, g_strdup (name), json_node_dup_string (node));
      else if (type == G_TYPE_INT64)
        g_hash_table_replace (self->settings, g_strdup (name),
                              g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node)));
    }
}

FtJsonLibrary *
ft_json_library_new (void)
{
  FtJsonLibrary *self = g_new0 (FtJsonLibrary, 1);

  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_piece_data_unref);
  self->days_off = ft_days_off_new ();
  self->broken = g_array_new (FALSE, FALSE, sizeof (FtJsonBroken));
  g_array_set_clear_func (self->broken, clear_broken);
  return self;
}

void
ft_json_library_free (FtJsonLibrary *self)
{
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->days_off);
  g_clear_pointer (&self->settings, g_hash_table_unref);
  g_array_unref (self->broken);
  g_free (self);
}

void
ft_json_library_read (FtJsonLibrary *self, const char *end)
{
  read_array (self, self->piece_array, end, add_piece);
  read_array (self, self->day_off_array, end, add_day_off);
  read_settings (self, end);
}

gint64
ft_json_library_find_piece (FtJsonLibrary *self, const char *uid)
{
  for (guint i = 0; *uid != '\0' && i < self->pieces->len; i++)
    {
      FtPieceData *piece = self->pieces->pdata[i];
      if (g_str_equal (piece->uid, uid))
        return piece->id;
    }
  return 0;
}

gboolean
ft_json_library_give (FtJsonLibrary *self, FtImportRow *row)
{
  if (self->pieces->len == 0 && self->days_off->len == 0 && !self->settings)
    return FALSE;
  row->pieces = self->pieces->len > 0 ? g_ptr_array_ref (self->pieces) : NULL;
  row->days_off = self->days_off->len > 0 ? g_ptr_array_ref (self->days_off) : NULL;
  row->settings = self->settings ? g_hash_table_ref (self->settings) : NULL;
  return TRUE;
}
