#include "store-fixture.h"

/* Random edits, undone and redone in any order, against a list of everything as it was after each
 * step. */

typedef struct
{
  Fixture *fixture;
  GRand *rand;
  GPtrArray *states; /* char *: all leads after 0, 1, … steps */
  guint at;          /* the step which the store is at */
  GArray *ids;       /* gint64: all leads there ever were */
} Walk;

static void
append_reaches (GString *out, GPtrArray *reaches)
{
  for (guint i = 0; i < reaches->len; i++)
    {
      const FtReach *reach = reaches->pdata[i];
      g_string_append_printf (out, " %s=%s", reach->label, reach->value);
    }
}

static void
append_card (GString *out, const FtLeadCard *card)
{
  g_string_append_printf (out, "%" G_GINT64_FORMAT " %s %s %d %s", card->lead->id, card->lead->uid,
                          card->lead->name, card->lead->state, card->lead->notes);
  append_reaches (out, card->lead->phones);
  append_reaches (out, card->lead->emails);
  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *promise = card->promises->pdata[i];
      g_autofree char *promised = ft_civil_to_string (promise->promised);
      g_autofree char *target = ft_civil_to_string (promise->target);
      g_string_append_printf (out, "\n  %" G_GINT64_FORMAT " %s %d %s %s %" G_GINT64_FORMAT,
                              promise->id, promise->uid, promise->state, promised, target,
                              promise->target_at);
    }
  for (guint i = 0; i < card->contacts->len; i++)
    {
      const FtContactData *contact = card->contacts->pdata[i];
      g_string_append_printf (
          out, "\n  %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", contact->id,
          contact->promise_id, contact->at, contact->notes);
    }
  g_string_append_c (out, '\n');
}

static char *
describe_all (Walk *walk)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < walk->ids->len; i++)
    {
      g_autoptr (FtLeadCard) card
          = sync_card (walk->fixture->store, g_array_index (walk->ids, gint64, i));
      if (card)
        append_card (out, card);
    }
  return g_string_free (out, FALSE);
}

static int
roll (Walk *walk, int n)
{
  return g_rand_int_range (walk->rand, 0, n);
}

static FtLeadCard *
pick_card (Walk *walk)
{
  if (walk->ids->len == 0)
    return NULL;
  return sync_card (walk->fixture->store,
                    g_array_index (walk->ids, gint64, roll (walk, walk->ids->len)));
}

static void
put_new_lead (Walk *walk, FtEdit *edit)
{
  g_autofree char *name = g_strdup_printf ("Lead %d", roll (walk, 1000));
  g_autoptr (FtLeadData) lead = ft_lead_data_new (name);

  lead->id = ft_edit_new_id (edit);
  for (int n = roll (walk, 4); n > 0; n--)
    g_ptr_array_add (n % 2 ? lead->phones : lead->emails, ft_reach_new ("x", name));
  ft_edit_put_lead (edit, lead);
  for (int n = roll (walk, 3); n > 0; n--)
    {
      int promised = roll (walk, 400) - 200;
      g_autoptr (FtPromiseData) promise
          = new_promise (lead->id, promised, promised - roll (walk, 50));
      promise->id = ft_edit_new_id (edit);
      ft_edit_put_promise (edit, promise);
    }
}

static void
put_changed_lead (Walk *walk, FtEdit *edit, const FtLeadCard *card)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (card->lead);

  lead->state = roll (walk, 3);
  g_free (lead->notes);
  lead->notes = g_strdup_printf ("notes %d", roll (walk, 1000));
  if (roll (walk, 2))
    g_ptr_array_add (lead->phones, ft_reach_new ("new", lead->notes));
  else if (lead->phones->len > 0)
    g_ptr_array_remove_index (lead->phones, 0);
  ft_edit_put_lead (edit, lead);
}

