#define G_LOG_DOMAIN "ft-core"

#include "core/ft-settings.h"

#include "core/ft-checklist.h"
#include "core/ft-money.h"
#include "core/ft-stationery.h"

#define MINUTES_A_DAY 1440

/* All numbers in one table: their names, what they are if nobody says otherwise, and what they can
 * be. */
static const struct
{
  const char *name;
  gsize offset;
  int usual;
  int least;
  int most;
} numbers[] = {
#define NUMBER(field, name, usual, least, most)                                                    \
  {                                                                                                \
    name, G_STRUCT_OFFSET (FtSettings, field), usual, least, most                                  \
  }
  NUMBER (work_days, "work-days", 0x1f, 1, 0x7f),
  NUMBER (day_begins, "day-begins", 9 * 60, 0, MINUTES_A_DAY - 1),
  NUMBER (day_ends, "day-ends", 18 * 60, 1, MINUTES_A_DAY),
  NUMBER (quiet_from, "quiet-from", 20 * 60, 0, MINUTES_A_DAY - 1),
  NUMBER (quiet_until, "quiet-until", 7 * 60, 0, MINUTES_A_DAY - 1),
  NUMBER (interval, "interval", 7, 1, 365),
  NUMBER (question_days, "question-days", 7, 1, 365),
  NUMBER (contacts_a_week, "contacts-a-week", 1, 1, 7),
  NUMBER (contacts_near_decision, "contacts-near-decision", 2, 1, 7),
  NUMBER (near_decision_days, "near-decision-days", 30, 0, 365),
  NUMBER (last_days, "last-days", 3, 1, 30),
  NUMBER (far_days, "far-days", 7, 1, 365),
  NUMBER (invisible_days, "invisible-days", 14, 1, 365),
  NUMBER (proposal_days, "proposal-days", 3, 1, 60),
  NUMBER (least_contacts, "least-contacts", 5, 0, 20),
  NUMBER (first_promises_a_day, "first-promises-a-day", 10, 1, 500),
  NUMBER (slot_minutes, "slot-minutes", 15, 5, 480),
  NUMBER (contacts_a_day, "contacts-a-day", 20, 1, 500),
  NUMBER (score_period, "score-period", 1, 0, 3),
  NUMBER (hints, "hints", TRUE, FALSE, TRUE),
  NUMBER (calendar_file, "calendar-file", FALSE, FALSE, TRUE),
  NUMBER (morning, "morning", TRUE, FALSE, TRUE),
  NUMBER (hide_names, "hide-names", FALSE, FALSE, TRUE),
#undef NUMBER
};

static gboolean
is_currency (const char *value)
{
  return *value == '\0' || ft_money_is_currency (value);
}

static gboolean
are_checklists (const char *value)
{
  g_autoptr (GPtrArray) checklists = ft_checklists_parse (value);
  return checklists != NULL;
}

static gboolean
is_sender (const char *value)
{
  return TRUE;
}

static gboolean
is_stationery (const char *value)
{
  return *value == '\0' || ft_stationery_find (value) != NULL;
}

/* And all texts; none of them is anything unless somebody says so. */
static const struct
{
  const char *name;
  gsize offset;
  gboolean (*is) (const char *value);
} texts[] = {
  { "currency", G_STRUCT_OFFSET (FtSettings, currency), is_currency },
  { "checklists", G_STRUCT_OFFSET (FtSettings, checklists), are_checklists },
  { "sender", G_STRUCT_OFFSET (FtSettings, sender), is_sender },
  { "stationery", G_STRUCT_OFFSET (FtSettings, stationery), is_stationery },
};

static char **
get_text (const FtSettings *settings, guint i)
{
  return &G_STRUCT_MEMBER (char *, settings, texts[i].offset);
}

FtSettings *
ft_settings_new (void)
{
  FtSettings *settings = g_atomic_rc_box_new0 (FtSettings);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    G_STRUCT_MEMBER (int, settings, numbers[i].offset) = numbers[i].usual;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *get_text (settings, i) = g_strdup ("");
  settings->days_off = ft_days_off_new ();
  return settings;
}

FtSettings *
ft_settings_copy (const FtSettings *settings)
{
  FtSettings *copy = g_atomic_rc_box_dup (sizeof *settings, (gpointer) settings);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *get_text (copy, i) = g_strdup (*get_text (settings, i));
  copy->days_off = g_ptr_array_ref (settings->days_off);
  return copy;
}

FtSettings *
ft_settings_ref (FtSettings *settings)
{
  return g_atomic_rc_box_acquire (settings);
}

static void
clear_settings (gpointer data)
{
  FtSettings *settings = data;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*get_text (settings, i));
  g_ptr_array_unref (settings->days_off);
}

void
ft_settings_unref (FtSettings *settings)
{
  g_atomic_rc_box_release_full (settings, clear_settings);
}

gboolean
ft_settings_equal (const FtSettings *a, const FtSettings *b)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (G_STRUCT_MEMBER (int, a, numbers[i].offset) != G_STRUCT_MEMBER (int, b, numbers[i].offset))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!g_str_equal (*get_text (a, i), *get_text (b, i)))
      return FALSE;
  return ft_days_off_equal (a->days_off, b->days_off);
}

void
ft_settings_set_days_off (FtSettings *settings, GPtrArray *days_off)
{
  g_ptr_array_ref (days_off);
  g_ptr_array_unref (settings->days_off);
  settings->days_off = days_off;
}

const char *const *
ft_settings_get_names (void)
{
  static const char *names[G_N_ELEMENTS (numbers) + G_N_ELEMENTS (texts) + 1];
  static gsize ready = 0;
  if (g_once_init_enter (&ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
        names[i] = numbers[i].name;
      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        names[G_N_ELEMENTS (numbers) + i] = texts[i].name;
      g_once_init_leave (&ready, 1);
    }
  return names;
}

char *
ft_settings_get (const FtSettings *settings, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (name, numbers[i].name))
      return g_strdup_printf ("%d", G_STRUCT_MEMBER (int, settings, numbers[i].offset));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (name, texts[i].name))
      return g_strdup (*get_text (settings, i));
  return NULL;
}

gboolean
ft_settings_set (FtSettings *settings, const char *name, const char *value)
{
  gint64 number;
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (!g_str_equal (name, numbers[i].name))
        continue;
      if (!g_ascii_string_to_signed (value, 10, numbers[i].least, numbers[i].most, &number, NULL))
        return FALSE;
      G_STRUCT_MEMBER (int, settings, numbers[i].offset) = number;
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *copy;
      if (!g_str_equal (name, texts[i].name))
        continue;
      if (!texts[i].is (value))
        return FALSE;
      copy = g_strdup (value);
      g_free (*get_text (settings, i));
      *get_text (settings, i) = copy;
      return TRUE;
    }
  return FALSE;
}

gboolean
ft_settings_get_range (const char *name, int *least, int *most)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (name, numbers[i].name))
      {
        if (least)
          *least = numbers[i].least;
        if (most)
          *most = numbers[i].most;
        return TRUE;
      }
  return FALSE;
}

gboolean
ft_settings_is_quiet (const FtSettings *settings, int minute)
{
  if (settings->quiet_from <= settings->quiet_until)
    return minute >= settings->quiet_from && minute < settings->quiet_until;
  return minute >= settings->quiet_from || minute < settings->quiet_until;
}
