#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-calendar-header.h"

#include "ui/ft-allocate.h"
#include "ui/ft-calendar.h"
#include "ui/ft-date-jump.h"

#include <glib/gi18n-lib.h>

#define GAP 6

struct _FtCalendarHeader
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *titles;
  GtkWidget *title;
  GtkWidget *caption;
  GtkWidget *date;
  GtkWidget *jump;
  GtkWidget *steps;
  GtkWidget *back;
  GtkWidget *forth;
  GtkWidget *print; /* where there is room; the window's menu has it everywhere */
  GtkWidget *views;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (FtCalendarHeader, ft_calendar_header, GTK_TYPE_WIDGET)

static int
natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
natural_height (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
one_row_width (FtCalendarHeader *self)
{
  /* Room for the widest title, or the switch would jump to and fro from month to month. */
  return MAX (natural_width (self->date), 220) + natural_width (self->steps)
         + natural_width (self->print) + natural_width (self->views) + natural_width (self->menu)
         + 6 * GAP;
}

static int
row_height (FtCalendarHeader *self)
{
  return MAX (natural_height (self->date),
              MAX (natural_height (self->steps), natural_height (self->views)));
}

static GtkSizeRequestMode
ft_calendar_header_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ft_calendar_header_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  FtCalendarHeader *self = FT_CALENDAR_HEADER (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int least_title;
      int least_views;

      gtk_widget_measure (self->date, orientation, -1, &least_title, NULL, NULL, NULL);
      gtk_widget_measure (self->views, orientation, -1, &least_views, NULL, NULL, NULL);
      *minimum = MAX (least_title + GAP + natural_width (self->steps),
                      least_views + GAP + natural_width (self->menu));
      *natural = one_row_width (self);
    }
  else if (for_size < 0 || for_size >= one_row_width (self))
    *minimum = *natural = row_height (self);
  else
    *minimum = *natural = MAX (natural_height (self->date), natural_height (self->steps)) + GAP
                          + natural_height (self->views);
}

/* @x from the start side, centred in a row. */
static void
place (FtCalendarHeader *self, GtkWidget *child, double x, double width, double y, double row)
{
  int height = natural_height (child);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  ft_allocate_rect (child, (FtRect){ x, y + (int) (row - height) / 2, width, height });
}

static void
ft_calendar_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FtCalendarHeader *self = FT_CALENDAR_HEADER (widget);
  int steps = natural_width (self->steps);
  int views = natural_width (self->views);
  int print = natural_width (self->print);
  int menu = natural_width (self->menu);
  int row;

  gtk_widget_set_child_visible (self->print, width >= one_row_width (self));
  if (width >= one_row_width (self))
    {
      place (self, self->print, width - menu - views - 2 * GAP - print, print, 0, height);
      place (self, self->steps, 0, steps, 0, height);
      place (self, self->date, steps + 2 * GAP, natural_width (self->date), 0, height);
      place (self, self->views, width - menu - GAP - views, views, 0, height);
      place (self, self->menu, width - menu, menu, 0, height);
      return;
    }
  row = MAX (natural_height (self->date), natural_height (self->steps));
  place (self, self->date, 0, MIN (natural_width (self->date), width - steps - GAP), 0, row);
  place (self, self->steps, width - steps, steps, 0, row);
  place (self, self->views, 0, width - menu - GAP, row + GAP, natural_height (self->views));
  place (self, self->menu, width - menu, menu, row + GAP, natural_height (self->views));
}

static void
ft_calendar_header_dispose (GObject *object)
{
  FtCalendarHeader *self = FT_CALENDAR_HEADER (object);

  g_clear_pointer (&self->steps, gtk_widget_unparent);
  g_clear_pointer (&self->date, gtk_widget_unparent);
  g_clear_pointer (&self->print, gtk_widget_unparent);
  g_clear_pointer (&self->views, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (ft_calendar_header_parent_class)->dispose (object);
}

static void
ft_calendar_header_class_init (FtCalendarHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_calendar_header_dispose;
  widget_class->get_request_mode = ft_calendar_header_get_request_mode;
  widget_class->measure = ft_calendar_header_measure;
  widget_class->size_allocate = ft_calendar_header_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "calendarheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static GtkWidget *
add_step (FtCalendarHeader *self, const char *icon, int by)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", by);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendar.go");
  gtk_box_append (GTK_BOX (self->steps), button);
  return button;
}

