#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-csv-row.h"

#include "interchange/ft-csv-writer.h"
#include "interchange/ft-loose-date.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* What Google Contacts puts between several values of one cell. */
#define MANY ":::"

typedef struct
{
  FtImportRow *row;
  FtCsvReader *reader;
  const FtCsvMapping *mapping;
  FtCivil now;
} Filling;

/* --- Cells --- */

static const FtCsvColumn *
get_column (Filling *f, guint i)
{
  return f->mapping->columns->pdata[i];
}

static const char *
get_raw (Filling *f, FtField field)
{
  for (guint i = 0; i < f->mapping->columns->len; i++)
    if (get_column (f, i)->field == field)
      {
        const char *value = ft_csv_reader_get_field (f->reader, i);
        while (g_ascii_isspace (*value))
          value++;
        if (*value != '\0')
          return value;
      }
  return "";
}

/* On one line, without blanks around it; the first of several. (transfer full) */
static char *
dup_line (Filling *f, FtField field)
{
  char *value = g_strdup (get_raw (f, field));
  char *many;
  if (*value == '\0')
    return value;
  many = strstr (value, " " MANY " ");
  if (many)
    *many = '\0';
  return g_strstrip (g_strdelimit (value, "\r\n\t", ' '));
}

static void
take_line (Filling *f, FtField field, char **target)
{
  g_free (*target);
  *target = dup_line (f, field);
}

/* A spreadsheet's ways to keep a number from being counted with: '+49 30 and ="030". */
static char *
strip_guard (char *value)
{
  gsize length = strlen (value);
  if (value[0] == '\'')
    memmove (value, value + 1, length);
  else if (length > 3 && g_str_has_prefix (value, "=\"") && value[length - 1] == '"')
    {
      value[length - 1] = '\0';
      memmove (value, value + 2, length - 2);
    }
  return g_strstrip (value);
}

static void
append_text (char **text, const char *more)
{
  char *joined = **text ? g_strconcat (*text, "\n", more, NULL) : g_strdup (more);
  g_free (*text);
  *text = joined;
}

static char *
dup_with_unix_lines (const char *text)
{
  g_autoptr (GString) string = g_string_new (text);
  g_string_replace (string, "\r\n", "\n", 0);
  g_string_replace (string, "\r", "\n", 0);
  return g_strdup (string->str);
}

/* --- Numbers and addresses --- */

/* "* Work" marks the main one; Outlook writes the transport where others write a label. */
static char *
tidy_label (const char *label, gboolean *is_main)
{
  static const char *const known[] = { "work", "home", "mobile", "main", "other", "fax", "pager" };
  g_autofree char *copy = g_strdup (label);
  char *text = g_strstrip (g_strdelimit (copy, "\r\n\t", ' '));
  *is_main = *text == '*';
  if (*is_main)
    text = g_strchug (text + 1);
  if (g_str_equal (text, "SMTP") || g_str_equal (text, "EX"))
    return g_strdup ("");
  if (strcasestr (text, "fax"))
    return g_strdup ("fax");
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (known[i], text) == 0)
      return g_strdup (known[i]);
  return g_strdup (text);
}

static gboolean
has_reach (GPtrArray *reaches, const char *value)
{
  for (guint i = 0; i < reaches->len; i++)
    if (g_ascii_strcasecmp (((FtReach *) reaches->pdata[i])->value, value) == 0)
      return TRUE;
  return FALSE;
}

/* The first is the one to call: the main one before the others, a fax after them. */
static void
add_reach (GPtrArray *reaches, const char *label, const char *value)
{
  gboolean is_main;
  g_autofree char *tidy = tidy_label (label, &is_main);
  gboolean is_last = g_str_equal (tidy, "fax") || g_str_equal (tidy, "pager");
  guint at = reaches->len;
  if (*value == '\0' || has_reach (reaches, value))
    return;
  if (is_main)
    at = 0;
  else if (!is_last)
    while (at > 0)
      {
        const char *before = ((FtReach *) reaches->pdata[at - 1])->label;
        if (!g_str_equal (before, "fax") && !g_str_equal (before, "pager"))
          break;
        at--;
      }
  g_ptr_array_insert (reaches, at, ft_reach_new (tidy, value));
}

static const char *
get_label (Filling *f, const FtCsvColumn *column, FtField label_field)
{
  if (column->group > 0)
    for (guint i = 0; i < f->mapping->columns->len; i++)
      if (get_column (f, i)->field == label_field && get_column (f, i)->group == column->group)
        return ft_csv_reader_get_field (f->reader, i);
  return column->label;
}

