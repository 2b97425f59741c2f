#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-piece-editor.h"

#include "core/ft-brief.h"
#include "core/ft-outcomes.h"
#include "ui/ft-piece-open.h"
#include "ui/ft-piece-words.h"

#include <glib/gi18n-lib.h>

struct _FtPieceEditor
{
  AdwPreferencesGroup parent_instance;

  FtDesk *desk;       /* owned */
  FtPieceData *piece; /* owned, as shown */
  gboolean updating;  /* the rows follow the piece, not the user */

  /* template children */
  AdwEntryRow *name;
  AdwComboRow *kind;
  AdwComboRow *head;
  AdwEntryRow *link;
  AdwActionRow *file;
  GtkWidget *remove_file;
  GtkWidget *error_row;
  GtkLabel *error;
};

G_DEFINE_FINAL_TYPE (FtPieceEditor, ft_piece_editor, ADW_TYPE_PREFERENCES_GROUP)

static void
set_error (FtPieceEditor *self, const char *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (self->error_row, message != NULL);
}

/* --- Saving --- */

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtPieceEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_desk_apply_finish (FT_DESK (source), result, &error);

  set_error (self, error != NULL ? error->message : NULL);
}

static void
save (FtPieceEditor *self, FtPieceData *piece)
{
  g_autoptr (FtEdit) edit = NULL;

  if (ft_piece_data_equal (piece, self->piece))
    return;
  edit = ft_gesture_put_piece (piece);
  ft_desk_apply (self->desk, edit, FALSE, applied_cb, g_object_ref (self));
}

static void
set_string (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static char *
dup_typed (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
name_apply_cb (FtPieceEditor *self)
{
  g_autoptr (FtPieceData) piece = ft_piece_data_copy (self->piece);
  g_autofree char *name = dup_typed (self->name);

  g_assert (FT_IS_PIECE_EDITOR (self));

  if (name[0] == '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->name), piece->name);
      set_error (self, _ ("A piece needs a name."));
      return;
    }
  set_string (&piece->name, name);
  save (self, piece);
}

static void
link_apply_cb (FtPieceEditor *self)
{
  g_autoptr (FtPieceData) piece = ft_piece_data_copy (self->piece);
  g_autofree char *typed = dup_typed (self->link);
  g_autofree char *link = typed[0] != '\0' ? ft_piece_link (typed) : g_strdup ("");

  g_assert (FT_IS_PIECE_EDITOR (self));

  if (link == NULL)
    {
      set_error (self,
                 _ ("This is no link that can be opened safely. It has to begin with https://."));
      return;
    }
  set_string (&piece->uri, link);
  save (self, piece);
}

static void
choice_changed_cb (FtPieceEditor *self)
{
  g_autoptr (FtPieceData) piece = NULL;

  g_assert (FT_IS_PIECE_EDITOR (self));

  if (self->updating || self->piece == NULL)
    return;
  piece = ft_piece_data_copy (self->piece);
  piece->kind = adw_combo_row_get_selected (self->kind);
  piece->head = adw_combo_row_get_selected (self->head);
  save (self, piece);
}

/* --- The file --- */

typedef struct
{
  FtPieceEditor *self; /* owned */
  char *name;
} Keeping;

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Keeping *keeping = data;
  FtPieceEditor *self = keeping->self;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = ft_store_keep_file_finish (FT_STORE (source), result, &error);

  if (hash != NULL)
    {
      g_autoptr (FtPieceData) piece = ft_piece_data_copy (self->piece);

      set_string (&piece->file_hash, hash);
      set_string (&piece->file_name, keeping->name);
      save (self, piece);
    }
  else
    set_error (self, error->message);
  g_object_unref (keeping->self);
  g_free (keeping->name);
  g_free (keeping);
}

void
ft_piece_editor_keep_file (FtPieceEditor *self, const char *path)
{
  Keeping *keeping;

  g_return_if_fail (FT_IS_PIECE_EDITOR (self));
  g_return_if_fail (self->piece != NULL);

  set_error (self, NULL);
  keeping = g_new0 (Keeping, 1);
  keeping->self = g_object_ref (self);
  keeping->name = g_filename_display_basename (path);
  ft_store_keep_file_async (ft_desk_get_store (self->desk), path, NULL, kept_cb, keeping);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  g_autoptr (FtPieceEditor) self = data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        ft_piece_editor_keep_file (self, path);
      else
        set_error (self, _ ("This file is not on this computer. Copy it here first."));
    }
  g_object_unref (chooser);
}

