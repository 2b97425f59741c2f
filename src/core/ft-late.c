#define G_LOG_DOMAIN "ft-core"

#include "core/ft-late.h"

#include "core/ft-when.h"

#include <glib/gi18n-lib.h>

/* Nobody says "at 16:07". */
#define ROUND_TO 5

char *
ft_late_words (const char *name, const FtPromiseData *promise, FtCivil to, FtCivil now)
{
  g_autofree char *from_words = ft_when_say (promise->promised, now);
  g_autofree char *to_words = ft_when_say (to, now);

  if (ft_civil_compare (promise->promised, now) < 0)
    /* Translators: the customer's name, the time promised, the time promised now. */
    return g_strdup_printf (_ ("Hello %1$s, I promised to be in touch %2$s, and I was not. I am "
                               "sorry. May it be %3$s instead?"),
                            name, from_words, to_words);
  /* Translators: the customer's name, the time promised, the time promised now. */
  return g_strdup_printf (_ ("Hello %1$s, I promised to be in touch %2$s, and I am running late. "
                             "May it be %3$s instead?"),
                          name, from_words, to_words);
}

static void
add_chip (GPtrArray *chips, const char *id, const char *label, FtCivil civil)
{
  FtWhenChip *chip = g_new0 (FtWhenChip, 1);

  chip->id = id;
  chip->label = g_strdup (label);
  chip->civil = civil;
  g_ptr_array_add (chips, chip);
}

static FtCivil
in_minutes (FtCivil now, int minutes)
{
  FtCivil civil = ft_civil_add_minutes (now, minutes);
  int over = civil.minute % ROUND_TO;
  return over == 0 ? civil : ft_civil_add_minutes (civil, ROUND_TO - over);
}

GPtrArray *
ft_late_chips (FtCivil now)
{
  GPtrArray *chips = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_when_chip_free);

  add_chip (chips, "in-15-minutes", _ ("In 15 Minutes"), in_minutes (now, 15));
  add_chip (chips, "in-30-minutes", _ ("In 30 Minutes"), in_minutes (now, 30));
  add_chip (chips, "in-an-hour", _ ("In an Hour"), in_minutes (now, 60));
  add_chip (chips, "tomorrow", _ ("Tomorrow"), in_minutes (ft_civil_add_days (now, 1), 0));
  return chips;
}
