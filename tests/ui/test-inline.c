#include "ui/ft-inline-entry.h"
#include "ui/ft-inline-text.h"

#include <adwaita.h>
#include <string.h>

/* Texts that are edited where they stand: when they are saved, when not, and that no typing is
 * lost. */

typedef struct
{
  GtkWidget *window;
  GtkWidget *entry;     /* FtInlineEntry */
  GtkWidget *text;      /* FtInlineText */
  GtkWidget *elsewhere; /* takes the focus */
  GPtrArray *saved;     /* what was asked to be saved */
  gint64 saved_for;     /* the record the last of it belongs to */
} Inline;

static void
save_cb (GtkWidget *widget, const char *text, Inline *self)
{
  g_ptr_array_add (self->saved, g_strdup (text));
  self->saved_for = FT_IS_INLINE_ENTRY (widget)
                        ? ft_inline_entry_get_subject (FT_INLINE_ENTRY (widget))
                        : ft_inline_text_get_subject (FT_INLINE_TEXT (widget));
}

static void
set_up (Inline *self, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->saved = g_ptr_array_new_with_free_func (g_free);
  self->entry = ft_inline_entry_new ("Company", "Add a company");
  self->text = g_object_new (FT_TYPE_INLINE_TEXT, NULL);
  self->elsewhere = gtk_button_new_with_label ("Elsewhere");
  g_signal_connect (self->entry, "save", G_CALLBACK (save_cb), self);
  g_signal_connect (self->text, "save", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->text);
  gtk_box_append (GTK_BOX (box), self->elsewhere);
  self->window = g_object_ref_sink (gtk_window_new ());
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
  ft_inline_entry_set (FT_INLINE_ENTRY (self->entry), 1, "Berg");
  ft_inline_text_set (FT_INLINE_TEXT (self->text), 1, "Two\nlines");
}

static void
tear_down (Inline *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->window);
  g_ptr_array_unref (self->saved);
}

/* --- Looking and acting --- */

static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Presses @key as the widget hears it before anybody else does; whether it kept it. */
static gboolean
press (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  return handled;
}

static GtkWidget *
get_entry (Inline *self)
{
  return GTK_WIDGET (ft_inline_entry_get_entry (FT_INLINE_ENTRY (self->entry)));
}

static gboolean
is_editing (Inline *self)
{
  return ft_inline_entry_get_editing (FT_INLINE_ENTRY (self->entry));
}

static void
type (Inline *self, const char *text)
{
  ft_inline_entry_edit (FT_INLINE_ENTRY (self->entry));
  gtk_editable_set_text (GTK_EDITABLE (get_entry (self)), text);
}

static void
enter (Inline *self)
{
  g_signal_emit_by_name (get_entry (self), "activate");
}

static void
leave (Inline *self)
{
  g_assert_true (gtk_widget_grab_focus (self->elsewhere));
}

static void
settle (Inline *self, gint64 subject, const char *message)
{
  ft_inline_entry_settle (FT_INLINE_ENTRY (self->entry), subject, message);
}

static const char *
get_saved (Inline *self, guint i)
{
  g_assert_cmpuint (self->saved->len, >, i);
  return g_ptr_array_index (self->saved, i);
}

static void
assert_typed (Inline *self, const char *text)
{
  g_assert_true (is_editing (self));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (self))), ==, text);
}

static void
assert_shown (Inline *self, const char *text, const char *name)
{
  GtkWidget *button = find_type (self->entry, GTK_TYPE_BUTTON);

  g_assert_false (is_editing (self));
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find_type (button, GTK_TYPE_LABEL))), ==, text);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
}

/* The reason below the widget, NULL if there is none. */
static const char *
get_reason (GtkWidget *widget)
{
  GtkWidget *label = gtk_widget_get_last_child (widget);

  g_assert_true (GTK_IS_LABEL (label));
  return gtk_widget_get_visible (label) ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
}

