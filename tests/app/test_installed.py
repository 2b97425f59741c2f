#!/usr/bin/env python3
"""The program as it is installed: what the desktop finds of it, and how it starts it.

test_installed.py [Case.test…]

Installs the build FT_BUILD into a scratch folder, and runs the tests with that folder among XDG_DATA_DIRS on a screen and
a bus of their own: FT_INSTALLED is its prefix then. The bus starts what it finds there.
"""

import configparser
import gettext
import json
import os
import pathlib
import shlex
import signal
import subprocess
import sys
import tempfile
import unittest

ID = "app.followthrough.FollowThrough"
SERVICE = f"share/dbus-1/services/{ID}.service"
HERE = pathlib.Path(__file__).resolve()


def install(build, scratch):
    """The prefix under which the program lies then: another than it was built for."""
    options = subprocess.run(["meson", "introspect", "--buildoptions", build], check=True, capture_output=True)
    prefix = next(o["value"] for o in json.loads(options.stdout) if o["name"] == "prefix")
    subprocess.run(["meson", "install", "-C", build, "--no-rebuild", "--destdir", scratch], check=True,
                   stdout=subprocess.DEVNULL)
    moved = pathlib.Path(scratch) / prefix.lstrip("/")
    # A bus wants to be told by its full path what to start: whoever moves the program moves this, too, and nothing else.
    service = moved / SERVICE
    service.write_text(service.read_text().replace(f"\nExec={prefix}/", f"\nExec={moved}/"))
    # As a package manager's triggers do.
    subprocess.run(["update-desktop-database", moved / "share" / "applications"], check=True)
    subprocess.run(["glib-compile-schemas", "--strict", moved / "share" / "glib-2.0" / "schemas"], check=True)
    return moved


def run_on_a_screen():
    with tempfile.TemporaryDirectory(prefix="ft-installed.") as scratch:
        prefix = install(os.environ["FT_BUILD"], scratch)
        others = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
        env = {**os.environ, "FT_INSTALLED": str(prefix), "FT_PROGRAM": str(prefix / "bin" / "follow-through"),
               "XDG_DATA_DIRS": f"{prefix / 'share'}:{others}", "PATH": f"{prefix / 'bin'}:{os.environ['PATH']}"}
        env.pop("FOLLOW_THROUGH_LOCALEDIR", None)
        session = HERE.parents[1] / "harness" / "headless-session"
        return subprocess.run([session, "/usr/bin/python3", HERE, *sys.argv[1:]], env=env, check=False).returncode


if __name__ == "__main__" and "FT_INSTALLED" not in os.environ:
    sys.exit(run_on_a_screen())

import running  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402
from running import GtkNotifications, Onlooker, RunningTest, has_owner, wait  # noqa: E402

PREFIX = pathlib.Path(os.environ["FT_INSTALLED"])
DESKTOP_FILE = PREFIX / "share" / "applications" / f"{ID}.desktop"


def read_groups(path):
    groups = configparser.ConfigParser(interpolation=None, strict=False, delimiters=("=",))
    groups.optionxform = str
    groups.read(path, "utf-8")
    return groups


