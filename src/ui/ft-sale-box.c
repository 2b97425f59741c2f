#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-sale-box.h"

#include "core/ft-money.h"
#include "core/ft-sale.h"
#include "core/ft-when.h"
#include "ui/ft-focus.h"
#include "ui/ft-sale-card.h"

#include <glib/gi18n-lib.h>

struct _FtSaleBox
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  gint64 expected;      /* the lead whose next sale gets the focus, 0 for none */
  guint n_before;       /* the sales that lead had */

  /* children */
  GtkWidget *title;
  GtkWidget *open;    /* FtSaleCard */
  GtkWidget *earlier; /* labels */
};

G_DEFINE_FINAL_TYPE (FtSaleBox, ft_sale_box, GTK_TYPE_WIDGET)

/* With all promises of the lead: one friendly call ahead is enough (D8). */
static FtSaleRow *
make_row (FtLeadCard *card, FtSaleData *sale)
{
  FtSaleRow *row = ft_sale_row_new (sale, card->lead);

  for (guint i = 0; i < card->promises->len; i++)
    {
      FtPromiseData *promise = g_ptr_array_index (card->promises, i);

      if (promise->sale_id == sale->id || promise->state == FT_PROMISE_OPEN)
        g_ptr_array_add (row->promises, ft_promise_data_ref (promise));
    }
  return row;
}

/* Whether there is more to do than the friendly call, which is on the card anyway; or who else
 * should know. */
static gboolean
is_open (const FtLeadCard *card, const FtSaleData *sale)
{
  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *promise = g_ptr_array_index (card->promises, i);

      if (promise->sale_id == sale->id && promise->state == FT_PROMISE_OPEN)
        return TRUE;
    }
  return FALSE;
}

/* It never was: with its checklist. */
static void
remove_cb (FtSaleBox *self, gint64 sale_id)
{
  FtLeadCard *card = ft_card_editor_get_card (self->editor);
  FtSaleData *sale = card != NULL ? ft_sale_find (card, sale_id) : NULL;
  g_autoptr (FtEdit) edit = NULL;

  g_assert (FT_IS_SALE_BOX (self));

  if (sale == NULL)
    return;
  edit = ft_gesture_remove_sale (card, sale);
  ft_card_editor_apply (self->editor, edit, FALSE, sale_id, NULL, NULL);
}

static char *
describe (FtSaleBox *self, const FtSaleData *sale)
{
  FtCivil now = ft_card_editor_now_in (self->editor, "");
  FtCivil sold = ft_civil_from_instant (
      sale->sold_at,
      ft_clock_get_zone (ft_desk_get_clock (ft_card_editor_get_desk (self->editor))));
  g_autofree char *day = ft_when_format_date (sold, now);
  g_autofree char *value = NULL;
  const char *what = *sale->what ? sale->what : sale->checklist;

  if (*sale->currency == '\0')
    /* Translators: an earlier sale: what, and when it was sold. */
    return g_strdup_printf (_ ("%1$s, sold %2$s"), what, day);
  value = ft_money_format (sale->value, sale->currency);
  /* Translators: an earlier sale: what, for how much, and when it was sold. */
  return g_strdup_printf (_ ("%1$s for %2$s, sold %3$s"), what, value, day);
}

static GtkWidget *
make_line (void)
{
  GtkWidget *line = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_widget_add_css_class (line, "dim-label");
  return line;
}

static void
remove_from (GtkWidget *box, GtkWidget *child)
{
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      ft_focus_leave (child);
      gtk_box_remove (GTK_BOX (box), child);
      child = next;
    }
}

static void
update_cards (FtSaleBox *self, FtLeadCard *card)
{
  GtkWidget *child = gtk_widget_get_first_child (self->open);

  for (guint i = 0; i < card->sales->len; i++)
    {
      FtSaleData *sale = g_ptr_array_index (card->sales, i);
      g_autoptr (FtSaleRow) row = NULL;

      if (!is_open (card, sale))
        continue;
      if (child == NULL)
        {
          child = ft_sale_card_new (ft_card_editor_get_desk (self->editor), FALSE);
          g_signal_connect_object (child, "remove", G_CALLBACK (remove_cb), self,
                                   G_CONNECT_SWAPPED);
          gtk_box_append (GTK_BOX (self->open), child);
        }
      row = make_row (card, sale);
      ft_sale_card_set_row (FT_SALE_CARD (child), row);
      child = gtk_widget_get_next_sibling (child);
    }
  remove_from (self->open, child);
}

static void
update_earlier (FtSaleBox *self, FtLeadCard *card)
{
  GtkWidget *child = gtk_widget_get_first_child (self->earlier);

  for (guint i = 0; i < card->sales->len; i++)
    {
      FtSaleData *sale = g_ptr_array_index (card->sales, i);
      g_autofree char *text = NULL;

      if (is_open (card, sale))
        continue;
      if (child == NULL)
        {
          child = make_line ();
          gtk_box_append (GTK_BOX (self->earlier), child);
        }
      text = describe (self, sale);
      gtk_label_set_text (GTK_LABEL (child), text);
      child = gtk_widget_get_next_sibling (child);
    }
  remove_from (self->earlier, child);
}

static void
ft_sale_box_dispose (GObject *object)
{
  FtSaleBox *self = FT_SALE_BOX (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_sale_box_parent_class)->dispose (object);
}

static void
ft_sale_box_class_init (FtSaleBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_sale_box_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_sale_box_init (FtSaleBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("After the sale"), -1);
  self->title = gtk_label_new (_ ("After the Sale"));
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  self->open = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->open, GTK_WIDGET (self));
  self->earlier = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->earlier, GTK_WIDGET (self));
}

void
ft_sale_box_set_editor (FtSaleBox *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_SALE_BOX (self));

  g_set_object (&self->editor, editor);
}

void
ft_sale_box_expect (FtSaleBox *self, gint64 lead_id)
{
  FtLeadCard *card;

  g_return_if_fail (FT_IS_SALE_BOX (self));

  card = ft_card_editor_get_card (self->editor);
  self->expected = lead_id;
  self->n_before = card != NULL ? card->sales->len : 0;
}

void
ft_sale_box_update (FtSaleBox *self)
{
  FtLeadCard *card;

  g_return_if_fail (FT_IS_SALE_BOX (self));

  card = ft_card_editor_get_card (self->editor);
  gtk_widget_set_visible (GTK_WIDGET (self), card != NULL && card->sales->len > 0);
  if (card == NULL)
    return;
  update_cards (self, card);
  update_earlier (self, card);
  if (self->expected == 0)
    return;
  if (self->expected != card->lead->id)
    self->expected = 0;
  else if (card->sales->len > self->n_before)
    {
      GtkWidget *first = gtk_widget_get_first_child (self->open);

      self->expected = 0;
      if (first != NULL)
        ft_sale_card_focus_step (FT_SALE_CARD (first));
    }
}
