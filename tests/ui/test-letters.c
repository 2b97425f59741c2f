#include "letters.h"
#include "ui-fixture.h"

#include "ui/ft-add-dialog.h"
#include "ui/ft-details-box.h"
#include "ui/ft-import-dialog.h"
#include "ui/ft-outcome-bar.h"
#include "ui/ft-time-picker.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

/* Alt with a letter does one thing: nowhere do two labels that can be seen and used together claim
 * the same, in any language. The window is wide, so that every button shows its words. The pages at
 * rest, the outcomes and the forms are walked by test-accessible.c; this is what opens inside of
 * them. */

#define WIDE 1880

static void
check (gpointer root, const char *what)
{
  g_autoptr (GString) wrong = g_string_new (NULL);

  letters_check (root, wrong);
  if (wrong->len > 0)
    {
      g_printerr ("%s:%s\n", what, wrong->str);
      g_test_fail ();
    }
}

static GtkWidget *
find_type (gpointer root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
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

static GtkWidget *
get_type (gpointer root, GType type)
{
  GtkWidget *found = find_type (root, type);

  g_assert_nonnull (found);
  return found;
}

/* --- The check itself --- */

typedef struct
{
  GtkWidget *window, *box;
  GtkWidget *save; /* claims S */
} Plain;

static GtkWidget *
append_button (GtkWidget *box, const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
plain_set_up (Plain *plain, gconstpointer data)
{
  plain->window = gtk_window_new ();
  plain->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_window_set_child (GTK_WINDOW (plain->window), plain->box);
  plain->save = append_button (plain->box, "_Save");
  gtk_window_present (GTK_WINDOW (plain->window));
  gtk_test_widget_wait_for_draw (plain->window);
}

static void
plain_tear_down (Plain *plain, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (plain->window));
}

static char *
dup_clashes (Plain *plain)
{
  GString *wrong = g_string_new (NULL);

  letters_check (plain->window, wrong);
  return g_string_free (wrong, FALSE);
}

static void
test_clash (Plain *plain, gconstpointer data)
{
  GtkWidget *other = append_button (plain->box, "A_s It Is");
  g_autofree char *clash = NULL, *insensitive = NULL, *hidden = NULL;

  clash = dup_clashes (plain);
  g_assert_cmpstr (clash, ==, "\n  Alt+s is “_Save” and “A_s It Is”");
  gtk_widget_set_sensitive (other, FALSE);
  insensitive = dup_clashes (plain);
  g_assert_cmpstr (insensitive, ==, "");
  gtk_widget_set_sensitive (other, TRUE);
  gtk_widget_set_visible (plain->save, FALSE);
  hidden = dup_clashes (plain);
  g_assert_cmpstr (hidden, ==, "");
}

/* While a popover is open the letters are those in it. */
static void
test_popover_apart (Plain *plain, gconstpointer data)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *apart = NULL, *clash = NULL;

  append_button (box, "_Sell");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_box_append (GTK_BOX (plain->box), button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_true (gtk_widget_get_mapped (box));
  apart = dup_clashes (plain);
  g_assert_cmpstr (apart, ==, "");
  append_button (box, "_Send");
  clash = dup_clashes (plain);
  g_assert_cmpstr (clash, ==, "\n  Alt+s is “_Sell” and “_Send”");
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* --- The desk --- */

/* Of a filter that holds nobody, and of a search that finds nobody, what to do instead. */
static void
test_empty_lists (UiFixture *ui, gconstpointer data)
{
  static const char *const filters[]
      = { "late", "today", "week", "without", "after-sale", "fenced", "closed" };

  fixture_add (&ui->data, "Anna", 20, 12, 0);
  ui_open (ui, WIDE);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      ft_window_show_filter (ui->window, filters[i]);
      ui_settle (ui);
      check (ui->window, filters[i]);
    }
  ft_window_search (ui->window, "Zorro");
  ui_settle (ui);
  check (ui->window, "search");
}

static gboolean
has_letter (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget));
}

