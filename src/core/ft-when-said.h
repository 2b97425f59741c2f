#pragma once

#include "core/ft-when-names.h"

G_BEGIN_DECLS

/**
 * FtWhenSaid:
 *
 * The parts of a time that were said, before they mean a day.
 */
typedef struct
{
  int year, month, day; /* 0: not said */
  int weekday;          /* a GDateWeekday, 0: not said */
  gboolean has_offset;
  int offset; /* of @unit, from now */
  FtWhenUnit unit;
  int hour; /* -1: not said */
  int minute;
} FtWhenSaid;

/* What was said at @now means: never before it unless a year was said. %FT_CIVIL_NONE if it cannot
 * be, or contradicts itself. */
FtCivil ft_when_said_resolve (const FtWhenSaid *said, FtCivil now);

G_END_DECLS
