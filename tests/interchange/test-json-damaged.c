#define G_LOG_DOMAIN "ft-test"

#include "round-trip-fixture.h"

#include <string.h>

/* JSON that is not what it should be. */

static const struct
{
  const char *text;
  int error;           /* -1: none */
  const char *reasons; /* of the rows: "line:reason", one after the other */
} files[] = {
  { "{}", FT_IMPORT_ERROR_FORMAT, NULL },
  { "[1,2]", FT_IMPORT_ERROR_FORMAT, NULL },
  { "{\"format\":\"other\",\"version\":1}", FT_IMPORT_ERROR_FORMAT, NULL },
  { "{\"format\":\"follow-through\"}", FT_IMPORT_ERROR_FORMAT, NULL },
  { "{\"format\":\"follow-through\",\"version\":2,\"leads\":{}}", FT_IMPORT_ERROR_NEWER, NULL },
  { "{\"format\":\"follow-through\",\"version\":1,\"leads\":[{\"name\":\"A\"}",
    FT_IMPORT_ERROR_FORMAT, NULL },
  { "{\"format\":\"follow-through\",\"version\":1,\"leads\":[{\"name\":\"A", FT_IMPORT_ERROR_FORMAT,
    NULL },
  { "{\"format\":\"follow-through\",\"version\":1}", -1, "" },
  { "{\"version\":1,\"later\":[[1]],\"leads\":[{\"name\":\"A\",\"later\":{\"x\":1}}],\"format\":"
    "\"follow-through\"}",
    -1, "1:-" },
  { "{\"format\":\"follow-through\",\"version\":1,\"leads\":[\n{\"name\":\"\"},\n{\"name\":7},\n3,"
    "\n{\"name\":\"B\",\"state\":\"odd\"},"
    "\n{\"name\":\"C\",\"zone\":\"Mars/Olympus\"},\n{\"name\":\"D\",}]}",
    -1,
    "2:The lead has no name. 3:The value of “name” is not what it should be. 4:This is not valid "
    "JSON. "
    "5:The value of “state” is not what it should be. 6:The time zone “Mars/Olympus” is not known "
    "to this computer. "
    "7:This is not valid JSON." },
  { "{\"format\":\"follow-through\",\"version\":1,\"leads\":[{\"name\":\"A\",\"uid\":\"a\"}],"
    "\"promises\":["
    "\n{\"lead\":\"a\",\"promised\":\"2026-11-26 "
    "16:00\"},\n{\"lead\":\"b\",\"promised\":\"2026-11-26\"}],"
    "\"contacts\":[\n{\"lead\":null}]}",
    -1,
    "1:- 3:The lead it belongs to is not in the file. 4:The lead it belongs to is not in the "
    "file." },
  { "{\"format\":\"follow-through\",\"version\":1,\"leads\":[{\"name\":\"A\",\"uid\":\"a\"}],"
    "\"promises\":["
    "\n{\"lead\":\"a\",\"promised\":\"tomorrow\"}]}",
    -1, "2:The value of “promised” is not what it should be." },
};

static void
test_json_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].text, strlen (files[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (FtImportSource) source = open_bytes (bytes, &error);
      g_autoptr (GString) reasons = g_string_new (NULL);
      FtImportRow row = { NULL };
      if (files[i].error >= 0)
        {
          g_assert_error (error, FT_IMPORT_ERROR, files[i].error);
          continue;
        }
      g_assert_no_error (error);
      while (ft_import_source_next (source, &row, NULL, NULL))
        {
          g_string_append_printf (reasons, "%s%u:%s", reasons->len > 0 ? " " : "", row.line,
                                  row.reason ? row.reason : "-");
          ft_import_row_clear (&row);
        }
      g_assert_cmpstr (reasons->str, ==, files[i].reasons);
    }
}

/* A file with a thousand brackets is refused, not followed down. */
static void
test_json_deep (void)
{
  g_autoptr (GString) text
      = g_string_new ("{\"format\":\"follow-through\",\"version\":1,\"leads\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  for (int i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (open_bytes (bytes, &error));
  g_assert_error (error, FT_IMPORT_ERROR, FT_IMPORT_ERROR_FORMAT);
}

/* An export with some of its bytes changed: it is refused, or its rows are text or a reason. */
static void
test_json_fuzz (void)
{
  static const char noise[] = "\"{}[]:,\\0e-\n \xff";
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (GPtrArray) cards = random_cards (rand, 3, TRUE);
  g_autoptr (GBytes) bytes = export_cards (FT_EXPORT_JSON, cards);
  for (int n = 0; n < 400; n++)
    {
      gsize length = g_bytes_get_size (bytes);
      char *data = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (FtImportSource) source = NULL;
      FtImportRow row = { NULL };
      guint n_rows = 0;
      for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
        data[g_rand_int_range (rand, 0, length)]
            = noise[g_rand_int_range (rand, 0, sizeof noise - 1)];
      changed = g_bytes_new_take (data, length);
      source = open_bytes (changed, NULL);
      while (source && ft_import_source_next (source, &row, NULL, NULL))
        {
          g_assert_true (row.reason || g_utf8_validate (row.lead->name, -1, NULL));
          g_assert_cmpuint (++n_rows, <, 100);
          ft_import_row_clear (&row);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/round-trip/json-files", test_json_files);
  g_test_add_func ("/round-trip/json-deep", test_json_deep);
  g_test_add_func ("/round-trip/json-fuzz", test_json_fuzz);
  return g_test_run ();
}
