#!/usr/bin/env python3
"""Adds up the test points of meson's logs: tally.py BUILD-DIRECTORY…

A test program is worth its points, not one: each "ok" and "not ok" of its TAP counts. A point that
was planned and never came, a program that never ran, a skip, and a program which ended badly after passing
its points (a leak, a crash at exit) count as failed: what did not run shows nothing. The last line is the sum.
"""

import collections
import json
import pathlib
import re
import sys

POINT = re.compile(r"^(not )?ok\b(.*)$")
PLAN = re.compile(r"^1\.\.(\d+)")
SKIP = re.compile(r"#\s*SKIP", re.IGNORECASE)


def points(stdout):
    """The points of one TAP document as (passed, [failures])."""
    passed, failed, planned = 0, [], None
    for line in stdout.splitlines():
        if match := PLAN.match(line):
            planned = int(match.group(1))
        elif match := POINT.match(line):
            words = match.group(2).strip()
            if match.group(1):
                failed.append(words)
            elif SKIP.search(words):
                failed.append(f"{words} (a test that was skipped shows nothing)")
            else:
                passed += 1
    if planned is not None and passed + len(failed) < planned:
        missing = planned - passed - len(failed)
        failed += [f"{missing} planned and never run"] * missing
    return passed, failed


def tally(entry):
    """What one entry of testlog.json is worth."""
    passed, failed = points(entry.get("stdout") or "")
    good = entry["result"] in ("OK", "EXPECTEDFAIL")
    if not passed and not failed:
        return (1, []) if good else (0, [f"ended as {entry['result']}"])
    if not good and not failed:
        failed.append(f"ended as {entry['result']} (status {entry.get('returncode')})")
    return passed, failed


def names_of_all(directory):
    """The programs that meson knows, as its log names them."""
    known = pathlib.Path(directory, "meson-info", "intro-tests.json")
    tests = json.loads(known.read_text(encoding="utf-8")) if known.exists() else []
    return [f"{test['suite'][0]} / {test['name']}" for test in tests]


def main():
    passed = failed = 0
    for directory in sys.argv[1:]:
        log = pathlib.Path(directory, "meson-logs", "testlog.json")
        if not log.exists():
            print(f"FAILED {directory}: no test was run")
            failed += 1
            continue
        missing = collections.Counter(names_of_all(directory))
        for line in log.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            missing[entry["name"]] -= 1
            good, bad = tally(entry)
            passed += good
            failed += len(bad)
            if bad:
                print(f"\n==== {entry['name']}")
                for stream in ("stdout", "stderr"):
                    print((entry.get(stream) or "")[-8000:], end="")
                for words in bad:
                    print(f"FAILED {entry['name']}: {words}")
        for name in (+missing).elements():
            print(f"FAILED {name}: never ran")
            failed += 1
    if passed + failed == 0:
        print("No test was run.")
        failed = 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
