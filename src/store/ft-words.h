#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as it is searched: lower case, without accents, split into words, the same way for what is
 * stored and for what is typed. Each word is preceded by a blank. */
void ft_words_append (GString *out, const char *text);
/* (transfer full) the words of @text without blanks */
char **ft_words_split (const char *text);

/* "O'Brien" is two words, and people leave the apostrophe out: what is stored has the word without it too, and what
 * is typed with it is looked for without. */

/* The words of @text with an apostrophe in them, without it. */
void ft_words_append_joined (GString *out, const char *text);
/* (transfer full) @text without the apostrophes inside words */
char *ft_words_join (const char *text);
/* An apostrophe as an SQL GLOB: what holds none has no such words. */
#define FT_WORDS_APOSTROPHE "*[''`´‘’ʼ]*"

/* A telephone key (ft_phone_key) as overlapping groups of three digits: "#493 #930 …", so that any
 * three digits or more in sequence are found inside it; numbers are two blanks apart. */
void ft_words_append_digits (GString *out, const char *key);
#define FT_WORDS_DIGITS 3

G_END_DECLS
