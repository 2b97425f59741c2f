#pragma once

#include "core/ft-change-set.h"
#include "core/ft-edit.h"
#include "store/ft-database.h"

G_BEGIN_DECLS

/* Carries out an edit in a transaction of its own. (transfer full), or NULL and the database has failed. */
FtChangeSet *ft_write_edit (FtDatabase *database, FtEdit *edit);

G_END_DECLS
