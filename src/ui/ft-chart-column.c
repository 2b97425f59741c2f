#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-chart-column.h"

/* A bar is no wider, however few there are. */
#define MOST_WIDTH 40
#define POINT 7

struct _FtChartColumn
{
  GtkWidget parent_instance;

  const FtChartData *data; /* borrowed */
  guint column;
  double top;
  GPtrArray *segments; /* owned, of GtkWidget, children */
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtChartColumn, ft_chart_column, GTK_TYPE_WIDGET)

static const FtChartColumnData *
get_column (FtChartColumn *self)
{
  return g_ptr_array_index (self->data->columns, self->column);
}

static void
clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, FtChartColumn *self)
{
  int series = -1;

  for (guint i = 0; i < self->segments->len; i++)
    {
      GtkWidget *segment = g_ptr_array_index (self->segments, i);
      graphene_rect_t bounds;

      if (gtk_widget_get_visible (segment)
          && gtk_widget_compute_bounds (segment, GTK_WIDGET (self), &bounds)
          && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        series = (int) i;
    }
  if (get_column (self)->has_list)
    g_signal_emit (self, signals[ACTIVATED], 0, series);
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FtChartColumn *self = FT_CHART_COLUMN (widget);

  if (get_column (self)->has_list)
    g_signal_emit (self, signals[ACTIVATED], 0, -1);
  return TRUE;
}

/* --- Sizes --- */

static void
ft_chart_column_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = 1;
}

static void
allocate_point (FtChartColumn *self, GtkWidget *point, int width)
{
  int y = (int) ft_chart_column_get_point (self) - POINT / 2;

  gtk_widget_size_allocate (point, &(GtkAllocation){ (width - POINT) / 2, y, POINT, POINT }, -1);
}

static void
ft_chart_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FtChartColumn *self = FT_CHART_COLUMN (widget);
  int bar = MIN (MAX (width - MAX (width / 4, 1), 1), MOST_WIDTH);
  double sum = 0;

  if (self->data == NULL)
    return;
  if (self->data->kind == FT_CHART_LINE)
    {
      allocate_point (self, g_ptr_array_index (self->segments, 0), width);
      return;
    }
  for (guint i = 0; i < self->segments->len; i++)
    {
      int bottom = height - (int) (height * sum / self->top + 0.5);
      int upper;

      sum += get_column (self)->values[i];
      upper = height - (int) (height * sum / self->top + 0.5);
      if (gtk_widget_get_visible (g_ptr_array_index (self->segments, i)))
        gtk_widget_size_allocate (
            g_ptr_array_index (self->segments, i),
            &(GtkAllocation){ (width - bar) / 2, upper, bar, MAX (bottom - upper, 1) }, -1);
    }
}

/* --- Class --- */

static void
clear_segments (FtChartColumn *self)
{
  for (guint i = 0; i < self->segments->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->segments, i));
  g_ptr_array_set_size (self->segments, 0);
}

static void
ft_chart_column_dispose (GObject *object)
{
  FtChartColumn *self = FT_CHART_COLUMN (object);

  clear_segments (self);
  self->data = NULL;

  G_OBJECT_CLASS (ft_chart_column_parent_class)->dispose (object);
}

static void
ft_chart_column_finalize (GObject *object)
{
  g_ptr_array_unref (FT_CHART_COLUMN (object)->segments);

  G_OBJECT_CLASS (ft_chart_column_parent_class)->finalize (object);
}

static void
ft_chart_column_class_init (FtChartColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_chart_column_dispose;
  object_class->finalize = ft_chart_column_finalize;
  widget_class->measure = ft_chart_column_measure;
  widget_class->size_allocate = ft_chart_column_size_allocate;

  signals[ACTIVATED] = g_signal_new ("activated", FT_TYPE_CHART_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "chartcolumn");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cb, NULL);
}

static void
ft_chart_column_init (FtChartColumn *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->segments = g_ptr_array_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
ft_chart_column_new (void)
{
  return g_object_new (FT_TYPE_CHART_COLUMN, NULL);
}

static GtkWidget *
add_segment (FtChartColumn *self, const char *style)
{
  GtkWidget *segment = g_object_new (GTK_TYPE_BOX, "css-name", "segment", "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, "can-target", FALSE, NULL);

  gtk_widget_add_css_class (segment, style);
  gtk_widget_set_parent (segment, GTK_WIDGET (self));
  g_ptr_array_add (self->segments, segment);
  return segment;
}

void
ft_chart_column_show (FtChartColumn *self, const FtChartData *data, guint column, double top)
{
  g_autofree char *words = NULL;

  g_return_if_fail (FT_IS_CHART_COLUMN (self));
  g_return_if_fail (data != NULL && column < data->columns->len);
  g_return_if_fail (top > 0);

  clear_segments (self);
  self->data = data;
  self->column = column;
  self->top = top;
  for (guint i = 0; i < data->series->len; i++)
    {
      const FtChartSeries *series = g_ptr_array_index (data->series, i);
      GtkWidget *segment = add_segment (self, series->style);

      gtk_widget_set_visible (
          segment, !get_column (self)->unknown
                       && (data->kind == FT_CHART_LINE || get_column (self)->values[i] > 0));
      if (data->kind == FT_CHART_LINE)
        gtk_widget_add_css_class (segment, "point");
    }
  words = ft_chart_data_say (data, column);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

double
ft_chart_column_get_point (FtChartColumn *self)
{
  g_return_val_if_fail (FT_IS_CHART_COLUMN (self), 0);
  g_return_val_if_fail (self->data != NULL, 0);

  return gtk_widget_get_height (GTK_WIDGET (self)) * (1 - get_column (self)->values[0] / self->top);
}
