#pragma once

#include "core/ft-records.h"

G_BEGIN_DECLS

#define FT_NOTICE_BUTTONS 4

/**
 * FtNotice:
 * @id: what it is about: another of the same id takes its place
 * @body: plain text, in lines; what is most wanted first
 * @stays: on the screen until it was seen to
 * @action: of the application, for a press on the notice itself; with @target
 * @buttons: as many as have a label; services show the first two or three
 *
 * A notification, before it is known who shows it.
 */
typedef struct
{
  char *label; /* owned, NULL after the last */
  const char *action;
  GVariant *target; /* owned, or NULL */
} FtNoticeButton;

typedef struct
{
  char *id;
  char *title;
  char *body;
  gboolean stays;
  const char *action;
  GVariant *target; /* owned, or NULL */
  FtNoticeButton buttons[FT_NOTICE_BUTTONS];
} FtNotice;

FtNotice *ft_notice_new (const char *id, const char *title);
FtNotice *ft_notice_copy (const FtNotice *notice);
void ft_notice_free (FtNotice *notice);
gboolean ft_notice_equal (const FtNotice *a, const FtNotice *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtNotice, ft_notice_free)

/**
 * FtNoticePrivacy:
 * @hide_names: who passes by may read it
 * @show_sensitive: only who is to dial reads it
 */
typedef struct
{
  gboolean hide_names;
  gboolean show_sensitive;
} FtNoticePrivacy;

/* The actions of the application; their targets are (lead, promise), "(xx)", if not said otherwise. */
#define FT_ACTION_OPEN_LEAD "app.open-lead"       /* x: the lead */
#define FT_ACTION_CALL "app.call-promise"         /* dials, and shows the card */
#define FT_ACTION_WRITE "app.write-promise"       /* opens the mail program, and the card */
#define FT_ACTION_DONE "app.keep-promise"
#define FT_ACTION_SNOOZE "app.snooze-promise"
#define FT_ACTION_LATE "app.running-late"
#define FT_ACTION_SHOW_LIST "app.show-list"       /* s: the filter */
#define FT_ACTION_ANEW "app.promise-anew"         /* nothing */
#define FT_ACTION_UNDO "app.undo-keeping"         /* nothing */
#define FT_ACTION_NO_MORNINGS "app.no-mornings"   /* nothing */

/**
 * ft_notice_of_promise:
 *
 * A reminder: the brief in a few lines (E9), and what can be done about it, by the channel; who is late
 * already is offered that first (B6, B7).
 *
 * Returns: (transfer full):
 */
FtNotice *ft_notice_of_promise (const FtPromiseRow *row, FtNoticePrivacy privacy, gint64 now, const char *zone);
char *ft_notice_id_of_promise (gint64 promise_id);

/* Many at once. @rows: (element-type FtPromiseRow): the first of @n; @away: they came while nobody was there. */
FtNotice *ft_notice_of_many (GPtrArray *rows, guint n, gboolean away, FtNoticePrivacy privacy);

/* As the working day begins; NULL if there is nothing to tell. */
FtNotice *ft_notice_of_morning (guint n_late, guint n_today);

/* Before leaving: so many promises fall into the days away, from Julian day @first_day on (E6); NULL if none does. */
FtNotice *ft_notice_of_leaving (gint32 first_day, guint n, gint64 now, const char *zone);

/* A promise was kept from its notification: what was booked after it (B1), @next, or NULL; and the way back. */
FtNotice *ft_notice_of_kept (const FtLeadData *lead, const FtPromiseData *next, FtNoticePrivacy privacy, gint64 now);

/* "Test Reminder". */
FtNotice *ft_notice_of_test (void);

G_END_DECLS
