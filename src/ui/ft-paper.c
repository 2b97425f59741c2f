#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-paper.h"

#include <glib/gi18n-lib.h>

#define TITLE_SIZE 15
#define SMALL_SIZE 8.5
#define MARGIN_MM 15
#define HAIRLINE 0.5
#define MAX_LINES 12
#define GREY 0.35

typedef struct
{
  char *title; /* owned */
  gboolean rtl;
  double width;
  double height;
  guint n_pages;
} FtPaperPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FtPaper, ft_paper, G_TYPE_OBJECT)

#define PRIVATE(self) ((FtPaperPrivate *) ft_paper_get_instance_private (self))

static void
ft_paper_finalize (GObject *object)
{
  g_free (PRIVATE (FT_PAPER (object))->title);

  G_OBJECT_CLASS (ft_paper_parent_class)->finalize (object);
}

/* Room to hold it by, and to punch. */
static void
ft_paper_real_set_up (FtPaper *self, GtkPageSetup *setup)
{
  gtk_page_setup_set_top_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, MARGIN_MM, GTK_UNIT_MM);
}

static void
ft_paper_class_init (FtPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ft_paper_finalize;
  klass->set_up = ft_paper_real_set_up;
}

static void
ft_paper_init (FtPaper *self)
{
  PRIVATE (self)->title = g_strdup ("");
}

const char *
ft_paper_get_title (FtPaper *self)
{
  g_return_val_if_fail (FT_IS_PAPER (self), NULL);
  return PRIVATE (self)->title;
}

void
ft_paper_set_title (FtPaper *self, const char *title)
{
  g_return_if_fail (FT_IS_PAPER (self));

  g_free (PRIVATE (self)->title);
  PRIVATE (self)->title = g_strdup (title);
}

void
ft_paper_set_rtl (FtPaper *self, gboolean rtl)
{
  g_return_if_fail (FT_IS_PAPER (self));
  PRIVATE (self)->rtl = rtl;
}

GtkPageSetup *
ft_paper_make_setup (FtPaper *self, GtkPageSetup *usual)
{
  GtkPageSetup *setup = usual ? gtk_page_setup_copy (usual) : gtk_page_setup_new ();

  FT_PAPER_GET_CLASS (self)->set_up (self, setup);
  return setup;
}

guint
ft_paper_lay_out (FtPaper *self, PangoContext *context, double width, double height)
{
  FtPaperPrivate *priv = PRIVATE (self);

  g_return_val_if_fail (FT_IS_PAPER (self), 0);

  priv->width = width;
  priv->height = height;
  priv->n_pages = FT_PAPER_GET_CLASS (self)->lay_out (self, context);
  return priv->n_pages;
}

guint
ft_paper_get_n_pages (FtPaper *self)
{
  g_return_val_if_fail (FT_IS_PAPER (self), 0);
  return PRIVATE (self)->n_pages;
}

void
ft_paper_draw (FtPaper *self, cairo_t *cr, PangoContext *context, guint page)
{
  g_return_if_fail (FT_IS_PAPER (self));
  g_return_if_fail (page < PRIVATE (self)->n_pages);

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, HAIRLINE);
  FT_PAPER_GET_CLASS (self)->draw (self, cr, context, page);
  cairo_restore (cr);
}

/* --- For those who lay out --- */

double
ft_paper_get_width (FtPaper *self)
{
  return PRIVATE (self)->width;
}

double
ft_paper_get_height (FtPaper *self)
{
  return PRIVATE (self)->height;
}

/* Whether the first letter that has a direction is written from the right; what is isolated does
 * not count, and a text without any goes with the page. */
static gboolean
runs_from_right (const char *text, gboolean page)
{
  guint depth = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x2066 && c <= 0x2068)
        depth++;
      else if (c == 0x2069 && depth > 0)
        depth--;
      else if (depth == 0 && g_unichar_isalpha (c))
        switch ((int) g_unichar_get_script (c))
          {
          case G_UNICODE_SCRIPT_ARABIC:
          case G_UNICODE_SCRIPT_HEBREW:
          case G_UNICODE_SCRIPT_NKO:
          case G_UNICODE_SCRIPT_SYRIAC:
          case G_UNICODE_SCRIPT_THAANA:
            return TRUE;
          default:
            return FALSE;
          }
    }
  return page;
}

