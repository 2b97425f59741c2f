#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-score-page.h"

#include "model/ft-entry-list.h"
#include "model/ft-score.h"
#include "ui/ft-chart-card.h"
#include "ui/ft-entry-row-view.h"
#include "ui/ft-score-drawing.h"
#include "ui/ft-score-figure.h"
#include "ui/ft-wrap-box.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _FtScorePage
{
  GtkWidget parent_instance;

  FtDesk *desk;         /* owned */
  FtScore *score;       /* owned */
  FtEntryList *list;    /* owned: what is behind a bar */
  FtScoreFigure figure; /* the bar's drawing */
  GtkWidget *came_by;   /* weak: the bar, which gets the focus back */

  /* Children. */
  FtChartCard *cards[FT_N_FIGURES];
  GtkToggleButton *pills[FT_N_SCORE_PERIODS];
  gboolean updating; /* the pills follow the settings, not the user */

  /* Template children. */
  GtkStack *stack;
  FtWrapBox *periods;
  GtkToggleButton *tables;
  GtkProgressBar *progress;
  GtkLabel *failure;
  GtkFlowBox *flow;
  GtkLabel *behind_title;
  GtkLabel *behind_count;
  GtkListView *behind;
};

enum
{
  PROP_0,
  PROP_CAN_GO_BACK,
  N_PROPS
};

enum
{
  SHOW_LEAD,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtScorePage, ft_score_page, GTK_TYPE_WIDGET)

/* The drawings are not read anew while nobody sees them. */
static void
update_active (FtScorePage *self)
{
  ft_score_set_active (self->score, gtk_widget_get_mapped (GTK_WIDGET (self))
                                        && !ft_score_page_get_can_go_back (self));
}

static void
show_page (FtScorePage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  update_active (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_GO_BACK]);
}

/* --- What is behind a bar --- */

static void
update_count (FtScorePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  const char *error = ft_entry_list_get_error (self->list);
  g_autofree char *text = NULL;

  if (error != NULL)
    text = g_strdup (error);
  else if (ft_entry_list_get_busy (self->list) && n == 0)
    text = g_strdup (_ ("Looking…"));
  else if (n == 0)
    text = g_strdup (ft_score_figure_none (self->figure));
  else
    text = g_strdup_printf (ngettext ("%u line", "%u lines", n), n);
  gtk_label_set_text (self->behind_count, text);
}

