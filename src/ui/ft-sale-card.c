#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-sale-card.h"

#include "core/ft-sale.h"
#include "ui/ft-accessible.h"
#include "ui/ft-card-aid.h"
#include "ui/ft-focus.h"
#include "ui/ft-sale-fields.h"
#include "ui/ft-sale-referral.h"
#include "ui/ft-sale-step.h"
#include "ui/ft-step-entry.h"

#include <glib/gi18n-lib.h>

struct _FtSaleCard
{
  GtkWidget parent_instance;

  FtDesk *desk;   /* owned */
  FtSaleRow *row; /* owned, or NULL */

  /* children */
  GtkWidget *lead; /* NULL without */
  GtkWidget *fields;
  GtkWidget *steps;
  GtkWidget *aid; /* owned: it goes from step to step */
  GtkWidget *referral;
  GtkWidget *add;
};

enum
{
  ACTING,
  SHOW_LEAD,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtSaleCard, ft_sale_card, GTK_TYPE_WIDGET)

static gint64
get_now (FtSaleCard *self)
{
  return ft_clock_now (ft_desk_get_clock (self->desk));
}

static const char *
get_zone (FtSaleCard *self)
{
  return ft_clock_get_zone (ft_desk_get_clock (self->desk));
}

static FtPromiseData *
find_step (FtSaleCard *self, gint64 id)
{
  for (guint i = 0; self->row != NULL && i < self->row->promises->len; i++)
    {
      FtPromiseData *promise = g_ptr_array_index (self->row->promises, i);

      if (promise->id == id)
        return promise;
    }
  return NULL;
}

/* --- Gestures --- */

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtSaleCard) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_desk_apply_finish (FT_DESK (source), result, &error);

  /* What was not saved is shown as it was; the window says why. */
  if (error != NULL)
    ft_sale_card_renew (self);
}

/* Takes @edit. */
static void
apply (FtSaleCard *self, FtEdit *edit)
{
  g_autoptr (FtEdit) taken = edit;

  g_signal_emit (self, signals[ACTING], 0);
  ft_desk_apply (self->desk, taken, FALSE, applied_cb, g_object_ref (self));
}

static void
ticked_cb (FtSaleStep *step, gboolean done, FtSaleCard *self)
{
  FtPromiseData *promise = find_step (self, ft_sale_step_get_id (step));

  g_assert (FT_IS_SALE_CARD (self));

  if (promise == NULL)
    return;
  /* What brings more with it is not to be ticked twice while it is being saved. */
  if (promise->kind != FT_PROMISE_CARD && promise->kind != FT_PROMISE_STEP)
    gtk_widget_set_sensitive (ft_sale_step_get_tick (step), FALSE);
  if (done)
    apply (self, ft_gesture_tick_sale_step (self->row->lead, self->row->sale, self->row->promises,
                                            promise, ft_desk_get_settings (self->desk),
                                            get_now (self), get_zone (self)));
  else
    apply (self, ft_gesture_untick_sale_step (promise));
}

static void
skipped_cb (FtSaleStep *step, const char *reason, FtSaleCard *self)
{
  FtPromiseData *promise = find_step (self, ft_sale_step_get_id (step));

  g_assert (FT_IS_SALE_CARD (self));

  if (promise != NULL)
    apply (self, ft_gesture_skip_sale_step (self->row->lead, self->row->sale, self->row->promises,
                                            promise, reason, ft_desk_get_settings (self->desk),
                                            get_now (self), get_zone (self)));
}

static void
add_cb (FtStepEntry *entry, const char *text, int day, FtSaleCard *self)
{
  g_assert (FT_IS_SALE_CARD (self));

  if (self->row != NULL)
    apply (self,
           ft_gesture_add_sale_step (self->row->sale, text, day, ft_desk_get_settings (self->desk),
                                     get_now (self), get_zone (self)));
}

static void
lead_clicked_cb (FtSaleCard *self)
{
  g_assert (FT_IS_SALE_CARD (self));

  if (self->row != NULL)
    g_signal_emit (self, signals[SHOW_LEAD], 0, self->row->lead->id);
}

static void
remove_clicked_cb (FtSaleCard *self)
{
  g_assert (FT_IS_SALE_CARD (self));

  if (self->row != NULL)
    g_signal_emit (self, signals[REMOVE], 0, self->row->sale->id);
}

