#define G_LOG_DOMAIN "ft-core"

#include "core/ft-notice.h"

#include "core/ft-brief.h"
#include "core/ft-when.h"

#include <glib/gi18n-lib.h>

/* A promise that is due this minute is not late yet. */
#define LATE_AFTER 60
/* So many names are said of many. */
#define N_NAMES 3

FtNotice *
ft_notice_new (const char *id, const char *title)
{
  FtNotice *notice = g_new0 (FtNotice, 1);
  notice->id = g_strdup (id);
  notice->title = g_strdup (title);
  notice->body = g_strdup ("");
  return notice;
}

FtNotice *
ft_notice_copy (const FtNotice *notice)
{
  FtNotice *copy = g_memdup2 (notice, sizeof *notice);

  copy->id = g_strdup (notice->id);
  copy->title = g_strdup (notice->title);
  copy->body = g_strdup (notice->body);
  copy->target = notice->target != NULL ? g_variant_ref (notice->target) : NULL;
  for (int i = 0; i < FT_NOTICE_BUTTONS; i++)
    {
      FtNoticeButton *button = &copy->buttons[i];
      button->label = g_strdup (button->label);
      button->target = button->target != NULL ? g_variant_ref (button->target) : NULL;
    }
  return copy;
}

void
ft_notice_free (FtNotice *notice)
{
  for (int i = 0; i < FT_NOTICE_BUTTONS; i++)
    {
      g_free (notice->buttons[i].label);
      g_clear_pointer (&notice->buttons[i].target, g_variant_unref);
    }
  g_clear_pointer (&notice->target, g_variant_unref);
  g_free (notice->id);
  g_free (notice->title);
  g_free (notice->body);
  g_free (notice);
}

gboolean
ft_notice_equal (const FtNotice *a, const FtNotice *b)
{
  for (int i = 0; i < FT_NOTICE_BUTTONS; i++)
    if (g_strcmp0 (a->buttons[i].label, b->buttons[i].label) != 0)
      return FALSE;
  return g_str_equal (a->id, b->id) && g_str_equal (a->title, b->title)
         && g_str_equal (a->body, b->body);
}

static void
set_body (FtNotice *notice, char *body)
{
  g_free (notice->body);
  notice->body = body;
}

/* @target: floating, or NULL */
static void
add_button (FtNotice *notice, const char *label, const char *action, GVariant *target)
{
  for (int i = 0; i < FT_NOTICE_BUTTONS; i++)
    if (notice->buttons[i].label == NULL)
      {
        notice->buttons[i].label = g_strdup (label);
        notice->buttons[i].action = action;
        notice->buttons[i].target = target != NULL ? g_variant_ref_sink (target) : NULL;
        return;
      }
  g_assert_not_reached ();
}

static void
set_action (FtNotice *notice, const char *action, GVariant *target)
{
  notice->action = action;
  notice->target = g_variant_ref_sink (target);
}

/* --- A promise --- */

char *
ft_notice_id_of_promise (gint64 promise_id)
{
  return g_strdup_printf ("promise-%" G_GINT64_FORMAT, promise_id);
}

/* "Today 16:00 · the offer", in the user's own time. */
static char *
describe_when (const FtPromiseData *promise, gboolean late, gint64 now, const char *zone)
{
  FtCivil here = promise->promised.minute == FT_ALL_DAY
                     ? promise->promised
                     : ft_civil_from_instant (promise->promised_at, zone);
  g_autofree char *when = ft_when_format_short (here, ft_civil_from_instant (now, zone));

  /* Translators: when a promise was due that was not kept: "Late: today 16:00" */
  return late ? g_strdup_printf (_ ("Late: %s"), when) : g_steal_pointer (&when);
}

static void
append_line (GString *body, const char *a, const char *b)
{
  if (*a == '\0' && *b == '\0')
    return;
  if (body->len > 0)
    g_string_append_c (body, '\n');
  g_string_append (body, a);
  if (*a != '\0' && *b != '\0')
    g_string_append (body, " · ");
  g_string_append (body, b);
}

