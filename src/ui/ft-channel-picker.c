#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-channel-picker.h"

#include "ui/ft-icons.h"

#include <glib/gi18n-lib.h>

#define N_CHANNELS FT_CHANNEL_POST

struct _FtChannelPicker
{
  GtkWidget parent_instance;

  FtChannel channel;
  GtkToggleButton *buttons[N_CHANNELS]; /* children: FT_CHANNEL_PHONE and on */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtChannelPicker, ft_channel_picker, GTK_TYPE_WIDGET)

static void
clicked_cb (GtkToggleButton *button, FtChannelPicker *self)
{
  g_assert (FT_IS_CHANNEL_PICKER (self));

  for (guint i = 0; i < N_CHANNELS; i++)
    if (self->buttons[i] == button)
      ft_channel_picker_set_channel (self, FT_CHANNEL_PHONE + i);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ft_channel_picker_dispose (GObject *object)
{
  FtChannelPicker *self = FT_CHANNEL_PICKER (object);

  for (guint i = 0; i < N_CHANNELS; i++)
    {
      if (self->buttons[i] != NULL)
        gtk_widget_unparent (GTK_WIDGET (self->buttons[i]));
      self->buttons[i] = NULL;
    }

  G_OBJECT_CLASS (ft_channel_picker_parent_class)->dispose (object);
}

static void
ft_channel_picker_class_init (FtChannelPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_channel_picker_dispose;

  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_CHANNEL_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_channel_picker_init (FtChannelPicker *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Channel"), -1);
  for (guint i = 0; i < N_CHANNELS; i++)
    {
      FtChannel channel = FT_CHANNEL_PHONE + i;
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_button_set_icon_name (GTK_BUTTON (button), ft_icon_for_channel (channel));
      gtk_widget_set_tooltip_text (button, ft_name_of_channel (channel));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      ft_name_of_channel (channel), -1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
    }
}

GtkWidget *
ft_channel_picker_new (void)
{
  return g_object_new (FT_TYPE_CHANNEL_PICKER, NULL);
}

FtChannel
ft_channel_picker_get_channel (FtChannelPicker *self)
{
  g_return_val_if_fail (FT_IS_CHANNEL_PICKER (self), FT_CHANNEL_NONE);

  return self->channel;
}

/**
 * ft_channel_picker_set_channel:
 *
 * Chooses without emitting "changed".
 */
void
ft_channel_picker_set_channel (FtChannelPicker *self, FtChannel channel)
{
  g_return_if_fail (FT_IS_CHANNEL_PICKER (self));

  self->channel = channel;
  for (guint i = 0; i < N_CHANNELS; i++)
    gtk_toggle_button_set_active (self->buttons[i], FT_CHANNEL_PHONE + i == channel);
}
