#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-talk-form.h"

#include "core/ft-concerns.h"
#include "ui/ft-choice.h"
#include "ui/ft-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _FtTalkForm
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  GArray *pieces;       /* owned, gint64: the ids in the drop-down, 0 first */
  gboolean starting;    /* the widgets follow us, not the user */

  /* template children */
  GtkEditable *heard;
  GtkWidget *choices;
  FtChoice *lean;
  FtChoice *asked;
  FtChoice *answer;
  GtkLabel *too_early;
  GtkEditable *asked_for;
  GtkDropDown *piece;
  GtkEditable *note;
};

enum
{
  CHANGED,
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtTalkForm, ft_talk_form, GTK_TYPE_WIDGET)

/* --- The decision question, when it comes too early (A3, B3) --- */

static const FtConcern *
find_asking (GArray *concerns)
{
  for (guint i = 0; i < concerns->len; i++)
    {
      const FtConcern *concern = &g_array_index (concerns, FtConcern, i);

      if (concern->kind == FT_CONCERN_FENCED || concern->kind == FT_CONCERN_ASKED_LATELY)
        return concern;
    }
  return NULL;
}

static void
update_asking (FtTalkForm *self)
{
  FtLeadCard *card = ft_card_editor_get_card (self->editor);
  gboolean asked = ft_choice_get_chosen (self->asked) != FT_ASKED_NOTHING;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->answer), asked);
  if (card != NULL && asked)
    {
      FtDesk *desk = ft_card_editor_get_desk (self->editor);
      gint64 now = ft_card_editor_now (self->editor);
      g_autoptr (FtContactData) contact
          = ft_contact_data_new (card->lead->id, now, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
      g_autoptr (GArray) concerns = NULL;
      const FtConcern *concern;

      contact->asked = ft_choice_get_chosen (self->asked);
      concerns = ft_concerns_of_contact (card, contact, NULL, ft_desk_get_settings (desk), now,
                                         ft_clock_get_zone (ft_desk_get_clock (desk)));
      concern = find_asking (concerns);
      if (concern != NULL)
        words = ft_concern_words (concern, ft_card_editor_now_in (self->editor, ""));
    }
  gtk_label_set_text (self->too_early, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->too_early), words != NULL);
}

