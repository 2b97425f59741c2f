#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-piece-detail.h"

#include "core/ft-outcomes.h"
#include "model/ft-entry-list.h"
#include "ui/ft-entry-row-view.h"
#include "ui/ft-lead-list-row.h"
#include "ui/ft-piece-editor.h"
#include "ui/ft-piece-open.h"
#include "ui/ft-piece-words.h"
#include "ui/ft-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _FtPieceDetail
{
  GtkWidget parent_instance;

  FtDesk *desk;        /* owned */
  FtPiece *piece;      /* owned, or NULL */
  FtLeadList *wanting; /* owned: open leads that have not had it */
  FtEntryList *given;  /* owned: contacts in which it was given */

  FtPieceEditor *editor;
  GtkToggleButton *wanting_pill;
  GtkToggleButton *given_pill;

  /* Template children. */
  GtkWidget *content;
  GtkLabel *name;
  GtkLabel *about;
  GtkLabel *counts;
  GtkWidget *open;
  GtkButton *retire;
  GtkLabel *failure;
  FtWrapBox *pills;
  GtkStack *parts;
  GtkStack *wanting_stack;
  GtkStack *given_stack;
  GtkListView *wanting_view;
  GtkListView *given_view;
  GtkLabel *wanting_text;
  GtkLabel *given_text;
  GtkBox *editor_box;
};

enum
{
  SHOW_LEAD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtPieceDetail, ft_piece_detail, GTK_TYPE_WIDGET)

static void
set_failure (FtPieceDetail *self, const char *message)
{
  gtk_label_set_text (self->failure, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), message != NULL);
}

/* --- The lists --- */

/* What was there stays until the answer has come. */
static void
show_list (GtkStack *stack,
           GtkLabel *text,
           GListModel *list,
           gboolean busy,
           const char *error,
           const char *none)
{
  gtk_label_set_text (text, error != NULL ? error : none);
  if (error == NULL && g_list_model_get_n_items (list) > 0)
    gtk_stack_set_visible_child_name (stack, "list");
  else if (error != NULL || !busy)
    gtk_stack_set_visible_child_name (stack, "empty");
}

static void
update_wanting (FtPieceDetail *self)
{
  g_autofree char *title = NULL;
  g_autofree char *error = NULL;

  g_object_get (self->wanting, "error", &error, NULL);
  /* Translators: the open leads that have not had a piece, and how many they are */
  title = g_strdup_printf (_ ("Not Had Yet: %u"),
                           g_list_model_get_n_items (G_LIST_MODEL (self->wanting)));
  gtk_button_set_label (GTK_BUTTON (self->wanting_pill), title);
  show_list (self->wanting_stack, self->wanting_text, G_LIST_MODEL (self->wanting),
             ft_lead_list_get_busy (self->wanting), error, _ ("Every open lead has had it."));
}

static void
update_given (FtPieceDetail *self)
{
  g_autofree char *title = NULL;

  /* Translators: how often a piece was given */
  title = g_strdup_printf (_ ("Given: %u"), g_list_model_get_n_items (G_LIST_MODEL (self->given)));
  gtk_button_set_label (GTK_BUTTON (self->given_pill), title);
  show_list (self->given_stack, self->given_text, G_LIST_MODEL (self->given),
             ft_entry_list_get_busy (self->given), ft_entry_list_get_error (self->given),
             _ ("Nobody has it yet. It is given on a lead’s card."));
}

static void
wanting_activate_cb (GtkListView *view, guint position, FtPieceDetail *self)
{
  gint64 lead_id = ft_lead_list_get_id_at (self->wanting, position);

  if (lead_id != 0)
    g_signal_emit (self, signals[SHOW_LEAD], 0, lead_id);
}

static void
given_activate_cb (GtkListView *view, guint position, FtPieceDetail *self)
{
  g_autoptr (FtEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->given), position);
  FtEntryRow *row = entry != NULL ? ft_entry_get_row (entry) : NULL;

  if (row != NULL)
    g_signal_emit (self, signals[SHOW_LEAD], 0, row->lead->id);
}

static void
lead_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, ft_lead_list_row_new ());
}

static void
lead_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  ft_lead_list_row_set_lead (FT_LEAD_LIST_ROW (gtk_list_item_get_child (item)),
                             gtk_list_item_get_item (item));
}

static void
lead_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  ft_lead_list_row_set_lead (FT_LEAD_LIST_ROW (gtk_list_item_get_child (item)), NULL);
}

/* --- The piece --- */

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtPieceDetail) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_desk_apply_finish (FT_DESK (source), result, &error);

  set_failure (self, error != NULL ? error->message : NULL);
}

static void
retire_clicked_cb (FtPieceDetail *self)
{
  g_autoptr (FtPieceData) piece = ft_piece_data_copy (ft_piece_get_data (self->piece));
  g_autoptr (FtEdit) edit = NULL;

  piece->retired = !piece->retired;
  edit = ft_gesture_put_piece (piece);
  ft_desk_apply (self->desk, edit, FALSE, applied_cb, g_object_ref (self));
}

static void
open_failed_cb (gpointer owner, const char *message)
{
  set_failure (owner, message);
}

static void
open_clicked_cb (FtPieceDetail *self)
{
  set_failure (self, NULL);
  ft_piece_open (GTK_WIDGET (self), ft_desk_get_store (self->desk), ft_piece_get_data (self->piece),
                 self, open_failed_cb);
}

