#define G_LOG_DOMAIN "ft-core"

#include "core/ft-records.h"

/* All records are counted boxes (g_rc_box would not let them cross threads). */

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

/* --- Leads --- */

static char **
lead_strings (FtLeadData *lead, gsize i)
{
  char **fields[] = { &lead->uid,    &lead->name,    &lead->company, &lead->role,          &lead->street, &lead->postcode, &lead->city,
                      &lead->region, &lead->country, &lead->source,  &lead->closing_words, &lead->notes };
  return i < G_N_ELEMENTS (fields) ? fields[i] : NULL;
}

FtLeadData *
ft_lead_data_new (const char *name)
{
  FtLeadData *lead = g_atomic_rc_box_new0 (FtLeadData);
  lead->name = (char *) name;
  for (gsize i = 0; lead_strings (lead, i); i++)
    set_default (lead_strings (lead, i));
  lead->zone = g_intern_static_string ("");
  lead->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_reach_free);
  lead->emails = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_reach_free);
  return lead;
}

FtLeadData *
ft_lead_data_copy (const FtLeadData *lead)
{
  FtLeadData *copy = g_atomic_rc_box_dup (sizeof *lead, (gpointer) lead);
  for (gsize i = 0; lead_strings (copy, i); i++)
    set_default (lead_strings (copy, i));
  copy->phones = g_ptr_array_copy (lead->phones, copy_reach, NULL);
  copy->emails = g_ptr_array_copy (lead->emails, copy_reach, NULL);
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
  for (gsize i = 0; lead_strings (lead, i); i++)
    g_free (*lead_strings (lead, i));
  g_ptr_array_unref (lead->phones);
  g_ptr_array_unref (lead->emails);
}

void
ft_lead_data_unref (FtLeadData *lead)
{
  g_atomic_rc_box_release_full (lead, clear_lead);
}

gboolean
ft_lead_data_equal (const FtLeadData *a, const FtLeadData *b)
{
  for (gsize i = 0; lead_strings ((FtLeadData *) a, i); i++)
    if (!g_str_equal (*lead_strings ((FtLeadData *) a, i), *lead_strings ((FtLeadData *) b, i)))
      return FALSE;
  return a->channel == b->channel && a->zone == b->zone && a->decision_day == b->decision_day
         && a->not_before_day == b->not_before_day && a->state == b->state
         && reaches_equal (a->phones, b->phones) && reaches_equal (a->emails, b->emails);
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

/* --- Promises --- */

FtPromiseData *
ft_promise_data_new (gint64 lead_id, FtCivil promised, const char *zone, FtChannel channel)
{
  FtPromiseData *promise = g_atomic_rc_box_new0 (FtPromiseData);
  promise->lead_id = lead_id;
  promise->promised = promise->target = promised;
  promise->zone = g_intern_string (zone ? zone : "");
  promise->channel = channel;
  set_default (&promise->uid);
  set_default (&promise->purpose);
  set_default (&promise->value);
  return promise;
}

FtPromiseData *
ft_promise_data_copy (const FtPromiseData *promise)
{
  FtPromiseData *copy = g_atomic_rc_box_dup (sizeof *promise, (gpointer) promise);
  set_default (&copy->uid);
  set_default (&copy->purpose);
  set_default (&copy->value);
  return copy;
}

FtPromiseData *
ft_promise_data_ref (FtPromiseData *promise)
{
  return g_atomic_rc_box_acquire (promise);
}

static void
clear_promise (gpointer data)
{
  FtPromiseData *promise = data;
  g_free (promise->uid);
  g_free (promise->purpose);
  g_free (promise->value);
}

void
ft_promise_data_unref (FtPromiseData *promise)
{
  g_atomic_rc_box_release_full (promise, clear_promise);
}

gboolean
ft_promise_data_equal (const FtPromiseData *a, const FtPromiseData *b)
{
  return a->lead_id == b->lead_id && g_str_equal (a->uid, b->uid) && a->kind == b->kind
         && g_str_equal (a->purpose, b->purpose) && g_str_equal (a->value, b->value)
         && ft_civil_compare (a->promised, b->promised) == 0 && ft_civil_compare (a->target, b->target) == 0
         && a->zone == b->zone && a->channel == b->channel && a->agreed == b->agreed
         && a->effort == b->effort && a->state == b->state && a->done_at == b->done_at;
}

gboolean
ft_promise_data_is_late (const FtPromiseData *promise, gint64 now)
{
  return promise->state == FT_PROMISE_OPEN && promise->promised_at < now;
}

/* --- Contacts --- */

FtContactData *
ft_contact_data_new (gint64 lead_id, gint64 at, FtChannel channel, FtOutcome outcome)
{
  FtContactData *contact = g_atomic_rc_box_new0 (FtContactData);
  contact->lead_id = lead_id;
  contact->at = at;
  contact->channel = channel;
  contact->outcome = outcome;
  set_default (&contact->uid);
  set_default (&contact->heard);
  set_default (&contact->asked_for);
  set_default (&contact->notes);
  return contact;
}

FtContactData *
ft_contact_data_copy (const FtContactData *contact)
{
  FtContactData *copy = g_atomic_rc_box_dup (sizeof *contact, (gpointer) contact);
  set_default (&copy->uid);
  set_default (&copy->heard);
  set_default (&copy->asked_for);
  set_default (&copy->notes);
  return copy;
}

FtContactData *
ft_contact_data_ref (FtContactData *contact)
{
  return g_atomic_rc_box_acquire (contact);
}

static void
clear_contact (gpointer data)
{
  FtContactData *contact = data;
  g_free (contact->uid);
  g_free (contact->heard);
  g_free (contact->asked_for);
  g_free (contact->notes);
}

void
ft_contact_data_unref (FtContactData *contact)
{
  g_atomic_rc_box_release_full (contact, clear_contact);
}

gboolean
ft_contact_data_equal (const FtContactData *a, const FtContactData *b)
{
  return a->lead_id == b->lead_id && g_str_equal (a->uid, b->uid) && a->promise_id == b->promise_id
         && a->at == b->at && a->channel == b->channel && a->direction == b->direction
         && a->outcome == b->outcome && g_str_equal (a->heard, b->heard)
         && g_str_equal (a->asked_for, b->asked_for) && g_str_equal (a->notes, b->notes);
}

/* --- What lists and cards show --- */

static FtPromiseData *
maybe_ref (FtPromiseData *promise)
{
  return promise ? ft_promise_data_ref (promise) : NULL;
}

FtLeadRow *
ft_lead_row_new (FtLeadData *lead, FtPromiseData *due, FtPromiseData *oldest)
{
  FtLeadRow *row = g_atomic_rc_box_new0 (FtLeadRow);
  row->lead = ft_lead_data_ref (lead);
  row->due = maybe_ref (due);
  row->oldest = maybe_ref (oldest);
  return row;
}

FtLeadRow *
ft_lead_row_ref (FtLeadRow *row)
{
  return g_atomic_rc_box_acquire (row);
}

static void
clear_lead_row (gpointer data)
{
  FtLeadRow *row = data;
  g_clear_pointer (&row->lead, ft_lead_data_unref);
  g_clear_pointer (&row->due, ft_promise_data_unref);
  g_clear_pointer (&row->oldest, ft_promise_data_unref);
}

void
ft_lead_row_unref (FtLeadRow *row)
{
  g_atomic_rc_box_release_full (row, clear_lead_row);
}

FtPromiseData *
ft_lead_row_next (const FtLeadRow *row, gint64 now)
{
  return row->oldest && ft_promise_data_is_late (row->oldest, now) ? row->oldest : row->due;
}

FtLeadCard *
ft_lead_card_new (FtLeadData *lead)
{
  FtLeadCard *card = g_atomic_rc_box_new0 (FtLeadCard);
  card->lead = ft_lead_data_ref (lead);
  card->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  card->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_contact_data_unref);
  return card;
}

