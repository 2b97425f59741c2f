#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-json-reader.h"

#include "interchange/ft-import-source.h"
#include "interchange/ft-json-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VERSION 1

/* json-glib goes as deep as the file; what we write is four deep. */
#define MAX_DEPTH 32

/* Where an element of "promises", "contacts" or "sales" stands, and whose it is. */
typedef struct
{
  guint64 lead; /* a hash of the lead's uid as it is written in the file */
  gsize offset;
  guint length;
  gboolean used;
} Slice;

typedef struct
{
  gsize offset;
  char *reason; /* owned */
} Broken;

struct _FtJsonReader
{
  GBytes *bytes;
  const char *text;
  const char *end;
  const char *leads; /* what stands in "leads", NULL if there is no such array */
  const char *leads_end;
  GArray *promises; /* Slice, by lead, then by offset */
  GArray *contacts;
  GArray *sales;
  const char *piece_array; /* what stands in "pieces", "days_off" and "settings", NULL if they are not there */
  const char *day_off_array;
  const char *setting_object;
  GPtrArray *pieces;    /* FtPieceData, ids from -1 down */
  GPtrArray *days_off;  /* FtDayOffData */
  GHashTable *settings; /* name → value, NULL if there are none */
  GArray *broken;       /* Broken: pieces and days off that cannot be taken */
  gboolean library;     /* the library went with a row already */
  guint next_broken;

  const char *at; /* behind the last lead read, NULL when they are through */
  GArray
      *orphans; /* Slice *, in the order of the file: whose lead is not in it; NULL before that */
  guint orphan; /* the next of them */
  const char *counted;
  guint line; /* of @counted */
};

/* --- A scanner that knows just enough of JSON to cut it up --- */

static const char *
skip_space (FtJsonReader *self, const char *p)
{
  while (p < self->end && strchr (" \t\r\n", *p))
    p++;
  return p;
}

/* Behind the string that begins at @p, NULL if it never ends. */
static const char *
skip_string (FtJsonReader *self, const char *p)
{
  for (p++; p < self->end; p++)
    if (*p == '\\')
      p++;
    else if (*p == '"')
      return p + 1;
  return NULL;
}

/* Behind the value that begins at @p, NULL if it never ends or is too deep. */
static const char *
skip_value (FtJsonReader *self, const char *p)
{
  guint depth = 0;
  if (p >= self->end || strchr (",:]}", *p))
    return NULL;
  while (p < self->end)
    {
      if (*p == '"')
        {
          p = skip_string (self, p);
          if (!p)
            return NULL;
        }
      else if (*p == '{' || *p == '[')
        {
          if (++depth > MAX_DEPTH)
            return NULL;
          p++;
        }
      else if (depth > 0 && (*p == '}' || *p == ']'))
        {
          depth--;
          p++;
        }
      else if (depth > 0)
        p++;
      else
        /* It ends at a bracket or quote, as it does for who counts those of the array around it. */
        while (p < self->end && !strchr (",]}[{\" \t\r\n", *p))
          p++;
      if (depth == 0)
        return p;
    }
  return NULL;
}

/* The next member of the object, or element of the array, from @p on, which stands behind the
 * bracket or behind the last one. @key: its key with quotes, or NULL for an array. Returns its
 * value, or NULL at the end or when there is none. */
static const char *
next_item (FtJsonReader *self, const char *p, const char **key)
{
  p = skip_space (self, p);
  if (p < self->end && *p == ',')
    p = skip_space (self, p + 1);
  if (p >= self->end || *p == '}' || *p == ']')
    return NULL;
  if (key)
    {
      *key = p;
      p = *p == '"' ? skip_string (self, p) : NULL;
      p = p ? skip_space (self, p) : NULL;
      if (!p || p >= self->end || *p != ':')
        return NULL;
      p = skip_space (self, p + 1);
    }
  return p < self->end ? p : NULL;
}

static gboolean
key_is (const char *key, const char *wanted)
{
  gsize length = strlen (wanted);
  return strncmp (key + 1, wanted, length) == 0 && key[length + 1] == '"';
}