static void
add_view (FtCalendarHeader *self, const char *label, FtCalendarView view)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) view);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendar.view");
  gtk_box_append (GTK_BOX (self->views), button);
}

static void
add_menu (FtCalendarHeader *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Mark Days _Away…"), "calendar.mark-away");
  g_menu_append (menu, _ ("Pro_mise Anew…"), "win.promise-anew");
  g_menu_append (menu, _ ("_Holidays and Working Hours…"), "win.preferences");
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_set_tooltip_text (self->menu, _ ("Calendar Menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Calendar Menu"), -1);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

static void
ft_calendar_header_init (FtCalendarHeader *self)
{
  GtkWidget *today = gtk_button_new_with_label (_ ("Today"));

  self->steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->steps, "linked");
  self->back = add_step (self, "go-previous-symbolic", -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (today), "calendar.today");
  gtk_box_append (GTK_BOX (self->steps), today);
  self->forth = add_step (self, "go-next-symbolic", 1);
  gtk_widget_set_parent (self->steps, GTK_WIDGET (self));

  self->titles = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "title-3");
  gtk_widget_set_valign (self->title, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (self->titles), self->title);
  self->caption = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (self->caption, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (self->caption, "dim-label");
  gtk_box_append (GTK_BOX (self->titles), self->caption);
  gtk_widget_set_margin_start (self->titles, GAP);
  gtk_widget_set_margin_end (self->titles, GAP);

  self->jump = ft_date_jump_new ();
  self->date = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->date), self->titles);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->date), self->jump);
  gtk_widget_add_css_class (self->date, "flat");
  gtk_widget_add_css_class (self->date, "calendar-date");
  gtk_widget_set_tooltip_text (self->date, _ ("Go to Date"));
  gtk_widget_set_parent (self->date, GTK_WIDGET (self));

  self->print = gtk_button_new_from_icon_name ("printer-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->print), "calendar.print");
  gtk_widget_add_css_class (self->print, "flat");
  gtk_widget_set_tooltip_text (self->print, _ ("Print what is shown (Ctrl+P)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->print), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Print"), -1);
  gtk_widget_set_parent (self->print, GTK_WIDGET (self));

  self->views = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->views), TRUE);
  gtk_widget_add_css_class (self->views, "linked");
  add_view (self, _ ("Month"), FT_CALENDAR_MONTH);
  add_view (self, _ ("Week"), FT_CALENDAR_WEEK);
  add_view (self, _ ("Day"), FT_CALENDAR_DAY);
  gtk_widget_set_parent (self->views, GTK_WIDGET (self));
  add_menu (self);
}

GtkWidget *
ft_calendar_header_new (void)
{
  return g_object_new (FT_TYPE_CALENDAR_HEADER, NULL);
}

void
ft_calendar_header_set_title (FtCalendarHeader *self, const char *title, const char *caption)
{
  g_autofree char *name = NULL;

  g_return_if_fail (FT_IS_CALENDAR_HEADER (self));

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->caption), caption);
  gtk_widget_set_visible (self->caption, *caption != '\0');
  name = g_strdup_printf ("%s %s", title, caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->date), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Go to Date"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  g_strstrip (name), -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
set_step (GtkWidget *button, const char *label)
{
  /* A new tooltip asks the display where the pointer is. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (button), label) == 0)
    return;
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

void
ft_calendar_header_set_steps (FtCalendarHeader *self, const char *back, const char *forth)
{
  g_return_if_fail (FT_IS_CALENDAR_HEADER (self));

  set_step (self->back, back);
  set_step (self->forth, forth);
}

void
ft_calendar_header_set_now (FtCalendarHeader *self, FtCivil now)
{
  g_return_if_fail (FT_IS_CALENDAR_HEADER (self));
  ft_date_jump_set_now (FT_DATE_JUMP (self->jump), now);
}

void
ft_calendar_header_ask_date (FtCalendarHeader *self)
{
  g_return_if_fail (FT_IS_CALENDAR_HEADER (self));
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->date));
}
