#include "round-trip-fixture.h"

/* --- Random records, the same every time --- */

static char *
random_text (GRand *rand, gboolean lines)
{
  static const gunichar planes[]
      = { 0x20, 0xa0, 0x2000, 0x4e00, 0xfffd, 0x10000, 0x1f600, 0x20000, 0xe0001, 0x10fff0 };
  static const char odd[] = "\"\\/,;|:='<>&";
  GString *text = g_string_new ("x"); /* no blanks at the ends: an import takes those away */
  for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
    switch (g_rand_int_range (rand, 0, 5))
      {
      case 0:
        g_string_append_c (text, odd[g_rand_int_range (rand, 0, sizeof odd - 1)]);
        break;
      case 1:
        g_string_append_unichar (text, planes[g_rand_int_range (rand, 0, G_N_ELEMENTS (planes))]
                                           + g_rand_int_range (rand, 0, 16));
        break;
      case 2:
        g_string_append_c (text, lines ? '\n' : ' ');
        break;
      default:
        g_string_append_c (text, g_rand_int_range (rand, 'a', 'z' + 1));
      }
  g_string_append_c (text, 'x');
  if (g_rand_int_range (rand, 0, 4) == 0)
    g_string_truncate (text, 0);
  return g_string_free (text, FALSE);
}

static void
set_text (GRand *rand, char **field, gboolean lines)
{
  g_free (*field);
  *field = random_text (rand, lines);
}

void
set_uid (char **field, const char *prefix, int n)
{
  g_free (*field);
  *field = g_strdup_printf ("%s-%d-\"ü\\", prefix, n);
}

static gint32
random_day (GRand *rand)
{
  return g_rand_boolean (rand)
             ? 0
             : ft_civil_all_day (2020, 1, 1).day + g_rand_int_range (rand, 0, 9000);
}

static const char *
random_zone (GRand *rand)
{
  static const char *const zones[] = { "", "Europe/Berlin", "America/New_York", "Asia/Kolkata" };
  const char *zone = ft_zone_intern (zones[g_rand_int_range (rand, 0, G_N_ELEMENTS (zones))]);
  g_assert_nonnull (zone);
  return zone;
}

static void
add_reaches (GRand *rand, GPtrArray *reaches)
{
  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    {
      g_autofree char *label = random_text (rand, FALSE);
      g_autofree char *value = g_strdup_printf ("v%d", n);
      g_ptr_array_add (reaches, ft_reach_new (label, value));
    }
}

static FtLeadData *
random_lead (GRand *rand, int n)
{
  FtLeadData *lead = ft_lead_data_new ("Lead");
  set_uid (&lead->uid, "lead", n);
  set_text (rand, &lead->name, FALSE);
  if (*lead->name == '\0')
    {
      g_free (lead->name);
      lead->name = g_strdup ("Anna Berg");
    }
  set_text (rand, &lead->company, FALSE);
  set_text (rand, &lead->role, FALSE);
  set_text (rand, &lead->street, TRUE);
  set_text (rand, &lead->postcode, FALSE);
  set_text (rand, &lead->city, FALSE);
  set_text (rand, &lead->region, FALSE);
  set_text (rand, &lead->country, FALSE);
  set_text (rand, &lead->source, FALSE);
  set_text (rand, &lead->closing_words, TRUE);
  set_text (rand, &lead->notes, TRUE);
  add_reaches (rand, lead->phones);
  add_reaches (rand, lead->emails);
  lead->channel = g_rand_int_range (rand, 0, FT_CHANNEL_POST + 1);
  lead->state = g_rand_int_range (rand, 0, FT_LEAD_CLOSED + 1);
  lead->zone = random_zone (rand);
  lead->decision_day = random_day (rand);
  lead->not_before_day = random_day (rand);
  lead->created_at = g_rand_int (rand);
  return lead;
}

/* What only the JSON export holds. */
static void
fill_lead (GRand *rand, FtLeadData *lead)
{
  set_text (rand, &lead->override_words, TRUE);
  set_text (rand, &lead->trial_close, TRUE);
  set_text (rand, &lead->trial_answer, TRUE);
  g_free (lead->notes);
  lead->notes = g_strdup ("\001\a\t\r\n\x1b\x7f\302\205\342\200\250 end ");
  lead->interval = g_rand_int_range (rand, 0, 30);
  lead->nothing_else_day = random_day (rand);
  for (int i = 0; i < FT_N_BENEFITS; i++)
    {
      lead->benefits[i].head = g_rand_int_range (rand, 0, FT_BENEFIT_EARN + 1);
      set_text (rand, &lead->benefits[i].text, TRUE);
    }
  for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    {
      g_autofree char *fact = random_text (rand, TRUE);
      g_autofree char *ask = random_text (rand, TRUE);
      g_ptr_array_add (lead->facts, ft_fact_new (random_day (rand), g_rand_boolean (rand), fact));
      g_ptr_array_add (lead->asks, ft_ask_new (random_day (rand), random_day (rand), ask));
    }
}

static FtCivil
random_civil (GRand *rand)
{
  FtCivil civil
      = ft_civil (2026, 1 + g_rand_int_range (rand, 0, 12), 1 + g_rand_int_range (rand, 0, 28),
                  g_rand_int_range (rand, 0, 24), g_rand_int_range (rand, 0, 60));
  if (g_rand_int_range (rand, 0, 4) == 0)
    civil.minute = FT_ALL_DAY;
  return civil;
}

