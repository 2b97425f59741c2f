#define G_LOG_DOMAIN "ft-store"

#include "store/ft-match.h"

#include "core/ft-phone.h"
#include "store/ft-record.h"
#include "store/ft-words.h"

#include <string.h>

/* Numbers with and without the country code agree in at least these digits. */
#define LAST_DIGITS 7
/* A switchboard's number or "info@" may be everybody's; those beyond are still known by their
 * names. */
#define MAX_CANDIDATES 50

/* FNV-1a. Stored, so it may not change without a migration. */
static gint64
hash (char what, const char *text)
{
  guint64 h = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  h = (h ^ (guchar) what) * G_GUINT64_CONSTANT (0x100000001b3);
  for (const char *p = text; *p; p++)
    h = (h ^ (guchar) *p) * G_GUINT64_CONSTANT (0x100000001b3);
  return (gint64) h;
}

static gint64
hash_email (const char *address)
{
  g_autofree char *folded = g_utf8_casefold (address, -1);
  return hash ('e', g_strstrip (folded));
}

static gboolean
hash_phone (const char *number, gint64 *value)
{
  g_autofree char *key = ft_phone_key (number);
  gsize length = strlen (key);
  if (length == 0)
    return FALSE;
  *value = hash ('p', length > LAST_DIGITS ? key + length - LAST_DIGITS : key);
  return TRUE;
}

static gint64
hash_name (const FtLeadData *lead)
{
  g_autoptr (GString) words = g_string_new (NULL);
  ft_words_append (words, lead->name);
  g_string_append_c (words, '|');
  ft_words_append (words, lead->company);
  return hash ('n', words->str);
}

static void
append_reach_hashes (GArray *hashes, const FtLeadData *lead)
{
  for (guint i = 0; i < lead->emails->len; i++)
    {
      gint64 value = hash_email (((FtReach *) lead->emails->pdata[i])->value);
      g_array_append_val (hashes, value);
    }
  for (guint i = 0; i < lead->phones->len; i++)
    {
      gint64 value;
      if (hash_phone (((FtReach *) lead->phones->pdata[i])->value, &value))
        g_array_append_val (hashes, value);
    }
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;
  return (x > y) - (x < y);
}

/* Each once, ascending. */
static GArray *
derive (const FtLeadData *lead)
{
  GArray *hashes = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 name = hash_name (lead);

  g_array_append_val (hashes, name);
  append_reach_hashes (hashes, lead);
  g_array_sort (hashes, compare_hashes);
  for (guint i = hashes->len; i > 1; i--)
    if (g_array_index (hashes, gint64, i - 1) == g_array_index (hashes, gint64, i - 2))
      g_array_remove_index (hashes, i - 1);
  return hashes;
}

void
ft_match_remove (FtDatabase *database, gint64 lead_id)
{
  FtStatement *delete = ft_statement (database, "DELETE FROM match_key WHERE lead_id = ?");
  ft_bind_int (delete, lead_id);
  ft_run (delete);
}

static gboolean
is_stored (FtDatabase *database, gint64 lead_id, GArray *hashes)
{
  guint n = 0;
  gboolean same = TRUE;
  FtStatement *select
      = ft_statement (database, "SELECT hash FROM match_key WHERE lead_id = ? ORDER BY hash");

  ft_bind_int (select, lead_id);
  while (ft_step (select))
    {
      same = same && n < hashes->len
             && g_array_index (hashes, gint64, n) == ft_column_int (select, 0);
      n++;
    }
  return same && n == hashes->len;
}

gboolean
ft_match_is_indexed (FtDatabase *database, const FtLeadData *lead)
{
  g_autoptr (GArray) hashes = derive (lead);
  return is_stored (database, lead->id, hashes);
}

void
ft_match_put (FtDatabase *database, const FtLeadData *lead, gboolean fresh)
{
  g_autoptr (GArray) hashes = derive (lead);

  if (!fresh)
    {
      if (is_stored (database, lead->id, hashes))
        return;
      ft_match_remove (database, lead->id);
    }
  for (guint i = 0; i < hashes->len; i++)
    {
      FtStatement *insert = ft_statement (database, "INSERT INTO match_key VALUES (?, ?)");
      ft_bind_int (insert, g_array_index (hashes, gint64, i));
      ft_bind_int (insert, lead->id);
      ft_run (insert);
    }
}

