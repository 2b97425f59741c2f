#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A desktop's notification service, in the test's own process and on a connection of its own: it records what is shown
 * and presses its buttons. */

typedef enum
{
  BELL_FREEDESKTOP,
  BELL_GTK, /* GNOME's */
  BELL_PORTAL,
} BellKind;

typedef struct
{
  char *key;  /* number of BELL_FREEDESKTOP, or id */
  char *title;
  char *body;
  GVariant *arguments; /* as they came */
} BellNotice;

typedef struct
{
  BellKind kind;
  const char *const *capabilities;
  GDBusConnection *bus; /* NULL while it does not run */
  gboolean refuses;     /* it answers with an error */
  gboolean holds;       /* it does not answer */
  GPtrArray *held;      /* GDBusMethodInvocation */
  GPtrArray *shown;     /* BellNotice: what is on the screen, the oldest first */
  guint last;
  guint n_loud;  /* heard */
  guint n_quiet; /* took the place of another, or came back, without a sound */
} Bell;

/* Runs at once. */
Bell *bell_new (BellKind kind);
void bell_free (Bell *bell);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bell, bell_free)
void bell_start (Bell *bell);
/* As if it had crashed: what it had is gone. */
void bell_stop (Bell *bell);
/* Answers what it held. */
void bell_release (Bell *bell);
/* Will never answer it. */
void bell_forget (Bell *bell);
/* "Anna, Bert" (transfer full) */
char *bell_titles (Bell *bell);
const BellNotice *bell_find (Bell *bell, const char *title);
gboolean bell_shows (Bell *bell, const char *title);
/* @key: of the action */
void bell_press (Bell *bell, const char *title, const char *key);
void bell_dismiss (Bell *bell, const char *title);

/* A name on a connection of its own, with one object. (transfer full) */
GDBusConnection *bus_offer (const char *name,
                            const char *path,
                            const char *xml,
                            const GDBusInterfaceVTable *vtable,
                            gpointer data);

#define assert_titles(bell, expected)               \
  G_STMT_START                                      \
  {                                                 \
    g_autofree char *titles_ = bell_titles (bell);  \
    g_assert_cmpstr (titles_, ==, expected);        \
  }                                                 \
  G_STMT_END

G_END_DECLS
