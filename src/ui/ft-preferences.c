#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-preferences.h"

#include "interchange/ft-export.h"
#include "ui/ft-calendar-file-group.h"
#include "ui/ft-checklists-page.h"
#include "ui/ft-days-off-group.h"
#include "ui/ft-days-row.h"
#include "ui/ft-reminders-group.h"
#include "ui/ft-sender-row.h"
#include "ui/ft-setting-row.h"

#include <glib/gi18n-lib.h>

struct _FtPreferences
{
  AdwPreferencesWindow parent_instance;

  FtDesk *desk;         /* owned */
  FtSettings *settings; /* owned, as sent to be saved last */
  guint n_pending;      /* saves not yet answered */
  gboolean updating;    /* the rows follow the settings, not the user */

  GPtrArray *numbers; /* owned, of FtSettingRow, borrowed */
  FtDaysRow *days;    /* children */
  GtkSwitch *hints;
  AdwEntryRow *currency;
  FtCalendarFileGroup *calendar_file;
  FtChecklistsPage *checklists;
  FtSenderRow *sender;
  AdwPreferencesPage *reminders;
  FtRemindersGroup *reminders_group;
};

G_DEFINE_FINAL_TYPE (FtPreferences, ft_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* --- Saving --- */

static void
update (FtPreferences *self)
{
  g_assert (FT_IS_PREFERENCES (self));

  /* What is on its way would be undone by what was before it. */
  if (self->n_pending > 0)
    return;
  ft_settings_unref (self->settings);
  self->settings = ft_settings_copy (ft_desk_get_settings (self->desk));
  self->updating = TRUE;
  for (guint i = 0; i < self->numbers->len; i++)
    ft_setting_row_show (g_ptr_array_index (self->numbers, i), self->settings);
  ft_days_row_set_days (self->days, self->settings->work_days);
  gtk_switch_set_active (self->hints, self->settings->hints);
  gtk_editable_set_text (GTK_EDITABLE (self->currency), self->settings->currency);
  ft_calendar_file_group_show (self->calendar_file, self->settings);
  ft_checklists_page_show (self->checklists, self->settings);
  ft_sender_row_show (self->sender, self->settings);
  self->updating = FALSE;
}

static void
say (FtPreferences *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (escaped));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtPreferences) self = data;
  g_autoptr (GError) error = NULL;

  ft_store_save_settings_finish (FT_STORE (source), result, &error);
  self->n_pending--;
  if (self->desk == NULL)
    return; /* closed meanwhile */
  if (error != NULL)
    say (self, error->message);
  update (self);
}

static void
save (FtPreferences *self)
{
  self->n_pending++;
  ft_store_save_settings_async (ft_desk_get_store (self->desk), self->settings, NULL, saved_cb,
                                g_object_ref (self));
}

static void
number_changed_cb (FtSettingRow *row, FtPreferences *self)
{
  ft_setting_row_store (row, self->settings);
  save (self);
}

static void
days_changed_cb (FtPreferences *self)
{
  g_assert (FT_IS_PREFERENCES (self));

  self->settings->work_days = ft_days_row_get_days (self->days);
  save (self);
}

static void
hints_changed_cb (FtPreferences *self)
{
  g_assert (FT_IS_PREFERENCES (self));

  if (self->updating)
    return;
  self->settings->hints = gtk_switch_get_active (self->hints);
  save (self);
}

static void
calendar_file_changed_cb (FtPreferences *self)
{
  g_assert (FT_IS_PREFERENCES (self));

  ft_calendar_file_group_store (self->calendar_file, self->settings);
  save (self);
}

static void
checklists_changed_cb (FtPreferences *self)
{
  g_assert (FT_IS_PREFERENCES (self));

  ft_checklists_page_store (self->checklists, self->settings);
  save (self);
}

static void
sender_changed_cb (FtPreferences *self)
{
  g_assert (FT_IS_PREFERENCES (self));

  ft_sender_row_store (self->sender, self->settings);
  save (self);
}

static void
currency_apply_cb (FtPreferences *self)
{
  g_autofree char *typed = NULL;
  g_autofree char *code = NULL;

  g_assert (FT_IS_PREFERENCES (self));

  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->currency))));
  code = g_ascii_strup (typed, -1);
  if (!ft_settings_set (self->settings, "currency", code))
    {
      say (self, _ ("A currency is three letters, as EUR or USD."));
      return;
    }
  save (self);
}

