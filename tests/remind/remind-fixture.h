#pragma once

#include "bell.h"
#include "remind/ft-reminder.h"
#include "store-fixture.h"

G_BEGIN_DECLS

/* A store, a clock that stands still, a bus that nobody else is on, and a notification service there. Nothing is ever
 * quiet and no morning is told of, until a test says so. */

typedef struct
{
  Fixture base;
  GDBusConnection *bus;
  Bell *bell;
  FtSession *session;
  FtNotifier *notifier;
  FtReminder *reminder; /* NULL until remind_start () */
} Reminding;

/* g_test_run () on a bus of its own, which is the system's, too. */
int remind_run (void);

void remind_set_up (Reminding *r, gconstpointer data);
void remind_tear_down (Reminding *r, gconstpointer data);
#define REMIND_ADD(path, data, test) \
  g_test_add (path, Reminding, data, remind_set_up, test, remind_tear_down)

/* The program starts, and ends. */
void remind_start (Reminding *r);
void remind_stop (Reminding *r);
/* Turns the main loop until the store and the bus have answered all that was asked, and all that was asked then. */
void remind_settle (Reminding *r);
/* So many seconds after NOW, and settles. */
void remind_go_to (Reminding *r, gint64 seconds);
void remind_set (Reminding *r, const char *setting, const char *value);

#define MINUTE 60
/* A lead with one promise, so many hours from NOW; its id. */
gint64 remind_add (Reminding *r, const char *name, int promised, int target);
gint64 remind_promise_id (Reminding *r, gint64 lead_id);
/* Changes the promise of this lead: one step of undo. Settles. */
void remind_change (Reminding *r, gint64 lead_id, void (*change) (FtPromiseData *promise));

/* For remind_change (). */
void remind_keep (FtPromiseData *promise);
/* @titles: on the screen; @n_loud: heard so far. */
void remind_assert_rung (Reminding *r, const char *titles, guint n_loud);

#define WAIT_UNTIL(condition)                 \
  G_STMT_START                                \
  {                                           \
    while (!(condition))                      \
      g_main_context_iteration (NULL, TRUE);  \
  }                                           \
  G_STMT_END

G_END_DECLS
