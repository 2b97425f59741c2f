#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FtProblemWindow:
 *
 * Stands where the window would, when the database cannot be opened: what happened, and what to do
 * about it.
 *
 * Signals: "try-again"; "open-another" (GFile *); "restore" (GFile *): the user chose a file.
 */
#define FT_TYPE_PROBLEM_WINDOW (ft_problem_window_get_type ())
G_DECLARE_FINAL_TYPE (FtProblemWindow, ft_problem_window, FT, PROBLEM_WINDOW, AdwApplicationWindow)

/* @error: of opening the store; its message names the file. */
FtProblemWindow *ft_problem_window_new (GtkApplication *application, const GError *error);

G_END_DECLS
