#include "card-fixture.h"

#include "ui/ft-outcome-bar.h"
#include "ui/ft-promise-box.h"
#include "ui/ft-promise-form.h"
#include "ui/ft-reach-row.h"

/* What is on the card is edited where it stands, and nothing that is typed is lost. */

static void
set_up (Card *card, gconstpointer data)
{
  card_set_up (card, "Anna <b>Berg</b> & Co", 0);
}

static void
test_change_underneath_leaves_typing (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) before = card_read_anna (card);
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (before->lead);
  g_autoptr (FtEdit) edit = NULL;
  FtInlineEntry *field = card_get_field (card, "Company");

  card_click (card, "Reached");
  card_type (card, "What you heard", "half a sent");
  ft_inline_entry_edit (field);
  gtk_editable_set_text (GTK_EDITABLE (ft_inline_entry_get_entry (field)), "Berg Roo");

  g_free (lead->city);
  lead->city = g_strdup ("Berlin");
  edit = ft_gesture_edit_lead (lead);
  fixture_apply (&card->store, edit);
  fixture_settle (&card->store);

  g_assert_cmpstr (ft_inline_entry_get_text (card_get_field (card, "City")), ==, "Berlin");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ft_inline_entry_get_entry (field))), ==,
                   "Berg Roo");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (card_see (card, card_has_name, "What you heard"))), ==,
      "half a sent");
}

static void
test_edit_in_place (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  g_autoptr (FtLeadCard) undone = NULL;

  /* Two fields, the second before the first one's answer: neither undoes the other. */
  card_edit_field (card, "Company", "Berg Roofing");
  card_edit_field (card, "Role", "Owner");
  fixture_settle (&card->store);
  g_assert_false (ft_inline_entry_get_editing (card_get_field (card, "Company")));

  after = card_read_anna (card);
  g_assert_cmpstr (after->lead->company, ==, "Berg Roofing");
  g_assert_cmpstr (after->lead->role, ==, "Owner");

  /* One edit each. */
  fixture_undo (&card->store);
  fixture_settle (&card->store);
  undone = card_read_anna (card);
  g_assert_cmpstr (undone->lead->company, ==, "Berg Roofing");
  g_assert_cmpstr (undone->lead->role, ==, "");
  g_assert_cmpstr (ft_inline_entry_get_text (card_get_field (card, "Role")), ==, "");
}

static void
test_wrong_values_stay_beside_their_reason (Card *card, gconstpointer data)
{
  FtInlineEntry *zone = card_get_field (card, "Time Zone");
  g_autoptr (FtLeadCard) after = NULL;

  card_edit_field (card, "Name", "  ");
  fixture_settle (&card->store);
  card_see (card, card_is_label, "A lead needs a name.");
  g_assert_true (ft_inline_entry_get_editing (card_get_field (card, "Name")));

  card_edit_field (card, "Time Zone", "Atlantis/Center");
  fixture_settle (&card->store);
  g_assert_true (ft_inline_entry_get_editing (zone));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ft_inline_entry_get_entry (zone))), ==,
                   "Atlantis/Center");

  /* A city is enough, where there is one of that name. */
  card_edit_field (card, "Time Zone", "new york");
  fixture_settle (&card->store);
  g_assert_false (ft_inline_entry_get_editing (zone));
  after = card_read_anna (card);
  g_assert_cmpstr (after->lead->zone, ==, "America/New_York");
  g_assert_cmpstr (after->lead->name, ==, "Anna <b>Berg</b> & Co");
  card_see (card, card_says, " there");
}

static void
close_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = ft_store_close_finish (FT_STORE (source), result, NULL);
}

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
set_flag_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
test_refused_text_is_kept (Card *card, gconstpointer data)
{
  FtInlineEntry *company = card_get_field (card, "Company");
  gboolean closed = FALSE;
  gboolean failed = FALSE;
  g_autoptr (GAsyncResult) result = NULL;

  ft_store_close_async (card->store.store, close_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);

  g_signal_connect_swapped (card->desk, "failed", G_CALLBACK (set_flag_cb), &failed);
  card_edit_field (card, "Company", "Berg Roofing");
  while (!failed)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (ft_inline_entry_get_editing (company));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ft_inline_entry_get_entry (company))), ==,
                   "Berg Roofing");

  failed = FALSE;
  g_signal_emit_by_name (card_see (card, card_has_name, "Reached"), "clicked");
  card_type (card, "What you heard", "do not lose this");
  g_signal_emit_by_name (card_get_chip (card_see (card, card_is_type, "FtOutcomeBar")), "clicked");
  while (!failed)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (card_see (card, card_has_name, "What you heard"))), ==,
      "do not lose this");

  /* Open again, for taking down. */
  ft_store_open_async (card->store.store, NULL, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ft_store_open_finish (card->store.store, result, NULL));
}

