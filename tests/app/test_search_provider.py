#!/usr/bin/env python3
"""GNOME Shell's questions to the real program: leads in the overview."""

import running
from gi.repository import Gio, GLib
from running import Onlooker, RunningTest, ScreenSaver, wait


class SearchProvider(RunningTest):
    def setUp(self):
        super().setUp()
        self.cli("add", "Anna Berg", "--company", "Berg Roofing", "--phone", "+49 30 23125 101",
                 "--promise", "2020-01-02 10:00", "--purpose", "a secret")
        self.cli("add", "Ben Oz", "--promise", "2099-01-02 10:00")

    def ask(self, method, arguments, answer="(as)"):
        return Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            self.ID, "/" + self.ID.replace(".", "/") + "/SearchProvider", "org.gnome.Shell.SearchProvider2", method,
            arguments, GLib.VariantType(answer) if answer else None, 0, 30000, None).unpack()

    def find(self, *terms):
        return self.ask("GetInitialResultSet", GLib.Variant("(as)", (terms,)))[0]

    def test_by_name_and_digits_with_no_window(self):
        self.start_in_background()
        (anna,) = self.find("anna", "be")
        self.assertEqual(self.find("23125"), [anna])
        self.assertEqual(self.find("+49 30 23125-101"), [anna])
        self.assertEqual(self.find("nobody"), [])
        self.assertEqual(self.find(), [])
        self.assertEqual(len(self.find("b")), 2)
        self.assertEqual(self.ask("GetSubsearchResultSet", GLib.Variant("(asas)", ([anna], ["anna"])))[0], [anna])

    def test_says_no_more_than_it_shows(self):
        self.start_in_background()
        found = self.find("anna")
        (meta,), = self.ask("GetResultMetas", GLib.Variant("(as)", (found + ["999999", "x"],)), "(aa{sv})")
        self.assertEqual(sorted(meta), ["description", "gicon", "id", "name"])
        self.assertEqual((meta["id"], meta["name"]), (found[0], "Anna Berg"))
        self.assertTrue(meta["description"].startswith("Berg Roofing · "))
        self.assertNotIn("secret", str(meta))

    def test_opens_the_card(self):
        process = self.start_in_background()
        (anna,) = self.find("anna")
        self.ask("ActivateResult", GLib.Variant("(sasu)", (anna, ["anna"], 0)), None)
        person = Onlooker(process)
        wait(lambda: any("I promised to call you" in text for text in person.texts(person.program)), "the card")

    def test_searches_in_the_window(self):
        process = self.start_in_background()
        self.find("anna")
        self.ask("LaunchSearch", GLib.Variant("(asu)", (["oz"], 0)), None)
        person = Onlooker(process)
        person.label("Ben Oz")
        wait(lambda: "Anna Berg" not in person.texts(person.program), "the others to go")

    def test_nothing_while_locked(self):
        saver = ScreenSaver(True)
        self.addCleanup(saver.close)
        self.start_in_background()
        wait(lambda: saver.asked, "the program to know that it is locked")
        wait(lambda: self.find("anna") == [], "silence")
        saver.set(False)
        wait(lambda: self.find("anna") != [], "an answer")


if __name__ == "__main__":
    running.tap.main()
