#pragma once

#include "../model/model-fixture.h"
#include "model/ft-desk.h"
#include "ui/ft-window.h"

/* The real window on a real store, in this process. */
typedef struct
{
  Fixture data;
  GtkApplication *app; /* borrowed */
  FtDesk *desk;     /* this and the next from ui_open () on */
  FtWindow *window;
} UiFixture;

void ui_set_up (UiFixture *ui, gconstpointer data);
void ui_tear_down (UiFixture *ui, gconstpointer data);
#define UI_TEST(path, function)                                                                    \
  g_test_add (path, UiFixture, NULL, ui_set_up, function, ui_tear_down)

/* Opens the window at this width and waits until it shows its data. */
void ui_open (UiFixture *ui, int width);

/* Turns the main loop until @condition holds; fails the test after five seconds. */
typedef gboolean (*UiCondition) (gpointer data);
void ui_wait (UiCondition condition, gpointer data);
/* Until the store has answered and the window has drawn it. */
void ui_settle (UiFixture *ui);

/* The first widget of @type below @root that is shown and has this accessible label, or NULL. */
GtkWidget *ui_find (gpointer root, GType type, const char *name);
/* The same, which must be there. */
GtkWidget *ui_get (gpointer root, GType type, const char *name);
/* The first shown label with this text, or NULL. */
GtkWidget *ui_find_label (gpointer root, const char *text);
/* Presses the button with this accessible label. */
void ui_press (gpointer root, const char *name);
/* Types over the entry with this accessible label. */
void ui_type (gpointer root, const char *name, const char *text);
/* The other toplevel that is open: the form. NULL if none. */
GtkWidget *ui_form (UiFixture *ui);
void ui_act (UiFixture *ui, const char *detailed_action);
