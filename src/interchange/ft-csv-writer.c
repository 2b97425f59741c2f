#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-csv-writer.h"

#include <string.h>

/* Columns for this many telephone numbers and e-mail addresses; what is more stands in the last. */
#define N_REACHES 3

/* What the own import splits several values of a cell at. */
#define MANY " ::: "

static const char *const before[] = { "Name", "Company", "Role" };
static const char *const after[] = {
  "Street",       "Postal Code",     "City",
  "Region",       "Country",         "Preferred Channel",
  "Time Zone",    "Source",          "Decision Date",
  "Not Before",   "State of Lead",   "Closing Words",
  "Notes",        "Promised",        "Target",
  "Promise Zone", "Promise Channel", "Promise Kind",
  "Purpose",      "Promise Value",   "Agreed",
  "Effort",       "Promise UID",     "UID",
};

typedef struct
{
  GString *out;
  gboolean for_spreadsheets;
  gboolean inside; /* a cell stands before this one */
} Row;

/* A spreadsheet runs a cell that begins like a formula. */
static gboolean
could_run (const char *value)
{
  return *value != '\0' && strchr ("=+-@\t\r", *value);
}

/**
 * ft_csv_append_cell:
 * @first: of its line
 * @for_spreadsheets: whether to put a ' before what a spreadsheet would run as a formula
 */
void
ft_csv_append_cell (GString *out, const char *value, gboolean first, gboolean for_spreadsheets)
{
  gboolean guard = for_spreadsheets && could_run (value);
  if (!first)
    g_string_append_c (out, ',');
  if (!guard && !strpbrk (value, ",;\t|\"\r\n") && *value != ' ')
    {
      g_string_append (out, value);
      return;
    }
  g_string_append (out, guard ? "\"'" : "\"");
  for (const char *p = value; *p; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_cell (Row *row, const char *value)
{
  ft_csv_append_cell (row->out, value, !row->inside, row->for_spreadsheets);
  row->inside = TRUE;
}

static void
append_day (Row *row, gint32 day)
{
  g_autofree char *text = day > 0 ? ft_civil_to_string ((FtCivil){ day, FT_ALL_DAY, 0 }) : NULL;
  append_cell (row, text ? text : "");
}

static void
append_reaches (Row *row, GPtrArray *reaches)
{
  for (guint i = 0; i < N_REACHES; i++)
    {
      g_autoptr (GString) labels = g_string_new (NULL);
      g_autoptr (GString) values = g_string_new (NULL);
      for (guint j = i; j < (i + 1 < N_REACHES ? MIN (i + 1, reaches->len) : reaches->len); j++)
        {
          const FtReach *reach = reaches->pdata[j];
          g_string_append_printf (labels, "%s%s", j > i ? MANY : "", reach->label);
          g_string_append_printf (values, "%s%s", j > i ? MANY : "", reach->value);
        }
      append_cell (row, labels->str);
      append_cell (row, values->str);
    }
}

/* An empty zone of a promise is that of its lead when it is read again. */
static const char *
get_zone (const FtLeadData *lead, const FtPromiseData *promise)
{
  return *promise->zone == '\0' && *lead->zone != '\0' ? FT_CSV_ZONE_LOCAL : promise->zone;
}

static void
append_promise (Row *row, const FtLeadData *lead, const FtPromiseData *promise)
{
  g_autofree char *promised = ft_civil_to_string (promise->promised);
  g_autofree char *target = ft_civil_to_string (promise->target);
  g_autofree char *effort
      = promise->effort > 0 ? g_strdup_printf ("%d", promise->effort) : g_strdup ("");
  append_cell (row, promised);
  append_cell (row, target);
  append_cell (row, get_zone (lead, promise));
  append_cell (row, ft_channel_to_string (promise->channel));
  append_cell (row, ft_promise_kind_to_string (promise->kind));
  append_cell (row, promise->purpose);
  append_cell (row, promise->value);
  append_cell (row, promise->agreed ? "yes" : "no");
  append_cell (row, effort);
  append_cell (row, promise->uid);
}

static void
append_row (GString *out,
            const FtLeadData *lead,
            const FtPromiseData *promise,
            gboolean for_spreadsheets)
{
  Row row = { out, for_spreadsheets, FALSE };
  append_cell (&row, lead->name);
  append_cell (&row, lead->company);
  append_cell (&row, lead->role);
  append_reaches (&row, lead->phones);
  append_reaches (&row, lead->emails);
  append_cell (&row, lead->street);
  append_cell (&row, lead->postcode);
  append_cell (&row, lead->city);
  append_cell (&row, lead->region);
  append_cell (&row, lead->country);
  append_cell (&row, lead->channel != FT_CHANNEL_NONE ? ft_channel_to_string (lead->channel) : "");
  append_cell (&row, lead->zone);
  append_cell (&row, lead->source);
  append_day (&row, lead->decision_day);
  append_day (&row, lead->not_before_day);
  append_cell (&row, ft_lead_state_to_string (lead->state));
  append_cell (&row, lead->closing_words);
  append_cell (&row, lead->notes);
  if (promise)
    append_promise (&row, lead, promise);
  else
    for (int i = 0; i < 10; i++)
      append_cell (&row, "");
  append_cell (&row, lead->uid);
  g_string_append (out, "\r\n");
}

/**
 * ft_csv_append_header:
 * @out: where to
 *
 * Appends the row of headers, which the own import recognises; they are never translated.
 */
void
ft_csv_append_header (GString *out)
{
  Row row = { out, FALSE, FALSE };
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    append_cell (&row, before[i]);
  for (int kind = 0; kind < 2; kind++)
    for (int i = 1; i <= N_REACHES; i++)
      {
        g_autofree char *label
            = g_strdup_printf ("%s %d - Label", kind == 0 ? "Phone" : "E-mail", i);
        g_autofree char *value
            = g_strdup_printf ("%s %d - Value", kind == 0 ? "Phone" : "E-mail", i);
        append_cell (&row, label);
        append_cell (&row, value);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    append_cell (&row, after[i]);
  g_string_append (out, "\r\n");
}

/**
 * ft_csv_append_card:
 * @out: where to
 * @card: a lead and its promises
 * @for_spreadsheets: whether to put a ' before what a spreadsheet would run as a formula; else
 * every cell is exactly what is stored
 *
 * Appends a row of the lead and its first open promise; to import again, one row for every open
 * promise.
 */
void
ft_csv_append_card (GString *out, const FtLeadCard *card, gboolean for_spreadsheets)
{
  gboolean any = FALSE;
  for (guint i = 0; i < card->promises->len; i++)
    {
      FtPromiseData *promise = card->promises->pdata[i];
      if (promise->state != FT_PROMISE_OPEN || (any && for_spreadsheets))
        continue;
      append_row (out, card->lead, promise, for_spreadsheets);
      any = TRUE;
    }
  if (!any)
    append_row (out, card->lead, NULL, for_spreadsheets);
}
