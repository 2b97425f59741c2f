#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-print-actions.h"

#include "ui/ft-address-dialog.h"
#include "ui/ft-sheets.h"

#include <glib/gi18n-lib.h>

struct _FtPrintActions
{
  GObject parent_instance;

  FtWindow *window; /* borrowed, NULL once it is closed */
  FtDesk *desk;     /* owned */
};

G_DEFINE_FINAL_TYPE (FtPrintActions, ft_print_actions, G_TYPE_OBJECT)

static void
print_trouble (const char *message, gpointer user_data)
{
  ft_window_warn (user_data, message);
}

static void
print_day_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FtPrintActions *self = user_data;

  ft_sheets_print_day (GTK_WINDOW (self->window), self->desk, g_variant_get_int32 (parameter),
                       print_trouble, self->window);
}

static void
print_today_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FtPrintActions *self = user_data;

  ft_sheets_print_day (GTK_WINDOW (self->window), self->desk,
                       ft_clock_civil (ft_desk_get_clock (self->desk)).day, print_trouble,
                       self->window);
}

static void
print_week_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FtPrintActions *self = user_data;

  ft_sheets_print_week (GTK_WINDOW (self->window), self->desk, g_variant_get_int32 (parameter),
                        print_trouble, self->window);
}

static void
show_address_dialog (FtPrintActions *self, gint64 lead, GArray *many, const char *words)
{
  gtk_window_present (GTK_WINDOW (ft_address_dialog_new (
      GTK_WINDOW (self->window), self->desk, lead, many, words, print_trouble, self->window)));
}

static void
print_envelope_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_address_dialog (user_data, g_variant_get_int64 (parameter), NULL, NULL);
}

static void
cards_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FtPrintActions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = ft_store_read_cards_finish (FT_STORE (source), result, &error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *words = NULL;

  if (self->window == NULL)
    return; /* closed meanwhile */
  if (cards == NULL)
    {
      ft_window_warn (self->window, error->message);
      return;
    }
  /* Two cards to somebody are two letters, but one address. */
  for (guint i = 0; i < cards->len; i++)
    {
      FtPromiseRow *row = g_ptr_array_index (cards, i);
      if (g_hash_table_add (seen, &row->lead->id))
        g_array_append_val (ids, row->lead->id);
    }
  words = g_strdup_printf (ngettext ("The %'u customer with a card to write",
                                     "The %'u customers with a card to write", ids->len),
                           ids->len);
  if (ids->len > 0)
    show_address_dialog (self, 0, ids, words);
  else
    ft_window_say (self->window, _ ("There is no card to write today."));
}

static void
print_cards_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FtPrintActions *self = user_data;

  ft_store_read_cards_async (ft_desk_get_store (self->desk),
                             ft_desk_get_bounds (self->desk).today_end, FT_ADDRESS_MAX, NULL,
                             cards_cb, g_object_ref (self));
}

static void
print_this_week_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FtPrintActions *self = user_data;

  ft_sheets_print_week (GTK_WINDOW (self->window), self->desk,
                        ft_clock_civil (ft_desk_get_clock (self->desk)).day, print_trouble,
                        self->window);
}

static GArray *
list_ids (FtPrintActions *self)
{
  FtLeadList *list = ft_desk_get_list (self->desk);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id;

  for (guint i = 0; i < FT_ADDRESS_MAX && (id = ft_lead_list_get_id_at (list, i)) != 0; i++)
    g_array_append_val (ids, id);
  return ids;
}

static void
print_addresses_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FtPrintActions *self = user_data;
  g_autoptr (GArray) ids = list_ids (self);
  gint64 lead = ft_card_get_lead_id (ft_desk_get_card (self->desk));
  g_autofree char *words = g_strdup_printf (
      ngettext ("The %'u lead of the list", "The %'u leads of the list", ids->len), ids->len);

  if (lead == 0 && ids->len == 0)
    {
      ft_window_say (self->window, _ ("There is nobody to write to: add a lead first."));
      return;
    }
  show_address_dialog (self, lead, ids->len > 0 ? ids : NULL, words);
}

static const GActionEntry ACTIONS[] = {
  { .name = "print-addresses", .activate = print_addresses_cb },
  { .name = "print-cards", .activate = print_cards_cb },
  { .name = "print-day", .activate = print_day_cb, .parameter_type = "i" },
  { .name = "print-envelope", .activate = print_envelope_cb, .parameter_type = "x" },
  { .name = "print-this-week", .activate = print_this_week_cb },
  { .name = "print-today", .activate = print_today_cb },
  { .name = "print-week", .activate = print_week_cb, .parameter_type = "i" },
};

static void
ft_print_actions_dispose (GObject *object)
{
  FtPrintActions *self = FT_PRINT_ACTIONS (object);

  for (guint i = 0; self->window != NULL && i < G_N_ELEMENTS (ACTIONS); i++)
    g_action_map_remove_action (G_ACTION_MAP (self->window), ACTIONS[i].name);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_print_actions_parent_class)->dispose (object);
}

static void
ft_print_actions_class_init (FtPrintActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_print_actions_dispose;
}

static void
ft_print_actions_init (FtPrintActions *self)
{
}

FtPrintActions *
ft_print_actions_new (FtWindow *window, FtDesk *desk)
{
  FtPrintActions *self;

  g_return_val_if_fail (FT_IS_WINDOW (window), NULL);
  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_PRINT_ACTIONS, NULL);
  g_set_weak_pointer (&self->window, window);
  self->desk = g_object_ref (desk);
  g_action_map_add_action_entries (G_ACTION_MAP (window), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  return self;
}
