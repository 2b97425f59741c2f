#define G_LOG_DOMAIN "ft-model"

#include "model/ft-history-item.h"

#include <glib/gi18n-lib.h>

#include "core/ft-concerns.h"
#include "core/ft-keeping.h"
#include "core/ft-when.h"

struct _FtHistoryItem
{
  GObject parent_instance;

  FtContactData *contact; /* one of these two */
  FtPromiseData *promise;
  char *title;
  char *when;
  char *text;
  const char *icon_name; /* static */
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_WHEN,
  PROP_TEXT,
  PROP_ICON_NAME,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FtHistoryItem, ft_history_item, G_TYPE_OBJECT)

/* --- Titles: whole phrases, as languages put them together differently --- */

static const char *
title_reached (FtChannel channel)
{
  switch (channel)
    {
    case FT_CHANNEL_PHONE:
      return _ ("Reached by phone");
    case FT_CHANNEL_EMAIL:
      return _ ("Reached by e-mail");
    case FT_CHANNEL_VISIT:
      return _ ("Reached on a visit");
    case FT_CHANNEL_POST:
      return _ ("Reached by post");
    case FT_CHANNEL_NONE:
    default:
      return _ ("Reached");
    }
}

static const char *
title_no_answer (FtChannel channel)
{
  switch (channel)
    {
    case FT_CHANNEL_PHONE:
      return _ ("No answer, by phone");
    case FT_CHANNEL_EMAIL:
      return _ ("No answer, by e-mail");
    case FT_CHANNEL_VISIT:
      return _ ("Nobody there, on a visit");
    case FT_CHANNEL_POST:
      return _ ("No answer, by post");
    case FT_CHANNEL_NONE:
    default:
      return _ ("No answer");
    }
}

static const char *
title_note (FtChannel channel)
{
  switch (channel)
    {
    case FT_CHANNEL_PHONE:
      return _ ("Phone call");
    case FT_CHANNEL_EMAIL:
      return _ ("E-mail");
    case FT_CHANNEL_VISIT:
      return _ ("Visit");
    case FT_CHANNEL_POST:
      return _ ("Letter");
    case FT_CHANNEL_NONE:
    default:
      return _ ("Note");
    }
}

static const char *
title_contact (const FtContactData *contact)
{
  switch (contact->outcome)
    {
    case FT_OUTCOME_REACHED:
      return title_reached (contact->channel);
    case FT_OUTCOME_NO_ANSWER:
      return title_no_answer (contact->channel);
    case FT_OUTCOME_THEY_WILL_CALL:
      return _ ("They will call");
    case FT_OUTCOME_THEY_CALLED:
      return contact->channel == FT_CHANNEL_PHONE ? _ ("They called") : _ ("They got in touch");
    case FT_OUTCOME_PROPOSAL_SENT:
      return _ ("Proposal sent");
    case FT_OUTCOME_DELIVERED:
      return _ ("Delivered");
    case FT_OUTCOME_SOLD:
      return _ ("Sold");
    case FT_OUTCOME_DEFINITE_NO:
      return _ ("A definite no");
    case FT_OUTCOME_NOTE:
    default:
      return title_note (contact->channel);
    }
}

/* Whether it was kept, and by how far beaten (C6) or missed (B7). */
static char *
title_promise (const FtPromiseData *promise)
{
  g_autofree char *words = ft_keeping_words (promise, promise->done_at);

  /* What was a task of one's own is said as one (B11). */
  if (promise->kind == FT_PROMISE_CARD && promise->state == FT_PROMISE_KEPT)
    return g_strdup (_ ("Card written"));
  if (promise->sale_id != 0 && promise->state == FT_PROMISE_CANCELLED)
    return g_strdup (_ ("Step skipped"));
  if (ft_keeping_of (promise, promise->done_at, NULL) == FT_KEEPING_EARLY)
    /* Translators: how long before the promised time it was kept: "Promise kept 2 h early". */
    return g_strdup_printf (_ ("Promise kept %s"), words);
  /* Translators: "Promise kept", "Promise moved", "Promise missed, repaired". */
  return g_strdup_printf (_ ("Promise %s"), words);
}

/* --- Text --- */

