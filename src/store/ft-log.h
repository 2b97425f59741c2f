#pragma once

#include "store/ft-database.h"

G_BEGIN_DECLS

/* The log of steps that can be undone and redone: changesets of SQLite's session extension, cut
 * in pieces, since an import's may be larger than a value can be. */

typedef struct
{
  gint64 step; /* its first row, and its number */
  gint64 last; /* its last row */
  gint64 lead_id;
  char *label; /* owned */
} FtLogStep;

void ft_log_step_clear (FtLogStep *step);

gboolean ft_log_find_undo (FtDatabase *database, FtLogStep *step);
gboolean ft_log_find_redo (FtDatabase *database, FtLogStep *step);

/* Returns whether there is a step now: not if all was put back as it had been. */
gboolean ft_log_append (FtDatabase *database, sqlite3_session *session, const char *label, gint64 lead_id);

typedef struct
{
  FtDatabase *database; /* borrowed */
  gint64 step;
  gint64 row;
  GByteArray *piece; /* owned */
  gsize offset;
} FtLogReader;

void ft_log_reader_init (FtLogReader *reader, FtDatabase *database, gint64 step);
void ft_log_reader_clear (FtLogReader *reader);
/* As SQLite's streaming functions want it. */
int ft_log_reader_read (void *reader, void *data, int *size);

G_END_DECLS
