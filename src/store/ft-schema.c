#define G_LOG_DOMAIN "ft-store"

#include "store/ft-schema.h"

#include "ft-store-resources.h"
#include "store/ft-index.h"

#include <string.h>
#include <unistd.h>

/* Version n of the schema is what the scripts 1 … n make of an empty file. A script that has been
 * released is never edited. */
static const char *const scripts[] = {
  "/app/followthrough/store/schema/1.sql",
  "/app/followthrough/store/schema/2.sql",
  "/app/followthrough/store/schema/3.sql",
  "/app/followthrough/store/schema/4.sql",
  "/app/followthrough/store/schema/5.sql",
  "/app/followthrough/store/schema/6.sql",
  "/app/followthrough/store/schema/7.sql",
  "/app/followthrough/store/schema/8.sql",
};
#define SCHEMA_VERSION ((int) G_N_ELEMENTS (scripts))
/* The first in which words are indexed without their apostrophes too. */
#define JOINED_WORDS 8

/* Offsets in the header of an SQLite file; numbers are big-endian. */
#define HEADER_SIZE 100
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68

static gint32
read_number (const guint8 *bytes)
{
  guint32 number;
  memcpy (&number, bytes, sizeof number);
  return (gint32) GUINT32_FROM_BE (number);
}

FtSchemaKind
ft_schema_look (int fd)
{
  guint8 header[HEADER_SIZE];
  gssize size = pread (fd, header, sizeof header, 0);

  if (size == 0)
    return FT_SCHEMA_NEW;
  if (size != sizeof header || memcmp (header, "SQLite format 3", 16) != 0
      || read_number (header + HEADER_APPLICATION_ID) != FT_SCHEMA_APPLICATION_ID)
    return FT_SCHEMA_FOREIGN;
  return read_number (header + HEADER_USER_VERSION) > SCHEMA_VERSION ? FT_SCHEMA_NEWER
                                                                     : FT_SCHEMA_OURS;
}

static int
get_version (FtDatabase *database)
{
  return ft_lookup_int (ft_statement (database, "PRAGMA user_version"), 0);
}

FtSchemaKind
ft_schema_get_kind (FtDatabase *database)
{
  gint64 application_id = ft_lookup_int (ft_statement (database, "PRAGMA application_id"), 0);

  if (application_id == FT_SCHEMA_APPLICATION_ID)
    return get_version (database) > SCHEMA_VERSION ? FT_SCHEMA_NEWER : FT_SCHEMA_OURS;
  return ft_lookup_int (ft_statement (database, "SELECT count(*) FROM sqlite_schema"), 0) == 0
             ? FT_SCHEMA_NEW
             : FT_SCHEMA_FOREIGN;
}

gboolean
ft_schema_is_current (FtDatabase *database)
{
  return get_version (database) == SCHEMA_VERSION;
}

void
ft_schema_migrate (FtDatabase *database)
{
  int version = get_version (database);

  for (int i = version; i < SCHEMA_VERSION; i++)
    {
      g_autoptr (GBytes) script = g_resource_lookup_data (ft_store_get_resource (), scripts[i],
                                                          G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autofree char *sql = NULL;
      g_assert (script != NULL);
      sql = g_strdup_printf ("%.*s\nPRAGMA application_id = %d; PRAGMA user_version = %d;",
                             (int) g_bytes_get_size (script),
                             (const char *) g_bytes_get_data (script, NULL),
                             FT_SCHEMA_APPLICATION_ID, i + 1);
      ft_database_exec (database, sql);
    }
  if (version < JOINED_WORDS)
    ft_index_renew_joined (database);
}
