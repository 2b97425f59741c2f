#define G_LOG_DOMAIN "ft-core"

#include "core/ft-zone.h"

#include <string.h>

/* GLib knows the offsets of a zone but builds a GDateTime for every question, resolves gaps and
 * folds differently from our rule, and searches its transitions one by one. So its knowledge is
 * read once per zone into a sorted table that never changes afterwards and needs no lock. */

/* All offsets there ever were are within 15:13 hours (Alaska and the Philippines before they
 * changed sides of the date line). */
#define MAX_OFFSET (16 * 3600)
#define TABLE_START G_GINT64_CONSTANT (-4102444800) /* 1840: before any zone had a rule */
#define TABLE_END G_GINT64_CONSTANT (4133980800)    /* 2101: to where GLib carries the rules on */

typedef struct
{
  gint64 start; /* the first instant of it */
  gint32 offset;
} Span;

struct _FtZone
{
  char *name;
  guint n_spans;
  Span *spans; /* ascending; the first starts before everything */
};

static GMutex mutex;
static GHashTable *zones;        /* name → FtZone, kept for ever as interned strings are */
static const FtZone *local_zone; /* atomic */

/* --- Reading a zone --- */

static gint
interval_at (GTimeZone *tz, gint64 instant)
{
  return g_time_zone_find_interval (tz, G_TIME_TYPE_UNIVERSAL, instant);
}

/* The first instant in @from … @to of a later interval than @interval. */
static gint64
find_start (GTimeZone *tz, int interval, gint64 from, gint64 to)
{
  while (from < to)
    {
      gint64 middle = from + (to - from) / 2;
      if (interval_at (tz, middle) > interval)
        to = middle;
      else
        from = middle + 1;
    }
  return from;
}

static FtZone *
read_zone (const char *name, GTimeZone *tz)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  int interval = interval_at (tz, TABLE_START);
  int last = interval_at (tz, TABLE_END);
  Span span = { G_MININT64, g_time_zone_get_offset (tz, interval) };
  gint64 at = TABLE_START;

  g_array_append_val (spans, span);
  while (interval < last)
    {
      at = find_start (tz, interval, at, TABLE_END);
      interval = interval_at (tz, at);
      Span next = { at, g_time_zone_get_offset (tz, interval) };
      if (next.offset != g_array_index (spans, Span, spans->len - 1).offset)
        g_array_append_val (spans, next);
    }

  FtZone *zone = g_new (FtZone, 1);
  zone->name = g_strdup (name);
  zone->n_spans = spans->len;
  zone->spans = (Span *) g_array_free (g_steal_pointer (&spans), FALSE);
  return zone;
}

static const FtZone *
get_zone (const char *name)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  if (!zones)
    zones = g_hash_table_new (g_str_hash, g_str_equal);
  FtZone *zone = g_hash_table_lookup (zones, name);
  if (!zone)
    {
      g_autoptr (GTimeZone) tz = g_time_zone_new_identifier (name);
      if (!tz)
        return NULL;
      zone = read_zone (name, tz);
      g_hash_table_insert (zones, zone->name, zone);
    }
  return zone;
}

/* --- The computer's own --- */

static const char *
find_local_name (void)
{
  const char *name = g_getenv ("TZ");
  if (name && *name == ':')
    name++;
  if (name && *name)
    name = ft_zone_intern (name);
  if (!name || !*name)
    {
      g_autoptr (GTimeZone) tz = g_time_zone_new_local ();
      name = g_intern_string (g_time_zone_get_identifier (tz));
    }
  return name;
}

static const FtZone *
get_local_zone (void)
{
  const FtZone *zone = g_atomic_pointer_get (&local_zone);
  if (!zone)
    {
      ft_zone_refresh_local ();
      zone = g_atomic_pointer_get (&local_zone);
    }
  return zone;
}

