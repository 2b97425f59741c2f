#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-window.h"

#include "ui/ft-accessible.h"
#include "ui/ft-add-dialog.h"
#include "ui/ft-anew-window.h"
#include "ui/ft-calendar.h"
#include "ui/ft-called-popover.h"
#include "ui/ft-card-pane.h"
#include "ui/ft-desk-layout.h"
#include "ui/ft-exporter.h"
#include "ui/ft-filters.h"
#include "ui/ft-fold-layout.h"
#include "ui/ft-import-chooser.h"
#include "ui/ft-late-dialog.h"
#include "ui/ft-lead-mover.h"
#include "ui/ft-lead-pane.h"
#include "ui/ft-pages.h"
#include "ui/ft-preferences.h"
#include "ui/ft-print-actions.h"
#include "ui/ft-status-strip.h"
#include "ui/ft-toast.h"
#include "ui/ft-undo-actions.h"

#include <glib/gi18n-lib.h>

struct _FtWindow
{
  AdwApplicationWindow parent_instance;
  FtDesk *desk;            /* owned */
  FtAddDialog *form;       /* owned, NULL until first opened: it keeps what was typed */
  GtkWidget *anew;         /* weak: the list of what is to be promised anew, while it is open */
  AdwToast *toast;         /* borrowed, the one on show */
  GCancellable *exporting; /* owned */
  guint back_later;        /* source, 0 for none */
  FtReminder *reminder;    /* owned, or NULL */
  FtAutostart *autostart;  /* owned, or NULL */
  FtPages *pages;          /* owned */
  FtPrintActions *print;   /* owned */
  FtUndoActions *undo;     /* owned */

  /* Template children. */
  GtkWidget *back;
  GtkMenuButton *they_called;
  AdwViewStack *stack;
  FtStatusStrip *status;
  GtkRevealer *failure;
  GtkLabel *failure_text;
  AdwToastOverlay *toasts;
  GtkOverlay *desk_overlay;
  GtkBox *calendar_pane;
  AdwLeaflet *leaflet;
  FtLeadPane *leads;
  AdwBin *card_bin;
  GMenu *undo_section;
};

G_DEFINE_FINAL_TYPE (FtWindow, ft_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- Messages --- */

static void
toast_dismissed_cb (AdwToast *toast, FtWindow *self)
{
  if (self->toast == toast)
    self->toast = NULL;
}

/* One toast at a time: only the last change is the one that Undo takes back. */
static void
show_toast (FtWindow *self, const char *text, gboolean undoable)
{
  AdwToast *toast = ft_toast_new (text, undoable);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  self->toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_failure (FtWindow *self, const char *message)
{
  gtk_label_set_text (self->failure_text, message);
  gtk_revealer_set_reveal_child (self->failure, TRUE);
}

static void
done_cb (FtDesk *desk, const char *label, gboolean undoable, gpointer user_data)
{
  FtWindow *self = user_data;

  gtk_revealer_set_reveal_child (self->failure, FALSE);
  show_toast (self, label, undoable);
}

/* A form that is open says itself what went wrong, beside what was typed. */
static void
failed_cb (FtDesk *desk, const char *message, GError *error, gpointer user_data)
{
  FtWindow *self = user_data;

  if (self->form != NULL && ft_add_dialog_is_open (self->form))
    return;
  show_failure (self, message);
}

static void
dismiss_failure_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_revealer_set_reveal_child (FT_WINDOW (user_data)->failure, FALSE);
}

/* --- Panes --- */

static void
update_back (FtWindow *self)
{
  gboolean on_card;

  if (self->pages == NULL)
    return; /* not built yet, or gone */
  on_card = ft_pages_is_shown (self->pages, "desk") && adw_leaflet_get_folded (self->leaflet)
            && adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->card_bin);
  gtk_widget_set_visible (self->back, on_card || ft_pages_get_needs_back (self->pages));
}

static void
back_later_cb (gpointer user_data)
{
  FtWindow *self = user_data;

  self->back_later = 0;
  update_back (self);
}

/* A leaflet folds while sizes are given out, when the header bar has got its own already. */
static void
update_back_later (FtWindow *self)
{
  if (self->back_later == 0)
    self->back_later = g_idle_add_once (back_later_cb, self);
}

static void
leaflet_changed_cb (AdwLeaflet *leaflet, GParamSpec *pspec, FtWindow *self)
{
  update_back_later (self);
}

static void
page_changed_cb (AdwViewStack *stack, GParamSpec *pspec, FtWindow *self)
{
  update_back (self);
}

static gboolean
is_not (GObject *object, GtkWidget *shown, GtkWidget *widget)
{
  return shown != widget;
}

