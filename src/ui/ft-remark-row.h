#pragma once

#include "ui/ft-inline-entry.h"

G_BEGIN_DECLS

typedef enum
{
  FT_REMARK_ASK,  /* something they asked for, ticked when they got it (C5) */
  FT_REMARK_FACT, /* something personal to remember, marked if it is sensitive (E7) */
} FtRemarkKind;

/**
 * FtRemarkRow:
 *
 * One dated remark about a person: its text, edited in place, a mark, and a button to remove it.
 *
 * Signals: "save" (char *text), to be answered as "save" of #FtInlineEntry is; "marked" (gboolean);
 * "remove".
 */
#define FT_TYPE_REMARK_ROW (ft_remark_row_get_type ())
G_DECLARE_FINAL_TYPE (FtRemarkRow, ft_remark_row, FT, REMARK_ROW, GtkWidget)

GtkWidget *ft_remark_row_new (FtRemarkKind kind);
/* @lead_id: whose; @when: "21 Nov". Tells nobody. */
void ft_remark_row_set (FtRemarkRow *self, gint64 lead_id, const char *text, gboolean marked, const char *when);
FtInlineEntry *ft_remark_row_get_entry (FtRemarkRow *self); /* borrowed */

G_END_DECLS