static void
put_or_remove_promise (Walk *walk, FtEdit *edit, const FtLeadCard *card)
{
  g_autoptr (FtPromiseData) promise = NULL;

  if (card->promises->len == 0 || roll (walk, 3) == 0)
    {
      promise = new_promise (card->lead->id, roll (walk, 400) - 200, -300);
      promise->id = ft_edit_new_id (edit);
    }
  else
    {
      FtPromiseData *old = card->promises->pdata[roll (walk, card->promises->len)];
      if (roll (walk, 4) == 0)
        {
          ft_edit_remove_promise (edit, old->id);
          return;
        }
      promise = ft_promise_data_copy (old);
      promise->state = roll (walk, 4);
      promise->target = ft_civil_add_minutes (promise->target, -roll (walk, 3000));
    }
  ft_edit_put_promise (edit, promise);
}

static void
put_or_remove_contact (Walk *walk, FtEdit *edit, const FtLeadCard *card)
{
  g_autoptr (FtContactData) contact = NULL;

  if (card->contacts->len > 0 && roll (walk, 4) == 0)
    {
      ft_edit_remove_contact (edit, ((FtContactData *) card->contacts->pdata[0])->id);
      return;
    }
  contact = ft_contact_data_new (card->lead->id, NOW - roll (walk, 5000), FT_CHANNEL_PHONE,
                                 roll (walk, 5));
  contact->id = ft_edit_new_id (edit);
  if (card->promises->len > 0)
    contact->promise_id = ((FtPromiseData *) card->promises->pdata[0])->id;
  ft_edit_put_contact (edit, contact);
}

static FtEdit *
make_edit (Walk *walk)
{
  FtEdit *edit = ft_edit_new ("Something");

  for (int n = roll (walk, 3); n >= 0; n--)
    {
      g_autoptr (FtLeadCard) card = pick_card (walk);
      int what = roll (walk, 6);
      if (!card || what == 0)
        put_new_lead (walk, edit);
      else if (what == 1)
        put_changed_lead (walk, edit, card);
      else if (what == 2 && n == 0)
        ft_edit_remove_lead (edit, card->lead->id);
      else if (what == 3)
        put_or_remove_promise (walk, edit, card);
      else
        put_or_remove_contact (walk, edit, card);
    }
  return edit;
}

static void
remember_ids (Walk *walk, const FtChangeSet *change)
{
  for (guint i = 0; i < change->leads->len; i++)
    {
      gint64 id = g_array_index (change->leads, gint64, i);
      gboolean known = FALSE;
      for (guint j = 0; j < walk->ids->len && !known; j++)
        known = g_array_index (walk->ids, gint64, j) == id;
      if (!known)
        g_array_append_val (walk->ids, id);
    }
}

static void
edit_step (Walk *walk)
{
  g_autoptr (FtEdit) edit = make_edit (walk);
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = sync_apply (walk->fixture->store, edit, &error);

  /* An edit may have removed what it then changes: refused as a whole. */
  if (!change)
    {
      g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_INVALID);
      return;
    }
  if (change->leads->len == 0)
    return;
  remember_ids (walk, change);
  g_ptr_array_set_size (walk->states, walk->at + 1);
  walk->at++;
  g_ptr_array_add (walk->states, describe_all (walk));
}

static void
assert_state (Walk *walk)
{
  g_autofree char *now = describe_all (walk);
  g_assert_cmpstr (now, ==, walk->states->pdata[walk->at]);
  g_assert_cmpint (ft_store_get_undo_label (walk->fixture->store) != NULL, ==, walk->at > 0);
  g_assert_cmpint (ft_store_get_redo_label (walk->fixture->store) != NULL, ==,
                   walk->at + 1 < walk->states->len);
}

static void
undo_step (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = sync_undo (walk->fixture->store, &error);

  if (walk->at == 0)
    {
      g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_NOTHING);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (change->leads->len, >, 0);
  walk->at--;
}

static void
redo_step (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = sync_redo (walk->fixture->store, &error);

  if (walk->at + 1 == walk->states->len)
    {
      g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_NOTHING);
      return;
    }
  g_assert_no_error (error);
  walk->at++;
}

