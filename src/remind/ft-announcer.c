#define G_LOG_DOMAIN "ft-remind"

#include "remind/ft-announcer.h"

#include "core/ft-away.h"
#include "core/ft-notice.h"
#include "core/ft-ringing.h"

/* A day is at most so many days off elsewhere: a promise for all day has its customer's. */
#define ZONES_APART 2

/* What is told of once a day. */
typedef enum
{
  ANNOUNCE_MORNING,
  ANNOUNCE_LEAVING,
  N_ANNOUNCEMENTS
} Announcement;

static const char *const ANNOUNCED[] = { FT_ANNOUNCED_MORNING, FT_ANNOUNCED_LEAVING };
/* Of the notices, see ft_notice_of_morning () and ft_notice_of_leaving (). */
static const char *const NOTICES[] = { "morning", "leaving" };

struct _FtAnnouncer
{
  GObject parent_instance;

  FtStore *store;       /* owned */
  FtNotifier *notifier; /* owned */
  GCancellable *cancellable;
  gboolean telling[N_ANNOUNCEMENTS];
};

enum
{
  TOLD,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtAnnouncer, ft_announcer, G_TYPE_OBJECT)

static gint64
now_of (FtAnnouncer *self)
{
  return ft_clock_now (ft_store_get_clock (self->store));
}

static const char *
zone_of (FtAnnouncer *self)
{
  return ft_clock_get_zone (ft_store_get_clock (self->store));
}

/* --- Telling --- */

typedef struct
{
  FtAnnouncer *self; /* owned */
  Announcement what;
  gint32 day;
  FtLeaving leaving;
} Telling;

static void
telling_free (Telling *telling)
{
  g_object_unref (telling->self);
  g_free (telling);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Telling, telling_free)

/* NULL if it is being told already. */
static Telling *
begin_telling (FtAnnouncer *self, Announcement what, gint32 day)
{
  Telling *telling;

  if (self->telling[what])
    return NULL;
  self->telling[what] = TRUE;
  telling = g_new0 (Telling, 1);
  telling->self = g_object_ref (self);
  telling->what = what;
  telling->day = day;
  return telling;
}

static void
announced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Telling) telling = data;
  FtAnnouncer *self = telling->self;
  g_autoptr (GError) error = NULL;

  /* Not written down, it comes once more at the next start. */
  if (!ft_store_set_announced_finish (FT_STORE (source), result, &error))
    {
      if (!g_error_matches (error, FT_STORE_ERROR, FT_STORE_ERROR_CLOSED))
        g_warning ("What was told could not be written down: %s", error->message);
      return;
    }
  self->telling[telling->what] = FALSE;
  g_signal_emit (self, signals[TOLD], 0);
}

/* Takes @telling. */
static void
write_told (Telling *telling)
{
  ft_store_set_announced_async (telling->self->store, ANNOUNCED[telling->what], telling->day, NULL,
                                announced_cb, telling);
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Telling) telling = data;
  FtAnnouncer *self = telling->self;
  gboolean done = ft_notifier_show_finish (FT_NOTIFIER (source), result, NULL);

  if (self->store == NULL)
    return;
  if (done)
    {
      write_told (g_steal_pointer (&telling));
      return;
    }
  self->telling[telling->what] = FALSE;
  g_signal_emit (self, signals[REFUSED], 0);
}

/* Takes @telling. @notice: (nullable): there is nothing to tell. */
static void
tell (Telling *telling, const FtNotice *notice)
{
  if (notice == NULL)
    write_told (telling);
  else
    ft_notifier_show_async (telling->self->notifier, notice, FALSE, told_cb, telling);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Telling) telling = data;
  g_autoptr (FtNotice) notice = NULL;
  FtCounts counts;

  if (!ft_store_count_finish (FT_STORE (source), result, &counts, NULL)
      || telling->self->store == NULL)
    {
      telling->self->telling[telling->what] = FALSE;
      return;
    }
  notice = ft_notice_of_morning (counts.n[FT_FILTER_LATE], counts.n[FT_FILTER_TODAY]);
  tell (g_steal_pointer (&telling), notice);
}

static void
tell_morning (FtAnnouncer *self)
{
  gint32 today = ft_clock_civil (ft_store_get_clock (self->store)).day;
  Telling *telling = begin_telling (self, ANNOUNCE_MORNING, today);

  if (telling != NULL)
    ft_store_count_async (self->store, ft_day_bounds (now_of (self), zone_of (self), G_DATE_MONDAY),
                          self->cancellable, counted_cb, telling);
}

