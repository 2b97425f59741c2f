#pragma once

#include "core/ft-checklist.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtSaleStep:
 *
 * A step of a checklist: its tick, when it is due, and a reason if it will not be done (B11).
 *
 * Signals: "ticked" (gboolean done): the user ticked it or took that back; "skipped" (char *reason).
 */
#define FT_TYPE_SALE_STEP (ft_sale_step_get_type ())
G_DECLARE_FINAL_TYPE (FtSaleStep, ft_sale_step, FT, SALE_STEP, GtkWidget)

GtkWidget *ft_sale_step_new (void);
/* @instant and @now: the time, and what the clock reads where the promise is. */
void ft_sale_step_set_promise (FtSaleStep *self, const FtPromiseData *promise, gint64 instant, FtCivil now);
/* One that the delivery will bring: not to be ticked yet. */
void ft_sale_step_set_coming (FtSaleStep *self, const FtChecklistStep *step);
/* 0 if it is one that is to come. */
gint64 ft_sale_step_get_id (FtSaleStep *self);
/* Puts @aid below the tick, from wherever it was. */
void ft_sale_step_put_aid (FtSaleStep *self, GtkWidget *aid);
GtkWidget *ft_sale_step_get_tick (FtSaleStep *self);

G_END_DECLS
