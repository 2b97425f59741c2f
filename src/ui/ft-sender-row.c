#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-sender-row.h"

#include <glib/gi18n-lib.h>

struct _FtSenderRow
{
  AdwPreferencesRow parent_instance;

  char *told;      /* owned, what was told or shown last */
  GtkWidget *view; /* child */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtSenderRow, ft_sender_row, ADW_TYPE_PREFERENCES_ROW)

static char *
dup_written (FtSenderRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
left_cb (FtSenderRow *self)
{
  g_autofree char *written = dup_written (self);

  g_assert (FT_IS_SENDER_ROW (self));

  if (g_str_equal (written, self->told))
    return;
  g_free (self->told);
  self->told = g_steal_pointer (&written);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ft_sender_row_finalize (GObject *object)
{
  g_free (FT_SENDER_ROW (object)->told);

  G_OBJECT_CLASS (ft_sender_row_parent_class)->finalize (object);
}

static void
ft_sender_row_class_init (FtSenderRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ft_sender_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_SENDER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
ft_sender_row_init (FtSenderRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("Your A_ddress, on Envelopes"));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->told = g_strdup ("");
  self->view = gtk_text_view_new ();
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_widget_set_size_request (self->view, -1, 72);
  gtk_widget_add_css_class (self->view, "card");
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, focus);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* This names it, too. */
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->view);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->view);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Your Address, on Envelopes"));
}

GtkWidget *
ft_sender_row_new (void)
{
  return g_object_new (FT_TYPE_SENDER_ROW, NULL);
}

void
ft_sender_row_show (FtSenderRow *self, const FtSettings *settings)
{
  g_return_if_fail (FT_IS_SENDER_ROW (self));

  if (gtk_widget_has_focus (self->view) || g_str_equal (settings->sender, self->told))
    return;
  g_free (self->told);
  self->told = g_strdup (settings->sender);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), settings->sender,
                            -1);
}

void
ft_sender_row_store (FtSenderRow *self, FtSettings *settings)
{
  g_autofree char *written = NULL;

  g_return_if_fail (FT_IS_SENDER_ROW (self));

  written = dup_written (self);
  ft_settings_set (settings, "sender", written);
}
