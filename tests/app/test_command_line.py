#!/usr/bin/env python3
"""Every subcommand of the real program, on real files, with neither display nor session bus."""

import base64
import datetime
import hashlib
import json
import os
import resource
import sqlite3
import stat
import subprocess
import unittest
import zoneinfo

import program
from program import BINARY, ProgramTest

CSV = """Name,Company,Phone,E-mail
Anna Berg,Berg Roofing,+49 (30) 23125-101,anna@example.com
Björn Ek,Ek & Söner,,bjorn@example.org
,,,
"""


def day(offset):
    """Where the program runs, whatever the clock here says between two midnights."""
    today = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Berlin")).date()
    return (today + datetime.timedelta(days=offset)).isoformat()


class Today(ProgramTest):
    def test_of_an_empty_database(self):
        answer = self.json("today", "--json")
        self.assertEqual([answer[k] for k in ("late", "today", "without_promise")], [[], [], []])
        self.assertEqual(answer["coverage"], {"promised": 0, "open": 0})
        self.assertEqual(answer["zone"], "Europe/Berlin")
        self.assertIn("Late: 0\n", self.good("today"))

    def test_each_lead_is_where_it_belongs(self):
        self.good("add", "Late Lena", "--promise", f"{day(-2)} 16:00", "--purpose", "the offer")
        self.good("add", "Today Tom", "--promise", day(0), "--phone", "+49 30 23125 101")
        self.good("add", "Later Lou", "--promise", f"{day(9)} 10:00")
        self.good("add", "Bare Bea", "--company", "Bea & Sons")
        answer = self.json("today", "--json")
        self.assertEqual([p["name"] for p in answer["late"]], ["Late Lena"])
        self.assertEqual([p["name"] for p in answer["today"]], ["Today Tom"])
        self.assertEqual([p["name"] for p in answer["without_promise"]], ["Bare Bea"])
        self.assertEqual(answer["coverage"], {"promised": 3, "open": 4})
        late = answer["late"][0]
        self.assertEqual((late["promised"], late["purpose"], late["late"]),
                         (f"{day(-2)} 16:00", "the offer", True))
        self.assertEqual(answer["today"][0]["promised"], day(0))
        text = self.good("today")
        for words in ("Late: 1", "Late Lena", "Today: 1", "Today Tom", "+49 30 23125 101",
                      "Without a promise: 1", "Bare Bea, Bea & Sons", "Coverage: 3/4"):
            self.assertIn(words, text)
        self.assertNotIn("Later Lou", text)

    def test_cards_and_deliveries(self):
        """B11: whom to write to and where, and what is to be delivered or asked about."""
        lead = {"uid": "a-1", "name": "Anna Berg", "state": "customer", "street": "Lange Straße 12",
                "postcode": "96047", "city": "Bamberg", "country": "Germany"}
        step = {"lead": "a-1", "sale": "s-1", "zone": "", "state": "open"}
        path = self.write("sales.json", json.dumps({
            "format": "follow-through", "version": 1, "leads": [lead],
            "sales": [{"uid": "s-1", "lead": "a-1", "what": "A new roof", "value_minor": 125050, "currency": "EUR",
                       "delivery": day(0), "benefit": {"head": "look-better", "text": "A roof to show"}}],
            "promises": [dict(step, uid="p-1", kind="card", purpose="Write a card", promised=day(0)),
                         dict(step, uid="p-2", kind="delivery", purpose="Deliver it", promised=day(0)),
                         dict(step, uid="p-3", kind="friendly", purpose="How are they?", promised=day(90))],
            "contacts": []}))
        self.json("import", path, "--json")
        answer = self.json("today", "--json")
        card, = answer["cards"]
        self.assertEqual((card["name"], card["what"], card["benefit"], card["sale"], card["kind"], card["late"]),
                         ("Anna Berg", "A new roof", "A roof to show", "s-1", "card", False))
        self.assertIn("Lange Straße 12", card["address"])
        delivery, = answer["deliveries"]
        self.assertEqual((delivery["kind"], delivery["promised"]), ("delivery", day(0)))
        text = self.good("today")
        for words in ("Cards to write: 1", "Lange Straße 12", "Deliveries to check: 1", "A new roof"):
            self.assertIn(words, text)

    def test_the_coach_says_the_same_as_in_the_window(self):
        lead = {"uid": "a-1", "name": "Anna Berg", "state": "open", "created": f"{day(-40)}T09:00:00Z",
                "decision": day(12), "not_before": day(5),
                "benefits": [{"head": "look-better", "text": "A terrace to show"}],
                "facts": [{"day": day(-9), "sensitive": False, "text": "Plays the cello"},
                          {"day": day(-20), "sensitive": True, "text": "Widowed"}],
                "asks": [{"day": day(-9), "done": None, "text": "a planter"},
                         {"day": day(-9), "done": day(-3), "text": "a price"}],
                "trial_close": "If it is planted before Easter?", "trial_answer": "Then yes", "zone": "Asia/Tokyo",
                "nothing_else": day(-3)}
        promise = {"uid": "p-1", "lead": "a-1", "promised": f"{day(-1)} 16:00", "channel": "phone"}
        contacts = [{"uid": f"c-{n}", "lead": "a-1", "at": f"{day(-n)}T09:00:00Z", "channel": "phone",
                     "outcome": outcome, "heard": heard, "lean": lean}
                    for n, outcome, heard, lean in ((9, "reached", "after the roof", "towards"),
                                                    (3, "no-answer", "", "unknown"))]
        path = self.write("one.json", json.dumps({
            "format": "follow-through", "version": 1, "leads": [lead], "promises": [promise], "contacts": contacts}))
        self.good("import", path)
        self.good("add", "Bare Bea")
        answer = self.json("today", "--json")
        late = answer["late"][0]
        self.assertEqual([late[k] for k in ("gauge", "dots", "contacts", "days_since", "fence", "decision_days",
                                            "question_day")],
                         ["quiet", 2, 2, 9, day(5), 12, day(5)])
        self.assertNotEqual(late["hint"], "")
        brief = late["brief"]
        self.assertEqual(brief["benefits"], [{"head": "look-better", "text": "A terrace to show"}])
        self.assertEqual([f["text"] for f in brief["facts"]], ["Widowed", "Plays the cello"])
        self.assertEqual([brief[k] for k in ("last_words", "lean", "next_piece", "open_asks", "trial_close")],
                         ["after the roof", "towards", "", ["a planter"], "If it is planted before Easter?"])
        self.assertEqual([brief[k] for k in ("trial_answer", "nothing_else", "best_channel", "replies")],
                         ["Then yes", day(-3), "phone", [{"channel": "phone", "tried": 2, "answered": 1}]])
        now = datetime.datetime.fromisoformat(answer["now"])
        there = datetime.datetime.fromisoformat(brief["local_time"])
        here = zoneinfo.ZoneInfo(answer["zone"])
        self.assertEqual(there - now, zoneinfo.ZoneInfo("Asia/Tokyo").utcoffset(now) - here.utcoffset(now))
        bare = answer["without_promise"][0]
        self.assertEqual([bare[k] for k in ("gauge", "dots", "fence", "decision_days")], ["right", 0, None, None])
        self.assertLess({"gauge", "dots", "contacts", "days_since", "question_day", "hint", "brief"}, bare.keys())
        self.assertEqual(bare["brief"].keys(), brief.keys())

    def test_instants_follow_the_zone_of_the_promise(self):
        self.good("add", "Mei", "--promise", "2020-06-01 16:00", "--zone", "Asia/Tokyo")
        late = self.json("today", "--json")["late"][0]
        self.assertEqual((late["promised"], late["zone"], late["promised_at"]),
                         ("2020-06-01 16:00", "Asia/Tokyo", "2020-06-01T07:00:00Z"))

    def test_output_is_utf8_in_every_locale(self):
        for locale in ("C", "POSIX", "C.UTF-8"):
            with self.subTest(locale):
                self.good("add", f"Jürgen {locale}", LC_ALL=locale)
                names = [p["name"] for p in self.json("today", "--json", LC_ALL=locale)["without_promise"]]
                self.assertIn(f"Jürgen {locale}", names)


