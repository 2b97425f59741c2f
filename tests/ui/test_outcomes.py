#!/usr/bin/python3
"""Every outcome in the real window, by pointer and by keyboard: how many presses, and back and forth again."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "harness"))

import tap  # noqa: E402
from desk import DeskTest  # noqa: E402
from person import wait  # noqa: E402

# The button, its key, the name it is stored by, and what is pressed in its panel: None is the first time offered, ""
# is nothing, since it is logged at once.
OUTCOMES = (
    ("Reached", "1", "reached", None),
    ("No Answer", "2", "no-answer", None),
    ("They'll Call", "3", "they-will-call", None),
    ("They Called", "4", "they-called", None),
    ("Proposal Sent", "5", "proposal-sent", None),
    ("Delivered", "6", "delivered", None),
    ("Sold", "7", "sold", ""),
    ("Definite No", "8", "definite-no", "Close This Lead"),
)

# As many presses as the design has for it, typing free: logging a call and the next promise is 3, with no
# answer 2, a sale or a delivery 2.
MOST = {"no-answer": 2, "sold": 2, "delivered": 2}


class Outcomes(DeskTest):
    def setUp(self):
        super().setUp()
        self.command("add", "Anna Berg", "--phone", "030 1234567", "--promise", "2026-01-05 10:00")
        self.open()
        self.toggle("Reached")

    def toggle(self, name):
        return self.person.button(name)

    def first_time(self, outcome):
        """The first of the times offered; it has the focus where there is nothing to write down first."""
        if outcome == "reached":
            return self.person.find(("push button", "toggle button"), lambda name: re.search(r"\d:\d\d$", name))
        return wait(lambda: (node := self.person.focused()) and re.search(r"\d:\d\d$|^Within the Hour$",
                    node.get_name() or "") and node, f"a time for {outcome} to have the focus")

    def outcomes(self):
        return [contact["outcome"] for contact in self.stored()["contacts"]]

    def assert_logged_undone_and_redone(self, outcome):
        wait(lambda: self.outcomes() == [outcome], f"{outcome} to be logged")
        self.person.key("Control_L", "z")
        wait(lambda: self.outcomes() == [], f"{outcome} to be undone")
        self.person.key("Control_L", "Shift_L", "z")
        wait(lambda: self.outcomes() == [outcome], f"{outcome} to be redone")
        self.person.key("Control_L", "z")
        wait(lambda: self.outcomes() == [], f"{outcome} to be undone again")

    def test_two_presses_by_pointer(self):
        person = self.person
        for button, _key, outcome, last in OUTCOMES:
            with self.subTest(outcome):
                # No tooltip of what was pressed last may lie over what is pressed next.
                person.move(1, 1)
                person.rest()
                person.clicks = 0
                person.click(self.toggle(button))
                if outcome == "definite-no":
                    person.entry("Their words")
                    person.type("We bought elsewhere")
                if last != "":
                    person.click(person.button(last) if last else self.first_time(outcome))
                self.assertEqual(person.clicks, 1 if last == "" else 2)
                self.assertLessEqual(person.clicks, MOST.get(outcome, 3))
                self.assert_logged_undone_and_redone(outcome)

    def test_by_keyboard_alone(self):
        person = self.person
        for _button, key, outcome, last in OUTCOMES:
            with self.subTest(outcome):
                person.clicks = 0
                person.key(key)
                if outcome == "reached":
                    person.entry("What you heard")
                    person.type("the roof first")
                    person.key("Return")
                elif outcome == "definite-no":
                    person.entry("Their words")
                    person.type("We bought elsewhere")
                if last != "":
                    person.key("Return")
                self.assertLessEqual(person.clicks, MOST.get(outcome, 3))
                self.assert_logged_undone_and_redone(outcome)

    def test_they_called_from_anywhere(self):
        """C1: two presses from the header bar, a callback within the hour."""
        person = self.person
        person.key("Control_L", "t")
        wait(lambda: any(node.get_name() == "Who called" for node in person.walk()), "the popover")
        person.type("Boris Oz")
        wait(lambda: any(node.get_name() == "New lead “Boris Oz”" for node in person.walk()), "the row to press")
        person.key("Return")
        wait(lambda: "Boris Oz" in self.leads(), "the new lead")
        self.assertEqual(self.outcomes(), ["they-called"])
        self.assertEqual(len(self.stored()["promises"]), 2)


if __name__ == "__main__":
    tap.main()
