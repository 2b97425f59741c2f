#pragma once

#include "model/ft-desk.h"

G_BEGIN_DECLS

/* What came of saving: @error is NULL when it is on disk, and else says in words what to do. @subject
 * is the record it was about: by the time of the answer another may be on the card. */
typedef void (*FtCardSaved) (gpointer owner, gint64 subject, const GError *error);

/**
 * FtCardEditor:
 *
 * How the parts of the call card write. Records are written whole, so a second field changed before
 * the first one's answer has come back must start from what was sent last, or it would undo it: the
 * copies handed out here do.
 */
#define FT_TYPE_CARD_EDITOR (ft_card_editor_get_type ())
G_DECLARE_FINAL_TYPE (FtCardEditor, ft_card_editor, FT, CARD_EDITOR, GObject)

FtCardEditor *ft_card_editor_new (FtDesk *desk);
FtDesk *ft_card_editor_get_desk (FtCardEditor *self);
/* What the card shows; borrowed, NULL if nothing. */
FtLeadCard *ft_card_editor_get_card (FtCardEditor *self);
/* 0 if nothing is shown. */
gint64 ft_card_editor_get_lead_id (FtCardEditor *self);
/* The promise to act on; borrowed, NULL if none. */
FtPromiseData *ft_card_editor_get_promise (FtCardEditor *self);
gint64 ft_card_editor_now (FtCardEditor *self);
/* What the wall clock reads in @zone; "" is the user's own. */
FtCivil ft_card_editor_now_in (FtCardEditor *self, const char *zone);
/* Whether clocks in @zone differ from the user's at @instant. */
gboolean ft_card_editor_zone_differs (FtCardEditor *self, const char *zone, gint64 instant);

/* @civil of @zone as the user's own time: "22:00", with the day if it is another one there. NULL if clocks agree or
 * @civil is all day. (transfer full) */
char *ft_card_editor_dup_own_time (FtCardEditor *self, FtCivil civil, const char *zone);

/* Copies to change and to save; NULL if there is no such record. (transfer full) */
FtLeadData *ft_card_editor_dup_lead (FtCardEditor *self);
FtPromiseData *ft_card_editor_dup_promise (FtCardEditor *self, gint64 id);

/* @saved may be NULL; @owner is kept alive until it was called. Nothing is written if nothing changed. */
void ft_card_editor_save_lead (FtCardEditor *self, FtLeadData *lead, gpointer owner, FtCardSaved saved);
void ft_card_editor_save_promise (FtCardEditor *self, FtPromiseData *promise, gpointer owner, FtCardSaved saved);
/* Any other gesture. @then_next: afterwards the desk moves on to the next lead due. */
void ft_card_editor_apply (FtCardEditor *self, FtEdit *edit, gboolean then_next, gint64 subject, gpointer owner, FtCardSaved saved);

G_END_DECLS
