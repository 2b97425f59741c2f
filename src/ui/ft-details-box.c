#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-details-box.h"

#include "core/ft-when.h"
#include "ui/ft-channel-picker.h"
#include "ui/ft-inline-entry.h"
#include "ui/ft-inline-text.h"
#include "ui/ft-lead-field.h"
#include "ui/ft-reach-row.h"
#include "ui/ft-wrap-box.h"
#include "ui/ft-zone-completion.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* The rows of one lead's numbers and addresses; those of a lead not shown are kept while one is
 * being typed in. */
typedef struct
{
  GtkWidget *box;    /* owned */
  GtkWidget *phones; /* children of it: boxes of FtReachRow */
  GtkWidget *emails;
} Reach;

struct _FtDetailsBox
{
  GtkWidget parent_instance;

  FtCardEditor *editor; /* owned */
  gint64 lead_id;
  GHashTable *reach;       /* owned, gint64 → Reach */
  FtInlineEntry *zone;     /* child of the grid */
  FtInlineEntry *decision; /* child of the grid */
  FtInlineEntry *fence;    /* child of the grid */

  /* template children */
  AdwBin *reach_bin;
  GtkWidget *add_phone;
  GtkWidget *add_email;
  GtkToggleButton *all_fields;
  GtkGrid *grid;
  GtkWidget *channel_label;
  FtChannelPicker *channel;
  FtInlineText *notes;
  GtkLabel *error;
};

G_DEFINE_FINAL_TYPE (FtDetailsBox, ft_details_box, GTK_TYPE_WIDGET)

/* The texts of a lead edited here. */
static const struct
{
  const char *title;
  const char *placeholder;
  gsize offset;
} FIELDS[] = {
  { N_ ("Street"), N_ ("Add a street"), G_STRUCT_OFFSET (FtLeadData, street) },
  { N_ ("Postcode"), N_ ("Add a postcode"), G_STRUCT_OFFSET (FtLeadData, postcode) },
  { N_ ("City"), N_ ("Add a city"), G_STRUCT_OFFSET (FtLeadData, city) },
  { N_ ("Region"), N_ ("Add a region"), G_STRUCT_OFFSET (FtLeadData, region) },
  { N_ ("Country"), N_ ("Add a country"), G_STRUCT_OFFSET (FtLeadData, country) },
  { N_ ("Source"), N_ ("Add where they came from"), G_STRUCT_OFFSET (FtLeadData, source) },
};

/* --- Numbers and addresses --- */

static void
reach_free (gpointer data)
{
  Reach *reach = data;

  g_object_unref (reach->box);
  g_free (reach);
}

static gboolean
has_editing (GtkWidget *rows)
{
  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (ft_reach_row_get_editing (FT_REACH_ROW (row)))
      return TRUE;
  return FALSE;
}

static void
row_saved_cb (gpointer owner, gint64 subject, const GError *error)
{
  ft_reach_row_settle (owner, error != NULL ? error->message : NULL);
}

static void
row_save_cb (FtReachRow *row, const char *value, const char *label, FtDetailsBox *self)
{
  g_autoptr (FtLeadData) lead = NULL;
  GPtrArray *array;
  guint i = 0;

  g_assert (FT_IS_DETAILS_BOX (self));

  lead = ft_card_editor_dup_lead (self->editor);
  if (lead == NULL || lead->id != self->lead_id)
    {
      ft_reach_row_settle (row, _ ("Not saved yet: this lead is not shown any more."));
      return;
    }
  array = ft_reach_row_get_channel (row) == FT_CHANNEL_EMAIL ? lead->emails : lead->phones;
  for (GtkWidget *before = gtk_widget_get_prev_sibling (GTK_WIDGET (row)); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    i++;
  if (value[0] == '\0')
    {
      if (i < array->len)
        g_ptr_array_remove_index (array, i);
    }
  else if (i < array->len)
    {
      ft_reach_free (g_ptr_array_index (array, i));
      g_ptr_array_index (array, i) = ft_reach_new (label, value);
    }
  else
    g_ptr_array_add (array, ft_reach_new (label, value));
  ft_card_editor_save_lead (self->editor, lead, row, row_saved_cb);
}

/* Unless it has been taken for another number meanwhile, or is typed into again. */
static gboolean
remove_later_cb (gpointer user_data)
{
  FtReachRow *row = user_data;
  GtkWidget *rows = gtk_widget_get_parent (GTK_WIDGET (row));

  if (rows != NULL && ft_reach_row_get_empty (row) && !ft_reach_row_get_editing (row))
    gtk_box_remove (GTK_BOX (rows), GTK_WIDGET (row));
  return G_SOURCE_REMOVE;
}

/* It is given up by taking the focus elsewhere too, and GTK is still busy with that. Before it
 * draws. */
static void
row_cancelled_cb (FtReachRow *row)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, remove_later_cb, g_object_ref (row), g_object_unref);
}

