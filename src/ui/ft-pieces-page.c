#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-pieces-page.h"

#include "core/ft-outcomes.h"
#include "ui/ft-piece-detail.h"
#include "ui/ft-piece-list-row.h"
#include "ui/ft-piece-open.h"

#include <glib/gi18n-lib.h>

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
  GtkEntry *add;
  GtkLabel *failure;
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
set_failure (FtPiecesPage *self, const char *message)
{
  gtk_label_set_text (self->failure, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), message != NULL);
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

typedef struct
{
  FtPiecesPage *self; /* owned */
  FtPieceData *piece; /* owned */
  gboolean typed;     /* in the entry, which is emptied once it is saved */
} Adding;

static void
free_adding (Adding *adding)
{
  g_object_unref (adding->self);
  ft_piece_data_unref (adding->piece);
  g_free (adding);
}

static Adding *
new_adding (FtPiecesPage *self, const char *name, FtPieceKind kind)
{
  Adding *adding = g_new0 (Adding, 1);

  adding->self = g_object_ref (self);
  adding->piece = ft_piece_data_new (name, kind);
  adding->piece->created_at = ft_clock_now (ft_desk_get_clock (self->desk));
  return adding;
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Adding *adding = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_desk_apply_finish (FT_DESK (source), result, &error);

  /* What could not be saved stays, to be tried again; the window says why. */
  if (error == NULL && adding->typed)
    gtk_editable_set_text (GTK_EDITABLE (adding->self->add), "");
  if (error != NULL)
    adding->self->adding = FALSE;
  free_adding (adding);
}

/* Takes @adding. */
static void
add (Adding *adding)
{
  FtPiecesPage *self = adding->self;
  g_autoptr (FtEdit) edit = ft_gesture_put_piece (adding->piece);

  self->newest_id = get_newest_id (self);
  self->adding = TRUE;
  ft_desk_apply (self->desk, edit, FALSE, added_cb, adding);
}

static void
add_cb (FtPiecesPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add))));
  g_autofree char *link = NULL;
  Adding *adding;

  set_failure (self, NULL);
  if (text[0] == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->add));
      return;
    }
  /* A link that was pasted is one, named by itself until it gets a name. */
  if (g_str_has_prefix (text, "https://"))
    link = ft_piece_link (text);
  adding = new_adding (self, link != NULL ? link + strlen ("https://") : text,
                       link != NULL ? FT_PIECE_LINK : FT_PIECE_DOCUMENT);
  adding->typed = TRUE;
  if (link != NULL)
    {
      g_free (adding->piece->uri);
      adding->piece->uri = g_steal_pointer (&link);
    }
  add (adding);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Adding *adding = data;
  g_autoptr (GError) error = NULL;
  char *hash = ft_store_keep_file_finish (FT_STORE (source), result, &error);

  if (hash == NULL)
    {
      set_failure (adding->self, error->message);
      free_adding (adding);
      return;
    }
  g_free (adding->piece->file_hash);
  adding->piece->file_hash = hash;
  if (adding->self->desk != NULL)
    add (adding);
  else
    free_adding (adding); /* closed meanwhile */
}

void
ft_pieces_page_add_file (FtPiecesPage *self, const char *path)
{
  g_autofree char *file_name = NULL;
  g_autofree char *name = NULL;
  Adding *adding;
  char *dot;

  g_return_if_fail (FT_IS_PIECES_PAGE (self));
  g_return_if_fail (path != NULL);

  set_failure (self, NULL);
  file_name = g_filename_display_basename (path);
  name = g_strdup (file_name);
  dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';
  adding = new_adding (self, name, FT_PIECE_DOCUMENT);
  g_free (adding->piece->file_name);
  adding->piece->file_name = g_steal_pointer (&file_name);
  ft_store_keep_file_async (ft_desk_get_store (self->desk), path, NULL, kept_cb, adding);
}

static void
add_g_file (FtPiecesPage *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  gtk_stack_set_visible_child_name (self->stack, "library");
  if (path != NULL)
    ft_pieces_page_add_file (self, path);
  else
    set_failure (self, _ ("This file is not on this computer. Copy it here first."));
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  g_autoptr (FtPiecesPage) self = data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      add_g_file (self, file);
    }
  g_object_unref (chooser);
}

static void
choose_cb (FtPiecesPage *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("File of the Piece"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
      GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* The window behind would take a file for one to import. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, FtPiecesPage *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *file = files; file != NULL; file = file->next)
    add_g_file (self, file->data);
  return files != NULL;
}

static void
first_cb (FtPiecesPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "library");
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
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
  gtk_widget_class_bind_template_child (widget_class, FtPiecesPage, add);
  gtk_widget_class_bind_template_child (widget_class, FtPiecesPage, failure);
  gtk_widget_class_bind_template_child (widget_class, FtPiecesPage, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_cb);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_changed_cb);
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
