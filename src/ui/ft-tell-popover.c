#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-tell-popover.h"

#include "ui/ft-telling.h"

#include <glib/gi18n-lib.h>

struct _FtTellPopover
{
  GtkPopover parent_instance;

  /* Children */
  GtkWidget *heading;
  GtkWidget *text;

  /* Owned, while it asks */
  FtDesk *desk;
  FtPromise *promise;
  FtCivil promised;
};

G_DEFINE_FINAL_TYPE (FtTellPopover, ft_tell_popover, GTK_TYPE_POPOVER)

static void
told_cb (GtkButton *button, gpointer data)
{
  FtTellPopover *self = data;

  ft_telling_told (self->desk, self->promise, self->promised);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
copy_cb (GtkButton *button, gpointer data)
{
  FtTellPopover *self = data;

  ft_telling_copy (self->desk, self->promise, self->promised, GTK_WIDGET (self));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
not_yet_cb (GtkButton *button, gpointer data)
{
  FtTellPopover *self = data;

  ft_telling_not_yet (self->desk, self->promise, self->promised);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
forget (FtTellPopover *self)
{
  g_clear_object (&self->desk);
  g_clear_object (&self->promise);
}

static void
ft_tell_popover_closed (GtkPopover *popover)
{
  if (GTK_POPOVER_CLASS (ft_tell_popover_parent_class)->closed != NULL)
    GTK_POPOVER_CLASS (ft_tell_popover_parent_class)->closed (popover);
  forget (FT_TELL_POPOVER (popover));
}

static void
ft_tell_popover_dispose (GObject *object)
{
  forget (FT_TELL_POPOVER (object));
  G_OBJECT_CLASS (ft_tell_popover_parent_class)->dispose (object);
}

static void
ft_tell_popover_class_init (FtTellPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_tell_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = ft_tell_popover_closed;
}

static GtkWidget *
add_button (
    FtTellPopover *self, GtkWidget *box, const char *label, const char *hint, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, hint);
  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
add_text (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
ft_tell_popover_init (FtTellPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *told;

  self->heading = add_text (box);
  gtk_widget_add_css_class (self->heading, "heading");
  self->text = add_text (box);
  told
      = add_button (self, box, _ ("Told Them"), _ ("They know the new time"), G_CALLBACK (told_cb));
  gtk_widget_add_css_class (told, "suggested-action");
  add_button (self, box, _ ("Copy Message"), _ ("Copies words to send to them"),
              G_CALLBACK (copy_cb));
  add_button (self, box, _ ("Not Yet"), _ ("Promises to tell them within the hour"),
              G_CALLBACK (not_yet_cb));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_default_widget (GTK_POPOVER (self), told);
}

GtkWidget *
ft_tell_popover_new (void)
{
  return g_object_new (FT_TYPE_TELL_POPOVER, NULL);
}

void
ft_tell_popover_ask (
    FtTellPopover *self, FtDesk *desk, FtPromise *promise, FtCivil promised, const GdkRectangle *at)
{
  g_autofree char *heading = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (FT_IS_TELL_POPOVER (self));
  g_return_if_fail (FT_IS_DESK (desk));
  g_return_if_fail (FT_IS_PROMISE (promise));

  g_set_object (&self->desk, desk);
  g_set_object (&self->promise, promise);
  self->promised = promised;
  from = ft_telling_dup_when (desk, promise, ft_promise_get_row (promise)->promise->promised);
  to = ft_telling_dup_when (desk, promise, promised);
  heading = g_strdup_printf (_ ("Does %s Know?"), ft_promise_get_row (promise)->lead->name);
  /* Translators: the time promised before, the time promised now. */
  text = g_strdup_printf (_ ("You promised %s. It will be %s."), from, to);

  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  gtk_label_set_text (GTK_LABEL (self->text), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), at);
  gtk_popover_popup (GTK_POPOVER (self));
}
