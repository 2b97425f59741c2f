#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-add-dialog.h"

#include "core/ft-workdays.h"
#include "core/ft-gestures.h"
#include "core/ft-when.h"
#include "ui/ft-accessible.h"
#include "ui/ft-channel-picker.h"
#include "ui/ft-lead-finder.h"
#include "ui/ft-time-picker.h"

#include <glib/gi18n-lib.h>

/* Never more than the window it belongs to. */
#define WIDTH 480
#define HEIGHT 640

struct _FtAddDialog
{
  AdwBin parent_instance;
  FtDesk *desk;            /* owned */
  FtLeadFinder *finder;    /* owned */
  gboolean channel_chosen; /* by the user: what is typed does not change it any more */
  gboolean saving;

  /* Template children. */
  GtkWidget *save;
  GtkWidget *failure;
  GtkLabel *failure_text;
  GtkWidget *form;
  GtkEditable *name;
  GtkWidget *name_error;
  GtkEditable *company;
  GtkEditable *phone;
  GtkEditable *email;
  GtkWidget *known;
  GtkLabel *known_text;
  FtTimePicker *when;
  GtkWidget *when_error;
  FtChannelPicker *channel;
  GtkEditable *purpose;
  GtkExpander *more;
  GtkEditable *role;
  GtkEditable *street;
  GtkEditable *postcode;
  GtkEditable *city;
  GtkEditable *country;
  GtkEditable *zone;
  GtkWidget *zone_error;
  GtkEditable *source;
  GtkEditable *decision;
  GtkWidget *decision_error;
  GtkTextView *notes;
};

enum
{
  SHOW_LEAD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtAddDialog, ft_add_dialog, ADW_TYPE_BIN)

