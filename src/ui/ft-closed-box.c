#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-closed-box.h"

#include "core/ft-gestures.h"

#include <glib/gi18n-lib.h>

struct _FtClosedBox
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  gboolean busy;        /* it is being brought back: clicking twice does it once */

  GtkWidget *words;    /* child */
  GtkWidget *override; /* child */
  GtkWidget *back;     /* child */
};

G_DEFINE_FINAL_TYPE (FtClosedBox, ft_closed_box, GTK_TYPE_WIDGET)

static void
saved_cb (gpointer owner, gint64 subject, const GError *error)
{
  FT_CLOSED_BOX (owner)->busy = FALSE;
}

/* It comes back without a promise, and the card asks for one at once (B1). */
static void
back_clicked_cb (FtClosedBox *self)
{
  g_autoptr (FtLeadData) lead = ft_card_editor_dup_lead (self->editor);
  g_autoptr (FtEdit) edit = NULL;

  g_assert (FT_IS_CLOSED_BOX (self));

  if (self->busy || lead == NULL)
    return;
  edit = ft_gesture_reopen_lead (lead, NULL, ft_card_editor_now (self->editor));
  self->busy = TRUE;
  ft_card_editor_apply (self->editor, edit, FALSE, lead->id, self, saved_cb);
}

static GtkWidget *
add_label (FtClosedBox *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
ft_closed_box_dispose (GObject *object)
{
  FtClosedBox *self = FT_CLOSED_BOX (object);

  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->override, gtk_widget_unparent);
  g_clear_pointer (&self->back, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_closed_box_parent_class)->dispose (object);
}

static void
ft_closed_box_class_init (FtClosedBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_closed_box_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_closed_box_init (FtClosedBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "promise");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Closed"), -1);
  self->words = add_label (self, "heading");
  self->override = add_label (self, "dim-label");
  self->back = gtk_button_new_with_label (_ ("Bring Back"));
  gtk_widget_set_halign (self->back, GTK_ALIGN_START);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (back_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->back, GTK_WIDGET (self));
}

void
ft_closed_box_set_editor (FtClosedBox *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_CLOSED_BOX (self));

  g_set_object (&self->editor, editor);
}

void
ft_closed_box_update (FtClosedBox *self)
{
  FtLeadCard *card;
  g_autofree char *words = NULL;
  g_autofree char *override = NULL;
  gboolean closed;

  g_return_if_fail (FT_IS_CLOSED_BOX (self));

  card = ft_card_editor_get_card (self->editor);
  closed = card != NULL && card->lead->state == FT_LEAD_CLOSED;
  gtk_widget_set_visible (GTK_WIDGET (self), closed);
  if (!closed)
    return;
  words = card->lead->closing_words[0] != '\0'
              /* Translators: what a customer said who does not want to buy. */
              ? g_strdup_printf (_ ("They said no: “%s”"), card->lead->closing_words)
              : g_strdup (_ ("Closed without a definite no"));
  /* Translators: why a lead was given up before five contacts. */
  override = g_strdup_printf (_ ("Closed anyway, because: %s"), card->lead->override_words);
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_label_set_text (GTK_LABEL (self->override), override);
  gtk_widget_set_visible (self->override, card->lead->override_words[0] != '\0');
}
