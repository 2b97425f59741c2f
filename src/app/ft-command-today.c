#define G_LOG_DOMAIN "ft-app"

#include "app/ft-coach-json.h"
#include "app/ft-command.h"

#include "core/ft-address.h"
#include "core/ft-sale.h"
#include "core/ft-when.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* The day at a glance: what the desk's first screen says, for a terminal or a script. */
typedef struct
{
  gboolean json;
  FtDayBounds bounds;
  GPtrArray *promises; /* FtPromiseRow: late and today's, by target */
  GHashTable *cards;   /* gint64 → FtLeadCard of their leads, for JSON */
  guint n_asked;       /* cards on their way */
  GError *failure;     /* the first of reading them */
  GPtrArray *pieces;   /* FtPieceRow, for JSON */
  FtCounts counts;
  GPtrArray *without; /* FtLeadRow: open, and nothing promised (B1) */
} Today;

static void
today_free (Today *today)
{
  g_clear_pointer (&today->promises, g_ptr_array_unref);
  g_clear_pointer (&today->without, g_ptr_array_unref);
  g_clear_error (&today->failure);
  g_clear_pointer (&today->cards, g_hash_table_unref);
  g_clear_pointer (&today->pieces, g_ptr_array_unref);
  g_free (today);
}

/* --- As one JSON object --- */

static void
add_string (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, value);
}