static GtkWidget *
append_row (FtDetailsBox *self, GtkWidget *rows, FtChannel channel)
{
  GtkWidget *row = ft_reach_row_new (channel);

  g_signal_connect_object (row, "save", G_CALLBACK (row_save_cb), self, 0);
  g_signal_connect_object (row, "cancelled", G_CALLBACK (row_cancelled_cb), self, 0);
  gtk_box_append (GTK_BOX (rows), row);
  return row;
}

/* As many rows as there are numbers; a row being typed in stays, whatever becomes of its number. */
static void
sync_rows (FtDetailsBox *self, GtkWidget *rows, FtChannel channel, GPtrArray *array)
{
  GtkWidget *row = gtk_widget_get_first_child (rows);

  for (guint i = 0; i < array->len; i++)
    {
      if (row == NULL)
        row = append_row (self, rows, channel);
      ft_reach_row_set_reach (FT_REACH_ROW (row), g_ptr_array_index (array, i));
      row = gtk_widget_get_next_sibling (row);
    }
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (ft_reach_row_get_editing (FT_REACH_ROW (row)))
        ft_reach_row_set_reach (FT_REACH_ROW (row), NULL);
      else
        gtk_box_remove (GTK_BOX (rows), row);
      row = next;
    }
}

static Reach *
ensure_reach (FtDetailsBox *self, gint64 lead_id)
{
  Reach *reach = g_hash_table_lookup (self->reach, &lead_id);

  if (reach != NULL)
    return reach;
  reach = g_new0 (Reach, 1);
  reach->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  reach->phones = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  reach->emails = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (reach->box), reach->phones);
  gtk_box_append (GTK_BOX (reach->box), reach->emails);
  g_hash_table_insert (self->reach, g_memdup2 (&lead_id, sizeof lead_id), reach);
  return reach;
}

static void
add_clicked_cb (FtDetailsBox *self, GtkWidget *button)
{
  g_assert (FT_IS_DETAILS_BOX (self));

  ft_details_box_add_reach (self, button == self->add_email ? FT_CHANNEL_EMAIL : FT_CHANNEL_PHONE);
}

/* --- The other fields --- */

