#include "../model/model-fixture.h"

#include "interchange/ft-text-decode.h"
#include "ui/ft-import-columns.h"
#include "ui/ft-import-dialog.h"

#include <string.h>

/* The window on a real file and a real store. */
typedef struct
{
  Fixture store;
  FtImportDialog *dialog;
} Import;

/* --- Looking --- */

typedef gboolean (*Matches) (GtkWidget *widget, const char *text);

/* Widgets on the pages of a stack that are not shown are not there. */
static GtkWidget *
find (GtkWidget *root, Matches matches, const char *text)
{
  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return NULL;
  if (matches (root, text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_button (GtkWidget *widget, const char *text)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
}

static gboolean
is_label (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
is_row (GtkWidget *widget, const char *title)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static GtkWidget *
wait_for (Import *import, Matches matches, const char *text)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  GtkWidget *found;

  while (!(found = find (GTK_WIDGET (import->dialog), matches, text)))
    {
      g_main_context_iteration (NULL, TRUE);
      if (g_get_monotonic_time () > deadline)
        g_error ("never seen: %s", text);
    }
  return found;
}

static gboolean
is_sensitive_button (GtkWidget *widget, const char *text)
{
  return is_button (widget, text) && gtk_widget_is_sensitive (widget);
}

static void
click (Import *import, const char *label)
{
  g_signal_emit_by_name (wait_for (import, is_sensitive_button, label), "clicked");
}

static void
assert_seen (Import *import, Matches matches, const char *text)
{
  if (find (GTK_WIDGET (import->dialog), matches, text) == NULL)
    g_error ("not seen: %s", text);
}

static guint
count_leads (Import *import)
{
  g_autoptr (GArray) ids = fixture_query (&import->store, FT_FILTER_ALL, NULL);

  return ids->len;
}

static FtField
field_of (Import *import, const char *column)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (wait_for (import, is_row, column)));
}

/* --- Opening and closing --- */

static void
set_up (Import *import, gconstpointer data)
{
  fixture_set_up (&import->store, NULL);
}

static void
tear_down (Import *import, gconstpointer data)
{
  if (import->dialog != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (import->dialog), (gpointer *) &import->dialog);
      gtk_window_destroy (GTK_WINDOW (import->dialog));
      while (import->dialog != NULL)
        g_main_context_iteration (NULL, TRUE);
    }
  fixture_settle (&import->store);
  fixture_tear_down (&import->store, NULL);
}

static void
open_bytes (Import *import, const char *name, const char *bytes, gsize length)
{
  g_autofree char *path = g_build_filename (import->store.dir, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  import->dialog = ft_import_dialog_new (import->store.store, file);
  gtk_window_present (GTK_WINDOW (import->dialog));
}

static void
open_text (Import *import, const char *name, const char *text)
{
  open_bytes (import, name, text, strlen (text));
}

/* --- The tests --- */

static void
test_import_and_undo (Import *import, gconstpointer data)
{
  open_text (import, "leads.csv",
             "Name,Company,Phone,Promised\nAnna Berg,Smith & Sons,030 1234567,2026-11-26 16:00\n"
             "Bob Oz,,030 7654321,\n,,5,\n");
  wait_for (import, is_sensitive_button, "_Import 2 Leads");
  assert_seen (import, is_label, "1 row cannot be imported");
  assert_seen (import, is_label, "Smith & Sons · 030 1234567");
  g_assert_cmpint (field_of (import, "Phone"), ==, FT_FIELD_PHONE);
  click (import, "_Import 2 Leads");
  wait_for (import, is_row, "New leads");
  assert_seen (import, is_label, "1 Row Was Not Imported");
  assert_seen (import, is_row, "Line 4");
  assert_seen (import, is_label, "There is no name, no company and no e-mail address.");
  g_assert_cmpuint (count_leads (import), ==, 2);
  g_object_add_weak_pointer (G_OBJECT (import->dialog), (gpointer *) &import->dialog);
  click (import, "_Undo");
  while (import->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_leads (import), ==, 0);
}

static guint
count_promised (Import *import)
{
  g_autoptr (GArray) without = fixture_query (&import->store, FT_FILTER_WITHOUT, NULL);

  return count_leads (import) - without->len;
}

static gboolean
is_spin (GtkWidget *widget, const char *text)
{
  return GTK_IS_SPIN_BUTTON (widget);
}

/* B1: everybody gets a first promise, as many a day as is set, unless the user says otherwise. */
static void
test_first_promises (Import *import, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *button;
    int offered;
    const char *typed; /* or NULL */
    guint promised;
  } cases[] = {
    { "two.csv", "Name\nAnna Berg\nBob Oz\n", "_Import 2 Leads", 10, NULL, 2 },
    { "none.csv", "Name\nCara Klein\n", "_Import 1 Lead", 10, "0", 2 },
    { "some.csv", "Name\nDora Lang\n", "_Import 1 Lead", 10, "3", 3 },
    { "own.json",
      "{\"format\":\"follow-through\",\"version\":1,\"leads\":[{\"uid\":\"a\",\"name\":\"Emil "
      "Oz\"}]}",
      "_Import 1 Lead", 0, NULL, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *spin;

      open_text (import, cases[i].name, cases[i].text);
      wait_for (import, is_sensitive_button, cases[i].button);
      spin = wait_for (import, is_spin, "");
      g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), ==,
                       cases[i].offered);
      /* what is typed counts without leaving the field */
      if (cases[i].typed != NULL)
        gtk_editable_set_text (GTK_EDITABLE (spin), cases[i].typed);
      click (import, cases[i].button);
      wait_for (import, is_row, "New leads");
      g_assert_cmpuint (count_promised (import), ==, cases[i].promised);
      gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&import->dialog)));
    }
}