static GtkWidget *
get_view (Inline *self)
{
  return find_type (self->text, GTK_TYPE_TEXT_VIEW);
}

static GtkTextBuffer *
get_buffer (Inline *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_view (self)));
}

static void
write_text (Inline *self, const char *text)
{
  gtk_widget_grab_focus (get_view (self));
  gtk_text_buffer_set_text (get_buffer (self), text, -1);
}

static void
assert_written (Inline *self, const char *text)
{
  g_autofree char *written = NULL;

  g_object_get (get_buffer (self), "text", &written, NULL);
  g_assert_cmpstr (written, ==, text);
}

/* --- One line --- */

/* Enter saves once, whatever happens until the answer; what looks like markup is only text. */
static void
test_enter (Inline *self, gconstpointer data)
{
  type (self, "  Smith & <b>Sons</b> %s  ");
  enter (self);
  enter (self);
  leave (self);
  g_assert_cmpuint (self->saved->len, ==, 1);
  g_assert_cmpstr (get_saved (self, 0), ==, "Smith & <b>Sons</b> %s");
  g_assert_true (is_editing (self));
  settle (self, 1, NULL);
  assert_shown (self, "Smith & <b>Sons</b> %s", "Company: Smith & <b>Sons</b> %s");
  g_assert_cmpstr (ft_inline_entry_get_text (FT_INLINE_ENTRY (self->entry)), ==,
                   "Smith & <b>Sons</b> %s");
}

static void
test_escape (Inline *self, gconstpointer data)
{
  type (self, "Something else");
  g_assert_true (press (get_entry (self), GDK_KEY_Escape, 0));
  assert_shown (self, "Berg", "Company: Berg");
  leave (self);
  g_assert_cmpuint (self->saved->len, ==, 0);
  /* No other key is kept from the entry. */
  type (self, "Berg");
  g_assert_false (press (get_entry (self), GDK_KEY_Tab, 0));
  g_assert_false (press (get_entry (self), GDK_KEY_Return, 0));
}

static void
test_leave (Inline *self, gconstpointer data)
{
  static const char *const unchanged[] = { "Berg", " Berg", "Berg\t" };

  for (guint i = 0; i < G_N_ELEMENTS (unchanged); i++)
    {
      type (self, unchanged[i]);
      leave (self);
      assert_shown (self, "Berg", "Company: Berg");
    }
  g_assert_cmpuint (self->saved->len, ==, 0);

  type (self, "Tal");
  leave (self);
  g_assert_cmpuint (self->saved->len, ==, 1);
  settle (self, 1, NULL);
  assert_shown (self, "Tal", "Company: Tal");
  /* The focus is where the user went. */
  g_assert_true (gtk_widget_has_focus (self->elsewhere));
}

/* After Enter the keyboard goes on from the text, not from nowhere. */
static void
test_focus_stays (Inline *self, gconstpointer data)
{
  type (self, "Tal");
  enter (self);
  settle (self, 1, NULL);
  g_assert_true (gtk_widget_has_focus (find_type (self->entry, GTK_TYPE_BUTTON)));
}

/* Nothing is a value too: the invitation stands there again, and is the name. */
static void
test_emptied (Inline *self, gconstpointer data)
{
  type (self, "   ");
  enter (self);
  g_assert_cmpstr (get_saved (self, 0), ==, "");
  settle (self, 1, NULL);
  assert_shown (self, "Add a company", "Add a company");
  type (self, "");
  enter (self);
  assert_shown (self, "Add a company", "Add a company");
  g_assert_cmpuint (self->saved->len, ==, 1);
}

