#define G_LOG_DOMAIN "ft-store"

#include "store/ft-write-record.h"

#include "store/ft-days-off.h"
#include "store/ft-record.h"
#include "store/ft-store.h"

#include <glib/gi18n-lib.h>

/* --- Rules --- */

void
ft_write_refuse (FtDatabase *database, const char *message)
{
  ft_database_fail (database,
                    g_error_new_literal (FT_STORE_ERROR, FT_STORE_ERROR_INVALID, message));
}

void
ft_write_refuse_missing (FtDatabase *database)
{
  ft_write_refuse (database,
                   _ ("What you changed has been removed in the meantime. Nothing was changed; "
                      "undo brings it back."));
}

static void
give_uid (char **uid)
{
  if (**uid)
    return;
  g_free (*uid);
  *uid = g_uuid_string_random ();
}

gboolean
ft_write_is_blank (const char *text)
{
  for (; *text; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static void
check_lead (FtDatabase *database, const FtLeadData *lead)
{
  if (ft_write_is_blank (lead->name))
    ft_write_refuse (database, _ ("A lead needs a name. Enter one and save again."));
}

/* A target after the promised time would be a promise broken on purpose (C2): it is moved to it. */
static void
settle_promise (FtDatabase *database, FtPromiseData *promise)
{
  if (!ft_civil_is_set (promise->promised))
    {
      ft_write_refuse (database, _ ("A promise needs a day. Choose one and save again."));
      return;
    }
  promise->promised_at = ft_record_to_instant (database, promise->promised, promise->zone);
  promise->target_at = ft_record_to_instant (database, promise->target, promise->zone);
  if (!ft_civil_is_set (promise->target) || promise->target_at > promise->promised_at)
    {
      promise->target = promise->promised;
      promise->target_at = promise->promised_at;
    }
}

/* --- New records --- */

FtLeadData *
ft_write_new_lead (FtDatabase *database, const FtLeadData *lead)
{
  g_autoptr (FtLeadData) copy = ft_lead_data_copy (lead);

  check_lead (database, copy);
  copy->id = ft_database_new_id (database);
  give_uid (&copy->uid);
  if (copy->created_at == 0)
    copy->created_at = ft_database_get_now (database);
  copy->changed_at = ft_database_get_now (database);
  ft_record_insert_lead (database, copy);
  return g_steal_pointer (&copy);
}

gint64
ft_write_new_promise (FtDatabase *database,
                      const FtPromiseData *promise,
                      gint64 lead_id,
                      gint64 piece_id,
                      gint64 sale_id)
{
  g_autoptr (FtPromiseData) copy = ft_promise_data_copy (promise);

  settle_promise (database, copy);
  copy->id = ft_database_new_id (database);
  copy->lead_id = lead_id;
  copy->piece_id = piece_id;
  copy->sale_id = sale_id;
  give_uid (&copy->uid);
  if (copy->created_at == 0)
    copy->created_at = ft_database_get_now (database);
  ft_record_insert_promise (database, copy);
  return copy->id;
}

gint64
ft_write_new_contact (FtDatabase *database,
                      const FtContactData *contact,
                      gint64 lead_id,
                      gint64 promise_id,
                      gint64 piece_id)
{
  g_autoptr (FtContactData) copy = ft_contact_data_copy (contact);

  copy->id = ft_database_new_id (database);
  copy->lead_id = lead_id;
  copy->promise_id = promise_id;
  copy->piece_id = piece_id;
  give_uid (&copy->uid);
  ft_record_insert_contact (database, copy);
  return copy->id;
}

gint64
ft_write_new_piece (FtDatabase *database, const FtPieceData *piece)
{
  g_autoptr (FtPieceData) copy = ft_piece_data_copy (piece);

  copy->id = ft_database_new_id (database);
  give_uid (&copy->uid);
  if (copy->created_at == 0)
    copy->created_at = ft_database_get_now (database);
  ft_record_insert_piece (database, copy);
  return copy->id;
}

/* Returns whether it is one to write; else the database has failed. */
static gboolean
check_day_off (FtDatabase *database, const FtDayOffData *day_off)
{
  if (day_off->first_day > 0 && day_off->last_day >= day_off->first_day)
    return TRUE;
  ft_write_refuse (database,
                   _ ("An absence ends on the day it begins, or later. Choose its days again."));
  return FALSE;
}

void
ft_write_new_day_off (FtDatabase *database, const FtDayOffData *day_off)
{
  g_autoptr (FtDayOffData) copy = ft_day_off_data_copy (day_off);

  if (!check_day_off (database, copy))
    return;
  copy->id = ft_database_new_id (database);
  give_uid (&copy->uid);
  ft_days_off_insert (database, copy);
}

gint64
ft_write_new_sale (FtDatabase *database, const FtSaleData *sale, gint64 lead_id)
{
  g_autoptr (FtSaleData) copy = ft_sale_data_copy (sale);

  copy->id = ft_database_new_id (database);
  copy->lead_id = lead_id;
  give_uid (&copy->uid);
  if (copy->created_at == 0)
    copy->created_at = ft_database_get_now (database);
  ft_record_insert_sale (database, copy);
  return copy->id;
}

/* --- Known records --- */

void
ft_write_piece (FtDatabase *database, const FtPieceData *piece)
{
  g_autoptr (FtPieceData) old = ft_record_read_piece (database, piece->id);
  g_autoptr (FtPieceData) copy = ft_piece_data_copy (piece);

  if (!old)
    {
      ft_write_refuse_missing (database);
      return;
    }
  g_free (copy->uid);
  copy->uid = g_strdup (old->uid);
  copy->created_at = old->created_at;
  if (!ft_piece_data_equal (copy, old))
    ft_record_update_piece (database, copy);
}

void
ft_write_lead (FtDatabase *database, const FtLeadData *lead)
{
  g_autoptr (FtLeadData) old = ft_record_read_lead (database, lead->id);
  g_autoptr (FtLeadData) copy = ft_lead_data_copy (lead);

  check_lead (database, lead);
  if (!old)
    {
      ft_write_refuse_missing (database);
      return;
    }
  /* What it is called for ever and when it came is not for an edit to change. */
  g_free (copy->uid);
  copy->uid = g_strdup (old->uid);
  copy->created_at = old->created_at;
  if (ft_lead_data_equal (copy, old))
    return;
  copy->changed_at = ft_database_get_now (database);
  ft_record_update_lead (database, copy, old);
}

void
ft_write_promise (FtDatabase *database,
                  const FtPromiseData *promise,
                  gint64 lead_id,
                  gint64 piece_id,
                  gint64 sale_id)
{
  g_autoptr (FtPromiseData) old = ft_record_read_promise (database, promise->id);
  g_autoptr (FtPromiseData) copy = ft_promise_data_copy (promise);

  if (!old)
    {
      ft_write_refuse_missing (database);
      return;
    }
  settle_promise (database, copy);
  copy->lead_id = lead_id;
  copy->piece_id = piece_id;
  copy->sale_id = sale_id;
  g_free (copy->uid);
  copy->uid = g_strdup (old->uid);
  copy->created_at = old->created_at;
  if (!ft_promise_data_equal (copy, old))
    ft_record_update_promise (database, copy);
}

void
ft_write_contact (FtDatabase *database,
                  const FtContactData *contact,
                  gint64 lead_id,
                  gint64 promise_id,
                  gint64 piece_id)
{
  g_autoptr (FtContactData) old = ft_record_read_contact (database, contact->id);
  g_autoptr (FtContactData) copy = ft_contact_data_copy (contact);

  if (!old)
    {
      ft_write_refuse_missing (database);
      return;
    }
  copy->lead_id = lead_id;
  copy->promise_id = promise_id;
  copy->piece_id = piece_id;
  g_free (copy->uid);
  copy->uid = g_strdup (old->uid);
  if (!ft_contact_data_equal (copy, old))
    ft_record_update_contact (database, copy);
}

void
ft_write_sale (FtDatabase *database, const FtSaleData *sale, gint64 lead_id)
{
  g_autoptr (FtSaleData) old = ft_record_read_sale (database, sale->id);
  g_autoptr (FtSaleData) copy = ft_sale_data_copy (sale);

  if (!old)
    {
      ft_write_refuse_missing (database);
      return;
    }
  copy->lead_id = lead_id;
  g_free (copy->uid);
  copy->uid = g_strdup (old->uid);
  copy->created_at = old->created_at;
  if (!ft_sale_data_equal (copy, old))
    ft_record_update_sale (database, copy);
}

void
ft_write_day_off (FtDatabase *database, const FtDayOffData *day_off)
{
  if (ft_days_off_find_uid (database, day_off->uid) != day_off->id)
    ft_write_refuse_missing (database);
  else if (check_day_off (database, day_off))
    ft_days_off_update (database, day_off);
}
