#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtTalkParts:
 *
 * What is worth asking of a contact; it depends on what came of it.
 */
typedef enum
{
  FT_TALK_HEARD = 1 << 0,     /* what was heard, and which way they lean (A4) */
  FT_TALK_ASKED = 1 << 1,     /* what I asked for, and what came (D3) */
  FT_TALK_ASKED_FOR = 1 << 2, /* what they asked for (C5) */
  FT_TALK_PIECE = 1 << 3,     /* the piece given (A5) */
} FtTalkParts;

/**
 * FtTalkForm:
 *
 * What is written down of a contact about to be logged, or corrected. Says why a question comes too early (A3, B3).
 *
 * Signals: "changed"; "activate": Enter in one of its entries.
 */
#define FT_TYPE_TALK_FORM (ft_talk_form_get_type ())
G_DECLARE_FINAL_TYPE (FtTalkForm, ft_talk_form, FT, TALK_FORM, GtkWidget)

void ft_talk_form_set_editor (FtTalkForm *self, FtCardEditor *editor);
/* Shows what @contact says; what it says of parts not shown is kept. */
void ft_talk_form_start (FtTalkForm *self, FtTalkParts parts, const FtContactData *contact);
/* Writes what stands in it to @contact. */
void ft_talk_form_fill (FtTalkForm *self, FtContactData *contact);

G_END_DECLS
