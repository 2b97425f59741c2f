#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-time-picker.h"

#include "ui/ft-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _FtTimePicker
{
  GtkWidget parent_instance;

  GPtrArray *chips; /* FtWhenChip, owned, NULL before the first were set */
  FtCivil now;
  FtCivil civil;      /* unset if nothing is chosen or understood */
  FtCivil preview;    /* what a click or a key would take now, else @civil */
  GtkWidget *hovered; /* borrowed, the chip under the pointer */
  GtkWidget *focused; /* borrowed, the chip with the focus */
  gboolean updating;  /* the widgets follow us, not the user */

  /* template children */
  FtWrapBox *chip_box;
  GtkEditable *entry;
  GtkWidget *pick_button;
  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkSwitch *all_day;
  GtkWidget *clock;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
  GtkLabel *feedback;
};

enum
{
  CHANGED,
  ACTIVATED,
  CHOSEN,
  PREVIEW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtTimePicker, ft_time_picker, GTK_TYPE_WIDGET)

static void
update_feedback (FtTimePicker *self)
{
  gboolean error = ft_time_picker_has_error (self);
  g_autofree char *text = NULL;

  if (ft_civil_is_set (self->civil))
    {
      g_autofree char *day = ft_when_format_day (self->civil, self->now);
      g_autofree char *time = ft_when_format_time (self->civil);

      if (time[0] == '\0')
        text = g_strdup_printf (C_ ("time understood", "%s, all day"), day);
      else
        text = g_strdup_printf (C_ ("time understood", "%1$s, %2$s"), day, time);
      if (ft_civil_is_set (self->now) && ft_civil_compare (self->civil, self->now) < 0
          && (self->civil.minute != FT_ALL_DAY || self->civil.day < self->now.day))
        {
          /* Translators: %s is a day and time that has gone by. */
          char *past = g_strdup_printf (_ ("%s — this is already past"), text);

          g_free (text);
          text = past;
        }
    }
  else if (error)
    text = g_strdup (
        _ ("This time is not understood yet. Try “Thu 4pm”, “26 Nov 16:00” or “+3d 10”."));

  gtk_label_set_label (self->feedback, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->feedback), text != NULL);
  if (error)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->feedback), "error");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->feedback), "error");
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* Presses the chip of the chosen time, if one has it, and raises all others. */
static void
update_chips (FtTimePicker *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->chip_box));

  for (guint i = 0; button != NULL; i++, button = gtk_widget_get_next_sibling (button))
    {
      FtWhenChip *chip = g_ptr_array_index (self->chips, i);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                    ft_civil_is_set (self->civil)
                                        && ft_civil_compare (chip->civil, self->civil) == 0);
    }
}

static FtWhenChip *
get_chip (FtTimePicker *self, GtkWidget *button)
{
  return g_ptr_array_index (self->chips,
                            GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "chip")));
}

static void
update_preview (FtTimePicker *self)
{
  GtkWidget *button = self->hovered != NULL ? self->hovered : self->focused;
  FtCivil preview = button != NULL ? get_chip (self, button)->civil : self->civil;

  if (ft_civil_compare (preview, self->preview) == 0)
    return;
  self->preview = preview;
  g_signal_emit (self, signals[PREVIEW], 0);
}

static void
chip_enter_cb (GtkEventControllerMotion *controller, double x, double y, FtTimePicker *self)
{
  self->hovered = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  update_preview (self);
}

static void
chip_leave_cb (GtkEventControllerMotion *controller, FtTimePicker *self)
{
  if (self->hovered == gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)))
    self->hovered = NULL;
  update_preview (self);
}

static void
chip_focus_in_cb (GtkEventControllerFocus *controller, FtTimePicker *self)
{
  self->focused = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  update_preview (self);
}

static void
chip_focus_out_cb (GtkEventControllerFocus *controller, FtTimePicker *self)
{
  if (self->focused == gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)))
    self->focused = NULL;
  update_preview (self);
}

static void
watch_chip (FtTimePicker *self, GtkWidget *button)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (chip_enter_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (chip_leave_cb), self, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (chip_focus_in_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (chip_focus_out_cb), self, 0);
  gtk_widget_add_controller (button, motion);
  gtk_widget_add_controller (button, focus);
}

static void
take_civil (FtTimePicker *self, FtCivil civil, gboolean keep_text)
{
  self->civil = civil;
  if (!keep_text)
    {
      self->updating = TRUE;
      gtk_editable_set_text (self->entry, "");
      self->updating = FALSE;
    }
  update_chips (self);
  update_feedback (self);
  g_signal_emit (self, signals[CHANGED], 0);
  update_preview (self);
}

