#pragma once

#include <gio/gio.h>

#include "model/ft-away-list.h"
#include "model/ft-call-run.h"
#include "model/ft-card.h"
#include "model/ft-lead-list.h"
#include "model/ft-promise-range.h"

G_BEGIN_DECLS

/**
 * FtDesk:
 *
 * What one window looks at: the list, the lead on the card, the counts; and the gestures, which go to
 * the store. Holds no widgets.
 *
 * Properties: "store", "clock", "list", "card" (objects), "counts" and "settings" (notify only), "undo-label",
 * "redo-label".
 * Signals: "done" (char *label, gboolean undoable): a change is on disk, for the toast; "failed" (char *message, GError *): it is not,
 * and nothing was changed; "show-lead" (gint64): the desk moved on to this lead.
 */
#define FT_TYPE_DESK (ft_desk_get_type ())
G_DECLARE_FINAL_TYPE (FtDesk, ft_desk, FT, DESK, GObject)

FtDesk *ft_desk_new (FtStore *store);
FtStore *ft_desk_get_store (FtDesk *self);
FtClock *ft_desk_get_clock (FtDesk *self);
FtLeadList *ft_desk_get_list (FtDesk *self);
FtCard *ft_desk_get_card (FtDesk *self);
FtPieceList *ft_desk_get_pieces (FtDesk *self);
/* What is promised for days away (E6). */
FtAwayList *ft_desk_get_away (FtDesk *self);
/* The walk through today's calls. While it runs, who logs a call (@then_next) goes on to its next lead. */
FtCallRun *ft_desk_get_run (FtDesk *self);
FtSettings *ft_desk_get_settings (FtDesk *self); /* borrowed until "settings" is notified */
/* Saves a copy; "failed" tells if that did not work. */
void ft_desk_save_settings (FtDesk *self, const FtSettings *settings);
const FtCounts *ft_desk_get_counts (FtDesk *self);
FtDayBounds ft_desk_get_bounds (FtDesk *self);
/* "33/40": open leads with a promise of all open leads (E1). (transfer full) */
char *ft_desk_dup_coverage (FtDesk *self);

/* Show a lead on the card; 0 for none. Tells "show-lead" even if it is shown already: who sees one pane
 * at a time goes to the card. */
void ft_desk_show_lead (FtDesk *self, gint64 lead_id);
/* The next lead in the order of the list: +1 down (J), -1 up (K). While a call run is under way, its next call
 * and its last one (B4). */
void ft_desk_step (FtDesk *self, int by);

/* Carry out an edit; @then_next: on success move on to the next lead due (logging a call does). The callback,
 * which may be NULL, hears of success or failure first, so a form can keep what was typed. */
void ft_desk_apply (FtDesk *self, FtEdit *edit, gboolean then_next, GAsyncReadyCallback callback, gpointer data);
/* (transfer full) the change, or NULL with @error */
FtChangeSet *ft_desk_apply_finish (FtDesk *self, GAsyncResult *result, GError **error);
void ft_desk_undo (FtDesk *self);
void ft_desk_redo (FtDesk *self);

G_END_DECLS
