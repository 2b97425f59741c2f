#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-promise-block.h"

#include "core/ft-week-layout.h"
#include "ui/ft-allocate.h"
#include "ui/ft-block-face.h"

/* How near to the promised edge, and to the lower one, it is grasped. */
#define EDGE_REACH 7
#define EFFORT_REACH 5

struct _FtPromiseBlock
{
  GtkWidget parent_instance;

  /* Owned */
  FtBlock *block;
  FtBlockFace *face;

  gboolean compact;
  gboolean dragged;
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

static gboolean
is_rtl (FtPromiseBlock *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static gboolean
is_open (FtPromiseBlock *self)
{
  return self->block != NULL && ft_block_is_open (self->block);
}

/* --- Drawing --- */

static void
ft_promise_block_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ft_block_face_snapshot (FT_PROMISE_BLOCK (widget)->face, snapshot);
}

static void
ft_promise_block_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ft_block_face_arrange (FT_PROMISE_BLOCK (widget)->face, width, height);
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
ft_promise_block_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  FtPromiseBlock *self = FT_PROMISE_BLOCK (widget);

  GTK_WIDGET_CLASS (ft_promise_block_parent_class)->css_changed (widget, change);
  if (self->face != NULL)
    ft_block_face_renew (self->face);
}

static void
ft_promise_block_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  FtPromiseBlock *self = FT_PROMISE_BLOCK (widget);

  GTK_WIDGET_CLASS (ft_promise_block_parent_class)->direction_changed (widget, previous);
  if (self->face != NULL)
    ft_block_face_renew (self->face);
}

/* --- Opening, moving --- */

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FtPromiseBlock *self = FT_PROMISE_BLOCK (widget);

  if (self->block == NULL)
    return;
  if (self->block->kind == FT_BLOCK_OF_DAY_OFF)
    gtk_widget_activate_action (widget, "calendar.away", "(ii)", self->block->day_off->first_day,
                                self->block->day_off->last_day);
  else
    gtk_widget_activate_action (widget, "calendar.open-lead", "x",
                                ft_block_get_lead_id (self->block));
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

  if (!is_open (self))
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

  if (!is_open (self) || self->block->start == FT_ALL_DAY)
    return FALSE;
  g_variant_get (arguments, "(i)", &by);
  effort = ft_promise_get_row (self->block->promise)->promise->effort;
  effort = (effort > 0 ? effort : self->block->duration) + by;
  return gtk_widget_activate_action (widget, "calendar.set-effort", "(xi)",
                                     ft_promise_get_id (self->block->promise),
                                     CLAMP (effort, FT_SLOT_MINUTES, FT_DAY_MINUTES));
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
  g_clear_pointer (&self->face, ft_block_face_free);
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
  add_nudge (widget_class, GDK_KEY_Page_Up, -7 * FT_DAY_MINUTES);
  add_nudge (widget_class, GDK_KEY_KP_Page_Up, -7 * FT_DAY_MINUTES);
  add_nudge (widget_class, GDK_KEY_Page_Down, 7 * FT_DAY_MINUTES);
  add_nudge (widget_class, GDK_KEY_KP_Page_Down, 7 * FT_DAY_MINUTES);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_SHIFT_MASK, effort_cb, "(i)",
                                -FT_SLOT_MINUTES);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_SHIFT_MASK, effort_cb, "(i)",
                                FT_SLOT_MINUTES);
}

static void
ft_promise_block_init (FtPromiseBlock *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
ft_promise_block_new (gboolean compact)
{
  FtPromiseBlock *self = g_object_new (FT_TYPE_PROMISE_BLOCK, NULL);

  self->compact = compact;
  self->face = ft_block_face_new (GTK_WIDGET (self), compact);
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
  ft_block_face_set_block (self->face, self->block);
  ft_toggle_css_class (GTK_WIDGET (self), "late", block->late);
  ft_toggle_css_class (GTK_WIDGET (self), "hollow",
                       ft_block_is_open (block)
                           && !ft_promise_get_row (block->promise)->promise->agreed);
  ft_toggle_css_class (GTK_WIDGET (self), "quiet", ft_block_is_quiet (block));
  ft_toggle_css_class (GTK_WIDGET (self), "mark", block->kind != FT_BLOCK_OF_PROMISE);
  ft_toggle_css_class (GTK_WIDGET (self), "kept",
                       block->kind == FT_BLOCK_OF_PROMISE && !ft_block_is_open (block));
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

  if (!is_open (self) || self->compact)
    return FT_BLOCK_BODY;
  edge = ft_block_face_get_promised_y (self->face);
  at_end = (x > gtk_widget_get_width (widget) / 2.0) != is_rtl (self);
  below = !(self->block->edges == FT_EDGE_PROMISED)
          && gtk_widget_get_height (widget) - y <= EFFORT_REACH;
  if (edge >= 0 && ABS (y - edge) <= EDGE_REACH && (!below || at_end))
    return FT_BLOCK_PROMISED;
  return below ? FT_BLOCK_EFFORT : FT_BLOCK_BODY;
}

gboolean
ft_promise_block_grasp (FtPromiseBlock *self, double x, double y, FtBlockDrag *drag)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  FtBlockPart part;

  g_return_val_if_fail (FT_IS_PROMISE_BLOCK (self), FALSE);
  g_return_val_if_fail (drag != NULL, FALSE);

  part = ft_promise_block_get_part (self, x, y);
  if (!is_open (self) || part == FT_BLOCK_EFFORT)
    return FALSE;
  *drag = (FtBlockDrag){ 0 };
  drag->promise = self->block->promise;
  drag->duration = self->block->duration;
  drag->edge = part == FT_BLOCK_PROMISED || self->block->edges == FT_EDGE_PROMISED
                   ? FT_EDGE_PROMISED
                   : FT_EDGE_TARGET;
  if (part == FT_BLOCK_BODY && !self->compact && height > 0)
    drag->grasp = (int) (y * self->block->duration / height);
  return TRUE;
}

void
ft_promise_block_set_dragged (FtPromiseBlock *self, gboolean dragged)
{
  g_return_if_fail (FT_IS_PROMISE_BLOCK (self));

  self->dragged = dragged;
  ft_toggle_css_class (GTK_WIDGET (self), "dragged", dragged);
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
