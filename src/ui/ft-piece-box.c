#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-piece-box.h"

#include "core/ft-brief.h"
#include "core/ft-pieces.h"
#include "core/ft-when.h"
#include "ui/ft-launch.h"
#include "ui/ft-piece-open.h"

#include <glib/gi18n-lib.h>

struct _FtPieceBox
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  gint64 piece_id;      /* shown, 0 for none */
  gint64 promise_id;    /* that may bring it, 0 for none */
  gboolean updating;    /* the button follows the promise, not the user */

  /* template children */
  GtkLabel *name;
  GtkButton *open;
  GtkToggleButton *give;
  GtkMenuButton *others;
  GtkBox *choices;
  GtkWidget *add;
  GtkLabel *given;
  GtkLabel *error;
};

G_DEFINE_FINAL_TYPE (FtPieceBox, ft_piece_box, GTK_TYPE_WIDGET)

static FtPieceList *
get_pieces (FtPieceBox *self)
{
  return ft_card_get_pieces (ft_desk_get_card (ft_card_editor_get_desk (self->editor)));
}

static char *
dup_day (FtPieceBox *self, gint32 day)
{
  return ft_when_format_date ((FtCivil){ day, FT_ALL_DAY, 0 },
                              ft_card_editor_now_in (self->editor, ""));
}

static void
set_error (FtPieceBox *self, const char *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

/* --- Choosing --- */

static void
saved_cb (gpointer owner, gint64 subject, const GError *error)
{
  FtPieceBox *self = owner;

  if (subject != self->promise_id)
    return;
  set_error (self, error != NULL ? error->message : NULL);
  /* What was not saved is shown as it was. */
  if (error != NULL)
    ft_piece_box_update (self);
}

/* @piece_id: 0 to come without one after all */
static void
choose (FtPieceBox *self, gint64 piece_id)
{
  g_autoptr (FtPromiseData) promise = ft_card_editor_dup_promise (self->editor, self->promise_id);

  if (promise == NULL)
    return;
  promise->piece_id = piece_id;
  ft_card_editor_save_promise (self->editor, promise, self, saved_cb);
}

static void
give_toggled_cb (FtPieceBox *self)
{
  g_assert (FT_IS_PIECE_BOX (self));

  if (!self->updating)
    choose (self, gtk_toggle_button_get_active (self->give) ? self->piece_id : 0);
}

static void
choice_clicked_cb (GtkButton *choice, FtPieceBox *self)
{
  gint64 *piece_id = g_object_get_data (G_OBJECT (choice), "piece-id");

  gtk_menu_button_popdown (self->others);
  choose (self, *piece_id);
}

static char *
dup_about (FtPieceBox *self, FtLeadCard *card, const FtPieceData *piece)
{
  gint32 given = ft_pieces_given_day (card, piece->id);
  g_autofree char *day = given != 0 ? dup_day (self, given) : NULL;

  /* Translators: %s is the day on which they got a romance piece. */
  return given != 0 ? g_strdup_printf (_ ("Given %s"), day)
                    : g_strdup (ft_benefit_head_words (piece->head));
}

static void
append_choice (FtPieceBox *self, FtLeadCard *card, const FtPieceData *piece)
{
  GtkWidget *choice = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (piece->name);
  g_autofree char *about_words = dup_about (self, card, piece);
  GtkWidget *about = gtk_label_new (about_words);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 32);
  gtk_label_set_xalign (GTK_LABEL (about), 0);
  gtk_widget_set_visible (about, about_words[0] != '\0');
  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (about, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), about);
  gtk_button_set_child (GTK_BUTTON (choice), box);
  gtk_widget_add_css_class (choice, "flat");
  gtk_widget_set_sensitive (choice, self->promise_id != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  piece->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about_words,
                                  -1);
  g_object_set_data_full (G_OBJECT (choice), "piece-id", g_memdup2 (&piece->id, sizeof piece->id),
                          g_free);
  g_signal_connect_object (choice, "clicked", G_CALLBACK (choice_clicked_cb), self, 0);
  gtk_box_append (self->choices, choice);
}

