#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-sale-step.h"

#include "core/ft-keeping.h"
#include "core/ft-when.h"
#include "ui/ft-accessible.h"
#include "ui/ft-wrap-box.h"
#include "ui/ft-wrapped-check.h"

#include <glib/gi18n-lib.h>

struct _FtSaleStep
{
  GtkWidget parent_instance;

  gint64 id; /* of the promise, 0 for one that is to come */
  gboolean updating;

  /* children */
  GtkWidget *line;
  GtkWidget *tick;
  GtkWidget *when;
  GtkWidget *skip;
  GtkWidget *said; /* the reason it was skipped for */
  GtkWidget *why;
  GtkWidget *reason;
};

enum
{
  TICKED,
  SKIPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtSaleStep, ft_sale_step, GTK_TYPE_WIDGET)

/* What is said most often, for one click. */
static const char *const REASONS[]
    = { N_ ("No address"), N_ ("They would not want it"), N_ ("Done another way") };

static void
toggled_cb (FtSaleStep *self)
{
  gboolean done = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->tick));

  g_assert (FT_IS_SALE_STEP (self));

  if (!self->updating)
    g_signal_emit (self, signals[TICKED], 0, done);
}

static void
skip_toggled_cb (FtSaleStep *self)
{
  gboolean asked = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->skip));

  g_assert (FT_IS_SALE_STEP (self));

  gtk_widget_set_visible (self->why, asked);
  if (asked)
    gtk_widget_grab_focus (self->reason);
}

static void
skip_because (FtSaleStep *self, const char *reason)
{
  /* The focus goes before what has it is hidden. */
  gtk_widget_grab_focus (self->tick);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->skip), FALSE);
  g_signal_emit (self, signals[SKIPPED], 0, reason);
}

static void
reason_clicked_cb (GtkButton *button, FtSaleStep *self)
{
  g_assert (FT_IS_SALE_STEP (self));

  skip_because (self, gtk_button_get_label (button));
}

static void
reason_activate_cb (FtSaleStep *self)
{
  g_autofree char *reason = NULL;

  g_assert (FT_IS_SALE_STEP (self));

  reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  if (*reason == '\0')
    return;
  skip_because (self, reason);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                FtSaleStep *self)
{
  g_assert (FT_IS_SALE_STEP (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (self->skip);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->skip), FALSE);
  return GDK_EVENT_STOP;
}

static void
make_why (FtSaleStep *self)
{
  GtkWidget *box = ft_wrap_box_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _ ("Why will it not be done?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Why will it not be done?"), -1);
  g_signal_connect_object (self->reason, "activate", G_CALLBACK (reason_activate_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (REASONS); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (REASONS[i]));
      gtk_widget_add_css_class (button, "choice");
      g_signal_connect_object (button, "clicked", G_CALLBACK (reason_clicked_cb), self, 0);
      ft_wrap_box_append (FT_WRAP_BOX (box), button);
    }
  self->why = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_visible (self->why, FALSE);
  gtk_widget_set_margin_start (self->why, 24);
  gtk_box_append (GTK_BOX (self->why), self->reason);
  gtk_box_append (GTK_BOX (self->why), box);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->why, keys);
}

/* --- The widget --- */

static void
ft_sale_step_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ft_sale_step_parent_class)->dispose (object);
}

static void
ft_sale_step_class_init (FtSaleStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_sale_step_dispose;

  signals[TICKED] = g_signal_new ("ticked", FT_TYPE_SALE_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SKIPPED] = g_signal_new ("skipped", FT_TYPE_SALE_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "salestep");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_sale_step_init (FtSaleStep *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->tick = gtk_check_button_new_with_label ("");
  gtk_widget_set_hexpand (self->tick, TRUE);
  g_signal_connect_object (self->tick, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  self->when = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->when, "numeric");
  gtk_widget_set_valign (self->when, GTK_ALIGN_CENTER);
  self->skip = gtk_toggle_button_new_with_label (_ ("Skip"));
  gtk_widget_add_css_class (self->skip, "flat");
  gtk_widget_add_css_class (self->skip, "choice");
  gtk_widget_set_valign (self->skip, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->skip, "toggled", G_CALLBACK (skip_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->line), self->tick);
  gtk_box_append (GTK_BOX (self->line), self->when);
  gtk_box_append (GTK_BOX (self->line), self->skip);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));

  self->said = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->said), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->said), 0);
  gtk_widget_set_margin_start (self->said, 24);
  gtk_widget_add_css_class (self->said, "dim-label");
  gtk_widget_set_visible (self->said, FALSE);
  gtk_widget_set_parent (self->said, GTK_WIDGET (self));
  make_why (self);
  gtk_widget_set_parent (self->why, GTK_WIDGET (self));
}

