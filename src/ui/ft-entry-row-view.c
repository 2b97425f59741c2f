#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-entry-row-view.h"

#include "core/ft-keeping.h"
#include "core/ft-when.h"
#include "model/ft-history-item.h"
#include "ui/ft-icons.h"

#include <glib/gi18n-lib.h>

struct _FtEntryRowView
{
  GtkWidget parent_instance;

  FtClock *clock; /* owned */
  FtEntry *entry; /* owned */
  gulong changed_id;

  /* Template children. */
  GtkLabel *name;
  GtkLabel *when;
  GtkImage *channel;
  GtkLabel *about;
  GtkLabel *how;
};

G_DEFINE_FINAL_TYPE (FtEntryRowView, ft_entry_row_view, GTK_TYPE_WIDGET)

static char *
join (const char *a, const char *b)
{
  if (*a == '\0' || *b == '\0')
    return g_strdup (*a != '\0' ? a : b);
  return g_strdup_printf ("%s · %s", a, b);
}

static void
show (FtEntryRowView *self,
      const FtEntryRow *row,
      FtChannel channel,
      const char *when,
      const char *about,
      const char *how)
{
  g_autofree char *both = join (row->lead->company, about);
  g_autofree char *summary = NULL;
  const char *icon = ft_icon_for_channel (channel);

  gtk_label_set_text (self->name, row->lead->name);
  gtk_label_set_text (self->when, when);
  gtk_label_set_text (self->about, both);
  gtk_label_set_text (self->how, how);
  gtk_image_set_from_icon_name (self->channel, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->channel), icon != NULL);

  /* Translators: a line for a screen reader: "Anna Berg, Fri 20 Nov 16:00, Berg Roofing · offer,
   * kept" */
  summary = g_strdup_printf (C_ ("entry", "%s, %s, %s, %s"), row->lead->name, when, both, how);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
}

static void
update (FtEntryRowView *self)
{
  const FtEntryRow *row = self->entry != NULL ? ft_entry_get_row (self->entry) : NULL;
  gint64 now = ft_clock_now (self->clock);
  const char *zone = ft_clock_get_zone (self->clock);
  FtCivil here = ft_civil_from_instant (now, zone);

  if (row == NULL)
    {
      gtk_label_set_text (self->name, "");
      gtk_label_set_text (self->when, "");
      gtk_label_set_text (self->about, "");
      gtk_label_set_text (self->how, "");
      gtk_widget_set_visible (GTK_WIDGET (self->channel), FALSE);
      return;
    }
  if (row->promise != NULL)
    {
      g_autofree char *when = ft_when_format (row->promise->promised, here);
      g_autofree char *how = ft_keeping_words (row->promise, now);

      show (self, row, row->promise->channel, when, row->promise->purpose, how);
    }
  else if (row->contact == NULL)
    show (self, row, FT_CHANNEL_NONE, "", "",
          row->lead->state == FT_LEAD_OPEN ? _ ("still without a promise") : "");
  else
    {
      FtCivil at = ft_civil_from_instant (row->contact->at, zone);
      g_autofree char *when = ft_when_format (at, here);

      show (self, row, row->contact->channel, when, ft_history_contact_words (row->contact),
            row->bought ? _ ("bought afterwards") : "");
    }
}

static void
ft_entry_row_view_dispose (GObject *object)
{
  FtEntryRowView *self = FT_ENTRY_ROW_VIEW (object);
  GtkWidget *child;

  ft_entry_row_view_set_entry (self, NULL);
  g_clear_object (&self->clock);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ft_entry_row_view_parent_class)->dispose (object);
}

static void
ft_entry_row_view_class_init (FtEntryRowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_entry_row_view_dispose;

  gtk_widget_class_set_css_name (widget_class, "entryrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-entry-row-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FtEntryRowView, name);
  gtk_widget_class_bind_template_child (widget_class, FtEntryRowView, when);
  gtk_widget_class_bind_template_child (widget_class, FtEntryRowView, channel);
  gtk_widget_class_bind_template_child (widget_class, FtEntryRowView, about);
  gtk_widget_class_bind_template_child (widget_class, FtEntryRowView, how);
}

static void
ft_entry_row_view_init (FtEntryRowView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ft_entry_row_view_new (FtClock *clock)
{
  FtEntryRowView *self;

  g_return_val_if_fail (FT_IS_CLOCK (clock), NULL);

  self = g_object_new (FT_TYPE_ENTRY_ROW_VIEW, NULL);
  self->clock = g_object_ref (clock);
  return GTK_WIDGET (self);
}

void
ft_entry_row_view_set_entry (FtEntryRowView *self, FtEntry *entry)
{
  g_return_if_fail (FT_IS_ENTRY_ROW_VIEW (self));
  g_return_if_fail (entry == NULL || FT_IS_ENTRY (entry));

  if (self->entry == entry)
    return;
  if (self->entry != NULL)
    g_clear_signal_handler (&self->changed_id, self->entry);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;
  self->changed_id = g_signal_connect_swapped (entry, "changed", G_CALLBACK (update), self);
  update (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, FtClock *clock)
{
  gtk_list_item_set_child (item, ft_entry_row_view_new (clock));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  ft_entry_row_view_set_entry (FT_ENTRY_ROW_VIEW (gtk_list_item_get_child (item)),
                               gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  ft_entry_row_view_set_entry (FT_ENTRY_ROW_VIEW (gtk_list_item_get_child (item)), NULL);
}

GtkListItemFactory *
ft_entry_row_view_new_factory (FtClock *clock)
{
  GtkListItemFactory *factory;

  g_return_val_if_fail (FT_IS_CLOCK (clock), NULL);

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), clock, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
