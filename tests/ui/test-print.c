#include "ui/ft-address-sheet.h"
#include "ui/ft-day-sheet.h"
#include "ui/ft-printer.h"
#include "ui/ft-week-sheet.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Sheets printed to a file, whose text is read back with poppler. With FT_KEEP_PRINTS in the
 * environment the files stay in that folder, to be looked at. */

#define ZONE "Europe/Berlin"

static const FtCivil now = { 739943, 9 * 60, 0 }; /* Monday, 2026-11-23 */

/* --- Printing --- */

typedef struct
{
  char *path;
  char *text; /* as it stands on the pages */
  char *info;
} Print;

static char *
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return out;
}

static Print
print_to_file (FtPaper *paper, const char *name)
{
  const char *kept = g_getenv ("FT_KEEP_PRINTS");
  g_autofree char *folder = kept ? g_strdup (kept) : g_dir_make_tmp ("ft-print-XXXXXX", NULL);
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GError) error = NULL;
  Print print = { g_build_filename (folder, file, NULL), NULL, NULL };

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  g_assert_true (ft_printer_export (paper, setup, print.path, &error));
  g_assert_no_error (error);
  print.text = run ((const char *[]){ "pdftotext", "-layout", print.path, "-", NULL });
  print.info = run ((const char *[]){ "pdfinfo", print.path, NULL });
  return print;
}

static void
print_clear (Print *print)
{
  g_autofree char *folder = g_path_get_dirname (print->path);

  if (!g_getenv ("FT_KEEP_PRINTS"))
    {
      g_remove (print->path);
      g_rmdir (folder);
    }
  g_free (print->path);
  g_free (print->text);
  g_free (print->info);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Print, print_clear)

static guint
count (const char *text, const char *wanted)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, wanted)); p += strlen (wanted))
    n++;
  return n;
}

#define assert_said(text, wanted) g_assert_cmpuint (count (text, wanted), ==, 1)

static guint
get_pages (const Print *print)
{
  const char *pages = strstr (print->info, "Pages:");

  g_assert_nonnull (pages);
  return strtoul (pages + strlen ("Pages:"), NULL, 10);
}

/* Points, as the device turns the page. */
static void
assert_page_size (const Print *print, double width, double height)
{
  const char *size = strstr (print->info, "Page size:");
  double w, h;

  g_assert_nonnull (size);
  g_assert_cmpint (sscanf (size, "Page size: %lf x %lf", &w, &h), ==, 2);
  g_assert_cmpfloat_with_epsilon (w, width, 1);
  g_assert_cmpfloat_with_epsilon (h, height, 1);
}

/* --- What is printed --- */

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static FtPromiseRow *
add_row (GPtrArray *rows, const char *name, FtCivil promised, const char *zone)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
  g_autoptr (FtPromiseData) promise
      = ft_promise_data_new (0, promised, ft_zone_intern (zone), FT_CHANNEL_PHONE);
  FtPromiseRow *row = ft_promise_row_new (promise, lead);

  promise->target = promised;
  g_ptr_array_add (rows, row);
  return row;
}

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_row_unref);
}

static void
fill_row (FtPromiseRow *row, const char *company, const char *phone, const char *purpose)
{
  set_text (&row->lead->company, company);
  g_ptr_array_add (row->lead->phones, ft_reach_new ("work", phone));
  set_text (&row->promise->purpose, purpose);
}

static FtCivil
at (int day, int hour, int minute)
{
  return (FtCivil){ now.day + day, hour * 60 + minute, 0 };
}

/* --- The day --- */

