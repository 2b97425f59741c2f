#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-sheets.h"

#include "core/ft-calendar-span.h"
#include "ui/ft-day-sheet.h"
#include "ui/ft-week-sheet.h"

/* More than anybody does in a day; what is beyond is on the desk. */
#define MAX_LATE 500

/* --- Reading --- */

typedef struct
{
  FtDesk *desk; /* owned */
  gboolean week;
  gint32 first;
  gint32 last;
  GPtrArray *late; /* owned, FtPromiseRow */
  GPtrArray *rows; /* owned, FtPromiseRow */
  GArray *ids;     /* owned, gint64: their leads, each once */
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->desk);
  g_clear_pointer (&reading->late, g_ptr_array_unref);
  g_clear_pointer (&reading->rows, g_ptr_array_unref);
  g_array_unref (reading->ids);
  g_free (reading);
}

static FtStore *
get_store (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);
  return ft_desk_get_store (reading->desk);
}

static FtPaper *
make_paper (Reading *reading)
{
  FtClock *clock = ft_desk_get_clock (reading->desk);
  FtCivil now = ft_clock_civil (clock);
  const char *zone = ft_clock_get_zone (clock);
  FtPaper *paper = reading->week
                       ? ft_week_sheet_new (reading->first, reading->rows, now, zone,
                                            ft_desk_get_settings (reading->desk))
                       : ft_day_sheet_new (reading->first, reading->late, reading->rows, now, zone);

  ft_paper_set_rtl (paper, gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);
  return paper;
}

/* Promises of many leads come without telephone numbers; those of a list have them. */
static GPtrArray *
add_leads (GPtrArray *rows, GHashTable *leads)
{
  GPtrArray *full = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_row_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      const FtPromiseRow *row = rows->pdata[i];
      const FtLeadRow *lead = g_hash_table_lookup (leads, &row->lead->id);

      g_ptr_array_add (full, ft_promise_row_new (row->promise, lead ? lead->lead : row->lead));
    }
  return full;
}

static void
leads_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GHashTable) leads = g_hash_table_new (g_int64_hash, g_int64_equal);
  GError *error = NULL;
  g_autoptr (GPtrArray) found = ft_store_read_rows_finish (FT_STORE (source), result, &error);
  GPtrArray *late, *rows;

  if (found == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < found->len; i++)
    {
      FtLeadRow *row = found->pdata[i];
      if (row != NULL)
        g_hash_table_insert (leads, &row->lead->id, row);
    }
  late = add_leads (reading->late, leads);
  rows = add_leads (reading->rows, leads);
  g_ptr_array_unref (reading->late);
  g_ptr_array_unref (reading->rows);
  reading->late = late;
  reading->rows = rows;
  g_task_return_pointer (task, make_paper (reading), g_object_unref);
}

static void
collect_leads (Reading *reading, GPtrArray *rows)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      FtPromiseRow *row = rows->pdata[i];
      if (g_hash_table_add (seen, &row->lead->id))
        g_array_append_val (reading->ids, row->lead->id);
    }
}

static void
rows_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;

  reading->rows = ft_store_read_promises_finish (FT_STORE (source), result, &error);
  if (reading->rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  collect_leads (reading, reading->late);
  collect_leads (reading, reading->rows);
  ft_store_read_rows_async (FT_STORE (source), (const gint64 *) reading->ids->data,
                            reading->ids->len, NULL, leads_cb, g_steal_pointer (&task));
}

/* The first instant of a day, here. */
static gint64
begin_of (Reading *reading, gint32 day)
{
  const char *zone = ft_clock_get_zone (ft_desk_get_clock (reading->desk));
  return ft_civil_to_instant ((FtCivil){ day, 0, 0 }, zone, NULL);
}

static void
read_rows (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  ft_store_read_promises_async (get_store (task), begin_of (reading, reading->first),
                                begin_of (reading, reading->last + 1), 0, NULL, rows_cb, task);
}

static void
late_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  gint64 begin = begin_of (reading, reading->first);
  GError *error = NULL;
  g_autoptr (GPtrArray) found = ft_store_read_promises_finish (FT_STORE (source), result, &error);

  if (found == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < found->len; i++)
    {
      FtPromiseRow *row = found->pdata[i];
      /* One whose target alone is over is promised for later. */
      if (row->promise->promised_at < begin)
        g_ptr_array_add (reading->late, ft_promise_row_ref (row));
    }
  read_rows (g_steal_pointer (&task));
}

void
ft_sheets_read_async (
    FtDesk *desk, gint32 day, gboolean week, GAsyncReadyCallback callback, gpointer data)
{
  Reading *reading = g_new0 (Reading, 1);
  GTask *task;

  g_return_if_fail (FT_IS_DESK (desk));

  task = g_task_new (NULL, NULL, callback, data);
  g_task_set_source_tag (task, ft_sheets_read_async);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  reading->desk = g_object_ref (desk);
  reading->week = week;
  reading->late = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_row_unref);
  reading->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  ft_span_get_days (week ? FT_SPAN_WEEK : FT_SPAN_DAY, day, ft_first_weekday (), &reading->first,
                    &reading->last);
  if (!week && day == ft_clock_civil (ft_desk_get_clock (desk)).day)
    ft_store_read_promises_async (get_store (task), 1, begin_of (reading, day), MAX_LATE, NULL,
                                  late_cb, task);
  else
    read_rows (task);
}

FtPaper *
ft_sheets_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Printing --- */

typedef struct
{
  GtkWindow *parent; /* weak */
  FtPrinterTrouble trouble;
  gpointer data;
} Order;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Order *order = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtPaper) paper = ft_sheets_read_finish (result, &error);

  if (order->parent == NULL)
    return;
  if (paper != NULL)
    ft_printer_print (paper, order->parent, order->trouble, order->data);
  else
    order->trouble (error->message, order->data);
  g_clear_weak_pointer (&order->parent);
}

static void
print (GtkWindow *parent,
       FtDesk *desk,
       gint32 day,
       gboolean week,
       FtPrinterTrouble trouble,
       gpointer data)
{
  Order *order = g_new0 (Order, 1);

  g_set_weak_pointer (&order->parent, parent);
  order->trouble = trouble;
  order->data = data;
  ft_sheets_read_async (desk, day, week, read_cb, order);
}

void
ft_sheets_print_day (
    GtkWindow *parent, FtDesk *desk, gint32 day, FtPrinterTrouble trouble, gpointer data)
{
  print (parent, desk, day, FALSE, trouble, data);
}

void
ft_sheets_print_week (
    GtkWindow *parent, FtDesk *desk, gint32 day, FtPrinterTrouble trouble, gpointer data)
{
  print (parent, desk, day, TRUE, trouble, data);
}
