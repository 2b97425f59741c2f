#pragma once

#include "core/ft-records.h"

G_BEGIN_DECLS

void ft_vcard_append_lead (GString *out, const FtLeadData *lead);

G_END_DECLS