static void
choose_clicked_cb (FtPieceEditor *self)
{
  GtkFileChooserNative *chooser;

  g_assert (FT_IS_PIECE_EDITOR (self));

  chooser = gtk_file_chooser_native_new (_ ("File of the Piece"),
                                         GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                         GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
remove_file_clicked_cb (FtPieceEditor *self)
{
  g_autoptr (FtPieceData) piece = ft_piece_data_copy (self->piece);

  g_assert (FT_IS_PIECE_EDITOR (self));

  set_string (&piece->file_hash, "");
  set_string (&piece->file_name, "");
  save (self, piece);
}

/* --- The rows --- */

static GtkStringList *
make_kinds (void)
{
  GtkStringList *kinds = gtk_string_list_new (NULL);

  for (FtPieceKind kind = FT_PIECE_DOCUMENT; kind <= FT_PIECE_PRINT; kind++)
    gtk_string_list_append (kinds, ft_piece_kind_words (kind));
  return kinds;
}

static GtkStringList *
make_heads (void)
{
  GtkStringList *heads = gtk_string_list_new (NULL);

  gtk_string_list_append (heads, C_ ("benefit", "None in particular"));
  for (FtBenefitHead head = FT_BENEFIT_SAVE_MONEY; head <= FT_BENEFIT_EARN; head++)
    gtk_string_list_append (heads, ft_benefit_head_words (head));
  return heads;
}

static void
ft_piece_editor_dispose (GObject *object)
{
  FtPieceEditor *self = FT_PIECE_EDITOR (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->piece, ft_piece_data_unref);

  G_OBJECT_CLASS (ft_piece_editor_parent_class)->dispose (object);
}

static void
ft_piece_editor_class_init (FtPieceEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_piece_editor_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-piece-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, FtPieceEditor, name);
  gtk_widget_class_bind_template_child (widget_class, FtPieceEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, FtPieceEditor, head);
  gtk_widget_class_bind_template_child (widget_class, FtPieceEditor, link);
  gtk_widget_class_bind_template_child (widget_class, FtPieceEditor, file);
  gtk_widget_class_bind_template_child (widget_class, FtPieceEditor, remove_file);
  gtk_widget_class_bind_template_child (widget_class, FtPieceEditor, error_row);
  gtk_widget_class_bind_template_child (widget_class, FtPieceEditor, error);
  gtk_widget_class_bind_template_callback (widget_class, name_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_file_clicked_cb);
}

static void
ft_piece_editor_init (FtPieceEditor *self)
{
  g_autoptr (GtkStringList) kinds = make_kinds ();
  g_autoptr (GtkStringList) heads = make_heads ();

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  adw_combo_row_set_model (self->head, G_LIST_MODEL (heads));
  self->updating = FALSE;
}

GtkWidget *
ft_piece_editor_new (FtDesk *desk)
{
  FtPieceEditor *self;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_PIECE_EDITOR, NULL);
  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}

void
ft_piece_editor_set_piece (FtPieceEditor *self, FtPiece *piece)
{
  g_autoptr (FtPieceData) before = NULL;
  FtPieceData *data;

  g_return_if_fail (FT_IS_PIECE_EDITOR (self));
  g_return_if_fail (FT_IS_PIECE (piece));

  data = ft_piece_get_data (piece);
  before = g_steal_pointer (&self->piece);
  self->piece = ft_piece_data_ref (data);
  /* What was typed for one piece is not for another. */
  if (before != NULL && before->id != data->id)
    {
      g_clear_pointer (&before, ft_piece_data_unref);
      set_error (self, NULL);
    }

  self->updating = TRUE;
  if (before == NULL || !g_str_equal (before->name, data->name))
    gtk_editable_set_text (GTK_EDITABLE (self->name), data->name);
  if (before == NULL || !g_str_equal (before->uri, data->uri))
    gtk_editable_set_text (GTK_EDITABLE (self->link), data->uri);
  adw_combo_row_set_selected (self->kind, data->kind);
  adw_combo_row_set_selected (self->head, data->head);
  self->updating = FALSE;
  adw_action_row_set_subtitle (self->file,
                               data->file_name[0] != '\0' ? data->file_name : _ ("None"));
  gtk_widget_set_visible (self->remove_file, data->file_hash[0] != '\0');
}
