#define G_LOG_DOMAIN "ft-app"

#include "app/ft-today.h"

#include "core/ft-address.h"
#include "core/ft-when.h"

#include <glib/gi18n-lib.h>

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
print_promises (FtRun *run, const FtToday *today, gboolean late)
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
count_steps (const FtToday *today, gboolean (*wanted) (const FtPromiseData *promise))
{
  guint n = 0;

  for (guint i = 0; i < today->promises->len; i++)
    n += wanted (((FtPromiseRow *) g_ptr_array_index (today->promises, i))->promise);
  return n;
}

/* Whom to write to and where; nothing is said of what there is not. */
static void
print_cards (FtRun *run, const FtToday *today)
{
  guint n = count_steps (today, ft_today_is_card);

  if (n > 0)
    ft_run_print (run, ngettext ("Cards to write: %u\n", "Cards to write: %u\n", n), n);
  for (guint i = 0; i < today->promises->len; i++)
    {
      const FtPromiseRow *row = g_ptr_array_index (today->promises, i);
      const FtLeadCard *card = g_hash_table_lookup (today->cards, &row->lead->id);
      if (!ft_today_is_card (row->promise) || card == NULL)
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
print_deliveries (FtRun *run, const FtToday *today)
{
  guint n = count_steps (today, ft_today_is_delivery);

  if (n > 0)
    ft_run_print (run, ngettext ("Deliveries to check: %u\n", "Deliveries to check: %u\n", n), n);
  for (guint i = 0; i < today->promises->len; i++)
    {
      const FtPromiseRow *row = g_ptr_array_index (today->promises, i);
      const FtSaleData *sale = ft_today_find_sale (today, row);
      if (!ft_today_is_delivery (row->promise))
        continue;
      g_autofree char *time = when (run, row->promise);
      g_autofree char *name = who (row->lead);
      const char *what = sale != NULL && *sale->what ? sale->what : row->promise->purpose;
      ft_run_print (run, "  %s  %s  %s\n", time, name, what);
    }
}

void
ft_today_print_text (FtRun *run, const FtToday *today)
{
  guint n = today->counts.n[FT_FILTER_WITHOUT];
  guint open = today->counts.n_open;

  print_promises (run, today, TRUE);
  print_promises (run, today, FALSE);
  print_cards (run, today);
  print_deliveries (run, today);
  ft_run_print (run, ngettext ("Without a promise: %u\n", "Without a promise: %u\n", n), n);
  for (guint i = 0; i < today->without->len && i < FT_TODAY_MAX_WITHOUT; i++)
    {
      const FtLeadRow *row = g_ptr_array_index (today->without, i);
      g_autofree char *name = who (row->lead);
      ft_run_print (run, "  %s\n", name);
    }
  if (n > FT_TODAY_MAX_WITHOUT)
    ft_run_print (run, ngettext ("  and %u more\n", "  and %u more\n", n - FT_TODAY_MAX_WITHOUT),
                  n - FT_TODAY_MAX_WITHOUT);
  ft_run_print (run, _ ("Coverage: %u/%u\n"), open - n, open);
}
