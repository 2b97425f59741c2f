#!/usr/bin/env python3
"""Promises moved in the calendar by a real pointer, in Berlin in 2027."""

import json

import running
from drags import BUTTONS, Drags, wait


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
        wait(lambda: self.focused() == "Told Them", "the question")
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


    def test_the_line_is_the_promised_time(self):
        self.start("2027-04-14", ("Anna Berg", "2027-04-15 12:00"))
        self.drag_block("Anna Berg", None, -1)
        self.wait_for(target="2027-04-15 11:00", promised="2027-04-15 12:00")
        # At the lower edge, at its end side: the rest of the edge is the effort.
        x, y = self.person.point(self.block("Anna Berg"), 0.9, 0.97)
        self.person.drag((x, y), (x, y + self.hours(1)), 12)
        self.choose("Told Them")
        # The target stays as long before it as it was.
        self.wait_for(target="2027-04-15 12:00", promised="2027-04-15 13:00")


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
        # The focus goes along, and arrives with the block.
        wait(lambda: self.focused().startswith("Anna Berg, "), "the block to have the focus")
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

    def test_across_the_edge_of_the_month(self):
        self.start("2027-04-02", ("Anna Berg", "2027-04-02 10:00"), view="Month")
        self.person.drag(self.middle(self.block("Anna Berg")), self.middle(self.day("Tuesday 30 March")))
        self.wait_for(target="2027-03-30 10:00", promised="2027-04-02 10:00")


class OnATelephone(Drags):
    WIDTH, HEIGHT = 360, 640

    def test_within_the_day(self):
        self.start("2027-04-15", ("Anna Berg", "2027-04-15 12:00"), view="Day")
        self.drag_block("Anna Berg", None, -1)
        self.wait_for(target="2027-04-15 11:00")

    def test_within_the_month(self):
        self.start("2027-04-15", ("Anna Berg", "2027-04-15 12:00"), view="Month")
        self.person.drag(self.middle(self.block("Anna Berg")), self.middle(self.day("Tuesday 13 April")))
        self.wait_for(target="2027-04-13 12:00", promised="2027-04-15 12:00")

    def test_onto_a_day_of_the_week(self):
        self.start("2027-04-15", ("Anna Berg", "2027-04-15 12:00"), view="Week")
        self.person.drag(self.middle(self.block("Anna Berg")), self.middle(self.day("Tuesday 13 April")))
        self.wait_for(target="2027-04-13", promised="2027-04-15 12:00")


if __name__ == "__main__":
    running.tap.main()
