#include "ui-fixture.h"

#include "ui/ft-blank-card.h"
#include "ui/ft-date-jump.h"
#include "ui/ft-filter-bar.h"
#include "ui/ft-outcome-bar.h"
#include "ui/ft-outcome-panel.h"
#include "ui/ft-status-strip.h"
#include "ui/ft-time-picker.h"

#include <locale.h>

/* What stands around the card: the day at a glance, the filters, how to begin, and the forms over
 * it, where a store that cannot write takes nothing away that was typed. */

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

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer closed)
{
  *(gboolean *) closed = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

/* From now on nothing can be read or written. */
static void
close_store (UiFixture *ui)
{
  gboolean closed = FALSE;

  ft_store_close_async (ui->data.store, closed_cb, &closed);
  ui_wait (is_true, &closed);
}

/* --- How to begin --- */

/* Without a lead there is nothing to choose: the card says how to get one (B1). */
static void
test_begin (UiFixture *ui, gconstpointer data)
{
  GtkWidget *blank;

  ui_open (ui, 1280);
  blank = find_type (ui->window, FT_TYPE_BLANK_CARD);
  g_assert_nonnull (ui_find_label (blank, "Whom Did You Promise a Call?"));
  g_assert_true (gtk_widget_is_sensitive (ui_get (blank, GTK_TYPE_BUTTON, "Import Leads…")));
  ui_press (blank, "Add Lead");
  g_assert_nonnull (ui_form (ui));
  gtk_window_close (GTK_WINDOW (ui_form (ui)));

  fixture_add (&ui->data, "Anna", 0, 12, 0);
  ui_settle (ui);
  g_assert_false (gtk_widget_get_mapped (blank));
  ui_act (ui, "win.undo");
  ui_settle (ui);
  g_assert_nonnull (ui_find_label (blank, "Whom Did You Promise a Call?"));
}

/* With leads, one is to be chosen, even if the filter holds none. */
static void
test_choose (UiFixture *ui, gconstpointer data)
{
  fixture_add (&ui->data, "Anna", 0, 12, 0);
  ui_open (ui, 1280);
  ft_desk_show_lead (ui->desk, 0);
  ui_settle (ui);
  g_assert_nonnull (ui_find_label (ui->window, "No Lead Chosen"));
  ft_window_show_filter (ui->window, "closed");
  ft_desk_show_lead (ui->desk, 0);
  ui_settle (ui);
  g_assert_nonnull (ui_find_label (ui->window, "No Lead Chosen"));
  g_assert_null (ui_find_label (ui->window, "Whom Did You Promise a Call?"));
}

/* --- The day at a glance --- */

static void
test_strip (UiFixture *ui, gconstpointer data)
{
  GtkWidget *strip;

  fixture_add (&ui->data, "Anna", -1, 12, 0);
  fixture_add (&ui->data, "Bert", -2, 12, 0);
  fixture_add (&ui->data, "Cleo", 0, 15, 0);
  fixture_add (&ui->data, "Dora", G_MAXINT, 0, 0);
  ui_open (ui, 1280);
  strip = find_type (ui->window, FT_TYPE_STATUS_STRIP);
  ui_get (strip, GTK_TYPE_BUTTON, "2 late");
  ui_get (strip, GTK_TYPE_BUTTON, "1 today");
  ui_get (strip, GTK_TYPE_BUTTON, "Coverage 3/4");
  g_assert_null (ui_find (strip, GTK_TYPE_BUTTON, "0 cards to write"));

  ui_press (strip, "1 without promise");
  ui_settle (ui);
  g_assert_cmpint (ft_lead_list_get_filter (ft_desk_get_list (ui->desk)), ==, FT_FILTER_WITHOUT);
  fixture_add (&ui->data, "Emil", G_MAXINT, 0, 0);
  ui_settle (ui);
  ui_get (strip, GTK_TYPE_BUTTON, "2 without promise");
  ui_get (strip, GTK_TYPE_BUTTON, "Coverage 3/5");
  ui_press (strip, "Coverage 3/5");
  ui_settle (ui);
  g_assert_true (gtk_widget_get_mapped (strip));
  g_assert_false (gtk_widget_get_mapped (find_type (ui->window, FT_TYPE_FILTER_BAR)));
}

/* Nobody reads 1200000 at a glance. */
static void
test_strip_groups_digits (UiFixture *ui, gconstpointer data)
{
  GtkWidget *strip;

  g_assert_nonnull (setlocale (LC_NUMERIC, "en_GB.UTF-8"));
  fixture_add_many (&ui->data, 1200);
  fixture_go_to (&ui->data, 300, 9, 0);
  ui_open (ui, 1280);
  strip = find_type (ui->window, FT_TYPE_STATUS_STRIP);
  ui_get (strip, GTK_TYPE_BUTTON, "1,200 late");
  ui_get (strip, GTK_TYPE_BUTTON, "Coverage 1,200/1,200");
  ui_get (find_type (ui->window, FT_TYPE_FILTER_BAR), GTK_TYPE_BUTTON, "Late, 1,200");
  setlocale (LC_NUMERIC, "C");
}

static void
test_strip_says_that_nothing_rings (UiFixture *ui, gconstpointer data)
{
  GtkWidget *strip, *silent;

  ui_open (ui, 1280);
  strip = find_type (ui->window, FT_TYPE_STATUS_STRIP);
  g_assert_null (ui_find (strip, GTK_TYPE_BUTTON, "No reminders"));
  ft_status_strip_set_silent (FT_STATUS_STRIP (strip), "No service takes notifications.");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (ui->window));
  silent = ui_get (strip, GTK_TYPE_BUTTON, "No reminders");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (silent), ==, "No service takes notifications.");
  ft_status_strip_set_silent (FT_STATUS_STRIP (strip), NULL);
  g_assert_false (gtk_widget_get_visible (silent));
}

