#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-history-row.h"

#include "core/ft-gestures.h"

#include <glib/gi18n-lib.h>

struct _FtHistoryRow
{
  GtkWidget parent_instance;

  FtCardEditor *editor_of_card; /* owned */
  FtHistoryItem *item;          /* owned */

  /* template children */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *when;
  GtkLabel *text;
  GtkWidget *editor;
  GtkDropDown *outcome;
  GtkEditable *heard;
  GtkEditable *asked_for;
  GtkEditable *notes;
  GtkLabel *error;
  GtkToggleButton *edit;
};

G_DEFINE_FINAL_TYPE (FtHistoryRow, ft_history_row, GTK_TYPE_WIDGET)

/* The outcomes in the drop-down, in its order: they are the first ones of FtOutcome. */
#define N_CORRECTABLE (FT_OUTCOME_THEY_WILL_CALL + 1)

static void
set_error (FtHistoryRow *self, const char *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static void
edit_toggled_cb (FtHistoryRow *self)
{
  FtContactData *contact = ft_history_item_get_contact (self->item);
  gboolean editing = gtk_toggle_button_get_active (self->edit);

  g_assert (FT_IS_HISTORY_ROW (self));

  gtk_widget_set_visible (self->editor, editing);
  if (!editing || contact == NULL)
    return;
  set_error (self, NULL);
  /* What only a sale or a definite no may say is not corrected by the way. */
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), contact->outcome < N_CORRECTABLE);
  if (contact->outcome < N_CORRECTABLE)
    gtk_drop_down_set_selected (self->outcome, contact->outcome);
  gtk_editable_set_text (self->heard, contact->heard);
  gtk_editable_set_text (self->asked_for, contact->asked_for);
  gtk_editable_set_text (self->notes, contact->notes);
  gtk_widget_grab_focus (GTK_WIDGET (self->heard));
}

static void
saved_cb (gpointer owner, gint64 subject, const GError *error)
{
  FtHistoryRow *self = owner;

  if (error != NULL)
    set_error (self, error->message);
  else
    gtk_toggle_button_set_active (self->edit, FALSE);
}

static void
take_text (char **member, GtkEditable *from)
{
  g_free (*member);
  *member = g_strstrip (g_strdup (gtk_editable_get_text (from)));
}

static void
save_cb (FtHistoryRow *self)
{
  g_autoptr (FtContactData) contact = NULL;
  g_autoptr (FtEdit) edit = NULL;

  g_assert (FT_IS_HISTORY_ROW (self));

  contact = ft_contact_data_copy (ft_history_item_get_contact (self->item));
  take_text (&contact->heard, self->heard);
  take_text (&contact->asked_for, self->asked_for);
  take_text (&contact->notes, self->notes);
  if (gtk_widget_get_visible (GTK_WIDGET (self->outcome)))
    contact->outcome = gtk_drop_down_get_selected (self->outcome);
  if (ft_contact_data_equal (contact, ft_history_item_get_contact (self->item)))
    {
      gtk_toggle_button_set_active (self->edit, FALSE);
      return;
    }
  edit = ft_gesture_edit_contact (contact);
  ft_card_editor_apply (self->editor_of_card, edit, FALSE, contact->id, self, saved_cb);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                FtHistoryRow *self)
{
  g_assert (FT_IS_HISTORY_ROW (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_toggle_button_set_active (self->edit, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->edit));
  return GDK_EVENT_STOP;
}

static void
show_item (FtHistoryRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;
  g_autofree char *icon_name = NULL;

  g_object_get (self->item, "title", &title, "when", &when, "text", &text, "icon-name", &icon_name,
                NULL);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->when, when);
  gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL && text[0] != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->edit),
                          ft_history_item_get_contact (self->item) != NULL);
}

static void
ft_history_row_dispose (GObject *object)
{
  FtHistoryRow *self = FT_HISTORY_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor_of_card);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (ft_history_row_parent_class)->dispose (object);
}

static void
ft_history_row_class_init (FtHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_history_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FtHistoryRow, icon);
  gtk_widget_class_bind_template_child (widget_class, FtHistoryRow, title);
  gtk_widget_class_bind_template_child (widget_class, FtHistoryRow, when);
  gtk_widget_class_bind_template_child (widget_class, FtHistoryRow, text);
  gtk_widget_class_bind_template_child (widget_class, FtHistoryRow, editor);
  gtk_widget_class_bind_template_child (widget_class, FtHistoryRow, outcome);
  gtk_widget_class_bind_template_child (widget_class, FtHistoryRow, heard);
  gtk_widget_class_bind_template_child (widget_class, FtHistoryRow, asked_for);
  gtk_widget_class_bind_template_child (widget_class, FtHistoryRow, notes);
  gtk_widget_class_bind_template_child (widget_class, FtHistoryRow, error);
  gtk_widget_class_bind_template_child (widget_class, FtHistoryRow, edit);
  gtk_widget_class_bind_template_callback (widget_class, edit_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
ft_history_row_init (FtHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ft_history_row_new:
 * @item: immutable: what is corrected comes back as another item, and another row
 */
GtkWidget *
ft_history_row_new (FtCardEditor *editor, FtHistoryItem *item)
{
  FtHistoryRow *self;

  g_return_val_if_fail (FT_IS_CARD_EDITOR (editor), NULL);
  g_return_val_if_fail (FT_IS_HISTORY_ITEM (item), NULL);

  self = g_object_new (FT_TYPE_HISTORY_ROW, NULL);
  self->editor_of_card = g_object_ref (editor);
  self->item = g_object_ref (item);
  show_item (self);
  return GTK_WIDGET (self);
}
