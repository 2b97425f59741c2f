#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The digits by which a telephone number is found however it was written: separators, a trunk "0"
 * or "(0)" and the way of writing the country code ("+49", "0049") removed. "" if it has no digits. */
char *ft_phone_key (const char *number);

/* What to look for inside the keys when a user types @text, one or two strings (with the country code
 * and without it), or NULL if @text is not made of digits and telephone punctuation alone with at
 * least three digits. (transfer full) (array zero-terminated=1) */
char **ft_phone_search_keys (const char *text);

/* Whether the two are the same telephone: the keys are equal, or equal without the country code. */
gboolean ft_phone_same (const char *a, const char *b);

/* "tel:+49301234567", only digits and one leading plus. NULL if there is no number. */
char *ft_phone_to_uri (const char *number);

G_END_DECLS
