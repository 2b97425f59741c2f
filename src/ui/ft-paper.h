#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtPaper:
 *
 * Something on pages: pure layout, which knows neither printer nor dialog. Lengths are points, from the
 * start of the page: the right in languages written from there.
 *
 * First it is laid out for a size, then its pages are drawn, in any order and as often as wanted.
 */
#define FT_TYPE_PAPER (ft_paper_get_type ())
G_DECLARE_DERIVABLE_TYPE (FtPaper, ft_paper, FT, PAPER, GObject)

struct _FtPaperClass
{
  GObjectClass parent_class;

  /* What it needs of a page: its orientation, its size. Nothing to do by default. */
  void (*set_up) (FtPaper *self, GtkPageSetup *setup);
  /* Returns: how many pages there are. */
  guint (*lay_out) (FtPaper *self, PangoContext *context);
  void (*draw) (FtPaper *self, cairo_t *cr, PangoContext *context, guint page);
};

/* What a print job is called; transfer none. */
const char *ft_paper_get_title (FtPaper *self);
void ft_paper_set_title (FtPaper *self, const char *title);
/* Whether it is read from the right. */
void ft_paper_set_rtl (FtPaper *self, gboolean rtl);
/* A setup as it needs it, beginning with @usual, which may be NULL. (transfer full) */
GtkPageSetup *ft_paper_make_setup (FtPaper *self, GtkPageSetup *usual);

/* @context: of the device, 72 units an inch. */
guint ft_paper_lay_out (FtPaper *self, PangoContext *context, double width, double height);
guint ft_paper_get_n_pages (FtPaper *self);
void ft_paper_draw (FtPaper *self, cairo_t *cr, PangoContext *context, guint page);

/* --- For those who lay out --- */

double ft_paper_get_width (FtPaper *self);
double ft_paper_get_height (FtPaper *self);
/* Text in a column of @width, every line from the column's start; only what takes more than a dozen lines is
 * cut off; (transfer full). */
PangoLayout *ft_paper_make_text (FtPaper *self,
                                 PangoContext *context,
                                 const char *text,
                                 double size,
                                 PangoWeight weight,
                                 double width);
double ft_paper_get_text_height (PangoLayout *layout);
/* Draws text whose column begins at @x, as wide as it was made; returns its height. */
double ft_paper_put_text (FtPaper *self, cairo_t *cr, PangoLayout *layout, double x, double y);
/* The two of these in one: puts text at @y and moves that below it; with no @cr it only takes the room. Nothing
 * for "". */
void ft_paper_flow_text (FtPaper *self,
                         cairo_t *cr,
                         PangoContext *context,
                         const char *text,
                         double size,
                         PangoWeight weight,
                         double x,
                         double width,
                         double *y);
void ft_paper_put_line (FtPaper *self, cairo_t *cr, double x, double y, double width);
/* An empty box to tick. */
void ft_paper_put_box (FtPaper *self, cairo_t *cr, double x, double y, double size);
/* What stands on every page: title and subtitle above, the number of the page below. */
void ft_paper_put_frame (FtPaper *self, cairo_t *cr, PangoContext *context, const char *subtitle, guint page);
/* Where there is room between these. */
#define FT_PAPER_TOP 46.0
#define FT_PAPER_BOTTOM 22.0

G_END_DECLS
