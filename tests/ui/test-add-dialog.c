#include "ui-fixture.h"

/* The form for a new lead: a name is enough, errors stand beside the field, nothing typed is lost.
 */

static GtkWidget *
open_form (UiFixture *ui)
{
  GtkWidget *form;

  ft_window_add_lead (ui->window);
  form = ui_form (ui);
  g_assert_nonnull (form);
  gtk_test_widget_wait_for_draw (form);
  return form;
}

static const char *
typed (gpointer form, const char *name)
{
  return gtk_editable_get_text (GTK_EDITABLE (ui_get (form, GTK_TYPE_ENTRY, name)));
}

static gboolean
form_is_closed (gpointer ui)
{
  return ui_form (ui) == NULL;
}

static void
act (gpointer form, const char *action)
{
  gtk_widget_activate_action (adw_window_get_content (ADW_WINDOW (form)), action, NULL);
}

static void
save (UiFixture *ui)
{
  act (ui_form (ui), "form.save");
  ui_settle (ui);
}

static FtLeadCard *
only_card (UiFixture *ui)
{
  g_autoptr (GArray) ids = fixture_query (&ui->data, FT_FILTER_ALL, NULL);

  g_assert_cmpuint (ids->len, ==, 1);
  return fixture_read (&ui->data, g_array_index (ids, gint64, 0));
}

/* A name alone makes a lead with a promise for today (B1, E5), and it is shown. */
static void
test_name_is_enough (UiFixture *ui, gconstpointer data)
{
  g_autoptr (FtLeadCard) card = NULL;
  FtPromiseData *promise;
  GtkWidget *form;

  ui_open (ui, 1280);
  form = open_form (ui);
  ui_type (form, "Name", "  Anna Berg ");
  save (ui);
  ui_wait (form_is_closed, ui);

  card = only_card (ui);
  g_assert_cmpstr (card->lead->name, ==, "Anna Berg");
  g_assert_cmpuint (card->promises->len, ==, 1);
  promise = g_ptr_array_index (card->promises, 0);
  g_assert_cmpint (promise->promised.day, ==, fixture_civil (0, 0, 0).day);
  g_assert_cmpint (promise->channel, ==, FT_CHANNEL_PHONE);
  g_assert_cmpint (ft_card_get_lead_id (ft_desk_get_card (ui->desk)), ==, card->lead->id);
}

/* E5: for today as long as there is an hour of it, else when work goes on; always one of the times
 * offered. */
static void
test_first_promise (UiFixture *ui, gconstpointer data)
{
  static const struct
  {
    int days; /* from a Wednesday */
    int hour;
    int minute;
    int promised_days;
    int promised_minute;
  } cases[] = {
    { 0, 15, 59, 0, 16 * 60 }, { 0, 16, 0, 0, 17 * 60 }, { 0, 17, 0, 0, 18 * 60 },
    { 0, 17, 1, 1, 10 * 60 },  { 2, 20, 0, 5, 10 * 60 }, { 3, 11, 0, 5, 10 * 60 },
  };

  ui_open (ui, 1280);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = NULL;
      FtPromiseData *promise;
      GtkWidget *form;

      fixture_go_to (&ui->data, cases[i].days, cases[i].hour, cases[i].minute);
      ui_settle (ui);
      form = open_form (ui);
      ui_type (form, "Name", "Anna Berg");
      save (ui);
      ui_wait (form_is_closed, ui);
      card = only_card (ui);
      promise = g_ptr_array_index (card->promises, 0);
      g_assert_cmpint (promise->promised.day, ==, fixture_civil (cases[i].promised_days, 0, 0).day);
      g_assert_cmpint (promise->promised.minute, ==, cases[i].promised_minute);
      fixture_undo (&ui->data);
      ui_settle (ui);
    }
}

