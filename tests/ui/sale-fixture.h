#pragma once

#include "../model/model-fixture.h"
#include "core/ft-sale.h"
#include "model/ft-desk.h"

#include <adwaita.h>

/* After the sale (B11, D8), on a real store: the call card of a lead, or the board. */
typedef struct
{
  Fixture store;
  FtDesk *desk;
  GtkWidget *window;
  GtkWidget *root; /* the call card, or the board */
  gint64 anna;
} Sale;

/* A lead on the call card; the same, sold to; and the end of both. */
void sale_set_up (Sale *sale, gconstpointer data);
void sale_set_up_sold (Sale *sale, gconstpointer data);
void sale_tear_down (Sale *sale, gconstpointer data);
/* Puts the root into a window. */
void sale_show (Sale *sale);

/* What a widget is, by its words. */
typedef gboolean (*Matches) (GtkWidget *widget, const char *text);
gboolean sale_is_step (GtkWidget *widget, const char *text);
gboolean sale_is_button (GtkWidget *widget, const char *text);
gboolean sale_is_field (GtkWidget *widget, const char *text);
gboolean sale_is_entry (GtkWidget *widget, const char *text);
gboolean sale_is_type (GtkWidget *widget, const char *text);
gboolean sale_says (GtkWidget *widget, const char *text);
/* The first that is shown, or NULL. */
GtkWidget *sale_find (GtkWidget *root, Matches matches, const char *text);
/* The same, which must be there. */
GtkWidget *sale_see (Sale *sale, Matches matches, const char *text);

void sale_sell (Sale *sale);
void sale_press (Sale *sale, const char *label);
void sale_toggle (Sale *sale, const char *step);
/* As typed and saved; the answer is not waited for. */
void sale_fill_in (Sale *sale, const char *field, const char *text);
const char *sale_get_field (Sale *sale, const char *field);

/* What is stored. (transfer full) */
FtLeadCard *sale_read_card (Sale *sale);
FtSaleData *sale_read (Sale *sale);
guint sale_count (Sale *sale, FtPromiseKind kind, FtPromiseState state);
