#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-undo-actions.h"

#include "ui/ft-accessible.h"

#include <glib/gi18n-lib.h>

struct _FtUndoActions
{
  GObject parent_instance;

  FtDesk *desk;        /* owned */
  GMenu *section;      /* owned */
  GSimpleAction *undo; /* owned */
  GSimpleAction *redo; /* owned */
};

G_DEFINE_FINAL_TYPE (FtUndoActions, ft_undo_actions, G_TYPE_OBJECT)

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ft_desk_undo (FT_UNDO_ACTIONS (user_data)->desk);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ft_desk_redo (FT_UNDO_ACTIONS (user_data)->desk);
}

/* @label: (transfer full) */
static void
append_item (GMenu *menu, char *label, const char *action, const char *accel)
{
  g_autofree char *owned = label;
  g_autoptr (GMenuItem) item = g_menu_item_new (owned, action);

  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

/* What it takes back or does again is named; an underscore in a name is one, not a mnemonic. */
static char *
dup_label (const char *format, const char *alone, const char *what)
{
  g_autofree char *escaped = what != NULL ? ft_accessible_escape (what) : NULL;

  return what != NULL ? g_strdup_printf (format, escaped) : g_strdup (alone);
}

static void
changed_cb (FtDesk *desk, GParamSpec *pspec, gpointer user_data)
{
  FtUndoActions *self = user_data;
  g_autofree char *undo = NULL, *redo = NULL;

  g_object_get (desk, "undo-label", &undo, "redo-label", &redo, NULL);
  g_simple_action_set_enabled (self->undo, undo != NULL);
  g_simple_action_set_enabled (self->redo, redo != NULL);
  g_menu_remove_all (self->section);
  /* Translators: a step as the menu names it: "Undo Add Anna Berg", "Redo Edit Anna Berg". */
  append_item (self->section, dup_label (_ ("_Undo %s"), _ ("_Undo"), undo), "win.undo",
               "<Control>z");
  append_item (self->section, dup_label (_ ("_Redo %s"), _ ("_Redo"), redo), "win.redo",
               "<Control><Shift>z");
}

static GSimpleAction *
add_action (FtUndoActions *self, GActionMap *window, const char *name, GCallback activate)
{
  GSimpleAction *action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", activate, self, 0);
  g_action_map_add_action (window, G_ACTION (action));
  return action;
}

static void
ft_undo_actions_dispose (GObject *object)
{
  FtUndoActions *self = FT_UNDO_ACTIONS (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->section);
  g_clear_object (&self->undo);
  g_clear_object (&self->redo);

  G_OBJECT_CLASS (ft_undo_actions_parent_class)->dispose (object);
}

static void
ft_undo_actions_class_init (FtUndoActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_undo_actions_dispose;
}

static void
ft_undo_actions_init (FtUndoActions *self)
{
}

FtUndoActions *
ft_undo_actions_new (GActionMap *window, GMenu *section, FtDesk *desk)
{
  FtUndoActions *self;

  g_return_val_if_fail (G_IS_ACTION_MAP (window), NULL);
  g_return_val_if_fail (G_IS_MENU (section), NULL);
  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_UNDO_ACTIONS, NULL);
  self->desk = g_object_ref (desk);
  self->section = g_object_ref (section);
  self->undo = add_action (self, window, "undo", G_CALLBACK (undo_cb));
  self->redo = add_action (self, window, "redo", G_CALLBACK (redo_cb));
  g_signal_connect_object (desk, "notify::undo-label", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (desk, "notify::redo-label", G_CALLBACK (changed_cb), self, 0);
  changed_cb (desk, NULL, self);
  return self;
}
