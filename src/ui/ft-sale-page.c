#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-sale-page.h"

#include "model/ft-sale-board.h"
#include "model/ft-steady-list.h"
#include "ui/ft-focus.h"
#include "ui/ft-sale-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A step turns late by time passing alone. */
#define TICK_SECONDS 60
#define WIDEST 620
/* A card is a hundred widgets: so many are shown until more are asked for. */
#define PAGE 20

struct _FtSalePage
{
  GtkWidget parent_instance;

  FtDesk *desk;             /* owned */
  FtSaleBoard *board;       /* owned */
  GtkSliceListModel *slice; /* owned, the part of the board that is shown */
  FtSteadyList *shown;      /* owned, the same as it was while somebody ticks it */
  guint n_acts;             /* made here, of which the store has not told yet */
  gboolean focus_wanted;    /* as soon as there is something to have it */
  guint tick;

  /* children */
  GtkWidget *stack;
  GtkWidget *empty; /* the way on when there is nothing */
  GtkWidget *list;
  GtkWidget *more;
  GtkEventController *pointer; /* borrowed, of the list */
  GtkEventController *focus;   /* borrowed, of the list */
};

enum
{
  SHOW_LEAD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtSalePage, ft_sale_page, GTK_TYPE_WIDGET)

/* --- Holding still --- */

/* A tick may have a card go further down, and the next click would hit another one: the cards stay
 * where they are until the pointer, or else the focus, has left them. */
static gboolean
is_in_hand (FtSalePage *self)
{
  return gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (self->pointer))
         || gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (self->focus));
}

static void
let_go (FtSalePage *self)
{
  self->n_acts = 0;
  if (self->shown != NULL) /* not closed yet */
    ft_steady_list_set_held (self->shown, FALSE);
}

static void
pointer_cb (FtSalePage *self)
{
  if (!gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (self->pointer)))
    let_go (self);
}

static void
focus_cb (FtSalePage *self)
{
  if (!is_in_hand (self))
    let_go (self);
}

static void
acting_cb (FtSalePage *self)
{
  g_assert (FT_IS_SALE_PAGE (self));

  self->n_acts++;
  if (is_in_hand (self))
    ft_steady_list_set_held (self->shown, TRUE);
}

/* Undone, or changed elsewhere: that is to be seen. Comes before the board has read what it is. */
static void
store_changed_cb (FtSalePage *self)
{
  g_assert (FT_IS_SALE_PAGE (self));

  if (self->n_acts > 0)
    self->n_acts--;
  else
    let_go (self);
}

/* --- Cards --- */

static void
show_lead_cb (FtSalePage *self, gint64 lead_id)
{
  g_assert (FT_IS_SALE_PAGE (self));

  g_signal_emit (self, signals[SHOW_LEAD], 0, lead_id);
}

/* The first step to tick; what is still being read gets the focus when it is there. */
static gboolean
focus_first (FtSalePage *self)
{
  const char *shown = gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
  GtkWidget *row = gtk_widget_get_first_child (self->list);

  if (g_str_equal (shown, "empty"))
    return gtk_widget_grab_focus (self->empty);
  return g_str_equal (shown, "board") && row != NULL
         && ft_sale_card_focus_step (
             FT_SALE_CARD (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))));
}

static void
focus_if_wanted (FtSalePage *self)
{
  if (self->focus_wanted && focus_first (self))
    self->focus_wanted = FALSE;
}

static void
row_changed_cb (FtSale *sale, GParamSpec *pspec, FtSaleCard *card)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (card), FT_TYPE_SALE_PAGE);

  ft_sale_card_set_row (card, ft_sale_get_row (sale));
  if (page != NULL)
    focus_if_wanted (FT_SALE_PAGE (page));
}

static GtkWidget *
create_card_cb (gpointer item, gpointer user_data)
{
  FtSalePage *self = user_data;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *card = ft_sale_card_new (self->desk, TRUE);

  g_signal_connect_object (card, "acting", G_CALLBACK (acting_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "show-lead", G_CALLBACK (show_lead_cb), self, G_CONNECT_SWAPPED);
  /* The board knows a sale as long as somebody looks at it. */
  g_object_set_data_full (G_OBJECT (card), "sale", g_object_ref (item), g_object_unref);
  g_signal_connect_object (item, "notify::row", G_CALLBACK (row_changed_cb), card, 0);
  ft_sale_card_set_row (FT_SALE_CARD (card), ft_sale_get_row (item));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), card);
  return row;
}

/* Before the rows go. */
static void
leave_cb (FtSalePage *self, guint position, guint removed, guint added)
{
  g_assert (FT_IS_SALE_PAGE (self));

  if (removed > 0)
    ft_focus_leave (self->list);
}

