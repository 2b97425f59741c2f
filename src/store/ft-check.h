#pragma once

#include "store/ft-database.h"

G_BEGIN_DECLS

/* What is wrong, in words: nothing, if all is well. (transfer full) (array zero-terminated=1) */
char **ft_check (FtDatabase *database);

/* A copy of all that is committed, in a new file that only its owner may read; the files of pieces come to be beside
 * it, as they are beside a database. */
void ft_backup (FtDatabase *database, const char *path);
/* Copies the files its pieces have from beside the database at @from to beside the one at @to: those that are missing
 * there and are not missing here. */
void ft_copy_files (FtDatabase *database, const char *from, const char *to);

G_END_DECLS
