#pragma once

#include "store/ft-database.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/* Told at most a hundred times. */
typedef void (*FtImportProgress) (double fraction, gpointer data);

typedef struct
{
  const char *label;
  FtImportNext next;
  gpointer source;
  FtImportFlags flags;
  int a_day;                 /* first promises, or one of the special values */
  GCancellable *cancellable; /* or NULL */
  FtImportProgress progress; /* or NULL */
  gpointer progress_data;
  gboolean changed; /* out: whether there is a step to undo */
  gboolean set;     /* out: whether settings were taken over */
} FtImport;

/* All rows in a transaction of their own. (transfer full), or NULL and the database has failed, and nothing
 * was changed. */
FtImportResult *ft_import_run (FtDatabase *database, FtImport *import);

G_END_DECLS
