#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-blank-card.h"

#include <adwaita.h>

struct _FtBlankCard
{
  GtkWidget parent_instance;

  FtDesk *desk; /* owned */

  GtkStack *stack; /* template child */
};

G_DEFINE_FINAL_TYPE (FtBlankCard, ft_blank_card, GTK_TYPE_WIDGET)

static gboolean
has_leads (FtBlankCard *self)
{
  const FtCounts *counts = ft_desk_get_counts (self->desk);

  return g_list_model_get_n_items (G_LIST_MODEL (ft_desk_get_list (self->desk))) > 0
         || counts->n[FT_FILTER_ALL] + counts->n[FT_FILTER_CLOSED] > 0;
}

static void
update (FtBlankCard *self)
{
  const char *page = has_leads (self) ? "choose" : "begin";

  if (ft_lead_list_get_busy (ft_desk_get_list (self->desk)))
    return;
  if (ft_card_get_lead_id (ft_desk_get_card (self->desk)) != 0)
    page = "wait";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
ft_blank_card_dispose (GObject *object)
{
  FtBlankCard *self = FT_BLANK_CARD (object);

  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_blank_card_parent_class)->dispose (object);
}

static void
ft_blank_card_class_init (FtBlankCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_blank_card_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-blank-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FtBlankCard, stack);
}

static void
ft_blank_card_init (FtBlankCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ft_blank_card_set_desk (FtBlankCard *self, FtDesk *desk)
{
  g_return_if_fail (FT_IS_BLANK_CARD (self));
  g_return_if_fail (FT_IS_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::counts", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ft_desk_get_list (desk), "notify::busy", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ft_desk_get_card (desk), "notify::data", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
