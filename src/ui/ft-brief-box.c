#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-brief-box.h"

#include "core/ft-brief.h"
#include "core/ft-when.h"
#include "ui/ft-inline-entry.h"
#include "ui/ft-piece-box.h"

#include <glib/gi18n-lib.h>

struct _FtBriefBox
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  gboolean updating;    /* the choosers follow the lead, not the user */

  GtkWidget
      *heads[FT_N_BENEFITS]; /* GtkDropDown of FtBenefitHead, children of the grid as the next */
  GtkWidget *texts[FT_N_BENEFITS]; /* FtInlineEntry */

  /* template children */
  GtkGrid *grid;
  GtkWidget *words_caption;
  GtkLabel *words;
  GtkWidget *piece_caption;
  FtPieceBox *piece;
  GtkWidget *rates_caption;
  GtkLabel *rates;
};

G_DEFINE_FINAL_TYPE (FtBriefBox, ft_brief_box, GTK_TYPE_WIDGET)

/* --- The three benefits --- */

static void
saved_cb (gpointer owner, gint64 subject, const GError *error)
{
  FtBriefBox *self = owner;

  /* What was not saved is shown as it was; the window says why. */
  if (error != NULL && subject == ft_card_editor_get_lead_id (self->editor))
    ft_brief_box_update (self);
}

static guint
get_slot (GtkWidget **widgets, gpointer widget)
{
  guint slot = 0;

  while (widgets[slot] != widget)
    slot++;
  return slot;
}

static void
head_changed_cb (GtkDropDown *head, GParamSpec *pspec, FtBriefBox *self)
{
  g_autoptr (FtLeadData) lead = NULL;

  if (self->updating)
    return;
  lead = ft_card_editor_dup_lead (self->editor);
  if (lead == NULL)
    return;
  lead->benefits[get_slot (self->heads, head)].head = gtk_drop_down_get_selected (head);
  ft_card_editor_save_lead (self->editor, lead, self, saved_cb);
}

static void
text_save_cb (FtInlineEntry *entry, const char *text, FtBriefBox *self)
{
  g_autoptr (FtLeadData) lead = ft_card_editor_dup_lead (self->editor);
  FtBenefit *benefit;

  if (lead == NULL || lead->id != ft_inline_entry_get_subject (entry))
    return;
  benefit = &lead->benefits[get_slot (self->texts, entry)];
  g_free (benefit->text);
  benefit->text = g_strdup (text);
  ft_card_editor_save_lead (self->editor, lead, entry, ft_inline_entry_saved);
}

static void
add_slot (FtBriefBox *self, guint slot)
{
  static const char *const placeholders[FT_N_BENEFITS] = {
    N_ ("Add what is in it for them"),
    N_ ("Add a second benefit"),
    N_ ("Add the third that hits home"),
  };
  const char *words[FT_BENEFIT_EARN + 2] = { _ ("Benefit") };
  /* Translators: %u is 1, 2 or 3. */
  g_autofree char *head_name = g_strdup_printf (_ ("Head of benefit %u"), slot + 1);
  g_autofree char *text_name = g_strdup_printf (_ ("Benefit %u"), slot + 1);

  for (FtBenefitHead head = FT_BENEFIT_SAVE_MONEY; head <= FT_BENEFIT_EARN; head++)
    words[head] = ft_benefit_head_words (head);
  self->heads[slot] = gtk_drop_down_new_from_strings (words);
  gtk_widget_set_valign (self->heads[slot], GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->heads[slot], "head");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heads[slot]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  head_name, -1);
  /* What takes the focus is a button inside. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->heads[slot])),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, head_name, -1);
  self->texts[slot] = ft_inline_entry_new (text_name, _ (placeholders[slot]));
  gtk_widget_set_hexpand (self->texts[slot], TRUE);
  gtk_widget_set_valign (self->texts[slot], GTK_ALIGN_CENTER);
  gtk_grid_attach (self->grid, self->heads[slot], 0, slot, 1, 1);
  gtk_grid_attach (self->grid, self->texts[slot], 1, slot, 1, 1);
  g_signal_connect_object (self->heads[slot], "notify::selected", G_CALLBACK (head_changed_cb),
                           self, 0);
  g_signal_connect_object (self->texts[slot], "save", G_CALLBACK (text_save_cb), self, 0);
}

static void
update_benefits (FtBriefBox *self, const FtLeadData *lead)
{
  self->updating = TRUE;
  for (guint i = 0; i < FT_N_BENEFITS; i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->heads[i]), lead->benefits[i].head);
      if (lead->benefits[i].head == FT_BENEFIT_NONE)
        gtk_widget_add_css_class (self->heads[i], "none");
      else
        gtk_widget_remove_css_class (self->heads[i], "none");
      ft_inline_entry_set (FT_INLINE_ENTRY (self->texts[i]), lead->id, lead->benefits[i].text);
    }
  self->updating = FALSE;
}

/* --- What is known of the talks --- */

