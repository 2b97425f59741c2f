#include "letters.h"
#include "ui-fixture.h"

#include "ui/ft-accessible.h"
#include "ui/ft-outcome-bar.h"
#include "ui/ft-outcome-panel.h"

#include <libintl.h>
#include <locale.h>

/* Every page and every form, walked widget by widget, in each language: what can have the focus has
 * a name, and a mnemonic is announced without its underscore. */

#define N_PAGES 5

static const char *const PAGES[N_PAGES] = { "desk", "calendar", "after-sale", "pieces", "score" };

/* --- Names --- */

/* Made by the toolkit out of one widget that has a name. */
static GtkWidget *
get_owner (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (parent == NULL)
    return widget;
  if (GTK_IS_TEXT (widget))
    {
      /* A row that is an entry has it further in. */
      GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW);

      return row != NULL ? row : GTK_IS_EDITABLE (parent) ? parent : widget;
    }
  if (GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent) || GTK_IS_SPIN_BUTTON (parent))
    return parent;
  return widget;
}

static gboolean
shows_text (GtkWidget *root)
{
  if (!gtk_widget_get_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && *gtk_label_get_text (GTK_LABEL (root)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child))
      return TRUE;
  return FALSE;
}

static gboolean
has_label (GtkWidget *widget)
{
  g_autofree char *differs = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  differs = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  return differs != NULL;
}

/* What is typed into or chosen from shows its value, which is no name. */
static gboolean
is_named_by_its_text (GtkWidget *widget)
{
  return !GTK_IS_EDITABLE (widget) && !GTK_IS_TEXT_VIEW (widget) && !GTK_IS_DROP_DOWN (widget)
         && !GTK_IS_RANGE (widget) && !GTK_IS_SWITCH (widget);
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkWidget *owner = get_owner (widget);

  if (has_label (owner)
      || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (owner),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  if (ADW_IS_PREFERENCES_ROW (owner))
    return *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (owner)) != '\0';
  return is_named_by_its_text (owner) && shows_text (owner);
}

/* The label of a button with its underscores, NULL if it has no mnemonic. */
static const char *
get_mnemonic (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget)
      && gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget)))
    return gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    return gtk_button_get_label (GTK_BUTTON (widget));
  return NULL;
}

static void
check_mnemonic (GtkWidget *widget, GString *wrong)
{
  const char *label = get_mnemonic (widget);
  g_autofree char *name = label != NULL ? ft_accessible_strip (label) : NULL;
  g_autofree char *differs = name != NULL ? gtk_test_accessible_check_property (
                                 GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name)
                                          : NULL;

  if (differs != NULL)
    g_string_append_printf (wrong, "\n  “%s” is announced as %s", label, differs);
}

static void
walk (GtkWidget *widget, GString *wrong)
{
  /* What GTK draws and names itself. */
  if (!gtk_widget_get_mapped (widget) || GTK_IS_WINDOW_CONTROLS (widget)
      || GTK_IS_CALENDAR (widget))
    return;
  if (gtk_widget_get_focusable (widget) && !is_named (widget))
    {
      g_string_append_printf (wrong, "\n  a %s has no name, in", G_OBJECT_TYPE_NAME (widget));
      for (GtkWidget *up = gtk_widget_get_parent (widget); up != NULL;
           up = gtk_widget_get_parent (up))
        g_string_append_printf (wrong, " %s", G_OBJECT_TYPE_NAME (up));
    }
  check_mnemonic (widget, wrong);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (child, wrong);
}

static void
check (gpointer root, const char *what)
{
  g_autoptr (GString) wrong = g_string_new (NULL);

  walk (root, wrong);
  letters_check (root, wrong);
  if (wrong->len > 0)
    {
      g_printerr ("%s:%s\n", what, wrong->str);
      g_test_fail ();
    }
}

/* --- Looking and acting, in any language --- */

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

static void
show_page (UiFixture *ui, const char *page)
{
  g_autofree char *action = g_strdup_printf ("win.show-page::%s", page);

  ui_act (ui, action);
  ui_settle (ui);
}

/* Somebody late, somebody on a day away, somebody without a promise; and a piece. */
static gint64
fill_store (UiFixture *ui)
{
  gint64 anna = fixture_add (&ui->data, "Anna", -1, 12, 0);
  g_autoptr (FtEdit) edit = ft_edit_new ("Fill");
  g_autoptr (FtPieceData) piece = ft_piece_data_new ("Case study", FT_PIECE_DOCUMENT);
  gint32 day = fixture_civil (1, 0, 0).day;
  g_autoptr (FtDayOffData) day_off = ft_day_off_data_new (FT_DAY_OFF_AWAY, day, day, "Trip");

  fixture_add (&ui->data, "Bert", 1, 9, 30);
  fixture_add (&ui->data, "Cleo", G_MAXINT, 0, 0);
  piece->id = ft_edit_new_id (edit);
  ft_edit_put_piece (edit, piece);
  day_off->id = ft_edit_new_id (edit);
  ft_edit_put_day_off (edit, day_off);
  fixture_apply (&ui->data, edit);
  return anna;
}

/* --- Tests --- */

