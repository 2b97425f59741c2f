#!/usr/bin/env python3
"""The sum at the end of ./check: nothing that failed or did not run may look like a pass."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

HARNESS = pathlib.Path(__file__).resolve().parents[1] / "harness"
sys.path.insert(0, str(HARNESS))
import tally  # noqa: E402
import tap  # noqa: E402


def entry(stdout, result="OK", status=0):
    return {"name": "x", "stdout": stdout, "stderr": "", "result": result, "returncode": status}


class Tally(unittest.TestCase):
    def count(self, *arguments, **options):
        passed, failed = tally.tally(entry(*arguments, **options))
        return passed, len(failed)

    def test_points_are_counted(self):
        self.assertEqual(self.count("1..3\nok 1 a\nok 2 b\nok 3 c\n"), (3, 0))
        self.assertEqual(self.count("ok 1 a\nnot ok 2 b\n# words\nok 3 c\n1..3\n", "FAIL", 1), (2, 1))

    def test_what_never_ran_failed(self):
        self.assertEqual(self.count("1..5\nok 1 a\nok 2 b\n", "ERROR", -11), (2, 3))

    def test_skipping_is_no_passing(self):
        self.assertEqual(self.count("1..2\nok 1 a\nok 2 b # SKIP no display\n"), (1, 1))

    def test_a_bad_end_after_good_points(self):
        self.assertEqual(self.count("1..1\nok 1 a\n", "FAIL", 23), (1, 1))
        self.assertEqual(self.count("1..1\nok 1 a\n", "TIMEOUT", -15), (1, 1))

    def test_a_program_without_points(self):
        self.assertEqual(self.count(""), (1, 0))
        self.assertEqual(self.count("", "FAIL", 1), (0, 1))

    def test_last_line_and_status(self):
        with tempfile.TemporaryDirectory() as folder:
            logs = pathlib.Path(folder, "meson-logs")
            logs.mkdir()
            for text, last, status in (("1..1\nok 1 a\n", "1 passed, 0 failed", 0),
                                       ("1..1\nnot ok 1 a\n", "0 passed, 1 failed", 1), (None, "0 passed, 1 failed", 1)):
                with self.subTest(last):
                    line = "" if text is None else json.dumps(entry(text)) + "\n"
                    (logs / "testlog.json").write_text(line)
                    done = subprocess.run([sys.executable, str(HARNESS / "tally.py"), folder], text=True,
                                          capture_output=True, timeout=60)
                    self.assertEqual((done.stdout.splitlines()[-1], done.returncode), (last, status))

    def test_a_program_that_never_ran(self):
        """As when meson breaks off."""
        with tempfile.TemporaryDirectory() as folder:
            for part, text in (("meson-logs/testlog.json", json.dumps({**entry("ok 1 a\n"), "name": "ft:ui / x"}) + "\n"),
                               ("meson-info/intro-tests.json", json.dumps([{"name": name, "suite": ["ft:ui"]}
                                                                           for name in ("x", "x", "y")]))):
                path = pathlib.Path(folder, part)
                path.parent.mkdir()
                path.write_text(text)
            done = subprocess.run([sys.executable, str(HARNESS / "tally.py"), folder], text=True,
                                  capture_output=True, timeout=60)
            self.assertEqual(done.stdout.splitlines(),
                             ["FAILED ft:ui / x: never ran", "FAILED ft:ui / y: never ran", "1 passed, 2 failed"])


if __name__ == "__main__":
    tap.main()
