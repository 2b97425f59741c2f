"""What every test of the window starts from: the program on a database of the test's own."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from person import Person, wait

PROGRAM = os.environ["FT_PROGRAM"]
LISTS = ("list", "list box", "table", "tree", "tree table")


class DeskTest(unittest.TestCase):
    """The window, and the command line beside it, which goes through the window."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="ft-desk.")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.database = str(self.folder / "private" / "leads.db")
        self.person = None

    def command(self, *arguments, status=0):
        """Runs a subcommand on the test's database; its standard output."""
        done = subprocess.run([PROGRAM, *arguments, "--database", self.database],
                              capture_output=True, text=True, timeout=120, check=False)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout

    def stored(self):
        """Everything in the database, as the export says it."""
        return json.loads(self.command("export", "--format", "json"))

    def leads(self):
        return {lead["name"]: lead for lead in self.stored()["leads"]}

    def open(self, width=1280, height=800, **env):
        self.person = Person(PROGRAM, "--database", self.database, **env)
        self.addCleanup(self._close)
        self.person.resize(width, height)
        self.person.find("push button", "Add Lead")  # the database is open
        self.person.rest()  # window manager and layout have settled
        return self.person

    def _close(self):
        if self.person.process.poll() is None:
            self.assertEqual(self.person.quit(), 0)

    def row(self, name):
        """The row of a lead in the list: its name stands in it."""
        leads = self.person.find(LISTS, "Leads")
        return self.person.label(name, leads)

    def card_shows(self, name):
        """The call card's title is its largest text; the list has the name too, so two are shown."""
        wait(lambda: self.person.look("heading", name) or self.person.look("label", name),
             f"the card of {name}")
