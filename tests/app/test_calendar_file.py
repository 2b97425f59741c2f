#!/usr/bin/env python3
"""The calendar beside the database, as the programs that subscribe to it find it."""

import json
import os
import stat

import icalendar
import running
from program import ProgramTest
from running import RunningTest, wait


def switch_on(test):
    """The setting, through an import, as the command line can."""
    path = test.home / "settings.json"
    path.write_text(json.dumps({"format": "follow-through", "version": 1, "leads": [], "pieces": [],
                                "settings": {"calendar-file": 1}, "promises": [], "contacts": []}))
    return str(path)


def read(path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return sorted(str(event["SUMMARY"]) for event in calendar.walk("VEVENT"))


class OnTheCommandLine(ProgramTest):
    def setUp(self):
        super().setUp()
        self.calendar = self.database.with_suffix(".ics")

    def test_nothing_lies_about_unless_it_is_wanted(self):
        self.good("add", "Anna", "--promise", "2099-01-02 10:00")
        self.assertFalse(self.calendar.exists())

    def test_follows_every_command_that_changes_something(self):
        self.good("add", "Anna", "--promise", "2099-01-02 10:00", "--purpose", "the roof")
        self.good("import", switch_on(self))
        self.assertEqual(read(self.calendar), ["Anna: the roof"])
        self.assertEqual(stat.S_IMODE(self.calendar.stat().st_mode), 0o600)
        self.good("add", "Ben", "--promise", "2099-01-03 10:00", "--purpose", "the door")
        self.assertEqual(read(self.calendar), ["Anna: the roof", "Ben: the door"])
        # Whoever reads it has the old one or the new one, never half of one: it is another file.
        before = self.calendar.stat()
        self.good("today")
        self.assertEqual(self.calendar.stat().st_ino, before.st_ino)
        self.calendar.chmod(0o644)
        self.good("add", "Cy")
        self.assertNotEqual(self.calendar.stat().st_ino, before.st_ino)
        self.assertEqual(stat.S_IMODE(self.calendar.stat().st_mode), 0o600)
        self.assertEqual([name for name in os.listdir(self.database.parent) if "goutput" in name], [])

    def test_more_than_one_slice(self):
        self.good("import", switch_on(self))
        self.write("many.csv", "Name,Phone\n" + "".join(f"Lead {i:04},+49 30 {i:04}\n" for i in range(700)))
        self.good("import", "many.csv", "--per-day", "100")
        self.assertEqual(len(read(self.calendar)), 700)

    def test_what_stands_in_its_way_is_said_and_stops_nothing(self):
        self.good("import", switch_on(self))
        self.calendar.unlink()
        self.calendar.mkdir()
        (self.calendar / "in the way").touch()
        result = self.run_program("add", "Anna", "--promise", "2099-01-02 10:00")
        self.assertEqual(result.returncode, 0)
        self.assertRegex(result.stderr.decode(), r"\Afollow-through: [^\n]*follow-through\.ics[^\n]+\n\Z")
        self.assertIn("Anna", self.good("export", "--format", "csv"))

    def test_each_database_has_its_own(self):
        self.good("--database", "other.db", "import", switch_on(self))
        self.good("--database", "other.db", "add", "Anna", "--promise", "2099-01-02", "--purpose", "the roof")
        self.assertEqual(read(self.home / "other.ics"), ["Anna: the roof"])
        self.assertFalse(self.calendar.exists())


class InTheBackground(RunningTest):
    def setUp(self):
        super().setUp()
        self.calendar = self.home / "data" / "follow-through" / "follow-through.ics"

    def test_is_kept_up_to_date_while_the_program_runs(self):
        self.cli("import", switch_on(self))
        self.calendar.unlink()
        process = self.start_in_background()
        wait(self.calendar.exists, "the calendar of what happened before")
        for i in range(5):
            self.cli("add", f"Lead {i}", "--promise", "2099-01-02 10:00", "--purpose", "x")
        wait(lambda: len(read(self.calendar)) == 5, "the calendar of five promises")
        # What was changed last is in it when the program has ended.
        self.cli("add", "Last", "--promise", "2099-01-02 10:00", "--purpose", "x")
        self.end(process)
        self.assertIn("Last: x", read(self.calendar))

    def test_comes_and_goes_with_the_switch(self):
        self.cli("add", "Anna", "--promise", "2099-01-02 10:00", "--purpose", "the roof")
        person = self.open()
        self.activate("preferences")
        # Further down than the window is high: found where it is.
        switch = wait(lambda: next((node for node in person.walk() if node.get_role_name() == "check box"
                                    and node.get_name() == "Calendar File for Other Programs"), None), "the switch")
        self.assertFalse(self.calendar.exists())
        switch.do_action(0)
        wait(self.calendar.exists, "the calendar")
        self.assertEqual(read(self.calendar), ["Anna: the roof"])
        wait(lambda: any(str(self.calendar) == node.get_name() for node in person.walk()), "its path")
        switch.do_action(0)
        wait(lambda: not self.calendar.exists(), "the calendar to be taken away")

    def test_the_window_says_what_stands_in_its_way(self):
        self.cli("import", switch_on(self))
        self.calendar.unlink()
        self.calendar.mkdir()
        (self.calendar / "in the way").touch()
        person = self.open()
        wait(lambda: any("follow-through.ics" in node.get_name() for node in person.walk()), "the reason", 20)


if __name__ == "__main__":
    running.tap.main()