static void
test_day (void)
{
  g_autoptr (GPtrArray) late = new_rows ();
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (FtPaper) paper = NULL;
  FtPromiseRow *row;

  fill_row (add_row (late, "Lena Late", at (-3, 16, 0), ZONE), "", "+49 30 1", "the offer");
  row = add_row (rows, "Anna Berg", at (0, 16, 0), ZONE);
  fill_row (row, "Berg Roofing", "+49 30 23125 101", "After the roof");
  row->promise->target = at (0, 11, 30);
  set_text (&row->promise->value, "a sample of slate");
  g_ptr_array_add (row->lead->facts, ft_fact_new (739000, TRUE, "widowed in 2024"));
  g_ptr_array_add (row->lead->phones, ft_reach_new ("mobile", "+49 171 7"));
  row = add_row (rows, "Ben Oz", at (0, 9, 0), "America/New_York");
  fill_row (row, "", "+1 212 5", "the second fitting");
  fill_row (add_row (rows, "Whole Day", (FtCivil){ now.day, FT_ALL_DAY, 0 }, ZONE), "", "3", "");

  paper = ft_day_sheet_new (now.day, late, rows, now, ZONE);
  g_auto (Print) print = print_to_file (paper, "day");
  g_test_message ("%s", print.text);
  g_assert_cmpuint (get_pages (&print), ==, 1);
  assert_page_size (&print, 595, 842);
  assert_said (print.text, "Monday, 23 November");
  assert_said (print.text, "4 promises");
  assert_said (print.text, "Page 1 of 1");
  assert_said (print.text, "Anna Berg");
  assert_said (print.text, "Berg Roofing");
  assert_said (print.text, "+49 30 23125 101");
  assert_said (print.text, "+49 171 7");
  assert_said (print.text, "After the roof");
  assert_said (print.text, "a sample of slate");
  assert_said (print.text, "target 11:30");
  /* Ben's nine o'clock is three in the afternoon here. */
  assert_said (print.text, "15:00");
  assert_said (print.text, "09:00 there");
  assert_said (print.text, "All Day");
  assert_said (print.text, "Fri 20 Nov,");
  /* Paper lies about (E7). */
  g_assert_cmpuint (count (print.text, "widowed"), ==, 0);
  /* Late above the day, a whole day above its hours. */
  g_assert_true (strstr (print.text, "Lena") < strstr (print.text, "Whole Day"));
  g_assert_true (strstr (print.text, "Whole Day") < strstr (print.text, "Ben Oz"));
  g_assert_true (strstr (print.text, "Ben Oz") < strstr (print.text, "Anna Berg"));
}

static void
test_long_day (void)
{
  g_autoptr (GPtrArray) late = new_rows ();
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (FtPaper) paper = NULL;

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Kunde%02d", i);
      g_autofree char *long_name
          = g_strdup_printf ("%s von und zu Hohenstein-Wackernagel und Söhne Nachfolger", name);
      fill_row (add_row (rows, i % 3 ? name : long_name, at (0, 8, i), ZONE),
                "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik", "+49 30 1",
                "a rather long purpose that takes more than the one line which it should have had");
    }
  paper = ft_day_sheet_new (now.day, late, rows, now, ZONE);
  g_auto (Print) print = print_to_file (paper, "long-day");
  g_assert_cmpuint (get_pages (&print), >, 3);
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Kunde%02d", i);
      assert_said (print.text, name);
    }
  /* The title stands on every page, and its number. */
  g_assert_cmpuint (count (print.text, "Monday, 23 November"), ==, get_pages (&print));
  for (guint i = 0; i < get_pages (&print); i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, get_pages (&print));
      assert_said (print.text, number);
    }
}

/* Whatever was imported into it, it stays on its page. */
static void
test_novel (void)
{
  g_autoptr (GPtrArray) late = new_rows ();
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (GString) novel = g_string_new ("Once");
  g_autoptr (FtPaper) paper = NULL;

  for (int i = 0; i < 3000; i++)
    g_string_append (novel, " upon a time");
  fill_row (add_row (rows, "Anna Berg", at (0, 9, 0), ZONE), novel->str, "+49 30 1", novel->str);
  fill_row (add_row (rows, "Ben Oz", at (0, 16, 0), ZONE), "", "+49 30 2", "the door");
  paper = ft_day_sheet_new (now.day, late, rows, now, ZONE);
  g_auto (Print) print = print_to_file (paper, "novel");
  g_assert_cmpuint (get_pages (&print), ==, 1);
  assert_said (print.text, "Ben Oz");
  assert_said (print.text, "+49 30 1");
}

static void
test_empty_day (void)
{
  g_autoptr (GPtrArray) none = new_rows ();
  g_autoptr (FtPaper) paper = ft_day_sheet_new (now.day, none, none, now, ZONE);

  g_auto (Print) print = print_to_file (paper, "empty-day");
  g_assert_cmpuint (get_pages (&print), ==, 1);
  assert_said (print.text, "Nothing is promised.");
}

/* Columns begin on the right, and so does every line, in whatever language. */
static void
test_day_from_the_right (void)
{
  g_autoptr (GPtrArray) late = new_rows ();
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (FtPaper) paper = NULL;

  fill_row (add_row (rows, "فاطمة الزهراء", at (0, 10, 0), ZONE), "شركة النور", "+20 2 123",
            "عرض السقف الجديد");
  fill_row (add_row (rows, "Anna Berg", at (0, 16, 0), ZONE), "Berg Roofing", "+49 30 1",
            "the roof");
  paper = ft_day_sheet_new (now.day, late, rows, now, ZONE);
  ft_paper_set_rtl (paper, TRUE);
  g_auto (Print) print = print_to_file (paper, "day-rtl");
  assert_said (print.text, "Anna Berg");
  assert_said (print.text, "+20 2 123");
  /* What comes first stands last in a line read from the left. */
  g_assert_true (strstr (print.text, "the roof") < strstr (print.text, "Anna Berg"));
  g_assert_true (strstr (print.text, "Anna Berg") < strstr (print.text, "16:00"));
}