static guint64
hash_span (const char *from, const char *to)
{
  guint64 hash = 0xcbf29ce484222325; /* FNV-1a */
  for (const char *p = from; p < to; p++)
    hash = (hash ^ (guchar) *p) * 0x100000001b3;
  return hash;
}

/* The hash of the value of @wanted in the object at @p, 0 if it has none. */
static guint64
hash_member (FtJsonReader *self, const char *p, const char *wanted)
{
  const char *key, *value, *after = p + 1;
  if (*p != '{')
    return 0;
  while ((value = next_item (self, after, &key)))
    {
      after = skip_value (self, value);
      if (!after)
        return 0;
      if (key_is (key, wanted))
        return *value == '"' ? hash_span (value, after) : 0;
    }
  return 0;
}

/* --- The file --- */

static int
compare_slices (gconstpointer a, gconstpointer b)
{
  const Slice *x = a;
  const Slice *y = b;
  if (x->lead != y->lead)
    return x->lead < y->lead ? -1 : 1;
  return (x->offset > y->offset) - (x->offset < y->offset);
}

static gboolean
index_slices (FtJsonReader *self, const char *array, GArray *slices)
{
  const char *value, *after = array + 1;
  while ((value = next_item (self, after, NULL)))
    {
      Slice slice;
      after = skip_value (self, value);
      if (!after || after - value > G_MAXINT)
        return FALSE;
      slice
          = (Slice){ hash_member (self, value, "lead"), value - self->text, after - value, FALSE };
      g_array_append_val (slices, slice);
    }
  g_array_sort (slices, compare_slices);
  return TRUE;
}

static gint64
read_number (const char *p)
{
  return g_ascii_isdigit (*p) ? g_ascii_strtoll (p, NULL, 10) : 0;
}

static gboolean
set_format_error (GError **error)
{
  g_set_error_literal (error, FT_IMPORT_ERROR, FT_IMPORT_ERROR_FORMAT,
                       _ ("This is no export of Follow Through, or it is damaged. Export it once "
                          "more, or choose a CSV or vCard file."));
  return FALSE;
}

static gboolean
read_frame (FtJsonReader *self, GError **error)
{
  const char *p = skip_space (self, self->text);
  const char *key, *value, *after;
  gboolean is_ours = FALSE;
  gint64 version = 0;

  if (p >= self->end || *p != '{')
    return set_format_error (error);
  for (after = p + 1; (value = next_item (self, after, &key));)
    {
      after = skip_value (self, value);
      if (!after)
        return set_format_error (error);
      if (key_is (key, "format"))
        is_ours = *value == '"' && key_is (value, "follow-through");
      else if (key_is (key, "version"))
        version = read_number (value);
      else if (key_is (key, "leads") && *value == '[')
        {
          self->leads = value + 1;
          self->leads_end = after;
        }
      else if (key_is (key, "pieces") && *value == '[')
        self->piece_array = value;
      else if (key_is (key, "days_off") && *value == '[')
        self->day_off_array = value;
      else if (key_is (key, "settings") && *value == '{')
        self->setting_object = value;
      else if ((key_is (key, "promises") && *value == '['
                && !index_slices (self, value, self->promises))
               || (key_is (key, "contacts") && *value == '['
                   && !index_slices (self, value, self->contacts))
               || (key_is (key, "sales") && *value == '['
                   && !index_slices (self, value, self->sales)))
        return set_format_error (error);
    }
  after = skip_space (self, after);
  if (!is_ours || version < 1 || after >= self->end || *after != '}')
    return set_format_error (error);
  if (version > VERSION)
    {
      g_set_error_literal (
          error, FT_IMPORT_ERROR, FT_IMPORT_ERROR_NEWER,
          _ ("This file was written by a newer Follow Through. Update this one, then import it."));
      return FALSE;
    }
  return TRUE;
}