static char *
dup_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static char *
dup_notes (FtAddDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* Marks a field wrong, in words below it, for the eye and for a screen reader; %NULL takes it back.
 */
static void
set_error (GtkWidget *label, gpointer field, const char *message)
{
  gtk_label_set_text (GTK_LABEL (label), message != NULL ? message : "");
  gtk_widget_set_visible (label, message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (field, "error");
  else
    gtk_widget_remove_css_class (field, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
set_failure (FtAddDialog *self, const char *message)
{
  gtk_label_set_text (self->failure_text, message != NULL ? message : "");
  gtk_widget_set_visible (self->failure, message != NULL);
}

/* A promise for today stands there from the start: a new lead is called while it is warm (E5).
 * After hours it is one for the next working day. */
static void
offer_times (FtAddDialog *self)
{
  const FtSettings *settings = ft_desk_get_settings (self->desk);
  FtCivil now = ft_clock_civil (ft_desk_get_clock (self->desk));
  gboolean over = ft_workdays_first_promise (settings, now).day != now.day;
  g_autoptr (GPtrArray) chips = ft_when_chips (settings, now);
  FtWhenChip *first = g_ptr_array_index (chips, 0);

  for (guint i = 0; i < chips->len; i++)
    {
      FtWhenChip *chip = g_ptr_array_index (chips, i);

      if (g_str_equal (chip->id, over ? "tomorrow" : "today"))
        first = chip;
    }
  ft_time_picker_set_chips (self->when, chips, now);
  ft_time_picker_set_civil (self->when, first->civil);
}

/* Has the user left anything in it? */
static gboolean
is_empty (FtAddDialog *self)
{
  GtkEditable *entries[]
      = { self->name,   self->company, self->phone,    self->email, self->role,
          self->street, self->purpose, self->postcode, self->city,  self->country,
          self->zone,   self->source,  self->decision };
  g_autofree char *notes = dup_notes (self);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (*gtk_editable_get_text (entries[i]) != '\0')
      return FALSE;
  return *notes == '\0';
}

static void
clear (FtAddDialog *self)
{
  GtkEditable *entries[]
      = { self->name,   self->company, self->phone,    self->email, self->role,
          self->street, self->purpose, self->postcode, self->city,  self->country,
          self->zone,   self->source,  self->decision };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_editable_set_text (entries[i], "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes), "", 0);
  gtk_expander_set_expanded (self->more, FALSE);
  self->channel_chosen = FALSE;
  ft_channel_picker_set_channel (self->channel, FT_CHANNEL_PHONE);
  set_error (self->name_error, self->name, NULL);
  set_error (self->when_error, self->when, NULL);
  set_error (self->zone_error, self->zone, NULL);
  set_error (self->decision_error, self->decision, NULL);
  set_failure (self, NULL);
}

/* --- Reading the form --- */

static void
replace (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

/* Every wrong field is marked; the focus goes to the first. */
static FtLeadData *
read_lead (FtAddDialog *self)
{
  g_autofree char *name = dup_text (self->name), *zone = dup_text (self->zone);
  g_autofree char *decision = dup_text (self->decision);
  g_autofree char *phone = dup_text (self->phone), *email = dup_text (self->email);
  g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
  FtCivil now = ft_clock_civil (ft_desk_get_clock (self->desk)), day = FT_CIVIL_NONE;
  GtkWidget *wrong = NULL;

  if (*decision != '\0' && !ft_when_parse (decision, now, &day))
    wrong = GTK_WIDGET (self->decision);
  set_error (self->decision_error, self->decision,
             wrong != NULL ? _ ("Not understood. Try “12 Dec” or “in 3 weeks”.") : NULL);
  lead->decision_day = day.day;

  lead->zone = ft_zone_intern (zone);
  set_error (self->zone_error, self->zone,
             lead->zone == NULL ? _ ("Not known. Try “Europe/Berlin” or “America/New_York”.")
                                : NULL);
  if (lead->zone == NULL)
    wrong = GTK_WIDGET (self->zone);
  if (wrong != NULL)
    gtk_expander_set_expanded (self->more, TRUE);

  set_error (self->name_error, self->name,
             *name == '\0' ? _ ("Whom did you speak with? A name is enough.") : NULL);
  if (*name == '\0')
    wrong = GTK_WIDGET (self->name);

  if (wrong != NULL)
    {
      gtk_widget_grab_focus (wrong);
      return NULL;
    }

  replace (&lead->company, dup_text (self->company));
  replace (&lead->role, dup_text (self->role));
  replace (&lead->street, dup_text (self->street));
  replace (&lead->postcode, dup_text (self->postcode));
  replace (&lead->city, dup_text (self->city));
  replace (&lead->country, dup_text (self->country));
  replace (&lead->source, dup_text (self->source));
  replace (&lead->notes, dup_notes (self));
  if (*phone != '\0')
    g_ptr_array_add (lead->phones, ft_reach_new ("", phone));
  if (*email != '\0')
    g_ptr_array_add (lead->emails, ft_reach_new ("", email));
  return g_steal_pointer (&lead);
}

static FtPromiseData *
read_promise (FtAddDialog *self, FtLeadData *lead)
{
  FtPromiseData *promise;
  FtCivil civil;

  if (!ft_time_picker_get_civil (self->when, &civil))
    {
      set_error (self->when_error, self->when,
                 ft_time_picker_has_error (self->when)
                     ? _ ("Not understood. Try “Thu 4pm” or “+3d 10”.")
                     : _ ("When will you be in touch? Take one of the times."));
      gtk_widget_grab_focus (GTK_WIDGET (self->when));
      return NULL;
    }
  set_error (self->when_error, self->when, NULL);

  promise
      = ft_promise_data_new (0, civil, lead->zone, ft_channel_picker_get_channel (self->channel));
  replace (&promise->purpose, dup_text (self->purpose));
  return promise;
}

/* --- Its window --- */

/* The window goes, and lets go of what it holds: what was typed stays. */
static gboolean
close_request_cb (AdwWindow *window)
{
  adw_window_set_content (window, NULL);
  return GDK_EVENT_PROPAGATE;
}

static GtkWindow *
make_window (FtAddDialog *self, GtkWindow *parent)
{
  AdwWindow *window = g_object_new (
      ADW_TYPE_WINDOW, "title", _ ("Add Lead"), "modal", TRUE, "destroy-with-parent", TRUE,
      "transient-for", parent, "default-width",
      parent != NULL ? MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (parent))) : WIDTH,
      "default-height",
      parent != NULL ? MIN (HEIGHT, gtk_widget_get_height (GTK_WIDGET (parent))) : HEIGHT, NULL);

  adw_window_set_content (window, GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (window), self->save);
  g_signal_connect (window, "close-request", G_CALLBACK (close_request_cb), NULL);
  return GTK_WINDOW (window);
}

/* It may have been closed while it was saved. */
static void
close_window (FtAddDialog *self)
{
  if (ft_add_dialog_is_open (self))
    gtk_window_close (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

/* --- Saving --- */

static void
set_saving (FtAddDialog *self, gboolean saving)
{
  self->saving = saving;
  gtk_widget_set_sensitive (self->save, !saving);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FtAddDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_desk_apply_finish (FT_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  set_saving (self, FALSE);
  if (change == NULL)
    {
      set_failure (self, error->message);
      return;
    }
  clear (self);
  close_window (self);
  g_signal_emit (self, signals[SHOW_LEAD], 0, change->lead_id);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FtAddDialog *self = FT_ADD_DIALOG (widget);
  g_autoptr (FtLeadData) lead = NULL;
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtEdit) edit = NULL;

  if (self->saving)
    return;
  set_failure (self, NULL);
  lead = read_lead (self);
  if (lead == NULL)
    return;
  promise = read_promise (self, lead);
  if (promise == NULL)
    return;

  edit = ft_gesture_add_lead (lead, promise, ft_clock_now (ft_desk_get_clock (self->desk)));
  set_saving (self, TRUE);
  ft_desk_apply (self->desk, edit, FALSE, applied_cb, g_object_ref (self));
}

/* --- While typing --- */

static void
name_changed_cb (GtkEditable *entry, FtAddDialog *self)
{
  if (gtk_widget_get_visible (self->name_error))
    set_error (self->name_error, self->name, NULL);
}

static void
when_changed_cb (FtTimePicker *picker, FtAddDialog *self)
{
  if (gtk_widget_get_visible (self->when_error))
    set_error (self->when_error, self->when, NULL);
}

static void
when_activated_cb (FtTimePicker *picker, FtAddDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.save", NULL);
}

static void
channel_changed_cb (FtChannelPicker *picker, FtAddDialog *self)
{
  self->channel_chosen = TRUE;
}

/* Who left only an e-mail address is written to; who may be known already is shown. */
static void
reach_changed_cb (GtkEditable *entry, FtAddDialog *self)
{
  const char *phone = gtk_editable_get_text (self->phone);
  const char *email = gtk_editable_get_text (self->email);

  if (!self->channel_chosen)
    ft_channel_picker_set_channel (
        self->channel, *phone == '\0' && *email != '\0' ? FT_CHANNEL_EMAIL : FT_CHANNEL_PHONE);
  ft_lead_finder_look (self->finder, phone, email);
}

static void
known_changed_cb (FtLeadFinder *finder, GParamSpec *pspec, gpointer user_data)
{
  FtAddDialog *self = user_data;
  FtLeadData *lead = ft_lead_finder_get_lead (finder);

  if (lead != NULL)
    {
      g_autofree char *text
          = *lead->company != '\0'
                ? g_strdup_printf (_ ("%s of %s is already here."), lead->name, lead->company)
                : g_strdup_printf (_ ("%s is already here."), lead->name);

      gtk_label_set_text (self->known_text, text);
    }
  gtk_widget_set_visible (self->known, lead != NULL);
}

/* What was typed stays, for the case that it is somebody else after all. */
static void
open_known_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FtAddDialog *self = FT_ADD_DIALOG (widget);
  FtLeadData *lead = ft_lead_finder_get_lead (self->finder);

  if (lead == NULL)
    return;
  close_window (self);
  g_signal_emit (self, signals[SHOW_LEAD], 0, lead->id);
}

static void
ft_add_dialog_dispose (GObject *object)
{
  FtAddDialog *self = FT_ADD_DIALOG (object);

  g_clear_object (&self->finder);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ft_add_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, save);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, failure_text);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, form);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, name);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, name_error);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, company);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, phone);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, email);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, known);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, known_text);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, when);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, when_error);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, channel);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, purpose);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, more);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, role);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, street);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, postcode);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, city);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, country);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, zone);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, zone_error);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, source);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, decision);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, decision_error);
  gtk_widget_class_bind_template_child (widget_class, FtAddDialog, notes);
}

