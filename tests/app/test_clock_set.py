#!/usr/bin/env python3
"""What rings when on a computer whose clock is set, whose clocks change, and that was off: the real program, its real timer."""

import datetime
import os
import signal
import struct
import time
import zoneinfo

import running
from running import Notifications, RunningTest, wait


def utc(*when):
    return datetime.datetime(*when, tzinfo=datetime.timezone.utc)


def berlin(*when, fold=0):
    return datetime.datetime(*when, fold=fold, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin"))


class ClockTest(RunningTest):
    ZONE = "UTC"

    def setUp(self):
        super().setUp()
        self.process = None
        self.difference = 0
        self.clock = self.home / "clock"
        self.env |= {"LD_PRELOAD": os.environ["FT_SETTABLE_CLOCK"], "FT_CLOCK": str(self.clock), "TZ": self.ZONE,
                     # The clock is loaded before the sanitizers are.
                     "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}
        self.clock.write_bytes(struct.pack("q", 0))
        self.bell = Notifications()
        self.addCleanup(self.bell.close)

    def set_clock(self, when):
        """It goes on from there."""
        self.difference = round(when.timestamp() - time.time())
        with open(self.clock, "r+b") as file:
            file.write(struct.pack("q", self.difference))
        if self.process:
            self.process.send_signal(signal.SIGUSR2)
            self.cli("today")  # what it did upon that is done

    def now(self):
        return time.time() + self.difference

    def begin(self, when):
        self.set_clock(when)
        self.settings(quiet_from=0, quiet_until=0, morning=0)

    def start(self):
        self.process = self.start_in_background()
        self.cli("today")

    def stop(self):
        self.end(self.process)
        self.process = None

    def promise(self, name, when):
        self.cli("add", name, "--promise", when)

    def rung(self):
        return [title for title, _ in self.bell.rung]

    def rings(self, *titles):
        wait(lambda: self.rung() == list(titles), f"{titles} to have rung, not {self.rung()}", 30)

    def rings_at(self, when, *titles):
        """When the clock says so, and not before."""
        before = len(self.rung())
        wait(lambda: len(self.rung()) > before, f"{titles} to ring", 30)
        self.assertGreaterEqual(self.now(), when.timestamp())
        wait(lambda: sorted(self.rung()[before:]) == sorted(titles), f"{titles} to ring", 30)


class Set(ClockTest):
    def test_forward_it_rings_at_once(self):
        self.begin(utc(2027, 3, 1, 10))
        self.start()
        self.promise("Anna", "2027-03-03 12:00")
        self.promise("Ben", "2027-03-09 12:00")
        self.assertEqual(self.rung(), [])
        self.set_clock(utc(2027, 3, 3, 12, 0, 30))
        self.rings("Anna")

    def test_back_and_forth_nothing_rings_twice(self):
        self.begin(utc(2027, 3, 3, 11))
        self.start()
        self.promise("Anna", "2027-03-03 12:00")
        self.set_clock(utc(2027, 3, 3, 11, 59, 57))
        self.rings_at(utc(2027, 3, 3, 12), "Anna")
        for when in (utc(2027, 3, 1, 10), utc(2027, 3, 3, 12, 1), utc(2027, 3, 3, 11, 59, 59), utc(2027, 3, 4)):
            self.set_clock(when)
        self.assertEqual(self.rung(), ["Anna"])

    def test_back_it_waits_for_the_new_time(self):
        self.begin(utc(2027, 3, 1, 10))
        self.start()
        self.promise("Anna", "2027-03-01 10:30")
        self.set_clock(utc(2027, 3, 1, 9))
        self.assertEqual(self.rung(), [])
        due = utc(2027, 3, 1, 10, 30)
        self.set_clock(due - datetime.timedelta(seconds=3))
        self.rings_at(due, "Anna")


class Off(ClockTest):
    def test_three_days_are_one(self):
        self.begin(utc(2027, 3, 1, 10))
        self.promise("Today", "2027-03-01 10:00")
        self.start()
        self.rings("Today")
        for day, name in ((1, "Anna"), (2, "Ben"), (3, "Carla"), (9, "Later")):
            self.promise(name, f"2027-03-0{day} 11:00")
        self.stop()
        self.set_clock(utc(2027, 3, 4, 8))
        self.start()
        self.rings("Today", "While you were away: 3 promises")
        self.stop()
        self.start()
        self.assertEqual(len(self.rung()), 2)


class Summer(ClockTest):
    ZONE = "Europe/Berlin"

    def test_the_hour_that_is_not_there(self):
        """At 2:00 it is 3:00; what was promised for 2:30 is due then."""
        self.begin(berlin(2027, 3, 28, 1))
        self.start()
        self.promise("Gap", "2027-03-28 02:30")
        self.promise("After", "2027-03-28 03:00")
        self.promise("Four", "2027-03-28 04:00")
        self.assertEqual(self.rung(), [])
        self.set_clock(berlin(2027, 3, 28, 1, 59, 57))
        self.rings_at(berlin(2027, 3, 28, 3), "Gap", "After")
        self.set_clock(berlin(2027, 3, 28, 3, 59, 57))
        self.rings_at(berlin(2027, 3, 28, 4), "Four")

    def test_the_hour_that_comes_twice(self):
        """What was promised for 2:30 is due when it is that for the first time, and is not due again."""
        self.begin(berlin(2027, 10, 31, 1))
        self.start()
        self.promise("Twice", "2027-10-31 02:30")
        self.promise("Three", "2027-10-31 03:00")
        first = berlin(2027, 10, 31, 2, 30)
        self.set_clock(first - datetime.timedelta(seconds=3))
        self.rings_at(first, "Twice")
        self.set_clock(berlin(2027, 10, 31, 2, 30, 5, fold=1))
        self.assertEqual(self.rung(), ["Twice"])
        three = berlin(2027, 10, 31, 3)
        self.set_clock(utc(2027, 10, 31, 1, 59, 57))
        self.rings_at(three, "Three")


if __name__ == "__main__":
    running.tap.main()
