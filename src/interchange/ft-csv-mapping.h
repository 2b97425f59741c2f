#pragma once

#include "interchange/ft-csv-reader.h"

G_BEGIN_DECLS

/**
 * FtField:
 *
 * What a column of a table holds. PHONE, EMAIL and NOTES may have several columns; the others take
 * the first column that is not empty.
 */
typedef enum
{
  FT_FIELD_IGNORE,
  FT_FIELD_NAME,
  FT_FIELD_GIVEN_NAME,
  FT_FIELD_MIDDLE_NAME,
  FT_FIELD_FAMILY_NAME,
  FT_FIELD_COMPANY,
  FT_FIELD_ROLE,
  FT_FIELD_PHONE,
  FT_FIELD_PHONE_LABEL,
  FT_FIELD_EMAIL,
  FT_FIELD_EMAIL_LABEL,
  FT_FIELD_STREET,
  FT_FIELD_POSTCODE,
  FT_FIELD_CITY,
  FT_FIELD_REGION,
  FT_FIELD_COUNTRY,
  FT_FIELD_CHANNEL,
  FT_FIELD_ZONE,
  FT_FIELD_SOURCE,
  FT_FIELD_DECISION,
  FT_FIELD_NOT_BEFORE,
  FT_FIELD_STATE,
  FT_FIELD_CLOSING_WORDS,
  FT_FIELD_NOTES,
  FT_FIELD_PROMISE,
  FT_FIELD_PROMISE_TIME,
  FT_FIELD_TARGET,
  FT_FIELD_PROMISE_ZONE,
  FT_FIELD_PROMISE_CHANNEL,
  FT_FIELD_PROMISE_KIND,
  FT_FIELD_PURPOSE,
  FT_FIELD_VALUE,
  FT_FIELD_AGREED,
  FT_FIELD_EFFORT,
  FT_FIELD_PROMISE_UID,
  FT_FIELD_UID,
} FtField;
#define FT_N_FIELDS (FT_FIELD_UID + 1)

/* "given-name": for the command line. */
const char *ft_field_to_string (FtField field);
gboolean ft_field_from_string (const char *string, FtField *field);
/* "Given Name", translated: for the screen. */
const char *ft_field_get_label (FtField field);

/**
 * FtDateOrder:
 *
 * Which way round the days of a column are written, where that is open ("03/04/2026").
 */
typedef enum
{
  FT_DATE_ORDER_LOCALE,
  FT_DATE_ORDER_DAY_FIRST,
  FT_DATE_ORDER_MONTH_FIRST,
} FtDateOrder;

#define FT_CSV_N_SAMPLES 3

/**
 * FtCsvColumn:
 * @header: as it stands in the file, "" if the file has none
 * @samples: the first values that are not empty, fewer are NULL
 * @label: of a telephone or e-mail column: "work"; "" if not known
 * @group: columns of one group belong together: a label and its number, the parts of one address;
 *   the address of the lowest group that is not empty is taken
 */
typedef struct
{
  FtField field;
  char *header;
  char *samples[FT_CSV_N_SAMPLES];
  char *label;
  int group;
  FtDateOrder order;
} FtCsvColumn;

/**
 * FtCsvMapping:
 * @has_header: whether the first row names the columns
 * @columns: FtCsvColumn, in the order of the file; a preview may change their @field
 */
typedef struct
{
  gboolean has_header;
  GPtrArray *columns;
} FtCsvMapping;

FtCsvMapping *ft_csv_mapping_new (FtCsvReader *reader);
void ft_csv_mapping_free (FtCsvMapping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtCsvMapping, ft_csv_mapping_free)

void ft_csv_mapping_set_field (FtCsvMapping *self, guint column, FtField field);
gboolean ft_csv_mapping_override (FtCsvMapping *self, const char *rule, GError **error);
gboolean ft_csv_mapping_check (FtCsvMapping *self, GError **error);

G_END_DECLS
