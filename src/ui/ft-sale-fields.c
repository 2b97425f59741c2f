#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-sale-fields.h"

#include "core/ft-money.h"
#include "core/ft-sale.h"
#include "core/ft-when.h"
#include "ui/ft-inline-entry.h"

#include <glib/gi18n-lib.h>

struct _FtSaleFields
{
  GtkWidget parent_instance;

  FtDesk *desk;     /* owned */
  FtSaleRow *row;   /* owned, or NULL */
  FtSaleData *sent; /* owned: what was last sent to be saved, until all answers have come */
  guint n_pending;
  gboolean updating;

  /* children */
  GtkWidget *grid;
  FtInlineEntry *what;
  FtInlineEntry *value;
  FtInlineEntry *delivery;
  GtkWidget *kind;
  GtkWidget *kind_label;
};

G_DEFINE_FINAL_TYPE (FtSaleFields, ft_sale_fields, GTK_TYPE_WIDGET)

static gint64
get_now (FtSaleFields *self)
{
  return ft_clock_now (ft_desk_get_clock (self->desk));
}

static FtCivil
get_today (FtSaleFields *self)
{
  return ft_clock_civil (ft_desk_get_clock (self->desk));
}

/* The currency of a bare number: that of the sale, of the settings, of the locale. */
static const char *
get_currency (FtSaleFields *self, const FtSaleData *sale)
{
  FtSettings *settings = ft_desk_get_settings (self->desk);

  if (*sale->currency)
    return sale->currency;
  return *settings->currency ? settings->currency : ft_money_get_local ();
}

/* A second field changed before the first one's answer has come starts from what was sent. */
static FtSaleData *
dup_sale (FtSaleFields *self)
{
  FtSaleData *sale;

  if (self->sent != NULL && self->sent->id == self->row->sale->id)
    return ft_sale_data_copy (self->sent);
  sale = ft_sale_data_copy (self->row->sale);
  /* It may have been moved in the calendar. */
  sale->delivery_day = ft_sale_get_delivery_day (sale, self->row->promises);
  return sale;
}

/* --- Saving --- */

typedef struct
{
  FtSaleFields *self;   /* owned */
  FtInlineEntry *entry; /* owned, or NULL */
  gint64 sale_id;
} Saving;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_desk_apply_finish (FT_DESK (source), result, &error);

  if (--saving->self->n_pending == 0)
    g_clear_pointer (&saving->self->sent, ft_sale_data_unref);
  if (saving->entry != NULL)
    ft_inline_entry_settle (saving->entry, saving->sale_id, error != NULL ? error->message : NULL);
  g_clear_object (&saving->entry);
  g_object_unref (saving->self);
  g_free (saving);
}

/* Takes @edit. */
static void
apply (FtSaleFields *self, FtEdit *edit, FtInlineEntry *entry)
{
  g_autoptr (FtEdit) taken = edit;
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving){ g_object_ref (self), entry != NULL ? g_object_ref (entry) : NULL,
                      self->row->sale->id };
  self->n_pending++;
  ft_desk_apply (self->desk, taken, FALSE, saved_cb, saving);
}

static void
save_sale (FtSaleFields *self, FtSaleData *sale, FtInlineEntry *entry)
{
  g_clear_pointer (&self->sent, ft_sale_data_unref);
  self->sent = ft_sale_data_copy (sale);
  apply (self,
         ft_gesture_edit_sale (self->row->lead, sale, self->row->promises,
                               ft_desk_get_settings (self->desk), get_now (self),
                               ft_clock_get_zone (ft_desk_get_clock (self->desk))),
         entry);
}

/* What was typed for a sale that is shown no more waits for it. */
static gboolean
is_shown (FtSaleFields *self, FtInlineEntry *entry)
{
  return self->row != NULL && self->row->sale->id == ft_inline_entry_get_subject (entry);
}

static void
save_what_cb (FtInlineEntry *entry, const char *text, FtSaleFields *self)
{
  g_autoptr (FtSaleData) sale = NULL;

  g_assert (FT_IS_SALE_FIELDS (self));

  if (!is_shown (self, entry))
    return;
  sale = dup_sale (self);
  g_free (sale->what);
  sale->what = g_strdup (text);
  save_sale (self, sale, entry);
}

static void
save_value_cb (FtInlineEntry *entry, const char *text, FtSaleFields *self)
{
  g_autoptr (FtSaleData) sale = NULL;
  const char *currency = "";
  gint64 minor = 0;

  g_assert (FT_IS_SALE_FIELDS (self));

  if (!is_shown (self, entry))
    return;
  sale = dup_sale (self);
  if (*text != '\0' && !ft_money_parse (text, get_currency (self, sale), &minor, &currency))
    {
      ft_inline_entry_settle (entry, sale->id,
                              _ ("That is no amount. Write it like “1250” or “1250.50 EUR”."));
      return;
    }
  sale->value = minor;
  g_free (sale->currency);
  sale->currency = g_strdup (currency);
  save_sale (self, sale, entry);
}

