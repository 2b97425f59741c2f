#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-vcard-line.h"

#include <string.h>

static const struct
{
  const char *charset;
  FtEncoding encoding;
} charsets[] = {
  { "utf-8", FT_ENCODING_UTF_8 },
  { "utf8", FT_ENCODING_UTF_8 },
  { "iso-8859-1", FT_ENCODING_WINDOWS_1252 },
  { "us-ascii", FT_ENCODING_WINDOWS_1252 },
  { "windows-1252", FT_ENCODING_WINDOWS_1252 },
  { "windows-1250", FT_ENCODING_WINDOWS_1250 },
  { "windows-1251", FT_ENCODING_WINDOWS_1251 },
  { "windows-1253", FT_ENCODING_WINDOWS_1253 },
  { "windows-1254", FT_ENCODING_WINDOWS_1254 },
};

void
ft_vcard_line_free (FtVcardLine *line)
{
  g_free (line->group);
  g_free (line->name);
  g_ptr_array_unref (line->params);
  g_free (line->value);
  g_free (line);
}

/* The colon before the value: not one inside a quoted parameter. */
static const char *
find_colon (const char *p, const char *end)
{
  gboolean quoted = FALSE;
  for (; p < end; p++)
    if (*p == '"')
      quoted = !quoted;
    else if (*p == ':' && !quoted)
      return p;
  return NULL;
}