static void
add_int (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

static void
add_bool (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

static void
add_civil (JsonBuilder *builder, const char *key, FtCivil civil)
{
  g_autofree char *string = ft_civil_to_string (civil);
  add_string (builder, key, string);
}

static void
add_instant (JsonBuilder *builder, const char *key, gint64 instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant);
  g_autofree char *string = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  add_string (builder, key, string != NULL ? string : "");
}

static void
add_lead (JsonBuilder *builder, const FtLeadData *lead)
{
  add_string (builder, "lead", lead->uid);
  add_string (builder, "name", lead->name);
  add_string (builder, "company", lead->company);
  add_string (builder, "phone", ft_lead_data_get_phone (lead));
  add_string (builder, "email", ft_lead_data_get_email (lead));
}

static void
add_promises (FtRun *run, JsonBuilder *builder, const char *key, const Today *today, gboolean late)
{
  FtStore *store = ft_run_get_store (run);
  FtClock *clock = ft_run_get_clock (run);

  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < today->promises->len; i++)
    {
      const FtPromiseRow *row = g_ptr_array_index (today->promises, i);
      const FtPromiseData *promise = row->promise;
      if (ft_promise_data_is_late (promise, today->bounds.now) != late)
        continue;
      json_builder_begin_object (builder);
      add_lead (builder, row->lead);
      add_string (builder, "promise", promise->uid);
      add_string (builder, "kind", ft_promise_kind_to_string (promise->kind));
      add_civil (builder, "promised", promise->promised);
      add_civil (builder, "target", promise->target);
      add_string (builder, "zone", promise->zone);
      add_instant (builder, "promised_at", promise->promised_at);
      add_instant (builder, "target_at", promise->target_at);
      add_string (builder, "channel", ft_channel_to_string (promise->channel));
      add_string (builder, "purpose", promise->purpose);
      add_string (builder, "value", promise->value);
      add_bool (builder, "agreed", promise->agreed);
      add_bool (builder, "late", late);
      const FtLeadCard *card = g_hash_table_lookup (today->cards, &row->lead->id);
      if (card != NULL)
        ft_coach_json_add_card (builder, card, today->pieces, ft_store_get_settings (store),
                                today->bounds.now, ft_clock_get_zone (clock));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* --- After the sale (B11) --- */

static gboolean
is_card (const FtPromiseData *promise)
{
  return promise->kind == FT_PROMISE_CARD;
}

/* A delivery that is promised, or the call that asks whether it arrived. */
static gboolean
is_delivery (const FtPromiseData *promise)
{
  return promise->kind == FT_PROMISE_DELIVERY
         || (promise->kind == FT_PROMISE_FOLLOW_THROUGH && promise->sale_id != 0);
}

static const FtSaleData *
find_sale (const Today *today, const FtPromiseRow *row)
{
  const FtLeadCard *card = g_hash_table_lookup (today->cards, &row->lead->id);

  return card != NULL ? ft_sale_find (card, row->promise->sale_id) : NULL;
}

static void
add_address (JsonBuilder *builder, const FtLeadCard *card)
{
  g_auto (GStrv) lines = ft_address_label (card->lead, ft_address_home ());

  json_builder_set_member_name (builder, "address");
  json_builder_begin_array (builder);
  for (guint i = 0; ft_address_is_complete (card->lead) && lines[i] != NULL; i++)
    json_builder_add_string_value (builder, lines[i]);
  json_builder_end_array (builder);
}

static void
add_steps (JsonBuilder *builder,
           const char *key,
           const Today *today,
           gboolean (*wanted) (const FtPromiseData *promise))
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < today->promises->len; i++)
    {
      const FtPromiseRow *row = g_ptr_array_index (today->promises, i);
      const FtLeadCard *card = g_hash_table_lookup (today->cards, &row->lead->id);
      const FtSaleData *sale = find_sale (today, row);

      if (!wanted (row->promise) || card == NULL)
        continue;
      json_builder_begin_object (builder);
      add_lead (builder, card->lead);
      add_string (builder, "promise", row->promise->uid);
      add_string (builder, "kind", ft_promise_kind_to_string (row->promise->kind));
      add_string (builder, "purpose", row->promise->purpose);
      add_civil (builder, "promised", row->promise->promised);
      add_bool (builder, "late", ft_promise_data_is_late (row->promise, today->bounds.now));
      add_string (builder, "sale", sale != NULL ? sale->uid : "");
      add_string (builder, "what", sale != NULL ? sale->what : "");
      add_string (builder, "benefit", sale != NULL ? sale->benefit.text : "");
      add_address (builder, card);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (FtRun *run, const Today *today)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  FtClock *clock = ft_run_get_clock (run);

  json_builder_begin_object (builder);
  add_civil (builder, "now", ft_clock_civil (clock));
  add_string (builder, "zone", ft_clock_get_zone (clock));
  add_promises (run, builder, "late", today, TRUE);
  add_promises (run, builder, "today", today, FALSE);
  json_builder_set_member_name (builder, "without_promise");
  json_builder_begin_array (builder);
  for (guint i = 0; i < today->without->len; i++)
    {
      const FtLeadRow *row = g_ptr_array_index (today->without, i);
      json_builder_begin_object (builder);
      add_lead (builder, row->lead);
      ft_coach_json_add_row (builder, row, ft_store_get_settings (ft_run_get_store (run)),
                             today->bounds.now, ft_clock_get_zone (clock));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_steps (builder, "cards", today, is_card);
  add_steps (builder, "deliveries", today, is_delivery);
  json_builder_set_member_name (builder, "coverage");
  json_builder_begin_object (builder);
  add_int (builder, "promised", today->counts.n_open - today->counts.n[FT_FILTER_WITHOUT]);
  add_int (builder, "open", today->counts.n_open);
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  g_autofree char *text = json_generator_to_data (generator, NULL);
  ft_run_print (run, "%s\n", text);
}

/* --- For a reader --- */

static char *
who (const FtLeadData *lead)
{
  return *lead->company == '\0' ? g_strdup (lead->name)
                                : g_strdup_printf ("%s, %s", lead->name, lead->company);
}

/* The customer's hour, and one's own where it differs. */
static char *
when (FtRun *run, const FtPromiseData *promise)
{
  FtClock *clock = ft_run_get_clock (run);
  FtCivil now = ft_clock_civil (clock);
  g_autofree char *theirs = ft_when_format_short (promise->promised, now);
  if (promise->promised.minute == FT_ALL_DAY)
    return g_steal_pointer (&theirs);
  FtCivil here = ft_civil_from_instant (promise->promised_at, ft_clock_get_zone (clock));
  if (ft_civil_compare (here, promise->promised) == 0)
    return g_steal_pointer (&theirs);
  g_autofree char *own = ft_when_format_short (here, now);
  /* Translators: a promise's time where one is, then in the customer's zone. */
  return g_strdup_printf (_ ("%s (%s there)"), own, theirs);
}

static void
print_promises (FtRun *run, const Today *today, gboolean late)
{
  guint n = 0;
  for (guint i = 0; i < today->promises->len; i++)
    {
      const FtPromiseRow *row = g_ptr_array_index (today->promises, i);
      n += ft_promise_data_is_late (row->promise, today->bounds.now) == late;
    }
  ft_run_print (run,
                late ? ngettext ("Late: %u\n", "Late: %u\n", n)
                     : ngettext ("Today: %u\n", "Today: %u\n", n),
                n);
  for (guint i = 0; i < today->promises->len; i++)
    {
      const FtPromiseRow *row = g_ptr_array_index (today->promises, i);
      if (ft_promise_data_is_late (row->promise, today->bounds.now) != late)
        continue;
      g_autofree char *time = when (run, row->promise);
      g_autofree char *name = who (row->lead);
      const FtLeadCard *card = g_hash_table_lookup (today->cards, &row->lead->id);
      const char *phone = card != NULL ? ft_lead_data_get_phone (card->lead) : "";
      const char *purpose = row->promise->purpose;
      ft_run_print (run, "  %s  %s%s%s%s%s\n", time, name, *phone == '\0' ? "" : "  ", phone,
                    *purpose == '\0' ? "" : "  ", purpose);
    }
}

static guint
count_steps (const Today *today, gboolean (*wanted) (const FtPromiseData *promise))
{
  guint n = 0;

  for (guint i = 0; i < today->promises->len; i++)
    n += wanted (((FtPromiseRow *) g_ptr_array_index (today->promises, i))->promise);
  return n;
}

/* Whom to write to and where; nothing is said of what there is not. */
static void
print_cards (FtRun *run, const Today *today)
{
  guint n = count_steps (today, is_card);

  if (n > 0)
    ft_run_print (run, ngettext ("Cards to write: %u\n", "Cards to write: %u\n", n), n);
  for (guint i = 0; i < today->promises->len; i++)
    {
      const FtPromiseRow *row = g_ptr_array_index (today->promises, i);
      const FtLeadCard *card = g_hash_table_lookup (today->cards, &row->lead->id);
      if (!is_card (row->promise) || card == NULL)
        continue;
      g_autofree char *name = who (row->lead);
      g_auto (GStrv) lines = ft_address_lines (card->lead, ft_address_home ());
      g_autofree char *address = ft_address_is_complete (card->lead)
                                     ? g_strjoinv (", ", lines)
                                     : g_strdup (_ ("no postal address"));
      ft_run_print (run, "  %s  %s\n", name, address);
    }
}

static void
print_deliveries (FtRun *run, const Today *today)
{
  guint n = count_steps (today, is_delivery);

  if (n > 0)
    ft_run_print (run, ngettext ("Deliveries to check: %u\n", "Deliveries to check: %u\n", n), n);
  for (guint i = 0; i < today->promises->len; i++)
    {
      const FtPromiseRow *row = g_ptr_array_index (today->promises, i);
      const FtSaleData *sale = find_sale (today, row);
      if (!is_delivery (row->promise))
        continue;
      g_autofree char *time = when (run, row->promise);
      g_autofree char *name = who (row->lead);
      const char *what = sale != NULL && *sale->what ? sale->what : row->promise->purpose;
      ft_run_print (run, "  %s  %s  %s\n", time, name, what);
    }
}

#define MAX_WITHOUT 20

static void
print_text (FtRun *run, const Today *today)
{
  guint n = today->counts.n[FT_FILTER_WITHOUT];
  guint open = today->counts.n_open;

  print_promises (run, today, TRUE);
  print_promises (run, today, FALSE);
  print_cards (run, today);
  print_deliveries (run, today);
  ft_run_print (run, ngettext ("Without a promise: %u\n", "Without a promise: %u\n", n), n);
  for (guint i = 0; i < today->without->len && i < MAX_WITHOUT; i++)
    {
      const FtLeadRow *row = g_ptr_array_index (today->without, i);
      g_autofree char *name = who (row->lead);
      ft_run_print (run, "  %s\n", name);
    }
  if (n > MAX_WITHOUT)
    ft_run_print (run, ngettext ("  and %u more\n", "  and %u more\n", n - MAX_WITHOUT),
                  n - MAX_WITHOUT);
  ft_run_print (run, _ ("Coverage: %u/%u\n"), open - n, open);
}

/* --- Asking the store --- */

static void
rows_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;
  Today *today = ft_run_get_data (run);

  today->without = ft_store_read_rows_finish (FT_STORE (source), result, &error);
  if (today->without == NULL)
    ft_run_fail (run, "%s", error->message);
  else if (today->json)
    print_json (run, today);
  else
    print_text (run, today);
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
  Today *today = ft_run_get_data (run);

  if (!ft_store_count_finish (FT_STORE (source), result, &today->counts, &error))
    {
      ft_run_fail (run, "%s", error->message);
      return;
    }
  g_autoptr (FtLeadQuery) query = ft_lead_query_new (FT_FILTER_WITHOUT, today->bounds, NULL);
  ft_store_query_leads_async (FT_STORE (source), query, today->json ? 0 : MAX_WITHOUT, NULL,
                              without_cb, ft_run_ref (run));
}

static void
count (FtRun *run)
{
  Today *today = ft_run_get_data (run);
  ft_store_count_async (ft_run_get_store (run), today->bounds, NULL, counted_cb, ft_run_ref (run));
}

static void
pieces_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;
  Today *today = ft_run_get_data (run);

  today->pieces = ft_store_read_pieces_finish (FT_STORE (source), result, &error);
  if (today->pieces == NULL)
    ft_run_fail (run, "%s", error->message);
  else
    count (run);
}