static void
test_promise_in_place (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  GtkWidget *box = card_see (card, card_is_type, "FtPromiseBox");
  GtkWidget *reschedule;
  FtPromiseData *promise;

  card_edit_field (card, "What for", "the roof");
  card_edit_field (card, "What it brings them", "a drawing");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (card_find (box, card_is_type, "GtkCheckButton")),
                               TRUE);
  fixture_settle (&card->store);

  /* Another promised time is another promise. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card_see (card, card_has_name, "Change Time")),
                                TRUE);
  reschedule = card_see (card, card_is_type, "FtReschedule");
  card_press (card, card_get_chip (reschedule));
  after = card_read_anna (card);
  g_assert_cmpuint (after->promises->len, ==, 2);
  g_assert_cmpuint (card_count_open (after), ==, 1);
  promise = g_ptr_array_index (after->promises, 0);
  g_assert_cmpstr (promise->purpose, ==, "the roof");
  g_assert_cmpstr (promise->value, ==, "a drawing");

  card_click (card, "Cancel Promise");
  g_clear_pointer (&after, ft_lead_card_unref);
  after = card_read_anna (card);
  g_assert_cmpuint (card_count_open (after), ==, 0);
}

static void
test_target_is_never_later (Card *card, gconstpointer data)
{
  gint64 dora = fixture_add (&card->store, "Dora", 2, 16, 0);
  GtkWidget *reschedule;
  FtTimePicker *picker;
  g_autoptr (FtLeadCard) after = NULL;
  FtPromiseData *promise;

  card_show (card, dora);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card_see (card, card_has_name, "Change Time")),
                                TRUE);
  reschedule = card_see (card, card_is_type, "FtReschedule");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (card_find (reschedule, card_is_button, "My _Target")), TRUE);
  picker = FT_TIME_PICKER (card_find (reschedule, card_is_type, "FtTimePicker"));
  ft_time_picker_set_civil (picker, fixture_civil (3, 9, 0));
  g_signal_emit_by_name (picker, "activated");
  fixture_settle (&card->store);
  card_see (card, card_says, "your target cannot be later");

  ft_time_picker_set_civil (picker, fixture_civil (2, 9, 0));
  g_signal_emit_by_name (picker, "activated");
  fixture_settle (&card->store);
  after = fixture_read (&card->store, dora);
  promise = g_ptr_array_index (after->promises, 0);
  g_assert_cmpuint (after->promises->len, ==, 1);
  g_assert_cmpint (ft_civil_compare (promise->target, fixture_civil (2, 9, 0)), ==, 0);
  g_assert_cmpint (ft_civil_compare (promise->promised, fixture_civil (2, 16, 0)), ==, 0);
  card_see (card, card_says, "My target: ");
}

static void
test_history_is_corrected (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  GtkWidget *row;

  card_click (card, "Reached");
  card_type (card, "What you heard", "ruf first");
  card_click_chip (card);
  card_show (card, card->anna);

  row = card_see (card, card_is_type, "FtHistoryRow");
  while (card_find (row, card_has_name, "Correct") == NULL)
    {
      /* The promise that was kept stands there, too. */
      row = gtk_widget_get_first_child (gtk_widget_get_next_sibling (gtk_widget_get_parent (row)));
      g_assert_nonnull (row);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card_find (row, card_has_name, "Correct")),
                                TRUE);
  gtk_editable_set_text (GTK_EDITABLE (card_find (row, card_has_name, "What you heard")),
                         "roof first");
  card_press (card, card_find (row, card_is_button, "Save"));

  after = card_read_anna (card);
  g_assert_cmpuint (after->contacts->len, ==, 1);
  g_assert_cmpstr (((FtContactData *) g_ptr_array_index (after->contacts, 0))->heard, ==,
                   "roof first");
  card_see (card, card_says, "roof first");
}

#define TEST(name, function)                                                                       \
  g_test_add ("/card-edit/" name, Card, NULL, set_up, function, card_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  TEST ("change-underneath-leaves-typing", test_change_underneath_leaves_typing);
  TEST ("edit-in-place", test_edit_in_place);
  TEST ("wrong-values-stay-beside-their-reason", test_wrong_values_stay_beside_their_reason);
  TEST ("refused-text-is-kept", test_refused_text_is_kept);
  TEST ("promise-in-place", test_promise_in_place);
  TEST ("target-is-never-later", test_target_is_never_later);
  TEST ("history-is-corrected", test_history_is_corrected);
  return g_test_run ();
}