static void
take_reaches (Filling *f, FtField field, FtField label_field, GPtrArray *reaches)
{
  for (guint i = 0; i < f->mapping->columns->len; i++)
    {
      const FtCsvColumn *column = get_column (f, i);
      const char *cell = ft_csv_reader_get_field (f->reader, i);
      g_auto (GStrv) values = NULL;
      g_auto (GStrv) labels = NULL;
      guint n_labels;
      if (column->field != field || *cell == '\0')
        continue;
      /* several addresses in a cell, as in "a@x.org; b@x.org" */
      if (field == FT_FIELD_EMAIL && !strstr (cell, MANY)
          && strchr (cell, '@') != strrchr (cell, '@') && !strpbrk (cell, "<\""))
        values = g_strsplit_set (cell, ";,", -1);
      else
        values = g_strsplit (cell, MANY, -1);
      labels = g_strsplit (get_label (f, column, label_field), MANY, -1);
      n_labels = g_strv_length (labels);
      for (guint v = 0; values[v]; v++)
        {
          g_strstrip (g_strdelimit (values[v], "\r\n\t", ' '));
          if (field == FT_FIELD_PHONE)
            strip_guard (values[v]);
          add_reach (reaches, n_labels > 0 ? labels[MIN (v, n_labels - 1)] : "", values[v]);
        }
    }
}

/* --- The lead --- */

static int
find_address_group (Filling *f)
{
  int best = G_MAXINT;
  for (guint i = 0; i < f->mapping->columns->len; i++)
    {
      const FtCsvColumn *column = get_column (f, i);
      if (column->field >= FT_FIELD_STREET && column->field <= FT_FIELD_COUNTRY
          && column->group < best && *ft_csv_reader_get_field (f->reader, i) != '\0')
        best = column->group;
    }
  return best;
}

/* One address, whole: the street of one and the city of another is neither. */
static void
take_address (Filling *f)
{
  FtLeadData *lead = f->row->lead;
  char **const targets[]
      = { &lead->street, &lead->postcode, &lead->city, &lead->region, &lead->country };
  int group = find_address_group (f);
  for (guint i = 0; i < f->mapping->columns->len; i++)
    {
      const FtCsvColumn *column = get_column (f, i);
      char **target;
      g_autofree char *value = NULL;
      if (column->field < FT_FIELD_STREET || column->field > FT_FIELD_COUNTRY
          || column->group != group)
        continue;
      target = targets[column->field - FT_FIELD_STREET];
      value = dup_with_unix_lines (ft_csv_reader_get_field (f->reader, i));
      g_strstrip (value);
      if (column->field == FT_FIELD_STREET && *value != '\0')
        append_text (target, value);
      else if (**target == '\0' && *value != '\0')
        {
          g_free (*target);
          *target = g_strdelimit (g_steal_pointer (&value), "\n", ' ');
        }
    }
}

static void
take_notes (Filling *f)
{
  for (guint i = 0; i < f->mapping->columns->len; i++)
    if (get_column (f, i)->field == FT_FIELD_NOTES)
      {
        g_autofree char *note = dup_with_unix_lines (ft_csv_reader_get_field (f->reader, i));
        if (*note != '\0')
          append_text (&f->row->lead->notes, note);
      }
}

/* What cannot be kept where it belongs is kept where it can be read. */
static void
note_value (Filling *f, FtField field, const char *value)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", ft_field_get_label (field), value);
  append_text (&f->row->lead->notes, line);
}

static void
take_name (Filling *f)
{
  static const FtField parts[]
      = { FT_FIELD_GIVEN_NAME, FT_FIELD_MIDDLE_NAME, FT_FIELD_FAMILY_NAME };
  FtLeadData *lead = f->row->lead;
  g_autoptr (GString) name = g_string_new (NULL);
  take_line (f, FT_FIELD_NAME, &lead->name);
  for (gsize i = 0; *lead->name == '\0' && i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = dup_line (f, parts[i]);
      if (*part != '\0')
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
    }
  if (*lead->name != '\0')
    return;
  if (name->len == 0)
    g_string_assign (name, *lead->company != '\0' ? lead->company : ft_lead_data_get_email (lead));
  g_free (lead->name);
  lead->name = g_strdup (name->str);
}

static FtDateOrder
get_order (Filling *f, FtField field)
{
  for (guint i = 0; i < f->mapping->columns->len; i++)
    if (get_column (f, i)->field == field)
      return get_column (f, i)->order;
  return FT_DATE_ORDER_LOCALE;
}

static void
take_day (Filling *f, FtField field, gint32 *day)
{
  g_autofree char *text = dup_line (f, field);
  FtCivil civil;
  if (*text == '\0')
    return;
  if (ft_loose_date_parse (text, get_order (f, field), "", f->now, &civil))
    *day = civil.day;
  else
    note_value (f, field, text);
}

