#include "ui-fixture.h"

/* The window: where the day begins, panes, filters, search, undo, messages. */

static gint64
shown (UiFixture *ui)
{
  return ft_card_get_lead_id (ft_desk_get_card (ui->desk));
}

static guint
n_listed (UiFixture *ui)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ft_desk_get_list (ui->desk)));
}

static const char *
filter_state (UiFixture *ui)
{
  g_autoptr (GVariant) state
      = g_action_group_get_action_state (G_ACTION_GROUP (ui->window), "filter");

  return g_intern_string (g_variant_get_string (state, NULL));
}

static GtkWidget *
find_type (gpointer root, GType type)
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

/* The day begins with the oldest promise that was missed. */
static void
test_begins_with_the_latest (UiFixture *ui, gconstpointer data)
{
  gint64 late;

  fixture_add (&ui->data, "Today", 0, 16, 0);
  late = fixture_add (&ui->data, "Late", -3, 10, 0);
  fixture_add (&ui->data, "Later", -1, 10, 0);
  ui_open (ui, 1280);

  g_assert_cmpint (shown (ui), ==, late);
  g_assert_nonnull (ui_find_label (ui->window, "Late"));
  g_assert_nonnull (ui_find (ui->window, GTK_TYPE_LIST_VIEW, "Leads"));
}

static void
test_empty (UiFixture *ui, gconstpointer data)
{
  ui_open (ui, 1280);

  g_assert_cmpuint (n_listed (ui), ==, 0);
  g_assert_null (ui_find (ui->window, GTK_TYPE_LIST_VIEW, "Leads"));
  ui_act (ui, "win.filter::late");
  ui_settle (ui);
  g_assert_cmpstr (filter_state (ui), ==, "late");
  g_assert_nonnull (
      ui_find_label (ui->window, "No promise is late. What is missed will stand here first."));
}

static void
test_filters (UiFixture *ui, gconstpointer data)
{
  fixture_add (&ui->data, "Today", 0, 16, 0);
  fixture_add (&ui->data, "Late", -3, 10, 0);
  fixture_add (&ui->data, "Nobody", G_MAXINT, 0, 0);
  ui_open (ui, 1280);
  g_assert_cmpstr (filter_state (ui), ==, "all");
  g_assert_cmpuint (n_listed (ui), ==, 3);

  g_assert_nonnull (ui_find (ui->window, GTK_TYPE_TOGGLE_BUTTON, "Late, 1"));
  g_assert_nonnull (ui_find (ui->window, GTK_TYPE_TOGGLE_BUTTON, "No Promise, 1"));
  ui_press (ui->window, "Late, 1");
  ui_settle (ui);
  g_assert_cmpuint (n_listed (ui), ==, 1);
  g_assert_cmpint (ft_lead_list_get_filter (ft_desk_get_list (ui->desk)), ==, FT_FILTER_LATE);

  ui_press (ui->window, "1 without promise");
  ui_settle (ui);
  g_assert_cmpstr (filter_state (ui), ==, "without");
  g_assert_nonnull (ui_find (ui->window, GTK_TYPE_BUTTON, "Coverage 2/3"));
}

static void
test_search (UiFixture *ui, gconstpointer data)
{
  gint64 anna;

  fixture_add (&ui->data, "Boris", -1, 16, 0);
  anna = fixture_add (&ui->data, "Anna Berg", 3, 16, 0);
  ui_open (ui, 1280);

  ui_act (ui, "win.search");
  ui_type (ui->window, "Search", "ann");
  ft_lead_list_set_search (ft_desk_get_list (ui->desk), "ann");
  ui_settle (ui);
  g_assert_cmpuint (n_listed (ui), ==, 1);
  g_assert_cmpint (ft_lead_list_get_id_at (ft_desk_get_list (ui->desk), 0), ==, anna);
  g_assert_cmpstr (filter_state (ui), ==, "");

  /* Enter shows the one found. */
  g_signal_emit_by_name (ui_get (ui->window, GTK_TYPE_SEARCH_ENTRY, "Search"), "activate");
  ui_settle (ui);
  g_assert_cmpint (shown (ui), ==, anna);

  /* Escape brings the list back; a filter ends a search too. */
  g_signal_emit_by_name (ui_get (ui->window, GTK_TYPE_SEARCH_ENTRY, "Search"), "stop-search");
  ui_settle (ui);
  g_assert_cmpuint (n_listed (ui), ==, 2);
  g_assert_cmpstr (filter_state (ui), ==, "all");
  g_assert_cmpint (shown (ui), ==, anna);
}

