#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-coach-line.h"

#include "core/ft-concerns.h"
#include "core/ft-when.h"
#include "model/ft-room.h"

#include <glib/gi18n-lib.h>

struct _FtCoachLine
{
  GtkWidget parent_instance;

  FtCardEditor *editor;   /* owned */
  FtRoom *room;           /* owned */
  FtLeadCard *card;       /* owned, NULL for the one shown */
  FtPromiseData *promise; /* owned, NULL if there is none to speak of */
  char *missing;          /* owned, what is to be said then */
  gboolean asks_agreed;   /* they can have agreed to it */

  GtkWidget *sentence; /* child */
  GtkWidget *target;   /* child */
  GtkWidget *concern;  /* child */
  GtkWidget *agreed;   /* child */
};

G_DEFINE_FINAL_TYPE (FtCoachLine, ft_coach_line, GTK_TYPE_WIDGET)

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, text[0] != '\0');
}

/* Not agreed is no reason against a time, and has a line of its own. */
static const FtConcern *
get_first (GArray *concerns)
{
  for (guint i = 0; i < concerns->len; i++)
    {
      const FtConcern *concern = &g_array_index (concerns, FtConcern, i);

      if (concern->kind != FT_CONCERN_NOT_AGREED)
        return concern;
    }
  return NULL;
}

static void
update_concern (FtCoachLine *self)
{
  FtDesk *desk = ft_card_editor_get_desk (self->editor);
  FtLeadCard *card = self->card != NULL ? self->card : ft_card_editor_get_card (self->editor);
  const char *zone = ft_clock_get_zone (ft_desk_get_clock (desk));
  FtCivil now = ft_card_editor_now_in (self->editor, "");
  g_autoptr (GArray) concerns = NULL;
  const FtConcern *first;
  g_autofree char *words = NULL;
  g_autofree char *agreed = NULL;

  if (self->promise == NULL || card == NULL)
    {
      show_text (self->concern, self->promise == NULL ? self->missing : "");
      show_text (self->agreed, "");
      return;
    }
  /* What cannot be kept comes before what is not welcome. */
  first = get_first (ft_room_get_concerns (self->room));
  concerns = ft_concerns_of_promise (card, self->promise, ft_desk_get_settings (desk),
                                     ft_card_editor_now (self->editor), zone);
  if (first == NULL)
    first = get_first (concerns);
  words = first != NULL ? ft_concern_words (first, now) : g_strdup ("");
  show_text (self->concern, words);
  if (self->asks_agreed && ft_concerns_have (concerns, FT_CONCERN_NOT_AGREED))
    agreed = ft_concern_words (&(FtConcern){ FT_CONCERN_NOT_AGREED, 0, 0, NULL }, now);
  show_text (self->agreed, agreed != NULL ? agreed : "");
}

static void
update_words (FtCoachLine *self)
{
  FtCivil now;
  g_autofree char *words = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *target = NULL;

  if (self->promise == NULL)
    {
      show_text (self->sentence, "");
      show_text (self->target, "");
      return;
    }
  now = ft_card_editor_now_in (self->editor, self->promise->zone);
  words = ft_when_sentence (self->promise, now);
  /* Translators: the quotation marks around a sentence to say. */
  quoted = g_strdup_printf (_ ("“%s”"), words);
  show_text (self->sentence, quoted);
  if (ft_civil_compare (self->promise->target, self->promise->promised) != 0)
    {
      g_autofree char *when = ft_when_format (self->promise->target, now);

      /* Translators: %s is when the user means to keep the promise, earlier than promised. */
      target = g_strdup_printf (_ ("My target: %s"), when);
    }
  show_text (self->target, target != NULL ? target : "");
}

static GtkWidget *
add_label (FtCoachLine *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
ft_coach_line_dispose (GObject *object)
{
  FtCoachLine *self = FT_COACH_LINE (object);

  g_clear_pointer (&self->sentence, gtk_widget_unparent);
  g_clear_pointer (&self->target, gtk_widget_unparent);
  g_clear_pointer (&self->concern, gtk_widget_unparent);
  g_clear_pointer (&self->agreed, gtk_widget_unparent);
  g_clear_object (&self->room);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->card, ft_lead_card_unref);
  g_clear_pointer (&self->promise, ft_promise_data_unref);

  G_OBJECT_CLASS (ft_coach_line_parent_class)->dispose (object);
}

static void
ft_coach_line_finalize (GObject *object)
{
  g_free (FT_COACH_LINE (object)->missing);

  G_OBJECT_CLASS (ft_coach_line_parent_class)->finalize (object);
}

static void
ft_coach_line_class_init (FtCoachLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_coach_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = ft_coach_line_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "coachline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_coach_line_init (FtCoachLine *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->sentence = add_label (self, "sentence");
  self->target = add_label (self, "dim-label");
  self->concern = add_label (self, "concern");
  self->agreed = add_label (self, "dim-label");
  self->missing = g_strdup ("");
  gtk_widget_add_css_class (self->target, "caption");
  gtk_widget_add_css_class (self->concern, "caption");
  gtk_widget_add_css_class (self->agreed, "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What to say, and what speaks against it"), -1);
}

void
ft_coach_line_set_editor (FtCoachLine *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_COACH_LINE (self));
  g_return_if_fail (self->editor == NULL || self->editor == editor);

  if (!g_set_object (&self->editor, editor))
    return;
  self->room = ft_room_new (ft_desk_get_store (ft_card_editor_get_desk (editor)));
  g_signal_connect_object (self->room, "notify::concerns", G_CALLBACK (update_concern), self,
                           G_CONNECT_SWAPPED);
}

void
ft_coach_line_show (FtCoachLine *self, FtLeadCard *card, const FtPromiseData *promise)
{
  FtPromiseData *copy;

  g_return_if_fail (FT_IS_COACH_LINE (self));
  g_return_if_fail (self->editor != NULL);

  copy = promise != NULL ? ft_promise_data_copy (promise) : NULL;
  g_clear_pointer (&self->promise, ft_promise_data_unref);
  self->promise = copy;
  if (card != NULL)
    ft_lead_card_ref (card);
  g_clear_pointer (&self->card, ft_lead_card_unref);
  self->card = card;
  ft_room_set_promise (self->room, promise);
  update_words (self);
  update_concern (self);
}

void
ft_coach_line_set_missing (FtCoachLine *self, const char *words)
{
  g_return_if_fail (FT_IS_COACH_LINE (self));
  g_return_if_fail (words != NULL);

  if (g_str_equal (self->missing, words))
    return;
  g_free (self->missing);
  self->missing = g_strdup (words);
  if (self->editor != NULL)
    update_concern (self);
}

void
ft_coach_line_set_asks_agreed (FtCoachLine *self, gboolean asks_agreed)
{
  g_return_if_fail (FT_IS_COACH_LINE (self));

  if (self->asks_agreed == asks_agreed)
    return;
  self->asks_agreed = asks_agreed;
  if (self->editor != NULL)
    update_concern (self);
}
