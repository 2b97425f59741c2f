#define G_LOG_DOMAIN "ft-core"

#include "core/ft-stationery.h"

#include <glib/gi18n-lib.h>

#define INCH 25.4

/* Where the address goes on an envelope: within the zone that sorting machines of the Universal
 * Postal Union's members read, below and to the right of the middle. Labels as their makers measure
 * them. */
static const struct
{
  FtStationery stationery;
  const char *words;
} table[] = {
  { { "dl", "iso_dl", TRUE, 220, 110, 1, 1, 105, 48, 100, 46, 0, 0 },
    N_ ("Envelope DL (220 × 110 mm)") },
  { { "c6", "iso_c6", TRUE, 162, 114, 1, 1, 66, 52, 86, 46, 0, 0 },
    N_ ("Envelope C6 (162 × 114 mm)") },
  { { "c5", "iso_c5", TRUE, 229, 162, 1, 1, 112, 84, 102, 56, 0, 0 },
    N_ ("Envelope C5 (229 × 162 mm)") },
  { { "no10", "na_number-10", TRUE, 9.5 * INCH, 4.125 * INCH, 1, 1, 4.25 * INCH, 2 * INCH,
      4.5 * INCH, 1.75 * INCH, 0, 0 },
    N_ ("Envelope No. 10 (9½ × 4⅛ in)") },
  { { "a4-21", "iso_a4", FALSE, 210, 297, 3, 7, 7.2, 15.1, 63.5, 38.1, 66, 38.1 },
    N_ ("Labels 3 × 7 on A4, 63.5 × 38.1 mm (as Avery L7160)") },
  { { "a4-24", "iso_a4", FALSE, 210, 297, 3, 8, 0, 0.5, 70, 37, 70, 37 },
    N_ ("Labels 3 × 8 on A4, 70 × 37 mm (as Avery 3474)") },
  { { "a4-24-margins", "iso_a4", FALSE, 210, 297, 3, 8, 7.2, 12.9, 63.5, 33.9, 66, 33.9 },
    N_ ("Labels 3 × 8 on A4, 63.5 × 33.9 mm (as Avery L7159)") },
  { { "letter-30", "na_letter", FALSE, 8.5 * INCH, 11 * INCH, 3, 10, 0.1875 * INCH, 0.5 * INCH,
      2.625 * INCH, 1 * INCH, 2.75 * INCH, 1 * INCH },
    N_ ("Labels 3 × 10 on Letter, 2⅝ × 1 in (as Avery 5160)") },
};

const FtStationery *
ft_stationery_get (guint i)
{
  return i < G_N_ELEMENTS (table) ? &table[i].stationery : NULL;
}

const FtStationery *
ft_stationery_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].stationery.id, id))
      return &table[i].stationery;
  return NULL;
}

const FtStationery *
ft_stationery_usual (const char *country)
{
  static const char *const american[] = { "US", "CA", "MX", NULL };

  return ft_stationery_find (g_strv_contains (american, country) ? "no10" : "dl");
}

const char *
ft_stationery_words (const FtStationery *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].stationery.id, self->id))
      return _ (table[i].words);
  return "";
}

guint
ft_stationery_get_n_fields (const FtStationery *self)
{
  return self->columns * self->rows;
}

void
ft_stationery_get_field (const FtStationery *self, guint field, double *x, double *y)
{
  *x = self->left + self->step_x * (field % self->columns);
  *y = self->top + self->step_y * (field / self->columns);
}