class Add(ProgramTest):
    def export(self):
        return self.json("export", "--format", "json")

    def test_every_field(self):
        self.good("add", "Anna Berg", "--company", "Berg & Co <Roofs>", "--phone", "+49 30 23125 101",
                  "--email", "anna@example.com", "--promise", "2099-11-26 16:00", "--zone", "America/New_York",
                  "--channel", "visit", "--purpose", "measure")
        data = self.export()
        lead, promise = data["leads"][0], data["promises"][0]
        self.assertEqual((lead["name"], lead["company"], lead["zone"], lead["channel"]),
                         ("Anna Berg", "Berg & Co <Roofs>", "America/New_York", "visit"))
        self.assertEqual((promise["promised"], promise["zone"], promise["channel"], promise["purpose"]),
                         ("2099-11-26 16:00", "America/New_York", "visit", "measure"))
        self.assertIn("+49 30 23125 101", json.dumps(lead))
        self.assertIn("anna@example.com", json.dumps(lead))

    def test_a_name_is_enough(self):
        self.assertIn("Bea", self.good("add", "Bea"))
        data = self.export()
        self.assertEqual((len(data["leads"]), len(data["promises"])), (1, 0))

    def test_times_are_understood(self):
        for words in ("2099-01-02 03:04", "2099-01-02T03:04", "2099-01-02", "+3d 10", "tomorrow 9:30"):
            with self.subTest(words):
                self.good("add", words, "--promise", words)

    def test_an_hour_that_does_not_exist_is_told(self):
        result = self.run_program("add", "Gap", "--promise", "2027-03-28 02:30", "--zone", "Europe/Berlin")
        self.assertEqual(result.returncode, 0)
        self.assertIn("does not exist", result.stderr.decode())

    def test_usage(self):
        for arguments, says in (((), "Usage"), (("a", "b"), "Usage"), (("  ",), "name"),
                                (("A", "--promise", "soonish"), "soonish"),
                                (("A", "--promise", "2026-02-30 10:00"), "2026-02-30"),
                                (("A", "--zone", "Mars/Base"), "Mars/Base"),
                                (("A", "--channel", "fax"), "fax"),
                                (("A", "--purpose", "x"), "--promise"),
                                (("A", "--frobnicate"), "frobnicate")):
            with self.subTest(arguments):
                self.bad(2, "add", *arguments, says=says)
        self.assertFalse(self.database.exists(), "a usage error must not make a database")

    def test_a_name_may_begin_with_a_dash(self):
        self.good("add", "--", "-Dash-")
        self.assertEqual(self.export()["leads"][0]["name"], "-Dash-")


