#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-csv-mapping.h"

#include "interchange/ft-csv-headers.h"
#include "interchange/ft-import-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows looked at for samples and for what a column without a known header holds. */
#define N_PROBE_ROWS 200

static const struct
{
  const char *name;
  const char *label;
} fields[FT_N_FIELDS] = {
  [FT_FIELD_IGNORE] = { "ignore", N_ ("Do Not Import") },
  [FT_FIELD_NAME] = { "name", N_ ("Name") },
  [FT_FIELD_GIVEN_NAME] = { "given-name", N_ ("Given Name") },
  [FT_FIELD_MIDDLE_NAME] = { "middle-name", N_ ("Middle Name") },
  [FT_FIELD_FAMILY_NAME] = { "family-name", N_ ("Family Name") },
  [FT_FIELD_COMPANY] = { "company", N_ ("Company") },
  [FT_FIELD_ROLE] = { "role", N_ ("Role") },
  [FT_FIELD_PHONE] = { "phone", N_ ("Phone") },
  [FT_FIELD_PHONE_LABEL] = { "phone-label", N_ ("Phone Label") },
  [FT_FIELD_EMAIL] = { "email", N_ ("E-Mail") },
  [FT_FIELD_EMAIL_LABEL] = { "email-label", N_ ("E-Mail Label") },
  [FT_FIELD_STREET] = { "street", N_ ("Street") },
  [FT_FIELD_POSTCODE] = { "postcode", N_ ("Postal Code") },
  [FT_FIELD_CITY] = { "city", N_ ("City") },
  [FT_FIELD_REGION] = { "region", N_ ("Region") },
  [FT_FIELD_COUNTRY] = { "country", N_ ("Country") },
  [FT_FIELD_CHANNEL] = { "channel", N_ ("Preferred Channel") },
  [FT_FIELD_ZONE] = { "zone", N_ ("Time Zone") },
  [FT_FIELD_SOURCE] = { "source", N_ ("Source") },
  [FT_FIELD_DECISION] = { "decision", N_ ("Decision Date") },
  [FT_FIELD_NOT_BEFORE] = { "not-before", N_ ("Not Before") },
  [FT_FIELD_STATE] = { "state", N_ ("State of the Lead") },
  [FT_FIELD_CLOSING_WORDS] = { "closing-words", N_ ("Closing Words") },
  [FT_FIELD_NOTES] = { "notes", N_ ("Notes") },
  [FT_FIELD_PROMISE] = { "promise", N_ ("Promised Time") },
  [FT_FIELD_PROMISE_TIME] = { "promise-time", N_ ("Promised Time of Day") },
  [FT_FIELD_TARGET] = { "target", N_ ("My Target") },
  [FT_FIELD_PROMISE_ZONE] = { "promise-zone", N_ ("Time Zone of the Promise") },
  [FT_FIELD_PROMISE_CHANNEL] = { "promise-channel", N_ ("Channel of the Promise") },
  [FT_FIELD_PROMISE_KIND] = { "promise-kind", N_ ("Kind of Promise") },
  [FT_FIELD_PURPOSE] = { "purpose", N_ ("Purpose") },
  [FT_FIELD_VALUE] = { "value", N_ ("Value") },
  [FT_FIELD_AGREED] = { "agreed", N_ ("Agreed") },
  [FT_FIELD_EFFORT] = { "effort", N_ ("Effort in Minutes") },
  [FT_FIELD_PROMISE_UID] = { "promise-uid", N_ ("Identifier of the Promise") },
  [FT_FIELD_UID] = { "uid", N_ ("Identifier") },
};

const char *
ft_field_to_string (FtField field)
{
  g_return_val_if_fail ((guint) field < FT_N_FIELDS, "");
  return fields[field].name;
}

gboolean
ft_field_from_string (const char *string, FtField *field)
{
  for (guint i = 0; i < FT_N_FIELDS; i++)
    if (g_ascii_strcasecmp (fields[i].name, string) == 0)
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}

const char *
ft_field_get_label (FtField field)
{
  g_return_val_if_fail ((guint) field < FT_N_FIELDS, "");
  return _ (fields[field].label);
}

