#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FtStationery:
 *
 * An envelope, or a sheet of labels: where on it addresses go. Millimetres, from the top left as it is held to
 * be read.
 */
typedef struct
{
  const char *id;    /* for storage, never changes */
  const char *paper; /* as PWG 5101.1 names it, its shorter side first */
  gboolean envelope; /* printed along its longer side */
  double page_width;
  double page_height;
  guint columns;
  guint rows;
  double left; /* of the first field */
  double top;
  double width; /* of a field */
  double height;
  double step_x; /* from one field to the next */
  double step_y;
} FtStationery;

/* NULL beyond the last. */
const FtStationery *ft_stationery_get (guint i);
/* NULL if there is none of this name. */
const FtStationery *ft_stationery_find (const char *id);
/* What is usual where people live: American sizes in America. */
const FtStationery *ft_stationery_usual (const char *country);
/* "Envelope DL (220 × 110 mm)"; transfer none */
const char *ft_stationery_words (const FtStationery *self);
/* How many addresses a sheet has room for. */
guint ft_stationery_get_n_fields (const FtStationery *self);
/* Where on its page the field of this number begins, in rows from the top. */
void ft_stationery_get_field (const FtStationery *self, guint field, double *x, double *y);

G_END_DECLS
