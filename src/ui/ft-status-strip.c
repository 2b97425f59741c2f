#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-status-strip.h"

#include "model/ft-score.h"
#include "ui/ft-wrap-box.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *button;
  GtkWidget *label;
} Figure;

struct _FtStatusStrip
{
  GtkWidget parent_instance;
  FtDesk *desk;   /* owned */
  FtScore *score; /* owned: of the last four weeks */

  /* Children. */
  GtkWidget *box;
  Figure late;
  Figure today;
  Figure without;
  Figure cards;
  Figure forgotten;
  Figure coverage;
  Figure kept;
  Figure away;
  GtkWidget *late_icon;
  Figure silent;
};

G_DEFINE_FINAL_TYPE (FtStatusStrip, ft_status_strip, GTK_TYPE_WIDGET)

/* Takes @text. */
static void
say (Figure *figure, char *text)
{
  gtk_label_set_text (GTK_LABEL (figure->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (figure->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  g_free (text);
}

static void
set_alarm (Figure *figure, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (figure->button, name);
  else
    gtk_widget_remove_css_class (figure->button, name);
}

static void
counts_changed_cb (FtDesk *desk, GParamSpec *pspec, gpointer user_data)
{
  FtStatusStrip *self = user_data;
  const FtCounts *counts = ft_desk_get_counts (desk);
  guint late = counts->n[FT_FILTER_LATE], today = counts->n[FT_FILTER_TODAY];
  guint without = counts->n[FT_FILTER_WITHOUT];
  guint cards = counts->n_cards, forgotten = counts->n_forgotten;
  g_autofree char *coverage = ft_desk_dup_coverage (desk);

  g_assert (FT_IS_STATUS_STRIP (self));

  say (&self->late, g_strdup_printf (ngettext ("%'u late", "%'u late", late), late));
  say (&self->today, g_strdup_printf (ngettext ("%'u today", "%'u today", today), today));
  say (&self->without,
       g_strdup_printf (ngettext ("%'u without promise", "%'u without promise", without), without));
  say (&self->cards,
       g_strdup_printf (ngettext ("%'u card to write", "%'u cards to write", cards), cards));
  gtk_widget_set_visible (self->cards.button, cards > 0);
  say (&self->forgotten,
       g_strdup_printf (ngettext ("%'u customer without a call ahead",
                                  "%'u customers without a call ahead", forgotten),
                        forgotten));
  gtk_widget_set_visible (self->forgotten.button, forgotten > 0);
  set_alarm (&self->forgotten, "without", forgotten > 0);
  /* Translators: open leads that have a promise, of all open leads: "Coverage 33/40" */
  say (&self->coverage, g_strdup_printf (_ ("Coverage %s"), coverage));
  if (self->score != NULL)
    ft_score_renew (self->score); /* a promise has become late, perhaps by time alone */
  set_alarm (&self->late, "late", late > 0);
  gtk_widget_set_visible (self->late_icon, late > 0);
  set_alarm (&self->without, "without", without > 0);
}

static void
away_changed_cb (FtAwayList *away, GParamSpec *pspec, gpointer user_data)
{
  FtStatusStrip *self = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (away));

  g_assert (FT_IS_STATUS_STRIP (self));

  /* Translators: promises that fall into days away, to be promised anew before leaving. */
  say (&self->away,
       g_strdup_printf (ngettext ("%'u to promise anew", "%'u to promise anew", n), n));
  gtk_widget_set_visible (self->away.button, n > 0);
}

static void
score_changed_cb (FtStatusStrip *self)
{
  guint n_kept;
  guint n = ft_score_count (ft_score_get_data (self->score), &n_kept);

  gtk_widget_set_visible (self->kept.button, n > 0);
  if (n > 0)
    /* Translators: promises kept in time, of those that were due: "Kept 92 %" */
    say (&self->kept, g_strdup_printf (_ ("Kept %.0f %%"), 100.0 * n_kept / n));
}

static void
add_figure (FtStatusStrip *self,
            Figure *figure,
            const char *action,
            const char *target,
            const char *tooltip)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  figure->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (figure->label, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (figure->label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), figure->label);

  figure->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (figure->button), box);
  gtk_button_set_has_frame (GTK_BUTTON (figure->button), FALSE);
  gtk_widget_set_tooltip_text (figure->button, tooltip);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (figure->button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (figure->button), action);
  ft_wrap_box_append (FT_WRAP_BOX (self->box), figure->button);
}

