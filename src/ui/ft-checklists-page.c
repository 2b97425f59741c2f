#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-checklists-page.h"

#include "core/ft-checklist.h"
#include "ui/ft-checklist-row.h"

#include <glib/gi18n-lib.h>

/* One kind of sale. */
typedef struct
{
  AdwPreferencesGroup *group; /* children */
  AdwEntryRow *name;
  GtkWidget *add;
  GPtrArray *rows; /* owned, of FtChecklistRow */
  char *saved;     /* the name, which is taken over when it is applied */
} Kind;

struct _FtChecklistsPage
{
  AdwPreferencesPage parent_instance;

  GPtrArray *kinds; /* owned, Kind */
  char *text;       /* as shown; "" for the usual ones */

  AdwPreferencesGroup *more; /* child */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtChecklistsPage, ft_checklists_page, ADW_TYPE_PREFERENCES_PAGE)

static void
free_kind (gpointer data)
{
  Kind *kind = data;

  g_ptr_array_unref (kind->rows);
  g_free (kind->saved);
  g_free (kind);
}

static GPtrArray *
read_widgets (FtChecklistsPage *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_checklist_free);

  for (guint i = 0; i < self->kinds->len; i++)
    {
      const Kind *kind = g_ptr_array_index (self->kinds, i);
      FtChecklist *checklist = ft_checklist_new (kind->saved);

      for (guint j = 0; j < kind->rows->len; j++)
        g_ptr_array_add (checklist->steps,
                         ft_checklist_row_dup_step (g_ptr_array_index (kind->rows, j)));
      g_ptr_array_add (list, checklist);
    }
  return list;
}

static void
changed_cb (FtChecklistsPage *self)
{
  g_autoptr (GPtrArray) list = NULL;

  g_assert (FT_IS_CHECKLISTS_PAGE (self));

  list = read_widgets (self);
  g_free (self->text);
  self->text = ft_checklists_print (list);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Kinds and steps come and go --- */

static void rebuild (FtChecklistsPage *self, GPtrArray *list);

/* Takes @list. */
static void
change_to (FtChecklistsPage *self, GPtrArray *list)
{
  rebuild (self, list);
  changed_cb (self);
  g_ptr_array_unref (list);
}

static guint
find_kind_with (FtChecklistsPage *self, gpointer widget)
{
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const Kind *kind = g_ptr_array_index (self->kinds, i);

      if (kind->group == widget || kind->name == widget || kind->add == widget
          || g_ptr_array_find (kind->rows, widget, NULL))
        return i;
    }
  g_return_val_if_reached (0);
}

static void
row_removed_cb (FtChecklistRow *row, FtChecklistsPage *self)
{
  GPtrArray *list = read_widgets (self);
  guint i = find_kind_with (self, row);
  const Kind *kind = g_ptr_array_index (self->kinds, i);
  FtChecklist *checklist = g_ptr_array_index (list, i);
  guint position;

  if (g_ptr_array_find (kind->rows, row, &position))
    g_ptr_array_remove_index (checklist->steps, position);
  change_to (self, list);
}

static void
add_step_cb (GtkWidget *button, FtChecklistsPage *self)
{
  GPtrArray *list = read_widgets (self);
  FtChecklist *checklist = g_ptr_array_index (list, find_kind_with (self, button));

  g_ptr_array_add (checklist->steps, ft_checklist_step_new (_ ("New step"), FT_PROMISE_STEP, 1,
                                                            FT_UNIT_WORKDAYS, FT_AFTER_SALE));
  change_to (self, list);
}

static gboolean
is_taken (GPtrArray *list, const char *name)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((FtChecklist *) g_ptr_array_index (list, i))->name, name))
      return TRUE;
  return FALSE;
}

static void
add_kind_cb (FtChecklistsPage *self)
{
  GPtrArray *list = NULL;
  FtChecklist *checklist;

  g_assert (FT_IS_CHECKLISTS_PAGE (self));

  list = read_widgets (self);
  checklist = ft_checklist_copy (g_ptr_array_index (list, 0));
  for (guint n = list->len + 1; is_taken (list, checklist->name); n++)
    {
      g_free (checklist->name);
      /* Translators: a kind of sale that has no name yet, by its number. */
      checklist->name = g_strdup_printf (_ ("Kind of Sale %u"), n);
    }
  g_ptr_array_add (list, checklist);
  change_to (self, list);
}

static void
remove_kind_cb (GtkWidget *button, FtChecklistsPage *self)
{
  GPtrArray *list = read_widgets (self);
  AdwPreferencesGroup *group
      = ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (button, ADW_TYPE_PREFERENCES_GROUP));

  g_ptr_array_remove_index (list, find_kind_with (self, group));
  change_to (self, list);
}

