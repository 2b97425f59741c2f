#pragma once

#include "ui/ft-calendar.h"
#include "ui/ft-promise-block.h"

#include "core/ft-week-layout.h"

#include "../model/model-fixture.h"

/* The calendar on a real store, on Wednesday, 25 November 2026, 10:00 in Berlin. */
typedef struct
{
  Fixture store;
  FtDesk *desk;
  GtkWidget *window;
  GtkWidget *calendar;
  gint64 activated; /* the lead that was opened last */
  char *failure;    /* what the desk said last, NULL at the end of a test */
} Desk;

#define BOTH (FT_EDGE_TARGET | FT_EDGE_PROMISED)
#define DESK_TEST(path, function) \
  g_test_add (path, Desk, NULL, calendar_set_up, function, calendar_tear_down)

void calendar_set_up (Desk *desk, gconstpointer data);
void calendar_settle (Desk *desk);
void calendar_show (Desk *desk, FtCalendarView view, int width);
void calendar_tear_down (Desk *desk, gconstpointer data);
GPtrArray *calendar_find_all (Desk *desk, GType type);
/* The block of a lead that has these edges, NULL if there is none. */
FtPromiseBlock *calendar_find_block (Desk *desk, const char *name, FtEdges edges);
GtkWidget *calendar_find_button (GtkWidget *root, const char *label);
gboolean calendar_has_text (Desk *desk, const char *text);
void calendar_assert_civil (FtCivil civil, const char *expected);
gint64 calendar_add (Desk *desk,
                     const char *name,
                     const char *promised,
                     const char *target,
                     const char *zone,
                     gboolean agreed);
FtPromiseData *calendar_read_promise (Desk *desk, gint64 lead_id);
GtkWidget *calendar_find_one (Desk *desk, GType type);
void calendar_put_on_card (Desk *desk, gint64 id);
