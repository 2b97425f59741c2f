#pragma once

#include "core/ft-when-names.h"

G_BEGIN_DECLS

/* What a typed time is made of. */

#define FT_WHEN_MAX_TOKENS 32

typedef enum
{
  FT_WHEN_TOKEN_END,
  FT_WHEN_TOKEN_NUMBER,
  FT_WHEN_TOKEN_WORD,
  FT_WHEN_TOKEN_MARK,
} FtWhenTokenKind;

typedef struct
{
  FtWhenTokenKind kind;
  gboolean spaced; /* a blank stands before it */
  int value;       /* of a number */
  int n_digits;
  char mark;
  FtWhenMeaning meaning; /* of a word */
} FtWhenToken;

/* @text: as of ft_when_fold (). @tokens: zeroed, FT_WHEN_MAX_TOKENS + 1 of them, so that the last is
 * an END. Returns: whether there are some and all are known. */
gboolean ft_when_tokenize (const char *text, const FtWhenNames *names, FtWhenToken *tokens);

G_END_DECLS
