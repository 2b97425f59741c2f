#pragma once

#include "core/ft-civil.h"

#include <stdlib.h>

/* The seeds are fixed; FT_FUZZ in the environment is how many times as long it runs. */
static inline int
rounds (int n)
{
  const char *factor = g_getenv ("FT_FUZZ");

  return n * CLAMP (factor ? atoi (factor) : 1, 1, 1000);
}

/* Within the bounds of what can be stored. */
static inline void
assert_day (gint32 day)
{
  g_assert_cmpint (day, >=, 0);
  g_assert_cmpint (day, <=, ft_civil_all_day (9999, 12, 31).day);
}

static inline void
assert_civil (FtCivil civil)
{
  assert_day (civil.day);
  g_assert_true (civil.minute >= FT_ALL_DAY && civil.minute < 1440 && civil.fold <= 1);
}
