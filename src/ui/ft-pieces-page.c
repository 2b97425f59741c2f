#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-pieces-page.h"

#include "core/ft-outcomes.h"
#include "ui/ft-piece-editor.h"
#include "ui/ft-piece-open.h"

#include <glib/gi18n-lib.h>

struct _FtPiecesPage
{
  AdwPreferencesPage parent_instance;

  FtDesk *desk;       /* owned */
  GPtrArray *editors; /* owned, of FtPieceEditor, borrowed, in the order shown */

  AdwPreferencesGroup *group; /* children */
  AdwEntryRow *add;
};

G_DEFINE_FINAL_TYPE (FtPiecesPage, ft_pieces_page, ADW_TYPE_PREFERENCES_PAGE)

/* --- Adding --- */

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtPiecesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_desk_apply_finish (FT_DESK (source), result, &error);

  /* What could not be saved stays, to be tried again; the window says why. */
  if (error == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->add), "");
}

static void
add_cb (FtPiecesPage *self)
{
  g_autofree char *text = NULL;
  g_autofree char *link = NULL;
  g_autoptr (FtPieceData) piece = NULL;
  g_autoptr (FtEdit) edit = NULL;

  g_assert (FT_IS_PIECES_PAGE (self));

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add))));
  if (text[0] == '\0')
    return;
  /* A link that was pasted is one, named by itself until it gets a name. */
  if (g_str_has_prefix (text, "https://"))
    link = ft_piece_link (text);
  piece = ft_piece_data_new (link != NULL ? link + strlen ("https://") : text,
                             link != NULL ? FT_PIECE_LINK : FT_PIECE_DOCUMENT);
  if (link != NULL)
    {
      g_free (piece->uri);
      piece->uri = g_strdup (link);
    }
  piece->created_at = ft_clock_now (ft_desk_get_clock (self->desk));
  edit = ft_gesture_put_piece (piece);
  ft_desk_apply (self->desk, edit, FALSE, added_cb, g_object_ref (self));
}

/* --- Following the library --- */

static GtkWidget *
take_editor (GPtrArray *editors, gint64 piece_id)
{
  for (guint i = 0; i < editors->len; i++)
    if (ft_piece_editor_get_id (g_ptr_array_index (editors, i)) == piece_id)
      return g_ptr_array_steal_index (editors, i);
  return NULL;
}

/* Rows are put in their order only where it is another one: to take a row out takes its focus. */
static void
order_rows (FtPiecesPage *self, GPtrArray *wanted)
{
  gboolean same = wanted->len >= self->editors->len;

  for (guint i = 0; same && i < self->editors->len; i++)
    same = g_ptr_array_index (self->editors, i) == g_ptr_array_index (wanted, i);
  for (guint i = 0; i < wanted->len; i++)
    {
      GtkWidget *editor = g_ptr_array_index (wanted, i);

      if (same && i < self->editors->len)
        continue;
      g_object_ref (editor);
      if (gtk_widget_get_parent (editor) != NULL)
        adw_preferences_group_remove (self->group, editor);
      adw_preferences_group_add (self->group, editor);
      g_object_unref (editor);
    }
}

static void
update (FtPiecesPage *self)
{
  GListModel *list = G_LIST_MODEL (ft_desk_get_pieces (self->desk));
  g_autoptr (GPtrArray) left = g_ptr_array_copy (self->editors, NULL, NULL);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (FtPiece) piece = g_list_model_get_item (list, i);
      GtkWidget *editor = take_editor (left, ft_piece_get_data (piece)->id);

      if (editor == NULL)
        editor = ft_piece_editor_new (self->desk);
      ft_piece_editor_set_piece (FT_PIECE_EDITOR (editor), piece);
      g_ptr_array_add (wanted, editor);
    }
  for (guint i = 0; i < left->len; i++)
    {
      g_ptr_array_remove (self->editors, g_ptr_array_index (left, i));
      adw_preferences_group_remove (self->group, g_ptr_array_index (left, i));
    }
  order_rows (self, wanted);
  g_ptr_array_unref (self->editors);
  self->editors = g_steal_pointer (&wanted);
}

/* --- The page --- */

static void
ft_pieces_page_dispose (GObject *object)
{
  FtPiecesPage *self = FT_PIECES_PAGE (object);

  /* libadwaita 1.2 forgets rows that unfold when their group goes. */
  for (guint i = 0; self->editors != NULL && i < self->editors->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->editors, i));
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_pieces_page_parent_class)->dispose (object);
}

static void
ft_pieces_page_class_init (FtPiecesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_pieces_page_dispose;
}

static void
ft_pieces_page_init (FtPiecesPage *self)
{
  AdwPreferencesGroup *adding = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->editors = g_ptr_array_new ();
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (self), "pieces");
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _ ("Pieces"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "ft-piece-symbolic");
  adw_preferences_group_set_title (adding, _ ("Romance Pieces"));
  adw_preferences_group_set_description (
      adding, _ ("Something to leave behind that helps them decide. Nobody gets the same twice."));
  self->add = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add),
                                 _ ("Add a piece: its name or link"));
  adw_entry_row_set_show_apply_button (self->add, TRUE);
  g_signal_connect_object (self->add, "apply", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (adding, GTK_WIDGET (self->add));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), adding);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->group);
}

FtPiecesPage *
ft_pieces_page_new (FtDesk *desk)
{
  FtPiecesPage *self;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_PIECES_PAGE, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (ft_desk_get_pieces (desk), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return self;
}

GtkWidget *
ft_pieces_page_get_editor (FtPiecesPage *self, gint64 piece_id)
{
  g_return_val_if_fail (FT_IS_PIECES_PAGE (self), NULL);

  for (guint i = 0; i < self->editors->len; i++)
    if (ft_piece_editor_get_id (g_ptr_array_index (self->editors, i)) == piece_id)
      return g_ptr_array_index (self->editors, i);
  return NULL;
}
