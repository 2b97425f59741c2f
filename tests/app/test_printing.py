#!/usr/bin/env python3
"""Printing from the real window, through GTK's own dialog, into a file whose text is read back."""

import datetime
import os
import subprocess

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

import running  # noqa: E402
from running import RunningTest, wait  # noqa: E402


class Printing(RunningTest):
    def setUp(self):
        super().setUp()
        self.env["HOME"] = str(self.home)
        # With no directory of documents, GTK's printer to a file writes where the program was started.
        before = os.getcwd()
        os.chdir(self.home)
        self.addCleanup(os.chdir, before)
        (self.home / "leads.csv").write_text(
            "Name,Street,Postcode,City,Country\nAnna Berg,Am Markt 1,10115,Berlin,Germany\nBen Nowhere,,,,\n")
        self.cli("import", "leads.csv")
        today = datetime.date.today()
        self.cli("add", "Tom Today", "--phone", "+49 30 23125 101", "--promise", f"{today} 23:58", "--purpose", "the roof")

    def window_called(self, person, name):
        return next((window for window in person.windows() if window.get_name() == name), None)

    def node(self, person, window, role, name):
        return next((node for node in person.walk(window)
                     if node.get_role_name() == role and node.get_name() == name), None)

    def print_to_file(self, person):
        """Takes the dialog's printer to a file as it comes."""
        dialog = wait(lambda: self.window_called(person, "Print"), "the print dialog")
        to_file = wait(lambda: next((node for node in person.walk(dialog) if node.get_name() == "Print to File"), None),
                       "the printer to a file")
        person.click(to_file)
        button = wait(lambda: self.node(person, dialog, "push button", "_Print Print"), "the button to print")
        wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), "the button to be of use")
        person.click(button)
        wait(lambda: self.window_called(person, "Print") is None, "the dialog to go")
        path = wait(lambda: next(iter(self.home.rglob("*.pdf")), None), "the file")
        wait(lambda: b"%%EOF" in path.read_bytes()[-64:], "all of the file")
        return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True).stdout.decode()

    def test_the_day(self):
        person = self.open()
        person.key("Control_L", "p")
        text = self.print_to_file(person)
        for words in ("Tom Today", "+49 30 23125 101", "23:58", "the roof", "Page 1 of 1"):
            self.assertIn(words, text)

    def test_envelopes(self):
        """B11: who has no address is said before paper is spent."""
        person = self.open()
        self.activate("print-addresses")
        dialog = wait(lambda: self.window_called(person, "Envelopes and Labels"), "the dialog")
        wait(lambda: self.node(person, dialog, "label", "1 has no street or no city and is left out: Tom Today"),
             "who has no address")
        button = self.node(person, dialog, "push button", "Print…")
        self.assertFalse(button.get_state_set().contains(Atspi.StateType.SENSITIVE))
        # Of all in the list, one has an address.
        person.click(self.node(person, dialog, "combo box", "To"))
        everybody = wait(lambda: next((node for node in person.walk() if node.get_role_name() == "label"
                                       and node.get_name() == "The 3 leads of the list"), None), "the whole list")
        person.click(everybody)
        wait(lambda: self.node(person, dialog, "image", "Preview: 1 address"), "the address")
        wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), "the button to be of use")
        person.click(button)
        text = self.print_to_file(person)
        self.assertIn("10115 Berlin", text)
        self.assertNotIn("Ben Nowhere", text)
        # What it was printed on is remembered.
        self.assertIn('"stationery":"dl"', self.cli("export", "--format", "json").replace(" ", ""))

    def test_escape_leaves_everything_as_it_is(self):
        person = self.open()
        self.activate("print-addresses")
        wait(lambda: self.window_called(person, "Envelopes and Labels"), "the dialog")
        person.key("Escape")
        wait(lambda: self.window_called(person, "Envelopes and Labels") is None, "the dialog to go")
        self.activate("print")
        wait(lambda: self.window_called(person, "Print"), "the print dialog")
        person.key("Escape")
        wait(lambda: self.window_called(person, "Print") is None, "the print dialog to go")


if __name__ == "__main__":
    running.tap.main()
