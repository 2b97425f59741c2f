#define G_LOG_DOMAIN "ft-test"

#include "interchange/ft-csv-reader.h"

#include <string.h>

/* The rows as "line:field|field", a broken one with "!" before; fields with their line breaks as
 * "\n". */
static char *
dump (FtCsvReader *reader)
{
  GString *out = g_string_new (NULL);
  while (ft_csv_reader_next (reader))
    {
      g_string_append_printf (out, "%s%s%u:", out->len > 0 ? " " : "",
                              ft_csv_reader_is_broken (reader) ? "!" : "",
                              ft_csv_reader_get_line (reader));
      for (guint i = 0; i < ft_csv_reader_get_n_fields (reader); i++)
        g_string_append_printf (out, "%s%s", i > 0 ? "/" : "", ft_csv_reader_get_field (reader, i));
    }
  g_string_replace (out, "\r", "\\r", 0);
  g_string_replace (out, "\n", "\\n", 0);
  return g_string_free (out, FALSE);
}

static FtCsvReader *
open_text (const char *text, char delimiter)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  return ft_csv_reader_new (bytes, delimiter);
}

static const struct
{
  const char *text;
  const char *rows;
} cases[] = {
  { "", "" },
  { "\n\r\n\r", "" },
  { "a,b\n1,2\n", "1:a/b 2:1/2" },
  { "a,b\r\n1,2", "1:a/b 2:1/2" },
  { "a,b\r1,2\r", "1:a/b 2:1/2" },
  { "a,b\n\n\n1,2\n", "1:a/b 4:1/2" },
  { "a,b\n1,\n,2\n,\n", "1:a/b 2:1/ 3:/2 4:/" },
  { "a,b\n1\n1,2,3\n", "1:a/b 2:1 3:1/2/3" },
  { " a , b \n", "1: a / b " },
  { "a,b\n\"1,5\",\"ha \"\"ha\"\" ha\"\n", "1:a/b 2:1,5/ha \"ha\" ha" },
  { "a,b\n\"\",\"\"\"\"\n", "1:a/b 2:/\"" },
  { "a,b\n\"once\nupon\r\na time\",2\nx,y\n", "1:a/b 2:once\\nupon\\r\\na time/2 5:x/y" },
  /* quotes that nobody doubled */
  { "a,b\n\"a 5\" pipe\",x\n", "1:a/b 2:a 5\" pipe/x" },
  { "a,b\n5\" pipe,x\n", "1:a/b 2:5\" pipe/x" },
  { "a,b\n\"one\ntwo \"three\" four\",x\n", "1:a/b 2:one\\ntwo \"three\" four/x" },
  /* quotes that nobody closed: the rows after them are still read */
  { "a,b\nAnna,\"oops\nBob,x\nCarla,y\n", "1:a/b !2:Anna/ 3:Bob/x 4:Carla/y" },
  { "a,b\nAnna,\"oops\nBob,\"fine\"\n", "1:a/b !2:Anna/ 3:Bob/fine" },
  { "a,b\nAnna,\"oops\nBob,\"Smith, Inc\"\n", "1:a/b !2:Anna/ 3:Bob/Smith, Inc" },
  { "a,b\n\"oops\n\"oops\nBob,x\n", "1:a/b !2: !3: 4:Bob/x" },
  { "a,b\nAnna,\"", "1:a/b !2:Anna/" },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtCsvReader) reader = open_text (cases[i].text, ',');
      g_autofree char *rows = dump (reader);
      g_autofree char *again = NULL;
      g_assert_cmpstr (rows, ==, cases[i].rows);
      g_assert_cmpfloat (ft_csv_reader_get_fraction (reader), ==, 1.0);
      ft_csv_reader_rewind (reader);
      again = dump (reader);
      g_assert_cmpstr (again, ==, rows);
    }
}

static void
test_short_row (void)
{
  g_autoptr (FtCsvReader) reader = open_text ("a,b\n1\n", ',');
  g_assert_true (ft_csv_reader_next (reader));
  g_assert_true (ft_csv_reader_next (reader));
  g_assert_cmpstr (ft_csv_reader_get_field (reader, 0), ==, "1");
  g_assert_cmpstr (ft_csv_reader_get_field (reader, 1), ==, "");
  g_assert_cmpstr (ft_csv_reader_get_field (reader, 99), ==, "");
  g_assert_false (ft_csv_reader_next (reader));
  g_assert_cmpuint (ft_csv_reader_get_n_fields (reader), ==, 0);
}

