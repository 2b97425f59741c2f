#define G_LOG_DOMAIN "ft-app"

#include "app/ft-samples.h"

#include "app/ft-sample-coach.h"
#include "app/ft-sample-sales.h"
#include "app/ft-sample-table.h"

#include "core/ft-steps.h"

#include <glib/gi18n-lib.h>

/* The day @days from @today, moved to a working day: a sales person promises no Sundays. */
static FtCivil
working_day (FtCivil today, int days)
{
  FtCivil day = ft_civil_add_days (today, days);
  GDateWeekday weekday = ft_civil_get_weekday (day);

  if (weekday == G_DATE_SATURDAY)
    return ft_civil_add_days (day, days > 0 ? 2 : -1);
  if (weekday == G_DATE_SUNDAY)
    return ft_civil_add_days (day, days > 0 ? 1 : -2);
  return day;
}

/* The @i-th of @n times spread over what is left of the working day, or of the day in the evening.
 */
static FtCivil
time_today (FtCivil now, guint i, guint n)
{
  const int last = 23 * 60 + 59;
  int end = now.minute < 15 * 60 ? 18 * 60 : last;
  int minute = now.minute + (end - now.minute) * (int) (i + 1) / (int) (n + 1);
  FtCivil civil = now;

  if (end - now.minute > 2 * 60)
    minute = (minute + 14) / 15 * 15;
  civil.minute = CLAMP (minute, MIN (now.minute + 1, last), last);
  civil.fold = 0;
  return civil;
}

