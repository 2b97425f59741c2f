#pragma once

#include "ui/ft-window.h"

G_BEGIN_DECLS

/**
 * FtErrand:
 *
 * What a window is asked for; it waits until the database is open.
 */
typedef struct _FtErrand FtErrand;

/* Just the window. */
FtErrand *ft_errand_new (void);
/* What this action of the application asks for. */
FtErrand *ft_errand_new_for_action (const char *action, GVariant *parameter);
/* A file to import. */
FtErrand *ft_errand_new_for_file (GFile *file);
void ft_errand_free (FtErrand *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtErrand, ft_errand_free)

void ft_errand_carry_out (const FtErrand *self, FtWindow *window);

G_END_DECLS
