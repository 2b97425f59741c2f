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
        promises = self.promises()
        self.assertEqual(len(promises), 1, promises)
        return promises[0]

    def promises(self):
        everything = json.loads(self.cli("export", "--format", "json"))
        return [p for p in everything["promises"] if p["state"] == "open"]

    def hold(self, start, end, steps=12):
        """Pressed and moved there, and not let go."""
        (x0, y0), (x1, y1) = start, end
        self.person.move(x0, y0)
        self.person.press_button(True)
        for i in range(1, steps + 1):
            self.person.move(x0 + (x1 - x0) * i // steps, y0 + (y1 - y0) * i // steps)

    def choose(self, name):
        """In the question what is to be told, by key."""
        focused = lambda: (self.person.focused() and self.person.focused().get_name()) or ""
        wait(lambda: focused() in ("Told Them", "Copy Message", "Not Yet"), "the question")
        for _ in range(3):
            if focused() != name:
                self.person.key("Tab")
        self.assertEqual(focused(), name)
        self.person.key("space")

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


    def test_escape_gives_it_back(self):
        self.start("2027-04-14", ("Anna Berg", "2027-04-15 12:00"))
        x, y = self.person.point(self.block("Anna Berg"), 0.3, 0.2)
        self.hold((x, y), (x, y - self.hours(2)))
        self.person.key("Escape")
        self.person.press_button(False)
        # The next one is moved from where it has always been.
        self.drag_block("Anna Berg", None, 1)
        self.choose("Told Them")
        self.wait_for(promised="2027-04-15 13:00", target="2027-04-15 13:00")

    def test_the_promised_time_is_told(self):
        self.start("2027-04-14", ("Anna Berg", "2027-04-15 12:00"))
        self.drag_block("Anna Berg", "Friday 16 April")
        self.choose("Not Yet")
        wait(lambda: len(self.promises()) == 2, "the promise to tell them", 5)
        moved, tell = sorted(self.promises(), key=lambda p: p["purpose"])
        self.assertEqual(moved["promised"], "2027-04-16 12:00")
        self.assertIn("Tell them", tell["purpose"])

    def test_escape_from_the_question_moves_nothing(self):
        self.start("2027-04-14", ("Anna Berg", "2027-04-15 12:00"))
        self.drag_block("Anna Berg", "Friday 16 April")
        wait(lambda: self.person.focused() and self.person.focused().get_name() == "Told Them", "the question")
        self.person.key("Escape")
        self.drag_block("Anna Berg", None, -1)
        self.wait_for(promised="2027-04-15 12:00", target="2027-04-15 11:00")

    def test_held_at_the_edge_the_week_turns(self):
        self.start("2027-04-14", ("Anna Berg", "2027-04-15 12:00"))
        x, y = self.person.point(self.block("Anna Berg"), 0.3, 0.2)
        hours = self.person.find(("panel", "grouping", "filler"), "Hours")
        self.hold((x, y), (self.person.point(hours, 0.005)[0], y))
        self.person.gone(BUTTONS, lambda n: n and n.startswith("Monday 12 April"))
        # Away from the edge the weeks stand still, whichever it is by now.
        self.person.move(x, y)
        day = self.person.find(BUTTONS, lambda n: n and n.startswith("Tuesday "))
        self.person.move(self.middle(day)[0], y)
        self.person.press_button(False)
        wait(lambda: self.promise()["target"] < "2027-04-12", "the promise in an earlier week", 5)
        self.assertEqual(self.promise()["target"][-5:], "12:00")
        self.assertEqual(self.promise()["promised"], "2027-04-15 12:00")

    def test_across_the_spring_change(self):
        self.start("2027-03-27", ("Anna Berg", "2027-03-29 10:00"), view="Week")
        self.person.key("Page_Down")
        self.person.find(BUTTONS, lambda n: n.startswith("Monday 29 March"))
        self.person.key("Page_Up")
        self.go("2027-03-29", "Month")
        self.person.drag(self.middle(self.block("Anna Berg")), self.middle(self.day("Saturday 27 March")))
        self.wait_for(target="2027-03-27 10:00", promised="2027-03-29 10:00")

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


    def test_escape_gives_it_back(self):
        self.start("2027-04-02", ("Anna Berg", "2027-04-02 10:00"), view="Month")
        self.hold(self.middle(self.block("Anna Berg")), self.middle(self.day("Tuesday 30 March")))
        self.person.key("Escape")
        self.person.press_button(False)
        self.person.drag(self.middle(self.block("Anna Berg")), self.middle(self.day("Wednesday 31 March")))
        self.wait_for(target="2027-03-31 10:00", promised="2027-04-02 10:00")

    def test_held_at_the_edge_the_month_turns(self):
        self.start("2027-05-12", ("Anna Berg", "2027-05-12 10:00"), view="Month")
        x, y = self.middle(self.block("Anna Berg"))
        width = self.person.extents(self.day("Monday 10 May"))[2]
        self.hold((x, y), (self.middle(self.day("Monday 10 May"))[0] - width // 2 - 24, y))
        self.person.gone("table cell", lambda n: n.startswith("Wednesday 12 May"))
        # Away from the edge the months stand still, whichever it is by now.
        self.person.move(x, y)
        self.person.rest()
        self.person.press_button(False)
        wait(lambda: self.promise()["target"] < "2027-05-01", "the promise in an earlier month", 5)
        self.assertEqual(self.promise()["target"][-5:], "10:00")
        self.assertEqual(self.promise()["promised"], "2027-05-12 10:00")

    def test_days_are_marked_away_by_dragging_over_them(self):
        self.start("2027-04-14", ("Anna Berg", "2027-04-02 10:00"), view="Month")
        self.person.drag(self.middle(self.day("Tuesday 13 April")), self.middle(self.day("Thursday 15 April")))
        wait(lambda: self.person.focused() and self.person.focused().get_role_name() in ("text", "entry"), "the days")
        self.person.key("Return")
        self.person.find("table cell", lambda n: n.startswith("Wednesday 14 April, Away"))
        days_off = json.loads(self.cli("export", "--format", "json"))["days_off"]
        self.assertEqual([(d["first"], d["last"]) for d in days_off], [("2027-04-13", "2027-04-15")])


class ByKey(Drags):
    def test_everything_a_drag_does(self):
        self.start("2027-04-14", ("Anna Berg", "2027-04-14 12:00"))
        x, y = self.person.point(self.block("Anna Berg"), 0.3, 0.2)
        self.drag_block("Anna Berg", None, -1)  # which leaves the focus on it
        self.wait_for(target="2027-04-14 11:00")
        self.person.key("Control_L", "Down")
        self.wait_for(target="2027-04-14 11:15")
        self.person.key("Control_L", "Left")
        self.wait_for(target="2027-04-13 11:15")
        self.person.key("Control_L", "Prior")
        self.wait_for(target="2027-04-06 11:15")
        self.person.find(BUTTONS, lambda n: n.startswith("Tuesday 6 April"))
        self.person.key("Shift_L", "Down")
        self.wait_for(effort=45)
        self.person.key("Control_L", "Shift_L", "Right")
        self.choose("Told Them")
        self.wait_for(promised="2027-04-15 12:00")
        self.person.key("Control_L", "z")
        self.wait_for(promised="2027-04-14 12:00")


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