static void
failed_cb (FtPreferences *self, const char *message)
{
  g_assert (FT_IS_PREFERENCES (self));

  say (self, message);
}

/* --- The pages --- */

typedef struct
{
  const char *name;
  FtSettingKind kind;
  const char *title;
  const char *subtitle;
} Number;

static const Number HOURS[] = {
  { "day-begins", FT_SETTING_TIME, N_ ("From"), NULL },
  { "day-ends", FT_SETTING_TIME, N_ ("Until"), NULL },
};
static const Number QUIET[] = {
  { "quiet-from", FT_SETTING_TIME, N_ ("From"), N_ ("The same time twice: never quiet") },
  { "quiet-until", FT_SETTING_TIME, N_ ("Until"), NULL },
};
static const Number NOTIFICATIONS[] = {
  { "morning", FT_SETTING_SWITCH, N_ ("Tell Me of the Day"),
    N_ ("What is late and due as the working day begins, and before days away what to promise "
        "anew") },
  { "hide-names", FT_SETTING_SWITCH, N_ ("Hide Names in Notifications"),
    N_ ("While the screen is locked") },
};
static const Number ROOM[] = {
  { "first-promises-a-day", FT_SETTING_NUMBER, N_ ("First Promises a Day"),
    N_ ("Of an import, spread over working days") },
  { "slot-minutes", FT_SETTING_NUMBER, N_ ("Minutes a Contact Takes"),
    N_ ("Where its effort is not known") },
  { "contacts-a-day", FT_SETTING_NUMBER, N_ ("Contacts That Fit in a Day"),
    N_ ("From then on, a promise for that day is questioned") },
};
static const Number CONTACTS[] = {
  { "interval", FT_SETTING_NUMBER, N_ ("Days Between Contacts"), N_ ("Sooner is questioned") },
  { "contacts-a-week", FT_SETTING_NUMBER, N_ ("Contacts a Week"), N_ ("More make a pest") },
  { "invisible-days", FT_SETTING_NUMBER, N_ ("Invisible After Days"), NULL },
  { "far-days", FT_SETTING_NUMBER, N_ ("A Gap to Fill After Days"),
    N_ ("A promise further ahead proposes contacts in between") },
};
static const Number DECISION[] = {
  { "question-days", FT_SETTING_NUMBER, N_ ("Days Between Questions"),
    N_ ("Whether they have decided is asked no more often") },
  { "near-decision-days", FT_SETTING_NUMBER, N_ ("Near the Decision, in Days"), NULL },
  { "contacts-near-decision", FT_SETTING_NUMBER, N_ ("Contacts a Week Near the Decision"),
    N_ ("With a piece each time") },
  { "last-days", FT_SETTING_NUMBER, N_ ("Last Days Before the Decision"),
    N_ ("With at least one contact") },
  { "proposal-days", FT_SETTING_NUMBER, N_ ("Ask About a Proposal After"), N_ ("Working days") },
  { "least-contacts", FT_SETTING_NUMBER, N_ ("Contacts Before Giving Up"), NULL },
};

static AdwPreferencesPage *
add_page (FtPreferences *self, const char *name, const char *title, const char *icon)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (page), name);
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), title);
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), icon);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
  return ADW_PREFERENCES_PAGE (page);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_numbers (FtPreferences *self, AdwPreferencesGroup *group, const Number *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row
          = ft_setting_row_new (numbers[i].name, numbers[i].kind, _ (numbers[i].title),
                                numbers[i].subtitle != NULL ? _ (numbers[i].subtitle) : NULL);

      g_signal_connect_object (row, "changed", G_CALLBACK (number_changed_cb), self, 0);
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->numbers, row);
    }
}

#define ADD_NUMBERS(self, group, numbers) add_numbers (self, group, numbers, G_N_ELEMENTS (numbers))

static void
add_calendar_file (FtPreferences *self, AdwPreferencesPage *page)
{
  FtStore *store = ft_desk_get_store (self->desk);
  g_autofree char *path = ft_export_dup_calendar_path (ft_store_get_path (store));

  self->calendar_file = ft_calendar_file_group_new (path);
  g_signal_connect_object (self->calendar_file, "changed", G_CALLBACK (calendar_file_changed_cb),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (self->calendar_file));
}

