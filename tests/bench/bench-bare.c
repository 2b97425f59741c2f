#include "bench-bare.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <sqlite3.h>
#include <string.h>

struct _BenchBare
{
  sqlite3 *handle;
  GHashTable *statements; /* literal → sqlite3_stmt */
};

static void
check (BenchBare *self, int code)
{
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (self->handle));
}

static sqlite3_stmt *
prepare (BenchBare *self, const char *sql)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  if (!statement)
    {
      check (self, sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL));
      g_hash_table_insert (self->statements, (gpointer) sql, statement);
    }
  sqlite3_reset (statement);
  return statement;
}

/* Steps through all rows and reads their columns. */
static guint
run (BenchBare *self, sqlite3_stmt *statement)
{
  guint n = 0;
  int code;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        if (sqlite3_column_type (statement, i) == SQLITE_INTEGER)
          sqlite3_column_int64 (statement, i);
        else
          sqlite3_column_text (statement, i);
      n++;
    }
  check (self, code);
  sqlite3_reset (statement);
  return n;
}

BenchBare *
bench_bare_open (const char *path, gboolean beside_a_store)
{
  BenchBare *self = g_new0 (BenchBare, 1);
  g_autofree char *uri = g_strconcat ("file:", path, beside_a_store ? "?nolock=1" : "", NULL);

  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sqlite3_finalize);
  check (self,
         sqlite3_open_v2 (uri, &self->handle,
                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL));
  check (self, sqlite3_exec (self->handle,
                             "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -16384; "
                             "PRAGMA foreign_keys = ON; PRAGMA secure_delete = FAST",
                             NULL, NULL, NULL));
  if (!beside_a_store)
    check (self,
           sqlite3_exec (self->handle, "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL",
                         NULL, NULL, NULL));
  return self;
}

void
bench_bare_close (BenchBare *self)
{
  g_hash_table_unref (self->statements);
  check (self, sqlite3_close (self->handle));
  g_free (self);
}

static void
append_ids (BenchBare *self, GArray *ids, sqlite3_stmt *select, gint64 now)
{
  check (self, sqlite3_bind_int64 (select, 1, now));
  while (sqlite3_step (select) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (select, 0);
      g_array_append_val (ids, id);
    }
}

GArray *
bench_bare_list (BenchBare *self, gint64 now)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  append_ids (self, ids,
              prepare (self, "SELECT lead_id FROM lead_place WHERE kind <= 1 AND oldest_at < ? "
                             "ORDER BY oldest_at, lead_id"),
              now);
  append_ids (self, ids,
              prepare (self, "SELECT lead_id FROM lead_place WHERE kind <= 1 AND oldest_at >= ? "
                             "ORDER BY due_at, lead_id"),
              now);
  append_ids (self, ids,
              prepare (self, "SELECT lead_id FROM lead_place WHERE kind IN (2, 3) AND ?1 = ?1 "
                             "ORDER BY kind, neglected_since, lead_id"),
              now);
  return ids;
}

/* What a row of the list or of the calendar shows of a lead. */
#define LEAD                                                                                       \
  "lead.id, lead.uid, name, company, lead.zone, lead.channel, lead.state, decision_day, "          \
  "not_before_day, interval, lead.created_at"

void
bench_bare_row (BenchBare *self, gint64 id)
{
  static const char *const queries[] = {
    "SELECT promise.*, " LEAD ", oldest_id, last_contact_at, heard_at, n_contacts FROM lead "
    "LEFT JOIN lead_place ON lead_place.lead_id = lead.id LEFT JOIN promise ON promise.id = due_id "
    "WHERE lead.id = ?",
    "SELECT kind, label, value FROM reach WHERE lead_id = ? ORDER BY id"
  };
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sqlite3_stmt *select = prepare (self, queries[i]);
      check (self, sqlite3_bind_int64 (select, 1, id));
      run (self, select);
    }
}

/* As ft_words_append_digits () writes the digits of a number. */
static char *
get_groups (const char *digits)
{
  GString *groups = g_string_new (NULL);
  for (gsize i = 0; i + 3 <= strlen (digits); i++)
    g_string_append_printf (groups, "%s#%.3s", i > 0 ? " " : "", digits + i);
  return g_string_free (groups, FALSE);
}