/* The second time there is nothing to undo, least of all the first time. */
static void
test_twice (Import *import, gconstpointer data)
{
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *undo;

      open_text (import, "leads.csv", "Name,Phone\nAnna Berg,030 1234567\n");
      click (import, "_Import 1 Lead");
      wait_for (import, is_row, "New leads");
      undo = wait_for (import, is_button, "_Undo");
      g_assert_true (gtk_widget_get_sensitive (undo) == (i == 0));
      g_assert_cmpuint (count_leads (import), ==, 1);
      g_object_add_weak_pointer (G_OBJECT (import->dialog), (gpointer *) &import->dialog);
      gtk_window_close (GTK_WINDOW (import->dialog));
      while (import->dialog != NULL)
        g_main_context_iteration (NULL, TRUE);
    }
}

static gboolean
is_pace (GtkWidget *widget, const char *text)
{
  g_auto (GStrv) lines = NULL;

  if (!ADW_IS_ACTION_ROW (widget)
      || !g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)),
                       "Leads a Working Day"))
    return FALSE;
  lines = g_strsplit (adw_action_row_get_subtitle (ADW_ACTION_ROW (widget)), "\n", -1);
  return g_strcmp0 (lines[1], text) == 0;
}

static gboolean
is_spin_button (GtkWidget *widget, const char *text)
{
  return GTK_IS_SPIN_BUTTON (widget);
}

/* B1: how many a day is chosen by how long the last of them waits. */
static void
test_pace (Import *import, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Name\n");
  GtkSpinButton *a_day;

  for (guint i = 0; i < 25; i++)
    g_string_append_printf (text, "Lead %u\n", i);
  open_text (import, "list.csv", text->str);
  wait_for (import, is_button, "_Import 25 Leads");
  a_day = GTK_SPIN_BUTTON (wait_for (import, is_spin_button, ""));
  gtk_spin_button_set_value (a_day, 12);
  assert_seen (import, is_pace, "All of them within 3 working days");
  gtk_spin_button_set_value (a_day, 25);
  assert_seen (import, is_pace, "All of them within 1 working day");
  gtk_spin_button_set_value (a_day, 0);
  assert_seen (import, is_pace, NULL);
}

static void
test_change_columns (Import *import, gconstpointer data)
{
  open_text (import, "list.csv", "Wer,Was\nAnna,Dach\nBob,Pool\n");
  wait_for (import, is_label, "No column is known to hold a name");
  g_assert_false (gtk_widget_is_sensitive (wait_for (import, is_button, "_Import")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (wait_for (import, is_row, "Wer")), FT_FIELD_NAME);
  wait_for (import, is_sensitive_button, "_Import 2 Leads");
  assert_seen (import, is_row, "Anna");
  /* at once another: what was chosen before the first answer counts too */
  adw_combo_row_set_selected (ADW_COMBO_ROW (wait_for (import, is_row, "Was")), FT_FIELD_NAME);
  adw_combo_row_set_selected (ADW_COMBO_ROW (wait_for (import, is_row, "Wer")), FT_FIELD_COMPANY);
  wait_for (import, is_row, "Dach");
  g_assert_cmpint (field_of (import, "Wer"), ==, FT_FIELD_COMPANY);
  click (import, "_Import 2 Leads");
  wait_for (import, is_row, "New leads");
  g_assert_cmpuint (count_leads (import), ==, 2);
}

static void
test_first_row (Import *import, gconstpointer data)
{
  GtkWidget *row;

  open_text (import, "list.csv", "Name,Company\nAnna,Dach\n");
  wait_for (import, is_sensitive_button, "_Import 1 Lead");
  row = wait_for (import, is_row, "The First Row Names the Columns");
  gtk_widget_activate (row);
  wait_for (import, is_sensitive_button, "_Import 2 Leads");
  assert_seen (import, is_row, "Column 1");
}

static gboolean
is_encoding_row (GtkWidget *widget, const char *text)
{
  return is_row (widget, "Characters");
}

static void
test_encoding (Import *import, gconstpointer data)
{
  GtkWidget *encoding;

  open_text (import, "list.csv", "Name,Company\n\317\360\350\342\345\362,X\n");
  wait_for (import, is_row, "Ïðèâåò");
  encoding = wait_for (import, is_encoding_row, "");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (encoding)), ==,
                    FT_ENCODING_WINDOWS_1252 - 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (encoding), FT_ENCODING_WINDOWS_1251 - 1);
  wait_for (import, is_row, "Привет");
}