static const struct
{
  const char *text;
  char delimiter;
} delimited[] = {
  { "Name,Phone\nAnna,1\n", ',' },
  { "Name;Phone\nAnna;1,5\nBob;2,5\n", ';' },
  { "Name\tPhone\nBerg, Anna\t1\n", '\t' },
  { "Name|Phone\nAnna;Berg|1\n", '|' },
  { "Name;\"a,b,c,d\"\nAnna;\"1,2,3,4\"\n", ';' },
  { "Name;Ort, Straße;Tel\nAnna;Bonn, Am Hof 1;1\n", ';' },
  { "Name\nAnna\n", ',' },
  { "", ',' },
  { "sep=;\nName,x;Phone\n", ';' },
  { "SEP=|\r\nName,x|Phone\r\n", '|' },
  { "\"sep=\t\"\nName,x\tPhone\n", '\t' },
};

static void
test_delimiter (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (delimited); i++)
    {
      g_autoptr (FtCsvReader) reader = open_text (delimited[i].text, 0);
      g_assert_cmpint (ft_csv_reader_get_delimiter (reader), ==, delimited[i].delimiter);
    }
}

static void
test_sep_line (void)
{
  g_autoptr (FtCsvReader) reader = open_text ("sep=;\r\na;b\r\n1;2\r\n", 0);
  g_autoptr (FtCsvReader) chosen = open_text ("sep=;\r\na;b|c\r\n", '|');
  g_autofree char *rows = dump (reader);
  g_autofree char *chosen_rows = dump (chosen);
  g_assert_cmpstr (rows, ==, "2:a/b 3:1/2");
  g_assert_cmpstr (chosen_rows, ==, "2:a;b/c");
}

static double
seconds_to_read (const char *pattern, gsize n, guint *n_rows)
{
  GString *text = g_string_new ("a,b\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FtCsvReader) reader = NULL;
  gint64 begin;
  for (gsize i = 0; i < n; i++)
    g_string_append (text, pattern);
  g_string_append (text, "z,\"y\"x\n");
  bytes = g_string_free_to_bytes (text);
  begin = g_get_monotonic_time ();
  reader = ft_csv_reader_new (bytes, ',');
  for (*n_rows = 0; ft_csv_reader_next (reader);)
    ++*n_rows;
  return (g_get_monotonic_time () - begin) / 1e6;
}

/* Files made to be read again and again from every line: twenty times the rows must not cost
 * anything like four hundred times as long. */
static void
test_linear (void)
{
  static const char *const patterns[] = {
    "a,\"\"x\n",    "a,\"x\n",  "\"\n",   "\"\"\"x\n",      "a,\"b\"\n",
    "\"a\nb\",c\n", "a,\"b\"c", "\"\"x,", "a,\"x \"\" y\n",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      guint few, many;
      double base = seconds_to_read (patterns[i], 2000, &few);
      double more = seconds_to_read (patterns[i], 40000, &many);
      g_test_message ("%s %u rows %.4f s, %u rows %.4f s", patterns[i], few, base, many, more);
      g_assert_cmpuint (many, >=, few);
      g_assert_cmpfloat (more, <, MAX (base, 0.002) * 100);
    }
}

/* Any text at all: it ends, lines go up, fields are text, and nothing but the delimiter and quotes
 * is lost. */
static void
test_fuzz (void)
{
  static const char *const pieces[]
      = { "\"", "\"", ",", ",", "\n", "\r\n", "\r", ";", "a", "ü", " ", "\"\"", "\t", "sep=;" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261121);
  for (int n = 0; n < 5000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (FtCsvReader) reader = NULL;
      guint line = 0, n_lines = 1, length = g_rand_int_range (rand, 0, 60);
      for (guint i = 0; i < length; i++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      for (gsize i = 0; i < text->len; i++)
        n_lines += text->str[i] == '\n' || (text->str[i] == '\r' && text->str[i + 1] != '\n');
      reader = open_text (text->str, g_rand_boolean (rand) ? 0 : ',');
      while (ft_csv_reader_next (reader))
        {
          double fraction = ft_csv_reader_get_fraction (reader);
          g_assert_cmpuint (ft_csv_reader_get_line (reader), >, line);
          line = ft_csv_reader_get_line (reader);
          g_assert_cmpuint (line, <=, n_lines);
          g_assert_cmpuint (ft_csv_reader_get_n_fields (reader), >, 0);
          g_assert_true (fraction > 0 && fraction <= 1);
          for (guint i = 0; i < ft_csv_reader_get_n_fields (reader); i++)
            g_assert_true (g_utf8_validate (ft_csv_reader_get_field (reader, i), -1, NULL));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/rows", test_rows);
  g_test_add_func ("/csv-reader/short-row", test_short_row);
  g_test_add_func ("/csv-reader/delimiter", test_delimiter);
  g_test_add_func ("/csv-reader/sep-line", test_sep_line);
  g_test_add_func ("/csv-reader/linear", test_linear);
  g_test_add_func ("/csv-reader/fuzz", test_fuzz);
  return g_test_run ();
}