static gboolean
parse_channel (const char *text, FtChannel *channel)
{
  static const struct
  {
    const char *key;
    FtChannel channel;
  } words[] = {
    { "telephone", FT_CHANNEL_PHONE }, { "telefon", FT_CHANNEL_PHONE },
    { "telefono", FT_CHANNEL_PHONE },  { "call", FT_CHANNEL_PHONE },
    { "anruf", FT_CHANNEL_PHONE },     { "llamada", FT_CHANNEL_PHONE },
    { "appel", FT_CHANNEL_PHONE },     { "mail", FT_CHANNEL_EMAIL },
    { "correo", FT_CHANNEL_EMAIL },    { "courriel", FT_CHANNEL_EMAIL },
    { "besuch", FT_CHANNEL_VISIT },    { "meeting", FT_CHANNEL_VISIT },
    { "visita", FT_CHANNEL_VISIT },    { "visite", FT_CHANNEL_VISIT },
    { "inperson", FT_CHANNEL_VISIT },  { "letter", FT_CHANNEL_POST },
    { "brief", FT_CHANNEL_POST },      { "carta", FT_CHANNEL_POST },
    { "courrier", FT_CHANNEL_POST },
  };
  g_autoptr (GString) key = g_string_new (NULL);
  for (const char *p = text; *p; p++)
    if (g_ascii_isalpha (*p))
      g_string_append_c (key, g_ascii_tolower (*p));
  if (ft_channel_from_string (key->str, channel))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].key, key->str))
      {
        *channel = words[i].channel;
        return TRUE;
      }
  return FALSE;
}

static void
take_lead (Filling *f)
{
  FtLeadData *lead = f->row->lead = ft_lead_data_new ("");
  g_autofree char *channel = dup_line (f, FT_FIELD_CHANNEL);
  g_autofree char *zone = dup_line (f, FT_FIELD_ZONE);
  g_autofree char *state = dup_line (f, FT_FIELD_STATE);

  take_line (f, FT_FIELD_UID, &lead->uid);
  take_line (f, FT_FIELD_COMPANY, &lead->company);
  take_line (f, FT_FIELD_ROLE, &lead->role);
  take_line (f, FT_FIELD_SOURCE, &lead->source);
  take_reaches (f, FT_FIELD_PHONE, FT_FIELD_PHONE_LABEL, lead->phones);
  take_reaches (f, FT_FIELD_EMAIL, FT_FIELD_EMAIL_LABEL, lead->emails);
  take_name (f);
  take_address (f);
  take_notes (f);
  take_day (f, FT_FIELD_DECISION, &lead->decision_day);
  take_day (f, FT_FIELD_NOT_BEFORE, &lead->not_before_day);
  if (*get_raw (f, FT_FIELD_CLOSING_WORDS) != '\0')
    {
      g_free (lead->closing_words);
      lead->closing_words = dup_with_unix_lines (get_raw (f, FT_FIELD_CLOSING_WORDS));
    }
  if (*channel != '\0' && !parse_channel (channel, &lead->channel))
    note_value (f, FT_FIELD_CHANNEL, channel);
  if (*state != '\0' && !ft_lead_state_from_string (state, &lead->state))
    note_value (f, FT_FIELD_STATE, state);
  if (ft_zone_intern (zone))
    lead->zone = ft_zone_intern (zone);
  else
    note_value (f, FT_FIELD_ZONE, zone);
}

/* --- Its promise --- */

static gboolean
is_yes (const char *text)
{
  static const char *const words[] = { "yes", "y", "true", "1", "x", "ja", "oui", "si", "sí" };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i], text) == 0)
      return TRUE;
  return FALSE;
}

static FtChannel
default_channel (const FtLeadData *lead)
{
  if (lead->channel != FT_CHANNEL_NONE)
    return lead->channel;
  return lead->phones->len == 0 && lead->emails->len > 0 ? FT_CHANNEL_EMAIL : FT_CHANNEL_PHONE;
}

