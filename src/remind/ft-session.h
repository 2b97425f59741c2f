#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether anyone but the user can read the screen. */
typedef enum
{
  FT_LOCK_UNKNOWN, /* nobody on this desktop says */
  FT_LOCK_OPEN,
  FT_LOCK_LOCKED,
} FtLock;

/**
 * FtSession:
 *
 * The session this program is in: whether the screen is locked, as the screen saver (GNOME's or
 * freedesktop's) and logind say, and when the machine has slept.
 *
 * Signals: "lock-changed"; "resumed": the machine slept, and is awake.
 */
#define FT_TYPE_SESSION (ft_session_get_type ())
G_DECLARE_FINAL_TYPE (FtSession, ft_session, FT, SESSION, GObject)

/* Whether this program runs in Flatpak's sandbox, which shows it neither the desktop's services nor the user's files. */
gboolean ft_session_is_sandboxed (void);

FtSession *ft_session_new (void);
/* Locked if one of them says so, open if one says so and none says locked. */
FtLock ft_session_get_lock (FtSession *self);

G_END_DECLS
