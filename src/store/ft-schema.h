#pragma once

#include "store/ft-database.h"

G_BEGIN_DECLS

#define FT_SCHEMA_APPLICATION_ID 0x46745468 /* "FtTh" */

/**
 * FtSchemaKind:
 *
 * What a file is, by its first bytes: nothing is written, nor is it left to SQLite to write.
 */
typedef enum
{
  FT_SCHEMA_NEW,     /* does not exist, or is empty */
  FT_SCHEMA_OURS,    /* of this release or one before */
  FT_SCHEMA_NEWER,   /* of a release to come */
  FT_SCHEMA_FOREIGN, /* something else */
} FtSchemaKind;

FtSchemaKind ft_schema_look (int fd);
/* The same of an open database. */
FtSchemaKind ft_schema_get_kind (FtDatabase *database);
gboolean ft_schema_is_current (FtDatabase *database);
/* In the open transaction: makes a new database, or brings one of a release before up to date. */
void ft_schema_migrate (FtDatabase *database);

G_END_DECLS
