#pragma once

#include "interchange/ft-text-decode.h"

G_BEGIN_DECLS

/**
 * FtVcardLine:
 *
 * One property of a card, taken apart and decoded. All owned.
 */
typedef struct
{
  char *group;       /* "item1", "" if none */
  char *name;        /* in capitals */
  GPtrArray *params; /* strings "TYPE=work", the name in capitals; a bare one of version 2.1 is a TYPE */
  char *value;       /* valid UTF-8, still with its backslashes */
} FtVcardLine;

FtVcardLine *ft_vcard_line_parse (const char *bytes, gsize length, FtEncoding encoding);
void ft_vcard_line_free (FtVcardLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtVcardLine, ft_vcard_line_free)

gboolean ft_vcard_line_is_quoted_printable (const char *bytes, gsize length);
gboolean ft_vcard_line_has_type (const FtVcardLine *line, const char *type);
char *ft_vcard_line_dup_text (const FtVcardLine *line);
char **ft_vcard_line_split (const FtVcardLine *line);

G_END_DECLS
