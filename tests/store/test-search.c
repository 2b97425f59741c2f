#include "store-fixture.h"

static void
add (Fixture *fixture,
     const char *name,
     const char *company,
     const char *phone,
     const char *email,
     const char *notes)
{
  g_autoptr (FtEdit) edit = ft_edit_new (name);
  g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
  g_autoptr (FtChangeSet) change = NULL;

  lead->id = ft_edit_new_id (edit);
  g_free (lead->company);
  lead->company = g_strdup (company);
  g_free (lead->notes);
  lead->notes = g_strdup (notes);
  if (*phone)
    g_ptr_array_add (lead->phones, ft_reach_new ("", phone));
  if (*email)
    g_ptr_array_add (lead->emails, ft_reach_new ("", email));
  ft_edit_put_lead (edit, lead);
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_nonnull (change);
}

static void
add_samples (Fixture *fixture)
{
  add (fixture, "Anna Müller", "Berg Roofing", "+49 (30) 1234-567", "anna@example.com",
       "wants a terrace");
  add (fixture, "Bert O'Brien", "Søren & Łukasz GmbH", "0171 999 88 77",
       "bert.obrien@sales.example.org", "");
  add (fixture, "Carla Straße", "", "030 7654321", "", "knows Anna from school");
  add (fixture, "山田太郎", "東京商事", "+81 3 9123 0000", "", "Привет мир");
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  add_samples (fixture);
  /* By name comes before by notes. */
  assert_leads (fixture, FT_FILTER_ALL, "anna", "Anna Müller, Carla Straße");
  assert_leads (fixture, FT_FILTER_ALL, "A", "Anna Müller, Carla Straße");
  assert_leads (fixture, FT_FILTER_ALL, "ANNA m", "Anna Müller");
  assert_leads (fixture, FT_FILTER_ALL, "mull", "Anna Müller");
  assert_leads (fixture, FT_FILTER_ALL, "MÜLLER", "Anna Müller");
  assert_leads (fixture, FT_FILTER_ALL, "roof anna", "Anna Müller");
  assert_leads (fixture, FT_FILTER_ALL, "terr", "Anna Müller");
  assert_leads (fixture, FT_FILTER_ALL, "strasse", "Carla Straße");
  assert_leads (fixture, FT_FILTER_ALL, "straße", "Carla Straße");
  assert_leads (fixture, FT_FILTER_ALL, "soren lukasz", "Bert O'Brien");
  assert_leads (fixture, FT_FILTER_ALL, "o'brien", "Bert O'Brien");
  assert_leads (fixture, FT_FILTER_ALL, "obrien", "Bert O'Brien");
  assert_leads (fixture, FT_FILTER_ALL, "bert.obrien@sales.example.org", "Bert O'Brien");
  assert_leads (fixture, FT_FILTER_ALL, "@example.com", "Anna Müller");
  assert_leads (fixture, FT_FILTER_ALL, "山", "山田太郎");
  assert_leads (fixture, FT_FILTER_ALL, "太郎", "山田太郎");
  assert_leads (fixture, FT_FILTER_ALL, "прив", "山田太郎");
  assert_leads (fixture, FT_FILTER_ALL, "nobody", "");
  assert_leads (fixture, FT_FILTER_ALL, "ller", "");
}

