#!/usr/bin/python3
"""The page of romance pieces (A5) in the real window, by pointer and by keyboard."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "harness"))

import tap  # noqa: E402
from desk import DeskTest  # noqa: E402
from person import wait  # noqa: E402


class Pieces(DeskTest):
    def setUp(self):
        super().setUp()
        self.command("add", "Anna Berg", "--phone", "030 1234567", "--promise", "2026-01-05 10:00")
        self.command("add", "Bert Oz", "--phone", "030 7654321", "--promise", "2026-01-06 10:00")
        self.open()

    def pieces(self):
        return {piece["name"]: piece for piece in self.stored()["pieces"]}

    def test_by_pointer(self):
        person = self.person
        person.click(person.find(("radio button", "toggle button", "page tab"), "Pieces"))
        person.click(person.button("Add a Piece"))
        person.entry("New piece: name or link")
        person.type("Case study")
        person.click(person.button("Add the piece"))
        person.label("Not given yet")
        # Which leads have not had it; a click opens the card.
        person.button("Not Had Yet: 2")
        person.click(person.label("Bert Oz"))
        self.card_shows("Bert Oz")
        person.click(person.find(("radio button", "toggle button", "page tab"), "Pieces"))
        person.click(person.button("Retire"))
        wait(lambda: self.pieces()["Case study"]["retired"], "the piece to be retired")
        person.click(person.button("Bring Back"))
        wait(lambda: not self.pieces()["Case study"]["retired"], "the piece to be back")

    def test_by_keyboard_alone(self):
        person = self.person
        person.key("Alt_L", "4")
        person.button("Add a Piece")
        person.key("Return")
        person.entry("New piece: name or link")
        person.type("https://example.com/roof")
        person.key("Return")
        wait(lambda: "example.com/roof" in self.pieces(), "the piece to be stored")
        person.label("Not given yet")
        person.key("Control_L", "z")
        wait(lambda: not self.pieces(), "the piece to be undone")
        person.button("Add a Piece")
        person.key("Alt_L", "1")
        self.card_shows("Anna Berg")


if __name__ == "__main__":
    tap.main()
