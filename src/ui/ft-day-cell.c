#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-day-cell.h"

#include "ui/ft-allocate.h"
#include "ui/ft-calendar-text.h"

#include <glib/gi18n-lib.h>

struct _FtDayCell
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *number;
  GtkWidget *off;

  gint32 day;
  guint n_promises;
  gboolean today;
};

G_DEFINE_FINAL_TYPE (FtDayCell, ft_day_cell, GTK_TYPE_WIDGET)

static void
update_label (FtDayCell *self)
{
  g_autofree char *day = ft_calendar_text_day (self->day);
  g_autofree char *promises = NULL;
  const char *off = gtk_inscription_get_text (GTK_INSCRIPTION (self->off));
  g_autoptr (GString) label = NULL;

  promises = g_strdup_printf (ngettext ("%u promise", "%u promises", self->n_promises),
                              self->n_promises);
  label = g_string_new (day);
  if (self->today)
    g_string_append_printf (label, ", %s", _ ("today"));
  if (off != NULL)
    g_string_append_printf (label, ", %s", off);
  g_string_append_printf (label, ", %s", promises);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label->str,
                                  -1);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "calendar.open-day", "i", FT_DAY_CELL (widget)->day);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  gtk_widget_grab_focus (data);
  if (n_press == 2)
    gtk_widget_activate_action (data, "day.open", NULL);
}

static void
ft_day_cell_dispose (GObject *object)
{
  g_clear_pointer (&FT_DAY_CELL (object)->number, gtk_widget_unparent);
  g_clear_pointer (&FT_DAY_CELL (object)->off, gtk_widget_unparent);
  G_OBJECT_CLASS (ft_day_cell_parent_class)->dispose (object);
}

static void
ft_day_cell_class_init (FtDayCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_day_cell_dispose;
  gtk_widget_class_set_css_name (widget_class, "day");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "day.open", NULL, open_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "day.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "day.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "day.open", NULL);
}

/* No label: of forty-two that change at every step each would have the whole window measured. The
 * cell itself says what they show. */
static GtkWidget *
new_text (const char *css_class)
{
  GtkWidget *text
      = g_object_new (GTK_TYPE_INSCRIPTION, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                      "min-chars", 0, "nat-chars", 0, "valign", GTK_ALIGN_START, NULL);

  gtk_widget_add_css_class (text, css_class);
  return text;
}

static void
ft_day_cell_init (FtDayCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->number = new_text ("number");
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->number), 2);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (self->number), 2);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->number), 0.5);
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_set_halign (self->number, GTK_ALIGN_START);
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
  self->off = new_text ("off");
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->off),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->off), 1);
  gtk_widget_set_hexpand (self->off, TRUE);
  gtk_widget_set_parent (self->off, GTK_WIDGET (self));
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
ft_day_cell_new (void)
{
  return g_object_new (FT_TYPE_DAY_CELL, NULL);
}

void
ft_day_cell_set_day (FtDayCell *self, gint32 day, gboolean today, gboolean outside)
{
  g_autofree char *number = NULL;

  g_return_if_fail (FT_IS_DAY_CELL (self));

  if (self->day == day && self->today == today
      && gtk_widget_has_css_class (GTK_WIDGET (self), "outside") == outside)
    return;
  self->day = day;
  self->today = today;
  number = ft_calendar_text_day_number (day);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->number), number);
  ft_toggle_css_class (GTK_WIDGET (self), "today", today);
  ft_toggle_css_class (GTK_WIDGET (self), "outside", outside);
  ft_toggle_css_class (GTK_WIDGET (self), "weekend", ft_calendar_is_weekend (day));
  update_label (self);
}

gint32
ft_day_cell_get_day (FtDayCell *self)
{
  g_return_val_if_fail (FT_IS_DAY_CELL (self), 0);
  return self->day;
}

void
ft_day_cell_set_n_promises (FtDayCell *self, guint n)
{
  g_return_if_fail (FT_IS_DAY_CELL (self));

  if (self->n_promises == n)
    return;
  self->n_promises = n;
  update_label (self);
}

void
ft_day_cell_set_day_off (FtDayCell *self, const FtDayOffData *day_off)
{
  g_autofree char *text = NULL;

  g_return_if_fail (FT_IS_DAY_CELL (self));

  if (day_off != NULL)
    text = ft_calendar_text_day_off (day_off);
  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (self->off)), text) == 0)
    return;
  gtk_inscription_set_text (GTK_INSCRIPTION (self->off), text);
  ft_toggle_css_class (GTK_WIDGET (self), "day-off", day_off != NULL);
  update_label (self);
}

void
ft_day_cell_set_drop (FtDayCell *self, gboolean drop)
{
  g_return_if_fail (FT_IS_DAY_CELL (self));
  ft_toggle_css_class (GTK_WIDGET (self), "drop", drop);
}

int
ft_day_cell_get_head (FtDayCell *self)
{
  int natural;

  g_return_val_if_fail (FT_IS_DAY_CELL (self), 0);

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}