static void
picked_cb (FtLeadPane *pane, gint64 lead_id, FtWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->card_bin));
}

static void
show_lead_cb (gpointer who, gint64 lead_id, gpointer user_data)
{
  ft_window_show_lead (FT_WINDOW (user_data), lead_id);
}

static void
pages_changed_cb (FtPages *pages, gpointer user_data)
{
  update_back_later (FT_WINDOW (user_data));
}

/* --- Actions --- */

static void
show_list (FtWindow *self)
{
  ft_pages_show (self->pages, "desk");
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->leads));
}

static void
open_form (FtWindow *self, const char *name)
{
  if (self->form == NULL)
    {
      self->form = g_object_ref_sink (ft_add_dialog_new (self->desk));
      g_signal_connect_object (self->form, "show-lead", G_CALLBACK (show_lead_cb), self, 0);
    }
  ft_add_dialog_open (self->form, GTK_WINDOW (self), name);
}

static void
they_called_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_menu_button_popup (FT_WINDOW (user_data)->they_called);
}

static void
add_lead_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_form (user_data, NULL);
}

static void
add_named_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_form (user_data, g_variant_get_string (parameter, NULL));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FtWindow *self = user_data;

  show_list (self);
  ft_lead_pane_focus_search (self->leads);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FtWindow *self = user_data;

  if (!ft_pages_go_back (self->pages))
    show_list (self);
}

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ft_pages_show (FT_WINDOW (user_data)->pages, g_variant_get_string (parameter, NULL));
}

static void
filter_change_state_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  FtWindow *self = user_data;
  FtLeadFilter filter;

  if (!ft_filter_from_nick (g_variant_get_string (value, NULL), &filter))
    return;
  ft_lead_pane_clear_search (self->leads);
  ft_lead_list_set_filter (ft_desk_get_list (self->desk), filter);
  g_simple_action_set_state (action, value);
}

static void
show_filter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_list (user_data);
  g_action_group_activate_action (G_ACTION_GROUP (user_data), "filter", parameter);
}

static void
query_changed_cb (FtLeadList *list, GParamSpec *pspec, gpointer user_data)
{
  const char *search = ft_lead_list_get_search (list);
  gboolean searching = search != NULL && *search != '\0';
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (user_data), "filter");

  g_simple_action_set_state (
      G_SIMPLE_ACTION (action),
      g_variant_new_string (searching ? ""
                                      : ft_filter_words (ft_lead_list_get_filter (list)).nick));
}

static void
step_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FtWindow *self = user_data;

  ft_desk_step (self->desk, g_str_equal (g_action_get_name (G_ACTION (action)), "next") ? 1 : -1);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FtWindow *self = FT_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = ft_exporter_ask_finish (result, &error);

  if (name != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Exported to %s"), name);
      ft_window_say (self, text);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_failure (self, error->message);
    }
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FtWindow *self = user_data;
  const char *name = g_variant_get_string (parameter, NULL);
  FtExportFormat format = g_str_equal (name, "csv")         ? FT_EXPORT_CSV
                          : g_str_equal (name, "csv-sheet") ? FT_EXPORT_CSV_SPREADSHEET
                          : g_str_equal (name, "vcf")       ? FT_EXPORT_VCARD
                          : g_str_equal (name, "ics")       ? FT_EXPORT_ICS
                                                            : FT_EXPORT_JSON;

  ft_exporter_ask_async (GTK_WINDOW (self), ft_desk_get_store (self->desk), format, self->exporting,
                         exported_cb, NULL);
}

/* What is shown: of the calendar its day or week, after a sale the envelopes, else today. */
static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FtWindow *self = user_data;

  if (ft_pages_is_shown (self->pages, "calendar"))
    gtk_widget_activate_action (ft_pages_get_content (self->pages), "calendar.print", NULL);
  else
    g_action_group_activate_action (
        G_ACTION_GROUP (self),
        ft_pages_is_shown (self->pages, "after-sale") ? "print-cards" : "print-today", NULL);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ft_window_import (FT_WINDOW (user_data), NULL);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FtWindow *self = user_data;
  FtPreferences *preferences = ft_preferences_new (GTK_WINDOW (self), self->desk);

  if (self->reminder != NULL)
    ft_preferences_set_reminders (preferences, self->reminder, self->autostart);
  if (g_str_equal (g_action_get_name (G_ACTION (action)), "reminders"))
    ft_preferences_show_reminders (preferences);
  ft_accessible_name_buttons (GTK_WIDGET (preferences));
  gtk_window_present (GTK_WINDOW (preferences));
}

/* Made when it is asked for: one that stands by hidden costs every start, and GTK 4.8 breaks down
 * when a screen reader asks for a window that was never shown. */
