#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-ics-writer.h"

#include "core/ft-address.h"
#include "interchange/ft-ics-event.h"
#include "interchange/ft-ics-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY G_GINT64_CONSTANT (86400)
/* A zone is described for so long before its first entry and after its last. */
#define MARGIN (400 * DAY)
/* How often a subscriber should look again. */
#define REFRESH_SECONDS (15 * 60)
#define END "END:VCALENDAR\r\n"

/* From the first to the last entry in a zone. */
typedef struct
{
  gint64 from;
  gint64 to;
} Span;

struct _FtIcsWriter
{
  const char *zone; /* interned */
  FtIcsHabits habits;
  GHashTable *zones; /* owned: interned name → Span, owned */
};

FtIcsWriter *
ft_ics_writer_new (gint64 now, const char *zone)
{
  g_autoptr (FtSettings) usual = ft_settings_new ();
  FtIcsWriter *self = g_new0 (FtIcsWriter, 1);

  self->zone = g_intern_string (zone && *zone ? zone : ft_zone_local ());
  self->habits.now = now;
  self->habits.home = ft_address_home ();
  self->zones = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  ft_ics_writer_set_settings (self, usual);
  return self;
}

void
ft_ics_writer_free (FtIcsWriter *self)
{
  g_hash_table_unref (self->zones);
  g_free (self);
}

void
ft_ics_writer_set_settings (FtIcsWriter *self, const FtSettings *settings)
{
  self->habits.slot_minutes = settings->slot_minutes;
  self->habits.day_begins = settings->day_begins;
}

static void
append_component (GString *out, icalcomponent *component)
{
  char *text = icalcomponent_as_ical_string_r (component);

  g_string_append (out, text);
  icalmemory_free_buffer (text);
  icalcomponent_free (component);
}

static void
see_zone (FtIcsWriter *self, const FtIcsPlace *place)
{
  Span *span = g_hash_table_lookup (self->zones, place->zone);

  if (span == NULL)
    {
      span = g_new (Span, 1);
      *span = (Span){ place->instant, place->instant };
      g_hash_table_insert (self->zones, (gpointer) place->zone, span);
    }
  span->from = MIN (span->from, place->instant);
  span->to = MAX (span->to, place->instant);
}

void
ft_ics_writer_append_promise (FtIcsWriter *self,
                              GString *out,
                              const FtLeadData *lead,
                              const FtPromiseData *promise)
{
  FtIcsPlace place;

  if (!ft_ics_event_is_due (promise))
    return;
  append_component (out, ft_ics_event_new (lead, promise, self->zone, &self->habits, &place));
  if (place.zone != NULL)
    see_zone (self, &place);
}

static void
add_x (icalcomponent *calendar, const char *name, const char *value)
{
  icalproperty *property = icalproperty_new_x (value);

  icalproperty_set_x_name (property, name);
  icalcomponent_add_property (calendar, property);
}

void
ft_ics_writer_append_head (FtIcsWriter *self, GString *out)
{
  icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  g_autoptr (GList) zones
      = g_list_sort (g_hash_table_get_keys (self->zones), (GCompareFunc) strcmp);
  icalproperty *refresh
      = icalproperty_new_refreshinterval (icaldurationtype_from_int (REFRESH_SECONDS));

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar,
                              icalproperty_new_prodid ("-//Follow Through//Follow Through//EN"));
  icalcomponent_add_property (calendar, icalproperty_new_calscale ("GREGORIAN"));
  icalcomponent_add_property (calendar, icalproperty_new_name (_ ("Follow Through")));
  add_x (calendar, "X-WR-CALNAME", _ ("Follow Through"));
  icalproperty_add_parameter (refresh, icalparameter_new_value (ICAL_VALUE_DURATION));
  icalcomponent_add_property (calendar, refresh);
  add_x (calendar, "X-PUBLISHED-TTL", "PT15M");
  for (GList *item = zones; item != NULL; item = item->next)
    {
      const Span *span = g_hash_table_lookup (self->zones, item->data);
      icalcomponent_add_component (
          calendar, ft_ics_zone_describe (item->data, span->from - MARGIN, span->to + MARGIN));
    }
  append_component (out, calendar);
  g_assert (g_str_has_suffix (out->str, END));
  g_string_truncate (out, out->len - strlen (END));
}

void
ft_ics_writer_append_tail (FtIcsWriter *self, GString *out)
{
  g_string_append (out, END);
}
