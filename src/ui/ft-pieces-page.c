#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-pieces-page.h"

#include "ui/ft-piece-adder.h"
#include "ui/ft-piece-detail.h"
#include "ui/ft-piece-list-row.h"

struct _FtPiecesPage
{
  GtkWidget parent_instance;

  FtDesk *desk;                  /* owned */
  GtkSingleSelection *selection; /* owned */
  gint64 chosen_id;              /* what the user looks at: shown while it is there */
  guint settling;                /* source, 0 for none */
  gint64 newest_id;              /* when a piece was added: what is newer is it */
  gboolean adding;               /* one is to come */
  gboolean updating;             /* the selection follows the library, not the user */
  FtPieceDetail *detail;

  /* Template children. */
  GtkStack *stack;
  AdwLeaflet *leaflet;
  GtkWidget *library;
  AdwBin *detail_bin;
  GtkWidget *first;
  FtPieceAdder *adder;
  GtkListView *view;
};

enum
{
  PROP_0,
  PROP_CAN_GO_BACK,
  N_PROPS
};

enum
{
  SHOW_LEAD,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtPiecesPage, ft_pieces_page, GTK_TYPE_WIDGET)

static GListModel *
get_list (FtPiecesPage *self)
{
  return G_LIST_MODEL (ft_desk_get_pieces (self->desk));
}

static void
show_detail (FtPiecesPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->detail_bin));
}

/* --- Following the library --- */

static guint
find_piece (FtPiecesPage *self, gint64 id)
{
  GListModel *list = get_list (self);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (FtPiece) piece = g_list_model_get_item (list, i);

      if (ft_piece_get_data (piece)->id == id)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static gint64
get_newest_id (FtPiecesPage *self)
{
  GPtrArray *pieces = ft_piece_list_get_pieces (ft_desk_get_pieces (self->desk));
  gint64 newest = 0;

  for (guint i = 0; i < pieces->len; i++)
    newest = MAX (newest, ((FtPieceData *) g_ptr_array_index (pieces, i))->id);
  return newest;
}

static void
settle_cb (gpointer user_data)
{
  FtPiecesPage *self = user_data;
  g_autoptr (FtPiece) piece = g_list_model_get_item (
      get_list (self), gtk_single_selection_get_selected (self->selection));

  self->settling = 0;
  self->chosen_id = piece != NULL ? ft_piece_get_data (piece)->id : 0;
}

/* A piece that changed is another object, and one that moves goes first and comes again in the same
 * breath: what is shown is remembered by its id until then. */
static void
update (FtPiecesPage *self)
{
  gint64 newest = get_newest_id (self);
  guint n_items = g_list_model_get_n_items (get_list (self));
  g_autoptr (FtPiece) piece = NULL;
  gboolean added = self->adding && newest > self->newest_id;
  guint position;

  if (added)
    {
      self->chosen_id = newest;
      self->adding = FALSE;
    }
  position = find_piece (self, self->chosen_id);
  if (position == GTK_INVALID_LIST_POSITION)
    {
      position = n_items > 0 ? 0 : GTK_INVALID_LIST_POSITION;
      if (self->settling == 0)
        self->settling = g_idle_add_once (settle_cb, self);
    }
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->updating = FALSE;
  piece = g_list_model_get_item (get_list (self), position);
  ft_piece_detail_set_piece (self->detail, piece);
  if (n_items > 0)
    gtk_stack_set_visible_child_name (self->stack, "library");
  else if (!self->adding)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  if (n_items == 0)
    adw_leaflet_set_visible_child (self->leaflet, self->library);
  if (added)
    show_detail (self);
}

static void
list_moves_cb (FtPiecesPage *self)
{
  self->updating = TRUE;
}

static void
selected_cb (FtPiecesPage *self)
{
  g_autoptr (FtPiece) piece = NULL;

  if (self->updating)
    return;
  piece = g_list_model_get_item (get_list (self),
                                 gtk_single_selection_get_selected (self->selection));
  if (piece == NULL)
    return;
  self->chosen_id = ft_piece_get_data (piece)->id;
  ft_piece_detail_set_piece (self->detail, piece);
}

static void
activate_cb (GtkListView *view, guint position, FtPiecesPage *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  show_detail (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, ft_piece_list_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  ft_piece_list_row_set_piece (FT_PIECE_LIST_ROW (gtk_list_item_get_child (item)),
                               gtk_list_item_get_item (item));
}

/* --- Adding --- */

static void
adding_cb (FtPiecesPage *self)
{
  g_assert (FT_IS_PIECES_PAGE (self));

  self->newest_id = get_newest_id (self);
  self->adding = TRUE;
}

static void
not_added_cb (FtPiecesPage *self)
{
  g_assert (FT_IS_PIECES_PAGE (self));

  self->adding = FALSE;
}

/* The window behind would take a file for one to import. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, FtPiecesPage *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  gtk_stack_set_visible_child_name (self->stack, "library");
  for (GSList *file = files; file != NULL; file = file->next)
    ft_piece_adder_add_g_file (self->adder, file->data);
  return files != NULL;
}

static void
first_cb (FtPiecesPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "library");
  gtk_widget_grab_focus (GTK_WIDGET (self->adder));
}

/* --- The page --- */

static void
detail_show_lead_cb (FtPieceDetail *detail, gint64 lead_id, FtPiecesPage *self)
{
  g_signal_emit (self, signals[SHOW_LEAD], 0, lead_id);
}

static void
leaflet_changed_cb (FtPiecesPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_GO_BACK]);
}