/* --- Comparing --- */

static gboolean
share_email (const FtLeadData *a, const FtLeadData *b)
{
  for (guint i = 0; i < a->emails->len; i++)
    for (guint j = 0; j < b->emails->len; j++)
      if (hash_email (((FtReach *) a->emails->pdata[i])->value)
          == hash_email (((FtReach *) b->emails->pdata[j])->value))
        return TRUE;
  return FALSE;
}

static gboolean
share_phone (const FtLeadData *a, const FtLeadData *b)
{
  for (guint i = 0; i < a->phones->len; i++)
    for (guint j = 0; j < b->phones->len; j++)
      if (ft_phone_same (((FtReach *) a->phones->pdata[i])->value,
                         ((FtReach *) b->phones->pdata[j])->value))
        return TRUE;
  return FALSE;
}

static gboolean
have_same_words (const char *a, const char *b)
{
  g_autoptr (GString) x = g_string_new (NULL);
  g_autoptr (GString) y = g_string_new (NULL);
  ft_words_append (x, a);
  ft_words_append (y, b);
  return g_string_equal (x, y);
}

/* "A. Berg", "Berg" and "Anna Berg" may be one person, "Bert Berg" is not "Anna Berg": every word
 * of the shorter name must begin, or be begun by, one of the longer. */
static gboolean
names_agree (const char *a, const char *b)
{
  g_auto (GStrv) x = ft_words_split (a);
  g_auto (GStrv) y = ft_words_split (b);
  char **shorter = g_strv_length (x) <= g_strv_length (y) ? x : y;
  char **longer = shorter == x ? y : x;

  for (guint i = 0; shorter[i]; i++)
    {
      gboolean found = FALSE;
      for (guint j = 0; longer[j] && !found; j++)
        found
            = g_str_has_prefix (longer[j], shorter[i]) || g_str_has_prefix (shorter[i], longer[j]);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_reach (const FtLeadData *lead)
{
  return lead->phones->len > 0 || lead->emails->len > 0;
}

gboolean
ft_match_is_same (const FtLeadData *a, const FtLeadData *b, FtMatchBy by)
{
  if (by == FT_MATCH_REACH)
    return (share_email (a, b) || share_phone (a, b)) && names_agree (a->name, b->name);
  if (!have_same_words (a->name, b->name) || !have_same_words (a->company, b->company))
    return FALSE;
  /* There are many John Smiths: without a company they are one if nothing tells them apart. */
  return *a->company || !has_reach (a) || !has_reach (b) || share_email (a, b)
         || share_phone (a, b);
}

static FtLeadData *
find_by_hash (FtDatabase *database, const FtLeadData *lead, gint64 value, FtMatchBy by)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  FtStatement *select = ft_statement (database, "SELECT lead_id FROM match_key WHERE hash = ? "
                                                "ORDER BY lead_id LIMIT ?");

  ft_bind_int (select, value);
  ft_bind_int (select, MAX_CANDIDATES);
  while (ft_step (select))
    {
      gint64 id = ft_column_int (select, 0);
      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (FtLeadData) stored
          = ft_record_read_lead (database, g_array_index (ids, gint64, i));
      if (stored && ft_match_is_same (lead, stored, by))
        return g_steal_pointer (&stored);
    }
  return NULL;
}

FtLeadData *
ft_match_find (FtDatabase *database, const FtLeadData *lead)
{
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (gint64));

  append_reach_hashes (hashes, lead);
  for (guint i = 0; i < hashes->len; i++)
    {
      FtLeadData *found
          = find_by_hash (database, lead, g_array_index (hashes, gint64, i), FT_MATCH_REACH);
      if (found)
        return found;
    }
  return find_by_hash (database, lead, hash_name (lead), FT_MATCH_NAME);
}