/* --- The filters --- */

static gboolean
is_pressed (GtkWidget *bar, const char *name)
{
  return gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (ui_get (bar, GTK_TYPE_TOGGLE_BUTTON, name)));
}

static void
test_filter_bar (UiFixture *ui, gconstpointer data)
{
  GtkWidget *bar;

  fixture_add (&ui->data, "Anna", -1, 12, 0);
  fixture_add (&ui->data, "Cleo", 0, 15, 0);
  ui_open (ui, 1280);
  bar = find_type (ui->window, FT_TYPE_FILTER_BAR);
  g_assert_true (is_pressed (bar, "All, 2"));
  ui_press (bar, "Late, 1");
  ui_settle (ui);
  g_assert_true (is_pressed (bar, "Late, 1"));
  g_assert_false (is_pressed (bar, "All, 2"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ft_desk_get_list (ui->desk))), ==, 1);
  g_assert_true (
      gtk_widget_has_css_class (ui_get (bar, GTK_TYPE_TOGGLE_BUTTON, "Fenced, 0"), "none"));
  g_assert_true (
      gtk_widget_has_css_class (ui_get (bar, GTK_TYPE_TOGGLE_BUTTON, "Late, 1"), "late"));

  /* A search goes through all of them, and the next press ends it. */
  ft_window_search (ui->window, "cleo");
  ui_settle (ui);
  g_assert_false (is_pressed (bar, "Late, 1"));
  ui_press (bar, "Today, 1");
  ui_settle (ui);
  g_assert_true (is_pressed (bar, "Today, 1"));
  g_assert_cmpstr (ft_lead_list_get_search (ft_desk_get_list (ui->desk)), ==, "");
}

/* --- The forms of the outcomes --- */

static const struct
{
  FtOutcome outcome;
  const char *typed_into; /* something that would be lost */
} OUTCOMES[] = {
  { FT_OUTCOME_REACHED, "What you heard" },
  { FT_OUTCOME_NO_ANSWER, "Purpose of the promise" },
  { FT_OUTCOME_THEY_WILL_CALL, "What you heard" },
  { FT_OUTCOME_THEY_CALLED, "What they asked for" },
  { FT_OUTCOME_PROPOSAL_SENT, "Purpose of the promise" },
  { FT_OUTCOME_DELIVERED, "What it brings them" },
};

static const char *
typed (GtkWidget *panel, const char *name)
{
  return gtk_editable_get_text (GTK_EDITABLE (ui_get (panel, GTK_TYPE_EDITABLE, name)));
}

