#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-days-row.h"

#include "core/ft-civil.h"

#define N_DAYS 7

struct _FtDaysRow
{
  AdwActionRow parent_instance;

  gboolean updating;                /* the buttons follow the settings, not the user */
  GtkToggleButton *buttons[N_DAYS]; /* children, Monday first */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtDaysRow, ft_days_row, ADW_TYPE_ACTION_ROW)

static void
toggled_cb (GtkToggleButton *button, FtDaysRow *self)
{
  if (self->updating)
    return;
  /* Who never works keeps no promise: the last day stays. */
  if (ft_days_row_get_days (self) == 0)
    {
      self->updating = TRUE;
      gtk_toggle_button_set_active (button, TRUE);
      self->updating = FALSE;
      return;
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ft_days_row_class_init (FtDaysRowClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_DAYS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
ft_days_row_init (FtDaysRow *self)
{
}

/* @format: of strftime; @day: 0 is Monday. In the user's language. */
static void
name_day (char name[64], int day, const char *format)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day + 1, G_DATE_JANUARY, 2024); /* which began on a Monday */
  g_date_strftime (name, 64, format, &date);
}

GtkWidget *
ft_days_row_new (const char *title)
{
  FtDaysRow *self = g_object_new (FT_TYPE_DAYS_ROW, "use-markup", FALSE, "title", title, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  int first = ft_first_weekday () - G_DATE_MONDAY;

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (int i = 0; i < N_DAYS; i++)
    {
      int day = (first + i) % N_DAYS;
      char name[64], full[64];
      GtkWidget *button;

      name_day (name, day, "%a");
      name_day (full, day, "%A");
      button = gtk_toggle_button_new_with_label (name);
      gtk_widget_add_css_class (button, "day-choice");
      gtk_widget_set_tooltip_text (button, full);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full,
                                      -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
      gtk_box_append (GTK_BOX (box), button);
      self->buttons[day] = GTK_TOGGLE_BUTTON (button);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
  return GTK_WIDGET (self);
}

void
ft_days_row_set_days (FtDaysRow *self, int days)
{
  g_return_if_fail (FT_IS_DAYS_ROW (self));

  self->updating = TRUE;
  for (int i = 0; i < N_DAYS; i++)
    gtk_toggle_button_set_active (self->buttons[i], (days >> i) & 1);
  self->updating = FALSE;
}

int
ft_days_row_get_days (FtDaysRow *self)
{
  int days = 0;

  g_return_val_if_fail (FT_IS_DAYS_ROW (self), 0);

  for (int i = 0; i < N_DAYS; i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      days |= 1 << i;
  return days;
}
