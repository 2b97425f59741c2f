#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-drag-watch.h"

typedef struct
{
  FtDragMotion motion;
  FtDragLeave leave;
  gpointer data;
  GDestroyNotify free_data;
} Watch;

static void
free_watch (gpointer data)
{
  Watch *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

/* (element-type Watch), NULL if nobody watches. */
static GPtrArray *
get_watches (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "ft-drag-watches");
}

void
ft_drag_watch_add (GtkWidget *widget,
                   FtDragMotion motion,
                   FtDragLeave leave,
                   gpointer data,
                   GDestroyNotify free_data)
{
  GPtrArray *watches;
  Watch *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (motion != NULL);

  self = g_new (Watch, 1);
  *self = (Watch){ motion, leave, data, free_data };
  watches = get_watches (widget);
  if (watches == NULL)
    {
      watches = g_ptr_array_new_with_free_func (free_watch);
      g_object_set_data_full (G_OBJECT (widget), "ft-drag-watches", watches,
                              (GDestroyNotify) g_ptr_array_unref);
    }
  g_ptr_array_add (watches, self);
}

/* --- What is over them --- */

struct _FtDragOver
{
  GPtrArray *widgets; /* owned: that are watched, and it is over */
};

FtDragOver *
ft_drag_over_new (void)
{
  FtDragOver *self = g_new (FtDragOver, 1);

  self->widgets = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static void
tell_leave (GtkWidget *widget)
{
  GPtrArray *watches = get_watches (widget);

  for (guint i = 0; watches != NULL && i < watches->len; i++)
    {
      Watch *watch = g_ptr_array_index (watches, i);

      if (watch->leave != NULL)
        watch->leave (watch->data);
    }
}

static void
tell_motion (GtkWidget *widget, double x, double y)
{
  GPtrArray *watches = get_watches (widget);

  for (guint i = 0; i < watches->len; i++)
    {
      Watch *watch = g_ptr_array_index (watches, i);

      watch->motion (x, y, watch->data);
    }
}

static void
become (FtDragOver *self, GPtrArray *widgets)
{
  for (guint i = 0; i < self->widgets->len; i++)
    if (!g_ptr_array_find (widgets, g_ptr_array_index (self->widgets, i), NULL))
      tell_leave (g_ptr_array_index (self->widgets, i));
  g_ptr_array_unref (self->widgets);
  self->widgets = g_ptr_array_ref (widgets);
}

void
ft_drag_over_free (FtDragOver *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  become (self, none);
  g_ptr_array_unref (self->widgets);
  g_free (self);
}

void
ft_drag_over_move (FtDragOver *self, GtkWidget *top, double x, double y)
{
  g_autoptr (GPtrArray) widgets = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *widget;

  g_return_if_fail (GTK_IS_WIDGET (top));

  for (widget = gtk_widget_pick (top, x, y, GTK_PICK_DEFAULT); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    if (get_watches (widget) != NULL)
      g_ptr_array_add (widgets, g_object_ref (widget));
  become (self, widgets);
  for (guint i = 0; i < widgets->len; i++)
    {
      double its_x;
      double its_y;

      widget = g_ptr_array_index (widgets, i);
      if (gtk_widget_translate_coordinates (top, widget, x, y, &its_x, &its_y))
        tell_motion (widget, its_x, its_y);
    }
}
