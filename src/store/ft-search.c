#define G_LOG_DOMAIN "ft-store"

#include "store/ft-query.h"

#include "core/ft-phone.h"
#include "store/ft-words.h"

#include <string.h>

/* A prefix as long as this, or shorter, has a list of its own in the index, which is read only as
 * far as it is needed. For a longer one all its words' lists are put together first, which takes
 * long where a word is in every other lead ("example" of an address). So the index is asked for the
 * beginning of it, what it finds is compared, and only if little of that fits, as the first of them
 * tell, the index is asked for the whole: then its lists are short. */
#define INDEXED_PREFIX 4
#define MAX_COMPARED (FT_SEARCH_LIMIT + FT_SEARCH_LIMIT / 2)
#define FIRST_COMPARED 100
#define ONE_FITS_OF 10
#define MAX_NAMED 200

typedef struct
{
  char **words;      /* owned */
  char **starts;     /* owned; words with a blank before: how they begin in what is stored */
  char **groups;     /* owned; for a word of digits how it stands in a number, else "" */
  char **phones;     /* owned; the same for all that was typed, if that is a number, else empty */
  gboolean is_long;  /* a word is longer than the index has lists for */
  gboolean is_exact; /* what the index finds needs no comparing */
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
  g_autofree char *joined = ft_words_join (text);
  guint n_keys = keys ? g_strv_length (keys) : 0;
  guint n;

  self->words = ft_words_split (joined);
  n = g_strv_length (self->words);
  self->starts = g_new0 (char *, n + 1);
  self->groups = g_new0 (char *, n + 1);
  self->phones = g_new0 (char *, n_keys + 1);
  self->is_long = FALSE;
  self->is_exact = n_keys == 0;
  for (guint i = 0; i < n; i++)
    {
      self->starts[i] = g_strconcat (" ", self->words[i], NULL);
      self->groups[i] = get_groups (is_number (self->words[i]) ? self->words[i] : "");
      self->is_long |= g_utf8_strlen (self->words[i], -1) > INDEXED_PREFIX;
      self->is_exact &= !*self->groups[i];
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

static gboolean
contains_all (const Search *search, const char *text)
{
  for (guint i = 0; search->starts[i]; i++)
    if (!strstr (text, search->starts[i]))
      return FALSE;
  return TRUE;
}

/* The index tells that the beginning of a word is there, and the groups of its digits; that the
 * word goes on so and the groups follow each other in one number is seen here, where they are a
 * part of the text. */
static gboolean
fits (const Search *search, const char *who, const char *rest, const char *digits)
{
  gboolean all = TRUE;

  for (guint i = 0; search->starts[i] && all; i++)
    all = strstr (who, search->starts[i]) || strstr (rest, search->starts[i])
          || (*search->groups[i] && strstr (digits, search->groups[i]));
  if (all)
    return TRUE;
  for (guint i = 0; search->phones[i]; i++)
    if (strstr (digits, search->phones[i]))
      return TRUE;
  return FALSE;
}

static gboolean
step_fits (const Search *search, FtStatement *select)
{
  return fits (search, ft_column_text (select, 5), ft_column_text (select, 6),
               ft_column_text (select, 7));
}

static FtSortKey
column_key (FtStatement *select, const FtDayBounds *bounds)
{
  const FtStanding standing = {
    .kind = ft_column_int (select, 1),
    .due_at = ft_column_int (select, 2),
    .oldest_at = ft_column_int (select, 3),
    .neglected_since = ft_column_int (select, 4),
  };
  return ft_query_get_key_in_all (&standing, ft_column_int (select, 0), bounds);
}

#define HITS                                                                                       \
  " FROM lead_words CROSS JOIN lead_place ON lead_id = lead_words.rowid WHERE lead_words MATCH ?"
#define PLACE "SELECT lead_id, kind, due_at, oldest_at, neglected_since"

static gboolean
is_too_little (guint n_compared, guint n_hits)
{
  return n_compared == MAX_COMPARED
         || (n_compared >= FIRST_COMPARED && n_hits * ONE_FITS_OF < n_compared);
}

/* Returns whether all there are were found, or as many as are wanted. */
static gboolean
collect_hits (FtDatabase *database,
              const Search *search,
              const FtDayBounds *bounds,
              gboolean shortened,
              GArray *hits)
{
  g_autofree char *expression = make_expression (search, shortened);
  gboolean compare = shortened || !search->is_exact;
  gboolean given_up = FALSE;
  guint n_compared = 0;
  FtStatement *select = compare ? ft_statement (database, PLACE ", who, rest, digits" HITS)
                                : ft_statement (database, PLACE HITS);

  ft_bind_text (select, expression);
  while (hits->len < FT_SEARCH_LIMIT && !given_up && ft_step (select))
    {
      Hit hit = { column_key (select, bounds), FALSE };
      if (!compare || step_fits (search, select))
        g_array_append_val (hits, hit);
      given_up = shortened && is_too_little (++n_compared, hits->len);
    }
  ft_reset (select);
  return hits->len == FT_SEARCH_LIMIT || !given_up;
}

/* --- Their order --- */

/* What is found by its name comes first; with more hits than anybody reads it does not matter. */
static void
look_at_names (FtDatabase *database, const Search *search, GArray *hits)
{
  for (guint i = 0; i < hits->len && hits->len <= MAX_NAMED; i++)
    {
      Hit *hit = &g_array_index (hits, Hit, i);
      FtStatement *select = ft_statement (database, "SELECT who FROM lead_words WHERE rowid = ?");
      ft_bind_int (select, hit->key.id);
      if (ft_step (select))
        {
          hit->by_name = contains_all (search, ft_column_text (select, 0));
          ft_reset (select);
        }
    }
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
      && (!search.is_long || !collect_hits (database, &search, &query->bounds, TRUE, hits)))
    {
      g_array_set_size (hits, 0);
      collect_hits (database, &search, &query->bounds, FALSE, hits);
    }
  look_at_names (database, &search, hits);
  search_clear (&search);

  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < MIN (hits->len, most); i++)
    g_array_append_val (ids, g_array_index (hits, Hit, i).key.id);
  return ids;
}