class Import(ProgramTest):
    def test_counts_and_rejected_lines(self):
        self.write("people.csv", CSV)
        answer = self.json("import", "people.csv", "--json")
        self.assertEqual(sorted(answer), ["created", "merged", "rejected", "unchanged"])
        self.assertEqual((answer["created"], answer["merged"], answer["unchanged"]), (2, 0, 0))
        for reject in answer["rejected"]:
            self.assertEqual(sorted(reject), ["file", "line", "reason"])
            self.assertEqual((reject["file"], reject["line"]), ("people.csv", 4))

    def test_twice_changes_nothing(self):
        self.write("people.csv", CSV)
        self.json("import", "people.csv", "--json")
        before = self.good("export", "--format", "json")
        answer = self.json("import", "people.csv", "--json")
        self.assertEqual((answer["created"], answer["merged"], answer["unchanged"]), (0, 0, 2))
        self.assertEqual(self.good("export", "--format", "json"), before)

    def test_dry_run_changes_nothing(self):
        self.write("people.csv", CSV)
        answer = self.json("import", "people.csv", "--dry-run", "--json")
        self.assertEqual(answer["created"], 2)
        self.assertEqual(self.json("export", "--format", "json")["leads"], [])
        self.assertIn("nothing was changed", self.good("import", "people.csv", "--dry-run"))

    def test_map(self):
        self.write("odd.csv", "Kunde;Firma;Nr\nAnna Berg;Berg;7\n")
        self.good("import", "odd.csv", "--map", "name=Kunde", "--map", "company=Firma")
        lead = self.json("export", "--format", "json")["leads"][0]
        self.assertEqual((lead["name"], lead["company"]), ("Anna Berg", "Berg"))
        self.bad(2, "import", "odd.csv", "--map", "name=Nobody", says="Nobody")
        self.bad(2, "import", "odd.csv", "--map", "shoe=Kunde", says="shoe")

    def test_first_promises_are_spread_over_working_days(self):
        """B1: an import leaves nobody without a promise."""
        self.write("people.csv", "Name\n" + "".join(f"Person {i:02}\n" for i in range(7)))
        self.json("import", "people.csv", "--per-day", "3", "--json")
        days = [p["promised"][:10] for p in self.json("export", "--format", "json")["promises"]]
        self.assertEqual(sorted(days.count(d) for d in set(days)), [1, 3, 3])
        for promised in days:
            self.assertLess(datetime.date.fromisoformat(promised).weekday(), 5)
        self.assertEqual(self.json("today", "--json")["coverage"], {"promised": 7, "open": 7})
        again = self.json("import", "people.csv", "--per-day", "3", "--json")
        self.assertEqual((again["created"], again["merged"], again["unchanged"]), (0, 0, 7))
        for wrong in ("-1", "-2", "many"):
            self.bad(2, "import", "people.csv", "--per-day", wrong)

    def test_an_import_promises_by_itself(self):
        """B1: ten a working day as it comes, none with 0, and an export comes back as it was."""
        self.write("people.csv", "Name\n" + "".join(f"Person {i:02}\n" for i in range(12)))
        self.good("import", "people.csv", "--per-day", "0")
        self.assertEqual(self.json("today", "--json")["coverage"], {"promised": 0, "open": 12})
        self.good("export", "--format", "json", "--output", "all.json")
        self.good("--database", "other.db", "import", "all.json")
        self.assertEqual(self.json("--database", "other.db", "today", "--json")["coverage"],
                         {"promised": 0, "open": 12})
        said = self.good("import", "people.csv", "--dry-run")
        self.assertIn("12 leads without a promise", said)
        answer = self.json("import", "people.csv", "--json")
        self.assertEqual((answer["created"], answer["merged"], answer["unchanged"]), (0, 12, 0))
        days = [p["promised"][:10] for p in self.json("export", "--format", "json")["promises"]]
        self.assertEqual(sorted(days.count(d) for d in set(days)), [2, 10])
        self.good("--database", "third.db", "import", "all.json", "--per-day", "12")
        self.assertEqual(self.json("--database", "third.db", "today", "--json")["coverage"],
                         {"promised": 12, "open": 12})

    def test_several_files_are_one_import(self):
        self.write("a.csv", "Name\nAnna\n")
        self.write("b.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben Oz\r\nEND:VCARD\r\n")
        self.assertEqual(self.json("import", "a.csv", "b.vcf", "--json")["created"], 2)

    def test_encodings(self):
        text = "Name,Company\nJürgen Groß,Café\n"
        for name, encoding in (("bom", "utf-8-sig"), ("wide", "utf-16"), ("old", "cp1252")):
            with self.subTest(encoding):
                self.write(f"{name}.csv", text.encode(encoding))
                self.json("import", f"{name}.csv", "--json")
        names = {lead["name"] for lead in self.json("export", "--format", "json")["leads"]}
        self.assertEqual(names, {"Jürgen Groß"})

    def test_failures(self):
        self.bad(1, "import", "nowhere.csv", says="nowhere.csv")
        self.write("no-names.csv", "a,b\n1,2\n")
        self.bad(1, "import", "no-names.csv", says="no-names.csv")
        self.bad(2, "import", says="Usage")
        self.write("good.csv", CSV)
        self.bad(1, "import", "good.csv", "nowhere.csv")
        self.assertEqual(self.json("export", "--format", "json")["leads"], [])


