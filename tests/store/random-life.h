#pragma once

#include "core/ft-gestures.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/* What a person might do in some months, drawn by lot: the gestures of core on a real store, the same for the
 * same seed. Whoever watches the store sees what it would see in the hands of a user. */
typedef struct
{
  FtStore *store;
  GRand *rand;
  GArray *ids; /* gint64: all leads there ever were */
  int version; /* only what this version of the schema knew: days off from 3, sales from 4 */
} Life;

#define LIFE_ZONE "Europe/Berlin"

Life *life_new (FtStore *store, guint seed, int version);
void life_free (Life *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Life, life_free)

/* One gesture, which the store must take; or the clock goes on, or there was nothing to do it with. */
void life_step (Life *self);
/* Some rows of a file: new leads, one known by its address, one that cannot be taken. One step of undo. */
void life_import (Life *self);
/* Whether there was one to take back, or make again. */
gboolean life_undo (Life *self);
gboolean life_redo (Life *self);

/* Which leads there are, as the store lists them. */
void life_look_again (Life *self);
/* Everything there is to know of every lead. (transfer full) (element-type FtLeadCard) */
GPtrArray *life_read_all (Life *self);

/* Words as people write them, and as they are searched for. NULL for a word that is not one of them. */
const char *life_get_plain (const char *word);
const char *life_get_word (guint i); /* NULL after the last */

G_END_DECLS
