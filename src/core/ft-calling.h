#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FtCalling:
 * @lead_id: whom to call, 0 when all were
 * @n_left: how many there are still to call, with that one
 *
 * The next step of calling today's leads one after the other (B4).
 */
typedef struct
{
  gint64 lead_id;
  guint n_left;
} FtCalling;

/* Of @due, the leads late and due today in their order, the first that is not among @done (gint64): those that came
 * up and were left. @back: the lead to go back to, in any case; 0 for none. @kept: where the place was kept, if it is
 * still due; 0 for nowhere. */
FtCalling ft_calling_next (const gint64 *due, guint n_due, GHashTable *done, gint64 back, gint64 kept);

G_END_DECLS
