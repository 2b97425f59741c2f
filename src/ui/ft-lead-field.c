#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-lead-field.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  FtCardEditor *editor; /* owned */
  gsize offset;
} Field;

static void
field_free (gpointer data)
{
  Field *field = data;

  g_object_unref (field->editor);
  g_free (field);
}

static Field *
get_field (FtInlineEntry *entry)
{
  return g_object_get_data (G_OBJECT (entry), "ft-lead-field");
}

static void
update (FtInlineEntry *entry)
{
  Field *field = get_field (entry);
  FtLeadCard *card = ft_card_editor_get_card (field->editor);

  if (card == NULL)
    ft_inline_entry_set (entry, 0, "");
  else
    ft_inline_entry_set (entry, card->lead->id,
                         G_STRUCT_MEMBER (char *, card->lead, field->offset));
}

static void
save_cb (FtInlineEntry *entry, const char *text)
{
  Field *field = get_field (entry);
  g_autoptr (FtLeadData) lead = ft_card_editor_dup_lead (field->editor);
  char **member;

  if (lead == NULL || lead->id != ft_inline_entry_get_subject (entry))
    return;
  if (field->offset == G_STRUCT_OFFSET (FtLeadData, name) && text[0] == '\0')
    {
      ft_inline_entry_settle (entry, lead->id, _ ("A lead needs a name."));
      return;
    }
  member = &G_STRUCT_MEMBER (char *, lead, field->offset);
  g_free (*member);
  *member = g_strdup (text);
  ft_card_editor_save_lead (field->editor, lead, entry, ft_inline_entry_saved);
}

/**
 * ft_lead_field_bind:
 * @offset: of a string in #FtLeadData, as G_STRUCT_OFFSET () says it
 */
void
ft_lead_field_bind (FtInlineEntry *entry, FtCardEditor *editor, gsize offset)
{
  Field *field;

  g_return_if_fail (FT_IS_INLINE_ENTRY (entry));
  g_return_if_fail (FT_IS_CARD_EDITOR (editor));
  g_return_if_fail (get_field (entry) == NULL);

  field = g_new0 (Field, 1);
  field->editor = g_object_ref (editor);
  field->offset = offset;
  g_object_set_data_full (G_OBJECT (entry), "ft-lead-field", field, field_free);
  g_signal_connect (entry, "save", G_CALLBACK (save_cb), NULL);
  g_signal_connect_object (ft_desk_get_card (ft_card_editor_get_desk (editor)), "notify::data",
                           G_CALLBACK (update), entry, G_CONNECT_SWAPPED);
  update (entry);
}
