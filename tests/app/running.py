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
from notifications import GtkNotifications, Notifications, ScreenSaver, has_owner  # noqa: E402, F401
from person import Person, role_of, wait  # noqa: E402, F401
from Xlib import display  # noqa: E402

BINARY = os.environ["FT_PROGRAM"]


class Onlooker(Person):
    """Looks at the window of a program that is running already."""

    def __init__(self, process):
        self.x = display.Display()
        self.root = self.x.screen().root
        self.process = process
        self.has_true_bounds = False
        self.clicks = 0
        self.program = wait(self._find_program, "the window", 30)
        self.window = self.program.get_child_at_index(0)


class RunningTest(unittest.TestCase):
    maxDiff = None
    ID = "app.followthrough.FollowThrough"

    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="ft-app-"))
        self.addCleanup(shutil.rmtree, self.home)
        self.env = {"XDG_DATA_HOME": str(self.home / "data"), "TMPDIR": str(self.home)}

    def settings(self, **values):
        """Settings of the database, before anything else."""
        path = self.home / "settings.json"
        path.write_text(json.dumps({"format": "follow-through", "version": 1, "leads": [], "promises": [],
                                    "contacts": [], "pieces": [], "settings": {
                                        name.replace("_", "-"): str(value) for name, value in values.items()}}))
        self.cli("import", path)

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