class Files(unittest.TestCase):
    def test_all_are_there(self):
        for name in ("bin/follow-through", f"share/applications/{ID}.desktop", f"share/metainfo/{ID}.metainfo.xml", SERVICE,
                     f"share/icons/hicolor/scalable/apps/{ID}.svg",
                     f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg", "share/man/man1/follow-through.1",
                     f"share/glib-2.0/schemas/{ID}.gschema.xml",
                     f"share/gnome-shell/search-providers/{ID}.search-provider.ini",
                     "share/bash-completion/completions/follow-through",
                     *(f"share/locale/{language}/LC_MESSAGES/follow-through.mo"
                       for language in (HERE.parents[2] / "po" / "LINGUAS").read_text().split())):
            with self.subTest(name):
                self.assertTrue((PREFIX / name).is_file())

    def test_only_the_bus_is_told_where_they_are(self):
        for path in PREFIX.rglob("*"):
            if path.is_file() and path != PREFIX / SERVICE and path.parent != PREFIX / "bin":
                with self.subTest(path.relative_to(PREFIX)):
                    self.assertNotIn(b"bin/follow-through", path.read_bytes())
        self.assertEqual(read_groups(PREFIX / SERVICE)["D-BUS Service"]["Exec"].split()[0], running.BINARY)

    def test_translations_are_found_beside_it(self):
        german = gettext.translation("follow-through", PREFIX / "share" / "locale", ["de"])
        told = subprocess.run([running.BINARY, "--help"], env={**os.environ, "LANGUAGE": "de"}, text=True, check=True,
                              capture_output=True).stdout
        self.assertIn(german.gettext("Check the integrity of the database"), told)
        self.assertNotIn("Check the integrity of the database", told)

    def test_man_page_is_found(self):
        found = subprocess.run(["man", "-w", "follow-through"], text=True, check=True, capture_output=True,
                               env={**os.environ, "MANPATH": str(PREFIX / "share" / "man")}).stdout
        self.assertEqual(found.strip(), str(PREFIX / "share" / "man" / "man1" / "follow-through.1"))

    def complete(self, *words):
        """What the shell offers for the last word. bash-completion's own functions are stood in for."""
        script = (f"_init_completion () {{ words=({shlex.join(words)}); cword=$((${{#words[@]}} - 1)); "
                  "cur=${words[cword]} prev=${words[cword-1]}; }; _filedir () { COMPREPLY+=(FILE); }; "
                  f". {PREFIX}/share/bash-completion/completions/follow-through; "
                  "complete -p follow-through >&2 && _follow_through; printf '%s\\n' \"${COMPREPLY[@]}\"")
        return subprocess.run(["bash", "-c", script], text=True, check=True, capture_output=True).stdout.split()

    def test_completion(self):
        self.assertEqual(self.complete("follow-through", "to"), ["today", "FILE"])
        self.assertEqual(self.complete("follow-through", "--database", "x.db", "export", "--format", "v"), ["vcf"])
        self.assertEqual(self.complete("follow-through", "add", "Anna", "--ph"), ["--phone"])
        self.assertIn("Europe/Berlin", self.complete("follow-through", "add", "Anna", "--zone", "Europe/Be"))
        self.assertEqual(self.complete("follow-through", "restore", ""), ["FILE"])


class Activated:
    """The program that the bus started; it is a child of the bus, not of the test."""

    def __init__(self):
        self.pid = wait(self.find, "the program on the bus", 60)

    def find(self):
        if not has_owner(ID):
            return None
        return ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                   GLib.Variant("(s)", (ID,)))[0]

    def poll(self):
        return None if pathlib.Path(f"/proc/{self.pid}/exe").exists() else 0


def ask(name, path, interface, method, arguments):
    return Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 60000, None).unpack()


def activate(action, *target):
    ask(ID, "/" + ID.replace(".", "/"), "org.freedesktop.Application", "ActivateAction",
        GLib.Variant("(sava{sv})", (action, list(target), {})))


