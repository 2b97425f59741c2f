#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-reminders-group.h"

#include "core/ft-when.h"

#include <glib/gi18n-lib.h>

struct _FtRemindersGroup
{
  AdwPreferencesGroup parent_instance;

  FtReminder *reminder;   /* owned */
  FtAutostart *autostart; /* owned, or NULL: on a database of another name */
  gboolean updating;      /* the switch follows the file, not the user */

  AdwActionRow *next; /* children */
  AdwActionRow *test;
  AdwActionRow *login;
  GtkSwitch *login_switch;
};

G_DEFINE_FINAL_TYPE (FtRemindersGroup, ft_reminders_group, ADW_TYPE_PREFERENCES_GROUP)

static void
next_changed_cb (FtRemindersGroup *self)
{
  FtClock *clock = ft_store_get_clock (ft_reminder_get_store (self->reminder));
  gint64 next = ft_reminder_get_next (self->reminder);
  g_autofree char *when = NULL;

  if (next != FT_RING_NEVER)
    when = ft_when_format (ft_civil_from_instant (next, ft_clock_get_zone (clock)),
                           ft_clock_civil (clock));
  adw_action_row_set_subtitle (self->next,
                               when != NULL ? when : _ ("Nothing is to be reminded of"));
}

static void
problem_changed_cb (FtRemindersGroup *self)
{
  const char *problem = ft_notifier_get_problem (ft_reminder_get_notifier (self->reminder));
  g_autofree char *text = NULL;

  if (problem != NULL)
    /* Translators: %s is a sentence that says why. */
    text = g_strdup_printf (_ ("%s\nPromises are in the list all the same."), problem);
  adw_action_row_set_subtitle (self->test,
                               text != NULL ? text : _ ("Shows one now, or says why it cannot"));
}

static void
tested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRemindersGroup) self = data;

  if (ft_notifier_show_finish (FT_NOTIFIER (source), result, NULL))
    adw_action_row_set_subtitle (self->test, _ ("It was shown. Did you not see it? Look into the "
                                                "system’s settings for notifications."));
  else if (self->reminder != NULL)
    problem_changed_cb (self);
}

static void
test_cb (FtRemindersGroup *self)
{
  g_autoptr (FtNotice) notice = ft_notice_of_test ();

  adw_action_row_set_subtitle (self->test, _ ("Asking the notification service…"));
  ft_notifier_show_async (ft_reminder_get_notifier (self->reminder), notice, FALSE, tested_cb,
                          g_object_ref (self));
}

static void
update_login (FtRemindersGroup *self)
{
  self->updating = TRUE;
  gtk_switch_set_active (self->login_switch, ft_autostart_get_active (self->autostart));
  self->updating = FALSE;
}

static void
login_set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRemindersGroup) self = data;
  g_autoptr (GError) error = NULL;

  if (!ft_autostart_set_finish (FT_AUTOSTART (source), result, &error))
    adw_action_row_set_subtitle (self->login, error->message);
  /* As it is, which may be another than was asked for. */
  if (self->autostart != NULL)
    update_login (self);
}

static void
login_changed_cb (FtRemindersGroup *self)
{
  if (!self->updating)
    ft_autostart_set_async (self->autostart, gtk_switch_get_active (self->login_switch),
                            login_set_cb, g_object_ref (self));
}

static AdwActionRow *
add_row (FtRemindersGroup *self, const char *title)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, NULL);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return ADW_ACTION_ROW (row);
}

static void
add_login (FtRemindersGroup *self)
{
  self->login = add_row (self, _ ("Start at Login"));
  adw_action_row_set_subtitle (self->login, _ ("In the background, so that reminders come"));
  self->login_switch = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->login_switch), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->login_switch),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Start at Login"), -1);
  adw_action_row_add_suffix (self->login, GTK_WIDGET (self->login_switch));
  adw_action_row_set_activatable_widget (self->login, GTK_WIDGET (self->login_switch));
  update_login (self);
  g_signal_connect_object (self->login_switch, "notify::active", G_CALLBACK (login_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->autostart, "notify::active", G_CALLBACK (update_login), self,
                           G_CONNECT_SWAPPED);
}

static void
ft_reminders_group_dispose (GObject *object)
{
  FtRemindersGroup *self = FT_REMINDERS_GROUP (object);

  g_clear_object (&self->reminder);
  g_clear_object (&self->autostart);
  G_OBJECT_CLASS (ft_reminders_group_parent_class)->dispose (object);
}

static void
ft_reminders_group_class_init (FtRemindersGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_reminders_group_dispose;
}

static void
ft_reminders_group_init (FtRemindersGroup *self)
{
}

GtkWidget *
ft_reminders_group_new (void)
{
  return g_object_new (FT_TYPE_REMINDERS_GROUP, "title", _ ("Reminders"), "visible", FALSE, NULL);
}

void
ft_reminders_group_fill (FtRemindersGroup *self, FtReminder *reminder, FtAutostart *autostart)
{
  GtkWidget *button;

  g_return_if_fail (FT_IS_REMINDERS_GROUP (self));
  g_return_if_fail (FT_IS_REMINDER (reminder));
  g_return_if_fail (self->reminder == NULL);

  self->reminder = g_object_ref (reminder);
  self->next = add_row (self, _ ("The Next One"));
  self->test = add_row (self, _ ("Test Reminder"));
  button = gtk_button_new_with_label (_ ("Test"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (test_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->test, button);
  adw_action_row_set_activatable_widget (self->test, button);
  if (autostart != NULL)
    {
      self->autostart = g_object_ref (autostart);
      add_login (self);
    }
  g_signal_connect_object (reminder, "notify::next", G_CALLBACK (next_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ft_reminder_get_notifier (reminder), "notify::problem",
                           G_CALLBACK (problem_changed_cb), self, G_CONNECT_SWAPPED);
  next_changed_cb (self);
  problem_changed_cb (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
