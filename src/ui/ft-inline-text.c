#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-inline-text.h"

#include <glib/gi18n-lib.h>

struct _FtInlineText
{
  GtkWidget parent_instance;

  char *text; /* as saved */
  char *sent; /* what "save" was last asked to save, until it is settled */
  gint64 subject;
  GHashTable *drafts; /* owned, gint64 → char *, typed for records not shown and not saved */

  /* template children */
  GtkTextView *view;
  GtkLabel *error;
};

enum
{
  SAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtInlineText, ft_inline_text, GTK_TYPE_WIDGET)

static char *
dup_typed (FtInlineText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Leaves the buffer, its cursor and its own undo alone when it has the text already. */
static void
show_text (FtInlineText *self, const char *text)
{
  g_autofree char *typed = dup_typed (self);

  if (!g_str_equal (typed, text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}

static void
set_error (FtInlineText *self, const char *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static void
save (FtInlineText *self)
{
  g_autofree char *typed = dup_typed (self);

  if (g_str_equal (typed, self->text) || g_strcmp0 (typed, self->sent) == 0)
    return;
  g_free (self->sent);
  self->sent = g_strdup (typed);
  set_error (self, NULL);
  g_signal_emit (self, signals[SAVE], 0, typed);
}

static void
leave_cb (FtInlineText *self)
{
  g_assert (FT_IS_INLINE_TEXT (self));

  save (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                FtInlineText *self)
{
  g_assert (FT_IS_INLINE_TEXT (self));

  if (keyval == GDK_KEY_Escape)
    {
      show_text (self, self->text);
      set_error (self, NULL);
      return GDK_EVENT_STOP;
    }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    {
      save (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
ft_inline_text_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ft_inline_text_parent_class)->dispose (object);
}

static void
ft_inline_text_finalize (GObject *object)
{
  FtInlineText *self = FT_INLINE_TEXT (object);

  g_free (self->text);
  g_free (self->sent);
  g_hash_table_unref (self->drafts);

  G_OBJECT_CLASS (ft_inline_text_parent_class)->finalize (object);
}

static void
ft_inline_text_class_init (FtInlineTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_inline_text_dispose;
  object_class->finalize = ft_inline_text_finalize;

  signals[SAVE] = g_signal_new ("save", FT_TYPE_INLINE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-inline-text.ui");
  gtk_widget_class_bind_template_child (widget_class, FtInlineText, view);
  gtk_widget_class_bind_template_child (widget_class, FtInlineText, error);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
ft_inline_text_init (FtInlineText *self)
{
  self->text = g_strdup ("");
  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ft_inline_text_set (FtInlineText *self, gint64 subject, const char *text)
{
  g_autofree char *typed = NULL;
  gboolean changed;

  g_return_if_fail (FT_IS_INLINE_TEXT (self));
  g_return_if_fail (text != NULL);

  typed = dup_typed (self);
  changed = !g_str_equal (typed, self->text);
  if (subject != self->subject)
    {
      const char *draft;

      if (changed)
        g_hash_table_replace (self->drafts, g_memdup2 (&self->subject, sizeof self->subject),
                              g_steal_pointer (&typed));
      g_clear_pointer (&self->sent, g_free);
      self->subject = subject;
      draft = g_hash_table_lookup (self->drafts, &subject);
      show_text (self, draft != NULL ? draft : text);
      set_error (self, draft != NULL ? _ ("Not saved yet. Press Ctrl+Enter to save it.") : NULL);
      g_hash_table_remove (self->drafts, &subject);
    }
  else if (!changed)
    show_text (self, text);
  g_free (self->text);
  self->text = g_strdup (text);
}

gint64
ft_inline_text_get_subject (FtInlineText *self)
{
  g_return_val_if_fail (FT_IS_INLINE_TEXT (self), 0);

  return self->subject;
}

void
ft_inline_text_settle (FtInlineText *self, gint64 subject, const char *message)
{
  g_autofree char *sent = NULL;

  g_return_if_fail (FT_IS_INLINE_TEXT (self));

  if (subject != self->subject)
    {
      if (message == NULL)
        g_hash_table_remove (self->drafts, &subject);
      return;
    }
  sent = g_steal_pointer (&self->sent);
  set_error (self, message);
  if (message == NULL && sent != NULL)
    {
      g_free (self->text);
      self->text = g_steal_pointer (&sent);
    }
}

void
ft_inline_text_saved (gpointer self, gint64 subject, const GError *error)
{
  ft_inline_text_settle (FT_INLINE_TEXT (self), subject, error != NULL ? error->message : NULL);
}
