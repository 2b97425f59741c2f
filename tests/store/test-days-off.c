#include "store-fixture.h"

#include "core/ft-gestures.h"

#define DAY_ONE (ft_civil_all_day (2026, 12, 24).day)

static void
put (Fixture *fixture, FtDayOffData *day_off)
{
  g_autoptr (FtEdit) edit = ft_gesture_put_day_off (day_off);
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = sync_apply (fixture->store, edit, &error);

  g_assert_no_error (error);
  g_assert_true (change->days_off);
  g_assert_cmpuint (change->leads->len, ==, 0);
}

/* "away 2026-12-24 2027-01-02 skiing, …" */
static char *
describe (Fixture *fixture)
{
  GPtrArray *days_off = ft_store_get_settings (fixture->store)->days_off;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < days_off->len; i++)
    {
      const FtDayOffData *day_off = days_off->pdata[i];

      g_assert_cmpint (day_off->id, >, 0);
      g_assert_cmpstr (day_off->uid, !=, "");
      g_string_append_printf (
          text, "%s%s %+d %+d %s", i > 0 ? ", " : "", ft_day_off_kind_to_string (day_off->kind),
          day_off->first_day - DAY_ONE, day_off->last_day - DAY_ONE, day_off->text);
    }
  return g_string_free (text, FALSE);
}

#define assert_days_off(fixture, expected)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = describe (fixture);                                                   \
    g_assert_cmpstr (text_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

/* E6: kept by first day, changed, removed, undone and made again, also after a restart. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtDayOffData) away
      = ft_day_off_data_new (FT_DAY_OFF_AWAY, DAY_ONE, DAY_ONE + 9, "skiing");
  g_autoptr (FtDayOffData) holiday
      = ft_day_off_data_new (FT_DAY_OFF_HOLIDAY, DAY_ONE - 1, DAY_ONE - 1, "Town's day");
  g_autoptr (FtDayOffData) changed = NULL;
  g_autoptr (FtEdit) removed = NULL;
  g_autoptr (FtChangeSet) change = NULL;

  put (fixture, away);
  put (fixture, holiday);
  assert_days_off (fixture, "holiday -1 -1 Town's day, away +0 +9 skiing");
  fixture_reopen (fixture);
  assert_days_off (fixture, "holiday -1 -1 Town's day, away +0 +9 skiing");

  changed = ft_day_off_data_copy (ft_store_get_settings (fixture->store)->days_off->pdata[1]);
  changed->last_day = DAY_ONE + 4;
  put (fixture, changed);
  assert_days_off (fixture, "holiday -1 -1 Town's day, away +0 +4 skiing");
  removed = ft_gesture_remove_day_off (changed);
  change = sync_apply (fixture->store, removed, NULL);
  g_assert_true (change->days_off);
  assert_days_off (fixture, "holiday -1 -1 Town's day");

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (FtChangeSet) undone = sync_undo (fixture->store, NULL);
      g_assert_true (undone->days_off);
    }
  assert_days_off (fixture, "holiday -1 -1 Town's day, away +0 +9 skiing");
  fixture_reopen (fixture);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (FtChangeSet) redone = sync_redo (fixture->store, NULL);
      g_assert_true (redone->days_off);
    }
  assert_days_off (fixture, "holiday -1 -1 Town's day");
}

/* Settings saved by somebody who has seen none leave the days off as they are. */
static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtDayOffData) away = ft_day_off_data_new (FT_DAY_OFF_AWAY, DAY_ONE, DAY_ONE, "");
  g_autoptr (FtSettings) stale = ft_settings_new ();
  g_autoptr (GAsyncResult) result = NULL;

  put (fixture, away);
  stale->interval = 12;
  ft_store_save_settings_async (fixture->store, stale, NULL, keep_result, &result);
  g_assert_true (ft_store_save_settings_finish (fixture->store, await_result (&result), NULL));
  assert_days_off (fixture, "away +0 +0 ");
  g_assert_cmpint (ft_store_get_settings (fixture->store)->interval, ==, 12);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtDayOffData) backwards
      = ft_day_off_data_new (FT_DAY_OFF_AWAY, DAY_ONE, DAY_ONE - 1, "");
  g_autoptr (FtDayOffData) gone = ft_day_off_data_new (FT_DAY_OFF_AWAY, DAY_ONE, DAY_ONE, "");
  g_autoptr (FtEdit) edit = ft_gesture_put_day_off (backwards);
  g_autoptr (FtEdit) other = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (sync_apply (fixture->store, edit, &error));
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_INVALID);
  g_clear_error (&error);
  gone->id = 99;
  other = ft_gesture_put_day_off (gone);
  g_assert_null (sync_apply (fixture->store, other, &error));
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_INVALID);
  assert_days_off (fixture, "");
  g_assert_null (ft_store_get_undo_label (fixture->store));
}

typedef struct
{
  GPtrArray *days_off;
  gboolean done;
} Rows;

static gboolean
next_row (gpointer source, FtImportRow *row, double *fraction, GError **error)
{
  Rows *rows = source;

  if (rows->done)
    return FALSE;
  rows->done = TRUE;
  row->days_off = g_ptr_array_ref (rows->days_off);
  return TRUE;
}

/* What is there already, by its uid or all the same, does not come twice. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtDayOffData) away = ft_day_off_data_new (FT_DAY_OFF_AWAY, DAY_ONE, DAY_ONE + 1, "");
  g_autoptr (GPtrArray) days_off = ft_days_off_new ();
  FtDayOffData *holiday
      = ft_day_off_data_new (FT_DAY_OFF_HOLIDAY, DAY_ONE + 1, DAY_ONE + 1, "Christmas Day");

  put (fixture, away);
  g_free (holiday->uid);
  holiday->uid = g_strdup ("holiday-1");
  g_ptr_array_add (days_off, holiday);
  g_ptr_array_add (days_off, ft_day_off_data_new (FT_DAY_OFF_AWAY, DAY_ONE, DAY_ONE + 1, ""));
  for (int i = 0; i < 2; i++)
    {
      Rows rows = { days_off, FALSE };
      g_autoptr (GError) error = NULL;
      g_autoptr (FtImportResult) result
          = sync_import (fixture->store, next_row, &rows, FT_IMPORT_DEFAULT, NULL, &error);

      g_assert_no_error (error);
      assert_days_off (fixture, "away +0 +1 , holiday +1 +1 Christmas Day");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/days-off/kept", test_kept);
  FIXTURE_ADD ("/store/days-off/settings", test_settings);
  FIXTURE_ADD ("/store/days-off/refused", test_refused);
  FIXTURE_ADD ("/store/days-off/import", test_import);
  return g_test_run ();
}