static char *
describe (
    const FtPromiseRow *row, FtNoticePrivacy privacy, gboolean late, gint64 now, const char *zone)
{
  const FtPromiseData *promise = row->promise;
  g_autofree char *when = describe_when (promise, late, now, zone);
  const char *reach = "";
  GString *body = g_string_new (NULL);

  if (privacy.hide_names)
    {
      append_line (body, when, "");
      return g_string_free (body, FALSE);
    }
  if (promise->channel == FT_CHANNEL_PHONE)
    reach = ft_lead_data_get_phone (row->lead);
  else if (promise->channel == FT_CHANNEL_EMAIL)
    reach = ft_lead_data_get_email (row->lead);
  else if (promise->channel == FT_CHANNEL_VISIT)
    reach = *row->lead->street != '\0' ? row->lead->street : row->lead->city;
  append_line (body, when, promise->purpose);
  if (privacy.show_sensitive)
    {
      g_autoptr (GPtrArray) facts = ft_brief_facts (row->lead);
      for (guint i = 0; i < facts->len; i++)
        {
          const FtFact *fact = facts->pdata[i];
          if (fact->sensitive)
            {
              g_autofree char *line = g_strconcat ("⚠ ", fact->text, NULL);
              append_line (body, line, "");
            }
        }
    }
  append_line (body, promise->value, "");
  append_line (body, row->lead->company, reach);
  return g_string_free (body, FALSE);
}

static void
add_buttons (FtNotice *notice, const FtPromiseRow *row, gboolean late)
{
  gint64 lead = row->lead->id, promise = row->promise->id;
  FtChannel channel = row->promise->channel;
  /* Who is on the way is rather late than done. */
  gboolean late_first = late || channel == FT_CHANNEL_VISIT;

#define TARGET g_variant_new ("(xx)", lead, promise)
  if (channel == FT_CHANNEL_PHONE && *ft_lead_data_get_phone (row->lead) != '\0')
    add_button (notice, _ ("Call"), FT_ACTION_CALL, TARGET);
  else if (channel == FT_CHANNEL_EMAIL && *ft_lead_data_get_email (row->lead) != '\0')
    add_button (notice, _ ("Write"), FT_ACTION_WRITE, TARGET);
  if (late_first)
    add_button (notice, _ ("Running Late"), FT_ACTION_LATE, TARGET);
  add_button (notice, _ ("Done"), FT_ACTION_DONE, TARGET);
  add_button (notice, _ ("10 Minutes"), FT_ACTION_SNOOZE, TARGET);
  if (!late_first)
    add_button (notice, _ ("Running Late"), FT_ACTION_LATE, TARGET);
#undef TARGET
}

FtNotice *
ft_notice_of_promise (const FtPromiseRow *row,
                      FtNoticePrivacy privacy,
                      gint64 now,
                      const char *zone)
{
  g_autofree char *id = ft_notice_id_of_promise (row->promise->id);
  gboolean late = ft_promise_data_is_late (row->promise, now - LATE_AFTER);
  FtNotice *notice
      = ft_notice_new (id, privacy.hide_names ? _ ("A promise is due") : row->lead->name);

  set_body (notice, describe (row, privacy, late, now, zone));
  notice->stays = TRUE;
  set_action (notice, FT_ACTION_OPEN_LEAD, g_variant_new_int64 (row->lead->id));
  add_buttons (notice, row, late);
  return notice;
}

/* --- Many of them --- */

static char *
describe_names (GPtrArray *rows, guint n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n_named = MIN (rows->len, n > N_NAMES ? N_NAMES - 1 : N_NAMES);
  g_autofree char *list = NULL;

  for (guint i = 0; i < n_named; i++)
    g_ptr_array_add (names, ((FtPromiseRow *) rows->pdata[i])->lead->name);
  g_ptr_array_add (names, NULL);
  /* Translators: between the names of a list. */
  list = g_strjoinv (_ (", "), (char **) names->pdata);
  if (n <= n_named)
    return g_steal_pointer (&list);
  /* Translators: the first names of a list, and how many there are besides. */
  return g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more", n - n_named), list,
                          n - n_named);
}

