#define G_LOG_DOMAIN "ft-core"

#include "core/ft-change-set.h"

G_DEFINE_BOXED_TYPE (FtChangeSet, ft_change_set, ft_change_set_ref, ft_change_set_unref)

FtChangeSet *
ft_change_set_new (const char *label)
{
  FtChangeSet *self = g_atomic_rc_box_new0 (FtChangeSet);
  self->label = g_strdup (label);
  self->leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

FtChangeSet *
ft_change_set_ref (FtChangeSet *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_change_set (gpointer data)
{
  FtChangeSet *self = data;
  g_free (self->label);
  g_array_unref (self->leads);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

void
ft_change_set_unref (FtChangeSet *self)
{
  g_atomic_rc_box_release_full (self, clear_change_set);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;
  return (x > y) - (x < y);
}

gboolean
ft_change_set_has_lead (const FtChangeSet *self, gint64 id)
{
  return self->everything || g_array_binary_search (self->leads, &id, compare_ids, NULL);
}