static void
test_everything (UiFixture *ui, gconstpointer data)
{
  static const char *const fields[][2] = {
    { "Name", "Anna" },
    { "Company", "Berg & Sons" },
    { "Phone", "030 1234567" },
    { "E-Mail", "a@berg.example" },
    { "For What", "The garden plan" },
    { "Role", "Owner" },
    { "Street", "Hauptstr. 1" },
    { "Postcode", "10115" },
    { "City", "Berlin" },
    { "Country", "Germany" },
    { "Time Zone", "America/New_York" },
    { "Source", "Fair" },
    { "Decides By", "12 Dec" },
  };
  g_autoptr (FtLeadCard) card = NULL;
  FtPromiseData *promise;
  GtkWidget *form, *more;

  ui_open (ui, 1280);
  form = open_form (ui);
  more = ui_find_label (form, "More");
  g_assert_nonnull (more);
  gtk_expander_set_expanded (GTK_EXPANDER (gtk_widget_get_ancestor (more, GTK_TYPE_EXPANDER)),
                             TRUE);
  gtk_test_widget_wait_for_draw (form);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    ui_type (form, fields[i][0], fields[i][1]);
  save (ui);
  ui_wait (form_is_closed, ui);

  card = only_card (ui);
  promise = g_ptr_array_index (card->promises, 0);
  g_assert_cmpstr (card->lead->company, ==, "Berg & Sons");
  g_assert_cmpstr (ft_lead_data_get_phone (card->lead), ==, "030 1234567");
  g_assert_cmpstr (ft_lead_data_get_email (card->lead), ==, "a@berg.example");
  g_assert_cmpstr (card->lead->role, ==, "Owner");
  g_assert_cmpstr (card->lead->street, ==, "Hauptstr. 1");
  g_assert_cmpstr (card->lead->postcode, ==, "10115");
  g_assert_cmpstr (card->lead->city, ==, "Berlin");
  g_assert_cmpstr (card->lead->country, ==, "Germany");
  g_assert_cmpstr (card->lead->zone, ==, "America/New_York");
  g_assert_cmpstr (card->lead->source, ==, "Fair");
  g_assert_cmpint (card->lead->decision_day, ==, ft_civil_all_day (2026, 12, 12).day);
  g_assert_cmpstr (promise->purpose, ==, "The garden plan");
  g_assert_cmpstr (promise->zone, ==, "America/New_York");
}

