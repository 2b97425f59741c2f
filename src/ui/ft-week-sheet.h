#pragma once

#include "ui/ft-paper.h"

#include "core/ft-records.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/**
 * FtWeekSheet:
 *
 * A week on paper, a column for each day, across the page. A free day without a promise gives its room to
 * the others.
 */
#define FT_TYPE_WEEK_SHEET (ft_week_sheet_get_type ())
G_DECLARE_FINAL_TYPE (FtWeekSheet, ft_week_sheet, FT, WEEK_SHEET, FtPaper)

/* @first: its first day; @rows (element-type FtPromiseRow): with their telephone numbers; @now: here */
FtPaper *ft_week_sheet_new (gint32 first, GPtrArray *rows, FtCivil now, const char *zone, const FtSettings *settings);

G_END_DECLS
