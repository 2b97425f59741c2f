#pragma once

#include <glib-object.h>

#include "core/ft-records.h"

G_BEGIN_DECLS

/**
 * FtPromise:
 *
 * A promise and whom it was made to, as an object: what the calendar draws. Immutable; another #FtPromise
 * takes its place when the promise changes.
 *
 * Properties, read-only: "id", "lead-id" (int64), "name", "company", "purpose", "late" (as of when it was made).
 */
#define FT_TYPE_PROMISE (ft_promise_get_type ())
G_DECLARE_FINAL_TYPE (FtPromise, ft_promise, FT, PROMISE, GObject)

/* @now: the instant by which it is late or not. */
FtPromise *ft_promise_new (FtPromiseRow *row, gint64 now);
FtPromiseRow *ft_promise_get_row (FtPromise *self); /* borrowed */
gint64 ft_promise_get_id (FtPromise *self);
gint64 ft_promise_get_lead_id (FtPromise *self);
gboolean ft_promise_get_late (FtPromise *self);
/* Whether both would be drawn the same. */
gboolean ft_promise_equal (FtPromise *a, FtPromise *b);

G_END_DECLS
