#include "card-fixture.h"

void
card_set_up (Card *card, const char *name, int days)
{
  fixture_set_up (&card->store, NULL);
  card->anna = fixture_add (&card->store, name, days, 9, 0);
  card->desk = ft_desk_new (card->store.store);
  card->pane = g_object_ref_sink (ft_card_pane_new (card->desk));
  card->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (card->window), 600, 800);
  gtk_window_set_child (GTK_WINDOW (card->window), card->pane);
  gtk_window_present (GTK_WINDOW (card->window));
  card_show (card, card->anna);
}

void
card_tear_down (Card *card, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (card->window));
  fixture_settle (&card->store);
  g_assert_finalize_object (card->pane);
  g_assert_finalize_object (card->desk);
  fixture_tear_down (&card->store, NULL);
}

gboolean
card_has_name (GtkWidget *widget, const char *text)
{
  g_autofree char *difference = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL, text);
  return difference == NULL;
}

gboolean
card_is_label (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

gboolean
card_says (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

gboolean
card_is_button (GtkWidget *widget, const char *text)
{
  const char *label = NULL;

  if (GTK_IS_CHECK_BUTTON (widget))
    label = gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  else if (GTK_IS_BUTTON (widget))
    label = gtk_button_get_label (GTK_BUTTON (widget));
  return g_strcmp0 (label, text) == 0;
}

gboolean
card_is_type (GtkWidget *widget, const char *type)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), type);
}

gboolean
card_is_field (GtkWidget *widget, const char *title)
{
  g_autofree char *its_title = NULL;

  if (!FT_IS_INLINE_ENTRY (widget))
    return FALSE;
  g_object_get (widget, "title", &its_title, NULL);
  return g_str_equal (its_title, title);
}

GtkWidget *
card_find (GtkWidget *root, CardMatch matches, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (matches (root, text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = card_find (child, matches, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
card_see (Card *card, CardMatch matches, const char *text)
{
  GtkWidget *found = card_find (card->pane, matches, text);

  if (found == NULL)
    g_error ("nothing shown that is “%s”", text);
  return found;
}

void
card_show (Card *card, gint64 lead_id)
{
  ft_desk_show_lead (card->desk, lead_id);
  fixture_settle (&card->store);
}

void
card_press (Card *card, GtkWidget *button)
{
  g_assert_true (gtk_widget_is_sensitive (button));
  if (GTK_IS_CHECK_BUTTON (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                 !gtk_check_button_get_active (GTK_CHECK_BUTTON (button)));
  else
    g_signal_emit_by_name (button, "clicked");
  fixture_settle (&card->store);
}

void
card_click (Card *card, const char *name)
{
  card_press (card, card_see (card, card_has_name, name));
}

void
card_click_chip (Card *card)
{
  card_press (card, card_get_chip (card_see (card, card_is_type, "FtOutcomeBar")));
}

void
card_type (Card *card, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (card_see (card, card_has_name, name)), text);
}

FtLeadCard *
card_read_anna (Card *card)
{
  return fixture_read (&card->store, card->anna);
}

FtInlineEntry *
card_get_field (Card *card, const char *title)
{
  GQueue queue = G_QUEUE_INIT;
  FtInlineEntry *found = NULL;
  GtkWidget *widget;

  g_queue_push_tail (&queue, card->pane);
  while ((widget = g_queue_pop_head (&queue)) != NULL)
    {
      if (FT_IS_INLINE_ENTRY (widget))
        {
          g_autofree char *its_title = NULL;

          g_object_get (widget, "title", &its_title, NULL);
          if (g_str_equal (its_title, title))
            found = FT_INLINE_ENTRY (widget);
        }
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (&queue, child);
    }
  g_assert_nonnull (found);
  return found;
}

FtTimePicker *
card_get_picker (Card *card, const char *inside)
{
  return FT_TIME_PICKER (
      card_find (card_see (card, card_is_type, inside), card_is_type, "FtTimePicker"));
}

GtkWidget *
card_get_chip (GtkWidget *root)
{
  GtkWidget *picker = card_find (root, card_is_type, "FtTimePicker");
  GtkWidget *chips;

  g_assert_nonnull (picker);
  chips = card_find (picker, card_is_type, "FtWrapBox");
  g_assert_nonnull (chips);
  g_assert_nonnull (gtk_widget_get_first_child (chips));
  return gtk_widget_get_first_child (chips);
}

void
card_edit_field (Card *card, const char *title, const char *text)
{
  FtInlineEntry *field = card_get_field (card, title);

  ft_inline_entry_edit (field);
  gtk_editable_set_text (GTK_EDITABLE (ft_inline_entry_get_entry (field)), text);
  g_signal_emit_by_name (ft_inline_entry_get_entry (field), "activate");
}

FtPromiseData *
card_get_open (FtLeadCard *card, guint skip)
{
  for (guint i = 0; i < card->promises->len; i++)
    {
      FtPromiseData *promise = g_ptr_array_index (card->promises, i);

      if (promise->state == FT_PROMISE_OPEN && skip-- == 0)
        return promise;
    }
  return NULL;
}

FtPromiseData *
card_get_promise (FtLeadCard *card, gint64 id)
{
  for (guint i = 0; i < card->promises->len; i++)
    if (((FtPromiseData *) g_ptr_array_index (card->promises, i))->id == id)
      return g_ptr_array_index (card->promises, i);
  g_assert_not_reached ();
}

guint
card_count_open (FtLeadCard *card)
{
  guint n = 0;

  while (card_get_open (card, n) != NULL)
    n++;
  return n;
}
