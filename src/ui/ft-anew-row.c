#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-anew-row.h"

#include "core/ft-gestures.h"
#include "ui/ft-telling.h"
#include "ui/ft-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _FtAnewRow
{
  GtkListBoxRow parent_instance;

  /* Children */
  GtkWidget *box;
  GtkWidget *before;
  GtkWidget *after;

  /* Owned */
  FtDesk *desk;
  FtPromise *promise;

  FtCivil before_at;
  FtCivil after_at;
};

G_DEFINE_FINAL_TYPE (FtAnewRow, ft_anew_row, GTK_TYPE_LIST_BOX_ROW)

static FtCivil
get_chosen (FtAnewRow *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->before)) ? self->before_at
                                                                         : self->after_at;
}

static void
told_cb (FtAnewRow *self)
{
  ft_telling_told (self->desk, self->promise, get_chosen (self));
}

static void
copy_cb (FtAnewRow *self)
{
  ft_telling_copy (self->desk, self->promise, get_chosen (self), GTK_WIDGET (self));
}

static void
not_yet_cb (FtAnewRow *self)
{
  ft_telling_not_yet (self->desk, self->promise, get_chosen (self));
}

/* My own target moves without a word; where that would be after what they were told, it is that
 * time. */
static void
move_cb (FtAnewRow *self)
{
  FtPromiseData *data = ft_promise_get_row (self->promise)->promise;
  FtCivil target = get_chosen (self);
  g_autoptr (FtEdit) edit = NULL;

  if (ft_civil_to_instant (target, data->zone, NULL)
      > ft_civil_to_instant (data->promised, data->zone, NULL))
    target = data->promised;
  edit = ft_gesture_move_target (data, target);
  ft_desk_apply (self->desk, edit, FALSE, NULL, NULL);
}

static void
ft_anew_row_dispose (GObject *object)
{
  FtAnewRow *self = FT_ANEW_ROW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->promise);
  G_OBJECT_CLASS (ft_anew_row_parent_class)->dispose (object);
}

static void
ft_anew_row_class_init (FtAnewRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_anew_row_dispose;
}

static void
ft_anew_row_init (FtAnewRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 12);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
}

static void
add_label (FtAnewRow *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
}

static GtkWidget *
add_time (FtAnewRow *self, GtkWidget *box, const char *format, FtCivil at)
{
  g_autofree char *when = ft_telling_dup_when (self->desk, self->promise, at);
  g_autofree char *text = g_strdup_printf (format, when);
  GtkWidget *button = gtk_toggle_button_new_with_label (text);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_widget_set_visible (button, ft_civil_is_set (at));
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_button (FtAnewRow *self,
            GtkWidget *box,
            const char *label,
            const char *hint,
            const char *css_class,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *spoken = NULL;

  /* Translators: what a button does, and to which customer's promise. */
  spoken = g_strdup_printf (_ ("%s, %s"), label, ft_promise_get_row (self->promise)->lead->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_widget_set_tooltip_text (button, hint);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_signal_connect_swapped (button, "clicked", callback, self);
  ft_wrap_box_append (FT_WRAP_BOX (box), button);
}

GtkWidget *
ft_anew_row_new (FtDesk *desk, FtAwayList *list, FtPromise *promise)
{
  FtAnewRow *self;
  FtPromiseRow *row;
  GtkWidget *times = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *buttons = ft_wrap_box_new ();
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;
  FtAway away;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);
  g_return_val_if_fail (FT_IS_PROMISE (promise), NULL);

  self = g_object_new (FT_TYPE_ANEW_ROW, NULL);
  self->desk = g_object_ref (desk);
  self->promise = g_object_ref (promise);
  row = ft_promise_get_row (promise);
  away = ft_away_list_suggest (list, promise, &self->before_at, &self->after_at);

  add_label (self, row->lead->name, "heading");
  when = ft_telling_dup_when (
      desk, promise, away == FT_AWAY_TARGET ? row->promise->target : row->promise->promised);
  if (away == FT_AWAY_TARGET)
    /* Translators: the user's own time for it, not known to the customer. */
    text = g_strdup_printf (_ ("Your own target is %s"), when);
  else
    text = g_strdup_printf (_ ("You promised %s"), when);
  add_label (self, text, "dim-label");

  gtk_widget_add_css_class (times, "linked");
  gtk_box_set_homogeneous (GTK_BOX (times), TRUE);
  /* Translators: a time to promise instead. */
  self->before = add_time (self, times, _ ("Before: %s"), self->before_at);
  /* Translators: a time to promise instead. */
  self->after = add_time (self, times, _ ("After: %s"), self->after_at);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->after), GTK_TOGGLE_BUTTON (self->before));
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (ft_civil_is_set (self->before_at) ? self->before : self->after), TRUE);
  gtk_box_append (GTK_BOX (self->box), times);

  if (away == FT_AWAY_TARGET)
    add_button (self, buttons, _ ("Move"), _ ("They need not know of it"), "suggested-action",
                G_CALLBACK (move_cb));
  else
    {
      add_button (self, buttons, _ ("Told Them"), _ ("They know the new time"), "suggested-action",
                  G_CALLBACK (told_cb));
      add_button (self, buttons, _ ("Copy Message"), _ ("Copies words to send to them"), NULL,
                  G_CALLBACK (copy_cb));
      add_button (self, buttons, _ ("Not Yet"), _ ("Promises to tell them within the hour"), NULL,
                  G_CALLBACK (not_yet_cb));
    }
  gtk_box_append (GTK_BOX (self->box), buttons);
  return GTK_WIDGET (self);
}
