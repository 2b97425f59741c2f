#include "store-fixture.h"

/* B1: an import leaves nobody without a promise. */

/* Rows as a test writes them: "name|promised", with "-" for a lead that is closed and "*" for a
 * file that knows all. */
typedef struct
{
  const char *const *rows;
  guint next;
} Source;

static gboolean
next_row (gpointer data, FtImportRow *row, double *fraction, GError **error)
{
  Source *source = data;
  const char *text = source->rows[source->next];
  g_auto (GStrv) fields = NULL;

  if (!text)
    return FALSE;
  source->next++;
  row->file = g_strdup ("leads.csv");
  row->line = source->next;
  row->whole = *text == '*';
  fields = g_strsplit (text + (*text == '*' || *text == '-'), "|", 2);
  row->lead = ft_lead_data_new (fields[0]);
  if (*text == '-')
    row->lead->state = FT_LEAD_CLOSED;
  if (fields[1])
    {
      FtCivil when;
      g_assert_true (ft_civil_from_string (fields[1], &when));
      row->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
      g_ptr_array_add (row->promises,
                       ft_promise_data_new (0, when, "Europe/Berlin", FT_CHANNEL_PHONE));
    }
  return TRUE;
}

/* "3 created, 0 merged, 0 unchanged, 3 promised" */
static void
assert_import (
    Fixture *fixture, const char *const *rows, FtImportFlags flags, int a_day, const char *expected)
{
  Source source = { rows, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportResult) result
      = sync_import_spread (fixture->store, next_row, &source, flags, a_day, NULL, &error);
  g_autofree char *counts = NULL;

  g_assert_no_error (error);
  counts = g_strdup_printf ("%u created, %u merged, %u unchanged, %u promised", result->created,
                            result->merged, result->unchanged, result->promised);
  g_assert_cmpstr (counts, ==, expected);
}

/* "Anna 2026-11-23 09:00, Bert …": the open promises, in the order of their time. */
static void
assert_promised (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) rows = sync_promises (fixture->store, 0, G_MAXINT64, 0);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      FtPromiseRow *row = rows->pdata[i];
      g_autofree char *when = ft_civil_to_string (row->promise->promised);
      g_string_append_printf (text, "%s%s %s", i ? ", " : "", row->lead->name, when);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
set_first_promises (Fixture *fixture, int a_day)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FtSettings) settings = ft_settings_copy (ft_store_get_settings (fixture->store));

  settings->first_promises_a_day = a_day;
  ft_store_save_settings_async (fixture->store, settings, NULL, keep_result, &result);
  g_assert_true (ft_store_save_settings_finish (fixture->store, await_result (&result), NULL));
}

static const char *const three[] = { "Anna", "Bert", "Carla", NULL };
#define THREE_PROMISED "Anna 2026-11-23 09:00, Bert 2026-11-23 13:30, Carla 2026-11-24 09:00"

static void
test_as_set (Fixture *fixture, gconstpointer data)
{
  set_first_promises (fixture, 2);
  assert_import (fixture, three, FT_IMPORT_DRY_RUN, FT_IMPORT_AS_SET,
                 "3 created, 0 merged, 0 unchanged, 3 promised");
  assert_promised (fixture, "");
  assert_import (fixture, three, FT_IMPORT_DEFAULT, FT_IMPORT_AS_SET,
                 "3 created, 0 merged, 0 unchanged, 3 promised");
  assert_promised (fixture, THREE_PROMISED);
  assert_leads (fixture, FT_FILTER_WITHOUT, NULL, "");
  g_assert_cmpuint (sync_count (fixture->store, fixture_bounds (fixture)).n[FT_FILTER_TODAY], ==,
                    2);

  /* Once is enough, and it is one step. */
  assert_import (fixture, three, FT_IMPORT_DEFAULT, FT_IMPORT_AS_SET,
                 "0 created, 0 merged, 3 unchanged, 0 promised");
  {
    g_autoptr (FtChangeSet) undone = sync_undo (fixture->store, NULL);
    assert_leads (fixture, FT_FILTER_ALL, NULL, "");
    assert_promised (fixture, "");
  }
  {
    g_autoptr (FtChangeSet) redone = sync_redo (fixture->store, NULL);
    assert_promised (fixture, THREE_PROMISED);
  }
}