static void
add_work_page (FtPreferences *self)
{
  AdwPreferencesPage *page = add_page (self, "work", _ ("Work"), "x-office-calendar-symbolic");
  AdwPreferencesGroup *group = add_group (page, _ ("Working Hours"), NULL);

  self->days = FT_DAYS_ROW (ft_days_row_new (_ ("Days")));
  g_signal_connect_object (self->days, "changed", G_CALLBACK (days_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->days));
  ADD_NUMBERS (self, group, HOURS);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (ft_days_off_group_new (self->desk)));
  group = add_group (page, _ ("Room for Promises"), NULL);
  ADD_NUMBERS (self, group, ROOM);
  group = add_group (page, _ ("Money"), NULL);
  self->currency = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->currency),
                                 _ ("Currency (empty: that of your country)"));
  adw_entry_row_set_show_apply_button (self->currency, TRUE);
  g_signal_connect_object (self->currency, "apply", G_CALLBACK (currency_apply_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->currency));
  add_calendar_file (self, page);
  group = add_group (page, _ ("Letters"), NULL);
  self->sender = FT_SENDER_ROW (ft_sender_row_new ());
  g_signal_connect_object (self->sender, "changed", G_CALLBACK (sender_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->sender));
}

static void
add_reminders_page (FtPreferences *self)
{
  AdwPreferencesPage *page = add_page (self, "reminders", _ ("Reminders"), "alarm-symbolic");
  AdwPreferencesGroup *group;

  self->reminders = page;
  self->reminders_group = FT_REMINDERS_GROUP (ft_reminders_group_new ());
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (self->reminders_group));
  group = add_group (page, _ ("Notifications"), NULL);
  ADD_NUMBERS (self, group, NOTIFICATIONS);
  group = add_group (page, _ ("Quiet Time"), _ ("Reminders wait until it is over."));
  ADD_NUMBERS (self, group, QUIET);
}

static void
add_coach_page (FtPreferences *self)
{
  AdwPreferencesPage *page = add_page (self, "coach", _ ("Coach"), "ft-hint-symbolic");
  AdwPreferencesGroup *group = add_group (page, NULL, NULL);
  GtkWidget *row = adw_action_row_new ();

  self->hints = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->hints), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hints), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Hints"), -1);
  g_signal_connect_object (self->hints, "notify::active", G_CALLBACK (hints_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Hints"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("One line on the card, where it applies"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->hints));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->hints));
  adw_preferences_group_add (group, row);
  group = add_group (page, _ ("Neither Pest Nor Invisible"), NULL);
  ADD_NUMBERS (self, group, CONTACTS);
  group = add_group (page, _ ("The Decision"), NULL);
  ADD_NUMBERS (self, group, DECISION);
}

static void
add_checklists_page (FtPreferences *self)
{
  self->checklists = FT_CHECKLISTS_PAGE (ft_checklists_page_new ());
  g_signal_connect_object (self->checklists, "changed", G_CALLBACK (checklists_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (self->checklists));
}

/* --- The window --- */

static void
ft_preferences_dispose (GObject *object)
{
  FtPreferences *self = FT_PREFERENCES (object);

  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_preferences_parent_class)->dispose (object);
}

static void
ft_preferences_finalize (GObject *object)
{
  FtPreferences *self = FT_PREFERENCES (object);

  g_ptr_array_unref (self->numbers);
  ft_settings_unref (self->settings);

  G_OBJECT_CLASS (ft_preferences_parent_class)->finalize (object);
}

static void
ft_preferences_class_init (FtPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_preferences_dispose;
  G_OBJECT_CLASS (klass)->finalize = ft_preferences_finalize;
}

static void
ft_preferences_init (FtPreferences *self)
{
  self->settings = ft_settings_new ();
  self->numbers = g_ptr_array_new ();
}

FtPreferences *
ft_preferences_new (GtkWindow *parent, FtDesk *desk)
{
  FtPreferences *self;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_PREFERENCES, "transient-for", parent, "modal", TRUE,
                       "destroy-with-parent", TRUE, NULL);
  self->desk = g_object_ref (desk);
  add_work_page (self);
  add_reminders_page (self);
  add_coach_page (self);
  add_checklists_page (self);
  g_signal_connect_object (desk, "notify::settings", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

void
ft_preferences_set_reminders (FtPreferences *self, FtReminder *reminder, FtAutostart *autostart)
{
  g_return_if_fail (FT_IS_PREFERENCES (self));

  ft_reminders_group_fill (self->reminders_group, reminder, autostart);
}

void
ft_preferences_show_reminders (FtPreferences *self)
{
  g_return_if_fail (FT_IS_PREFERENCES (self));

  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (self), self->reminders);
}