static void
test_errors_beside_the_field (UiFixture *ui, gconstpointer data)
{
  GtkWidget *form, *name;

  ui_open (ui, 1280);
  form = open_form (ui);
  ui_type (form, "Company", "Berg Roofing");
  save (ui);
  g_assert_true (ui_form (ui) == form);
  name = ui_get (form, GTK_TYPE_ENTRY, "Name");
  g_assert_true (gtk_widget_has_css_class (name, "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_nonnull (ui_find_label (form, "Whom did you speak with? A name is enough."));
  g_assert_cmpstr (typed (form, "Company"), ==, "Berg Roofing");

  /* Gone with the first letter. */
  ui_type (form, "Name", "A");
  g_assert_false (gtk_widget_has_css_class (name, "error"));
  g_assert_null (ui_find_label (form, "Whom did you speak with? A name is enough."));
}

static void
test_zone_and_date_are_checked (UiFixture *ui, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  GtkWidget *form;

  ui_open (ui, 1280);
  form = open_form (ui);
  ui_type (form, "Name", "Anna");
  gtk_expander_set_expanded (
      GTK_EXPANDER (gtk_widget_get_ancestor (ui_find_label (form, "More"), GTK_TYPE_EXPANDER)),
      TRUE);
  gtk_test_widget_wait_for_draw (form);
  ui_type (form, "Time Zone", "Atlantis/Capital");
  ui_type (form, "Decides By", "when pigs fly");
  save (ui);
  g_assert_true (ui_form (ui) == form);
  g_assert_true (gtk_widget_has_css_class (ui_get (form, GTK_TYPE_ENTRY, "Time Zone"), "error"));
  g_assert_true (gtk_widget_has_css_class (ui_get (form, GTK_TYPE_ENTRY, "Decides By"), "error"));
  ids = fixture_query (&ui->data, FT_FILTER_ALL, NULL);
  g_assert_cmpuint (ids->len, ==, 0);
}

/* Closing asks nothing and loses nothing; what is saved is not offered again. */
static void
test_draft (UiFixture *ui, gconstpointer data)
{
  GtkWidget *form;

  ui_open (ui, 1280);
  form = open_form (ui);
  ui_type (form, "Name", "Anna");
  ui_type (form, "Phone", "030 1");
  gtk_window_close (GTK_WINDOW (form));
  ui_wait (form_is_closed, ui);
  form = open_form (ui);
  g_assert_cmpstr (typed (form, "Name"), ==, "Anna");
  g_assert_cmpstr (typed (form, "Phone"), ==, "030 1");
  save (ui);
  ui_wait (form_is_closed, ui);
  form = open_form (ui);
  g_assert_cmpstr (typed (form, "Name"), ==, "");
  g_assert_cmpstr (typed (form, "Phone"), ==, "");
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer done)
{
  g_assert_true (ft_store_close_finish (FT_STORE (source), result, NULL));
  *(gboolean *) done = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
form_says_why (gpointer form)
{
  return ui_find (form, GTK_TYPE_WIDGET, "Not saved") != NULL;
}

/* A store that cannot write: the form stays, with everything typed and the reason. */
static void
test_failure_keeps_the_form (UiFixture *ui, gconstpointer data)
{
  gboolean closed = FALSE;
  GtkWidget *form;

  ui_open (ui, 1280);
  form = open_form (ui);
  ui_type (form, "Name", "Anna");
  ft_store_close_async (ui->data.store, closed_cb, &closed);
  ui_wait (is_true, &closed);
  act (form, "form.save");
  ui_wait (form_says_why, form);
  g_assert_true (ui_form (ui) == form);
  g_assert_cmpstr (typed (form, "Name"), ==, "Anna");
  g_assert_true (gtk_widget_is_sensitive (ui_get (form, GTK_TYPE_BUTTON, "Save")));
}

static gboolean
known_is_shown (gpointer form)
{
  return ui_find_label (form, "Anna Berg of Berg Roofing is already here.") != NULL;
}

static gboolean
known_is_hidden (gpointer form)
{
  return !known_is_shown (form);
}

/* The same number, written otherwise. */
static void
test_known (UiFixture *ui, gconstpointer data)
{
  g_autoptr (FtLeadData) anna = ft_lead_data_new ("Anna Berg");
  g_autoptr (FtEdit) edit = NULL;
  GtkWidget *form;
  gint64 id;

  g_free (anna->company);
  anna->company = g_strdup ("Berg Roofing");
  g_ptr_array_add (anna->phones, ft_reach_new ("work", "+49 (30) 1234-567"));
  g_ptr_array_add (anna->emails, ft_reach_new ("work", "Anna@Berg.example"));
  edit = ft_gesture_add_lead (anna, NULL, ft_clock_now (ui->data.clock));
  id = fixture_apply (&ui->data, edit);
  fixture_add (&ui->data, "Late", -1, 10, 0);
  ui_open (ui, 1280);
  g_assert_cmpint (ft_card_get_lead_id (ft_desk_get_card (ui->desk)), !=, id);

  form = open_form (ui);
  ui_type (form, "Phone", "030 1234567");
  ui_wait (known_is_shown, form);
  ui_type (form, "Phone", "030 765");
  ui_wait (known_is_hidden, form);
  ui_type (form, "E-Mail", "anna@berg.example");
  ui_wait (known_is_shown, form);
  act (form, "form.open-known");
  ui_wait (form_is_closed, ui);
  ui_settle (ui);
  g_assert_cmpint (ft_card_get_lead_id (ft_desk_get_card (ui->desk)), ==, id);
}

/* Who left only an address is written to, unless the user has said otherwise. */
static void
test_channel_follows (UiFixture *ui, gconstpointer data)
{
  g_autoptr (FtLeadCard) card = NULL;
  GtkWidget *form;

  ui_open (ui, 1280);
  form = open_form (ui);
  ui_type (form, "Name", "Anna");
  ui_type (form, "E-Mail", "anna@berg.example");
  save (ui);
  ui_wait (form_is_closed, ui);
  card = only_card (ui);
  g_assert_cmpint (((FtPromiseData *) g_ptr_array_index (card->promises, 0))->channel, ==,
                   FT_CHANNEL_EMAIL);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  UI_TEST ("/add-dialog/name-is-enough", test_name_is_enough);
  UI_TEST ("/add-dialog/E5/first-promise", test_first_promise);
  UI_TEST ("/add-dialog/everything", test_everything);
  UI_TEST ("/add-dialog/errors-beside-the-field", test_errors_beside_the_field);
  UI_TEST ("/add-dialog/zone-and-date-are-checked", test_zone_and_date_are_checked);
  UI_TEST ("/add-dialog/draft", test_draft);
  UI_TEST ("/add-dialog/failure-keeps-the-form", test_failure_keeps_the_form);
  UI_TEST ("/add-dialog/known", test_known);
  UI_TEST ("/add-dialog/channel-follows", test_channel_follows);
  return g_test_run ();
}