static FtCsvColumn *
column_new (const char *header)
{
  FtCsvColumn *column = g_new0 (FtCsvColumn, 1);
  column->header = g_strstrip (g_strdup (header));
  column->label = g_strdup ("");
  return column;
}

static void
column_free (gpointer data)
{
  FtCsvColumn *column = data;
  g_free (column->header);
  g_free (column->label);
  for (guint i = 0; i < FT_CSV_N_SAMPLES; i++)
    g_free (column->samples[i]);
  g_free (column);
}

void
ft_csv_mapping_free (FtCsvMapping *self)
{
  g_ptr_array_unref (self->columns);
  g_free (self);
}

/* --- What columns look like --- */

static gboolean
is_email (const char *value)
{
  const char *at = strchr (value, '@');
  return at && at > value && strchr (at, '.') && !strpbrk (value, " \t\n");
}

static gboolean
is_phone (const char *value)
{
  guint n_digits = 0;
  for (const char *p = value; *p; p++)
    {
      n_digits += g_ascii_isdigit (*p);
      if (!g_ascii_isdigit (*p) && !strchr ("+-/(). \t", *p))
        return FALSE;
    }
  return n_digits >= 6 && n_digits <= 17;
}

static gboolean
is_text (const char *value)
{
  while (*value && !g_unichar_isalpha (g_utf8_get_char (value)))
    value = g_utf8_next_char (value);
  return *value != '\0';
}

/* Only one way round makes a day and a month of "26/11/2026". */
static FtDateOrder
guess_date_order (const char *value)
{
  char *end;
  gint64 first = g_ascii_strtoll (value, &end, 10), second;
  if (end == value || !strchr ("/-", *end) || *end == '\0' || first < 1 || first > 31)
    return FT_DATE_ORDER_LOCALE;
  second = g_ascii_strtoll (end + 1, NULL, 10);
  if (first > 12 && second >= 1 && second <= 12)
    return FT_DATE_ORDER_DAY_FIRST;
  if (second > 12 && second <= 31 && first <= 12)
    return FT_DATE_ORDER_MONTH_FIRST;
  return FT_DATE_ORDER_LOCALE;
}

typedef struct
{
  guint n;
  guint n_emails;
  guint n_phones;
  guint n_texts;
} Look;

static void
look_at_value (FtCsvColumn *column, Look *look, const char *value)
{
  if (*value == '\0')
    return;
  if (look->n < FT_CSV_N_SAMPLES)
    column->samples[look->n] = g_strdup (value);
  if (column->order == FT_DATE_ORDER_LOCALE)
    column->order = guess_date_order (value);
  look->n++;
  look->n_emails += is_email (value);
  look->n_phones += is_phone (value);
  look->n_texts += is_text (value) && !is_email (value);
}

/* For a file without a known header: e-mail addresses and telephone numbers give themselves away,
 * and the first other text of a list that has any of them is the name. */
static void
guess_by_content (FtCsvMapping *self, const Look *looks)
{
  gboolean reachable = FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      FtCsvColumn *column = self->columns->pdata[i];
      if (looks[i].n_emails * 2 > looks[i].n)
        column->field = FT_FIELD_EMAIL;
      else if (looks[i].n_phones * 2 > looks[i].n)
        column->field = FT_FIELD_PHONE;
      reachable |= column->field != FT_FIELD_IGNORE;
    }
  for (guint i = 0; reachable && i < self->columns->len; i++)
    {
      FtCsvColumn *column = self->columns->pdata[i];
      if (column->field == FT_FIELD_IGNORE && looks[i].n_texts * 2 > looks[i].n)
        {
          column->field = FT_FIELD_NAME;
          return;
        }
    }
}

/* --- What headers say --- */

static gboolean
has_field (FtCsvMapping *self, FtField field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (((FtCsvColumn *) self->columns->pdata[i])->field == field)
      return TRUE;
  return FALSE;
}

static gboolean
has_key (FtCsvMapping *self, const char *wanted)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *key = ft_csv_header_key (((FtCsvColumn *) self->columns->pdata[i])->header);
      if (g_str_equal (key, wanted))
        return TRUE;
    }
  return FALSE;
}