GtkWidget *
ft_sale_step_new (void)
{
  return g_object_new (FT_TYPE_SALE_STEP, NULL);
}

static void
set_tick (FtSaleStep *self, const char *text, const char *when, gboolean done)
{
  /* Translators: a step and when it is due, or what became of it, for a screen reader. */
  g_autofree char *name = g_strdup_printf (_ ("%1$s, %2$s"), text, when);

  self->updating = TRUE;
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->tick), text);
  ft_wrapped_check_set (GTK_CHECK_BUTTON (self->tick));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->tick), done);
  self->updating = FALSE;
  ft_accessible_set_name (self->tick, name);
  gtk_label_set_text (GTK_LABEL (self->when), when);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static char *
describe (const FtPromiseData *promise, gint64 instant, FtCivil now)
{
  g_autofree char *day = NULL;

  if (promise->state == FT_PROMISE_CANCELLED)
    return g_strdup (_ ("skipped"));
  if (promise->state == FT_PROMISE_MOVED)
    return g_strdup (_ ("moved"));
  if (promise->state == FT_PROMISE_KEPT)
    {
      FtCivil done = ft_civil_from_instant (promise->done_at, promise->zone);
      done.minute = FT_ALL_DAY;
      day = ft_when_format_short (done, now);
      /* Translators: when a step was done: "done: Mon 7 Dec". */
      return g_strdup_printf (_ ("done: %s"), day);
    }
  day = ft_when_format_short (promise->promised, now);
  /* Translators: a step that should be done by now; %s is the day. */
  return ft_promise_data_is_late (promise, instant) ? g_strdup_printf (_ ("late: %s"), day)
                                                    : g_steal_pointer (&day);
}

void
ft_sale_step_set_promise (FtSaleStep *self,
                          const FtPromiseData *promise,
                          gint64 instant,
                          FtCivil now)
{
  gboolean open, late;
  g_autofree char *when = NULL;

  g_return_if_fail (FT_IS_SALE_STEP (self));
  g_return_if_fail (promise != NULL);

  if (promise->id != self->id)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->skip), FALSE);
  self->id = promise->id;
  open = promise->state == FT_PROMISE_OPEN;
  late = ft_promise_data_is_late (promise, instant);
  when = describe (promise, instant, now);
  set_tick (self, promise->purpose, when, promise->state == FT_PROMISE_KEPT);
  /* What brought more with it, a contact or the steps of a delivery, is taken back by undoing it.
   */
  gtk_widget_set_sensitive (self->tick, open || promise->kind == FT_PROMISE_CARD
                                            || promise->kind == FT_PROMISE_STEP);
  gtk_widget_set_visible (self->skip, open);
  gtk_label_set_text (GTK_LABEL (self->said), promise->reason);
  gtk_widget_set_visible (self->said, promise->reason[0] != '\0');
  set_class (self->when, "late", late);
  set_class (self->when, "dim-label", !late);
  set_class (GTK_WIDGET (self), "done", !open);
}

void
ft_sale_step_set_coming (FtSaleStep *self, const FtChecklistStep *step)
{
  g_autofree char *when = NULL;

  g_return_if_fail (FT_IS_SALE_STEP (self));
  g_return_if_fail (step != NULL);

  self->id = 0;
  when = ft_checklist_step_words (step);
  set_tick (self, step->text, when, FALSE);
  gtk_widget_set_sensitive (self->tick, FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->skip), FALSE);
  gtk_widget_set_visible (self->skip, FALSE);
  gtk_widget_set_visible (self->said, FALSE);
  set_class (self->when, "late", FALSE);
  set_class (self->when, "dim-label", TRUE);
  set_class (GTK_WIDGET (self), "done", FALSE);
}

gint64
ft_sale_step_get_id (FtSaleStep *self)
{
  g_return_val_if_fail (FT_IS_SALE_STEP (self), 0);

  return self->id;
}

void
ft_sale_step_put_aid (FtSaleStep *self, GtkWidget *aid)
{
  g_return_if_fail (FT_IS_SALE_STEP (self));
  g_return_if_fail (GTK_IS_WIDGET (aid));

  if (gtk_widget_get_parent (aid) == GTK_WIDGET (self))
    return;
  g_object_ref (aid);
  if (gtk_widget_get_parent (aid) != NULL)
    gtk_widget_unparent (aid);
  gtk_widget_set_parent (aid, GTK_WIDGET (self));
  g_object_unref (aid);
}

GtkWidget *
ft_sale_step_get_tick (FtSaleStep *self)
{
  g_return_val_if_fail (FT_IS_SALE_STEP (self), NULL);

  return self->tick;
}
