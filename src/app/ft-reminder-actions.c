#define G_LOG_DOMAIN "ft-app"

#include "app/ft-reminder-actions.h"

#include "core/ft-phone.h"
#include "remind/ft-keeper.h"
#include "ui/ft-launch.h"

#include <glib/gi18n-lib.h>

/* An action that waits for the database. */
typedef struct
{
  char *name;
  GVariant *target; /* owned, or NULL */
} Press;

struct _FtReminderActions
{
  GObject parent_instance;

  GApplication *application; /* borrowed: it owns this */
  FtNotifier *notifier;      /* owned */
  FtSession *session;        /* owned */
  FtReminder *reminder;      /* owned, while the database is open */
  FtKeeper *keeper;          /* owned, the same */
  GQueue presses;            /* Press, owned */
};

enum
{
  PROP_REMINDER = 1,
  N_PROPS
};

enum
{
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtReminderActions, ft_reminder_actions, G_TYPE_OBJECT)

static void
press_free (Press *press)
{
  g_free (press->name);
  g_clear_pointer (&press->target, g_variant_unref);
  g_free (press);
}

/* --- Calling and writing --- */

typedef struct
{
  FtReminderActions *self; /* owned */
  gboolean write;
} Reaching;

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Reaching *reaching = data;
  g_autoptr (FtReminderActions) self = reaching->self;

  if (!g_app_info_launch_default_for_uri_finish (result, NULL))
    g_signal_emit (self, signals[FAILED], 0,
                   reaching->write ? _ ("No program on this computer writes e-mail.")
                                   : _ ("No program on this computer makes calls."));
}

static char *
dup_uri (const FtLeadData *lead, gboolean write)
{
  return write ? ft_mail_to_uri (ft_lead_data_get_email (lead))
               : ft_phone_to_uri (ft_lead_data_get_phone (lead));
}

static void
reach_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Reaching *reaching = data;
  g_autoptr (FtReminderActions) self = reaching->self;
  g_autoptr (GPtrArray) rows = ft_store_read_reminders_finish (FT_STORE (source), result, NULL);
  g_autofree char *uri = NULL;
  FtLeadData *lead;

  if (rows == NULL || rows->len == 0)
    return;
  lead = ((FtPromiseRow *) rows->pdata[0])->lead;
  /* What to know before dialling, and the outcomes after it, are on the card (E7, E9). */
  g_action_group_activate_action (G_ACTION_GROUP (self->application), "open-lead",
                                  g_variant_new_int64 (lead->id));
  uri = dup_uri (lead, reaching->write);
  if (uri == NULL)
    return;
  g_steal_pointer (&self);
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, launched_cb,
                                           g_steal_pointer (&reaching));
}

static void
reach (FtReminderActions *self, GVariant *target, gboolean write)
{
  Reaching *reaching = g_new0 (Reaching, 1);
  gint64 promise;

  reaching->self = g_object_ref (self);
  reaching->write = write;
  g_variant_get (target, "(xx)", NULL, &promise);
  ft_store_read_reminders_async (ft_reminder_get_store (self->reminder), &promise, 1, NULL,
                                 reach_cb, reaching);
}

/* --- Actions --- */

static void
carry_out (FtReminderActions *self, const char *name, GVariant *target)
{
  gint64 lead = 0, promise = 0;

  if (target != NULL && g_variant_is_of_type (target, G_VARIANT_TYPE ("(xx)")))
    g_variant_get (target, "(xx)", &lead, &promise);
  if (g_str_equal (name, "call-promise"))
    reach (self, target, FALSE);
  else if (g_str_equal (name, "write-promise"))
    reach (self, target, TRUE);
  else if (g_str_equal (name, "keep-promise"))
    ft_keeper_keep (self->keeper, lead, promise);
  else if (g_str_equal (name, "snooze-promise"))
    ft_reminder_snooze (self->reminder, promise);
  else if (g_str_equal (name, "undo-keeping"))
    ft_keeper_undo (self->keeper);
  else
    ft_reminder_stop_mornings (self->reminder);
}

