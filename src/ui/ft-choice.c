#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-choice.h"

struct _FtChoice
{
  GtkWidget parent_instance;

  GtkWidget *title;   /* child */
  GtkWidget *buttons; /* child, a linked box */
  guint first;        /* the number of the first button */
  guint chosen;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtChoice, ft_choice, GTK_TYPE_WIDGET)

static void
update_buttons (FtChoice *self)
{
  GtkWidget *button = gtk_widget_get_first_child (self->buttons);

  for (guint i = self->first; button != NULL; i++, button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == self->chosen);
}

static void
clicked_cb (GtkToggleButton *clicked, FtChoice *self)
{
  GtkWidget *button = gtk_widget_get_first_child (self->buttons);
  guint i = self->first;

  g_assert (FT_IS_CHOICE (self));

  for (; button != GTK_WIDGET (clicked); button = gtk_widget_get_next_sibling (button))
    i++;
  self->chosen = i == self->chosen ? 0 : i;
  update_buttons (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_title (FtChoice *self, const char *title)
{
  gtk_label_set_text (GTK_LABEL (self->title), title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
}

static void
ft_choice_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (FT_CHOICE (object)->title)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_choice_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      set_title (FT_CHOICE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_choice_dispose (GObject *object)
{
  FtChoice *self = FT_CHOICE (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->buttons, gtk_widget_unparent);

  G_OBJECT_CLASS (ft_choice_parent_class)->dispose (object);
}

static void
ft_choice_class_init (FtChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_choice_dispose;
  object_class->get_property = ft_choice_get_property;
  object_class->set_property = ft_choice_set_property;

  props[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_choice_init (FtChoice *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->title = gtk_label_new ("");
  gtk_widget_add_css_class (self->title, "caption");
  gtk_widget_add_css_class (self->title, "dim-label");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->buttons, "linked");
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
}

GtkWidget *
ft_choice_new (void)
{
  return g_object_new (FT_TYPE_CHOICE, NULL);
}

/**
 * ft_choice_set_options:
 * @options: (array zero-terminated=1): in the user's language
 * @first: the number of the first one, 0 or 1
 */
void
ft_choice_set_options (FtChoice *self, const char *const *options, guint first)
{
  GtkWidget *button;

  g_return_if_fail (FT_IS_CHOICE (self));

  while ((button = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), button);
  self->first = first;
  self->chosen = 0;
  for (gsize i = 0; options[i] != NULL; i++)
    {
      button = gtk_toggle_button_new_with_label (options[i]);
      gtk_widget_add_css_class (button, "choice");
      g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
      gtk_box_append (GTK_BOX (self->buttons), button);
    }
  update_buttons (self);
}

guint
ft_choice_get_chosen (FtChoice *self)
{
  g_return_val_if_fail (FT_IS_CHOICE (self), 0);

  return self->chosen;
}

void
ft_choice_set_chosen (FtChoice *self, guint chosen)
{
  g_return_if_fail (FT_IS_CHOICE (self));

  self->chosen = chosen;
  update_buttons (self);
}
