#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-dots.h"

#define N_DOTS 5
#define DOT_SIZE 6
#define DOT_GAP 3

struct _FtDots
{
  GtkWidget parent_instance;
  guint count;
};

enum
{
  PROP_COUNT = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FtDots, ft_dots, GTK_TYPE_WIDGET)

static void
ft_dots_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = N_DOTS * DOT_SIZE + (N_DOTS - 1) * DOT_GAP;
  else
    *minimum = *natural = DOT_SIZE;
}

static void
ft_dots_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FtDots *self = FT_DOTS (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float top = (gtk_widget_get_height (widget) - DOT_SIZE) / 2;
  GdkRGBA full, ring;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &full);
  ring = full;
  ring.alpha *= 0.45f;

  for (guint i = 0; i < N_DOTS; i++)
    {
      guint place = rtl ? N_DOTS - 1 - i : i;
      graphene_rect_t box
          = GRAPHENE_RECT_INIT (place * (DOT_SIZE + DOT_GAP), top, DOT_SIZE, DOT_SIZE);
      GskRoundedRect dot;

      gsk_rounded_rect_init_from_rect (&dot, &box, DOT_SIZE / 2.0f);
      if (i < self->count)
        {
          gtk_snapshot_push_rounded_clip (snapshot, &dot);
          gtk_snapshot_append_color (snapshot, &full, &box);
          gtk_snapshot_pop (snapshot);
        }
      else
        {
          gtk_snapshot_append_border (snapshot, &dot, (float[4]){ 1, 1, 1, 1 },
                                      (GdkRGBA[4]){ ring, ring, ring, ring });
        }
    }
}

static void
ft_dots_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, FT_DOTS (object)->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_dots_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COUNT:
      ft_dots_set_count (FT_DOTS (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_dots_class_init (FtDotsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ft_dots_get_property;
  object_class->set_property = ft_dots_set_property;
  widget_class->measure = ft_dots_measure;
  widget_class->snapshot = ft_dots_snapshot;

  props[PROP_COUNT]
      = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "dots");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ft_dots_init (FtDots *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
ft_dots_new (void)
{
  return g_object_new (FT_TYPE_DOTS, NULL);
}

void
ft_dots_set_count (FtDots *self, guint count)
{
  g_return_if_fail (FT_IS_DOTS (self));

  if (self->count == count)
    return;
  self->count = count;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNT]);
}

guint
ft_dots_get_count (FtDots *self)
{
  g_return_val_if_fail (FT_IS_DOTS (self), 0);
  return self->count;
}