gboolean
ft_zone_refresh_local (void)
{
  const FtZone *old = g_atomic_pointer_get (&local_zone);
  const FtZone *zone = get_zone (find_local_name ());
  if (!zone)
    zone = get_zone ("UTC");
  g_atomic_pointer_set (&local_zone, zone);
  return old != zone;
}

const FtZone *
ft_zone_lookup (const char *zone)
{
  /* A zone is asked for again and again; no lock for that. */
  static _Thread_local const FtZone *last;
  if (!zone || !*zone)
    return get_local_zone ();
  if (last && strcmp (last->name, zone) == 0)
    return last;
  const FtZone *found = get_zone (zone);
  if (!found)
    return get_local_zone ();
  return last = found;
}

/**
 * ft_zone_local:
 *
 * The name, from TZ or the system's setting, as it was when ft_clock_refresh () last looked. A TZ
 * that is a rule and not a name ("CET-1CEST") is returned as it is.
 */
const char *
ft_zone_local (void)
{
  return g_intern_string (get_local_zone ()->name);
}

/* GLib takes "Z", "+01:00" and POSIX rules for a zone too; a name is what has a file. All names of
 * the IANA begin with a capital; "posix/…", "right/…" and "localtime" beside them are not names. */
static gboolean
has_zone_file (const char *zone)
{
  const char *directories[] = { g_getenv ("TZDIR"), "/usr/share/zoneinfo", "/usr/lib/zoneinfo" };
  if (!g_ascii_isupper (*zone) || strstr (zone, ".."))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (directories); i++)
    {
      if (!directories[i])
        continue;
      g_autofree char *path = g_build_filename (directories[i], zone, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    }
  return FALSE;
}

/**
 * ft_zone_intern:
 * @zone: (nullable):
 *
 * Returns: (nullable): the name, interned, or %NULL if this computer does not know it
 */
const char *
ft_zone_intern (const char *zone)
{
  if (!zone)
    return NULL;
  if (!*zone)
    return g_intern_static_string ("");
  if (!g_str_equal (zone, "UTC") && !has_zone_file (zone))
    return NULL;
  return get_zone (zone) ? g_intern_string (zone) : NULL;
}

/* --- Asking a zone --- */

/* The span that @instant is in. */
static guint
find_span (const FtZone *zone, gint64 instant)
{
  guint low = 0;
  guint high = zone->n_spans;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;
      if (zone->spans[middle].start <= instant)
        low = middle;
      else
        high = middle;
    }
  return low;
}

gint32
ft_zone_get_offset (const FtZone *zone, gint64 instant)
{
  return zone->spans[find_span (zone, instant)].offset;
}

gint64
ft_zone_next_change (const FtZone *zone, gint64 instant)
{
  guint next = find_span (zone, instant) + 1;
  return next < zone->n_spans ? zone->spans[next].start : G_MAXINT64;
}

gint64
ft_zone_to_instant (const FtZone *zone, gint64 wall, gboolean second, FtCivilKind *kind)
{
  gint64 after_gap = 0;
  gint64 found[2];
  guint n_found = 0;

  for (guint i = find_span (zone, wall - MAX_OFFSET); i < zone->n_spans; i++)
    {
      const Span *span = &zone->spans[i];
      gint64 instant = wall - span->offset;
      gboolean begun = span->start <= instant;
      gboolean over = i + 1 < zone->n_spans && zone->spans[i + 1].start <= instant;
      if (begun && !over && n_found < G_N_ELEMENTS (found))
        found[n_found++] = instant;
      if (!begun && n_found == 0)
        {
          /* Over in the span before this one, not begun in this one: in the gap between. */
          after_gap = span->start;
          break;
        }
      if (span->start > wall + MAX_OFFSET)
        break;
    }
  if (kind)
    *kind = n_found == 0 ? FT_CIVIL_IN_GAP : n_found == 1 ? FT_CIVIL_PLAIN : FT_CIVIL_AMBIGUOUS;
  if (n_found == 0)
    return (after_gap + 59) / 60 * 60;
  return found[second ? n_found - 1 : 0];
}
