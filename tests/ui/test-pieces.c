#include "ui-fixture.h"

#include "core/ft-outcomes.h"
#include "ui/ft-piece-adder.h"
#include "ui/ft-piece-detail.h"
#include "ui/ft-piece-editor.h"
#include "ui/ft-pieces-page.h"

#include <glib/gstdio.h>

/* The page of romance pieces (A5) in the real window, on a real store. */

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

static GtkWidget *
open_page (UiFixture *ui, int width)
{
  GtkWidget *page;

  ui_open (ui, width);
  ui_act (ui, "win.show-page::pieces");
  ui_settle (ui);
  page = find_type (GTK_WIDGET (ui->window), FT_TYPE_PIECES_PAGE);
  g_assert_nonnull (page);
  return page;
}

static const FtPieceData *
get_piece (UiFixture *ui, guint i)
{
  GPtrArray *pieces = ft_piece_list_get_pieces (ft_desk_get_pieces (ui->desk));

  return i < pieces->len ? g_ptr_array_index (pieces, i) : NULL;
}

static void
add_piece (UiFixture *ui, GtkWidget *page, const char *text)
{
  if (get_piece (ui, 0) == NULL)
    ui_press (page, "Add a Piece");
  ui_type (page, "New piece: name or link", text);
  ui_press (page, "Add the piece");
  ui_settle (ui);
}

/* The row with this title, shown or not. */
static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
enter (UiFixture *ui, GtkWidget *root, const char *title, const char *text)
{
  GtkWidget *row = find_row (root, title);

  g_assert_true (ADW_IS_ENTRY_ROW (row));
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
  ui_settle (ui);
}

static void
test_a5_added (UiFixture *ui, gconstpointer data)
{
  GtkWidget *page = open_page (ui, 1000);

  g_assert_nonnull (ui_find (page, GTK_TYPE_BUTTON, "Add a Piece"));
  add_piece (ui, page, "Smith & Sons <case>");
  g_assert_nonnull (get_piece (ui, 0));
  g_assert_cmpstr (get_piece (ui, 0)->name, ==, "Smith & Sons <case>");
  g_assert_cmpint (get_piece (ui, 0)->kind, ==, FT_PIECE_DOCUMENT);
  g_assert_nonnull (ui_find_label (page, "Smith & Sons <case>"));
  g_assert_nonnull (ui_find_label (page, "Not given yet"));
  ft_desk_undo (ui->desk);
  ui_settle (ui);
  g_assert_null (get_piece (ui, 0));
  g_assert_null (ui_find_label (page, "Smith & Sons <case>"));
  ft_desk_redo (ui->desk);
  ui_settle (ui);
  g_assert_nonnull (get_piece (ui, 0));

  /* What was added last is what is shown. */
  add_piece (ui, page, "https://example.com/roof");
  g_assert_cmpstr (get_piece (ui, 1)->name, ==, "example.com/roof");
  g_assert_cmpstr (get_piece (ui, 1)->uri, ==, "https://example.com/roof");
  g_assert_cmpint (get_piece (ui, 1)->kind, ==, FT_PIECE_LINK);
  g_assert_nonnull (ui_find (page, GTK_TYPE_BUTTON, "Look at It"));
}

static void
test_a5_edited (UiFixture *ui, gconstpointer data)
{
  GtkWidget *page = open_page (ui, 1000);
  GtkWidget *editor;

  add_piece (ui, page, "Photos");
  editor = find_type (page, FT_TYPE_PIECE_EDITOR);
  g_assert_nonnull (editor);
  enter (ui, editor, "Name", "Photos of the terrace");
  g_assert_cmpstr (get_piece (ui, 0)->name, ==, "Photos of the terrace");
  enter (ui, editor, "Name", " ");
  g_assert_cmpstr (get_piece (ui, 0)->name, ==, "Photos of the terrace");
  enter (ui, editor, "Link", "example.com/photos");
  g_assert_cmpstr (get_piece (ui, 0)->uri, ==, "https://example.com/photos");
  enter (ui, editor, "Link", "file:///etc/passwd");
  g_assert_cmpstr (get_piece (ui, 0)->uri, ==, "https://example.com/photos");

  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (editor, "Benefit It Serves")),
                              FT_BENEFIT_LOOK);
  ui_settle (ui);
  g_assert_cmpint (get_piece (ui, 0)->head, ==, FT_BENEFIT_LOOK);
  ft_desk_undo (ui->desk);
  ui_settle (ui);
  g_assert_cmpint (get_piece (ui, 0)->head, ==, FT_BENEFIT_NONE);
  ft_desk_redo (ui->desk);
  ui_settle (ui);
  g_assert_cmpint (get_piece (ui, 0)->head, ==, FT_BENEFIT_LOOK);
}

