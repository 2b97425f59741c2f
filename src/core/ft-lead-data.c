#define G_LOG_DOMAIN "ft-core"

#include "core/ft-records.h"

static void
set_default (char **field)
{
  *field = g_strdup (*field ? *field : "");
}

static gboolean
reaches_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const FtReach *x = a->pdata[i];
      const FtReach *y = b->pdata[i];
      if (!g_str_equal (x->label, y->label) || !g_str_equal (x->value, y->value))
        return FALSE;
    }
  return TRUE;
}

static gpointer
copy_reach (gconstpointer reach, gpointer data)
{
  const FtReach *r = reach;
  return ft_reach_new (r->label, r->value);
}

FtReach *
ft_reach_new (const char *label, const char *value)
{
  FtReach *reach = g_new (FtReach, 1);
  reach->label = g_strdup (label ? label : "");
  reach->value = g_strdup (value ? value : "");
  return reach;
}

void
ft_reach_free (FtReach *reach)
{
  g_free (reach->label);
  g_free (reach->value);
  g_free (reach);
}

FtFact *
ft_fact_new (gint32 day, gboolean sensitive, const char *text)
{
  FtFact *fact = g_new (FtFact, 1);
  *fact = (FtFact){ day, sensitive, g_strdup (text ? text : "") };
  return fact;
}

void
ft_fact_free (FtFact *fact)
{
  g_free (fact->text);
  g_free (fact);
}

static gpointer
copy_fact (gconstpointer fact, gpointer data)
{
  const FtFact *f = fact;
  return ft_fact_new (f->day, f->sensitive, f->text);
}

static gboolean
facts_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const FtFact *x = a->pdata[i];
      const FtFact *y = b->pdata[i];
      if (x->day != y->day || x->sensitive != y->sensitive || !g_str_equal (x->text, y->text))
        return FALSE;
    }
  return TRUE;
}

FtAsk *
ft_ask_new (gint32 day, gint32 done_day, const char *text)
{
  FtAsk *ask = g_new (FtAsk, 1);
  *ask = (FtAsk){ day, done_day, g_strdup (text ? text : "") };
  return ask;
}

void
ft_ask_free (FtAsk *ask)
{
  g_free (ask->text);
  g_free (ask);
}

static gpointer
copy_ask (gconstpointer ask, gpointer data)
{
  const FtAsk *a = ask;
  return ft_ask_new (a->day, a->done_day, a->text);
}

static gboolean
asks_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const FtAsk *x = a->pdata[i];
      const FtAsk *y = b->pdata[i];
      if (x->day != y->day || x->done_day != y->done_day || !g_str_equal (x->text, y->text))
        return FALSE;
    }
  return TRUE;
}

/* --- Leads --- */

static const gsize strings[] = {
  G_STRUCT_OFFSET (FtLeadData, uid),
  G_STRUCT_OFFSET (FtLeadData, name),
  G_STRUCT_OFFSET (FtLeadData, company),
  G_STRUCT_OFFSET (FtLeadData, role),
  G_STRUCT_OFFSET (FtLeadData, street),
  G_STRUCT_OFFSET (FtLeadData, postcode),
  G_STRUCT_OFFSET (FtLeadData, city),
  G_STRUCT_OFFSET (FtLeadData, region),
  G_STRUCT_OFFSET (FtLeadData, country),
  G_STRUCT_OFFSET (FtLeadData, source),
  G_STRUCT_OFFSET (FtLeadData, closing_words),
  G_STRUCT_OFFSET (FtLeadData, override_words),
  G_STRUCT_OFFSET (FtLeadData, benefits[0].text),
  G_STRUCT_OFFSET (FtLeadData, benefits[1].text),
  G_STRUCT_OFFSET (FtLeadData, benefits[2].text),
  G_STRUCT_OFFSET (FtLeadData, trial_close),
  G_STRUCT_OFFSET (FtLeadData, trial_answer),
  G_STRUCT_OFFSET (FtLeadData, notes),
};

/* What a partial lead does not have is the same for all of them: thousands are made for a month. */
static char no_text[] = "";

