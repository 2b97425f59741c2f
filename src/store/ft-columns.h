#pragma once

#include "core/ft-civil.h"
#include "store/ft-database.h"

G_BEGIN_DECLS

/* Civil times and days are stored as people write them, so that the file can be read with any tool. */

#define FT_CIVIL_TEXT 24

/* @text is where what is bound lives until the statement has run. */
void ft_bind_civil (FtStatement *statement, FtCivil civil, char text[FT_CIVIL_TEXT]);
void ft_bind_day (FtStatement *statement, gint32 day, char text[FT_CIVIL_TEXT]);
/* NULL for 0: a reference to no record. */
void ft_bind_id (FtStatement *statement, gint64 id);

FtCivil ft_column_civil (FtStatement *statement, int column);
gint32 ft_column_day (FtStatement *statement, int column);
/* Replaces @field, which is owned. */
void ft_column_set (FtStatement *statement, int column, char **field);

/* Runs a statement whose only value is an id. */
void ft_run_with_id (FtStatement *statement, gint64 id);

/* A record from the row that @select stands on. (transfer full) */
typedef gpointer (*FtColumnRecord) (FtDatabase *database, FtStatement *select);
/* The record of @id, the only value of @select. (transfer full); NULL if there is none, or the database has failed. */
gpointer ft_read_record (FtDatabase *database, FtStatement *select, gint64 id, FtColumnRecord column);
/* All records that @select finds, whose values are bound. (transfer full) */
GPtrArray *ft_read_records (FtDatabase *database, FtStatement *select, FtColumnRecord column, GDestroyNotify free_record);

G_END_DECLS
