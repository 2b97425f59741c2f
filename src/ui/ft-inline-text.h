#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtInlineText:
 *
 * A text of several lines, written where it stands: leaving it, or Ctrl+Enter, saves; Escape takes back. What was
 * typed stays until the owner says that it is saved, and waits for the record it was typed for.
 *
 * Signal "save" (char *text): save this, then call ft_inline_text_settle ().
 */
#define FT_TYPE_INLINE_TEXT (ft_inline_text_get_type ())
G_DECLARE_FINAL_TYPE (FtInlineText, ft_inline_text, FT, INLINE_TEXT, GtkWidget)

void ft_inline_text_set (FtInlineText *self, gint64 subject, const char *text);
gint64 ft_inline_text_get_subject (FtInlineText *self);
/* The answer to "save": @message is NULL if it is saved, else what is wrong. */
void ft_inline_text_settle (FtInlineText *self, gint64 subject, const char *message);
/* The same as an FtCardSaved. */
void ft_inline_text_saved (gpointer self, gint64 subject, const GError *error);

G_END_DECLS
