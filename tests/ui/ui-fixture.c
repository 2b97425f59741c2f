#include "ui-fixture.h"

/* It loads the style and the icons; a process registers one only. */
static GtkApplication *
get_application (void)
{
  static GtkApplication *app;

  if (app == NULL)
    {
      g_autoptr (GError) error = NULL;

      app = GTK_APPLICATION (
          adw_application_new ("app.followthrough.FollowThrough", G_APPLICATION_NON_UNIQUE));
      g_application_register (G_APPLICATION (app), NULL, &error);
      g_assert_no_error (error);
    }
  return app;
}

void
ui_set_up (UiFixture *ui, gconstpointer data)
{
  fixture_set_up (&ui->data, data);
  ui->app = get_application ();
}

void
ui_tear_down (UiFixture *ui, gconstpointer data)
{
  if (ui->window != NULL)
    {
      g_object_ref (ui->window);
      gtk_window_destroy (GTK_WINDOW (ui->window));
      ui_settle (ui);
      g_assert_finalize_object (ui->window);
    }
  fixture_settle (&ui->data);
  g_assert_finalize_object (ui->desk);
  fixture_tear_down (&ui->data, data);
}

typedef struct
{
  UiCondition condition;
  gpointer data;
  gboolean timed_out;
} Wait;

static gboolean
time_out_cb (gpointer data)
{
  ((Wait *) data)->timed_out = TRUE;
  return G_SOURCE_REMOVE;
}

void
ui_wait (UiCondition condition, gpointer data)
{
  Wait wait = { condition, data, FALSE };
  guint timeout = g_timeout_add_seconds (5, time_out_cb, &wait);

  while (!condition (data) && !wait.timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (condition (data));
  if (!wait.timed_out)
    g_source_remove (timeout);
}

void
ui_settle (UiFixture *ui)
{
  fixture_settle (&ui->data);
  if (ui->window != NULL && gtk_widget_get_mapped (GTK_WIDGET (ui->window)))
    gtk_test_widget_wait_for_draw (GTK_WIDGET (ui->window));
  fixture_settle (&ui->data);
}

void
ui_open (UiFixture *ui, int width)
{
  fixture_settle (&ui->data);
  ui->desk = ft_desk_new (ui->data.store);
  ui->window = ft_window_new (ui->app, ui->desk);
  gtk_window_set_default_size (GTK_WINDOW (ui->window), width, 700);
  gtk_window_present (GTK_WINDOW (ui->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (ui->window));
  ui_settle (ui);
}

static gboolean
is_named (GtkWidget *widget, const char *name)
{
  g_autofree char *differs = NULL;
  g_autoptr (GList) labels = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (gtk_button_get_label (GTK_BUTTON (widget)), "_", -1);
      g_autofree char *label = g_strjoinv ("", parts);

      return g_str_equal (label, name);
    }
  labels = gtk_widget_list_mnemonic_labels (widget);
  for (GList *l = labels; l != NULL; l = l->next)
    if (GTK_IS_LABEL (l->data) && g_str_equal (gtk_label_get_text (l->data), name))
      return TRUE;
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  differs = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  return differs == NULL;
}

GtkWidget *
ui_find (gpointer root, GType type, const char *name)
{
  GtkWidget *widget = root;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && is_named (widget, name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
ui_get (gpointer root, GType type, const char *name)
{
  GtkWidget *found = ui_find (root, type, name);

  if (found == NULL)
    g_error ("There is no %s “%s”", g_type_name (type), name);
  return found;
}

GtkWidget *
ui_find_label (gpointer root, const char *text)
{
  GtkWidget *widget = root;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
ui_press (gpointer root, const char *name)
{
  GtkWidget *button = ui_get (root, GTK_TYPE_BUTTON, name);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
ui_type (gpointer root, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_get (root, GTK_TYPE_EDITABLE, name)), text);
}

GtkWidget *
ui_form (UiFixture *ui)
{
  g_autoptr (GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (window != GTK_WIDGET (ui->window) && gtk_widget_get_visible (window)
          && gtk_window_get_modal (GTK_WINDOW (window)))
        return window;
    }
  return NULL;
}

void
ui_act (UiFixture *ui, const char *detailed_action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (detailed_action, &name, &target, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (ui->window), name, target));
}
