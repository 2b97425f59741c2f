#pragma once

#include "ui/ft-paper.h"

#include "core/ft-stationery.h"

G_BEGIN_DECLS

/**
 * FtAddressSheet:
 *
 * Addresses on envelopes, one each, or on sheets of labels (B11). None is cut off: what is long is set smaller.
 */
#define FT_TYPE_ADDRESS_SHEET (ft_address_sheet_get_type ())
G_DECLARE_FINAL_TYPE (FtAddressSheet, ft_address_sheet, FT, ADDRESS_SHEET, FtPaper)

/* @addresses (element-type GStrv): the lines of each; @sender: one's own, "" for none, on envelopes only;
 * @first: the first label of the first sheet that is still there, from 0. */
FtPaper *ft_address_sheet_new (const FtStationery *stationery,
                               GPtrArray *addresses,
                               const char *sender,
                               guint first);

G_END_DECLS
