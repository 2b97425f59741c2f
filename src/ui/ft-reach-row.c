#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-reach-row.h"

#include "core/ft-phone.h"
#include "ui/ft-icons.h"
#include "ui/ft-launch.h"

#include <glib/gi18n-lib.h>

struct _FtReachRow
{
  GtkWidget parent_instance;

  FtChannel channel;
  char *saved_value;
  char *saved_label;
  gboolean busy;

  /* template children */
  GtkWidget *quiet;
  GtkWidget *link;
  GtkImage *icon;
  GtkLabel *value_label;
  GtkLabel *label_label;
  GtkWidget *edit_button;
  GtkWidget *editor;
  GtkEditable *value;
  GtkEditable *label;
  GtkWidget *remove_button;
  GtkLabel *error;
};

enum
{
  SAVE,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtReachRow, ft_reach_row, GTK_TYPE_WIDGET)

static char *
dup_uri (FtReachRow *self, const char *value)
{
  return self->channel == FT_CHANNEL_EMAIL ? ft_mail_to_uri (value) : ft_phone_to_uri (value);
}

static void
say (FtReachRow *self, const char *message, gboolean error)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
  if (message != NULL && error)
    gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->error), "error");
}

static void
launch_failed_cb (gpointer owner, const char *message)
{
  say (owner, message, FALSE);
}

static void
link_clicked_cb (FtReachRow *self)
{
  g_autofree char *uri = NULL;

  g_assert (FT_IS_REACH_ROW (self));

  uri = dup_uri (self, self->saved_value);
  if (uri == NULL)
    {
      ft_reach_row_edit (self);
      return;
    }
  say (self, NULL, FALSE);
  ft_launch (GTK_WIDGET (self), uri, self, launch_failed_cb);
}

static void
stop_editing (FtReachRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->editor);

  say (self, NULL, FALSE);
  gtk_widget_set_visible (self->quiet, TRUE);
  if (had_focus)
    gtk_widget_grab_focus (self->edit_button);
  gtk_widget_set_visible (self->editor, FALSE);
}

static void
save (FtReachRow *self)
{
  g_autofree char *value = NULL;
  g_autofree char *label = NULL;
  g_autofree char *uri = NULL;

  g_assert (FT_IS_REACH_ROW (self));

  if (self->busy || !ft_reach_row_get_editing (self))
    return;
  value = g_strstrip (g_strdup (gtk_editable_get_text (self->value)));
  label = g_strstrip (g_strdup (gtk_editable_get_text (self->label)));
  if (g_str_equal (value, self->saved_value)
      && (value[0] == '\0' || g_str_equal (label, self->saved_label)))
    {
      stop_editing (self);
      if (value[0] == '\0')
        g_signal_emit (self, signals[CANCELLED], 0);
      return;
    }
  uri = dup_uri (self, value);
  if (uri == NULL && value[0] != '\0')
    {
      say (self,
           self->channel == FT_CHANNEL_EMAIL ? _ ("An e-mail address looks like name@example.com.")
                                             : _ ("A telephone number has digits in it."),
           TRUE);
      return;
    }
  self->busy = TRUE;
  g_signal_emit (self, signals[SAVE], 0, value, label);
}

static void
leave_cb (FtReachRow *self)
{
  g_assert (FT_IS_REACH_ROW (self));

  save (self);
}

