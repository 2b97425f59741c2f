#define G_LOG_DOMAIN "ft-core"

#include "core/ft-day-off.h"

FtDayOffData *
ft_day_off_data_new (FtDayOffKind kind, gint32 first_day, gint32 last_day, const char *text)
{
  FtDayOffData *day_off = g_atomic_rc_box_new0 (FtDayOffData);

  day_off->uid = g_strdup ("");
  day_off->kind = kind;
  day_off->first_day = first_day;
  day_off->last_day = last_day;
  day_off->text = g_strdup (text);
  return day_off;
}

FtDayOffData *
ft_day_off_data_copy (const FtDayOffData *day_off)
{
  FtDayOffData *copy = g_atomic_rc_box_dup (sizeof *day_off, (gpointer) day_off);

  copy->uid = g_strdup (day_off->uid);
  copy->text = g_strdup (day_off->text);
  return copy;
}

FtDayOffData *
ft_day_off_data_ref (FtDayOffData *day_off)
{
  return g_atomic_rc_box_acquire (day_off);
}

static void
clear_day_off (gpointer data)
{
  FtDayOffData *day_off = data;

  g_free (day_off->uid);
  g_free (day_off->text);
}

void
ft_day_off_data_unref (FtDayOffData *day_off)
{
  g_atomic_rc_box_release_full (day_off, clear_day_off);
}

gboolean
ft_day_off_data_equal (const FtDayOffData *a, const FtDayOffData *b)
{
  return a->id == b->id && g_str_equal (a->uid, b->uid) && a->kind == b->kind
         && a->first_day == b->first_day && a->last_day == b->last_day
         && g_str_equal (a->text, b->text);
}

gboolean
ft_day_off_data_has (const FtDayOffData *day_off, gint32 day)
{
  return day >= day_off->first_day && day <= day_off->last_day;
}

GPtrArray *
ft_days_off_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ft_day_off_data_unref);
}

gboolean
ft_days_off_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!ft_day_off_data_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

const FtDayOffData *
ft_days_off_find (GPtrArray *days_off, gint32 day)
{
  const FtDayOffData *holiday = NULL;

  for (guint i = 0; i < days_off->len; i++)
    {
      const FtDayOffData *day_off = days_off->pdata[i];

      if (!ft_day_off_data_has (day_off, day))
        continue;
      if (day_off->kind == FT_DAY_OFF_AWAY)
        return day_off;
      if (holiday == NULL)
        holiday = day_off;
    }
  return holiday;
}

const FtDayOffData *
ft_days_off_get (GPtrArray *days_off, gint64 id)
{
  for (guint i = 0; i < days_off->len; i++)
    if (((FtDayOffData *) days_off->pdata[i])->id == id)
      return days_off->pdata[i];
  return NULL;
}
