#define G_LOG_DOMAIN "ft-core"

#include "core/ft-brief.h"

#include <glib/gi18n-lib.h>

const char *
ft_brief_last_words (const FtLeadCard *card)
{
  for (guint i = 0; i < card->contacts->len; i++)
    {
      const FtContactData *contact = card->contacts->pdata[i];
      if (*contact->heard)
        return contact->heard;
    }
  return "";
}

FtLean
ft_brief_lean (const FtLeadCard *card)
{
  for (guint i = 0; i < card->contacts->len; i++)
    {
      const FtContactData *contact = card->contacts->pdata[i];
      if (contact->lean != FT_LEAN_UNKNOWN)
        return contact->lean;
    }
  return FT_LEAN_UNKNOWN;
}

guint
ft_brief_count_open_asks (const FtLeadData *lead)
{
  guint n = 0;
  for (guint i = 0; i < lead->asks->len; i++)
    n += ((FtAsk *) lead->asks->pdata[i])->done_day == 0;
  return n;
}

guint
ft_brief_count_benefits (const FtLeadData *lead)
{
  guint n = 0;
  for (int i = 0; i < FT_N_BENEFITS; i++)
    n += *lead->benefits[i].text != '\0';
  return n;
}

static int
compare_facts (gconstpointer a, gconstpointer b)
{
  const FtFact *x = *(FtFact *const *) a;
  const FtFact *y = *(FtFact *const *) b;
  if (!x->sensitive != !y->sensitive)
    return x->sensitive ? -1 : 1;
  return (x->day < y->day) - (x->day > y->day);
}

GPtrArray *
ft_brief_facts (const FtLeadData *lead)
{
  GPtrArray *facts = g_ptr_array_new ();
  for (guint i = 0; i < lead->facts->len; i++)
    g_ptr_array_add (facts, lead->facts->pdata[i]);
  g_ptr_array_sort (facts, compare_facts);
  return facts;
}

FtCivil
ft_brief_local_time (const FtLeadData *lead, gint64 now, const char *zone)
{
  FtCivil there = ft_civil_from_instant (now, lead->zone);
  FtCivil here = ft_civil_from_instant (now, zone);
  if (!*lead->zone || (there.day == here.day && there.minute == here.minute))
    return FT_CIVIL_NONE;
  return there;
}

const char *
ft_benefit_head_words (FtBenefitHead head)
{
  switch (head)
    {
    case FT_BENEFIT_SAVE_MONEY:
      return C_ ("benefit", "Save money");
    case FT_BENEFIT_SAVE_TIME:
      return C_ ("benefit", "Save time");
    case FT_BENEFIT_CONNECT:
      return C_ ("benefit", "Better connected");
    case FT_BENEFIT_LOOK:
      return C_ ("benefit", "Look better");
    case FT_BENEFIT_EARN:
      return C_ ("benefit", "Earn more");
    case FT_BENEFIT_NONE:
    default:
      return "";
    }
}
