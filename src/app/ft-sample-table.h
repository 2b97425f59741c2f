#pragma once

#include "core/ft-enums.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FT_SAMPLE_NOTHING, /* closed: nothing is promised */
  FT_SAMPLE_TODAY,   /* one of today's, spread over what is left of the day */
  FT_SAMPLE_DAYS,    /* @days from today, on a working day; negative ones are late */
} FtSampleWhen;

/**
 * FtSample:
 * @minute: of the day of the promise, or FT_ALL_DAY
 * @ahead: by how many minutes one's own target is before it
 * @decision: days until the decision falls (A1), 0 if not known
 * @fence: days until which they are not to be asked (A3), 0 for none
 * @benefit: the first that hit home (E3)
 * @fact: a personal one (E7); one that begins with "!" is sensitive
 */
typedef struct
{
  const char *name;
  const char *company;
  const char *role;
  const char *phone;
  const char *email;
  const char *city;
  const char *country;
  const char *zone;
  FtChannel channel;
  const char *source;
  FtSampleWhen when;
  int days;
  int minute;
  int ahead;
  gboolean agreed;
  FtPromiseKind kind;
  const char *purpose;
  const char *value;
  int decision;
  int fence;
  FtLeadState state;
  FtBenefitHead head;
  const char *benefit;
  const char *fact;
} FtSample;

/**
 * FtSampleContact:
 * @name: of the lead
 * @days: ago
 * @kept: whether it kept a promise made for that time
 */
typedef struct
{
  const char *name;
  int days;
  int minute;
  FtChannel channel;
  FtDirection direction;
  FtOutcome outcome;
  gboolean kept;
  FtLean lean;
  const char *heard;
  const char *notes;
  const char *value;
} FtSampleContact;

extern const FtSample ft_samples[];
extern const guint ft_n_samples;
extern const FtSampleContact ft_sample_contacts[];
extern const guint ft_n_sample_contacts;

G_END_DECLS
