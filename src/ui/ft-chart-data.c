#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-chart-data.h"

#include "interchange/ft-csv-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* An axis has about so many marks. */
#define N_MARKS 4

static void
free_series (gpointer data)
{
  FtChartSeries *series = data;

  g_free (series->name);
  g_free (series);
}

static void
free_column (gpointer data)
{
  FtChartColumnData *column = data;

  g_free (column->label);
  g_free (column->name);
  g_free (column->more);
  g_free (column->values);
  g_free (column);
}

FtChartData *
ft_chart_data_new (FtChartKind kind, gboolean percent, const char *what)
{
  FtChartData *self = g_new0 (FtChartData, 1);

  self->kind = kind;
  self->percent = percent;
  self->what = g_strdup (what);
  self->series = g_ptr_array_new_with_free_func (free_series);
  self->columns = g_ptr_array_new_with_free_func (free_column);
  return self;
}

void
ft_chart_data_free (FtChartData *self)
{
  g_free (self->what);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

void
ft_chart_data_add_series (FtChartData *self, const char *name, const char *style)
{
  FtChartSeries *series = g_new0 (FtChartSeries, 1);

  g_return_if_fail (self->columns->len == 0);

  series->name = g_strdup (name);
  series->style = style;
  g_ptr_array_add (self->series, series);
}

FtChartColumnData *
ft_chart_data_add_column (FtChartData *self, const char *label, const char *name)
{
  FtChartColumnData *column = g_new0 (FtChartColumnData, 1);

  column->label = g_strdup (label);
  column->name = g_strdup (name);
  column->more = g_strdup ("");
  column->values = g_new0 (double, MAX (self->series->len, 1));
  column->has_list = TRUE;
  g_ptr_array_add (self->columns, column);
  return column;
}

char *
ft_chart_data_format (const FtChartData *self, double value)
{
  /* Translators: a share, with the blank your language has before the sign */
  return self->percent ? g_strdup_printf (C_ ("share", "%.0f %%"), value)
                       : g_strdup_printf ("%.0f", value);
}

char *
ft_chart_data_say (const FtChartData *self, guint column)
{
  const FtChartColumnData *data = g_ptr_array_index (self->columns, column);
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < self->series->len; i++)
    {
      const FtChartSeries *series = g_ptr_array_index (self->series, i);
      g_autofree char *value = ft_chart_data_format_column (self, data, i);

      if (i > 0)
        /* Translators: between the parts of a list */
        g_string_append (values, C_ ("list", ", "));
      /* Translators: what is counted, and how many: "Early 3" */
      g_string_append_printf (values, C_ ("chart", "%1$s %2$s"), series->name, value);
    }
  if (*data->more != '\0')
    g_string_append_printf (values, " (%s)", data->more);
  /* Translators: a bar: what it is of, and its values: "Week of 16 November: Early 3, Kept 5" */
  return g_strdup_printf (C_ ("chart", "%1$s: %2$s"), data->name, values->str);
}

char *
ft_chart_data_format_column (const FtChartData *self, const FtChartColumnData *column, guint series)
{
  return column->unknown ? g_strdup ("–") : ft_chart_data_format (self, column->values[series]);
}

double
ft_chart_data_get_most (const FtChartData *self)
{
  double most = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const FtChartColumnData *column = g_ptr_array_index (self->columns, i);
      double sum = 0;

      for (guint j = 0; j < self->series->len; j++)
        sum += column->values[j];
      most = MAX (most, sum);
    }
  return most;
}

void
ft_chart_data_get_scale (const FtChartData *self, double *top, double *step)
{
  double most = ft_chart_data_get_most (self);
  double power;

  if (self->percent)
    {
      *top = 100;
      *step = 50;
      return;
    }
  /* 1, 2 or 5 times a power of ten, and whole numbers only. */
  power = pow (10, floor (log10 (MAX (most / N_MARKS, 1))));
  *step = power;
  if (most / N_MARKS > *step)
    *step = 2 * power;
  if (most / N_MARKS > *step)
    *step = 5 * power;
  if (most / N_MARKS > *step)
    *step = 10 * power;
  *top = MAX (ceil (most / *step), 1) * *step;
}

char *
ft_chart_data_to_csv (const FtChartData *self)
{
  GString *out = g_string_new (NULL);

  ft_csv_append_cell (out, self->what, TRUE, TRUE);
  for (guint i = 0; i < self->series->len; i++)
    ft_csv_append_cell (out, ((FtChartSeries *) g_ptr_array_index (self->series, i))->name, FALSE,
                        TRUE);
  g_string_append (out, "\r\n");
  for (guint i = 0; i < self->columns->len; i++)
    {
      const FtChartColumnData *column = g_ptr_array_index (self->columns, i);

      ft_csv_append_cell (out, column->name, TRUE, TRUE);
      for (guint j = 0; j < self->series->len; j++)
        {
          g_autofree char *value
              = column->unknown ? g_strdup ("") : g_strdup_printf ("%.0f", column->values[j]);

          ft_csv_append_cell (out, value, FALSE, TRUE);
        }
      g_string_append (out, "\r\n");
    }
  return g_string_free (out, FALSE);
}
