#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-gauge-bar.h"

#define N_SEGMENTS (FT_GAUGE_INVISIBLE + 1)
#define SEGMENT_WIDTH 8
#define SEGMENT_GAP 2
#define HEIGHT 10
#define LOW_HEIGHT 4

struct _FtGaugeBar
{
  GtkWidget parent_instance;
  FtGauge gauge;
};

G_DEFINE_FINAL_TYPE (FtGaugeBar, ft_gauge_bar, GTK_TYPE_WIDGET)

static void
ft_gauge_bar_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = N_SEGMENTS * SEGMENT_WIDTH + (N_SEGMENTS - 1) * SEGMENT_GAP;
  else
    *minimum = *natural = HEIGHT;
}

static void
ft_gauge_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FtGaugeBar *self = FT_GAUGE_BAR (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int height = gtk_widget_get_height (widget);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (int i = 0; i < N_SEGMENTS; i++)
    {
      gboolean here = i == (int) self->gauge;
      int place = rtl ? N_SEGMENTS - 1 - i : i;
      int size = here ? HEIGHT : LOW_HEIGHT;
      GdkRGBA fill = color;
      GskRoundedRect segment;
      graphene_rect_t box = GRAPHENE_RECT_INIT (place * (SEGMENT_WIDTH + SEGMENT_GAP),
                                                (height - size) / 2, SEGMENT_WIDTH, size);

      fill.alpha *= here ? 1.0f : 0.25f;
      gsk_rounded_rect_init_from_rect (&segment, &box, 2);
      gtk_snapshot_push_rounded_clip (snapshot, &segment);
      gtk_snapshot_append_color (snapshot, &fill, &box);
      gtk_snapshot_pop (snapshot);
    }
}

static void
ft_gauge_bar_class_init (FtGaugeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ft_gauge_bar_measure;
  widget_class->snapshot = ft_gauge_bar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "gauge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ft_gauge_bar_init (FtGaugeBar *self)
{
  self->gauge = FT_GAUGE_RIGHT;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), ft_gauge_to_string (self->gauge));
}

void
ft_gauge_bar_set_gauge (FtGaugeBar *self, FtGauge gauge)
{
  g_return_if_fail (FT_IS_GAUGE_BAR (self));

  if (gauge == self->gauge)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self), ft_gauge_to_string (self->gauge));
  self->gauge = gauge;
  gtk_widget_add_css_class (GTK_WIDGET (self), ft_gauge_to_string (gauge));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

FtGauge
ft_gauge_bar_get_gauge (FtGaugeBar *self)
{
  g_return_val_if_fail (FT_IS_GAUGE_BAR (self), FT_GAUGE_RIGHT);

  return self->gauge;
}
