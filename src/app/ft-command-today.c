#define G_LOG_DOMAIN "ft-app"

#include "app/ft-today.h"

#include "core/ft-when.h"

#include <glib/gi18n-lib.h>

static void
card_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;
  FtToday *today = ft_run_get_data (run);
  FtLeadCard *card = ft_store_read_card_finish (FT_STORE (source), result, &error);

  if (card != NULL)
    g_hash_table_insert (today->cards, g_memdup2 (&card->lead->id, sizeof card->lead->id), card);
  today->n_asked--;
  if (error != NULL && today->failure == NULL)
    today->failure = g_steal_pointer (&error);
  if (today->n_asked > 0)
    return;
  if (today->failure != NULL)
    ft_run_fail (run, "%s", today->failure->message);
  else
    today->next (run);
}

/* The store answers in the order asked, so the cards of a day are read as fast as it can.
 * @leads: (element-type gint64): a set */
static void
read_cards (FtRun *run, GHashTable *leads, void (*next) (FtRun *run))
{
  FtToday *today = ft_run_get_data (run);
  GHashTableIter iter;
  gpointer lead_id;

  today->next = next;
  today->n_asked = g_hash_table_size (leads);
  g_hash_table_iter_init (&iter, leads);
  while (g_hash_table_iter_next (&iter, &lead_id, NULL))
    ft_store_read_card_async (ft_run_get_store (run), *(const gint64 *) lead_id, 0, NULL, card_cb,
                              ft_run_ref (run));
  if (today->n_asked == 0)
    next (run);
}

static void
print_json (FtRun *run)
{
  ft_today_print_json (run, ft_run_get_data (run));
}

static void
rows_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;
  FtToday *today = ft_run_get_data (run);

  today->without = ft_store_read_rows_finish (FT_STORE (source), result, &error);
  if (today->without == NULL)
    ft_run_fail (run, "%s", error->message);
  else if (today->json)
    {
      g_autoptr (GHashTable) leads = g_hash_table_new (g_int64_hash, g_int64_equal);

      for (guint i = 0; i < today->without->len; i++)
        g_hash_table_add (leads, &((FtLeadRow *) today->without->pdata[i])->lead->id);
      read_cards (run, leads, print_json);
    }
  else
    ft_today_print_text (run, today);
}

static void
without_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ft_store_query_leads_finish (FT_STORE (source), result, &error);

  if (ids == NULL)
    ft_run_fail (run, "%s", error->message);
  else
    ft_store_read_rows_async (FT_STORE (source), (const gint64 *) ids->data, ids->len, NULL,
                              rows_read_cb, ft_run_ref (run));
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;
  FtToday *today = ft_run_get_data (run);

  if (!ft_store_count_finish (FT_STORE (source), result, &today->counts, &error))
    {
      ft_run_fail (run, "%s", error->message);
      return;
    }
  g_autoptr (FtLeadQuery) query = ft_lead_query_new (FT_FILTER_WITHOUT, today->bounds, NULL);
  ft_store_query_leads_async (FT_STORE (source), query, today->json ? 0 : FT_TODAY_MAX_WITHOUT,
                              NULL, without_cb, ft_run_ref (run));
}

static void
count (FtRun *run)
{
  FtToday *today = ft_run_get_data (run);
  ft_store_count_async (ft_run_get_store (run), today->bounds, NULL, counted_cb, ft_run_ref (run));
}

static void
pieces_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;
  FtToday *today = ft_run_get_data (run);

  today->pieces = ft_store_read_pieces_finish (FT_STORE (source), result, &error);
  if (today->pieces == NULL)
    ft_run_fail (run, "%s", error->message);
  else
    count (run);
}

static void
read_pieces (FtRun *run)
{
  ft_store_read_pieces_async (ft_run_get_store (run), NULL, pieces_cb, ft_run_ref (run));
}

static void
promises_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;
  FtToday *today = ft_run_get_data (run);
  g_autoptr (GHashTable) leads = g_hash_table_new (g_int64_hash, g_int64_equal);

  today->promises = ft_store_read_promises_finish (FT_STORE (source), result, &error);
  if (today->promises == NULL)
    {
      ft_run_fail (run, "%s", error->message);
      return;
    }
  for (guint i = 0; i < today->promises->len; i++)
    g_hash_table_add (leads, &((FtPromiseRow *) today->promises->pdata[i])->lead->id);
  read_cards (run, leads, read_pieces);
}

static void
ask (FtRun *run)
{
  FtToday *today = ft_run_get_data (run);
  FtClock *clock = ft_run_get_clock (run);

  today->bounds
      = ft_day_bounds (ft_clock_now (clock), ft_clock_get_zone (clock), ft_first_weekday ());
  ft_store_read_promises_async (ft_run_get_store (run), 1, today->bounds.today_end, 0, NULL,
                                promises_cb, ft_run_ref (run));
}

static void
today (FtRun *run)
{
  FtToday *self = g_new0 (FtToday, 1);
  self->cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) ft_lead_card_unref);
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };

  ft_run_set_data (run, self, (GDestroyNotify) ft_today_free);
  if (ft_run_parse (run, entries, 0, 0, NULL))
    ft_run_with_store (run, ask);
}

const FtCommand ft_command_today = {
  .name = "today",
  .arguments = "[--json]",
  .summary = N_ ("Late and today’s promises, and leads without one"),
  .run = today,
};
