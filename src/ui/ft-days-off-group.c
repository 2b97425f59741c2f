#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-days-off-group.h"

#include "core/ft-gestures.h"
#include "core/ft-when.h"
#include "ui/ft-calendar-text.h"

#include <glib/gi18n-lib.h>

struct _FtDaysOffGroup
{
  AdwPreferencesGroup parent_instance;

  AdwEntryRow *add; /* child */

  FtDesk *desk;    /* weak: a preferences window lets go of its groups later than of itself */
  GPtrArray *rows; /* owned, of children */
};

G_DEFINE_FINAL_TYPE (FtDaysOffGroup, ft_days_off_group, ADW_TYPE_PREFERENCES_GROUP)

static gint64
get_id (GtkWidget *row)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (row), "day-off");
}

static void
remove_cb (GtkWidget *button, FtDaysOffGroup *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  const FtDayOffData *day_off
      = ft_days_off_get (ft_desk_get_settings (self->desk)->days_off, get_id (row));
  g_autoptr (FtEdit) edit = NULL;

  if (day_off == NULL)
    return;
  edit = ft_gesture_remove_day_off (day_off);
  ft_desk_apply (self->desk, edit, FALSE, NULL, NULL);
}

static char *
dup_days (const FtDayOffData *day_off, FtCivil now)
{
  g_autofree char *first = ft_when_format_day ((FtCivil){ day_off->first_day, FT_ALL_DAY, 0 }, now);
  g_autofree char *last = ft_when_format_day ((FtCivil){ day_off->last_day, FT_ALL_DAY, 0 }, now);

  if (day_off->first_day == day_off->last_day)
    return g_steal_pointer (&first);
  /* Translators: the first and the last day of an absence. */
  return g_strdup_printf (_ ("%s – %s"), first, last);
}

static void
add_row (FtDaysOffGroup *self, const FtDayOffData *day_off, FtCivil now)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = ft_calendar_text_day_off (day_off);
  g_autofree char *days = dup_days (day_off, now);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (days, -1);
  /* Translators: what an absence or a holiday is called. */
  g_autofree char *spoken = g_strdup_printf (_ ("Remove “%s”"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "day-off", g_memdup2 (&day_off->id, sizeof day_off->id),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
update (FtDaysOffGroup *self)
{
  GPtrArray *days_off = ft_desk_get_settings (self->desk)->days_off;
  FtCivil now = ft_clock_civil (ft_desk_get_clock (self->desk));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < days_off->len; i++)
    {
      const FtDayOffData *day_off = days_off->pdata[i];

      if (day_off->last_day >= now.day)
        add_row (self, day_off, now);
    }
}

/* "25 Dec Christmas Day": as much as possible from the start is the day, the rest its name. */
static FtDayOffData *
parse (const char *text, FtCivil now)
{
  for (const char *end = text + strlen (text); end > text; end = g_utf8_prev_char (end))
    {
      g_autofree char *day = NULL;
      g_autofree char *name = NULL;
      FtCivil civil;

      if (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)) && *end != ',')
        continue;
      day = g_strstrip (g_strndup (text, end - text));
      if (!ft_when_parse (day, now, &civil))
        continue;
      name = g_strdup (*end == ',' ? end + 1 : end);
      return ft_day_off_data_new (FT_DAY_OFF_HOLIDAY, civil.day, civil.day, g_strstrip (name));
    }
  return NULL;
}

static void
apply_cb (AdwEntryRow *row, FtDaysOffGroup *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add))));
  g_autoptr (FtDayOffData) day_off = parse (text, ft_clock_civil (ft_desk_get_clock (self->desk)));
  g_autoptr (FtEdit) edit = NULL;

  if (day_off == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->add), "error");
      return;
    }
  edit = ft_gesture_put_day_off (day_off);
  ft_desk_apply (self->desk, edit, FALSE, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->add), "");
}

static void
changed_cb (FtDaysOffGroup *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->add), "error");
}

static void
ft_days_off_group_dispose (GObject *object)
{
  g_clear_weak_pointer (&FT_DAYS_OFF_GROUP (object)->desk);
  G_OBJECT_CLASS (ft_days_off_group_parent_class)->dispose (object);
}

static void
ft_days_off_group_finalize (GObject *object)
{
  g_ptr_array_unref (FT_DAYS_OFF_GROUP (object)->rows);
  G_OBJECT_CLASS (ft_days_off_group_parent_class)->finalize (object);
}

static void
ft_days_off_group_class_init (FtDaysOffGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_days_off_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ft_days_off_group_finalize;
}

static void
ft_days_off_group_init (FtDaysOffGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Holidays and Days Away"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("No working days: what counts in working days passes over them."));
  self->add = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add),
                                 _ ("Add a Public Holiday, as “25 Dec Christmas Day”"));
  adw_entry_row_set_show_apply_button (self->add, TRUE);
  g_signal_connect_object (self->add, "apply", G_CALLBACK (apply_cb), self, 0);
  g_signal_connect_object (self->add, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add));
}

GtkWidget *
ft_days_off_group_new (FtDesk *desk)
{
  FtDaysOffGroup *self;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_DAYS_OFF_GROUP, NULL);
  g_set_weak_pointer (&self->desk, desk);
  g_signal_connect_object (desk, "notify::settings", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