static FtPromiseData *
random_promise (GRand *rand, int n)
{
  FtPromiseData *promise = ft_promise_data_new (0, random_civil (rand), random_zone (rand),
                                                g_rand_int_range (rand, 0, FT_CHANNEL_POST + 1));
  promise->id = n + 1;
  set_uid (&promise->uid, "promise", n);
  set_text (rand, &promise->purpose, FALSE);
  set_text (rand, &promise->value, FALSE);
  promise->target = random_civil (rand);
  promise->kind = g_rand_int_range (rand, 0, FT_PROMISE_FRIENDLY + 1);
  promise->agreed = g_rand_boolean (rand);
  promise->effort = g_rand_int_range (rand, 0, 300);
  return promise;
}

static void
fill_promise (GRand *rand, FtPromiseData *promise)
{
  promise->state = g_rand_int_range (rand, 0, FT_PROMISE_CANCELLED + 1);
  promise->cause = g_rand_int_range (rand, 0, FT_CAUSE_ORGANISATION + 1);
  promise->steps = g_rand_int_range (rand, 0, 16);
  promise->promised.fold = g_rand_int_range (rand, 0, 2);
  promise->target.fold = g_rand_int_range (rand, 0, 2);
  promise->done_at = promise->state != FT_PROMISE_OPEN ? g_rand_int (rand) : 0;
  promise->created_at = g_rand_int (rand);
  set_text (rand, &promise->reason, TRUE);
}

static FtSaleData *
random_sale (GRand *rand, int n)
{
  static const char *const currencies[] = { "", "EUR", "JPY", "KWD", "XXX" };
  FtSaleData *sale = ft_sale_data_new (0, g_rand_int (rand), "");
  sale->id = n + 1;
  set_uid (&sale->uid, "sale", n);
  set_text (rand, &sale->what, TRUE);
  sale->value = (gint64) g_rand_int (rand) << g_rand_int_range (rand, 0, 30);
  g_free (sale->currency);
  sale->currency = g_strdup (currencies[g_rand_int_range (rand, 0, G_N_ELEMENTS (currencies))]);
  sale->benefit.head = g_rand_int_range (rand, 0, FT_BENEFIT_EARN + 1);
  set_text (rand, &sale->benefit.text, TRUE);
  set_text (rand, &sale->checklist, FALSE);
  sale->delivery_day = random_day (rand);
  sale->delivered_at = g_rand_boolean (rand) ? g_rand_int (rand) : 0;
  sale->referral = g_rand_int_range (rand, 0, FT_REFERRAL_NOBODY + 1);
  set_text (rand, &sale->referral_words, TRUE);
  sale->created_at = g_rand_int (rand);
  return sale;
}

static FtContactData *
random_contact (GRand *rand, int n, FtLeadCard *card)
{
  FtContactData *contact
      = ft_contact_data_new (0, g_rand_int (rand), g_rand_int_range (rand, 0, FT_CHANNEL_POST + 1),
                             g_rand_int_range (rand, 0, FT_OUTCOME_DEFINITE_NO + 1));
  set_uid (&contact->uid, "contact", n);
  set_text (rand, &contact->value, TRUE);
  set_text (rand, &contact->heard, TRUE);
  set_text (rand, &contact->asked_for, TRUE);
  set_text (rand, &contact->notes, TRUE);
  contact->direction = g_rand_int_range (rand, 0, 2);
  contact->asked = g_rand_int_range (rand, 0, FT_ASKED_SALE + 1);
  contact->answer = g_rand_int_range (rand, 0, FT_ANSWER_NO + 1);
  contact->lean = g_rand_int_range (rand, 0, FT_LEAN_AWAY + 1);
  contact->seconds = g_rand_int_range (rand, 0, 4000);
  if (card->promises->len > 0 && g_rand_boolean (rand))
    contact->promise_id
        = ((FtPromiseData *) card->promises->pdata[g_rand_int_range (rand, 0, card->promises->len)])
              ->id;
  return contact;
}

GPtrArray *
random_cards (GRand *rand, int n_cards, gboolean full)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_lead_card_unref);
  int n = 0;
  for (int i = 0; i < n_cards; i++)
    {
      g_autoptr (FtLeadData) lead = random_lead (rand, i);
      FtLeadCard *card = ft_lead_card_new (lead);
      g_ptr_array_add (cards, card);
      if (full)
        fill_lead (rand, lead);
      for (int s = full ? g_rand_int_range (rand, 0, 3) : 0; s > 0; s--)
        g_ptr_array_add (card->sales, random_sale (rand, n++));
      for (int p = g_rand_int_range (rand, 0, 4); p > 0; p--)
        {
          FtPromiseData *promise = random_promise (rand, n++);
          if (full)
            fill_promise (rand, promise);
          if (card->sales->len > 0 && g_rand_boolean (rand))
            promise->sale_id = ((FtSaleData *) card->sales->pdata[0])->id;
          g_ptr_array_add (card->promises, promise);
        }
      for (int c = full ? g_rand_int_range (rand, 0, 4) : 0; c > 0; c--)
        g_ptr_array_add (card->contacts, random_contact (rand, n++, card));
    }
  return cards;
}

/* --- There --- */

GBytes *
export_cards (FtExportFormat format, GPtrArray *cards)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FtClock) clock = ft_clock_new_fixed (1795420800, "Europe/Berlin");
  g_autoptr (FtExport) export = ft_export_new (format, clock, stream);
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < cards->len; i++)
    {
      ft_export_add (export, cards->pdata[i], &error);
      g_assert_no_error (error);
    }
  ft_export_finish (export, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

FtImportSource *
open_bytes (GBytes *bytes, GError **error)
{
  return ft_import_source_new ("export", bytes, FT_ENCODING_AUTO, 0, ft_civil (2026, 11, 21, 12, 0),
                               error);
}