/* With the apostrophe, whichever it is, and without it. */
static void
test_apostrophes (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[]
      = { "OBrien", "O'Brien", "O’Brien", "o`bri", "O´Brien", "OʼBRIEN", "pat obr" };
  static const char *const parted[] = { "o brien", "brien", "O'", "'brien'" };
  const char *all = "Pat O'Brien, Pat O’Brien, Pat Oʼbrien, Pat Obrien";

  add (fixture, "Pat O'Brien", "", "", "", "");
  add (fixture, "Pat O’Brien", "", "", "", "");
  add (fixture, "Pat Oʼbrien", "", "", "", "");
  add (fixture, "Pat Obrien", "", "", "", "");
  add (fixture, "Carla", "McDonald's", "", "", "rock'n'roll");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    assert_leads (fixture, FT_FILTER_ALL, typed[i], all);
  for (guint i = 0; i < G_N_ELEMENTS (parted); i++)
    assert_leads (fixture, FT_FILTER_ALL, parted[i], i == 2 ? all : "Pat O'Brien, Pat O’Brien");
  assert_leads (fixture, FT_FILTER_ALL, "mcdonalds", "Carla");
  assert_leads (fixture, FT_FILTER_ALL, "mcdonald", "Carla");
  assert_leads (fixture, FT_FILTER_ALL, "rocknroll", "Carla");
  assert_leads (fixture, FT_FILTER_ALL, "rock'n'roll", "Carla");
  assert_leads (fixture, FT_FILTER_ALL, "roll", "Carla");
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  static const char *const found[]
      = { "0301234567",    "30 1234",        "234567",          "+49 30 1234567",
          "0049301234567", "(030) 1234-567", "+49 (0)30 12 34", "49301",
          "123",           "030 1234567" };
  add_samples (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_test_message ("%s", found[i]);
      if (g_str_equal (found[i], "123"))
        assert_leads (fixture, FT_FILTER_ALL, found[i], "Anna Müller, 山田太郎");
      else
        assert_leads (fixture, FT_FILTER_ALL, found[i], "Anna Müller");
    }
  assert_leads (fixture, FT_FILTER_ALL, "+49 171 9998877", "Bert O'Brien");
  assert_leads (fixture, FT_FILTER_ALL, "anna 567", "Anna Müller");
  assert_leads (fixture, FT_FILTER_ALL, "carla 567", "");
  /* The groups of these digits are there, but not in this order. */
  assert_leads (fixture, FT_FILTER_ALL, "567123", "");
  assert_leads (fixture, FT_FILTER_ALL, "0301234568", "");
}

/* Nothing that is typed is ever more than words to look for. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "\"",
                                       "'",
                                       "*",
                                       "anna\"",
                                       "\"anna",
                                       "anna\" OR \"bert",
                                       "anna*",
                                       "NOT anna",
                                       "AND",
                                       "OR",
                                       "NEAR",
                                       "NEAR(anna bert)",
                                       "who:anna",
                                       "{who rest}: anna",
                                       "^anna",
                                       "anna + bert",
                                       "(",
                                       ")",
                                       "()",
                                       "-anna",
                                       "#493",
                                       "§",
                                       "'; DROP TABLE lead; --",
                                       "\xff\xfe",
                                       "anna\xff",
                                       "\t\n",
                                       "%",
                                       "_",
                                       "\\",
                                       "\xe2\x80\x8b",
                                       "\xcc\x81",
                                       "e\xcc\x81",
                                       "....",
                                       "@",
                                       "+",
                                       "++49",
                                       "0",
                                       "00",
                                       "000",
                                       "ǅ",
                                       "ﬁ",
                                       "½",
                                       "①",
                                       "٣٤٥",
                                       "🙂 anna" };
  add_samples (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) ids = NULL;
      g_autofree char *shown = g_strescape (texts[i], NULL);

      g_test_message ("%s", shown);
      ids = sync_query (fixture->store, FT_FILTER_ALL, fixture_bounds (fixture), texts[i]);
      g_assert_cmpuint (ids->len, <=, 4);
    }
  assert_leads (fixture, FT_FILTER_ALL, "anna\" OR \"bert", "");
  assert_leads (fixture, FT_FILTER_ALL, "NOT anna", "");
  assert_leads (fixture, FT_FILTER_ALL, "🙂 anna m", "Anna Müller");
  assert_leads (fixture, FT_FILTER_ALL, "...", "");
}

static void
test_random_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  add_samples (fixture);
  for (guint i = 0; i < 500; i++)
    {
      char text[40];
      g_autoptr (GArray) ids = NULL;
      int length = g_rand_int_range (rand, 1, sizeof text);
      for (int j = 0; j < length - 1; j++)
        text[j] = g_rand_int_range (rand, 1, 256);
      text[length - 1] = '\0';
      ids = sync_query (fixture->store, FT_FILTER_ALL, fixture_bounds (fixture), text);
      g_assert_nonnull (ids);
    }
}

static void
rename_lead (FtLeadData *lead)
{
  g_free (lead->name);
  lead->name = g_strdup ("Dora Klein");
  g_ptr_array_set_size (lead->phones, 0);
}

static void
close_lead (FtLeadData *lead)
{
  lead->state = FT_LEAD_CLOSED;
}

static void
test_follows_changes (Fixture *fixture, gconstpointer data)
{
  gint64 id;
  g_autoptr (FtChangeSet) undone = NULL;
  g_autoptr (FtChangeSet) redone = NULL;

  add_samples (fixture);
  id = add_lead (fixture, "Egon Groß", "Berg Roofing");
  edit_lead (fixture, id, rename_lead);
  assert_leads (fixture, FT_FILTER_ALL, "egon", "");
  assert_leads (fixture, FT_FILTER_ALL, "dora", "Dora Klein");
  undone = sync_undo (fixture->store, NULL);
  assert_leads (fixture, FT_FILTER_ALL, "egon gross", "Egon Groß");
  assert_leads (fixture, FT_FILTER_ALL, "dora", "");
  redone = sync_redo (fixture->store, NULL);
  assert_leads (fixture, FT_FILTER_ALL, "dora", "Dora Klein");

  /* Closed ones are found too, after the others. */
  edit_lead (fixture, id, close_lead);
  assert_leads (fixture, FT_FILTER_LATE, "berg", "Anna Müller, Dora Klein");
}

