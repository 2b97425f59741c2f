#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-away-popover.h"

#include "core/ft-gestures.h"
#include "core/ft-when.h"

#include <glib/gi18n-lib.h>

struct _FtAwayPopover
{
  GtkPopover parent_instance;

  /* Children */
  GtkWidget *away;
  GtkWidget *holiday;
  GtkWidget *from;
  GtkWidget *until;
  GtkWidget *text;
  GtkWidget *understood;
  GtkWidget *save;
  GtkWidget *remove;

  /* Owned */
  FtDesk *desk;
  FtDayOffData *day_off; /* that is changed, NULL for a new one */
};

G_DEFINE_FINAL_TYPE (FtAwayPopover, ft_away_popover, GTK_TYPE_POPOVER)

/* The day an entry says, 0 if none. What is typed into "until" is meant from the first day on. */
static gint32
parse_day (FtAwayPopover *self, GtkWidget *entry, gint32 from)
{
  FtCivil now = ft_clock_civil (ft_desk_get_clock (self->desk));
  FtCivil civil;

  if (from != 0)
    now = (FtCivil){ from, 0, 0 };
  return ft_when_parse (gtk_editable_get_text (GTK_EDITABLE (entry)), now, &civil) ? civil.day : 0;
}

static gboolean
get_days (FtAwayPopover *self, gint32 *first, gint32 *last)
{
  *first = parse_day (self, self->from, 0);
  *last = *gtk_editable_get_text (GTK_EDITABLE (self->until)) == '\0'
              ? *first
              : parse_day (self, self->until, *first);
  return *first != 0 && *last >= *first;
}

/* What would be saved, in full words. */
static void
changed_cb (FtAwayPopover *self)
{
  FtCivil now;
  gboolean away = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->away));
  g_autofree char *text = NULL;
  gboolean understood;
  gint32 first;
  gint32 last;

  if (self->desk == NULL)
    return;
  now = ft_clock_civil (ft_desk_get_clock (self->desk));
  understood = get_days (self, &first, &last);
  if (!understood)
    text = g_strdup (_ ("As “24 Dec” or “next Thu”; the last day is included"));
  else
    {
      g_autofree char *begin = ft_when_format_day ((FtCivil){ first, FT_ALL_DAY, 0 }, now);
      g_autofree char *end = ft_when_format_day ((FtCivil){ last, FT_ALL_DAY, 0 }, now);

      /* Translators: the first and the last day of an absence. */
      text = first == last ? g_steal_pointer (&begin) : g_strdup_printf (_ ("%s – %s"), begin, end);
    }
  gtk_label_set_text (GTK_LABEL (self->understood), text);
  gtk_widget_set_sensitive (self->save, understood);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->text), away ? _ ("Why (optional)") : _ ("Name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  away ? _ ("Why") : _ ("Name"), -1);
  gtk_button_set_label (GTK_BUTTON (self->save), self->day_off != NULL ? _ ("Save")
                                                 : away                ? _ ("Mark Away")
                                                                       : _ ("Add Holiday"));
}

