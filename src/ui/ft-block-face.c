#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-block-face.h"

#include "ui/ft-allocate.h"
#include "ui/ft-calendar-text.h"
#include "ui/ft-icons.h"

#include <string.h>

#define ICON 12
#define GAP 4
/* Below this width there is no room for a channel icon beside a name. */
#define NARROW 72
/* Below so many line heights there is no room for more than a first name, or initials. */
#define SHORT_BELOW 3.2

struct _FtBlockFace
{
  GtkWidget *widget;    /* borrowed */
  const FtBlock *block; /* borrowed, NULL before it is set */
  PangoLayout *text;    /* owned */

  gboolean compact;
  gboolean stacked; /* the icons above the text, for want of width */
  int shape;        /* what the text was last made for */
};

enum
{
  SHAPE_NONE,
  SHAPE_INITIAL,
  SHAPE_INITIALS,
  SHAPE_FIRST,
  SHAPE_NAME,
  SHAPE_LINE,
  SHAPE_FULL,
};

static gboolean
is_rtl (FtBlockFace *self)
{
  return gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
}

/* How it stands, then how it is to be made. NULL behind the last. */
static const char *
get_icon (FtBlockFace *self, guint index)
{
  const char *icons[3] = { NULL };
  guint n = 0;

  if (self->block == NULL)
    return NULL;
  if (self->block->kind == FT_BLOCK_OF_DECISION)
    icons[n++] = "ft-decision-symbolic";
  if (self->block->kind == FT_BLOCK_OF_PROMISE)
    {
      FtPromiseData *promise = ft_promise_get_row (self->block->promise)->promise;

      if (ft_icon_for_keeping (self->block->keeping) != NULL)
        icons[n++] = ft_icon_for_keeping (self->block->keeping);
      icons[n++] = self->block->edges == FT_EDGE_PROMISED ? "ft-promise-symbolic"
                                                          : ft_icon_for_channel (promise->channel);
    }
  return index < n ? icons[index] : NULL;
}

static guint
count_icons (FtBlockFace *self, int width)
{
  guint n = get_icon (self, 0) == NULL ? 0 : get_icon (self, 1) == NULL ? 1 : 2;

  /* Where it is narrow the icon that says late or kept stays, and the name comes before the
   * channel. */
  if (width < NARROW && !self->stacked)
    n = self->block != NULL && ft_icon_for_keeping (self->block->keeping) != NULL ? 1 : 0;
  return n;
}

/* Which way they lean (A4), at the end side of what can still be won. NULL where it is not known,
 * or no room. */
static const char *
get_lean_icon (FtBlockFace *self, int width)
{
  if (self->block == NULL || !ft_block_is_open (self->block) || width < NARROW)
    return NULL;
  return ft_icon_for_lean (ft_promise_get_row (self->block->promise)->lean);
}

/* "AB" of "Anna Maria Berg". */
static char *
dup_initials (const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " \t-", -1);
  GString *initials = g_string_new (NULL);
  const char *last = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (initials->len == 0)
        g_string_append_unichar (initials, g_utf8_get_char (words[i]));
      else
        last = words[i];
    }
  if (last != NULL)
    g_string_append_unichar (initials, g_utf8_get_char (last));
  return g_string_free (initials, FALSE);
}

/* The first @bold bytes in bold. Numerals of one width all through: a part of its own would be
 * shaped on its own. */
static void
set_plain_text (FtBlockFace *self, const char *text, gsize bold)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  if (bold > 0)
    {
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      weight->end_index = bold;
      pango_attr_list_insert (attributes, weight);
    }
  pango_layout_set_text (self->text, text, -1);
  pango_layout_set_attributes (self->text, attributes);
}

