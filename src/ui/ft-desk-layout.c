#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-desk-layout.h"

/* What the first child gets when both are shown: list and card, neither cramped nor sprawling. */
#define MAIN_MIN 730
#define MAIN_MAX 900

struct _FtDeskLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (FtDeskLayout, ft_desk_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
ft_desk_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
ft_desk_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  GtkWidget *main = gtk_widget_get_first_child (widget);

  if (main == NULL)
    return;
  gtk_widget_measure (main, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      GtkWidget *aside = gtk_widget_get_next_sibling (main);
      int aside_minimum = 0, aside_natural = 0;

      if (aside != NULL && gtk_widget_should_layout (aside))
        gtk_widget_measure (aside, orientation, -1, &aside_minimum, &aside_natural, NULL, NULL);
      *minimum = MAX (*minimum, aside_minimum);
      *natural = MAX (*natural, aside_natural);
    }
}

static void
ft_desk_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *main = gtk_widget_get_first_child (widget);
  GtkWidget *aside = main != NULL ? gtk_widget_get_next_sibling (main) : NULL;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int main_width = width, aside_minimum = 0;
  gboolean both = FALSE;

  if (main == NULL)
    return;
  if (aside != NULL && gtk_widget_get_visible (aside))
    {
      gtk_widget_measure (aside, GTK_ORIENTATION_HORIZONTAL, -1, &aside_minimum, NULL, NULL, NULL);
      both = width >= FT_DESK_LAYOUT_WIDE && width >= MAIN_MIN + aside_minimum;
      gtk_widget_set_child_visible (aside, both);
    }
  if (both)
    {
      main_width = CLAMP (width * 55 / 100, MAIN_MIN, MAIN_MAX);
      main_width = MIN (main_width, width - aside_minimum);
    }

  gtk_widget_size_allocate (
      main, &(GtkAllocation){ rtl ? width - main_width : 0, 0, main_width, height }, -1);
  if (both)
    gtk_widget_size_allocate (
        aside, &(GtkAllocation){ rtl ? 0 : main_width, 0, width - main_width, height }, -1);
}

static void
ft_desk_layout_class_init (FtDeskLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = ft_desk_layout_get_request_mode;
  layout_class->measure = ft_desk_layout_measure;
  layout_class->allocate = ft_desk_layout_allocate;
}

static void
ft_desk_layout_init (FtDeskLayout *self)
{
}

GtkLayoutManager *
ft_desk_layout_new (void)
{
  return g_object_new (FT_TYPE_DESK_LAYOUT, NULL);
}