static void
save_cb (FtAwayPopover *self)
{
  g_autoptr (FtDayOffData) day_off = NULL;
  g_autoptr (FtEdit) edit = NULL;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  gboolean away = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->away));
  gint32 first;
  gint32 last;

  if (!get_days (self, &first, &last))
    return;
  day_off = self->day_off != NULL ? ft_day_off_data_copy (self->day_off)
                                  : ft_day_off_data_new (FT_DAY_OFF_AWAY, first, last, "");
  day_off->kind = away ? FT_DAY_OFF_AWAY : FT_DAY_OFF_HOLIDAY;
  day_off->first_day = first;
  day_off->last_day = last;
  g_free (day_off->text);
  day_off->text = g_steal_pointer (&text);
  edit = ft_gesture_put_day_off (day_off);
  ft_desk_apply (self->desk, edit, FALSE, NULL, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
remove_cb (FtAwayPopover *self)
{
  g_autoptr (FtEdit) edit = NULL;

  if (self->day_off == NULL)
    return;
  edit = ft_gesture_remove_day_off (self->day_off);
  ft_desk_apply (self->desk, edit, FALSE, NULL, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
ft_away_popover_dispose (GObject *object)
{
  FtAwayPopover *self = FT_AWAY_POPOVER (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->day_off, ft_day_off_data_unref);
  G_OBJECT_CLASS (ft_away_popover_parent_class)->dispose (object);
}

static void
ft_away_popover_class_init (FtAwayPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_away_popover_dispose;
}

static GtkWidget *
add_entry (FtAwayPopover *self, GtkWidget *grid, int row, const char *label)
{
  GtkWidget *name = gtk_label_new_with_mnemonic (label);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (name), entry);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_grid_attach (GTK_GRID (grid), name, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), entry, 1, row, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name,
                                  NULL, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  return entry;
}

static GtkWidget *
add_kind (FtAwayPopover *self, GtkWidget *box, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_mnemonic (label);

  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (changed_cb), self);
  return button;
}

static void
ft_away_popover_init (FtAwayPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *kinds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (kinds, "linked");
  gtk_box_set_homogeneous (GTK_BOX (kinds), TRUE);
  self->away = add_kind (self, kinds, _ ("_Away"));
  self->holiday = add_kind (self, kinds, _ ("Public _Holiday"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->holiday), GTK_TOGGLE_BUTTON (self->away));
  gtk_box_append (GTK_BOX (box), kinds);

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  self->from = add_entry (self, grid, 0, _ ("_From"));
  self->until = add_entry (self, grid, 1, _ ("_Until"));
  gtk_box_append (GTK_BOX (box), grid);
  self->text = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->text), TRUE);
  gtk_box_append (GTK_BOX (box), self->text);
  self->understood = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->understood), 0);
  gtk_label_set_wrap (GTK_LABEL (self->understood), TRUE);
  /* As wide as any two days, for a popover does not grow while it is open. */
  gtk_label_set_width_chars (GTK_LABEL (self->understood), 34);
  gtk_label_set_max_width_chars (GTK_LABEL (self->understood), 34);
  gtk_label_set_lines (GTK_LABEL (self->understood), 2);
  gtk_widget_add_css_class (self->understood, "caption");
  gtk_box_append (GTK_BOX (box), self->understood);

  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  self->remove = gtk_button_new_with_mnemonic (_ ("_Remove"));
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->remove);
  self->save = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->save);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_default_widget (GTK_POPOVER (self), self->save);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Days Off"), -1);
}

GtkWidget *
ft_away_popover_new (FtDesk *desk)
{
  FtAwayPopover *self;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_AWAY_POPOVER, NULL);
  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}

static void
set_day (FtAwayPopover *self, GtkWidget *entry, gint32 day)
{
  FtCivil civil = { day, FT_ALL_DAY, 0 };
  FtCivil now = ft_clock_civil (ft_desk_get_clock (self->desk));
  FtCivil read;
  g_autofree char *text = ft_when_format_date (civil, now);

  /* What is shown has to mean the same when it is read. */
  if (!ft_when_parse (text, now, &read) || read.day != day)
    {
      g_free (text);
      text = ft_civil_to_string (civil);
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static const FtDayOffData *
find_day_off (FtAwayPopover *self, gint32 first, gint32 last)
{
  GPtrArray *days_off = ft_desk_get_settings (self->desk)->days_off;

  for (guint i = 0; i < days_off->len; i++)
    {
      const FtDayOffData *day_off = days_off->pdata[i];

      if (day_off->first_day == first && day_off->last_day == last)
        return day_off;
    }
  return NULL;
}

void
ft_away_popover_ask (FtAwayPopover *self, gint32 first, gint32 last, const GdkRectangle *at)
{
  const FtDayOffData *known;

  g_return_if_fail (FT_IS_AWAY_POPOVER (self));

  known = find_day_off (self, first, last);
  g_clear_pointer (&self->day_off, ft_day_off_data_unref);
  if (known != NULL)
    self->day_off = ft_day_off_data_copy (known);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (known != NULL && known->kind == FT_DAY_OFF_HOLIDAY ? self->holiday
                                                                            : self->away),
      TRUE);
  set_day (self, self->from, first);
  set_day (self, self->until, last);
  gtk_editable_set_text (GTK_EDITABLE (self->text), known != NULL ? known->text : "");
  gtk_widget_set_visible (self->remove, known != NULL);
  changed_cb (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), at);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->until);
}
