#include "ui-fixture.h"

#include "core/ft-checklist.h"
#include "ui/ft-preferences.h"

#include <glib/gstdio.h>
#include <string.h>

/* The preferences over the real window, on a real store. */

static const FtSettings *
get_settings (UiFixture *ui)
{
  return ft_store_get_settings (ui->data.store);
}

static GtkWidget *
open_preferences (UiFixture *ui, const char *action)
{
  GtkWidget *window;

  ui_open (ui, 1000);
  ui_act (ui, action);
  ui_settle (ui);
  window = ui_form (ui);
  g_assert_true (FT_IS_PREFERENCES (window));
  return window;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* An animation may hold the window a little longer. */
static void
close_preferences (UiFixture *ui, GtkWidget *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait (is_gone, &weak);
  ui_settle (ui);
}

static void
show_page (GtkWidget *window, const char *name)
{
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), name);
}

/* The row with this title, shown or not. */
static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkSpinButton *
get_number (GtkWidget *window, const char *title)
{
  GtkWidget *row = find_row (window, title);

  g_assert_nonnull (row);
  return GTK_SPIN_BUTTON (find_type (row, GTK_TYPE_SPIN_BUTTON));
}

static void
choose_number (UiFixture *ui, GtkWidget *window, const char *title, int value)
{
  gtk_spin_button_set_value (get_number (window, title), value);
  ui_settle (ui);
}

static void
enter (UiFixture *ui, GtkWidget *root, const char *title, const char *text)
{
  GtkWidget *row = find_row (root, title);

  g_assert_true (ADW_IS_ENTRY_ROW (row));
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
  ui_settle (ui);
}

/* --- The calendar file --- */

static void
test_calendar_file (UiFixture *ui, gconstpointer data)
{
  GtkWidget *window = open_preferences (ui, "win.preferences");
  GtkWidget *row = find_row (window, "Calendar File for Other Programs");
  const char *database = ft_store_get_path (ui->data.store);
  g_autofree char *stem = g_strndup (database, strlen (database) - strlen (".db"));
  g_autofree char *path = g_strconcat (stem, ".ics", NULL);
  GtkSwitch *wanted;
  GtkWidget *place;

  g_assert_nonnull (row);
  wanted = GTK_SWITCH (find_type (row, GTK_TYPE_SWITCH));
  place = find_row (window, path);
  g_assert_nonnull (place);
  g_assert_false (gtk_switch_get_active (wanted));
  g_assert_false (gtk_widget_get_visible (place));
  gtk_switch_set_active (wanted, TRUE);
  ui_settle (ui);
  g_assert_true (get_settings (ui)->calendar_file);
  g_assert_true (gtk_widget_get_visible (place));
  g_signal_emit_by_name (find_type (place, GTK_TYPE_BUTTON), "clicked");
  gtk_switch_set_active (wanted, FALSE);
  ui_settle (ui);
  g_assert_false (get_settings (ui)->calendar_file);
  g_assert_false (gtk_widget_get_visible (place));
  close_preferences (ui, window);
}

/* --- How one works --- */

static void
test_b3_limits_saved_at_once (UiFixture *ui, gconstpointer data)
{
  GtkWidget *window = open_preferences (ui, "win.preferences");

  show_page (window, "coach");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (get_number (window, "Days Between Contacts")),
                   ==, 7);
  choose_number (ui, window, "Days Between Contacts", 10);
  choose_number (ui, window, "Days Between Questions", 5);
  choose_number (ui, window, "Contacts a Week", 2);
  choose_number (ui, window, "Contacts a Week Near the Decision", 3);
  choose_number (ui, window, "Invisible After Days", 21);
  g_assert_cmpint (get_settings (ui)->interval, ==, 10);
  g_assert_cmpint (get_settings (ui)->question_days, ==, 5);
  g_assert_cmpint (get_settings (ui)->contacts_a_week, ==, 2);
  g_assert_cmpint (get_settings (ui)->contacts_near_decision, ==, 3);
  g_assert_cmpint (get_settings (ui)->invisible_days, ==, 21);

  /* What can not be is not chosen. */
  choose_number (ui, window, "Contacts a Week", 99);
  g_assert_cmpint (get_settings (ui)->contacts_a_week, ==, 7);
  close_preferences (ui, window);
}

/* Faster than the disk: nothing is lost, nothing jumps back. */
static void
test_quick_changes (UiFixture *ui, gconstpointer data)
{
  GtkWidget *window = open_preferences (ui, "win.preferences");

  gtk_spin_button_set_value (get_number (window, "Contacts a Week"), 3);
  gtk_spin_button_set_value (get_number (window, "First Promises a Day"), 4);
  gtk_spin_button_set_value (get_number (window, "Contacts a Week"), 4);
  ui_settle (ui);
  g_assert_cmpint (get_settings (ui)->contacts_a_week, ==, 4);
  g_assert_cmpint (get_settings (ui)->first_promises_a_day, ==, 4);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (get_number (window, "First Promises a Day")),
                   ==, 4);
  close_preferences (ui, window);
}

static void
type_time (UiFixture *ui, GtkWidget *group_row, const char *text)
{
  GtkSpinButton *spin = GTK_SPIN_BUTTON (find_type (group_row, GTK_TYPE_SPIN_BUTTON));

  gtk_editable_set_text (GTK_EDITABLE (spin), text);
  gtk_spin_button_update (spin);
  ui_settle (ui);
}

