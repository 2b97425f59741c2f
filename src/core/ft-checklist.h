#pragma once

#include "core/ft-records.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/**
 * FtAfter:
 *
 * What a step of a checklist is counted from.
 */
typedef enum
{
  FT_AFTER_SALE,
  FT_AFTER_DELIVERY,
} FtAfter;

typedef enum
{
  FT_UNIT_DAYS,
  FT_UNIT_WORKDAYS,
  FT_UNIT_MONTHS,
} FtUnit;

/**
 * FtChecklistStep:
 *
 * One promise that a sale makes (B11).
 */
typedef struct
{
  char *text; /* its purpose */
  FtPromiseKind kind;
  FtAfter after;
  int n;
  FtUnit unit;
  gboolean on;
} FtChecklistStep;

#define FT_CHECKLIST_LONGEST 999 /* days, working days or months */

FtChecklistStep *ft_checklist_step_new (const char *text, FtPromiseKind kind, int n, FtUnit unit, FtAfter after);
void ft_checklist_step_free (FtChecklistStep *step);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtChecklistStep, ft_checklist_step_free)
/* The civil day on which it is due, always a working one, @since being the sale or the delivery. */
FtCivil ft_checklist_step_when (const FtChecklistStep *step, const FtSettings *settings, FtCivil since);
/* "3 months after the sale"; (transfer full) */
char *ft_checklist_step_words (const FtChecklistStep *step);

/**
 * FtChecklist:
 *
 * What has to be done after one kind of sale.
 */
typedef struct
{
  char *name;
  GPtrArray *steps; /* FtChecklistStep */
} FtChecklist;

FtChecklist *ft_checklist_new (const char *name);
FtChecklist *ft_checklist_copy (const FtChecklist *checklist);
void ft_checklist_free (FtChecklist *checklist);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtChecklist, ft_checklist_free)
/* The delivery that is promised, NULL if there is none. Borrowed. */
const FtChecklistStep *ft_checklist_get_delivery (const FtChecklist *checklist);

/* All kinds of sale, of which there is always one: (element-type FtChecklist), as the setting "checklists" has them.
 * Parsing "" gives the usual ones, in the user's language; NULL is not understood. (transfer full) */
GPtrArray *ft_checklists_parse (const char *text);
char *ft_checklists_print (GPtrArray *checklists);
/* That of this name, else the first. Borrowed. */
const FtChecklist *ft_checklists_find (GPtrArray *checklists, const char *name);

G_END_DECLS
