#pragma once

#include <adwaita.h>

#include "model/ft-desk.h"

G_BEGIN_DECLS

/**
 * FtCardPane:
 *
 * The call card: the person, the promise, the sentence to say, the outcomes, the history.
 */
#define FT_TYPE_CARD_PANE (ft_card_pane_get_type ())
G_DECLARE_FINAL_TYPE (FtCardPane, ft_card_pane, FT, CARD_PANE, GtkWidget)

GtkWidget *ft_card_pane_new (FtDesk *desk);
/* The commands about the lead shown ("call", "reached", "no-answer", "they-will-call", …); the window
 * inserts them as "lead" and gives them their keys. Borrowed. */
GActionGroup *ft_card_pane_get_actions (FtCardPane *self);

G_END_DECLS
