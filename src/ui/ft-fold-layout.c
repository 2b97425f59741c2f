#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-fold-layout.h"

struct _FtFoldLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (FtFoldLayout, ft_fold_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Beside each other: widths add up, the tallest decides the height. */
static void
ft_fold_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  int before = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &least, &wanted, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum += before + least;
          *natural += before + wanted;
          before = FT_FOLD_LAYOUT_SPACING;
        }
      else
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, wanted);
        }
    }
}

static void
ft_fold_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int least_of_all, room, x = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least_of_all, NULL, NULL, NULL);
  room = MAX (0, width - least_of_all);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted, its_width;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      its_width = wanted - least <= room ? wanted : least;
      room -= its_width - least;
      gtk_widget_size_allocate (
          child, &(GtkAllocation){ rtl ? width - x - its_width : x, 0, its_width, height }, -1);
      x += its_width + FT_FOLD_LAYOUT_SPACING;
    }
}

static GtkSizeRequestMode
ft_fold_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
ft_fold_layout_class_init (FtFoldLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = ft_fold_layout_get_request_mode;
  layout_class->measure = ft_fold_layout_measure;
  layout_class->allocate = ft_fold_layout_allocate;
}

static void
ft_fold_layout_init (FtFoldLayout *self)
{
}

GtkLayoutManager *
ft_fold_layout_new (void)
{
  return g_object_new (FT_TYPE_FOLD_LAYOUT, NULL);
}
