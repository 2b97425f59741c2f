#pragma once

#include "core/ft-score.h"
#include "store/ft-database.h"

G_BEGIN_DECLS

/**
 * FtScoreRead:
 *
 * The score of a period while it is being read, a part at a time, so that other jobs of the database's
 * thread come in between: what changes meanwhile may be in it or not, and a change has it read anew.
 */
typedef struct _FtScoreRead FtScoreRead;

FtScoreRead *ft_score_read_new (FtScorePeriod period, GDateWeekday first_weekday, gboolean whole);
void ft_score_read_free (FtScoreRead *self);
/* On the database's thread: the next part. FALSE when all has been read. */
gboolean ft_score_read_next (FtScoreRead *self, FtDatabase *database);
double ft_score_read_get_fraction (FtScoreRead *self);
/* (transfer full), once all has been read */
FtScoreData *ft_score_read_steal (FtScoreRead *self);

/* The promise of the columns FT_SCORE_PROMISE, as far as ft_score_add_promise () looks at it. On the stack: it has no
 * strings to free. */
#define FT_SCORE_PROMISE                                                                           \
  "promise.id, promised, promised_fold, promise.zone, promise.kind, promise.state, cause, done_at"
FtPromiseData ft_score_column_promise (FtDatabase *database, FtStatement *select);

/* When a lead was open, which was entered at @created_at; and when there was a promise to it.
 * (transfer full): GArray of FtScoreInterval */
FtScoreInterval ft_score_read_open (FtDatabase *database, gint64 lead_id, gint64 created_at, FtLeadState state);
GArray *ft_score_read_promised (FtDatabase *database, gint64 lead_id);

/* How many contacts it took to the sale at @at since the one before. */
guint ft_score_count_contacts (FtDatabase *database, gint64 lead_id, gint64 at, gint64 contact_id);

G_END_DECLS
