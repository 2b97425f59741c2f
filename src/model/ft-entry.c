#define G_LOG_DOMAIN "ft-model"

#include "model/ft-entry.h"

struct _FtEntry
{
  GObject parent_instance;

  gint64 id;
  FtEntryRow *row; /* owned */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtEntry, ft_entry, G_TYPE_OBJECT)

static void
ft_entry_finalize (GObject *object)
{
  FtEntry *self = FT_ENTRY (object);

  g_clear_pointer (&self->row, ft_entry_row_unref);

  G_OBJECT_CLASS (ft_entry_parent_class)->finalize (object);
}

static void
ft_entry_class_init (FtEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ft_entry_finalize;

  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
ft_entry_init (FtEntry *self)
{
}

/**
 * ft_entry_new:
 * @id: of the promise, the contact or the lead
 *
 * Returns: (transfer full): an entry without a row
 */
FtEntry *
ft_entry_new (gint64 id)
{
  FtEntry *self = g_object_new (FT_TYPE_ENTRY, NULL);
  self->id = id;
  return self;
}

gint64
ft_entry_get_id (FtEntry *self)
{
  g_return_val_if_fail (FT_IS_ENTRY (self), 0);
  return self->id;
}

FtEntryRow *
ft_entry_get_row (FtEntry *self)
{
  g_return_val_if_fail (FT_IS_ENTRY (self), NULL);
  return self->row;
}

/**
 * ft_entry_set_row:
 *
 * For its list. A row that reads the same tells nobody.
 */
void
ft_entry_set_row (FtEntry *self, FtEntryRow *row)
{
  g_return_if_fail (FT_IS_ENTRY (self));
  g_return_if_fail (row != NULL);

  if (self->row && ft_entry_row_equal (self->row, row))
    return;
  g_clear_pointer (&self->row, ft_entry_row_unref);
  self->row = ft_entry_row_ref (row);
  g_signal_emit (self, signals[CHANGED], 0);
}
