#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-promise-line.h"

#include "core/ft-gestures.h"
#include "core/ft-when.h"
#include "ui/ft-icons.h"
#include "ui/ft-reschedule.h"

#include <glib/gi18n-lib.h>

struct _FtPromiseLine
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  gint64 id;

  /* template children */
  GtkImage *icon;
  GtkLabel *when;
  GtkLabel *purpose;
  GtkToggleButton *change;
  FtReschedule *reschedule;
};

G_DEFINE_FINAL_TYPE (FtPromiseLine, ft_promise_line, GTK_TYPE_WIDGET)

static void
change_toggled_cb (FtPromiseLine *self)
{
  g_assert (FT_IS_PROMISE_LINE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->reschedule),
                          gtk_toggle_button_get_active (self->change));
  if (!gtk_toggle_button_get_active (self->change))
    return;
  ft_reschedule_start (self->reschedule, self->editor, self->id);
  gtk_widget_grab_focus (GTK_WIDGET (self->reschedule));
}

static void
done_cb (FtPromiseLine *self)
{
  g_assert (FT_IS_PROMISE_LINE (self));

  gtk_toggle_button_set_active (self->change, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->change));
}

static void
cancel_clicked_cb (FtPromiseLine *self)
{
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtEdit) edit = NULL;

  g_assert (FT_IS_PROMISE_LINE (self));

  promise = ft_card_editor_dup_promise (self->editor, self->id);
  if (promise == NULL)
    return;
  edit = ft_gesture_cancel_promise (promise, ft_card_editor_now (self->editor));
  ft_card_editor_apply (self->editor, edit, FALSE, self->id, NULL, NULL);
}

static void
ft_promise_line_dispose (GObject *object)
{
  FtPromiseLine *self = FT_PROMISE_LINE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_promise_line_parent_class)->dispose (object);
}

static void
ft_promise_line_class_init (FtPromiseLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_promise_line_dispose;

  g_type_ensure (FT_TYPE_RESCHEDULE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-promise-line.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseLine, icon);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseLine, when);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseLine, purpose);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseLine, change);
  gtk_widget_class_bind_template_child (widget_class, FtPromiseLine, reschedule);
  gtk_widget_class_bind_template_callback (widget_class, change_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
ft_promise_line_init (FtPromiseLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ft_promise_line_new (FtCardEditor *editor)
{
  FtPromiseLine *self = g_object_new (FT_TYPE_PROMISE_LINE, NULL);

  self->editor = g_object_ref (editor);
  return GTK_WIDGET (self);
}

/**
 * ft_promise_line_set_promise:
 * @promise: shown as it is now; another time being chosen for it stays open
 */
void
ft_promise_line_set_promise (FtPromiseLine *self, FtPromiseData *promise)
{
  g_autofree char *when = NULL;
  const char *icon;

  g_return_if_fail (FT_IS_PROMISE_LINE (self));
  g_return_if_fail (promise != NULL);

  if (promise->id != self->id)
    gtk_toggle_button_set_active (self->change, FALSE);
  self->id = promise->id;
  when = ft_when_format (promise->promised, ft_card_editor_now_in (self->editor, promise->zone));
  if (ft_promise_data_is_late (promise, ft_card_editor_now (self->editor)))
    {
      /* Translators: a promise that was missed; %s is its day and time. */
      char *late = g_strdup_printf (_ ("Late: %s"), when);

      g_free (when);
      when = late;
      gtk_widget_add_css_class (GTK_WIDGET (self->when), "late");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->when), "late");
  icon = ft_icon_for_channel (promise->channel);
  gtk_image_set_from_icon_name (self->icon, icon != NULL ? icon : "ft-promise-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), ft_name_of_channel (promise->channel));
  gtk_label_set_text (self->when, when);
  gtk_label_set_text (self->purpose, promise->purpose);
  gtk_widget_set_visible (GTK_WIDGET (self->purpose), promise->purpose[0] != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, when, -1);
}

gint64
ft_promise_line_get_id (FtPromiseLine *self)
{
  g_return_val_if_fail (FT_IS_PROMISE_LINE (self), 0);

  return self->id;
}