static const char *
lean_words (FtLean lean)
{
  switch (lean)
    {
    case FT_LEAN_TOWARDS:
      return C_ ("lean", "leaning towards it");
    case FT_LEAN_UNDECIDED:
      return C_ ("lean", "undecided");
    case FT_LEAN_AWAY:
      return C_ ("lean", "leaning away");
    case FT_LEAN_UNKNOWN:
    default:
      return "";
    }
}

/* The day on which they said it. */
static gint32
get_words_day (FtBriefBox *self, const FtLeadCard *card)
{
  FtClock *clock = ft_desk_get_clock (ft_card_editor_get_desk (self->editor));

  for (guint i = 0; i < card->contacts->len; i++)
    {
      const FtContactData *contact = g_ptr_array_index (card->contacts, i);

      if (contact->heard[0] != '\0')
        return ft_civil_from_instant (contact->at, ft_clock_get_zone (clock)).day;
    }
  return 0;
}

static void
update_words (FtBriefBox *self, const FtLeadCard *card)
{
  const char *words = ft_brief_last_words (card);
  const char *lean = lean_words (ft_brief_lean (card));
  g_autoptr (GString) text = g_string_new (NULL);

  if (words[0] != '\0')
    {
      gint32 today = ft_card_editor_now_in (self->editor, "").day;
      g_autofree char *distance = ft_when_format_distance (get_words_day (self, card), today);

      /* Translators: what they said last, and how long ago: "after the roof", 6 days ago. */
      g_string_append_printf (text, _ ("“%1$s”, %2$s"), words, distance);
    }
  if (lean[0] != '\0')
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append (text, lean);
    }
  gtk_label_set_text (self->words, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->words), text->len > 0);
  gtk_widget_set_visible (self->words_caption, text->len > 0);
}

static void
update_rates (FtBriefBox *self)
{
  FtCard *card = ft_desk_get_card (ft_card_editor_get_desk (self->editor));
  const FtChannelRate *rates = ft_card_get_rates (card);
  g_autoptr (GString) text = g_string_new (NULL);

  for (FtChannel channel = FT_CHANNEL_PHONE; rates != NULL && channel < FT_N_CHANNELS; channel++)
    {
      g_autofree char *words = ft_channel_rate_words (&rates[channel]);

      if (words[0] == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: a channel and how often they answered on it: "Phone 3 of 5 answered". */
      g_string_append_printf (text, _ ("%1$s %2$s"), ft_channel_words (channel), words);
    }
  gtk_label_set_text (self->rates, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->rates), text->len > 0);
  gtk_widget_set_visible (self->rates_caption, text->len > 0);
}

/* --- The widget --- */

static void
ft_brief_box_dispose (GObject *object)
{
  FtBriefBox *self = FT_BRIEF_BOX (object);

  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->grid));
  self->grid = NULL;
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_brief_box_parent_class)->dispose (object);
}

static void
ft_brief_box_class_init (FtBriefBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_brief_box_dispose;

  g_type_ensure (FT_TYPE_PIECE_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-brief-box.ui");
  gtk_widget_class_set_css_name (widget_class, "brief");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, FtBriefBox, grid);
  gtk_widget_class_bind_template_child (widget_class, FtBriefBox, words_caption);
  gtk_widget_class_bind_template_child (widget_class, FtBriefBox, words);
  gtk_widget_class_bind_template_child (widget_class, FtBriefBox, piece_caption);
  gtk_widget_class_bind_template_child (widget_class, FtBriefBox, piece);
  gtk_widget_class_bind_template_child (widget_class, FtBriefBox, rates_caption);
  gtk_widget_class_bind_template_child (widget_class, FtBriefBox, rates);
}

static void
ft_brief_box_init (FtBriefBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < FT_N_BENEFITS; i++)
    add_slot (self, i);
}

void
ft_brief_box_set_editor (FtBriefBox *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_BRIEF_BOX (self));
  g_return_if_fail (FT_IS_CARD_EDITOR (editor));

  g_set_object (&self->editor, editor);
  ft_piece_box_set_editor (self->piece, editor);
}

void
ft_brief_box_update (FtBriefBox *self)
{
  FtLeadCard *card;

  g_return_if_fail (FT_IS_BRIEF_BOX (self));

  card = ft_card_editor_get_card (self->editor);
  if (card == NULL)
    return;
  update_benefits (self, card->lead);
  update_words (self, card);
  update_rates (self);
  ft_piece_box_update (self->piece);
  gtk_widget_set_visible (self->piece_caption, gtk_widget_get_visible (GTK_WIDGET (self->piece)));
}