/* Address cards have no columns to choose. */
static void
test_vcard (Import *import, gconstpointer data)
{
  open_text (import, "cards.vcf", "BEGIN:VCARD\nFN:Anna <Berg> & Co\nEND:VCARD\n");
  wait_for (import, is_sensitive_button, "_Import 1 Lead");
  assert_seen (import, is_row, "Anna <Berg> & Co");
  g_assert_null (find (GTK_WIDGET (import->dialog), is_encoding_row, ""));
  g_assert_null (find (GTK_WIDGET (import->dialog), is_label, "What the Columns Hold"));
}

static const struct
{
  const char *name;
  const char *bytes;
  const char *seen;
} refused[] = {
  { "empty.csv", "", "“empty.csv” is empty." },
  { "picture.csv", "\211PNG....", "is not a text file" },
  { "new.json", "{\"format\":\"follow-through\",\"version\":9}",
    "written by a newer Follow Through" },
};

static void
test_refused (Import *import, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      open_text (import, refused[i].name, refused[i].bytes);
      wait_for (import, is_label, refused[i].seen);
      g_assert_null (find (GTK_WIDGET (import->dialog), is_button, "_Import"));
      gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&import->dialog)));
    }
}

static void
test_not_there (Import *import, gconstpointer data)
{
  g_autoptr (GFile) missing = g_file_new_build_filename (import->store.dir, "missing.csv", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (import->store.dir);

  import->dialog = ft_import_dialog_new (import->store.store, missing);
  gtk_window_present (GTK_WINDOW (import->dialog));
  wait_for (import, is_label, "Could Not Read the File");
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&import->dialog)));
  import->dialog = ft_import_dialog_new (import->store.store, folder);
  gtk_window_present (GTK_WINDOW (import->dialog));
  wait_for (import, is_label, "at most one gigabyte");
}

static char *
many_leads (guint n)
{
  GString *text = g_string_new ("Name,E-mail\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Lead %u,lead%u@x.example\n", i, i);
  return g_string_free (text, FALSE);
}

/* Cancelled is as if it had never been asked. */
static void
test_cancel (Import *import, gconstpointer data)
{
  g_autofree char *text = many_leads (20000);

  open_text (import, "many.csv", text);
  click (import, "_Import 20000 Leads");
  click (import, "_Cancel");
  wait_for (import, is_sensitive_button, "_Import 20000 Leads");
  g_assert_cmpuint (count_leads (import), ==, 0);
}

/* Closed in the middle of it, too; and the window goes. */
static void
test_close_while_importing (Import *import, gconstpointer data)
{
  g_autofree char *text = many_leads (20000);

  open_text (import, "many.csv", text);
  click (import, "_Import 20000 Leads");
  g_object_add_weak_pointer (G_OBJECT (import->dialog), (gpointer *) &import->dialog);
  gtk_window_close (GTK_WINDOW (import->dialog));
  while (import->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_leads (import), ==, 0);
}

/* It fits on the narrowest window, whatever the file says. */
static void
test_narrow (Import *import, gconstpointer data)
{
  int minimum;

  open_text (
      import, "list.csv",
      "Name,\"A header that goes on and on and never seems to end at all\"\n"
      "A name that goes on and on and never seems to end at all either,"
      "Nor_does_this_value_which_has_not_a_single_blank_to_be_broken_at_so_it_has_to_be_cut\n");
  wait_for (import, is_sensitive_button, "_Import 1 Lead");
  gtk_widget_measure (GTK_WIDGET (import->dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*function) (Import *import, gconstpointer data);
  } tests[] = {
    { "/import-dialog/import-and-undo", test_import_and_undo },
    { "/import-dialog/B1/first-promises", test_first_promises },
    { "/import-dialog/B1/pace", test_pace },
    { "/import-dialog/twice", test_twice },
    { "/import-dialog/change-columns", test_change_columns },
    { "/import-dialog/first-row", test_first_row },
    { "/import-dialog/encoding", test_encoding },
    { "/import-dialog/vcard", test_vcard },
    { "/import-dialog/refused", test_refused },
    { "/import-dialog/not-there", test_not_there },
    { "/import-dialog/cancel", test_cancel },
    { "/import-dialog/close-while-importing", test_close_while_importing },
    { "/import-dialog/narrow", test_narrow },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Import, NULL, set_up, tests[i].function, tear_down);
  return g_test_run ();
}
