#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-hour-lines.h"

#include "ui/ft-calendar-text.h"

/* Around the hours. */
#define PAD 6
#define KNOB 10

struct _FtHourLines
{
  GtkWidget *widget; /* borrowed */
  PangoLayout *hours[24];
  PangoLayout *theirs[24]; /* NULL without another zone */

  const char *own;   /* interned */
  const char *other; /* interned, NULL for none */
  gint32 day;
  int width; /* of one's own hours with what is around them */
  int their_width;
};

static int
make_layout (FtHourLines *self, PangoLayout **layout, const char *text)
{
  int width;

  g_clear_object (layout);
  *layout = gtk_widget_create_pango_layout (self->widget, text);
  pango_layout_get_pixel_size (*layout, &width, NULL);
  return width;
}

void
ft_hour_lines_renew (FtHourLines *self)
{
  self->width = self->their_width = 0;
  for (int hour = 0; hour < 24; hour++)
    {
      g_autofree char *text = ft_calendar_text_hour (hour);

      self->width = MAX (self->width, make_layout (self, &self->hours[hour], text) + 2 * PAD);
      g_clear_object (&self->theirs[hour]);
      if (self->other != NULL)
        {
          FtCivil own = { self->day, (gint16) (hour * 60), 0 };
          FtCivil there
              = ft_civil_from_instant (ft_civil_to_instant (own, self->own, NULL), self->other);
          g_autofree char *their_text = there.minute % 60 == 0
                                            ? ft_calendar_text_hour (there.minute / 60)
                                            : ft_calendar_text_time (there.minute);

          self->their_width
              = MAX (self->their_width, make_layout (self, &self->theirs[hour], their_text) + PAD);
        }
    }
}

FtHourLines *
ft_hour_lines_new (GtkWidget *widget)
{
  FtHourLines *self = g_new0 (FtHourLines, 1);

  self->widget = widget;
  ft_hour_lines_renew (self);
  return self;
}

void
ft_hour_lines_free (FtHourLines *self)
{
  for (int hour = 0; hour < 24; hour++)
    {
      g_clear_object (&self->hours[hour]);
      g_clear_object (&self->theirs[hour]);
    }
  g_free (self);
}

gboolean
ft_hour_lines_set_zone (FtHourLines *self, const char *own, const char *other, gint32 day)
{
  gboolean same = self->own == own && self->other == other && (self->day == day || other == NULL);

  self->own = own;
  self->other = other;
  self->day = day;
  if (same)
    return FALSE;
  ft_hour_lines_renew (self);
  return TRUE;
}

int
ft_hour_lines_get_gutter (FtHourLines *self)
{
  return self->width + self->their_width;
}

/* --- Drawing --- */

static GdkRGBA
get_color (FtHourLines *self, const char *name, float alpha)
{
  GtkStyleContext *style = gtk_widget_get_style_context (self->widget);
  GdkRGBA color;

  if (name == NULL || !gtk_style_context_lookup_color (style, name, &color))
    gtk_style_context_get_color (style, &color);
  color.alpha *= alpha;
  return color;
}

static void
fill_rect (
    GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* With its end @end pixels from the start side. */
static void
snapshot_hour (GtkSnapshot *snapshot,
               const FtWeekGeometry *g,
               PangoLayout *layout,
               double end,
               double y,
               const GdkRGBA *color)
{
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (g->rtl ? g->width - end : end - width, y - height / 2));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

void
ft_hour_lines_snapshot (FtHourLines *self,
                        GtkSnapshot *snapshot,
                        const FtWeekGeometry *g,
                        gint32 first,
                        FtCivil now,
                        guint days_off)
{
  double days_x = g->rtl ? 0 : g->gutter;
  double days_width = g->width - g->gutter;
  GdkRGBA line = get_color (self, NULL, 0.13);
  GdkRGBA faint = get_color (self, NULL, 0.06);
  GdkRGBA shade = get_color (self, NULL, 0.03);
  GdkRGBA off = get_color (self, NULL, 0.08);
  GdkRGBA today = get_color (self, "accent_bg_color", 0.07);
  GdkRGBA dim = get_color (self, NULL, 0.7);
  GdkRGBA accent = get_color (self, "accent_color", 1);

  for (int day = 0; day < g->n_days; day++)
    {
      FtRect rect = ft_week_geometry_day (g, day);

      if (first + day == now.day)
        fill_rect (snapshot, &today, rect.x, 0, rect.width, g->height);
      if (days_off >> day & 1)
        fill_rect (snapshot, &off, rect.x, 0, rect.width, g->height);
      else if (first + day != now.day && ft_calendar_is_weekend (first + day))
        fill_rect (snapshot, &shade, rect.x, 0, rect.width, g->height);
      fill_rect (snapshot, &line, g->rtl ? rect.x + rect.width - 1 : rect.x, 0, 1, g->height);
    }
  for (int hour = 0; hour < 24; hour++)
    {
      double y = ft_week_geometry_y (g, hour * 60);

      fill_rect (snapshot, &faint, days_x, ft_week_geometry_y (g, hour * 60 + 30), days_width, 1);
      if (hour == 0)
        continue;
      fill_rect (snapshot, &line, days_x, y, days_width, 1);
      snapshot_hour (snapshot, g, self->hours[hour], g->gutter - PAD, y, &dim);
      if (self->theirs[hour] != NULL)
        snapshot_hour (snapshot, g, self->theirs[hour], self->their_width, y, &accent);
    }
}

void
ft_hour_lines_snapshot_now (
    FtHourLines *self, GtkSnapshot *snapshot, const FtWeekGeometry *g, gint32 first, FtCivil now)
{
  int day = now.day - first;
  GdkRGBA color = get_color (self, "accent_color", 1);
  GskRoundedRect knob;
  FtRect rect;
  double y;

  if (day < 0 || day >= g->n_days || now.minute < 0)
    return;
  rect = ft_week_geometry_day (g, day);
  y = ft_week_geometry_y (g, now.minute);
  fill_rect (snapshot, &color, rect.x, y - 1, rect.width, 2);
  gsk_rounded_rect_init_from_rect (
      &knob,
      &GRAPHENE_RECT_INIT ((g->rtl ? rect.x + rect.width : rect.x) - KNOB / 2, y - KNOB / 2, KNOB,
                           KNOB),
      KNOB / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &knob);
  gtk_snapshot_append_color (snapshot, &color, &knob.bounds);
  gtk_snapshot_pop (snapshot);
}

void
ft_hour_lines_snapshot_slot (FtHourLines *self,
                             GtkSnapshot *snapshot,
                             const FtWeekGeometry *g,
                             int day,
                             int start,
                             int duration,
                             const char *text)
{
  GdkRGBA color = get_color (self, "accent_color", 1);
  GdkRGBA back = get_color (self, "accent_bg_color", 0.15);
  FtRect rect
      = ft_week_geometry_rect (g, day, start, MIN (duration, FT_DAY_MINUTES - start), 0, 1, 1);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->widget, text);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (rect.x, rect.y, rect.width, rect.height), 6);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &back, &outline.bounds);
  gtk_snapshot_save (snapshot);
  pango_layout_set_width (layout, (int) MAX (rect.width - 2 * PAD, 1) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rect.x + PAD, rect.y + 4));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ color, color, color, color });
}
