#include "card-fixture.h"

#include "core/ft-outcomes.h"
#include "ui/ft-gauge-bar.h"
#include "ui/ft-piece-box.h"
#include "ui/ft-piece-open.h"
#include "ui/ft-remark-row.h"
#include "ui/ft-sensitive-box.h"

/* What to know before dialling, on the card of a real lead in a real store. Every edit is undone
 * and redone. */

/* --- Looking --- */

static gboolean
is_button_named (GtkWidget *widget, const char *text)
{
  return (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget)) && card_has_name (widget, text);
}

#define assert_shown(brief, text) card_see (brief, card_is_label, text)
#define assert_not_shown(brief, text) g_assert_null (card_find ((brief)->pane, card_is_label, text))

/* --- Acting --- */

static void
press_named (Card *brief, const char *name)
{
  card_press (brief, card_see (brief, is_button_named, name));
}

static void
type (Card *brief, const char *title, const char *text)
{
  FtInlineEntry *field = FT_INLINE_ENTRY (card_see (brief, card_is_field, title));

  ft_inline_entry_edit (field);
  gtk_editable_set_text (GTK_EDITABLE (ft_inline_entry_get_entry (field)), text);
  g_signal_emit_by_name (ft_inline_entry_get_entry (field), "activate");
  fixture_settle (&brief->store);
}

static void
undo (Card *brief)
{
  ft_desk_undo (brief->desk);
  fixture_settle (&brief->store);
}

static void
redo (Card *brief)
{
  ft_desk_redo (brief->desk);
  fixture_settle (&brief->store);
}

/* Changes the lead behind the window's back, as an import or another part of it would. */
static void
change (Card *brief, void (*fill) (FtLeadData *lead))
{
  g_autoptr (FtLeadCard) card = card_read_anna (brief);
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (card->lead);
  g_autoptr (FtEdit) edit = NULL;

  fill (lead);
  edit = ft_gesture_edit_lead (lead);
  fixture_apply (&brief->store, edit);
  fixture_settle (&brief->store);
}

static void
log_contact (Card *brief, int days, FtOutcome outcome, const char *heard, gint64 piece_id)
{
  g_autoptr (FtLeadCard) card = card_read_anna (brief);
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (brief->anna, fixture_at (days, 9, 0), FT_CHANNEL_PHONE, outcome);
  g_autoptr (FtEdit) edit = NULL;

  g_free (contact->heard);
  contact->heard = g_strdup (heard);
  contact->piece_id = piece_id;
  edit = ft_gesture_log_contact (card->lead, NULL, contact, NULL, contact->at);
  fixture_apply (&brief->store, edit);
  fixture_settle (&brief->store);
}

static gint64
add_piece (Card *brief, const char *name, FtBenefitHead head, const char *uri)
{
  g_autoptr (FtPieceData) piece = ft_piece_data_new (name, FT_PIECE_LINK);
  g_autoptr (FtEdit) edit = NULL;
  GPtrArray *pieces;

  piece->head = head;
  g_free (piece->uri);
  piece->uri = g_strdup (uri);
  edit = ft_gesture_put_piece (piece);
  fixture_apply (&brief->store, edit);
  fixture_settle (&brief->store);
  pieces = ft_piece_list_get_pieces (ft_desk_get_pieces (brief->desk));
  return ((FtPieceData *) g_ptr_array_index (pieces, pieces->len - 1))->id;
}

static void
set_up (Card *brief, gconstpointer data)
{
  card_set_up (brief, "Anna Berg", 1);
}

/* --- E7 --- */

static guint
count_facts (Card *brief)
{
  g_autoptr (FtLeadCard) card = card_read_anna (brief);

  return card->lead->facts->len;
}

static void
test_e7_facts (Card *brief, gconstpointer data)
{
  g_autoptr (FtLeadCard) card = NULL;
  const FtFact *fact;

  type (brief, "Something to remember", "Widowed in 2024");
  card = card_read_anna (brief);
  g_assert_cmpuint (card->lead->facts->len, ==, 1);
  fact = g_ptr_array_index (card->lead->facts, 0);
  g_assert_cmpstr (fact->text, ==, "Widowed in 2024");
  g_assert_cmpint (fact->day, ==, fixture_civil (0, 0, 0).day);
  g_assert_false (fact->sensitive);
  assert_shown (brief, "Widowed in 2024");
  g_assert_null (card_find (brief->pane, card_is_type, "FtSensitiveBox"));

  undo (brief);
  g_assert_cmpuint (count_facts (brief), ==, 0);
  assert_not_shown (brief, "Widowed in 2024");
  redo (brief);
  g_assert_cmpuint (count_facts (brief), ==, 1);

  type (brief, "Fact", "Widowed in 2023");
  assert_shown (brief, "Widowed in 2023");
  undo (brief);
  assert_shown (brief, "Widowed in 2024");
}

