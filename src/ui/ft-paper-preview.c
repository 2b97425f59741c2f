#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-paper-preview.h"

#define POINTS_PER_MM (72 / 25.4)
#define MARGIN 6
#define HEIGHT 220

struct _FtPaperPreview
{
  GtkWidget parent_instance;

  FtPaper *paper;                 /* owned or NULL */
  const FtStationery *stationery; /* or NULL */
};

G_DEFINE_FINAL_TYPE (FtPaperPreview, ft_paper_preview, GTK_TYPE_WIDGET)

/* Where labels end: not printed. */
static void
draw_fields (const FtStationery *stationery, cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.8, 0.8, 0.8);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; !stationery->envelope && i < ft_stationery_get_n_fields (stationery); i++)
    {
      double x, y;

      ft_stationery_get_field (stationery, i, &x, &y);
      cairo_rectangle (cr, x * POINTS_PER_MM, y * POINTS_PER_MM, stationery->width * POINTS_PER_MM,
                       stationery->height * POINTS_PER_MM);
      cairo_stroke (cr);
    }
}

static void
ft_paper_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FtPaperPreview *self = FT_PAPER_PREVIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double page_width, page_height, scale;
  PangoContext *context;
  cairo_t *cr;

  if (self->paper == NULL || width <= 2 * MARGIN || height <= 2 * MARGIN)
    return;
  page_width = self->stationery->page_width * POINTS_PER_MM;
  page_height = self->stationery->page_height * POINTS_PER_MM;
  scale = MIN ((width - 2 * MARGIN) / page_width, (height - 2 * MARGIN) / page_height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, (width - page_width * scale) / 2, (height - page_height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, page_width, page_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_stroke (cr);
  draw_fields (self->stationery, cr);
  context = pango_cairo_create_context (cr);
  pango_cairo_context_set_resolution (context, 72);
  ft_paper_lay_out (self->paper, context, page_width, page_height);
  ft_paper_draw (self->paper, cr, context, 0);
  g_object_unref (context);
  cairo_destroy (cr);
}

static void
ft_paper_preview_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 200;
}

static void
ft_paper_preview_dispose (GObject *object)
{
  g_clear_object (&FT_PAPER_PREVIEW (object)->paper);

  G_OBJECT_CLASS (ft_paper_preview_parent_class)->dispose (object);
}

static void
ft_paper_preview_class_init (FtPaperPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_paper_preview_dispose;
  widget_class->measure = ft_paper_preview_measure;
  widget_class->snapshot = ft_paper_preview_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ft_paper_preview_init (FtPaperPreview *self)
{
}

GtkWidget *
ft_paper_preview_new (void)
{
  return g_object_new (FT_TYPE_PAPER_PREVIEW, NULL);
}

void
ft_paper_preview_set (FtPaperPreview *self, FtPaper *paper, const FtStationery *stationery)
{
  g_return_if_fail (FT_IS_PAPER_PREVIEW (self));

  g_set_object (&self->paper, paper);
  self->stationery = stationery;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
