#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-sale-referral.h"

#include "core/ft-sale.h"
#include "ui/ft-inline-entry.h"
#include "ui/ft-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _FtSaleReferral
{
  GtkWidget parent_instance;

  FtDesk *desk;     /* owned */
  FtSaleData *sale; /* owned, or NULL */

  /* children */
  GtkWidget *question;
  GtkWidget *named;
  GtkWidget *answers;
};

G_DEFINE_FINAL_TYPE (FtSaleReferral, ft_sale_referral, GTK_TYPE_WIDGET)

typedef struct
{
  FtSaleReferral *self; /* owned */
  gint64 sale_id;
} Saving;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_desk_apply_finish (FT_DESK (source), result, &error);

  ft_inline_entry_settle (FT_INLINE_ENTRY (saving->self->named), saving->sale_id,
                          error != NULL ? error->message : NULL);
  g_object_unref (saving->self);
  g_free (saving);
}

static void
save (FtSaleReferral *self, FtReferral referral, const char *words)
{
  g_autoptr (FtEdit) edit = NULL;
  Saving *saving;

  if (self->sale == NULL)
    return;
  edit = ft_gesture_set_referral (self->sale, referral, words);
  saving = g_new (Saving, 1);
  *saving = (Saving){ g_object_ref (self), self->sale->id };
  ft_desk_apply (self->desk, edit, FALSE, saved_cb, saving);
}

static void
named_cb (FtSaleReferral *self, const char *text)
{
  g_assert (FT_IS_SALE_REFERRAL (self));

  save (self, *text ? FT_REFERRAL_NAMED : FT_REFERRAL_NOT_ASKED, text);
}

static void
nobody_cb (FtSaleReferral *self)
{
  g_assert (FT_IS_SALE_REFERRAL (self));

  save (self, FT_REFERRAL_NOBODY, "");
}

static void
later_cb (FtSaleReferral *self)
{
  g_assert (FT_IS_SALE_REFERRAL (self));

  save (self, FT_REFERRAL_NOT_YET, "");
}

static void
add_answer (FtSaleReferral *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "choice");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  ft_wrap_box_append (FT_WRAP_BOX (self->answers), button);
}

static void
ft_sale_referral_dispose (GObject *object)
{
  FtSaleReferral *self = FT_SALE_REFERRAL (object);

  g_clear_pointer (&self->question, gtk_widget_unparent);
  g_clear_pointer (&self->named, gtk_widget_unparent);
  g_clear_pointer (&self->answers, gtk_widget_unparent);
  g_clear_pointer (&self->sale, ft_sale_data_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_sale_referral_parent_class)->dispose (object);
}

static void
ft_sale_referral_class_init (FtSaleReferralClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_sale_referral_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_sale_referral_init (FtSaleReferral *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who else should know"), -1);
  self->question = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->question), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->question), 0);
  gtk_widget_set_parent (self->question, GTK_WIDGET (self));
  self->named = ft_inline_entry_new (_ ("Whom they named"), _ ("Whom did they name?"));
  g_signal_connect_object (self->named, "save", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->named, GTK_WIDGET (self));
  self->answers = ft_wrap_box_new ();
  add_answer (self, _ ("Asked: Nobody"), G_CALLBACK (nobody_cb));
  add_answer (self, _ ("Asked: They Will Think"), G_CALLBACK (later_cb));
  gtk_widget_set_parent (self->answers, GTK_WIDGET (self));
}

GtkWidget *
ft_sale_referral_new (FtDesk *desk)
{
  FtSaleReferral *self = g_object_new (FT_TYPE_SALE_REFERRAL, NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}

static const char *
get_question (FtReferral referral)
{
  switch (referral)
    {
    case FT_REFERRAL_NOT_YET:
      return _ ("You asked who else should know. Ask again: “Has anybody come to your mind?”");
    case FT_REFERRAL_NAMED:
      return _ ("They named:");
    case FT_REFERRAL_NOBODY:
      return _ ("Asked who else should know: nobody so far.");
    case FT_REFERRAL_NOT_ASKED:
    default:
      return _ ("Ask: “Who else should know about this?”");
    }
}

void
ft_sale_referral_set_sale (FtSaleReferral *self, FtSaleData *sale)
{
  gboolean open;

  g_return_if_fail (FT_IS_SALE_REFERRAL (self));
  g_return_if_fail (sale != NULL);

  ft_sale_data_ref (sale);
  g_clear_pointer (&self->sale, ft_sale_data_unref);
  self->sale = sale;
  /* What was taken along was delivered with the sale. */
  gtk_widget_set_visible (GTK_WIDGET (self), sale->delivered_at != 0 || sale->delivery_day == 0);
  open = sale->referral == FT_REFERRAL_NOT_ASKED || sale->referral == FT_REFERRAL_NOT_YET;
  gtk_label_set_text (GTK_LABEL (self->question), get_question (sale->referral));
  ft_inline_entry_set (FT_INLINE_ENTRY (self->named), sale->id, sale->referral_words);
  gtk_widget_set_visible (self->answers, open);
}