static void
test_e7_sensitive_in_plain_sight (Card *brief, gconstpointer data)
{
  GtkWidget *mark, *box;

  type (brief, "Something to remember", "Widowed in 2024");
  type (brief, "Something to remember", "Likes tea");
  mark = card_see (brief, is_button_named, "“Widowed in 2024” is sensitive");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (mark), TRUE);
  fixture_settle (&brief->store);

  box = card_see (brief, card_is_type, "FtSensitiveBox");
  g_assert_nonnull (card_find (box, card_is_label, "Sensitive"));
  g_assert_nonnull (card_find (box, card_is_label, "Widowed in 2024"));
  g_assert_true (card_has_name (box, "Sensitive: Widowed in 2024"));

  undo (brief);
  g_assert_null (card_find (brief->pane, card_is_type, "FtSensitiveBox"));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (mark)));
  redo (brief);
  card_see (brief, card_is_type, "FtSensitiveBox");

  press_named (brief, "Remove “Widowed in 2024”");
  g_assert_cmpuint (count_facts (brief), ==, 1);
  assert_not_shown (brief, "Widowed in 2024");
  assert_shown (brief, "Likes tea");
  g_assert_null (card_find (brief->pane, card_is_type, "FtSensitiveBox"));
  undo (brief);
  g_assert_cmpuint (count_facts (brief), ==, 2);
  card_see (brief, card_is_type, "FtSensitiveBox");
}

/* A text made empty is no fact any more, and what is typed is not lost by looking at somebody else.
 */
static void
test_e7_typing (Card *brief, gconstpointer data)
{
  gint64 other = fixture_add (&brief->store, "Bert Oz", 1, 10, 0);
  FtInlineEntry *field;

  type (brief, "Something to remember", "Likes tea");
  field = FT_INLINE_ENTRY (card_see (brief, card_is_field, "Fact"));
  ft_inline_entry_edit (field);
  gtk_editable_set_text (GTK_EDITABLE (ft_inline_entry_get_entry (field)), "Likes green tea");
  ft_desk_show_lead (brief->desk, other);
  fixture_settle (&brief->store);
  assert_not_shown (brief, "Likes tea");
  ft_desk_show_lead (brief->desk, brief->anna);
  fixture_settle (&brief->store);
  field = FT_INLINE_ENTRY (card_see (brief, card_is_field, "Fact"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ft_inline_entry_get_entry (field))), ==,
                   "Likes green tea");

  type (brief, "Fact", "");
  g_assert_cmpuint (count_facts (brief), ==, 0);
  undo (brief);
  g_assert_cmpuint (count_facts (brief), ==, 1);
}

/* --- E2, E3 --- */

static void
test_e3_three_benefits (Card *brief, gconstpointer data)
{
  g_autoptr (FtLeadCard) card = NULL;
  GtkDropDown *head = GTK_DROP_DOWN (card_see (brief, card_is_type, "GtkDropDown"));

  type (brief, "Benefit 1", "A third less water");
  gtk_drop_down_set_selected (head, FT_BENEFIT_SAVE_MONEY);
  fixture_settle (&brief->store);
  type (brief, "Benefit 3", "Looks like new");
  card = card_read_anna (brief);
  g_assert_cmpstr (card->lead->benefits[0].text, ==, "A third less water");
  g_assert_cmpint (card->lead->benefits[0].head, ==, FT_BENEFIT_SAVE_MONEY);
  g_assert_cmpstr (card->lead->benefits[1].text, ==, "");
  g_assert_cmpstr (card->lead->benefits[2].text, ==, "Looks like new");

  undo (brief);
  assert_not_shown (brief, "Looks like new");
  undo (brief);
  g_assert_cmpuint (gtk_drop_down_get_selected (head), ==, FT_BENEFIT_NONE);
  undo (brief);
  assert_not_shown (brief, "A third less water");
  redo (brief);
  redo (brief);
  assert_shown (brief, "A third less water");
  g_assert_cmpuint (gtk_drop_down_get_selected (head), ==, FT_BENEFIT_SAVE_MONEY);
}

/* --- D6, A4, E8 --- */

