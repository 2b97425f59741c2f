#!/usr/bin/env python3
"""Promises moved in the calendar by a real pointer, in Berlin in 2027."""

import json

import running
from running import RunningTest, role_of, wait

BUTTONS = ("push button", "toggle button", "radio button", "page tab")


class Drags(RunningTest):
    WIDTH, HEIGHT = 1280, 800
    ENV = {}

    def start(self, day, *leads, view="Week"):
        """The calendar's page at a day, with leads that are (name, promised)."""
        self.env |= {"TZ": "Europe/Berlin", **self.ENV}
        for name, promised in leads:
            self.cli("add", name, *(("--promise", promised) if promised else ()))
        self.person = self.open()
        self.person.resize(self.WIDTH, self.HEIGHT)
        self.go(day, view)

    def go(self, day, view):
        person = self.person
        self.page("Calendar")
        person.click(person.find(BUTTONS, view))
        person.click(person.find(BUTTONS, "Go to Date"))
        wait(lambda: person.focused() and role_of(person.focused()) in ("text", "entry"), "the date to type")
        person.type(day)
        person.key("Return")

    def page(self, name):
        self.person.click(self.person.find(BUTTONS, lambda n: n and n.endswith(name)))

    def block(self, name):
        return self.person.find("push button", lambda n: n.startswith(name + ","))

    def day(self, name):
        return self.person.find(("push button", "table cell"), lambda n: n.startswith(name))

    def middle(self, node):
        return self.person.point(node)

    def hours(self, n):
        return round(n * self.extent("Hours")[3] / 24)

    def extent(self, name):
        return self.person.extents(self.person.find(("panel", "grouping", "filler"), name))


    def promise(self):
        everything = json.loads(self.cli("export", "--format", "json"))
        promises = [p for p in everything["promises"] if p["state"] == "open"]
        self.assertEqual(len(promises), 1, promises)
        return promises[0]

    def wait_for(self, **expected):
        try:
            wait(lambda: all(self.promise()[key] == value for key, value in expected.items()), expected, 5)
        except AssertionError as error:
            raise AssertionError(f"{expected}, but {self.promise()}") from error

    def drag_block(self, name, to_day, hours=0):
        """By its upper part, to another day and so many hours up or down."""
        x, y = self.person.point(self.block(name), 0.3, 0.2)
        day_x = x
        if to_day:
            day_x = x + self.middle(self.day(to_day))[0] - self.middle(self.block(name))[0]
        self.person.drag((x, y), (day_x, y + self.hours(hours)), 12)


class InTheWeek(Drags):
    def test_within_the_day_and_undone(self):
        self.start("2027-04-14", ("Anna Berg", "2027-04-15 12:00"))
        self.drag_block("Anna Berg", None, -1)
        self.wait_for(target="2027-04-15 11:00", promised="2027-04-15 12:00")
        self.person.key("Control_L", "z")
        self.wait_for(target="2027-04-15 12:00")

    def test_to_another_day(self):
        self.start("2027-04-14", ("Anna Berg", "2027-04-15 12:00"))
        self.drag_block("Anna Berg", "Tuesday 13 April", -0.5)
        self.wait_for(target="2027-04-13 11:30", promised="2027-04-15 12:00")


    def test_across_the_autumn_change(self):
        self.start("2027-10-31", ("Anna Berg", "2027-10-31 10:00"))
        self.drag_block("Anna Berg", "Friday 29 October", -1)
        self.wait_for(target="2027-10-29 09:00", promised="2027-10-31 10:00")

    def test_the_lower_edge_is_the_effort(self):
        self.start("2027-04-14", ("Anna Berg", "2027-04-15 12:00"))
        x, y = self.person.point(self.block("Anna Berg"), 0.3, 0.95)
        self.person.drag((x, y), (x, y + self.hours(1)), 12)
        self.wait_for(effort=90, target="2027-04-15 12:00")


class InTheMonth(Drags):
    def test_across_the_edge(self):
        self.start("2027-04-02", ("Anna Berg", "2027-04-02 10:00"), view="Month")
        self.person.drag(self.middle(self.block("Anna Berg")), self.middle(self.day("Tuesday 30 March")))
        self.wait_for(target="2027-03-30 10:00", promised="2027-04-02 10:00")


class RightToLeft(Drags):
    ENV = {"GTK_DEBUG": "invert-text-dir"}

    def test_to_another_day(self):
        self.start("2027-04-14", ("Anna Berg", "2027-04-15 12:00"))
        self.assertGreater(self.middle(self.day("Tuesday 13 April"))[0], self.middle(self.block("Anna Berg"))[0])
        self.drag_block("Anna Berg", "Tuesday 13 April", -1)
        self.wait_for(target="2027-04-13 11:00")


class OnATelephone(Drags):
    WIDTH, HEIGHT = 360, 640

    def test_within_the_day(self):
        self.start("2027-04-15", ("Anna Berg", "2027-04-15 12:00"), view="Day")
        self.drag_block("Anna Berg", None, -1)
        self.wait_for(target="2027-04-15 11:00")


if __name__ == "__main__":
    running.tap.main()
