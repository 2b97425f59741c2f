#!/usr/bin/env python3
"""Reminders of the real program, heard by a notification service of the test's own."""

import datetime
import os
import subprocess
import time

import running
from running import BINARY, Notifications, Onlooker, RunningTest, wait


class Reminders(RunningTest):
    def setUp(self):
        super().setUp()
        self.service = Notifications()
        self.addCleanup(self.service.close)

    def titles(self):
        return [title for title, _ in self.service.shown.values()]

    def test_what_came_due_meanwhile_rings_at_start_and_once(self):
        self.cli("add", "Anna Berg", "--promise", "2020-01-02 10:00", "--purpose", "the offer")
        process = self.start_in_background()
        wait(lambda: self.titles() == ["Anna Berg"], "the reminder")
        self.assertIn("the offer", self.service.rung[0][1])
        # Something else changes: it does not ring again, nor after the next start.
        self.cli("add", "Ben Oz", "--promise", "2099-01-02 10:00")
        self.cli("today")
        self.end(process)
        self.start_in_background()
        self.cli("today")
        self.assertEqual(len(self.service.rung), 1)

    def test_click_opens_the_card_with_the_window_closed(self):
        self.cli("add", "Zoe First")
        self.cli("add", "Anna Berg", "--promise", "2020-01-02 10:00")
        process = self.start_in_background()
        wait(self.titles, "the reminder")
        self.service.press(next(iter(self.service.shown)))
        person = Onlooker(process)
        person.label("“I promised to call you Thursday, 2 January 2020 at 10:00, and I didn’t. I’m sorry.”")

    def test_one_for_each_promise(self):
        self.start_in_background()
        for name in ("Anna", "Ben", "Carla"):
            self.cli("add", name, "--promise", "2020-01-02 10:00")
        wait(lambda: sorted(self.titles()) == ["Anna", "Ben", "Carla"], "three reminders")

    def test_markup_is_inert(self):
        self.start_in_background()
        self.cli("add", "<b>Smith</b> & Sons", "--company", "A <i>b</i> &amp; c", "--promise",
                 "2020-01-02 10:00", "--purpose", "<a href='x'>go</a>")
        wait(self.titles, "the reminder")
        title, body = self.service.rung[0]
        self.assertEqual(title, "<b>Smith</b> & Sons")  # never markup
        for tag in ("<i>", "<a ", "</", "&amp;"):
            self.assertNotIn(tag, body)
        self.assertIn("go", body)

    def test_rings_on_the_minute_with_the_window_closed(self):
        """The wall clock's timer, truly waited for."""
        self.start_in_background()
        if datetime.datetime.now().second > 50:
            # Too close to the minute to be sure the promise is made before it.
            wait(lambda: datetime.datetime.now().second < 50, "the next minute", 15)
        due = datetime.datetime.now().replace(second=0, microsecond=0) + datetime.timedelta(minutes=1)
        self.cli("add", "On Time", "--promise", due.strftime("%Y-%m-%d %H:%M"))
        self.assertEqual(self.service.rung, [])
        wait(self.titles, "the reminder", 75)
        self.assertLess(abs(time.time() - due.timestamp()), 2)

    def test_is_taken_back_with_the_promise(self):
        self.start_in_background()
        self.cli("add", "Anna Berg", "--promise", "2020-01-02 10:00")
        wait(lambda: self.titles() == ["Anna Berg"], "the reminder")
        subprocess.run([BINARY], env={**os.environ, **self.env}, check=True, timeout=60)
        self.activate("undo")  # takes the lead back
        wait(lambda: self.titles() == [], "the reminder to be taken back")


class NoService(RunningTest):
    def test_nothing_breaks_without_a_notification_service(self):
        person = self.open()
        self.cli("add", "Anna Berg", "--promise", "2020-01-02 10:00")
        self.assertIn("Late: 1", self.cli("today"))
        self.assertIsNone(person.process.poll())


if __name__ == "__main__":
    running.tap.main()
