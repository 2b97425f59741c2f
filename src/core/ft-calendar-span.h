#pragma once

#include "core/ft-civil.h"

G_BEGIN_DECLS

typedef enum
{
  FT_SPAN_MONTH, /* the six weeks that hold it */
  FT_SPAN_WEEK,
  FT_SPAN_DAY,
} FtSpan;

/* The first and the last Julian day that are seen of a span that is about @day. */
void ft_span_get_days (FtSpan span, gint32 day, GDateWeekday first_weekday, gint32 *first, gint32 *last);
/* The day as many spans later or, with a negative @by, earlier: the same day of another month, or its
 * last if it is too short. @day itself where the calendar ends. */
gint32 ft_span_step (FtSpan span, gint32 day, int by);

G_END_DECLS