class Export(ProgramTest):
    def setUp(self):
        super().setUp()
        self.good("add", "Anna Berg", "--company", "=1+1", "--phone", "+49 30 23125 101", "--email",
                  "anna@example.com", "--promise", "2099-11-26 16:00", "--zone", "Europe/Berlin")
        self.good("add", "Björn\u2028Ek")

    def test_json_imports_without_loss(self):
        text = self.good("export", "--format", "json", "--output", "all.json")
        self.assertEqual(text, "")
        before = json.loads((self.home / "all.json").read_text())
        self.good("--database", "other.db", "import", "all.json")
        after = self.json("--database", "other.db", "export", "--format", "json")
        for part in (before, after):
            for lead in part["leads"]:
                lead.pop("changed_at", None)
                lead.pop("changed", None)
        self.assertEqual(after, before)

    def test_standard_output_is_the_file(self):
        for form in ("json", "csv", "csv-spreadsheet", "vcf"):
            with self.subTest(form):
                self.good("export", "--format", form, "--output", "file")
                self.assertEqual(self.good("export", "--format", form),
                                 (self.home / "file").read_bytes().decode())

    def test_formulas_are_guarded_for_spreadsheets_only(self):
        self.assertIn(",=1+1,", self.good("export", "--format", "csv"))
        self.assertNotIn(",=1+1,", self.good("export", "--format", "csv-spreadsheet"))

    def test_an_export_is_private(self):
        self.good("export", "--format", "json", "--output", "all.json")
        self.assertEqual(stat.S_IMODE(os.stat(self.home / "all.json").st_mode), 0o600)

    def test_large_exports_arrive_whole(self):
        rows = "".join(f"Kundin Nummer {i} ä€,Firma\n" for i in range(20000))
        self.write("many.csv", "Name,Company\n" + rows)
        self.assertEqual(self.json("import", "many.csv", "--json")["created"], 20000)
        self.assertEqual(len(self.json("export", "--format", "json")["leads"]), 20002)

    def test_failures(self):
        self.bad(2, "export", says="--format")
        self.bad(2, "export", "--format", "xml", says="xml")
        self.bad(2, "export", "--format", "json", "surplus", says="Usage")
        self.bad(1, "export", "--format", "json", "--output", "no/such/folder/x.json")


