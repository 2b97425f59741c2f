#include "sale-fixture.h"

#include "ui/ft-card-pane.h"
#include "ui/ft-inline-entry.h"
#include "ui/ft-sale-step.h"

GtkWidget *
sale_find (GtkWidget *root, Matches matches, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (matches (root, text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = sale_find (child, matches, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
sale_is_step (GtkWidget *widget, const char *text)
{
  GtkWidget *tick = FT_IS_SALE_STEP (widget) ? ft_sale_step_get_tick (FT_SALE_STEP (widget)) : NULL;

  return tick != NULL && g_str_equal (gtk_check_button_get_label (GTK_CHECK_BUTTON (tick)), text);
}

gboolean
sale_is_button (GtkWidget *widget, const char *text)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
}

gboolean
sale_says (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

gboolean
sale_is_field (GtkWidget *widget, const char *text)
{
  g_autofree char *title = NULL;

  if (!FT_IS_INLINE_ENTRY (widget))
    return FALSE;
  g_object_get (widget, "title", &title, NULL);
  return g_str_equal (title, text);
}

gboolean
sale_is_entry (GtkWidget *widget, const char *text)
{
  return GTK_IS_ENTRY (widget)
         && g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), text) == 0;
}

gboolean
sale_is_type (GtkWidget *widget, const char *text)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), text);
}

GtkWidget *
sale_see (Sale *sale, Matches matches, const char *text)
{
  GtkWidget *found = sale_find (sale->root, matches, text);

  if (found == NULL)
    g_error ("nothing shown that is “%s”", text);
  return found;
}

void
sale_press (Sale *sale, const char *label)
{
  g_signal_emit_by_name (sale_see (sale, sale_is_button, label), "clicked");
  fixture_settle (&sale->store);
}

void
sale_toggle (Sale *sale, const char *step)
{
  GtkWidget *tick = ft_sale_step_get_tick (FT_SALE_STEP (sale_see (sale, sale_is_step, step)));

  g_assert_true (gtk_widget_is_sensitive (tick));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick),
                               !gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)));
  fixture_settle (&sale->store);
}

/* As typed and saved; the answer is not waited for. */
void
sale_fill_in (Sale *sale, const char *field, const char *text)
{
  g_signal_emit_by_name (sale_see (sale, sale_is_field, field), "save", text);
}

const char *
sale_get_field (Sale *sale, const char *field)
{
  return ft_inline_entry_get_text (FT_INLINE_ENTRY (sale_see (sale, sale_is_field, field)));
}

FtLeadCard *
sale_read_card (Sale *sale)
{
  return fixture_read (&sale->store, sale->anna);
}

FtSaleData *
sale_read (Sale *sale)
{
  g_autoptr (FtLeadCard) card = sale_read_card (sale);

  g_assert_cmpuint (card->sales->len, >, 0);
  return ft_sale_data_ref (card->sales->pdata[0]);
}

guint
sale_count (Sale *sale, FtPromiseKind kind, FtPromiseState state)
{
  g_autoptr (FtLeadCard) card = sale_read_card (sale);
  guint n = 0;

  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *promise = card->promises->pdata[i];
      n += promise->kind == kind && promise->state == state;
    }
  return n;
}

void
sale_show (Sale *sale)
{
  sale->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (sale->window), 620, 900);
  gtk_window_set_child (GTK_WINDOW (sale->window), sale->root);
  gtk_window_present (GTK_WINDOW (sale->window));
  fixture_settle (&sale->store);
}

void
sale_set_up (Sale *sale, gconstpointer data)
{
  fixture_set_up (&sale->store, NULL);
  sale->anna = fixture_add (&sale->store, "Anna Berg", 0, 9, 0);
  sale->desk = ft_desk_new (sale->store.store);
  sale->root = g_object_ref_sink (ft_card_pane_new (sale->desk));
  sale_show (sale);
  ft_desk_show_lead (sale->desk, sale->anna);
  fixture_settle (&sale->store);
}

void
sale_sell (Sale *sale)
{
  GActionGroup *actions = ft_card_pane_get_actions (FT_CARD_PANE (sale->root));

  g_action_group_activate_action (actions, "sold", NULL);
  fixture_settle (&sale->store);
}

void
sale_set_up_sold (Sale *sale, gconstpointer data)
{
  sale_set_up (sale, data);
  sale_sell (sale);
}

void
sale_tear_down (Sale *sale, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (sale->window));
  fixture_settle (&sale->store);
  g_assert_finalize_object (sale->root);
  g_assert_finalize_object (sale->desk);
  fixture_tear_down (&sale->store, NULL);
}
