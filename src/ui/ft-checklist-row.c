#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-checklist-row.h"

#include <glib/gi18n-lib.h>

struct _FtChecklistRow
{
  AdwExpanderRow parent_instance;

  gboolean updating; /* the widgets follow the step, not the user */
  char *saved;       /* the text, which is taken over when it is applied */

  /* children */
  AdwEntryRow *text;
  AdwComboRow *kind;
  GtkSpinButton *n;
  GtkDropDown *unit;
  GtkDropDown *after;
};

enum
{
  CHANGED,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtChecklistRow, ft_checklist_row, ADW_TYPE_EXPANDER_ROW)

/* In the order they are offered. */
static const struct
{
  FtPromiseKind kind;
  const char *name;
} KINDS[] = {
  { FT_PROMISE_CARD, N_ ("Thank-you card") },
  { FT_PROMISE_DELIVERY, N_ ("Delivery") },
  { FT_PROMISE_FOLLOW_THROUGH, N_ ("Call to follow through") },
  { FT_PROMISE_FRIENDLY, N_ ("Friendly call") },
  { FT_PROMISE_STEP, N_ ("Something else") },
};

static const char *const UNITS[] = { N_ ("days"), N_ ("working days"), N_ ("months"), NULL };
static const char *const AFTERS[] = { N_ ("after the sale"), N_ ("after the delivery"), NULL };

static GtkStringList *
translate (const char *const *words)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    gtk_string_list_append (list, _ (words[i]));
  return list;
}

/* The switch that the row brings along has no name of its own. */
static gboolean
name_switch (GtkWidget *widget, const char *name)
{
  if (GTK_IS_SWITCH (widget))
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (name_switch (child, name))
      return TRUE;
  return FALSE;
}

/* What it says, folded. */
static void
update_title (FtChecklistRow *self)
{
  g_autoptr (FtChecklistStep) step = ft_checklist_row_dup_step (self);
  g_autofree char *title = g_markup_escape_text (step->text, -1);
  g_autofree char *words = ft_checklist_step_words (step);
  g_autofree char *subtitle = g_markup_escape_text (words, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  name_switch (GTK_WIDGET (self), *step->text != '\0' ? step->text : _ ("What Is to Be Done"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
changed_cb (FtChecklistRow *self)
{
  g_assert (FT_IS_CHECKLIST_ROW (self));

  if (self->updating)
    return;
  update_title (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
apply_cb (FtChecklistRow *self)
{
  g_autofree char *text = NULL;

  g_assert (FT_IS_CHECKLIST_ROW (self));

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  /* A step without a word is none. */
  if (*text == '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->text), self->saved);
      return;
    }
  g_free (self->saved);
  self->saved = g_steal_pointer (&text);
  changed_cb (self);
}

static void
remove_cb (FtChecklistRow *self)
{
  g_assert (FT_IS_CHECKLIST_ROW (self));

  g_signal_emit (self, signals[REMOVE], 0);
}

/* --- The row --- */

static void
ft_checklist_row_finalize (GObject *object)
{
  g_free (FT_CHECKLIST_ROW (object)->saved);

  G_OBJECT_CLASS (ft_checklist_row_parent_class)->finalize (object);
}

static void
ft_checklist_row_class_init (FtChecklistRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ft_checklist_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_CHECKLIST_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", FT_TYPE_CHECKLIST_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static GtkDropDown *
make_choice (FtChecklistRow *self, const char *const *words, const char *name)
{
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (translate (words)), NULL);

  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (choice);
}

static void
add_when (FtChecklistRow *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Due"));
  self->n = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, FT_CHECKLIST_LONGEST, 1));
  gtk_widget_set_valign (GTK_WIDGET (self->n), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->n), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How many"), -1);
  g_signal_connect_object (self->n, "value-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->unit = make_choice (self, UNITS, _ ("Of what"));
  self->after = make_choice (self, AFTERS, _ ("Counted from"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->n));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->unit));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Counted From"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->after));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_kind (FtChecklistRow *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    gtk_string_list_append (names, _ (KINDS[i].name));
  self->kind = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind), _ ("What It Is"));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
  g_object_unref (names);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->kind));
}

static void
add_remove (FtChecklistRow *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Remove This Step"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
ft_checklist_row_init (FtChecklistRow *self)
{
  self->updating = TRUE;
  self->saved = g_strdup ("");
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (self), TRUE);
  self->text = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text), _ ("What Is to Be Done"));
  adw_entry_row_set_show_apply_button (self->text, TRUE);
  g_signal_connect_object (self->text, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->text));
  add_when (self);
  add_kind (self);
  add_remove (self);
  g_signal_connect_object (self, "notify::enable-expansion", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static guint
find_kind (FtPromiseKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (KINDS[i].kind == kind)
      return i;
  return G_N_ELEMENTS (KINDS) - 1;
}

GtkWidget *
ft_checklist_row_new (const FtChecklistStep *step)
{
  FtChecklistRow *self = g_object_new (FT_TYPE_CHECKLIST_ROW, NULL);

  g_free (self->saved);
  self->saved = g_strdup (step->text);
  gtk_editable_set_text (GTK_EDITABLE (self->text), step->text);
  gtk_spin_button_set_value (self->n, step->n);
  gtk_drop_down_set_selected (self->unit, step->unit);
  gtk_drop_down_set_selected (self->after, step->after);
  adw_combo_row_set_selected (self->kind, find_kind (step->kind));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), step->on);
  self->updating = FALSE;
  update_title (self);
  return GTK_WIDGET (self);
}

FtChecklistStep *
ft_checklist_row_dup_step (FtChecklistRow *self)
{
  FtChecklistStep *step;

  g_return_val_if_fail (FT_IS_CHECKLIST_ROW (self), NULL);

  step = ft_checklist_step_new (self->saved, KINDS[adw_combo_row_get_selected (self->kind)].kind,
                                gtk_spin_button_get_value_as_int (self->n),
                                gtk_drop_down_get_selected (self->unit),
                                gtk_drop_down_get_selected (self->after));
  step->on = adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self));
  return step;
}