static void
assert_check (Fixture *fixture)
{
  g_auto (GStrv) problems = sync_check (fixture->store);
  g_autofree char *all = g_strjoinv ("; ", problems);
  g_assert_cmpstr (all, ==, "");
}

static void
test_random_walk (Fixture *fixture, gconstpointer data)
{
  for (guint seed = 1; seed <= 3; seed++)
    {
      Walk walk = { fixture, g_rand_new_with_seed (seed), g_ptr_array_new_with_free_func (g_free),
                    0, g_array_new (FALSE, FALSE, sizeof (gint64)) };

      fixture_reset (fixture);
      g_ptr_array_add (walk.states, describe_all (&walk));
      for (guint i = 0; i < 90; i++)
        {
          int what = roll (&walk, 10);
          if (what < 5)
            edit_step (&walk);
          else if (what < 8)
            undo_step (&walk);
          else
            redo_step (&walk);
          assert_state (&walk);
          if (i % 30 == 29)
            {
              assert_check (fixture);
              fixture_reopen (fixture);
              assert_state (&walk);
            }
        }
      g_rand_free (walk.rand);
      g_ptr_array_unref (walk.states);
      g_array_unref (walk.ids);
    }
}

static void
count_call (guint *n)
{
  (*n)++;
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtChangeSet) undone = NULL;
  g_autoptr (FtChangeSet) redone = NULL;
  guint n_notified = 0;

  g_signal_connect_swapped (fixture->store, "notify::redo-label", G_CALLBACK (count_call),
                            &n_notified);
  add_lead (fixture, "Anna", NULL);
  add_lead (fixture, "Bert", NULL);
  g_assert_cmpuint (n_notified, ==, 0);
  undone = sync_undo (fixture->store, NULL);
  g_assert_cmpstr (undone->label, ==, "Bert");
  g_assert_cmpint (undone->lead_id, ==, 0);
  g_assert_cmpstr (ft_store_get_undo_label (fixture->store), ==, "Anna");
  g_assert_cmpstr (ft_store_get_redo_label (fixture->store), ==, "Bert");
  g_assert_cmpuint (n_notified, ==, 1);

  fixture_reopen (fixture);
  g_assert_cmpstr (ft_store_get_undo_label (fixture->store), ==, "Anna");
  g_assert_cmpstr (ft_store_get_redo_label (fixture->store), ==, "Bert");
  redone = sync_redo (fixture->store, NULL);
  g_assert_cmpint (redone->lead_id, >, 0);
  assert_leads (fixture, FT_FILTER_ALL, NULL, "Anna, Bert");
}

/* The id of a lead whose adding was undone is nobody else's, or redo would meet a stranger. */
static void
test_ids_are_never_reused (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  g_autoptr (FtChangeSet) undone = sync_undo (fixture->store, NULL);
  gint64 bert;

  fixture_reopen (fixture);
  bert = add_lead (fixture, "Bert", NULL);
  g_assert_cmpint (bert, >, anna);
  g_assert_null (ft_store_get_redo_label (fixture->store));
}

static void
test_many_steps (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  for (guint i = 0; i < 1100; i++)
    add_lead (fixture, "Anna", NULL);
  while (ft_store_get_undo_label (fixture->store))
    {
      g_autoptr (FtChangeSet) undone = sync_undo (fixture->store, NULL);
      g_assert_nonnull (undone);
      n++;
    }
  g_assert_cmpuint (n, >=, 1000);
  g_assert_cmpuint (n, <, 1100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/undo/random-walk", test_random_walk);
  FIXTURE_ADD ("/store/undo/labels", test_labels);
  FIXTURE_ADD ("/store/undo/ids-are-never-reused", test_ids_are_never_reused);
  FIXTURE_ADD ("/store/undo/many-steps", test_many_steps);
  return g_test_run ();
}
