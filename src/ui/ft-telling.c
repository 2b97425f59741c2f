#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-telling.h"

#include "core/ft-gestures.h"
#include "core/ft-when.h"

#include <glib/gi18n-lib.h>

/* Minutes until they are to be told, when it was left for later. */
#define TELL_WITHIN 60

char *
ft_telling_dup_when (FtDesk *desk, FtPromise *promise, FtCivil civil)
{
  const char *zone;
  gint64 now;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);
  g_return_val_if_fail (FT_IS_PROMISE (promise), NULL);

  zone = ft_promise_get_row (promise)->promise->zone;
  now = ft_clock_now (ft_desk_get_clock (desk));
  return ft_when_format (civil, ft_civil_from_instant (now, zone));
}

static FtEdit *
move (FtDesk *desk, FtPromise *promise, FtCivil promised)
{
  return ft_gesture_move_promise (ft_promise_get_row (promise)->promise, promised, NULL,
                                  ft_clock_now (ft_desk_get_clock (desk)));
}

void
ft_telling_told (FtDesk *desk, FtPromise *promise, FtCivil promised)
{
  g_autoptr (FtEdit) edit = NULL;

  g_return_if_fail (FT_IS_DESK (desk));
  g_return_if_fail (FT_IS_PROMISE (promise));

  edit = move (desk, promise, promised);
  ft_desk_apply (desk, edit, FALSE, NULL, NULL);
}

void
ft_telling_copy (FtDesk *desk, FtPromise *promise, FtCivil promised, GtkWidget *widget)
{
  FtPromiseRow *row;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *message = NULL;

  g_return_if_fail (FT_IS_DESK (desk));
  g_return_if_fail (FT_IS_PROMISE (promise));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  row = ft_promise_get_row (promise);
  from = ft_telling_dup_when (desk, promise, row->promise->promised);
  to = ft_telling_dup_when (desk, promise, promised);
  /* Translators: the customer's name, the time promised before, the time promised now. */
  message = g_strdup_printf (_ ("Hello %s, I promised to be in touch %s. I am sorry, that does not "
                                "work out after all. May it be %s instead?"),
                             row->lead->name, from, to);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), message);
  ft_telling_told (desk, promise, promised);
}

/* Telling them is a promise like any other, and due at once. */
void
ft_telling_not_yet (FtDesk *desk, FtPromise *promise, FtCivil promised)
{
  FtPromiseData *old;
  gint64 now;
  FtCivil soon;
  g_autoptr (FtEdit) edit = NULL;
  g_autoptr (FtPromiseData) tell = NULL;
  g_autofree char *to = NULL;

  g_return_if_fail (FT_IS_DESK (desk));
  g_return_if_fail (FT_IS_PROMISE (promise));

  old = ft_promise_get_row (promise)->promise;
  now = ft_clock_now (ft_desk_get_clock (desk));
  soon = ft_civil_from_instant (now + TELL_WITHIN * 60, old->zone);
  soon.minute -= soon.minute % 5;
  edit = move (desk, promise, promised);
  to = ft_telling_dup_when (desk, promise, promised);
  tell = ft_promise_data_new (old->lead_id, soon, old->zone, old->channel);
  tell->id = ft_edit_new_id (edit);
  tell->created_at = now;
  g_free (tell->purpose);
  /* Translators: a reminder to say to a customer what the new time is. */
  tell->purpose = g_strdup_printf (_ ("Tell them: %s"), to);
  ft_edit_put_promise (edit, tell);
  ft_desk_apply (desk, edit, FALSE, NULL, NULL);
}