static void
show_help_overlay_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/app/followthrough/FollowThrough/ui/ft-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (window, GTK_WINDOW (user_data));
  gtk_window_present (window);
}

static void
promise_anew_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FtWindow *self = user_data;

  if (self->anew == NULL)
    {
      g_set_weak_pointer (&self->anew, ft_anew_window_new (GTK_WINDOW (self), self->desk));
      ft_accessible_name_buttons (self->anew);
    }
  gtk_window_present (GTK_WINDOW (self->anew));
}

static const GActionEntry actions[] = {
  { .name = "add-lead", .activate = add_lead_cb },
  { .name = "add-named", .activate = add_named_cb, .parameter_type = "s" },
  { .name = "back", .activate = back_cb },
  { .name = "dismiss-failure", .activate = dismiss_failure_cb },
  { .name = "export", .activate = export_cb, .parameter_type = "s" },
  { .name = "filter",
    .parameter_type = "s",
    .state = "'all'",
    .change_state = filter_change_state_cb },
  { .name = "import", .activate = import_cb },
  { .name = "next", .activate = step_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "previous", .activate = step_cb },
  { .name = "print", .activate = print_cb },
  { .name = "promise-anew", .activate = promise_anew_cb },
  { .name = "reminders", .activate = preferences_cb },
  { .name = "search", .activate = search_cb },
  { .name = "show-help-overlay", .activate = show_help_overlay_cb },
  { .name = "show-filter", .activate = show_filter_cb, .parameter_type = "s" },
  { .name = "show-page", .activate = show_page_cb, .parameter_type = "s" },
  { .name = "they-called", .activate = they_called_cb },
};

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, FtWindow *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL)
    return FALSE;
  ft_window_import (self, files->data);
  return TRUE;
}

/* --- Class --- */

static void
ft_window_dispose (GObject *object)
{
  FtWindow *self = FT_WINDOW (object);

  g_clear_handle_id (&self->back_later, g_source_remove);
  g_cancellable_cancel (self->exporting);
  g_clear_object (&self->exporting);
  g_clear_object (&self->form);
  g_clear_weak_pointer (&self->anew);
  g_clear_object (&self->reminder);
  g_clear_object (&self->autostart);
  g_clear_object (&self->pages);
  g_clear_object (&self->print);
  g_clear_object (&self->undo);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ft_window_parent_class)->dispose (object);
}

static void
ft_window_class_init (FtWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_window_dispose;

  g_type_ensure (GDK_TYPE_FILE_LIST); /* the template names it, and newer GTK looks it up at once */
  g_type_ensure (FT_TYPE_DESK_LAYOUT);
  g_type_ensure (FT_TYPE_FOLD_LAYOUT);
  g_type_ensure (FT_TYPE_LEAD_PANE);
  g_type_ensure (FT_TYPE_STATUS_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/followthrough/FollowThrough/ui/ft-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FtWindow, back);
  gtk_widget_class_bind_template_child (widget_class, FtWindow, they_called);
  gtk_widget_class_bind_template_child (widget_class, FtWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FtWindow, status);
  gtk_widget_class_bind_template_child (widget_class, FtWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, FtWindow, failure_text);
  gtk_widget_class_bind_template_child (widget_class, FtWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FtWindow, desk_overlay);
  gtk_widget_class_bind_template_child (widget_class, FtWindow, calendar_pane);
  gtk_widget_class_bind_template_child (widget_class, FtWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, FtWindow, leads);
  gtk_widget_class_bind_template_child (widget_class, FtWindow, card_bin);
  gtk_widget_class_bind_template_child (widget_class, FtWindow, undo_section);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_not);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
