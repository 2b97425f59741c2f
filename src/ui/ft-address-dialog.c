#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-address-dialog.h"

#include "core/ft-address.h"
#include "ui/ft-accessible.h"
#include "ui/ft-address-sheet.h"
#include "ui/ft-paper-preview.h"
#include "ui/ft-recipients.h"
#include "ui/ft-sender-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many are named who have no address. */
#define MAX_NAMED 5

struct _FtAddressDialog
{
  AdwWindow parent_instance;

  FtDesk *desk; /* owned */
  gint64 lead;
  GArray *many; /* owned or NULL */
  FtPrinterTrouble trouble;
  gpointer data;

  GCancellable *reading; /* owned */
  GPtrArray *leads;      /* owned, FtLeadData: those chosen; NULL until they are read */
  FtSettings *settings;  /* owned */
  gboolean ready;        /* all rows are there */

  AdwComboRow *to; /* children */
  AdwComboRow *paper;
  GtkWidget *first_row;
  GtkSpinButton *first;
  FtSenderRow *sender;
  GtkWidget *sender_group;
  GtkWidget *missing;
  GtkLabel *missing_text;
  GtkWidget *preview;
  GtkWidget *print;
};

G_DEFINE_FINAL_TYPE (FtAddressDialog, ft_address_dialog, ADW_TYPE_WINDOW)

static const FtStationery *
get_stationery (FtAddressDialog *self)
{
  return ft_stationery_get (adw_combo_row_get_selected (self->paper));
}

/* --- What will be printed --- */

/* Letters go out from where one's own address says. */
static const char *
find_home (FtAddressDialog *self)
{
  const char *last = strrchr (self->settings->sender, '\n');
  const char *country = ft_address_country_code (last ? last + 1 : "");

  return *country != '\0' ? country : ft_address_home ();
}

static GPtrArray *
make_addresses (FtAddressDialog *self)
{
  GPtrArray *addresses = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; self->leads != NULL && i < self->leads->len; i++)
    if (ft_address_is_complete (self->leads->pdata[i]))
      g_ptr_array_add (addresses, ft_address_label (self->leads->pdata[i], find_home (self)));
  return addresses;
}

static FtPaper *
make_paper (FtAddressDialog *self, GPtrArray *addresses)
{
  return ft_address_sheet_new (get_stationery (self), addresses, self->settings->sender,
                               gtk_spin_button_get_value_as_int (self->first) - 1);
}

static void
show_missing (FtAddressDialog *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; self->leads != NULL && i < self->leads->len; i++)
    {
      const FtLeadData *lead = self->leads->pdata[i];

      if (ft_address_is_complete (lead))
        continue;
      if (n < MAX_NAMED)
        g_string_append_printf (names, "%s%s", n > 0 ? ", " : "", lead->name);
      else if (n == MAX_NAMED)
        g_string_append (names, ", …");
      n++;
    }
  gtk_widget_set_visible (self->missing, n > 0);
  text = g_strdup_printf (ngettext ("%u has no street or no city and is left out: %s",
                                    "%u have no street or no city and are left out: %s", n),
                          n, names->str);
  gtk_label_set_text (self->missing_text, text);
}

