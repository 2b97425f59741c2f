/* A GIO module which the tests load into the program on GTK 4.10 and newer. There GTK adds up where
 * widgets lie in their parents' contents as if a parent had no padding, so that everything told to
 * a screen reader lies a little further to the upper left for every box around it. Here the padding
 * is counted, and what is hidden lies nowhere. */

#include <gtk/gtk.h>
#include <math.h>

void g_io_module_load (GIOModule *module);
void g_io_module_unload (GIOModule *module);
char **g_io_module_query (void);

static gboolean
get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  GtkWidget *self = GTK_WIDGET (accessible);
  GtkWidget *parent = gtk_widget_get_parent (self);
  graphene_rect_t bounds, around = { 0 };

  if (!gtk_widget_get_mapped (self)
      || !gtk_widget_compute_bounds (self, parent != NULL ? parent : self, &bounds)
      || (parent != NULL && !gtk_widget_compute_bounds (parent, parent, &around)))
    return FALSE;
  *x = (int) floorf (bounds.origin.x - around.origin.x);
  *y = (int) floorf (bounds.origin.y - around.origin.y);
  *width = (int) ceilf (bounds.size.width);
  *height = (int) ceilf (bounds.size.height);
  return TRUE;
}

/* The page of a stack stands between: it is as large as the stack, and the widget on it tells where
 * it lies. */
static gboolean
get_page_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  GtkWidget *child = gtk_stack_page_get_child (GTK_STACK_PAGE (accessible));

  if (!gtk_widget_get_mapped (child))
    return FALSE;
  *x = *y = 0;
  *width = gtk_widget_get_width (gtk_widget_get_parent (child));
  *height = gtk_widget_get_height (gtk_widget_get_parent (child));
  return TRUE;
}

static void
mend (GType type)
{
  gpointer class = g_type_class_peek (type);
  g_autofree GType *children = g_type_children (type, NULL);

  if (class != NULL)
    {
      GtkAccessibleInterface *interface = g_type_interface_peek (class, GTK_TYPE_ACCESSIBLE);
      interface->get_bounds = get_bounds;
    }
  for (const GType *child = children; *child != 0; child++)
    mend (*child);
}

void
g_io_module_load (GIOModule *module)
{
  GtkAccessibleInterface *page;

  g_type_module_use (G_TYPE_MODULE (module));
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  mend (GTK_TYPE_WIDGET);
  page = g_type_interface_peek (g_type_class_ref (GTK_TYPE_STACK_PAGE), GTK_TYPE_ACCESSIBLE);
  page->get_bounds = get_page_bounds;
}

void
g_io_module_unload (GIOModule *module)
{
}

char **
g_io_module_query (void)
{
  return g_new0 (char *, 1);
}