static void
update_piece (FtPieceDetail *self)
{
  const FtPieceData *data = ft_piece_get_data (self->piece);
  g_autofree char *about = ft_piece_about_words (data);
  g_autofree char *counts = ft_piece_given_words (self->piece);
  const char *retire = data->retired ? _ ("Bring Back") : _ ("Retire");

  gtk_label_set_text (self->name, data->name);
  gtk_label_set_text (self->about, about);
  gtk_label_set_text (self->counts, counts);
  gtk_widget_set_visible (self->open, ft_piece_can_open (data));
  gtk_button_set_label (self->retire, retire);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->retire),
                               data->retired ? _ ("Offer it on the cards again")
                                             : _ ("Offer it no more; it stays in the history"));
  ft_piece_editor_set_piece (self->editor, self->piece);
}

/* --- The widget --- */

static void
pill_toggled_cb (FtPieceDetail *self)
{
  const char *part = gtk_toggle_button_get_active (self->wanting_pill) ? "wanting"
                     : gtk_toggle_button_get_active (self->given_pill) ? "given"
                                                                       : "edit";

  gtk_stack_set_visible_child_name (self->parts, part);
}

static GtkToggleButton *
add_pill (FtPieceDetail *self, const char *label)
{
  GtkWidget *pill = gtk_toggle_button_new_with_label (label);

  if (self->wanting_pill != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (pill), self->wanting_pill);
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pill), TRUE);
  g_signal_connect_object (pill, "toggled", G_CALLBACK (pill_toggled_cb), self, G_CONNECT_SWAPPED);
  ft_wrap_box_append (self->pills, pill);
  return GTK_TOGGLE_BUTTON (pill);
}

static void
ft_piece_detail_dispose (GObject *object)
{
  FtPieceDetail *self = FT_PIECE_DETAIL (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->piece);
  g_clear_object (&self->wanting);
  g_clear_object (&self->given);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_piece_detail_parent_class)->dispose (object);
}

static void
ft_piece_detail_class_init (FtPieceDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_piece_detail_dispose;

  signals[SHOW_LEAD] = g_signal_new ("show-lead", FT_TYPE_PIECE_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (FT_TYPE_WRAP_BOX);
  gtk_widget_class_set_css_name (widget_class, "piecedetail");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-piece-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, content);
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, name);
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, about);
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, counts);
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, open);
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, retire);
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, failure);
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, pills);
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, parts);
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, wanting_stack);
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, given_stack);
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, wanting_view);
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, given_view);
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, wanting_text);
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, given_text);
  gtk_widget_class_bind_template_child (widget_class, FtPieceDetail, editor_box);
  gtk_widget_class_bind_template_callback (widget_class, given_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, lead_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, lead_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, lead_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, retire_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, wanting_activate_cb);
}

static void
ft_piece_detail_init (FtPieceDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->wanting_pill = add_pill (self, "");
  self->given_pill = add_pill (self, "");
  add_pill (self, _ ("Edit"));
}

static void
set_model (GtkListView *view, gpointer list)
{
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (list));

  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
}

GtkWidget *
ft_piece_detail_new (FtDesk *desk)
{
  FtPieceDetail *self;
  g_autoptr (GtkListItemFactory) rows = NULL;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_PIECE_DETAIL, NULL);
  self->desk = g_object_ref (desk);
  self->editor = FT_PIECE_EDITOR (ft_piece_editor_new (desk));
  gtk_box_append (self->editor_box, GTK_WIDGET (self->editor));

  self->wanting = ft_lead_list_new_not_given (ft_desk_get_store (desk));
  self->given = ft_entry_list_new (ft_desk_get_store (desk));
  g_signal_connect_object (self->wanting, "items-changed", G_CALLBACK (update_wanting), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->wanting, "notify", G_CALLBACK (update_wanting), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->given, "items-changed", G_CALLBACK (update_given), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->given, "notify", G_CALLBACK (update_given), self,
                           G_CONNECT_SWAPPED);
  set_model (self->wanting_view, self->wanting);
  rows = ft_entry_row_view_new_factory (ft_desk_get_clock (desk));
  gtk_list_view_set_factory (self->given_view, rows);
  set_model (self->given_view, self->given);
  update_wanting (self);
  update_given (self);
  return GTK_WIDGET (self);
}

void
ft_piece_detail_set_piece (FtPieceDetail *self, FtPiece *piece)
{
  gint64 before;
  gint64 id;

  g_return_if_fail (FT_IS_PIECE_DETAIL (self));
  g_return_if_fail (piece == NULL || FT_IS_PIECE (piece));

  before = self->piece != NULL ? ft_piece_get_data (self->piece)->id : 0;
  g_set_object (&self->piece, piece);
  gtk_widget_set_visible (self->content, piece != NULL);
  id = piece != NULL ? ft_piece_get_data (piece)->id : 0;
  if (piece != NULL)
    update_piece (self);
  if (id == before)
    return;
  set_failure (self, NULL);
  ft_lead_list_set_piece (self->wanting, id);
  ft_entry_list_set_query (
      self->given, id != 0 ? &(FtEntryQuery){ .kind = FT_ENTRIES_GIVEN, .piece_id = id } : NULL);
}
