#pragma once

#include <gio/gio.h>

#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtScore:
 *
 * The user's own figures of a period, read while somebody looks and kept so while the store changes and time passes. What was
 * read stays until what takes its place has come.
 *
 * Properties, read-only: "busy" (it is being read), "fraction" (double, how much of it), "error" (string or NULL).
 * Signal "changed": the data are others.
 */
#define FT_TYPE_SCORE (ft_score_get_type ())
G_DECLARE_FINAL_TYPE (FtScore, ft_score, FT, SCORE, GObject)

/* Without @whole promises alone. */
FtScore *ft_score_new (FtStore *store, FtScorePeriod period, gboolean whole);
void ft_score_set_period (FtScore *self, FtScorePeriod period);
FtScorePeriod ft_score_get_period (FtScore *self);
/* Whether somebody looks: it is not read otherwise. */
void ft_score_set_active (FtScore *self, gboolean active);
/* Time has passed: what has become late counts. */
void ft_score_renew (FtScore *self);
const FtScoreData *ft_score_get_data (FtScore *self); /* borrowed until "changed"; NULL while nothing was read */
gboolean ft_score_get_busy (FtScore *self);
double ft_score_get_fraction (FtScore *self);
const char *ft_score_get_error (FtScore *self);

G_END_DECLS
