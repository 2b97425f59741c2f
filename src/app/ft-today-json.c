#define G_LOG_DOMAIN "ft-app"

#include "app/ft-today.h"

#include "app/ft-coach-json.h"
#include "core/ft-address.h"

#include <json-glib/json-glib.h>

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
add_coach (FtRun *run, JsonBuilder *builder, const FtToday *today, gint64 lead_id)
{
  const FtLeadCard *card = g_hash_table_lookup (today->cards, &lead_id);

  if (card != NULL)
    ft_coach_json_add_card (builder, card, today->pieces,
                            ft_store_get_settings (ft_run_get_store (run)), today->bounds.now,
                            ft_clock_get_zone (ft_run_get_clock (run)));
}

static void
add_promises (
    FtRun *run, JsonBuilder *builder, const char *key, const FtToday *today, gboolean late)
{
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
      add_coach (run, builder, today, row->lead->id);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* --- After the sale (B11) --- */

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
           const FtToday *today,
           gboolean (*wanted) (const FtPromiseData *promise))
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < today->promises->len; i++)
    {
      const FtPromiseRow *row = g_ptr_array_index (today->promises, i);
      const FtLeadCard *card = g_hash_table_lookup (today->cards, &row->lead->id);
      const FtSaleData *sale = ft_today_find_sale (today, row);

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

void
ft_today_print_json (FtRun *run, const FtToday *today)
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
      add_coach (run, builder, today, row->lead->id);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_steps (builder, "cards", today, ft_today_is_card);
  add_steps (builder, "deliveries", today, ft_today_is_delivery);
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
