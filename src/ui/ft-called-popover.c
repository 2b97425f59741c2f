#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-called-popover.h"

#include "core/ft-gestures.h"
#include "core/ft-outcomes.h"
#include "core/ft-phone.h"
#include "model/ft-request.h"

#include <glib/gi18n-lib.h>

#define MAX_LEADS 6
#define ENOUGH_DIGITS 5

struct _FtCalledPopover
{
  GtkPopover parent_instance;

  FtDesk *desk;       /* owned */
  FtRequest *finding; /* who is meant by what is typed */
  FtRequest *reading; /* the card of who was chosen */
  gboolean busy;      /* it is being saved: pressing twice logs once */

  GtkWidget *entry;
  GtkListBox *list;
  GtkLabel *error;
};

enum
{
  SHOW_LEAD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtCalledPopover, ft_called_popover, GTK_TYPE_POPOVER)

static char *
dup_text (FtCalledPopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
set_error (FtCalledPopover *self, const char *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

/* --- Logging --- */

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtCalledPopover) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_desk_apply_finish (FT_DESK (source), result, &error);

  self->busy = FALSE;
  if (change == NULL)
    {
      set_error (self, error->message);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SHOW_LEAD], 0, change->lead_id);
}

static FtPromiseData *
make_callback (FtCalledPopover *self, const FtLeadCard *card)
{
  return ft_outcome_new_promise (card, FT_OUTCOME_THEY_CALLED, FT_CHANNEL_PHONE, 0,
                                 ft_desk_get_settings (self->desk),
                                 ft_clock_civil (ft_desk_get_clock (self->desk)), "");
}

static FtContactData *
make_contact (FtCalledPopover *self, gint64 lead_id)
{
  return ft_contact_data_new (lead_id, ft_clock_now (ft_desk_get_clock (self->desk)),
                              FT_CHANNEL_PHONE, FT_OUTCOME_THEY_CALLED);
}

static void
apply (FtCalledPopover *self, FtEdit *edit)
{
  self->busy = TRUE;
  set_error (self, NULL);
  ft_desk_apply (self->desk, edit, FALSE, applied_cb, g_object_ref (self));
}

static void
log_known (FtCalledPopover *self, FtLeadCard *card)
{
  FtClock *clock = ft_desk_get_clock (self->desk);
  g_autoptr (FtPromiseData) next = make_callback (self, card);
  g_autoptr (FtContactData) contact = make_contact (self, card->lead->id);
  g_autoptr (FtEdit) edit = ft_gesture_log_outcome (
      card, NULL, contact, next, "", "", ft_clock_now (clock), ft_clock_get_zone (clock));

  apply (self, edit);
}

/* Who is not known yet is known by their number, if that was typed. */
static void
log_new (FtCalledPopover *self, const char *text)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new (text);
  g_autoptr (FtLeadCard) card = ft_lead_card_new (lead);
  g_autoptr (FtPromiseData) next = make_callback (self, card);
  g_autoptr (FtContactData) contact = make_contact (self, 0);
  g_autofree char *digits = ft_phone_key (text);
  g_autoptr (FtEdit) edit = NULL;

  if (strlen (digits) >= ENOUGH_DIGITS)
    g_ptr_array_add (lead->phones, ft_reach_new ("", text));
  edit = ft_gesture_add_lead (lead, next, ft_clock_now (ft_desk_get_clock (self->desk)));
  contact->direction = FT_DIRECTION_IN;
  contact->lead_id = ((FtLeadData *) g_ptr_array_index (ft_edit_get_leads (edit), 0))->id;
  contact->id = ft_edit_new_id (edit);
  ft_edit_put_contact (edit, contact);
  apply (self, edit);
}

static void
card_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FtLeadCard) card = ft_store_read_card_finish (FT_STORE (source), result, &error);
  g_autoptr (FtCalledPopover) self = ft_request_finish (data);

  if (self == NULL)
    return;
  if (card != NULL)
    log_known (self, card);
  else
    set_error (self, error != NULL ? error->message : _ ("This lead is not there any more."));
}