/* The pieces to choose from as they are when the list is opened. */
static void
create_popup_cb (GtkMenuButton *button, gpointer data)
{
  FtPieceBox *self = data;
  FtLeadCard *card = ft_card_editor_get_card (self->editor);
  FtPieceList *list = get_pieces (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_box_remove (self->choices, child);
  if (card == NULL || list == NULL)
    return;
  for (guint i = 0; i < ft_piece_list_get_pieces (list)->len; i++)
    {
      const FtPieceData *piece = g_ptr_array_index (ft_piece_list_get_pieces (list), i);

      if (!piece->retired && piece->id != self->piece_id)
        append_choice (self, card, piece);
    }
}

/* --- Opening --- */

static void
open_failed_cb (gpointer owner, const char *message)
{
  set_error (owner, message);
}

static void
open_clicked_cb (FtPieceBox *self)
{
  FtPieceList *list;
  const FtPieceData *piece;

  g_assert (FT_IS_PIECE_BOX (self));

  list = get_pieces (self);
  piece = list != NULL ? ft_piece_list_find (list, self->piece_id) : NULL;
  if (piece == NULL)
    return;
  set_error (self, NULL);
  ft_piece_open (GTK_WIDGET (self), ft_desk_get_store (ft_card_editor_get_desk (self->editor)),
                 piece, self, open_failed_cb);
}

/* --- The widget --- */

static void
ft_piece_box_dispose (GObject *object)
{
  FtPieceBox *self = FT_PIECE_BOX (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_piece_box_parent_class)->dispose (object);
}

static void
ft_piece_box_class_init (FtPieceBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_piece_box_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-piece-box.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, FtPieceBox, name);
  gtk_widget_class_bind_template_child (widget_class, FtPieceBox, open);
  gtk_widget_class_bind_template_child (widget_class, FtPieceBox, give);
  gtk_widget_class_bind_template_child (widget_class, FtPieceBox, others);
  gtk_widget_class_bind_template_child (widget_class, FtPieceBox, choices);
  gtk_widget_class_bind_template_child (widget_class, FtPieceBox, add);
  gtk_widget_class_bind_template_child (widget_class, FtPieceBox, given);
  gtk_widget_class_bind_template_child (widget_class, FtPieceBox, error);
  gtk_widget_class_bind_template_callback (widget_class, give_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
}

static void
ft_piece_box_init (FtPieceBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->others, create_popup_cb, self, NULL);
}

void
ft_piece_box_set_editor (FtPieceBox *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_PIECE_BOX (self));
  g_return_if_fail (FT_IS_CARD_EDITOR (editor));

  g_set_object (&self->editor, editor);
}

/* What they had, each piece once, the latest first. */
static char *
dup_given (FtPieceBox *self, FtLeadCard *card, FtPieceList *list)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < card->contacts->len; i++)
    {
      FtContactData *contact = g_ptr_array_index (card->contacts, i);
      const FtPieceData *piece = ft_piece_list_find (list, contact->piece_id);
      g_autofree char *day = NULL;

      if (piece == NULL || !g_hash_table_add (seen, &contact->piece_id))
        continue;
      day = dup_day (self, ft_pieces_given_day (card, piece->id));
      if (all->len > 0)
        g_string_append (all, " · ");
      /* Translators: a romance piece, and the day on which they got it. */
      g_string_append_printf (all, _ ("%1$s (%2$s)"), piece->name, day);
    }
  if (all->len == 0)
    return NULL;
  /* Translators: %s are the romance pieces they had, each with its day. */
  return g_strdup_printf (_ ("Given: %s"), all->str);
}

static guint
count_usable (FtPieceList *list)
{
  GPtrArray *pieces = ft_piece_list_get_pieces (list);
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    n += !((FtPieceData *) g_ptr_array_index (pieces, i))->retired;
  return n;
}

static void
update_piece (FtPieceBox *self, FtPieceData *piece, gboolean chosen, guint n_usable)
{
  const char *name;

  if (piece != NULL)
    name = piece->name;
  else if (n_usable > 0)
    name = _ ("They have had every piece");
  else
    name = _ ("Nothing to leave behind yet");
  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name),
                               piece != NULL ? ft_benefit_head_words (piece->head) : NULL);
  if (piece != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "dim-label");

  gtk_widget_set_visible (GTK_WIDGET (self->open), piece != NULL && ft_piece_can_open (piece));
  gtk_widget_set_visible (GTK_WIDGET (self->others), n_usable > (piece != NULL ? 1 : 0));
  gtk_widget_set_visible (self->add, piece == NULL && n_usable == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->give), piece != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->give), self->promise_id != 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->give),
                               self->promise_id != 0
                                   ? _ ("Noted as given with the contact that keeps the promise")
                                   : _ ("Promise something first: the piece goes with it"));
  self->updating = TRUE;
  gtk_toggle_button_set_active (self->give, chosen);
  self->updating = FALSE;
}

void
ft_piece_box_update (FtPieceBox *self)
{
  FtLeadCard *card;
  FtPieceList *list;
  FtPromiseData *promise;
  FtPieceData *piece = NULL;
  gboolean chosen;
  g_autofree char *given = NULL;

  g_return_if_fail (FT_IS_PIECE_BOX (self));

  card = ft_card_editor_get_card (self->editor);
  list = get_pieces (self);
  gtk_widget_set_visible (GTK_WIDGET (self), list != NULL);
  if (card == NULL || list == NULL)
    return;
  promise = ft_card_editor_get_promise (self->editor);
  if (promise != NULL && promise->piece_id != 0)
    piece = ft_piece_list_find (list, promise->piece_id);
  chosen = piece != NULL;
  if (piece == NULL)
    piece = ft_card_get_next_piece (ft_desk_get_card (ft_card_editor_get_desk (self->editor)));
  if ((promise != NULL ? promise->id : 0) != self->promise_id)
    set_error (self, NULL);
  self->promise_id = promise != NULL ? promise->id : 0;
  self->piece_id = piece != NULL ? piece->id : 0;
  update_piece (self, piece, chosen, count_usable (list));
  given = dup_given (self, card, list);
  gtk_label_set_text (self->given, given != NULL ? given : "");
  gtk_widget_set_visible (GTK_WIDGET (self->given), given != NULL);
}