static void
card_activated_cb (FtChartCard *card, guint column, int series, FtScorePage *self)
{
  const FtScoreData *data = ft_score_get_data (self->score);
  const FtChartData *chart = ft_chart_card_get_data (card);
  const FtChartColumnData *name = g_ptr_array_index (chart->columns, column);
  g_autofree char *title = NULL;
  FtScoreFigure figure = 0;
  FtEntryQuery query;

  while (self->cards[figure] != card)
    figure++;
  if (!ft_score_figure_query (figure, data, column, series, &query))
    return;
  if (series >= 0 && chart->series->len > 1)
    /* Translators: a part of a bar: "Repaired: Week of 16 November 2026" */
    title = g_strdup_printf (C_ ("chart", "%1$s: %2$s"),
                             ((FtChartSeries *) g_ptr_array_index (chart->series, series))->name,
                             name->name);
  else
    title
        = g_strdup_printf (C_ ("chart", "%1$s: %2$s"), ft_score_figure_behind (figure), name->name);
  self->figure = figure;
  gtk_label_set_text (self->behind_title, title);
  g_set_weak_pointer (&self->came_by, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  ft_entry_list_set_query (self->list, &query);
  show_page (self, "behind");
  gtk_widget_grab_focus (GTK_WIDGET (self->behind));
}

static void
behind_activate_cb (GtkListView *view, guint position, FtScorePage *self)
{
  g_autoptr (FtEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  FtEntryRow *row = entry != NULL ? ft_entry_get_row (entry) : NULL;

  if (row != NULL)
    g_signal_emit (self, signals[SHOW_LEAD], 0, row->lead->id);
}

static void
back_cb (FtScorePage *self)
{
  ft_score_page_go_back (self);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FtScorePage *self = FT_SCORE_PAGE (widget);

  if (!ft_score_page_get_can_go_back (self))
    return FALSE;
  ft_score_page_go_back (self);
  return TRUE;
}

/* --- The score --- */

static gboolean
is_empty (const FtScoreData *data)
{
  guint n_cards = 0;

  for (guint i = 0; i < data->n_spans; i++)
    n_cards += data->spans[i].n_cards + data->spans[i].n_open;
  return ft_score_count (data, NULL) == 0 && data->n_contacts == 0 && n_cards == 0;
}

static void
score_changed_cb (FtScorePage *self)
{
  const FtScoreData *data = ft_score_get_data (self->score);

  for (FtScoreFigure figure = 0; figure < FT_N_FIGURES; figure++)
    {
      g_autofree char *sum = ft_score_figure_sum (figure, data);

      ft_chart_card_show (self->cards[figure], ft_score_drawing_new (figure, data), sum);
    }
  if (!ft_score_page_get_can_go_back (self))
    show_page (self, is_empty (data) ? "empty" : "charts");
}

static void
score_notify_cb (FtScorePage *self)
{
  const char *error = ft_score_get_error (self->score);
  double fraction = ft_score_get_fraction (self->score);

  /* What is read at once needs no bar, which would flash. */
  gtk_widget_set_opacity (GTK_WIDGET (self->progress),
                          ft_score_get_busy (self->score) && fraction > 0 ? 1 : 0);
  gtk_progress_bar_set_fraction (self->progress, fraction);
  gtk_label_set_text (self->failure, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), error != NULL);
}

static void
counts_changed_cb (FtScorePage *self)
{
  ft_score_renew (self->score);
}

static void
settings_changed_cb (FtScorePage *self)
{
  FtScorePeriod period = ft_desk_get_settings (self->desk)->score_period;

  self->updating = TRUE;
  gtk_toggle_button_set_active (self->pills[period], TRUE);
  self->updating = FALSE;
  ft_score_set_period (self->score, period);
}

static void
period_toggled_cb (GtkToggleButton *pill, FtScorePage *self)
{
  g_autoptr (FtSettings) settings = NULL;
  FtScorePeriod period = 0;

  if (self->updating || !gtk_toggle_button_get_active (pill))
    return;
  while (self->pills[period] != pill)
    period++;
  ft_score_set_period (self->score, period);
  settings = ft_settings_copy (ft_desk_get_settings (self->desk));
  settings->score_period = (int) period;
  ft_desk_save_settings (self->desk, settings);
}

static void
tables_toggled_cb (FtScorePage *self)
{
  for (FtScoreFigure figure = 0; figure < FT_N_FIGURES; figure++)
    ft_chart_card_set_table (self->cards[figure], gtk_toggle_button_get_active (self->tables));
}

/* --- The page --- */

static void
ft_score_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ft_score_page_parent_class)->map (widget);
  update_active (FT_SCORE_PAGE (widget));
}

static void
ft_score_page_unmap (GtkWidget *widget)
{
  ft_score_set_active (FT_SCORE_PAGE (widget)->score, FALSE);
  GTK_WIDGET_CLASS (ft_score_page_parent_class)->unmap (widget);
}

static gboolean
ft_score_page_grab_focus (GtkWidget *widget)
{
  FtScorePage *self = FT_SCORE_PAGE (widget);

  if (ft_score_page_get_can_go_back (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->behind));
  return gtk_widget_grab_focus (GTK_WIDGET (self->pills[ft_score_get_period (self->score)]));
}

static void
ft_score_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, ft_score_page_get_can_go_back (FT_SCORE_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_score_page_dispose (GObject *object)
{
  FtScorePage *self = FT_SCORE_PAGE (object);
  GtkWidget *child;

  g_clear_weak_pointer (&self->came_by);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->score);
  g_clear_object (&self->list);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_score_page_parent_class)->dispose (object);
}