static GtkWidget *
find_error (GtkWidget *root)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
      && gtk_widget_has_css_class (root, "error") && *gtk_label_get_text (GTK_LABEL (root)) != '\0')
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_error (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_error (gpointer panel)
{
  return find_error (panel) != NULL;
}

/* What was heard is worth more than the attempt to save it: it stays, with the reason, and can be
 * saved again. */
static void
test_outcomes_keep_what_was_typed (UiFixture *ui, gconstpointer data)
{
  gint64 anna = fixture_add (&ui->data, "Anna", -1, 12, 0);
  GtkWidget *bar, *panel;

  ui_open (ui, 1280);
  ft_window_show_lead (ui->window, anna);
  ui_settle (ui);
  close_store (ui);
  bar = find_type (ui->window, FT_TYPE_OUTCOME_BAR);
  panel = find_type (bar, FT_TYPE_OUTCOME_PANEL);
  for (guint i = 0; i < G_N_ELEMENTS (OUTCOMES); i++)
    {
      ft_outcome_bar_open (FT_OUTCOME_BAR (bar), OUTCOMES[i].outcome);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (ui->window));
      g_assert_null (find_error (panel));
      ui_type (panel, OUTCOMES[i].typed_into, "do not lose this");
      ft_time_picker_set_civil (FT_TIME_PICKER (find_type (panel, FT_TYPE_TIME_PICKER)),
                                fixture_civil (6, 10, 0));
      ui_press (panel, "Save");
      ui_wait (has_error, panel);
      g_assert_cmpint (ft_outcome_panel_get_outcome (FT_OUTCOME_PANEL (panel)), ==,
                       OUTCOMES[i].outcome);
      g_assert_cmpstr (typed (panel, OUTCOMES[i].typed_into), ==, "do not lose this");
      g_assert_true (gtk_widget_is_sensitive (ui_get (panel, GTK_TYPE_BUTTON, "Save")));
      ui_type (panel, OUTCOMES[i].typed_into, "");
    }
  ft_outcome_bar_open (FT_OUTCOME_BAR (bar), FT_OUTCOME_DEFINITE_NO);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (ui->window));
  ui_press (panel, "Close This Lead"); /* refused, with a way around it */
  ui_type (panel, "Their words", "We have bought from others");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (ui->window));
  ui_type (panel, "Close anyway, because", "They moved away");
  ui_press (panel, "Close This Lead");
  ui_wait (has_error, panel);
  g_assert_cmpstr (typed (panel, "Their words"), ==, "We have bought from others");
  g_assert_cmpstr (typed (panel, "Close anyway, because"), ==, "They moved away");
}

/* --- Running late --- */

static GtkWidget *
open_late (UiFixture *ui)
{
  gint64 anna = fixture_add (&ui->data, "Anna", 0, 10, 30);
  g_autoptr (FtLeadCard) card = fixture_read (&ui->data, anna);
  const FtPromiseData *promise = card->promises->pdata[0];
  GtkWidget *form;

  ui_open (ui, 1280);
  ft_window_run_late (ui->window, anna, promise->id);
  ui_settle (ui);
  form = ui_form (ui);
  g_assert_nonnull (form);
  gtk_test_widget_wait_for_draw (form);
  return form;
}

static gboolean
form_is_closed (gpointer ui)
{
  return ui_form (ui) == NULL;
}

/* B7: another time in one click, once there is one, and the promise has moved with one step to
 * undo. */
static void
test_late (UiFixture *ui, gconstpointer data)
{
  GtkWidget *form = open_late (ui);
  FtTimePicker *picker = FT_TIME_PICKER (find_type (form, FT_TYPE_TIME_PICKER));
  g_autoptr (GArray) ids = fixture_query (&ui->data, FT_FILTER_ALL, NULL);
  gint64 anna = g_array_index (ids, gint64, 0);
  g_autoptr (FtLeadCard) moved = NULL;
  g_autoptr (FtLeadCard) back = NULL;
  const FtPromiseData *promise;

  g_assert_false (gtk_widget_is_sensitive (ui_get (form, GTK_TYPE_BUTTON, "Told Them")));
  g_assert_nonnull (ui_find_label (form, "Choose a time, and the words to send stand here."));
  ft_time_picker_set_civil (picker, fixture_civil (0, 9, 0));
  ui_press (form, "Told Them");
  g_assert_nonnull (ui_find_label (form, "This time is already past. Choose one still to come."));
  ft_time_picker_set_civil (picker, fixture_civil (0, 11, 15));
  g_assert_null (ui_find_label (form, "This time is already past. Choose one still to come."));
  ui_press (form, "Told Them");
  ui_wait (form_is_closed, ui);
  ui_settle (ui);
  moved = fixture_read (&ui->data, anna);
  promise = moved->promises->pdata[0];
  g_assert_true (ft_civil_compare (promise->promised, fixture_civil (0, 11, 15)) == 0);
  fixture_undo (&ui->data);
  back = fixture_read (&ui->data, anna);
  promise = back->promises->pdata[0];
  g_assert_true (ft_civil_compare (promise->promised, fixture_civil (0, 10, 30)) == 0);
}