class Start(RunningTest):
    def setUp(self):
        super().setUp()
        # The bus starts programs in the environment of this test.
        ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "UpdateActivationEnvironment",
            GLib.Variant("(a{ss})", (self.env,)))
        self.addCleanup(self.quit)

    def quit(self):
        if not has_owner(ID):
            return
        program = Activated()
        os.kill(program.pid, signal.SIGTERM)
        wait(lambda: program.poll() is not None, "the program to end", 60)

    def start_by_name(self):
        ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "StartServiceByName",
            GLib.Variant("(su)", (ID, 0)))

    def look(self):
        """At the window of what was installed."""
        program = Activated()
        self.assertEqual(os.readlink(f"/proc/{program.pid}/exe"), running.BINARY)
        return Onlooker(program)

    def shows(self, person, name):
        wait(lambda: any(name in (node.get_name() or "") for node in person.walk()), name, 60)

    def launch(self, *files):
        """By the command of its desktop file."""
        subprocess.run(["gio", "launch", DESKTOP_FILE, *files], env={**os.environ, **self.env}, check=True, timeout=120)

    def test_from_its_desktop_file(self):
        self.launch()
        self.shows(self.look(), "Add Lead")

    def test_the_window_is_as_it_was_left(self):
        self.env["GSETTINGS_BACKEND"] = "keyfile"
        for time in ("first", "second"):
            self.launch()
            person = self.look()
            self.shows(person, "Add Lead")
            if time == "first":
                person.resize(900, 700)
            wait(lambda: person.extents(person.window)[2:] == (900, 700), f"the size, the {time} time", 60)
            self.quit()

    def test_opens_the_files_it_is_offered_for(self):
        (self.home / "people.csv").write_text("Name,Phone\nAnna Berg,+49 30 23125 101\n")
        (self.home / "people.vcf").write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben Oz\r\nEND:VCARD\r\n")
        for name, kind in (("people.csv", "text/csv"), ("people.vcf", "text/vcard")):
            file = Gio.File.new_for_path(str(self.home / name))
            self.assertEqual(file.query_info("standard::content-type", 0, None).get_content_type(), kind)
            offered, = (app for app in Gio.AppInfo.get_all_for_type(kind) if app.get_id() == f"{ID}.desktop")
            for how in ("bus", "command"):
                with self.subTest(name, how=how):
                    if how == "bus":
                        offered.launch([file], None)
                    else:
                        self.launch(self.home / name)
                    self.shows(self.look(), f"Import “{name}”")
                    self.quit()

    def test_actions_of_the_desktop_file(self):
        groups = read_groups(DESKTOP_FILE)
        shown = {"new-lead": "Save", "they-called": "Who called"}
        self.assertEqual(groups["Desktop Entry"]["Actions"].strip(";").split(";"), list(shown))
        for name, what in shown.items():
            for how in ("bus", "command"):
                with self.subTest(name, how=how):
                    if how == "bus":
                        activate(name)
                    else:
                        # As a desktop that does not know D-Bus activation does.
                        subprocess.run(shlex.split(groups[f"Desktop Action {name}"]["Exec"]), check=True, timeout=120)
                    self.shows(self.look(), what)
                    self.quit()

    def test_by_its_name_it_has_no_window(self):
        self.start_by_name()
        self.cli("add", "Anna Berg", "--promise", "2099-01-02 10:00")
        windows = ask(ID, "/" + ID.replace(".", "/"), "org.freedesktop.DBus.Introspectable", "Introspect", None)[0]
        self.assertNotIn('"window"', windows)
        self.assertEqual(self.json("today", "--json")["coverage"], {"promised": 1, "open": 1})

    def test_a_button_of_a_reminder_starts_it(self):
        """As GNOME's service, which keeps what it shows, has it do after the program has ended."""
        bell = GtkNotifications()
        self.addCleanup(bell.close)
        self.settings(quiet_from=0, quiet_until=0, morning=0)
        self.cli("add", "Anna Berg", "--promise", "2020-01-02 10:00")
        self.start_by_name()
        wait(bell.titles, "the reminder", 60)
        (name, reminder), = bell.shown.items()
        self.assertEqual((reminder["title"], reminder["application"]), ("Anna Berg", ID))
        self.quit()
        bell.press(name, "Done")
        Activated()
        wait(lambda: "kept" in [p["state"] for p in self.json("export", "--format", "json")["promises"]],
             "the promise to be kept", 60)

    def test_a_search_starts_it(self):
        self.cli("add", "Anna Berg", "--phone", "+49 30 23125 101")
        provider = read_groups(PREFIX / "share" / "gnome-shell" / "search-providers" / f"{ID}.search-provider.ini")
        section = provider["Shell Search Provider"]
        self.assertTrue((PREFIX / "share" / "applications" / section["DesktopId"]).is_file())
        found, = ask(section["BusName"], section["ObjectPath"], f"org.gnome.Shell.SearchProvider{section['Version']}",
                     "GetInitialResultSet", GLib.Variant("(as)", (["23125"],)))
        self.assertEqual(len(found), 1)


if __name__ == "__main__":
    running.tap.main()