class Keeping(ProgramTest):
    def test_files_are_private(self):
        self.good("add", "Anna")
        self.assertEqual(stat.S_IMODE(self.database.stat().st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(self.database.parent.stat().st_mode), 0o700)

    def test_backup_and_restore(self):
        self.good("add", "Anna")
        self.assertIn("copy.db", self.good("backup", "copy.db"))
        self.assertEqual(stat.S_IMODE((self.home / "copy.db").stat().st_mode), 0o600)
        self.good("add", "Ben")
        self.good("restore", "copy.db")
        names = [lead["name"] for lead in self.json("export", "--format", "json")["leads"]]
        self.assertEqual(names, ["Anna"])
        kept = self.database.with_name("follow-through.db.before-restore")
        data = self.json("--database", kept, "export", "--format", "json")
        self.assertEqual([lead["name"] for lead in data["leads"]], ["Anna", "Ben"])
        self.good("restore", "copy.db")
        self.assertTrue(self.database.with_name("follow-through.db.before-restore-2").exists())
        self.assertEqual(list(self.database.parent.glob("*.restoring*")), [])

    def test_restore_into_an_empty_home(self):
        self.good("--database", "a.db", "add", "Anna")
        self.good("--database", "a.db", "backup", "copy.db")
        self.good("restore", "copy.db")
        self.assertEqual(self.json("today", "--json")["coverage"]["open"], 1)

    def test_the_files_of_pieces_go_along(self):
        """A5: what a piece has as a file is in an export and beside a backup, and comes back."""
        content = os.urandom(100_001)
        digest = hashlib.sha256(content).hexdigest()
        piece = {"uid": "p-1", "name": "Brochure", "kind": "document", "file_name": "b.pdf",
                 "file_hash": digest}
        files = [{"hash": digest, "content": base64.b64encode(content).decode()}]
        self.write("one.json", json.dumps({"format": "follow-through", "version": 1, "leads": [],
                                           "pieces": [piece], "files": files}))
        kept = self.database.parent / "pieces" / digest
        self.good("import", "--dry-run", "one.json")
        self.assertFalse(kept.exists())
        self.good("import", "one.json")
        self.assertEqual(kept.read_bytes(), content)
        self.assertEqual(stat.S_IMODE(kept.stat().st_mode), 0o600)
        self.assertEqual(self.json("export", "--format", "json")["files"], files)

        (self.home / "safe").mkdir()
        self.assertIn("safe/pieces", self.good("backup", "safe/copy.db"))
        self.assertEqual((self.home / "safe" / "pieces" / digest).read_bytes(), content)
        self.good("backup", "safe/again.db")
        kept.unlink()
        self.assertNotIn("files", self.json("export", "--format", "json"))
        check = self.run_program("check")
        self.assertEqual(check.returncode, 1)
        self.assertIn("“Brochure”", check.stdout.decode())
        self.good("restore", "safe/copy.db")
        self.assertEqual(kept.read_bytes(), content)
        # A backup that came without its files is restored without them.
        (self.home / "safe" / "copy.db").rename(self.home / "alone.db")
        kept.unlink()
        self.good("restore", "alone.db")
        self.assertFalse(kept.exists())

    def test_what_is_no_backup_changes_nothing(self):
        self.good("add", "Anna")
        before = self.database.read_bytes()
        self.write("picture.png", os.urandom(20000))
        self.bad(1, "restore", "picture.png")
        self.bad(1, "restore", "nowhere.db")
        self.bad(1, "restore", self.database)
        self.assertEqual(self.database.read_bytes(), before)
        self.assertEqual(sorted(p.name for p in self.database.parent.glob("*.restoring*")), [])

    def test_a_damaged_database_can_be_restored(self):
        self.good("add", "Anna")
        self.good("backup", "copy.db")
        self.database.write_bytes(b"not a database, certainly not " * 1000)
        self.bad(1, "today")
        self.good("restore", "copy.db")
        self.assertEqual(self.json("today", "--json")["coverage"]["open"], 1)

    def test_backup_never_overwrites(self):
        self.good("add", "Anna")
        self.write("taken", "mine")
        self.bad(1, "backup", "taken")
        self.assertEqual((self.home / "taken").read_text(), "mine")

    def test_check(self):
        self.good("add", "Anna")
        self.assertIn("sound", self.good("check"))

    def test_a_file_that_may_not_grow(self):
        self.good("add", "Anna")
        size = self.database.stat().st_size
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
        try:
            for n in range(200):
                answer = self.run_program("add", f"Ben {n}")
                if answer.returncode != 0:
                    break
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        self.assertEqual(answer.returncode, 1)
        self.assertIn("may not grow", answer.stderr.decode())
        self.assertIn("sound", self.good("check"))

    def test_a_newer_database_is_left_alone(self):
        self.good("add", "Anna")
        with sqlite3.connect(self.database) as base:
            base.execute("PRAGMA user_version = 9999")
        base.close()
        before = self.database.read_bytes()
        for command in ("today", "check", "add"):
            self.bad(1, command, *(["Ben"] if command == "add" else []))
        self.assertEqual(self.database.read_bytes(), before)

    def test_what_is_no_database_is_left_alone(self):
        path = self.write("holiday.jpg", os.urandom(9000))
        before = path.read_bytes()
        self.bad(1, "--database", path, "today")
        self.assertEqual(path.read_bytes(), before)

    def test_databases_are_apart(self):
        self.good("--database", "a.db", "add", "Anna")
        self.assertEqual(self.json("--database", "b.db", "today", "--json")["coverage"]["open"], 0)
        self.assertEqual(self.json("--database", "a.db", "today", "--json")["coverage"]["open"], 1)


class Usage(ProgramTest):
    def test_help(self):
        for flag in ("--help", "-h"):
            text = self.good(flag)
            for name in ("today", "add", "import", "export", "backup", "restore", "check", "demo"):
                self.assertIn(name, text)
        for name in ("today", "add", "import", "export", "backup", "restore", "check"):
            with self.subTest(name):
                self.assertIn(f"follow-through {name}", self.good(name, "--help"))
        self.assertFalse(self.database.exists())

    def test_version(self):
        self.assertRegex(self.good("--version"), r"\Afollow-through \d+\.\d+\.\d+\n\Z")

    def test_what_is_not_understood(self):
        self.bad(2, "tody", says="tody")
        self.bad(2, "--nonsense", says="--nonsense")
        self.bad(2, "today", "surplus", says="Usage")
        self.bad(2, "today", "--nonsense", says="nonsense")
        self.bad(2, "today", "--database", says="--database")

    def test_the_window_needs_a_display(self):
        for arguments in ((), ("demo",), ("--database", "x.db")):
            with self.subTest(arguments):
                line = self.bad(1, *arguments)
                for name in ("display", "today", "add", "import", "export"):
                    self.assertIn(name, line)

    def test_a_display_is_never_touched(self):
        """A subcommand does not even load its libraries' connection: a wrong display is no failure."""
        self.json("today", "--json", DISPLAY=":987", WAYLAND_DISPLAY="nowhere")

    def test_no_demo_is_left_behind(self):
        self.run_program("demo", TMPDIR=str(self.home))
        self.assertEqual(list(self.home.glob("follow-through-demo-*")), [])


class Together(ProgramTest):
    def test_two_at_once_lose_nothing(self):
        """Whoever finds the database taken says so in one line and with status 1, or waits its turn."""
        self.good("add", "First")
        runs = [subprocess.Popen([BINARY, "add", f"Lead {i}"], env=self.env, cwd=self.home,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for i in range(8)]
        done = 0
        for process in runs:
            _, error = process.communicate(timeout=120)
            self.assertIn(process.returncode, (0, 1))
            if process.returncode == 0:
                done += 1
            else:
                self.assertRegex(error.decode(), r"\Afollow-through: [^\n]+\n\Z")
        self.assertGreater(done, 0)
        self.assertEqual(self.json("today", "--json")["coverage"]["open"], 1 + done)


if __name__ == "__main__":
    program.tap.main()
