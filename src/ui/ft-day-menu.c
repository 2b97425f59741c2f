#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-day-menu.h"

#include <glib/gi18n-lib.h>

/* When a promise is offered on a day alone. */
#define MORNING (10 * 60)

typedef struct
{
  GtkWidget *widget; /* borrowed */
  FtDayMenuFind find;
} DayMenu;

static void
closed_cb (GtkPopover *popover)
{
  /* Its action is activated after it has closed. */
  g_idle_add_once ((GSourceOnceFunc) gtk_widget_unparent, popover);
}

static void
open_menu (DayMenu *self, gint32 day, const GdkRectangle *at)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *offer = g_strdup_printf ("calendar.offer((%d, %d))", day, MORNING);
  g_autofree char *away = g_strdup_printf ("calendar.away((%d, %d))", day, day);
  g_autofree char *open = g_strdup_printf ("calendar.open-day(%d)", day);
  GtkWidget *popover;

  g_menu_append (menu, _ ("_Promise Something…"), offer);
  g_menu_append (menu, _ ("_Away, or a Holiday…"), away);
  g_menu_append (menu, _ ("_Open Day"), open);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, self->widget);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  DayMenu *self = data;
  gint32 day = self->find (self->widget, x, y);

  if (day == 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, day, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, gpointer data)
{
  DayMenu *self = data;
  gint32 day = self->find (self->widget, x, y);

  if (day == 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, day, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer data)
{
  DayMenu *self = data;
  GtkWidget *focus = gtk_widget_get_focus_child (self->widget);
  graphene_rect_t bounds;
  gint32 day;

  if (key != GDK_KEY_Menu && !(key == GDK_KEY_F10 && state & GDK_SHIFT_MASK))
    return FALSE;
  day = self->find (self->widget, -1, -1);
  if (day == 0 || focus == NULL || !gtk_widget_compute_bounds (focus, self->widget, &bounds))
    return FALSE;
  open_menu (self, day,
             &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                              (int) bounds.size.height });
  return TRUE;
}

static void
free_cb (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
ft_day_menu_add (GtkWidget *widget, FtDayMenuFind find)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  DayMenu *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (find != NULL);

  self = g_new0 (DayMenu, 1);
  self->widget = widget;
  self->find = find;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));
  g_signal_connect_data (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, free_cb, 0);
  gtk_widget_add_controller (widget, keys);
}
