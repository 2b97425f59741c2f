#pragma once

#include "core/ft-records.h"

G_BEGIN_DECLS

/* Postal addresses as the country they go to writes them (B11). */

/* The two letters of ISO 3166 of a country as people type it ("DE", "Germany", "Deutschland", "U.S.A."), "" if
 * it is not known; transfer none. */
const char *ft_address_country_code (const char *typed);
/* The country of the user's locale, "" if it has none; transfer none. */
const char *ft_address_home (void);
/* Whether there is enough to reach somebody: a street and a city. */
gboolean ft_address_is_complete (const FtLeadData *lead);
/**
 * ft_address_lines:
 * @home: country code of the sender: the country of a letter abroad comes last, in capitals; "" for always
 *
 * Returns: (transfer full): the lines below the name, none of them empty
 */
char **ft_address_lines (const FtLeadData *lead, const char *home);
/* The same with the name and the company above: as on an envelope. */
char **ft_address_label (const FtLeadData *lead, const char *home);

G_END_DECLS