static void
saved_cb (gpointer owner, gint64 subject, const GError *error)
{
  FtDetailsBox *self = owner;

  if (subject != self->lead_id)
    return;
  gtk_label_set_text (self->error, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  if (error != NULL)
    ft_details_box_update (self);
}

static void
channel_changed_cb (FtDetailsBox *self)
{
  g_autoptr (FtLeadData) lead = NULL;

  g_assert (FT_IS_DETAILS_BOX (self));

  lead = ft_card_editor_dup_lead (self->editor);
  if (lead == NULL)
    return;
  lead->channel = ft_channel_picker_get_channel (self->channel);
  ft_card_editor_save_lead (self->editor, lead, self, saved_cb);
}

static void
notes_save_cb (FtDetailsBox *self, const char *text)
{
  g_autoptr (FtLeadData) lead = NULL;

  g_assert (FT_IS_DETAILS_BOX (self));

  lead = ft_card_editor_dup_lead (self->editor);
  if (lead == NULL || lead->id != ft_inline_text_get_subject (self->notes))
    return;
  g_free (lead->notes);
  lead->notes = g_strdup (text);
  ft_card_editor_save_lead (self->editor, lead, self->notes, ft_inline_text_saved);
}

static void
zone_save_cb (FtDetailsBox *self, const char *text)
{
  g_autoptr (FtLeadData) lead = NULL;
  const char *zone;

  g_assert (FT_IS_DETAILS_BOX (self));

  lead = ft_card_editor_dup_lead (self->editor);
  if (lead == NULL || lead->id != ft_inline_entry_get_subject (self->zone))
    return;
  zone = text[0] == '\0' ? g_intern_static_string ("") : ft_zone_from_text (text);
  if (zone == NULL)
    {
      ft_inline_entry_settle (self->zone, lead->id,
                              _ ("This computer knows no such time zone. Type a large city near "
                                 "them, as in Europe/Berlin."));
      return;
    }
  lead->zone = zone;
  ft_card_editor_save_lead (self->editor, lead, self->zone, ft_inline_entry_saved);
}

/* A day typed as people say it: "26 Nov", "in 3 weeks"; none if nothing was typed. */
static void
save_day (FtDetailsBox *self, FtInlineEntry *entry, const char *text, gsize offset)
{
  g_autoptr (FtLeadData) lead = ft_card_editor_dup_lead (self->editor);
  FtCivil civil = FT_CIVIL_NONE;

  if (lead == NULL || lead->id != ft_inline_entry_get_subject (entry))
    return;
  if (text[0] != '\0'
      && !ft_when_parse (text, ft_card_editor_now_in (self->editor, lead->zone), &civil))
    {
      ft_inline_entry_settle (entry, lead->id,
                              _ ("This day is not understood. Try “26 Nov” or “in 3 weeks”."));
      return;
    }
  G_STRUCT_MEMBER (gint32, lead, offset) = civil.day;
  ft_card_editor_save_lead (self->editor, lead, entry, ft_inline_entry_saved);
}

static void
decision_save_cb (FtDetailsBox *self, const char *text)
{
  g_assert (FT_IS_DETAILS_BOX (self));

  save_day (self, self->decision, text, G_STRUCT_OFFSET (FtLeadData, decision_day));
}

static void
fence_save_cb (FtDetailsBox *self, const char *text)
{
  g_assert (FT_IS_DETAILS_BOX (self));

  save_day (self, self->fence, text, G_STRUCT_OFFSET (FtLeadData, not_before_day));
}

static void
show_day (FtDetailsBox *self, FtInlineEntry *entry, const FtLeadData *lead, gint32 day)
{
  g_autofree char *words = NULL;

  if (day != 0)
    words = ft_when_format_day ((FtCivil){ day, FT_ALL_DAY, 0 },
                                ft_card_editor_now_in (self->editor, lead->zone));
  ft_inline_entry_set (entry, lead->id, words != NULL ? words : "");
}

/* --- The widget --- */

/* Fields without a text stay out of sight until they are asked for; but when they decide (A1) and
 * from when to ask (A3) are questions to be answered. */
static void
update_fields (FtDetailsBox *self)
{
  gboolean all = gtk_toggle_button_get_active (self->all_fields);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (FT_IS_INLINE_ENTRY (child))
      {
        FtInlineEntry *entry = FT_INLINE_ENTRY (child);
        gboolean visible = all || entry == self->decision || entry == self->fence
                           || ft_inline_entry_get_editing (entry)
                           || ft_inline_entry_get_text (entry)[0] != '\0';

        gtk_widget_set_visible (child, visible);
        gtk_widget_set_visible (g_object_get_data (G_OBJECT (child), "caption"), visible);
      }
}

static FtInlineEntry *
add_field (FtDetailsBox *self, int row, const char *title, const char *placeholder)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *entry = ft_inline_entry_new (title, placeholder);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_grid_attach (self->grid, label, 0, row, 1, 1);
  gtk_grid_attach (self->grid, entry, 1, row, 1, 1);
  g_object_set_data (G_OBJECT (entry), "caption", label);
  g_signal_connect_object (entry, "notify::text", G_CALLBACK (update_fields), self,
                           G_CONNECT_SWAPPED);
  return FT_INLINE_ENTRY (entry);
}

static void
ft_details_box_dispose (GObject *object)
{
  FtDetailsBox *self = FT_DETAILS_BOX (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->reach, g_hash_table_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ft_details_box_parent_class)->dispose (object);
}

