#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The same questions asked of SQLite directly, with the same settings and for the same columns, in the
 * same order, and nothing made of the answers. */
typedef struct _BenchBare BenchBare;

/* @beside_a_store: to read only, without a look at the locks of the store which has the file open. */
BenchBare *bench_bare_open (const char *path, gboolean beside_a_store);
void bench_bare_close (BenchBare *self);
GArray *bench_bare_list (BenchBare *self, gint64 now);
void bench_bare_row (BenchBare *self, gint64 id);
void bench_bare_search (BenchBare *self, const char *text, gint64 now, guint limit);
void bench_bare_month (BenchBare *self, gint64 from, gint64 to, guint limit);
void bench_bare_commit (BenchBare *self, gint64 id, guint number);
void bench_bare_count (BenchBare *self, gint64 now);
/* What the score is made of, from the day @from on; NULL for all. */
void bench_bare_score (BenchBare *self, const char *from);
/* Seconds in which the sqlite3 shell imports what is in @path, an import of leads, from CSV files into
 * all the tables that it filled, but for the log of undo. */
double bench_bare_import (const char *path, const char *folder);

G_END_DECLS
