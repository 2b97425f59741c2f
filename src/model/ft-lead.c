#define G_LOG_DOMAIN "ft-model"

#include "model/ft-lead.h"

#include <glib/gi18n-lib.h>

#include "core/ft-rhythm.h"
#include "core/ft-when.h"

#define MAX_DOTS 5
#define NO_GAUGE (-1)

struct _FtLead
{
  GObject parent_instance;

  gint64 id;
  FtLeadRow *row; /* owned, NULL while loading */

  /* Derived from the row and the time. */
  FtPromiseData *next; /* borrowed from the row */
  gboolean late;
  int gauge; /* FtGauge, or NO_GAUGE */
  char *when;
  char *summary;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_LOADING,
  PROP_NAME,
  PROP_COMPANY,
  PROP_PURPOSE,
  PROP_WHEN,
  PROP_CHANNEL,
  PROP_LATE,
  PROP_DOTS,
  PROP_GAUGE,
  PROP_STATE,
  PROP_SUMMARY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FtLead, ft_lead, G_TYPE_OBJECT)

/* --- What is derived --- */

static const char *
get_name (FtLead *self)
{
  return self->row ? self->row->lead->name : "";
}

static const char *
get_company (FtLead *self)
{
  return self->row ? self->row->lead->company : "";
}

static const char *
get_purpose (FtLead *self)
{
  return self->next ? self->next->purpose : "";
}

/* How the next contact happens; without a promise, how the lead prefers it (E8). */
static FtChannel
get_channel (FtLead *self)
{
  if (self->next)
    return self->next->channel;
  return self->row ? self->row->lead->channel : FT_CHANNEL_NONE;
}

static guint
get_dots (FtLead *self)
{
  return self->row ? MIN (self->row->n_contacts, MAX_DOTS) : 0;
}

static FtLeadState
get_state (FtLead *self)
{
  return self->row ? self->row->lead->state : FT_LEAD_OPEN;
}

/* A time of a promise on the user's own clock. A day without a time stays that day. */
static FtCivil
on_own_clock (const FtPromiseData *promise, FtCivil civil, const char *own_zone)
{
  if (civil.minute == FT_ALL_DAY || *promise->zone == '\0' || g_str_equal (promise->zone, own_zone))
    return civil;
  return ft_civil_from_instant (ft_civil_to_instant (civil, promise->zone, NULL), own_zone);
}

/* Of a customer too: the sale opens the relationship (D8). */
static int
find_gauge (FtLead *self, FtClock *clock, const FtSettings *settings)
{
  if (get_state (self) == FT_LEAD_CLOSED)
    return NO_GAUGE;
  return ft_rhythm_gauge_of_row (self->row, settings, ft_clock_now (clock),
                                 ft_clock_get_zone (clock));
}

/* The time to act by: of a late promise the one they were told; else mine, and theirs beside it
 * when it is later the same day (C2). */
static char *
format_next (const FtPromiseData *next, gboolean late, FtClock *clock)
{
  FtCivil now = ft_clock_civil (clock);
  FtCivil promised = on_own_clock (next, next->promised, ft_clock_get_zone (clock));
  FtCivil target = on_own_clock (next, next->target, ft_clock_get_zone (clock));
  if (late)
    return ft_when_format_short (promised, now);

  g_autofree char *mine = ft_when_format_short (target, now);
  if (promised.day != target.day || promised.minute == target.minute
      || promised.minute == FT_ALL_DAY || target.minute == FT_ALL_DAY)
    return g_steal_pointer (&mine);

  g_autofree char *theirs = ft_when_format_time (promised);
  /* Translators: the time aimed at, and the later one promised the same day: "Today 10:00 / 11:00".
   */
  return g_strdup_printf (C_ ("times", "%s / %s"), mine, theirs);
}

static char *
format_when (FtLead *self, FtClock *clock)
{
  if (self->next)
    return format_next (self->next, self->late, clock);
  return g_strdup (get_state (self) == FT_LEAD_OPEN ? _ ("No promise") : "");
}

static const char *
describe_channel (FtChannel channel)
{
  switch (channel)
    {
    case FT_CHANNEL_PHONE:
      return _ ("by phone");
    case FT_CHANNEL_EMAIL:
      return _ ("by e-mail");
    case FT_CHANNEL_VISIT:
      return _ ("a visit");
    case FT_CHANNEL_POST:
      return _ ("by post");
    case FT_CHANNEL_NONE:
    default:
      return "";
    }
}

static const char *
describe_state (FtLeadState state)
{
  switch (state)
    {
    case FT_LEAD_CUSTOMER:
      return _ ("customer");
    case FT_LEAD_CLOSED:
      return _ ("closed");
    case FT_LEAD_OPEN:
    default:
      return "";
    }
}

static char *
describe (FtLead *self)
{
  guint n = self->row->n_contacts;
  g_autofree char *contacts
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u contact", "%u contacts", n), n);
  const char *parts[] = { get_name (self),
                          get_company (self),
                          describe_state (get_state (self)),
                          self->late ? _ ("late") : "",
                          self->when,
                          self->next ? describe_channel (self->next->channel) : "",
                          get_purpose (self),
                          contacts };
  GString *text = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      {
        if (text->len > 0)
          /* Translators: between the parts of what a screen reader says about a lead. */
          g_string_append (text, C_ ("list", ", "));
        g_string_append (text, parts[i]);
      }
  return g_string_free (text, FALSE);
}

/* --- GObject --- */