static void
remove_clicked_cb (FtReachRow *self)
{
  g_assert (FT_IS_REACH_ROW (self));

  gtk_editable_set_text (self->value, "");
  save (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                FtReachRow *self)
{
  g_assert (FT_IS_REACH_ROW (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_editable_set_text (self->value, self->saved_value);
  gtk_editable_set_text (self->label, self->saved_label);
  stop_editing (self);
  if (self->saved_value[0] == '\0')
    g_signal_emit (self, signals[CANCELLED], 0);
  return GDK_EVENT_STOP;
}

static void
update (FtReachRow *self)
{
  g_autofree char *edit_name = NULL;
  g_autofree char *remove_name = NULL;
  gboolean email = self->channel == FT_CHANNEL_EMAIL;

  gtk_label_set_text (self->value_label, self->saved_value);
  gtk_label_set_text (self->label_label, self->saved_label);
  gtk_widget_set_tooltip_text (self->link,
                               email ? _ ("Write to this address") : _ ("Call this number"));
  /* Translators: %s is a telephone number or an e-mail address. */
  edit_name = g_strdup_printf (_ ("Edit %s"), self->saved_value);
  /* Translators: %s is a telephone number or an e-mail address. */
  remove_name = g_strdup_printf (_ ("Remove %s"), self->saved_value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->saved_value, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  edit_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove_name, -1);
}

static void
ft_reach_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ft_reach_row_parent_class)->dispose (object);
}

static void
ft_reach_row_finalize (GObject *object)
{
  FtReachRow *self = FT_REACH_ROW (object);

  g_free (self->saved_value);
  g_free (self->saved_label);

  G_OBJECT_CLASS (ft_reach_row_parent_class)->finalize (object);
}

static void
ft_reach_row_class_init (FtReachRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_reach_row_dispose;
  object_class->finalize = ft_reach_row_finalize;

  signals[SAVE] = g_signal_new ("save", FT_TYPE_REACH_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[CANCELLED] = g_signal_new ("cancelled", FT_TYPE_REACH_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-reach-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FtReachRow, quiet);
  gtk_widget_class_bind_template_child (widget_class, FtReachRow, link);
  gtk_widget_class_bind_template_child (widget_class, FtReachRow, icon);
  gtk_widget_class_bind_template_child (widget_class, FtReachRow, value_label);
  gtk_widget_class_bind_template_child (widget_class, FtReachRow, label_label);
  gtk_widget_class_bind_template_child (widget_class, FtReachRow, edit_button);
  gtk_widget_class_bind_template_child (widget_class, FtReachRow, editor);
  gtk_widget_class_bind_template_child (widget_class, FtReachRow, value);
  gtk_widget_class_bind_template_child (widget_class, FtReachRow, label);
  gtk_widget_class_bind_template_child (widget_class, FtReachRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, FtReachRow, error);
  gtk_widget_class_bind_template_callback (widget_class, link_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, ft_reach_row_edit);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, save);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
ft_reach_row_init (FtReachRow *self)
{
  self->saved_value = g_strdup ("");
  self->saved_label = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Numbers and addresses are written from left to right in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self->value_label), GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (GTK_WIDGET (self->value), GTK_TEXT_DIR_LTR);
}

GtkWidget *
ft_reach_row_new (FtChannel channel)
{
  FtReachRow *self = g_object_new (FT_TYPE_REACH_ROW, NULL);
  const char *name = channel == FT_CHANNEL_EMAIL ? _ ("E-mail address") : _ ("Telephone number");

  self->channel = channel;
  gtk_image_set_from_icon_name (self->icon, ft_icon_for_channel (channel));
  gtk_entry_set_input_purpose (GTK_ENTRY (self->value), channel == FT_CHANNEL_EMAIL
                                                            ? GTK_INPUT_PURPOSE_EMAIL
                                                            : GTK_INPUT_PURPOSE_PHONE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->value), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  update (self);
  return GTK_WIDGET (self);
}

FtChannel
ft_reach_row_get_channel (FtReachRow *self)
{
  g_return_val_if_fail (FT_IS_REACH_ROW (self), FT_CHANNEL_NONE);

  return self->channel;
}

void
ft_reach_row_set_reach (FtReachRow *self, const FtReach *reach)
{
  g_return_if_fail (FT_IS_REACH_ROW (self));

  g_free (self->saved_value);
  g_free (self->saved_label);
  self->saved_value = g_strdup (reach != NULL ? reach->value : "");
  self->saved_label = g_strdup (reach != NULL ? reach->label : "");
  update (self);
}

void
ft_reach_row_edit (FtReachRow *self)
{
  g_return_if_fail (FT_IS_REACH_ROW (self));

  if (!ft_reach_row_get_editing (self))
    {
      gtk_editable_set_text (self->value, self->saved_value);
      gtk_editable_set_text (self->label, self->saved_label);
      say (self, NULL, FALSE);
      gtk_widget_set_visible (self->editor, TRUE);
      gtk_widget_set_visible (self->quiet, FALSE);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->value));
}

gboolean
ft_reach_row_get_editing (FtReachRow *self)
{
  g_return_val_if_fail (FT_IS_REACH_ROW (self), FALSE);

  return gtk_widget_get_visible (self->editor);
}

gboolean
ft_reach_row_get_empty (FtReachRow *self)
{
  g_return_val_if_fail (FT_IS_REACH_ROW (self), FALSE);

  return self->saved_value[0] == '\0';
}

/**
 * ft_reach_row_settle:
 * @message: (nullable): why it is not saved, %NULL if it is
 */
void
ft_reach_row_settle (FtReachRow *self, const char *message)
{
  g_return_if_fail (FT_IS_REACH_ROW (self));

  self->busy = FALSE;
  if (message != NULL)
    {
      say (self, message, TRUE);
      return;
    }
  /* The card follows in a moment; until then this must not show what was before. */
  g_free (self->saved_value);
  g_free (self->saved_label);
  self->saved_value = g_strstrip (g_strdup (gtk_editable_get_text (self->value)));
  self->saved_label = g_strstrip (g_strdup (gtk_editable_get_text (self->label)));
  update (self);
  stop_editing (self);
}