PangoLayout *
ft_paper_make_text (FtPaper *self,
                    PangoContext *context,
                    const char *text,
                    double size,
                    PangoWeight weight,
                    double width)
{
  gboolean rtl = PRIVATE (self)->rtl;
  PangoLayout *layout;
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  gboolean own_rtl = runs_from_right (text, rtl);

  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  layout = pango_layout_new (context);
  pango_font_description_set_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  /* Somebody's novel must not run over the foot of the page. */
  pango_layout_set_height (layout, -MAX_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  /* Pango turns this around in paragraphs that run against the page: an Arabic name on an English
   * sheet would leave its column's start. */
  pango_layout_set_alignment (layout, own_rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

double
ft_paper_get_text_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/* Where a column is from the left. */
static double
place (FtPaper *self, double x, double width)
{
  const FtPaperPrivate *priv = PRIVATE (self);
  return priv->rtl ? priv->width - x - width : x;
}

double
ft_paper_put_text (FtPaper *self, cairo_t *cr, PangoLayout *layout, double x, double y)
{
  double width = (double) pango_layout_get_width (layout) / PANGO_SCALE;

  cairo_move_to (cr, place (self, x, width), y);
  pango_cairo_show_layout (cr, layout);
  return ft_paper_get_text_height (layout);
}

void
ft_paper_flow_text (FtPaper *self,
                    cairo_t *cr,
                    PangoContext *context,
                    const char *text,
                    double size,
                    PangoWeight weight,
                    double x,
                    double width,
                    double *y)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (*text == '\0')
    return;
  layout = ft_paper_make_text (self, context, text, size, weight, width);
  *y += cr ? ft_paper_put_text (self, cr, layout, x, *y) : ft_paper_get_text_height (layout);
}

void
ft_paper_put_line (FtPaper *self, cairo_t *cr, double x, double y, double width)
{
  double left = place (self, x, width);

  cairo_save (cr);
  cairo_set_source_rgb (cr, GREY, GREY, GREY);
  cairo_move_to (cr, left, y);
  cairo_line_to (cr, left + width, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
ft_paper_put_box (FtPaper *self, cairo_t *cr, double x, double y, double size)
{
  cairo_rectangle (cr, place (self, x, size), y, size, size);
  cairo_stroke (cr);
}

static void
put_small (
    FtPaper *self, cairo_t *cr, PangoContext *context, const char *text, double y, gboolean at_end)
{
  double width = ft_paper_get_width (self);
  g_autoptr (PangoLayout) layout
      = ft_paper_make_text (self, context, text, SMALL_SIZE, PANGO_WEIGHT_NORMAL, width);
  int used;

  pango_layout_get_size (layout, &used, NULL);
  if (at_end)
    {
      pango_layout_set_width (layout, used);
      ft_paper_put_text (self, cr, layout, width - (double) used / PANGO_SCALE, y);
    }
  else
    ft_paper_put_text (self, cr, layout, 0, y);
}

void
ft_paper_put_frame (
    FtPaper *self, cairo_t *cr, PangoContext *context, const char *subtitle, guint page)
{
  FtPaperPrivate *priv = PRIVATE (self);
  g_autoptr (PangoLayout) title
      = ft_paper_make_text (self, context, priv->title, TITLE_SIZE, PANGO_WEIGHT_BOLD, priv->width);
  /* Translators: at the foot of a printed page */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, priv->n_pages);
  double y = priv->height - FT_PAPER_BOTTOM;

  pango_layout_set_height (title, -1);
  ft_paper_put_text (self, cr, title, 0, 0);
  put_small (self, cr, context, subtitle, 24, FALSE);
  ft_paper_put_line (self, cr, 0, FT_PAPER_TOP - 4, priv->width);
  ft_paper_put_line (self, cr, 0, y + 6, priv->width);
  put_small (self, cr, context, _ ("Follow Through"), y + 9, FALSE);
  put_small (self, cr, context, number, y + 9, TRUE);
}
