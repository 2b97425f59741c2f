#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-vcard-writer.h"

#include <string.h>

/* Bytes on a line, its end not counted (RFC 6350, 3.2). */
#define FOLD 75

/* Folds between characters: some readers never put a cut one together again. */
static void
append_line (GString *out, const char *line)
{
  gsize room = FOLD;
  for (const char *p = line; *p;)
    {
      gsize length = g_utf8_next_char (p) - p;
      if (length > room)
        {
          g_string_append (out, "\r\n ");
          room = FOLD - 1;
        }
      g_string_append_len (out, p, length);
      room -= length;
      p += length;
    }
  g_string_append (out, "\r\n");
}

static void
append_escaped (GString *line, const char *value)
{
  for (const char *p = value; *p; p++)
    if (*p == '\n')
      g_string_append (line, "\\n");
    else if (*p == '\\' || *p == ',' || *p == ';')
      g_string_append_printf (line, "\\%c", *p);
    else if (*p != '\r')
      g_string_append_c (line, *p);
}

static void
append_text (GString *out, const char *name, const char *value)
{
  g_autoptr (GString) line = g_string_new (name);
  if (*value == '\0')
    return;
  g_string_append_c (line, ':');
  append_escaped (line, value);
  append_line (out, line->str);
}

static void
append_components (GString *out, const char *name, const char *const *values, gsize n_values)
{
  g_autoptr (GString) line = g_string_new (name);
  gboolean empty = TRUE;
  for (gsize i = 0; i < n_values; i++)
    {
      g_string_append_c (line, i == 0 ? ':' : ';');
      append_escaped (line, values[i]);
      empty &= *values[i] == '\0';
    }
  if (!empty)
    append_line (out, line->str);
}

/* A label is a type if it can be written as one. */
static const char *
get_type (const char *label)
{
  static const char *const types[][2] = {
    { "work", "work" }, { "home", "home" },   { "mobile", "cell" },
    { "fax", "fax" },   { "pager", "pager" }, { "main", "main" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i][0], label))
      return types[i][1];
  return NULL;
}

static void
append_reach (GString *out, const char *property, const FtReach *reach, guint *n_groups)
{
  const char *type = get_type (reach->label);
  g_autofree char *name = NULL;
  g_autofree char *label_name = NULL;
  if (*reach->label == '\0')
    name = g_strdup (property);
  else if (type)
    name = g_strdup_printf ("%s;TYPE=%s", property, type);
  else
    {
      name = g_strdup_printf ("item%u.%s", ++*n_groups, property);
      label_name = g_strdup_printf ("item%u.X-ABLabel", *n_groups);
    }
  append_text (out, name, reach->value);
  if (label_name)
    append_text (out, label_name, reach->label);
}

/**
 * ft_vcard_append_lead:
 * @out: where to
 * @lead: a lead
 *
 * Appends its card (RFC 6350). The name is not taken apart: nobody knows which part of it is the
 * family's.
 */
void
ft_vcard_append_lead (GString *out, const FtLeadData *lead)
{
  const char *const name[] = { lead->name, "", "", "", "" };
  const char *const address[]
      = { "", "", lead->street, lead->city, lead->region, lead->postcode, lead->country };
  guint n_groups = 0;

  append_line (out, "BEGIN:VCARD");
  append_line (out, "VERSION:4.0");
  append_text (out, "UID", lead->uid);
  append_text (out, "FN", lead->name);
  append_components (out, "N", name, G_N_ELEMENTS (name));
  append_text (out, "ORG", lead->company);
  append_text (out, "TITLE", lead->role);
  for (guint i = 0; i < lead->phones->len; i++)
    append_reach (out, "TEL", lead->phones->pdata[i], &n_groups);
  for (guint i = 0; i < lead->emails->len; i++)
    append_reach (out, "EMAIL", lead->emails->pdata[i], &n_groups);
  append_components (out, "ADR", address, G_N_ELEMENTS (address));
  append_text (out, "TZ", lead->zone);
  append_text (out, "NOTE", lead->notes);
  append_line (out, "END:VCARD");
}