/* The piece stays the one that is shown while it moves to the end of the library and back. */
static void
test_a5_retired (UiFixture *ui, gconstpointer data)
{
  GtkWidget *page = open_page (ui, 1000);
  GtkWidget *list;

  add_piece (ui, page, "Swatch book");
  add_piece (ui, page, "Case study");
  add_piece (ui, page, "Photos");
  ft_desk_undo (ui->desk);
  ui_settle (ui);
  list = ui_get (page, GTK_TYPE_LIST_VIEW, "Pieces");
  gtk_single_selection_set_selected (
      GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list))), 0);
  ui_press (page, "Retire");
  ui_settle (ui);
  g_assert_cmpstr (get_piece (ui, 1)->name, ==, "Swatch book");
  g_assert_true (get_piece (ui, 1)->retired);
  g_assert_nonnull (ui_find_label (page, "Document · Retired"));
  ui_press (page, "Bring Back");
  ui_settle (ui);
  g_assert_cmpstr (get_piece (ui, 0)->name, ==, "Swatch book");
  g_assert_false (get_piece (ui, 0)->retired);
  g_assert_nonnull (ui_find (page, GTK_TYPE_BUTTON, "Retire"));
}

static void
give (UiFixture *ui, gint64 lead_id, gint64 piece_id)
{
  g_autoptr (FtEdit) edit = ft_edit_new ("Give");
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (lead_id, fixture_at (0, 9, 0), FT_CHANNEL_VISIT, FT_OUTCOME_REACHED);

  contact->id = ft_edit_new_id (edit);
  contact->piece_id = piece_id;
  ft_edit_put_contact (edit, contact);
  fixture_apply (&ui->data, edit);
  ui_settle (ui);
}

/* Who has not had it, and who has: a click on either opens the card; undone, it was not given. */
static void
test_a5_who_had_it (UiFixture *ui, gconstpointer data)
{
  gint64 anna = fixture_add (&ui->data, "Anna", 1, 12, 0);
  gint64 bert = fixture_add (&ui->data, "Bert", 2, 12, 0);
  GtkWidget *page = open_page (ui, 1000);

  add_piece (ui, page, "Case study");
  g_assert_nonnull (ui_find (page, GTK_TYPE_TOGGLE_BUTTON, "Not Had Yet: 2"));
  g_assert_nonnull (ui_find (page, GTK_TYPE_TOGGLE_BUTTON, "Given: 0"));
  give (ui, anna, get_piece (ui, 0)->id);
  g_assert_nonnull (ui_find (page, GTK_TYPE_TOGGLE_BUTTON, "Not Had Yet: 1"));
  g_assert_nonnull (ui_find_label (page, "Bert"));
  g_assert_null (ui_find_label (page, "Anna"));
  g_signal_emit_by_name (ui_get (page, GTK_TYPE_LIST_VIEW, "Leads that have not had it"),
                         "activate", 0);
  ui_settle (ui);
  g_assert_cmpint (ft_card_get_lead_id (ft_desk_get_card (ui->desk)), ==, bert);

  ui_act (ui, "win.show-page::pieces");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (ui_get (page, GTK_TYPE_TOGGLE_BUTTON, "Given: 1")), TRUE);
  ui_settle (ui);
  g_assert_nonnull (ui_find_label (page, "Anna"));
  g_signal_emit_by_name (ui_get (page, GTK_TYPE_LIST_VIEW, "Who got it"), "activate", 0);
  ui_settle (ui);
  g_assert_cmpint (ft_card_get_lead_id (ft_desk_get_card (ui->desk)), ==, anna);

  give (ui, bert, get_piece (ui, 0)->id);
  ui_act (ui, "win.show-page::pieces");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (ui_get (page, GTK_TYPE_TOGGLE_BUTTON, "Not Had Yet: 0")), TRUE);
  ui_settle (ui);
  g_assert_nonnull (ui_find_label (page, "Every open lead has had it."));
  ft_desk_undo (ui->desk);
  ui_settle (ui);
  g_assert_nonnull (ui_find (page, GTK_TYPE_TOGGLE_BUTTON, "Not Had Yet: 1"));
}

static const char *
get_failure (GtkWidget *adder)
{
  GtkWidget *label = gtk_widget_get_last_child (gtk_widget_get_first_child (adder));

  return gtk_widget_get_visible (label) ? gtk_label_get_text (GTK_LABEL (label)) : "";
}

static gboolean
has_failed (gpointer adder)
{
  return *get_failure (adder) != '\0';
}

