#include "remind/ft-notice-wire.h"

static const char *const texts[] = {
  "Anna",
  "<b>Smith</b> & Sons",
  "A &amp; B",
  "\"quoted\" and 'so'",
  "<a href='file:///etc/passwd'>go</a>\nsecond line",
  "مكالمة ‏<i>",
  "安娜 🙂",
  "",
};

static FtNotice *
new_notice (const char *text)
{
  FtNotice *notice = ft_notice_of_test ();

  g_free (notice->title);
  notice->title = g_strdup (text);
  g_free (notice->body);
  notice->body = g_strdup (text);
  notice->buttons[0] = (FtNoticeButton){
    g_strdup ("Done"), FT_ACTION_DONE,
    g_variant_ref_sink (g_variant_new ("(xx)", G_GINT64_CONSTANT (1) << 40, G_GINT64_CONSTANT (7)))
  };
  notice->buttons[1] = (FtNoticeButton){ g_strdup ("Undo"), FT_ACTION_UNDO, NULL };
  return notice;
}

/* What a person wrote is text in both services: what reads markup gets it escaped, and reads what
 * was written. */
static void
test_markup (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int markup = 0; markup < 2; markup++)
      {
        g_autoptr (FtNotice) notice = new_notice (texts[i]);
        FtNoticeServer server = { TRUE, TRUE, markup };
        g_autoptr (GVariant) wire
            = g_variant_ref_sink (ft_notice_to_freedesktop (notice, &server, "icon", 0, FALSE));
        g_autoptr (GVariant) gtk = g_variant_ref_sink (ft_notice_to_gtk (notice, "icon"));
        const char *title, *body;
        const char *gtk_title, *gtk_body = "";

        g_variant_get_child (wire, 3, "&s", &title);
        g_variant_get_child (wire, 4, "&s", &body);
        g_assert_cmpstr (title, ==, texts[i]);
        if (markup)
          {
            g_autofree char *read = NULL;
            g_autofree char *root = g_strdup_printf ("<p>%s</p>", body);
            GMarkupParser parser = { NULL };
            g_autoptr (GMarkupParseContext) context
                = g_markup_parse_context_new (&parser, 0, NULL, NULL);

            g_assert_null (strchr (body, '<'));
            g_assert_true (g_markup_parse_context_parse (context, root, -1, NULL));
            read = g_markup_escape_text (texts[i], -1);
            g_assert_cmpstr (body, ==, read);
          }
        else
          g_assert_cmpstr (body, ==, texts[i]);

        g_assert_true (g_variant_lookup (gtk, "title", "&s", &gtk_title));
        g_assert_true (g_variant_lookup (gtk, "body", "&s", &gtk_body) == (*texts[i] != '\0'));
        g_assert_cmpstr (gtk_title, ==, texts[i]);
        g_assert_cmpstr (gtk_body, ==, texts[i]);
      }
}

/* A button's key is what the application does, and reads back as it was. */
static void
test_buttons (void)
{
  g_autoptr (FtNotice) notice = new_notice ("Anna");
  FtNoticeServer server = { TRUE, TRUE, TRUE };
  g_autoptr (GVariant) wire
      = g_variant_ref_sink (ft_notice_to_freedesktop (notice, &server, "icon", 42, TRUE));
  g_autoptr (GVariant) hints = g_variant_get_child_value (wire, 6);
  g_auto (GStrv) actions = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;
  gboolean quiet = FALSE;
  guint32 replaces;

  g_variant_get_child (wire, 1, "u", &replaces);
  g_assert_cmpuint (replaces, ==, 42);
  g_assert_true (g_variant_lookup (hints, "suppress-sound", "b", &quiet));
  g_assert_true (quiet);
  g_variant_get_child (wire, 5, "^as", &actions);
  g_assert_cmpuint (g_strv_length (actions), ==, 6);
  g_assert_cmpstr (actions[0], ==, "default");
  g_assert_cmpstr (actions[3], ==, "Done");
  g_action_parse_detailed_name (actions[2], &name, &target, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, FT_ACTION_DONE);
  g_assert_true (g_variant_equal (target, notice->buttons[0].target));
  g_assert_cmpstr (actions[4], ==, FT_ACTION_UNDO);
}

/* What the service cannot do, it is not asked for. */
static void
test_poor_server (void)
{
  g_autoptr (FtNotice) notice = new_notice ("Anna");
  FtNoticeServer server = { FALSE, FALSE, FALSE };
  g_autoptr (GVariant) wire
      = g_variant_ref_sink (ft_notice_to_freedesktop (notice, &server, "icon", 0, FALSE));
  g_autoptr (GVariant) actions = g_variant_get_child_value (wire, 5);
  const char *body;

  g_variant_get_child (wire, 4, "&s", &body);
  g_assert_cmpstr (body, ==, "");
  g_assert_cmpuint (g_variant_n_children (actions), ==, 0);
}

static void
test_stays (void)
{
  for (int stays = 0; stays < 2; stays++)
    {
      g_autoptr (FtNotice) notice = new_notice ("Anna");
      FtNoticeServer server = { TRUE, TRUE, TRUE };
      g_autoptr (GVariant) wire = NULL;
      g_autoptr (GVariant) gtk = NULL;
      const char *priority;
      gint32 expires;

      notice->stays = stays;
      wire = g_variant_ref_sink (ft_notice_to_freedesktop (notice, &server, "icon", 0, FALSE));
      gtk = g_variant_ref_sink (ft_notice_to_gtk (notice, "icon"));
      g_variant_get_child (wire, 7, "i", &expires);
      g_assert_cmpint (expires, ==, stays ? 0 : -1);
      g_assert_true (g_variant_lookup (gtk, "priority", "&s", &priority));
      g_assert_cmpstr (priority, ==, stays ? "high" : "normal");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/remind/notice-wire/markup", test_markup);
  g_test_add_func ("/remind/notice-wire/buttons", test_buttons);
  g_test_add_func ("/remind/notice-wire/poor-server", test_poor_server);
  g_test_add_func ("/remind/notice-wire/stays", test_stays);
  return g_test_run ();
}
