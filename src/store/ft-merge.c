#define G_LOG_DOMAIN "ft-store"

#include "store/ft-merge.h"

#include "core/ft-phone.h"

#include <string.h>

static void
fill_text (char **field, const char *value)
{
  if (**field || !*value)
    return;
  g_free (*field);
  *field = g_strdup (value);
}

static void
merge_texts (FtLeadData *lead, const FtLeadData *row)
{
  fill_text (&lead->company, row->company);
  fill_text (&lead->role, row->role);
  fill_text (&lead->source, row->source);
  fill_text (&lead->closing_words, row->closing_words);
  fill_text (&lead->override_words, row->override_words);
  fill_text (&lead->trial_close, row->trial_close);
  fill_text (&lead->trial_answer, row->trial_answer);
}

/* An address is one thing: half of an old one and half of a new one is neither. */
static void
merge_address (FtLeadData *lead, const FtLeadData *row)
{
  if (*lead->street || *lead->postcode || *lead->city || *lead->region || *lead->country)
    return;
  fill_text (&lead->street, row->street);
  fill_text (&lead->postcode, row->postcode);
  fill_text (&lead->city, row->city);
  fill_text (&lead->region, row->region);
  fill_text (&lead->country, row->country);
}

static void
merge_numbers (FtLeadData *lead, const FtLeadData *row)
{
  if (lead->channel == FT_CHANNEL_NONE)
    lead->channel = row->channel;
  if (!*lead->zone)
    lead->zone = row->zone;
  if (lead->decision_day == 0)
    lead->decision_day = row->decision_day;
  if (lead->not_before_day == 0)
    lead->not_before_day = row->not_before_day;
  if (lead->nothing_else_day == 0)
    lead->nothing_else_day = row->nothing_else_day;
  if (lead->interval == 0)
    lead->interval = row->interval;
  for (guint i = 0; i < FT_N_BENEFITS; i++)
    if (!*lead->benefits[i].text && *row->benefits[i].text)
      {
        fill_text (&lead->benefits[i].text, row->benefits[i].text);
        lead->benefits[i].head = row->benefits[i].head;
      }
}

static void
merge_notes (FtLeadData *lead, const FtLeadData *row)
{
  char *both;

  if (!*row->notes || strstr (lead->notes, row->notes))
    return;
  both = *lead->notes ? g_strconcat (lead->notes, "\n", row->notes, NULL) : g_strdup (row->notes);
  g_free (lead->notes);
  lead->notes = both;
}

static gboolean
is_same_address (const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1);
  g_autofree char *y = g_utf8_casefold (b, -1);
  return g_str_equal (g_strstrip (x), g_strstrip (y));
}

/* Letters only, and the like, are no number, but can be the same. */
static gboolean
is_same_number (const char *a, const char *b)
{
  return g_str_equal (a, b) || ft_phone_same (a, b);
}

static void
merge_reaches (GPtrArray *stored, GPtrArray *row, gboolean (*is_same) (const char *, const char *))
{
  for (guint i = 0; i < row->len; i++)
    {
      const FtReach *new = row->pdata[i];
      gboolean known = FALSE;
      for (guint j = 0; j < stored->len && !known; j++)
        known = is_same (((FtReach *) stored->pdata[j])->value, new->value);
      if (!known)
        g_ptr_array_add (stored, ft_reach_new (new->label, new->value));
    }
}

static void
merge_facts (GPtrArray *stored, GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      const FtFact *new = row->pdata[i];
      gboolean known = FALSE;
      for (guint j = 0; j < stored->len && !known; j++)
        known = g_str_equal (((FtFact *) stored->pdata[j])->text, new->text);
      if (!known)
        g_ptr_array_add (stored, ft_fact_new (new->day, new->sensitive, new->text));
    }
}

static void
merge_asks (GPtrArray *stored, GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      const FtAsk *new = row->pdata[i];
      gboolean known = FALSE;
      for (guint j = 0; j < stored->len && !known; j++)
        known = g_str_equal (((FtAsk *) stored->pdata[j])->text, new->text);
      if (!known)
        g_ptr_array_add (stored, ft_ask_new (new->day, new->done_day, new->text));
    }
}

FtLeadData *
ft_merge_lead (const FtLeadData *stored, const FtLeadData *row)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (stored);

  merge_texts (lead, row);
  merge_address (lead, row);
  merge_numbers (lead, row);
  merge_notes (lead, row);
  merge_reaches (lead->phones, row->phones, is_same_number);
  merge_reaches (lead->emails, row->emails, is_same_address);
  merge_facts (lead->facts, row->facts);
  merge_asks (lead->asks, row->asks);
  return ft_lead_data_equal (lead, stored) ? NULL : g_steal_pointer (&lead);
}

gboolean
ft_merge_is_same_promise (const FtPromiseData *a, const FtPromiseData *b)
{
  if (*a->uid && *b->uid)
    return g_str_equal (a->uid, b->uid);
  return ft_civil_compare (a->promised, b->promised) == 0 && a->zone == b->zone
         && a->kind == b->kind && g_str_equal (a->purpose, b->purpose);
}

gboolean
ft_merge_is_same_contact (const FtContactData *a, const FtContactData *b)
{
  if (*a->uid && *b->uid && g_str_equal (a->uid, b->uid))
    return TRUE;
  return a->at == b->at && a->channel == b->channel && a->direction == b->direction
         && a->outcome == b->outcome && g_str_equal (a->heard, b->heard)
         && g_str_equal (a->asked_for, b->asked_for) && g_str_equal (a->notes, b->notes);
}
