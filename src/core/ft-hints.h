#pragma once

#include "core/ft-rhythm.h"

G_BEGIN_DECLS

/**
 * FtHint:
 *
 * One line from the practices, where it applies (B10); the most urgent first.
 */
typedef enum
{
  FT_HINT_NONE,
  FT_HINT_LATE,          /* B7 */
  FT_HINT_NO_PROMISE,    /* B1 */
  FT_HINT_NO_ASKING,     /* D1 */
  FT_HINT_FENCED,        /* A3 */
  FT_HINT_PEST,          /* E4 */
  FT_HINT_SILENCE,       /* B8 */
  FT_HINT_INVISIBLE,     /* D6 */
  FT_HINT_NEW,           /* E5 */
  FT_HINT_DECISION_NEAR, /* A6 */
  FT_HINT_EMPTY_HANDED,  /* B5 */
  FT_HINT_NOT_AGREED,    /* C3 */
  FT_HINT_NO_BENEFITS,   /* E3 */
  FT_HINT_OPEN_ASKS,     /* C5 */
  FT_HINT_FEW_CONTACTS,  /* D4 */
  FT_N_HINTS
} FtHint;

/* NONE too where hints are off or the lead is closed. */
FtHint ft_hints_of (const FtLeadCard *card, const FtSettings *settings, gint64 now, const char *zone);
/* Transfer none, "" for none. */
const char *ft_hint_words (FtHint hint);
/* The practice it comes from, "A3". */
const char *ft_hint_practice (FtHint hint);

G_END_DECLS
