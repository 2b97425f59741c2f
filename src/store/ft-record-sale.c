#define G_LOG_DOMAIN "ft-store"

#include "store/ft-record.h"

#include "store/ft-columns.h"

static gpointer
column_sale (FtDatabase *database, FtStatement *select)
{
  FtSaleData *sale = ft_sale_data_new (ft_column_int (select, 2), ft_column_int (select, 9),
                                       ft_column_text (select, 3));
  sale->id = ft_column_int (select, 0);
  ft_column_set (select, 1, &sale->uid);
  sale->value = ft_column_int (select, 4);
  ft_column_set (select, 5, &sale->currency);
  sale->benefit.head = ft_column_int (select, 6);
  ft_column_set (select, 7, &sale->benefit.text);
  ft_column_set (select, 8, &sale->checklist);
  sale->delivery_day = ft_column_day (select, 10);
  sale->delivered_at = ft_column_int (select, 11);
  sale->referral = ft_column_int (select, 12);
  ft_column_set (select, 13, &sale->referral_words);
  sale->created_at = ft_column_int (select, 14);
  return sale;
}

FtSaleData *
ft_record_read_sale (FtDatabase *database, gint64 id)
{
  return ft_read_record (database, ft_statement (database, "SELECT * FROM sale WHERE id = ?"), id,
                         column_sale);
}

GPtrArray *
ft_record_read_sales_of (FtDatabase *database, gint64 lead_id)
{
  FtStatement *select = ft_statement (
      database, "SELECT * FROM sale WHERE lead_id = ? ORDER BY sold_at DESC, id DESC");

  ft_bind_int (select, lead_id);
  return ft_read_records (database, select, column_sale, (GDestroyNotify) ft_sale_data_unref);
}

static void
run_with_sale (FtStatement *statement, const FtSaleData *sale)
{
  char delivery_day[FT_CIVIL_TEXT];

  ft_bind_int (statement, sale->id);
  ft_bind_text (statement, sale->uid);
  ft_bind_int (statement, sale->lead_id);
  ft_bind_text (statement, sale->what);
  ft_bind_int (statement, sale->value);
  ft_bind_text (statement, sale->currency);
  ft_bind_int (statement, sale->benefit.head);
  ft_bind_text (statement, sale->benefit.text);
  ft_bind_text (statement, sale->checklist);
  ft_bind_int (statement, sale->sold_at);
  ft_bind_day (statement, sale->delivery_day, delivery_day);
  ft_bind_int (statement, sale->delivered_at);
  ft_bind_int (statement, sale->referral);
  ft_bind_text (statement, sale->referral_words);
  ft_bind_int (statement, sale->created_at);
  ft_run (statement);
}

void
ft_record_insert_sale (FtDatabase *database, const FtSaleData *sale)
{
  run_with_sale (ft_statement (database, "INSERT INTO sale VALUES "
                                         "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                 sale);
}

void
ft_record_update_sale (FtDatabase *database, const FtSaleData *sale)
{
  run_with_sale (
      ft_statement (database, "UPDATE sale SET lead_id = ?3, what = ?4, value = ?5, currency = ?6, "
                              "benefit_head = ?7, benefit = ?8, checklist = ?9, sold_at = ?10, "
                              "delivery_day = ?11, delivered_at = ?12, referral = ?13, "
                              "referral_words = ?14, created_at = ?15 WHERE id = ?1"),
      sale);
}

void
ft_record_delete_sale (FtDatabase *database, gint64 id)
{
  ft_run_with_id (ft_statement (database,
                                "UPDATE contact SET promise_id = NULL WHERE promise_id IN "
                                "(SELECT id FROM promise WHERE sale_id = ?)"),
                  id);
  ft_run_with_id (ft_statement (database, "DELETE FROM promise WHERE sale_id = ?"), id);
  ft_run_with_id (ft_statement (database, "DELETE FROM sale WHERE id = ?"), id);
}
