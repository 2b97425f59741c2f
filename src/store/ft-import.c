#define G_LOG_DOMAIN "ft-store"

#include "store/ft-import.h"

#include "store/ft-first-promises.h"
#include "store/ft-import-history.h"
#include "store/ft-index.h"
#include "store/ft-keep.h"
#include "store/ft-match.h"
#include "store/ft-merge.h"
#include "store/ft-record.h"
#include "store/ft-setting.h"
#include "store/ft-undo.h"
#include "store/ft-write-record.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define IMPORT_CACHE_KIBIBYTES (128 * 1024)

typedef struct
{
  FtDatabase *database;   /* borrowed */
  FtImportResult *result; /* borrowed */
  gint64 first_id;        /* ids after this are of this import */
  GArray *touched;        /* gint64, borrowed; leads created or merged */
  GArray *waiting;        /* gint64, borrowed; leads to get a first promise if they have none */
  GHashTable *known;      /* gint64 → whether a row changed it, borrowed; leads found */
  int a_day;
  GHashTable *pieces; /* gint64 of the source → gint64 in the database, borrowed */
  gboolean set;       /* settings or days off were taken over */
  GPtrArray *kept;    /* paths of files this import made, owned; borrowed, NULL for a dry run */
} Importer;

static void
free_reject (FtImportReject *reject)
{
  g_free (reject->file);
  g_free (reject->reason);
  g_free (reject);
}

static FtImportResult *
new_result (void)
{
  FtImportResult *result = g_new0 (FtImportResult, 1);
  result->rejected = g_ptr_array_new_with_free_func ((GDestroyNotify) free_reject);
  return result;
}

void
ft_import_result_free (FtImportResult *result)
{
  g_ptr_array_unref (result->rejected);
  g_free (result);
}

/* --- Which lead a row is --- */

static FtLeadData *
find_by_uid (FtDatabase *database, const char *uid)
{
  gint64 id;
  FtStatement *select = ft_statement (database, "SELECT id FROM lead WHERE uid = ?");

  ft_bind_text (select, uid);
  id = ft_lookup_int (select, 0);
  return id != 0 ? ft_record_read_lead (database, id) : NULL;
}

static FtLeadData *
find_lead (Importer *self, const FtLeadData *row)
{
  g_autoptr (FtLeadData) found = NULL;

  if (*row->uid)
    found = find_by_uid (self->database, row->uid);
  if (found)
    return g_steal_pointer (&found);
  found = ft_match_find (self->database, row);
  /* A file which gives uids knows that two of its rows are two leads, however alike. */
  if (found && *row->uid && found->id > self->first_id)
    return NULL;
  return g_steal_pointer (&found);
}

/* --- First promises --- */

static void
await_promise (Importer *self, gint64 lead_id, const FtImportRow *row)
{
  if (self->a_day > 0 || (self->a_day == FT_IMPORT_AS_SET && !row->whole))
    g_array_append_val (self->waiting, lead_id);
}

/* A lead is counted as unchanged until something is new about it. */
static void
note_known (Importer *self, gint64 lead_id, gboolean changed)
{
  gboolean before = GPOINTER_TO_INT (g_hash_table_lookup (self->known, &lead_id));

  g_hash_table_insert (self->known, g_memdup2 (&lead_id, sizeof lead_id),
                       GINT_TO_POINTER (before || changed));
}

static gboolean
was_unchanged (Importer *self, gint64 lead_id)
{
  gpointer changed;

  return lead_id <= self->first_id
         && g_hash_table_lookup_extended (self->known, &lead_id, NULL, &changed) && changed == NULL;
}

/* After all rows: a later one may say what is promised to the lead of an earlier one. */
static void
promise_first (Importer *self, GCancellable *cancellable)
{
  g_autoptr (FtSettings) settings = ft_setting_read (self->database);
  int a_day = self->a_day > 0 ? self->a_day : settings->first_promises_a_day;
  g_autoptr (GArray) given
      = ft_first_promises_give (self->database, self->waiting, a_day, cancellable);

  for (guint i = 0; i < given->len; i++)
    {
      gint64 lead_id = g_array_index (given, gint64, i);

      g_array_append_val (self->touched, lead_id);
      if (was_unchanged (self, lead_id))
        {
          self->result->unchanged--;
          self->result->merged++;
        }
    }
  self->result->promised = given->len;
}

/* --- Rows --- */

static void
create_lead (Importer *self, const FtImportRow *row)
{
  g_autoptr (FtLeadData) lead = ft_write_new_lead (self->database, row->lead);

  ft_import_history (self->database, lead->id, TRUE, row, self->pieces);
  ft_index_put_place (self->database, lead, TRUE);
  g_array_append_val (self->touched, lead->id);
  await_promise (self, lead->id, row);
  self->result->created++;
}