static void
away_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Telling) telling = data;
  FtAnnouncer *self = telling->self;
  g_autoptr (GPtrArray) rows = ft_store_read_promises_finish (FT_STORE (source), result, NULL);
  const FtLeaving *leaving = &telling->leaving;
  g_autoptr (FtNotice) notice = NULL;
  guint n;

  if (rows == NULL || self->store == NULL)
    {
      self->telling[telling->what] = FALSE;
      return;
    }
  n = ft_away_count (rows, ft_store_get_settings (self->store)->days_off, leaving->first_day,
                     leaving->last_day, zone_of (self));
  notice = ft_notice_of_leaving (leaving->first_day, n, now_of (self), zone_of (self));
  tell (g_steal_pointer (&telling), notice);
}

static void
tell_leaving (FtAnnouncer *self, const FtLeaving *leaving)
{
  Telling *telling = begin_telling (self, ANNOUNCE_LEAVING, leaving->evening);
  FtCivil from = { leaving->first_day - ZONES_APART, 0, 0 };
  FtCivil to = { leaving->last_day + 1 + ZONES_APART, 0, 0 };

  if (telling == NULL)
    return;
  telling->leaving = *leaving;
  ft_store_read_promises_async (self->store, ft_civil_to_instant (from, zone_of (self), NULL),
                                ft_civil_to_instant (to, zone_of (self), NULL), 0,
                                self->cancellable, away_read_cb, telling);
}

/* --- Class --- */

static void
ft_announcer_dispose (GObject *object)
{
  FtAnnouncer *self = FT_ANNOUNCER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->notifier);
  G_OBJECT_CLASS (ft_announcer_parent_class)->dispose (object);
}

static void
ft_announcer_finalize (GObject *object)
{
  g_object_unref (FT_ANNOUNCER (object)->cancellable);
  G_OBJECT_CLASS (ft_announcer_parent_class)->finalize (object);
}

static void
ft_announcer_class_init (FtAnnouncerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_announcer_dispose;
  G_OBJECT_CLASS (klass)->finalize = ft_announcer_finalize;

  signals[TOLD] = g_signal_new ("told", FT_TYPE_ANNOUNCER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", FT_TYPE_ANNOUNCER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
ft_announcer_init (FtAnnouncer *self)
{
  self->cancellable = g_cancellable_new ();
}

FtAnnouncer *
ft_announcer_new (FtStore *store, FtNotifier *notifier)
{
  FtAnnouncer *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);
  g_return_val_if_fail (FT_IS_NOTIFIER (notifier), NULL);

  self = g_object_new (FT_TYPE_ANNOUNCER, NULL);
  self->store = g_object_ref (store);
  self->notifier = g_object_ref (notifier);
  return self;
}

static gint64
get_morning (FtAnnouncer *self, const FtDue *due)
{
  return ft_ringing_morning (ft_store_get_settings (self->store), due->morning_day, now_of (self),
                             zone_of (self));
}

static FtLeaving
get_leaving (FtAnnouncer *self, const FtDue *due)
{
  return ft_ringing_leaving (ft_store_get_settings (self->store), due->leaving_day, now_of (self),
                             zone_of (self));
}

gint64
ft_announcer_get_next (FtAnnouncer *self, const FtDue *due)
{
  gint64 now, morning, leaving;

  g_return_val_if_fail (FT_IS_ANNOUNCER (self), FT_RING_NEVER);

  now = now_of (self);
  morning = get_morning (self, due);
  leaving = get_leaving (self, due).at;
  return MIN (morning > now ? morning : FT_RING_NEVER, leaving > now ? leaving : FT_RING_NEVER);
}

void
ft_announcer_tell (FtAnnouncer *self, const FtDue *due)
{
  FtLeaving leaving;

  g_return_if_fail (FT_IS_ANNOUNCER (self));

  leaving = get_leaving (self, due);
  if (get_morning (self, due) <= now_of (self))
    tell_morning (self);
  if (leaving.at <= now_of (self))
    tell_leaving (self, &leaving);
}

void
ft_announcer_withdraw (FtAnnouncer *self)
{
  g_return_if_fail (FT_IS_ANNOUNCER (self));

  for (guint i = 0; i < G_N_ELEMENTS (NOTICES); i++)
    ft_notifier_withdraw (self->notifier, NOTICES[i]);
}