static void
test_nobody_found (UiFixture *ui, gconstpointer data)
{
  fixture_add (&ui->data, "Boris", 1, 16, 0);
  ui_open (ui, 1280);
  ft_lead_list_set_search (ft_desk_get_list (ui->desk), "<Zoë> & Sons");
  ui_settle (ui);
  g_assert_nonnull (ui_find_label (ui->window, "Nobody is found for “<Zoë> & Sons”."));
  ui_act (ui, "win.add-named('<Zoë> & Sons')");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (ui_get (ui_form (ui), GTK_TYPE_ENTRY, "Name"))), ==,
      "<Zoë> & Sons");
}

/* A change elsewhere in the list takes neither the selection nor the card. */
static void
test_selection_stays (UiFixture *ui, gconstpointer data)
{
  FtLeadList *list;
  GtkSelectionModel *model;
  gint64 anna;

  fixture_add (&ui->data, "Boris", 2, 16, 0);
  anna = fixture_add (&ui->data, "Anna", 3, 16, 0);
  ui_open (ui, 1280);
  list = ft_desk_get_list (ui->desk);
  model
      = gtk_list_view_get_model (GTK_LIST_VIEW (ui_get (ui->window, GTK_TYPE_LIST_VIEW, "Leads")));

  gtk_selection_model_select_item (model, ft_lead_list_find (list, anna), TRUE);
  ui_settle (ui);
  g_assert_cmpint (shown (ui), ==, anna);
  fixture_add (&ui->data, "Late", -1, 9, 0);
  ui_settle (ui);
  g_assert_cmpint (shown (ui), ==, anna);
  g_assert_true (gtk_selection_model_is_selected (model, ft_lead_list_find (list, anna)));
  fixture_undo (&ui->data);
  ui_settle (ui);
  g_assert_true (gtk_selection_model_is_selected (model, ft_lead_list_find (list, anna)));

  /* The desk moves, the selection follows. */
  ui_act (ui, "win.previous");
  ui_settle (ui);
  g_assert_cmpint (shown (ui), !=, anna);
  g_assert_true (gtk_selection_model_is_selected (model, ft_lead_list_find (list, shown (ui))));
}

/* What the item of the menu with this action says, underscores and all. */
static char *
find_item (GMenuModel *menu, const char *action)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *name = NULL;
      char *label = NULL;

      if (section != NULL && (label = find_item (section, action)) != NULL)
        return label;
      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &name);
      if (g_strcmp0 (name, action) == 0
          && g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        return label;
    }
  return NULL;
}

/* A name is no mnemonic and no format. */
static void
test_undo_is_named (UiFixture *ui, gconstpointer data)
{
  GMenuModel *menu;
  g_autofree char *none = NULL, *undo = NULL, *redo = NULL;

  ui_open (ui, 1280);
  menu = gtk_menu_button_get_menu_model (
      GTK_MENU_BUTTON (ui_get (ui->window, GTK_TYPE_MENU_BUTTON, "Main Menu")));
  none = find_item (menu, "win.undo");
  g_assert_cmpstr (none, ==, "_Undo");
  fixture_add (&ui->data, "A_B 100%s", 0, 10, 0);
  ui_settle (ui);
  undo = find_item (menu, "win.undo");
  g_assert_cmpstr (undo, ==, "_Undo Add A__B 100%s");
  ui_act (ui, "win.undo");
  ui_settle (ui);
  redo = find_item (menu, "win.redo");
  g_assert_cmpstr (redo, ==, "_Redo Add A__B 100%s");
}

