#define G_LOG_DOMAIN "ft-remind"

#include "remind/ft-shown.h"

#include "core/ft-ringing.h"

static const FtPromiseRow *
find_row (GPtrArray *rows, gint64 promise_id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const FtPromiseRow *row = rows->pdata[i];
      if (row->promise->id == promise_id)
        return row;
    }
  return NULL;
}

/* (transfer container) */
static GPtrArray *
pick_rows (GPtrArray *rows, GArray *promises)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < promises->len; i++)
    {
      const FtPromiseRow *row = find_row (rows, g_array_index (promises, gint64, i));
      if (row != NULL)
        g_ptr_array_add (picked, (gpointer) row);
    }
  return picked;
}

static FtNotice *
make_notice (FtShown *self, GPtrArray *rows, FtNoticePrivacy privacy, const char *zone)
{
  g_autoptr (GPtrArray) picked = pick_rows (rows, self->promises);

  if (self->kind != FT_SHOWN_EACH)
    return ft_notice_of_many (picked, self->promises->len, self->kind == FT_SHOWN_AWAY, privacy);
  return picked->len > 0 ? ft_notice_of_promise (picked->pdata[0], privacy, self->at, zone) : NULL;
}

static gboolean
is_due (const FtPromiseRow *row, const FtSettings *settings, gint64 now, const char *zone)
{
  const FtPromiseData *promise = row->promise;
  FtRing ring = {
    .target_at = promise->target_at,
    .promised_at = promise->promised_at,
    .created_at = promise->created_at,
    .target_day = promise->target.minute == FT_ALL_DAY ? promise->target.day : 0,
  };

  return promise->state == FT_PROMISE_OPEN && ft_ring_first_at (&ring, settings, zone) <= now;
}

FtShown *
ft_shown_new (FtShownKind kind,
              GArray *promises,
              GPtrArray *rows,
              FtNoticePrivacy privacy,
              gint64 now,
              const char *zone)
{
  FtShown *self = g_new0 (FtShown, 1);

  self->kind = kind;
  self->promises = g_array_ref (promises);
  self->at = now;
  self->notice = make_notice (self, rows, privacy, zone);
  if (self->notice == NULL)
    g_clear_pointer (&self, ft_shown_free);
  return self;
}

void
ft_shown_free (FtShown *self)
{
  g_array_unref (self->promises);
  g_clear_pointer (&self->notice, ft_notice_free);
  g_free (self);
}

const FtNotice *
ft_shown_update (FtShown *self,
                 GPtrArray *rows,
                 const FtSettings *settings,
                 FtNoticePrivacy privacy,
                 gint64 now,
                 const char *zone,
                 gboolean *changed)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (gint64));
  FtNotice *notice;

  for (guint i = 0; i < self->promises->len; i++)
    {
      gint64 id = g_array_index (self->promises, gint64, i);
      const FtPromiseRow *row = find_row (rows, id);
      if (row != NULL && is_due (row, settings, now, zone))
        g_array_append_val (left, id);
    }
  g_array_unref (self->promises);
  self->promises = g_steal_pointer (&left);
  if (self->promises->len == 0)
    return NULL;

  notice = make_notice (self, rows, privacy, zone);
  *changed = !ft_notice_equal (notice, self->notice);
  ft_notice_free (self->notice);
  self->notice = notice;
  return notice;
}
