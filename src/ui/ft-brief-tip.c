#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-brief-tip.h"

#include "core/ft-brief.h"

#include <glib/gi18n-lib.h>

struct _FtBriefTip
{
  GObject parent_instance;

  FtStore *store;
  GtkWidget *widget; /* borrowed */
  GCancellable *reading;
  FtLeadCard *card; /* the last that was read */
  gint64 lead_id;   /* whose card was asked for last */
};

G_DEFINE_FINAL_TYPE (FtBriefTip, ft_brief_tip, G_TYPE_OBJECT)

/* Without the last words the brief is still one: a card that cannot be read leaves them out. */
static void
card_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FtLeadCard) card = ft_store_read_card_finish (FT_STORE (source), result, &error);
  g_autoptr (FtBriefTip) self = data;

  if (card == NULL || self->store == NULL)
    return;
  g_clear_pointer (&self->card, ft_lead_card_unref);
  self->card = g_steal_pointer (&card);
  gtk_widget_trigger_tooltip_query (self->widget);
}

static void
read_card (FtBriefTip *self, gint64 lead_id)
{
  if (self->lead_id == lead_id)
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->lead_id = lead_id;
  ft_store_read_card_async (self->store, lead_id, 20, self->reading, card_read_cb,
                            g_object_ref (self));
}

/* Another contact may have been logged since. */
static void
store_changed_cb (FtBriefTip *self)
{
  self->lead_id = 0;
}

static void
ft_brief_tip_dispose (GObject *object)
{
  FtBriefTip *self = FT_BRIEF_TIP (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);
  g_clear_pointer (&self->card, ft_lead_card_unref);
  G_OBJECT_CLASS (ft_brief_tip_parent_class)->dispose (object);
}

static void
ft_brief_tip_class_init (FtBriefTipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_brief_tip_dispose;
}

static void
ft_brief_tip_init (FtBriefTip *self)
{
}

FtBriefTip *
ft_brief_tip_new (FtStore *store, GtkWidget *widget)
{
  FtBriefTip *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (FT_TYPE_BRIEF_TIP, NULL);
  self->store = g_object_ref (store);
  self->widget = widget;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static void
append_line (GString *markup, const char *text)
{
  g_autofree char *escaped = NULL;

  if (*text == '\0')
    return;
  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (markup, "\n%s", escaped);
}

/* Which way they lean (A4). */
static const char *
lean_words (FtLean lean)
{
  switch (lean)
    {
    case FT_LEAN_TOWARDS:
      return _ ("They lean towards yes");
    case FT_LEAN_UNDECIDED:
      return _ ("They are undecided");
    case FT_LEAN_AWAY:
      return _ ("They lean towards no");
    case FT_LEAN_UNKNOWN:
    default:
      return "";
    }
}

static void
append_promise (GString *markup, const FtBlock *block)
{
  FtPromiseRow *row = ft_promise_get_row (block->promise);
  g_autofree char *detail = ft_block_dup_detail (block);

  append_line (markup, row->lead->company);
  append_line (markup, detail);
  append_line (markup, row->promise->value);
  if (block->keeping == FT_KEEPING_LATE)
    append_line (markup, _ ("Late"));
  else if (block->keeping == FT_KEEPING_REPAIRED)
    append_line (markup, _ ("Missed, repaired"));
  else if (block->keeping != FT_KEEPING_OPEN)
    append_line (markup, _ ("Kept"));
  if (!row->promise->agreed && row->promise->state == FT_PROMISE_OPEN)
    append_line (markup, _ ("They have not agreed to the time"));
  append_line (markup, lean_words (row->lean));
}

char *
ft_brief_tip_dup_markup (FtBriefTip *self, const FtBlock *block)
{
  gint64 lead_id;
  const char *last_words = "";
  g_autofree char *name = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *quoted = NULL;
  GString *markup;

  g_return_val_if_fail (FT_IS_BRIEF_TIP (self), NULL);
  g_return_val_if_fail (block != NULL, NULL);

  lead_id = ft_block_get_lead_id (block);
  if (lead_id != 0)
    read_card (self, lead_id);
  if (lead_id != 0 && self->card != NULL && self->card->lead->id == lead_id)
    last_words = ft_brief_last_words (self->card);

  name = ft_block_dup_name (block);
  escaped = g_markup_escape_text (name, -1);
  markup = g_string_new (NULL);
  g_string_append_printf (markup, "<b>%s</b>", escaped);
  if (block->kind == FT_BLOCK_OF_PROMISE)
    append_promise (markup, block);
  else if (block->kind == FT_BLOCK_OF_DECISION)
    {
      append_line (markup, block->lead->company);
      append_line (markup, _ ("They decide that day"));
    }
  if (*last_words != '\0')
    {
      /* Translators: what the customer said last. */
      quoted = g_strdup_printf (_ ("“%s”"), last_words);
      append_line (markup, quoted);
    }
  return g_string_free (markup, FALSE);
}
