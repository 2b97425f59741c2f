#pragma once

#include "core/ft-records.h"
#include "store/ft-database.h"

G_BEGIN_DECLS

/* What is derived from the records: instants of open promises, places in lists, counts, words, keys to
 * recognise leads by. Never recorded for undo, and brought up to date in the transaction of the change. */

/**
 * FtStanding:
 *
 * Where a lead stands in the lists.
 */
typedef struct
{
  gint64 kind;
  gint64 due_at;    /* the earliest target of its open promises, FT_NEVER without one */
  gint64 oldest_at; /* the earliest promised time of its open promises */
  gint64 due_id;
  gint64 oldest_id;
  gint64 neglected_since;
  gint64 fence_day;
  gint64 last_contact_at;
  gint64 n_contacts;
  gint64 heard_at; /* the last contact that they heard of me by */
  gint64 forgotten; /* whether it is a customer without an open promise to be in touch (D8) */
} FtStanding;

#define FT_NEVER G_MAXINT64

typedef enum
{
  FT_KIND_OPEN = 0,
  FT_KIND_CUSTOMER = 1,
  FT_KIND_OPEN_WITHOUT = 2,
  FT_KIND_CUSTOMER_WITHOUT = 3,
  FT_KIND_CLOSED = 4,
} FtKind;
#define FT_N_KINDS (FT_KIND_CLOSED + 1)

typedef enum
{
  FT_TALLY_DUE = 0,
  FT_TALLY_OLDEST = 1,
  FT_TALLY_KIND = 2,
  FT_TALLY_FENCE = 3,
  FT_TALLY_CARD = 4,      /* promises of cards, by the bucket of their targets */
  FT_TALLY_FORGOTTEN = 5, /* leads, in the bucket 1 */
} FtTally;
#define FT_TALLY_SECONDS (3 * 60 * 60)

gint64 ft_index_get_bucket (gint64 instant);

/* FALSE if there is no such lead. */
gboolean ft_index_read_standing (FtDatabase *database, gint64 lead_id, FtStanding *standing);

/* These leads (gint64), or anything of them, have changed, or are gone. */
void ft_index_leads (FtDatabase *database, GArray *ids);
/* The same in two halves, for one just read or written; @fresh: nothing is known of it yet. The index of words writes out
 * what it has gathered whenever SQLite sets a savepoint, as it does for many statements: with many leads
 * the words come last. */
void ft_index_put_place (FtDatabase *database, const FtLeadData *lead, gboolean fresh);
void ft_index_put_words (FtDatabase *database, const FtLeadData *lead, gboolean fresh);
/* The words of the leads that have an apostrophe somewhere. */
void ft_index_renew_joined (FtDatabase *database);

/* What should be derived, for ft-check.c. */
FtStanding ft_index_derive_standing (FtDatabase *database, const FtLeadData *lead);
void ft_index_derive_words (const FtLeadData *lead, GString *who, GString *rest, GString *digits);

G_END_DECLS