static void
update (FtAddressDialog *self)
{
  const FtStationery *stationery = get_stationery (self);
  g_autoptr (GPtrArray) addresses = NULL;
  g_autoptr (FtPaper) paper = NULL;
  g_autofree char *name = NULL;

  g_assert (FT_IS_ADDRESS_DIALOG (self));

  if (!self->ready)
    return;
  gtk_widget_set_visible (self->first_row, !stationery->envelope);
  gtk_widget_set_visible (self->sender_group, stationery->envelope);
  gtk_spin_button_set_range (self->first, 1, ft_stationery_get_n_fields (stationery));
  ft_sender_row_store (self->sender, self->settings);
  ft_settings_set (self->settings, "stationery", stationery->id);
  addresses = make_addresses (self);
  paper = make_paper (self, addresses);
  ft_paper_preview_set (FT_PAPER_PREVIEW (self->preview), paper, stationery);
  name = g_strdup_printf (ngettext ("Preview: %u address", "Preview: %u addresses", addresses->len),
                          addresses->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_widget_set_sensitive (self->print, addresses->len > 0);
  show_missing (self);
}

/* --- Reading --- */

/* Who was asked for need not be on the card: the name is known when it has been read. */
static void
name_lead (FtAddressDialog *self, const FtLeadData *lead)
{
  GtkStringList *choices = GTK_STRING_LIST (adw_combo_row_get_model (self->to));

  if (lead->id != self->lead
      || g_strcmp0 (gtk_string_list_get_string (choices, 0), lead->name) == 0)
    return;
  self->ready = FALSE;
  gtk_string_list_splice (choices, 0, 1, (const char *[]){ lead->name, NULL });
  adw_combo_row_set_selected (self->to, 0);
  self->ready = TRUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtAddressDialog) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *leads = ft_recipients_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (leads == NULL)
    {
      gtk_widget_set_visible (self->missing, TRUE);
      gtk_label_set_text (self->missing_text, error->message);
      return;
    }
  g_clear_pointer (&self->leads, g_ptr_array_unref);
  self->leads = leads;
  if (self->lead != 0 && leads->len == 1 && adw_combo_row_get_selected (self->to) == 0)
    name_lead (self, leads->pdata[0]);
  update (self);
}

static void
read_recipients (FtAddressDialog *self)
{
  gboolean one = self->lead != 0 && adw_combo_row_get_selected (self->to) == 0;

  g_assert (FT_IS_ADDRESS_DIALOG (self));

  if (!self->ready)
    return;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  ft_recipients_read_async (
      ft_desk_get_store (self->desk), one ? &self->lead : (const gint64 *) self->many->data,
      one ? 1 : MIN (self->many->len, FT_ADDRESS_MAX), self->reading, read_cb, g_object_ref (self));
}

/* --- Printing --- */

static void
print_cb (FtAddressDialog *self)
{
  g_autoptr (GPtrArray) addresses = NULL;
  g_autoptr (FtPaper) paper = NULL;
  g_autoptr (GtkWindow) parent = NULL;

  g_assert (FT_IS_ADDRESS_DIALOG (self));

  update (self);
  addresses = make_addresses (self);
  paper = make_paper (self, addresses);
  parent = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (self)));
  if (!ft_settings_equal (self->settings, ft_desk_get_settings (self->desk)))
    ft_desk_save_settings (self->desk, self->settings);
  ft_printer_print (paper, parent, self->trouble, self->data);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- The window --- */

static GtkWidget *
make_group (AdwPreferencesPage *page)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return group;
}

static void
add_recipients (FtAddressDialog *self, GtkWidget *group, const char *many_words)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  FtLeadCard *card = ft_card_get_data (ft_desk_get_card (self->desk));

  if (self->lead != 0)
    gtk_string_list_append (choices, card != NULL && card->lead->id == self->lead
                                         ? card->lead->name
                                         : _ ("The lead shown"));
  if (self->many != NULL)
    gtk_string_list_append (choices, many_words);
  self->to = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("_To"), "use-underline", TRUE, "model",
                           choices, "use-subtitle", TRUE, NULL);
  g_signal_connect_object (self->to, "notify::selected", G_CALLBACK (read_recipients), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->to));
}