static gboolean
parse_promised (Filling *f, const char *zone, FtCivil *promised, FtCivil *target)
{
  g_autofree char *day = dup_line (f, FT_FIELD_PROMISE);
  g_autofree char *time = dup_line (f, FT_FIELD_PROMISE_TIME);
  g_autofree char *mine = dup_line (f, FT_FIELD_TARGET);
  int minute;

  if (!ft_loose_date_parse (day, get_order (f, FT_FIELD_PROMISE), zone, f->now, promised))
    {
      f->row->reason = g_strdup_printf (_ ("The promised time “%s” was not understood."), day);
      return FALSE;
    }
  if (*time != '\0' && !ft_loose_time_parse (time, &minute))
    {
      f->row->reason = g_strdup_printf (_ ("The promised time “%s” was not understood."), time);
      return FALSE;
    }
  if (*time != '\0')
    promised->minute = minute;
  *target = *promised;
  if (*mine != '\0'
      && !ft_loose_date_parse (mine, get_order (f, FT_FIELD_TARGET), zone, f->now, target))
    {
      f->row->reason = g_strdup_printf (_ ("The target time “%s” was not understood."), mine);
      return FALSE;
    }
  return TRUE;
}

static void
take_promise (Filling *f)
{
  FtLeadData *lead = f->row->lead;
  g_autoptr (FtPromiseData) promise = NULL;
  g_autofree char *zone_name = dup_line (f, FT_FIELD_PROMISE_ZONE);
  g_autofree char *channel = dup_line (f, FT_FIELD_PROMISE_CHANNEL);
  g_autofree char *kind = dup_line (f, FT_FIELD_PROMISE_KIND);
  g_autofree char *agreed = dup_line (f, FT_FIELD_AGREED);
  gboolean is_local = g_str_equal (zone_name, FT_CSV_ZONE_LOCAL);
  const char *zone = *zone_name == '\0' ? lead->zone : ft_zone_intern (is_local ? "" : zone_name);
  FtCivil promised, target;

  if (*get_raw (f, FT_FIELD_PROMISE) == '\0')
    {
      g_autofree char *purpose = dup_line (f, FT_FIELD_PURPOSE);
      if (*purpose != '\0')
        note_value (f, FT_FIELD_PURPOSE, purpose);
      return;
    }
  if (!zone)
    {
      f->row->reason = g_strdup_printf (
          _ ("The time zone “%s” of the promise is not known to this computer."), zone_name);
      return;
    }
  if (!parse_promised (f, zone, &promised, &target))
    return;
  promise = ft_promise_data_new (0, promised, zone, default_channel (lead));
  promise->target = target;
  parse_channel (channel, &promise->channel);
  ft_promise_kind_from_string (kind, &promise->kind);
  promise->agreed = is_yes (agreed);
  promise->effort = CLAMP (atoi (get_raw (f, FT_FIELD_EFFORT)), 0, 10000);
  take_line (f, FT_FIELD_PURPOSE, &promise->purpose);
  take_line (f, FT_FIELD_VALUE, &promise->value);
  take_line (f, FT_FIELD_PROMISE_UID, &promise->uid);
  f->row->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  g_ptr_array_add (f->row->promises, g_steal_pointer (&promise));
}

/* --- The row --- */

static gboolean
is_blank (FtCsvReader *reader, guint from)
{
  for (guint i = from; i < ft_csv_reader_get_n_fields (reader); i++)
    for (const char *p = ft_csv_reader_get_field (reader, i); *p; p++)
      if (!g_ascii_isspace (*p))
        return FALSE;
  return TRUE;
}

/**
 * ft_csv_row_fill:
 * @row: a cleared row; gets all but its file and line
 * @reader: a reader that stands on a row
 * @mapping: what its columns hold
 * @now: what the wall clock reads, for dates without a year
 *
 * Makes a lead and its promise of a row of a table, or says why it cannot be taken. What is only
 * odd is no reason: a wrong e-mail address is kept as it is, and a value that does not fit its
 * field goes to the notes.
 *
 * Returns: %FALSE if nothing stands in the row, which is then no row
 */
gboolean
ft_csv_row_fill (FtImportRow *row, FtCsvReader *reader, const FtCsvMapping *mapping, FtCivil now)
{
  Filling f = { row, reader, mapping, now };
  guint n_columns = mapping->columns->len;

  if (ft_csv_reader_is_broken (reader))
    {
      row->reason = g_strdup (_ ("A quotation mark is opened but never closed."));
      return TRUE;
    }
  if (is_blank (reader, 0))
    return FALSE;
  if (!is_blank (reader, n_columns))
    {
      guint n_fields = ft_csv_reader_get_n_fields (reader);
      row->reason = g_strdup_printf (ngettext ("The row has %u value for %u columns: a value with "
                                               "a delimiter in it may lack its quotation marks.",
                                               "The row has %u values for %u columns: a value with "
                                               "a delimiter in it may lack its quotation marks.",
                                               n_fields),
                                     n_fields, n_columns);
      return TRUE;
    }
  take_lead (&f);
  if (*row->lead->name == '\0')
    row->reason = g_strdup (_ ("There is no name, no company and no e-mail address."));
  else
    take_promise (&f);
  return TRUE;
}
