#define G_LOG_DOMAIN "ft-store"

#include "store/ft-query.h"

#include "core/ft-phone.h"
#include "store/ft-words.h"

#include <string.h>

/* A prefix as long as this, or shorter, has a list of its own in the index, which is read only as
 * far as it is needed. For a longer one all its words' lists are put together first, which takes
 * long where a word is in every other lead ("example" of an address). So the index is asked for the
 * beginning of it, what it finds is compared, and only if little of that fits the index is asked
 * for the whole. */
#define INDEXED_PREFIX 4
#define MAX_COMPARED (FT_SEARCH_LIMIT + FT_SEARCH_LIMIT / 2)

typedef struct
{
  char **words;  /* owned */
  char **starts; /* owned; words with a blank before: how they begin in what is stored */
  char **groups; /* owned; for a word of digits how it stands in a number, else "" */
  char **phones; /* owned; the same for all that was typed, if that is a number, else empty */
  gboolean is_long;
} Search;

static char *
get_groups (const char *digits)
{
  g_autoptr (GString) groups = g_string_new (NULL);
  ft_words_append_digits (groups, digits);
  return g_strdup (groups->len > 0 ? groups->str + 2 : "");
}

static gboolean
is_number (const char *word)
{
  return strspn (word, "0123456789") == strlen (word);
}

static void
search_init (Search *self, const char *text)
{
  g_auto (GStrv) keys = ft_phone_search_keys (text);
  guint n_keys = keys ? g_strv_length (keys) : 0;
  guint n;

  self->words = ft_words_split (text);
  n = g_strv_length (self->words);
  self->starts = g_new0 (char *, n + 1);
  self->groups = g_new0 (char *, n + 1);
  self->phones = g_new0 (char *, n_keys + 1);
  self->is_long = FALSE;
  for (guint i = 0; i < n; i++)
    {
      self->starts[i] = g_strconcat (" ", self->words[i], NULL);
      self->groups[i] = get_groups (is_number (self->words[i]) ? self->words[i] : "");
      self->is_long |= g_utf8_strlen (self->words[i], -1) > INDEXED_PREFIX;
    }
  for (guint i = 0; i < n_keys; i++)
    self->phones[i] = get_groups (keys[i]);
}

static void
search_clear (Search *self)
{
  g_strfreev (self->words);
  g_strfreev (self->starts);
  g_strfreev (self->groups);
  g_strfreev (self->phones);
}

/* --- Asking the index --- */

/* "#493 #930" as terms which must all be there. */
static void
append_groups (GString *expression, const char *groups)
{
  g_auto (GStrv) terms = g_strsplit (groups, " ", -1);
  g_autofree char *all = g_strjoinv ("\" AND \"", terms);
  g_string_append_printf (expression, "(\"%s\")", all);
}

/* Words hold letters and digits only, so there is nothing in them that could end a quoted term. */
static char *
make_expression (const Search *search, gboolean shortened)
{
  GString *expression = g_string_new ("(");

  for (guint i = 0; search->words[i]; i++)
    {
      const char *word = search->words[i];
      gsize length = strlen (word);
      if (shortened && g_utf8_strlen (word, -1) > INDEXED_PREFIX)
        length = g_utf8_offset_to_pointer (word, INDEXED_PREFIX) - word;
      g_string_append_printf (expression, "%s(\"%.*s\" *", i > 0 ? " AND " : "", (int) length,
                              word);
      if (*search->groups[i])
        {
          g_string_append (expression, " OR ");
          append_groups (expression, search->groups[i]);
        }
      g_string_append_c (expression, ')');
    }
  g_string_append_c (expression, ')');
  for (guint i = 0; search->phones[i]; i++)
    {
      g_string_append (expression, " OR ");
      append_groups (expression, search->phones[i]);
    }
  return g_string_free (expression, FALSE);
}

/* --- Comparing what it found --- */

typedef struct
{
  FtSortKey key;
  gboolean by_name;
} Hit;

/* The index tells that groups of digits are there; that they follow each other in one number is
 * seen here, where they are a part of the text. */
static gboolean
compare (
    const Search *search, const char *who, const char *rest, const char *digits, gboolean *by_name)
{
  gboolean all = TRUE;

  *by_name = TRUE;
  for (guint i = 0; search->starts[i] && all; i++)
    {
      gboolean in_who = strstr (who, search->starts[i]) != NULL;
      *by_name = *by_name && in_who;
      all = in_who || strstr (rest, search->starts[i])
            || (*search->groups[i] && strstr (digits, search->groups[i]));
    }
  if (all)
    return TRUE;
  *by_name = FALSE;
  for (guint i = 0; search->phones[i]; i++)
    if (strstr (digits, search->phones[i]))
      return TRUE;
  return FALSE;
}

/* Returns whether the end was reached. */
static gboolean
collect_hits (
    FtDatabase *database, const Search *search, gboolean shortened, guint limit, GArray *hits)
{
  g_autofree char *expression = make_expression (search, shortened);
  guint n_compared = 0;
  FtStatement *select = ft_statement (
      database, "SELECT rowid, who, rest, digits FROM lead_words WHERE lead_words MATCH ?");

  ft_bind_text (select, expression);
  while (ft_step (select))
    {
      Hit hit = { .key.id = ft_column_int (select, 0) };
      if (compare (search, ft_column_text (select, 1), ft_column_text (select, 2),
                   ft_column_text (select, 3), &hit.by_name))
        g_array_append_val (hits, hit);
      if (hits->len == limit || (shortened && ++n_compared == MAX_COMPARED))
        {
          ft_reset (select);
          return hits->len == limit;
        }
    }
  return TRUE;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *x = a;
  const Hit *y = b;
  if (x->by_name != y->by_name)
    return x->by_name ? -1 : 1;
  return ft_sort_key_compare (&x->key, &y->key);
}

GArray *
ft_search_leads (FtDatabase *database, const FtLeadQuery *query, guint limit)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  guint most = limit > 0 ? MIN (limit, FT_SEARCH_LIMIT) : FT_SEARCH_LIMIT;
  Search search;

  search_init (&search, query->search);
  if (search.words[0]
      && (!search.is_long || !collect_hits (database, &search, TRUE, FT_SEARCH_LIMIT, hits)))
    {
      g_array_set_size (hits, 0);
      collect_hits (database, &search, FALSE, FT_SEARCH_LIMIT, hits);
    }
  search_clear (&search);

  for (guint i = 0; i < hits->len; i++)
    {
      Hit *hit = &g_array_index (hits, Hit, i);
      hit->key = ft_query_get_key (database, query, hit->key.id);
    }
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < MIN (hits->len, most); i++)
    g_array_append_val (ids, g_array_index (hits, Hit, i).key.id);
  return ids;
}