static void
ft_details_box_class_init (FtDetailsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_details_box_dispose;

  g_type_ensure (FT_TYPE_CHANNEL_PICKER);
  g_type_ensure (FT_TYPE_INLINE_TEXT);
  g_type_ensure (FT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-details-box.ui");
  gtk_widget_class_bind_template_child (widget_class, FtDetailsBox, reach_bin);
  gtk_widget_class_bind_template_child (widget_class, FtDetailsBox, add_phone);
  gtk_widget_class_bind_template_child (widget_class, FtDetailsBox, add_email);
  gtk_widget_class_bind_template_child (widget_class, FtDetailsBox, all_fields);
  gtk_widget_class_bind_template_child (widget_class, FtDetailsBox, grid);
  gtk_widget_class_bind_template_child (widget_class, FtDetailsBox, channel_label);
  gtk_widget_class_bind_template_child (widget_class, FtDetailsBox, channel);
  gtk_widget_class_bind_template_child (widget_class, FtDetailsBox, notes);
  gtk_widget_class_bind_template_child (widget_class, FtDetailsBox, error);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_fields);
  gtk_widget_class_bind_template_callback (widget_class, channel_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, notes_save_cb);
}

static void
ft_details_box_init (FtDetailsBox *self)
{
  self->reach = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, reach_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->channel), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Preferred channel"), -1);
}

void
ft_details_box_set_editor (FtDetailsBox *self, FtCardEditor *editor)
{
  g_autoptr (GtkEntryCompletion) completion = NULL;
  int row = 1;

  g_return_if_fail (FT_IS_DETAILS_BOX (self));
  g_return_if_fail (self->editor == NULL);

  self->editor = g_object_ref (editor);
  self->decision = add_field (self, row++, _ ("Decides"), _ ("Add the day they decide"));
  g_signal_connect_object (self->decision, "save", G_CALLBACK (decision_save_cb), self,
                           G_CONNECT_SWAPPED);
  self->fence = add_field (self, row++, _ ("Not Before"), _ ("Add a day not to ask before"));
  g_signal_connect_object (self->fence, "save", G_CALLBACK (fence_save_cb), self,
                           G_CONNECT_SWAPPED);
  self->zone = add_field (self, row++, _ ("Time Zone"), _ ("Add their time zone"));
  completion = ft_zone_completion_new ();
  gtk_entry_set_completion (ft_inline_entry_get_entry (self->zone), completion);
  g_signal_connect_object (self->zone, "save", G_CALLBACK (zone_save_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    ft_lead_field_bind (add_field (self, row++, _ (FIELDS[i].title), _ (FIELDS[i].placeholder)),
                        editor, FIELDS[i].offset);
}

void
ft_details_box_update (FtDetailsBox *self)
{
  FtLeadCard *card;
  FtLeadData *lead;
  Reach *reach;

  g_return_if_fail (FT_IS_DETAILS_BOX (self));

  card = ft_card_editor_get_card (self->editor);
  if (card == NULL)
    return;
  lead = card->lead;
  reach = ensure_reach (self, lead->id);
  if (lead->id != self->lead_id)
    {
      Reach *before = g_hash_table_lookup (self->reach, &self->lead_id);

      gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
      adw_bin_set_child (self->reach_bin, reach->box);
      if (before != NULL && !has_editing (before->phones) && !has_editing (before->emails))
        g_hash_table_remove (self->reach, &self->lead_id);
      self->lead_id = lead->id;
    }
  sync_rows (self, reach->phones, FT_CHANNEL_PHONE, lead->phones);
  sync_rows (self, reach->emails, FT_CHANNEL_EMAIL, lead->emails);
  ft_channel_picker_set_channel (self->channel, lead->channel);
  show_day (self, self->decision, lead, lead->decision_day);
  show_day (self, self->fence, lead, lead->not_before_day);
  ft_inline_entry_set (self->zone, lead->id, lead->zone);
  ft_inline_text_set (self->notes, lead->id, lead->notes);
  update_fields (self);
}

void
ft_details_box_add_reach (FtDetailsBox *self, FtChannel channel)
{
  Reach *reach;
  GtkWidget *rows;
  GtkWidget *row;

  g_return_if_fail (FT_IS_DETAILS_BOX (self));

  if (ft_card_editor_get_card (self->editor) == NULL)
    return;
  reach = ensure_reach (self, self->lead_id);
  rows = channel == FT_CHANNEL_EMAIL ? reach->emails : reach->phones;
  row = gtk_widget_get_last_child (rows);
  /* One empty row is enough. */
  if (row == NULL || !ft_reach_row_get_editing (FT_REACH_ROW (row)))
    row = append_row (self, rows, channel);
  ft_reach_row_edit (FT_REACH_ROW (row));
}
