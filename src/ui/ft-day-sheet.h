#pragma once

#include "ui/ft-paper.h"

#include "core/ft-records.h"

G_BEGIN_DECLS

/**
 * FtDaySheet:
 *
 * A day on paper, to tick off: when, whom, at which number, what for. Above it what is late by then.
 */
#define FT_TYPE_DAY_SHEET (ft_day_sheet_get_type ())
G_DECLARE_FINAL_TYPE (FtDaySheet, ft_day_sheet, FT, DAY_SHEET, FtPaper)

/* @late, @rows (element-type FtPromiseRow): with their telephone numbers; @now: here, for the words of
 * the date. */
FtPaper *ft_day_sheet_new (gint32 day, GPtrArray *late, GPtrArray *rows, FtCivil now, const char *zone);

G_END_DECLS
