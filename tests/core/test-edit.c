#include "core/ft-change-set.h"
#include "core/ft-edit.h"

static void
test_new_ids (void)
{
  g_autoptr (FtEdit) edit = ft_edit_new ("Add Anna Berg");
  g_autoptr (FtEdit) other = ft_edit_new ("");
  gint64 first = ft_edit_new_id (edit);
  gint64 second = ft_edit_new_id (edit);
  g_assert_cmpint (first, <, 0);
  g_assert_cmpint (second, <, 0);
  g_assert_cmpint (first, !=, second);
  g_assert_cmpint (ft_edit_new_id (other), <, 0);
  g_assert_cmpstr (ft_edit_get_label (edit), ==, "Add Anna Berg");
}

/* An edit owns what is put, in the order put. */
static void
test_put (void)
{
  g_autoptr (FtEdit) edit = ft_edit_new ("Change");
  g_assert_true (ft_edit_is_empty (edit));
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lead %d", i);
      g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
      g_autoptr (FtPromiseData) promise
          = ft_promise_data_new (i + 1, ft_civil (2026, 11, 26, 16, i), "", FT_CHANNEL_PHONE);
      g_autoptr (FtContactData) contact
          = ft_contact_data_new (i + 1, i, FT_CHANNEL_PHONE, FT_OUTCOME_NOTE);
      lead->id = promise->id = contact->id = i + 1;
      ft_edit_put_lead (edit, lead);
      ft_edit_put_promise (edit, promise);
      ft_edit_put_contact (edit, contact);
    }
  g_assert_false (ft_edit_is_empty (edit));
  g_assert_cmpuint (ft_edit_get_leads (edit)->len, ==, 3);
  g_assert_cmpuint (ft_edit_get_contacts (edit)->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      FtLeadData *lead = ft_edit_get_leads (edit)->pdata[i];
      FtPromiseData *promise = ft_edit_get_promises (edit)->pdata[i];
      g_assert_cmpint (lead->id, ==, i + 1);
      g_assert_cmpint (promise->promised.minute, ==, 960 + i);
    }
}

static void
test_remove (void)
{
  g_autoptr (FtEdit) edit = ft_edit_new ("Delete");
  ft_edit_remove_lead (edit, 3);
  ft_edit_remove_promise (edit, 4);
  ft_edit_remove_contact (edit, 5);
  g_assert_cmpint (g_array_index (ft_edit_get_removed_leads (edit), gint64, 0), ==, 3);
  g_assert_cmpint (g_array_index (ft_edit_get_removed_promises (edit), gint64, 0), ==, 4);
  g_assert_cmpint (g_array_index (ft_edit_get_removed_contacts (edit), gint64, 0), ==, 5);
  g_assert_false (ft_edit_is_empty (edit));
}

static void
test_counting (void)
{
  FtEdit *edit = ft_edit_new ("Delete");
  g_assert_true (ft_edit_ref (edit) == edit);
  ft_edit_unref (edit);
  g_assert_cmpstr (ft_edit_get_label (edit), ==, "Delete");
  ft_edit_unref (edit);
}

static void
test_change_set (void)
{
  static const gint64 ids[] = { 2, 5, 9 };
  g_autoptr (FtChangeSet) changes = ft_change_set_new ("Add Anna Berg");
  g_assert_false (ft_change_set_has_lead (changes, 2));
  g_array_append_vals (changes->leads, ids, G_N_ELEMENTS (ids));
  for (gint64 id = 0; id < 12; id++)
    g_assert_cmpint (ft_change_set_has_lead (changes, id), ==, id == 2 || id == 5 || id == 9);
  changes->everything = TRUE;
  g_assert_true (ft_change_set_has_lead (changes, 3));

  g_auto (GValue) value = G_VALUE_INIT;
  g_value_init (&value, FT_TYPE_CHANGE_SET);
  g_value_set_boxed (&value, changes);
  g_assert_true (g_value_get_boxed (&value) == changes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/new-ids", test_new_ids);
  g_test_add_func ("/edit/put", test_put);
  g_test_add_func ("/edit/remove", test_remove);
  g_test_add_func ("/edit/counting", test_counting);
  g_test_add_func ("/edit/change-set", test_change_set);
  return g_test_run ();
}