/* --- The week --- */

static void
test_week (void)
{
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtPaper) paper = NULL;

  fill_row (add_row (rows, "Anna Berg", at (0, 16, 0), ZONE), "Berg Roofing", "+49 30 101",
            "After the roof");
  fill_row (add_row (rows, "Maximiliane Hohenstein-Wackernagel", at (3, 9, 0), ZONE), "", "+49 5",
            "the terrace");
  fill_row (add_row (rows, "Next Week", at (7, 9, 0), ZONE), "", "6", "");
  paper = ft_week_sheet_new (now.day, rows, now, ZONE, settings);
  g_auto (Print) print = print_to_file (paper, "week");
  g_test_message ("%s", print.text);
  g_assert_cmpuint (get_pages (&print), ==, 1);
  assert_page_size (&print, 842, 595);
  assert_said (print.text, "2 promises");
  assert_said (print.text, "Anna Berg");
  assert_said (print.text, "+49 30 101");
  assert_said (print.text, "Maximiliane");
  assert_said (print.text, "Wackernagel");
  g_assert_cmpuint (count (print.text, "Next Week"), ==, 0);
  g_assert_cmpuint (count (print.text, "Thu 26 Nov"), ==, 1);
  /* A free weekend leaves its room to the others. */
  g_assert_cmpuint (count (print.text, "Sat 28 Nov"), ==, 0);
}

static void
test_full_week (void)
{
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtPaper) paper = NULL;

  for (int i = 0; i < 7 * 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Kunde%02d", i);
      fill_row (add_row (rows, name, at (i % 7, 8 + i / 7, 0), ZONE), "Some Company and Sons Ltd",
                "+49 30 1", "a purpose of two lines or three");
    }
  paper = ft_week_sheet_new (now.day, rows, now, ZONE, settings);
  g_auto (Print) print = print_to_file (paper, "full-week");
  g_assert_cmpuint (get_pages (&print), >, 1);
  for (int i = 0; i < 7 * 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Kunde%02d", i);
      assert_said (print.text, name);
    }
  g_assert_cmpuint (count (print.text, "Sat 28 Nov"), ==, get_pages (&print));
}

/* --- Addresses --- */

#define MM (72 / 25.4)

static void
add_address (GPtrArray *addresses, const char *lines)
{
  g_ptr_array_add (addresses, g_strsplit (lines, "|", -1));
}

