#pragma once

#include "core/ft-import-row.h"

G_BEGIN_DECLS

/* A piece or day off that cannot be taken. */
typedef struct
{
  const char *at; /* in the text, borrowed */
  char *reason;   /* owned */
} FtJsonBroken;

/**
 * FtJsonLibrary:
 * @piece_array: where "pieces", "days_off" and "settings" stand in the text, %NULL if they do not
 * @pieces: FtPieceData, ids from -1 down
 * @days_off: FtDayOffData
 * @settings: name → value, %NULL if there are none
 * @broken: FtJsonBroken
 *
 * What an export holds beside its leads.
 */
typedef struct
{
  const char *piece_array;
  const char *day_off_array;
  const char *setting_object;
  GPtrArray *pieces;
  GPtrArray *days_off;
  GHashTable *settings;
  GArray *broken;
} FtJsonLibrary;

FtJsonLibrary *ft_json_library_new (void);
void ft_json_library_free (FtJsonLibrary *self);
/* Reads what stands where it was found, in a text that ends at @end. */
void ft_json_library_read (FtJsonLibrary *self, const char *end);
/* What the row calls the piece of a uid, 0 if it is not there. */
gint64 ft_json_library_find_piece (FtJsonLibrary *self, const char *uid);
/* Puts all of it into a row. Returns whether there is anything. */
gboolean ft_json_library_give (FtJsonLibrary *self, FtImportRow *row);

G_END_DECLS
