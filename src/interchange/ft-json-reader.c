#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-json-reader.h"

#include "interchange/ft-import-source.h"
#include "interchange/ft-json-library.h"
#include "interchange/ft-json-records.h"
#include "interchange/ft-json-scan.h"

#include <glib/gi18n-lib.h>

#define VERSION 1

/* Where an element of "promises", "contacts" or "sales" stands, and whose it is. */
typedef struct
{
  guint64 lead; /* a hash of the lead's uid as it is written in the file */
  gsize offset;
  guint length;
  gboolean used;
} Slice;

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
  FtJsonLibrary *library;
  gboolean has_library; /* it went with a row already */
  guint next_broken;

  const char *file_array; /* what stands in "files", NULL if there is no such array */
  const char *file_at;    /* behind the last of them read, NULL when they are through */

  const char *at; /* behind the last lead read, NULL when they are through */
  GArray
      *orphans; /* Slice *, in the order of the file: whose lead is not in it; NULL before that */
  guint orphan; /* the next of them */
  const char *counted;
  guint line; /* of @counted */
};

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
  while ((value = ft_json_next_item (after, self->end, NULL)))
    {
      Slice slice;
      after = ft_json_skip_value (value, self->end);
      if (!after || after - value > G_MAXINT)
        return FALSE;
      slice = (Slice){ ft_json_hash_member (value, self->end, "lead"), value - self->text,
                       after - value, FALSE };
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
  const char *p = ft_json_skip_space (self->text, self->end);
  const char *key, *value, *after;
  gboolean is_ours = FALSE;
  gint64 version = 0;

  if (p >= self->end || *p != '{')
    return set_format_error (error);
  for (after = p + 1; (value = ft_json_next_item (after, self->end, &key));)
    {
      after = ft_json_skip_value (value, self->end);
      if (!after)
        return set_format_error (error);
      if (ft_json_key_is (key, "format"))
        is_ours = *value == '"' && ft_json_key_is (value, "follow-through");
      else if (ft_json_key_is (key, "version"))
        version = read_number (value);
      else if (ft_json_key_is (key, "leads") && *value == '[')
        {
          self->leads = value + 1;
          self->leads_end = after;
        }
      else if (ft_json_key_is (key, "pieces") && *value == '[')
        self->library->piece_array = value;
      else if (ft_json_key_is (key, "files") && *value == '[')
        self->file_array = value + 1;
      else if (ft_json_key_is (key, "days_off") && *value == '[')
        self->library->day_off_array = value;
      else if (ft_json_key_is (key, "settings") && *value == '{')
        self->library->setting_object = value;
      else if ((ft_json_key_is (key, "promises") && *value == '['
                && !index_slices (self, value, self->promises))
               || (ft_json_key_is (key, "contacts") && *value == '['
                   && !index_slices (self, value, self->contacts))
               || (ft_json_key_is (key, "sales") && *value == '['
                   && !index_slices (self, value, self->sales)))
        return set_format_error (error);
    }
  after = ft_json_skip_space (after, self->end);
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
  self->library = ft_json_library_new ();
  if (!read_frame (self, error))
    return NULL;
  ft_json_library_read (self->library, self->end);
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
  ft_json_library_free (self->library);
  g_free (self);
}

void
ft_json_reader_rewind (FtJsonReader *self)
{
  self->at = self->leads;
  self->file_at = self->file_array;
  self->counted = self->text;
  self->line = 1;
  self->orphan = 0;
  self->has_library = FALSE;
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

static gboolean
add_promise (FtJsonReader *self, FtImportRow *row, JsonObject *object, char **reason)
{
  FtPromiseData *promise = ft_json_read_promise (object, reason);
  if (!promise)
    return FALSE;
  if (!row->promises)
    row->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  promise->id = -1 - (gint64) row->promises->len;
  promise->piece_id
      = ft_json_library_find_piece (self->library, ft_json_get_string (object, "piece"));
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
  contact->piece_id
      = ft_json_library_find_piece (self->library, ft_json_get_string (object, "piece"));
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
      object = ft_json_parse (parser, self->text + slice->offset, slice->length, &row->reason);
      if (object && !add (self, row, object, &row->reason))
        row->line = line_of (self, self->text + slice->offset);
    }
}

static void
read_lead (FtJsonReader *self, FtImportRow *row, const char *from, const char *to)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  guint64 uid = ft_json_hash_member (from, self->end, "uid");
  JsonObject *object = ft_json_parse (parser, from, to - from, &row->reason);
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
  if (self->has_library)
    return FALSE;
  self->has_library = TRUE;
  return ft_json_library_give (self->library, row);
}

static void
read_file (FtJsonReader *self, FtImportRow *row, const char *from, const char *to)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object = ft_json_parse (parser, from, to - from, &row->reason);

  row->line = line_of (self, from);
  if (object)
    row->attachment = ft_json_read_file (object, &row->reason);
}

/* One row for each file, decoded when its turn comes: no two of them are in memory at once. */
static gboolean
next_file (FtJsonReader *self, FtImportRow *row)
{
  const char *value = self->file_at ? ft_json_next_item (self->file_at, self->end, NULL) : NULL;

  self->file_at = value ? ft_json_skip_value (value, self->end) : NULL;
  if (!self->file_at)
    return FALSE;
  read_file (self, row, value, self->file_at);
  return TRUE;
}

static gboolean
next_broken (FtJsonReader *self, FtImportRow *row)
{
  const FtJsonBroken *broken;
  if (self->next_broken >= self->library->broken->len)
    return FALSE;
  broken = &g_array_index (self->library->broken, FtJsonBroken, self->next_broken++);
  row->line = line_of (self, broken->at);
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
  const char *value = self->at ? ft_json_next_item (self->at, self->end, NULL) : NULL;
  if (value)
    {
      const char *after = ft_json_skip_value (value, self->end);
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
  if (next_file (self, row) || next_broken (self, row))
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
