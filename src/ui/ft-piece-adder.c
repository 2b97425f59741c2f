#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-piece-adder.h"

#include "core/ft-outcomes.h"
#include "ui/ft-piece-open.h"

#include <glib/gi18n-lib.h>

struct _FtPieceAdder
{
  GtkWidget parent_instance;

  FtDesk *desk; /* owned */

  /* Template children. */
  GtkEntry *entry;
  GtkLabel *failure;
};

enum
{
  ADDING,
  NOT_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtPieceAdder, ft_piece_adder, GTK_TYPE_WIDGET)

static void
set_failure (FtPieceAdder *self, const char *message)
{
  gtk_label_set_text (self->failure, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), message != NULL);
}

/* --- Adding --- */

typedef struct
{
  FtPieceAdder *self; /* owned */
  FtPieceData *piece; /* owned */
  gboolean typed;     /* in the entry, which is emptied once it is saved */
} Adding;

static void
free_adding (Adding *adding)
{
  g_object_unref (adding->self);
  ft_piece_data_unref (adding->piece);
  g_free (adding);
}

static Adding *
new_adding (FtPieceAdder *self, const char *name, FtPieceKind kind)
{
  Adding *adding = g_new0 (Adding, 1);

  adding->self = g_object_ref (self);
  adding->piece = ft_piece_data_new (name, kind);
  adding->piece->created_at = ft_clock_now (ft_desk_get_clock (self->desk));
  return adding;
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Adding *adding = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_desk_apply_finish (FT_DESK (source), result, &error);

  /* What could not be saved stays, to be tried again; the window says why. */
  if (error == NULL && adding->typed && adding->self->desk != NULL)
    gtk_editable_set_text (GTK_EDITABLE (adding->self->entry), "");
  if (error != NULL)
    g_signal_emit (adding->self, signals[NOT_ADDED], 0);
  free_adding (adding);
}

/* Takes @adding. */
static void
add (Adding *adding)
{
  FtPieceAdder *self = adding->self;
  g_autoptr (FtEdit) edit = ft_gesture_put_piece (adding->piece);

  g_signal_emit (self, signals[ADDING], 0);
  ft_desk_apply (self->desk, edit, FALSE, added_cb, adding);
}

static void
add_cb (FtPieceAdder *self)
{
  g_autofree char *text
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *link = NULL;
  Adding *adding;

  set_failure (self, NULL);
  if (text[0] == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      return;
    }
  /* A link that was pasted is one, named by itself until it gets a name. */
  if (g_str_has_prefix (text, "https://"))
    link = ft_piece_link (text);
  adding = new_adding (self, link != NULL ? link + strlen ("https://") : text,
                       link != NULL ? FT_PIECE_LINK : FT_PIECE_DOCUMENT);
  adding->typed = TRUE;
  if (link != NULL)
    {
      g_free (adding->piece->uri);
      adding->piece->uri = g_steal_pointer (&link);
    }
  add (adding);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Adding *adding = data;
  g_autoptr (GError) error = NULL;
  char *hash = ft_store_keep_file_finish (FT_STORE (source), result, &error);

  if (hash == NULL)
    {
      set_failure (adding->self, error->message);
      free_adding (adding);
      return;
    }
  g_free (adding->piece->file_hash);
  adding->piece->file_hash = hash;
  if (adding->self->desk != NULL)
    add (adding);
  else
    free_adding (adding); /* closed meanwhile */
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  g_autoptr (FtPieceAdder) self = data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      ft_piece_adder_add_g_file (self, file);
    }
  g_object_unref (chooser);
}

static void
choose_cb (FtPieceAdder *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("File of the Piece"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
      GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- The widget --- */

static gboolean
ft_piece_adder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FT_PIECE_ADDER (widget)->entry));
}

static void
ft_piece_adder_dispose (GObject *object)
{
  FtPieceAdder *self = FT_PIECE_ADDER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_piece_adder_parent_class)->dispose (object);
}

static void
ft_piece_adder_class_init (FtPieceAdderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_piece_adder_dispose;
  widget_class->grab_focus = ft_piece_adder_grab_focus;

  signals[ADDING] = g_signal_new ("adding", FT_TYPE_PIECE_ADDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[NOT_ADDED] = g_signal_new ("not-added", FT_TYPE_PIECE_ADDER, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-piece-adder.ui");
  gtk_widget_class_bind_template_child (widget_class, FtPieceAdder, entry);
  gtk_widget_class_bind_template_child (widget_class, FtPieceAdder, failure);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
ft_piece_adder_init (FtPieceAdder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ft_piece_adder_set_desk (FtPieceAdder *self, FtDesk *desk)
{
  g_return_if_fail (FT_IS_PIECE_ADDER (self));
  g_return_if_fail (FT_IS_DESK (desk));

  g_set_object (&self->desk, desk);
}

void
ft_piece_adder_add_file (FtPieceAdder *self, const char *path)
{
  g_autofree char *file_name = NULL;
  g_autofree char *name = NULL;
  Adding *adding;
  char *dot;

  g_return_if_fail (FT_IS_PIECE_ADDER (self));
  g_return_if_fail (path != NULL);

  set_failure (self, NULL);
  file_name = g_filename_display_basename (path);
  name = g_strdup (file_name);
  dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';
  adding = new_adding (self, name, FT_PIECE_DOCUMENT);
  g_free (adding->piece->file_name);
  adding->piece->file_name = g_steal_pointer (&file_name);
  ft_store_keep_file_async (ft_desk_get_store (self->desk), path, NULL, kept_cb, adding);
}

void
ft_piece_adder_add_g_file (FtPieceAdder *self, GFile *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (FT_IS_PIECE_ADDER (self));
  g_return_if_fail (G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path != NULL)
    ft_piece_adder_add_file (self, path);
  else
    set_failure (self, _ ("This file is not on this computer. Copy it here first."));
}
