#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-steps-box.h"

#include "core/ft-outcomes.h"
#include "ui/ft-wrap-box.h"
#include "ui/ft-wrapped-check.h"

#include <glib/gi18n-lib.h>

struct _FtStepsBox
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  gint64 promise_id;    /* shown, 0 for none */
  gboolean updating;    /* the ticks follow the card, not the user */

  GtkWidget *ticks[FT_N_STEPS]; /* children */
  GtkWidget *ends;              /* child: the next promise, or the sale */
};

G_DEFINE_FINAL_TYPE (FtStepsBox, ft_steps_box, GTK_TYPE_WIDGET)

/* What was not saved is shown as it was. */
static void
saved_cb (gpointer owner, gint64 subject, const GError *error)
{
  FtStepsBox *self = owner;
  g_autoptr (FtPromiseData) promise = NULL;

  if (error == NULL || subject != self->promise_id)
    return;
  promise = ft_card_editor_dup_promise (self->editor, subject);
  ft_steps_box_set_promise (self, promise);
}

static void
toggled_cb (GtkCheckButton *tick, FtStepsBox *self)
{
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtPromiseData) ticked = NULL;
  FtStep step = 0;

  g_assert (FT_IS_STEPS_BOX (self));

  if (self->updating)
    return;
  while (self->ticks[step] != GTK_WIDGET (tick))
    step++;
  promise = ft_card_editor_dup_promise (self->editor, self->promise_id);
  if (promise == NULL)
    return;
  ticked = ft_steps_tick (promise, step, gtk_check_button_get_active (tick));
  ft_card_editor_save_promise (self->editor, ticked, self, saved_cb);
}

/* Step 3 says which piece it will be: the promised one, else the next they have not had (A5). */
static char *
dup_step_words (FtStepsBox *self, const FtPromiseData *promise, FtStep step)
{
  FtDesk *desk = ft_card_editor_get_desk (self->editor);
  FtPieceData *piece = NULL;

  if (step != FT_STEP_NEW)
    return g_strdup (ft_step_words (step));
  if (promise->piece_id != 0)
    piece = ft_piece_list_find (ft_desk_get_pieces (desk), promise->piece_id);
  if (piece == NULL)
    piece = ft_card_get_next_piece (ft_desk_get_card (desk));
  if (piece == NULL)
    return g_strdup (ft_step_words (step));
  /* Translators: a step and the piece it brings: "Something new for them: Case study". */
  return g_strdup_printf (_ ("%1$s: %2$s"), ft_step_words (step), piece->name);
}

static GtkWidget *
make_end (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
ft_steps_box_dispose (GObject *object)
{
  FtStepsBox *self = FT_STEPS_BOX (object);

  for (FtStep step = 0; step < FT_N_STEPS; step++)
    g_clear_pointer (&self->ticks[step], gtk_widget_unparent);
  g_clear_pointer (&self->ends, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_steps_box_parent_class)->dispose (object);
}

static void
ft_steps_box_class_init (FtStepsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_steps_box_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_steps_box_init (FtStepsBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Follow through"), -1);
  for (FtStep step = 0; step < FT_N_STEPS; step++)
    {
      self->ticks[step] = gtk_check_button_new_with_label (ft_step_words (step));
      ft_wrapped_check_set (GTK_CHECK_BUTTON (self->ticks[step]));
      g_signal_connect_object (self->ticks[step], "toggled", G_CALLBACK (toggled_cb), self, 0);
      gtk_widget_set_parent (self->ticks[step], GTK_WIDGET (self));
    }
  self->ends = ft_wrap_box_new ();
  ft_wrap_box_append (FT_WRAP_BOX (self->ends), make_end (_ ("Next Promise"), "lead.reached"));
  ft_wrap_box_append (FT_WRAP_BOX (self->ends), make_end (_ ("It Is Sold"), "lead.sold"));
  gtk_widget_set_parent (self->ends, GTK_WIDGET (self));
}

void
ft_steps_box_set_editor (FtStepsBox *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_STEPS_BOX (self));

  g_set_object (&self->editor, editor);
}

void
ft_steps_box_set_promise (FtStepsBox *self, const FtPromiseData *promise)
{
  gboolean shown = promise != NULL && promise->kind == FT_PROMISE_FOLLOW_THROUGH;

  g_return_if_fail (FT_IS_STEPS_BOX (self));

  self->promise_id = promise != NULL ? promise->id : 0;
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;
  self->updating = TRUE;
  for (FtStep step = 0; step < FT_N_STEPS; step++)
    {
      g_autofree char *words = dup_step_words (self, promise, step);

      gtk_check_button_set_label (GTK_CHECK_BUTTON (self->ticks[step]), words);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->ticks[step]),
                                   ft_steps_is_done (promise, step));
    }
  self->updating = FALSE;
}
