#!/usr/bin/env python3
"""Reminders of the real program, heard by notification services of the test's own."""

import datetime
import json
import os
import signal
import sqlite3
import subprocess
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

import running
from running import BINARY, GtkNotifications, Notifications, Onlooker, RunningTest, ScreenSaver, wait

LATE = "“I promised to call you Thursday, 2 January 2020 at 10:00, and I didn’t. I’m sorry.”"


class ReminderTest(RunningTest):
    def setUp(self):
        super().setUp()
        # The tests run at any time of the day.
        self.settings(quiet_from=0, quiet_until=0, morning=0)

    def service(self, kind=Notifications, *arguments):
        service = kind(*arguments)
        self.addCleanup(service.close)
        return service

    def late(self, name="Anna Berg", *more):
        self.cli("add", name, "--promise", "2020-01-02 10:00", "--phone", "+49 30 23125 101", *more)

    def stored(self):
        return json.loads(self.cli("export", "--format", "json"))

    def promises(self):
        return [(p["state"], p["promised"]) for p in self.stored()["promises"]]


class BellTest(ReminderTest):
    def setUp(self):
        super().setUp()
        self.bell = self.service()

    def rings(self, *titles):
        wait(lambda: sorted(self.bell.titles()) == sorted(titles), f"the reminders {titles}")


class Reminders(BellTest):
    def test_what_came_due_meanwhile_rings_at_start_and_once(self):
        self.late("Anna Berg", "--purpose", "the offer")
        process = self.start_in_background()
        self.rings("Anna Berg")
        self.assertIn("the offer", self.bell.rung[0][1])
        # Something else changes: it does not ring again, nor after the next start.
        self.cli("add", "Ben Oz", "--promise", "2099-01-02 10:00")
        self.cli("today")
        self.end(process)
        self.start_in_background()
        self.cli("today")
        self.assertEqual(len(self.bell.rung), 1)

    def test_click_opens_the_card_with_the_window_closed(self):
        self.cli("add", "Zoe First")
        self.late()
        process = self.start_in_background()
        self.rings("Anna Berg")
        self.bell.press("Anna Berg")
        Onlooker(process).label(LATE)

    def test_one_for_each_promise(self):
        self.start_in_background()
        for name in ("Anna", "Ben", "Carla"):
            self.late(name)
            wait(lambda: name in self.bell.titles(), name)
        self.rings("Anna", "Ben", "Carla")

    def test_many_at_once_are_one_which_opens_the_list(self):
        for name in ("Anna", "Ben", "Carla", "Dora"):
            self.late(name)
        process = self.start_in_background()
        self.rings("4 promises are due")
        self.assertEqual(self.bell.rung[0][1], "Anna, Ben and 2 more")
        self.bell.press("4 promises are due", "Show the List")
        person = Onlooker(process)
        for name in ("Anna", "Dora"):
            person.label(name)

    def test_markup_is_inert(self):
        self.start_in_background()
        self.cli("add", "<b>Smith</b> & Sons", "--company", "A <i>b</i> &amp; c", "--promise",
                 "2020-01-02 10:00", "--purpose", "<a href='x'>go</a>")
        self.rings("<b>Smith</b> & Sons")  # the title is never markup
        body = self.bell.rung[0][1]
        self.assertNotIn("<", body)
        self.assertIn("&lt;a href=&apos;x&apos;&gt;go", body)
        self.assertIn("A &lt;i&gt;b&lt;/i&gt; &amp;amp; c", body)

    def test_it_stays_on_the_screen(self):
        self.late()
        self.start_in_background()
        self.rings("Anna Berg")
        self.assertEqual(self.bell.shown[1]["expires"], 0)

    def test_rings_on_the_minute_with_the_window_closed(self):
        """The wall clock's timer, truly waited for."""
        self.start_in_background()
        if datetime.datetime.now().second > 50:
            # Too close to the minute to be sure the promise is made before it.
            wait(lambda: datetime.datetime.now().second < 50, "the next minute", 15)
        due = datetime.datetime.now().replace(second=0, microsecond=0) + datetime.timedelta(minutes=1)
        self.cli("add", "On Time", "--promise", due.strftime("%Y-%m-%d %H:%M"))
        self.assertEqual(self.bell.rung, [])
        wait(self.bell.titles, "the reminder", 75)
        self.assertLess(abs(time.time() - due.timestamp()), 2)

    def test_is_taken_back_with_the_promise(self):
        self.start_in_background()
        self.late()
        self.rings("Anna Berg")
        subprocess.run([BINARY], env={**os.environ, **self.env}, check=True, timeout=60)
        self.activate("undo")  # takes the lead back
        self.rings()

    def test_killed_before_it_is_written_down_it_rings_again_once(self):
        self.late()
        self.bell.holds = True
        process = subprocess.Popen([BINARY, "--gapplication-service"], env={**os.environ, **self.env})
        wait(lambda: self.bell.held, "the reminder to be sent")
        process.send_signal(signal.SIGKILL)
        process.wait(60)
        self.bell.holds, self.bell.held = False, []
        running = self.start_in_background()
        self.rings("Anna Berg")
        self.end(running)
        self.start_in_background()
        self.cli("today")
        self.assertEqual(len(self.bell.rung), 1)


