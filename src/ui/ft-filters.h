#pragma once

#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtFilterWords:
 *
 * What the window calls a filter of the lead list, and what it says when nothing is in it. Translated, static.
 */
typedef struct
{
  const char *nick;       /* the state of the action "win.filter"; not translated */
  const char *label;      /* "No Promise" */
  const char *empty;      /* one sentence: what belongs there */
  const char *button;     /* of the one button on the empty page */
  const char *action;     /* its detailed action name */
} FtFilterWords;

FtFilterWords ft_filter_words (FtLeadFilter filter);
/* FALSE if no filter has that nick. */
gboolean ft_filter_from_nick (const char *nick, FtLeadFilter *filter);

G_END_DECLS
