#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-week-sheet.h"

#include "core/ft-when.h"
#include "core/ft-workdays.h"
#include "ui/ft-print-line.h"

#include <glib/gi18n-lib.h>

#define DAYS 7

/* Points. */
#define GAP 8
#define BOX 7
#define HEADING_ROOM 20
#define ENTRY_GAP 7

#define BIG 9
#define SMALL 7.5

/* A promise in its column. */
typedef struct
{
  const FtPrintLine *line; /* borrowed */
  guint column;
  guint page;
  double y;
} Entry;

struct _FtWeekSheet
{
  FtPaper parent_instance;

  gint32 first;
  FtCivil now;
  GPtrArray *lines[DAYS]; /* owned, FtPrintLine */
  guint n_columns;
  guint columns[DAYS]; /* which day each shows */
  char *subtitle;      /* owned */
  GArray *entries;     /* owned, Entry: as laid out */
};

G_DEFINE_FINAL_TYPE (FtWeekSheet, ft_week_sheet, FT_TYPE_PAPER)

static double
get_column_width (FtWeekSheet *self)
{
  return (ft_paper_get_width (FT_PAPER (self)) - GAP * (self->n_columns - 1)) / self->n_columns;
}

static double
get_column_x (FtWeekSheet *self, guint column)
{
  return column * (get_column_width (self) + GAP);
}

/* Draws it, or only measures it when @cr is NULL; returns where it ends. */
static double
put_entry (FtWeekSheet *self,
           cairo_t *cr,
           PangoContext *context,
           const FtPrintLine *line,
           double x,
           double y)
{
  FtPaper *paper = FT_PAPER (self);
  double width = get_column_width (self);
  double indent = BOX + 4;

  if (cr)
    ft_paper_put_box (paper, cr, x + 0.5, y + 2.5, BOX);
  ft_paper_flow_text (paper, cr, context, line->time, BIG, PANGO_WEIGHT_BOLD, x + indent,
                      width - indent, &y);
  ft_paper_flow_text (paper, cr, context, line->mine, SMALL, PANGO_WEIGHT_NORMAL, x, width, &y);
  ft_paper_flow_text (paper, cr, context, line->there, SMALL, PANGO_WEIGHT_NORMAL, x, width, &y);
  ft_paper_flow_text (paper, cr, context, line->name, BIG, PANGO_WEIGHT_BOLD, x, width, &y);
  ft_paper_flow_text (paper, cr, context, line->company, SMALL, PANGO_WEIGHT_NORMAL, x, width, &y);
  ft_paper_flow_text (paper, cr, context, line->reaches, BIG, PANGO_WEIGHT_NORMAL, x, width, &y);
  ft_paper_flow_text (paper, cr, context, line->purpose, SMALL, PANGO_WEIGHT_NORMAL, x, width, &y);
  return y + ENTRY_GAP;
}

/* --- Pages --- */

static guint
ft_week_sheet_lay_out (FtPaper *paper, PangoContext *context)
{
  FtWeekSheet *self = FT_WEEK_SHEET (paper);
  double top = FT_PAPER_TOP + HEADING_ROOM;
  double bottom = ft_paper_get_height (paper) - FT_PAPER_BOTTOM;
  guint last = 0;

  g_array_set_size (self->entries, 0);
  for (guint column = 0; column < self->n_columns; column++)
    {
      GPtrArray *lines = self->lines[self->columns[column]];
      Entry entry = { NULL, column, 0, top };

      for (guint i = 0; i < lines->len; i++)
        {
          double height = put_entry (self, NULL, context, lines->pdata[i], 0, 0);

          if (entry.y + height > bottom && entry.y > top)
            {
              entry.page++;
              entry.y = top;
            }
          entry.line = lines->pdata[i];
          g_array_append_val (self->entries, entry);
          entry.y += height;
        }
      last = MAX (last, entry.page);
    }
  return last + 1;
}

