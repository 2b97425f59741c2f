#define G_LOG_DOMAIN "ft-app"

#include "app/ft-errand.h"

struct _FtErrand
{
  gint64 lead;     /* to show, 0 for none */
  gint64 promise;  /* to it, which is to be promised anew: running late; 0 for none */
  char *filter;    /* owned: of the list to show, or NULL */
  char *search;    /* owned: what to look for, or NULL */
  gboolean add;    /* open the form for a new one */
  gboolean called; /* somebody called */
  gboolean anew;   /* list what is to be promised anew before leaving */
  GFile *file;     /* owned: to import, or NULL */
};

FtErrand *
ft_errand_new (void)
{
  return g_new0 (FtErrand, 1);
}

FtErrand *
ft_errand_new_for_action (const char *action, GVariant *parameter)
{
  FtErrand *self = ft_errand_new ();

  if (g_str_equal (action, "new-lead"))
    self->add = TRUE;
  else if (g_str_equal (action, "they-called"))
    self->called = TRUE;
  else if (g_str_equal (action, "open-lead"))
    self->lead = g_variant_get_int64 (parameter);
  else if (g_str_equal (action, "running-late")) /* from a reminder: another time, the words (B7) */
    g_variant_get (parameter, "(xx)", &self->lead, &self->promise);
  else if (g_str_equal (action, "promise-anew")) /* from the evening before days away (E6) */
    self->anew = TRUE;
  else if (g_str_equal (action, "search")) /* from the desktop's overview */
    self->search = g_variant_dup_string (parameter, NULL);
  else if (g_str_equal (action, "show-list"))
    self->filter = g_variant_dup_string (parameter, NULL);
  else
    g_return_val_if_reached (self);
  return self;
}

FtErrand *
ft_errand_new_for_file (GFile *file)
{
  FtErrand *self = ft_errand_new ();

  self->file = g_object_ref (file);
  return self;
}

void
ft_errand_free (FtErrand *self)
{
  g_clear_object (&self->file);
  g_free (self->filter);
  g_free (self->search);
  g_free (self);
}

void
ft_errand_carry_out (const FtErrand *self, FtWindow *window)
{
  if (self->promise != 0)
    ft_window_run_late (window, self->lead, self->promise);
  else if (self->lead != 0)
    ft_window_show_lead (window, self->lead);
  if (self->filter != NULL)
    ft_window_show_filter (window, self->filter);
  if (self->search != NULL)
    ft_window_search (window, self->search);
  if (self->anew)
    ft_window_promise_anew (window);
  if (self->called)
    ft_window_they_called (window);
  if (self->add)
    ft_window_add_lead (window);
  if (self->file != NULL)
    ft_window_import (window, self->file);
}
