#pragma once

#include "store/ft-store.h"

G_BEGIN_DECLS

/* A store on a real file in a folder of its own, and each call made to look synchronous: it runs the main
 * loop until the answer is there. */

typedef struct
{
  char *folder;
  char *path;
  FtClock *clock;
  FtStore *store;
  GPtrArray *changes; /* FtChangeSet, as they were emitted */
} Fixture;

/* Monday, 2026-11-23 09:00 in Berlin. */
#define NOW G_GINT64_CONSTANT (1795420800)
#define HOUR (60 * 60)
#define DAY (24 * HOUR)

void fixture_set_up (Fixture *fixture, gconstpointer data);
/* Checks the database, closes it, and that the store is finalized. */
void fixture_tear_down (Fixture *fixture, gconstpointer data);
void fixture_reopen (Fixture *fixture);
/* Begins with an empty database again. */
void fixture_reset (Fixture *fixture);
#define FIXTURE_ADD(path, test) \
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

FtDayBounds fixture_bounds (Fixture *fixture);

/* A callback that keeps its result at @data, and the wait for it. */
void keep_result (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *await_result (GAsyncResult **result);

gboolean sync_open (FtStore *store, GError **error);
gboolean sync_close (FtStore *store);
FtChangeSet *sync_apply (FtStore *store, FtEdit *edit, GError **error);
FtChangeSet *sync_undo (FtStore *store, GError **error);
FtChangeSet *sync_redo (FtStore *store, GError **error);
GArray *sync_query (FtStore *store, FtLeadFilter filter, FtDayBounds bounds, const char *search);
GArray *sync_place (FtStore *store, FtLeadFilter filter, FtDayBounds bounds, GArray *ids, GArray *touched);
GPtrArray *sync_rows (FtStore *store, GArray *ids);
FtCounts sync_count (FtStore *store, FtDayBounds bounds);
FtLeadCard *sync_card (FtStore *store, gint64 lead_id);
GPtrArray *sync_promises (FtStore *store, gint64 from, gint64 to, guint limit);
GPtrArray *sync_due (FtStore *store, gint64 now, gint64 *next);
void sync_set_reminded (FtStore *store, gint64 promise_id);
FtImportResult *sync_import (FtStore *store,
                             FtImportNext next,
                             gpointer source,
                             FtImportFlags flags,
                             GCancellable *cancellable,
                             GError **error);
FtImportResult *sync_import_spread (FtStore *store,
                                    FtImportNext next,
                                    gpointer source,
                                    FtImportFlags flags,
                                    int a_day,
                                    GCancellable *cancellable,
                                    GError **error);
gboolean sync_backup (FtStore *store, const char *path, GError **error);
char **sync_check (FtStore *store);

/* Records as tests need them. */
gint64 add_lead (Fixture *fixture, const char *name, const char *company);
/* @promised in hours from NOW, @target too. */
FtPromiseData *new_promise (gint64 lead_id, int promised, int target);
gint64 add_lead_with_promise (Fixture *fixture, const char *name, int promised, int target);
void put_promise (Fixture *fixture, FtPromiseData *promise);
void edit_lead (Fixture *fixture, gint64 id, void (*change) (FtLeadData *lead));

/* "Anna, Bert" */
char *describe_leads (FtStore *store, GArray *ids);
#define assert_leads(fixture, filter, search, expected)                                              \
  G_STMT_START                                                                                       \
  {                                                                                                  \
    g_autoptr (GArray) ids_ = sync_query ((fixture)->store, filter, fixture_bounds (fixture), search); \
    g_autofree char *names_ = describe_leads ((fixture)->store, ids_);                               \
    g_assert_cmpstr (names_, ==, expected);                                                          \
  }                                                                                                  \
  G_STMT_END

G_END_DECLS
