#include "letters.h"

typedef struct
{
  GHashTable *labels; /* keyval → the label that has claimed it */
  GString *wrong;
} Letters;

static gboolean
is_usable (GtkLabel *label)
{
  GtkWidget *other = gtk_label_get_mnemonic_widget (label);

  return gtk_widget_is_sensitive (GTK_WIDGET (label))
         && (other == NULL || gtk_widget_is_sensitive (other));
}

static void
claim (Letters *letters, GtkLabel *label)
{
  guint letter = gdk_keyval_to_lower (gtk_label_get_mnemonic_keyval (label));
  GtkLabel *before;

  if (letter == GDK_KEY_VoidSymbol || !is_usable (label))
    return;
  before = g_hash_table_lookup (letters->labels, GUINT_TO_POINTER (letter));
  if (before != NULL)
    g_string_append_printf (letters->wrong, "\n  Alt+%s is “%s” and “%s”", gdk_keyval_name (letter),
                            gtk_label_get_label (before), gtk_label_get_label (label));
  else
    g_hash_table_insert (letters->labels, GUINT_TO_POINTER (letter), label);
}

static void
walk (GtkWidget *widget, Letters *letters)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    claim (letters, GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_SHORTCUT_MANAGER (child))
      letters_check (child, letters->wrong);
    else
      walk (child, letters);
}

void
letters_check (GtkWidget *root, GString *wrong)
{
  g_autoptr (GHashTable) labels = g_hash_table_new (NULL, NULL);
  Letters letters = { labels, wrong };

  walk (root, &letters);
}
