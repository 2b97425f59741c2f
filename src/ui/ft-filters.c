#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-filters.h"

#include <glib/gi18n-lib.h>

static const FtFilterWords words[FT_N_FILTERS] = {
  [FT_FILTER_ALL]
  = { "all", N_ ("All"),
      N_ ("Your leads stand here, the longest overdue on top, each with the promise "
          "that comes next."),
      N_ ("Add Lead"), "win.add-lead" },
  [FT_FILTER_LATE]
  = { "late", N_ ("Late"), N_ ("No promise is late. What is missed will stand here first."),
      N_ ("Show Toda_y"), "win.filter::today" },
  [FT_FILTER_TODAY] = { "today", N_ ("Today"), N_ ("Nothing more is promised for today."),
                        N_ ("Show Th_is Week"), "win.filter::week" },
  [FT_FILTER_WEEK]
  = { "week", N_ ("This Week"), N_ ("Nothing is promised for the rest of the week."),
      N_ ("Show A_ll"), "win.filter::all" },
  [FT_FILTER_WITHOUT]
  = { "without", N_ ("No Promise"), N_ ("Every open lead has a promise. Nobody is forgotten."),
      N_ ("Show A_ll"), "win.filter::all" },
  [FT_FILTER_AFTER_SALE]
  = { "after-sale", N_ ("After the Sale"),
      N_ ("Whoever has bought stands here, so that the relationship goes on."), N_ ("Show A_ll"),
      "win.filter::all" },
  [FT_FILTER_FENCED] = { "fenced", N_ ("Fenced"),
                         N_ ("Leads who are not to be asked before a certain day stand here."),
                         N_ ("Show A_ll"), "win.filter::all" },
  [FT_FILTER_CLOSED]
  = { "closed", N_ ("Closed"), N_ ("Only a definite no ends a lead. Those who said it stand here."),
      N_ ("Show A_ll"), "win.filter::all" },
};

FtFilterWords
ft_filter_words (FtLeadFilter filter)
{
  FtFilterWords translated;

  g_assert (filter < FT_N_FILTERS);

  translated = words[filter];
  translated.label = _ (translated.label);
  translated.empty = _ (translated.empty);
  translated.button = _ (translated.button);
  return translated;
}

gboolean
ft_filter_from_nick (const char *nick, FtLeadFilter *filter)
{
  for (guint i = 0; i < FT_N_FILTERS; i++)
    if (g_strcmp0 (nick, words[i].nick) == 0)
      {
        *filter = i;
        return TRUE;
      }
  return FALSE;
}