static void
test_refused (Inline *self, gconstpointer data)
{
  type (self, "Tal");
  enter (self);
  settle (self, 1, "The disk is <full>.");
  assert_typed (self, "Tal");
  g_assert_cmpstr (get_reason (self->entry), ==, "The disk is <full>.");
  g_assert_true (gtk_widget_has_css_class (get_entry (self), "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_entry (self)), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  /* The same once more is another try. */
  enter (self);
  g_assert_cmpuint (self->saved->len, ==, 2);
  g_assert_null (get_reason (self->entry));
  settle (self, 1, "Still full.");
  g_assert_true (press (get_entry (self), GDK_KEY_Escape, 0));
  assert_shown (self, "Berg", "Company: Berg");
  g_assert_null (get_reason (self->entry));
  g_assert_false (gtk_widget_has_css_class (get_entry (self), "error"));
}

/* Faster than the disk: what is typed after Enter is not what was saved, and stays. */
static void
test_typed_on (Inline *self, gconstpointer data)
{
  type (self, "Tal");
  enter (self);
  gtk_editable_set_text (GTK_EDITABLE (get_entry (self)), "Tal & Co");
  settle (self, 1, NULL);
  assert_typed (self, "Tal & Co");
  enter (self);
  g_assert_cmpstr (get_saved (self, 1), ==, "Tal & Co");
  settle (self, 1, NULL);
  assert_shown (self, "Tal & Co", "Company: Tal & Co");
}

static void
test_change_underneath (Inline *self, gconstpointer data)
{
  type (self, "Tal");
  ft_inline_entry_set (FT_INLINE_ENTRY (self->entry), 1, "Berg GmbH");
  assert_typed (self, "Tal");
  g_assert_true (press (get_entry (self), GDK_KEY_Escape, 0));
  assert_shown (self, "Berg GmbH", "Company: Berg GmbH");
}

/* Another record comes: what was typed is to be saved for its own, waits for it while it is not,
 * and shows up nowhere else. */
static void
test_draft (Inline *self, gconstpointer data)
{
  FtInlineEntry *entry = FT_INLINE_ENTRY (self->entry);

  type (self, "Tal");
  ft_inline_entry_set (entry, 2, "Other");
  assert_shown (self, "Other", "Company: Other");
  g_assert_cmpstr (get_saved (self, 0), ==, "Tal");
  g_assert_cmpint (self->saved_for, ==, 1);
  settle (self, 1, "The disk is full.");
  assert_shown (self, "Other", "Company: Other");
  type (self, "Another");
  ft_inline_entry_set (entry, 3, "");
  assert_shown (self, "Add a company", "Add a company");
  g_assert_cmpstr (get_saved (self, 1), ==, "Another");
  g_assert_cmpint (self->saved_for, ==, 2);
  ft_inline_entry_set (entry, 1, "Berg");
  assert_typed (self, "Tal");
  g_assert_nonnull (strstr (get_reason (self->entry), "Enter"));
  ft_inline_entry_set (entry, 2, "Other");
  assert_typed (self, "Another");
  g_assert_true (press (get_entry (self), GDK_KEY_Escape, 0));
  ft_inline_entry_set (entry, 3, "");
  ft_inline_entry_set (entry, 2, "Other");
  assert_shown (self, "Other", "Company: Other");
  leave (self);
  assert_shown (self, "Other", "Company: Other");
}

/* The answer comes while another record is shown. */
static void
test_late_answer (Inline *self, gconstpointer data)
{
  FtInlineEntry *entry = FT_INLINE_ENTRY (self->entry);

  for (guint i = 0; i < 2; i++)
    {
      const char *message = i == 0 ? NULL : "The disk is full.";

      type (self, i == 0 ? "Tal" : "Tal & Co");
      enter (self);
      ft_inline_entry_set (entry, 2, "Other");
      settle (self, 1, message);
      assert_shown (self, "Other", "Company: Other");
      ft_inline_entry_set (entry, 1, "Tal");
      if (message == NULL)
        assert_shown (self, "Tal", "Company: Tal");
      else
        assert_typed (self, "Tal & Co");
    }
}

/* --- Several lines --- */

static void
test_text_keys (Inline *self, gconstpointer data)
{
  write_text (self, "<i>Three</i>\nlines &\nmore");
  g_assert_false (press (get_view (self), GDK_KEY_Return, 0));
  g_assert_cmpuint (self->saved->len, ==, 0);
  g_assert_true (press (get_view (self), GDK_KEY_KP_Enter, GDK_CONTROL_MASK));
  g_assert_true (press (get_view (self), GDK_KEY_Return, GDK_CONTROL_MASK));
  leave (self);
  g_assert_cmpuint (self->saved->len, ==, 1);
  g_assert_cmpstr (get_saved (self, 0), ==, "<i>Three</i>\nlines &\nmore");
  ft_inline_text_settle (FT_INLINE_TEXT (self->text), 1, NULL);
  write_text (self, "gone");
  g_assert_true (press (get_view (self), GDK_KEY_Escape, 0));
  assert_written (self, "<i>Three</i>\nlines &\nmore");
  leave (self);
  g_assert_cmpuint (self->saved->len, ==, 1);
}

static void
test_text_refused (Inline *self, gconstpointer data)
{
  write_text (self, "New");
  leave (self);
  ft_inline_text_settle (FT_INLINE_TEXT (self->text), 1, "The disk is full.");
  assert_written (self, "New");
  g_assert_cmpstr (get_reason (self->text), ==, "The disk is full.");
  /* Read again underneath, it is still there. */
  ft_inline_text_set (FT_INLINE_TEXT (self->text), 1, "Two\nlines");
  assert_written (self, "New");
  g_assert_true (press (get_view (self), GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpuint (self->saved->len, ==, 2);
  ft_inline_text_settle (FT_INLINE_TEXT (self->text), 1, NULL);
  g_assert_null (get_reason (self->text));
}

static void
test_text_draft (Inline *self, gconstpointer data)
{
  FtInlineText *text = FT_INLINE_TEXT (self->text);

  write_text (self, "For the first");
  ft_inline_text_set (text, 2, "");
  assert_written (self, "");
  g_assert_null (get_reason (self->text));
  ft_inline_text_set (text, 1, "Two\nlines");
  assert_written (self, "For the first");
  g_assert_nonnull (strstr (get_reason (self->text), "Ctrl+Enter"));
  g_assert_true (press (get_view (self), GDK_KEY_Escape, 0));
  assert_written (self, "Two\nlines");
  ft_inline_text_set (text, 2, "");
  ft_inline_text_set (text, 1, "Two\nlines");
  assert_written (self, "Two\nlines");
}

/* What is typed while it is being saved is neither lost nor taken for saved. */
static void
test_text_typed_on (Inline *self, gconstpointer data)
{
  write_text (self, "New");
  g_assert_true (press (get_view (self), GDK_KEY_Return, GDK_CONTROL_MASK));
  write_text (self, "New and more");
  ft_inline_text_settle (FT_INLINE_TEXT (self->text), 1, NULL);
  ft_inline_text_set (FT_INLINE_TEXT (self->text), 1, "New");
  assert_written (self, "New and more");
  leave (self);
  g_assert_cmpstr (get_saved (self, 1), ==, "New and more");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define TEST(path, function) g_test_add ("/inline/" path, Inline, NULL, set_up, function, tear_down)
  TEST ("entry/enter", test_enter);
  TEST ("entry/escape", test_escape);
  TEST ("entry/leave", test_leave);
  TEST ("entry/focus-stays", test_focus_stays);
  TEST ("entry/emptied", test_emptied);
  TEST ("entry/refused", test_refused);
  TEST ("entry/typed-on", test_typed_on);
  TEST ("entry/change-underneath", test_change_underneath);
  TEST ("entry/draft", test_draft);
  TEST ("entry/late-answer", test_late_answer);
  TEST ("text/keys", test_text_keys);
  TEST ("text/refused", test_text_refused);
  TEST ("text/draft", test_text_draft);
  TEST ("text/typed-on", test_text_typed_on);
  return g_test_run ();
}
