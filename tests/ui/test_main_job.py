#!/usr/bin/python3
"""The main job in the real window: a lead with a promised callback, kept. By pointer and by keyboard."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "harness"))

import tap  # noqa: E402
from desk import DeskTest  # noqa: E402
from person import states, wait  # noqa: E402


class AddLead(DeskTest):
    def form(self, person):
        """The form, ready to be typed into: keys pressed before it has the focus are lost."""
        name = person.entry("Name")
        wait(lambda: "focused" in states(name) and "active" in states(person.windows()[-1]), "the form to have the focus")

    def test_three_clicks(self):
        person = self.open()
        person.clicks = 0
        person.click(person.button("Add Lead"))
        self.form(person)
        person.type("Anna Berg")
        person.click(person.button("Next Week"))
        person.click(person.button("Save"))
        self.assertEqual(person.clicks, 3)
        self.row("Anna Berg")
        stored = self.stored()
        self.assertEqual([lead["name"] for lead in stored["leads"]], ["Anna Berg"])
        self.assertEqual(len(stored["promises"]), 1)
        self.assertEqual(stored["promises"][0]["state"], "open")

    def test_keyboard_alone(self):
        person = self.open()
        person.key("Control_L", "n")
        self.form(person)
        person.type("Boris Oz")
        person.key("Control_L", "Return")
        self.row("Boris Oz")
        self.assertEqual(len(self.stored()["promises"]), 1, "a new lead comes with a promise (B1)")

    def test_a_name_is_needed_and_nothing_typed_is_lost(self):
        person = self.open()
        person.key("Control_L", "n")
        self.form(person)
        person.click(person.entry("Company"))
        person.type("Berg Roofing")
        person.key("Control_L", "Return")
        self.assertEqual(self.stored()["leads"], [])
        person.click(person.entry("Name"))
        person.type("Anna")
        person.key("Control_L", "Return")
        self.row("Anna")
        self.assertEqual(self.leads()["Anna"]["company"], "Berg Roofing")


class Search(DeskTest):
    def test_names_and_digits_however_written(self):
        self.command("add", "Anna Berg", "--company", "Smith & Sons", "--phone", "+49 (30) 1234-567",
                     "--email", "anna@example.com")
        self.command("add", "Boris Oz", "--phone", "089 7654321")
        person = self.open()
        self.row("Boris Oz")
        for words in "ann", "smith", "0301234567", "30 1234", "234567", "+49301", "anna@ex":
            with self.subTest(words):
                person.key("Control_L", "f")
                person.replace(words)
                self.row("Anna Berg")
                wait(lambda: self.person.look("label", "Boris Oz", self.leads_list()) is None, "the other to go")

    def leads_list(self):
        return self.person.find(("list", "list box", "table"), "Leads")


class LogCall(DeskTest):
    def setUp(self):
        super().setUp()
        self.command("add", "Anna Berg", "--phone", "030 1234567", "--promise", "2026-01-05 10:00")

    def test_reached_in_three_clicks(self):
        person = self.open()
        person.button("Call")
        person.clicks = 0
        person.click(person.button("Call"))
        person.click(person.button("Reached"))
        person.click(self.chip())
        self.assertEqual(person.clicks, 3)
        self.assert_logged("reached")

    def test_no_answer_in_two_clicks(self):
        person = self.open()
        person.button("No Answer")
        person.clicks = 0
        person.click(person.button("No Answer"))
        person.click(self.chip())
        self.assertEqual(person.clicks, 2)
        self.assert_logged("no-answer")

    def test_they_will_call_needs_a_date_of_my_own(self):
        person = self.open()
        person.click(person.button("They'll Call"))
        person.click(self.chip())
        self.assert_logged("they-will-call")

    def chip(self):
        """The first of the times offered below the outcomes."""
        return self.person.find(("push button", "toggle button"), lambda name: re.search(r"\d:\d\d$", name))

    def assert_logged(self, outcome):
        wait(lambda: self.stored()["contacts"], "the contact")
        stored = self.stored()
        self.assertEqual([c["outcome"] for c in stored["contacts"]], [outcome])
        self.assertEqual(sorted(p["state"] for p in stored["promises"]), ["kept", "open"])
        self.person.key("Control_L", "z")
        wait(lambda: not self.stored()["contacts"], "the contact to be undone")
        self.assertEqual([p["state"] for p in self.stored()["promises"]], ["open"])
        self.person.key("Control_L", "Shift_L", "z")
        wait(lambda: self.stored()["contacts"], "the contact to be redone")


if __name__ == "__main__":
    tap.main()
