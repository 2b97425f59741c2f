#!/usr/bin/env python3
"""Leads of the list carried onto a slot of the calendar beside it, and the same by key, in Berlin in 2027."""

import running
from drags import BUTTONS, Drags, wait

LISTS = ("list", "list box", "table", "tree", "tree table")


class Leads(Drags):
    def start(self, day, *leads):
        super().start(day, *leads, page="Desk")

    def lead(self, name):
        return self.person.point(self.person.label(name, self.person.find(LISTS, "Leads")))

    def slot(self, day, hour):
        """The middle of a day, a little after the hour."""
        hours = self.person.find(("panel", "grouping", "filler"), "Hours")
        return self.middle(self.day(day))[0], self.person.point(hours, 0.5, (hour + 0.1) / 24)[1]

    def promised(self, *expected):
        wait(lambda: sorted(p["promised"] for p in self.promises()) == list(expected), f"{expected} to be promised")


class OnTheDesk(Leads):
    def test_onto_a_slot_and_undone(self):
        self.start("2027-04-14", ("Anna Berg", None), ("Bo Ek", None))
        self.person.drag(self.lead("Bo Ek"), self.slot("Thursday 15 April", 12), 12)
        self.promised("2027-04-15 12:00")
        block = self.person.find("push button", lambda n: n.startswith("Bo Ek, phone, Thursday 15 April 12:00"))
        self.assertTrue(block)
        self.person.key("Control_L", "z")
        self.promised()

    def test_escape_gives_it_back(self):
        self.start("2027-10-29", ("Anna Berg", None))
        self.hold(self.lead("Anna Berg"), self.slot("Friday 29 October", 12))
        # What it would mean is said while it is on its way. The pointer goes through that line.
        said = lambda: any((node.get_name() or "").startswith("Fri 29 Oct") for node in self.person.walk())
        wait(said, "the slot to be said")
        self.person.key("Escape")
        wait(lambda: not said(), "nothing to be said any more")
        self.person.press_button(False)
        # On the day the clocks go back.
        self.person.drag(self.lead("Anna Berg"), self.slot("Sunday 31 October", 10), 12)
        self.promised("2027-10-31 10:00")

    def test_onto_a_day_as_a_whole(self):
        self.start("2027-03-26", ("Anna Berg", None))
        self.person.drag(self.lead("Anna Berg"), self.middle(self.day("Sunday 28 March")), 12)
        self.promised("2027-03-28")

    def test_held_at_the_edge_the_week_turns(self):
        self.start("2027-04-29", ("Anna Berg", None))
        x, y = self.slot("Thursday 29 April", 12)
        hours = self.person.find(("panel", "grouping", "filler"), "Hours")
        self.hold(self.lead("Anna Berg"), (self.person.point(hours, 0.99)[0], y))
        self.person.gone(BUTTONS, lambda n: n and n.startswith("Thursday 29 April"))
        self.person.move(x, y)
        self.person.rest()
        self.person.press_button(False)
        wait(self.promises, "a promise")
        # Another month, whichever week it is by now.
        self.assertGreater(self.promise()["promised"], "2027-05-03")
        self.assertEqual(self.promise()["promised"][-5:], "12:00")


class ByKey(Drags):
    def test_a_slot_is_offered(self):
        self.start("2027-04-14", ("Anna Berg", None))
        self.person.key("p")
        wait(lambda: self.focused().startswith("Promise Anna Berg something at Wed 14 Apr"), "what is offered")
        self.person.key("Return")
        wait(self.promises, "a promise")
        self.assertEqual(self.promise()["promised"], "2027-04-14 10:00")


class RightToLeft(Leads):
    ENV = {"GTK_DEBUG": "invert-text-dir"}

    def test_onto_a_slot(self):
        self.start("2027-04-14", ("Anna Berg", None))
        self.assertGreater(self.lead("Anna Berg")[0], self.slot("Thursday 15 April", 12)[0])
        self.person.drag(self.lead("Anna Berg"), self.slot("Thursday 15 April", 12), 12)
        self.promised("2027-04-15 12:00")


if __name__ == "__main__":
    running.tap.main()
