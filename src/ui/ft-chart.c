#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-chart.h"

#include "ui/ft-chart-column.h"

#define HEIGHT 150
#define LEAST_WIDTH 120
/* Two beside each other in a window of usual width, however many columns there are. */
#define USUAL_WIDTH 480
#define GAP 6
/* Above the highest bar, for the upper half of its mark. */
#define HEAD 8
/* Beyond every last column. */
#define FAR 10000

struct _FtChart
{
  GtkWidget parent_instance;

  const FtChartData *data; /* borrowed */
  double top;
  double step;
  GPtrArray *columns; /* owned, of FtChartColumn, children */
  int marks_width;    /* of the words of the axis */
  int line_height;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtChart, ft_chart, GTK_TYPE_WIDGET)

static void
activated_cb (FtChartColumn *column, int series, FtChart *self)
{
  guint i;

  if (g_ptr_array_find (self->columns, column, &i))
    g_signal_emit (self, signals[ACTIVATED], 0, i, series);
}

/* --- Sizes --- */

static PangoLayout *
make_layout (FtChart *self, const char *text)
{
  return gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
}

static PangoLayout *
make_mark (FtChart *self, double value)
{
  g_autofree char *text = ft_chart_data_format (self->data, value);

  return make_layout (self, text);
}

static void
measure_words (FtChart *self)
{
  g_autoptr (PangoLayout) mark = make_mark (self, self->top);

  pango_layout_get_pixel_size (mark, &self->marks_width, &self->line_height);
}

static void
ft_chart_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  FtChart *self = FT_CHART (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = HEIGHT;
      return;
    }
  *minimum = LEAST_WIDTH;
  *natural = CLAMP ((int) self->columns->len * 24, LEAST_WIDTH, USUAL_WIDTH);
}

/* The plot, without the marks on its start side and the labels below. */
static graphene_rect_t
get_plot (FtChart *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int side = self->marks_width + GAP;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return GRAPHENE_RECT_INIT (rtl ? 0 : side, HEAD, MAX (width - side, 1),
                             MAX (height - HEAD - self->line_height - GAP, 1));
}

/* Where column @i begins, counted from the left. */
static int
get_column_x (FtChart *self, const graphene_rect_t *plot, guint i)
{
  return (int) (plot->origin.x + plot->size.width * i / self->columns->len);
}

static guint
get_place (FtChart *self, guint i)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return rtl ? self->columns->len - 1 - i : i;
}

static void
ft_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FtChart *self = FT_CHART (widget);
  graphene_rect_t plot;

  if (self->data == NULL)
    return;
  measure_words (self);
  plot = get_plot (self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      guint place = get_place (self, i);
      int x = get_column_x (self, &plot, place);

      gtk_widget_size_allocate (
          g_ptr_array_index (self->columns, i),
          &(GtkAllocation){ x, (int) plot.origin.y,
                            MAX (get_column_x (self, &plot, place + 1) - x, 1),
                            (int) plot.size.height },
          -1);
    }
}

/* --- Drawing --- */

static GdkRGBA
get_color (GtkWidget *widget)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  return color;
}

static void
draw_text (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_marks (FtChart *self, GtkSnapshot *snapshot, const graphene_rect_t *plot)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRGBA words = get_color (GTK_WIDGET (self));
  GdkRGBA line = words;

  line.alpha *= 0.15f;
  words.alpha *= 0.65f;
  for (double value = 0; value <= self->top; value += self->step)
    {
      float y = plot->origin.y + plot->size.height * (float) (1 - value / self->top);
      g_autoptr (PangoLayout) mark = make_mark (self, value);
      int width, height;

      gtk_snapshot_append_color (
          snapshot, &line, &GRAPHENE_RECT_INIT (plot->origin.x, (int) y, plot->size.width, 1));
      pango_layout_get_pixel_size (mark, &width, &height);
      draw_text (snapshot, mark,
                 rtl ? plot->origin.x + plot->size.width + GAP : self->marks_width - width,
                 (int) y - height / 2, &words);
    }
}

/* How many columns apart labels have room. */
static guint
get_label_step (FtChart *self, const graphene_rect_t *plot)
{
  int widest = 1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const FtChartColumnData *column = g_ptr_array_index (self->data->columns, i);
      g_autoptr (PangoLayout) layout = make_layout (self, column->label);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  return (guint) ((float) (widest + GAP) * self->columns->len / plot->size.width) + 1;
}