/* Some headers mean different things in different company: beside "Job Title" or "Suffix", "Title"
 * is "Dr."; beside "Vorname" or "Prénom" alone, "Name" or "Nom" is the family name, and beside
 * "Apellidos", "Nombre" is the given one. */
static void
settle_ambiguous (FtCsvMapping *self)
{
  gboolean given = has_field (self, FT_FIELD_GIVEN_NAME);
  gboolean family = has_field (self, FT_FIELD_FAMILY_NAME);
  gboolean salutation
      = has_key (self, "jobtitle") || has_key (self, "suffix") || has_key (self, "position");
  for (guint i = 0; i < self->columns->len; i++)
    {
      FtCsvColumn *column = self->columns->pdata[i];
      g_autofree char *key = ft_csv_header_key (column->header);
      if (salutation && g_str_equal (key, "title"))
        column->field = FT_FIELD_IGNORE;
      else if (given && !family && (g_str_equal (key, "name") || g_str_equal (key, "nom")))
        column->field = FT_FIELD_FAMILY_NAME;
      else if (family && !given && g_str_equal (key, "nombre"))
        column->field = FT_FIELD_GIVEN_NAME;
    }
}

static guint
read_headers (FtCsvMapping *self, FtCsvReader *reader, gboolean *has_data)
{
  guint n_known = 0;
  for (guint i = 0; i < ft_csv_reader_get_n_fields (reader); i++)
    {
      FtCsvColumn *column = column_new (ft_csv_reader_get_field (reader, i));
      const char *label;
      g_ptr_array_add (self->columns, column);
      *has_data |= is_email (column->header) || is_phone (column->header);
      if (ft_csv_header_find (column->header, &column->field, &label, &column->group))
        {
          g_free (column->label);
          column->label = g_strdup (label);
          n_known++;
        }
    }
  return n_known;
}

static void
forget_headers (FtCsvMapping *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      FtCsvColumn *column = self->columns->pdata[i];
      column->field = FT_FIELD_IGNORE;
      column->group = 0;
      column->label[0] = '\0';
    }
}

/**
 * ft_csv_mapping_new:
 * @reader: a reader; is rewound
 *
 * Finds out what the columns hold: by their headers, in any order; in a file without known ones, by
 * what stands below them. The first row is no header when an e-mail address or a telephone number
 * stands in it.
 *
 * Returns: (transfer full): the mapping, for a preview or ft_csv_mapping_override () to change
 */
FtCsvMapping *
ft_csv_mapping_new (FtCsvReader *reader)
{
  FtCsvMapping *self = g_new0 (FtCsvMapping, 1);
  gboolean has_data = FALSE;
  guint n_known = 0;
  g_autofree Look *looks = NULL;

  self->columns = g_ptr_array_new_with_free_func (column_free);
  ft_csv_reader_rewind (reader);
  if (ft_csv_reader_next (reader))
    n_known = read_headers (self, reader, &has_data);
  if (has_data)
    forget_headers (self);
  self->has_header = !has_data && self->columns->len > 0;

  looks = g_new0 (Look, self->columns->len + 1);
  if (!self->has_header)
    ft_csv_reader_rewind (reader);
  for (guint n = 0; n < N_PROBE_ROWS && ft_csv_reader_next (reader); n++)
    for (guint i = 0; i < self->columns->len; i++)
      look_at_value (self->columns->pdata[i], &looks[i], ft_csv_reader_get_field (reader, i));
  ft_csv_reader_rewind (reader);

  if (self->has_header && n_known > 0)
    settle_ambiguous (self);
  else
    guess_by_content (self, looks);
  return self;
}

/**
 * ft_csv_mapping_set_field:
 * @self: a mapping
 * @column: which, from 0
 * @field: what it holds
 *
 * A field that has one value is taken away from the column that had it before.
 */
void
ft_csv_mapping_set_field (FtCsvMapping *self, guint column, FtField field)
{
  FtCsvColumn *changed;
  g_return_if_fail (column < self->columns->len);
  g_return_if_fail ((guint) field < FT_N_FIELDS);

  changed = self->columns->pdata[column];
  if (field != FT_FIELD_PHONE && field != FT_FIELD_EMAIL && field != FT_FIELD_NOTES)
    for (guint i = 0; i < self->columns->len; i++)
      {
        FtCsvColumn *other = self->columns->pdata[i];
        if (other->field == field && other != changed)
          other->field = FT_FIELD_IGNORE;
      }
  if (changed->field == field)
    return;
  changed->field = field;
  changed->group = 0;
}