static JsonObject *
parse (JsonParser *parser, const char *from, gsize length, char **reason)
{
  JsonNode *root;
  if (!json_parser_load_from_data (parser, from, length, NULL)
      || !(root = json_parser_get_root (parser)) || !JSON_NODE_HOLDS_OBJECT (root))
    {
      *reason = g_strdup (_ ("This is not valid JSON."));
      return NULL;
    }
  return json_node_get_object (root);
}

/* --- The library --- */

static void
clear_broken (gpointer data)
{
  g_free (((Broken *) data)->reason);
}

static gboolean
add_piece (FtJsonReader *self, JsonObject *object, char **reason)
{
  FtPieceData *piece = ft_json_read_piece (object, reason);

  if (piece == NULL)
    return FALSE;
  piece->id = -1 - (gint64) self->pieces->len;
  g_ptr_array_add (self->pieces, piece);
  return TRUE;
}

static gboolean
add_day_off (FtJsonReader *self, JsonObject *object, char **reason)
{
  FtDayOffData *day_off = ft_json_read_day_off (object, reason);

  if (day_off == NULL)
    return FALSE;
  g_ptr_array_add (self->days_off, day_off);
  return TRUE;
}

/* @array: where it begins, NULL if there is none. */
static void
read_array (FtJsonReader *self,
            const char *array,
            gboolean (*add) (FtJsonReader *self, JsonObject *object, char **reason))
{
  const char *value, *after;

  if (!array)
    return;
  for (after = array + 1; (value = next_item (self, after, NULL));)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      char *reason = NULL;
      JsonObject *object;

      after = skip_value (self, value);
      if (!after)
        return;
      object = parse (parser, value, after - value, &reason);
      if (!object || !add (self, object, &reason))
        {
          Broken broken = { value - self->text, reason };
          g_array_append_val (self->broken, broken);
        }
    }
}

/* What each can be, the store knows. */
static void
read_settings (FtJsonReader *self)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *reason = NULL;
  const char *end = self->setting_object ? skip_value (self, self->setting_object) : NULL;
  JsonObject *object
      = end ? parse (parser, self->setting_object, end - self->setting_object, &reason) : NULL;
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

/**
 * ft_json_reader_new:
 * @text: valid UTF-8, as from ft_text_decode ()
 * @error: %FT_IMPORT_ERROR_FORMAT or %FT_IMPORT_ERROR_NEWER
 *
 * Looks through the file once, so that one which is cut off is refused before anything is read.
 *
 * Returns: (transfer full): a reader, or %NULL if this is no export that can be read
 */
FtJsonReader *
ft_json_reader_new (GBytes *text, GError **error)
{
  g_autoptr (FtJsonReader) self = g_new0 (FtJsonReader, 1);
  gsize length;
  self->bytes = g_bytes_ref (text);
  self->text = g_bytes_get_data (text, &length);
  if (!self->text)
    self->text = "";
  self->end = self->text + length;
  self->promises = g_array_new (FALSE, FALSE, sizeof (Slice));
  self->contacts = g_array_new (FALSE, FALSE, sizeof (Slice));
  self->sales = g_array_new (FALSE, FALSE, sizeof (Slice));
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_piece_data_unref);
  self->days_off = ft_days_off_new ();
  self->broken = g_array_new (FALSE, FALSE, sizeof (Broken));
  g_array_set_clear_func (self->broken, clear_broken);
  if (!read_frame (self, error))
    return NULL;
  read_array (self, self->piece_array, add_piece);
  read_array (self, self->day_off_array, add_day_off);
  read_settings (self);
  ft_json_reader_rewind (self);
  return g_steal_pointer (&self);
}

void
ft_json_reader_free (FtJsonReader *self)
{
  g_bytes_unref (self->bytes);
  g_array_unref (self->promises);
  g_array_unref (self->contacts);
  g_array_unref (self->sales);
  g_clear_pointer (&self->orphans, g_array_unref);
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->days_off);
  g_clear_pointer (&self->settings, g_hash_table_unref);
  g_array_unref (self->broken);
  g_free (self);
}

