#define G_LOG_DOMAIN "ft-test"

#include "core/ft-calendar-span.h"
#include "core/ft-month-layout.h"
#include "core/ft-week-layout.h"

/* --- The blocks of a day, as a table: in "start+duration", out "id:column/columns*span" --- */

static char *
describe (const FtWeekBlock *blocks, guint n_blocks, GArray *folds)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < n_blocks; i++)
    {
      const FtWeekBlock *b = &blocks[i];

      g_string_append (out, i > 0 ? " " : "");
      if (b->fold >= 0)
        g_string_append_printf (out, "%d:+%d", (int) b->id, b->fold);
      else
        g_string_append_printf (out, "%d:%d/%d*%d", (int) b->id, b->column, b->n_columns, b->span);
    }
  for (guint i = 0; i < folds->len; i++)
    {
      const FtWeekFold *f = &g_array_index (folds, FtWeekFold, i);

      g_string_append_printf (out, " [%u at %d+%d in %d/%d]", f->count, f->start, f->duration,
                              f->column, f->n_columns);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_week_table (void)
{
  static const struct
  {
    const char *name;
    int max_columns;
    int times[8][2]; /* ends with a duration of 0 */
    const char *expected;
  } cases[] = {
    { "empty", 3, { { 0, 0 } }, "" },
    { "alone", 3, { { 540, 30 } }, "1:0/1*1" },
    { "one after the other", 3, { { 540, 30 }, { 570, 30 } }, "1:0/1*1 2:0/1*1" },
    { "two at once", 3, { { 540, 30 }, { 540, 30 } }, "1:0/2*1 2:1/2*1" },
    { "the longer one first", 3, { { 540, 30 }, { 540, 60 } }, "2:0/2*1 1:1/2*1" },
    { "a column free again",
      3,
      { { 540, 120 }, { 540, 30 }, { 600, 30 } },
      "1:0/2*1 2:1/2*1 3:1/2*1" },
    { "room beside widens",
      3,
      { { 540, 60 }, { 550, 60 }, { 560, 60 }, { 605, 30 } },
      "1:0/3*1 2:1/3*1 3:2/3*1 4:0/3*1" },
    { "the tail takes the free columns",
      3,
      { { 540, 30 }, { 540, 30 }, { 540, 60 }, { 580, 30 } },
      "3:0/3*1 1:1/3*1 2:2/3*1 4:1/3*2" },
    { "too many fold",
      2,
      { { 540, 30 }, { 540, 30 }, { 540, 30 } },
      "1:0/2*1 2:+0 3:+0 [2 at 540+30 in 1/2]" },
    { "one column folds all that overlap",
      1,
      { { 540, 30 }, { 550, 30 }, { 600, 30 } },
      "1:+0 2:+0 3:0/1*1 [2 at 540+40 in 0/1]" },
    { "two folds of one cluster",
      2,
      { { 540, 240 }, { 540, 30 }, { 550, 30 }, { 700, 30 } },
      "1:0/2*1 2:+0 3:+0 4:+1 [2 at 540+40 in 1/2] [1 at 700+30 in 1/2]" },
    { "before midnight", 2, { { 1430, 30 } }, "1:0/1*1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FtWeekBlock blocks[8] = { 0 };
      guint n = 0;
      g_autoptr (GArray) folds = NULL;
      g_autofree char *got = NULL;

      for (; cases[i].times[n][1] > 0; n++)
        {
          blocks[n].id = n + 1;
          blocks[n].start = cases[i].times[n][0];
          blocks[n].duration = cases[i].times[n][1];
        }
      folds = ft_week_layout_place (blocks, n, cases[i].max_columns);
      got = describe (blocks, n, folds);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (got, ==, cases[i].expected);
      for (guint b = 0; b < n; b++)
        g_assert_cmpint (blocks[b].start + blocks[b].duration, <=, FT_DAY_MINUTES);
    }
}

static gboolean
rects_overlap (FtRect a, FtRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/* Random days: nothing overlaps on the screen, nothing is lost, nothing leaves its day. */
static void
test_week_random (void)
{
  for (int round = 0; round < 2000; round++)
    {
      FtWeekBlock blocks[40];
      guint n = g_test_rand_int_range (0, G_N_ELEMENTS (blocks));
      int max_columns = g_test_rand_int_range (1, 7);
      int day = g_test_rand_int_range (0, 7);
      FtWeekGeometry geometry
          = { g_test_rand_int_range (400, 1600), 1440, 48, 7, g_test_rand_bit () };
      FtRect cell = ft_week_geometry_day (&geometry, day);
      g_autoptr (GArray) folds = NULL;
      g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (FtRect));
      guint counted = 0;
      guint shown = 0;

      for (guint i = 0; i < n; i++)
        blocks[i] = (FtWeekBlock){ .id = i,
                                   .start = g_test_rand_int_range (0, FT_DAY_MINUTES),
                                   .duration = g_test_rand_int_range (1, 240) };
      folds = ft_week_layout_place (blocks, n, max_columns);

      for (guint i = 0; i < n; i++)
        {
          FtRect rect;

          if (blocks[i].fold >= 0)
            {
              const FtWeekFold *fold = &g_array_index (folds, FtWeekFold, blocks[i].fold);

              g_assert_cmpint (blocks[i].start, >=, fold->start);
              g_assert_cmpint (blocks[i].start + blocks[i].duration, <=,
                               fold->start + fold->duration);
              continue;
            }
          shown++;
          g_assert_cmpint (blocks[i].column, >=, 0);
          g_assert_cmpint (blocks[i].span, >=, 1);
          g_assert_cmpint (blocks[i].column + blocks[i].span, <=, blocks[i].n_columns);
          rect = ft_week_geometry_rect (&geometry, day, blocks[i].start, blocks[i].duration,
                                        blocks[i].column, blocks[i].n_columns, blocks[i].span);
          g_array_append_val (rects, rect);
        }
      for (guint i = 0; i < folds->len; i++)
        {
          const FtWeekFold *fold = &g_array_index (folds, FtWeekFold, i);
          FtRect rect = ft_week_geometry_rect (&geometry, day, fold->start, fold->duration,
                                               fold->column, fold->n_columns, 1);

          counted += fold->count;
          g_array_append_val (rects, rect);
        }
      g_assert_cmpuint (shown + counted, ==, n);

      for (guint i = 0; i < rects->len; i++)
        {
          FtRect a = g_array_index (rects, FtRect, i);

          g_assert_cmpfloat (a.x, >=, cell.x);
          g_assert_cmpfloat (a.x + a.width, <=, cell.x + cell.width);
          g_assert_cmpfloat (a.y + a.height, <=, geometry.height);
          for (guint j = i + 1; j < rects->len; j++)
            g_assert_false (rects_overlap (a, g_array_index (rects, FtRect, j)));
        }
    }
}

/* The same blocks in any order are placed the same. */
static void
test_week_order (void)
{
  for (int round = 0; round < 200; round++)
    {
      FtWeekBlock one[12];
      FtWeekBlock other[12];
      g_autoptr (GArray) folds_one = NULL;
      g_autoptr (GArray) folds_other = NULL;
      g_autofree char *text_one = NULL;
      g_autofree char *text_other = NULL;

      for (int i = 0; i < 12; i++)
        one[i] = (FtWeekBlock){ .id = i,
                                .start = g_test_rand_int_range (500, 700),
                                .duration = g_test_rand_int_range (15, 60) };
      for (int i = 0; i < 12; i++)
        other[i] = one[11 - i];
      folds_one = ft_week_layout_place (one, 12, 3);
      folds_other = ft_week_layout_place (other, 12, 3);
      text_one = describe (one, 12, folds_one);
      text_other = describe (other, 12, folds_other);
      g_assert_cmpstr (text_one, ==, text_other);
    }
}

static void
test_week_hit (void)
{
  FtWeekGeometry g = { .width = 748, .height = 1440, .gutter = 48, .n_days = 7, .rtl = FALSE };
  int day = -1;
  int minute = -1;

  g_assert_false (ft_week_geometry_hit (&g, 47, 10, &day, &minute));
  g_assert_false (ft_week_geometry_hit (&g, 748, 10, &day, &minute));
  g_assert_true (ft_week_geometry_hit (&g, 48, 0, &day, &minute));
  g_assert_cmpint (day, ==, 0);
  g_assert_cmpint (minute, ==, 0);
  g_assert_true (ft_week_geometry_hit (&g, 747, 974, &day, &minute));
  g_assert_cmpint (day, ==, 6);
  g_assert_cmpint (minute, ==, 960);
  g_assert_true (ft_week_geometry_hit (&g, 300, -20, &day, &minute));
  g_assert_cmpint (minute, ==, 0);
  g_assert_true (ft_week_geometry_hit (&g, 300, 5000, &day, &minute));
  g_assert_cmpint (minute, ==, 1425);

  g.rtl = TRUE;
  g_assert_false (ft_week_geometry_hit (&g, 701, 10, &day, &minute));
  g_assert_true (ft_week_geometry_hit (&g, 699, 10, &day, &minute));
  g_assert_cmpint (day, ==, 0);
  g_assert_true (ft_week_geometry_hit (&g, 0, 10, &day, &minute));
  g_assert_cmpint (day, ==, 6);
}

/* Every slot's rectangle is hit as that slot, in both directions. */
static void
test_week_round_trip (void)
{
  for (int round = 0; round < 500; round++)
    {
      FtWeekGeometry g = { g_test_rand_int_range (200, 1600), g_test_rand_int_range (960, 2400), 48,
                           g_test_rand_int_range (1, 8), g_test_rand_bit () };
      int day = g_test_rand_int_range (0, g.n_days);
      int minute = g_test_rand_int_range (0, 96) * FT_SLOT_MINUTES;
      FtRect rect = ft_week_geometry_rect (&g, day, minute, FT_SLOT_MINUTES, 0, 1, 1);
      int hit_day = -1;
      int hit_minute = -1;

      g_assert_true (ft_week_geometry_hit (&g, rect.x + rect.width / 2, rect.y + rect.height / 2,
                                           &hit_day, &hit_minute));
      g_assert_cmpint (hit_day, ==, day);
      g_assert_cmpint (hit_minute, ==, minute);
    }
}

static void
test_snap (void)
{
  g_assert_cmpint (ft_week_snap (-40), ==, 0);
  g_assert_cmpint (ft_week_snap (7), ==, 0);
  g_assert_cmpint (ft_week_snap (8), ==, 15);
  g_assert_cmpint (ft_week_snap (960), ==, 960);
  g_assert_cmpint (ft_week_snap (1439), ==, 1425);
}

/* --- The month --- */

static void
test_month_first_day (void)
{
  static const struct
  {
    int year, month, day;
    GDateWeekday first_weekday;
    const char *expected;
  } cases[] = {
    { 2026, 11, 21, G_DATE_MONDAY, "2026-10-26" },  { 2026, 11, 21, G_DATE_SUNDAY, "2026-11-01" },
    { 2026, 11, 1, G_DATE_SATURDAY, "2026-10-31" }, { 2027, 2, 28, G_DATE_MONDAY, "2027-02-01" },
    { 2024, 2, 29, G_DATE_SUNDAY, "2024-01-28" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDate) date = g_date_new_dmy (cases[i].day, cases[i].month, cases[i].year);
      char text[16];

      g_date_set_julian (date,
                         ft_month_first_day (g_date_get_julian (date), cases[i].first_weekday));
      g_date_strftime (text, sizeof text, "%Y-%m-%d", date);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* The six weeks hold every day of the month, whichever month and first day of the week. */
static void
test_month_holds_all (void)
{
  for (gint32 day = 739000; day < 739000 + 3000; day += 3)
    for (GDateWeekday first = G_DATE_MONDAY; first <= G_DATE_SUNDAY; first++)
      {
        gint32 start = ft_month_first_day (day, first);
        GDate date;

        g_date_clear (&date, 1);
        g_date_set_julian (&date, start);
        g_assert_cmpint (g_date_get_weekday (&date), ==, first);
        g_date_set_julian (&date, day);
        g_date_set_day (&date, 1);
        g_assert_cmpint (start, <=, g_date_get_julian (&date));
        g_assert_cmpint (start, >, g_date_get_julian (&date) - 7);
        g_date_add_months (&date, 1);
        g_assert_cmpint (start + FT_MONTH_CELLS, >=, g_date_get_julian (&date));
      }
}

static void
test_week_number (void)
{
  GDate date;

  /* A week from Monday with four days of the year is what GLib calls the ISO week. */
  g_date_clear (&date, 1);
  for (gint32 day = 739000; day < 739000 + 4000; day++)
    {
      g_date_set_julian (&date, day);
      if (g_date_get_weekday (&date) == G_DATE_MONDAY)
        g_assert_cmpint (ft_week_number (day, 4), ==, g_date_get_iso8601_week_of_year (&date));
    }

  /* In North America the week of the first of January is week 1, from its Sunday. */
  g_date_set_dmy (&date, 28, G_DATE_DECEMBER, 2025);
  g_assert_cmpint (ft_week_number (g_date_get_julian (&date), 1), ==, 1);
  g_date_set_dmy (&date, 22, G_DATE_NOVEMBER, 2026);
  g_assert_cmpint (ft_week_number (g_date_get_julian (&date), 1), ==, 48);
}

static void
test_month_geometry (void)
{
  for (int round = 0; round < 300; round++)
    {
      FtMonthGeometry g = { .width = g_test_rand_int_range (300, 1600),
                            .height = g_test_rand_int_range (200, 1200),
                            .gutter = g_test_rand_bit () ? 28 : 0,
                            .head = 26,
                            .line = 22,
                            .gap = 2,
                            .rtl = g_test_rand_bit () };
      guint capacity = ft_month_geometry_capacity (&g);

      for (int i = 0; i < FT_MONTH_CELLS; i++)
        {
          FtRect cell = ft_month_geometry_cell (&g, i);

          g_assert_cmpint (ft_month_geometry_hit (&g, cell.x, cell.y), ==, i);
          g_assert_cmpint (
              ft_month_geometry_hit (&g, cell.x + cell.width - 1, cell.y + cell.height - 1), ==, i);
          for (guint line = 0; line < capacity; line++)
            {
              FtRect rect = ft_month_geometry_line (&g, i, line);

              g_assert_cmpfloat (rect.x, >=, cell.x);
              g_assert_cmpfloat (rect.x + rect.width, <=, cell.x + cell.width);
              g_assert_cmpfloat (rect.y + rect.height, <=, cell.y + cell.height);
            }
        }
      g_assert_cmpint (ft_month_geometry_hit (&g, -1, 5), ==, -1);
      g_assert_cmpint (ft_month_geometry_hit (&g, g.width / 2, g.height), ==, -1);
    }
}

static void
test_month_shown (void)
{
  static const guint cases[][3]
      = { /* items, capacity, shown */
          { 0, 4, 0 }, { 4, 4, 4 }, { 5, 4, 3 }, { 80, 4, 3 }, { 2, 1, 0 }, { 1, 1, 1 }, { 3, 0, 0 }
        };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (ft_month_shown (cases[i][0], cases[i][1]), ==, cases[i][2]);
}

/* Any months on any screen: what is not shown is counted, in a line of its own, no two lines
 * overlap in the whole month, and none leaves its day. */
static void
test_month_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261125);

  for (int round = 0; round < 200; round++)
    {
      FtMonthGeometry g = { .width = g_rand_int_range (random, 300, 2600),
                            .height = g_rand_int_range (random, 150, 1600),
                            .gutter = g_rand_boolean (random) ? 32 : 0,
                            .head = g_rand_int_range (random, 18, 40),
                            .line = g_rand_int_range (random, 14, 40),
                            .gap = 2,
                            .rtl = g_rand_boolean (random) };
      guint capacity = ft_month_geometry_capacity (&g);
      g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (FtRect));

      for (int i = 0; i < FT_MONTH_CELLS; i++)
        {
          guint n = g_rand_boolean (random) ? (guint) g_rand_int_range (random, 0, 4)
                                            : (guint) g_rand_int_range (random, 0, 90);
          guint n_shown = ft_month_shown (n, capacity);
          guint n_lines = n_shown + (n_shown < n ? 1 : 0);

          g_assert_cmpuint (n_shown, <=, n);
          /* Where there is no room for a line at all, the count stands beside the day's number. */
          g_assert_cmpuint (n_lines, <=, MAX (capacity, 1));
          /* A count of one would take the line of the one it counts. */
          g_assert_true (n == 1 && capacity > 0 ? n_shown == 1 : TRUE);
          g_assert_true (n_shown == n || capacity == 0 || n_lines == capacity);
          for (guint line = 0; line < MIN (n_lines, capacity); line++)
            {
              FtRect cell = ft_month_geometry_cell (&g, i);
              FtRect rect = ft_month_geometry_line (&g, i, line);

              g_assert_cmpfloat (rect.y, >=, cell.y + g.head);
              g_assert_cmpfloat (rect.y + rect.height, <=, cell.y + cell.height);
              g_assert_cmpint (ft_month_geometry_hit (&g, rect.x + rect.width / 2, rect.y), ==, i);
              g_array_append_val (rects, rect);
            }
        }
      for (guint i = 0; i < rects->len; i++)
        for (guint j = 0; j < i; j++)
          g_assert_false (
              rects_overlap (g_array_index (rects, FtRect, i), g_array_index (rects, FtRect, j)));
    }
}

/* In narrow days only the heads, of half an hour, stand side by side. */
static void
test_week_over (void)
{
  FtWeekBlock blocks[] = {
    { .id = 0, .start = 600, .duration = 120 }, /* 10:00 to 12:00 */
    { .id = 1, .start = 600, .duration = 30 },  /* beside it */
    { .id = 2, .start = 630, .duration = 60 },  /* over the rest of the first */
    { .id = 3, .start = 660, .duration = 30 },  /* over both */
    { .id = 4, .start = 720, .duration = 30 },  /* after all */
  };
  static const int columns[] = { 0, 1, 0, 0, 0 };
  static const int n_columns[] = { 2, 2, 1, 1, 1 };
  static const int depths[] = { 0, 0, 1, 2, 0 };
  g_autoptr (GArray) folds = ft_week_layout_place_over (blocks, G_N_ELEMENTS (blocks), 4, 30);

  g_assert_cmpuint (folds->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_assert_cmpint (blocks[i].id, ==, i);
      g_assert_cmpint (blocks[i].column, ==, columns[i]);
      g_assert_cmpint (blocks[i].n_columns, ==, n_columns[i]);
      g_assert_cmpint (blocks[i].depth, ==, depths[i]);
    }
}

/* Nothing lies over a head, nobody is lost, and the depth leaves the start side of what is below
 * free. */
static void
test_week_over_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261125);

  for (int round = 0; round < 300; round++)
    {
      FtWeekBlock blocks[40];
      guint n = g_rand_int_range (random, 1, G_N_ELEMENTS (blocks));
      g_autoptr (GArray) folds = NULL;
      guint n_folded = 0;
      guint n_counted = 0;

      for (guint i = 0; i < n; i++)
        blocks[i] = (FtWeekBlock){ .id = i,
                                   .start = g_rand_int_range (random, 0, 95) * 15,
                                   .duration = g_rand_int_range (random, 1, 12) * 15 };
      folds = ft_week_layout_place_over (blocks, n, g_rand_int_range (random, 1, 5), 30);
      for (guint i = 0; i < n; i++)
        {
          n_folded += blocks[i].fold >= 0;
          for (guint j = 0; j < i && blocks[i].fold < 0; j++)
            {
              if (blocks[j].fold >= 0)
                continue;
              if (blocks[j].start + blocks[j].head > blocks[i].start)
                g_assert_true (blocks[j].column + blocks[j].span <= blocks[i].column
                               || blocks[i].column + blocks[i].span <= blocks[j].column);
              else if (blocks[j].start + blocks[j].duration > blocks[i].start)
                g_assert_cmpint (blocks[i].depth, >, blocks[j].depth);
            }
        }
      for (guint i = 0; i < folds->len; i++)
        n_counted += g_array_index (folds, FtWeekFold, i).count;
      g_assert_cmpuint (n_folded, ==, n_counted);
    }
}

