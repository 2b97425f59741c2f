#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-step-entry.h"

#include "core/ft-when.h"

#include <glib/gi18n-lib.h>

struct _FtStepEntry
{
  GtkWidget parent_instance;

  FtClock *clock; /* owned */

  /* children */
  GtkWidget *button;
  GtkWidget *form;
  GtkWidget *text;
  GtkWidget *when;
  GtkWidget *understood;
};

enum
{
  ADD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtStepEntry, ft_step_entry, GTK_TYPE_WIDGET)

/* Nothing typed is tomorrow. */
static gboolean
read_day (FtStepEntry *self, gint32 *day)
{
  FtCivil now = ft_clock_civil (self->clock);
  g_autofree char *typed
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->when))));
  FtCivil civil = { now.day + 1, FT_ALL_DAY, 0 };
  gboolean understood = *typed == '\0' || ft_when_parse (typed, now, &civil);

  *day = civil.day;
  return understood;
}

static void
when_changed_cb (FtStepEntry *self)
{
  gint32 day;
  g_autofree char *text = NULL;

  g_assert (FT_IS_STEP_ENTRY (self));

  text = read_day (self, &day)
             ? ft_when_format_day ((FtCivil){ day, FT_ALL_DAY, 0 }, ft_clock_civil (self->clock))
             : g_strdup (_ ("Which day is that? Write it like “Friday” or “in 2 weeks”."));
  gtk_label_set_text (GTK_LABEL (self->understood), text);
}

static void
close_form (FtStepEntry *self)
{
  gtk_widget_set_visible (self->button, TRUE);
  gtk_widget_grab_focus (self->button);
  gtk_widget_set_visible (self->form, FALSE);
}

static void
open_cb (FtStepEntry *self)
{
  g_assert (FT_IS_STEP_ENTRY (self));

  gtk_widget_set_visible (self->form, TRUE);
  gtk_widget_grab_focus (self->text);
  gtk_widget_set_visible (self->button, FALSE);
  when_changed_cb (self);
}

static void
add_cb (FtStepEntry *self)
{
  gint32 day;
  g_autofree char *text = NULL;

  g_assert (FT_IS_STEP_ENTRY (self));

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  if (*text == '\0' || !read_day (self, &day))
    {
      gtk_widget_grab_focus (*text == '\0' ? self->text : self->when);
      return;
    }
  close_form (self);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  gtk_editable_set_text (GTK_EDITABLE (self->when), "");
  g_signal_emit (self, signals[ADD], 0, text, (int) day);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                FtStepEntry *self)
{
  g_assert (FT_IS_STEP_ENTRY (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  close_form (self);
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_entry (FtStepEntry *self, const char *placeholder, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
ft_step_entry_dispose (GObject *object)
{
  FtStepEntry *self = FT_STEP_ENTRY (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->form, gtk_widget_unparent);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (ft_step_entry_parent_class)->dispose (object);
}

static void
ft_step_entry_class_init (FtStepEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_step_entry_dispose;

  signals[ADD] = g_signal_new ("add", FT_TYPE_STEP_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ft_step_entry_init (FtStepEntry *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *add = gtk_button_new_with_label (_ ("Add"));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->button = gtk_button_new_with_mnemonic (_ ("Add a Step"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "quiet");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));

  self->text = make_entry (self, _ ("What is to be done?"), _ ("What is to be done?"));
  self->when = make_entry (self, _ ("By when? Tomorrow"), _ ("By when?"));
  g_signal_connect_object (self->when, "changed", G_CALLBACK (when_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (self->when, TRUE);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->when);
  gtk_box_append (GTK_BOX (line), add);
  self->understood = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->understood), 0);
  gtk_label_set_wrap (GTK_LABEL (self->understood), TRUE);
  gtk_widget_add_css_class (self->understood, "dim-label");
  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_visible (self->form, FALSE);
  gtk_box_append (GTK_BOX (self->form), self->text);
  gtk_box_append (GTK_BOX (self->form), line);
  gtk_box_append (GTK_BOX (self->form), self->understood);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->form, keys);
  gtk_widget_set_parent (self->form, GTK_WIDGET (self));
}

GtkWidget *
ft_step_entry_new (FtClock *clock)
{
  FtStepEntry *self = g_object_new (FT_TYPE_STEP_ENTRY, NULL);

  self->clock = g_object_ref (clock);
  return GTK_WIDGET (self);
}
