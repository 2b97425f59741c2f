#pragma once

#include <glib-object.h>

#include "core/ft-records.h"

G_BEGIN_DECLS

/**
 * FtHistoryItem:
 *
 * A contact, or a promise that was done or moved. Immutable. Properties, read-only: "title" ("Reached by
 * phone", "Promise kept 3 h early"), "when", "text" (a line each for what was heard, which way they lean, what
 * was asked and came of it, what was brought or that nothing was, what they asked for, how long it took,
 * notes; of a promise when it was for, what, and why it was missed), "icon-name".
 */
#define FT_TYPE_HISTORY_ITEM (ft_history_item_get_type ())
G_DECLARE_FINAL_TYPE (FtHistoryItem, ft_history_item, FT, HISTORY_ITEM, GObject)

/* @now: what the wall clock reads; @zone: of the wall clock. */
FtHistoryItem *ft_history_item_new_contact (FtContactData *contact,
                                            const FtContactData *before,
                                            const char *piece_name,
                                            FtCivil now,
                                            const char *zone);
FtHistoryItem *ft_history_item_new_promise (FtPromiseData *promise, FtCivil now, const char *zone);
FtContactData *ft_history_item_get_contact (FtHistoryItem *self); /* borrowed or NULL */
FtPromiseData *ft_history_item_get_promise (FtHistoryItem *self); /* borrowed or NULL */
gint64 ft_history_item_get_at (FtHistoryItem *self);              /* the instant it happened */
/* Whether both are of the same record and say the same. */
gboolean ft_history_item_equal (FtHistoryItem *a, FtHistoryItem *b);
/* What a contact was: "Reached by phone". (transfer none) */
const char *ft_history_contact_words (const FtContactData *contact);

G_END_DECLS