static void
save_delivery_cb (FtInlineEntry *entry, const char *text, FtSaleFields *self)
{
  g_autoptr (FtSaleData) sale = NULL;
  FtCivil day = FT_CIVIL_NONE;

  g_assert (FT_IS_SALE_FIELDS (self));

  if (!is_shown (self, entry))
    return;
  sale = dup_sale (self);
  if (*text != '\0' && !ft_when_parse (text, get_today (self), &day))
    {
      ft_inline_entry_settle (entry, sale->id,
                              _ ("Which day is that? Write it like “Friday” or “in 2 weeks”."));
      return;
    }
  sale->delivery_day = day.day;
  save_sale (self, sale, entry);
}

static void
kind_selected_cb (FtSaleFields *self)
{
  g_autoptr (GPtrArray) checklists = NULL;
  guint selected;

  g_assert (FT_IS_SALE_FIELDS (self));

  if (self->updating || self->row == NULL)
    return;
  checklists = ft_checklists_parse (ft_desk_get_settings (self->desk)->checklists);
  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
  if (selected >= checklists->len)
    return;
  apply (self,
         ft_gesture_change_checklist (self->row->lead, self->row->sale,
                                      g_ptr_array_index (checklists, selected), self->row->promises,
                                      ft_desk_get_settings (self->desk), get_now (self),
                                      ft_clock_get_zone (ft_desk_get_clock (self->desk))),
         NULL);
}

/* --- The widget --- */

static GtkWidget *
add_title (FtSaleFields *self, int row, const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  return label;
}

static FtInlineEntry *
add_field (FtSaleFields *self, int row, const char *title, const char *placeholder, GCallback save)
{
  GtkWidget *entry = ft_inline_entry_new (title, placeholder);

  add_title (self, row, title);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "save", save, self, 0);
  gtk_grid_attach (GTK_GRID (self->grid), entry, 1, row, 1, 1);
  return FT_INLINE_ENTRY (entry);
}

static void
ft_sale_fields_dispose (GObject *object)
{
  FtSaleFields *self = FT_SALE_FIELDS (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->row, ft_sale_row_unref);
  g_clear_pointer (&self->sent, ft_sale_data_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_sale_fields_parent_class)->dispose (object);
}

static void
ft_sale_fields_class_init (FtSaleFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_sale_fields_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ft_sale_fields_init (FtSaleFields *self)
{
  g_autoptr (GtkStringList) none = gtk_string_list_new (NULL);

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  self->what = add_field (self, 0, C_ ("sale", "Bought"), _ ("Add what they bought"),
                          G_CALLBACK (save_what_cb));
  self->value = add_field (self, 1, C_ ("sale", "Value"), _ ("Add what it is worth"),
                           G_CALLBACK (save_value_cb));
  self->delivery = add_field (self, 2, C_ ("sale", "Delivery"),
                              _ ("Add the day you promise it for"), G_CALLBACK (save_delivery_cb));
  self->kind_label = add_title (self, 3, C_ ("sale", "Checklist"));
  self->kind = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&none)), NULL);
  gtk_widget_set_halign (self->kind, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->kind, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("sale", "Checklist"), -1);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (self->grid), self->kind, 1, 3, 1, 1);
}

GtkWidget *
ft_sale_fields_new (FtDesk *desk)
{
  FtSaleFields *self = g_object_new (FT_TYPE_SALE_FIELDS, NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}

static void
update_kind (FtSaleFields *self, const FtSaleData *sale)
{
  g_autoptr (GPtrArray) checklists
      = ft_checklists_parse (ft_desk_get_settings (self->desk)->checklists);
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (self->kind));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint selected = GTK_INVALID_LIST_POSITION;
  gboolean same = g_list_model_get_n_items (model) == checklists->len;

  for (guint i = 0; i < checklists->len; i++)
    {
      const FtChecklist *checklist = g_ptr_array_index (checklists, i);

      g_ptr_array_add (names, checklist->name);
      if (g_str_equal (checklist->name, sale->checklist))
        selected = i;
      same = same
             && g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                             checklist->name);
    }
  g_ptr_array_add (names, NULL);
  self->updating = TRUE;
  if (!same)
    gtk_string_list_splice (GTK_STRING_LIST (model), 0, g_list_model_get_n_items (model),
                            (const char *const *) names->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), selected);
  self->updating = FALSE;
  gtk_widget_set_visible (self->kind, checklists->len > 1);
  gtk_widget_set_visible (self->kind_label, checklists->len > 1);
}

void
ft_sale_fields_set_row (FtSaleFields *self, FtSaleRow *row)
{
  const FtSaleData *sale;
  gint32 day;
  g_autofree char *value = NULL;
  g_autofree char *delivery = NULL;

  g_return_if_fail (FT_IS_SALE_FIELDS (self));
  g_return_if_fail (row != NULL);

  ft_sale_row_ref (row);
  g_clear_pointer (&self->row, ft_sale_row_unref);
  self->row = row;
  sale = row->sale;
  value = *sale->currency ? ft_money_format (sale->value, sale->currency) : g_strdup ("");
  day = ft_sale_get_delivery_day (sale, row->promises);
  delivery = day != 0 ? ft_when_format_date ((FtCivil){ day, FT_ALL_DAY, 0 }, get_today (self))
                      : g_strdup ("");
  ft_inline_entry_set (self->what, sale->id, sale->what);
  ft_inline_entry_set (self->value, sale->id, value);
  ft_inline_entry_set (self->delivery, sale->id, delivery);
  update_kind (self, sale);
}
