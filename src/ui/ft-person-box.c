#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-person-box.h"

#include "core/ft-when.h"
#include "ui/ft-dots.h"
#include "ui/ft-gauge-bar.h"
#include "ui/ft-inline-entry.h"
#include "ui/ft-lead-field.h"
#include "ui/ft-wrap-box.h"

#include <glib/gi18n-lib.h>

/* Every lead is owed as many contacts (D4). */
#define DOTS 5u

struct _FtPersonBox
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */

  /* template children */
  FtInlineEntry *name;
  FtInlineEntry *company;
  FtInlineEntry *role;
  GtkWidget *dots_box;
  FtDots *dots;
  GtkWidget *gauge_box;
  FtGaugeBar *gauge;
  GtkLabel *gauge_word;
  GtkLabel *local_time;
  GtkLabel *last_contact;
  GtkLabel *decision;
  GtkLabel *fence;
};

G_DEFINE_FINAL_TYPE (FtPersonBox, ft_person_box, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
update_dots (FtPersonBox *self, const FtRhythm *rhythm)
{
  guint n = rhythm->n_contacts;
  /* Translators: how many contacts there were of the five that every lead is owed. */
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u contact of at least %u", "%u contacts of at least %u", n), n, DOTS);

  ft_dots_set_count (self->dots, n);
  gtk_widget_set_tooltip_text (self->dots_box, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dots_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

/* What the word of the gauge means (E4). */
static const char *
explain_gauge (FtGauge gauge)
{
  switch (gauge)
    {
    case FT_GAUGE_PEST:
      return _ ("Pest: they heard of you more often than is welcome");
    case FT_GAUGE_RIGHT:
      return _ ("Right: neither pest nor invisible");
    case FT_GAUGE_QUIET:
      return _ ("Quiet: it is time that they hear of you");
    case FT_GAUGE_INVISIBLE:
    default:
      return _ ("Invisible: you are at the back of their mind");
    }
}

static void
update_gauge (FtPersonBox *self, const FtRhythm *rhythm)
{
  const char *words = explain_gauge (rhythm->gauge);

  ft_gauge_bar_set_gauge (self->gauge, rhythm->gauge);
  gtk_label_set_text (self->gauge_word, ft_gauge_words (rhythm->gauge));
  gtk_widget_set_tooltip_text (self->gauge_box, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->gauge_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

/* Until then only what brings them value (A3). */
static char *
dup_fence (FtPersonBox *self, const FtRhythm *rhythm)
{
  g_autofree char *day = NULL;

  if (rhythm->fence_day == 0)
    return NULL;
  day = ft_when_format_date ((FtCivil){ rhythm->fence_day, FT_ALL_DAY, 0 },
                             ft_card_editor_now_in (self->editor, ""));
  /* Translators: %s is a day: until then they are not to be asked whether they have decided. */
  return g_strdup_printf (_ ("Not before %s: no decision question"), day);
}

static char *
dup_local_time (FtPersonBox *self, const FtLeadData *lead)
{
  FtCivil there;
  g_autofree char *time = NULL;

  if (!ft_card_editor_zone_differs (self->editor, lead->zone, ft_card_editor_now (self->editor)))
    return NULL;
  there = ft_card_editor_now_in (self->editor, lead->zone);
  time = ft_when_format_time (there);
  /* Translators: %s is the time of day where the lead is. */
  return g_strdup_printf (_ ("%s there"), time);
}

static char *
dup_last_contact (FtPersonBox *self, FtLeadCard *card)
{
  FtCivil today = ft_card_editor_now_in (self->editor, "");
  g_autofree char *distance = NULL;

  if (card->contacts->len == 0)
    return g_strdup (_ ("No contact yet"));
  else
    {
      FtContactData *contact = g_ptr_array_index (card->contacts, 0);
      FtDesk *desk = ft_card_editor_get_desk (self->editor);
      FtCivil then
          = ft_civil_from_instant (contact->at, ft_clock_get_zone (ft_desk_get_clock (desk)));

      distance = ft_when_format_distance (then.day, today.day);
    }
  /* Translators: %s is "6 days ago" or "today". */
  return g_strdup_printf (_ ("Last contact %s"), distance);
}

static char *
dup_decision (FtPersonBox *self, const FtLeadData *lead)
{
  g_autofree char *distance = NULL;

  /* Who has bought, or said no, has decided. */
  if (lead->decision_day == 0 || lead->state != FT_LEAD_OPEN)
    return NULL;
  distance = ft_when_format_distance (lead->decision_day,
                                      ft_card_editor_now_in (self->editor, lead->zone).day);
  if (lead->decision_day < ft_card_editor_now_in (self->editor, lead->zone).day)
    /* Translators: %s is "3 days ago". */
    return g_strdup_printf (_ ("Wanted to decide %s"), distance);
  /* Translators: %s is "in 12 days" or "today". */
  return g_strdup_printf (_ ("Decides %s"), distance);
}

static void
ft_person_box_dispose (GObject *object)
{
  FtPersonBox *self = FT_PERSON_BOX (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_person_box_parent_class)->dispose (object);
}

static void
ft_person_box_class_init (FtPersonBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_person_box_dispose;

  g_type_ensure (FT_TYPE_DOTS);
  g_type_ensure (FT_TYPE_GAUGE_BAR);
  g_type_ensure (FT_TYPE_INLINE_ENTRY);
  g_type_ensure (FT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-person-box.ui");
  gtk_widget_class_bind_template_child (widget_class, FtPersonBox, name);
  gtk_widget_class_bind_template_child (widget_class, FtPersonBox, company);
  gtk_widget_class_bind_template_child (widget_class, FtPersonBox, role);
  gtk_widget_class_bind_template_child (widget_class, FtPersonBox, dots_box);
  gtk_widget_class_bind_template_child (widget_class, FtPersonBox, dots);
  gtk_widget_class_bind_template_child (widget_class, FtPersonBox, gauge_box);
  gtk_widget_class_bind_template_child (widget_class, FtPersonBox, gauge);
  gtk_widget_class_bind_template_child (widget_class, FtPersonBox, gauge_word);
  gtk_widget_class_bind_template_child (widget_class, FtPersonBox, local_time);
  gtk_widget_class_bind_template_child (widget_class, FtPersonBox, last_contact);
  gtk_widget_class_bind_template_child (widget_class, FtPersonBox, decision);
  gtk_widget_class_bind_template_child (widget_class, FtPersonBox, fence);
}

static void
ft_person_box_init (FtPersonBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ft_person_box_set_editor (FtPersonBox *self, FtCardEditor *editor)
{
  g_return_if_fail (FT_IS_PERSON_BOX (self));
  g_return_if_fail (self->editor == NULL);

  self->editor = g_object_ref (editor);
  ft_lead_field_bind (self->name, editor, G_STRUCT_OFFSET (FtLeadData, name));
  ft_lead_field_bind (self->company, editor, G_STRUCT_OFFSET (FtLeadData, company));
  ft_lead_field_bind (self->role, editor, G_STRUCT_OFFSET (FtLeadData, role));
}

void
ft_person_box_update (FtPersonBox *self)
{
  FtLeadCard *card;
  const FtRhythm *rhythm;
  g_autofree char *local_time = NULL;
  g_autofree char *last_contact = NULL;
  g_autofree char *decision = NULL;
  g_autofree char *fence = NULL;

  g_return_if_fail (FT_IS_PERSON_BOX (self));

  card = ft_card_editor_get_card (self->editor);
  if (card == NULL)
    return;
  rhythm = ft_card_get_rhythm (ft_desk_get_card (ft_card_editor_get_desk (self->editor)));
  local_time = dup_local_time (self, card->lead);
  last_contact = dup_last_contact (self, card);
  decision = dup_decision (self, card->lead);
  fence = dup_fence (self, rhythm);
  update_dots (self, rhythm);
  update_gauge (self, rhythm);
  gtk_widget_set_visible (self->gauge_box, card->lead->state == FT_LEAD_OPEN);
  show_text (self->local_time, local_time);
  show_text (self->last_contact, last_contact);
  show_text (self->decision, decision);
  show_text (self->fence, fence);
}

void
ft_person_box_edit (FtPersonBox *self)
{
  g_return_if_fail (FT_IS_PERSON_BOX (self));

  ft_inline_entry_edit (self->name);
}