static void
test_undo (UiFixture *ui, gconstpointer data)
{
  ui_open (ui, 1280);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (ui->window), "undo"));
  fixture_add (&ui->data, "Smith & Sons", 1, 9, 0);
  ui_settle (ui);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (ui->window), "undo"));
  ui_act (ui, "win.undo");
  ui_settle (ui);
  g_assert_cmpuint (n_listed (ui), ==, 0);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (ui->window), "redo"));
  ui_act (ui, "win.redo");
  ui_settle (ui);
  g_assert_cmpuint (n_listed (ui), ==, 1);
}

/* A toast parses markup, a name is none. */
static void
test_say (UiFixture *ui, gconstpointer data)
{
  ui_open (ui, 1280);
  ft_window_say (ui->window, "Smith & <Sons>");
  ui_settle (ui);
  g_assert_nonnull (ui_find_label (ui->window, "Smith & <Sons>"));
  ft_window_say (ui->window, "The next one");
  ui_settle (ui);
  g_assert_nonnull (ui_find_label (ui->window, "The next one"));
}

/* One pane at 360 pixels, and the way there and back. */
static void
test_narrow (UiFixture *ui, gconstpointer data)
{
  GtkWidget *leaflet;
  gint64 anna;
  int minimum;

  anna = fixture_add (&ui->data, "Anna", 3, 16, 0);
  ui_open (ui, 360);
  gtk_widget_measure (GTK_WIDGET (ui->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 360);
  leaflet = find_type (ui->window, ADW_TYPE_LEAFLET);
  g_assert_true (adw_leaflet_get_folded (ADW_LEAFLET (leaflet)));
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (ADW_LEAFLET (leaflet)), ==, "list");
  g_assert_null (ui_find (ui->window, GTK_TYPE_BUTTON, "Back"));

  ft_window_show_lead (ui->window, anna);
  ui_settle (ui);
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (ADW_LEAFLET (leaflet)), ==, "card");
  ui_press (ui->window, "Back");
  ui_settle (ui);
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (ADW_LEAFLET (leaflet)), ==, "list");
}

static void
test_two_panes (UiFixture *ui, gconstpointer data)
{
  fixture_add (&ui->data, "Anna", 3, 16, 0);
  ui_open (ui, 800);
  g_assert_false (adw_leaflet_get_folded (ADW_LEAFLET (find_type (ui->window, ADW_TYPE_LEAFLET))));
  g_assert_nonnull (ui_find (ui->window, GTK_TYPE_LIST_VIEW, "Leads"));
  g_assert_nonnull (ui_find (ui->window, GTK_TYPE_BUTTON, "Call"));
}

static void
test_pages (UiFixture *ui, gconstpointer data)
{
  GtkWidget *stack;

  ui_open (ui, 1280);
  stack = find_type (ui->window, ADW_TYPE_VIEW_STACK);
  ui_act (ui, "win.show-page::calendar");
  ui_settle (ui);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stack)), ==, "calendar");
  ui_act (ui, "win.search");
  ui_settle (ui);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stack)), ==, "desk");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  UI_TEST ("/window/begins-with-the-latest", test_begins_with_the_latest);
  UI_TEST ("/window/empty", test_empty);
  UI_TEST ("/window/filters", test_filters);
  UI_TEST ("/window/search", test_search);
  UI_TEST ("/window/nobody-found", test_nobody_found);
  UI_TEST ("/window/selection-stays", test_selection_stays);
  UI_TEST ("/window/undo", test_undo);
  UI_TEST ("/window/undo-is-named", test_undo_is_named);
  UI_TEST ("/window/say", test_say);
  UI_TEST ("/window/narrow", test_narrow);
  UI_TEST ("/window/two-panes", test_two_panes);
  UI_TEST ("/window/pages", test_pages);
  return g_test_run ();
}
