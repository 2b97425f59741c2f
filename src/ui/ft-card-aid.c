#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-card-aid.h"

#include "core/ft-address.h"
#include "core/ft-brief.h"
#include "core/ft-gestures.h"
#include "core/ft-sale.h"
#include "ui/ft-focus.h"
#include "ui/ft-inline-entry.h"
#include "ui/ft-wrap-box.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  STREET,
  POSTCODE,
  CITY,
  N_FIELDS
} Field;

struct _FtCardAid
{
  GtkWidget parent_instance;

  FtDesk *desk;     /* owned */
  FtLeadData *lead; /* owned: as shown, or as it was sent to be saved */
  guint n_pending;

  /* children */
  GtkWidget *address;
  GtkWidget *fields_box;
  GtkWidget *fields[N_FIELDS];
  GtkWidget *mention;
  GtkWidget *mind;
  GtkWidget *served;
  GtkWidget *text;
  GtkWidget *copy;
  GtkWidget *print;
};

G_DEFINE_FINAL_TYPE (FtCardAid, ft_card_aid, GTK_TYPE_WIDGET)

static const struct
{
  const char *title;
  const char *placeholder;
  gsize offset;
} FIELDS[] = {
  [STREET] = { N_ ("Street"), N_ ("Add the street"), G_STRUCT_OFFSET (FtLeadData, street) },
  [POSTCODE] = { N_ ("Postcode"), N_ ("Add the postcode"), G_STRUCT_OFFSET (FtLeadData, postcode) },
  [CITY] = { N_ ("City"), N_ ("Add the city"), G_STRUCT_OFFSET (FtLeadData, city) },
};

/* --- The address --- */

typedef struct
{
  FtCardAid *self;  /* owned */
  GtkWidget *field; /* owned */
  gint64 lead_id;
} Saving;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_desk_apply_finish (FT_DESK (source), result, &error);

  saving->self->n_pending--;
  ft_inline_entry_settle (FT_INLINE_ENTRY (saving->field), saving->lead_id,
                          error != NULL ? error->message : NULL);
  g_object_unref (saving->field);
  g_object_unref (saving->self);
  g_free (saving);
}

static void
save_cb (FtInlineEntry *entry, const char *text, FtCardAid *self)
{
  Field field = 0;
  g_autoptr (FtEdit) edit = NULL;
  FtLeadData *lead;
  Saving *saving;

  g_assert (FT_IS_CARD_AID (self));

  if (self->lead == NULL || self->lead->id != ft_inline_entry_get_subject (entry))
    return;
  while (self->fields[field] != GTK_WIDGET (entry))
    field++;
  lead = ft_lead_data_copy (self->lead);
  g_free (G_STRUCT_MEMBER (char *, lead, FIELDS[field].offset));
  G_STRUCT_MEMBER (char *, lead, FIELDS[field].offset) = g_strdup (text);
  ft_lead_data_unref (self->lead);
  self->lead = lead;
  edit = ft_gesture_edit_lead (lead);
  saving = g_new (Saving, 1);
  *saving = (Saving){ g_object_ref (self), g_object_ref (GTK_WIDGET (entry)), lead->id };
  self->n_pending++;
  ft_desk_apply (self->desk, edit, FALSE, saved_cb, saving);
}

/* --- The text --- */

static void
copy_cb (FtCardAid *self)
{
  g_assert (FT_IS_CARD_AID (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_text (GTK_LABEL (self->text)));
}

/* --- The widget --- */

static GtkWidget *
add_label (FtCardAid *self, const char *class_name)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class_name);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
ft_card_aid_dispose (GObject *object)
{
  FtCardAid *self = FT_CARD_AID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->lead, ft_lead_data_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_card_aid_parent_class)->dispose (object);
}

