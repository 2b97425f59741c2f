#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-export.h"

#include "interchange/ft-csv-writer.h"
#include "interchange/ft-ics-writer.h"
#include "interchange/ft-json-records.h"
#include "interchange/ft-vcard-writer.h"

#include <string.h>

/* Written in pieces of this size. */
#define CHUNK (64 * 1024)
/* Of a SHA-256 in hexadecimal digits. */
#define HASH_LENGTH 64

/* What is known before what it stands behind: an array of the JSON export that comes after the
 * leads, the entries of a calendar that come after its zones. It waits in an unnamed temporary
 * file, so that one pass over the database is enough and memory does not grow. */
typedef struct
{
  GString *pending;
  GFileIOStream *file; /* NULL while all of it is in @pending */
  guint n;
} Spool;

struct _FtExport
{
  FtExportFormat format;
  GOutputStream *stream;
  GString *pending;
  guint n_leads;
  Spool promises;
  Spool contacts;
  Spool sales;
  char *files;            /* the folder of what the pieces name by hash, or NULL */
  gboolean opened;        /* of JSON: the leads have begun */
  GString *library;       /* "pieces" and "settings", which are few */
  GHashTable *piece_uids; /* gint64 → its uid, owned */
  FtIcsWriter *calendar;  /* owned; of ICS only, its entries go where the promises do */
};

/**
 * ft_export_new:
 * @format: what to write
 * @clock: when and where it is written; asked now
 * @stream: where to; is not closed
 *
 * Returns: (transfer full): an export; nothing is written before the first lead
 */
FtExport *
ft_export_new (FtExportFormat format, FtClock *clock, GOutputStream *stream)
{
  FtExport *self = g_new0 (FtExport, 1);
  self->format = format;
  self->stream = g_object_ref (stream);
  self->pending = g_string_new (NULL);
  self->promises.pending = g_string_new (NULL);
  self->contacts.pending = g_string_new (NULL);
  self->sales.pending = g_string_new (NULL);
  self->library = g_string_new (NULL);
  self->piece_uids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (format == FT_EXPORT_JSON)
    g_string_append (self->pending, "{\"format\":\"follow-through\",\"version\":1,\n");
  else if (format == FT_EXPORT_CSV_SPREADSHEET)
    {
      /* without the mark, a spreadsheet takes UTF-8 for something else */
      g_string_append (self->pending, "\357\273\277");
      ft_csv_append_header (self->pending);
    }
  else if (format == FT_EXPORT_CSV)
    ft_csv_append_header (self->pending);
  else if (format == FT_EXPORT_ICS)
    self->calendar = ft_ics_writer_new (ft_clock_now (clock), ft_clock_get_zone (clock));
  return self;
}

static void
clear_spool (Spool *spool)
{
  g_string_free (spool->pending, TRUE);
  g_clear_object (&spool->file);
}

void
ft_export_free (FtExport *self)
{
  g_object_unref (self->stream);
  g_string_free (self->pending, TRUE);
  clear_spool (&self->promises);
  clear_spool (&self->contacts);
  clear_spool (&self->sales);
  g_string_free (self->library, TRUE);
  g_free (self->files);
  g_hash_table_unref (self->piece_uids);
  g_clear_pointer (&self->calendar, ft_ics_writer_free);
  g_free (self);
}

static gboolean
flush (GString *pending, GOutputStream *stream, GError **error)
{
  gboolean written
      = g_output_stream_write_all (stream, pending->str, pending->len, NULL, NULL, error);
  g_string_truncate (pending, 0);
  return written;
}

static gboolean
flush_spool (Spool *spool, GError **error)
{
  if (!spool->file)
    {
      g_autoptr (GFile) file = g_file_new_tmp ("follow-through-XXXXXX", &spool->file, error);
      if (!file || !g_file_delete (file, NULL, error))
        return FALSE;
    }
  return flush (spool->pending, g_io_stream_get_output_stream (G_IO_STREAM (spool->file)), error);
}

static void
begin_element (GString *out, guint *n)
{
  g_string_append (out, (*n)++ > 0 ? ",\n" : "\n");
}

static const char *
find_promise_uid (const FtLeadCard *card, gint64 id)
{
  for (guint i = 0; id != 0 && i < card->promises->len; i++)
    {
      const FtPromiseData *promise = card->promises->pdata[i];
      if (promise->id == id)
        return promise->uid;
    }
  return NULL;
}