static void
append_term (GString *expression, const char *term, gboolean is_prefix)
{
  g_string_append_printf (expression, "%s\"%s\"%s", expression->len > 0 ? " AND " : "", term,
                          is_prefix ? " *" : "");
}

/* The first hits in the order of the list, those found by their name before the others if they are
 * few: what the search of the window answers. Digits are looked for in telephone numbers alone,
 * where they must follow each other. */
void
bench_bare_search (BenchBare *self, const char *text, gint64 now, guint limit)
{
  sqlite3_stmt *select = prepare (
      self,
      "SELECT lead_id FROM (SELECT lead_id, kind, due_at, oldest_at, neglected_since "
      "FROM lead_words CROSS JOIN lead_place ON lead_id = lead_words.rowid "
      "WHERE lead_words MATCH ?1 AND (?4 = '' OR instr (digits, ?4)) LIMIT ?3) "
      "ORDER BY CASE WHEN count (*) OVER () <= 200 THEN "
      "(SELECT instr (who, ?5) = 0 FROM lead_words WHERE rowid = lead_id) END, "
      "CASE WHEN kind <= 1 THEN oldest_at >= ?2 ELSE kind END, "
      "CASE WHEN kind > 1 THEN neglected_since WHEN oldest_at < ?2 THEN oldest_at ELSE due_at END, "
      "lead_id");
  g_autofree char *folded = g_str_to_ascii (text, "C");
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GString) expression = g_string_new (NULL);
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autofree char *groups = NULL;
  g_autofree char *start = g_strconcat (" ", words[0], NULL);

  for (const char *p = folded; *p; p++)
    if (g_ascii_isdigit (*p) && (digits->len > 0 || *p != '0'))
      g_string_append_c (digits, *p);
  groups = get_groups (digits->str);
  if (*groups)
    {
      g_auto (GStrv) terms = g_strsplit (groups, " ", -1);
      for (guint i = 0; terms[i]; i++)
        append_term (expression, terms[i], FALSE);
    }
  else
    for (guint i = 0; words[i]; i++)
      if (*words[i])
        append_term (expression, words[i], TRUE);
  check (self, sqlite3_bind_text (select, 1, expression->str, -1, SQLITE_STATIC));
  check (self, sqlite3_bind_int64 (select, 2, now));
  check (self, sqlite3_bind_int (select, 3, limit));
  check (self, sqlite3_bind_text (select, 4, groups, -1, SQLITE_STATIC));
  check (self, sqlite3_bind_text (select, 5, start, -1, SQLITE_STATIC));
  run (self, select);
}

void
bench_bare_month (BenchBare *self, gint64 from, gint64 to, guint limit)
{
  sqlite3_stmt *select = prepare (
      self,
      "SELECT promise.*, " LEAD " FROM (SELECT promise_id, target_at FROM due "
      "WHERE promised_at >= ?1 AND promised_at < ?2 AND target_at < ?1 "
      "UNION ALL SELECT promise_id, target_at FROM due WHERE target_at >= ?1 AND target_at < ?2 "
      "ORDER BY 2, 1 LIMIT ?3) CROSS JOIN promise ON promise.id = promise_id "
      "CROSS JOIN lead ON lead.id = promise.lead_id");
  check (self, sqlite3_bind_int64 (select, 1, from));
  check (self, sqlite3_bind_int64 (select, 2, to));
  check (self, sqlite3_bind_int (select, 3, limit));
  run (self, select);
}

static void
run_with_ints (BenchBare *self, const char *sql, gint64 first, gint64 second)
{
  sqlite3_stmt *statement = prepare (self, sql);
  check (self, sqlite3_bind_int64 (statement, 1, first));
  if (sqlite3_bind_parameter_count (statement) > 1)
    check (self, sqlite3_bind_int64 (statement, 2, second));
  run (self, statement);
}

/* The record, the words it is found by, and a step that could be undone: what has to be written. */
void
bench_bare_commit (BenchBare *self, gint64 id, guint number)
{
  run (self, prepare (self, "BEGIN IMMEDIATE"));
  run_with_ints (self, "UPDATE lead SET role = 'bare ' || ?2, changed_at = ?2 WHERE id = ?1", id,
                 number);
  run_with_ints (self,
                 "UPDATE lead_words SET rest = substr (rest, 1, instr (rest || ' bare', ' bare') "
                 "- 1) || ' bare ' || ?2 WHERE rowid = ?1",
                 id, number);
  run_with_ints (self,
                 "REPLACE INTO undo_log SELECT undo_at + 1, undo_at + 1, 'Edit', ?1, "
                 "zeroblob (200) FROM head",
                 id, 0);
  run (self, prepare (self, "UPDATE head SET n_commits = n_commits + 1"));
  run (self, prepare (self, "COMMIT"));
}