/* --- The widget --- */

static void
ft_sale_card_dispose (GObject *object)
{
  FtSaleCard *self = FT_SALE_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->aid);
  g_clear_pointer (&self->row, ft_sale_row_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_sale_card_parent_class)->dispose (object);
}

static void
ft_sale_card_class_init (FtSaleCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_sale_card_dispose;

  signals[ACTING] = g_signal_new ("acting", FT_TYPE_SALE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  signals[SHOW_LEAD] = g_signal_new ("show-lead", FT_TYPE_SALE_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  signals[REMOVE] = g_signal_new ("remove", FT_TYPE_SALE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "salecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_sale_card_init (FtSaleCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

GtkWidget *
ft_sale_card_new (FtDesk *desk, gboolean with_lead)
{
  FtSaleCard *self = g_object_new (FT_TYPE_SALE_CARD, NULL);

  self->desk = g_object_ref (desk);
  if (with_lead)
    {
      self->lead = gtk_button_new_with_label ("");
      gtk_widget_set_halign (self->lead, GTK_ALIGN_START);
      gtk_widget_add_css_class (self->lead, "flat");
      gtk_widget_add_css_class (self->lead, "heading");
      gtk_widget_set_tooltip_text (self->lead, _ ("Open the call card"));
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->lead))),
                               PANGO_ELLIPSIZE_END);
      g_signal_connect_object (self->lead, "clicked", G_CALLBACK (lead_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->lead, GTK_WIDGET (self));
    }
  self->fields = ft_sale_fields_new (desk);
  gtk_widget_set_parent (self->fields, GTK_WIDGET (self));
  self->steps = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->steps, GTK_WIDGET (self));
  self->aid = g_object_ref_sink (ft_card_aid_new (desk));
  self->referral = ft_sale_referral_new (desk);
  gtk_widget_set_parent (self->referral, GTK_WIDGET (self));
  self->add = ft_step_entry_new (ft_desk_get_clock (desk));
  g_signal_connect_object (self->add, "add", G_CALLBACK (add_cb), self, 0);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
  if (!with_lead)
    {
      GtkWidget *remove = gtk_button_new_with_label (_ ("Remove This Sale"));

      gtk_widget_set_halign (remove, GTK_ALIGN_START);
      gtk_widget_add_css_class (remove, "flat");
      gtk_widget_add_css_class (remove, "quiet");
      gtk_widget_set_tooltip_text (remove,
                                   _ ("With its checklist, if it never was; Undo brings it back"));
      g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (remove, GTK_WIDGET (self));
    }
  ft_accessible_name_buttons (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/* --- What is shown --- */

static FtSaleStep *
get_step (FtSaleCard *self, GtkWidget **next)
{
  GtkWidget *step = *next;

  if (step == NULL)
    {
      step = ft_sale_step_new ();
      g_signal_connect_object (step, "ticked", G_CALLBACK (ticked_cb), self, 0);
      g_signal_connect_object (step, "skipped", G_CALLBACK (skipped_cb), self, 0);
      gtk_box_append (GTK_BOX (self->steps), step);
    }
  *next = gtk_widget_get_next_sibling (step);
  return FT_SALE_STEP (step);
}

/* A step that stays where it is keeps the focus, done or not: they come in the order they were
 * promised for. */
static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const FtPromiseData *x = *(FtPromiseData *const *) a;
  const FtPromiseData *y = *(FtPromiseData *const *) b;

  if (x->promised_at != y->promised_at)
    return x->promised_at < y->promised_at ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

static gboolean
is_own (FtSaleCard *self, const FtPromiseData *promise)
{
  return promise->sale_id == self->row->sale->id && promise->state != FT_PROMISE_MOVED;
}

static void
update_steps (FtSaleCard *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GPtrArray) checklists
      = ft_checklists_parse (ft_desk_get_settings (self->desk)->checklists);
  g_autoptr (GPtrArray) coming
      = ft_sale_get_coming (self->row->sale, self->row->promises,
                            ft_checklists_find (checklists, self->row->sale->checklist));
  GtkWidget *next = gtk_widget_get_first_child (self->steps);

  for (guint i = 0; i < self->row->promises->len; i++)
    if (is_own (self, g_ptr_array_index (self->row->promises, i)))
      g_ptr_array_add (sorted, g_ptr_array_index (self->row->promises, i));
  g_ptr_array_sort (sorted, compare_steps);
  for (guint i = 0; i < sorted->len; i++)
    {
      const FtPromiseData *promise = g_ptr_array_index (sorted, i);
      const char *zone = *promise->zone ? promise->zone : get_zone (self);

      ft_sale_step_set_promise (get_step (self, &next), promise, get_now (self),
                                ft_civil_from_instant (get_now (self), zone));
    }
  for (guint i = 0; i < coming->len; i++)
    ft_sale_step_set_coming (get_step (self, &next), g_ptr_array_index (coming, i));
  while (next != NULL)
    {
      GtkWidget *after = gtk_widget_get_next_sibling (next);

      ft_focus_leave (next);
      gtk_box_remove (GTK_BOX (self->steps), next);
      next = after;
    }
}

/* The card to write now, if there is one. */
static void
update_aid (FtSaleCard *self)
{
  const FtPromiseData *card = NULL;

  for (guint i = 0; i < self->row->promises->len; i++)
    {
      const FtPromiseData *promise = g_ptr_array_index (self->row->promises, i);

      if (is_own (self, promise) && promise->kind == FT_PROMISE_CARD
          && promise->state == FT_PROMISE_OPEN
          && (card == NULL || promise->target_at < card->target_at))
        card = promise;
    }
  if (card == NULL)
    ft_focus_leave (self->aid);
  gtk_widget_set_visible (self->aid, card != NULL);
  if (card == NULL)
    return;
  for (GtkWidget *step = gtk_widget_get_first_child (self->steps); step != NULL;
       step = gtk_widget_get_next_sibling (step))
    if (ft_sale_step_get_id (FT_SALE_STEP (step)) == card->id)
      ft_sale_step_put_aid (FT_SALE_STEP (step), self->aid);
  ft_card_aid_set (FT_CARD_AID (self->aid), self->row->lead, self->row->sale,
                   self->row->sale->delivered_at != 0
                       && card->created_at >= self->row->sale->delivered_at);
}

static void
update_lead (FtSaleCard *self)
{
  const FtLeadData *lead = self->row->lead;
  g_autofree char *name = NULL;

  if (self->lead == NULL)
    return;
  name = *lead->company ? g_strdup_printf ("%s · %s", lead->name, lead->company)
                        : g_strdup (lead->name);
  gtk_button_set_label (GTK_BUTTON (self->lead), name);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->lead))),
                           PANGO_ELLIPSIZE_END);
  ft_accessible_set_name (self->lead, name);
}

