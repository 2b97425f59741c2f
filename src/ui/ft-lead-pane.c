#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-lead-pane.h"

#include "ui/ft-accessible.h"
#include "ui/ft-filter-bar.h"
#include "ui/ft-filters.h"
#include "ui/ft-lead-list-row.h"
#include "ui/ft-lead-selection.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* As much as a list needs and no more, so that the card has the rest. */
#define PANE_WIDTH 300

struct _FtLeadPane
{
  GtkWidget parent_instance;
  FtDesk *desk;               /* owned */
  FtLeadSelection *selection; /* owned */
  gboolean by_key;            /* the last thing that happened in the list was a key */

  /* Template children. */
  GtkWidget *content;
  GtkSearchEntry *search;
  FtFilterBar *filters;
  GtkStack *stack;
  GtkListView *view;
  GtkLabel *note;
  GtkImage *empty_icon;
  GtkLabel *empty_text;
  GtkButton *empty_button;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtLeadPane, ft_lead_pane, GTK_TYPE_WIDGET)

/* In an order in which name and target fit each other at every step. */
static void
set_action (GtkButton *button, const char *name, GVariant *target)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
}

/* The focus goes along: a widget on a hidden page would swallow every key. */
static void
show_page (FtLeadPane *self, const char *name)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  gtk_stack_set_visible_child_name (self->stack, name);
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack))
      && !gtk_widget_is_ancestor (focus, gtk_stack_get_visible_child (self->stack)))
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_empty (FtLeadPane *self)
{
  FtLeadList *list = ft_desk_get_list (self->desk);
  const char *search = ft_lead_list_get_search (list);

  if (search != NULL && *search != '\0')
    {
      g_autofree char *text = g_strdup_printf (_ ("Nobody is found for “%s”."), search);

      gtk_image_set_from_icon_name (self->empty_icon, "edit-find-symbolic");
      gtk_label_set_text (self->empty_text, text);
      gtk_button_set_label (self->empty_button, _ ("Add as a New _Lead"));
      set_action (self->empty_button, "win.add-named", g_variant_new_string (search));
    }
  else
    {
      FtFilterWords words = ft_filter_words (ft_lead_list_get_filter (list));
      g_autofree char *action = NULL;
      g_autoptr (GVariant) target = NULL;
      gboolean valid = g_action_parse_detailed_name (words.action, &action, &target, NULL);

      g_assert (valid);
      gtk_image_set_from_icon_name (self->empty_icon, "ft-promise-symbolic");
      gtk_label_set_text (self->empty_text, words.empty);
      gtk_button_set_label (self->empty_button, words.button);
      set_action (self->empty_button, action, target);
    }
  ft_accessible_name_buttons (GTK_WIDGET (self->empty_button));
  show_page (self, "empty");
}

/* What was there stays until the answer has come: nothing flickers while a search is typed. */
static void
update_page (FtLeadPane *self)
{
  FtLeadList *list = ft_desk_get_list (self->desk);
  g_autofree char *error = NULL;

  g_object_get (list, "error", &error, NULL);
  if (error != NULL)
    {
      gtk_image_set_from_icon_name (self->empty_icon, "dialog-warning-symbolic");
      gtk_label_set_text (self->empty_text, error);
      gtk_widget_set_visible (GTK_WIDGET (self->empty_button), FALSE);
      show_page (self, "empty");
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), TRUE);
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    show_page (self, "list");
  else if (!ft_lead_list_get_busy (list))
    show_empty (self);
}

static void
list_changed_cb (GObject *list, GParamSpec *pspec, gpointer user_data)
{
  update_page (FT_LEAD_PANE (user_data));
}

static void
truncated_changed_cb (GObject *list, GParamSpec *pspec, gpointer user_data)
{
  FtLeadPane *self = user_data;
  gboolean truncated;

  g_object_get (list, "truncated", &truncated, NULL);
  if (truncated)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("The first %'u lead found. Type more to find fewer.",
                    "The first %'u leads found. Type more to find fewer.", FT_SEARCH_LIMIT),
          FT_SEARCH_LIMIT);
      gtk_label_set_text (self->note, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->note), truncated);
}

