#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-chart-card.h"

#include "ui/ft-chart.h"
#include "ui/ft-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _FtChartCard
{
  GtkWidget parent_instance;

  FtChartData *data; /* owned, NULL before the first */
  char *title;

  /* Children. */
  GtkWidget *box;
  GtkLabel *sum;
  GtkWidget *legend;
  GtkStack *stack;
  GtkWidget *chart;
  GtkWidget *table;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtChartCard, ft_chart_card, GTK_TYPE_WIDGET)

/* --- The table --- */

static GtkWidget *
make_cell (const char *text, gboolean name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), name ? 0 : 1);
  gtk_label_set_wrap (GTK_LABEL (label), name);
  gtk_widget_set_hexpand (label, name);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
make_row (gboolean head)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW,
                                 "spacing", 12, NULL);

  gtk_widget_add_css_class (row, head ? "head" : "line");
  return row;
}

/* A cell of numbers as wide as those below it. */
static void
add_number (GtkWidget *row, GtkSizeGroup *width, const char *text)
{
  GtkWidget *cell = make_cell (text, FALSE);

  gtk_size_group_add_widget (width, cell);
  gtk_box_append (GTK_BOX (row), cell);
}

static void
fill_table (FtChartCard *self)
{
  const FtChartData *data = self->data;
  g_autoptr (GPtrArray) widths = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *head = make_row (TRUE);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->table)))
    gtk_box_remove (GTK_BOX (self->table), child);
  gtk_box_append (GTK_BOX (head), make_cell (data->what, TRUE));
  for (guint i = 0; i < data->series->len; i++)
    {
      g_ptr_array_add (widths, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
      add_number (head, g_ptr_array_index (widths, i),
                  ((FtChartSeries *) g_ptr_array_index (data->series, i))->name);
    }
  gtk_box_append (GTK_BOX (self->table), head);
  for (guint i = 0; i < data->columns->len; i++)
    {
      const FtChartColumnData *column = g_ptr_array_index (data->columns, i);
      GtkWidget *row = make_row (FALSE);
      g_autofree char *words = ft_chart_data_say (data, i);

      gtk_box_append (GTK_BOX (row), make_cell (column->name, TRUE));
      for (guint j = 0; j < data->series->len; j++)
        {
          g_autofree char *value = ft_chart_data_format_column (data, column, j);
          /* Translators: a value and what it is made of: "60 % (3 of 5)" */
          g_autofree char *both = *column->more != '\0' ? g_strdup_printf (C_ ("chart", "%s (%s)"),
                                                                           value, column->more)
                                                        : g_strdup (value);

          add_number (row, g_ptr_array_index (widths, j), both);
        }
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                      -1);
      gtk_box_append (GTK_BOX (self->table), row);
    }
}

/* --- The legend --- */

static void
fill_legend (FtChartCard *self)
{
  ft_wrap_box_remove_all (FT_WRAP_BOX (self->legend));
  gtk_widget_set_visible (self->legend, self->data->series->len > 1);
  for (guint i = 0; i < self->data->series->len && self->data->series->len > 1; i++)
    {
      const FtChartSeries *series = g_ptr_array_index (self->data->series, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *swatch
          = g_object_new (GTK_TYPE_BOX, "css-name", "segment", "accessible-role",
                          GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_CENTER, NULL);

      gtk_widget_add_css_class (swatch, series->style);
      gtk_box_append (GTK_BOX (box), swatch);
      gtk_box_append (GTK_BOX (box), gtk_label_new (series->name));
      ft_wrap_box_append (FT_WRAP_BOX (self->legend), box);
    }
}

/* --- Callbacks --- */

static void
activated_cb (FtChart *chart, guint column, int series, FtChartCard *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, column, series);
}

static void
copy_cb (FtChartCard *self)
{
  g_autofree char *csv = NULL;

  if (self->data == NULL)
    return;
  csv = ft_chart_data_to_csv (self->data);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), csv);
}

/* --- The card --- */

static void
ft_chart_card_dispose (GObject *object)
{
  FtChartCard *self = FT_CHART_CARD (object);

  /* The drawing first: it shows what is freed then. */
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->data, ft_chart_data_free);

  G_OBJECT_CLASS (ft_chart_card_parent_class)->dispose (object);
}

static void
ft_chart_card_finalize (GObject *object)
{
  g_free (FT_CHART_CARD (object)->title);

  G_OBJECT_CLASS (ft_chart_card_parent_class)->finalize (object);
}

static void
ft_chart_card_class_init (FtChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_chart_card_dispose;
  object_class->finalize = ft_chart_card_finalize;

  signals[ACTIVATED] = g_signal_new ("activated", FT_TYPE_CHART_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "chartcard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_head (FtChartCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = add_label (head, self->title, "heading");
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  /* Translators: for a screen reader; %s is the title of a drawing */
  g_autofree char *name = g_strdup_printf (_ ("Copy “%s” as CSV"), self->title);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (copy, "flat");
  gtk_widget_add_css_class (copy, "small");
  gtk_widget_set_tooltip_text (copy, _ ("Copy as CSV"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), copy);
  return head;
}

static void
ft_chart_card_init (FtChartCard *self)
{
}

GtkWidget *
ft_chart_card_new (const char *title, const char *rule)
{
  FtChartCard *self = g_object_new (FT_TYPE_CHART_CARD, NULL);

  self->title = g_strdup (title);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "card");
  gtk_box_append (GTK_BOX (self->box), make_head (self));
  self->sum = GTK_LABEL (add_label (self->box, "", "sum"));
  self->legend = ft_wrap_box_new ();
  gtk_widget_add_css_class (self->legend, "legend");
  gtk_widget_set_visible (self->legend, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->legend);

  self->chart = ft_chart_new ();
  g_signal_connect_object (self->chart, "activated", G_CALLBACK (activated_cb), self, 0);
  self->table = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  gtk_widget_add_css_class (self->table, "table");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, self->chart, "chart");
  gtk_stack_add_named (self->stack, self->table, "table");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  add_label (self->box, rule, "rule");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, rule, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  return GTK_WIDGET (self);
}

void
ft_chart_card_show (FtChartCard *self, FtChartData *data, const char *sum)
{
  FtChartData *before;

  g_return_if_fail (FT_IS_CHART_CARD (self));
  g_return_if_fail (data != NULL);

  before = g_steal_pointer (&self->data);
  self->data = data;
  ft_chart_show (FT_CHART (self->chart), data);
  g_clear_pointer (&before, ft_chart_data_free);
  gtk_label_set_text (self->sum, sum);
  fill_legend (self);
  fill_table (self);
}

void
ft_chart_card_set_table (FtChartCard *self, gboolean table)
{
  g_return_if_fail (FT_IS_CHART_CARD (self));

  gtk_stack_set_visible_child_name (self->stack, table ? "table" : "chart");
}

const FtChartData *
ft_chart_card_get_data (FtChartCard *self)
{
  g_return_val_if_fail (FT_IS_CHART_CARD (self), NULL);
  return self->data;
}
