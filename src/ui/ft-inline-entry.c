#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-inline-entry.h"

#include <glib/gi18n-lib.h>

struct _FtInlineEntry
{
  GtkWidget parent_instance;

  char *title;
  char *placeholder;
  char *text; /* as saved */
  char *sent; /* what "save" was last asked to save, until it is settled */
  gint64 subject;
  GHashTable *drafts; /* owned, gint64 → char *, typed for records not shown and not saved */

  /* template children */
  GtkWidget *button;
  GtkLabel *label;
  GtkWidget *entry;
  GtkLabel *error;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_PLACEHOLDER,
  PROP_TEXT,
  N_PROPS
};

enum
{
  SAVE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtInlineEntry, ft_inline_entry, GTK_TYPE_WIDGET)

static void
update_label (FtInlineEntry *self)
{
  gboolean empty = self->text[0] == '\0';
  g_autofree char *name = NULL;

  gtk_label_set_text (self->label, empty ? self->placeholder : self->text);
  if (empty)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dim-label");

  /* Translators: the name of a field and what is in it, for a screen reader. */
  name = empty ? g_strdup (self->placeholder)
               : g_strdup_printf (C_ ("field", "%1$s: %2$s"), self->title, self->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
set_error (FtInlineEntry *self, const char *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_entry (FtInlineEntry *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_set_visible (self->entry, TRUE);
  gtk_widget_set_visible (self->button, FALSE);
}

static void
show_label (FtInlineEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->entry);

  set_error (self, NULL);
  gtk_widget_set_visible (self->button, TRUE);
  if (had_focus)
    gtk_widget_grab_focus (self->button);
  gtk_widget_set_visible (self->entry, FALSE);
}

static void
save (FtInlineEntry *self)
{
  g_autofree char *text = NULL;

  g_assert (FT_IS_INLINE_ENTRY (self));

  if (!ft_inline_entry_get_editing (self))
    return;
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (g_strcmp0 (text, self->sent) == 0)
    return; /* Enter, and then the focus leaves: once is enough */
  if (g_str_equal (text, self->text))
    {
      show_label (self);
      return;
    }
  g_free (self->sent);
  self->sent = g_strdup (text);
  set_error (self, NULL);
  g_signal_emit (self, signals[SAVE], 0, text);
}

static void
leave_cb (FtInlineEntry *self)
{
  g_assert (FT_IS_INLINE_ENTRY (self));

  save (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                FtInlineEntry *self)
{
  g_assert (FT_IS_INLINE_ENTRY (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->text);
  show_label (self);
  return GDK_EVENT_STOP;
}

static gboolean
ft_inline_entry_grab_focus (GtkWidget *widget)
{
  FtInlineEntry *self = FT_INLINE_ENTRY (widget);

  return gtk_widget_grab_focus (ft_inline_entry_get_editing (self) ? self->entry : self->button);
}

static void
ft_inline_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtInlineEntry *self = FT_INLINE_ENTRY (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_inline_entry_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  FtInlineEntry *self = FT_INLINE_ENTRY (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->title != NULL ? self->title : "", -1);
      break;
    case PROP_PLACEHOLDER:
      g_free (self->placeholder);
      self->placeholder = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_inline_entry_constructed (GObject *object)
{
  G_OBJECT_CLASS (ft_inline_entry_parent_class)->constructed (object);

  update_label (FT_INLINE_ENTRY (object));
}

static void
ft_inline_entry_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ft_inline_entry_parent_class)->dispose (object);
}

static void
ft_inline_entry_finalize (GObject *object)
{
  FtInlineEntry *self = FT_INLINE_ENTRY (object);

  g_free (self->title);
  g_free (self->placeholder);
  g_free (self->text);
  g_free (self->sent);
  g_hash_table_unref (self->drafts);

  G_OBJECT_CLASS (ft_inline_entry_parent_class)->finalize (object);
}

static void
ft_inline_entry_class_init (FtInlineEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ft_inline_entry_get_property;
  object_class->set_property = ft_inline_entry_set_property;
  object_class->constructed = ft_inline_entry_constructed;
  object_class->dispose = ft_inline_entry_dispose;
  object_class->finalize = ft_inline_entry_finalize;
  widget_class->grab_focus = ft_inline_entry_grab_focus;

  properties[PROP_TITLE] = g_param_spec_string (
      "title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER]
      = g_param_spec_string ("placeholder", NULL, NULL, "",
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] = g_param_spec_string (
      "text", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SAVE] = g_signal_new ("save", FT_TYPE_INLINE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-inline-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, FtInlineEntry, button);
  gtk_widget_class_bind_template_child (widget_class, FtInlineEntry, label);
  gtk_widget_class_bind_template_child (widget_class, FtInlineEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, FtInlineEntry, error);
  gtk_widget_class_bind_template_callback (widget_class, ft_inline_entry_edit);
  gtk_widget_class_bind_template_callback (widget_class, save);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
ft_inline_entry_init (FtInlineEntry *self)
{
  self->text = g_strdup ("");
  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ft_inline_entry_new (const char *title, const char *placeholder)
{
  return g_object_new (FT_TYPE_INLINE_ENTRY, "title", title, "placeholder", placeholder, NULL);
}

/* Puts away what is being typed for the record shown, to take it up when it is shown again. */
static void
put_away (FtInlineEntry *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (!ft_inline_entry_get_editing (self))
    return;
  if (!g_str_equal (typed, self->text))
    g_hash_table_replace (self->drafts, g_memdup2 (&self->subject, sizeof self->subject),
                          g_strdup (typed));
  g_clear_pointer (&self->sent, g_free);
  show_label (self);
}

void
ft_inline_entry_set (FtInlineEntry *self, gint64 subject, const char *text)
{
  const char *draft = NULL;

  g_return_if_fail (FT_IS_INLINE_ENTRY (self));
  g_return_if_fail (text != NULL);

  if (subject != self->subject)
    {
      put_away (self);
      self->subject = subject;
      draft = g_hash_table_lookup (self->drafts, &subject);
    }
  if (!g_str_equal (text, self->text))
    {
      g_free (self->text);
      self->text = g_strdup (text);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
    }
  update_label (self);
  if (draft != NULL)
    {
      show_entry (self, draft);
      set_error (self, _ ("Not saved yet. Press Enter to save it."));
      g_hash_table_remove (self->drafts, &subject);
    }
}

gint64
ft_inline_entry_get_subject (FtInlineEntry *self)
{
  g_return_val_if_fail (FT_IS_INLINE_ENTRY (self), 0);

  return self->subject;
}

const char *
ft_inline_entry_get_text (FtInlineEntry *self)
{
  g_return_val_if_fail (FT_IS_INLINE_ENTRY (self), "");

  return self->text;
}

gboolean
ft_inline_entry_get_editing (FtInlineEntry *self)
{
  g_return_val_if_fail (FT_IS_INLINE_ENTRY (self), FALSE);

  return gtk_widget_get_visible (self->entry);
}

void
ft_inline_entry_edit (FtInlineEntry *self)
{
  g_return_if_fail (FT_IS_INLINE_ENTRY (self));

  if (!ft_inline_entry_get_editing (self))
    show_entry (self, self->text);
  gtk_widget_grab_focus (self->entry);
}

/* Whether there is more in the entry by now than what was @sent to be saved. */
static gboolean
has_typed_on (FtInlineEntry *self, const char *sent)
{
  g_autofree char *typed
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  return ft_inline_entry_get_editing (self) && !g_str_equal (typed, sent);
}

void
ft_inline_entry_settle (FtInlineEntry *self, gint64 subject, const char *message)
{
  g_autofree char *sent = NULL;
  gboolean typed_on;

  g_return_if_fail (FT_IS_INLINE_ENTRY (self));

  if (subject != self->subject)
    {
      /* A draft was put away when another record was shown: saved now, it is none any more. */
      if (message == NULL)
        g_hash_table_remove (self->drafts, &subject);
      return;
    }
  sent = g_steal_pointer (&self->sent);
  typed_on = sent != NULL && has_typed_on (self, sent);
  if (message != NULL)
    {
      set_error (self, message);
      return;
    }
  if (sent != NULL && !g_str_equal (sent, self->text))
    {
      g_free (self->text);
      self->text = g_steal_pointer (&sent);
      update_label (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
    }
  if (!typed_on)
    show_label (self);
}

void
ft_inline_entry_saved (gpointer self, gint64 subject, const GError *error)
{
  ft_inline_entry_settle (FT_INLINE_ENTRY (self), subject, error != NULL ? error->message : NULL);
}

GtkEntry *
ft_inline_entry_get_entry (FtInlineEntry *self)
{
  g_return_val_if_fail (FT_IS_INLINE_ENTRY (self), NULL);

  return GTK_ENTRY (self->entry);
}
