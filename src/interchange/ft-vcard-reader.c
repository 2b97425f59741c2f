#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-vcard-reader.h"

#include "interchange/ft-vcard-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FtVcardReader
{
  GBytes *bytes;
  FtEncoding encoding;
  const char *text;
  const char *end;
  const char *at;
  guint line; /* of @at */
  GString *unfolded;
  guint unfolded_line;
};

/* What of a card is put together from several lines. */
typedef struct
{
  FtLeadData *lead;
  char *composed; /* the name made of N */
  char *title;
  char *role;
  int address_rank;   /* of the address taken so far, the lower the better */
  GHashTable *labels; /* group → X-ABLABEL */
  gboolean is_group;
} Card;

/**
 * ft_vcard_reader_new:
 * @bytes: the content of the file, not decoded: a fold may stand inside of a character
 * @encoding: of values that name no charset, or %FT_ENCODING_AUTO: UTF-8 if they are, else
 * Windows-1252
 *
 * Returns: (transfer full): a reader that stands before the first card
 */
FtVcardReader *
ft_vcard_reader_new (GBytes *bytes, FtEncoding encoding)
{
  FtVcardReader *self = g_new0 (FtVcardReader, 1);
  FtEncoding guess = encoding == FT_ENCODING_AUTO ? ft_text_guess_encoding (bytes) : encoding;
  gsize length;
  if (guess == FT_ENCODING_UTF_16LE || guess == FT_ENCODING_UTF_16BE)
    {
      self->bytes = ft_text_decode (bytes, guess, NULL);
      encoding = FT_ENCODING_UTF_8;
    }
  else
    self->bytes = g_bytes_ref (bytes);
  self->encoding = encoding;
  self->text = g_bytes_get_data (self->bytes, &length);
  if (!self->text)
    self->text = "";
  self->end = self->text + length;
  self->unfolded = g_string_new (NULL);
  ft_vcard_reader_rewind (self);
  return self;
}

void
ft_vcard_reader_free (FtVcardReader *self)
{
  g_bytes_unref (self->bytes);
  g_string_free (self->unfolded, TRUE);
  g_free (self);
}

void
ft_vcard_reader_rewind (FtVcardReader *self)
{
  gboolean has_bom = self->end - self->text >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0;
  self->at = self->text + (has_bom ? 3 : 0);
  self->line = 1;
}

double
ft_vcard_reader_get_fraction (FtVcardReader *self)
{
  return self->end > self->text ? (double) (self->at - self->text) / (self->end - self->text) : 1.0;
}

/* --- Lines --- */

static void
append_physical_line (FtVcardReader *self)
{
  const char *begin = self->at;
  while (self->at < self->end && *self->at != '\n' && *self->at != '\r')
    self->at++;
  g_string_append_len (self->unfolded, begin, self->at - begin);
  if (self->at + 1 < self->end && self->at[0] == '\r' && self->at[1] == '\n')
    self->at++;
  if (self->at < self->end)
    self->at++;
  self->line++;
}

static gboolean
ends_in_equals (GString *line)
{
  return line->len > 0 && line->str[line->len - 1] == '=';
}

/* The next line that is one, unfolded byte by byte. */
static gboolean
read_line (FtVcardReader *self)
{
  gboolean quoted_printable;
  if (self->at >= self->end)
    return FALSE;
  g_string_truncate (self->unfolded, 0);
  self->unfolded_line = self->line;
  append_physical_line (self);
  quoted_printable = ft_vcard_line_is_quoted_printable (self->unfolded->str, self->unfolded->len);
  while (self->at < self->end)
    if (quoted_printable && ends_in_equals (self->unfolded))
      {
        g_string_truncate (self->unfolded, self->unfolded->len - 1);
        append_physical_line (self);
      }
    else if (*self->at == ' ' || *self->at == '\t')
      {
        self->at++;
        append_physical_line (self);
      }
    else
      break;
  return TRUE;
}

static gboolean
line_is (FtVcardReader *self, const char *wanted)
{
  gsize length = strlen (wanted);
  g_autofree char *line = g_strndup (self->unfolded->str, MIN (self->unfolded->len, length + 16));
  g_strstrip (line);
  return g_ascii_strcasecmp (line, wanted) == 0;
}

/* --- Properties --- */

static void
set_line (char **target, char *value)
{
  if (**target == '\0' && *value != '\0')
    {
      g_free (*target);
      *target = g_strdelimit (g_strdup (value), "\n", ' ');
    }
}

static void
append_part (GString *name, const char *part)
{
  if (part && *part != '\0')
    g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
}

static void
take_n (Card *card, const FtVcardLine *line)
{
  g_auto (GStrv) parts = ft_vcard_line_split (line);
  guint n = g_strv_length (parts);
  g_autoptr (GString) name = g_string_new (NULL);
  append_part (name, n > 1 ? parts[1] : NULL);
  append_part (name, n > 2 ? parts[2] : NULL);
  append_part (name, n > 0 ? parts[0] : NULL);
  if (!card->composed)
    card->composed = g_strdelimit (g_strdup (name->str), "\n", ' ');
}