static void
test_d6_last_words (Card *brief, gconstpointer data)
{
  log_contact (brief, -6, FT_OUTCOME_REACHED, "after the roof", 0);
  assert_shown (brief, "“after the roof”, 6 days ago");
  assert_shown (brief, "Last contact 6 days ago");
  log_contact (brief, 0, FT_OUTCOME_NO_ANSWER, "", 0);
  assert_shown (brief, "“after the roof”, 6 days ago");
  undo (brief);
}

static void
test_e8_reply_rate (Card *brief, gconstpointer data)
{
  log_contact (brief, -9, FT_OUTCOME_REACHED, "", 0);
  log_contact (brief, -6, FT_OUTCOME_NO_ANSWER, "", 0);
  assert_shown (brief, "Phone 1 of 2 answered");
  log_contact (brief, -1, FT_OUTCOME_REACHED, "", 0);
  assert_shown (brief, "Phone 2 of 3 answered");
  undo (brief);
  assert_shown (brief, "Phone 1 of 2 answered");
}

/* --- E4, A1, A3 --- */

static FtGauge
get_gauge (Card *brief)
{
  return ft_gauge_bar_get_gauge (FT_GAUGE_BAR (card_see (brief, card_is_type, "FtGaugeBar")));
}

static void
test_e4_gauge (Card *brief, gconstpointer data)
{
  log_contact (brief, -20, FT_OUTCOME_REACHED, "", 0);
  g_assert_cmpint (get_gauge (brief), ==, FT_GAUGE_INVISIBLE);
  assert_shown (brief, "Invisible");
  card_see (brief, card_has_name, "Invisible: you are at the back of their mind");
  log_contact (brief, -9, FT_OUTCOME_REACHED, "", 0);
  g_assert_cmpint (get_gauge (brief), ==, FT_GAUGE_QUIET);
  log_contact (brief, -2, FT_OUTCOME_REACHED, "", 0);
  g_assert_cmpint (get_gauge (brief), ==, FT_GAUGE_RIGHT);
  assert_shown (brief, "Right");
  log_contact (brief, -1, FT_OUTCOME_REACHED, "", 0);
  g_assert_cmpint (get_gauge (brief), ==, FT_GAUGE_PEST);
  undo (brief);
  g_assert_cmpint (get_gauge (brief), ==, FT_GAUGE_RIGHT);

  /* Time passing alone moves it. */
  fixture_go_to (&brief->store, 8, 10, 0);
  fixture_settle (&brief->store);
  g_assert_cmpint (get_gauge (brief), ==, FT_GAUGE_QUIET);
}

static void
test_a1_decision_typed (Card *brief, gconstpointer data)
{
  g_autoptr (FtLeadCard) card = NULL;

  type (brief, "Decides", "in 12 days");
  assert_shown (brief, "Decides in 12 days");
  card = card_read_anna (brief);
  g_assert_cmpint (card->lead->decision_day, ==, fixture_civil (12, 0, 0).day);
  undo (brief);
  assert_not_shown (brief, "Decides in 12 days");
  redo (brief);
  assert_shown (brief, "Decides in 12 days");
}

static void
test_a3_fence_typed (Card *brief, gconstpointer data)
{
  g_autoptr (FtLeadCard) card = NULL;

  type (brief, "Not Before", "3 Dec");
  assert_shown (brief, "Not before Thu 3 Dec: no decision question");
  card = card_read_anna (brief);
  g_assert_cmpint (card->lead->not_before_day, ==, fixture_civil (8, 0, 0).day);
  undo (brief);
  assert_not_shown (brief, "Not before Thu 3 Dec: no decision question");
  redo (brief);

  /* Over on its day. */
  fixture_go_to (&brief->store, 8, 9, 0);
  fixture_settle (&brief->store);
  assert_not_shown (brief, "Not before Thu 3 Dec: no decision question");

  type (brief, "Not Before", "whenever");
  assert_shown (brief, "This day is not understood. Try “26 Nov” or “in 3 weeks”.");
  type (brief, "Not Before", "");
  g_clear_pointer (&card, ft_lead_card_unref);
  card = card_read_anna (brief);
  g_assert_cmpint (card->lead->not_before_day, ==, 0);
}

/* --- A5 --- */

static void
fill_money (FtLeadData *lead)
{
  lead->benefits[0].head = FT_BENEFIT_SAVE_MONEY;
  g_free (lead->benefits[0].text);
  lead->benefits[0].text = g_strdup ("Less water");
}

static gint64
get_promised_piece (Card *brief)
{
  g_autoptr (FtLeadCard) card = card_read_anna (brief);

  return ((FtPromiseData *) g_ptr_array_index (card->promises, 0))->piece_id;
}

