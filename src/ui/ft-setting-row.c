#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-setting-row.h"

#include "core/ft-when.h"

#include <string.h>

#define STEP_MINUTES 15
#define MINUTES_A_DAY 1440

struct _FtSettingRow
{
  AdwActionRow parent_instance;

  char *name;
  FtSettingKind kind;
  gboolean updating; /* the number follows the settings, not the user */
  GtkWidget *spin;   /* child; a switch where it is on or off */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtSettingRow, ft_setting_row, ADW_TYPE_ACTION_ROW)

static void
value_changed_cb (FtSettingRow *self)
{
  g_assert (FT_IS_SETTING_ROW (self));

  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static char *
format_time (int minute)
{
  /* The end of the day is none of its times. */
  if (minute == MINUTES_A_DAY)
    return g_strdup ("24:00");
  return ft_when_format_time ((FtCivil){ 1, minute, 0 });
}

static gboolean
output_cb (GtkSpinButton *spin, gpointer data)
{
  g_autofree char *text = format_time (gtk_spin_button_get_value_as_int (spin));

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (spin)), text))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static int
input_cb (GtkSpinButton *spin, double *value, gpointer data)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (spin))));
  g_autofree char *full = NULL;
  FtCivil any = { 1, 0, 0 }; /* a time of day is the same on any day */
  FtCivil civil;

  if (g_str_equal (text, "24:00"))
    {
      *value = MINUTES_A_DAY;
      return TRUE;
    }
  /* "17" is an hour here. */
  full = strspn (text, "0123456789") == strlen (text) ? g_strconcat (text, ":00", NULL)
                                                      : g_strdup (text);
  /* GTK would take what it does not understand for 0: it stays as it was. */
  if (ft_when_parse (full, any, &civil) && civil.minute != FT_ALL_DAY)
    *value = civil.minute;
  else
    *value = gtk_spin_button_get_value (spin);
  return TRUE;
}

static void
ft_setting_row_finalize (GObject *object)
{
  g_free (FT_SETTING_ROW (object)->name);

  G_OBJECT_CLASS (ft_setting_row_parent_class)->finalize (object);
}

static void
ft_setting_row_class_init (FtSettingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ft_setting_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_SETTING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
ft_setting_row_init (FtSettingRow *self)
{
}

static GtkWidget *
make_switch (FtSettingRow *self)
{
  GtkWidget *toggle = gtk_switch_new ();

  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return toggle;
}

static GtkWidget *
make_spin (FtSettingRow *self, int least, int most)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (
      least, most, self->kind == FT_SETTING_TIME ? STEP_MINUTES : 1);

  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), self->kind == FT_SETTING_NUMBER);
  if (self->kind == FT_SETTING_TIME)
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (spin), 8);
      g_signal_connect (spin, "output", G_CALLBACK (output_cb), NULL);
      g_signal_connect (spin, "input", G_CALLBACK (input_cb), NULL);
    }
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return spin;
}

/**
 * ft_setting_row_new:
 * @name: of a number in #FtSettings
 * @subtitle: (nullable): what it does
 */
GtkWidget *
ft_setting_row_new (const char *name, FtSettingKind kind, const char *title, const char *subtitle)
{
  FtSettingRow *self
      = g_object_new (FT_TYPE_SETTING_ROW, "use-markup", FALSE, "title", title, NULL);
  int least, most;

  g_return_val_if_fail (ft_settings_get_range (name, &least, &most), NULL);

  self->name = g_strdup (name);
  self->kind = kind;
  self->spin = kind == FT_SETTING_SWITCH ? make_switch (self) : make_spin (self, least, most);
  gtk_widget_set_valign (self->spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->spin);
  return GTK_WIDGET (self);
}

void
ft_setting_row_show (FtSettingRow *self, const FtSettings *settings)
{
  g_autofree char *value = NULL;

  g_return_if_fail (FT_IS_SETTING_ROW (self));

  value = ft_settings_get (settings, self->name);
  self->updating = TRUE;
  if (self->kind == FT_SETTING_SWITCH)
    gtk_switch_set_active (GTK_SWITCH (self->spin), g_str_equal (value, "1"));
  else
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spin), g_ascii_strtoll (value, NULL, 10));
  self->updating = FALSE;
}

void
ft_setting_row_store (FtSettingRow *self, FtSettings *settings)
{
  g_autofree char *value = NULL;

  g_return_if_fail (FT_IS_SETTING_ROW (self));

  value = g_strdup_printf ("%d",
                           self->kind == FT_SETTING_SWITCH
                               ? gtk_switch_get_active (GTK_SWITCH (self->spin))
                               : gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spin)));
  ft_settings_set (settings, self->name, value);
}
