"""The calendar as another program reads it: Debian's python3-icalendar, which has its own time zones."""

import datetime
import json
from zoneinfo import ZoneInfo

import icalendar
import program
from program import ProgramTest

PROMISES = [  # name, promised, zone
    ("Anna, Berg; & Söhne", "2026-12-01 16:00", "Europe/Berlin"),
    ("Ben Oz", "2027-07-01 09:30", "America/New_York"),
    ("Gap", "2027-03-28 02:30", "Europe/Berlin"),
    ("Fold", "2027-10-31 02:30", "Europe/Berlin"),
    ("Lord Howe", "2027-04-04 01:45", "Australia/Lord_Howe"),
    ("Kathmandu", "2027-01-15 11:15", "Asia/Kathmandu"),
    ("Apia", "2027-02-02 08:00", "Pacific/Apia"),
]


class IcsTest(ProgramTest):
    def export(self):
        self.good("export", "--format", "ics", "--output", "all.ics")
        calendar = icalendar.Calendar.from_ical((self.home / "all.ics").read_bytes())
        self.assertEqual([component.errors for component in calendar.walk() if component.errors], [])
        return calendar

    def test_another_reader_finds_every_promise_where_it_is(self):
        for name, promised, zone in PROMISES:
            self.run_program("add", name, "--promise", promised, "--zone", zone, "--purpose", "the roof; really")
        instants = {promise["uid"]: promise for promise in
                    json.loads(self.good("export", "--format", "json"))["promises"]}
        events = self.export().walk("VEVENT")
        self.assertEqual(len(events), len(PROMISES))
        for event, (name, promised, zone) in zip(events, PROMISES):
            with self.subTest(name):
                start = event["DTSTART"].dt
                said = datetime.datetime.fromisoformat(promised).replace(tzinfo=ZoneInfo(zone))
                if name == "Gap":
                    said = said.replace(hour=3, minute=0)
                self.assertEqual(str(event["SUMMARY"]), f"{name}: the roof; really")
                if name in ("Fold", "Lord Howe"):  # the hour comes twice: its first pass, in UTC
                    self.assertEqual(start.utcoffset(), datetime.timedelta())
                else:
                    self.assertEqual(str(event["DTSTART"].params["TZID"]), zone)
                    start = start.replace(tzinfo=ZoneInfo(zone))
                self.assertEqual(start.timestamp(), said.timestamp())
                self.assertIn(str(event["UID"]).removesuffix("@followthrough.app"), instants)

    def test_the_zones_it_describes_are_right_by_themselves(self):
        for name, promised, zone in PROMISES:
            self.run_program("add", name, "--promise", promised, "--zone", zone)
        zones = {str(zone["TZID"]): zone for zone in self.export().walk("VTIMEZONE")}
        self.assertEqual(sorted(zones), sorted({zone for _, _, zone in PROMISES} - {"Australia/Lord_Howe"}))
        for name, described in zones.items():
            changes = sorted(
                (part["DTSTART"].dt - part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td)
                for part in described.subcomponents)
            for instant, offset in changes[1:]:
                there = instant.replace(tzinfo=datetime.timezone.utc).astimezone(ZoneInfo(name))
                self.assertEqual(there.utcoffset(), offset, (name, instant))

    def test_uids_stay_and_text_survives(self):
        self.good("add", "Anna", "--promise", "2026-12-01", "--purpose", "a, b; c \"d\" =1+1")
        first = self.export().walk("VEVENT")[0]
        second = self.export().walk("VEVENT")[0]
        self.assertEqual(first["UID"], second["UID"])
        self.assertEqual(str(first["SUMMARY"]), "Anna: a, b; c \"d\" =1+1")
        self.assertEqual(first["DTSTART"].dt, datetime.date(2026, 12, 1))
        self.assertEqual(first["DTEND"].dt, datetime.date(2026, 12, 2))


if __name__ == "__main__":
    program.tap.main()