static void
merge_lead (Importer *self, const FtLeadData *stored, const FtImportRow *row)
{
  g_autoptr (FtLeadData) merged = ft_merge_lead (stored, row->lead);
  gboolean added;

  if (merged)
    {
      merged->changed_at = ft_database_get_now (self->database);
      ft_record_update_lead (self->database, merged, stored);
    }
  added = ft_import_history (self->database, stored->id, FALSE, row, self->pieces);
  if (merged || added)
    {
      ft_index_put_place (self->database, merged ? merged : stored, FALSE);
      g_array_append_val (self->touched, stored->id);
      self->result->merged++;
    }
  else
    self->result->unchanged++;
  note_known (self, stored->id, merged || added);
  await_promise (self, stored->id, row);
}

static void
reject_row (Importer *self, const FtImportRow *row, const char *reason)
{
  FtImportReject *reject = g_new (FtImportReject, 1);
  *reject = (FtImportReject){ g_strdup (row->file), row->line, g_strdup (reason) };
  g_ptr_array_add (self->result->rejected, reject);
}

/* --- Files --- */

static void
keep_file (Importer *self, GBytes *content)
{
  g_autofree char *folder = ft_keep_dup_folder (ft_database_get_path (self->database));
  g_autofree char *hash = NULL;
  GError *error = NULL;
  gboolean made = FALSE;

  if (!self->kept)
    return;
  hash = ft_keep_bytes (folder, content, &made, &error);
  if (!hash)
    ft_database_fail (self->database, error);
  else if (made)
    g_ptr_array_add (self->kept, g_build_filename (folder, hash, NULL));
}

/* An import that is not made leaves no files. */
static void
forget_files (Importer *self)
{
  for (guint i = 0; self->kept && i < self->kept->len; i++)
    g_unlink (self->kept->pdata[i]);
}

/* --- Rows --- */

static void
take_row (Importer *self, const FtImportRow *row)
{
  g_autoptr (FtLeadData) stored = NULL;

  if (row->reason)
    {
      reject_row (self, row, row->reason);
      return;
    }
  ft_import_pieces (self->database, row->pieces, self->pieces);
  self->set = ft_import_days_off (self->database, row->days_off) || self->set;
  if (row->attachment)
    keep_file (self, row->attachment);
  if (row->settings)
    self->set = ft_setting_take (self->database, row->settings) || self->set;
  if (!row->lead)
    return;
  if (ft_write_is_blank (row->lead->name))
    {
      reject_row (self, row, _ ("It has no name."));
      return;
    }
  stored = find_lead (self, row->lead);
  if (stored)
    merge_lead (self, stored, row);
  else
    create_lead (self, row);
}

static void
take_rows (Importer *self, const FtImport *import)
{
  int told = -1;

  while (!ft_database_is_failed (self->database))
    {
      g_auto (FtImportRow) row = { 0 };
      GError *error = NULL;
      double fraction = 0;

      if (g_cancellable_set_error_if_cancelled (import->cancellable, &error))
        ft_database_fail (self->database, error);
      else if (import->next (import->source, &row, &fraction, &error))
        {
          take_row (self, &row);
          if (import->progress && (int) (fraction * 100) > told)
            {
              told = fraction * 100;
              import->progress (fraction, import->progress_data);
            }
        }
      else if (error)
        ft_database_fail (self->database, error);
      else
        break;
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;
  return (x > y) - (x < y);
}

/* Each lead once, though several rows may have been about it. */
static void
index_words (Importer *self)
{
  gint64 last = 0;

  g_array_sort (self->touched, compare_ids);
  for (guint i = 0; i < self->touched->len && !ft_database_is_failed (self->database); i++)
    {
      gint64 id = g_array_index (self->touched, gint64, i);
      g_autoptr (FtLeadData) lead = NULL;

      if (id == last)
        continue;
      last = id;
      lead = ft_record_read_lead (self->database, id);
      if (lead)
        ft_index_put_words (self->database, lead, id > self->first_id);
    }
}

FtImportResult *
ft_import_run (FtDatabase *database, FtImport *import)
{
  g_autoptr (FtImportResult) result = new_result ();
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) pieces
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) kept
      = import->flags & FT_IMPORT_DRY_RUN ? NULL : g_ptr_array_new_with_free_func (g_free);
  Importer self = {
    .database = database,
    .result = result,
    .touched = touched,
    .waiting = waiting,
    .known = known,
    .a_day = import->a_day,
    .pieces = pieces,
    .kept = kept,
  };
  FtRecording *recording;
  gboolean done;

  ft_database_set_cache (database, IMPORT_CACHE_KIBIBYTES);
  ft_database_begin (database);
  self.first_id = ft_database_get_last_id (database);
  recording = ft_recording_begin (database);
  take_rows (&self, import);
  promise_first (&self, import->cancellable);
  if (import->flags & FT_IMPORT_DRY_RUN)
    {
      ft_recording_drop (recording);
      ft_database_rollback (database);
      done = !ft_database_is_failed (database);
    }
  else
    {
      import->changed = ft_recording_end (recording, import->label, 0);
      import->set = self.set;
      index_words (&self);
      done = ft_database_end (database);
    }
  if (!done)
    forget_files (&self);
  ft_database_set_cache (database, 0);
  return done ? g_steal_pointer (&result) : NULL;
}
