#pragma once

#include "../model/model-fixture.h"

#include "model/ft-desk.h"
#include "ui/ft-card-pane.h"
#include "ui/ft-inline-entry.h"
#include "ui/ft-time-picker.h"

#include <adwaita.h>

/* The call card of a real lead in a real store, in a window of its own. */
typedef struct
{
  Fixture store;
  FtDesk *desk;
  GtkWidget *window;
  GtkWidget *pane;
  gint64 anna;
} Card;

/* Anna is promised a call in so many @days, at 9. */
void card_set_up (Card *card, const char *name, int days);
void card_tear_down (Card *card, gconstpointer data);

/* --- Looking --- */

typedef gboolean (*CardMatch) (GtkWidget *widget, const char *text);

gboolean card_has_name (GtkWidget *widget, const char *text); /* for a screen reader */
gboolean card_is_label (GtkWidget *widget, const char *text);
gboolean card_says (GtkWidget *widget, const char *text);      /* a label with this in it */
gboolean card_is_button (GtkWidget *widget, const char *text); /* or a check, as labelled */
gboolean card_is_type (GtkWidget *widget, const char *type);
gboolean card_is_field (GtkWidget *widget, const char *title); /* an FtInlineEntry */

/* The first visible widget below @root, or NULL. */
GtkWidget *card_find (GtkWidget *root, CardMatch matches, const char *text);
/* The same on the card, which must be there. */
GtkWidget *card_see (Card *card, CardMatch matches, const char *text);
/* The field of this title, even where it is not shown. */
FtInlineEntry *card_get_field (Card *card, const char *title);
/* The times below a widget, in the part of the card that is of this type, and the first of them. */
FtTimePicker *card_get_picker (Card *card, const char *inside);
GtkWidget *card_get_chip (GtkWidget *root);

/* --- Acting: each waits until the store has answered --- */

void card_show (Card *card, gint64 lead_id);
/* Clicks a button, turns a check. */
void card_press (Card *card, GtkWidget *button);
/* The one with this name, and the first of the times below the outcomes. */
void card_click (Card *card, const char *name);
void card_click_chip (Card *card);
/* Without waiting: types over the entry with this name, or in place. */
void card_type (Card *card, const char *name, const char *text);
void card_edit_field (Card *card, const char *title, const char *text);

/* --- What is stored --- */

/* (transfer full) Anna as she is. */
FtLeadCard *card_read_anna (Card *card);
/* A promise of hers that is open, after @skip others; NULL if there are no more. */
FtPromiseData *card_get_open (FtLeadCard *card, guint skip);
guint card_count_open (FtLeadCard *card);
/* The one with this id. */
FtPromiseData *card_get_promise (FtLeadCard *card, gint64 id);
