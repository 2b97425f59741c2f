#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FtEncoding:
 *
 * How the bytes of a text file stand for characters. Windows-1252 is what old German, French and
 * English exports are in; the others are there to be chosen, never guessed.
 */
typedef enum
{
  FT_ENCODING_AUTO,
  FT_ENCODING_UTF_8,
  FT_ENCODING_UTF_16LE,
  FT_ENCODING_UTF_16BE,
  FT_ENCODING_WINDOWS_1252,
  FT_ENCODING_WINDOWS_1250,
  FT_ENCODING_WINDOWS_1251,
  FT_ENCODING_WINDOWS_1253,
  FT_ENCODING_WINDOWS_1254,
  FT_ENCODING_MAC_ROMAN,
  FT_ENCODING_CP850,
} FtEncoding;
#define FT_N_ENCODINGS (FT_ENCODING_CP850 + 1)

const char *ft_encoding_get_label (FtEncoding encoding);
FtEncoding ft_text_guess_encoding (GBytes *bytes);
GBytes *ft_text_decode (GBytes *bytes, FtEncoding encoding, FtEncoding *used);

G_END_DECLS