static void
update_name (FtSaleCard *self)
{
  const FtSaleData *sale = self->row->sale;
  /* Translators: a sale, for a screen reader: whom to, and what. */
  g_autofree char *name = g_strdup_printf (_ ("Sale to %1$s: %2$s"), self->row->lead->name,
                                           *sale->what ? sale->what : sale->checklist);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ft_sale_card_set_row (FtSaleCard *self, FtSaleRow *row)
{
  g_return_if_fail (FT_IS_SALE_CARD (self));

  if (row != NULL)
    ft_sale_row_ref (row);
  g_clear_pointer (&self->row, ft_sale_row_unref);
  self->row = row;
  ft_sale_card_renew (self);
}

void
ft_sale_card_renew (FtSaleCard *self)
{
  g_return_if_fail (FT_IS_SALE_CARD (self));

  /* Nothing is shown of what has not been read. */
  gtk_widget_set_visible (GTK_WIDGET (self), self->row != NULL);
  if (self->row == NULL)
    return;
  update_name (self);
  update_lead (self);
  ft_sale_fields_set_row (FT_SALE_FIELDS (self->fields), self->row);
  update_steps (self);
  update_aid (self);
  ft_sale_referral_set_sale (FT_SALE_REFERRAL (self->referral), self->row->sale);
}

gboolean
ft_sale_card_focus_step (FtSaleCard *self)
{
  g_return_val_if_fail (FT_IS_SALE_CARD (self), FALSE);

  for (GtkWidget *step = gtk_widget_get_first_child (self->steps); step != NULL;
       step = gtk_widget_get_next_sibling (step))
    {
      GtkWidget *tick = ft_sale_step_get_tick (FT_SALE_STEP (step));

      if (gtk_widget_get_sensitive (tick) && !gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)))
        return gtk_widget_grab_focus (tick);
    }
  return FALSE;
}
