#pragma once

#include "core/ft-stationery.h"
#include "ui/ft-paper.h"

G_BEGIN_DECLS

/**
 * FtPaperPreview:
 *
 * The first page of what will be printed on an envelope or a sheet of labels, as large as there is room.
 */
#define FT_TYPE_PAPER_PREVIEW (ft_paper_preview_get_type ())
G_DECLARE_FINAL_TYPE (FtPaperPreview, ft_paper_preview, FT, PAPER_PREVIEW, GtkWidget)

GtkWidget *ft_paper_preview_new (void);
void ft_paper_preview_set (FtPaperPreview *self, FtPaper *paper, const FtStationery *stationery);

G_END_DECLS
