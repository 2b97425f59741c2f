#pragma once

#include <gio/gio.h>

#include "model/ft-promise.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtPromiseRange:
 *
 * A GListModel of #FtPromise: the promises of a range of days, open and kept, by target. It
 * follows the store. What was there stays until the new range has arrived (nothing jumps).
 *
 * Properties "busy", "decisions" (of those days; both notify only). Signal "failed" (GError *): the range could not be read; what is shown may be out of date.
 */
#define FT_TYPE_PROMISE_RANGE (ft_promise_range_get_type ())
G_DECLARE_FINAL_TYPE (FtPromiseRange, ft_promise_range, FT, PROMISE_RANGE, GObject)

FtPromiseRange *ft_promise_range_new (FtStore *store);
/* Julian days in the user's zone; @last is included. */
void ft_promise_range_set_days (FtPromiseRange *self, gint32 first, gint32 last);
void ft_promise_range_get_days (FtPromiseRange *self, gint32 *first, gint32 *last);
/* (element-type FtLeadData): the leads that decide on one of the days (A1), partial. Borrowed until "decisions" is
 * notified. */
GPtrArray *ft_promise_range_get_decisions (FtPromiseRange *self);

G_END_DECLS
