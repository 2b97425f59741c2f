#!/usr/bin/env python3
"""What the program costs while it waits in the background: wake-ups, processor time, memory.

tests/harness/headless-session /usr/bin/python3 tests/bench/idle.py PROGRAM [SECONDS [LEADS...]]

It is looked at for SECONDS (600) without a window, with LEADS (10) leads, one of them promised for years ahead. For a
million leads make the database with tests/bench/bench and name it: a LEADS that is a file is used as it is.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time


def threads(pid):
    return [task for task in pathlib.Path(f"/proc/{pid}/task").iterdir()]


def status(path, name):
    for line in (path / "status").read_text().splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1])
    return 0


def wakes(pid):
    """How often any of its threads was woken, and the nanoseconds they ran."""
    ran = sum(int((task / "schedstat").read_text().split()[0]) for task in threads(pid))
    return sum(status(task, "voluntary_ctxt_switches") for task in threads(pid)), ran


def settle(pid):
    """Waits until nothing has happened for a second."""
    before = None
    while before != wakes(pid)[0]:
        before = wakes(pid)[0]
        time.sleep(1)


def measure(program, leads, seconds):
    home = pathlib.Path(tempfile.mkdtemp(prefix="ft-idle."))
    env = {**os.environ, "XDG_DATA_HOME": str(home)}
    database = home / "follow-through" / "follow-through.db"
    try:
        if os.path.isfile(leads):
            database.parent.mkdir(mode=0o700)
            shutil.copyfile(leads, database)
        else:
            table = home / "leads.csv"
            table.write_text("name,phone\n" + "".join(f"Lead {n},+49 30 {n:07}\n" for n in range(int(leads) - 1)))
            subprocess.run([program, "import", str(table)], env=env, check=True, stdout=subprocess.DEVNULL)
        subprocess.run([program, "add", "Anna Berg", "--promise", "2099-01-02 10:00"], env=env, check=True)
        process = subprocess.Popen([program, "--gapplication-service"], env=env)
        try:
            time.sleep(2)
            settle(process.pid)
            (woken, ran), start = wakes(process.pid), time.monotonic()
            time.sleep(seconds)
            (woken_after, ran_after), end = wakes(process.pid), time.monotonic()
            hours = (end - start) / 3600
            proc = pathlib.Path(f"/proc/{process.pid}")
            print(f"{os.path.basename(leads)} leads: {(woken_after - woken) / hours:.0f} wake-ups an hour, "
                  f"{(ran_after - ran) / 1e6 / hours:.1f} ms of processor time an hour, "
                  f"{status(proc, 'VmRSS') / 1024:.0f} MB resident, "
                  f"{status(proc, 'RssAnon') / 1024:.0f} MB of its own", flush=True)
        finally:
            process.terminate()
            process.wait(60)
    finally:
        shutil.rmtree(home)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 600
    for leads in sys.argv[3:] or ["10"]:
        measure(os.path.abspath(sys.argv[1]), leads, seconds)


if __name__ == "__main__":
    main()