static void
chip_clicked_cb (GtkToggleButton *button, FtTimePicker *self)
{
  g_assert (FT_IS_TIME_PICKER (self));

  /* A click on the chosen chip chooses it again, it does not take the choice back. */
  take_civil (self, get_chip (self, GTK_WIDGET (button))->civil, FALSE);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
entry_changed_cb (FtTimePicker *self)
{
  FtCivil civil = FT_CIVIL_NONE;
  g_autofree char *text = NULL;

  g_assert (FT_IS_TIME_PICKER (self));

  if (self->updating)
    return;
  text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  if (text[0] == '\0' || !ft_when_parse (text, self->now, &civil))
    civil = FT_CIVIL_NONE;
  take_civil (self, civil, TRUE);
}

static void
entry_activate_cb (FtTimePicker *self)
{
  g_assert (FT_IS_TIME_PICKER (self));

  if (ft_civil_is_set (self->civil))
    g_signal_emit (self, signals[ACTIVATED], 0);
  else if (ft_time_picker_has_error (self))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
popover_show_cb (FtTimePicker *self)
{
  FtCivil civil = ft_civil_is_set (self->civil) ? self->civil : self->now;
  g_autoptr (GDateTime) date = NULL;
  int year, month, day, minute;

  g_assert (FT_IS_TIME_PICKER (self));

  if (!ft_civil_is_set (civil))
    return;
  ft_civil_get_date (civil, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  gtk_calendar_select_day (self->calendar, date);
  /* Without a time to start from, the next full hour. */
  minute = ft_civil_is_set (self->civil) ? civil.minute : (civil.minute / 60 + 1) % 24 * 60;
  gtk_switch_set_active (self->all_day, minute == FT_ALL_DAY);
  gtk_spin_button_set_value (self->hour, minute == FT_ALL_DAY ? 9 : minute / 60);
  gtk_spin_button_set_value (self->minute, minute == FT_ALL_DAY ? 0 : minute % 60);
}

static gboolean
spin_output_cb (GtkSpinButton *spin)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static void
use_clicked_cb (FtTimePicker *self)
{
  g_autoptr (GDateTime) date = NULL;
  FtCivil civil;

  g_assert (FT_IS_TIME_PICKER (self));

  /* What was typed into a spin button and not yet confirmed counts. */
  gtk_spin_button_update (self->hour);
  gtk_spin_button_update (self->minute);
  date = gtk_calendar_get_date (self->calendar);
  civil = ft_civil_all_day (g_date_time_get_year (date), g_date_time_get_month (date),
                            g_date_time_get_day_of_month (date));
  if (!gtk_switch_get_active (self->all_day))
    civil.minute = (gint16) (gtk_spin_button_get_value_as_int (self->hour) * 60
                             + gtk_spin_button_get_value_as_int (self->minute));
  gtk_popover_popdown (self->popover);
  take_civil (self, civil, FALSE);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
ft_time_picker_grab_focus (GtkWidget *widget)
{
  FtTimePicker *self = FT_TIME_PICKER (widget);
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chip_box));

  return gtk_widget_grab_focus (chip != NULL ? chip : GTK_WIDGET (self->entry));
}

static void
ft_time_picker_dispose (GObject *object)
{
  FtTimePicker *self = FT_TIME_PICKER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (ft_time_picker_parent_class)->dispose (object);
}

static void
ft_time_picker_class_init (FtTimePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_time_picker_dispose;
  widget_class->grab_focus = ft_time_picker_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_TIME_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", FT_TYPE_TIME_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", FT_TYPE_TIME_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  signals[PREVIEW] = g_signal_new ("preview", FT_TYPE_TIME_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  g_type_ensure (FT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-time-picker.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, FtTimePicker, chip_box);
  gtk_widget_class_bind_template_child (widget_class, FtTimePicker, entry);
  gtk_widget_class_bind_template_child (widget_class, FtTimePicker, pick_button);
  gtk_widget_class_bind_template_child (widget_class, FtTimePicker, popover);
  gtk_widget_class_bind_template_child (widget_class, FtTimePicker, calendar);
  gtk_widget_class_bind_template_child (widget_class, FtTimePicker, all_day);
  gtk_widget_class_bind_template_child (widget_class, FtTimePicker, clock);
  gtk_widget_class_bind_template_child (widget_class, FtTimePicker, hour);
  gtk_widget_class_bind_template_child (widget_class, FtTimePicker, minute);
  gtk_widget_class_bind_template_child (widget_class, FtTimePicker, feedback);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, spin_output_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_clicked_cb);
}

static void
ft_time_picker_init (FtTimePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Hours stand before minutes in every language. */
  gtk_widget_set_direction (self->clock, GTK_TEXT_DIR_LTR);
  update_feedback (self);
}

GtkWidget *
ft_time_picker_new (void)
{
  return g_object_new (FT_TYPE_TIME_PICKER, NULL);
}

/**
 * ft_time_picker_set_chips:
 * @chips: (element-type FtWhenChip): the times to offer for one click, in this order; a reference
 * is kept
 * @now: what the wall clock reads where the time will be: typed times are understood from there
 *
 * Starts anew: nothing is chosen and nothing typed afterwards. Does not emit "changed".
 */
void
ft_time_picker_set_chips (FtTimePicker *self, GPtrArray *chips, FtCivil now)
{
  g_return_if_fail (FT_IS_TIME_PICKER (self));
  g_return_if_fail (chips != NULL);

  self->hovered = NULL;
  self->focused = NULL;
  ft_wrap_box_remove_all (self->chip_box);
  g_ptr_array_ref (chips);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  self->chips = chips;
  self->now = now;
  self->civil = FT_CIVIL_NONE;
  self->preview = FT_CIVIL_NONE;

  for (guint i = 0; i < chips->len; i++)
    {
      FtWhenChip *chip = g_ptr_array_index (chips, i);
      g_autofree char *tooltip = ft_when_format (chip->civil, now);
      GtkWidget *button = gtk_toggle_button_new_with_label (chip->label);

      gtk_widget_set_tooltip_text (button, tooltip);
      gtk_widget_add_css_class (button, "numeric");
      g_object_set_data (G_OBJECT (button), "chip", GUINT_TO_POINTER (i));
      g_signal_connect_object (button, "clicked", G_CALLBACK (chip_clicked_cb), self, 0);
      watch_chip (self, button);
      ft_wrap_box_append (self->chip_box, button);
    }

  self->updating = TRUE;
  gtk_editable_set_text (self->entry, "");
  self->updating = FALSE;
  update_feedback (self);
}

/**
 * ft_time_picker_get_civil:
 * @civil: (out): the time chosen or typed
 *
 * Returns: %FALSE if there is none, or what was typed is not understood
 */
gboolean
ft_time_picker_get_civil (FtTimePicker *self, FtCivil *civil)
{
  g_return_val_if_fail (FT_IS_TIME_PICKER (self), FALSE);
  g_return_val_if_fail (civil != NULL, FALSE);

  *civil = self->civil;
  return ft_civil_is_set (self->civil);
}

/**
 * ft_time_picker_get_preview:
 * @civil: (out): the time of the chip under the pointer, else of the one with the focus, else
 *   the time chosen
 *
 * What the next press would take, so that whatever speaks against it is read before it.
 *
 * Returns: %FALSE if there is none
 */
gboolean
ft_time_picker_get_preview (FtTimePicker *self, FtCivil *civil)
{
  g_return_val_if_fail (FT_IS_TIME_PICKER (self), FALSE);
  g_return_val_if_fail (civil != NULL, FALSE);

  *civil = self->preview;
  return ft_civil_is_set (self->preview);
}

/**
 * ft_time_picker_set_civil:
 * @civil: the time to choose, unset for none; the chip that has it is pressed
 *
 * Takes the place of what was typed. Emits "changed".
 */
void
ft_time_picker_set_civil (FtTimePicker *self, FtCivil civil)
{
  g_return_if_fail (FT_IS_TIME_PICKER (self));

  take_civil (self, civil, FALSE);
}

gboolean
ft_time_picker_has_error (FtTimePicker *self)
{
  g_return_val_if_fail (FT_IS_TIME_PICKER (self), FALSE);

  if (ft_civil_is_set (self->civil))
    return FALSE;
  return strspn (gtk_editable_get_text (self->entry), " \t")
         != strlen (gtk_editable_get_text (self->entry));
}

const char *
ft_time_picker_get_text (FtTimePicker *self)
{
  g_return_val_if_fail (FT_IS_TIME_PICKER (self), "");

  return gtk_editable_get_text (self->entry);
}

/**
 * ft_time_picker_set_text:
 * @text: as if the user had typed it
 */
void
ft_time_picker_set_text (FtTimePicker *self, const char *text)
{
  g_return_if_fail (FT_IS_TIME_PICKER (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (self->entry, text);
}
