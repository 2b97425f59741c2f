#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-effort.h"

#include <glib/gi18n-lib.h>

/* Days are negative. */
static const int EFFORTS[] = { 0, 15, 30, 60, 120, 240, -1, -2 };

static char *
dup_words (int effort)
{
  if (effort == 0)
    return g_strdup (_ ("How long it takes…"));
  if (effort < 0)
    return g_strdup_printf (ngettext ("%d day", "%d days", -effort), -effort);
  if (effort < 60)
    return g_strdup_printf (ngettext ("%d minute", "%d minutes", effort), effort);
  return g_strdup_printf (ngettext ("%d hour", "%d hours", effort / 60), effort / 60);
}

void
ft_effort_offer (GtkDropDown *drop_down)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (EFFORTS); i++)
    {
      g_autofree char *words = dup_words (EFFORTS[i]);

      gtk_string_list_append (list, words);
    }
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
}

int
ft_effort_get (GtkDropDown *drop_down, const FtSettings *settings)
{
  guint selected = gtk_drop_down_get_selected (drop_down);
  int effort = selected < G_N_ELEMENTS (EFFORTS) ? EFFORTS[selected] : 0;

  return effort < 0 ? -effort * (settings->day_ends - settings->day_begins) : effort;
}
