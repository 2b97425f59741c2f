#include "interchange/ft-export.h"

#include <libical/ical.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* bench-ics [N]: what the calendar of N promises takes, beside libical alone, which makes as many
 * entries of the same properties and writes them as text. Best of five each, in turn. Never fails
 * on time. */

#define NOW G_GINT64_CONSTANT (1795420800)
#define ROUNDS 5

static GPtrArray *
make_cards (guint n)
{
  static const char *const zones[] = { "", "Europe/Berlin", "America/New_York", "Asia/Kathmandu" };
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_lead_card_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lead Number %u", i);
      g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
      FtLeadCard *card = ft_lead_card_new (lead);
      FtCivil promised = ft_civil_add_minutes (ft_civil (2026, 1, 1, 9, 0), i * 60);
      FtPromiseData *promise
          = ft_promise_data_new (0, promised, ft_zone_intern (zones[i % 4]), FT_CHANNEL_PHONE);

      promise->target = ft_civil_add_minutes (promised, -30);
      promise->created_at = NOW - 86400;
      g_free (promise->uid);
      promise->uid = g_uuid_string_random ();
      g_free (promise->purpose);
      promise->purpose = g_strdup ("After the roof, and what became of it");
      g_ptr_array_add (lead->phones, ft_reach_new ("", "+49 30 23125 101"));
      g_ptr_array_add (card->promises, promise);
      g_ptr_array_add (cards, card);
    }
  return cards;
}

static gsize
write_ours (GPtrArray *cards)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FtClock) clock = ft_clock_new_fixed (NOW, "Europe/Berlin");
  g_autoptr (FtExport) export = ft_export_new (FT_EXPORT_ICS, clock, stream);

  for (guint i = 0; i < cards->len; i++)
    ft_export_add (export, cards->pdata[i], NULL);
  ft_export_finish (export, NULL);
  return g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
}

static icalcomponent *
make_event (guint i)
{
  struct icaltimetype time = icaltime_from_timet_with_zone (NOW + i * 3600, FALSE, NULL);
  icalproperty *start = icalproperty_new_dtstart (time);
  icalproperty *x = icalproperty_new_x ("open");
  icalcomponent *alarm = icalcomponent_vanew (
      ICAL_VALARM_COMPONENT, icalproperty_new_action (ICAL_ACTION_DISPLAY),
      icalproperty_new_trigger (icaltriggertype_from_int (-1800)),
      icalproperty_new_description ("Lead Number: After the roof, and what became of it"), NULL);

  icalproperty_add_parameter (start, icalparameter_new_tzid ("Europe/Berlin"));
  icalproperty_set_x_name (x, "X-FOLLOW-THROUGH-STATE");
  return icalcomponent_vanew (
      ICAL_VEVENT_COMPONENT,
      icalproperty_new_uid ("0d61397a-e100-4764-94ab-ebe91d431219@x.example"),
      icalproperty_new_dtstamp (time), icalproperty_new_lastmodified (time),
      icalproperty_new_created (time), icalproperty_new_sequence (i), start,
      icalproperty_new_duration (icaldurationtype_from_int (900)),
      icalproperty_new_summary ("Lead Number: After the roof, and what became of it"),
      icalproperty_new_description ("After the roof, and what became of it\n+49 30 23125 101"),
      icalproperty_new_categories ("Phone"), icalproperty_new_status (ICAL_STATUS_TENTATIVE),
      icalproperty_new_transp (ICAL_TRANSP_OPAQUE), icalproperty_new_class (ICAL_CLASS_PRIVATE), x,
      alarm, NULL);
}

static gsize
write_bare (guint n)
{
  gsize size = 0;

  for (guint i = 0; i < n; i++)
    {
      icalcomponent *event = make_event (i);
      char *text = icalcomponent_as_ical_string_r (event);

      size += strlen (text);
      icalmemory_free_buffer (text);
      icalcomponent_free (event);
    }
  return size;
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? strtoul (argv[1], NULL, 10) : 10000;
  g_autoptr (GPtrArray) cards = make_cards (n);
  double best[2] = { INFINITY, INFINITY };
  gsize size[2] = { 0, 0 };

  for (guint round = 0; round < 2 * ROUNDS; round++)
    {
      guint which = round % 2;
      gint64 begin = g_get_monotonic_time ();

      size[which] = which ? write_bare (n) : write_ours (cards);
      best[which] = MIN (best[which], (g_get_monotonic_time () - begin) / 1e6);
    }
  printf ("%u promises: %.2f s, %.1f MB; libical alone: %.2f s, %.1f MB; ratio %.2f\n", n, best[0],
          size[0] / 1e6, best[1], size[1] / 1e6, best[0] / best[1]);
  return 0;
}
