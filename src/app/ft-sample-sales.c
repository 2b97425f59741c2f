#define G_LOG_DOMAIN "ft-app"

#include "app/ft-sample-sales.h"

#include "core/ft-checklist.h"
#include "core/ft-workdays.h"

/* Days from today; a delivery that happened, happened when it was promised. */
static const struct
{
  const char *name;
  const char *street;
  const char *postcode;
  const char *what;
  gint64 value;
  const char *currency;
  int sold;
  int delivery;
  gboolean delivered;
  gboolean card_written;
} sales[] = {
  { "Emily Sato", "1402 Maple Avenue", "MD 20850", "Planting for the yard of the studio", 480000,
    "USD", -1, 12, FALSE, FALSE },
  { "Clara Weiss", "Lange Straße 12", "96047", "A herb garden with irrigation", 1240000, "EUR", -40,
    3, FALSE, TRUE },
  { "Dmitri Leon", "Akti Miaouli 51", "185 36", "Forty crew jackets", 325000, "GBP", -50, -21, TRUE,
    TRUE },
};

static void
set_string (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static gint64
instant_of (FtClock *clock, int days)
{
  FtCivil civil = ft_civil_add_days (ft_clock_civil (clock), days);

  civil.minute = 11 * 60;
  return ft_civil_to_instant (civil, ft_clock_get_zone (clock), NULL);
}

/* Today is today, but nothing is promised for another Saturday or Sunday. */
static FtCivil
on_working_day (FtCivil now, int days)
{
  g_autoptr (FtSettings) usual = ft_settings_new ();
  FtCivil day = { now.day + days, FT_ALL_DAY, 0 };

  return days == 0 ? day : ft_workdays_on_or_after (usual, day);
}

/* Due on a day, and done on it if @done. */
static void
put_step (FtEdit *edit,
          FtClock *clock,
          gint64 lead_id,
          gint64 sale_id,
          const FtChecklistStep *step,
          int days,
          gboolean done)
{
  FtCivil now = ft_clock_civil (clock);
  FtCivil day = on_working_day (now, days);
  g_autoptr (FtPromiseData) promise
      = ft_promise_data_new (lead_id, day, "",
                             step->kind == FT_PROMISE_CARD             ? FT_CHANNEL_POST
                             : step->kind == FT_PROMISE_FOLLOW_THROUGH ? FT_CHANNEL_PHONE
                                                                       : FT_CHANNEL_NONE);

  promise->target.minute = days == 0 ? MIN (MAX (now.minute, 9 * 60), 24 * 60 - 1) : 9 * 60;
  promise->id = ft_edit_new_id (edit);
  promise->sale_id = sale_id;
  promise->kind = step->kind;
  set_string (&promise->purpose, step->text);
  promise->state = done ? FT_PROMISE_KEPT : FT_PROMISE_OPEN;
  promise->done_at = done ? instant_of (clock, days) : 0;
  promise->created_at = instant_of (clock, days - 1);
  ft_edit_put_promise (edit, promise);
}

/* All but the friendly one, which every sample customer has anyway. */
static void
put_steps (FtEdit *edit, FtClock *clock, gint64 lead_id, const FtSaleData *sale, guint i)
{
  g_autoptr (GPtrArray) checklists = ft_checklists_parse ("");
  const FtChecklist *usual = checklists->pdata[0];

  for (guint j = 0; j < usual->steps->len; j++)
    {
      const FtChecklistStep *step = usual->steps->pdata[j];

      if (step->kind == FT_PROMISE_FRIENDLY)
        continue;
      if (step->kind == FT_PROMISE_DELIVERY)
        put_step (edit, clock, lead_id, sale->id, step, sales[i].delivery, sales[i].delivered);
      else if (step->after == FT_AFTER_SALE)
        put_step (edit, clock, lead_id, sale->id, step, sales[i].card_written ? sales[i].sold : 0,
                  sales[i].card_written);
      else if (sales[i].delivered)
        put_step (edit, clock, lead_id, sale->id, step, sales[i].delivery + 1, TRUE);
    }
}

gint64
ft_sample_sales_put (FtEdit *edit, FtLeadData *lead, FtClock *clock)
{
  for (guint i = 0; i < G_N_ELEMENTS (sales); i++)
    {
      g_autoptr (FtSaleData) sale = NULL;
      g_autoptr (GPtrArray) checklists = NULL;

      if (!g_str_equal (sales[i].name, lead->name))
        continue;
      set_string (&lead->street, sales[i].street);
      set_string (&lead->postcode, sales[i].postcode);
      checklists = ft_checklists_parse ("");
      sale = ft_sale_data_new (lead->id, instant_of (clock, sales[i].sold), sales[i].what);
      sale->id = ft_edit_new_id (edit);
      sale->value = sales[i].value;
      set_string (&sale->currency, sales[i].currency);
      set_string (&sale->checklist, ((FtChecklist *) checklists->pdata[0])->name);
      sale->benefit.head = lead->benefits[0].head;
      set_string (&sale->benefit.text, lead->benefits[0].text);
      sale->delivery_day = on_working_day (ft_clock_civil (clock), sales[i].delivery).day;
      sale->delivered_at = sales[i].delivered ? instant_of (clock, sales[i].delivery) : 0;
      sale->created_at = sale->sold_at;
      ft_edit_put_sale (edit, sale);
      put_steps (edit, clock, lead->id, sale, i);
      return sale->id;
    }
  return 0;
}
