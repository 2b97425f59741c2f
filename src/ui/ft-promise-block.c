#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-promise-block.h"

#include "core/ft-week-layout.h"
#include "ui/ft-allocate.h"
#include "ui/ft-calendar-text.h"
#include "ui/ft-icons.h"

#include <glib/gi18n-lib.h>

#define ICON 12
#define GAP 4
/* Below this width there is no room for a channel icon beside a name. */
#define NARROW 72
/* How near to the promised edge, and to the lower one, it is grasped. */
#define EDGE_REACH 7
#define EFFORT_REACH 5
/* Below so many line heights there is no room for more than a first name, or initials. */
#define SHORT_BELOW 3.2

struct _FtPromiseBlock
{
  GtkWidget parent_instance;

  /* Owned */
  FtBlock *block;
  PangoLayout *text;

  gboolean compact;
  gboolean stacked; /* the icons above the text, for want of width */
  gboolean dragged;
  int shape; /* what the text was last made for */
};

enum
{
  SHAPE_NONE,
  SHAPE_INITIALS,
  SHAPE_FIRST,
  SHAPE_NAME,
  SHAPE_LINE,
  SHAPE_FULL,
};

G_DEFINE_FINAL_TYPE (FtPromiseBlock, ft_promise_block, GTK_TYPE_WIDGET)

/* --- What is dragged --- */

static gpointer
block_drag_copy (gpointer boxed)
{
  FtBlockDrag *copy = g_memdup2 (boxed, sizeof (FtBlockDrag));

  g_object_ref (copy->promise);
  return copy;
}

static void
block_drag_free (gpointer boxed)
{
  g_object_unref (((FtBlockDrag *) boxed)->promise);
  g_free (boxed);
}

G_DEFINE_BOXED_TYPE (FtBlockDrag, ft_block_drag, block_drag_copy, block_drag_free)

/* --- Drawing --- */

static gboolean
is_rtl (FtPromiseBlock *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static const char *
get_icon (FtPromiseBlock *self, guint index)
{
  const char *channel;

  if (self->block == NULL)
    return NULL;
  channel = ft_icon_for_channel (ft_promise_get_row (self->block->promise)->promise->channel);
  if (self->block->edges == FT_EDGE_PROMISED)
    channel = "ft-promise-symbolic";
  if (!self->block->late)
    return index == 0 ? channel : NULL;
  return index == 0 ? "ft-late-symbolic" : index == 1 ? channel : NULL;
}

static guint
count_icons (FtPromiseBlock *self, int width)
{
  guint n = get_icon (self, 0) == NULL ? 0 : get_icon (self, 1) == NULL ? 1 : 2;

  /* Where it is narrow the icon that says late stays, and the name comes before the channel. */
  if (width < NARROW && !self->stacked)
    n = self->block != NULL && self->block->late ? 1 : 0;
  return n;
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

static void
set_text (FtPromiseBlock *self, int shape)
{
  FtPromiseRow *row;
  g_autofree char *name = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *markup = NULL;

  if (shape == self->shape || self->block == NULL)
    return;

  self->shape = shape;
  row = ft_promise_get_row (self->block->promise);
  name = g_markup_escape_text (row->lead->name, -1);
  if (shape == SHAPE_INITIALS)
    {
      g_autofree char *initials = dup_initials (row->lead->name);

      markup = g_markup_printf_escaped ("<b>%s</b>", initials);
    }
  else if (shape == SHAPE_FIRST)
    {
      markup = g_strndup (name, strcspn (name, " \t"));
    }
  else if (shape == SHAPE_NAME)
    {
      markup = g_strdup (name);
    }
  else if (shape == SHAPE_LINE)
    {
      FtCivil at
          = self->block->edges == FT_EDGE_PROMISED ? self->block->promised : self->block->target;
      g_autofree char *time = ft_calendar_text_time (at.minute);
      g_autofree char *escaped = g_markup_escape_text (time, -1);

      if (*escaped == '\0')
        markup = g_strdup (name);
      else if (self->compact)
        markup = g_strdup_printf ("<span font_features='tnum'>%s</span> %s", escaped, name);
      else
        markup = g_strdup_printf ("<b>%s</b> <span font_features='tnum'>%s</span>", name, escaped);
    }
  else
    {
      g_autofree char *plain = ft_block_dup_detail (self->block);

      detail = g_markup_escape_text (plain, -1);
      markup = g_strdup_printf ("<b>%s</b>\n<span font_features='tnum'>%s</span>", name, detail);
    }
  pango_layout_set_markup (self->text, markup, -1);
}

static void
set_short_text (FtPromiseBlock *self, int room)
{
  int width;

  set_text (self, SHAPE_FIRST);
  pango_layout_set_width (self->text, -1);
  pango_layout_get_pixel_size (self->text, &width, NULL);
  if (width > room)
    set_text (self, SHAPE_INITIALS);
}

/* Chooses what to say in the room there is. */
static void
arrange (FtPromiseBlock *self, int width, int height)
{
  int line = ft_line_height (GTK_WIDGET (self));
  int text_width;
  int text_height = height;
  guint n_icons;

  self->stacked = !self->compact && width < NARROW && height >= ICON + GAP + line;
  n_icons = count_icons (self, width);
  text_width = width - (self->stacked ? 0 : (int) n_icons * (ICON + GAP));
  if (self->stacked && n_icons > 0)
    text_height -= ICON + GAP;

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
snapshot_icon (FtPromiseBlock *self, GtkSnapshot *snapshot, const char *name, double x, double y)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  g_autoptr (GtkIconPaintable) icon = NULL;
  GdkRGBA color;

  icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (display), name, NULL, ICON,
                                     gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                     gtk_widget_get_direction (GTK_WIDGET (self)),
                                     GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON, ICON,
                                            &color, 1);
  gtk_snapshot_restore (snapshot);
}

/* Where the promised edge is, in pixels below the top; negative if it is not apart from the target.
 */
static double
get_promised_y (FtPromiseBlock *self)
{
  const FtBlock *block = self->block;

  if (block == NULL || self->compact || block->promised_after <= 0 || block->duration <= 0)
    return -1;
  return (double) gtk_widget_get_height (GTK_WIDGET (self)) * block->promised_after
         / block->duration;
}

static void
snapshot_promised_edge (FtPromiseBlock *self, GtkSnapshot *snapshot)
{
  double y = get_promised_y (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  GdkRGBA color;

  if (y < 0)
    return;
  /* A bar as wide as the block with a knob at its end: a line alone is lost among the hours. */
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  y = CLAMP (y, 0, height - 2);
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, y, width, 2));
  gtk_snapshot_append_color (
      snapshot, &color,
      &GRAPHENE_RECT_INIT (is_rtl (self) ? 0 : width - 6, CLAMP (y - 2, 0, height - 6), 6, 6));
}

