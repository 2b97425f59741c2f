#define G_LOG_DOMAIN "ft-remind"

#include "remind/ft-notice-wire.h"

#include <glib/gi18n-lib.h>

/* In milliseconds: as the service thinks right, or never. */
#define EXPIRE_DEFAULT (-1)
#define EXPIRE_NEVER 0

#define URGENCY_NORMAL 1

GVariant *
ft_notice_to_gtk (const FtNotice *notice, const char *icon)
{
  GVariantBuilder builder, buttons;
  g_autoptr (GIcon) themed = g_themed_icon_new (icon);
  g_autoptr (GVariant) serialized = g_icon_serialize (themed);

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "title", g_variant_new_string (notice->title));
  if (*notice->body != '\0')
    g_variant_builder_add (&builder, "{sv}", "body", g_variant_new_string (notice->body));
  g_variant_builder_add (&builder, "{sv}", "icon", serialized);
  g_variant_builder_add (&builder, "{sv}", "priority",
                         g_variant_new_string (notice->stays ? "high" : "normal"));
  g_variant_builder_add (&builder, "{sv}", "default-action", g_variant_new_string (notice->action));
  if (notice->target != NULL)
    g_variant_builder_add (&builder, "{sv}", "default-action-target", notice->target);

  g_variant_builder_init (&buttons, G_VARIANT_TYPE ("aa{sv}"));
  for (int i = 0; i < FT_NOTICE_BUTTONS && notice->buttons[i].label != NULL; i++)
    {
      const FtNoticeButton *button = &notice->buttons[i];

      g_variant_builder_open (&buttons, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&buttons, "{sv}", "label", g_variant_new_string (button->label));
      g_variant_builder_add (&buttons, "{sv}", "action", g_variant_new_string (button->action));
      if (button->target != NULL)
        g_variant_builder_add (&buttons, "{sv}", "target", button->target);
      g_variant_builder_close (&buttons);
    }
  g_variant_builder_add (&builder, "{sv}", "buttons", g_variant_builder_end (&buttons));
  return g_variant_builder_end (&builder);
}

static void
add_action (GVariantBuilder *actions, const char *key, const char *label)
{
  g_variant_builder_add (actions, "s", key);
  g_variant_builder_add (actions, "s", label);
}

static GVariant *
make_actions (const FtNotice *notice)
{
  GVariantBuilder actions;

  g_variant_builder_init (&actions, G_VARIANT_TYPE ("as"));
  add_action (&actions, "default", _ ("Open"));
  for (int i = 0; i < FT_NOTICE_BUTTONS && notice->buttons[i].label != NULL; i++)
    {
      const FtNoticeButton *button = &notice->buttons[i];
      g_autofree char *key = g_action_print_detailed_name (button->action, button->target);
      add_action (&actions, key, button->label);
    }
  return g_variant_builder_end (&actions);
}

static GVariant *
make_hints (const char *icon, gboolean quietly)
{
  GVariantBuilder hints;

  g_variant_builder_init (&hints, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&hints, "{sv}", "desktop-entry", g_variant_new_string (icon));
  g_variant_builder_add (&hints, "{sv}", "urgency", g_variant_new_byte (URGENCY_NORMAL));
  if (quietly)
    g_variant_builder_add (&hints, "{sv}", "suppress-sound", g_variant_new_boolean (TRUE));
  return g_variant_builder_end (&hints);
}

GVariant *
ft_notice_to_freedesktop (const FtNotice *notice,
                          const FtNoticeServer *server,
                          const char *icon,
                          guint32 replaces,
                          gboolean quietly)
{
  /* What a name is made of is never read as markup. */
  g_autofree char *body
      = server->markup ? g_markup_escape_text (notice->body, -1) : g_strdup (notice->body);

  return g_variant_new ("(susss@as@a{sv}i)", g_get_application_name (), replaces, icon,
                        notice->title, server->body ? body : "",
                        server->actions ? make_actions (notice) : g_variant_new_strv (NULL, 0),
                        make_hints (icon, quietly), notice->stays ? EXPIRE_NEVER : EXPIRE_DEFAULT);
}
