"""A desktop's notification services on the session bus: record what is shown and press its buttons."""
import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from person import wait  # noqa: E402


def has_owner(name):
    return Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
        GLib.Variant("(s)", (name,)), None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]


class Service:
    """A name on the session bus, from `start` to `stop`."""

    def __init__(self):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.refuses = self.holds = False  # answers with an error; does not answer
        self.held = []
        self.start()

    def start(self):
        interface = Gio.DBusNodeInfo.new_for_xml(self.XML).interfaces[0]
        self.registration = self.bus.register_object(self.PATH, interface, self._call, None, None)
        self.owner = Gio.bus_own_name_on_connection(self.bus, self.NAME, Gio.BusNameOwnerFlags.NONE)
        wait(lambda: has_owner(self.NAME), "the notification service")

    def stop(self):
        if not self.owner:
            return
        Gio.bus_unown_name(self.owner)
        self.bus.unregister_object(self.registration)
        self.owner = 0
        wait(lambda: not has_owner(self.NAME), "the notification service to be gone")

    close = stop

    def _call(self, _bus, sender, _path, _interface, method, parameters, invocation):
        if self.refuses and method in ("Notify", "AddNotification"):
            invocation.return_dbus_error("org.example.Refused", "not today")
        elif self.holds and method in ("Notify", "AddNotification"):
            self.held.append((invocation, method, sender, parameters))
        else:
            invocation.return_value(self.answer(method, sender, parameters.unpack()))

    def answer_held(self):
        self.holds = False
        for invocation, method, sender, parameters in self.held:
            invocation.return_value(self.answer(method, sender, parameters.unpack()))
        self.held = []

    def titles(self):
        """Of what is on the screen now."""
        return [shown["title"] for shown in self.shown.values()]


class ScreenSaver(Service):
    """Says whether the screen is locked."""

    NAME, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
    XML = """<node><interface name="org.freedesktop.ScreenSaver">
<method name="GetActive"><arg type="b" direction="out"/></method>
<signal name="ActiveChanged"><arg type="b"/></signal></interface></node>"""

    def __init__(self, active):
        self.active, self.asked = active, 0
        super().__init__()

    def answer(self, _method, _sender, _parameters):
        self.asked += 1
        return GLib.Variant("(b)", (self.active,))

    def set(self, active):
        self.active = active
        self.bus.emit_signal(None, self.PATH, self.NAME, "ActiveChanged", GLib.Variant("(b)", (active,)))


class Notifications(Service):
    """That of freedesktop.org. `shown`: what is on the screen, by number; `rung`: every (title, body) ever shown;
    `replaced`: those that took the place of another."""

    NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
    XML = """<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/><arg type="s" direction="out"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal></interface></node>"""

    def __init__(self, capabilities=("actions", "body", "body-markup")):
        self.shown, self.rung, self.replaced, self.last = {}, [], [], 0
        self.capabilities = capabilities
        super().__init__()

    def stop(self):
        super().stop()
        self.shown = {}

    def answer(self, method, sender, parameters):
        if method == "Notify":
            _, replaces, _, title, body, actions, hints, expires = parameters
            if not replaces:
                self.last += 1
            number = replaces or self.last
            (self.replaced if replaces else self.rung).append((title, body))
            self.shown[number] = {"title": title, "body": body, "sender": sender, "hints": hints, "expires": expires,
                                  "actions": dict(zip(actions[1::2], actions[::2]))}
            return GLib.Variant("(u)", (number,))
        if method == "CloseNotification":
            self.shown.pop(parameters[0], None)
        if method == "GetCapabilities":
            return GLib.Variant("(as)", (list(self.capabilities),))
        if method == "GetServerInformation":
            return GLib.Variant("(ssss)", ("tests", "tests", "1", "1.2"))
        return None

    def number(self, title):
        return next(n for n, shown in self.shown.items() if shown["title"] == title)

    def buttons(self, title):
        return [label for label, key in self.shown[self.number(title)]["actions"].items() if key != "default"]

    def press(self, title, label=None):
        """Presses a button of a notification; None is the notification itself."""
        shown = self.shown[self.number(title)]
        self.bus.emit_signal(shown["sender"], self.PATH, self.NAME, "ActionInvoked", GLib.Variant(
            "(us)", (self.number(title), "default" if label is None else shown["actions"][label])))

    def dismiss(self, title):
        number = self.number(title)
        del self.shown[number]
        self.bus.emit_signal(None, self.PATH, self.NAME, "NotificationClosed", GLib.Variant("(uu)", (number, 2)))


class GtkNotifications(Service):
    """That of GNOME Shell, which activates the application by itself."""

    NAME, PATH = "org.gtk.Notifications", "/org/gtk/Notifications"
    XML = """<node><interface name="org.gtk.Notifications">
<method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="a{sv}" direction="in"/></method>
<method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>"""

    def __init__(self):
        self.shown, self.rung = {}, []
        super().__init__()

    def answer(self, method, _sender, parameters):
        if method == "AddNotification":
            application, name, notification = parameters
            self.shown[name] = {**notification, "application": application}
            self.rung.append((notification["title"], notification.get("body", "")))
        else:
            self.shown.pop(parameters[1], None)

    def press(self, name, label):
        """As GNOME Shell does: by the application's own interface, which starts it if need be."""
        shown = self.shown[name]
        button = next(b for b in shown["buttons"] if b["label"] == label)
        target = [GLib.Variant("(xx)", button["target"])] if "target" in button else []
        self.bus.call_sync(shown["application"], "/" + shown["application"].replace(".", "/"),
                           "org.freedesktop.Application", "ActivateAction",
                           GLib.Variant("(sava{sv})", (button["action"].removeprefix("app."), target, {})), None, 0,
                           -1, None)
