#include "core/ft-calling.h"

#include <string.h>

/* B4: short and to the point, one lead after the other. Leads are digits; where somebody goes back
 * to or kept the place, 0 for nowhere. */
static void
test_next_B4 (void)
{
  static const struct
  {
    const char *due;
    const char *done;
    gint64 back;
    gint64 kept;
    gint64 lead_id;
    guint n_left;
  } rows[] = {
    { "", "", 0, 0, 0, 0 },
    { "123", "", 0, 0, 1, 3 },
    /* Those that were left do not come up again. */
    { "123", "1", 0, 0, 2, 2 },
    { "123", "31", 0, 0, 2, 1 },
    { "123", "123", 0, 0, 0, 0 },
    /* A lead left that is due no more counts for nothing. */
    { "23", "1", 0, 0, 2, 2 },
    /* The place that was kept, while it is due. */
    { "123", "", 0, 2, 2, 3 },
    { "123", "1", 0, 3, 3, 2 },
    { "123", "", 0, 9, 1, 3 },
    { "123", "2", 0, 2, 1, 2 },
    { "", "", 0, 2, 0, 0 },
    /* Going back, due or not. */
    { "123", "1", 1, 2, 1, 3 },
    { "123", "", 3, 2, 3, 3 },
    { "123", "", 9, 0, 9, 4 },
    { "", "", 9, 0, 9, 1 },
    /* Somebody who came in between is next in the order. */
    { "4123", "1", 0, 0, 4, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GHashTable) done
          = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      gint64 due[8];
      guint n_due = strlen (rows[i].due);
      FtCalling next;

      for (guint j = 0; j < n_due; j++)
        due[j] = g_ascii_digit_value (rows[i].due[j]);
      for (const char *p = rows[i].done; *p; p++)
        {
          gint64 id = g_ascii_digit_value (*p);
          g_hash_table_add (done, g_memdup2 (&id, sizeof id));
        }
      g_test_message ("row %u", i);
      next = ft_calling_next (due, n_due, done, rows[i].back, rows[i].kept);
      g_assert_cmpint (next.lead_id, ==, rows[i].lead_id);
      g_assert_cmpuint (next.n_left, ==, rows[i].n_left);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coach/B4-next-call", test_next_B4);
  return g_test_run ();
}
