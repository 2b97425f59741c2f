#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-zone-completion.h"

#include "core/ft-civil.h"

/* All zones a country is in, as tzdata lists them. (element-type utf8) */
static GPtrArray *
list_zones (void)
{
  const char *directory = g_getenv ("TZDIR");
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *zones = g_ptr_array_new_with_free_func (g_free);

  path = g_build_filename (directory != NULL ? directory : "/usr/share/zoneinfo", "zone.tab", NULL);
  /* Without the list names can still be typed; they are checked against the zones themselves. */
  if (!g_file_get_contents (path, &contents, NULL, NULL))
    return zones;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = NULL;

      if (lines[i][0] == '#')
        continue;
      columns = g_strsplit (lines[i], "\t", 4);
      if (g_strv_length (columns) >= 3)
        g_ptr_array_add (zones, g_strdup (columns[2]));
    }
  return zones;
}

/* What two ways of writing a zone have in common. */
static char *
fold (const char *text)
{
  g_autofree char *spaced = g_strdelimit (g_strstrip (g_strdup (text)), "_", ' ');

  return g_utf8_casefold (spaced, -1);
}

static gboolean
match_cb (GtkEntryCompletion *completion, const char *key, GtkTreeIter *iter, gpointer data)
{
  g_autofree char *zone = NULL;
  g_autofree char *folded_zone = NULL;
  g_autofree char *folded_key = fold (key);

  gtk_tree_model_get (gtk_entry_completion_get_model (completion), iter, 0, &zone, -1);
  if (zone == NULL)
    return FALSE;
  folded_zone = fold (zone);
  return strstr (folded_zone, folded_key) != NULL;
}

GtkEntryCompletion *
ft_zone_completion_new (void)
{
  GtkEntryCompletion *completion = gtk_entry_completion_new ();
  g_autoptr (GtkListStore) store = gtk_list_store_new (1, G_TYPE_STRING);
  g_autoptr (GPtrArray) zones = list_zones ();

  for (guint i = 0; i < zones->len; i++)
    gtk_list_store_insert_with_values (store, NULL, -1, 0, g_ptr_array_index (zones, i), -1);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (store));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_completion_set_minimum_key_length (completion, 2);
  gtk_entry_completion_set_match_func (completion, match_cb, NULL, NULL);
  return completion;
}

const char *
ft_zone_from_text (const char *text)
{
  g_autoptr (GPtrArray) zones = NULL;
  g_autofree char *trimmed = NULL;
  g_autofree char *folded = NULL;
  const char *found;
  const char *match = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  trimmed = g_strstrip (g_strdup (text));
  found = ft_zone_intern (trimmed);
  if (found != NULL)
    return found;

  folded = fold (trimmed);
  zones = list_zones ();
  for (guint i = 0; i < zones->len; i++)
    {
      const char *zone = g_ptr_array_index (zones, i);
      const char *slash = strrchr (zone, '/');
      g_autofree char *folded_zone = fold (zone);
      g_autofree char *folded_city = fold (slash != NULL ? slash + 1 : zone);

      if (g_str_equal (folded_zone, folded))
        return ft_zone_intern (zone);
      if (!g_str_equal (folded_city, folded))
        continue;
      if (match != NULL)
        return NULL;
      match = zone;
    }
  return match != NULL ? ft_zone_intern (match) : NULL;
}
