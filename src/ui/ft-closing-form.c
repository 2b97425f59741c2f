#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-closing-form.h"

#include "core/ft-ending.h"

struct _FtClosingForm
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  gboolean refused;     /* the user has tried, and was told why not */

  /* template children */
  GtkEditable *words;
  GtkLabel *reason;
  GtkEditable *override;
  GtkLabel *error;
};

enum
{
  SUBMIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtClosingForm, ft_closing_form, GTK_TYPE_WIDGET)

static FtEnding
check (FtClosingForm *self, int *missing)
{
  FtLeadCard *card = ft_card_editor_get_card (self->editor);
  g_autofree char *words = ft_closing_form_dup_words (self);
  g_autofree char *override = ft_closing_form_dup_override (self);

  return ft_ending_check (card, ft_desk_get_settings (ft_card_editor_get_desk (self->editor)),
                          words, override, missing);
}

/* Why not stands there only while it is so; the way around it stays once it was needed. */
static void
update (FtClosingForm *self)
{
  int missing = 0;
  FtEnding ending = check (self, &missing);
  g_autofree char *reason = ft_ending_words (ending, missing);
  gboolean told = ending != FT_ENDING_ALLOWED && (self->refused || ending == FT_ENDING_EXCUSE);

  gtk_label_set_text (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), told);
  gtk_widget_set_visible (GTK_WIDGET (self->override), self->refused);
}

static void
changed_cb (FtClosingForm *self)
{
  g_assert (FT_IS_CLOSING_FORM (self));

  if (self->editor != NULL && ft_card_editor_get_card (self->editor) != NULL)
    update (self);
}

static void
submit_cb (FtClosingForm *self)
{
  FtEnding ending;

  g_assert (FT_IS_CLOSING_FORM (self));

  if (ft_card_editor_get_card (self->editor) == NULL)
    return;
  ending = check (self, NULL);
  if (ending == FT_ENDING_ALLOWED)
    {
      g_signal_emit (self, signals[SUBMIT], 0);
      return;
    }
  self->refused = TRUE;
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (ending == FT_ENDING_TOO_FEW ? self->override : self->words));
}

static gboolean
ft_closing_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FT_CLOSING_FORM (widget)->words));
}

static void
ft_closing_form_dispose (GObject *object)
{
  FtClosingForm *self = FT_CLOSING_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_closing_form_parent_class)->dispose (object);
}

static void
ft_closing_form_class_init (FtClosingFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_closing_form_dispose;
  widget_class->grab_focus = ft_closing_form_grab_focus;

  signals[SUBMIT] = g_signal_new ("submit", FT_TYPE_CLOSING_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-closing-form.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, FtClosingForm, words);
  gtk_widget_class_bind_template_child (widget_class, FtClosingForm, reason);
  gtk_widget_class_bind_template_child (widget_class, FtClosingForm, override);
  gtk_widget_class_bind_template_child (widget_class, FtClosingForm, error);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
}

static void
ft_closing_form_init (FtClosingForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ft_closing_form_set_editor (FtClosingForm *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_CLOSING_FORM (self));

  g_set_object (&self->editor, editor);
}

void
ft_closing_form_start (FtClosingForm *self, const char *closing_words, const char *override_words)
{
  g_return_if_fail (FT_IS_CLOSING_FORM (self));

  self->refused = override_words[0] != '\0';
  gtk_editable_set_text (self->words, closing_words);
  gtk_editable_set_text (self->override, override_words);
  ft_closing_form_set_error (self, NULL);
  changed_cb (self);
}

char *
ft_closing_form_dup_words (FtClosingForm *self)
{
  g_return_val_if_fail (FT_IS_CLOSING_FORM (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (self->words)));
}

char *
ft_closing_form_dup_override (FtClosingForm *self)
{
  g_return_val_if_fail (FT_IS_CLOSING_FORM (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (self->override)));
}

void
ft_closing_form_set_error (FtClosingForm *self, const char *message)
{
  g_return_if_fail (FT_IS_CLOSING_FORM (self));

  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}