FtLeadCard *
ft_lead_card_ref (FtLeadCard *card)
{
  return g_atomic_rc_box_acquire (card);
}

static void
clear_lead_card (gpointer data)
{
  FtLeadCard *card = data;
  g_clear_pointer (&card->lead, ft_lead_data_unref);
  g_clear_pointer (&card->promises, g_ptr_array_unref);
  g_clear_pointer (&card->contacts, g_ptr_array_unref);
}

void
ft_lead_card_unref (FtLeadCard *card)
{
  g_atomic_rc_box_release_full (card, clear_lead_card);
}

FtPromiseData *
ft_lead_card_next (const FtLeadCard *card, gint64 now)
{
  FtPromiseData *due = NULL;
  FtPromiseData *oldest = NULL;
  for (guint i = 0; i < card->promises->len; i++)
    {
      FtPromiseData *promise = card->promises->pdata[i];
      if (promise->state != FT_PROMISE_OPEN)
        continue;
      if (!due || promise->target_at < due->target_at)
        due = promise;
      if (!oldest || promise->promised_at < oldest->promised_at)
        oldest = promise;
    }
  return oldest && ft_promise_data_is_late (oldest, now) ? oldest : due;
}

FtPromiseRow *
ft_promise_row_new (FtPromiseData *promise, FtLeadData *lead)
{
  FtPromiseRow *row = g_atomic_rc_box_new0 (FtPromiseRow);
  row->promise = ft_promise_data_ref (promise);
  row->lead = ft_lead_data_ref (lead);
  return row;
}

FtPromiseRow *
ft_promise_row_ref (FtPromiseRow *row)
{
  return g_atomic_rc_box_acquire (row);
}

static void
clear_promise_row (gpointer data)
{
  FtPromiseRow *row = data;
  g_clear_pointer (&row->promise, ft_promise_data_unref);
  g_clear_pointer (&row->lead, ft_lead_data_unref);
}

void
ft_promise_row_unref (FtPromiseRow *row)
{
  g_atomic_rc_box_release_full (row, clear_promise_row);
}
