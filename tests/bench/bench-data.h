#pragma once

#include "store/ft-store.h"

G_BEGIN_DECLS

/* Leads as a sales person has them, the same for the same number: names of some thousand families, companies, cities,
 * numbers of a few area codes, notes of everyday words; two promises each, one of them open. */
typedef struct
{
  guint n;
  guint next;
  gint64 now;
} BenchData;

/* An #FtImportNext with a #BenchData. */
gboolean bench_data_next (gpointer source, FtImportRow *row, double *fraction, GError **error);
/* The first @n leads as other programs export them. */
void bench_data_write_csv (const char *path, guint n);
FtLeadData *bench_data_lead (guint i);
FtPromiseData *bench_data_promise (guint i, guint which, gint64 now);
char *bench_data_family (guint i);

G_END_DECLS
