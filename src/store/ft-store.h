#pragma once

#include <gio/gio.h>

#include "core/ft-change-set.h"
#include "core/ft-clock.h"
#include "core/ft-edit.h"
#include "core/ft-entry-row.h"
#include "core/ft-import-row.h"
#include "core/ft-ringing.h"
#include "core/ft-score.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/**
 * FtStoreError:
 * @FT_STORE_ERROR_BUSY: another instance has the database open
 * @FT_STORE_ERROR_NEWER: written by a newer release; left untouched
 * @FT_STORE_ERROR_DAMAGED: not a database, or a damaged one; left untouched
 * @FT_STORE_ERROR_FULL: no room on the disk; nothing was changed
 * @FT_STORE_ERROR_IO: reading or writing failed; nothing was changed
 * @FT_STORE_ERROR_NOT_ALLOWED: no permission
 * @FT_STORE_ERROR_NOTHING: nothing to undo or redo
 * @FT_STORE_ERROR_INVALID: the edit names a record that does not exist, or breaks a rule
 * @FT_STORE_ERROR_CLOSED: the store is not open
 *
 * The message of every one of these says in the user's language what happened and what to do.
 */
typedef enum
{
  FT_STORE_ERROR_BUSY,
  FT_STORE_ERROR_NEWER,
  FT_STORE_ERROR_DAMAGED,
  FT_STORE_ERROR_FULL,
  FT_STORE_ERROR_IO,
  FT_STORE_ERROR_NOT_ALLOWED,
  FT_STORE_ERROR_NOTHING,
  FT_STORE_ERROR_INVALID,
  FT_STORE_ERROR_CLOSED,
} FtStoreError;

#define FT_STORE_ERROR (ft_store_error_quark ())
GQuark ft_store_error_quark (void);

/**
 * FtStore:
 *
 * The database: one SQLite file, one connection, one thread that owns it. Every call returns at
 * once; jobs are carried out in the order asked, and answered in the main context they were asked
 * in. A change is acknowledged only when it is on disk.
 *
 * Properties: "undo-label" and "redo-label" (what would be undone, NULL if nothing), "settings" (notify
 * only; use ft_store_get_settings ()); all notify on the main thread. Signal "changed" (FtChangeSet *), emitted before the callback of the call that made
 * the change, on the main thread.
 */
#define FT_TYPE_STORE (ft_store_get_type ())
G_DECLARE_FINAL_TYPE (FtStore, ft_store, FT, STORE, GObject)

FtStore *ft_store_new (const char *path, FtClock *clock);
const char *ft_store_get_path (FtStore *self);
FtClock *ft_store_get_clock (FtStore *self);