static void
ft_lead_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtLead *self = FT_LEAD (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->row == NULL);
      break;
    case PROP_NAME:
      g_value_set_string (value, get_name (self));
      break;
    case PROP_COMPANY:
      g_value_set_string (value, get_company (self));
      break;
    case PROP_PURPOSE:
      g_value_set_string (value, get_purpose (self));
      break;
    case PROP_WHEN:
      g_value_set_string (value, self->when);
      break;
    case PROP_CHANNEL:
      g_value_set_int (value, get_channel (self));
      break;
    case PROP_LATE:
      g_value_set_boolean (value, self->late);
      break;
    case PROP_DOTS:
      g_value_set_uint (value, get_dots (self));
      break;
    case PROP_GAUGE:
      g_value_set_int (value, self->gauge);
      break;
    case PROP_STATE:
      g_value_set_int (value, get_state (self));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_lead_finalize (GObject *object)
{
  FtLead *self = FT_LEAD (object);

  g_clear_pointer (&self->row, ft_lead_row_unref);
  g_free (self->when);
  g_free (self->summary);

  G_OBJECT_CLASS (ft_lead_parent_class)->finalize (object);
}

static void
ft_lead_class_init (FtLeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ft_lead_get_property;
  object_class->finalize = ft_lead_finalize;

  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  props[PROP_COMPANY] = g_param_spec_string ("company", NULL, NULL, "", flags);
  props[PROP_PURPOSE] = g_param_spec_string ("purpose", NULL, NULL, "", flags);
  props[PROP_WHEN] = g_param_spec_string ("when", NULL, NULL, "", flags);
  props[PROP_CHANNEL] = g_param_spec_int ("channel", NULL, NULL, FT_CHANNEL_NONE, FT_CHANNEL_POST,
                                          FT_CHANNEL_NONE, flags);
  props[PROP_LATE] = g_param_spec_boolean ("late", NULL, NULL, FALSE, flags);
  props[PROP_DOTS] = g_param_spec_uint ("dots", NULL, NULL, 0, MAX_DOTS, 0, flags);
  props[PROP_GAUGE] = g_param_spec_int ("gauge", NULL, NULL, NO_GAUGE, FT_GAUGE_INVISIBLE, NO_GAUGE,
                                        flags);
  props[PROP_STATE]
      = g_param_spec_int ("state", NULL, NULL, FT_LEAD_OPEN, FT_LEAD_CLOSED, FT_LEAD_OPEN, flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ft_lead_init (FtLead *self)
{
  self->gauge = NO_GAUGE;
  self->when = g_strdup ("");
  self->summary = g_strdup ("");
}

/**
 * ft_lead_new:
 * @id: the lead's id in the store
 *
 * Returns: (transfer full): a lead of which nothing is known yet
 */
FtLead *
ft_lead_new (gint64 id)
{
  FtLead *self;

  g_return_val_if_fail (id > 0, NULL);

  self = g_object_new (FT_TYPE_LEAD, NULL);
  self->id = id;
  return self;
}

gint64
ft_lead_get_id (FtLead *self)
{
  g_return_val_if_fail (FT_IS_LEAD (self), 0);
  return self->id;
}

FtLeadRow *
ft_lead_get_row (FtLead *self)
{
  g_return_val_if_fail (FT_IS_LEAD (self), NULL);
  return self->row;
}

/**
 * ft_lead_set_row:
 * @row: what is known of the lead now; the same again when only time has passed
 * @clock: by which it is late, and in whose zone times are shown
 * @settings: by which they were not in touch for too long
 *
 * Notifies what differs, after all of it is right.
 */
void
ft_lead_set_row (FtLead *self, FtLeadRow *row, FtClock *clock, const FtSettings *settings)
{
  g_return_if_fail (FT_IS_LEAD (self));
  g_return_if_fail (row != NULL && row->lead->id == self->id);
  g_return_if_fail (FT_IS_CLOCK (clock));

  gboolean was_loading = self->row == NULL;
  FtChannel old_channel = get_channel (self);
  FtLeadState old_state = get_state (self);
  guint old_dots = get_dots (self);
  gboolean old_late = self->late;
  int old_gauge = self->gauge;
  g_autofree char *old_name = g_strdup (get_name (self));
  g_autofree char *old_company = g_strdup (get_company (self));
  g_autofree char *old_purpose = g_strdup (get_purpose (self));
  g_autofree char *old_when = g_steal_pointer (&self->when);
  g_autofree char *old_summary = g_steal_pointer (&self->summary);
  FtLeadRow *old_row = g_steal_pointer (&self->row);
  gint64 now = ft_clock_now (clock);

  self->row = ft_lead_row_ref (row);
  g_clear_pointer (&old_row, ft_lead_row_unref);
  self->next = ft_lead_row_next (row, now);
  self->late = self->next && ft_promise_data_is_late (self->next, now);
  self->gauge = find_gauge (self, clock, settings);
  self->when = format_when (self, clock);
  self->summary = describe (self);

  const gboolean differs[N_PROPS] = {
    [PROP_LOADING] = was_loading,
    [PROP_NAME] = !g_str_equal (old_name, get_name (self)),
    [PROP_COMPANY] = !g_str_equal (old_company, get_company (self)),
    [PROP_PURPOSE] = !g_str_equal (old_purpose, get_purpose (self)),
    [PROP_WHEN] = !g_str_equal (old_when, self->when),
    [PROP_CHANNEL] = old_channel != get_channel (self),
    [PROP_LATE] = old_late != self->late,
    [PROP_DOTS] = old_dots != get_dots (self),
    [PROP_GAUGE] = old_gauge != self->gauge,
    [PROP_STATE] = old_state != get_state (self),
    [PROP_SUMMARY] = !g_str_equal (old_summary, self->summary),
  };
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    if (differs[i])
      g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  g_object_thaw_notify (G_OBJECT (self));
}
