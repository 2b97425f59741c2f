#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtInlineEntry:
 *
 * A text that is quiet until it is clicked, and then an entry: Enter or leaving it saves, Escape takes
 * back. What was typed is never lost: it stays until the owner says that it is saved, and if another
 * record is shown meanwhile, it waits for the one it was typed for.
 *
 * Properties: "title" (what it is, for a screen reader), "placeholder" (shown while there is no text:
 * "Add a company"), "text" (read-only: as it is saved). Signal "save" (char *text): save this, then
 * call ft_inline_entry_settle ().
 */
#define FT_TYPE_INLINE_ENTRY (ft_inline_entry_get_type ())
G_DECLARE_FINAL_TYPE (FtInlineEntry, ft_inline_entry, FT, INLINE_ENTRY, GtkWidget)

GtkWidget *ft_inline_entry_new (const char *title, const char *placeholder);
/* @subject: the id of the record @text belongs to. What is being typed for it stays untouched. */
void ft_inline_entry_set (FtInlineEntry *self, gint64 subject, const char *text);
gint64 ft_inline_entry_get_subject (FtInlineEntry *self);
const char *ft_inline_entry_get_text (FtInlineEntry *self);
gboolean ft_inline_entry_get_editing (FtInlineEntry *self);
void ft_inline_entry_edit (FtInlineEntry *self);
/* The answer to "save": @message is NULL if it is saved, else what is wrong. */
void ft_inline_entry_settle (FtInlineEntry *self, gint64 subject, const char *message);
/* The same as an FtCardSaved. */
void ft_inline_entry_saved (gpointer self, gint64 subject, const GError *error);
/* For a completion; borrowed. */
GtkEntry *ft_inline_entry_get_entry (FtInlineEntry *self);

G_END_DECLS
