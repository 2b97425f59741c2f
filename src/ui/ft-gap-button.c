#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-gap-button.h"

#include "core/ft-outcomes.h"

#include <glib/gi18n-lib.h>

struct _FtGapButton
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  gint64 promise_id;    /* the one far ahead, 0 for none */
  gboolean busy;        /* they are being saved: clicking twice adds them once */
  GtkWidget *button;    /* child */
};

G_DEFINE_FINAL_TYPE (FtGapButton, ft_gap_button, GTK_TYPE_WIDGET)

static GArray *
find_gap (FtGapButton *self, const FtPromiseData *promise)
{
  FtLeadCard *card = ft_card_editor_get_card (self->editor);

  if (card == NULL || promise == NULL || promise->kind != FT_PROMISE_CONTACT
      || card->lead->state != FT_LEAD_OPEN)
    return NULL;
  return ft_gap_contacts (card, promise,
                          ft_desk_get_settings (ft_card_editor_get_desk (self->editor)),
                          ft_card_editor_now_in (self->editor, "").day);
}

static void
saved_cb (gpointer owner, gint64 subject, const GError *error)
{
  FT_GAP_BUTTON (owner)->busy = FALSE;
}

static void
clicked_cb (FtGapButton *self)
{
  g_autoptr (FtLeadData) lead = NULL;
  g_autoptr (FtPromiseData) far = NULL;
  g_autoptr (GArray) gap = NULL;
  g_autoptr (GPtrArray) promises = NULL;
  g_autoptr (FtEdit) edit = NULL;

  g_assert (FT_IS_GAP_BUTTON (self));

  lead = ft_card_editor_dup_lead (self->editor);
  far = ft_card_editor_dup_promise (self->editor, self->promise_id);
  gap = find_gap (self, far);
  if (self->busy || lead == NULL || gap == NULL || gap->len == 0)
    return;
  promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  for (guint i = 0; i < gap->len; i++)
    g_ptr_array_add (promises, ft_gap_new_promise (far, &g_array_index (gap, FtGapContact, i), 0));
  edit = ft_gesture_add_promises (lead, promises, ft_card_editor_now (self->editor));
  self->busy = TRUE;
  ft_card_editor_apply (self->editor, edit, FALSE, lead->id, self, saved_cb);
}

static void
ft_gap_button_dispose (GObject *object)
{
  FtGapButton *self = FT_GAP_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_gap_button_parent_class)->dispose (object);
}

static void
ft_gap_button_class_init (FtGapButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_gap_button_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ft_gap_button_init (FtGapButton *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->button = gtk_button_new_with_label ("");
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

void
ft_gap_button_set_editor (FtGapButton *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_GAP_BUTTON (self));

  g_set_object (&self->editor, editor);
}

void
ft_gap_button_set_promise (FtGapButton *self, const FtPromiseData *promise)
{
  g_autoptr (GArray) gap = NULL;
  guint n;

  g_return_if_fail (FT_IS_GAP_BUTTON (self));

  gap = find_gap (self, promise);
  n = gap != NULL ? gap->len : 0;
  self->promise_id = promise != NULL ? promise->id : 0;
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n > 0)
    {
      g_autofree char *label = g_strdup_printf (
          ngettext ("Add %u Value Contact in Between", "Add %u Value Contacts in Between", n), n);

      gtk_button_set_label (GTK_BUTTON (self->button), label);
      gtk_widget_set_tooltip_text (
          self->button, _ ("Until then the lead belongs to whoever shows up in between"));
    }
}