static GPtrArray *
ref_no_list (void)
{
  static gsize none = 0;
  if (g_once_init_enter (&none))
    g_once_init_leave (&none, (gsize) g_ptr_array_new ());
  return g_ptr_array_ref ((GPtrArray *) none);
}

static char **
lead_string (const FtLeadData *lead, gsize i)
{
  return G_STRUCT_MEMBER_P (lead, strings[i]);
}

static void
make_reach_lists (FtLeadData *lead)
{
  lead->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_reach_free);
  lead->emails = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_reach_free);
}

FtLeadData *
ft_lead_data_new (const char *name)
{
  FtLeadData *lead = g_atomic_rc_box_new0 (FtLeadData);
  lead->name = (char *) name;
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    set_default (lead_string (lead, i));
  lead->zone = g_intern_static_string ("");
  make_reach_lists (lead);
  lead->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_fact_free);
  lead->asks = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_ask_free);
  return lead;
}

FtLeadData *
ft_lead_data_new_partial (const char *uid,
                          const char *name,
                          const char *company,
                          gboolean with_reaches)
{
  FtLeadData *lead = g_atomic_rc_box_new0 (FtLeadData);
  lead->partial = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    *lead_string (lead, i) = no_text;
  lead->uid = g_strdup (uid);
  lead->name = g_strdup (name);
  lead->company = g_strdup (company);
  lead->zone = g_intern_static_string ("");
  if (with_reaches)
    make_reach_lists (lead);
  else
    {
      lead->phones = ref_no_list ();
      lead->emails = ref_no_list ();
    }
  lead->facts = ref_no_list ();
  lead->asks = ref_no_list ();
  return lead;
}

FtLeadData *
ft_lead_data_copy (const FtLeadData *lead)
{
  FtLeadData *copy = g_atomic_rc_box_dup (sizeof *lead, (gpointer) lead);
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    set_default (lead_string (copy, i));
  copy->phones = g_ptr_array_copy (lead->phones, copy_reach, NULL);
  copy->emails = g_ptr_array_copy (lead->emails, copy_reach, NULL);
  copy->facts = g_ptr_array_copy (lead->facts, copy_fact, NULL);
  copy->asks = g_ptr_array_copy (lead->asks, copy_ask, NULL);
  return copy;
}

FtLeadData *
ft_lead_data_ref (FtLeadData *lead)
{
  return g_atomic_rc_box_acquire (lead);
}

static void
clear_lead (gpointer data)
{
  FtLeadData *lead = data;
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    if (*lead_string (lead, i) != no_text)
      g_free (*lead_string (lead, i));
  g_ptr_array_unref (lead->phones);
  g_ptr_array_unref (lead->emails);
  g_ptr_array_unref (lead->facts);
  g_ptr_array_unref (lead->asks);
}

void
ft_lead_data_unref (FtLeadData *lead)
{
  g_atomic_rc_box_release_full (lead, clear_lead);
}

gboolean
ft_lead_data_equal (const FtLeadData *a, const FtLeadData *b)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    if (!g_str_equal (*lead_string (a, i), *lead_string (b, i)))
      return FALSE;
  for (int i = 0; i < FT_N_BENEFITS; i++)
    if (a->benefits[i].head != b->benefits[i].head)
      return FALSE;
  return a->channel == b->channel && a->zone == b->zone && a->decision_day == b->decision_day
         && a->not_before_day == b->not_before_day && a->state == b->state
         && a->interval == b->interval && a->nothing_else_day == b->nothing_else_day
         && ft_lead_data_lists_equal (a, b);
}

gboolean
ft_lead_data_lists_equal (const FtLeadData *a, const FtLeadData *b)
{
  return reaches_equal (a->phones, b->phones) && reaches_equal (a->emails, b->emails)
         && facts_equal (a->facts, b->facts) && asks_equal (a->asks, b->asks);
}

static const char *
first_reach (GPtrArray *reaches)
{
  return reaches->len > 0 ? ((FtReach *) reaches->pdata[0])->value : "";
}

const char *
ft_lead_data_get_phone (const FtLeadData *lead)
{
  return first_reach (lead->phones);
}

const char *
ft_lead_data_get_email (const FtLeadData *lead)
{
  return first_reach (lead->emails);
}
