#pragma once

#include "core/ft-records.h"

G_BEGIN_DECLS

/**
 * FtPrintLine:
 *
 * What a printed sheet says of a promise. Never what is sensitive (E7): paper lies about.
 */
typedef struct
{
  gint32 day;      /* on which it was promised, here */
  gboolean all_day;
  gint64 at;       /* orders the lines of a day */
  char *time;      /* the promised time here; with its day where that is another than the sheet's */
  char *mine;      /* "target 11:30", "" where it is the same */
  char *there;     /* "10:00 there", "" where the clocks agree */
  char *name;
  char *company;
  char *reaches;   /* telephone numbers, one a line; of an e-mail its address */
  char *how;       /* "Phone" */
  char *purpose;
  char *value;
} FtPrintLine;

/* @day: of the sheet; 0 where it has several */
FtPrintLine *ft_print_line_new (const FtPromiseRow *row, gint32 day, const char *zone);
void ft_print_line_free (FtPrintLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtPrintLine, ft_print_line_free)
/* All-day ones first, then by time; for arrays of pointers. */
int ft_print_line_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
