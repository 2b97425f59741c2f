#pragma once

#include "core/ft-civil.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/**
 * FtPadding:
 * @target: when it is done if all goes well
 * @promised: what to say to the customer, a round time with room to beat it
 *
 * Under-promise, over-deliver (C2, C6).
 */
typedef struct
{
  FtCivil target;
  FtCivil promised;
} FtPadding;

/* @effort: minutes of work, begun at @now within working hours. The promise takes twice as long, at
 * least an hour more, and falls on the half hour, the hour or the end of a working day, the longer
 * the work. */
FtPadding ft_padding_suggest (const FtSettings *settings, FtCivil now, int effort);

G_END_DECLS