/* Not a number of leads: that nothing will ring. */
static void
add_silent (FtStatusStrip *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("notifications-disabled-symbolic");

  add_figure (self, &self->silent, "win.reminders", NULL, NULL);
  gtk_box_prepend (GTK_BOX (gtk_button_get_child (GTK_BUTTON (self->silent.button))), icon);
  say (&self->silent, g_strdup (_ ("No reminders")));
  gtk_widget_add_css_class (self->silent.button, "without");
  gtk_widget_set_visible (self->silent.button, FALSE);
}

static void
ft_status_strip_dispose (GObject *object)
{
  FtStatusStrip *self = FT_STATUS_STRIP (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->score);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ft_status_strip_parent_class)->dispose (object);
}

static void
ft_status_strip_class_init (FtStatusStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_status_strip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statusstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_status_strip_init (FtStatusStrip *self)
{
  self->box = ft_wrap_box_new ();
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_figure (self, &self->late, "win.show-filter", "late", _ ("Show what is late"));
  self->late_icon = gtk_image_new_from_icon_name ("ft-late-symbolic");
  gtk_box_prepend (GTK_BOX (gtk_button_get_child (GTK_BUTTON (self->late.button))),
                   self->late_icon);
  add_figure (self, &self->today, "win.show-filter", "today",
              _ ("Show what is promised for today"));
  add_figure (self, &self->without, "win.show-filter", "without",
              _ ("Show the leads that wait for a promise"));
  add_figure (self, &self->cards, "win.show-page", "after-sale",
              _ ("Show what is to be done after a sale"));
  add_figure (self, &self->forgotten, "win.show-filter", "after-sale",
              _ ("Show the customers: each should have a friendly call ahead"));
  add_figure (self, &self->coverage, "win.show-page", "score",
              _ ("Open leads with a promise, of all open leads"));
  add_figure (self, &self->kept, "win.show-page", "score",
              _ ("Promises kept in time in the last four weeks"));
  gtk_widget_set_visible (self->kept.button, FALSE);
  add_figure (self, &self->away, "win.promise-anew", "",
              _ ("Promise anew what falls into days you are away"));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->away.button), NULL);
  set_alarm (&self->away, "without", TRUE);
  gtk_widget_set_visible (self->away.button, FALSE);
  add_silent (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The day at a glance"), -1);
}

GtkWidget *
ft_status_strip_new (void)
{
  return g_object_new (FT_TYPE_STATUS_STRIP, NULL);
}

void
ft_status_strip_set_desk (FtStatusStrip *self, FtDesk *desk)
{
  g_return_if_fail (FT_IS_STATUS_STRIP (self));
  g_return_if_fail (FT_IS_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::counts", G_CALLBACK (counts_changed_cb), self, 0);
  counts_changed_cb (desk, NULL, self);
  g_signal_connect_object (ft_desk_get_away (desk), "notify::n-items", G_CALLBACK (away_changed_cb),
                           self, 0);
  away_changed_cb (ft_desk_get_away (desk), NULL, self);
  self->score = ft_score_new (ft_desk_get_store (desk), FT_SCORE_4_WEEKS, FALSE);
  g_signal_connect_object (self->score, "changed", G_CALLBACK (score_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ft_score_set_active (self->score, TRUE);
}

void
ft_status_strip_set_silent (FtStatusStrip *self, const char *why)
{
  g_return_if_fail (FT_IS_STATUS_STRIP (self));

  gtk_widget_set_tooltip_text (self->silent.button, why);
  gtk_widget_set_visible (self->silent.button, why != NULL);
}