class Actions(BellTest):
    def setUp(self):
        super().setUp()
        self.dialled = self.home / "dialled"
        applications = self.home / "data" / "applications"
        applications.mkdir(parents=True)
        dialler = self.home / "dialler"
        dialler.write_text(f'#!/bin/sh\nprintf %s "$1" >{self.dialled}\n')
        dialler.chmod(0o755)
        (applications / "dialler.desktop").write_text(
            f"[Desktop Entry]\nType=Application\nName=Dialler\nExec={dialler} %u\n"
            "MimeType=x-scheme-handler/tel;x-scheme-handler/mailto;\n")
        (applications / "mimeapps.list").write_text(
            "[Default Applications]\nx-scheme-handler/tel=dialler.desktop\nx-scheme-handler/mailto=dialler.desktop\n")

    def ring(self):
        self.late()
        process = self.start_in_background()
        self.rings("Anna Berg")
        return process

    def test_call_dials_and_shows_the_card(self):
        process = self.ring()
        self.bell.press("Anna Berg", "Call")
        wait(lambda: self.dialled.exists() and self.dialled.read_text(), "the call")
        self.assertEqual(self.dialled.read_text(), "tel:+493023125101")
        Onlooker(process).label(LATE)

    def test_call_without_a_program_for_it_says_so(self):
        (self.home / "data" / "applications" / "dialler.desktop").unlink()
        process = self.ring()
        self.bell.press("Anna Berg", "Call")
        Onlooker(process).label("No program on this computer makes calls.")

    def test_done_keeps_the_promise_and_books_the_next(self):
        self.ring()
        self.bell.press("Anna Berg", "Done")
        wait(lambda: [t for t, body in self.bell.rung if "next promise" in body], "the answer")
        stored = self.stored()
        self.assertEqual(sorted(p["state"] for p in stored["promises"]), ["kept", "open"])
        self.assertEqual([c["outcome"] for c in stored["contacts"]], ["reached"])
        # Twice is once.
        self.cli("today")
        self.assertEqual(len(self.stored()["contacts"]), 1)

    def test_done_can_be_undone_in_place(self):
        self.ring()
        before = self.promises()
        self.bell.press("Anna Berg", "Done")
        wait(lambda: any("Undo" in n["actions"] for n in self.bell.shown.values()), "the way back")
        self.bell.press("Anna Berg", "Undo")
        wait(lambda: self.promises() == before, "the promise to be open again")
        self.assertEqual(self.stored()["contacts"], [])

    def test_undo_goes_with_the_next_change(self):
        self.ring()
        self.bell.press("Anna Berg", "Done")
        wait(lambda: any("Undo" in n["actions"] for n in self.bell.shown.values()), "the way back")
        self.cli("add", "Ben Oz", "--promise", "2099-01-02 10:00")
        self.rings()

    def test_ten_minutes_are_kept_over_a_restart(self):
        process = self.ring()
        self.bell.press("Anna Berg", "10 Minutes")
        self.rings()
        self.end(process)
        database = self.home / "data" / "follow-through" / "follow-through.db"
        with sqlite3.connect(database) as connection:
            (until,) = connection.execute("SELECT snoozed_until FROM reminded").fetchone()
            self.assertLess(abs(until - time.time() - 600), 30)
            # As if they were nearly over.
            soon = int(time.time()) + 3
            connection.execute("UPDATE reminded SET snoozed_until = ?", (soon,))
            connection.execute("UPDATE due SET snoozed_until = ?", (soon,))
        connection.close()
        self.start_in_background()
        self.cli("today")
        self.rings("Anna Berg")
        self.assertLess(abs(time.time() - soon), 3)
        self.assertEqual(len(self.bell.rung), 2)

    def test_running_late_asks_for_a_time_and_copies_the_words(self):
        process = self.ring()
        self.bell.press("Anna Berg", "Running Late")
        person = Onlooker(process)
        person.click(person.button("In 30 Minutes"))
        wait(lambda: any(text.startswith("Hello Anna Berg, I promised to be in touch Thursday, 2 January 2020 at 10:00, "
                                         "and I was not. I am sorry. May it be t")
                         for text in person.texts(person.program)), "the words to send")
        self.assertEqual(self.promises(), [("open", "2020-01-02 10:00")])
        person.click(person.button("Copy and Move"))
        wait(lambda: sorted(state for state, _ in self.promises()) == ["moved", "open"], "the promise to move")
        person.gone("label", "Running Late")
        self.rings()


