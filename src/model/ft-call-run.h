#pragma once

#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtCallRun:
 *
 * "Start Calling" (B4): the leads late and due today, one after the other in the order of the list. Every step
 * asks the store anew, so who was called meanwhile is not called again and who became late is not
 * forgotten. Stopping keeps the place for the day; who was passed over comes again in another run.
 *
 * Properties, all read-only: "running", "lead-id" (int64, the lead being called, 0 when not running), "position"
 * (uint, from 1, 0 before the first), "total" (uint), "seconds" (uint, since this lead came up; stands still
 * when not running). Each notifies once per change.
 * Signals: "show-lead" (gint64): go to this lead; "finished": there is nobody left; "failed" (GError *).
 */
#define FT_TYPE_CALL_RUN (ft_call_run_get_type ())
G_DECLARE_FINAL_TYPE (FtCallRun, ft_call_run, FT, CALL_RUN, GObject)

FtCallRun *ft_call_run_new (FtStore *store);
void ft_call_run_start (FtCallRun *self);
/* The next card. Does nothing when not running. */
void ft_call_run_next (FtCallRun *self);
/* Back to the card left last, whatever became of it; the one after it comes again then. */
void ft_call_run_previous (FtCallRun *self);
void ft_call_run_stop (FtCallRun *self);
gboolean ft_call_run_is_running (FtCallRun *self);
gint64 ft_call_run_get_lead_id (FtCallRun *self);
guint ft_call_run_get_position (FtCallRun *self);
guint ft_call_run_get_total (FtCallRun *self);
/* For the contact that is logged (FtContactData.seconds). */
guint ft_call_run_get_seconds (FtCallRun *self);

G_END_DECLS
