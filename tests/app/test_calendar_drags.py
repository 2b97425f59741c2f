#!/usr/bin/env python3
"""Promises moved in the calendar by a real pointer and by key, around both changes of Berlin's clocks in 2027."""

import json

import running
from person import Atspi
from running import RunningTest, wait

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December"]
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
        wait(lambda: person.focused() and person.focused().get_role_name() in ("text", "entry"), "the date to type")
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

    def press(self, name):
        """A button of what has popped up, where a hit test does not reach."""
        def button():
            return next((n for n in self.person.walk() if n.get_role_name() == "push button" and
                         (n.get_name() or "").startswith(name)), None)

        Atspi.Action.do_action(wait(button, f"the button {name!r}"), 0)

    def said(self, words):
        """What the line over the calendar's foot says, which takes no clicks and so is in no hit test."""
        wait(lambda: any((n.get_name() or "").startswith(words) for n in self.person.walk()), f"{words!r} to be said")

    def let_go(self, point, weekday):
        """Away from the edge, which would turn further pages, and onto a day; that day."""
        self.person.move(*point)
        node = self.person.find(("push button", "table cell"), lambda n: n.startswith(weekday + " "))
        day, month = node.get_name().split(",")[0].split(" ")[1:]
        self.drop(point)
        return f"2027-{MONTHS.index(month) + 1:02}-{int(day):02}"

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

    def hold(self, start, end, steps=12):
        """A drag that does not let go yet."""
        person, (x0, y0), (x1, y1) = self.person, start, end
        person.move(x0, y0)
        person.press_button(True)
        for i in range(1, steps + 1):
            person.move(x0 + (x1 - x0) * i // steps, y0 + (y1 - y0) * i // steps)

    def drop(self, point):
        x, y = point
        self.person.move(x - 3, y)
        self.person.move(x, y)
        self.person.press_button(False)

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

    def test_later_than_promised_is_asked_first(self):
        self.start("2027-04-14", ("Anna Berg", "2027-04-15 12:00"))
        self.drag_block("Anna Berg", "Friday 16 April")
        self.said("Told Them")
        self.assertEqual(self.promise()["promised"], "2027-04-15 12:00")
        self.press("Told Them")
        self.wait_for(target="2027-04-16 12:00", promised="2027-04-16 12:00")

    def turn_page(self, start, weekday):
        """Held at the start side; back at a day of an earlier page."""
        here = self.person.find("push button", lambda n: n.startswith(weekday + " "))
        x, name = self.middle(here)[0], here.get_name()
        edge = self.person.point(self.person.find("push button", lambda n: n.startswith("Previous ")))[0]
        self.hold(start, (edge, start[1]))
        wait(lambda: not any(n.get_name() == name for n in self.person.walk()), "the page to turn")
        return self.let_go((x, start[1]), weekday)

    def test_held_at_the_edge_turns_the_page(self):
        """From the first days of April to March or before."""
        self.start("2027-04-08", ("Anna Berg", "2027-04-08 12:00"))
        day = self.turn_page(self.middle(self.block("Anna Berg")), "Wednesday")
        self.assertLess(day, "2027-04-01")
        self.wait_for(target=f"{day} 12:00", promised="2027-04-08 12:00")

    def test_scrolls_to_the_night(self):
        """02:30 does not exist on 28 March: the promise is due at the first minute after the gap."""
        self.start("2027-03-28", ("Anna Berg", "2027-03-28 10:00"))
        start = self.person.point(self.block("Anna Berg"), 0.3, 0.1)
        top = self.middle(self.day("Sunday 28 March"))[1] + self.person.extents(self.day("Sunday 28 March"))[3] // 2
        self.hold(start, (start[0], top + 12))
        self.said("Sun 28 Mar 2027, 00:")
        self.drop((start[0], top + self.hours(2.6)))
        self.wait_for(target="2027-03-28 03:00")

    def test_across_the_spring_change(self):
        self.start("2027-03-29", ("Anna Berg", "2027-03-29 10:00"))
        day = self.turn_page(self.middle(self.block("Anna Berg")), "Saturday")
        self.assertLess(day, "2027-03-28")
        self.wait_for(target=f"{day} 10:00", promised="2027-03-29 10:00")

    def test_across_the_autumn_change(self):
        self.start("2027-10-31", ("Anna Berg", "2027-10-31 10:00"))
        self.drag_block("Anna Berg", "Friday 29 October", -1)
        self.wait_for(target="2027-10-29 09:00", promised="2027-10-31 10:00")

    def test_the_lower_edge_is_the_effort(self):
        self.start("2027-04-14", ("Anna Berg", "2027-04-15 12:00"))
        x, y = self.person.point(self.block("Anna Berg"), 0.3, 0.95)
        self.person.drag((x, y), (x, y + self.hours(1)), 12)
        self.wait_for(effort=90, target="2027-04-15 12:00")
        x, y = self.person.point(self.block("Anna Berg"), 0.3, 0.98)
        self.hold((x, y), (x, y + self.hours(1)))
        self.person.key("Escape")
        self.person.press_button(False)
        self.assertEqual(self.promise()["effort"], 90)

    def test_by_key(self):
        self.start("2027-04-14", ("Anna Berg", "2027-04-15 12:00"))
        person = self.person
        self.go("2027-04-15", "Week")
        self.focus_block()
        person.key("Control_L", "Up")
        self.wait_for(target="2027-04-15 11:45")
        person.key("Control_L", "Left")
        self.wait_for(target="2027-04-14 11:45")
        self.said("Wed 14 Apr 2027, 11:45")
        person.key("Shift_L", "Down")
        self.wait_for(effort=45)
        person.key("Control_L", "Shift_L", "Down")
        self.press("Told Them")
        self.wait_for(promised="2027-04-15 12:15")

    def focus_block(self):
        """Down from the day's name, where a typed date leaves the focus."""
        def has_focus(name):
            return self.person.focused() and self.person.focused().get_name().startswith(name)

        wait(lambda: has_focus("Thursday 15 April"), "the day to have the focus")
        self.block("Anna Berg")
        self.person.key("Down")
        wait(lambda: has_focus("Anna Berg,"), "the block to have the focus")


class FromTheList(Drags):
    def test_a_lead_onto_a_slot(self):
        self.start("2027-04-14", ("Carl", None), view="Day")
        self.page("Desk")
        person = self.person
        person.click(person.label("Carl"))
        person.click(person.find(BUTTONS, "Go to Date"))
        wait(lambda: person.focused() and person.focused().get_role_name() in ("text", "entry"), "the date to type")
        person.type("2027-04-15")
        person.key("Return")
        x, y = self.middle(self.day("Thursday 15 April"))
        y += self.hours(2.4)
        self.hold(person.point(person.label("Carl")), (x, y))
        self.said("Thu 15 Apr 2027, ")
        self.drop((x, y))
        wait(lambda: json.loads(self.cli("export", "--format", "json"))["promises"], "a promise")
        self.assertEqual(self.promise()["promised"][:10], "2027-04-15")
        person.key("Control_L", "z")
        wait(lambda: not json.loads(self.cli("export", "--format", "json"))["promises"], "no promise")

    def test_a_click_on_a_slot(self):
        self.start("2027-04-14", ("Carl", None))
        person = self.person
        self.page("Desk")
        person.click(person.label("Carl"))
        self.page("Calendar")
        x, y = self.middle(self.day("Thursday 15 April"))
        person.move(x, y + self.hours(4.3))
        person.press_button(True)
        person.press_button(False)
        self.said("Promise Carl something at Thu 15 Apr")
        person.key("Down")
        self.press("Promise Carl something")
        wait(lambda: json.loads(self.cli("export", "--format", "json"))["promises"], "a promise")
        self.assertEqual(self.promise()["promised"][:10], "2027-04-15")
        self.assertTrue(self.promise()["promised"].endswith((":15", ":45")))


class InTheMonth(Drags):
    def test_across_the_edge(self):
        self.start("2027-04-02", ("Anna Berg", "2027-04-02 10:00"), view="Month")
        self.person.drag(self.middle(self.block("Anna Berg")), self.middle(self.day("Tuesday 30 March")))
        self.wait_for(target="2027-03-30 10:00", promised="2027-04-02 10:00")

    def test_held_at_the_edge(self):
        self.start("2027-04-28", ("Anna Berg", "2027-04-28 10:00"), view="Month")
        start, cell = self.middle(self.block("Anna Berg")), self.day("Wednesday 21 April")
        point, x = self.middle(cell), self.person.point(self.person.find("push button", "Previous Month"))[0]
        self.hold(start, (x, start[1]))
        wait(lambda: not any((n.get_name() or "").startswith("Wednesday 28 April") for n in self.person.walk()),
             "the page to turn")
        self.person.move(*point)
        self.drop(point)
        wait(lambda: self.promise()["target"] < "2027-04-01", "an earlier month")
        self.assertTrue(self.promise()["target"].endswith(" 10:00"))


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