/* Nothing was agreed, and nothing was said to be any earlier or later. */
static void
test_what_is_promised (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtLeadCard) card = NULL;
  g_autoptr (GArray) ids = NULL;
  FtPromiseData *promise;

  assert_import (fixture, (const char *[]){ "Anna", NULL }, FT_IMPORT_DEFAULT, 1,
                 "1 created, 0 merged, 0 unchanged, 1 promised");
  ids = sync_query (fixture->store, FT_FILTER_ALL, fixture_bounds (fixture), NULL);
  card = sync_card (fixture->store, g_array_index (ids, gint64, 0));
  promise = card->promises->pdata[0];
  g_assert_cmpint (promise->kind, ==, FT_PROMISE_CONTACT);
  g_assert_cmpint (promise->channel, ==, FT_CHANNEL_PHONE);
  g_assert_cmpint (promise->state, ==, FT_PROMISE_OPEN);
  g_assert_false (promise->agreed);
  g_assert_cmpint (ft_civil_compare (promise->target, promise->promised), ==, 0);
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int set;
    int a_day;
    const char *promised;
  } cases[] = {
    { 10, FT_IMPORT_NO_PROMISES, "" },
    { 1, FT_IMPORT_AS_SET, "Anna 2026-11-23 09:00, Bert 2026-11-24 09:00, Carla 2026-11-25 09:00" },
    { 1, 2, THREE_PROMISED },
    { 2, FT_IMPORT_AS_SET, THREE_PROMISED },
    { 1, 3, "Anna 2026-11-23 09:00, Bert 2026-11-23 12:00, Carla 2026-11-23 15:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_first_promises (fixture, cases[i].set);
      assert_import (fixture, three, FT_IMPORT_DEFAULT, cases[i].a_day,
                     *cases[i].promised ? "3 created, 0 merged, 0 unchanged, 3 promised"
                                        : "3 created, 0 merged, 0 unchanged, 0 promised");
      assert_promised (fixture, cases[i].promised);
      fixture_reset (fixture);
    }
}

/* Who has a promise keeps it and gets no other; who is closed is left in peace; what the file says
 * is promised is promised, wherever in it that stands. */
static void
test_who_gets_one (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[]
      = { "Anna", "-Dora", "Emil", "Emil|2026-12-01 10:00", "Bert", "Frank", "Frank", NULL };
  g_autoptr (FtEdit) close = ft_edit_new ("close");
  g_autoptr (FtLeadData) closed = NULL;
  g_autoptr (FtLeadCard) card = NULL;
  g_autoptr (FtChangeSet) change = NULL;
  gint64 id;

  add_lead_with_promise (fixture, "Anna", 30, 30);
  add_lead (fixture, "Bert", "");
  id = add_lead (fixture, "Gone", "");
  card = sync_card (fixture->store, id);
  closed = ft_lead_data_copy (card->lead);
  closed->state = FT_LEAD_CLOSED;
  ft_edit_put_lead (close, closed);
  change = sync_apply (fixture->store, close, NULL);

  assert_import (fixture, rows, FT_IMPORT_DEFAULT, 10,
                 "3 created, 2 merged, 2 unchanged, 2 promised");
  assert_promised (fixture, "Bert 2026-11-23 09:00, Frank 2026-11-23 09:45, "
                            "Anna 2026-11-24 15:00, Emil 2026-12-01 10:00");
  assert_import (fixture, (const char *[]){ "Gone", NULL }, FT_IMPORT_DEFAULT, 10,
                 "0 created, 0 merged, 1 unchanged, 0 promised");
}

/* A file that knows all about its leads says who has no promise; asked for, they get one. */
static void
test_whole (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[] = { "*Anna", NULL };

  assert_import (fixture, rows, FT_IMPORT_DEFAULT, FT_IMPORT_AS_SET,
                 "1 created, 0 merged, 0 unchanged, 0 promised");
  assert_import (fixture, rows, FT_IMPORT_DEFAULT, 5,
                 "0 created, 1 merged, 0 unchanged, 1 promised");
  assert_promised (fixture, "Anna 2026-11-23 09:00");
}

/* E10: what is promised already keeps its room, and a full day gets no more. */
static void
test_beside_promises (Fixture *fixture, gconstpointer data)
{
  FtSettings *settings = ft_store_get_settings (fixture->store);
  g_autofree char *expected = NULL;

  add_lead_with_promise (fixture, "Kept", 24, 24); /* tomorrow at 9:00 */
  for (int i = 0; i < settings->contacts_a_day - 1; i++)
    {
      g_autofree char *name = g_strdup_printf ("Today %02d", i);
      add_lead_with_promise (fixture, name, 8, 8);
    }
  assert_import (fixture, (const char *[]){ "One", "Two", "Three", NULL }, FT_IMPORT_DEFAULT, 2,
                 "3 created, 0 merged, 0 unchanged, 3 promised");
  {
    g_autoptr (GPtrArray) rows = sync_promises (fixture->store, NOW, NOW + HOUR, 0);
    g_assert_cmpuint (rows->len, ==, 1);
  }
  {
    g_autoptr (GPtrArray) rows = sync_promises (fixture->store, NOW + DAY, NOW + 2 * DAY, 0);
    FtPromiseRow *two = rows->pdata[1];
    g_assert_cmpuint (rows->len, ==, 3);
    g_assert_cmpstr (two->lead->name, ==, "Two");
    g_assert_cmpint (two->promise->promised.minute, ==, 9 * 60 + 15);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/first-promises/B1/as-set", test_as_set);
  FIXTURE_ADD ("/store/first-promises/B1/what-is-promised", test_what_is_promised);
  FIXTURE_ADD ("/store/first-promises/B1/numbers", test_numbers);
  FIXTURE_ADD ("/store/first-promises/B1/who-gets-one", test_who_gets_one);
  FIXTURE_ADD ("/store/first-promises/B1/whole", test_whole);
  FIXTURE_ADD ("/store/first-promises/E10/beside-promises", test_beside_promises);
  return g_test_run ();
}