static void
ft_promise_block_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FtPromiseBlock *self = FT_PROMISE_BLOCK (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  guint n_icons = count_icons (self, width);
  int text_width;
  int text_height;
  double x = 0;
  double y = 0;
  double icon_y;
  GdkRGBA color;

  if (self->block == NULL)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (-2, 0, width + 4, height));
  pango_layout_get_pixel_size (self->text, &text_width, &text_height);
  if (self->compact || text_height > height)
    y = (height - text_height) / 2;
  icon_y = self->stacked ? 2 : MAX (y + (ft_line_height (GTK_WIDGET (self)) - ICON) / 2.0, 0);
  for (guint i = 0; i < n_icons; i++)
    {
      snapshot_icon (self, snapshot, get_icon (self, i), is_rtl (self) ? width - x - ICON : x,
                     icon_y);
      x += ICON + GAP;
    }
  if (self->stacked)
    {
      x = 0;
      y = n_icons > 0 ? ICON + GAP : 0;
    }
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (is_rtl (self) ? 0 : x, y));
  gtk_snapshot_append_layout (snapshot, self->text, &color);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);

  snapshot_promised_edge (self, snapshot);
}

static void
ft_promise_block_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  arrange (FT_PROMISE_BLOCK (widget), width, height);
}

static void
ft_promise_block_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  FtPromiseBlock *self = FT_PROMISE_BLOCK (widget);

  /* The calendar's grid gives the width and, but for the month's lines, the height. */
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? ft_line_height (GTK_WIDGET (self)) : 0;
  if (self->compact && orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural;
}

