#define G_LOG_DOMAIN "ft-core"

#include "core/ft-calling.h"

FtCalling
ft_calling_next (const gint64 *due, guint n_due, GHashTable *done, gint64 back, gint64 kept)
{
  FtCalling next = { 0, 0 };
  gint64 wanted = back != 0 ? back : kept;
  gboolean is_due = FALSE;

  for (guint i = 0; i < n_due; i++)
    {
      if (g_hash_table_contains (done, &due[i]))
        continue;
      next.n_left++;
      is_due = is_due || due[i] == wanted;
      if (next.lead_id == 0)
        next.lead_id = due[i];
    }
  if (is_due)
    next.lead_id = wanted;
  else if (back != 0)
    {
      next.lead_id = back;
      next.n_left++;
    }
  return next;
}