static void
test_b6_hours_typed (UiFixture *ui, gconstpointer data)
{
  GtkWidget *window = open_preferences (ui, "win.preferences");
  GtkWidget *from = find_row (window, "From");
  GtkSpinButton *spin = GTK_SPIN_BUTTON (find_type (from, GTK_TYPE_SPIN_BUTTON));

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "09:00");
  type_time (ui, from, "8:30");
  g_assert_cmpint (get_settings (ui)->day_begins, ==, 8 * 60 + 30);
  type_time (ui, from, "10");
  g_assert_cmpint (get_settings (ui)->day_begins, ==, 10 * 60);
  type_time (ui, from, "early");
  g_assert_cmpint (get_settings (ui)->day_begins, ==, 10 * 60);
  close_preferences (ui, window);
}

static void
toggle_day (UiFixture *ui, GtkWidget *window, const char *day)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (ui_get (window, GTK_TYPE_TOGGLE_BUTTON, day));

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
  ui_settle (ui);
}

static void
test_e10_working_days (UiFixture *ui, gconstpointer data)
{
  static const char *const others[] = { "Tue", "Wed", "Thu", "Fri" };
  GtkWidget *window = open_preferences (ui, "win.preferences");

  toggle_day (ui, window, "Sat");
  g_assert_cmpint (get_settings (ui)->work_days, ==, 0x3f);
  toggle_day (ui, window, "Sat");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    toggle_day (ui, window, others[i]);
  g_assert_cmpint (get_settings (ui)->work_days, ==, 0x01);

  /* The last one stays. */
  toggle_day (ui, window, "Mon");
  g_assert_cmpint (get_settings (ui)->work_days, ==, 0x01);
  g_assert_true (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Mon"))));
  close_preferences (ui, window);
}

static void
test_b10_hints_and_currency (UiFixture *ui, gconstpointer data)
{
  GtkWidget *window = open_preferences (ui, "win.preferences");
  GtkWidget *hints = find_type (find_row (window, "Hints"), GTK_TYPE_SWITCH);

  g_assert_true (gtk_switch_get_active (GTK_SWITCH (hints)));
  gtk_switch_set_active (GTK_SWITCH (hints), FALSE);
  ui_settle (ui);
  g_assert_false (get_settings (ui)->hints);

  enter (ui, window, "Currency (empty: that of your country)", "eur");
  g_assert_cmpstr (get_settings (ui)->currency, ==, "EUR");
  enter (ui, window, "Currency (empty: that of your country)", "Euro");
  g_assert_cmpstr (get_settings (ui)->currency, ==, "EUR");
  close_preferences (ui, window);
}

/* B11: what each kind of sale brings with it. */
static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press_button (UiFixture *ui, GtkWidget *window, const char *label)
{
  GtkWidget *button = find_button (window, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle (ui);
}

static GPtrArray *
read_checklists (UiFixture *ui)
{
  GPtrArray *list = ft_checklists_parse (get_settings (ui)->checklists);

  g_assert_nonnull (list);
  return list;
}

static void
test_checklists (UiFixture *ui, gconstpointer data)
{
  GtkWidget *window = open_preferences (ui, "win.preferences");
  GtkWidget *row;

  show_page (window, "checklists");
  g_assert_cmpstr (get_settings (ui)->checklists, ==, "");
  row = find_row (window, "Write a thank-you card");
  g_assert_nonnull (row);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), FALSE);
  ui_settle (ui);
  {
    g_autoptr (GPtrArray) list = read_checklists (ui);
    const FtChecklist *first = list->pdata[0];
    g_assert_false (((FtChecklistStep *) first->steps->pdata[0])->on);
    g_assert_cmpuint (first->steps->len, ==, 5);
  }
  enter (ui, row, "What Is to Be Done", "Cards & stamps <now>");
  g_assert_nonnull (find_row (window, "Cards &amp; stamps &lt;now&gt;"));
  press_button (ui, window, "Add a Step");
  press_button (ui, window, "Add a Kind of Sale");
  enter (ui, window, "Kind of Sale", "Pool");
  {
    g_autoptr (GPtrArray) list = read_checklists (ui);
    const FtChecklist *first = list->pdata[0];
    g_assert_cmpuint (list->len, ==, 3);
    g_assert_cmpstr (first->name, ==, "Pool");
    g_assert_cmpuint (first->steps->len, ==, 6);
    g_assert_cmpstr (((FtChecklistStep *) first->steps->pdata[0])->text, ==,
                     "Cards & stamps <now>");
  }
  press_button (ui, window, "Remove This Step");
  press_button (ui, window, "Remove");
  {
    g_autoptr (GPtrArray) list = read_checklists (ui);
    g_assert_cmpuint (list->len, ==, 2);
  }
  press_button (ui, window, "Back to the Usual Checklists");
  g_assert_cmpstr (get_settings (ui)->checklists, ==, "");
  g_assert_nonnull (find_row (window, "Write a thank-you card"));
  close_preferences (ui, window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  UI_TEST ("/preferences/B3/limits-saved-at-once", test_b3_limits_saved_at_once);
  UI_TEST ("/preferences/quick-changes", test_quick_changes);
  UI_TEST ("/preferences/B6/hours-typed", test_b6_hours_typed);
  UI_TEST ("/preferences/E10/working-days", test_e10_working_days);
  UI_TEST ("/preferences/B10/hints-and-currency", test_b10_hints_and_currency);
  UI_TEST ("/preferences/B11/checklists", test_checklists);
  UI_TEST ("/preferences/calendar-file", test_calendar_file);
  return g_test_run ();
}
