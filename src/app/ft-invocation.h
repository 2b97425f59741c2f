#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FtInvocation:
 * @database: absolute path of the database; NULL for the throwaway one of "demo"
 * @command: the subcommand, or NULL for the window
 * @arguments: (array zero-terminated=1): what follows the subcommand; or the files to open
 * @help: general help was asked for
 * @version: the version was asked for
 *
 * What one command line asks for, told apart before any of it is done: which database decides which
 * running window, if any, is to do it.
 */
typedef struct
{
  char *database;
  char *command;
  char **arguments;
  gboolean help;
  gboolean version;
} FtInvocation;

/* @argv with the program's name first; relative paths are of @directory. Sets #GOptionError. */
FtInvocation *ft_invocation_parse (const char *const *argv, const char *directory, GError **error);
void ft_invocation_free (FtInvocation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtInvocation, ft_invocation_free)

gboolean ft_invocation_is_demo (const FtInvocation *self);
/* The D-Bus name of the program on this database: one program per database. (transfer full) */
char *ft_invocation_dup_application_id (const FtInvocation *self);
/* "follow-through/follow-through.db" in the user's data directory. (transfer full) */
char *ft_default_database (void);

G_END_DECLS