/* What cannot be added says why, and the next try takes that away. */
static void
test_a5_not_added (UiFixture *ui, gconstpointer data)
{
  GtkWidget *page = open_page (ui, 1000);
  GtkWidget *adder;
  g_autofree char *missing = g_build_filename (ui->data.dir, "missing.pdf", NULL);
  g_autoptr (GFile) remote = g_file_new_for_uri ("sftp://example.com/roof.pdf");

  ui_press (page, "Add a Piece");
  adder = find_type (page, FT_TYPE_PIECE_ADDER);
  ui_type (page, "New piece: name or link", "   ");
  ui_press (page, "Add the piece");
  ui_settle (ui);
  g_assert_null (get_piece (ui, 0));

  ft_pieces_page_add_file (FT_PIECES_PAGE (page), missing);
  ui_wait (has_failed, adder);
  g_assert_null (get_piece (ui, 0));
  ft_piece_adder_add_g_file (FT_PIECE_ADDER (adder), remote);
  g_assert_cmpstr (get_failure (adder), ==,
                   "This file is not on this computer. Copy it here first.");
  ui_type (page, "New piece: name or link", "Photos");
  ui_press (page, "Add the piece");
  ui_settle (ui);
  g_assert_cmpstr (get_failure (adder), ==, "");
  g_assert_cmpstr (get_piece (ui, 0)->name, ==, "Photos");
  g_assert_nonnull (ui_find_label (page, "Not given yet"));
}

/* A file is copied on a thread of its own. */
static gboolean
has_file (gpointer data)
{
  const FtPieceData *piece = get_piece (data, 0);

  return piece != NULL && piece->file_hash[0] != '\0';
}

static void
test_a5_file_kept_by_hash (UiFixture *ui, gconstpointer data)
{
  GtkWidget *page = open_page (ui, 1000);
  g_autofree char *path = g_build_filename (ui->data.dir, "case study.txt", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *content = NULL;
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "It held.", -1);
  GtkWidget *editor;

  g_assert_true (g_file_set_contents (path, "It held.", -1, NULL));
  ft_pieces_page_add_file (FT_PIECES_PAGE (page), path);
  ui_wait (has_file, ui);
  ui_settle (ui);
  g_assert_cmpstr (get_piece (ui, 0)->name, ==, "case study");
  g_assert_cmpstr (get_piece (ui, 0)->file_name, ==, "case study.txt");
  g_assert_cmpstr (get_piece (ui, 0)->file_hash, ==, hash);
  kept = ft_store_dup_piece_path (ui->data.store, get_piece (ui, 0));
  g_assert_true (g_file_get_contents (kept, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "It held.");
  ft_desk_undo (ui->desk);
  ui_settle (ui);
  g_assert_null (get_piece (ui, 0));

  /* A file that is not there leaves the piece as it was, and makes none. */
  ft_pieces_page_add_file (FT_PIECES_PAGE (page), "/nowhere/at-all.txt");
  ui_settle (ui);
  g_assert_null (get_piece (ui, 0));
  add_piece (ui, page, "Case study");
  editor = find_type (page, FT_TYPE_PIECE_EDITOR);
  ft_piece_editor_keep_file (FT_PIECE_EDITOR (editor), "/nowhere/at-all.txt");
  ui_settle (ui);
  g_assert_cmpstr (get_piece (ui, 0)->file_hash, ==, "");
  ft_piece_editor_keep_file (FT_PIECE_EDITOR (editor), path);
  ui_wait (has_file, ui);
  g_assert_cmpstr (get_piece (ui, 0)->file_hash, ==, hash);
  g_assert_cmpint (g_remove (kept), ==, 0);
  folder = g_path_get_dirname (kept);
  g_assert_cmpint (g_remove (folder), ==, 0);
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* One pane at a time: there and back. */
static void
test_narrow (UiFixture *ui, gconstpointer data)
{
  GtkWidget *page = open_page (ui, 360);

  g_assert_false (ft_pieces_page_get_can_go_back (FT_PIECES_PAGE (page)));
  add_piece (ui, page, "Case study");
  g_assert_true (ft_pieces_page_get_can_go_back (FT_PIECES_PAGE (page)));
  ui_act (ui, "win.back");
  ui_settle (ui);
  g_assert_false (ft_pieces_page_get_can_go_back (FT_PIECES_PAGE (page)));
  g_assert_nonnull (find_type (GTK_WIDGET (ui->window), FT_TYPE_PIECES_PAGE));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  UI_TEST ("/pieces/A5/added", test_a5_added);
  UI_TEST ("/pieces/A5/edited", test_a5_edited);
  UI_TEST ("/pieces/A5/retired", test_a5_retired);
  UI_TEST ("/pieces/A5/who-had-it", test_a5_who_had_it);
  UI_TEST ("/pieces/A5/not-added", test_a5_not_added);
  UI_TEST ("/pieces/A5/file-kept-by-hash", test_a5_file_kept_by_hash);
  UI_TEST ("/pieces/narrow", test_narrow);
  return g_test_run ();
}