static char *
decode (const char *bytes, gsize length, FtEncoding encoding)
{
  g_autoptr (GBytes) raw = g_bytes_new_static (bytes, length);
  g_autoptr (GBytes) text = NULL;
  if (encoding == FT_ENCODING_AUTO)
    encoding
        = g_utf8_validate_len (bytes, length, NULL) ? FT_ENCODING_UTF_8 : FT_ENCODING_WINDOWS_1252;
  text = ft_text_decode (raw, encoding, NULL);
  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

static char *
decode_charset (const char *bytes, gsize length, const char *charset, FtEncoding encoding)
{
  g_autofree char *converted = NULL;
  for (gsize i = 0; charset && i < G_N_ELEMENTS (charsets); i++)
    if (g_ascii_strcasecmp (charsets[i].charset, charset) == 0)
      return decode (bytes, length, charsets[i].encoding);
  if (charset)
    {
      gsize n;
      converted = g_convert (bytes, length, "UTF-8", charset, NULL, &n, NULL);
      if (converted)
        return decode (converted, n, FT_ENCODING_UTF_8);
    }
  return decode (bytes, length, encoding);
}

static GString *
decode_quoted_printable (const char *p, const char *end)
{
  GString *bytes = g_string_sized_new (end - p);
  for (; p < end; p++)
    if (*p == '=' && p + 2 < end && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
      {
        g_string_append_c (bytes, g_ascii_xdigit_value (p[1]) << 4 | g_ascii_xdigit_value (p[2]));
        p += 2;
      }
    else
      g_string_append_c (bytes, *p);
  return bytes;
}

static void
add_param (FtVcardLine *line, const char *p, const char *end)
{
  g_autofree char *raw = decode (p, end - p, FT_ENCODING_AUTO);
  char *equals = strchr (raw, '=');
  g_autofree char *name = equals ? g_ascii_strup (raw, equals - raw) : NULL;
  g_auto (GStrv) values = g_strsplit (equals ? equals + 1 : raw, ",", -1);
  for (guint i = 0; values[i]; i++)
    {
      g_strdelimit (values[i], "\"", ' ');
      g_strstrip (values[i]);
      if (!name
          && (g_ascii_strcasecmp (values[i], "quoted-printable") == 0
              || g_ascii_strcasecmp (values[i], "base64") == 0))
        g_ptr_array_add (line->params, g_strdup_printf ("ENCODING=%s", values[i]));
      else
        g_ptr_array_add (line->params,
                         g_strdup_printf ("%s=%s", name ? g_strstrip (name) : "TYPE", values[i]));
    }
}

static const char *
get_param (const FtVcardLine *line, const char *name)
{
  gsize length = strlen (name);
  for (guint i = 0; i < line->params->len; i++)
    {
      const char *param = line->params->pdata[i];
      if (strncmp (param, name, length) == 0 && param[length] == '=')
        return param + length + 1;
    }
  return NULL;
}

static void
parse_head (FtVcardLine *line, const char *p, const char *colon)
{
  gboolean quoted = FALSE;
  const char *begin = p, *dot;
  gboolean first = TRUE;
  for (;; p++)
    {
      if (p < colon && *p == '"')
        quoted = !quoted;
      if (p < colon && (*p != ';' || quoted))
        continue;
      if (first)
        {
          dot = memchr (begin, '.', p - begin);
          line->group = dot ? decode (begin, dot - begin, FT_ENCODING_AUTO) : g_strdup ("");
          begin = dot ? dot + 1 : begin;
          line->name = g_ascii_strup (begin, p - begin);
          g_strstrip (line->name);
          first = FALSE;
        }
      else
        add_param (line, begin, p);
      if (p == colon)
        return;
      begin = p + 1;
    }
}

/**
 * ft_vcard_line_parse:
 * @bytes: an unfolded line, without its end
 * @length: its length
 * @encoding: of a value that names no charset
 *
 * Returns: (transfer full) (nullable): the property, or %NULL if this is none
 */
FtVcardLine *
ft_vcard_line_parse (const char *bytes, gsize length, FtEncoding encoding)
{
  const char *end = bytes + length;
  const char *colon = find_colon (bytes, end);
  FtVcardLine *line;
  const char *charset, *transfer;

  if (!colon || colon == bytes)
    return NULL;
  line = g_new0 (FtVcardLine, 1);
  line->params = g_ptr_array_new_with_free_func (g_free);
  parse_head (line, bytes, colon);
  charset = get_param (line, "CHARSET");
  transfer = get_param (line, "ENCODING");
  if (transfer && g_ascii_strcasecmp (transfer, "quoted-printable") == 0)
    {
      g_autoptr (GString) value = decode_quoted_printable (colon + 1, end);
      line->value = decode_charset (value->str, value->len, charset, encoding);
    }
  else
    line->value = decode_charset (colon + 1, end - colon - 1, charset, encoding);
  return line;
}

/**
 * ft_vcard_line_is_quoted_printable:
 * @bytes: a line
 * @length: its length
 *
 * Returns: whether a "=" at its end means that it goes on
 */
gboolean
ft_vcard_line_is_quoted_printable (const char *bytes, gsize length)
{
  static const char wanted[] = "QUOTED-PRINTABLE";
  const char *colon = find_colon (bytes, bytes + length);
  for (const char *p = bytes; colon && p + sizeof wanted - 1 <= colon; p++)
    if (g_ascii_strncasecmp (p, wanted, sizeof wanted - 1) == 0)
      return TRUE;
  return FALSE;
}

/**
 * ft_vcard_line_has_type:
 * @line: a property
 * @type: "work"
 *
 * Returns: whether it is of this type; "pref" is also what version 4.0 writes as PREF=1
 */
gboolean
ft_vcard_line_has_type (const FtVcardLine *line, const char *type)
{
  for (guint i = 0; i < line->params->len; i++)
    {
      const char *param = line->params->pdata[i];
      if (g_str_has_prefix (param, "TYPE=") && g_ascii_strcasecmp (param + 5, type) == 0)
        return TRUE;
    }
  return g_str_equal (type, "pref") && g_strcmp0 (get_param (line, "PREF"), "1") == 0;
}

static void
append_unescaped (GString *out, const char **p)
{
  if (**p == '\\' && (*p)[1] != '\0')
    {
      (*p)++;
      if (**p == 'n' || **p == 'N')
        g_string_append_c (out, '\n');
      else
        {
          if (!strchr (",;:\\", **p))
            g_string_append_c (out, '\\');
          g_string_append_unichar (out, g_utf8_get_char (*p));
        }
    }
  else
    g_string_append_unichar (out, g_utf8_get_char (*p));
  *p = g_utf8_next_char (*p);
}

static char *
finish_text (GString *text)
{
  g_string_replace (text, "\r\n", "\n", 0);
  g_string_replace (text, "\r", "\n", 0);
  return g_strstrip (g_string_free (text, FALSE));
}

/**
 * ft_vcard_line_dup_text:
 * @line: a property
 *
 * Returns: (transfer full): its value as one text, without backslashes
 */
char *
ft_vcard_line_dup_text (const FtVcardLine *line)
{
  GString *text = g_string_new (NULL);
  for (const char *p = line->value; *p;)
    append_unescaped (text, &p);
  return finish_text (text);
}

/**
 * ft_vcard_line_split:
 * @line: a property
 *
 * Returns: (transfer full): the components of its value, without backslashes
 */
char **
ft_vcard_line_split (const FtVcardLine *line)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GString *part = g_string_new (NULL);
  for (const char *p = line->value;;)
    if (*p == ';' || *p == '\0')
      {
        g_autofree char *text = finish_text (part);
        g_strv_builder_add (builder, text);
        if (*p == '\0')
          return g_strv_builder_end (builder);
        part = g_string_new (NULL);
        p++;
      }
    else
      append_unescaped (part, &p);
}
