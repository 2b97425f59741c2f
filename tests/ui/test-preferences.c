#include "ui-fixture.h"

#include "core/ft-outcomes.h"
#include "ui/ft-piece-editor.h"
#include "ui/ft-pieces-page.h"
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

/* --- Pieces (A5) --- */

static const FtPieceData *
get_piece (UiFixture *ui, guint i)
{
  GPtrArray *pieces = ft_piece_list_get_pieces (ft_desk_get_pieces (ui->desk));

  return i < pieces->len ? g_ptr_array_index (pieces, i) : NULL;
}

static GtkWidget *
get_editor (GtkWidget *window, gint64 id)
{
  GtkWidget *page = find_type (window, FT_TYPE_PIECES_PAGE);

  return ft_pieces_page_get_editor (FT_PIECES_PAGE (page), id);
}

static void
undo_and_redo (UiFixture *ui)
{
  ft_desk_undo (ui->desk);
  ui_settle (ui);
  ft_desk_redo (ui->desk);
  ui_settle (ui);
}

static void
test_a5_piece_added (UiFixture *ui, gconstpointer data)
{
  GtkWidget *window = open_preferences (ui, "win.pieces");

  enter (ui, window, "Add a piece: its name or link", "Smith & Sons <case>");
  g_assert_nonnull (get_piece (ui, 0));
  g_assert_cmpstr (get_piece (ui, 0)->name, ==, "Smith & Sons <case>");
  g_assert_cmpint (get_piece (ui, 0)->kind, ==, FT_PIECE_DOCUMENT);
  g_assert_nonnull (find_row (window, "Smith & Sons <case>"));
  ft_desk_undo (ui->desk);
  ui_settle (ui);
  g_assert_null (get_piece (ui, 0));
  g_assert_null (find_row (window, "Smith & Sons <case>"));
  ft_desk_redo (ui->desk);
  ui_settle (ui);
  g_assert_nonnull (get_piece (ui, 0));

  enter (ui, window, "Add a piece: its name or link", "https://example.com/roof");
  g_assert_cmpstr (get_piece (ui, 1)->name, ==, "example.com/roof");
  g_assert_cmpstr (get_piece (ui, 1)->uri, ==, "https://example.com/roof");
  g_assert_cmpint (get_piece (ui, 1)->kind, ==, FT_PIECE_LINK);
  close_preferences (ui, window);
}

static void
test_a5_piece_edited (UiFixture *ui, gconstpointer data)
{
  GtkWidget *window = open_preferences (ui, "win.pieces");
  GtkWidget *editor;

  enter (ui, window, "Add a piece: its name or link", "Photos");
  editor = get_editor (window, get_piece (ui, 0)->id);
  g_assert_nonnull (editor);
  enter (ui, editor, "Name", "Photos of the terrace");
  g_assert_cmpstr (get_piece (ui, 0)->name, ==, "Photos of the terrace");
  enter (ui, editor, "Name", " ");
  g_assert_cmpstr (get_piece (ui, 0)->name, ==, "Photos of the terrace");
  enter (ui, editor, "Link", "example.com/photos");
  g_assert_cmpstr (get_piece (ui, 0)->uri, ==, "https://example.com/photos");
  enter (ui, editor, "Link", "file:///etc/passwd");
  g_assert_cmpstr (get_piece (ui, 0)->uri, ==, "https://example.com/photos");

  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (editor, "Benefit It Serves")),
                              FT_BENEFIT_LOOK);
  ui_settle (ui);
  g_assert_cmpint (get_piece (ui, 0)->head, ==, FT_BENEFIT_LOOK);
  undo_and_redo (ui);
  g_assert_cmpint (get_piece (ui, 0)->head, ==, FT_BENEFIT_LOOK);

  gtk_switch_set_active (GTK_SWITCH (find_type (find_row (editor, "Offered"), GTK_TYPE_SWITCH)),
                         FALSE);
  ui_settle (ui);
  g_assert_true (get_piece (ui, 0)->retired);
  ft_desk_undo (ui->desk);
  ui_settle (ui);
  g_assert_false (get_piece (ui, 0)->retired);
  g_assert_true (gtk_switch_get_active (
      GTK_SWITCH (find_type (find_row (editor, "Offered"), GTK_TYPE_SWITCH))));
  close_preferences (ui, window);
}

static void
test_a5_file_kept_by_hash (UiFixture *ui, gconstpointer data)
{
  GtkWidget *window = open_preferences (ui, "win.pieces");
  g_autofree char *path = g_build_filename (ui->data.dir, "case study.txt", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *content = NULL;
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "It held.", -1);
  GtkWidget *editor;

  g_assert_true (g_file_set_contents (path, "It held.", -1, NULL));
  enter (ui, window, "Add a piece: its name or link", "Case study");
  editor = get_editor (window, get_piece (ui, 0)->id);
  ft_piece_editor_keep_file (FT_PIECE_EDITOR (editor), path);
  ui_settle (ui);
  g_assert_cmpstr (get_piece (ui, 0)->file_name, ==, "case study.txt");
  g_assert_cmpstr (get_piece (ui, 0)->file_hash, ==, hash);
  kept = ft_store_dup_piece_path (ui->data.store, get_piece (ui, 0));
  g_assert_true (g_file_get_contents (kept, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "It held.");

  ft_desk_undo (ui->desk);
  ui_settle (ui);
  g_assert_cmpstr (get_piece (ui, 0)->file_hash, ==, "");

  /* A file that is not there leaves the piece as it was. */
  ft_piece_editor_keep_file (FT_PIECE_EDITOR (editor), "/nowhere/at-all.txt");
  ui_settle (ui);
  g_assert_cmpstr (get_piece (ui, 0)->file_hash, ==, "");
  g_assert_cmpint (g_remove (kept), ==, 0);
  folder = g_path_get_dirname (kept);
  g_assert_cmpint (g_remove (folder), ==, 0);
  g_assert_cmpint (g_remove (path), ==, 0);
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
  UI_TEST ("/preferences/calendar-file", test_calendar_file);
  UI_TEST ("/preferences/A5/piece-added", test_a5_piece_added);
  UI_TEST ("/preferences/A5/piece-edited", test_a5_piece_edited);
  UI_TEST ("/preferences/A5/file-kept-by-hash", test_a5_file_kept_by_hash);
  return g_test_run ();
}