void
ft_json_reader_rewind (FtJsonReader *self)
{
  self->at = self->leads;
  self->counted = self->text;
  self->line = 1;
  self->orphan = 0;
  self->library = FALSE;
  self->next_broken = 0;
  g_clear_pointer (&self->orphans, g_array_unref);
  for (guint i = 0; i < self->promises->len; i++)
    g_array_index (self->promises, Slice, i).used = FALSE;
  for (guint i = 0; i < self->contacts->len; i++)
    g_array_index (self->contacts, Slice, i).used = FALSE;
  for (guint i = 0; i < self->sales->len; i++)
    g_array_index (self->sales, Slice, i).used = FALSE;
}

double
ft_json_reader_get_fraction (FtJsonReader *self)
{
  if (!self->at)
    return 1.0;
  return (double) (self->at - self->leads) / (self->leads_end - self->leads);
}

static guint
line_of (FtJsonReader *self, const char *p)
{
  if (p < self->counted)
    {
      self->counted = self->text;
      self->line = 1;
    }
  for (; self->counted < p; self->counted++)
    self->line += *self->counted == '\n';
  return self->line;
}

static guint
first_of (GArray *slices, guint64 lead)
{
  guint low = 0, high = slices->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (slices, Slice, middle).lead < lead)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gint64
find_promise (GPtrArray *promises, const char *uid)
{
  for (guint i = 0; promises && *uid != '\0' && i < promises->len; i++)
    {
      FtPromiseData *promise = promises->pdata[i];
      if (g_str_equal (promise->uid, uid))
        return promise->id;
    }
  return 0;
}

static gint64
find_sale (GPtrArray *sales, const char *uid)
{
  for (guint i = 0; sales && *uid != '\0' && i < sales->len; i++)
    {
      FtSaleData *sale = sales->pdata[i];
      if (g_str_equal (sale->uid, uid))
        return sale->id;
    }
  return 0;
}

static gint64
find_piece (FtJsonReader *self, const char *uid)
{
  for (guint i = 0; *uid != '\0' && i < self->pieces->len; i++)
    {
      FtPieceData *piece = self->pieces->pdata[i];
      if (g_str_equal (piece->uid, uid))
        return piece->id;
    }
  return 0;
}

static gboolean
add_promise (FtJsonReader *self, FtImportRow *row, JsonObject *object, char **reason)
{
  FtPromiseData *promise = ft_json_read_promise (object, reason);
  if (!promise)
    return FALSE;
  if (!row->promises)
    row->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  promise->id = -1 - (gint64) row->promises->len;
  promise->piece_id = find_piece (self, ft_json_get_string (object, "piece"));
  promise->sale_id = find_sale (row->sales, ft_json_get_string (object, "sale"));
  g_ptr_array_add (row->promises, promise);
  return TRUE;
}

static gboolean
add_sale (FtJsonReader *self, FtImportRow *row, JsonObject *object, char **reason)
{
  FtSaleData *sale = ft_json_read_sale (object, reason);
  if (!sale)
    return FALSE;
  if (!row->sales)
    row->sales = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_sale_data_unref);
  sale->id = -1 - (gint64) row->sales->len;
  g_ptr_array_add (row->sales, sale);
  return TRUE;
}

static gboolean
add_contact (FtJsonReader *self, FtImportRow *row, JsonObject *object, char **reason)
{
  FtContactData *contact = ft_json_read_contact (object, reason);
  if (!contact)
    return FALSE;
  if (!row->contacts)
    row->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_contact_data_unref);
  contact->promise_id = find_promise (row->promises, ft_json_get_string (object, "promise"));
  contact->piece_id = find_piece (self, ft_json_get_string (object, "piece"));
  g_ptr_array_add (row->contacts, contact);
  return TRUE;
}

