#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-address-sheet.h"

#include <glib/gi18n-lib.h>

#define POINTS_PER_MM (72 / 25.4)
#define LABEL_SIDE (3 * POINTS_PER_MM)
#define LABEL_EDGE (1.5 * POINTS_PER_MM)
#define SENDER_X (12 * POINTS_PER_MM)
#define SENDER_Y (10 * POINTS_PER_MM)
#define SENDER_WIDTH (80 * POINTS_PER_MM)

/* Points. */
#define ENVELOPE_SIZE 13.0
#define ENVELOPE_READABLE 9.5
#define LABEL_SIZE 11.0
#define LABEL_READABLE 8.0
#define SENDER_SIZE 8.5
#define LEAST_SIZE 5.0
#define SIZE_STEP 0.5

struct _FtAddressSheet
{
  FtPaper parent_instance;

  const FtStationery *stationery;
  GPtrArray *addresses; /* owned: char *, the lines of each */
  char *sender;         /* owned */
  guint first;
};

G_DEFINE_FINAL_TYPE (FtAddressSheet, ft_address_sheet, FT_TYPE_PAPER)

/* --- Text --- */

/* Each line from the side its language begins on: the layout is not the page's. */
static PangoLayout *
make_text (PangoContext *context, const char *text, double size, double width)
{
  PangoLayout *layout;
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  layout = pango_layout_new (context);
  pango_font_description_set_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

/* As large as it fits with every line whole; below @readable, lines are rather broken. */
static PangoLayout *
fit_text (PangoContext *context,
          const char *text,
          double largest,
          double readable,
          double width,
          double height)
{
  guint n = count_lines (text);

  for (double size = largest; size >= LEAST_SIZE; size -= SIZE_STEP)
    {
      g_autoptr (PangoLayout) layout = make_text (context, text, size, width);
      gboolean whole = (guint) pango_layout_get_line_count (layout) == n;

      if (ft_paper_get_text_height (layout) <= height && (whole || size <= readable))
        return g_steal_pointer (&layout);
    }
  return make_text (context, text, LEAST_SIZE, width);
}

/* --- Pages --- */

static guint
ft_address_sheet_lay_out (FtPaper *paper, PangoContext *context)
{
  FtAddressSheet *self = FT_ADDRESS_SHEET (paper);
  guint fields = ft_stationery_get_n_fields (self->stationery);

  return MAX ((self->first + self->addresses->len + fields - 1) / fields, 1);
}

static void
put_sender (FtAddressSheet *self, cairo_t *cr, PangoContext *context)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (!self->stationery->envelope || *self->sender == '\0')
    return;
  layout = fit_text (context, self->sender, SENDER_SIZE, SENDER_SIZE, SENDER_WIDTH,
                     self->stationery->top * POINTS_PER_MM - SENDER_Y);
  cairo_move_to (cr, SENDER_X, SENDER_Y);
  pango_cairo_show_layout (cr, layout);
}

static void
put_address (
    FtAddressSheet *self, cairo_t *cr, PangoContext *context, const char *text, guint field)
{
  const FtStationery *stationery = self->stationery;
  double side = stationery->envelope ? 0 : LABEL_SIDE;
  double edge = stationery->envelope ? 0 : LABEL_EDGE;
  double width = stationery->width * POINTS_PER_MM - 2 * side;
  double height = stationery->height * POINTS_PER_MM - 2 * edge;
  g_autoptr (PangoLayout) layout
      = stationery->envelope
            ? fit_text (context, text, ENVELOPE_SIZE, ENVELOPE_READABLE, width, height)
            : fit_text (context, text, LABEL_SIZE, LABEL_READABLE, width, height);
  double x, y;

  ft_stationery_get_field (stationery, field, &x, &y);
  x = x * POINTS_PER_MM + side;
  y = y * POINTS_PER_MM + edge;
  /* Printers are a millimetre off: the middle of a label forgives that. */
  if (!stationery->envelope)
    y += (height - ft_paper_get_text_height (layout)) / 2;
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
ft_address_sheet_draw (FtPaper *paper, cairo_t *cr, PangoContext *context, guint page)
{
  FtAddressSheet *self = FT_ADDRESS_SHEET (paper);
  guint fields = ft_stationery_get_n_fields (self->stationery);

  put_sender (self, cr, context);
  for (guint field = 0; field < fields; field++)
    {
      guint place = page * fields + field;

      if (place >= self->first && place - self->first < self->addresses->len)
        put_address (self, cr, context, self->addresses->pdata[place - self->first], field);
    }
}

static void
ft_address_sheet_set_up (FtPaper *paper, GtkPageSetup *setup)
{
  FtAddressSheet *self = FT_ADDRESS_SHEET (paper);
  GtkPaperSize *size = gtk_paper_size_new (self->stationery->paper);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  gtk_page_setup_set_orientation (setup, self->stationery->envelope
                                             ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                             : GTK_PAGE_ORIENTATION_PORTRAIT);
  /* Places are measured from the edge. */
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
}

/* --- Class --- */

static void
ft_address_sheet_finalize (GObject *object)
{
  FtAddressSheet *self = FT_ADDRESS_SHEET (object);

  g_ptr_array_unref (self->addresses);
  g_free (self->sender);

  G_OBJECT_CLASS (ft_address_sheet_parent_class)->finalize (object);
}

static void
ft_address_sheet_class_init (FtAddressSheetClass *klass)
{
  FtPaperClass *paper_class = FT_PAPER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ft_address_sheet_finalize;
  paper_class->set_up = ft_address_sheet_set_up;
  paper_class->lay_out = ft_address_sheet_lay_out;
  paper_class->draw = ft_address_sheet_draw;
}

static void
ft_address_sheet_init (FtAddressSheet *self)
{
  self->addresses = g_ptr_array_new_with_free_func (g_free);
}

FtPaper *
ft_address_sheet_new (const FtStationery *stationery,
                      GPtrArray *addresses,
                      const char *sender,
                      guint first)
{
  FtAddressSheet *self = g_object_new (FT_TYPE_ADDRESS_SHEET, NULL);

  self->stationery = stationery;
  for (guint i = 0; i < addresses->len; i++)
    g_ptr_array_add (self->addresses, g_strjoinv ("\n", addresses->pdata[i]));
  self->sender = g_strstrip (g_strdup (sender));
  self->first = MIN (first, ft_stationery_get_n_fields (stationery) - 1);
  ft_paper_set_title (FT_PAPER (self), _ ("Addresses"));
  return FT_PAPER (self);
}