static void
changed_cb (FtTalkForm *self)
{
  g_assert (FT_IS_TALK_FORM (self));

  if (self->starting || self->editor == NULL)
    return;
  update_asking (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activate_cb (FtTalkForm *self)
{
  g_assert (FT_IS_TALK_FORM (self));

  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* --- The piece given (A5) --- */

static void
append_piece (FtTalkForm *self, GtkStringList *names, gint64 id, const char *name)
{
  gtk_string_list_append (names, name);
  g_array_append_val (self->pieces, id);
}

/* Those in use, and the one that was given even if it is not any more. */
static void
offer_pieces (FtTalkForm *self, gint64 given)
{
  FtPieceList *list = ft_desk_get_pieces (ft_card_editor_get_desk (self->editor));
  GPtrArray *pieces = ft_piece_list_get_pieces (list);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->pieces, 0);
  append_piece (self, names, 0, _ ("No piece given"));
  for (guint i = 0; i < pieces->len; i++)
    {
      FtPieceData *piece = g_ptr_array_index (pieces, i);
      /* Translators: a romance piece that was given, "Case study". */
      g_autofree char *name = g_strdup_printf (_ ("Gave: %s"), piece->name);

      if (piece->retired && piece->id != given)
        continue;
      append_piece (self, names, piece->id, name);
      if (piece->id == given)
        selected = self->pieces->len - 1;
    }
  gtk_drop_down_set_model (self->piece, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->piece, selected);
}

static gint64
get_piece (FtTalkForm *self)
{
  guint selected = gtk_drop_down_get_selected (self->piece);

  return selected < self->pieces->len ? g_array_index (self->pieces, gint64, selected) : 0;
}

/* --- The widget --- */

static gboolean
ft_talk_form_grab_focus (GtkWidget *widget)
{
  FtTalkForm *self = FT_TALK_FORM (widget);
  GtkEditable *first = gtk_widget_get_visible (GTK_WIDGET (self->heard)) ? self->heard : self->note;

  return gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
ft_talk_form_dispose (GObject *object)
{
  FtTalkForm *self = FT_TALK_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_talk_form_parent_class)->dispose (object);
}

static void
ft_talk_form_finalize (GObject *object)
{
  g_array_unref (FT_TALK_FORM (object)->pieces);

  G_OBJECT_CLASS (ft_talk_form_parent_class)->finalize (object);
}

static void
ft_talk_form_class_init (FtTalkFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_talk_form_dispose;
  object_class->finalize = ft_talk_form_finalize;
  widget_class->grab_focus = ft_talk_form_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_TALK_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", FT_TYPE_TALK_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);

  g_type_ensure (FT_TYPE_CHOICE);
  g_type_ensure (FT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-talk-form.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, FtTalkForm, heard);
  gtk_widget_class_bind_template_child (widget_class, FtTalkForm, choices);
  gtk_widget_class_bind_template_child (widget_class, FtTalkForm, lean);
  gtk_widget_class_bind_template_child (widget_class, FtTalkForm, asked);
  gtk_widget_class_bind_template_child (widget_class, FtTalkForm, answer);
  gtk_widget_class_bind_template_child (widget_class, FtTalkForm, too_early);
  gtk_widget_class_bind_template_child (widget_class, FtTalkForm, asked_for);
  gtk_widget_class_bind_template_child (widget_class, FtTalkForm, piece);
  gtk_widget_class_bind_template_child (widget_class, FtTalkForm, note);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
ft_talk_form_init (FtTalkForm *self)
{
  const char *leans[]
      = { C_ ("lean", "Towards"), C_ ("lean", "Undecided"), C_ ("lean", "Away"), NULL };
  const char *asked[] = { C_ ("asked for", "Nothing"), C_ ("asked for", "Next Step"),
                          C_ ("asked for", "The Sale"), NULL };
  const char *answers[]
      = { C_ ("answer", "Yes"), C_ ("answer", "Not Yet"), C_ ("answer", "No"), NULL };

  self->pieces = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->starting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->starting = FALSE;
  ft_choice_set_options (self->lean, leans, FT_LEAN_TOWARDS);
  ft_choice_set_options (self->asked, asked, FT_ASKED_NOTHING);
  ft_choice_set_options (self->answer, answers, FT_ANSWER_YES);
}

void
ft_talk_form_set_editor (FtTalkForm *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_TALK_FORM (self));

  g_set_object (&self->editor, editor);
}

void
ft_talk_form_start (FtTalkForm *self, FtTalkParts parts, const FtContactData *contact)
{
  g_return_if_fail (FT_IS_TALK_FORM (self));
  g_return_if_fail (self->editor != NULL);

  self->starting = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->heard), parts & FT_TALK_HEARD);
  gtk_widget_set_visible (GTK_WIDGET (self->lean), parts & FT_TALK_HEARD);
  gtk_widget_set_visible (GTK_WIDGET (self->asked), parts & FT_TALK_ASKED);
  gtk_widget_set_visible (self->choices, parts & (FT_TALK_HEARD | FT_TALK_ASKED));
  gtk_widget_set_visible (GTK_WIDGET (self->asked_for), parts & FT_TALK_ASKED_FOR);
  gtk_editable_set_text (self->heard, contact->heard);
  gtk_editable_set_text (self->asked_for, contact->asked_for);
  gtk_editable_set_text (self->note, contact->notes);
  ft_choice_set_chosen (self->lean, contact->lean);
  ft_choice_set_chosen (self->asked, contact->asked);
  ft_choice_set_chosen (self->answer, contact->answer);
  offer_pieces (self, contact->piece_id);
  gtk_widget_set_visible (GTK_WIDGET (self->piece),
                          (parts & FT_TALK_PIECE) && self->pieces->len > 1);
  self->starting = FALSE;
  update_asking (self);
}

static void
take_text (char **member, GtkEditable *from)
{
  g_free (*member);
  *member = g_strstrip (g_strdup (gtk_editable_get_text (from)));
}

void
ft_talk_form_fill (FtTalkForm *self, FtContactData *contact)
{
  g_return_if_fail (FT_IS_TALK_FORM (self));
  g_return_if_fail (contact != NULL);

  take_text (&contact->heard, self->heard);
  take_text (&contact->asked_for, self->asked_for);
  take_text (&contact->notes, self->note);
  contact->lean = ft_choice_get_chosen (self->lean);
  contact->asked = ft_choice_get_chosen (self->asked);
  contact->answer
      = contact->asked != FT_ASKED_NOTHING ? ft_choice_get_chosen (self->answer) : FT_ANSWER_NONE;
  contact->piece_id = get_piece (self);
}
