#pragma once

#include "core/ft-change-set.h"
#include "store/ft-database.h"

G_BEGIN_DECLS

/**
 * FtRecording:
 *
 * One step of undo in the making: what is written to the records between its beginning and its end.
 */
typedef struct _FtRecording FtRecording;

/* In an open transaction. Never NULL. */
FtRecording *ft_recording_begin (FtDatabase *database);
/* Adds the step to the log, which forgets what could have been redone. Returns whether anything
 * was changed at all; if not there is no step. Frees the recording. */
gboolean ft_recording_end (FtRecording *self, const char *label, gint64 lead_id);
/* Frees the recording without a step. */
void ft_recording_drop (FtRecording *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtRecording, ft_recording_drop)

/* Fills in what was touched by the step that would be undone next: the leads, ascending, and whether
 * pieces or days off were. */
void ft_undo_read_touched (FtDatabase *database, FtChangeSet *change);

/* Takes back the last step, or makes it again, in a transaction of its own. (transfer full), or NULL and
 * the database has failed. */
FtChangeSet *ft_undo (FtDatabase *database);
FtChangeSet *ft_redo (FtDatabase *database);

/* (transfer full) or NULL */
char *ft_undo_dup_label (FtDatabase *database);
char *ft_redo_dup_label (FtDatabase *database);

G_END_DECLS
