"""The window of the real program on a screen and a session bus of its own, and what reaches it from outside."""

import hashlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "harness"))
import tap  # noqa: E402, F401
from person import Person, role_of, wait  # noqa: E402, F401
from Xlib import display  # noqa: E402

BINARY = os.environ["FT_PROGRAM"]


class Notifications:
    """A desktop's notification service: keeps what it was asked to show."""

    XML = """<node><interface name="org.freedesktop.Notifications">
      <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/>
        <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
        <arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
        <arg type="u" direction="out"/></method>
      <method name="CloseNotification"><arg type="u" direction="in"/></method>
      <method name="GetCapabilities"><arg type="as" direction="out"/></method>
      <method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
        <arg type="s" direction="out"/><arg type="s" direction="out"/></method>
      <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
      <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
    </interface></node>"""
    PATH = "/org/freedesktop/Notifications"
    NAME = "org.freedesktop.Notifications"

    def __init__(self):
        self.shown = {}  # id: (title, body)
        self.rung = []  # every (title, body) ever shown
        self.actions = {}
        self.last = 0
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(self.XML).interfaces[0]
        self.registration = self.bus.register_object(self.PATH, interface, self._called, None, None)
        self.owner = Gio.bus_own_name_on_connection(self.bus, self.NAME, Gio.BusNameOwnerFlags.NONE)
        wait(lambda: has_owner(self.NAME), "the notification service")

    def _called(self, _bus, sender, _path, _interface, method, parameters, invocation):
        answer = None
        if method == "Notify":
            _, replaces, _, title, body, actions, _, _ = parameters.unpack()
            if not replaces:
                self.last += 1
            number = replaces or self.last
            self.shown[number] = (title, body)
            self.rung.append((title, body))
            self.actions[number] = (sender, actions)
            answer = GLib.Variant("(u)", (number,))
        elif method == "CloseNotification":
            self.shown.pop(parameters.unpack()[0], None)
        elif method == "GetCapabilities":
            answer = GLib.Variant("(as)", (["actions", "body", "body-markup"],))
        elif method == "GetServerInformation":
            answer = GLib.Variant("(ssss)", ("tests", "tests", "1", "1.2"))
        invocation.return_value(answer)

    def press(self, number, action="default"):
        sender, actions = self.actions[number]
        assert action in actions[::2], actions
        self.bus.emit_signal(sender, self.PATH, self.NAME, "ActionInvoked", GLib.Variant("(us)", (number, action)))

    def close(self):
        Gio.bus_unown_name(self.owner)
        self.bus.unregister_object(self.registration)


class Onlooker(Person):
    """Looks at the window of a program that is running already."""

    def __init__(self, process):
        self.x = display.Display()
        self.root = self.x.screen().root
        self.process = process
        self.clicks = 0
        self.program = wait(self._find_program, "the window", 30)
        self.window = self.program.get_child_at_index(0)


def has_owner(name):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                         GLib.Variant("(s)", (name,)), None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]


class RunningTest(unittest.TestCase):
    maxDiff = None
    ID = "app.followthrough.FollowThrough"

    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="ft-app-"))
        self.addCleanup(shutil.rmtree, self.home)
        self.env = {"XDG_DATA_HOME": str(self.home / "data"), "TMPDIR": str(self.home)}

    def open(self, *arguments):
        """The program with its window; at the end it must still end well."""
        person = Person(BINARY, *map(str, arguments), **self.env)
        self.addCleanup(self.end, person)
        return person

    def start_in_background(self):
        """The program as a login, or a notification, starts it: without a window."""
        process = subprocess.Popen([BINARY, "--gapplication-service"], env={**os.environ, **self.env})
        self.addCleanup(self.end, process)
        wait(lambda: has_owner(self.ID), "the program on the bus", 30)
        return process

    def end(self, program):
        """As a session that logs out would; a sanitizer's complaint is an exit status."""
        process = getattr(program, "process", program)
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(60), 0)

    def actions_of_windows(self, database):
        """The names of the commands that the program on this database has in its windows."""
        name = f"{self.ID}.db{hashlib.sha256(str(database).encode()).hexdigest()[:12]}"
        path = "/" + name.replace(".", "/") + "/window/"
        names = []
        for number in range(1, 4):
            try:
                names += Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
                    name, path + str(number), "org.gtk.Actions", "List", None, None, Gio.DBusCallFlags.NONE, -1,
                    None).unpack()[0]
            except GLib.Error:
                pass  # no window of this number
        return names

    def activate(self, action):
        """An action of the window, from outside."""
        path = "/" + self.ID.replace(".", "/") + "/window/1"
        Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            self.ID, path, "org.gtk.Actions", "Activate", GLib.Variant("(sava{sv})", (action, [], {})), None,
            Gio.DBusCallFlags.NONE, -1, None)

    def cli(self, *arguments, status=0):
        result = subprocess.run([BINARY, *map(str, arguments)], env={**os.environ, **self.env}, cwd=self.home,
                                stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
        self.assertEqual(result.returncode, status, result.stderr.decode())
        return result.stderr.decode() if status else result.stdout.decode()

    def json(self, *arguments):
        return json.loads(self.cli(*arguments))
