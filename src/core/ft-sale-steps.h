#pragma once

#include "core/ft-checklist.h"
#include "core/ft-edit.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/* How the steps of a sale's checklist become promises (B11), for the gestures of ft-sale.h. */

/* On which channel a customer is asked. */
FtChannel ft_sale_channel_of (const FtLeadData *lead);
/* A task of one's own has a day, and an hour of it at which to be reminded. @now: what the user's clock reads.
 * (transfer full) */
FtPromiseData *ft_sale_new_task (gint64 lead_id,
                                 const FtSettings *settings,
                                 FtCivil day,
                                 FtCivil now,
                                 FtPromiseKind kind,
                                 const char *text);
/* A new promise of the sale. */
void ft_sale_put_step (FtEdit *edit, FtPromiseData *promise, gint64 sale_id, gint64 now);
/* Whether a step has become a promise of the sale, done or not. */
gboolean ft_sale_has_step (const FtSaleData *sale, GPtrArray *promises, const FtChecklistStep *step);
/* The promises of all steps that are counted from @after. */
void ft_sale_put_steps (FtEdit *edit,
                        const FtLeadData *lead,
                        const FtSaleData *sale,
                        const FtChecklist *checklist,
                        FtAfter after,
                        gboolean with_friendly,
                        const FtSettings *settings,
                        gint64 now,
                        const char *zone);

G_END_DECLS