static void
more_clicked_cb (FtSalePage *self)
{
  g_assert (FT_IS_SALE_PAGE (self));

  gtk_slice_list_model_set_size (self->slice, gtk_slice_list_model_get_size (self->slice) + PAGE);
}

/* --- Time --- */

static void
renew (FtSalePage *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    ft_sale_card_renew (FT_SALE_CARD (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))));
}

static gboolean
tick_cb (gpointer data)
{
  renew (data);
  return G_SOURCE_CONTINUE;
}

/* --- What is shown --- */

static void
update (FtSalePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->board));
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0;
  const char *name = any ? "board" : ft_sale_board_get_loaded (self->board) ? "empty" : "loading";

  if (!any)
    ft_focus_leave (self->list);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
  gtk_widget_set_visible (self->more, n > gtk_slice_list_model_get_size (self->slice));
  focus_if_wanted (self);
}

static void
failed_cb (FtSalePage *self, const GError *error)
{
  g_assert (FT_IS_SALE_PAGE (self));

  g_signal_emit_by_name (self->desk, "failed", _ ("The sales could not be read."), error);
}

/* --- The page --- */

static GtkWidget *
make_empty (FtSalePage *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Go to the Desk"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "ft-sale-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing Left to Do After a Sale"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("Log a sale on a call card, and its thank-you cards, delivery and calls stand here."));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "desk");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-page");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  self->empty = button;
  return page;
}

static GtkWidget *
make_print_button (void)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Print _Envelopes…"));

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_end (button, 6);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("For the cards to write today (Ctrl+P)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.print-cards");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), button);
  return clamp;
}

static GtkWidget *
make_board (FtSalePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->board)), 0, PAGE);
  self->shown = ft_steady_list_new (G_LIST_MODEL (self->slice));
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (leave_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->slice, "notify::size", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->shown), create_card_cb,
                           self, NULL);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  self->pointer = gtk_event_controller_motion_new ();
  g_signal_connect_object (self->pointer, "notify::contains-pointer", G_CALLBACK (pointer_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, self->pointer);
  self->focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (self->focus, "notify::contains-focus", G_CALLBACK (focus_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, self->focus);
  gtk_widget_add_css_class (self->list, "saleboard");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("After the sale"), -1);
  self->more = gtk_button_new_with_mnemonic (_ ("Show _More"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (self->more, 12);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), self->list);
  gtk_box_append (GTK_BOX (column), self->more);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), make_print_button ());
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

static void
ft_sale_page_map (GtkWidget *widget)
{
  FtSalePage *self = FT_SALE_PAGE (widget);

  GTK_WIDGET_CLASS (ft_sale_page_parent_class)->map (widget);

  renew (self);
  self->tick = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
}

static void
ft_sale_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&FT_SALE_PAGE (widget)->tick, g_source_remove);
  let_go (FT_SALE_PAGE (widget));
  FT_SALE_PAGE (widget)->focus_wanted = FALSE;

  GTK_WIDGET_CLASS (ft_sale_page_parent_class)->unmap (widget);
}

static gboolean
ft_sale_page_grab_focus (GtkWidget *widget)
{
  FtSalePage *self = FT_SALE_PAGE (widget);

  self->focus_wanted = !focus_first (self);
  return !self->focus_wanted;
}

static void
ft_sale_page_dispose (GObject *object)
{
  FtSalePage *self = FT_SALE_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->stack != NULL)
    gtk_list_box_bind_model (GTK_LIST_BOX (self->list), NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->shown);
  g_clear_object (&self->slice);
  g_clear_object (&self->board);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_sale_page_parent_class)->dispose (object);
}

static void
ft_sale_page_class_init (FtSalePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_sale_page_dispose;
  widget_class->map = ft_sale_page_map;
  widget_class->unmap = ft_sale_page_unmap;
  widget_class->grab_focus = ft_sale_page_grab_focus;

  signals[SHOW_LEAD] = g_signal_new ("show-lead", FT_TYPE_SALE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ft_sale_page_init (FtSalePage *self)
{
}

GtkWidget *
ft_sale_page_new (FtDesk *desk)
{
  FtSalePage *self;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_SALE_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->board = ft_sale_board_new (ft_desk_get_store (desk));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
                       "loading");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (self), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), make_board (self), "board");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  g_signal_connect_object (self->board, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ft_desk_get_store (desk), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "notify::loaded", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ft_desk_get_clock (desk), "changed", G_CALLBACK (renew), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::settings", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
