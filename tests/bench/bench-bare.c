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
        sqlite3_column_text (statement, i);
      n++;
    }
  check (self, code);
  sqlite3_reset (statement);
  return n;
}

BenchBare *
bench_bare_open (const char *path)
{
  BenchBare *self = g_new0 (BenchBare, 1);
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sqlite3_finalize);
  check (self, sqlite3_open (path, &self->handle));
  check (self,
         sqlite3_exec (
             self->handle,
             "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE; "
             "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; PRAGMA foreign_keys = ON",
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

void
bench_bare_row (BenchBare *self, gint64 id)
{
  static const char *const queries[]
      = { "SELECT * FROM lead WHERE id = ?", "SELECT * FROM reach WHERE lead_id = ?",
          "SELECT * FROM promise WHERE id = (SELECT due_id FROM lead_place WHERE lead_id = ?)" };
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sqlite3_stmt *select = prepare (self, queries[i]);
      check (self, sqlite3_bind_int64 (select, 1, id));
      run (self, select);
    }
}

void
bench_bare_search (BenchBare *self, const char *text, guint limit)
{
  sqlite3_stmt *select
      = prepare (self, "SELECT rowid FROM lead_words WHERE lead_words MATCH ? LIMIT ?");
  g_autofree char *folded = g_str_to_ascii (text, "C");
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GString) expression = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_string_append_printf (expression, "%s\"%s\" *", expression->len ? " AND " : "", words[i]);
  check (self, sqlite3_bind_text (select, 1, expression->str, -1, SQLITE_STATIC));
  check (self, sqlite3_bind_int (select, 2, limit));
  run (self, select);
}

void
bench_bare_month (BenchBare *self, gint64 from, gint64 to, guint limit)
{
  sqlite3_stmt *select
      = prepare (self, "SELECT promise.*, lead.* FROM due JOIN promise ON promise.id = promise_id "
                       "JOIN lead ON lead.id = due.lead_id WHERE target_at >= ? AND target_at < ? "
                       "ORDER BY target_at, promise_id LIMIT ?");
  check (self, sqlite3_bind_int64 (select, 1, from));
  check (self, sqlite3_bind_int64 (select, 2, to));
  check (self, sqlite3_bind_int (select, 3, limit));
  run (self, select);
}

void
bench_bare_commit (BenchBare *self, gint64 id, guint number)
{
  sqlite3_stmt *update;

  run (self, prepare (self, "BEGIN IMMEDIATE"));
  update = prepare (self, "UPDATE lead SET role = 'role ' || ? WHERE id = ?");
  check (self, sqlite3_bind_int64 (update, 1, number));
  check (self, sqlite3_bind_int64 (update, 2, id));
  run (self, update);
  run (self, prepare (self, "COMMIT"));
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

  shell = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL,
                            "sqlite3", "-batch", database, NULL);
  return shell && g_subprocess_communicate_utf8 (shell, commands, NULL, NULL, NULL, NULL)
         && g_subprocess_get_successful (shell);
}

double
bench_bare_import (const char *path, const char *folder)
{
  g_autofree char *bare = g_build_filename (folder, "bare.db", NULL);
  g_autofree char *leads = g_build_filename (folder, "lead.csv", NULL);
  g_autofree char *reaches = g_build_filename (folder, "reach.csv", NULL);
  g_autofree char *schema = g_build_filename (folder, "schema.sql", NULL);
  g_autofree char *write = g_strdup_printf (
      ".mode csv\n.once %s\nSELECT * FROM lead;\n.once %s\nSELECT * FROM reach;\n"
      ".once %s\n.schema\n",
      leads, reaches, schema);
  g_autofree char *make = g_strdup_printf (".bail off\n.read %s\n", schema);
  g_autofree char *import = g_strdup_printf (
      "PRAGMA synchronous = FULL;\n.mode csv\nBEGIN;\n.import %s lead\n.import %s reach\nCOMMIT;\n",
      leads, reaches);
  gint64 start;
  double seconds = NAN;

  g_remove (bare);
  if (run_shell (path, write))
    {
      /* Internal tables of the search index cannot be made by hand, and need not be. */
      run_shell (bare, make);
      start = g_get_monotonic_time ();
      if (run_shell (bare, import))
        seconds = (g_get_monotonic_time () - start) / 1e6;
    }
  g_remove (bare);
  g_remove (leads);
  g_remove (reaches);
  g_remove (schema);
  return seconds;
}
