#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-import-source.h"

#include "interchange/ft-csv-row.h"
#include "interchange/ft-json-reader.h"
#include "interchange/ft-vcard-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (ft - import - error - quark, ft_import_error)

struct _FtImportSource
{
  char *name;
  FtImportKind kind;
  FtEncoding encoding;
  FtCivil now;
  FtCsvReader *csv;
  FtCsvMapping *mapping;
  FtVcardReader *vcard;
  FtJsonReader *json;
  gboolean started;
};

/* By what the file says; its name may say anything. */
static FtImportKind
find_kind (const char *text, gsize length)
{
  static const char card[] = "BEGIN:VCARD";
  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }
  if (length >= sizeof card - 1 && g_ascii_strncasecmp (text, card, sizeof card - 1) == 0)
    return FT_IMPORT_KIND_VCARD;
  return length > 0 && (*text == '{' || *text == '[') ? FT_IMPORT_KIND_JSON : FT_IMPORT_KIND_CSV;
}

/* A table is never binary: a picture or an archive makes no leads. */
static gboolean
is_binary (GBytes *bytes)
{
  static const char *const magics[] = { "PK\003\004",       "\211PNG",  "\377\330\377",   "%PDF-",
                                        "\320\317\021\340", "\037\213", "SQLite format 3" };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= strlen (magics[i]) && memcmp (data, magics[i], strlen (magics[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
open_text (FtImportSource *self, GBytes *bytes, GBytes *text, char delimiter, GError **error)
{
  switch (self->kind)
    {
    case FT_IMPORT_KIND_VCARD:
      self->vcard = ft_vcard_reader_new (bytes, self->encoding);
      return TRUE;
    case FT_IMPORT_KIND_JSON:
      self->json = ft_json_reader_new (text, error);
      return self->json != NULL;
    case FT_IMPORT_KIND_CSV:
      self->csv = ft_csv_reader_new (text, delimiter);
      self->mapping = ft_csv_mapping_new (self->csv);
      if (self->mapping->columns->len > 0)
        return TRUE;
      g_set_error (error, FT_IMPORT_ERROR, FT_IMPORT_ERROR_FORMAT, _ ("“%s” is empty."),
                   self->name);
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * ft_import_source_new:
 * @name: what the user calls the file
 * @bytes: its content
 * @encoding: what it is in, or %FT_ENCODING_AUTO
 * @delimiter: between the fields of a table, or 0 to find it
 * @now: what the wall clock reads, for dates without a year
 * @error: #FtImportError
 *
 * Finds out what the file is: a vCard, an export of this program, or else a table.
 *
 * Returns: (transfer full): a source that stands before the first row, or %NULL
 */
FtImportSource *
ft_import_source_new (const char *name,
                      GBytes *bytes,
                      FtEncoding encoding,
                      char delimiter,
                      FtCivil now,
                      GError **error)
{
  g_autoptr (FtImportSource) self = g_new0 (FtImportSource, 1);
  g_autoptr (GBytes) text = NULL;

  g_return_val_if_fail (name, NULL);
  g_return_val_if_fail (bytes, NULL);

  self->name = g_strdup (name);
  self->now = now;
  if (is_binary (bytes))
    {
      g_set_error (error, FT_IMPORT_ERROR, FT_IMPORT_ERROR_FORMAT,
                   _ ("“%s” is not a text file. Save it as CSV from the program it comes from, "
                      "then import that."),
                   name);
      return NULL;
    }
  text = ft_text_decode (bytes, encoding, &self->encoding);
  self->kind = find_kind (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  if (self->kind == FT_IMPORT_KIND_VCARD)
    self->encoding = encoding;
  if (!open_text (self, bytes, text, delimiter, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ft_import_source_free (FtImportSource *self)
{
  g_free (self->name);
  g_clear_pointer (&self->csv, ft_csv_reader_free);
  g_clear_pointer (&self->mapping, ft_csv_mapping_free);
  g_clear_pointer (&self->vcard, ft_vcard_reader_free);
  g_clear_pointer (&self->json, ft_json_reader_free);
  g_free (self);
}

FtImportKind
ft_import_source_get_kind (FtImportSource *self)
{
  return self->kind;
}

/**
 * ft_import_source_get_encoding:
 * @self: a source
 *
 * Returns: what the file was taken to be in; %FT_ENCODING_AUTO for a vCard, each line of which may
 * differ
 */
FtEncoding
ft_import_source_get_encoding (FtImportSource *self)
{
  return self->encoding;
}

/**
 * ft_import_source_get_delimiter:
 * @self: a source
 *
 * Returns: what stands between the fields of a table, 0 if this is none
 */
char
ft_import_source_get_delimiter (FtImportSource *self)
{
  return self->csv ? ft_csv_reader_get_delimiter (self->csv) : '\0';
}

/**
 * ft_import_source_get_mapping:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): what the columns of a table hold, to show and to change
 * before the first row is read; %NULL if this is no table
 */
FtCsvMapping *
ft_import_source_get_mapping (FtImportSource *self)
{
  return self->mapping;
}

/**
 * ft_import_source_rewind:
 * @self: a source
 *
 * Goes back to before the first row, with the mapping as it is now.
 */
void
ft_import_source_rewind (FtImportSource *self)
{
  self->started = FALSE;
  if (self->csv)
    ft_csv_reader_rewind (self->csv);
  if (self->vcard)
    ft_vcard_reader_rewind (self->vcard);
  if (self->json)
    ft_json_reader_rewind (self->json);
}

static gboolean
next_csv (FtImportSource *self, FtImportRow *row, GError **error)
{
  if (!self->started)
    {
      if (!ft_csv_mapping_check (self->mapping, error))
        return FALSE;
      if (self->mapping->has_header)
        ft_csv_reader_next (self->csv);
      self->started = TRUE;
    }
  while (ft_csv_reader_next (self->csv))
    {
      row->line = ft_csv_reader_get_line (self->csv);
      if (ft_csv_row_fill (row, self->csv, self->mapping, self->now))
        return TRUE;
    }
  return FALSE;
}

/**
 * ft_import_source_next:
 * @self: (type FtImportSource): a source
 * @row: a cleared row
 * @fraction: (out) (optional): how much of the file has been read, 0 … 1
 * @error: %FT_IMPORT_ERROR_MAPPING when no column can name a lead
 *
 * The next lead, or the next row that cannot be taken, with its line and the reason. An
 * #FtImportNext.
 *
 * Returns: %FALSE at the end, or with @error set
 */
gboolean
ft_import_source_next (gpointer self, FtImportRow *row, double *fraction, GError **error)
{
  FtImportSource *source = self;
  gboolean found = FALSE;
  double read = 1.0;

  if (source->csv)
    {
      found = next_csv (source, row, error);
      read = ft_csv_reader_get_fraction (source->csv);
    }
  else if (source->vcard)
    {
      found = ft_vcard_reader_next (source->vcard, row);
      read = ft_vcard_reader_get_fraction (source->vcard);
    }
  else if (source->json)
    {
      found = ft_json_reader_next (source->json, row);
      read = ft_json_reader_get_fraction (source->json);
    }
  if (found)
    row->file = g_strdup (source->name);
  if (fraction)
    *fraction = read;
  return found;
}