static void
ft_card_aid_class_init (FtCardAidClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_card_aid_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "cardaid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_card_aid_init (FtCardAid *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *buttons = ft_wrap_box_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("To write the card"), -1);

  self->address = add_label (self, "address");
  gtk_label_set_selectable (GTK_LABEL (self->address), TRUE);
  self->fields_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (Field field = 0; field < N_FIELDS; field++)
    {
      self->fields[field]
          = ft_inline_entry_new (_ (FIELDS[field].title), _ (FIELDS[field].placeholder));
      g_signal_connect_object (self->fields[field], "save", G_CALLBACK (save_cb), self, 0);
      gtk_box_append (GTK_BOX (self->fields_box), self->fields[field]);
    }
  gtk_widget_set_parent (self->fields_box, GTK_WIDGET (self));
  self->mind = add_label (self, "concern");
  self->mention = add_label (self, "mention");
  self->served = add_label (self, "served");
  self->text = add_label (self, "dim-label");
  gtk_label_set_selectable (GTK_LABEL (self->text), TRUE);
  self->copy = gtk_button_new_with_mnemonic (_ ("Copy the Te_xt"));
  gtk_widget_set_halign (self->copy, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->copy, "choice");
  gtk_widget_set_tooltip_text (self->copy, _ ("A text to begin with; write it by hand"));
  g_signal_connect_object (self->copy, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  ft_wrap_box_append (FT_WRAP_BOX (buttons), self->copy);
  self->print = gtk_button_new_with_mnemonic (_ ("Print En_velope…"));
  gtk_widget_set_halign (self->print, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->print, "choice");
  ft_wrap_box_append (FT_WRAP_BOX (buttons), self->print);
  gtk_widget_set_parent (buttons, GTK_WIDGET (self));
}

GtkWidget *
ft_card_aid_new (FtDesk *desk)
{
  FtCardAid *self = g_object_new (FT_TYPE_CARD_AID, NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}

/* Takes @text. */
static void
say (GtkWidget *label, char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
  g_free (text);
}

/* The newest that may be mentioned, and the newest that is to be minded (E7). */
static const FtFact *
find_fact (GPtrArray *facts, gboolean sensitive)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const FtFact *fact = g_ptr_array_index (facts, i);

      if (!fact->sensitive == !sensitive)
        return fact;
    }
  return NULL;
}

static void
update_address (FtCardAid *self)
{
  gboolean complete = ft_address_is_complete (self->lead);
  gboolean typing = FALSE;

  /* The target first: an action without it is none. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->print), "x", self->lead->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->print), "win.print-envelope");
  gtk_widget_set_visible (self->print, complete);
  for (Field field = 0; field < N_FIELDS; field++)
    typing = typing || ft_inline_entry_get_editing (FT_INLINE_ENTRY (self->fields[field]));
  /* While one of its lines is being typed, the others stay where they are. */
  if (complete && !typing)
    ft_focus_leave (self->fields_box);
  gtk_widget_set_visible (self->fields_box, !complete || typing);
  if (complete)
    {
      g_auto (GStrv) lines = ft_address_label (self->lead, ft_address_home ());
      say (self->address, g_strjoinv ("\n", lines));
    }
  else
    say (self->address, g_strdup (_ ("There is no postal address yet:")));
  for (Field field = 0; field < N_FIELDS; field++)
    ft_inline_entry_set (FT_INLINE_ENTRY (self->fields[field]), self->lead->id,
                         G_STRUCT_MEMBER (char *, self->lead, FIELDS[field].offset));
}

void
ft_card_aid_set (FtCardAid *self, FtLeadData *lead, const FtSaleData *sale, gboolean second)
{
  g_autoptr (GPtrArray) facts = NULL;
  const FtFact *mention, *mind;

  g_return_if_fail (FT_IS_CARD_AID (self));
  g_return_if_fail (lead != NULL && sale != NULL);

  if (self->lead == NULL || self->lead->id != lead->id || self->n_pending == 0)
    {
      g_clear_pointer (&self->lead, ft_lead_data_unref);
      self->lead = ft_lead_data_ref (lead);
    }
  update_address (self);
  facts = ft_brief_facts (lead);
  mention = find_fact (facts, FALSE);
  mind = find_fact (facts, TRUE);
  say (self->mind, mind != NULL ? g_strdup_printf (_ ("Mind: %s"), mind->text) : NULL);
  say (self->mention,
       mention != NULL ? g_strdup_printf (_ ("Mention: %s"), mention->text)
                       : g_strdup (_ ("Nothing personal is known yet. What could you mention?")));
  say (self->served, sale->benefit.text[0] != '\0'
                         ? g_strdup_printf (_ ("It serves them: %s"), sale->benefit.text)
                         : NULL);
  say (self->text, ft_sale_card_words (lead, sale, second));
}