/* The button with a letter after @skip others, NULL if there are no more. */
static GtkWidget *
find_button (GtkWidget *root, guint *skip)
{
  if (has_letter (root) && (*skip)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Everything that can be added is being added, beside an outcome's form. */
static void
test_details (UiFixture *ui, gconstpointer data)
{
  gint64 anna = fixture_add (&ui->data, "Anna", -1, 12, 0);
  GtkWidget *details;

  ui_open (ui, WIDE);
  ft_window_show_lead (ui->window, anna);
  ui_settle (ui);
  ft_outcome_bar_open (FT_OUTCOME_BAR (get_type (ui->window, FT_TYPE_OUTCOME_BAR)),
                       FT_OUTCOME_REACHED);
  details = get_type (ui->window, FT_TYPE_DETAILS_BOX);
  for (guint i = 0; i < 3; i++)
    {
      guint skip = i;
      GtkWidget *button = find_button (details, &skip);

      g_assert_nonnull (button);
      g_signal_emit_by_name (button, "clicked");
      ui_settle (ui);
      check (ui->window, "details");
    }
}

/* A popover opens on the screen only: what it points to is scrolled into sight first. */
static gboolean
is_in_sight (gpointer widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, root, &bounds) && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (root);
}

/* A promise far away offers what to do in between, and the picker has a page of its own. */
static void
test_far_promise (UiFixture *ui, gconstpointer data)
{
  gint64 anna = fixture_add (&ui->data, "Anna", -1, 12, 0);
  GtkWidget *bar, *picker, *button;

  ui_open (ui, WIDE);
  ft_window_show_lead (ui->window, anna);
  ui_settle (ui);
  bar = get_type (ui->window, FT_TYPE_OUTCOME_BAR);
  ft_outcome_bar_open (FT_OUTCOME_BAR (bar), FT_OUTCOME_REACHED);
  picker = get_type (bar, FT_TYPE_TIME_PICKER);
  ft_time_picker_set_civil (FT_TIME_PICKER (picker), fixture_civil (60, 10, 0));
  ui_settle (ui);
  check (ui->window, "far promise");
  button = get_type (picker, GTK_TYPE_MENU_BUTTON);
  gtk_widget_grab_focus (button);
  ui_wait (is_in_sight, button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_settle (ui);
  check (ui->window, "picker");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  ui_settle (ui);
}

/* Somebody without a promise, one whose card is to be written, one who has ended. */
static void
test_other_cards (UiFixture *ui, gconstpointer data)
{
  gint64 without = fixture_add (&ui->data, "Cleo", G_MAXINT, 0, 0);
  gint64 sold = fixture_add (&ui->data, "Dora", 0, 9, 0);
  gint64 closed = fixture_add (&ui->data, "Emil", 0, 9, 30);
  g_autoptr (FtLeadCard) emil = fixture_read (&ui->data, closed);
  g_autoptr (FtLeadData) ended = ft_lead_data_copy (emil->lead);
  g_autoptr (FtEdit) edit = ft_edit_new ("Close");

  ended->state = FT_LEAD_CLOSED;
  ft_edit_put_lead (edit, ended);
  fixture_apply (&ui->data, edit);
  ui_open (ui, WIDE);
  ft_window_show_lead (ui->window, without);
  ui_settle (ui);
  check (ui->window, "without a promise");
  ft_window_show_lead (ui->window, closed);
  ui_settle (ui);
  check (ui->window, "closed");
  ft_window_show_lead (ui->window, sold);
  ui_settle (ui);
  ft_outcome_bar_open (FT_OUTCOME_BAR (get_type (ui->window, FT_TYPE_OUTCOME_BAR)),
                       FT_OUTCOME_SOLD);
  ui_settle (ui);
  check (ui->window, "sold");
  ui_act (ui, "win.show-page::after-sale");
  ui_settle (ui);
  check (ui->window, "after the sale");
}

/* --- Windows --- */

/* Of a lead known already, with every field shown. */
static void
test_add_form (UiFixture *ui, gconstpointer data)
{
  GtkWidget *form;

  fixture_add (&ui->data, "Anna Berg", -1, 12, 0);
  ui_open (ui, 1280);
  ui_act (ui, "win.add-named::Anna Berg");
  ui_settle (ui);
  form = ui_form (ui);
  g_assert_nonnull (form);
  gtk_expander_set_expanded (GTK_EXPANDER (get_type (form, GTK_TYPE_EXPANDER)), TRUE);
  gtk_test_widget_wait_for_draw (form);
  ui_settle (ui);
  check (form, "add");
  gtk_window_close (GTK_WINDOW (form));
  ui_settle (ui);
}

static gboolean
has_columns (gpointer window)
{
  return find_type (window, ADW_TYPE_COMBO_ROW) != NULL;
}

static void
test_import (UiFixture *ui, gconstpointer data)
{
  g_autofree char *path = g_build_filename (ui->data.dir, "leads.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GtkWidget *form;

  g_file_set_contents (path, "Name,Phone\nAnna,+49 30 1\nBert,+49 30 2\n", -1, &error);
  g_assert_no_error (error);
  ui_open (ui, 1280);
  ft_window_import (ui->window, file);
  ui_settle (ui);
  form = ui_form (ui);
  g_assert_nonnull (form);
  ui_wait (has_columns, form);
  check (form, "import");
  gtk_window_close (GTK_WINDOW (form));
  ui_settle (ui);
  g_remove (path);
}

int
main (int argc, char *argv[])
{
  const char *localedir = g_getenv ("FOLLOW_THROUGH_LOCALEDIR");

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, ""); /* a test of GTK's is in English */
  if (localedir != NULL)
    {
      bindtextdomain (GETTEXT_PACKAGE, localedir);
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
      textdomain (GETTEXT_PACKAGE);
    }
  adw_init ();

  g_test_add ("/letters/clash", Plain, NULL, plain_set_up, test_clash, plain_tear_down);
  g_test_add ("/letters/popover-apart", Plain, NULL, plain_set_up, test_popover_apart,
              plain_tear_down);
  UI_TEST ("/letters/empty-lists", test_empty_lists);
  UI_TEST ("/letters/details", test_details);
  UI_TEST ("/letters/far-promise", test_far_promise);
  UI_TEST ("/letters/other-cards", test_other_cards);
  UI_TEST ("/letters/add-form", test_add_form);
  UI_TEST ("/letters/import", test_import);
  return g_test_run ();
}
