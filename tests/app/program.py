"""Runs the real program: each Program has an empty home of its own, no display and no session bus."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "harness"))
import tap  # noqa: E402, F401

BINARY = os.environ["FT_PROGRAM"]


class ProgramTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="ft-app-"))
        self.addCleanup(shutil.rmtree, self.home)
        self.env = {k: v for k, v in os.environ.items()
                    if k not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LANGUAGE")}
        self.env |= {"HOME": str(self.home), "XDG_DATA_HOME": str(self.home / "data"),
                     "XDG_RUNTIME_DIR": str(self.home), "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8"}
        self.database = self.home / "data" / "follow-through" / "follow-through.db"

    def run_program(self, *arguments, **env):
        return subprocess.run([BINARY, *map(str, arguments)], env={**self.env, **env}, cwd=self.home,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120)

    def good(self, *arguments, **env):
        """Standard output of a run that does its work and complains of nothing."""
        result = self.run_program(*arguments, **env)
        self.assertEqual((result.returncode, result.stderr.decode()), (0, ""), arguments)
        return result.stdout.decode()

    def json(self, *arguments, **env):
        answer = json.loads(self.good(*arguments, **env))
        self.assertIsInstance(answer, dict)
        return answer

    def bad(self, status, *arguments, says="", **env):
        """The one line a failing run says."""
        result = self.run_program(*arguments, **env)
        error = result.stderr.decode()
        self.assertEqual((result.returncode, result.stdout.decode()), (status, ""), (arguments, error))
        self.assertRegex(error, r"\Afollow-through: [^\n]+\n\Z")
        self.assertIn(says, error)
        return error

    def write(self, name, text):
        path = self.home / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path