static void
test_a5_next_piece (Card *brief, gconstpointer data)
{
  gint64 photos, bill;
  GtkToggleButton *give;

  assert_shown (brief, "Nothing to leave behind yet");
  photos = add_piece (brief, "Photos", FT_BENEFIT_LOOK, "");
  bill = add_piece (brief, "Water bill", FT_BENEFIT_SAVE_MONEY, "https://example.com/bill");
  assert_shown (brief, "Photos");
  g_assert_null (card_find (brief->pane, is_button_named, "Look at the piece"));

  /* The one that serves a benefit of theirs comes first. */
  change (brief, fill_money);
  assert_shown (brief, "Water bill");
  card_see (brief, is_button_named, "Look at the piece");

  give = GTK_TOGGLE_BUTTON (card_see (brief, is_button_named, "Give the piece"));
  gtk_toggle_button_set_active (give, TRUE);
  fixture_settle (&brief->store);
  g_assert_cmpint (get_promised_piece (brief), ==, bill);
  undo (brief);
  g_assert_cmpint (get_promised_piece (brief), ==, 0);
  g_assert_false (gtk_toggle_button_get_active (give));
  redo (brief);
  g_assert_true (gtk_toggle_button_get_active (give));
  gtk_toggle_button_set_active (give, FALSE);
  fixture_settle (&brief->store);
  g_assert_cmpint (get_promised_piece (brief), ==, 0);

  log_contact (brief, -1, FT_OUTCOME_REACHED, "", bill);
  assert_shown (brief, "Photos");
  assert_shown (brief, "Given: Water bill (Tue 24 Nov)");
  log_contact (brief, 0, FT_OUTCOME_REACHED, "", photos);
  assert_shown (brief, "They have had every piece");
  undo (brief);
  assert_shown (brief, "Photos");
}

static void
test_a5_another_piece (Card *brief, gconstpointer data)
{
  gint64 photos = add_piece (brief, "Photos", FT_BENEFIT_LOOK, "");
  gint64 sample = add_piece (brief, "Sample stone", FT_BENEFIT_NONE, "");
  GtkWidget *others = card_see (brief, card_is_type, "GtkMenuButton");
  GtkWidget *choice;

  (void) photos;
  others = card_see (brief, card_has_name, "Another piece");
  gtk_menu_button_popup (GTK_MENU_BUTTON (others));
  choice = card_find (others, is_button_named, "Sample stone");
  g_assert_nonnull (choice);
  card_press (brief, choice);
  g_assert_cmpint (get_promised_piece (brief), ==, sample);
  assert_shown (brief, "Sample stone");
  undo (brief);
  assert_shown (brief, "Photos");
}

