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

FtPromise *ft_promise_new (FtPromiseRow *row);
FtPromiseRow *ft_promise_get_row (FtPromise *self);
gint64 ft_promise_get_id (FtPromise *self);
gint64 ft_promise_get_lead_id (FtPromise *self);

G_END_DECLS
