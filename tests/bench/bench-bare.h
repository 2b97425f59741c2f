#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The same questions asked of SQLite directly, with the same settings, and nothing made of the answers. */
typedef struct _BenchBare BenchBare;

BenchBare *bench_bare_open (const char *path);
void bench_bare_close (BenchBare *self);
GArray *bench_bare_list (BenchBare *self, gint64 now);
void bench_bare_row (BenchBare *self, gint64 id);
void bench_bare_search (BenchBare *self, const char *text, guint limit);
void bench_bare_month (BenchBare *self, gint64 from, gint64 to, guint limit);
void bench_bare_commit (BenchBare *self, gint64 id, guint number);
void bench_bare_count (BenchBare *self, gint64 now);
/* Seconds in which the sqlite3 shell imports the leads of @path from CSV files into the same tables. */
double bench_bare_import (const char *path, const char *folder);

G_END_DECLS