static void
put_heading (FtWeekSheet *self, cairo_t *cr, PangoContext *context, guint column)
{
  FtPaper *paper = FT_PAPER (self);
  FtCivil day = { self->first + self->columns[column], FT_ALL_DAY, 0 };
  g_autofree char *text = ft_when_format_date (day, self->now);
  double width = get_column_width (self);
  double x = get_column_x (self, column);
  double y = FT_PAPER_TOP;

  ft_paper_flow_text (paper, cr, context, text, BIG, PANGO_WEIGHT_BOLD, x, width, &y);
  ft_paper_put_line (paper, cr, x, FT_PAPER_TOP + HEADING_ROOM - 4, width);
}

static void
ft_week_sheet_draw (FtPaper *paper, cairo_t *cr, PangoContext *context, guint page)
{
  FtWeekSheet *self = FT_WEEK_SHEET (paper);

  ft_paper_put_frame (paper, cr, context, self->subtitle, page);
  for (guint column = 0; column < self->n_columns; column++)
    put_heading (self, cr, context, column);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->page == page)
        put_entry (self, cr, context, entry->line, get_column_x (self, entry->column), entry->y);
    }
}

static void
ft_week_sheet_set_up (FtPaper *paper, GtkPageSetup *setup)
{
  FT_PAPER_CLASS (ft_week_sheet_parent_class)->set_up (paper, setup);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
}

/* --- Class --- */

static void
ft_week_sheet_finalize (GObject *object)
{
  FtWeekSheet *self = FT_WEEK_SHEET (object);

  for (guint i = 0; i < DAYS; i++)
    g_ptr_array_unref (self->lines[i]);
  g_array_unref (self->entries);
  g_free (self->subtitle);

  G_OBJECT_CLASS (ft_week_sheet_parent_class)->finalize (object);
}

static void
ft_week_sheet_class_init (FtWeekSheetClass *klass)
{
  FtPaperClass *paper_class = FT_PAPER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ft_week_sheet_finalize;
  paper_class->set_up = ft_week_sheet_set_up;
  paper_class->lay_out = ft_week_sheet_lay_out;
  paper_class->draw = ft_week_sheet_draw;
}

static void
ft_week_sheet_init (FtWeekSheet *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < DAYS; i++)
    self->lines[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_print_line_free);
}

FtPaper *
ft_week_sheet_new (
    gint32 first, GPtrArray *rows, FtCivil now, const char *zone, const FtSettings *settings)
{
  FtWeekSheet *self = g_object_new (FT_TYPE_WEEK_SHEET, NULL);
  g_autofree char *from = ft_when_format_date ((FtCivil){ first, FT_ALL_DAY, 0 }, now);
  g_autofree char *to = ft_when_format_date ((FtCivil){ first + DAYS - 1, FT_ALL_DAY, 0 }, now);
  /* Translators: a week, from its first to its last day */
  g_autofree char *title = g_strdup_printf (C_ ("week", "%s – %s"), from, to);
  guint n = 0;

  ft_paper_set_title (FT_PAPER (self), title);
  self->first = first;
  self->now = now;
  for (guint i = 0; i < rows->len; i++)
    {
      FtPrintLine *line = ft_print_line_new (rows->pdata[i], 0, zone);

      if (line->day >= first && line->day < first + DAYS)
        {
          g_ptr_array_add (self->lines[line->day - first], line);
          n++;
        }
      else
        ft_print_line_free (line);
    }
  for (guint i = 0; i < DAYS; i++)
    {
      g_ptr_array_sort (self->lines[i], ft_print_line_compare);
      if (self->lines[i]->len > 0 || ft_workdays_is (settings, first + i))
        self->columns[self->n_columns++] = i;
    }
  /* A week away is a week all the same. */
  for (guint i = 0; self->n_columns == 0 && i < DAYS; i++)
    self->columns[i] = i;
  if (self->n_columns == 0)
    self->n_columns = DAYS;
  self->subtitle = n == 0 ? g_strdup (_ ("Nothing is promised."))
                          : g_strdup_printf (ngettext ("%u promise", "%u promises", n), n);
  return FT_PAPER (self);
}
