#include "bench-data.h"

#define N_FAMILIES 4000
#define DAY (24 * 60 * 60)

static const char *const first_names[]
    = { "Anna",  "Bert", "Carla", "David", "Elif",  "Fatma", "Greta",  "Hans",  "Ida",  "Jonas",
        "Karin", "Lena", "Maria", "Nils",  "Olga",  "Paul",  "Quirin", "Rosa",  "Sven", "Tanja",
        "Udo",   "Vera", "Wim",   "Xenia", "Yusuf", "Zoe",   "Jürgen", "Søren", "Åsa",  "José" };
static const char *const syllables[]
    = { "ber",  "mül",  "ler", "schnei", "der", "fi",  "scher", "we",  "ken", "hof",
        "mann", "rich", "ter", "kö",     "nig", "lan", "ge",    "bau", "er",  "stein" };
static const char *const trades[]
    = { "Roofing", "Pools", "Gardens", "Software", "Tailors", "Heating", "Kitchens", "Windows" };
static const char *const cities[] = { "Berlin", "Hamburg", "München", "Köln", "Leipzig",
                                      "Bremen", "Dresden", "Potsdam", "Ulm",  "Trier" };
static const char *const area_codes[] = { "30", "40", "89", "221", "171", "160", "176", "511" };
static const char *const words[]
    = { "called",   "about",   "the",  "offer",    "wants",     "a",     "quote",   "for",
        "spring",   "terrace", "has",  "two",      "children",  "likes", "wood",    "budget",
        "decides",  "in",      "may",  "partner",  "asked",     "price", "colour",  "delivery",
        "warranty", "met",     "at",   "fair",     "neighbour", "of",    "garden",  "pool",
        "heating",  "later",   "send", "brochure", "again",     "after", "holiday", "friendly" };

/* A number that looks like chance, the same for the same arguments. */
static guint
pick (guint i, guint what, guint n)
{
  guint64 x = ((guint64) i + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
              + what * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x ^= x >> 31;
  x *= G_GUINT64_CONSTANT (0x94d049bb133111eb);
  x ^= x >> 29;
  return x % n;
}

char *
bench_data_family (guint i)
{
  guint family = pick (i, 1, N_FAMILIES);
  g_autofree char *name
      = g_strconcat (syllables[pick (family, 2, G_N_ELEMENTS (syllables))],
                     syllables[pick (family, 3, G_N_ELEMENTS (syllables))],
                     family % 3 ? syllables[pick (family, 4, G_N_ELEMENTS (syllables))] : "", NULL);
  g_autofree char *rest = g_strdup (g_utf8_next_char (name));
  char *capital = g_strdup_printf ("%c%s", g_ascii_toupper (*name), rest);
  return capital;
}

FtLeadData *
bench_data_lead (guint i)
{
  g_autofree char *family = bench_data_family (i);
  g_autofree char *name
      = g_strdup_printf ("%s %s", first_names[pick (i, 5, G_N_ELEMENTS (first_names))], family);
  g_autofree char *phone = g_strdup_printf (
      "+49 %s %07u", area_codes[pick (i, 6, G_N_ELEMENTS (area_codes))], pick (i, 7, 9999999));
  g_autofree char *email = g_strdup_printf ("%s.%u@%s", first_names[pick (i, 5, 20)], i,
                                            pick (i, 8, 2) ? "gmail.example" : "berg.example");
  g_autoptr (GString) notes = g_string_new (NULL);
  FtLeadData *lead = ft_lead_data_new (name);

  g_free (lead->company);
  lead->company
      = g_strdup_printf ("%s %s %u", family, trades[pick (i, 9, G_N_ELEMENTS (trades))], i);
  g_free (lead->city);
  lead->city = g_strdup (cities[pick (i, 10, G_N_ELEMENTS (cities))]);
  g_ptr_array_add (lead->phones, ft_reach_new ("work", phone));
  g_ptr_array_add (lead->emails, ft_reach_new ("", email));
  for (guint w = 0; w < 4 + pick (i, 11, 8); w++)
    g_string_append_printf (notes, "%s%s", w ? " " : "",
                            words[pick (i, 12 + w, G_N_ELEMENTS (words))]);
  g_free (lead->notes);
  lead->notes = g_strdup (notes->str);
  lead->channel = pick (i, 30, 4);
  lead->state = pick (i, 31, 10) == 0   ? FT_LEAD_CUSTOMER
                : pick (i, 32, 20) == 0 ? FT_LEAD_CLOSED
                                        : FT_LEAD_OPEN;
  return lead;
}

FtPromiseData *
bench_data_promise (guint i, guint which, gint64 now)
{
  /* One is still open, within a quarter of a year; the other was kept in the year before. */
  gint64 at = which == 0 ? now + ((gint64) pick (i, 40, 90) - 2) * DAY + pick (i, 41, 36) * 900
                         : now - (gint64) pick (i, 42, 360) * DAY;
  FtPromiseData *promise
      = ft_promise_data_new (0, ft_civil_from_instant (at, "Europe/Berlin"), "", FT_CHANNEL_PHONE);

  g_free (promise->purpose);
  promise->purpose = g_strdup (words[pick (i, 43 + which, G_N_ELEMENTS (words))]);
  promise->target = ft_civil_add_minutes (promise->promised, -60);
  if (which == 1)
    {
      promise->state = FT_PROMISE_KEPT;
      promise->done_at = at;
    }
  return promise;
}

gboolean
bench_data_next (gpointer source, FtImportRow *row, double *fraction, GError **error)
{
  BenchData *self = source;

  if (self->next == self->n)
    return FALSE;
  row->line = self->next + 1;
  row->lead = bench_data_lead (self->next);
  row->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  g_ptr_array_add (row->promises, bench_data_promise (self->next, 0, self->now));
  g_ptr_array_add (row->promises, bench_data_promise (self->next, 1, self->now));
  *fraction = (double) ++self->next / self->n;
  return TRUE;
}

void
bench_data_write_csv (const char *path, guint n)
{
  g_autoptr (GString) csv = g_string_new ("Name,Company,City,Phone,E-mail,Notes\n");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FtLeadData) lead = bench_data_lead (i);
      g_string_append_printf (csv, "%s,%s,%s,%s,%s,%s\n", lead->name, lead->company, lead->city,
                              ft_lead_data_get_phone (lead), ft_lead_data_get_email (lead),
                              lead->notes);
    }
  g_file_set_contents (path, csv->str, csv->len, NULL);
}