static void
set_text (FtBlockFace *self, int shape)
{
  g_autofree char *name = NULL;
  g_autofree char *more = NULL;
  g_autofree char *text = NULL;
  FtCivil at;

  if (shape == self->shape || self->block == NULL)
    return;

  self->shape = shape;
  name = ft_block_dup_name (self->block);
  switch (shape)
    {
    case SHAPE_INITIAL:
    case SHAPE_INITIALS:
      text = dup_initials (name);
      if (shape == SHAPE_INITIAL && *text != '\0')
        *g_utf8_find_next_char (text, NULL) = '\0';
      set_plain_text (self, text, strlen (text));
      break;
    case SHAPE_FIRST:
      name[strcspn (name, " \t")] = '\0';
      set_plain_text (self, name, 0);
      break;
    case SHAPE_NAME:
      set_plain_text (self, name, 0);
      break;
    case SHAPE_LINE:
      at = self->block->edges == FT_EDGE_PROMISED ? self->block->promised : self->block->target;
      more = ft_calendar_text_time (at.minute);
      if (*more == '\0')
        text = g_strdup (name);
      else if (self->compact)
        text = g_strconcat (more, " ", name, NULL);
      else
        text = g_strconcat (name, " ", more, NULL);
      set_plain_text (self, text, *more == '\0' || self->compact ? 0 : strlen (name));
      break;
    default:
      more = ft_block_dup_detail (self->block);
      text = g_strconcat (name, "\n", more, NULL);
      set_plain_text (self, text, strlen (name));
      break;
    }
}

static double
get_edge (FtBlockFace *self, int height)
{
  const FtBlock *block = self->block;

  if (block == NULL || self->compact || block->promised_after <= 0 || block->duration <= 0)
    return -1;
  return (double) height * block->promised_after / block->duration;
}

/* The longest of them that fits: cut short it would be nobody. */
static void
set_short_text (FtBlockFace *self, int room)
{
  static const int shapes[] = { SHAPE_FIRST, SHAPE_INITIALS, SHAPE_INITIAL };
  int width = room + 1;

  pango_layout_set_width (self->text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (shapes) && width > room; i++)
    {
      set_text (self, shapes[i]);
      pango_layout_get_pixel_size (self->text, &width, NULL);
    }
}

/* Chooses what to say in the room there is. */
void
ft_block_face_arrange (FtBlockFace *self, int width, int height)
{
  int line = ft_line_height (self->widget);
  int text_width;
  int text_height = height;
  guint n_icons;
  int edge;

  self->stacked = !self->compact && width < NARROW && height >= ICON + GAP + line;
  n_icons = count_icons (self, width);
  text_width = width - (self->stacked ? 0 : (int) n_icons * (ICON + GAP));
  if (get_lean_icon (self, width) != NULL)
    text_width -= ICON + GAP;
  if (self->stacked && n_icons > 0)
    text_height -= ICON + GAP;
  /* Not through the line at the promised edge, if there is room above it. */
  edge = get_edge (self, height) - (height - text_height);
  if (edge >= line)
    text_height = edge;

  if (text_width < SHORT_BELOW * line)
    set_short_text (self, text_width);
  else if (text_height < 2 * line)
    set_text (self, width < (self->compact ? 96 : NARROW) ? SHAPE_NAME : SHAPE_LINE);
  else
    set_text (self, SHAPE_FULL);
  pango_layout_set_width (self->text, MAX (text_width, 1) * PANGO_SCALE);
  if (text_height < 2 * line)
    pango_layout_set_height (self->text, 0);
  else
    pango_layout_set_height (self->text, text_height * PANGO_SCALE);
}

static void
snapshot_icon (FtBlockFace *self,
               GtkSnapshot *snapshot,
               const char *name,
               const GdkRGBA *color,
               double x,
               double y)
{
  GdkDisplay *display = gtk_widget_get_display (self->widget);
  g_autoptr (GtkIconPaintable) icon = NULL;

  icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (display), name, NULL, ICON,
                                     gtk_widget_get_scale_factor (self->widget),
                                     gtk_widget_get_direction (self->widget),
                                     GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON, ICON,
                                            color, 1);
  gtk_snapshot_restore (snapshot);
}

double
ft_block_face_get_promised_y (FtBlockFace *self)
{
  return get_edge (self, gtk_widget_get_height (self->widget));
}