static void
row_activated_cb (FtCalledPopover *self, GtkListBoxRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "lead-id");
  g_autofree char *text = dup_text (self);
  FtRequest *request;

  g_assert (FT_IS_CALLED_POPOVER (self));

  if (self->busy)
    return;
  if (id == NULL)
    {
      log_new (self, text);
      return;
    }
  request = ft_request_start (&self->reading, G_OBJECT (self));
  ft_store_read_card_async (ft_desk_get_store (self->desk), *id, FT_CARD_CONTACTS,
                            ft_request_get_cancellable (request), card_cb, request);
}

/* --- Finding --- */

static void
add_row (FtCalledPopover *self, gint64 id, const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (id != 0)
    g_object_set_data_full (G_OBJECT (row), "lead-id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (self->list, row);
}

static void
show_found (FtCalledPopover *self, GPtrArray *rows)
{
  g_autofree char *text = dup_text (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      FtLeadRow *found = g_ptr_array_index (rows, i);
      g_autofree char *words = NULL;

      if (found == NULL)
        continue;
      words = found->lead->company[0] != '\0'
                  ? g_strdup_printf ("%s · %s", found->lead->name, found->lead->company)
                  : g_strdup (found->lead->name);
      add_row (self, found->lead->id, words);
    }
  if (text[0] != '\0')
    {
      /* Translators: %s is a name or a number. */
      g_autofree char *words = g_strdup_printf (_ ("New lead “%s”"), text);

      add_row (self, 0, words);
    }
}

static void
rows_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ft_store_read_rows_finish (FT_STORE (source), result, &error);
  g_autoptr (FtCalledPopover) self = ft_request_finish (data);

  if (self == NULL)
    return;
  set_error (self, error != NULL ? error->message : NULL);
  show_found (self, rows);
}

static void
ids_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ft_store_query_leads_finish (FT_STORE (source), result, &error);
  g_autoptr (FtCalledPopover) self = ft_request_finish (data);
  FtRequest *request;

  if (self == NULL)
    return;
  set_error (self, error != NULL ? error->message : NULL);
  if (ids == NULL || ids->len == 0)
    {
      show_found (self, NULL);
      return;
    }
  request = ft_request_start (&self->finding, G_OBJECT (self));
  ft_store_read_rows_async (FT_STORE (source), (const gint64 *) (gpointer) ids->data, ids->len,
                            ft_request_get_cancellable (request), rows_cb, request);
}

static void
text_changed_cb (FtCalledPopover *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (FtLeadQuery) query
      = ft_lead_query_new (FT_FILTER_ALL, ft_desk_get_bounds (self->desk), text);
  FtRequest *request;

  g_assert (FT_IS_CALLED_POPOVER (self));

  if (text[0] == '\0')
    {
      ft_request_drop (&self->finding);
      show_found (self, NULL);
      return;
    }
  request = ft_request_start (&self->finding, G_OBJECT (self));
  ft_store_query_leads_async (ft_desk_get_store (self->desk), query, MAX_LEADS,
                              ft_request_get_cancellable (request), ids_cb, request);
}

/* Enter takes the first. */
static void
activate_cb (FtCalledPopover *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  g_assert (FT_IS_CALLED_POPOVER (self));

  if (first != NULL)
    row_activated_cb (self, first);
}

static void
ft_called_popover_show (GtkWidget *widget)
{
  FtCalledPopover *self = FT_CALLED_POPOVER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  show_found (self, NULL);
  set_error (self, NULL);
  GTK_WIDGET_CLASS (ft_called_popover_parent_class)->show (widget);
  gtk_widget_grab_focus (self->entry);
}

static void
ft_called_popover_dispose (GObject *object)
{
  FtCalledPopover *self = FT_CALLED_POPOVER (object);

  ft_request_drop (&self->finding);
  ft_request_drop (&self->reading);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_called_popover_parent_class)->dispose (object);
}

static void
ft_called_popover_class_init (FtCalledPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_called_popover_dispose;
  GTK_WIDGET_CLASS (klass)->show = ft_called_popover_show;

  signals[SHOW_LEAD] = g_signal_new ("show-lead", FT_TYPE_CALLED_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ft_called_popover_init (FtCalledPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_size_request (box, 280, -1);
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "search-delay", 30, "placeholder-text",
                _ ("Who called? Name or number"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who called"), -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->entry);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who it may be"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));

  self->error = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_wrap (self->error, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->error));
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
ft_called_popover_new (FtDesk *desk)
{
  FtCalledPopover *self;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_CALLED_POPOVER, NULL);
  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}
