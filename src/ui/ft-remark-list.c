#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-remark-list.h"

#include "core/ft-when.h"

#include <glib/gi18n-lib.h>

struct _FtRemarkList
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  FtRemarkKind kind;

  GtkWidget *rows; /* box of FtRemarkRow, in the order of the record */
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (FtRemarkList, ft_remark_list, GTK_TYPE_WIDGET)

/* --- The two kinds of record --- */

static GPtrArray *
get_remarks (FtRemarkList *self, const FtLeadData *lead)
{
  return self->kind == FT_REMARK_ASK ? lead->asks : lead->facts;
}

static char **
get_text (FtRemarkList *self, gpointer remark)
{
  return self->kind == FT_REMARK_ASK ? &((FtAsk *) remark)->text : &((FtFact *) remark)->text;
}

static gint32
get_today (FtRemarkList *self)
{
  return ft_card_editor_now_in (self->editor, "").day;
}

static gpointer
new_remark (FtRemarkList *self, const char *text)
{
  if (self->kind == FT_REMARK_ASK)
    return ft_ask_new (get_today (self), 0, text);
  return ft_fact_new (get_today (self), FALSE, text);
}

/* --- Changes --- */

static guint
get_position (FtRemarkRow *row)
{
  guint position = 0;
  GtkWidget *before = GTK_WIDGET (row);

  while ((before = gtk_widget_get_prev_sibling (before)) != NULL)
    position++;
  return position;
}

static gpointer
get_remark (FtRemarkList *self, FtLeadData *lead, FtRemarkRow *row)
{
  GPtrArray *remarks;
  guint position = get_position (row);

  /* A row waits for its own lead: another may have come to the card meanwhile. */
  if (lead == NULL || lead->id != ft_inline_entry_get_subject (ft_remark_row_get_entry (row)))
    return NULL;
  remarks = get_remarks (self, lead);
  return position < remarks->len ? g_ptr_array_index (remarks, position) : NULL;
}

static void
save_cb (FtRemarkRow *row, const char *text, FtRemarkList *self)
{
  g_autoptr (FtLeadData) lead = ft_card_editor_dup_lead (self->editor);
  gpointer remark = get_remark (self, lead, row);
  FtInlineEntry *entry = ft_remark_row_get_entry (row);

  if (remark == NULL)
    return;
  if (text[0] == '\0')
    {
      g_ptr_array_remove (get_remarks (self, lead), remark);
    }
  else
    {
      g_free (*get_text (self, remark));
      *get_text (self, remark) = g_strdup (text);
    }
  ft_card_editor_save_lead (self->editor, lead, entry, ft_inline_entry_saved);
}

static void
saved_cb (gpointer owner, gint64 subject, const GError *error)
{
  FtRemarkList *self = owner;

  /* What was not saved is shown as it was; the window says why. */
  if (error != NULL && subject == ft_card_editor_get_lead_id (self->editor))
    ft_remark_list_update (self);
}

static void
marked_cb (FtRemarkRow *row, gboolean marked, FtRemarkList *self)
{
  g_autoptr (FtLeadData) lead = ft_card_editor_dup_lead (self->editor);
  gpointer remark = get_remark (self, lead, row);

  if (remark == NULL)
    return;
  if (self->kind == FT_REMARK_ASK)
    ((FtAsk *) remark)->done_day = marked ? get_today (self) : 0;
  else
    ((FtFact *) remark)->sensitive = marked;
  ft_card_editor_save_lead (self->editor, lead, self, saved_cb);
}

static void
remove_cb (FtRemarkRow *row, FtRemarkList *self)
{
  g_autoptr (FtLeadData) lead = ft_card_editor_dup_lead (self->editor);
  gpointer remark = get_remark (self, lead, row);

  if (remark == NULL)
    return;
  g_ptr_array_remove (get_remarks (self, lead), remark);
  ft_card_editor_save_lead (self->editor, lead, self, saved_cb);
  gtk_widget_grab_focus (self->add);
}

static void
added_cb (gpointer owner, gint64 subject, const GError *error)
{
  FtInlineEntry *add = owner;

  ft_inline_entry_saved (add, subject, error);
  /* Ready for the next one. */
  if (error == NULL && ft_inline_entry_get_subject (add) == subject)
    ft_inline_entry_set (add, subject, "");
}