FtNotice *
ft_notice_of_many (GPtrArray *rows, guint n, gboolean away, FtNoticePrivacy privacy)
{
  g_autofree char *title
      = away ? g_strdup_printf (
            ngettext ("While you were away: %u promise", "While you were away: %u promises", n), n)
             : g_strdup_printf (ngettext ("%u promise is due", "%u promises are due", n), n);
  FtNotice *notice = ft_notice_new (away ? "away" : "together", title);

  if (!privacy.hide_names)
    set_body (notice, describe_names (rows, n));
  notice->stays = TRUE;
  set_action (notice, FT_ACTION_SHOW_LIST, g_variant_new_string ("all"));
  add_button (notice, _ ("Show the List"), FT_ACTION_SHOW_LIST, g_variant_new_string ("all"));
  return notice;
}

FtNotice *
ft_notice_of_morning (guint n_late, guint n_today)
{
  FtNotice *notice;
  g_autofree char *late = g_strdup_printf (ngettext ("%'u late", "%'u late", n_late), n_late);
  g_autofree char *title
      = n_today > 0
            ? g_strdup_printf (ngettext ("%u promise for today", "%u promises for today", n_today),
                               n_today)
            : g_strdup_printf (ngettext ("%u late promise", "%u late promises", n_late), n_late);

  if (n_late == 0 && n_today == 0)
    return NULL;
  notice = ft_notice_new ("morning", title);
  if (n_late > 0 && n_today > 0)
    set_body (notice, g_steal_pointer (&late));
  set_action (notice, FT_ACTION_SHOW_LIST, g_variant_new_string (n_late > 0 ? "all" : "today"));
  add_button (notice, _ ("Show the List"), FT_ACTION_SHOW_LIST,
              g_variant_new_string (n_late > 0 ? "all" : "today"));
  add_button (notice, _ ("No More of These"), FT_ACTION_NO_MORNINGS, NULL);
  return notice;
}

FtNotice *
ft_notice_of_leaving (gint32 first_day, guint n, gint64 now, const char *zone)
{
  FtCivil today = ft_civil_from_instant (now, zone);
  g_autofree char *day = ft_when_format_day ((FtCivil){ first_day, FT_ALL_DAY, 0 }, today);
  /* Translators: %s is the first day: "Monday, 30 November". */
  g_autofree char *title = g_strdup_printf (_ ("You are away from %s"), day);
  FtNotice *notice;

  if (n == 0)
    return NULL;
  notice = ft_notice_new ("leaving", title);
  set_body (notice, g_strdup_printf (ngettext ("%u promise is to be promised anew",
                                               "%u promises are to be promised anew", n),
                                     n));
  notice->action = FT_ACTION_ANEW;
  add_button (notice, _ ("Promise Anew"), FT_ACTION_ANEW, NULL);
  add_button (notice, _ ("No More of These"), FT_ACTION_NO_MORNINGS, NULL);
  return notice;
}

/* --- Others --- */

FtNotice *
ft_notice_of_kept (const FtLeadData *lead,
                   const FtPromiseData *next,
                   FtNoticePrivacy privacy,
                   gint64 now)
{
  FtNotice *notice
      = ft_notice_new ("kept", privacy.hide_names ? C_ ("promise", "Done") : lead->name);

  if (next != NULL)
    {
      g_autofree char *when
          = ft_when_format (next->promised, ft_civil_from_instant (now, next->zone));
      /* Translators: a promise was kept; %s is when the next one to the same person is. */
      set_body (notice, g_strdup_printf (_ ("Done. The next promise: %s"), when));
    }
  else
    set_body (notice, g_strdup (_ ("Done.")));
  set_action (notice, FT_ACTION_OPEN_LEAD, g_variant_new_int64 (lead->id));
  add_button (notice, _ ("Undo"), FT_ACTION_UNDO, NULL);
  return notice;
}

FtNotice *
ft_notice_of_test (void)
{
  FtNotice *notice = ft_notice_new ("test", _ ("Reminders work"));

  set_body (notice, g_strdup (_ ("Promises ring like this, also with the window closed.")));
  set_action (notice, FT_ACTION_SHOW_LIST, g_variant_new_string ("all"));
  return notice;
}
