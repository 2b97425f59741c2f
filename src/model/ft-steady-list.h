#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FtSteadyList:
 *
 * A list as another one has it, except while it is held: then what is in it stays where it is, and what is new comes
 * last. So what a click has changed does not move away from under the pointer. Takes all items of its source, which
 * is to be a short one.
 */
#define FT_TYPE_STEADY_LIST (ft_steady_list_get_type ())
G_DECLARE_FINAL_TYPE (FtSteadyList, ft_steady_list, FT, STEADY_LIST, GObject)

FtSteadyList *ft_steady_list_new (GListModel *source);
/* Let go, it becomes what its source is by then. */
void ft_steady_list_set_held (FtSteadyList *self, gboolean held);
gboolean ft_steady_list_get_held (FtSteadyList *self);

G_END_DECLS