static void
add_save_cb (FtRemarkList *self, const char *text)
{
  g_autoptr (FtLeadData) lead = NULL;

  g_assert (FT_IS_REMARK_LIST (self));

  lead = ft_card_editor_dup_lead (self->editor);
  if (lead == NULL || lead->id != ft_inline_entry_get_subject (FT_INLINE_ENTRY (self->add)))
    return;
  g_ptr_array_add (get_remarks (self, lead), new_remark (self, text));
  /* Who asks for something more has not said "nothing else". */
  if (self->kind == FT_REMARK_ASK)
    lead->nothing_else_day = 0;
  ft_card_editor_save_lead (self->editor, lead, self->add, added_cb);
}

/* --- The widget --- */

static gboolean
ft_remark_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FT_REMARK_LIST (widget)->add);
}

static void
ft_remark_list_dispose (GObject *object)
{
  FtRemarkList *self = FT_REMARK_LIST (object);

  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_remark_list_parent_class)->dispose (object);
}

static void
ft_remark_list_class_init (FtRemarkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_remark_list_dispose;
  widget_class->grab_focus = ft_remark_list_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_remark_list_init (FtRemarkList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
}

void
ft_remark_list_set_editor (FtRemarkList *self, FtCardEditor *editor, FtRemarkKind kind)
{
  g_return_if_fail (FT_IS_REMARK_LIST (self));
  g_return_if_fail (FT_IS_CARD_EDITOR (editor));
  g_return_if_fail (self->editor == NULL);

  self->editor = g_object_ref (editor);
  self->kind = kind;
  self->add
      = kind == FT_REMARK_ASK
            ? ft_inline_entry_new (_ ("Something they asked for"), _ ("Add what they asked for"))
            : ft_inline_entry_new (_ ("Something to remember"), _ ("Add something personal"));
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
  g_signal_connect_object (self->add, "save", G_CALLBACK (add_save_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      kind == FT_REMARK_ASK ? _ ("What they asked for") : _ ("To remember"), -1);
}

static GtkWidget *
append_row (FtRemarkList *self)
{
  GtkWidget *row = ft_remark_row_new (self->kind);

  g_signal_connect_object (row, "save", G_CALLBACK (save_cb), self, 0);
  g_signal_connect_object (row, "marked", G_CALLBACK (marked_cb), self, 0);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, 0);
  gtk_box_append (GTK_BOX (self->rows), row);
  return row;
}

static void
show_remark (FtRemarkList *self, FtRemarkRow *row, gint64 lead_id, gpointer remark, FtCivil today)
{
  const FtAsk *ask = remark;
  const FtFact *fact = remark;
  gboolean asked = self->kind == FT_REMARK_ASK;
  gint32 day = !asked ? fact->day : ask->done_day != 0 ? ask->done_day : ask->day;
  g_autofree char *when
      = day != 0 ? ft_when_format_date ((FtCivil){ day, FT_ALL_DAY, 0 }, today) : g_strdup ("");

  ft_remark_row_set (row, lead_id, asked ? ask->text : fact->text,
                     asked ? ask->done_day != 0 : fact->sensitive, when);
}

void
ft_remark_list_update (FtRemarkList *self)
{
  FtLeadCard *card;
  GPtrArray *remarks;
  GtkWidget *row;
  FtCivil today;

  g_return_if_fail (FT_IS_REMARK_LIST (self));

  card = ft_card_editor_get_card (self->editor);
  if (card == NULL)
    return;
  today = ft_card_editor_now_in (self->editor, "");
  remarks = get_remarks (self, card->lead);
  row = gtk_widget_get_first_child (self->rows);
  for (guint i = 0; i < remarks->len; i++)
    {
      if (row == NULL)
        row = append_row (self);
      show_remark (self, FT_REMARK_ROW (row), card->lead->id, g_ptr_array_index (remarks, i),
                   today);
      gtk_widget_set_visible (row, TRUE);
      row = gtk_widget_get_next_sibling (row);
    }
  /* Kept out of sight: a row may hold what was typed for another lead and is not saved. */
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      ft_remark_row_set (FT_REMARK_ROW (row), 0, "", FALSE, "");
      gtk_widget_set_visible (row, FALSE);
    }
  ft_inline_entry_set (FT_INLINE_ENTRY (self->add), card->lead->id, "");
}