static void
add_line (GString *text, const char *line)
{
  if (*line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* A line with a gap for @value, or nothing if there is none. */
static void
add_value (GString *text, const char *format, const char *value)
{
  if (*value == '\0')
    return;
  g_autofree char *line = g_strdup_printf (format, value);
  add_line (text, line);
}

static const char *
lean_words (FtLean lean)
{
  switch (lean)
    {
    case FT_LEAN_TOWARDS:
      return _ ("Leans towards it");
    case FT_LEAN_UNDECIDED:
      return _ ("Undecided");
    case FT_LEAN_AWAY:
      return _ ("Leans away from it");
    case FT_LEAN_UNKNOWN:
    default:
      return "";
    }
}

static const char *
asked_words (FtAsked asked)
{
  switch (asked)
    {
    case FT_ASKED_NEXT_STEP:
      return _ ("Asked for the next step");
    case FT_ASKED_SALE:
      return _ ("Asked for the sale");
    case FT_ASKED_NOTHING:
    default:
      return "";
    }
}

static const char *
answer_words (FtAnswer answer)
{
  switch (answer)
    {
    case FT_ANSWER_YES:
      return C_ ("answer", "yes");
    case FT_ANSWER_NOT_YET:
      return C_ ("answer", "not yet");
    case FT_ANSWER_NO:
      return C_ ("answer", "no");
    case FT_ANSWER_NONE:
    default:
      return "";
    }
}

/* What was asked for and what came (D3). */
static void
add_question (GString *text, const FtContactData *contact)
{
  const char *asked = asked_words (contact->asked);
  const char *answer = answer_words (contact->answer);

  if (*asked == '\0' || *answer == '\0')
    {
      add_line (text, asked);
      return;
    }
  /* Translators: a question and its answer: "Asked for the sale: not yet". */
  g_autofree char *line = g_strdup_printf (C_ ("question", "%s: %s"), asked, answer);
  add_line (text, line);
}

static void
add_duration (GString *text, guint seconds)
{
  guint minutes = (seconds + 30) / 60;
  if (seconds == 0)
    return;
  g_autofree char *line
      = minutes > 0 ? g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "Took %u minute", "Took %u minutes", minutes), minutes)
                    : g_strdup (_ ("Took less than a minute"));
  add_line (text, line);
}

static char *
text_contact (const FtContactData *contact, const FtContactData *before, const char *piece_name)
{
  GString *text = g_string_new (NULL);
  add_line (text, contact->heard);
  add_line (text, lean_words (contact->lean));
  add_question (text, contact);
  add_value (text, _ ("Brought: %s"), contact->value);
  add_value (text, _ ("Gave: %s"), piece_name ? piece_name : "");
  if (ft_contact_is_empty_handed (contact))
    add_line (text, _ ("Empty-handed"));
  else if (ft_contact_is_repeat (contact, before))
    add_line (text, _ ("The same as before"));
  add_value (text, _ ("Asked for: %s"), contact->asked_for);
  add_duration (text, contact->seconds);
  add_line (text, contact->notes);
  return g_string_free (text, FALSE);
}

static char *
text_promise (const FtPromiseData *promise, FtCivil now)
{
  GString *text = g_string_new (NULL);
  g_autofree char *promised = ft_when_format (promise->promised, now);
  /* Translators: the time that had been promised. */
  add_value (text, _ ("Promised for %s"), promised);
  add_line (text, promise->purpose);
  add_line (text, promise->value);
  /* Translators: why a step after a sale was skipped. */
  add_value (text, _ ("Skipped because: %s"), promise->reason);
  /* Translators: why a promise was missed: timing, technique or organisation. */
  add_value (text, _ ("Missed because of: %s"), ft_cause_words (promise->cause));
  return g_string_free (text, FALSE);
}

static const char *
icon_of_channel (FtChannel channel)
{
  switch (channel)
    {
    case FT_CHANNEL_PHONE:
      return "ft-phone-symbolic";
    case FT_CHANNEL_EMAIL:
      return "ft-email-symbolic";
    case FT_CHANNEL_VISIT:
      return "ft-visit-symbolic";
    case FT_CHANNEL_POST:
      return "ft-post-symbolic";
    case FT_CHANNEL_NONE:
    default:
      return "document-edit-symbolic";
    }
}

static const char *
icon_of_promise (const FtPromiseData *promise)
{
  switch (promise->state)
    {
    case FT_PROMISE_MOVED:
      return "go-next-symbolic";
    case FT_PROMISE_CANCELLED:
      return "window-close-symbolic";
    case FT_PROMISE_KEPT:
    case FT_PROMISE_OPEN:
    default:
      return "object-select-symbolic";
    }
}