void ft_store_open_async (FtStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean ft_store_open_finish (FtStore *self, GAsyncResult *result, GError **error);
/* Finishes the jobs asked before, closes the file and gives up its lock. Disposing of an open store does the same, waiting. */
void ft_store_close_async (FtStore *self, GAsyncReadyCallback callback, gpointer data);
gboolean ft_store_close_finish (FtStore *self, GAsyncResult *result, GError **error);

/* --- Changes --- */

void ft_store_apply_async (FtStore *self, FtEdit *edit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* (transfer full) */
FtChangeSet *ft_store_apply_finish (FtStore *self, GAsyncResult *result, GError **error);
void ft_store_undo_async (FtStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
FtChangeSet *ft_store_undo_finish (FtStore *self, GAsyncResult *result, GError **error);
void ft_store_redo_async (FtStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
FtChangeSet *ft_store_redo_finish (FtStore *self, GAsyncResult *result, GError **error);
const char *ft_store_get_undo_label (FtStore *self);
const char *ft_store_get_redo_label (FtStore *self);

/* --- Settings --- */

/* How this person works; loaded when the store is opened, the defaults before that. Borrowed until
 * "settings" is notified; not to be changed. */
FtSettings *ft_store_get_settings (FtStore *self);
/* No step of undo. When it is answered they are on disk and "settings" has been notified. */
void ft_store_save_settings_async (FtStore *self, const FtSettings *settings, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean ft_store_save_settings_finish (FtStore *self, GAsyncResult *result, GError **error);

/* --- Lists of leads --- */

/**
 * FtLeadFilter:
 *
 * ALL: every lead not closed: the late ones first, by their promised time, then by target, those
 * without a promise last, longest neglected first (E1), customers among them after the others. FENCED is by the day
 * of the fence, CLOSED the latest contact first. A search looks at all leads, closed ones too: those found by
 * name or company first, if they are few, else in the order of ALL, closed ones last.
 */
typedef enum
{
  FT_FILTER_ALL,
  FT_FILTER_LATE,      /* a promised time has passed */
  FT_FILTER_TODAY,     /* not late, a target before midnight */
  FT_FILTER_WEEK,      /* after today, a target this week */
  FT_FILTER_WITHOUT,   /* open, and no open promise: must be none (B1) */
  FT_FILTER_AFTER_SALE, /* customers */
  FT_FILTER_FENCED,    /* not before a day still to come (A3) */
  FT_FILTER_CLOSED,
  FT_FILTER_NOT_GIVEN, /* open, and has not had the piece of the query (A5); ordered as ALL, not counted */
} FtLeadFilter;
#define FT_N_FILTERS (FT_FILTER_CLOSED + 1) /* those that are counted */

#define FT_SEARCH_LIMIT 1000

/**
 * FtLeadQuery:
 * @search: when not empty, @filter is ignored and at most %FT_SEARCH_LIMIT leads answer
 * @piece_id: of %FT_FILTER_NOT_GIVEN
 */
typedef struct
{
  FtLeadFilter filter;
  FtDayBounds bounds;
  char *search;
  gint64 piece_id;
} FtLeadQuery;

FtLeadQuery *ft_lead_query_new (FtLeadFilter filter, FtDayBounds bounds, const char *search);
FtLeadQuery *ft_lead_query_copy (const FtLeadQuery *query);
void ft_lead_query_free (FtLeadQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtLeadQuery, ft_lead_query_free)

/* The ids of a query in its order, at most @limit (0: all). Finish: (transfer full) GArray of gint64. */
void ft_store_query_leads_async (FtStore *self, const FtLeadQuery *query, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GArray *ft_store_query_leads_finish (FtStore *self, GAsyncResult *result, GError **error);

/**
 * FtPlace: where a touched lead belongs in a list now: before the element which is at @position in
 * the list without any of the touched leads; @in is whether it belongs there at all.
 */
typedef struct
{
  gint64 id;
  gboolean in;
  guint position;
} FtPlace;

/* Where @touched leads belong in @ids, a list of @query as it was: found by bisection, without
 * reading the list again. @ids (GArray of gint64) must not change until this is answered. Not for
 * searches. Finish: (transfer full) GArray of FtPlace, in list order, for every one of @touched. */
void ft_store_place_leads_async (FtStore *self, const FtLeadQuery *query, GArray *ids, GArray *touched, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GArray *ft_store_place_leads_finish (FtStore *self, GAsyncResult *result, GError **error);

/* The rows of some leads, in the order of @ids; NULL for those that do not exist. Their leads are partial. Finish: (transfer full) GPtrArray of FtLeadRow. */
void ft_store_read_rows_async (FtStore *self, const gint64 *ids, guint n_ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *ft_store_read_rows_finish (FtStore *self, GAsyncResult *result, GError **error);

/**
 * FtCounts:
 * @next_change: the instant at which a count changes by time passing alone, G_MAXINT64 if never
 */
typedef struct
{
  guint n[FT_N_FILTERS];
  guint n_open;          /* open leads */
  guint n_leads;         /* all leads */
  guint n_cards;         /* to write before midnight (B11) */
  guint n_forgotten;     /* customers whom nobody promised to be in touch with: must be none (D8) */
  gint64 next_change;
} FtCounts;

void ft_store_count_async (FtStore *self, FtDayBounds bounds, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean ft_store_count_finish (FtStore *self, GAsyncResult *result, FtCounts *counts, GError **error);

/* --- One lead --- */

/* Everything about one lead, at most @n_contacts of its contacts (0: all). Finish: NULL without an error if there is no such lead. */
void ft_store_read_card_async (FtStore *self, gint64 lead_id, guint n_contacts, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
FtLeadCard *ft_store_read_card_finish (FtStore *self, GAsyncResult *result, GError **error);

/* --- Promises --- */

/* The open promises whose promised or target instant is in [from, to), by target, at most @limit (0:
 * all): the calendar's visible range. Their leads are partial. Finish: (transfer full) GPtrArray of FtPromiseRow. */
void ft_store_read_promises_async (FtStore *self, gint64 from, gint64 to, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *ft_store_read_promises_finish (FtStore *self, GAsyncResult *result, GError **error);

/* A slice of what a calendar shows: open promises and those kept since @kept_since, in order of id from the
 * one after @after (0: the first), at most @limit. Their leads are whole. Finish: (transfer full) GPtrArray of
 * FtPromiseRow, empty after the last. */
void ft_store_read_calendar_async (FtStore *self, gint64 after, gint64 kept_since, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *ft_store_read_calendar_finish (FtStore *self, GAsyncResult *result, GError **error);

/**
 * FtAgenda:
 * @promises: (element-type FtPromiseRow): by target: the open ones, and those that were kept
 * @decisions: (element-type FtLeadData): open leads that decide on one of the days (A1), by day
 *
 * What the calendar shows of some days. Leads are partial.
 */
typedef struct
{
  GPtrArray *promises;
  GPtrArray *decisions;
} FtAgenda;

void ft_agenda_free (FtAgenda *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtAgenda, ft_agenda_free)

/* Of the Julian days @first … @last in the user's zone. Finish: (transfer full) FtAgenda. */
void ft_store_read_agenda_async (FtStore *self, gint32 first, gint32 last, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
FtAgenda *ft_store_read_agenda_finish (FtStore *self, GAsyncResult *result, GError **error);

/* --- Reminders (B6) --- */

/**
 * FtDue:
 * @ringing: which promises to remind of now, and when the next one rings
 * @rows: (element-type FtPromiseRow): the first of those, with whole leads: all that are reminded of one by one
 * @morning_day: Julian day of the last morning told of, 0 for none
 * @leaving_day: the same of the last evening before days away (ft_ringing_leaving ())
 */
typedef struct
{
  FtRinging *ringing;
  GPtrArray *rows;
  gint32 morning_day;
  gint32 leaving_day;
} FtDue;

void ft_due_free (FtDue *due);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtDue, ft_due_free)

/* What rings at @now (ft_ringing_new ()) and has not been shown. What was shown at a time still to come, by a clock
 * that was wrong, is forgotten first: it comes again in its time. */
void ft_store_read_due_async (FtStore *self, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
FtDue *ft_store_read_due_finish (FtStore *self, GAsyncResult *result, GError **error);
/* Some promises as they are now, those that exist. Finish: (transfer full) GPtrArray of FtPromiseRow with whole leads. */
void ft_store_read_reminders_async (FtStore *self, const gint64 *promise_ids, guint n_ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *ft_store_read_reminders_finish (FtStore *self, GAsyncResult *result, GError **error);
/* A reminder of these promises was shown; survives a restart, is no step of undo, and is forgotten
 * when the promise's target changes. */
void ft_store_set_reminded_async (FtStore *self, const gint64 *promise_ids, guint n_ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean ft_store_set_reminded_finish (FtStore *self, GAsyncResult *result, GError **error);
/* The same, and it rings again at the instant @until. */
void ft_store_snooze_async (FtStore *self, gint64 promise_id, gint64 until, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean ft_store_snooze_finish (FtStore *self, GAsyncResult *result, GError **error);
#define FT_ANNOUNCED_MORNING "morning"
#define FT_ANNOUNCED_LEAVING "leaving"
/* What the program tells of once a day, told on Julian day @day; no step of undo. */
void ft_store_set_announced_async (FtStore *self, const char *what, gint32 day, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean ft_store_set_announced_finish (FtStore *self, GAsyncResult *result, GError **error);

/* --- After the sale (B11) --- */

/* The ids of the sales with an open step, by the one due first. Finish: (transfer full) GArray of gint64. */
void ft_store_query_sales_async (FtStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GArray *ft_store_query_sales_finish (FtStore *self, GAsyncResult *result, GError **error);
/* Some sales in the order of @ids; NULL for those that do not exist. Finish: (transfer full) GPtrArray of FtSaleRow. */
void ft_store_read_sales_async (FtStore *self, const gint64 *ids, guint n_ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *ft_store_read_sales_finish (FtStore *self, GAsyncResult *result, GError **error);
/* The cards to write with a target before @before, by target, at most @limit (0: all). Their leads are whole, with the
 * postal address. Finish: (transfer full) GPtrArray of FtPromiseRow. */
void ft_store_read_cards_async (FtStore *self, gint64 before, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *ft_store_read_cards_finish (FtStore *self, GAsyncResult *result, GError **error);

typedef void (*FtProgress) (double fraction, gpointer data); /* on the main context asked from */

/* --- What is behind a figure --- */

typedef enum
{
  FT_ENTRIES_GIVEN,     /* contacts in which the piece was given, latest first (A5) */
  FT_ENTRIES_PROMISES,  /* promises of the slice, by their days */
  FT_ENTRIES_SALES,     /* contacts in which a sale was made in the days of the slice, latest first (D4) */
  FT_ENTRIES_TRIES,     /* contacts tried on the channel in the days of the slice, latest first (E8) */
  FT_ENTRIES_UNCOVERED, /* leads open when the slice ended, or now, that had no promise then (E1) */
} FtEntryKind;

/**
 * FtEntryQuery:
 * @piece_id: of %FT_ENTRIES_GIVEN
 * @sale_bin: of %FT_ENTRIES_SALES, as ft_score_sale_bin () has it
 * @channel: of %FT_ENTRIES_TRIES
 */
typedef struct
{
  FtEntryKind kind;
  gint64 piece_id;
  FtScoreSlice slice;
  guint sale_bin;
  FtChannel channel;
} FtEntryQuery;

/* Finish: (transfer full) GArray of gint64, the ids of promises, contacts or leads. */
void ft_store_query_entries_async (FtStore *self, const FtEntryQuery *query, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GArray *ft_store_query_entries_finish (FtStore *self, GAsyncResult *result, gint64 *next_change, GError **error);
/* Finish: (transfer full) GPtrArray of FtEntryRow, in the order of @ids; NULL for those that do not exist. */
void ft_store_read_entries_async (FtStore *self, FtEntryKind kind, const gint64 *ids, guint n_ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *ft_store_read_entries_finish (FtStore *self, GAsyncResult *result, GError **error);

/* --- Score --- */

/* Read a part at a time, other jobs coming in between; without @whole promises alone. */
void ft_store_read_score_async (FtStore *self, FtScorePeriod period, GDateWeekday first_weekday, gboolean whole, FtProgress progress, gpointer progress_data,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* (transfer full) */
FtScoreData *ft_store_read_score_finish (FtStore *self, GAsyncResult *result, GError **error);

/* --- Romance pieces (A5) --- */

/* All pieces, those in use first, each group in the order they were added; they are written by
 * ft_edit_put_piece (). Finish: (transfer full) GPtrArray of FtPieceRow. */
void ft_store_read_pieces_async (FtStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *ft_store_read_pieces_finish (FtStore *self, GAsyncResult *result, GError **error);

/* Copies a file to where attachments are kept, under its content's SHA-256, and answers that, for
 * FtPieceData.file_hash. The same content is kept once. Finish: (transfer full), or NULL with @error. */
void ft_store_keep_file_async (FtStore *self, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
char *ft_store_keep_file_finish (FtStore *self, GAsyncResult *result, GError **error);
/* Where the files of pieces are kept, named by their hash; they are beside the database. (transfer full) */
char *ft_store_dup_file_folder (FtStore *self);
/* The same of the database, or the backup, at @path. (transfer full) */
char *ft_store_dup_file_folder_of (const char *path);
/* Takes over from beside the database at @path, a backup of this one, the files its pieces have and that are missing
 * here. */
void ft_store_take_files_async (FtStore *self, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean ft_store_take_files_finish (FtStore *self, GAsyncResult *result, GError **error);
/* Where a kept file is; NULL if the piece has none. (transfer full) */
char *ft_store_dup_piece_path (FtStore *self, const FtPieceData *piece);

/* --- The whole of it --- */

typedef struct
{
  char *file;
  guint line;
  char *reason;
} FtImportReject;

typedef struct
{
  guint created;
  guint merged;
  guint unchanged;
  guint promised; /* of the created and merged ones, those which got their first promise */
  GPtrArray *rejected; /* FtImportReject */
} FtImportResult;

void ft_import_result_free (FtImportResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtImportResult, ft_import_result_free)

typedef enum
{
  FT_IMPORT_DEFAULT = 0,
  FT_IMPORT_DRY_RUN = 1 << 0, /* say what would happen, change nothing */
} FtImportFlags;

/* How many first promises a working day for open leads without one (B1): as the settings have it, but a lead
 * from a file that knows all about it stays as it is said to be there; or none. */
#define FT_IMPORT_AS_SET (-1)
#define FT_IMPORT_NO_PROMISES 0

/* All rows in one transaction and one step of undo, or none when cancelled or failed. A row is the lead
 * of the same uid; else of the same e-mail address or telephone number and a name not contradicting
 * it; else of the same name and company, where no company counts only if no address or number tells them apart:
 * then what is new in it is merged (an existing field is never overwritten; other notes go below; a promise without
 * a uid is for leads that have none open), and nothing is ever created twice. Two rows with uids of their own are two. @free_source is called on the main context. */
void ft_store_import_async (FtStore *self, const char *label, FtImportNext next, gpointer source, GDestroyNotify free_source, FtImportFlags flags, int a_day,
                            FtProgress progress, gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
FtImportResult *ft_store_import_finish (FtStore *self, GAsyncResult *result, GError **error);

/* Called with every lead's card in order of id, on the database's thread; FALSE stops with @error. */
typedef gboolean (*FtExportEach) (gpointer sink, FtLeadCard *card, GError **error);
/* Called first, with the library (FtPieceRow) and the settings. */
typedef gboolean (*FtExportBegin) (gpointer sink, GPtrArray *pieces, const FtSettings *settings, GError **error);
void ft_store_export_async (FtStore *self, FtExportBegin begin, FtExportEach each, gpointer sink, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean ft_store_export_finish (FtStore *self, GAsyncResult *result, GError **error);

/* A consistent copy of the open database in a new file (mode 0600); fails if it exists. */
void ft_store_backup_async (FtStore *self, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean ft_store_backup_finish (FtStore *self, GAsyncResult *result, GError **error);

/* SQLite's integrity and foreign keys, and that what is derived (search, counts, due times) agrees with
 * the records. Finish: (transfer full) a NULL-terminated list of what is wrong, empty if nothing. */
void ft_store_check_async (FtStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
char **ft_store_check_finish (FtStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