static void
set_string (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static FtPromiseData *
make_promise (const FtSample *sample, FtClock *clock, guint *n_today)
{
  guint today_count = 0;
  FtCivil now = ft_clock_civil (clock);
  FtCivil promised;

  for (guint i = 0; i < ft_n_samples; i++)
    today_count += ft_samples[i].when == FT_SAMPLE_TODAY;
  if (sample->when == FT_SAMPLE_TODAY)
    promised = time_today (now, (*n_today)++, today_count);
  else
    {
      promised = working_day (now, sample->days);
      promised.minute = sample->minute;
      promised.fold = 0;
    }
  FtPromiseData *promise = ft_promise_data_new (0, promised, sample->zone, sample->channel);
  if (promised.minute != FT_ALL_DAY && promised.minute - sample->ahead > now.minute)
    promise->target = ft_civil_add_minutes (promised, -sample->ahead);
  promise->agreed = sample->agreed;
  promise->kind = sample->kind;
  promise->steps = sample->kind == FT_PROMISE_FOLLOW_THROUGH ? 1 << FT_STEP_ARRIVED : 0;
  set_string (&promise->purpose, sample->purpose);
  set_string (&promise->value, sample->value);
  return promise;
}

/* --- What the coach knows --- */

static void
put_pieces (FtEdit *edit, gint64 *pieces, gint64 now)
{
  for (guint i = 0; i < ft_n_sample_pieces; i++)
    {
      const FtSamplePiece *row = &ft_sample_pieces[i];
      g_autoptr (FtPieceData) piece = ft_piece_data_new (row->name, row->kind);
      piece->id = pieces[i] = ft_edit_new_id (edit);
      piece->head = row->head;
      set_string (&piece->uri, row->uri);
      piece->created_at = now - 90 * 86400 + i;
      ft_edit_put_piece (edit, piece);
    }
}

static void
add_brief (FtLeadData *lead, gint32 today)
{
  for (guint i = 0; i < ft_n_sample_briefs; i++)
    {
      const FtSampleBrief *row = &ft_sample_briefs[i];
      if (!g_str_equal (row->name, lead->name))
        continue;
      lead->benefits[1].head = row->second_head;
      set_string (&lead->benefits[1].text, row->second);
      lead->benefits[2].head = row->third_head;
      set_string (&lead->benefits[2].text, row->third);
      set_string (&lead->trial_close, row->trial_close);
      set_string (&lead->trial_answer, row->trial_answer);
    }
  for (guint i = 0; i < ft_n_sample_facts; i++)
    {
      const FtSampleFact *row = &ft_sample_facts[i];
      if (g_str_equal (row->name, lead->name))
        g_ptr_array_add (lead->facts, ft_fact_new (today + row->days, row->sensitive, row->text));
    }
  for (guint i = 0; i < ft_n_sample_asks; i++)
    {
      const FtSampleAsk *row = &ft_sample_asks[i];
      gint32 done = row->done_days == G_MAXINT ? 0 : today + row->done_days;
      if (g_str_equal (row->name, lead->name))
        g_ptr_array_add (lead->asks, ft_ask_new (today + row->days, done, row->text));
    }
}

static void
add_question (FtContactData *contact, const char *name, int days, const gint64 *pieces)
{
  for (guint i = 0; i < ft_n_sample_questions; i++)
    {
      const FtSampleQuestion *row = &ft_sample_questions[i];
      if (row->days != days || !g_str_equal (row->name, name))
        continue;
      contact->asked = row->asked;
      contact->answer = row->answer;
      contact->seconds = row->seconds;
      contact->piece_id = row->piece > 0 ? pieces[row->piece - 1] : 0;
    }
}

/* Missed, and kept a day late. */
static void
put_misses (FtEdit *edit, const FtLeadData *lead, FtCivil now)
{
  for (guint i = 0; i < ft_n_sample_misses; i++)
    {
      const FtSampleMiss *row = &ft_sample_misses[i];
      if (!g_str_equal (row->name, lead->name))
        continue;
      FtCivil at = working_day (now, -row->days);
      at.minute = row->minute;
      at.fold = 0;
      g_autoptr (FtPromiseData) promise
          = ft_promise_data_new (lead->id, at, lead->zone, FT_CHANNEL_PHONE);
      promise->id = ft_edit_new_id (edit);
      promise->state = FT_PROMISE_KEPT;
      promise->done_at = ft_civil_to_instant (at, lead->zone, NULL) + 86400;
      promise->created_at = promise->done_at - 8 * 86400;
      promise->cause = row->cause;
      set_string (&promise->purpose, row->purpose);
      ft_edit_put_promise (edit, promise);
    }
}

static FtLeadData *
make_lead (const FtSample *sample, FtClock *clock)
{
  FtLeadData *lead = ft_lead_data_new (sample->name);
  gint32 today = ft_clock_civil (clock).day;

  set_string (&lead->company, sample->company);
  set_string (&lead->role, sample->role);
  set_string (&lead->city, sample->city);
  set_string (&lead->country, sample->country);
  set_string (&lead->source, sample->source);
  g_ptr_array_add (lead->phones, ft_reach_new ("work", sample->phone));
  g_ptr_array_add (lead->emails, ft_reach_new ("work", sample->email));
  lead->channel = sample->channel;
  lead->zone = g_intern_static_string (sample->zone);
  lead->decision_day = sample->decision != 0 ? today + sample->decision : 0;
  lead->not_before_day = sample->fence != 0 ? today + sample->fence : 0;
  lead->state = sample->state;
  lead->benefits[0].head = sample->head;
  set_string (&lead->benefits[0].text, sample->benefit);
  if (*sample->fact != '\0')
    {
      gboolean sensitive = sample->fact[0] == '!';
      g_ptr_array_add (lead->facts, ft_fact_new (today - 30, sensitive, sample->fact + sensitive));
    }
  add_brief (lead, today);
  return lead;
}

/* What was promised for that time and kept at it, so that the history shows more than contacts. */
static FtPromiseData *
make_kept (
    const FtSampleContact *contact, gint64 lead, FtCivil at, const char *zone, gint64 instant)
{
  FtPromiseData *promise = ft_promise_data_new (lead, at, zone, contact->channel);

  promise->agreed = TRUE;
  promise->state = FT_PROMISE_KEPT;
  promise->done_at = instant;
  promise->created_at = instant - 7 * 86400;
  return promise;
}

static void
put_history (FtEdit *edit, FtLeadData *lead, const gint64 *pieces, FtClock *clock)
{
  FtCivil now = ft_clock_civil (clock);

  for (guint i = 0; i < ft_n_sample_contacts; i++)
    {
      const FtSampleContact *row = &ft_sample_contacts[i];
      if (!g_str_equal (row->name, lead->name))
        continue;
      FtCivil at = working_day (now, -row->days);
      at.minute = row->minute;
      gint64 instant = ft_civil_to_instant (at, lead->zone, NULL);
      g_autoptr (FtContactData) contact
          = ft_contact_data_new (lead->id, instant, row->channel, row->outcome);
      contact->id = ft_edit_new_id (edit);
      contact->direction = row->direction;
      contact->lean = row->lean;
      add_question (contact, lead->name, row->days, pieces);
      set_string (&contact->heard, row->heard);
      set_string (&contact->notes, row->notes);
      set_string (&contact->value, row->value);
      if (row->kept)
        {
          g_autoptr (FtPromiseData) promise = make_kept (row, lead->id, at, lead->zone, instant);
          promise->id = contact->promise_id = ft_edit_new_id (edit);
          ft_edit_put_promise (edit, promise);
        }
      if (row->outcome == FT_OUTCOME_DEFINITE_NO)
        set_string (&lead->closing_words, row->heard);
      lead->created_at = MIN (lead->created_at, instant);
      ft_edit_put_contact (edit, contact);
    }
}

FtEdit *
ft_samples_make (FtClock *clock)
{
  FtEdit *edit = ft_edit_new (_ ("Sample Leads"));
  gint64 now = ft_clock_now (clock);
  g_autofree gint64 *pieces = g_new (gint64, ft_n_sample_pieces);
  guint n_today = 0;

  put_pieces (edit, pieces, now);
  for (guint i = 0; i < ft_n_samples; i++)
    {
      const FtSample *sample = &ft_samples[i];
      g_autoptr (FtLeadData) lead = make_lead (sample, clock);
      lead->id = ft_edit_new_id (edit);
      lead->created_at = now;
      put_history (edit, lead, pieces, clock);
      put_misses (edit, lead, ft_clock_civil (clock));
      gint64 sale_id = ft_sample_sales_put (edit, lead, clock);
      ft_edit_put_lead (edit, lead);
      if (sample->when == FT_SAMPLE_NOTHING)
        continue;
      g_autoptr (FtPromiseData) promise = make_promise (sample, clock, &n_today);
      promise->id = ft_edit_new_id (edit);
      promise->lead_id = lead->id;
      promise->created_at = now - 3 * 86400;
      promise->sale_id = sale_id;
      ft_edit_put_promise (edit, promise);
    }
  return edit;
}

/* --- Into the store --- */

static void
announced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (!ft_store_set_announced_finish (FT_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
reminded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gint32 today = ft_clock_civil (ft_store_get_clock (FT_STORE (source))).day;

  if (!ft_store_set_reminded_finish (FT_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    ft_store_set_announced_async (FT_STORE (source), FT_ANNOUNCED_MORNING, today, NULL,
                                  announced_cb, g_steal_pointer (&task));
}

/* A demo starts without a row of bells: what has come already has rung. */
static void
due_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  FtClock *clock = ft_store_get_clock (FT_STORE (source));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = ft_store_read_promises_finish (FT_STORE (source), result, &error);

  if (rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const FtPromiseData *promise = ((FtPromiseRow *) g_ptr_array_index (rows, i))->promise;
      if (promise->target_at <= ft_clock_now (clock)
          || (promise->target.minute == FT_ALL_DAY
              && promise->target.day <= ft_clock_civil (clock).day))
        g_array_append_val (ids, promise->id);
    }
  ft_store_set_reminded_async (FT_STORE (source), (const gint64 *) ids->data, ids->len, NULL,
                               reminded_cb, g_steal_pointer (&task));
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (FtChangeSet) change = ft_store_apply_finish (FT_STORE (source), result, &error);

  if (change == NULL)
    g_task_return_error (task, error);
  else
    ft_store_read_promises_async (FT_STORE (source), 0,
                                  ft_clock_now (ft_store_get_clock (FT_STORE (source)))
                                      + 2 * G_GINT64_CONSTANT (86400),
                                  0, NULL, due_cb, g_steal_pointer (&task));
}

void
ft_samples_fill_async (FtStore *store, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, callback, data);
  g_autoptr (FtEdit) edit = ft_samples_make (ft_store_get_clock (store));

  g_task_set_source_tag (task, ft_samples_fill_async);
  ft_store_apply_async (store, edit, NULL, applied_cb, g_steal_pointer (&task));
}

gboolean
ft_samples_fill_finish (FtStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
