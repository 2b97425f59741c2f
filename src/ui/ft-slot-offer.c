#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-slot-offer.h"

#include "core/ft-slot.h"
#include "core/ft-week-layout.h"
#include "core/ft-when.h"
#include "ui/ft-lead-picker.h"

#include <glib/gi18n-lib.h>

struct _FtSlotOffer
{
  GtkPopover parent_instance;

  /* Children */
  GtkWidget *heading;
  GtkWidget *theirs;
  GtkWidget *words;
  GtkWidget *button;
  GtkWidget *other;
  GtkWidget *picker;

  /* Owned */
  FtDesk *desk;
  GPtrArray *others;

  FtSlot slot;
};

G_DEFINE_FINAL_TYPE (FtSlotOffer, ft_slot_offer, GTK_TYPE_POPOVER)

static FtLeadData *
get_lead (FtSlotOffer *self)
{
  FtLeadCard *card = ft_card_get_data (ft_desk_get_card (self->desk));

  return card != NULL ? card->lead : NULL;
}

/* Their time, where it is another one. */
static char *
dup_theirs (FtPromiseData *promise, FtCivil own, FtCivil now)
{
  g_autofree char *time = NULL;

  if (ft_civil_compare (promise->target, own) == 0)
    return g_strdup ("");
  time = ft_when_format (promise->target, now);
  /* Translators: a time on the customer's clock. */
  return g_strdup_printf (_ ("%s there"), time);
}

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

static void
update (FtSlotOffer *self)
{
  FtClock *clock = ft_desk_get_clock (self->desk);
  FtLeadData *lead = get_lead (self);
  FtCivil own = { self->slot.day, (gint16) self->slot.minute, 0 };
  FtCivil now = ft_clock_civil (clock);
  GValue value = G_VALUE_INIT;
  g_autoptr (FtPromiseData) promise = NULL;
  g_autofree char *when = ft_when_format (own, now);
  g_autofree char *theirs = NULL;
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  g_autofree char *spoken = NULL;
  FtSettings *settings = ft_store_get_settings (ft_desk_get_store (self->desk));

  gtk_widget_set_visible (self->button, lead != NULL);
  gtk_widget_set_visible (self->other, lead != NULL && !gtk_widget_get_visible (self->picker));
  show_text (self->heading, when);
  if (lead == NULL)
    {
      show_text (self->theirs, "");
      show_text (self->words, "");
      return;
    }
  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, lead->id);
  promise = ft_calendar_consider (self->desk, &value, self->slot);
  theirs = dup_theirs (promise, own, now);
  words = ft_slot_dup_words (promise, self->others, settings, ft_clock_get_zone (clock),
                             ft_clock_now (clock));
  /* Translators: a customer's name. */
  label = g_strdup_printf (_ ("Promise %s Something"), lead->name);
  /* Translators: a customer's name, a day and a time. */
  spoken = g_strdup_printf (_ ("Promise %s something at %s"), lead->name, when);

  show_text (self->theirs, theirs);
  show_text (self->words, words);
  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
clicked_cb (GtkButton *button, gpointer data)
{
  FtSlotOffer *self = data;
  FtLeadData *lead = get_lead (self);

  if (lead != NULL)
    ft_calendar_promise_to_lead (self->desk, lead->id, self->slot);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
other_cb (FtSlotOffer *self)
{
  gtk_widget_set_visible (self->other, FALSE);
  gtk_widget_set_visible (self->picker, TRUE);
  ft_lead_picker_start (FT_LEAD_PICKER (self->picker));
}

static void
picked_cb (FtSlotOffer *self, gint64 lead_id)
{
  ft_calendar_promise_to_lead (self->desk, lead_id, self->slot);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
card_changed_cb (FtCard *card, GParamSpec *spec, gpointer data)
{
  if (gtk_widget_get_visible (data))
    update (data);
}

static void
move_slot (FtSlotOffer *self, int days, int minutes)
{
  self->slot.day += days;
  self->slot.minute = CLAMP (self->slot.minute + minutes, 0, FT_DAY_MINUTES - FT_SLOT_MINUTES);
  update (self);
}

static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer data)
{
  int forth = gtk_widget_get_direction (data) == GTK_TEXT_DIR_RTL ? -1 : 1;

  /* The arrows are those of what is typed, and of who was found. */
  if (gtk_widget_get_visible (((FtSlotOffer *) data)->picker))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_slot (data, 0, -FT_SLOT_MINUTES);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_slot (data, 0, FT_SLOT_MINUTES);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_slot (data, -forth, 0);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_slot (data, forth, 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
ft_slot_offer_dispose (GObject *object)
{
  FtSlotOffer *self = FT_SLOT_OFFER (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  G_OBJECT_CLASS (ft_slot_offer_parent_class)->dispose (object);
}

static void
ft_slot_offer_class_init (FtSlotOfferClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_slot_offer_dispose;
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
ft_slot_offer_init (FtSlotOffer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->heading = add_label (box, "heading");
  self->theirs = add_label (box, "dim-label");
  self->words = add_label (box, "caption");
  self->button = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->button, "suggested-action");
  g_signal_connect (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (box), self->button);
  self->other = gtk_button_new_with_mnemonic (_ ("_Somebody Else…"));
  gtk_widget_add_css_class (self->other, "flat");
  g_signal_connect_swapped (self->other, "clicked", G_CALLBACK (other_cb), self);
  gtk_box_append (GTK_BOX (box), self->other);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_default_widget (GTK_POPOVER (self), self->button);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
ft_slot_offer_new (FtDesk *desk)
{
  FtSlotOffer *self;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_SLOT_OFFER, NULL);
  self->desk = g_object_ref (desk);
  self->picker = ft_lead_picker_new (ft_desk_get_store (desk));
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (gtk_popover_get_child (GTK_POPOVER (self))), self->picker);
  g_signal_connect_object (ft_desk_get_card (desk), "notify::data", G_CALLBACK (card_changed_cb),
                           self, 0);
  return GTK_WIDGET (self);
}

void
ft_slot_offer_open (FtSlotOffer *self, FtSlot slot, GPtrArray *others, const GdkRectangle *at)
{
  g_return_if_fail (FT_IS_SLOT_OFFER (self));
  g_return_if_fail (others != NULL);

  g_ptr_array_ref (others);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  self->others = others;
  self->slot = slot;
  gtk_widget_set_visible (self->picker, get_lead (self) == NULL);
  update (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), at);
  gtk_popover_popup (GTK_POPOVER (self));
  if (get_lead (self) == NULL)
    ft_lead_picker_start (FT_LEAD_PICKER (self->picker));
  else
    gtk_widget_grab_focus (self->button);
}