static void
renew_text (FtPromiseBlock *self)
{
  g_clear_object (&self->text);
  self->text = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_ellipsize (self->text, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (self->text, PANGO_WRAP_WORD_CHAR);
  /* Every name at the start side, in whatever script it is. */
  pango_layout_set_auto_dir (self->text, FALSE);
  pango_layout_set_alignment (self->text, is_rtl (self) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  self->shape = SHAPE_NONE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
ft_promise_block_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ft_promise_block_parent_class)->css_changed (widget, change);
  renew_text (FT_PROMISE_BLOCK (widget));
}

static void
ft_promise_block_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (ft_promise_block_parent_class)->direction_changed (widget, previous);
  renew_text (FT_PROMISE_BLOCK (widget));
}

/* --- Opening, moving --- */

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FtPromiseBlock *self = FT_PROMISE_BLOCK (widget);

  if (self->block != NULL)
    gtk_widget_activate_action (widget, "calendar.open-lead", "x",
                                ft_promise_get_lead_id (self->block->promise));
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  GtkWidget *widget = data;

  if (n_press != 1 || !gtk_widget_contains (widget, x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (widget);
  gtk_widget_activate_action (widget, "block.open", NULL);
}

static gboolean
nudge_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  FtPromiseBlock *self = FT_PROMISE_BLOCK (widget);
  int minutes;
  gboolean promised;
  FtEdges edge;

  if (self->block == NULL)
    return FALSE;
  g_variant_get (arguments, "(ib)", &minutes, &promised);
  if (ABS (minutes) == FT_DAY_MINUTES && is_rtl (self))
    minutes = -minutes;
  edge = promised || self->block->edges == FT_EDGE_PROMISED ? FT_EDGE_PROMISED : FT_EDGE_TARGET;
  return gtk_widget_activate_action (widget, "calendar.nudge", "(xii)",
                                     ft_promise_get_id (self->block->promise), edge, minutes);
}

/* Shift and an arrow: a quarter of an hour more or less than it is drawn with. */
static gboolean
effort_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  FtPromiseBlock *self = FT_PROMISE_BLOCK (widget);
  int by;
  int effort;

  if (self->block == NULL || self->block->start == FT_ALL_DAY)
    return FALSE;
  g_variant_get (arguments, "(i)", &by);
  effort = ft_promise_get_row (self->block->promise)->promise->effort;
  effort = (effort > 0 ? effort : self->block->duration) + by;
  return gtk_widget_activate_action (widget, "calendar.set-effort", "(xi)",
                                     ft_promise_get_id (self->block->promise),
                                     CLAMP (effort, FT_SLOT_MINUTES, FT_DAY_MINUTES));
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  FtPromiseBlock *self = data;
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  FtBlockDrag drag = { 0 };

  if (self->block == NULL || ft_promise_block_get_part (self, x, y) == FT_BLOCK_EFFORT)
    return NULL;
  drag.promise = self->block->promise;
  drag.edge = self->block->edges == FT_EDGE_PROMISED ? FT_EDGE_PROMISED : FT_EDGE_TARGET;
  drag.duration = self->block->duration;
  if (ft_promise_block_get_part (self, x, y) == FT_BLOCK_PROMISED)
    drag.edge = FT_EDGE_PROMISED;
  else if (!self->compact && height > 0)
    drag.grasp = (int) (y * self->block->duration / height);
  return gdk_content_provider_new_typed (FT_TYPE_BLOCK_DRAG, &drag);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer data)
{
  FtPromiseBlock *self = data;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (paintable);

  gtk_drag_source_set_icon (source, picture, 8, 8);
  self->dragged = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragged");
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, gpointer data)
{
  FtPromiseBlock *self = data;

  self->dragged = FALSE;
  gtk_widget_remove_css_class (data, "dragged");
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, gpointer data)
{
  gboolean edge = ft_promise_block_get_part (data, x, y) != FT_BLOCK_BODY;

  gtk_widget_set_cursor_from_name (data, edge ? "ns-resize" : "pointer");
}

/* --- Class --- */

static void
ft_promise_block_finalize (GObject *object)
{
  FtPromiseBlock *self = FT_PROMISE_BLOCK (object);

  g_clear_pointer (&self->block, ft_block_free);
  g_clear_object (&self->text);
  G_OBJECT_CLASS (ft_promise_block_parent_class)->finalize (object);
}

static void
add_nudge (GtkWidgetClass *klass, guint key, int minutes)
{
  gtk_widget_class_add_binding (klass, key, GDK_CONTROL_MASK, nudge_cb, "(ib)", minutes, FALSE);
  gtk_widget_class_add_binding (klass, key, GDK_CONTROL_MASK | GDK_SHIFT_MASK, nudge_cb, "(ib)",
                                minutes, TRUE);
}

