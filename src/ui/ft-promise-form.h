#pragma once

#include "core/ft-when.h"
#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtPromiseForm:
 *
 * A promise about to be made: how, what for, what it brings, and when; how long it takes suggests the promised time and
 * an earlier target (C2). What to say and what speaks against it stands there before it is made. Taking a time is
 * enough to submit it.
 *
 * Signals: "submit": a time was taken, or "Save" pressed with a time understood. "without": no promise is
 * to be made.
 */
#define FT_TYPE_PROMISE_FORM (ft_promise_form_get_type ())
G_DECLARE_FINAL_TYPE (FtPromiseForm, ft_promise_form, FT, PROMISE_FORM, GtkWidget)

void ft_promise_form_set_editor (FtPromiseForm *self, FtCardEditor *editor);
/* Starts anew for a promise in @zone, the customer's if it is known. @chips: (element-type FtWhenChip). */
void ft_promise_form_start (FtPromiseForm *self, const char *zone, GPtrArray *chips, FtChannel channel);
/* Whether it may also be something to send (B12). */
void ft_promise_form_set_with_kind (FtPromiseForm *self, gboolean with_kind);
/* Whether a contact may be logged without a promise. */
void ft_promise_form_set_with_without (FtPromiseForm *self, gboolean with_without);
/* Whether they can have agreed to the time (C3): not if nobody answered. */
void ft_promise_form_set_with_agreed (FtPromiseForm *self, gboolean with_agreed);
/* What is said as long as no time is chosen, and before "without" is pressed; "" for nothing. */
void ft_promise_form_set_missing (FtPromiseForm *self, const char *words);
void ft_promise_form_set_civil (FtPromiseForm *self, FtCivil civil);
/* The promise as entered, NULL without a time. (transfer full) */
FtPromiseData *ft_promise_form_dup_promise (FtPromiseForm *self, gint64 lead_id);
/* The value contacts that go before @promise, if the user wants them (A2). (element-type FtPromiseData) (transfer full) */
GPtrArray *ft_promise_form_dup_gap (FtPromiseForm *self, const FtPromiseData *promise);
/* @card: (nullable): the history as it will be when the promise is made; NULL for the one shown. Started anew, it is
 * that. */
void ft_promise_form_judge_by (FtPromiseForm *self, FtLeadCard *card);
/* What is wrong, in words, NULL for nothing. */
void ft_promise_form_set_error (FtPromiseForm *self, const char *message);

/* What a draft keeps. */
FtChannel ft_promise_form_get_channel (FtPromiseForm *self);
void ft_promise_form_set_channel (FtPromiseForm *self, FtChannel channel);
const char *ft_promise_form_get_purpose (FtPromiseForm *self);
void ft_promise_form_set_purpose (FtPromiseForm *self, const char *purpose);
const char *ft_promise_form_get_value (FtPromiseForm *self);
void ft_promise_form_set_value (FtPromiseForm *self, const char *value);
const char *ft_promise_form_get_time_text (FtPromiseForm *self);
void ft_promise_form_set_time_text (FtPromiseForm *self, const char *text);

G_END_DECLS