static void
pressed_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  FtReminderActions *self = data;
  const char *name = g_action_get_name (G_ACTION (action));
  Press *press;

  if (self->reminder != NULL)
    {
      carry_out (self, name, target);
      return;
    }
  press = g_new0 (Press, 1);
  press->name = g_strdup (name);
  press->target = target != NULL ? g_variant_ref (target) : NULL;
  g_queue_push_tail (&self->presses, press);
}

static const GActionEntry actions[] = {
  { .name = "call-promise", .activate = pressed_cb, .parameter_type = "(xx)" },
  { .name = "keep-promise", .activate = pressed_cb, .parameter_type = "(xx)" },
  { .name = "no-mornings", .activate = pressed_cb },
  { .name = "snooze-promise", .activate = pressed_cb, .parameter_type = "(xx)" },
  { .name = "undo-keeping", .activate = pressed_cb },
  { .name = "write-promise", .activate = pressed_cb, .parameter_type = "(xx)" },
};

/* From a service that does not start the application by itself. */
static void
action_cb (FtNotifier *notifier, const char *name, GVariant *target, FtReminderActions *self)
{
  if (g_str_has_prefix (name, "app."))
    g_action_group_activate_action (G_ACTION_GROUP (self->application), name + strlen ("app."),
                                    target);
}

/* --- Class --- */

static void
ft_reminder_actions_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_REMINDER:
      g_value_set_object (value, FT_REMINDER_ACTIONS (object)->reminder);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ft_reminder_actions_dispose (GObject *object)
{
  FtReminderActions *self = FT_REMINDER_ACTIONS (object);

  if (self->notifier != NULL)
    ft_notifier_stop (self->notifier);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_action_map_remove_action (G_ACTION_MAP (self->application), actions[i].name);
  g_clear_object (&self->keeper);
  g_clear_object (&self->reminder);
  g_clear_object (&self->notifier);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ft_reminder_actions_parent_class)->dispose (object);
}

static void
ft_reminder_actions_finalize (GObject *object)
{
  g_queue_clear_full (&FT_REMINDER_ACTIONS (object)->presses, (GDestroyNotify) press_free);
  G_OBJECT_CLASS (ft_reminder_actions_parent_class)->finalize (object);
}

static void
ft_reminder_actions_class_init (FtReminderActionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ft_reminder_actions_get_property;
  object_class->dispose = ft_reminder_actions_dispose;
  object_class->finalize = ft_reminder_actions_finalize;

  props[PROP_REMINDER]
      = g_param_spec_object ("reminder", NULL, NULL, FT_TYPE_REMINDER,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[FAILED] = g_signal_new ("failed", FT_TYPE_REMINDER_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ft_reminder_actions_init (FtReminderActions *self)
{
  g_queue_init (&self->presses);
}

FtReminderActions *
ft_reminder_actions_new (GApplication *application)
{
  FtReminderActions *self = g_object_new (FT_TYPE_REMINDER_ACTIONS, NULL);
  gboolean unique = (g_application_get_flags (application) & G_APPLICATION_NON_UNIQUE) == 0;

  self->application = application;
  self->notifier = ft_notifier_new (unique ? g_application_get_application_id (application) : NULL,
                                    ft_session_is_sandboxed ());
  self->session = ft_session_new ();
  g_signal_connect_object (self->notifier, "action", G_CALLBACK (action_cb), self, 0);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   self);
  return self;
}

void
ft_reminder_actions_set_store (FtReminderActions *self, FtStore *store)
{
  Press *press;

  g_return_if_fail (FT_IS_REMINDER_ACTIONS (self));

  g_clear_object (&self->keeper);
  g_clear_object (&self->reminder);
  if (store != NULL)
    {
      self->reminder = ft_reminder_new (store, self->notifier, self->session);
      self->keeper = ft_keeper_new (self->reminder);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REMINDER]);
  while (self->reminder != NULL && (press = g_queue_pop_head (&self->presses)) != NULL)
    {
      carry_out (self, press->name, press->target);
      press_free (press);
    }
}

FtReminder *
ft_reminder_actions_get_reminder (FtReminderActions *self)
{
  g_return_val_if_fail (FT_IS_REMINDER_ACTIONS (self), NULL);
  return self->reminder;
}

FtSession *
ft_reminder_actions_get_session (FtReminderActions *self)
{
  g_return_val_if_fail (FT_IS_REMINDER_ACTIONS (self), NULL);
  return self->session;
}