static void
usual_cb (FtChecklistsPage *self)
{
  g_autoptr (GPtrArray) usual = NULL;

  g_assert (FT_IS_CHECKLISTS_PAGE (self));

  usual = ft_checklists_parse ("");
  rebuild (self, usual);
  g_free (self->text);
  self->text = g_strdup ("");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
name_applied_cb (AdwEntryRow *row, FtChecklistsPage *self)
{
  Kind *kind = g_ptr_array_index (self->kinds, find_kind_with (self, row));
  g_autoptr (GPtrArray) list = read_widgets (self);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*name == '\0' || (is_taken (list, name) && !g_str_equal (name, kind->saved)))
    {
      gtk_editable_set_text (GTK_EDITABLE (row), kind->saved);
      return;
    }
  g_free (kind->saved);
  kind->saved = g_steal_pointer (&name);
  changed_cb (self);
}

/* --- Widgets --- */

static GtkWidget *
make_button (const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
add_kind (FtChecklistsPage *self, const FtChecklist *checklist, gboolean only)
{
  Kind *kind = g_new0 (Kind, 1);
  GtkWidget *remove = make_button (_ ("Remove"));

  kind->saved = g_strdup (checklist->name);
  kind->rows = g_ptr_array_new ();
  kind->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  kind->name = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (kind->name), _ ("Kind of Sale"));
  adw_entry_row_set_show_apply_button (kind->name, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (kind->name), checklist->name);
  g_signal_connect_object (kind->name, "apply", G_CALLBACK (name_applied_cb), self, 0);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_kind_cb), self, 0);
  gtk_widget_set_sensitive (remove, !only);
  adw_entry_row_add_suffix (kind->name, remove);
  adw_preferences_group_add (kind->group, GTK_WIDGET (kind->name));
  for (guint i = 0; i < checklist->steps->len; i++)
    {
      GtkWidget *row = ft_checklist_row_new (g_ptr_array_index (checklist->steps, i));

      g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "remove", G_CALLBACK (row_removed_cb), self, 0);
      adw_preferences_group_add (kind->group, row);
      g_ptr_array_add (kind->rows, row);
    }
  kind->add = make_button (_ ("Add a Step"));
  g_signal_connect_object (kind->add, "clicked", G_CALLBACK (add_step_cb), self, 0);
  adw_preferences_group_add (kind->group, kind->add);
  g_ptr_array_add (self->kinds, kind);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), kind->group);
}

/* libadwaita 1.2 forgets rows that unfold when their group goes. */
static void
remove_kinds (FtChecklistsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && self->kinds->len > 0)
    gtk_root_set_focus (root, NULL);
  for (guint i = 0; i < self->kinds->len; i++)
    {
      Kind *kind = g_ptr_array_index (self->kinds, i);

      for (guint j = 0; j < kind->rows->len; j++)
        adw_preferences_group_remove (kind->group, g_ptr_array_index (kind->rows, j));
      g_ptr_array_set_size (kind->rows, 0);
      adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self), kind->group);
    }
  g_ptr_array_set_size (self->kinds, 0);
}

static void
rebuild (FtChecklistsPage *self, GPtrArray *list)
{
  remove_kinds (self);
  g_object_ref (self->more);
  adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self), self->more);
  for (guint i = 0; i < list->len; i++)
    add_kind (self, g_ptr_array_index (list, i), list->len == 1);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->more);
  g_object_unref (self->more);
}

static void
ft_checklists_page_dispose (GObject *object)
{
  FtChecklistsPage *self = FT_CHECKLISTS_PAGE (object);

  if (self->kinds != NULL)
    remove_kinds (self);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (ft_checklists_page_parent_class)->dispose (object);
}

static void
ft_checklists_page_class_init (FtChecklistsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_checklists_page_dispose;

  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_CHECKLISTS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ft_checklists_page_init (FtChecklistsPage *self)
{
  GtkWidget *add = make_button (_ ("Add a Kind of Sale"));
  GtkWidget *usual = make_button (_ ("Back to the Usual Checklists"));

  self->kinds = g_ptr_array_new_with_free_func (free_kind);
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (self), "checklists");
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _ ("After the Sale"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "ft-sale-symbolic");
  self->more = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_description (
      self->more, _ ("Sales that were logged before keep the steps they have."));
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_kind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (usual, "clicked", G_CALLBACK (usual_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->more, add);
  adw_preferences_group_add (self->more, usual);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->more);
}

GtkWidget *
ft_checklists_page_new (void)
{
  return g_object_new (FT_TYPE_CHECKLISTS_PAGE, NULL);
}

void
ft_checklists_page_show (FtChecklistsPage *self, const FtSettings *settings)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_if_fail (FT_IS_CHECKLISTS_PAGE (self));
  g_return_if_fail (settings != NULL);

  if (g_strcmp0 (self->text, settings->checklists) == 0)
    return;
  list = ft_checklists_parse (settings->checklists);
  if (list == NULL)
    return;
  rebuild (self, list);
  g_free (self->text);
  self->text = g_strdup (settings->checklists);
}

void
ft_checklists_page_store (FtChecklistsPage *self, FtSettings *settings)
{
  g_return_if_fail (FT_IS_CHECKLISTS_PAGE (self));

  ft_settings_set (settings, "checklists", self->text);
}
