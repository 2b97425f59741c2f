#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtCoachLine:
 *
 * What is to be known of a promise before it is made: the sentence to say aloud (B2), my own earlier target
 * (C2), and the one thing that speaks most against it (B3, A2, E4, E10 …); quietly, whether they have agreed (C3). Where there is
 * no promise, what that leaves open (B1, B9, D1). It forbids nothing.
 */
#define FT_TYPE_COACH_LINE (ft_coach_line_get_type ())
G_DECLARE_FINAL_TYPE (FtCoachLine, ft_coach_line, FT, COACH_LINE, GtkWidget)

void ft_coach_line_set_editor (FtCoachLine *self, FtCardEditor *editor);
/* @card: (nullable): the history by which it is judged, NULL for the one that is shown; @promise: (nullable) */
void ft_coach_line_show (FtCoachLine *self, FtLeadCard *card, const FtPromiseData *promise);

/* What is said while there is no promise; "" for nothing. */
void ft_coach_line_set_missing (FtCoachLine *self, const char *words);
/* Whether it asks for their agreement: not unless they were spoken to. FALSE unless told. */
void ft_coach_line_set_asks_agreed (FtCoachLine *self, gboolean asks_agreed);

G_END_DECLS
