#pragma once

#include "store/ft-database.h"

G_BEGIN_DECLS

/* Between ft-database.c, ft-statement.c and ft-failure.c. */
FtStatement *ft_statement_new (FtDatabase *database, const char *sql);
void ft_statement_free (FtStatement *self);
gboolean ft_statement_is_prepared (FtStatement *self);

/* What a failure of SQLite, or of a system call, means to the user. */
GError *ft_failure_from_sqlite (int code, int system_errno, const char *detail);
GError *ft_failure_from_errno (int error_number, const char *path);
GError *ft_failure_newer (const char *path);

G_END_DECLS
