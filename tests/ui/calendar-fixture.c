#include "calendar-fixture.h"

static void
activated_cb (FtCalendar *calendar, gint64 lead_id, gpointer data)
{
  ((Desk *) data)->activated = lead_id;
}

static void
failed_cb (FtDesk *desk, const char *message, GError *error, gpointer data)
{
  ((Desk *) data)->failure = g_strdup (message);
}

void
calendar_set_up (Desk *desk, gconstpointer data)
{
  fixture_set_up (&desk->store, NULL);
  desk->desk = ft_desk_new (desk->store.store);
  g_signal_connect (desk->desk, "failed", G_CALLBACK (failed_cb), desk);
}

void
calendar_settle (Desk *desk)
{
  fixture_settle (&desk->store);
  if (desk->window != NULL)
    gtk_test_widget_wait_for_draw (desk->window);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

void
calendar_show (Desk *desk, FtCalendarView view, int width)
{
  desk->calendar = ft_calendar_new (desk->desk, view);
  g_signal_connect (desk->calendar, "lead-activated", G_CALLBACK (activated_cb), desk);
  desk->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (desk->window), width, 760);
  gtk_window_set_child (GTK_WINDOW (desk->window), desk->calendar);
  gtk_window_present (GTK_WINDOW (desk->window));
  calendar_settle (desk);
}

void
calendar_tear_down (Desk *desk, gconstpointer data)
{
  if (desk->window != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (desk->calendar), (gpointer *) &desk->calendar);
      gtk_window_destroy (GTK_WINDOW (desk->window));
      desk->window = NULL;
      calendar_settle (desk);
      g_assert_null (desk->calendar);
    }
  g_assert_cmpstr (desk->failure, ==, NULL);
  calendar_settle (desk);
  g_assert_finalize_object (desk->desk);
  fixture_tear_down (&desk->store, NULL);
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

GPtrArray *
calendar_find_all (Desk *desk, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (desk->calendar, type, found);
  return found;
}

FtPromiseBlock *
calendar_find_block (Desk *desk, const char *name, FtEdges edges)
{
  g_autoptr (GPtrArray) blocks = calendar_find_all (desk, FT_TYPE_PROMISE_BLOCK);

  for (guint i = 0; i < blocks->len; i++)
    {
      const FtBlock *block = ft_promise_block_get_block (g_ptr_array_index (blocks, i));

      if (block->edges == edges
          && g_str_equal (ft_promise_get_row (block->promise)->lead->name, name))
        return g_ptr_array_index (blocks, i);
    }
  return NULL;
}

GtkWidget *
calendar_find_button (GtkWidget *root, const char *label)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  collect (root, GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    {
      const char *its = gtk_button_get_label (g_ptr_array_index (buttons, i));

      if (its != NULL && g_str_equal (its, label))
        return g_ptr_array_index (buttons, i);
    }
  return NULL;
}

gboolean
calendar_has_text (Desk *desk, const char *text)
{
  g_autoptr (GPtrArray) labels = calendar_find_all (desk, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), text))
      return TRUE;
  return FALSE;
}

void
calendar_assert_civil (FtCivil civil, const char *expected)
{
  g_autofree char *text = ft_civil_to_string (civil);

  g_assert_cmpstr (text, ==, expected);
}

gint64
calendar_add (Desk *desk,
              const char *name,
              const char *promised,
              const char *target,
              const char *zone,
              gboolean agreed)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtEdit) edit = NULL;
  FtCivil at;

  g_assert_true (ft_civil_from_string (promised, &at));
  promise = ft_promise_data_new (0, at, g_intern_string (zone), FT_CHANNEL_PHONE);
  g_assert_true (ft_civil_from_string (target, &promise->target));
  promise->agreed = agreed;
  edit = ft_gesture_add_lead (lead, promise, ft_clock_now (desk->store.clock));
  return fixture_apply (&desk->store, edit);
}

FtPromiseData *
calendar_read_promise (Desk *desk, gint64 lead_id)
{
  g_autoptr (FtLeadCard) card = fixture_read (&desk->store, lead_id);

  for (guint i = 0; i < card->promises->len; i++)
    {
      FtPromiseData *promise = g_ptr_array_index (card->promises, i);

      if (promise->state == FT_PROMISE_OPEN)
        return ft_promise_data_ref (promise);
    }
  return NULL;
}

GtkWidget *
calendar_find_one (Desk *desk, GType type)
{
  g_autoptr (GPtrArray) found = calendar_find_all (desk, type);

  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

void
calendar_put_on_card (Desk *desk, gint64 id)
{
  ft_desk_show_lead (desk->desk, id);
  calendar_settle (desk);
  g_assert_nonnull (ft_card_get_data (ft_desk_get_card (desk->desk)));
}
