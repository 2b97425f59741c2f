#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* json-glib goes as deep as the file; what we write is four deep. */
#define MAX_DEPTH 32

const char *
ft_json_skip_space (const char *p, const char *end)
{
  while (p < end && strchr (" \t\r\n", *p))
    p++;
  return p;
}

/* Behind the string that begins at @p, NULL if it never ends. */
static const char *
skip_string (const char *p, const char *end)
{
  for (p++; p < end; p++)
    if (*p == '\\')
      p++;
    else if (*p == '"')
      return p + 1;
  return NULL;
}

const char *
ft_json_skip_value (const char *p, const char *end)
{
  guint depth = 0;
  if (p >= end || strchr (",:]}", *p))
    return NULL;
  while (p < end)
    {
      if (*p == '"')
        {
          p = skip_string (p, end);
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
        while (p < end && !strchr (",]}[{\" \t\r\n", *p))
          p++;
      if (depth == 0)
        return p;
    }
  return NULL;
}

const char *
ft_json_next_item (const char *p, const char *end, const char **key)
{
  p = ft_json_skip_space (p, end);
  if (p < end && *p == ',')
    p = ft_json_skip_space (p + 1, end);
  if (p >= end || *p == '}' || *p == ']')
    return NULL;
  if (key)
    {
      *key = p;
      p = *p == '"' ? skip_string (p, end) : NULL;
      p = p ? ft_json_skip_space (p, end) : NULL;
      if (!p || p >= end || *p != ':')
        return NULL;
      p = ft_json_skip_space (p + 1, end);
    }
  return p < end ? p : NULL;
}

gboolean
ft_json_key_is (const char *key, const char *wanted)
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

guint64
ft_json_hash_member (const char *p, const char *end, const char *wanted)
{
  const char *key, *value, *after = p + 1;
  if (*p != '{')
    return 0;
  while ((value = ft_json_next_item (after, end, &key)))
    {
      after = ft_json_skip_value (value, end);
      if (!after)
        return 0;
      if (ft_json_key_is (key, wanted))
        return *value == '"' ? hash_span (value, after) : 0;
    }
  return 0;
}

JsonObject *
ft_json_parse (JsonParser *parser, const char *from, gsize length, char **reason)
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