class Privacy(BellTest):
    def saver(self, active):
        self.screen_saver = ScreenSaver(active)
        self.addCleanup(self.screen_saver.close)

    def lock(self, active):
        self.screen_saver.set(active)

    def widow(self):
        self.late()
        everything = self.stored()
        everything["leads"][0]["facts"] = [{"day": "2024-01-02", "sensitive": True, "text": "widowed in 2024"}]
        path = self.home / "facts.json"
        path.write_text(json.dumps(everything))
        self.cli("import", path)

    def body(self):
        return [shown["body"] for shown in self.bell.shown.values()]

    def test_a_sensitive_fact_is_for_the_unlocked_screen(self):
        self.widow()
        self.saver(False)
        self.start_in_background()
        self.rings("Anna Berg")
        wait(lambda: any("widowed" in body for body in self.body()), "the fact")
        self.lock(True)
        wait(lambda: not any("widowed" in body for body in self.body()), "the fact to go")
        self.assertEqual(len(self.bell.rung), 1)

    def test_where_nobody_knows_it_is_left_out(self):
        self.widow()
        self.start_in_background()
        self.rings("Anna Berg")
        self.assertNotIn("widowed", self.body()[0])

    def test_names_are_hidden_while_it_is_locked(self):
        self.settings(hide_names=1)
        self.late("Anna Berg", "--company", "Berg Roofing", "--purpose", "the offer")
        self.saver(True)
        self.start_in_background()
        self.rings("A promise is due")
        for word in ("Anna", "Berg", "offer", "23125"):
            self.assertNotIn(word, str(self.bell.rung))
        self.lock(False)
        self.rings("Anna Berg")
        self.assertEqual(len(self.bell.rung), 1)


class Sleep(ReminderTest):
    """logind on a system bus of the test's own."""

    def setUp(self):
        super().setUp()
        daemon = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE)
        self.addCleanup(daemon.wait)
        self.addCleanup(daemon.terminate)
        self.addCleanup(daemon.stdout.close)
        address = daemon.stdout.readline().decode().strip()
        self.env["DBUS_SYSTEM_BUS_ADDRESS"] = address
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.addCleanup(self.bus.close_sync)
        self.asked = []
        interface = Gio.DBusNodeInfo.new_for_xml(
            """<node><interface name="org.freedesktop.login1.Session">
            <property name="LockedHint" type="b" access="read"/></interface></node>""").interfaces[0]
        self.bus.register_object("/org/freedesktop/login1/session/auto", interface, None, self.get, None)
        Gio.bus_own_name_on_connection(self.bus, "org.freedesktop.login1", 0)

    def get(self, *_):
        self.asked.append(1)
        return GLib.Variant("b", False)

    def test_after_sleep_the_database_is_asked_again(self):
        bell = self.service()
        bell.refuses = True
        self.late()
        self.start_in_background()
        wait(lambda: self.asked, "the program to know logind")
        self.cli("today")
        bell.refuses = False
        for going in (True, False):
            self.bus.emit_signal(None, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep",
                                 GLib.Variant("(b)", (going,)))
        wait(lambda: bell.titles() == ["Anna Berg"], "the reminder after sleep")


