#!/usr/bin/python3
"""The window as a whole: names, keys, sizes, languages, and what follows a change made elsewhere."""
import datetime
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "harness"))

import tap  # noqa: E402
from desk import DeskTest  # noqa: E402
from person import role_of, states, text_of, wait  # noqa: E402

CONTROLS = ("push button", "toggle button", "radio button", "check box", "text", "entry", "menu item", "page tab",
            "combo box", "spin button", "switch", "list", "table")
TYPE_NAME = re.compile(r"|(Gtk|Adw|Ft)[A-Z]\w*")  # what GTK answers for a widget without a name


class Names(DeskTest):
    def nameless(self):
        """On a busy machine an answer may be missing, or an object has just gone: then all of it once more."""
        def look():
            return [[(role_of(node), node.get_name()) for node in self.person.walk()
                     if role_of(node) in CONTROLS and "focusable" in states(node) and self.person.is_shown(node)
                     and TYPE_NAME.fullmatch(node.get_name())]]

        return wait(look, "a walk through the whole window", 60)[0]

    def test_every_control_says_what_it_is(self):
        self.command("add", "Anna Berg", "--phone", "030 1234567", "--promise", "2026-01-05 10:00")
        person = self.open()
        for name in "Add Lead", "Call", "Reached", "No Answer", "They'll Call":
            person.button(name)
        person.entry("Search")
        person.find(("list", "list box", "table"), "Leads")
        person.find(("panel", "filler", "grouping", "table"), "Calendar")
        self.assertEqual(self.nameless(), [])
        person.key("Control_L", "n")
        person.entry("Name")
        self.assertEqual(self.nameless(), [])


class Keys(DeskTest):
    def test_letters_and_digits_belong_to_the_entry_that_has_the_focus(self):
        self.command("add", "Anna Berg", "--phone", "030 1234567", "--promise", "2026-01-05 10:00")
        person = self.open()
        person.button("Reached")
        person.click(self.row("Anna Berg"))
        person.key("1")
        notes = person.entry(lambda name: name.startswith("What you heard"))
        person.click(notes)
        person.type("c 1 2 3 j/k")
        wait(lambda: text_of(notes) == "c 1 2 3 j/k", "the typed text")
        self.assertIsNone(person.look("label", "When will you try again?"), "2 is No Answer only outside of entries")

    def test_outcome_by_key(self):
        self.command("add", "Anna Berg", "--phone", "030 1234567", "--promise", "2026-01-05 10:00")
        person = self.open()
        person.button("Reached")
        person.click(self.row("Anna Berg"))
        person.key("2")
        person.label("When will you try again?")
        person.key("Escape")
        person.gone("label", "When will you try again?")

    def test_next_and_previous(self):
        for number, name in enumerate(["Anna Berg", "Boris Oz", "Cleo Fox"]):
            self.command("add", name, "--promise", f"2026-01-0{number + 5} 10:00")
        person = self.open()
        person.click(self.row("Anna Berg"))
        for key, name in ("j", "Boris Oz"), ("j", "Cleo Fox"), ("k", "Boris Oz"):
            person.key(key)
            person.button(f"Name: {name}")


class Follow(DeskTest):
    def test_the_command_line_goes_through_the_window(self):
        person = self.open()
        self.command("add", "Anna Berg", "--promise", "2026-01-05 10:00")
        self.row("Anna Berg")
        person.label("1 late")
        table = self.folder / "leads.csv"
        table.write_text("Name,Company,Phone\n" + "".join(f"Lead {n},Firm {n},030 55{n:04}\n" for n in range(300)))
        self.command("import", str(table))
        person.button("All, 301")
        person.key("Control_L", "z")
        person.button("All, 1")
        self.assertEqual(list(self.leads()), ["Anna Berg"])

    def test_what_was_done_outlives_the_window(self):
        person = self.open()
        self.command("add", "Anna Berg")
        self.row("Anna Berg")
        self.assertEqual(person.quit(), 0)
        person = self.open()
        self.row("Anna Berg")
        person.key("Control_L", "z")
        person.gone("button", "All, 1")
        wait(lambda: not self.leads(), "the lead added before the restart to be taken back")

    def test_a_block_of_the_calendar_opens_its_card(self):
        self.command("add", "Anna Berg", "--promise", "2026-01-05 10:00")
        tomorrow = datetime.date.today() + datetime.timedelta(days=1)
        self.command("add", "Boris Oz", "--promise", f"{tomorrow} 10:00")
        person = self.open()
        person.click(self.row("Anna Berg"))
        person.button("Name: Anna Berg")
        person.key("Alt_L", "2")
        find_block = lambda: person.look("push button", lambda name: name.startswith("Boris Oz,"))  # noqa: E731
        if not find_block():  # the last day of what is shown
            person.click(person.find("push button", lambda name: name.startswith("Next")))
        block = wait(find_block, "the block")
        person.click(block)
        person.key("Alt_L", "1")
        person.button("Name: Boris Oz")


class Shapes(DeskTest):
    def test_one_pane_at_360_and_right_to_left(self):
        self.command("add", "Anna Berg", "--phone", "030 1234567", "--promise", "2026-01-05 10:00")
        person = self.open(360, 640, LANGUAGE="ar", GTK_DEBUG="invert-text-dir")
        self.assertEqual(person.extents(person.window)[2], 360, "the window must not ask for more")
        person.click(self.row("Anna Berg"))
        name = person.button("Name: Anna Berg")
        self.assertIsNone(person.look(("list", "list box", "table"), "Leads"), "one pane at a time")
        person.scroll(name, 5)
        person.button("Reached")

    def test_three_panes_at_1280(self):
        self.command("add", "Anna Berg", "--promise", "2026-01-05 10:00")
        person = self.open(1280, 800)
        self.row("Anna Berg")
        person.button("Reached")
        person.button("Today")


if __name__ == "__main__":
    tap.main()