static void
ft_promise_block_class_init (FtPromiseBlockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ft_promise_block_finalize;
  widget_class->measure = ft_promise_block_measure;
  widget_class->size_allocate = ft_promise_block_size_allocate;
  widget_class->snapshot = ft_promise_block_snapshot;
  widget_class->css_changed = ft_promise_block_css_changed;
  widget_class->direction_changed = ft_promise_block_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "promise");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);

  gtk_widget_class_install_action (widget_class, "block.open", NULL, open_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "block.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "block.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "block.open", NULL);
  add_nudge (widget_class, GDK_KEY_Up, -FT_SLOT_MINUTES);
  add_nudge (widget_class, GDK_KEY_KP_Up, -FT_SLOT_MINUTES);
  add_nudge (widget_class, GDK_KEY_Down, FT_SLOT_MINUTES);
  add_nudge (widget_class, GDK_KEY_KP_Down, FT_SLOT_MINUTES);
  add_nudge (widget_class, GDK_KEY_Left, -FT_DAY_MINUTES);
  add_nudge (widget_class, GDK_KEY_KP_Left, -FT_DAY_MINUTES);
  add_nudge (widget_class, GDK_KEY_Right, FT_DAY_MINUTES);
  add_nudge (widget_class, GDK_KEY_KP_Right, FT_DAY_MINUTES);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_SHIFT_MASK, effort_cb, "(i)",
                                -FT_SLOT_MINUTES);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_SHIFT_MASK, effort_cb, "(i)",
                                FT_SLOT_MINUTES);
}

static void
ft_promise_block_init (FtPromiseBlock *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  renew_text (self);

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect (drag, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
ft_promise_block_new (gboolean compact)
{
  FtPromiseBlock *self = g_object_new (FT_TYPE_PROMISE_BLOCK, NULL);

  self->compact = compact;
  gtk_widget_add_css_class (GTK_WIDGET (self), compact ? "compact" : "timed");
  return GTK_WIDGET (self);
}

void
ft_promise_block_set_block (FtPromiseBlock *self, const FtBlock *block)
{
  g_autofree char *label = NULL;

  g_return_if_fail (FT_IS_PROMISE_BLOCK (self));
  g_return_if_fail (block != NULL);

  if (self->block != NULL && ft_block_equal (self->block, block))
    return;

  g_clear_pointer (&self->block, ft_block_free);
  self->block = ft_block_copy (block);
  self->shape = SHAPE_NONE;
  ft_toggle_css_class (GTK_WIDGET (self), "late", block->late);
  ft_toggle_css_class (GTK_WIDGET (self), "hollow",
                       !ft_promise_get_row (block->promise)->promise->agreed);
  ft_toggle_css_class (GTK_WIDGET (self), "deadline", block->edges == FT_EDGE_PROMISED);
  ft_toggle_css_class (GTK_WIDGET (self), "on-time",
                       block->edges == (FT_EDGE_TARGET | FT_EDGE_PROMISED)
                           && block->promised_after == 0);

  label = ft_block_dup_label (block);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

FtBlockPart
ft_promise_block_get_part (FtPromiseBlock *self, double x, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double edge;
  gboolean at_end;
  gboolean below;

  g_return_val_if_fail (FT_IS_PROMISE_BLOCK (self), FT_BLOCK_BODY);

  if (self->block == NULL || self->compact)
    return FT_BLOCK_BODY;
  edge = get_promised_y (self);
  at_end = (x > gtk_widget_get_width (widget) / 2.0) != is_rtl (self);
  below = !(self->block->edges == FT_EDGE_PROMISED)
          && gtk_widget_get_height (widget) - y <= EFFORT_REACH;
  if (edge >= 0 && ABS (y - edge) <= EDGE_REACH && (!below || at_end))
    return FT_BLOCK_PROMISED;
  return below ? FT_BLOCK_EFFORT : FT_BLOCK_BODY;
}

gboolean
ft_promise_block_is_dragged (FtPromiseBlock *self)
{
  g_return_val_if_fail (FT_IS_PROMISE_BLOCK (self), FALSE);
  return self->dragged;
}

const FtBlock *
ft_promise_block_get_block (FtPromiseBlock *self)
{
  g_return_val_if_fail (FT_IS_PROMISE_BLOCK (self), NULL);
  return self->block;
}