class Services(ReminderTest):
    def test_nothing_breaks_without_one(self):
        person = self.open()
        self.late()
        self.assertIn("Late: 1", self.cli("today"))
        self.assertIsNone(person.process.poll())

    def test_rings_as_soon_as_there_is_one(self):
        self.late()
        self.start_in_background()
        self.cli("today")
        bell = self.service()
        wait(lambda: bell.titles() == ["Anna Berg"], "the reminder")
        self.assertEqual(len(bell.rung), 1)

    def test_refused_it_is_not_lost(self):
        bell = self.service()
        bell.refuses = True
        self.late()
        process = self.start_in_background()
        self.cli("today")
        self.end(process)
        bell.refuses = False
        self.start_in_background()
        wait(lambda: bell.titles() == ["Anna Berg"], "the reminder")
        self.assertEqual(len(bell.rung), 1)

    def test_a_slow_one_is_told_once(self):
        bell = self.service()
        bell.holds = True
        self.late()
        self.start_in_background()
        wait(lambda: bell.held, "the reminder to be sent")
        self.cli("add", "Ben Oz", "--promise", "2099-01-02 10:00")  # asks what is due again
        self.cli("today")
        bell.answer_held()
        wait(lambda: bell.titles() == ["Anna Berg"], "the reminder")
        self.cli("today")
        self.assertEqual(len(bell.rung), 1)

    def test_after_a_restart_of_the_service_what_is_due_is_there_again(self):
        bell = self.service()
        self.late()
        self.late("Ben Oz")
        self.start_in_background()
        wait(lambda: sorted(bell.titles()) == ["Anna Berg", "Ben Oz"], "the reminders")
        bell.dismiss("Ben Oz")
        self.cli("today")
        bell.stop()
        bell.start()
        wait(lambda: bell.titles() == ["Anna Berg"], "the one that was not dismissed")

    def test_one_that_takes_no_markup_gets_none(self):
        bell = self.service(Notifications, ("actions", "body"))
        self.cli("add", "A & B", "--company", "C & <D>", "--promise", "2020-01-02 10:00")
        self.start_in_background()
        wait(lambda: bell.titles() == ["A & B"], "the reminder")
        self.assertIn("C & <D>", bell.rung[0][1])

    def test_one_without_buttons_gets_none(self):
        bell = self.service(Notifications, ("body",))
        self.late()
        self.start_in_background()
        wait(lambda: bell.titles() == ["Anna Berg"], "the reminder")
        self.assertEqual(bell.shown[1]["actions"], {})


class Gnome(ReminderTest):
    """GNOME Shell's own service: its buttons come by D-Bus activation."""

    def test_buttons_work_and_text_is_plain(self):
        bell = self.service(GtkNotifications)
        self.cli("add", "<b>Smith</b> & Sons", "--promise", "2020-01-02 10:00")
        self.start_in_background()
        wait(lambda: bell.titles() == ["<b>Smith</b> & Sons"], "the reminder")
        (name, shown), = bell.shown.items()
        self.assertEqual(shown["application"], self.ID)
        self.assertEqual([b["label"] for b in shown["buttons"]], ["Running Late", "Done", "10 Minutes"])
        bell.press(name, "Done")
        wait(lambda: "kept" in [state for state, _ in self.promises()], "the promise to be kept")
        wait(lambda: name not in bell.shown, "the reminder to go")

    def test_an_application_it_does_not_know_takes_the_other_way(self):
        gnome = self.service(GtkNotifications)
        gnome.refuses = True
        bell = self.service()
        self.late()
        self.start_in_background()
        wait(lambda: bell.titles() == ["Anna Berg"], "the reminder")


