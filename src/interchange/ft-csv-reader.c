#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-csv-reader.h"

#include <string.h>

/* Rows looked at to find the delimiter. */
#define N_PROBE_ROWS 25

static const char delimiters[] = { ',', ';', '\t', '|' };

struct _FtCsvReader
{
  GBytes *bytes;
  const char *text;
  const char *start; /* after a "sep=" line */
  const char *end;
  char delimiter;
  guint start_line;

  /* the current row */
  const char *at; /* where the next one begins */
  guint at_line;  /* the line of @at */
  guint line;
  gboolean broken;
  gboolean stray;  /* has a quote inside of a field without quotes */
  GString *values; /* NUL-terminated, one after the other */
  GArray *offsets; /* gsize, into @values */

  const char *line_from; /* no line ends between these two, but at the second */
  const char *line_end;
  /* no quoted field ends between these two: what makes a file full of unclosed quotes linear */
  const char *barren_from;
  const char *barren_to;
};

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Whether a field ends here. */
static gboolean
is_boundary (FtCsvReader *self, const char *p)
{
  return p >= self->end || *p == self->delimiter || is_line_end (*p);
}

static const char *
skip_line_end (FtCsvReader *self, const char *p)
{
  if (p < self->end && *p == '\r')
    return p + 1 + (p + 1 < self->end && p[1] == '\n');
  return p < self->end ? p + 1 : p;
}

/* Remembered, for a line may be long and have many fields. */
static const char *
find_line_end (FtCsvReader *self, const char *p)
{
  if (p < self->line_from || p > self->line_end)
    {
      self->line_from = p;
      while (p < self->end && !is_line_end (*p))
        p++;
      self->line_end = p;
    }
  return self->line_end;
}

static guint
count_lines (FtCsvReader *self, const char *from, const char *to)
{
  guint n = 0;
  for (const char *p = from; p < to; p++)
    n += *p == '\n' || (*p == '\r' && !(p + 1 < self->end && p[1] == '\n'));
  return n;
}

/* A run of an even number of quotes stands for half as many. An odd run before a boundary ends the
 * field. Any other odd run has a quote that someone forgot to double: on the line where the field
 * began, it is taken as it is (`"a 5" pipe"`). On a later line too, unless it stands where a field
 * would begin: then it is this field that was never closed, and it must not eat the rows between.
 * Returns the closing quote, or NULL if there is none. */
static const char *
find_closing_quote (FtCsvReader *self, const char *from)
{
  const char *line_end = find_line_end (self, from);
  const char *p = from;

  while (p < self->end)
    {
      const char *quote, *after;
      if (p > line_end && p >= self->barren_from && p < self->barren_to)
        p = self->barren_to;
      quote = p < self->end ? memchr (p, '"', self->end - p) : NULL;
      if (!quote)
        break;
      for (after = quote; after < self->end && *after == '"'; after++)
        ;
      if ((after - quote) % 2 != 0)
        {
          if (is_boundary (self, after))
            return after - 1;
          if (quote > line_end && is_boundary (self, quote - 1))
            {
              self->barren_from = line_end;
              self->barren_to = quote;
              return NULL;
            }
        }
      p = after;
    }
  self->barren_from = line_end;
  self->barren_to = self->end;
  return NULL;
}

static void
begin_value (FtCsvReader *self)
{
  g_array_append_val (self->offsets, self->values->len);
}

static void
append_quoted (FtCsvReader *self, const char *p, const char *end)
{
  while (p < end)
    {
      const char *quote = memchr (p, '"', end - p);
      const char *stop = quote ? quote + 1 : end;
      g_string_append_len (self->values, p, stop - p);
      p = stop;
      if (quote && p < end && *p == '"')
        p++;
    }
}

/* Reads the field at @p; returns what follows it, or NULL if its quote is never closed. */
static const char *
read_field (FtCsvReader *self, const char *p)
{
  const char *end;
  begin_value (self);
  if (p < self->end && *p == '"')
    {
      end = find_closing_quote (self, p + 1);
      if (!end)
        return NULL;
      append_quoted (self, p + 1, end);
      self->at_line += count_lines (self, p, end);
      end++;
    }
  else
    {
      for (end = p; !is_boundary (self, end); end++)
        ;
      g_string_append_len (self->values, p, end - p);
      self->stray |= memchr (p, '"', end - p) != NULL;
    }
  g_string_append_c (self->values, '\0');
  return end;
}

static gboolean
row_is_empty (FtCsvReader *self)
{
  return self->offsets->len == 1 && self->values->len == 1;
}

/**
 * ft_csv_reader_next:
 * @self: a reader
 *
 * Goes to the next row; empty lines are passed over. Takes time in proportion to the row, whatever
 * the quotes of the file are like.
 *
 * Returns: %FALSE at the end
 */
