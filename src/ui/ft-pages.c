#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-pages.h"

#include "ui/ft-accessible.h"
#include "ui/ft-calendar.h"
#include "ui/ft-pieces-page.h"
#include "ui/ft-sale-page.h"
#include "ui/ft-score-page.h"

struct _FtPages
{
  GObject parent_instance;

  AdwViewStack *stack; /* borrowed, NULL once it is gone */
  FtDesk *desk;        /* owned */
};

enum
{
  SHOW_LEAD,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtPages, ft_pages, G_TYPE_OBJECT)

/* --- Making them --- */

static void
show_lead_cb (GtkWidget *page, gint64 lead_id, gpointer user_data)
{
  g_signal_emit (user_data, signals[SHOW_LEAD], 0, lead_id);
}

static void
can_go_back_cb (FtPages *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make (FtPages *self, const char *name)
{
  GtkWidget *page = NULL;

  if (g_str_equal (name, "calendar"))
    page = ft_calendar_new (self->desk, FT_CALENDAR_MONTH);
  else if (g_str_equal (name, "after-sale"))
    page = ft_sale_page_new (self->desk);
  else if (g_str_equal (name, "pieces"))
    page = ft_pieces_page_new (self->desk);
  else if (g_str_equal (name, "score"))
    page = ft_score_page_new (self->desk);
  if (page == NULL)
    return NULL;

  g_signal_connect_object (page, FT_IS_CALENDAR (page) ? "lead-activated" : "show-lead",
                           G_CALLBACK (show_lead_cb), self, 0);
  if (FT_IS_PIECES_PAGE (page))
    g_signal_connect_object (page, "notify::can-go-back", G_CALLBACK (can_go_back_cb), self,
                             G_CONNECT_SWAPPED);
  if (FT_IS_PIECES_PAGE (page) || FT_IS_SALE_PAGE (page))
    ft_accessible_name_buttons (page);
  return page;
}

static void
visible_changed_cb (FtPages *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);
  GtkWidget *shown = adw_view_stack_get_visible_child (self->stack);

  if (name != NULL && ADW_IS_BIN (shown) && adw_bin_get_child (ADW_BIN (shown)) == NULL)
    adw_bin_set_child (ADW_BIN (shown), make (self, name));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Class --- */

static void
ft_pages_dispose (GObject *object)
{
  FtPages *self = FT_PAGES (object);

  g_clear_weak_pointer (&self->stack);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_pages_parent_class)->dispose (object);
}

static void
ft_pages_class_init (FtPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_pages_dispose;

  signals[SHOW_LEAD] = g_signal_new ("show-lead", FT_TYPE_PAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_PAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
ft_pages_init (FtPages *self)
{
}

FtPages *
ft_pages_new (AdwViewStack *stack, FtDesk *desk)
{
  FtPages *self;

  g_return_val_if_fail (ADW_IS_VIEW_STACK (stack), NULL);
  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_PAGES, NULL);
  g_set_weak_pointer (&self->stack, stack);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (stack, "notify::visible-child-name", G_CALLBACK (visible_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return self;
}

gboolean
ft_pages_is_shown (FtPages *self, const char *name)
{
  g_return_val_if_fail (FT_IS_PAGES (self), FALSE);

  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), name) == 0;
}

void
ft_pages_show (FtPages *self, const char *name)
{
  GtkWidget *content;

  g_return_if_fail (FT_IS_PAGES (self));

  adw_view_stack_set_visible_child_name (self->stack, name);
  content = ft_pages_get_content (self);
  if (FT_IS_PIECES_PAGE (content) || FT_IS_SALE_PAGE (content) || FT_IS_SCORE_PAGE (content))
    gtk_widget_grab_focus (content);
}

GtkWidget *
ft_pages_get_content (FtPages *self)
{
  GtkWidget *shown;

  g_return_val_if_fail (FT_IS_PAGES (self), NULL);

  shown = adw_view_stack_get_visible_child (self->stack);
  return ADW_IS_BIN (shown) ? adw_bin_get_child (ADW_BIN (shown)) : NULL;
}

gboolean
ft_pages_get_needs_back (FtPages *self)
{
  GtkWidget *content = ft_pages_get_content (self);

  /* What is behind the score has its own way back. */
  return FT_IS_PIECES_PAGE (content) && ft_pieces_page_get_can_go_back (FT_PIECES_PAGE (content));
}

gboolean
ft_pages_go_back (FtPages *self)
{
  GtkWidget *content = ft_pages_get_content (self);

  if (FT_IS_SCORE_PAGE (content) && ft_score_page_get_can_go_back (FT_SCORE_PAGE (content)))
    ft_score_page_go_back (FT_SCORE_PAGE (content));
  else if (FT_IS_PIECES_PAGE (content) && ft_pieces_page_get_can_go_back (FT_PIECES_PAGE (content)))
    ft_pieces_page_go_back (FT_PIECES_PAGE (content));
  else
    return FALSE;
  return TRUE;
}