static GPtrArray *
new_addresses (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

/* Where on its page, in millimetres from the top left, a word stands. */
static void
find_word (const Print *print, const char *word, double *x, double *y, double *x_end, double *y_end)
{
  g_autofree char *html = NULL;
  g_autofree char *wanted = g_strdup_printf (">%s</word>", word);
  const char *found;

  g_assert_true (g_file_test (print->path, G_FILE_TEST_EXISTS));
  html = run ((const char *[]){ "pdftotext", "-bbox", print->path, "-", NULL });
  found = strstr (html, wanted);
  g_assert_nonnull (found);
  while (strncmp (found, "<word", 5) != 0)
    found--;
  g_assert_cmpint (sscanf (found, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", x, y,
                           x_end, y_end),
                   ==, 4);
  *x /= MM;
  *y /= MM;
  *x_end /= MM;
  *y_end /= MM;
}

static void
assert_inside (const Print *print, const FtStationery *stationery, guint field, const char *word)
{
  double left, top, x, y, x_end, y_end;

  ft_stationery_get_field (stationery, field, &left, &top);
  find_word (print, word, &x, &y, &x_end, &y_end);
  g_test_message ("%s: %.1f %.1f – %.1f %.1f in %.1f %.1f", word, x, y, x_end, y_end, left, top);
  g_assert_cmpfloat (x, >=, left - 0.1);
  g_assert_cmpfloat (y, >=, top - 0.1);
  g_assert_cmpfloat (x_end, <=, left + stationery->width + 0.1);
  g_assert_cmpfloat (y_end, <=, top + stationery->height + 0.1);
}

static void
test_envelopes (void)
{
  for (guint i = 0; ft_stationery_get (i); i++)
    {
      const FtStationery *stationery = ft_stationery_get (i);
      g_autoptr (GPtrArray) addresses = new_addresses ();
      g_autoptr (FtPaper) paper = NULL;

      if (!stationery->envelope)
        continue;
      add_address (addresses, "Anna Berg|Berg Roofing|Am Markt 1|10115 Berlin");
      add_address (addresses,
                   "Maximiliane Hohenstein-Wackernagel geb. von und zu Donnersmarck-Lichtenfels|"
                   "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik Süd GmbH & Co. KG|"
                   "Alte Straße 5, Hinterhaus, dritter Stock links|Zimmer 7|1 rue X|"
                   "75001 Schluss|FRANCE");
      paper = ft_address_sheet_new (stationery, addresses, "Ben Oz\nSender Street 1", 0);
      g_auto (Print) print = print_to_file (paper, stationery->id);
      g_assert_cmpuint (get_pages (&print), ==, 2);
      assert_page_size (&print, stationery->page_width * MM, stationery->page_height * MM);
      assert_said (print.text, "10115 Berlin");
      assert_said (print.text, "FRANCE");
      g_assert_cmpuint (count (print.text, "Sender Street 1"), ==, 2);
      assert_inside (&print, stationery, 0, "Anna");
      assert_inside (&print, stationery, 0, "10115");
      assert_inside (&print, stationery, 0, "Maximiliane");
      assert_inside (&print, stationery, 0, "FRANCE");
    }
}

static void
test_labels (void)
{
  for (guint i = 0; ft_stationery_get (i); i++)
    {
      const FtStationery *stationery = ft_stationery_get (i);
      guint fields = ft_stationery_get_n_fields (stationery);
      g_autoptr (GPtrArray) addresses = new_addresses ();
      g_autoptr (FtPaper) paper = NULL;

      if (stationery->envelope)
        continue;
      for (guint n = 0; n < fields; n++)
        {
          g_autofree char *lines = g_strdup_printf (
              n % 2 ? "Kunde%02u|Am Markt 1|Ort%02u"
                    : "Kunde%02u|Donaudampfschifffahrtsgesellschaft Süd GmbH & Co. KG|Im Hof|"
                      "Alte Lange Straße 555 b|10115 Berlin|Ort%02u",
              n, n);
          add_address (addresses, lines);
        }
      /* Two labels of the first sheet are gone. */
      paper = ft_address_sheet_new (stationery, addresses, "Ben Oz\nSender Street 1", 2);
      g_auto (Print) print = print_to_file (paper, stationery->id);
      g_assert_cmpuint (get_pages (&print), ==, 2);
      assert_page_size (&print, stationery->page_width * MM, stationery->page_height * MM);
      g_assert_cmpuint (count (print.text, "Sender"), ==, 0);
      for (guint n = 0; n < fields; n++)
        {
          g_autofree char *name = g_strdup_printf ("Kunde%02u", n);
          g_autofree char *place = g_strdup_printf ("Ort%02u", n);
          assert_inside (&print, stationery, (n + 2) % fields, name);
          assert_inside (&print, stationery, (n + 2) % fields, place);
        }
    }
}

/* Written from the right, at the right of its field. */
static void
test_arabic_envelope (void)
{
  const FtStationery *stationery = ft_stationery_find ("dl");
  g_autoptr (GPtrArray) addresses = new_addresses ();
  g_autoptr (FtPaper) paper = NULL;
  double x, y, x_end, y_end;

  add_address (addresses, "فاطمة الزهراء|شارع النيل ٥|القاهرة|EGYPT");
  paper = ft_address_sheet_new (stationery, addresses, "", 0);
  g_auto (Print) print = print_to_file (paper, "arabic");
  find_word (&print, "EGYPT", &x, &y, &x_end, &y_end);
  g_assert_cmpfloat_with_epsilon (x, stationery->left, 1);
  g_assert_cmpuint (get_pages (&print), ==, 1);
}

static void
test_nowhere (void)
{
  g_autoptr (GPtrArray) none = new_rows ();
  g_autoptr (FtPaper) paper = ft_day_sheet_new (now.day, none, none, now, ZONE);
  g_autoptr (GError) error = NULL;

  g_assert_false (ft_printer_export (paper, NULL, "/nonexistent/folder/x.pdf", &error));
  g_assert_nonnull (error);
}

static void
test_goes (void)
{
  g_autoptr (GPtrArray) none = new_rows ();
  FtPaper *paper = ft_day_sheet_new (now.day, none, none, now, ZONE);

  {
    g_auto (Print) print = print_to_file (paper, "gone");
    g_assert_cmpuint (ft_paper_get_n_pages (paper), ==, 1);
  }
  g_assert_finalize_object (paper);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/day", test_day);
  g_test_add_func ("/print/long-day", test_long_day);
  g_test_add_func ("/print/novel", test_novel);
  g_test_add_func ("/print/empty-day", test_empty_day);
  g_test_add_func ("/print/day-from-the-right", test_day_from_the_right);
  g_test_add_func ("/print/week", test_week);
  g_test_add_func ("/print/full-week", test_full_week);
  g_test_add_func ("/print/B11/envelopes", test_envelopes);
  g_test_add_func ("/print/B11/labels", test_labels);
  g_test_add_func ("/print/B11/arabic-envelope", test_arabic_envelope);
  g_test_add_func ("/print/nowhere", test_nowhere);
  g_test_add_func ("/print/goes", test_goes);
  return g_test_run ();
}
