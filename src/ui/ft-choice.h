#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtChoice:
 *
 * A few words of which one is pressed, or none: what a drop-down would hide behind a second click.
 *
 * Property "title" (string, settable): what is chosen, said before the buttons and to a screen reader.
 * Signal "changed": the user chose.
 */
#define FT_TYPE_CHOICE (ft_choice_get_type ())
G_DECLARE_FINAL_TYPE (FtChoice, ft_choice, FT, CHOICE, GtkWidget)

GtkWidget *ft_choice_new (void);
/* @options: NULL-terminated words of the numbers from @first on. Pressing the pressed one takes it back to 0
 * where no option is 0. */
void ft_choice_set_options (FtChoice *self, const char *const *options, guint first);
guint ft_choice_get_chosen (FtChoice *self);
/* Does not emit "changed". */
void ft_choice_set_chosen (FtChoice *self, guint chosen);

G_END_DECLS