/* Brings the selected lead into sight, moving no further than needed. */
static void
scroll_to_selected (FtLeadPane *self)
{
  guint position = ft_lead_selection_get_position (self->selection);

  if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* Another list is read from its top; after a search one is back where one was. */
static void
renewed_cb (FtLeadSelection *selection, gpointer user_data)
{
  FtLeadPane *self = user_data;
  const char *search = ft_lead_list_get_search (ft_desk_get_list (self->desk));
  gboolean searching = search != NULL && *search != '\0';

  if (!searching && ft_lead_selection_get_position (selection) != GTK_INVALID_LIST_POSITION)
    scroll_to_selected (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0);
}

static void
card_changed_cb (FtCard *card, GParamSpec *pspec, gpointer user_data)
{
  FtLeadPane *self = user_data;
  gint64 lead_id = ft_card_get_lead_id (card);

  if (lead_id == ft_lead_selection_get_lead_id (self->selection))
    return;
  ft_lead_selection_set_lead_id (self->selection, lead_id);
  scroll_to_selected (self);
}

static void
selection_picked_cb (FtLeadSelection *selection, gint64 lead_id, gpointer user_data)
{
  FtLeadPane *self = user_data;

  ft_desk_show_lead (self->desk, lead_id);
  if (!self->by_key)
    g_signal_emit (self, signals[PICKED], 0, lead_id);
}

static void
activate_cb (GtkListView *view, guint position, FtLeadPane *self)
{
  gint64 lead_id = ft_lead_list_get_id_at (ft_desk_get_list (self->desk), position);

  if (lead_id == 0)
    return;
  ft_desk_show_lead (self->desk, lead_id);
  g_signal_emit (self, signals[PICKED], 0, lead_id);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                FtLeadPane *self)
{
  self->by_key = TRUE;
  return GDK_EVENT_PROPAGATE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, FtLeadPane *self)
{
  self->by_key = FALSE;
}

static void
search_changed_cb (GtkSearchEntry *entry, FtLeadPane *self)
{
  ft_lead_list_set_search (ft_desk_get_list (self->desk),
                           gtk_editable_get_text (GTK_EDITABLE (entry)));
}

/* Enter in the search shows the first lead found. */
static void
search_activate_cb (GtkSearchEntry *entry, FtLeadPane *self)
{
  search_changed_cb (entry, self);
  activate_cb (self->view, 0, self);
}

static void
stop_search_cb (GtkSearchEntry *entry, FtLeadPane *self)
{
  ft_lead_pane_clear_search (self);
  ft_lead_pane_focus_list (self);
}

/* Down from the search goes into what was found. */
static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               FtLeadPane *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  ft_lead_pane_focus_list (self);
  return GDK_EVENT_STOP;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, ft_lead_list_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  ft_lead_list_row_set_lead (FT_LEAD_LIST_ROW (gtk_list_item_get_child (item)),
                             gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  ft_lead_list_row_set_lead (FT_LEAD_LIST_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
ft_lead_pane_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  FtLeadPane *self = FT_LEAD_PANE (widget);

  gtk_widget_measure (self->content, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (*minimum, PANE_WIDTH);
}

static void
ft_lead_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (FT_LEAD_PANE (widget)->content, &(GtkAllocation){ 0, 0, width, height },
                            baseline);
}

static void
ft_lead_pane_dispose (GObject *object)
{
  FtLeadPane *self = FT_LEAD_PANE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ft_lead_pane_parent_class)->dispose (object);
}

static void
ft_lead_pane_class_init (FtLeadPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_lead_pane_dispose;
  widget_class->measure = ft_lead_pane_measure;
  widget_class->size_allocate = ft_lead_pane_size_allocate;

  signals[PICKED] = g_signal_new ("picked", FT_TYPE_LEAD_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (FT_TYPE_FILTER_BAR);
  gtk_widget_class_set_css_name (widget_class, "leadpane");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-lead-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FtLeadPane, content);
  gtk_widget_class_bind_template_child (widget_class, FtLeadPane, search);
  gtk_widget_class_bind_template_child (widget_class, FtLeadPane, filters);
  gtk_widget_class_bind_template_child (widget_class, FtLeadPane, stack);
  gtk_widget_class_bind_template_child (widget_class, FtLeadPane, view);
  gtk_widget_class_bind_template_child (widget_class, FtLeadPane, note);
  gtk_widget_class_bind_template_child (widget_class, FtLeadPane, empty_icon);
  gtk_widget_class_bind_template_child (widget_class, FtLeadPane, empty_text);
  gtk_widget_class_bind_template_child (widget_class, FtLeadPane, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
ft_lead_pane_init (FtLeadPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ft_lead_pane_new (void)
{
  return g_object_new (FT_TYPE_LEAD_PANE, NULL);
}

void
ft_lead_pane_set_desk (FtLeadPane *self, FtDesk *desk)
{
  FtLeadList *list;

  g_return_if_fail (FT_IS_LEAD_PANE (self));
  g_return_if_fail (FT_IS_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  list = ft_desk_get_list (desk);
  ft_filter_bar_set_desk (self->filters, desk);

  self->selection = ft_lead_selection_new (list);
  ft_lead_selection_set_lead_id (self->selection, ft_card_get_lead_id (ft_desk_get_card (desk)));
  g_signal_connect_object (self->selection, "picked", G_CALLBACK (selection_picked_cb), self, 0);
  g_signal_connect_object (self->selection, "renewed", G_CALLBACK (renewed_cb), self, 0);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (self->selection, "notify::n-items", G_CALLBACK (list_changed_cb), self,
                           0);
  g_signal_connect_object (list, "notify::busy", G_CALLBACK (list_changed_cb), self, 0);
  g_signal_connect_object (list, "notify::error", G_CALLBACK (list_changed_cb), self, 0);
  g_signal_connect_object (list, "notify::truncated", G_CALLBACK (truncated_changed_cb), self, 0);
  g_signal_connect_object (ft_desk_get_card (desk), "notify::lead-id", G_CALLBACK (card_changed_cb),
                           self, 0);
  update_page (self);
}

void
ft_lead_pane_focus_search (FtLeadPane *self)
{
  g_return_if_fail (FT_IS_LEAD_PANE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

void
ft_lead_pane_search (FtLeadPane *self, const char *text)
{
  g_return_if_fail (FT_IS_LEAD_PANE (self));
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  ft_lead_list_set_search (ft_desk_get_list (self->desk), text);
}

void
ft_lead_pane_clear_search (FtLeadPane *self)
{
  g_return_if_fail (FT_IS_LEAD_PANE (self));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  ft_lead_list_set_search (ft_desk_get_list (self->desk), "");
}

void
ft_lead_pane_focus_list (FtLeadPane *self)
{
  g_return_if_fail (FT_IS_LEAD_PANE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