static gboolean
find_column (FtCsvMapping *self, const char *name, guint *column, gboolean *by_number)
{
  g_autofree char *wanted = ft_csv_header_key (name);
  guint64 number;
  *by_number = FALSE;
  for (int exact = 1; exact >= 0; exact--)
    for (guint i = 0; i < self->columns->len; i++)
      {
        const char *header = ((FtCsvColumn *) self->columns->pdata[i])->header;
        g_autofree char *key = ft_csv_header_key (header);
        if (exact ? g_str_equal (header, name) : *wanted && g_str_equal (key, wanted))
          {
            *column = i;
            return TRUE;
          }
      }
  *by_number = g_ascii_string_to_unsigned (name, 10, 1, self->columns->len, &number, NULL);
  if (*by_number)
    *column = number - 1;
  return *by_number;
}

/* A file nobody knows the headers of, addressed by numbers, is taken for one without. */
static gboolean
knows_a_header (FtCsvMapping *self)
{
  FtField field;
  const char *label;
  int group;
  for (guint i = 0; i < self->columns->len; i++)
    if (ft_csv_header_find (((FtCsvColumn *) self->columns->pdata[i])->header, &field, &label,
                            &group))
      return TRUE;
  return FALSE;
}

/**
 * ft_csv_mapping_override:
 * @self: a mapping
 * @rule: "FIELD=COLUMN": a name of ft_field_to_string (), and a header or a number from 1
 * @error: %FT_IMPORT_ERROR_MAPPING when there is no such field or column
 *
 * Returns: whether the rule could be applied
 */
gboolean
ft_csv_mapping_override (FtCsvMapping *self, const char *rule, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (rule, "=", 2);
  FtField field;
  guint column;
  gboolean by_number;

  if (g_strv_length (parts) != 2 || !ft_field_from_string (g_strstrip (parts[0]), &field))
    {
      g_autoptr (GString) names = g_string_new (NULL);
      for (guint i = 0; i < FT_N_FIELDS; i++)
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", fields[i].name);
      g_set_error (error, FT_IMPORT_ERROR, FT_IMPORT_ERROR_MAPPING,
                   _ ("“%s” does not say which field a column holds. Write FIELD=COLUMN; the "
                      "fields are: %s."),
                   rule, names->str);
      return FALSE;
    }
  if (!find_column (self, g_strstrip (parts[1]), &column, &by_number))
    {
      g_set_error (
          error, FT_IMPORT_ERROR, FT_IMPORT_ERROR_MAPPING,
          ngettext ("There is no column “%s”. Give its header, or 1: the file has one column.",
                    "There is no column “%s”. Give its header, or a number from 1 to %u.",
                    self->columns->len),
          parts[1], self->columns->len);
      return FALSE;
    }
  if (by_number && !knows_a_header (self))
    self->has_header = FALSE;
  else if (!by_number)
    self->has_header = TRUE;
  ft_csv_mapping_set_field (self, column, field);
  return TRUE;
}

/**
 * ft_csv_mapping_check:
 * @self: a mapping
 * @error: %FT_IMPORT_ERROR_MAPPING when no column can name a lead
 *
 * Returns: whether leads can be made with it
 */
gboolean
ft_csv_mapping_check (FtCsvMapping *self, GError **error)
{
  static const FtField naming[] = { FT_FIELD_NAME, FT_FIELD_GIVEN_NAME, FT_FIELD_FAMILY_NAME,
                                    FT_FIELD_COMPANY, FT_FIELD_EMAIL };
  for (gsize i = 0; i < G_N_ELEMENTS (naming); i++)
    if (has_field (self, naming[i]))
      return TRUE;
  g_set_error_literal (
      error, FT_IMPORT_ERROR, FT_IMPORT_ERROR_MAPPING,
      _ ("No column is known to hold a name, a company or an e-mail address. Say which one does."));
  return FALSE;
}