static void
card_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;
  Today *today = ft_run_get_data (run);
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
    ft_store_read_pieces_async (FT_STORE (source), NULL, pieces_cb, ft_run_ref (run));
}

/* The store answers in the order asked, so the cards of a day are read as fast as it can. */
static void
read_cards (FtRun *run)
{
  Today *today = ft_run_get_data (run);
  g_autoptr (GHashTable) asked = g_hash_table_new (g_int64_hash, g_int64_equal);
  FtStore *store = ft_run_get_store (run);

  for (guint i = 0; i < today->promises->len; i++)
    {
      const FtPromiseRow *row = g_ptr_array_index (today->promises, i);
      if (!g_hash_table_add (asked, &row->lead->id))
        continue;
      today->n_asked++;
      ft_store_read_card_async (store, row->lead->id, 0, NULL, card_cb, ft_run_ref (run));
    }
  if (today->n_asked == 0)
    ft_store_read_pieces_async (store, NULL, pieces_cb, ft_run_ref (run));
}

static void
promises_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;
  Today *today = ft_run_get_data (run);

  today->promises = ft_store_read_promises_finish (FT_STORE (source), result, &error);
  if (today->promises == NULL)
    ft_run_fail (run, "%s", error->message);
  else
    read_cards (run);
}

static void
ask (FtRun *run)
{
  Today *today = ft_run_get_data (run);
  FtClock *clock = ft_run_get_clock (run);

  today->bounds
      = ft_day_bounds (ft_clock_now (clock), ft_clock_get_zone (clock), ft_first_weekday ());
  ft_store_read_promises_async (ft_run_get_store (run), 1, today->bounds.today_end, 0, NULL,
                                promises_cb, ft_run_ref (run));
}

static void
today (FtRun *run)
{
  Today *self = g_new0 (Today, 1);
  self->cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) ft_lead_card_unref);
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };

  ft_run_set_data (run, self, (GDestroyNotify) today_free);
  if (ft_run_parse (run, entries, 0, 0, NULL))
    ft_run_with_store (run, ask);
}

const FtCommand ft_command_today = {
  .name = "today",
  .arguments = "[--json]",
  .summary = N_ ("Late and today’s promises, and leads without one"),
  .run = today,
};