static void
snapshot_promised_edge (FtBlockFace *self, GtkSnapshot *snapshot)
{
  double y = ft_block_face_get_promised_y (self);
  int width = gtk_widget_get_width (self->widget);
  int height = gtk_widget_get_height (self->widget);
  GdkRGBA color;

  if (y < 0)
    return;
  /* A bar as wide as the block with a knob at its end: a line alone is lost among the hours. */
  gtk_style_context_get_color (gtk_widget_get_style_context (self->widget), &color);
  y = CLAMP (y, 0, height - 2);
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, y, width, 2));
  gtk_snapshot_append_color (
      snapshot, &color,
      &GRAPHENE_RECT_INIT (is_rtl (self) ? 0 : width - 6, CLAMP (y - 2, 0, height - 6), 6, 6));
}

static void
snapshot_lean (FtBlockFace *self, GtkSnapshot *snapshot, const char *icon, int width, double y)
{
  GtkStyleContext *style = gtk_widget_get_style_context (self->widget);
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (
          style, ft_color_for_lean (ft_promise_get_row (self->block->promise)->lean), &color))
    gtk_style_context_get_color (style, &color);
  snapshot_icon (self, snapshot, icon, &color, is_rtl (self) ? 0 : width - ICON, y);
}

void
ft_block_face_snapshot (FtBlockFace *self, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (self->widget);
  int height = gtk_widget_get_height (self->widget);
  guint n_icons = count_icons (self, width);
  const char *lean = get_lean_icon (self, width);
  double text_x = 0;
  int text_width;
  int text_height;
  double x = 0;
  double y = 0;
  double icon_y;
  GdkRGBA color;

  if (self->block == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (self->widget), &color);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (-2, 0, width + 4, height));
  pango_layout_get_pixel_size (self->text, &text_width, &text_height);
  if (self->compact || text_height > height)
    y = (height - text_height) / 2;
  icon_y = self->stacked ? 2 : MAX (y + (ft_line_height (self->widget) - ICON) / 2.0, 0);
  for (guint i = 0; i < n_icons; i++)
    {
      snapshot_icon (self, snapshot, get_icon (self, i), &color,
                     is_rtl (self) ? width - x - ICON : x, icon_y);
      x += ICON + GAP;
    }
  if (lean != NULL)
    snapshot_lean (self, snapshot, lean, width, icon_y);
  if (self->stacked)
    {
      x = 0;
      y = n_icons > 0 ? ICON + GAP : 0;
    }
  /* The layout is as wide as what the icons at both sides leave it. */
  if (!is_rtl (self))
    text_x = x;
  else if (lean != NULL)
    text_x = ICON + GAP;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (text_x, y));
  gtk_snapshot_append_layout (snapshot, self->text, &color);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);

  snapshot_promised_edge (self, snapshot);
}

void
ft_block_face_renew (FtBlockFace *self)
{
  g_clear_object (&self->text);
  self->text = gtk_widget_create_pango_layout (self->widget, NULL);
  pango_layout_set_ellipsize (self->text, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (self->text, PANGO_WRAP_WORD_CHAR);
  /* Every name at the start side, in whatever script it is. */
  pango_layout_set_auto_dir (self->text, FALSE);
  pango_layout_set_alignment (self->text, is_rtl (self) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  self->shape = SHAPE_NONE;
  gtk_widget_queue_allocate (self->widget);
}

FtBlockFace *
ft_block_face_new (GtkWidget *widget, gboolean compact)
{
  FtBlockFace *self = g_new0 (FtBlockFace, 1);

  self->widget = widget;
  self->compact = compact;
  ft_block_face_renew (self);
  return self;
}

void
ft_block_face_free (FtBlockFace *self)
{
  g_clear_object (&self->text);
  g_free (self);
}

void
ft_block_face_set_block (FtBlockFace *self, const FtBlock *block)
{
  self->block = block;
  self->shape = SHAPE_NONE;
}
