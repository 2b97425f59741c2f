#define G_LOG_DOMAIN "ft-core"

#include "core/ft-locale.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

gboolean
ft_locale_is_neutral (void)
{
  const char *name = setlocale (LC_TIME, NULL);
  return !name || g_str_equal (name, "C") || g_str_equal (name, "POSIX")
         || g_str_has_prefix (name, "C.");
}

gboolean
ft_locale_has_12_hours (void)
{
  const char *format = nl_langinfo (T_FMT);
  for (const char *p = strchr (format, '%'); p && p[1]; p = strchr (p + 2, '%'))
    if (strchr ("rIlpP", p[1]))
      return TRUE;
  return FALSE;
}

static gboolean
month_comes_first (const char *format)
{
  for (const char *p = strchr (format, '%'); p && p[1]; p = strchr (p + 1, '%'))
    {
      p += strspn (p + 1, "-_0EO");
      if (strchr ("mbBhD", p[1]))
        return TRUE;
      if (strchr ("de", p[1]))
        return FALSE;
    }
  return FALSE;
}

gboolean
ft_locale_is_month_first (void)
{
  return !ft_locale_is_neutral () && month_comes_first (nl_langinfo (D_FMT));
}

gboolean
ft_locale_is_month_first_dotted (void)
{
  return ft_locale_is_month_first () && strchr (nl_langinfo (D_FMT), '.') != NULL;
}
