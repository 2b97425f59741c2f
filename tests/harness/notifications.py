"""A desktop's notification service on the session bus: records what is shown and presses its buttons."""
import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
INTERFACE = """<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/><arg type="s" direction="out"/></method></interface></node>"""


class Notifications:
    """Own one before the program starts. `shown` lists the notifications, `closed` the ids withdrawn."""

    def __init__(self):
        self.shown, self.closed = [], []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        self.id = self.bus.register_object(PATH, interface, self._call, None, None)
        self.bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "RequestName",
                           GLib.Variant("(su)", (NAME, 4)), None, 0, -1)

    def _call(self, _bus, sender, _path, _interface, method, arguments, invocation):
        answer = None
        if method == "GetCapabilities":
            answer = GLib.Variant("(as)", (["actions", "body", "body-markup"],))
        elif method == "GetServerInformation":
            answer = GLib.Variant("(ssss)", ("test", "test", "1", "1.2"))
        elif method == "CloseNotification":
            self.closed.append(arguments.unpack()[0])
        elif method == "Notify":
            _, _, _, title, body, actions, hints, _ = arguments.unpack()
            self.shown.append({"title": title, "body": body, "sender": sender, "hints": hints,
                               "actions": dict(zip(actions[1::2], actions[::2]))})
            answer = GLib.Variant("(u)", (len(self.shown),))
        invocation.return_value(answer)

    def press(self, index, label=""):
        """Presses a button of a notification; "" is the notification itself."""
        shown = self.shown[index]
        self.bus.emit_signal(shown["sender"], PATH, NAME, "ActionInvoked",
                             GLib.Variant("(us)", (index + 1, shown["actions"][label])))

    def leave(self):
        self.bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ReleaseName",
                           GLib.Variant("(s)", (NAME,)), None, 0, -1)
        self.bus.unregister_object(self.id)
