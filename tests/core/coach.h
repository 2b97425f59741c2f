#pragma once

#include "core/ft-records.h"
#include "core/ft-settings.h"

/* Cards for the tests of the coach. All in Berlin; "now" is Thursday, 26 November 2026, 14:30. */

#define ZONE "Europe/Berlin"
#define NOW "2026-11-26 14:30"

static inline FtCivil
civil_of (const char *string)
{
  FtCivil civil = FT_CIVIL_NONE;
  if (*string)
    g_assert_true (ft_civil_from_string (string, &civil));
  return civil;
}

static inline gint64
instant_of (const char *string)
{
  return ft_civil_to_instant (civil_of (string), ZONE, NULL);
}

static inline gint32
day_of (const char *string)
{
  return civil_of (string).day;
}

/* Open, came in on 2 November. */
static inline FtLeadCard *
new_card (void)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Anna Berg");
  lead->id = 7;
  lead->created_at = instant_of ("2026-11-02 09:00");
  return ft_lead_card_new (lead);
}

static inline FtContactData *
add_contact (FtLeadCard *card, const char *at, FtChannel channel, FtOutcome outcome)
{
  FtContactData *contact = ft_contact_data_new (7, instant_of (at), channel, outcome);
  guint i = 0;
  while (i < card->contacts->len && ((FtContactData *) card->contacts->pdata[i])->at > contact->at)
    i++;
  contact->id = card->contacts->len + 1;
  g_ptr_array_insert (card->contacts, i, contact);
  return contact;
}

static inline FtPromiseData *
new_promise (const char *promised)
{
  FtPromiseData *promise = ft_promise_data_new (7, civil_of (promised), ZONE, FT_CHANNEL_PHONE);
  promise->promised_at = promise->target_at = instant_of (promised);
  promise->agreed = TRUE;
  return promise;
}

static inline FtPromiseData *
add_promise (FtLeadCard *card, const char *promised)
{
  FtPromiseData *promise = new_promise (promised);
  promise->id = 100 + card->promises->len;
  g_ptr_array_add (card->promises, promise);
  return promise;
}

static inline void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static inline void
assert_civil (FtCivil civil, const char *expected)
{
  g_autofree char *string = ft_civil_to_string (civil);
  g_assert_cmpstr (string, ==, expected);
}
