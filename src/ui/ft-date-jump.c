#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-date-jump.h"

#include "core/ft-when.h"

#include <glib/gi18n-lib.h>

struct _FtDateJump
{
  GtkPopover parent_instance;

  /* Children */
  GtkWidget *entry;
  GtkWidget *understood;

  FtCivil now;
};

G_DEFINE_FINAL_TYPE (FtDateJump, ft_date_jump, GTK_TYPE_POPOVER)

static gboolean
parse (FtDateJump *self, FtCivil *civil)
{
  return ft_when_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->now, civil);
}

static void
changed_cb (GtkEditable *entry, gpointer data)
{
  FtDateJump *self = data;
  FtCivil civil;
  g_autofree char *day = NULL;
  g_autofree char *distance = NULL;
  g_autofree char *text = NULL;

  gtk_widget_remove_css_class (self->entry, "error");
  if (*gtk_editable_get_text (entry) == '\0')
    text = g_strdup (_ ("As “in 3 weeks”, “12 Jan” or “next Thu”"));
  else if (!parse (self, &civil))
    text = g_strdup (_ ("That is no date yet"));
  else
    {
      day = ft_when_format_day (civil, self->now);
      distance = ft_when_format_distance (civil.day, self->now.day);
      text = g_strdup_printf ("%s, %s", day, distance);
    }
  gtk_label_set_text (GTK_LABEL (self->understood), text);
}

static void
activate_cb (GtkEntry *entry, gpointer data)
{
  FtDateJump *self = data;
  FtCivil civil;

  if (!parse (self, &civil))
    {
      gtk_widget_add_css_class (self->entry, "error");
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.jump", "i", civil.day);
}

static void
ft_date_jump_show (GtkWidget *widget)
{
  FtDateJump *self = FT_DATE_JUMP (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  GTK_WIDGET_CLASS (ft_date_jump_parent_class)->show (widget);
  gtk_widget_grab_focus (self->entry);
}

static void
ft_date_jump_class_init (FtDateJumpClass *klass)
{
  GTK_WIDGET_CLASS (klass)->show = ft_date_jump_show;
}

static void
ft_date_jump_init (FtDateJump *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Go to Date"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Go to Date"), -1);
  gtk_box_append (GTK_BOX (box), self->entry);
  self->understood = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->understood), 0);
  /* As wide as any date, for a popover does not grow while it is open. */
  gtk_label_set_width_chars (GTK_LABEL (self->understood), 40);
  gtk_label_set_max_width_chars (GTK_LABEL (self->understood), 40);
  gtk_label_set_ellipsize (GTK_LABEL (self->understood), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->understood, "caption");
  gtk_box_append (GTK_BOX (box), self->understood);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
  changed_cb (GTK_EDITABLE (self->entry), self);
}

GtkWidget *
ft_date_jump_new (void)
{
  return g_object_new (FT_TYPE_DATE_JUMP, NULL);
}

void
ft_date_jump_set_now (FtDateJump *self, FtCivil now)
{
  g_return_if_fail (FT_IS_DATE_JUMP (self));

  self->now = now;
  changed_cb (GTK_EDITABLE (self->entry), self);
}
