#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-talk-box.h"

#include "core/ft-when.h"
#include "ui/ft-inline-entry.h"
#include "ui/ft-lead-field.h"
#include "ui/ft-remark-list.h"

#include <glib/gi18n-lib.h>

struct _FtTalkBox
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  gboolean updating;    /* the tick follows the lead, not the user */

  /* template children */
  FtInlineEntry *line;
  FtInlineEntry *answer;
  FtRemarkList *asks;
  GtkCheckButton *nothing_else;
};

G_DEFINE_FINAL_TYPE (FtTalkBox, ft_talk_box, GTK_TYPE_WIDGET)

static void
saved_cb (gpointer owner, gint64 subject, const GError *error)
{
  FtTalkBox *self = owner;

  /* What was not saved is shown as it was; the window says why. */
  if (error != NULL && subject == ft_card_editor_get_lead_id (self->editor))
    ft_talk_box_update (self);
}

static void
nothing_else_toggled_cb (FtTalkBox *self)
{
  g_autoptr (FtLeadData) lead = NULL;

  g_assert (FT_IS_TALK_BOX (self));

  if (self->updating)
    return;
  lead = ft_card_editor_dup_lead (self->editor);
  if (lead == NULL)
    return;
  lead->nothing_else_day = gtk_check_button_get_active (self->nothing_else)
                               ? ft_card_editor_now_in (self->editor, "").day
                               : 0;
  ft_card_editor_save_lead (self->editor, lead, self, saved_cb);
}

static void
ft_talk_box_dispose (GObject *object)
{
  FtTalkBox *self = FT_TALK_BOX (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_talk_box_parent_class)->dispose (object);
}

static void
ft_talk_box_class_init (FtTalkBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_talk_box_dispose;

  g_type_ensure (FT_TYPE_INLINE_ENTRY);
  g_type_ensure (FT_TYPE_REMARK_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-talk-box.ui");
  gtk_widget_class_bind_template_child (widget_class, FtTalkBox, line);
  gtk_widget_class_bind_template_child (widget_class, FtTalkBox, answer);
  gtk_widget_class_bind_template_child (widget_class, FtTalkBox, asks);
  gtk_widget_class_bind_template_child (widget_class, FtTalkBox, nothing_else);
  gtk_widget_class_bind_template_callback (widget_class, nothing_else_toggled_cb);
}

static void
ft_talk_box_init (FtTalkBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ft_talk_box_set_editor (FtTalkBox *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_TALK_BOX (self));
  g_return_if_fail (self->editor == NULL);

  self->editor = g_object_ref (editor);
  ft_lead_field_bind (self->line, editor, G_STRUCT_OFFSET (FtLeadData, trial_close));
  ft_lead_field_bind (self->answer, editor, G_STRUCT_OFFSET (FtLeadData, trial_answer));
  ft_remark_list_set_editor (self->asks, editor, FT_REMARK_ASK);
}

static char *
dup_nothing_else (FtTalkBox *self, const FtLeadData *lead)
{
  g_autofree char *day = NULL;

  if (lead->nothing_else_day == 0)
    return g_strdup (_ ("They need nothing else"));
  day = ft_when_format_date ((FtCivil){ lead->nothing_else_day, FT_ALL_DAY, 0 },
                             ft_card_editor_now_in (self->editor, ""));
  /* Translators: asked whether there is anything else they need, they said no; %s is the day. */
  return g_strdup_printf (_ ("They need nothing else (%s)"), day);
}

void
ft_talk_box_update (FtTalkBox *self)
{
  FtLeadCard *card;
  g_autofree char *nothing_else = NULL;

  g_return_if_fail (FT_IS_TALK_BOX (self));

  card = ft_card_editor_get_card (self->editor);
  if (card == NULL)
    return;
  ft_remark_list_update (self->asks);
  nothing_else = dup_nothing_else (self, card->lead);
  self->updating = TRUE;
  gtk_check_button_set_label (self->nothing_else, nothing_else);
  gtk_check_button_set_active (self->nothing_else, card->lead->nothing_else_day != 0);
  self->updating = FALSE;
}