static void
ft_add_dialog_class_init (FtAddDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_add_dialog_dispose;

  signals[SHOW_LEAD] = g_signal_new ("show-lead", FT_TYPE_ADD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "form.open-known", NULL, open_known_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (FT_TYPE_CHANNEL_PICKER);
  g_type_ensure (FT_TYPE_TIME_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-add-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, channel_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reach_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_changed_cb);
}

static void
ft_add_dialog_init (FtAddDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

FtAddDialog *
ft_add_dialog_new (FtDesk *desk)
{
  FtAddDialog *self;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_ADD_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  self->finder = ft_lead_finder_new (ft_desk_get_store (desk));
  g_signal_connect_object (self->finder, "notify::lead", G_CALLBACK (known_changed_cb), self, 0);
  clear (self);
  ft_accessible_name_buttons (GTK_WIDGET (self));
  return self;
}

gboolean
ft_add_dialog_is_open (FtAddDialog *self)
{
  g_return_val_if_fail (FT_IS_ADD_DIALOG (self), FALSE);

  return gtk_widget_get_root (GTK_WIDGET (self)) != NULL;
}

void
ft_add_dialog_open (FtAddDialog *self, GtkWindow *parent, const char *name)
{
  GtkWindow *window;

  g_return_if_fail (FT_IS_ADD_DIALOG (self));
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  if (ft_add_dialog_is_open (self))
    window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  else
    {
      window = make_window (self, parent);
      if (is_empty (self))
        {
          offer_times (self);
          gtk_editable_set_text (self->name, name != NULL ? name : "");
        }
    }
  gtk_window_present (window);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->name));
  gtk_editable_set_position (self->name, -1);
}
