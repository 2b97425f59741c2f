#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-remark-row.h"

#include <glib/gi18n-lib.h>

struct _FtRemarkRow
{
  GtkWidget parent_instance;

  FtRemarkKind kind;
  gboolean updating; /* the mark follows the record, not the user */

  GtkWidget *mark; /* GtkCheckButton or GtkToggleButton: both have "active" and "toggled" */
  GtkWidget *entry;
  GtkWidget *when;
  GtkWidget *remove;
};

enum
{
  SAVE,
  MARKED,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtRemarkRow, ft_remark_row, GTK_TYPE_WIDGET)

static void
save_cb (FtRemarkRow *self, const char *text)
{
  g_assert (FT_IS_REMARK_ROW (self));

  g_signal_emit (self, signals[SAVE], 0, text);
}

static void
toggled_cb (FtRemarkRow *self)
{
  gboolean active;

  g_assert (FT_IS_REMARK_ROW (self));

  if (self->updating)
    return;
  g_object_get (self->mark, "active", &active, NULL);
  g_signal_emit (self, signals[MARKED], 0, active);
}

static void
remove_clicked_cb (FtRemarkRow *self)
{
  g_assert (FT_IS_REMARK_ROW (self));

  g_signal_emit (self, signals[REMOVE], 0);
}

static void
ft_remark_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ft_remark_row_parent_class)->dispose (object);
}

static void
ft_remark_row_class_init (FtRemarkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_remark_row_dispose;

  signals[SAVE] = g_signal_new ("save", FT_TYPE_REMARK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MARKED] = g_signal_new ("marked", FT_TYPE_REMARK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[REMOVE] = g_signal_new ("remove", FT_TYPE_REMARK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "remark");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_remark_row_init (FtRemarkRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

static GtkWidget *
make_icon_button (GType type, const char *icon)
{
  GtkWidget *button = g_object_new (type, "icon-name", icon, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

GtkWidget *
ft_remark_row_new (FtRemarkKind kind)
{
  FtRemarkRow *self = g_object_new (FT_TYPE_REMARK_ROW, NULL);
  GtkWidget *parent = GTK_WIDGET (self);

  self->kind = kind;
  if (kind == FT_REMARK_ASK)
    {
      self->mark = gtk_check_button_new ();
      gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (self->mark, _ ("They got it"));
      self->entry = ft_inline_entry_new (_ ("Asked for"), "");
    }
  else
    {
      self->mark = make_icon_button (GTK_TYPE_TOGGLE_BUTTON, "ft-sensitive-symbolic");
      gtk_widget_set_tooltip_text (self->mark, _ ("Sensitive: shown before you call"));
      self->entry = ft_inline_entry_new (_ ("Fact"), "");
    }
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  self->when = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->when, "caption");
  gtk_widget_add_css_class (self->when, "dim-label");
  gtk_widget_add_css_class (self->when, "numeric");
  self->remove = make_icon_button (GTK_TYPE_BUTTON, "window-close-symbolic");
  gtk_widget_set_tooltip_text (self->remove, _ ("Remove"));

  if (kind == FT_REMARK_ASK)
    gtk_widget_set_parent (self->mark, parent);
  gtk_widget_set_parent (self->entry, parent);
  gtk_widget_set_parent (self->when, parent);
  if (kind == FT_REMARK_FACT)
    gtk_widget_set_parent (self->mark, parent);
  gtk_widget_set_parent (self->remove, parent);

  g_signal_connect_object (self->entry, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mark, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return parent;
}

static void
name_controls (FtRemarkRow *self, const char *text)
{
  g_autofree char *mark = NULL;
  /* Translators: %s is a fact about a person, or something that they asked for. */
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), text);

  if (self->kind == FT_REMARK_ASK)
    /* Translators: %s is something that they asked for: whether they got it. */
    mark = g_strdup_printf (_ ("They got “%s”"), text);
  else
    /* Translators: %s is a fact about a person: whether it is sensitive. */
    mark = g_strdup_printf (_ ("“%s” is sensitive"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, mark,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remove, -1);
}

void
ft_remark_row_set (
    FtRemarkRow *self, gint64 lead_id, const char *text, gboolean marked, const char *when)
{
  g_return_if_fail (FT_IS_REMARK_ROW (self));
  g_return_if_fail (text != NULL);

  ft_inline_entry_set (FT_INLINE_ENTRY (self->entry), lead_id, text);
  gtk_label_set_text (GTK_LABEL (self->when), when);
  self->updating = TRUE;
  g_object_set (self->mark, "active", marked, NULL);
  self->updating = FALSE;
  if (self->kind == FT_REMARK_ASK && marked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "done");
  name_controls (self, text);
}

FtInlineEntry *
ft_remark_row_get_entry (FtRemarkRow *self)
{
  g_return_val_if_fail (FT_IS_REMARK_ROW (self), NULL);

  return FT_INLINE_ENTRY (self->entry);
}