gboolean
ft_csv_reader_next (FtCsvReader *self)
{
  while (self->at < self->end)
    {
      const char *begin = self->at;
      const char *p = begin;
      self->line = self->at_line;
      self->broken = self->stray = FALSE;
      g_string_truncate (self->values, 0);
      g_array_set_size (self->offsets, 0);
      while ((p = read_field (self, p)) && p < self->end && *p == self->delimiter)
        p++;
      if (!p)
        {
          const char *last
              = self->values->str + g_array_index (self->offsets, gsize, self->offsets->len - 1);
          p = find_line_end (self, begin);
          self->broken = TRUE;
          self->at_line = self->line;
          g_string_truncate (self->values, last - self->values->str);
          g_string_append_c (self->values, '\0');
        }
      self->at = skip_line_end (self, p);
      self->at_line++;
      if (self->broken || !row_is_empty (self))
        return TRUE;
    }
  g_string_truncate (self->values, 0);
  g_array_set_size (self->offsets, 0);
  self->line = self->at_line;
  self->broken = FALSE;
  return FALSE;
}

/* The line "sep=;" that spreadsheets write and obey. */
static void
read_sep_line (FtCsvReader *self)
{
  const char *p = self->text;
  const char *line_end = find_line_end (self, p);
  gboolean quoted = p < line_end && *p == '"';
  p += quoted;
  if (line_end - p != 5 + quoted || g_ascii_strncasecmp (p, "sep=", 4) != 0
      || (quoted && p[5] != '"'))
    return;
  if (self->delimiter == '\0')
    self->delimiter = p[4];
  self->start = skip_line_end (self, line_end);
  self->start_line = 2;
}

/* How well a delimiter explains the first rows: rows as wide as the first one, wide
 * ones, and no quotes cut in two. */
static double
rate_delimiter (FtCsvReader *self, char delimiter)
{
  guint width = 0, n_rows = 0, n_alike = 0;
  self->delimiter = delimiter;
  ft_csv_reader_rewind (self);
  while (n_rows < N_PROBE_ROWS && ft_csv_reader_next (self))
    {
      guint n_fields = ft_csv_reader_get_n_fields (self);
      if (self->broken)
        continue;
      if (n_rows == 0)
        width = n_fields;
      n_rows++;
      n_alike += n_fields == width && !self->stray;
    }
  if (width < 2)
    return 0;
  return (double) n_alike / n_rows + 1.0 - 1.0 / width;
}

static void
find_delimiter (FtCsvReader *self)
{
  char best = ',';
  double best_rate = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      double rate = rate_delimiter (self, delimiters[i]);
      self->barren_from = self->barren_to = NULL;
      if (rate > best_rate)
        {
          best = delimiters[i];
          best_rate = rate;
        }
    }
  self->delimiter = best;
}

/**
 * ft_csv_reader_new:
 * @text: valid UTF-8 without NULs, as from ft_text_decode ()
 * @delimiter: between fields, or 0 to go by a "sep=" line, else by what divides the first rows best
 *
 * Returns: (transfer full): a reader that stands before the first row
 */
FtCsvReader *
ft_csv_reader_new (GBytes *text, char delimiter)
{
  FtCsvReader *self = g_new0 (FtCsvReader, 1);
  gsize length;
  self->bytes = g_bytes_ref (text);
  self->text = g_bytes_get_data (text, &length);
  if (!self->text)
    self->text = "";
  self->start = self->text;
  self->end = self->text + length;
  self->delimiter = delimiter;
  self->start_line = 1;
  self->values = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  read_sep_line (self);
  if (self->delimiter == '\0')
    find_delimiter (self);
  ft_csv_reader_rewind (self);
  return self;
}

void
ft_csv_reader_free (FtCsvReader *self)
{
  g_bytes_unref (self->bytes);
  g_string_free (self->values, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

char
ft_csv_reader_get_delimiter (FtCsvReader *self)
{
  return self->delimiter;
}

/**
 * ft_csv_reader_rewind:
 * @self: a reader
 *
 * Goes back to before the first row.
 */
void
ft_csv_reader_rewind (FtCsvReader *self)
{
  self->at = self->start;
  self->at_line = self->start_line;
}

/**
 * ft_csv_reader_get_line:
 * @self: a reader
 *
 * Returns: the line of the file on which the current row begins, from 1
 */
guint
ft_csv_reader_get_line (FtCsvReader *self)
{
  return self->line;
}

/**
 * ft_csv_reader_is_broken:
 * @self: a reader
 *
 * Returns: whether a quote of the current row is never closed; only the fields before it are there,
 *   and the next row is what stands on the next line
 */
gboolean
ft_csv_reader_is_broken (FtCsvReader *self)
{
  return self->broken;
}

guint
ft_csv_reader_get_n_fields (FtCsvReader *self)
{
  return self->offsets->len;
}

/**
 * ft_csv_reader_get_field:
 * @self: a reader
 * @i: which, from 0
 *
 * Returns: (transfer none): its value, until the next row; "" if the row is shorter
 */
const char *
ft_csv_reader_get_field (FtCsvReader *self, guint i)
{
  if (i >= self->offsets->len)
    return "";
  return self->values->str + g_array_index (self->offsets, gsize, i);
}

/**
 * ft_csv_reader_get_fraction:
 * @self: a reader
 *
 * Returns: how much of the text has been read, 0 … 1
 */
double
ft_csv_reader_get_fraction (FtCsvReader *self)
{
  return self->end > self->start ? (double) (self->at - self->start) / (self->end - self->start)
                                 : 1.0;
}