static void
test_late_keeps_the_form (UiFixture *ui, gconstpointer data)
{
  GtkWidget *form = open_late (ui);

  close_store (ui);
  ft_time_picker_set_civil (FT_TIME_PICKER (find_type (form, FT_TYPE_TIME_PICKER)),
                            fixture_civil (0, 11, 15));
  ui_press (form, "Told Them");
  ui_wait (has_error, form);
  g_assert_true (ui_form (ui) == form);
  gtk_window_close (GTK_WINDOW (form));
}

static gboolean
window_says_why (gpointer window)
{
  return ui_find (window, GTK_TYPE_WIDGET, "Problem") != NULL;
}

/* Nothing opens where nothing could be read, and the window says so. */
static void
test_late_cannot_read (UiFixture *ui, gconstpointer data)
{
  gint64 anna = fixture_add (&ui->data, "Anna", 0, 10, 30);

  ui_open (ui, 1280);
  close_store (ui);
  ft_window_run_late (ui->window, anna, 1);
  ui_wait (window_says_why, ui->window);
  g_assert_null (ui_form (ui));
}

/* --- Going to a date --- */

static gint32 jumped_to;

static void
jump_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jumped_to = g_variant_get_int32 (parameter);
}

static void
test_date_jump (void)
{
  const GActionEntry entries[] = { { .name = "jump", .activate = jump_cb, .parameter_type = "i" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *window = gtk_window_new (), *button = gtk_menu_button_new ();
  GtkWidget *jump = g_object_ref_sink (ft_date_jump_new ()), *entry;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, 1, NULL);
  gtk_widget_insert_action_group (window, "calendar", G_ACTION_GROUP (actions));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), jump);
  gtk_window_set_child (GTK_WINDOW (window), button);
  ft_date_jump_set_now (FT_DATE_JUMP (jump), fixture_civil (0, 10, 0));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  entry = ui_get (jump, GTK_TYPE_ENTRY, "Go to Date");
  g_assert_nonnull (ui_find_label (jump, "As “in 3 weeks”, “12 Jan” or “next Thu”"));

  /* What is not understood goes nowhere, and says so. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "the day after the roof");
  g_assert_nonnull (ui_find_label (jump, "That is no date yet"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpint (jumped_to, ==, 0);
  g_assert_true (gtk_widget_get_visible (jump));

  gtk_editable_set_text (GTK_EDITABLE (entry), "in 3 weeks");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_null (ui_find_label (jump, "That is no date yet"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (jumped_to, ==, fixture_civil (21, 0, 0).day);
  g_assert_false (gtk_widget_get_visible (jump));

  /* The next time begins anew. */
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (jump);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  UI_TEST ("/desk-parts/begin", test_begin);
  UI_TEST ("/desk-parts/choose", test_choose);
  UI_TEST ("/desk-parts/strip", test_strip);
  UI_TEST ("/desk-parts/strip-groups-digits", test_strip_groups_digits);
  UI_TEST ("/desk-parts/strip-says-that-nothing-rings", test_strip_says_that_nothing_rings);
  UI_TEST ("/desk-parts/filter-bar", test_filter_bar);
  UI_TEST ("/desk-parts/outcomes-keep-what-was-typed", test_outcomes_keep_what_was_typed);
  UI_TEST ("/desk-parts/B7/late", test_late);
  UI_TEST ("/desk-parts/B7/late-keeps-the-form", test_late_keeps_the_form);
  UI_TEST ("/desk-parts/B7/late-cannot-read", test_late_cannot_read);
  g_test_add_func ("/desk-parts/date-jump", test_date_jump);
  return g_test_run ();
}