static void
ft_score_page_class_init (FtScorePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ft_score_page_get_property;
  object_class->dispose = ft_score_page_dispose;
  widget_class->map = ft_score_page_map;
  widget_class->unmap = ft_score_page_unmap;
  widget_class->grab_focus = ft_score_page_grab_focus;

  props[PROP_CAN_GO_BACK]
      = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SHOW_LEAD] = g_signal_new ("show-lead", FT_TYPE_SCORE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (FT_TYPE_WRAP_BOX);
  gtk_widget_class_set_css_name (widget_class, "scorepage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-score-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FtScorePage, stack);
  gtk_widget_class_bind_template_child (widget_class, FtScorePage, periods);
  gtk_widget_class_bind_template_child (widget_class, FtScorePage, tables);
  gtk_widget_class_bind_template_child (widget_class, FtScorePage, progress);
  gtk_widget_class_bind_template_child (widget_class, FtScorePage, failure);
  gtk_widget_class_bind_template_child (widget_class, FtScorePage, flow);
  gtk_widget_class_bind_template_child (widget_class, FtScorePage, behind_title);
  gtk_widget_class_bind_template_child (widget_class, FtScorePage, behind_count);
  gtk_widget_class_bind_template_child (widget_class, FtScorePage, behind);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, behind_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, tables_toggled_cb);
}

static void
add_pills (FtScorePage *self)
{
  for (FtScorePeriod period = 0; period < FT_N_SCORE_PERIODS; period++)
    {
      GtkWidget *pill = gtk_toggle_button_new_with_label (ft_score_period_words (period));

      self->pills[period] = GTK_TOGGLE_BUTTON (pill);
      if (period > 0)
        gtk_toggle_button_set_group (self->pills[period], self->pills[0]);
      g_signal_connect_object (pill, "toggled", G_CALLBACK (period_toggled_cb), self, 0);
      ft_wrap_box_append (self->periods, pill);
    }
}

static void
add_cards (FtScorePage *self)
{
  for (FtScoreFigure figure = 0; figure < FT_N_FIGURES; figure++)
    {
      GtkWidget *card
          = ft_chart_card_new (ft_score_figure_title (figure), ft_score_figure_rule (figure));
      GtkWidget *child;

      self->cards[figure] = FT_CHART_CARD (card);
      g_signal_connect_object (card, "activated", G_CALLBACK (card_activated_cb), self, 0);
      gtk_flow_box_append (self->flow, card);
      child = gtk_widget_get_parent (card);
      gtk_widget_set_focusable (child, FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      ft_score_figure_title (figure), -1);
    }
}

static void
ft_score_page_init (FtScorePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_pills (self);
  add_cards (self);
}

GtkWidget *
ft_score_page_new (FtDesk *desk)
{
  FtScorePage *self;
  FtStore *store;
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autoptr (GtkListItemFactory) rows = NULL;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_SCORE_PAGE, NULL);
  self->desk = g_object_ref (desk);
  store = ft_desk_get_store (desk);
  self->score = ft_score_new (store, ft_desk_get_settings (desk)->score_period, TRUE);
  self->list = ft_entry_list_new (store);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  rows = ft_entry_row_view_new_factory (ft_desk_get_clock (desk));
  gtk_list_view_set_factory (self->behind, rows);
  gtk_list_view_set_model (self->behind, GTK_SELECTION_MODEL (selection));

  g_signal_connect_object (self->score, "changed", G_CALLBACK (score_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->score, "notify", G_CALLBACK (score_notify_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::counts", G_CALLBACK (counts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::settings", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  settings_changed_cb (self);
  score_notify_cb (self);
  return GTK_WIDGET (self);
}

gboolean
ft_score_page_get_can_go_back (FtScorePage *self)
{
  g_return_val_if_fail (FT_IS_SCORE_PAGE (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "behind") == 0;
}

void
ft_score_page_go_back (FtScorePage *self)
{
  const FtScoreData *data;

  g_return_if_fail (FT_IS_SCORE_PAGE (self));

  data = ft_score_get_data (self->score);
  show_page (self, data != NULL && is_empty (data) ? "empty" : "charts");
  ft_entry_list_set_query (self->list, NULL);
  if (self->came_by != NULL)
    gtk_widget_grab_focus (self->came_by);
}
