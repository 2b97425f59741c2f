#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Has what is printed leave this process in UTF-8 in every locale: what is read by a program, and what
 * a name is spelt with, do not depend on the terminal. */
void ft_terminal_init (void);

/**
 * ft_terminal_run:
 * @id: D-Bus name of the program on the database asked for
 *
 * The program as a subcommand sees it: no toolkit, no display. If the window on the same database is
 * running the subcommand goes there; else it is carried out in this process.
 *
 * Returns: the exit status
 */
int ft_terminal_run (const char *id, int argc, char **argv);

G_END_DECLS