static const char *
get_type_label (const FtVcardLine *line)
{
  static const struct
  {
    const char *type;
    const char *label;
  } types[] = {
    { "fax", "fax" },       { "pager", "pager" },   { "cell", "mobile" },
    { "mobile", "mobile" }, { "iphone", "mobile" }, { "work", "work" },
    { "home", "home" },     { "main", "main" },     { "other", "other" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (ft_vcard_line_has_type (line, types[i].type))
      return types[i].label;
  return "";
}

static gboolean
is_last (const FtReach *reach)
{
  return g_str_equal (reach->label, "fax") || g_str_equal (reach->label, "pager");
}

/* Apple names a group's label in a line of its own, which may come later: until then, the group
 * stands in the label. */
static void
add_reach (GPtrArray *reaches, const FtVcardLine *line, const char *value)
{
  const char *type = get_type_label (line);
  g_autofree char *label = *type == '\0' && *line->group != '\0'
                               ? g_strconcat ("\001", line->group, NULL)
                               : g_strdup (type);
  FtReach *reach;
  guint at = reaches->len;
  if (*value == '\0')
    return;
  for (guint i = 0; i < reaches->len; i++)
    if (g_str_equal (((FtReach *) reaches->pdata[i])->value, value))
      return;
  reach = ft_reach_new (label, value);
  if (is_last (reach))
    at = reaches->len;
  else if (ft_vcard_line_has_type (line, "pref"))
    at = 0;
  else
    while (at > 0 && is_last (reaches->pdata[at - 1]))
      at--;
  g_ptr_array_insert (reaches, at, reach);
}

static void
take_tel (Card *card, const FtVcardLine *line)
{
  g_autofree char *value = ft_vcard_line_dup_text (line);
  g_strdelimit (value, "\n", ' ');
  if (g_ascii_strncasecmp (value, "tel:", 4) == 0)
    {
      g_autofree char *number = NULL;
      value[strcspn (value, ";")] = '\0';
      number = g_uri_unescape_string (value + 4, NULL);
      add_reach (card->lead->phones, line,
                 number && g_utf8_validate (number, -1, NULL) ? number : value + 4);
    }
  else
    add_reach (card->lead->phones, line, value);
}

static void
take_email (Card *card, const FtVcardLine *line)
{
  g_autofree char *value = ft_vcard_line_dup_text (line);
  g_strdelimit (value, "\n", ' ');
  add_reach (card->lead->emails, line,
             g_ascii_strncasecmp (value, "mailto:", 7) == 0 ? value + 7 : value);
}

static void
take_adr (Card *card, const FtVcardLine *line)
{
  FtLeadData *lead = card->lead;
  g_auto (GStrv) parts = ft_vcard_line_split (line);
  guint n = g_strv_length (parts);
  char **const targets[] = { &lead->city, &lead->region, &lead->postcode, &lead->country };
  g_autoptr (GString) street = g_string_new (NULL);
  int rank = ft_vcard_line_has_type (line, "pref")   ? 0
             : ft_vcard_line_has_type (line, "work") ? 1
                                                     : 2;
  gboolean empty = TRUE;

  for (guint i = 0; i < n; i++)
    empty &= *parts[i] == '\0';
  if (empty || rank >= card->address_rank)
    return;
  card->address_rank = rank;
  for (int i = 2; i >= 0; i--) /* street, then suite, then post office box */
    if ((guint) i < n && *parts[i] != '\0')
      g_string_append_printf (street, "%s%s", street->len > 0 ? "\n" : "", parts[i]);
  g_free (lead->street);
  lead->street = g_strdup (street->str);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_free (*targets[i]);
      *targets[i] = g_strdelimit (g_strdup (i + 3 < n ? parts[i + 3] : ""), "\n", ' ');
    }
}

static void
take_note (Card *card, const FtVcardLine *line)
{
  g_autofree char *note = ft_vcard_line_dup_text (line);
  char *joined;
  if (*note == '\0')
    return;
  joined = *card->lead->notes != '\0' ? g_strconcat (card->lead->notes, "\n", note, NULL)
                                      : g_strdup (note);
  g_free (card->lead->notes);
  card->lead->notes = joined;
}

/* "_$!<HomePage>!$_" is Apple's way to write a label it translates. */
static void
take_label (Card *card, const FtVcardLine *line)
{
  g_autofree char *label = ft_vcard_line_dup_text (line);
  gsize length = strlen (label);
  if (length > 8 && g_str_has_prefix (label, "_$!<") && g_str_has_suffix (label, ">!$_"))
    {
      g_autofree char *inner = g_strndup (label + 4, length - 8);
      g_hash_table_insert (card->labels, g_strdup (line->group), g_ascii_strdown (inner, -1));
    }
  else
    g_hash_table_insert (card->labels, g_strdup (line->group),
                         g_strdelimit (g_steal_pointer (&label), "\n", ' '));
}

static void
take_property (Card *card, const FtVcardLine *line)
{
  FtLeadData *lead = card->lead;
  g_autofree char *text = NULL;
  if (g_str_equal (line->name, "N"))
    take_n (card, line);
  else if (g_str_equal (line->name, "TEL"))
    take_tel (card, line);
  else if (g_str_equal (line->name, "EMAIL"))
    take_email (card, line);
  else if (g_str_equal (line->name, "ADR"))
    take_adr (card, line);
  else if (g_str_equal (line->name, "NOTE"))
    take_note (card, line);
  else if (g_str_equal (line->name, "X-ABLABEL") && *line->group != '\0')
    take_label (card, line);
  else if (g_str_equal (line->name, "ORG"))
    {
      g_auto (GStrv) parts = ft_vcard_line_split (line);
      set_line (&lead->company, parts[0]);
    }
  else if (g_str_equal (line->name, "FN"))
    set_line (&lead->name, text = ft_vcard_line_dup_text (line));
  else if (g_str_equal (line->name, "TITLE"))
    set_line (&card->title, text = ft_vcard_line_dup_text (line));
  else if (g_str_equal (line->name, "ROLE"))
    set_line (&card->role, text = ft_vcard_line_dup_text (line));
  else if (g_str_equal (line->name, "UID"))
    set_line (&lead->uid, text = ft_vcard_line_dup_text (line));
  else if (g_str_equal (line->name, "TZ"))
    {
      text = ft_vcard_line_dup_text (line);
      if (strchr (text, '/') && ft_zone_intern (text))
        lead->zone = ft_zone_intern (text);
    }
  else if (g_str_equal (line->name, "KIND") || g_str_equal (line->name, "X-ADDRESSBOOKSERVER-KIND"))
    card->is_group |= g_ascii_strcasecmp (line->value, "group") == 0;
}

/* --- Cards --- */

static void
settle_labels (Card *card, GPtrArray *reaches)
{
  for (guint i = 0; i < reaches->len; i++)
    {
      FtReach *reach = reaches->pdata[i];
      const char *label;
      if (reach->label[0] != '\001')
        continue;
      label = g_hash_table_lookup (card->labels, reach->label + 1);
      g_free (reach->label);
      reach->label = g_strdup (label ? label : "");
    }
}

static void
settle (Card *card, FtImportRow *row)
{
  FtLeadData *lead = card->lead;
  settle_labels (card, lead->phones);
  settle_labels (card, lead->emails);
  set_line (&lead->role, card->title);
  set_line (&lead->role, card->role);
  if (card->composed)
    set_line (&lead->name, card->composed);
  set_line (&lead->name, lead->company);
  set_line (&lead->name, (char *) ft_lead_data_get_email (lead));
  if (row->reason)
    return;
  if (card->is_group)
    row->reason = g_strdup (_ ("This card is of a group, not of a person."));
  else if (*lead->name == '\0')
    row->reason = g_strdup (_ ("There is no name, no company and no e-mail address."));
}

/* Up to the end of the card; a card that stands inside of it (AGENT) is passed over. */
static void
read_card (FtVcardReader *self, Card *card, FtImportRow *row)
{
  guint depth = 1;
  gboolean agent = FALSE;
  while (depth > 0)
    {
      const char *begin = self->at;
      guint begin_line = self->line;
      g_autoptr (FtVcardLine) line = NULL;
      if (!read_line (self))
        break;
      if (line_is (self, "BEGIN:VCARD"))
        {
          if (!agent)
            {
              self->at = begin;
              self->line = begin_line;
              break;
            }
          depth++;
        }
      else if (line_is (self, "END:VCARD"))
        depth--;
      else if (depth == 1
               && (line = ft_vcard_line_parse (self->unfolded->str, self->unfolded->len,
                                               self->encoding)))
        take_property (card, line);
      agent = depth > 1 || (line && g_str_equal (line->name, "AGENT"));
    }
  if (depth > 0)
    row->reason = g_strdup (_ ("The card has no end: the file may have been cut off."));
}

/**
 * ft_vcard_reader_next:
 * @self: a reader
 * @row: a cleared row; gets all but its file
 *
 * Returns: %FALSE at the end
 */
gboolean
ft_vcard_reader_next (FtVcardReader *self, FtImportRow *row)
{
  Card card = { NULL };
  do
    if (!read_line (self))
      return FALSE;
  while (!line_is (self, "BEGIN:VCARD"));

  row->line = self->unfolded_line;
  row->lead = card.lead = ft_lead_data_new ("");
  card.title = g_strdup ("");
  card.role = g_strdup ("");
  card.address_rank = G_MAXINT;
  card.labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  read_card (self, &card, row);
  settle (&card, row);
  g_free (card.composed);
  g_free (card.title);
  g_free (card.role);
  g_hash_table_unref (card.labels);
  return TRUE;
}