static void
test_indent (void)
{
  FtWeekGeometry geometry = { 740, 1440, 40, 7, FALSE };
  FtRect plain = ft_week_geometry_rect (&geometry, 2, 600, 60, 0, 1, 1);
  FtRect indented = ft_week_geometry_rect_indented (&geometry, 2, 600, 60, 0, 1, 1, 10);

  g_assert_cmpfloat (indented.x, ==, plain.x + 10);
  g_assert_cmpfloat (indented.x + indented.width, ==, plain.x + plain.width);
  geometry.rtl = TRUE;
  plain = ft_week_geometry_rect (&geometry, 2, 600, 60, 0, 1, 1);
  indented = ft_week_geometry_rect_indented (&geometry, 2, 600, 60, 0, 1, 1, 10);
  g_assert_cmpfloat (indented.x, ==, plain.x);
  g_assert_cmpfloat (indented.width, ==, plain.width - 10);
}

/* --- What is in view --- */

static void
test_span (void)
{
  static const struct
  {
    FtSpan span;
    int day[3];
    int by;
    int expected[3];
  } steps[] = {
    { FT_SPAN_MONTH, { 2026, 1, 31 }, 1, { 2026, 2, 28 } },
    { FT_SPAN_MONTH, { 2028, 1, 31 }, 1, { 2028, 2, 29 } },
    { FT_SPAN_MONTH, { 2026, 12, 15 }, 1, { 2027, 1, 15 } },
    { FT_SPAN_MONTH, { 2026, 1, 15 }, -1, { 2025, 12, 15 } },
    { FT_SPAN_MONTH, { 2026, 3, 31 }, -13, { 2025, 2, 28 } },
    { FT_SPAN_WEEK, { 2026, 12, 30 }, 1, { 2027, 1, 6 } },
    { FT_SPAN_WEEK, { 2026, 3, 25 }, -4, { 2026, 2, 25 } },
    { FT_SPAN_DAY, { 2026, 12, 31 }, 1, { 2027, 1, 1 } },
    { FT_SPAN_DAY, { 2028, 3, 1 }, -1, { 2028, 2, 29 } },
    /* The calendar ends somewhere. */
    { FT_SPAN_MONTH, { 2999, 12, 1 }, 1, { 2999, 12, 1 } },
    { FT_SPAN_MONTH, { 1900, 1, 1 }, -1, { 1900, 1, 1 } },
    { FT_SPAN_WEEK, { 2999, 12, 30 }, 1, { 2999, 12, 30 } },
    { FT_SPAN_DAY, { 2026, 1, 1 }, G_MAXINT, { 2026, 1, 1 } },
    { FT_SPAN_MONTH, { 2026, 1, 1 }, G_MININT, { 2026, 1, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gint32 day = ft_civil_all_day (steps[i].day[0], steps[i].day[1], steps[i].day[2]).day;
      FtCivil stepped = { ft_span_step (steps[i].span, day, steps[i].by), FT_ALL_DAY, 0 };
      FtCivil expected
          = ft_civil_all_day (steps[i].expected[0], steps[i].expected[1], steps[i].expected[2]);
      g_autofree char *text = ft_civil_to_string (stepped);
      g_autofree char *wanted = ft_civil_to_string (expected);

      g_assert_cmpstr (text, ==, wanted);
    }
}

static void
test_span_days (void)
{
  gint32 wednesday = ft_civil_all_day (2026, 11, 25).day;
  gint32 first;
  gint32 last;

  for (GDateWeekday start = G_DATE_MONDAY; start <= G_DATE_SUNDAY; start++)
    for (gint32 day = wednesday; day < wednesday + 7; day++)
      {
        ft_span_get_days (FT_SPAN_WEEK, day, start, &first, &last);
        g_assert_cmpint (last - first, ==, 6);
        g_assert_cmpint (first, <=, day);
        g_assert_cmpint (last, >=, day);
        g_assert_cmpint (ft_civil_get_weekday ((FtCivil){ first, 0, 0 }), ==, start);
      }
  ft_span_get_days (FT_SPAN_DAY, wednesday, G_DATE_MONDAY, &first, &last);
  g_assert_cmpint (first, ==, wednesday);
  g_assert_cmpint (last, ==, wednesday);
  ft_span_get_days (FT_SPAN_MONTH, wednesday, G_DATE_MONDAY, &first, &last);
  g_assert_cmpint (first, ==, ft_civil_all_day (2026, 10, 26).day);
  g_assert_cmpint (last - first, ==, FT_MONTH_CELLS - 1);
  g_assert_cmpint (ft_month_of (first), ==, ft_month_of (wednesday) - 1);
  g_assert_cmpint (ft_month_of (ft_civil_all_day (2027, 1, 1).day), ==,
                   ft_month_of (ft_civil_all_day (2026, 12, 31).day) + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week-layout/table", test_week_table);
  g_test_add_func ("/week-layout/random-days", test_week_random);
  g_test_add_func ("/week-layout/any-order", test_week_order);
  g_test_add_func ("/week-layout/hit", test_week_hit);
  g_test_add_func ("/week-layout/round-trip", test_week_round_trip);
  g_test_add_func ("/week-layout/snap", test_snap);
  g_test_add_func ("/month-layout/first-day", test_month_first_day);
  g_test_add_func ("/month-layout/holds-all", test_month_holds_all);
  g_test_add_func ("/month-layout/week-number", test_week_number);
  g_test_add_func ("/month-layout/geometry", test_month_geometry);
  g_test_add_func ("/month-layout/shown", test_month_shown);
  g_test_add_func ("/month-layout/random-months", test_month_random);
  g_test_add_func ("/week/over", test_week_over);
  g_test_add_func ("/week/over-random", test_week_over_random);
  g_test_add_func ("/week/indent", test_indent);
  g_test_add_func ("/span/step", test_span);
  g_test_add_func ("/span/days", test_span_days);
  return g_test_run ();
}
