#!/usr/bin/env python3
"""Subcommands that reach the running window, and the life of the program around its window."""

import json
import os
import signal
import sqlite3
import subprocess

import running
from running import BINARY, RunningTest, has_owner, wait


class Subcommands(RunningTest):
    def test_reach_the_window(self):
        """The window holds the database alone: what succeeds went through it."""
        person = self.open()
        self.assertIn("Anna Berg", self.cli("add", "Anna Berg", "--promise", "2020-01-02 10:00"))
        person.label("Anna Berg")
        self.assertEqual([p["name"] for p in self.json("today", "--json")["late"]], ["Anna Berg"])
        self.assertIn("sound", self.cli("check"))

    def test_answer_with_their_status_and_one_line(self):
        self.open()
        for status, arguments in ((2, ("add", "A", "--zone", "Mars/Base")), (2, ("today", "--nonsense")),
                                  (1, ("import", "nowhere.csv")), (2, ("export", "--format", "xml"))):
            with self.subTest(arguments):
                self.assertRegex(self.cli(*arguments, status=status), r"\Afollow-through: [^\n]+\n\Z")
        self.assertIn("follow-through today", self.cli("today", "--help"))

    def test_use_the_folder_they_were_typed_in(self):
        self.open()
        (self.home / "people.csv").write_text("Name\nAnna\nJürgen\n")
        self.assertEqual(self.json("import", "people.csv", "--json")["created"], 2)
        self.cli("export", "--format", "json", "--output", "all.json")
        self.cli("backup", "copy.db")
        self.assertEqual(len(json.loads((self.home / "all.json").read_text())["leads"]), 2)
        self.assertTrue((self.home / "copy.db").exists())

    def test_carry_much(self):
        self.open()
        rows = "".join(f"Kundin Nummer {i} ä€,Firma\n" for i in range(5000))
        (self.home / "many.csv").write_text("Name,Company\n" + rows)
        self.cli("import", "many.csv")
        self.assertEqual(len(self.json("export", "--format", "json")["leads"]), 5000)

    def test_restore_under_the_window(self):
        person = self.open()
        self.cli("add", "Anna Berg")
        self.cli("backup", "copy.db")
        self.cli("add", "Ben Oz")
        self.cli("restore", "copy.db")
        self.assertEqual(self.json("today", "--json")["coverage"]["open"], 1)
        wait(lambda: person.program.get_child_count() == 1, "the window to be back")

    def test_each_database_has_its_window(self):
        self.open("--database", self.home / "a.db")
        self.cli("--database", "a.db", "add", "Anna")
        self.cli("add", "Ben")
        self.assertEqual(self.json("--database", self.home / "a.db", "today", "--json")["coverage"]["open"], 1)
        self.assertEqual(self.json("today", "--json")["coverage"]["open"], 1)
        self.assertFalse(has_owner(self.ID))


class Life(RunningTest):
    def test_closing_the_window_keeps_the_program(self):
        person = self.open()
        person.close_window()
        wait(lambda: person.program.get_child_count() == 0, "the window to close")
        self.cli("add", "Anna Berg")
        self.assertTrue(has_owner(self.ID))
        # Calling it again brings the window back.
        self.assertEqual(subprocess.run([BINARY], env={**os.environ, **self.env}, timeout=60).returncode, 0)
        wait(lambda: person.program.get_child_count() == 1, "the window to open")
        self.assertIsNone(person.process.poll())

    def test_a_second_start_raises_the_first(self):
        person = self.open()
        self.assertEqual(subprocess.run([BINARY], env={**os.environ, **self.env}, timeout=60).returncode, 0)
        self.assertEqual(person.program.get_child_count(), 1)

    def test_quit(self):
        person = self.open()
        self.assertEqual(person.quit(), 0)
        self.assertFalse(has_owner(self.ID))

    def test_demo_leaves_nothing_behind(self):
        for how in ("signal", "close"):
            with self.subTest(how):
                person = self.open("demo")
                self.assertEqual(len(list(self.home.glob("follow-through-demo-*"))), 1)
                if how == "signal":
                    person.process.send_signal(signal.SIGTERM)
                else:
                    person.close_window()
                self.assertEqual(person.process.wait(60), 0)
                self.assertEqual(list(self.home.glob("follow-through-demo-*")), [])
        self.assertFalse((self.home / "data").exists())


class Problems(RunningTest):
    def make(self):
        self.cli("--database", "x.db", "add", "Anna Berg")
        self.cli("--database", "x.db", "backup", "copy.db")
        return self.home / "x.db"

    def test_a_newer_database(self):
        path = self.make()
        base = sqlite3.connect(path)
        base.execute("PRAGMA user_version = 9999")
        base.close()
        before = path.read_bytes()
        person = self.open("--database", path)
        person.label("The Database Is From a Newer Release")
        person.button("Open Another…")
        self.assertIsNone(person.look("button", "Restore From Backup…"))
        self.assertIsNone(person.look("button", "Try Again"))
        person.button("Quit")
        self.assertEqual(person.quit(), 0)
        self.assertEqual(path.read_bytes(), before)

    def test_a_damaged_database_comes_back(self):
        path = self.make()
        path.write_bytes(b"certainly not a database " * 1000)
        person = self.open("--database", path)
        person.label("The Database Is Damaged")
        person.button("Restore From Backup…")
        # A backup restored from outside takes the page away, and puts the window in its place.
        self.cli("--database", path, "restore", "copy.db")
        self.assertEqual(self.json("--database", path, "today", "--json")["coverage"]["open"], 1)
        wait(lambda: "undo" in self.actions_of_windows(path),
             "the window")

    def test_subcommands_of_a_program_with_a_problem(self):
        path = self.make()
        path.write_bytes(b"certainly not a database " * 1000)
        self.open("--database", path)
        self.assertRegex(self.cli("--database", path, "today", status=1), r"\Afollow-through: [^\n]+\n\Z")


if __name__ == "__main__":
    running.tap.main()
