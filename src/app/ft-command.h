#pragma once

#include <gio/gio.h>

#include "app/ft-data-file.h"

G_BEGIN_DECLS

/* Exit statuses: done, could not, not understood. */
#define FT_EXIT_DONE 0
#define FT_EXIT_FAILED 1
#define FT_EXIT_USAGE 2

/**
 * FtRun:
 *
 * One run of a subcommand, wherever it was typed: in this process, or in another that sent it to the
 * running window. Counted: whoever waits for something holds a reference, and when the last one is
 * dropped the run is over and its exit status sent.
 */
typedef struct _FtRun FtRun;

/**
 * FtCommand:
 * @name: as it is typed
 * @arguments: what follows it, for --help; not translated
 * @summary: what it does, in one line; to be translated when shown
 * @run: reads its arguments, then does it
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  void (*run) (FtRun *run);
} FtCommand;

extern const FtCommand ft_command_today;
extern const FtCommand ft_command_add;
extern const FtCommand ft_command_import;
extern const FtCommand ft_command_export;
extern const FtCommand ft_command_backup;
extern const FtCommand ft_command_restore;
extern const FtCommand ft_command_check;

const FtCommand *ft_command_find (const char *name);
/* All of them, for --help and for the sentence that names what needs no display. (transfer full) */
char *ft_command_help (void);
char *ft_command_names (void);

/* Runs @command for @line, which may come from another process, on @database. */
void ft_command_start (const FtCommand *command,
                       GApplicationCommandLine *line,
                       FtDataFile *file,
                       const char *const *arguments);

FtRun *ft_run_ref (FtRun *self);
void ft_run_unref (FtRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtRun, ft_run_unref)

/**
 * ft_run_parse:
 * @entries: options; texts are to be G_OPTION_ARG_FILENAME, which takes UTF-8 in every locale
 * @words: (out) (transfer full): what is left
 *
 * Reads the run's arguments. FALSE if there is nothing more to do: help was printed, or the usage
 * error.
 */
gboolean ft_run_parse (FtRun *self, const GOptionEntry *entries, guint min, guint max, char ***words);
/* Opens the database unless it is open, then calls @ready; the failure to open ends the run. */
void ft_run_with_store (FtRun *self, void (*ready) (FtRun *run));

FtDataFile *ft_run_get_file (FtRun *self);
FtStore *ft_run_get_store (FtRun *self); /* in and after ft_run_with_store () */
FtClock *ft_run_get_clock (FtRun *self);
/* What the subcommand keeps while it runs; freed with the run. */
void ft_run_set_data (FtRun *self, gpointer data, GDestroyNotify free_data);
gpointer ft_run_get_data (FtRun *self);
/* A file named by the user, who may stand in another folder than this process. (transfer full) */
GFile *ft_run_locate (FtRun *self, const char *name);

/* On standard output. Whole lines, in UTF-8 whatever the locale. */
void ft_run_print (FtRun *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* One line on standard error; does not change the exit status. */
void ft_run_note (FtRun *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* One line on standard error, and exit status 1. */
void ft_run_fail (FtRun *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* One line on standard error, and exit status 2. */
void ft_run_misuse (FtRun *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
