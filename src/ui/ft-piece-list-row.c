#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-piece-list-row.h"

#include "ui/ft-piece-words.h"

#include <glib/gi18n-lib.h>

struct _FtPieceListRow
{
  GtkWidget parent_instance;

  /* Template children. */
  GtkLabel *name;
  GtkLabel *given;
  GtkLabel *about;
};

G_DEFINE_FINAL_TYPE (FtPieceListRow, ft_piece_list_row, GTK_TYPE_WIDGET)

static void
ft_piece_list_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ft_piece_list_row_parent_class)->dispose (object);
}

static void
ft_piece_list_row_class_init (FtPieceListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_piece_list_row_dispose;

  gtk_widget_class_set_css_name (widget_class, "piecerow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-piece-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FtPieceListRow, name);
  gtk_widget_class_bind_template_child (widget_class, FtPieceListRow, given);
  gtk_widget_class_bind_template_child (widget_class, FtPieceListRow, about);
}

static void
ft_piece_list_row_init (FtPieceListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ft_piece_list_row_new (void)
{
  return g_object_new (FT_TYPE_PIECE_LIST_ROW, NULL);
}

void
ft_piece_list_row_set_piece (FtPieceListRow *self, FtPiece *piece)
{
  g_autofree char *about = NULL;
  g_autofree char *given = NULL;
  g_autofree char *count = NULL;
  g_autofree char *summary = NULL;
  const FtPieceData *data;
  guint n_leads;

  g_return_if_fail (FT_IS_PIECE_LIST_ROW (self));
  g_return_if_fail (FT_IS_PIECE (piece));

  data = ft_piece_get_data (piece);
  about = ft_piece_about_words (data);
  given = ft_piece_given_words (piece);
  g_object_get (piece, "n-leads", &n_leads, NULL);
  count = g_strdup_printf ("%u", n_leads);
  gtk_label_set_text (self->name, data->name);
  gtk_label_set_text (self->about, about);
  gtk_label_set_text (self->given, n_leads > 0 ? count : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->given), given);
  if (data->retired)
    gtk_widget_add_css_class (GTK_WIDGET (self), "retired");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "retired");

  /* Translators: a piece for a screen reader: "Case study. Document · Save time. Given to 12, 3
   * bought afterwards" */
  summary = g_strdup_printf (C_ ("piece", "%s. %s. %s"), data->name, about, given);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
}