/* --- GObject --- */

static void
ft_history_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtHistoryItem *self = FT_HISTORY_ITEM (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_WHEN:
      g_value_set_string (value, self->when);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_ICON_NAME:
      g_value_set_static_string (value, self->icon_name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_history_item_finalize (GObject *object)
{
  FtHistoryItem *self = FT_HISTORY_ITEM (object);

  g_clear_pointer (&self->contact, ft_contact_data_unref);
  g_clear_pointer (&self->promise, ft_promise_data_unref);
  g_free (self->title);
  g_free (self->when);
  g_free (self->text);

  G_OBJECT_CLASS (ft_history_item_parent_class)->finalize (object);
}

static void
ft_history_item_class_init (FtHistoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ft_history_item_get_property;
  object_class->finalize = ft_history_item_finalize;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  props[PROP_WHEN] = g_param_spec_string ("when", NULL, NULL, "", flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ft_history_item_init (FtHistoryItem *self)
{
}

/**
 * ft_history_item_new_contact:
 * @contact: what happened
 * @before: (nullable): my last contact they heard of before it
 * @piece_name: (nullable): of the piece that was given, if it is known
 * @now: what the user's clock reads
 * @zone: the user's zone, in which times are shown
 *
 * Returns: (transfer full): how the history tells it
 */
FtHistoryItem *
ft_history_item_new_contact (FtContactData *contact,
                             const FtContactData *before,
                             const char *piece_name,
                             FtCivil now,
                             const char *zone)
{
  FtHistoryItem *self;

  g_return_val_if_fail (contact != NULL, NULL);

  self = g_object_new (FT_TYPE_HISTORY_ITEM, NULL);
  self->contact = ft_contact_data_ref (contact);
  self->title = g_strdup (title_contact (contact));
  self->when = ft_when_format (ft_civil_from_instant (contact->at, zone), now);
  self->text = text_contact (contact, before, piece_name);
  self->icon_name = icon_of_channel (contact->channel);
  return self;
}

/**
 * ft_history_item_new_promise:
 * @promise: a promise that is not open any more
 * @now: what the user's clock reads
 * @zone: the user's zone, in which times are shown
 *
 * Returns: (transfer full): how the history tells what became of it (B7, C6)
 */
FtHistoryItem *
ft_history_item_new_promise (FtPromiseData *promise, FtCivil now, const char *zone)
{
  FtHistoryItem *self;

  g_return_val_if_fail (promise != NULL && promise->state != FT_PROMISE_OPEN, NULL);

  self = g_object_new (FT_TYPE_HISTORY_ITEM, NULL);
  self->promise = ft_promise_data_ref (promise);
  self->title = title_promise (promise);
  self->when = ft_when_format (ft_civil_from_instant (promise->done_at, zone), now);
  self->text = text_promise (promise, now);
  self->icon_name = icon_of_promise (promise);
  return self;
}

FtContactData *
ft_history_item_get_contact (FtHistoryItem *self)
{
  g_return_val_if_fail (FT_IS_HISTORY_ITEM (self), NULL);
  return self->contact;
}

FtPromiseData *
ft_history_item_get_promise (FtHistoryItem *self)
{
  g_return_val_if_fail (FT_IS_HISTORY_ITEM (self), NULL);
  return self->promise;
}

gint64
ft_history_item_get_at (FtHistoryItem *self)
{
  g_return_val_if_fail (FT_IS_HISTORY_ITEM (self), 0);
  return self->contact ? self->contact->at : self->promise->done_at;
}

gboolean
ft_history_item_equal (FtHistoryItem *a, FtHistoryItem *b)
{
  g_return_val_if_fail (FT_IS_HISTORY_ITEM (a) && FT_IS_HISTORY_ITEM (b), FALSE);

  /* The data too: who edits a contact starts from it. */
  gboolean same_contact = a->contact && b->contact && a->contact->id == b->contact->id
                          && ft_contact_data_equal (a->contact, b->contact);
  gboolean same_promise = a->promise && b->promise && a->promise->id == b->promise->id
                          && ft_promise_data_equal (a->promise, b->promise);
  return (same_contact || same_promise) && g_str_equal (a->title, b->title)
         && g_str_equal (a->when, b->when) && g_str_equal (a->text, b->text);
}

const char *
ft_history_contact_words (const FtContactData *contact)
{
  g_return_val_if_fail (contact != NULL, "");
  return title_contact (contact);
}
