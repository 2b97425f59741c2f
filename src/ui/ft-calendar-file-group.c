#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-calendar-file-group.h"

#include <glib/gi18n-lib.h>

struct _FtCalendarFileGroup
{
  AdwPreferencesGroup parent_instance;

  char *path;
  gboolean updating; /* the switch follows the settings, not the user */
  GtkSwitch *wanted; /* children */
  AdwActionRow *place;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtCalendarFileGroup, ft_calendar_file_group, ADW_TYPE_PREFERENCES_GROUP)

static void
switched_cb (FtCalendarFileGroup *self)
{
  g_assert (FT_IS_CALENDAR_FILE_GROUP (self));

  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
copy_cb (FtCalendarFileGroup *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_WINDOW);

  g_assert (FT_IS_CALENDAR_FILE_GROUP (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->path);
  if (window != NULL)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window),
                                      adw_toast_new (_ ("Path copied")));
}

static void
add_switch (FtCalendarFileGroup *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                 _ ("Calendar File for Other Programs"), NULL);

  self->wanted = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->wanted), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->wanted, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (row),
      _ ("Names, telephone numbers and purposes lie in it in plain text: only for you to read, but "
         "for every program you run."));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->wanted));
  /* This names the switch after the row, too. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->wanted));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
add_place (FtCalendarFileGroup *self)
{
  g_autofree char *name = g_filename_display_name (self->path);
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  self->place = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name,
                              "title-lines", 0, "title-selectable", TRUE, NULL);
  gtk_widget_set_valign (copy, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (copy, _ ("Copy the path"));
  gtk_widget_add_css_class (copy, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy the path"), -1);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->place, copy);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->place));
}

static void
ft_calendar_file_group_finalize (GObject *object)
{
  g_free (FT_CALENDAR_FILE_GROUP (object)->path);

  G_OBJECT_CLASS (ft_calendar_file_group_parent_class)->finalize (object);
}

static void
ft_calendar_file_group_class_init (FtCalendarFileGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ft_calendar_file_group_finalize;

  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_CALENDAR_FILE_GROUP, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ft_calendar_file_group_init (FtCalendarFileGroup *self)
{
}

FtCalendarFileGroup *
ft_calendar_file_group_new (const char *path)
{
  FtCalendarFileGroup *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (FT_TYPE_CALENDAR_FILE_GROUP, "title", _ ("Calendar"), NULL);
  self->path = g_strdup (path);
  add_switch (self);
  add_place (self);
  return self;
}

void
ft_calendar_file_group_show (FtCalendarFileGroup *self, const FtSettings *settings)
{
  g_return_if_fail (FT_IS_CALENDAR_FILE_GROUP (self));

  self->updating = TRUE;
  gtk_switch_set_active (self->wanted, settings->calendar_file);
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->place), settings->calendar_file);
}

void
ft_calendar_file_group_store (FtCalendarFileGroup *self, FtSettings *settings)
{
  g_return_if_fail (FT_IS_CALENDAR_FILE_GROUP (self));

  settings->calendar_file = gtk_switch_get_active (self->wanted);
}
