#define G_LOG_DOMAIN "ft-app"

#include "app/ft-command.h"

#include "core/ft-gestures.h"
#include "core/ft-when.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *company;
  char *phone;
  char *email;
  char *promise;
  char *zone;
  char *channel;
  char *purpose;
  FtLeadData *lead;    /* owned */
  FtPromiseData *next; /* owned, NULL for none */
} Add;

static void
add_free (Add *add)
{
  g_free (add->company);
  g_free (add->phone);
  g_free (add->email);
  g_free (add->promise);
  g_free (add->zone);
  g_free (add->channel);
  g_free (add->purpose);
  g_clear_pointer (&add->lead, ft_lead_data_unref);
  g_clear_pointer (&add->next, ft_promise_data_unref);
  g_free (add);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;
  Add *add = ft_run_get_data (run);
  g_autoptr (FtChangeSet) change = ft_store_apply_finish (FT_STORE (source), result, &error);

  if (change == NULL)
    {
      ft_run_fail (run, "%s", error->message);
      return;
    }
  if (add->next == NULL)
    {
      ft_run_print (run, _ ("%s was added, without a promise so far.\n"), add->lead->name);
      return;
    }
  FtCivil now = ft_clock_civil (ft_run_get_clock (run));
  FtCivilKind kind;
  g_autofree char *when = ft_when_format (add->next->promised, now);
  if (*add->next->zone == '\0')
    ft_run_print (run, _ ("%s was added, promised for %s.\n"), add->lead->name, when);
  else
    ft_run_print (run, _ ("%s was added, promised for %s (%s).\n"), add->lead->name, when,
                  add->next->zone);
  ft_civil_to_instant (add->next->promised, add->next->zone, &kind);
  if (kind == FT_CIVIL_IN_GAP)
    ft_run_note (run, _ ("The clocks go forward then: this minute does not exist, and the promise "
                         "is due at the first one after it."));
  else if (kind == FT_CIVIL_AMBIGUOUS)
    ft_run_note (run, _ ("The clocks go back then: this minute comes twice, and the promise is due "
                         "at its first."));
}

static void
apply (FtRun *run)
{
  Add *add = ft_run_get_data (run);
  gint64 now = ft_clock_now (ft_run_get_clock (run));
  g_autoptr (FtEdit) edit = ft_gesture_add_lead (add->lead, add->next, now);

  ft_store_apply_async (ft_run_get_store (run), edit, NULL, applied_cb, ft_run_ref (run));
}

/* The channel that was asked for, else the one there is an address for. */
static gboolean
choose_channel (FtRun *run, const Add *add, FtChannel *channel)
{
  *channel = add->phone == NULL && add->email != NULL ? FT_CHANNEL_EMAIL : FT_CHANNEL_PHONE;
  if (add->channel == NULL)
    return TRUE;
  if (ft_channel_from_string (add->channel, channel) && *channel != FT_CHANNEL_NONE)
    return TRUE;
  ft_run_misuse (run, _ ("--channel is phone, email, visit or post, not “%s”"), add->channel);
  return FALSE;
}

static gboolean
make_promise (FtRun *run, Add *add, const char *zone, FtChannel channel)
{
  /* What their wall clock reads, if the promise is in their zone. */
  gint64 now = ft_clock_now (ft_run_get_clock (run));
  FtCivil there = ft_civil_from_instant (
      now, *zone != '\0' ? zone : ft_clock_get_zone (ft_run_get_clock (run)));
  FtCivil civil;

  if (add->promise == NULL)
    {
      if (add->purpose == NULL)
        return TRUE;
      ft_run_misuse (run, _ ("--purpose is what a promise is for; say when with --promise"));
      return FALSE;
    }
  if (!ft_civil_from_string (add->promise, &civil) && !ft_when_parse (add->promise, there, &civil))
    {
      ft_run_misuse (run, _ ("“%s” is no time; write it as \"2026-11-26 16:00\""), add->promise);
      return FALSE;
    }
  add->next = ft_promise_data_new (0, civil, zone, channel);
  if (add->purpose != NULL)
    {
      g_free (add->next->purpose);
      add->next->purpose = g_strdup (add->purpose);
    }
  return TRUE;
}

static void
add (FtRun *run)
{
  Add *self = g_new0 (Add, 1);
  const GOptionEntry entries[] = {
    { "company", 0, 0, G_OPTION_ARG_FILENAME, &self->company, N_ ("Where they work"), "C" },
    { "phone", 0, 0, G_OPTION_ARG_FILENAME, &self->phone, N_ ("Telephone number"), "P" },
    { "email", 0, 0, G_OPTION_ARG_FILENAME, &self->email, N_ ("E-mail address"), "E" },
    { "promise", 0, 0, G_OPTION_ARG_FILENAME, &self->promise,
      N_ ("When you promised to be in touch; a day alone is all day"), "\"YYYY-MM-DD HH:MM\"" },
    { "zone", 0, 0, G_OPTION_ARG_FILENAME, &self->zone,
      N_ ("Their time zone, as in Europe/Berlin; the promise is in it"), "Z" },
    { "channel", 0, 0, G_OPTION_ARG_FILENAME, &self->channel, N_ ("How: phone, email, visit, post"),
      "CHANNEL" },
    { "purpose", 0, 0, G_OPTION_ARG_FILENAME, &self->purpose, N_ ("What it is about, in one line"),
      "TEXT" },
    { NULL },
  };
  g_auto (GStrv) words = NULL;
  const char *zone = "";
  FtChannel channel;

  ft_run_set_data (run, self, (GDestroyNotify) add_free);
  if (!ft_run_parse (run, entries, 1, 1, &words) || !choose_channel (run, self, &channel))
    return;
  g_strstrip (words[0]);
  if (*words[0] == '\0')
    {
      ft_run_misuse (run, _ ("A lead needs a name"));
      return;
    }
  if (self->zone != NULL && (zone = ft_zone_intern (self->zone)) == NULL)
    {
      ft_run_misuse (run, _ ("“%s” is no time zone this computer knows; write it as Europe/Berlin"),
                     self->zone);
      return;
    }
  if (!make_promise (run, self, zone, channel))
    return;

  FtLeadData *lead = self->lead = ft_lead_data_new (words[0]);
  lead->zone = zone;
  if (self->channel != NULL)
    lead->channel = channel;
  if (self->company != NULL)
    {
      g_free (lead->company);
      lead->company = g_strdup (self->company);
    }
  if (self->phone != NULL)
    g_ptr_array_add (lead->phones, ft_reach_new ("", self->phone));
  if (self->email != NULL)
    g_ptr_array_add (lead->emails, ft_reach_new ("", self->email));
  ft_run_with_store (run, apply);
}

const FtCommand ft_command_add = {
  .name = "add",
  .arguments
  = "NAME [--company C] [--phone P] [--email E] [--promise \"YYYY-MM-DD HH:MM\"] [--zone Z] "
    "[--channel phone|email|visit|post] [--purpose TEXT]",
  .summary = N_ ("Add a lead with its promise"),
  .run = add,
};