/* Without it the other languages would be held in English. */
static void
test_language (void)
{
  const char *language = g_getenv ("LANGUAGE");
  const char *save = dgettext (GETTEXT_PACKAGE, "_Save");

  g_assert_nonnull (language);
  g_assert_cmpint (g_str_equal (save, "_Save"), ==, g_str_equal (language, "en"));
}

static void
test_pages_empty (UiFixture *ui, gconstpointer data)
{
  ui_open (ui, 1280);
  for (guint i = 0; i < N_PAGES; i++)
    {
      show_page (ui, PAGES[i]);
      check (ui->window, PAGES[i]);
    }
}

static void
test_pages (UiFixture *ui, gconstpointer data)
{
  gint64 anna = fill_store (ui);

  ui_open (ui, 1280);
  ft_window_show_lead (ui->window, anna);
  for (guint i = 0; i < N_PAGES; i++)
    {
      show_page (ui, PAGES[i]);
      check (ui->window, PAGES[i]);
    }
}

static void
test_narrow (UiFixture *ui, gconstpointer data)
{
  gint64 anna = fill_store (ui);

  ui_open (ui, 360);
  for (guint i = 0; i < N_PAGES; i++)
    {
      show_page (ui, PAGES[i]);
      check (ui->window, PAGES[i]);
    }
  show_page (ui, "desk");
  ft_window_show_lead (ui->window, anna);
  ui_settle (ui);
  check (ui->window, "card");
}

/* Each with its own questions. */
static void
test_outcomes (UiFixture *ui, gconstpointer data)
{
  gint64 anna = fill_store (ui);
  GtkWidget *bar;

  ui_open (ui, 1280);
  ft_window_show_lead (ui->window, anna);
  ui_settle (ui);
  bar = find_type (GTK_WIDGET (ui->window), FT_TYPE_OUTCOME_BAR);
  g_assert_nonnull (bar);
  for (FtOutcome outcome = FT_OUTCOME_REACHED; outcome <= FT_OUTCOME_DEFINITE_NO; outcome++)
    {
      g_autofree char *what = g_strdup_printf ("outcome %d", outcome);

      if (outcome == FT_OUTCOME_SOLD)
        continue; /* asks nothing: the sale is made at once */
      ft_outcome_bar_open (FT_OUTCOME_BAR (bar), outcome);
      ui_settle (ui);
      g_assert_true (gtk_widget_get_mapped (find_type (bar, FT_TYPE_OUTCOME_PANEL)));
      check (ui->window, what);
    }
}

static void
test_preferences (UiFixture *ui, gconstpointer data)
{
  static const char *const pages[] = { "work", "reminders", "coach", "checklists" };
  GtkWidget *window;

  fill_store (ui);
  ui_open (ui, 1280);
  ui_act (ui, "win.preferences");
  ui_settle (ui);
  window = ui_form (ui);
  g_assert_nonnull (window);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), pages[i]);
      gtk_test_widget_wait_for_draw (window);
      check (window, pages[i]);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (ui);
}

/* Forms over the window, each with what it asks for. None stands by hidden once it is closed:
 * GTK 4.8 breaks down when a screen reader asks for it. */
static void
test_forms (UiFixture *ui, gconstpointer data)
{
  static const char *const actions[]
      = { "win.add-lead", "win.promise-anew", "win.print-addresses" };
  gint64 anna = fill_store (ui);
  g_autoptr (FtLeadCard) card = fixture_read (&ui->data, anna);
  const FtPromiseData *promise = card->promises->pdata[0];

  ui_open (ui, 1280);
  for (guint i = 0; i <= G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *form;

      if (i < G_N_ELEMENTS (actions))
        ui_act (ui, actions[i]);
      else
        ft_window_run_late (ui->window, anna, promise->id);
      ui_settle (ui);
      form = ui_form (ui);
      g_assert_nonnull (form);
      gtk_test_widget_wait_for_draw (form);
      check (form, i < G_N_ELEMENTS (actions) ? actions[i] : "late");
      gtk_window_close (GTK_WINDOW (form));
      ui_settle (ui);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
    }
}

static GtkWidget *
find_open_popover (GtkWidget *root)
{
  if (GTK_IS_POPOVER (root) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_open_popover (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_popovers (UiFixture *ui, gconstpointer data)
{
  GtkWidget *popover;

  fill_store (ui);
  ui_open (ui, 1280);
  ft_window_they_called (ui->window);
  ui_settle (ui);
  popover = find_open_popover (GTK_WIDGET (ui->window));
  g_assert_nonnull (popover);
  check (popover, "they called");
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_settle (ui);
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

  g_test_add_func ("/accessible/language", test_language);
  UI_TEST ("/accessible/pages-empty", test_pages_empty);
  UI_TEST ("/accessible/pages", test_pages);
  UI_TEST ("/accessible/narrow", test_narrow);
  UI_TEST ("/accessible/outcomes", test_outcomes);
  UI_TEST ("/accessible/preferences", test_preferences);
  UI_TEST ("/accessible/forms", test_forms);
  UI_TEST ("/accessible/popovers", test_popovers);
  return g_test_run ();
}
