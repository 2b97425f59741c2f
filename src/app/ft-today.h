#pragma once

#include "app/ft-command.h"

G_BEGIN_DECLS

/* So many leads without a promise are named to a reader. */
#define FT_TODAY_MAX_WITHOUT 20

/**
 * FtToday:
 *
 * The day at a glance: what the desk's first screen says, for a terminal or a script.
 */
typedef struct
{
  gboolean json;
  FtDayBounds bounds;
  GPtrArray *promises; /* FtPromiseRow: late and today's, by target */
  GHashTable *cards;   /* gint64 → FtLeadCard of their leads */
  guint n_asked;       /* cards on their way */
  void (*next) (FtRun *run); /* when they are there */
  GError *failure;     /* the first of reading them */
  GPtrArray *pieces;   /* FtPieceRow, for JSON */
  FtCounts counts;
  GPtrArray *without; /* FtLeadRow: open, and nothing promised (B1) */
} FtToday;

void ft_today_free (FtToday *today);

/* After the sale (B11): a thank-you card to write; a delivery that is promised, or the call that asks whether it
 * arrived. */
gboolean ft_today_is_card (const FtPromiseData *promise);
gboolean ft_today_is_delivery (const FtPromiseData *promise);
/* (nullable): the sale that the promise is a step of */
const FtSaleData *ft_today_find_sale (const FtToday *today, const FtPromiseRow *row);

/* One object, for a script. */
void ft_today_print_json (FtRun *run, const FtToday *today);
/* For a reader. */
void ft_today_print_text (FtRun *run, const FtToday *today);

G_END_DECLS