ft_window_init (FtWindow *self)
{
  self->exporting = g_cancellable_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow_desk (FtWindow *self)
{
  FtLeadList *list = ft_desk_get_list (self->desk);

  g_signal_connect_object (self->desk, "done", G_CALLBACK (done_cb), self, 0);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (list, "notify::filter", G_CALLBACK (query_changed_cb), self, 0);
  g_signal_connect_object (list, "notify::search", G_CALLBACK (query_changed_cb), self, 0);
  query_changed_cb (list, NULL, self);
}

FtWindow *
ft_window_new (GtkApplication *app, FtDesk *desk)
{
  FtWindow *self;
  GtkWidget *called;
  GtkWidget *calendar;
  GtkWidget *card;

  g_return_val_if_fail (app == NULL || GTK_IS_APPLICATION (app), NULL);
  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_WINDOW, "application", app, NULL);
  self->desk = g_object_ref (desk);

  self->pages = ft_pages_new (self->stack, desk);
  g_signal_connect_object (self->pages, "show-lead", G_CALLBACK (show_lead_cb), self, 0);
  g_signal_connect_object (self->pages, "changed", G_CALLBACK (pages_changed_cb), self, 0);
  called = ft_called_popover_new (desk);
  g_signal_connect_object (called, "show-lead", G_CALLBACK (show_lead_cb), self, 0);
  gtk_menu_button_set_popover (self->they_called, called);
  ft_lead_pane_set_desk (self->leads, desk);
  ft_lead_mover_add (GTK_WIDGET (self->leads), self->desk_overlay);
  ft_status_strip_set_desk (self->status, desk);
  card = ft_card_pane_new (desk);
  adw_bin_set_child (self->card_bin, card);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "lead",
                                  ft_card_pane_get_actions (FT_CARD_PANE (card)));
  calendar = ft_calendar_new (desk, FT_CALENDAR_WEEK);
  g_signal_connect_object (calendar, "lead-activated", G_CALLBACK (show_lead_cb), self, 0);
  gtk_box_append (self->calendar_pane, calendar);
  self->print = ft_print_actions_new (self, desk);
  self->undo = ft_undo_actions_new (G_ACTION_MAP (self), self->undo_section, desk);
  follow_desk (self);
  ft_accessible_name_buttons (GTK_WIDGET (self));
  /* The button inside would be named by its words alone, as the outcome on the card is. */
  ft_accessible_set_name (gtk_widget_get_first_child (GTK_WIDGET (self->they_called)),
                          _ ("They Called: Who"));
  ft_lead_pane_focus_list (self->leads);
  return self;
}

static void
problem_changed_cb (FtNotifier *notifier, GParamSpec *pspec, FtWindow *self)
{
  ft_status_strip_set_silent (self->status, ft_notifier_get_problem (notifier));
}

void
ft_window_set_reminders (FtWindow *self, FtReminder *reminder, FtAutostart *autostart)
{
  FtNotifier *notifier;

  g_return_if_fail (FT_IS_WINDOW (self));
  g_return_if_fail (FT_IS_REMINDER (reminder));
  g_return_if_fail (self->reminder == NULL);

  self->reminder = g_object_ref (reminder);
  g_set_object (&self->autostart, autostart);
  notifier = ft_reminder_get_notifier (reminder);
  g_signal_connect_object (notifier, "notify::problem", G_CALLBACK (problem_changed_cb), self, 0);
  problem_changed_cb (notifier, NULL, self);
}

void
ft_window_show_lead (FtWindow *self, gint64 lead_id)
{
  g_return_if_fail (FT_IS_WINDOW (self));

  ft_pages_show (self->pages, "desk");
  ft_desk_show_lead (self->desk, lead_id);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->card_bin));
}

void
ft_window_show_filter (FtWindow *self, const char *filter)
{
  g_return_if_fail (FT_IS_WINDOW (self));
  g_action_group_activate_action (G_ACTION_GROUP (self), "show-filter",
                                  g_variant_new_string (filter));
}

void
ft_window_search (FtWindow *self, const char *text)
{
  g_return_if_fail (FT_IS_WINDOW (self));

  show_list (self);
  ft_lead_pane_search (self->leads, text);
}

void
ft_window_run_late (FtWindow *self, gint64 lead_id, gint64 promise_id)
{
  g_return_if_fail (FT_IS_WINDOW (self));

  ft_window_show_lead (self, lead_id);
  ft_late_dialog_open (ft_late_dialog_new (GTK_WINDOW (self), self->desk), lead_id, promise_id);
}

void
ft_window_promise_anew (FtWindow *self)
{
  g_return_if_fail (FT_IS_WINDOW (self));
  g_action_group_activate_action (G_ACTION_GROUP (self), "promise-anew", NULL);
}

void
ft_window_they_called (FtWindow *self)
{
  g_return_if_fail (FT_IS_WINDOW (self));
  g_action_group_activate_action (G_ACTION_GROUP (self), "they-called", NULL);
}

void
ft_window_add_lead (FtWindow *self)
{
  g_return_if_fail (FT_IS_WINDOW (self));
  open_form (self, NULL);
}

void
ft_window_say (FtWindow *self, const char *message)
{
  g_return_if_fail (FT_IS_WINDOW (self));
  g_return_if_fail (message != NULL);
  show_toast (self, message, FALSE);
}

void
ft_window_warn (FtWindow *self, const char *message)
{
  g_return_if_fail (FT_IS_WINDOW (self));
  g_return_if_fail (message != NULL);
  show_failure (self, message);
}

void
ft_window_import (FtWindow *self, GFile *file)
{
  g_return_if_fail (FT_IS_WINDOW (self));
  ft_import_leads (GTK_WINDOW (self), ft_desk_get_store (self->desk), file);
}