/* Counted from the last column, which is now. */
static void
draw_labels (FtChart *self, GtkSnapshot *snapshot, const graphene_rect_t *plot)
{
  guint step = get_label_step (self, plot);
  GdkRGBA words = get_color (GTK_WIDGET (self));
  float width_of_all = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float before_x = 0;
  int before_width = 0; /* 0 while there is none */

  words.alpha *= 0.65f;
  for (guint i = self->columns->len; i > 0; i = i > step ? i - step : 0)
    {
      const FtChartColumnData *column = g_ptr_array_index (self->data->columns, i - 1);
      g_autoptr (PangoLayout) layout = make_layout (self, column->label);
      guint place = get_place (self, i - 1);
      float middle
          = (get_column_x (self, plot, place) + get_column_x (self, plot, place + 1)) / 2.f;
      float x;
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      x = CLAMP (middle - width / 2.f, 0, MAX (width_of_all - width, 0));
      /* The last one, which would stick out, has moved towards the next. */
      if (before_width > 0 && x < before_x + before_width + GAP && before_x < x + width + GAP)
        continue;
      draw_text (snapshot, layout, x, plot->origin.y + plot->size.height + GAP, &words);
      before_x = x;
      before_width = width;
    }
}

static void
draw_line (FtChart *self, GtkSnapshot *snapshot, const graphene_rect_t *plot)
{
  GdkRGBA color = get_color (g_ptr_array_index (self->columns, 0));
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (plot->origin.x, 0, plot->size.width,
                                     plot->origin.y + plot->size.height + 2));

  for (guint i = 0; i < self->columns->len; i++)
    {
      const FtChartColumnData *column = g_ptr_array_index (self->data->columns, i);
      guint place = get_place (self, i);
      double x = (get_column_x (self, plot, place) + get_column_x (self, plot, place + 1)) / 2.0;
      double y = ft_chart_column_get_point (g_ptr_array_index (self->columns, i));

      if (column->unknown)
        cairo_new_sub_path (cr);
      else
        cairo_line_to (cr, x, plot->origin.y + y);
    }
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
ft_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FtChart *self = FT_CHART (widget);
  graphene_rect_t plot;

  if (self->data == NULL || self->columns->len == 0)
    return;
  plot = get_plot (self);
  draw_marks (self, snapshot, &plot);
  draw_labels (self, snapshot, &plot);
  if (self->data->kind == FT_CHART_LINE)
    draw_line (self, snapshot, &plot);
  GTK_WIDGET_CLASS (ft_chart_parent_class)->snapshot (widget, snapshot);
}

/* --- The keyboard --- */

/* One stop for Tab; the arrows go on from there. */
static gboolean
ft_chart_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FtChart *self = FT_CHART (widget);

  if (self->columns->len == 0 || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (g_ptr_array_index (self->columns, self->columns->len - 1));
}

/* By @steps to the right as it is seen; so far that there is no more: to the end. */
static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FtChart *self = FT_CHART (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  int steps = g_variant_get_int32 (arguments);
  guint i;

  if (child == NULL || !g_ptr_array_find (self->columns, child, &i))
    return FALSE;
  i = (guint) CLAMP ((int) i + (rtl ? -steps : steps), 0, (int) self->columns->len - 1);
  return gtk_widget_grab_focus (g_ptr_array_index (self->columns, i));
}

/* --- Class --- */

static void
ft_chart_dispose (GObject *object)
{
  FtChart *self = FT_CHART (object);

  for (guint i = 0; i < self->columns->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->columns, i));
  g_ptr_array_set_size (self->columns, 0);
  self->data = NULL;

  G_OBJECT_CLASS (ft_chart_parent_class)->dispose (object);
}

static void
ft_chart_finalize (GObject *object)
{
  g_ptr_array_unref (FT_CHART (object)->columns);

  G_OBJECT_CLASS (ft_chart_parent_class)->finalize (object);
}

static void
ft_chart_class_init (FtChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_chart_dispose;
  object_class->finalize = ft_chart_finalize;
  widget_class->focus = ft_chart_focus;
  widget_class->measure = ft_chart_measure;
  widget_class->size_allocate = ft_chart_size_allocate;
  widget_class->snapshot = ft_chart_snapshot;

  signals[ACTIVATED] = g_signal_new ("activated", FT_TYPE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);

  /* A box that flows around would take the arrows for itself. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, move_cb, "i", -FAR);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, move_cb, "i", FAR);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_chart_init (FtChart *self)
{
  self->columns = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ft_chart_new (void)
{
  return g_object_new (FT_TYPE_CHART, NULL);
}

/* Columns stay where there are as many: the focus is on one of them. */
void
ft_chart_show (FtChart *self, const FtChartData *data)
{
  g_return_if_fail (FT_IS_CHART (self));
  g_return_if_fail (data != NULL && data->series->len > 0);

  self->data = data;
  ft_chart_data_get_scale (data, &self->top, &self->step);
  while (self->columns->len > data->columns->len)
    gtk_widget_unparent (g_ptr_array_steal_index (self->columns, self->columns->len - 1));
  while (self->columns->len < data->columns->len)
    {
      GtkWidget *column = ft_chart_column_new ();

      g_signal_connect_object (column, "activated", G_CALLBACK (activated_cb), self, 0);
      gtk_widget_set_parent (column, GTK_WIDGET (self));
      g_ptr_array_add (self->columns, column);
    }
  for (guint i = 0; i < data->columns->len; i++)
    ft_chart_column_show (g_ptr_array_index (self->columns, i), data, i, self->top);
  if (data->kind == FT_CHART_LINE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "line");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "line");
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