static gboolean
ft_pieces_page_grab_focus (GtkWidget *widget)
{
  FtPiecesPage *self = FT_PIECES_PAGE (widget);

  return gtk_widget_grab_focus (gtk_widget_get_child_visible (GTK_WIDGET (self->leaflet))
                                    ? GTK_WIDGET (self->view)
                                    : self->first);
}

static void
ft_pieces_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, ft_pieces_page_get_can_go_back (FT_PIECES_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_pieces_page_dispose (GObject *object)
{
  FtPiecesPage *self = FT_PIECES_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->settling, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_pieces_page_parent_class)->dispose (object);
}

static void
ft_pieces_page_class_init (FtPiecesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ft_pieces_page_get_property;
  object_class->dispose = ft_pieces_page_dispose;
  widget_class->grab_focus = ft_pieces_page_grab_focus;

  props[PROP_CAN_GO_BACK]
      = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SHOW_LEAD] = g_signal_new ("show-lead", FT_TYPE_PIECES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (FT_TYPE_PIECE_ADDER);
  g_type_ensure (GDK_TYPE_FILE_LIST);
  gtk_widget_class_set_css_name (widget_class, "piecespage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-pieces-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FtPiecesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FtPiecesPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, FtPiecesPage, library);
  gtk_widget_class_bind_template_child (widget_class, FtPiecesPage, detail_bin);
  gtk_widget_class_bind_template_child (widget_class, FtPiecesPage, first);
  gtk_widget_class_bind_template_child (widget_class, FtPiecesPage, adder);
  gtk_widget_class_bind_template_child (widget_class, FtPiecesPage, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, adding_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_cb);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
}

static void
ft_pieces_page_init (FtPiecesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ft_pieces_page_new (FtDesk *desk)
{
  FtPiecesPage *self;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_PIECES_PAGE, NULL);
  self->desk = g_object_ref (desk);
  ft_piece_adder_set_desk (self->adder, desk);
  self->detail = FT_PIECE_DETAIL (ft_piece_detail_new (desk));
  g_signal_connect_object (self->detail, "show-lead", G_CALLBACK (detail_show_lead_cb), self, 0);
  adw_bin_set_child (self->detail_bin, GTK_WIDGET (self->detail));

  /* Before and after the selection, which moves by itself when the library does. */
  g_signal_connect_object (get_list (self), "items-changed", G_CALLBACK (list_moves_cb), self,
                           G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (g_object_ref (get_list (self)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_list (self), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
  return GTK_WIDGET (self);
}

gboolean
ft_pieces_page_get_can_go_back (FtPiecesPage *self)
{
  g_return_val_if_fail (FT_IS_PIECES_PAGE (self), FALSE);

  return adw_leaflet_get_folded (self->leaflet)
         && adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->detail_bin);
}

void
ft_pieces_page_go_back (FtPiecesPage *self)
{
  g_return_if_fail (FT_IS_PIECES_PAGE (self));

  adw_leaflet_set_visible_child (self->leaflet, self->library);
}

void
ft_pieces_page_add_file (FtPiecesPage *self, const char *path)
{
  g_return_if_fail (FT_IS_PIECES_PAGE (self));
  g_return_if_fail (path != NULL);

  ft_piece_adder_add_file (self->adder, path);
}