static void
add_paper (FtAddressDialog *self, GtkWidget *group)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  const FtStationery *last = ft_stationery_find (self->settings->stationery);
  const FtStationery *stationery;
  guint selected = 0;

  if (last == NULL)
    last = ft_stationery_usual (ft_address_home ());
  for (guint i = 0; (stationery = ft_stationery_get (i)) != NULL; i++)
    {
      gtk_string_list_append (choices, ft_stationery_words (stationery));
      if (stationery == last)
        selected = i;
    }
  self->paper = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Pape_r"), "use-underline", TRUE,
                              "model", choices, "selected", selected, "use-subtitle", TRUE, NULL);
  g_signal_connect_object (self->paper, "notify::selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->paper));

  self->first_row
      = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("_First Label"), "use-underline", TRUE,
                      "subtitle", _ ("Of a sheet begun: counted in rows from the top"), NULL);
  self->first = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, 30, 1));
  gtk_widget_set_valign (GTK_WIDGET (self->first), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->first, "value-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->first_row), GTK_WIDGET (self->first));
  /* This names the number after the row, too. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->first_row),
                                         GTK_WIDGET (self->first));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->first_row);
}

static GtkWidget *
make_missing (FtAddressDialog *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  self->missing = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->missing_text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->missing_text, TRUE);
  gtk_label_set_wrap_mode (self->missing_text, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->missing_text, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->missing_text), TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_visible (self->missing, FALSE);
  gtk_box_append (GTK_BOX (self->missing), icon);
  gtk_box_append (GTK_BOX (self->missing), GTK_WIDGET (self->missing_text));
  return self->missing;
}

static GtkWidget *
make_header (FtAddressDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  self->print = gtk_button_new_with_mnemonic (_ ("_Print…"));
  gtk_widget_add_css_class (self->print, "suggested-action");
  gtk_widget_set_sensitive (self->print, FALSE);
  g_signal_connect_object (self->print, "clicked", G_CALLBACK (print_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (gtk_window_close), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->print);
  return header;
}

static void
ft_address_dialog_dispose (GObject *object)
{
  FtAddressDialog *self = FT_ADDRESS_DIALOG (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_address_dialog_parent_class)->dispose (object);
}

static void
ft_address_dialog_finalize (GObject *object)
{
  FtAddressDialog *self = FT_ADDRESS_DIALOG (object);

  g_clear_pointer (&self->many, g_array_unref);
  g_clear_pointer (&self->leads, g_ptr_array_unref);
  g_clear_pointer (&self->settings, ft_settings_unref);

  G_OBJECT_CLASS (ft_address_dialog_parent_class)->finalize (object);
}

static void
ft_address_dialog_class_init (FtAddressDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_address_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ft_address_dialog_finalize;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
ft_address_dialog_init (FtAddressDialog *self)
{
}

static void
fill (FtAddressDialog *self, const char *many_words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  GtkWidget *group = make_group (page);

  self->preview = ft_paper_preview_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->preview);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_missing (self));
  group = make_group (page);
  add_recipients (self, group, many_words);
  add_paper (self, group);
  self->sender_group = make_group (page);
  self->sender = FT_SENDER_ROW (ft_sender_row_new ());
  ft_sender_row_show (self->sender, self->settings);
  g_signal_connect_object (self->sender, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->sender_group), GTK_WIDGET (self->sender));
  gtk_widget_set_vexpand (GTK_WIDGET (page), TRUE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (page));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->print);
  self->ready = TRUE;
  update (self);
}

GtkWidget *
ft_address_dialog_new (GtkWindow *parent,
                       FtDesk *desk,
                       gint64 lead,
                       GArray *many,
                       const char *many_words,
                       FtPrinterTrouble trouble,
                       gpointer data)
{
  FtAddressDialog *self;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);
  g_return_val_if_fail (lead != 0 || many != NULL, NULL);

  self = g_object_new (FT_TYPE_ADDRESS_DIALOG, "transient-for", parent, "modal", TRUE,
                       "destroy-with-parent", TRUE, "default-width", 600, "default-height", 680,
                       "title", _ ("Envelopes and Labels"), NULL);
  self->desk = g_object_ref (desk);
  self->lead = lead;
  self->many = many != NULL ? g_array_ref (many) : NULL;
  self->trouble = trouble;
  self->data = data;
  self->settings = ft_settings_copy (ft_desk_get_settings (desk));
  fill (self, many_words);
  read_recipients (self);
  ft_accessible_name_buttons (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