class Morning(RunningTest):
    """At any hour of the test's day it is the morning of a working day."""

    def test_the_day_is_told_of_once_and_off_in_one_click(self):
        self.settings(quiet_from=0, quiet_until=0, work_days=127, day_begins=0, day_ends=1440)
        bell = Notifications()
        self.addCleanup(bell.close)
        self.cli("add", "Anna Berg", "--promise", "2020-01-02 10:00")
        process = self.start_in_background()
        wait(lambda: "1 late promise" in bell.titles(), "the morning")
        self.end(process)
        process = self.start_in_background()
        self.cli("today")
        self.assertEqual(len(bell.rung), 2)  # the day, and the promise

    def test_off_in_one_click(self):
        self.settings(quiet_from=0, quiet_until=0, work_days=127, day_begins=0, day_ends=1440)
        bell = Notifications()
        self.addCleanup(bell.close)
        self.cli("add", "Anna Berg", "--promise", "2020-01-02 10:00")
        self.start_in_background()
        wait(lambda: "1 late promise" in bell.titles(), "the morning")
        bell.press("1 late promise", "No More of These")
        wait(lambda: "1 late promise" not in bell.titles(), "the morning to go")
        wait(lambda: json.loads(self.cli("export", "--format", "json"))["settings"].get("morning") in (0, "0"),
             "the setting")


class Leaving(RunningTest):
    """At any hour of the test's day it is the evening before days away."""

    def setUp(self):
        super().setUp()
        today = datetime.date.today()
        self.first, last = today + datetime.timedelta(1), today + datetime.timedelta(5)
        path = self.home / "days.json"
        path.write_text(json.dumps({
            "format": "follow-through", "version": 1, "leads": [], "promises": [], "contacts": [], "pieces": [],
            "days_off": [{"kind": "away", "first": str(self.first), "last": str(last), "text": "skiing"}],
            "settings": {"quiet-from": "0", "quiet-until": "0", "work-days": "127", "day-begins": "0",
                         "day-ends": "1"}}))
        self.cli("import", path)
        self.bell = Notifications()
        self.addCleanup(self.bell.close)

    def promise(self, name, days):
        self.cli("add", name, "--promise", f"{self.first + datetime.timedelta(days)} 10:00")

    def leaving(self):
        return [(title, body) for title, body in self.bell.rung if title.startswith("You are away from")]

    def test_what_is_to_be_promised_anew_is_told_of_once_and_listed(self):
        self.promise("Anna Berg", 1)
        self.promise("Ben Oz", 2)
        self.promise("Zoe Later", 30)
        process = self.start_in_background()
        wait(self.leaving, "the evening")
        (title, body), = self.leaving()
        self.assertIn(f" {self.first.day} ", title)
        self.assertEqual(body, "2 promises are to be promised anew")
        self.assertEqual(self.bell.buttons(title), ["Promise Anew", "No More of These"])
        self.bell.press(title, "Promise Anew")
        person = Onlooker(process)
        person.label("These fall into days on which you are away. Tell them before you leave.")
        # Pressed again, it is the same list.
        self.bell.press(title, "Promise Anew")
        self.bell.bus.flush_sync()
        self.cli("today")
        self.assertEqual(len([window for window in person.windows() if window.get_name() == "Promise Anew"]), 1)
        self.end(process)
        self.start_in_background()
        self.promise("Carla Neu", 2)
        self.cli("today")
        self.assertEqual(len(self.leaving()), 1)

    def test_off_in_one_click(self):
        self.promise("Anna Berg", 1)
        self.start_in_background()
        wait(self.leaving, "the evening")
        title, body = self.leaving()[0]
        self.assertEqual(body, "1 promise is to be promised anew")
        self.bell.press(title, "No More of These")
        wait(lambda: title not in self.bell.titles(), "the evening to go")
        wait(lambda: json.loads(self.cli("export", "--format", "json"))["settings"].get("morning") in (0, "0"),
             "the setting")

    def test_nothing_to_promise_anew_is_nothing_to_tell(self):
        self.promise("Zoe Later", 30)
        database = self.home / "data" / "follow-through" / "follow-through.db"

        def is_over():
            process = self.start_in_background()
            self.cli("today")
            self.end(process)
            with sqlite3.connect(database) as connection:
                return connection.execute("SELECT day FROM announced WHERE what = 'leaving'").fetchall()

        wait(is_over, "the evening to be over", 60)
        self.assertEqual(self.leaving(), [])


if __name__ == "__main__":
    running.tap.main()
