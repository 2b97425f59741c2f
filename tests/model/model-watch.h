#pragma once

#include <gio/gio.h>

/* Writes down the items-changed of a list: "-1@3 +1@0", a change of both "-2+3@7". */
typedef struct
{
  GListModel *model;
  GString *text;
  guint n_items; /* as the signals tell it */
} Watch;

Watch *watch_new (gpointer model);
void watch_free (Watch *watch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Watch, watch_free)
/* Compares and starts anew. */
#define assert_changes(watch, expected) \
  G_STMT_START { g_assert_cmpstr ((watch)->text->str, ==, (expected)); g_string_truncate ((watch)->text, 0); } G_STMT_END

/* Counts a signal with any arguments. */
guint *count_signal (gpointer object, const char *signal);
