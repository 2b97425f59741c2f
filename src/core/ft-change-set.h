#pragma once

#include <glib-object.h>

#include "core/ft-records.h"

G_BEGIN_DECLS

/**
 * FtChangeSet:
 *
 * What one committed change touched, read in its own transaction; models follow it and nothing else.
 */
typedef struct
{
  char *label;       /* of the edit; what a toast says */
  GArray *leads;     /* gint64, ascending: leads of which anything (promises and contacts too) changed */
  GPtrArray *rows;   /* FtLeadRow of those of @leads that still exist; NULL when @everything */
  gboolean pieces;   /* a romance piece, or how often one was given, changed (A5) */
  gboolean days_off; /* an absence or a holiday changed; what it is now comes with the settings (E6) */
  gboolean sales;    /* a sale, or anything of a lead that has one, changed (B11) */
  gboolean everything; /* too much to name (an import, a restore): read anew */
  gint64 lead_id;    /* the lead to show: the first the edit put, 0 if none */
} FtChangeSet;

FtChangeSet *ft_change_set_new (const char *label);
FtChangeSet *ft_change_set_ref (FtChangeSet *self);
void ft_change_set_unref (FtChangeSet *self);
gboolean ft_change_set_has_lead (const FtChangeSet *self, gint64 id);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtChangeSet, ft_change_set_unref)

#define FT_TYPE_CHANGE_SET (ft_change_set_get_type ())
GType ft_change_set_get_type (void) G_GNUC_CONST;

G_END_DECLS