static const char *
find_sale_uid (const FtLeadCard *card, gint64 id)
{
  for (guint i = 0; id != 0 && i < card->sales->len; i++)
    {
      const FtSaleData *sale = card->sales->pdata[i];
      if (sale->id == id)
        return sale->uid;
    }
  return NULL;
}

static void
open_leads (FtExport *self)
{
  if (!self->opened)
    g_string_append (self->pending, "\"leads\":[");
  self->opened = TRUE;
}

static void
append_json (FtExport *self, const FtLeadCard *card)
{
  open_leads (self);
  begin_element (self->pending, &self->n_leads);
  ft_json_append_lead (self->pending, card->lead);
  for (guint i = 0; i < card->promises->len; i++)
    {
      begin_element (self->promises.pending, &self->promises.n);
      const FtPromiseData *promise = card->promises->pdata[i];
      ft_json_append_promise (self->promises.pending, promise, card->lead->uid,
                              g_hash_table_lookup (self->piece_uids, &promise->piece_id),
                              find_sale_uid (card, promise->sale_id));
    }
  for (guint i = 0; i < card->sales->len; i++)
    {
      begin_element (self->sales.pending, &self->sales.n);
      ft_json_append_sale (self->sales.pending, card->sales->pdata[i], card->lead->uid);
    }
  for (guint i = 0; i < card->contacts->len; i++)
    {
      const FtContactData *contact = card->contacts->pdata[i];
      begin_element (self->contacts.pending, &self->contacts.n);
      ft_json_append_contact (self->contacts.pending, contact, card->lead->uid,
                              find_promise_uid (card, contact->promise_id),
                              g_hash_table_lookup (self->piece_uids, &contact->piece_id));
    }
}

/* Numbers as numbers; what is as the practices have it is left to the release that reads it. */
static void
append_settings (GString *out, const FtSettings *settings)
{
  g_autoptr (FtSettings) usual = ft_settings_new ();
  const char *const *names = ft_settings_get_names ();
  guint n = 0;

  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *value = ft_settings_get (settings, names[i]);
      g_autofree char *usual_value = ft_settings_get (usual, names[i]);
      if (g_str_equal (value, usual_value))
        continue;
      g_string_append_printf (out, "%s\"%s\":", n++ > 0 ? "," : "", names[i]);
      if (ft_settings_get_range (names[i], NULL, NULL))
        g_string_append (out, value);
      else
        ft_json_append_string (out, value);
    }
}

/* Each once, however many pieces have it. One that is missing cannot be written; the piece still
 * says its name. */
