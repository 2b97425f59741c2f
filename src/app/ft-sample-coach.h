#pragma once

#include "core/ft-enums.h"

#include <glib.h>

G_BEGIN_DECLS

/* What the sample leads have beyond a line each: brief, pieces, what was asked. By the lead's name; days are
 * from today, negative ones ago. */

typedef struct
{
  const char *name;
  FtPieceKind kind;
  FtBenefitHead head;
  const char *uri;
} FtSamplePiece;

typedef struct
{
  const char *name;
  FtBenefitHead second_head;
  const char *second;
  FtBenefitHead third_head;
  const char *third;
  const char *trial_close;
  const char *trial_answer;
} FtSampleBrief;

typedef struct
{
  const char *name;
  int days;
  gboolean sensitive;
  const char *text;
} FtSampleFact;

typedef struct
{
  const char *name;
  int days;
  int done_days; /* G_MAXINT: not yet */
  const char *text;
} FtSampleAsk;

/**
 * FtSampleQuestion:
 * @days: ago, of the contact it belongs to
 * @piece: 1 for the first of the pieces, 0 for none
 */
typedef struct
{
  const char *name;
  int days;
  FtAsked asked;
  FtAnswer answer;
  int piece;
  guint seconds;
} FtSampleQuestion;

/**
 * FtSampleMiss:
 *
 * A promise that was missed and made good a day later (B7), and why (A7).
 */
typedef struct
{
  const char *name;
  int days; /* ago */
  int minute;
  const char *purpose;
  FtCause cause;
} FtSampleMiss;

extern const FtSamplePiece ft_sample_pieces[];
extern const guint ft_n_sample_pieces;
extern const FtSampleBrief ft_sample_briefs[];
extern const guint ft_n_sample_briefs;
extern const FtSampleFact ft_sample_facts[];
extern const guint ft_n_sample_facts;
extern const FtSampleAsk ft_sample_asks[];
extern const guint ft_n_sample_asks;
extern const FtSampleQuestion ft_sample_questions[];
extern const guint ft_n_sample_questions;
extern const FtSampleMiss ft_sample_misses[];
extern const guint ft_n_sample_misses;

G_END_DECLS