static void
test_a5_links (void)
{
  static const struct
  {
    const char *typed;
    const char *kept;
  } links[] = {
    { "example.com/roof", "https://example.com/roof" },
    { "https://example.com/roof?a=b", "https://example.com/roof?a=b" },
    { "http://example.com", NULL },
    { "file:///etc/passwd", NULL },
    { "javascript:alert(1)", NULL },
    { "https://", NULL },
    { "", NULL },
    { "two words", NULL },
    { "brochure", NULL },
    { "https://intranet/brochure", "https://intranet/brochure" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *kept = ft_piece_link (links[i].typed);

      g_assert_cmpstr (kept, ==, links[i].kept);
    }
}

static void
say_failed_cb (gpointer owner, const char *message)
{
  g_assert_true (g_str_has_prefix (message, "This link is not opened"));
  *(gboolean *) g_object_get_data (owner, "failed") = TRUE;
}

/* What an import brought is not opened blindly. */
static void
test_a5_scheme_is_checked (Card *brief, gconstpointer data)
{
  g_autoptr (FtPieceData) piece = ft_piece_data_new ("Bad", FT_PIECE_LINK);
  gboolean failed = FALSE;

  g_free (piece->uri);
  piece->uri = g_strdup ("file:///etc/passwd");
  g_object_set_data (G_OBJECT (brief->pane), "failed", &failed);
  ft_piece_open (brief->pane, brief->store.store, piece, brief->pane, say_failed_cb);
  g_assert_true (failed);
}

/* --- C4, C5 --- */

static void
test_c4_trial_close (Card *brief, gconstpointer data)
{
  g_autoptr (FtLeadCard) card = NULL;

  type (brief, "Trial close", "How does the terrace sound so far?");
  type (brief, "Answer to the trial close", "Good, but the price");
  card = card_read_anna (brief);
  g_assert_cmpstr (card->lead->trial_close, ==, "How does the terrace sound so far?");
  g_assert_cmpstr (card->lead->trial_answer, ==, "Good, but the price");
  undo (brief);
  assert_not_shown (brief, "Good, but the price");
  redo (brief);
  assert_shown (brief, "Good, but the price");
}

static guint
count_open_asks (Card *brief)
{
  g_autoptr (FtLeadCard) card = card_read_anna (brief);
  guint n = 0;

  for (guint i = 0; i < card->lead->asks->len; i++)
    n += ((FtAsk *) g_ptr_array_index (card->lead->asks, i))->done_day == 0;
  return n;
}

static void
test_c5_asks_ticked (Card *brief, gconstpointer data)
{
  type (brief, "Something they asked for", "A plan to scale");
  type (brief, "Something they asked for", "Two references");
  g_assert_cmpuint (count_open_asks (brief), ==, 2);
  press_named (brief, "They got “A plan to scale”");
  g_assert_cmpuint (count_open_asks (brief), ==, 1);
  undo (brief);
  g_assert_cmpuint (count_open_asks (brief), ==, 2);
  g_assert_false (gtk_check_button_get_active (
      GTK_CHECK_BUTTON (card_see (brief, is_button_named, "They got “A plan to scale”"))));
  redo (brief);
  g_assert_cmpuint (count_open_asks (brief), ==, 1);
  press_named (brief, "Remove “Two references”");
  g_assert_cmpuint (count_open_asks (brief), ==, 0);
  undo (brief);
  assert_shown (brief, "Two references");
}

static void
test_c5_nothing_else (Card *brief, gconstpointer data)
{
  g_autoptr (FtLeadCard) card = NULL;

  press_named (brief, "They need nothing else");
  card = card_read_anna (brief);
  g_assert_cmpint (card->lead->nothing_else_day, ==, fixture_civil (0, 0, 0).day);
  assert_shown (brief, "They need nothing else (Wed 25 Nov)");
  undo (brief);
  assert_shown (brief, "They need nothing else");
  redo (brief);

  /* Something more after all. */
  type (brief, "Something they asked for", "One more plan");
  assert_shown (brief, "They need nothing else");
  g_clear_pointer (&card, ft_lead_card_unref);
  card = card_read_anna (brief);
  g_assert_cmpint (card->lead->nothing_else_day, ==, 0);
}

/* --- B10 --- */

static void
test_b10_hint_off_and_on (Card *brief, gconstpointer data)
{
  gint64 other = fixture_add (&brief->store, "Bert Oz", 1, 10, 0);
  const char *words = "Strike while the iron is hot: be in touch today.";

  assert_shown (brief, words);
  press_named (brief, "Turn hints off");
  assert_not_shown (brief, words);
  g_assert_false (ft_store_get_settings (brief->store.store)->hints);
  assert_shown (brief, "Hints are off.");
  card_press (brief, card_see (brief, card_is_button, "Turn On Again"));
  assert_shown (brief, words);

  /* Off for good: the next lead's card does not speak of it. */
  press_named (brief, "Turn hints off");
  ft_desk_show_lead (brief->desk, other);
  fixture_settle (&brief->store);
  assert_not_shown (brief, words);
  assert_not_shown (brief, "Hints are off.");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define TEST(name, function)                                                                       \
  g_test_add ("/brief/" name, Card, NULL, set_up, function, card_tear_down)
  TEST ("E7/facts", test_e7_facts);
  TEST ("E7/sensitive-in-plain-sight", test_e7_sensitive_in_plain_sight);
  TEST ("E7/typing", test_e7_typing);
  TEST ("E3/three-benefits", test_e3_three_benefits);
  TEST ("D6/last-words", test_d6_last_words);
  TEST ("E8/reply-rate", test_e8_reply_rate);
  TEST ("E4/gauge", test_e4_gauge);
  TEST ("A1/decision-typed", test_a1_decision_typed);
  TEST ("A3/fence-typed", test_a3_fence_typed);
  TEST ("A5/next-piece", test_a5_next_piece);
  TEST ("A5/another-piece", test_a5_another_piece);
  g_test_add_func ("/brief/A5/links", test_a5_links);
  TEST ("A5/scheme-is-checked", test_a5_scheme_is_checked);
  TEST ("C4/trial-close", test_c4_trial_close);
  TEST ("C5/asks-ticked", test_c5_asks_ticked);
  TEST ("C5/nothing-else", test_c5_nothing_else);
  TEST ("B10/hint-off-and-on", test_b10_hint_off_and_on);
  return g_test_run ();
}