void
bench_bare_score (BenchBare *self, const char *from)
{
  sqlite3_stmt *select = prepare (
      self, "SELECT id, promised, promised_fold, zone, kind, state, cause, done_at FROM promise "
            "WHERE promised >= ?1 ORDER BY promised, id");
  check (self, sqlite3_bind_text (select, 1, from ? from : "", -1, SQLITE_STATIC));
  run (self, select);
  run (self, prepare (self, "SELECT id, lead_id, at, channel, direction, outcome FROM contact "
                            "ORDER BY at DESC, id DESC"));
  run (self,
       prepare (self, "SELECT lead.id, lead.created_at, lead.state, promise.created_at, done_at, "
                      "promise.state FROM lead LEFT JOIN promise ON lead_id = lead.id "
                      "ORDER BY lead.id"));
}

void
bench_bare_count (BenchBare *self, gint64 now)
{
  sqlite3_stmt *select = prepare (
      self,
      "SELECT count(*), sum(kind <= 1 AND oldest_at < ?1), sum(kind <= 1 AND oldest_at >= ?1), "
      "sum(kind = 2), sum(kind = 4), sum(fence_day > 0) FROM lead_place");
  check (self, sqlite3_bind_int64 (select, 1, now));
  run (self, select);
}

/* --- Import --- */

static gboolean
run_shell (const char *database, const char *commands)
{
  g_autoptr (GSubprocess) shell = NULL;

  shell = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                            NULL, "sqlite3", "-batch", database, NULL);
  return shell && g_subprocess_communicate_utf8 (shell, commands, NULL, NULL, NULL, NULL)
         && g_subprocess_get_successful (shell);
}

/* The tables an import fills, and what is in them. */
static const char *const imported[][2] = {
  { "lead", "SELECT * FROM lead" },
  { "reach", "SELECT * FROM reach" },
  { "lead_place", "SELECT * FROM lead_place" },
  { "match_key", "SELECT * FROM match_key" },
  { "lead_words", "SELECT who, rest, digits FROM lead_words ORDER BY rowid" },
};

double
bench_bare_import (const char *path, const char *folder)
{
  g_autofree char *bare = g_build_filename (folder, "bare.db", NULL);
  g_autofree char *schema = g_build_filename (folder, "schema.sql", NULL);
  g_autofree char *make = g_strdup_printf (".bail off\n.read %s\n", schema);
  g_autoptr (GString) write = g_string_new (".mode csv\n");
  g_autoptr (GString) import = g_string_new (
      "PRAGMA journal_mode = TRUNCATE;\nPRAGMA synchronous = FULL;\nPRAGMA cache_size = -131072;\n"
      ".mode csv\nBEGIN;\n");
  gint64 start;
  double seconds = NAN;

  for (guint i = 0; i < G_N_ELEMENTS (imported); i++)
    {
      const char *table = imported[i][0];
      g_string_append_printf (write, ".once %s/%s.csv\n%s;\n", folder, table, imported[i][1]);
      g_string_append_printf (import, ".import %s/%s.csv %s\n", folder, table, table);
    }
  g_string_append_printf (write, ".once %s\n.schema\n", schema);
  g_string_append (import, "COMMIT;\n");

  g_remove (bare);
  if (run_shell (path, write->str))
    {
      /* Internal tables of the search index cannot be made by hand, and need not be. */
      run_shell (bare, make);
      start = g_get_monotonic_time ();
      if (run_shell (bare, import->str))
        seconds = (g_get_monotonic_time () - start) / 1e6;
    }
  for (guint i = 0; i < G_N_ELEMENTS (imported); i++)
    {
      g_autofree char *csv = g_strdup_printf ("%s/%s.csv", folder, imported[i][0]);
      g_remove (csv);
    }
  g_remove (bare);
  g_remove (schema);
  return seconds;
}
