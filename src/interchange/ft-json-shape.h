#pragma once

#include "core/ft-records.h"

G_BEGIN_DECLS

/* What the records look like as JSON objects: tables that writing and reading follow, so that what is written is read
 * back the same. */

typedef enum
{
  FT_JSON_STRING,
  FT_JSON_DAY,
  FT_JSON_INSTANT,
  FT_JSON_CIVIL, /* and its fold, as KEY_fold */
  FT_JSON_INT,
  FT_JSON_INT64,
  FT_JSON_BOOL,
  FT_JSON_ENUM,
  FT_JSON_ZONE,
  FT_JSON_LIST,  /* GPtrArray of a shape */
  FT_JSON_FIXED, /* a number of structs of a shape */
  FT_JSON_ONE,   /* a struct of a shape */
} FtJsonKind;

typedef struct
{
  const char *(*to_string) (guint value);
  gboolean (*from_string) (const char *string, guint *value);
} FtJsonNames;

typedef struct _FtJsonMember FtJsonMember;

typedef struct
{
  const FtJsonMember *members;
  gsize n_members;
  gpointer (*create) (void); /* of FT_JSON_LIST */
  gsize size;                /* of FT_JSON_FIXED */
  guint n;
} FtJsonShape;

struct _FtJsonMember
{
  const char *key;
  FtJsonKind kind;
  gsize offset;
  const FtJsonNames *names;
  const FtJsonShape *shape;
};

extern const FtJsonShape ft_json_lead_shape;
extern const FtJsonShape ft_json_promise_shape;
extern const FtJsonShape ft_json_sale_shape;
extern const FtJsonShape ft_json_contact_shape;
extern const FtJsonShape ft_json_piece_shape;
extern const FtJsonShape ft_json_day_off_shape;

G_END_DECLS