/* A lead comes with all its promises, contacts and sales, or is refused with the reason why not. */
static void
add_slices (
    FtJsonReader *self,
    FtImportRow *row,
    JsonParser *parser,
    guint64 lead,
    GArray *slices,
    gboolean (*add) (FtJsonReader *self, FtImportRow *row, JsonObject *object, char **reason))
{
  if (lead == 0)
    return;
  for (guint i = first_of (slices, lead); i < slices->len; i++)
    {
      Slice *slice = &g_array_index (slices, Slice, i);
      JsonObject *object;
      if (slice->lead != lead)
        return;
      if (slice->used)
        continue;
      slice->used = TRUE;
      if (row->reason)
        continue;
      object = parse (parser, self->text + slice->offset, slice->length, &row->reason);
      if (object && !add (self, row, object, &row->reason))
        row->line = line_of (self, self->text + slice->offset);
    }
}

static void
read_lead (FtJsonReader *self, FtImportRow *row, const char *from, const char *to)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  guint64 uid = hash_member (self, from, "uid");
  JsonObject *object = parse (parser, from, to - from, &row->reason);
  row->whole = TRUE;
  if (object)
    row->lead = ft_json_read_lead (object, &row->reason);
  if (row->lead && *row->lead->name == '\0')
    row->reason = g_strdup (_ ("The lead has no name."));
  add_slices (self, row, parser, uid, self->sales, add_sale);
  add_slices (self, row, parser, uid, self->promises, add_promise);
  add_slices (self, row, parser, uid, self->contacts, add_contact);
}

static int
compare_orphans (gconstpointer a, gconstpointer b)
{
  const Slice *x = *(Slice *const *) a;
  const Slice *y = *(Slice *const *) b;
  return (x->offset > y->offset) - (x->offset < y->offset);
}

static void
collect_orphans (FtJsonReader *self, GArray *slices)
{
  for (guint i = 0; i < slices->len; i++)
    {
      Slice *slice = &g_array_index (slices, Slice, i);
      if (!slice->used)
        g_array_append_val (self->orphans, slice);
    }
}

/* The library goes with the first row that can be taken, or alone if there is no lead. */
static gboolean
add_library (FtJsonReader *self, FtImportRow *row)
{
  if (self->library
      || (self->pieces->len == 0 && self->days_off->len == 0 && !self->settings))
    return FALSE;
  self->library = TRUE;
  row->pieces = self->pieces->len > 0 ? g_ptr_array_ref (self->pieces) : NULL;
  row->days_off = self->days_off->len > 0 ? g_ptr_array_ref (self->days_off) : NULL;
  row->settings = self->settings ? g_hash_table_ref (self->settings) : NULL;
  return TRUE;
}

static gboolean
next_broken (FtJsonReader *self, FtImportRow *row)
{
  const Broken *broken;
  if (self->next_broken >= self->broken->len)
    return FALSE;
  broken = &g_array_index (self->broken, Broken, self->next_broken++);
  row->line = line_of (self, self->text + broken->offset);
  row->reason = g_strdup (broken->reason);
  return TRUE;
}

/**
 * ft_json_reader_next:
 * @self: a reader
 * @row: a cleared row; gets all but its file
 *
 * Returns: %FALSE at the end
 */
gboolean
ft_json_reader_next (FtJsonReader *self, FtImportRow *row)
{
  const char *value = self->at ? next_item (self, self->at, NULL) : NULL;
  if (value)
    {
      const char *after = skip_value (self, value);
      row->line = line_of (self, value);
      if (!after)
        after = self->leads_end - 1;
      read_lead (self, row, value, after);
      if (!row->reason)
        add_library (self, row);
      self->at = after;
      return TRUE;
    }
  self->at = NULL;
  if (add_library (self, row))
    {
      row->line = 1;
      return TRUE;
    }
  if (next_broken (self, row))
    return TRUE;
  if (!self->orphans)
    {
      self->orphans = g_array_new (FALSE, FALSE, sizeof (Slice *));
      collect_orphans (self, self->promises);
      collect_orphans (self, self->contacts);
      collect_orphans (self, self->sales);
      g_array_sort (self->orphans, compare_orphans);
    }
  if (self->orphan >= self->orphans->len)
    return FALSE;
  row->line
      = line_of (self, self->text + g_array_index (self->orphans, Slice *, self->orphan)->offset);
  row->reason = g_strdup (_ ("The lead it belongs to is not in the file."));
  self->orphan++;
  return TRUE;
}
