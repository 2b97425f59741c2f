#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-day-sheet.h"

#include "core/ft-when.h"
#include "ui/ft-print-line.h"

#include <glib/gi18n-lib.h>

/* Points. */
#define BOX 11
#define GAP 10
#define TIME_WIDTH 86
#define LEAST_ROW 40 /* room for a note by hand */
#define ROW_PADDING 6
#define HEADING_ROOM 24

#define BIG 11
#define MIDDLE 10
#define SMALL 8.5

/* Something of a page: a heading or a line. */
typedef struct
{
  const char *heading;     /* or NULL */
  const FtPrintLine *line; /* borrowed, or NULL */
  guint page;
  double y;
} Piece;

struct _FtDaySheet
{
  FtPaper parent_instance;

  GPtrArray *late;  /* owned, FtPrintLine */
  GPtrArray *lines; /* owned, FtPrintLine */
  char *subtitle;   /* owned */
  GArray *pieces;   /* owned, Piece: as laid out */
};

G_DEFINE_FINAL_TYPE (FtDaySheet, ft_day_sheet, FT_TYPE_PAPER)

/* --- A line --- */

/* Returns: where it ends. */
static double
put_line (FtDaySheet *self, cairo_t *cr, PangoContext *context, const FtPrintLine *line, double y)
{
  FtPaper *paper = FT_PAPER (self);
  double rest = ft_paper_get_width (paper) - BOX - TIME_WIDTH - 3 * GAP;
  double who_width = rest * 0.42;
  double what_width = rest - who_width;
  double who = BOX + TIME_WIDTH + 2 * GAP;
  double what = who + who_width + GAP;
  double top = y + ROW_PADDING;
  double ends[] = { top, top, top };

  if (cr)
    ft_paper_put_box (paper, cr, 0.5, top + 2, BOX);
  ft_paper_flow_text (paper, cr, context, line->time, BIG, PANGO_WEIGHT_BOLD, BOX + GAP, TIME_WIDTH,
                      &ends[0]);
  ft_paper_flow_text (paper, cr, context, line->mine, SMALL, PANGO_WEIGHT_NORMAL, BOX + GAP,
                      TIME_WIDTH, &ends[0]);
  ft_paper_flow_text (paper, cr, context, line->there, SMALL, PANGO_WEIGHT_NORMAL, BOX + GAP,
                      TIME_WIDTH, &ends[0]);
  ft_paper_flow_text (paper, cr, context, line->name, BIG, PANGO_WEIGHT_BOLD, who, who_width,
                      &ends[1]);
  ft_paper_flow_text (paper, cr, context, line->company, SMALL, PANGO_WEIGHT_NORMAL, who, who_width,
                      &ends[1]);
  ft_paper_flow_text (paper, cr, context, line->reaches, MIDDLE, PANGO_WEIGHT_NORMAL, who,
                      who_width, &ends[1]);
  ft_paper_flow_text (paper, cr, context, line->purpose, MIDDLE, PANGO_WEIGHT_NORMAL, what,
                      what_width, &ends[2]);
  ft_paper_flow_text (paper, cr, context, line->value, SMALL, PANGO_WEIGHT_NORMAL, what, what_width,
                      &ends[2]);
  ft_paper_flow_text (paper, cr, context, line->how, SMALL, PANGO_WEIGHT_NORMAL, what, what_width,
                      &ends[2]);
  return MAX (MAX (MAX (ends[0], ends[1]), ends[2]) + ROW_PADDING, y + LEAST_ROW);
}

/* --- Pages --- */

typedef struct
{
  guint page;
  double y;
} Cursor;

static void
add_piece (FtDaySheet *self,
           Cursor *cursor,
           const char *heading,
           const FtPrintLine *line,
           double height,
           double with_next)
{
  double bottom = ft_paper_get_height (FT_PAPER (self)) - FT_PAPER_BOTTOM;
  Piece piece = { heading, line, 0, 0 };

  if (cursor->y + height + with_next > bottom && cursor->y > FT_PAPER_TOP)
    *cursor = (Cursor){ cursor->page + 1, FT_PAPER_TOP };
  piece.page = cursor->page;
  piece.y = cursor->y;
  g_array_append_val (self->pieces, piece);
  cursor->y += height;
}

static void
add_section (
    FtDaySheet *self, PangoContext *context, Cursor *cursor, const char *heading, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      double height = put_line (self, NULL, context, lines->pdata[i], 0);

      /* No heading stands alone at the foot of a page. */
      if (i == 0 && heading)
        add_piece (self, cursor, heading, NULL, HEADING_ROOM, height);
      add_piece (self, cursor, NULL, lines->pdata[i], height, 0);
    }
}

static guint
ft_day_sheet_lay_out (FtPaper *paper, PangoContext *context)
{
  FtDaySheet *self = FT_DAY_SHEET (paper);
  Cursor cursor = { 0, FT_PAPER_TOP };

  g_array_set_size (self->pieces, 0);
  add_section (self, context, &cursor, _ ("Late"), self->late);
  add_section (self, context, &cursor, self->late->len > 0 ? _ ("The Day") : NULL, self->lines);
  return cursor.page + 1;
}

static void
ft_day_sheet_draw (FtPaper *paper, cairo_t *cr, PangoContext *context, guint page)
{
  FtDaySheet *self = FT_DAY_SHEET (paper);
  double width = ft_paper_get_width (paper);

  ft_paper_put_frame (paper, cr, context, self->subtitle, page);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      double y = piece->y;

      if (piece->page != page)
        continue;
      if (piece->heading)
        {
          y += 6;
          ft_paper_flow_text (paper, cr, context, piece->heading, BIG, PANGO_WEIGHT_BOLD, 0, width,
                              &y);
        }
      else
        ft_paper_put_line (paper, cr, 0, put_line (self, cr, context, piece->line, y), width);
    }
}

/* --- Class --- */

static void
ft_day_sheet_finalize (GObject *object)
{
  FtDaySheet *self = FT_DAY_SHEET (object);

  g_clear_pointer (&self->late, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_array_unref (self->pieces);
  g_free (self->subtitle);

  G_OBJECT_CLASS (ft_day_sheet_parent_class)->finalize (object);
}

static void
ft_day_sheet_class_init (FtDaySheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ft_day_sheet_finalize;
  FT_PAPER_CLASS (klass)->lay_out = ft_day_sheet_lay_out;
  FT_PAPER_CLASS (klass)->draw = ft_day_sheet_draw;
}

static void
ft_day_sheet_init (FtDaySheet *self)
{
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
}

static GPtrArray *
make_lines (GPtrArray *rows, gint32 day, const char *zone)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_print_line_free);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (lines, ft_print_line_new (rows->pdata[i], day, zone));
  g_ptr_array_sort (lines, ft_print_line_compare);
  return lines;
}

FtPaper *
ft_day_sheet_new (gint32 day, GPtrArray *late, GPtrArray *rows, FtCivil now, const char *zone)
{
  FtDaySheet *self = g_object_new (FT_TYPE_DAY_SHEET, NULL);
  g_autofree char *title = ft_when_format_day ((FtCivil){ day, FT_ALL_DAY, 0 }, now);
  guint n = rows->len + late->len;

  ft_paper_set_title (FT_PAPER (self), title);
  self->late = make_lines (late, day, zone);
  self->lines = make_lines (rows, day, zone);
  self->subtitle = n == 0 ? g_strdup (_ ("Nothing is promised."))
                          : g_strdup_printf (ngettext ("%u promise", "%u promises", n), n);
  return FT_PAPER (self);
}
