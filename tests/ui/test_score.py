#!/usr/bin/python3
"""The page of the score in the real window: a bar lists what is behind it, by pointer and by keyboard."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "harness"))

import tap  # noqa: E402
from desk import DeskTest  # noqa: E402

BAR = ("push button", "toggle button")


class Score(DeskTest):
    def setUp(self):
        super().setUp()
        self.command("add", "Anna Berg", "--phone", "030 1234567", "--promise", "2026-01-05 10:00")
        self.command("add", "Bert Oz", "--phone", "030 7654321", "--promise", "2026-01-06 10:00")
        self.open(height=900)

    def bar(self, words):
        """The bar whose words begin so: its week and what it counts."""
        return self.person.find(BAR, lambda name: name and words in name)

    def test_by_pointer(self):
        person = self.person
        person.click(person.find(("radio button", "toggle button", "page tab"), "Score"))
        person.click(person.button("All"))
        person.click(self.bar("Late 2"), 0.5, 0.5)
        person.label("2 lines")
        person.click(person.label("Bert Oz"))
        self.card_shows("Bert Oz")

    def test_by_keyboard_alone(self):
        person = self.person
        person.key("Alt_L", "5")
        person.button("Quarter")
        # On to the pill of everything, past the tables, and into the first drawing.
        person.key("Right")
        person.key("Right")
        person.key("space")
        self.bar("Late 2")
        for _ in range(12):
            person.key("Tab")
            focused = person.focused()
            if focused and "Late" in (focused.get_name() or ""):
                break
        self.assertIn("Late", person.focused().get_name())
        for _ in range(60):
            if "Late 2" in person.focused().get_name():
                break
            person.key("Left")
        person.key("Return")
        person.label("2 lines")
        person.key("Escape")
        self.bar("Late 2")


if __name__ == "__main__":
    tap.main()
