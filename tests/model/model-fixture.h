#pragma once

#include "core/ft-gestures.h"
#include "store/ft-store.h"

/* A real store on a file of its own and a clock that stands still: Wednesday, 25 November 2026, 10:00 in Berlin. */
typedef struct
{
  char *dir;
  FtClock *clock;
  FtStore *store;
} Fixture;

#define FIXTURE_ZONE "Europe/Berlin"

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
#define FIXTURE_TEST(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

/* An instant on the fixture's clock: days from its today, hour, minute. */
FtCivil fixture_civil (int days, int hour, int minute);
gint64 fixture_at (int days, int hour, int minute);
/* Set the clock there. */
void fixture_go_to (Fixture *fixture, int days, int hour, int minute);

/* Carries out an edit and returns the lead to show. */
gint64 fixture_apply (Fixture *fixture, FtEdit *edit);
void fixture_undo (Fixture *fixture);
/* A lead with a promise; @days of G_MAXINT for none. */
gint64 fixture_add (Fixture *fixture, const char *name, int days, int hour, int minute);
/* Many of them in one edit: "Lead 00000" and so on, each promised a minute after the one before, from tomorrow. */
void fixture_add_many (Fixture *fixture, guint n);
/* (transfer full) */
FtLeadCard *fixture_read (Fixture *fixture, gint64 lead_id);
/* (transfer full) gint64: a fresh answer of the store. */
GArray *fixture_query (Fixture *fixture, FtLeadFilter filter, const char *search);

/* Turns the main loop until the store has answered all that was asked, and all that was asked then. */
void fixture_settle (Fixture *fixture);