static gboolean
write_files (FtExport *self, GPtrArray *pieces, GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean any = FALSE;

  for (guint i = 0; i < pieces->len; i++)
    {
      const FtPieceData *piece = ((FtPieceRow *) pieces->pdata[i])->piece;
      gsize before = self->pending->len;
      g_autoptr (GError) failure = NULL;

      /* An import may have brought anything as a name. */
      if (strlen (piece->file_hash) != HASH_LENGTH || strchr (piece->file_hash, '/')
          || !g_hash_table_add (done, piece->file_hash))
        continue;
      g_string_append (self->pending, any ? ",\n" : "\"files\":[\n");
      if (ft_json_write_file (self->pending, self->files, piece->file_hash, self->stream, &failure))
        any = TRUE;
      else if (!failure)
        g_string_truncate (self->pending, before);
      else
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  if (any)
    g_string_append (self->pending, "\n],\n");
  return TRUE;
}

/**
 * ft_export_set_files:
 * @self: an export that has not begun
 * @folder: where the files of the pieces are, named by their hash, as from ft_store_dup_file_folder
 * ()
 *
 * Has JSON carry what the pieces have as files; it can be imported elsewhere then, without loss.
 */
void
ft_export_set_files (FtExport *self, const char *folder)
{
  g_free (self->files);
  self->files = g_strdup (folder);
}

/**
 * ft_export_begin:
 * @self: (type FtExport): an export
 * @pieces: (element-type FtPieceRow): the library (A5)
 *
 * Only JSON has room for it; a calendar asks the settings how long a contact takes.
 *
 * Returns: %TRUE, or %FALSE with @error if a file of a piece could not be read, or written
 */
gboolean
ft_export_begin (gpointer self, GPtrArray *pieces, const FtSettings *settings, GError **error)
{
  FtExport *export = self;

  if (export->calendar)
    ft_ics_writer_set_settings (export->calendar, settings);
  g_string_assign (export->library, ",\n\"pieces\":[");
  for (guint i = 0; i < pieces->len; i++)
    {
      const FtPieceData *piece = ((FtPieceRow *) pieces->pdata[i])->piece;
      g_string_append (export->library, i > 0 ? ",\n" : "\n");
      ft_json_append_piece (export->library, piece);
      g_hash_table_insert (export->piece_uids, g_memdup2 (&piece->id, sizeof piece->id),
                           g_strdup (piece->uid));
    }
  g_string_append (export->library, "\n],\n\"days_off\":[");
  for (guint i = 0; i < settings->days_off->len; i++)
    {
      g_string_append (export->library, i > 0 ? ",\n" : "\n");
      ft_json_append_day_off (export->library, settings->days_off->pdata[i]);
    }
  g_string_append (export->library, "\n],\n\"settings\":{");
  append_settings (export->library, settings);
  g_string_append_c (export->library, '}');
  return export->format != FT_EXPORT_JSON || !export->files || write_files (export, pieces, error);
}

/**
 * ft_export_add:
 * @self: (type FtExport): an export
 * @card: everything about one lead
 * @error: what the stream, or the disk, has to say
 *
 * Writes one lead. Fits an FtExportEach.
 *
 * Returns: whether to go on
 */
gboolean
ft_export_add (gpointer self, FtLeadCard *card, GError **error)
{
  FtExport *export = self;
  switch (export->format)
    {
    case FT_EXPORT_JSON:
      append_json (export, card);
      break;
    case FT_EXPORT_CSV:
    case FT_EXPORT_CSV_SPREADSHEET:
      ft_csv_append_card (export->pending, card, export->format == FT_EXPORT_CSV_SPREADSHEET);
      break;
    case FT_EXPORT_VCARD:
      ft_vcard_append_lead (export->pending, card->lead);
      break;
    case FT_EXPORT_ICS:
      for (guint i = 0; i < card->promises->len; i++)
        ft_ics_writer_append_promise (export->calendar, export->promises.pending, card->lead,
                                      card->promises->pdata[i]);
      break;
    default:
      g_return_val_if_reached (FALSE);
    }
  if (export->promises.pending->len > CHUNK && !flush_spool (&export->promises, error))
    return FALSE;
  if (export->contacts.pending->len > CHUNK && !flush_spool (&export->contacts, error))
    return FALSE;
  if (export->sales.pending->len > CHUNK && !flush_spool (&export->sales, error))
    return FALSE;
  return export->pending->len < CHUNK || flush (export->pending, export->stream, error);
}

/* What is pending, then what waited. */
static gboolean
write_spool (FtExport *self, Spool *spool, GError **error)
{
  if (!flush (self->pending, self->stream, error))
    return FALSE;
  if (spool->file)
    {
      GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (spool->file));
      if (!flush_spool (spool, error)
          || !g_seekable_seek (G_SEEKABLE (spool->file), 0, G_SEEK_SET, NULL, error)
          || g_output_stream_splice (self->stream, input, G_OUTPUT_STREAM_SPLICE_NONE, NULL, error)
                 < 0)
        return FALSE;
    }
  return flush (spool->pending, self->stream, error);
}

static gboolean
append_array (FtExport *self, const char *key, Spool *spool, GError **error)
{
  g_string_append_printf (self->pending, "\n],\n\"%s\":[", key);
  return write_spool (self, spool, error);
}

/**
 * ft_export_finish:
 * @self: an export
 * @error: what the stream, or the disk, has to say
 *
 * Writes what is left. Without it the export is cut off, and the own import refuses it.
 *
 * Returns: whether all is written and flushed
 */
gboolean
ft_export_finish (FtExport *self, GError **error)
{
  if (self->format == FT_EXPORT_JSON)
    {
      open_leads (self);
      if (!append_array (self, "promises", &self->promises, error)
          || !append_array (self, "contacts", &self->contacts, error)
          || !append_array (self, "sales", &self->sales, error))
        return FALSE;
      g_string_append_printf (self->pending, "\n]%s}\n", self->library->str);
    }
  else if (self->format == FT_EXPORT_ICS)
    {
      ft_ics_writer_append_head (self->calendar, self->pending);
      if (!write_spool (self, &self->promises, error))
        return FALSE;
      ft_ics_writer_append_tail (self->calendar, self->pending);
    }
  return flush (self->pending, self->stream, error)
         && g_output_stream_flush (self->stream, NULL, error);
}

char *
ft_export_dup_calendar_path (const char *database)
{
  gsize length = strlen (database) - (g_str_has_suffix (database, ".db") ? strlen (".db") : 0);
  g_autofree char *stem = g_strndup (database, length);

  return g_strconcat (stem, ".ics", NULL);
}