/* A word in every lead, longer than the prefixes the index has lists of, and one that begins like
 * it. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtEdit) edit = ft_edit_new ("Many");
  g_autoptr (FtChangeSet) change = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) few = NULL;

  for (guint i = 0; i < 2500; i++)
    {
      g_autofree char *name
          = g_strdup_printf ("%s Person%u", i % 500 == 499 ? "Exampla" : "Example", i);
      g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
      lead->id = ft_edit_new_id (edit);
      ft_edit_put_lead (edit, lead);
    }
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_true (change->everything);
  g_assert_null (change->rows);
  ids = sync_query (fixture->store, FT_FILTER_ALL, fixture_bounds (fixture), "exampl");
  g_assert_cmpuint (ids->len, ==, FT_SEARCH_LIMIT);
  few = sync_query (fixture->store, FT_FILTER_ALL, fixture_bounds (fixture), "exampla");
  g_assert_cmpuint (few->len, ==, 5);
  assert_leads (fixture, FT_FILTER_ALL, "person2499", "Exampla Person2499");
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FtLeadQuery) query
      = ft_lead_query_new (FT_FILTER_ALL, fixture_bounds (fixture), "anna");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  add_samples (fixture);
  ft_store_query_leads_async (fixture->store, query, 0, cancellable, keep_result, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (ft_store_query_leads_finish (fixture->store, await_result (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_leads (fixture, FT_FILTER_ALL, "bert", "Bert O'Brien");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/search/words", test_words);
  FIXTURE_ADD ("/store/search/apostrophes", test_apostrophes);
  FIXTURE_ADD ("/store/search/numbers", test_numbers);
  FIXTURE_ADD ("/store/search/hostile", test_hostile);
  FIXTURE_ADD ("/store/search/random-bytes", test_random_bytes);
  FIXTURE_ADD ("/store/search/follows-changes", test_follows_changes);
  FIXTURE_ADD ("/store/search/many", test_many);
  FIXTURE_ADD ("/store/search/cancel", test_cancel);
  return g_test_run ();
}
