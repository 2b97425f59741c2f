#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-print-line.h"

#include "core/ft-channels.h"
#include "core/ft-when.h"

#include <glib/gi18n-lib.h>

static char *
format (FtCivil civil, gint32 day)
{
  FtCivil noon = { day, 12 * 60, 0 };

  if (day != 0 && civil.day != day)
    return ft_when_format (civil, noon);
  if (civil.minute == FT_ALL_DAY)
    return g_strdup (_ ("All Day"));
  return ft_when_format_time (civil);
}

static FtCivil
make_local (FtCivil civil, gint64 instant, const char *zone)
{
  return civil.minute == FT_ALL_DAY ? civil : ft_civil_from_instant (instant, zone);
}

/* A number is dialled from the left, also on a page that is read from the right. */
static void
add_reach (GPtrArray *lines, const FtReach *reach)
{
  g_ptr_array_add (lines, g_strconcat ("\u2066", reach->value, "\u2069", NULL));
}

static char *
join_reaches (const FtLeadData *lead, FtChannel channel)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lead->phones->len; i++)
    add_reach (lines, lead->phones->pdata[i]);
  if (channel == FT_CHANNEL_EMAIL && lead->emails->len > 0)
    add_reach (lines, lead->emails->pdata[0]);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
one_line (const char *text)
{
  return g_strdelimit (g_strdup (text), "\r\n", ' ');
}

FtPrintLine *
ft_print_line_new (const FtPromiseRow *row, gint32 day, const char *zone)
{
  const FtPromiseData *promise = row->promise;
  const char *own_zone = *promise->zone != '\0' ? promise->zone : zone;
  gint64 promised_at = ft_civil_to_instant (promise->promised, own_zone, NULL);
  gint64 target_at = ft_civil_to_instant (promise->target, own_zone, NULL);
  FtCivil promised = make_local (promise->promised, promised_at, zone);
  FtCivil target = make_local (promise->target, target_at, zone);
  FtCivil there = make_local (promise->promised, promised_at, own_zone);
  FtPrintLine *line = g_new0 (FtPrintLine, 1);

  line->day = promised.day;
  line->all_day = promised.minute == FT_ALL_DAY;
  line->at = promised_at;
  line->time = format (promised, day != 0 ? day : promised.day);
  line->mine = g_strdup ("");
  if (target_at != 0 && target_at != promised_at)
    {
      g_autofree char *time = format (target, day != 0 ? day : promised.day);
      g_free (line->mine);
      /* Translators: on paper, one's own earlier time for a promise */
      line->mine = g_strdup_printf (_ ("target %s"), time);
    }
  line->there = g_strdup ("");
  if (!line->all_day && ft_civil_compare (there, promised) != 0)
    {
      g_autofree char *time = format (there, promised.day);
      g_free (line->there);
      line->there = g_strdup_printf (_ ("%s there"), time);
    }
  line->name = one_line (row->lead->name);
  line->company = one_line (row->lead->company);
  line->reaches = join_reaches (row->lead, promise->channel);
  line->how = g_strdup (ft_channel_words (promise->channel));
  line->purpose = one_line (promise->purpose);
  line->value = one_line (promise->value);
  return line;
}

void
ft_print_line_free (FtPrintLine *line)
{
  g_free (line->time);
  g_free (line->mine);
  g_free (line->there);
  g_free (line->name);
  g_free (line->company);
  g_free (line->reaches);
  g_free (line->how);
  g_free (line->purpose);
  g_free (line->value);
  g_free (line);
}

int
ft_print_line_compare (gconstpointer a, gconstpointer b)
{
  const FtPrintLine *x = *(FtPrintLine *const *) a;
  const FtPrintLine *y = *(FtPrintLine *const *) b;

  if (!x->all_day != !y->all_day)
    return x->all_day ? -1 : 1;
  return (x->at > y->at) - (x->at < y->at);
}
