#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-drag-move.h"

#include "ui/ft-drag-watch.h"
#include "ui/ft-drop-zone.h"

struct _FtDragMove
{
  GtkOverlay *overlay; /* borrowed */
  GtkWidget *picture;  /* borrowed from @overlay */
  double grasp_x;
  double grasp_y;
  GValue value;
  FtDragMoveEscaped escaped;
  gpointer data;

  GtkWidget *root;          /* weak */
  GtkEventController *keys; /* borrowed from @root */
  GtkWidget *zone;          /* weak: that it is held over */
  FtDragOver *over;         /* owned */
};

static void
let_go (FtDragMove *self)
{
  if (self->zone != NULL)
    ft_drop_zone_hold (self->zone, NULL, 0, 0);
  g_clear_weak_pointer (&self->zone);
}

/* The zone at a point of the overlay, and the slot in it. */
static GtkWidget *
find_zone (FtDragMove *self, double x, double y, gint32 *day, int *minute)
{
  GtkWidget *overlay = GTK_WIDGET (self->overlay);

  for (GtkWidget *widget = gtk_widget_pick (overlay, x, y, GTK_PICK_DEFAULT);
       widget != NULL && widget != overlay; widget = gtk_widget_get_parent (widget))
    {
      double its_x;
      double its_y;

      if (gtk_widget_translate_coordinates (overlay, widget, x, y, &its_x, &its_y)
          && ft_drop_zone_find (widget, &self->value, its_x, its_y, day, minute))
        return widget;
    }
  return NULL;
}

static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer data)
{
  FtDragMove *self = data;

  if (key != GDK_KEY_Escape)
    return FALSE;
  self->escaped (self->data);
  return TRUE;
}

FtDragMove *
ft_drag_move_new (GtkOverlay *overlay,
                  GtkWidget *picture,
                  double grasp_x,
                  double grasp_y,
                  const GValue *value,
                  FtDragMoveEscaped escaped,
                  gpointer data)
{
  FtDragMove *self;

  g_return_val_if_fail (GTK_IS_OVERLAY (overlay), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (picture), NULL);
  g_return_val_if_fail (G_IS_VALUE (value), NULL);
  g_return_val_if_fail (escaped != NULL, NULL);

  self = g_new0 (FtDragMove, 1);
  self->overlay = overlay;
  self->grasp_x = grasp_x;
  self->grasp_y = grasp_y;
  g_value_init (&self->value, G_VALUE_TYPE (value));
  g_value_copy (value, &self->value);
  self->escaped = escaped;
  self->data = data;
  self->over = ft_drag_over_new ();

  self->picture = picture;
  gtk_widget_set_can_target (picture, FALSE);
  /* Its place is counted from the left. */
  gtk_widget_set_direction (picture, GTK_TEXT_DIR_LTR);
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_widget_set_opacity (picture, 0.85);
  gtk_overlay_add_overlay (overlay, picture);
  gtk_overlay_set_clip_overlay (overlay, picture, TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (overlay), "grabbing");

  /* Wherever the focus goes while pages turn. */
  g_set_weak_pointer (&self->root, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (overlay))));
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->root, self->keys);
  return self;
}

void
ft_drag_move_free (FtDragMove *self)
{
  let_go (self);
  g_clear_pointer (&self->over, ft_drag_over_free);
  if (self->root != NULL)
    gtk_widget_remove_controller (self->root, self->keys);
  g_clear_weak_pointer (&self->root);
  gtk_overlay_remove_overlay (self->overlay, self->picture);
  gtk_widget_set_cursor (GTK_WIDGET (self->overlay), NULL);
  g_value_unset (&self->value);
  g_free (self);
}

void
ft_drag_move_to (FtDragMove *self, GtkWidget *widget, double x, double y)
{
  GtkWidget *zone;
  gint32 day;
  int minute;

  g_return_if_fail (self != NULL);

  if (!gtk_widget_translate_coordinates (widget, GTK_WIDGET (self->overlay), x, y, &x, &y))
    return;
  gtk_widget_set_margin_start (self->picture, MAX (x - self->grasp_x, 0));
  gtk_widget_set_margin_top (self->picture, MAX (y - self->grasp_y, 0));
  ft_drag_over_move (self->over, GTK_WIDGET (self->overlay), x, y);
  zone = find_zone (self, x, y, &day, &minute);
  if (zone != self->zone)
    {
      let_go (self);
      g_set_weak_pointer (&self->zone, zone);
    }
  if (zone != NULL)
    ft_drop_zone_hold (zone, &self->value, day, minute);
}

void
ft_drag_move_drop (FtDragMove *self, GtkWidget *widget, double x, double y)
{
  g_auto (GValue) value = G_VALUE_INIT;
  GtkWidget *zone = NULL;
  gint32 day;
  int minute;

  g_return_if_fail (self != NULL);

  if (gtk_widget_translate_coordinates (widget, GTK_WIDGET (self->overlay), x, y, &x, &y))
    zone = find_zone (self, x, y, &day, &minute);
  g_value_init (&value, G_VALUE_TYPE (&self->value));
  g_value_copy (&self->value, &value);
  ft_drag_move_free (self);
  if (zone != NULL)
    ft_drop_zone_drop (zone, &value, day, minute);
}
