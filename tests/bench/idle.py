#!/usr/bin/env python3
"""What the program costs while it waits in the background: wake-ups, processor time, memory.

tests/harness/headless-session /usr/bin/python3 tests/bench/idle.py PROGRAM [SECONDS [LEADS...]]

It is looked at for SECONDS (600) without a window, with LEADS (10) leads, one of them promised for years ahead. For a
million leads make the database with tests/bench/bench and name it: a copy is used of a LEADS that is a file. What is
due in it rings before anything is measured, with a notification service of this script's own.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from gi.repository import GLib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "harness"))
from notifications import Notifications  # noqa: E402


def pass_time(seconds):
    """Meanwhile the notification service answers."""
    loop = GLib.MainLoop()
    GLib.timeout_add(seconds * 1000, loop.quit)
    loop.run()


def status(path, name):
    for line in (path / "status").read_text().splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1])
    return 0


def wakes(pid):
    """How often each of its threads was woken so far."""
    return {task.name: status(task, "voluntary_ctxt_switches") for task in pathlib.Path(f"/proc/{pid}/task").iterdir()}


def woken(before, after):
    """A thread that has ended meanwhile was woken to end."""
    return sum(n - before.get(task, 0) for task, n in after.items()) + len(before.keys() - after.keys())


def ran(pid):
    """Seconds of processor time, in ticks of a hundredth, of all threads that ever were."""
    user, system = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def settle(pid):
    """Waits until nothing has happened for a second."""
    before = None
    while before != wakes(pid):
        before = wakes(pid)
        pass_time(1)


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
        subprocess.run([program, "add", "Anna Berg", "--promise", "2099-01-02 10:00"], env=env, check=True,
                       stdout=subprocess.DEVNULL)
        process = subprocess.Popen([program, "--gapplication-service"], env=env)
        try:
            pass_time(20)  # threads that have nothing more to do end after a quarter of a minute
            settle(process.pid)
            before, ran_before, start = wakes(process.pid), ran(process.pid), time.monotonic()
            pass_time(seconds)
            hours = (time.monotonic() - start) / 3600
            proc = pathlib.Path(f"/proc/{process.pid}")
            print(f"{os.path.basename(leads)} leads: {woken(before, wakes(process.pid)) / hours:.0f} wake-ups an hour, "
                  f"{(ran(process.pid) - ran_before) / hours:.2f} s of processor time an hour, "
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
    service = Notifications()
    for leads in sys.argv[3:] or ["10"]:
        measure(os.path.abspath(sys.argv[1]), leads, seconds)
    service.close()


if __name__ == "__main__":
    main()
