#define G_LOG_DOMAIN "ft-core"

#include "core/ft-gap.h"

#include "core/ft-workdays.h"

/* Whether they hear from me within @days of @day anyhow. */
static gboolean
is_near_promise (const FtLeadCard *card, const FtPromiseData *promise, gint32 day, int days)
{
  if (ABS (promise->promised.day - day) < days)
    return TRUE;
  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *other = card->promises->pdata[i];
      if (other->state == FT_PROMISE_OPEN && ABS (other->promised.day - day) < days)
        return TRUE;
    }
  return FALSE;
}

/* Whether a promise or one of @contacts is in @from … @until. */
static gboolean
is_covered (const FtLeadCard *card,
            const FtPromiseData *promise,
            GArray *contacts,
            gint32 from,
            gint32 until)
{
  if (promise->promised.day >= from && promise->promised.day <= until)
    return TRUE;
  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *other = card->promises->pdata[i];
      if (other->state == FT_PROMISE_OPEN && other->promised.day >= from
          && other->promised.day <= until)
        return TRUE;
    }
  for (guint i = 0; i < contacts->len; i++)
    {
      gint32 day = g_array_index (contacts, FtGapContact, i).day;
      if (day >= from && day <= until)
        return TRUE;
    }
  return FALSE;
}

static int
compare_contacts (gconstpointer a, gconstpointer b)
{
  return ((const FtGapContact *) a)->day - ((const FtGapContact *) b)->day;
}

/* The last working day in @from … @until, 0 if there is none. */
static gint32
last_working_day (const FtSettings *settings, gint32 from, gint32 until)
{
  for (gint32 day = until; day >= from; day--)
    if (ft_workdays_is (settings, day))
      return day;
  return 0;
}

GArray *
ft_gap_contacts (const FtLeadCard *card,
                 const FtPromiseData *promise,
                 const FtSettings *settings,
                 gint32 today)
{
  GArray *contacts = g_array_new (FALSE, FALSE, sizeof (FtGapContact));
  const FtLeadData *lead = card->lead;
  int interval = lead->interval > 0 ? lead->interval : settings->interval;
  int near = (interval + 1) / 2;
  /* Nobody shows up in between once they have bought: the friendly promise is far on purpose (D8). */
  if (lead->state == FT_LEAD_CUSTOMER || promise->promised.day - today <= settings->far_days)
    return contacts;

  for (gint32 day = today + interval; day < promise->promised.day; day += interval)
    {
      FtCivil civil = { day, FT_ALL_DAY, 0 };
      FtGapContact contact = { ft_workdays_on_or_after (settings, civil).day, FALSE };
      if (!is_near_promise (card, promise, contact.day, near))
        g_array_append_val (contacts, contact);
    }

  if (lead->decision_day > today)
    {
      gint32 from = MAX (lead->decision_day - settings->last_days, today + 1);
      gint32 until = lead->decision_day - 1;
      gint32 day = last_working_day (settings, from, until);
      FtGapContact contact = { day, TRUE };
      if (day && !is_covered (card, promise, contacts, from, until))
        {
          /* In place of those just before and after it. */
          for (guint i = contacts->len; i-- > 0;)
            if (ABS (g_array_index (contacts, FtGapContact, i).day - day) < near)
              g_array_remove_index (contacts, i);
          g_array_append_val (contacts, contact);
          g_array_sort (contacts, compare_contacts);
        }
    }
  return contacts;
}
