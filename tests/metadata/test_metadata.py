#!/usr/bin/env python3
"""What the desktop, the package builder and the translators read: each by its own validator."""

import configparser
import os
import pathlib
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ET

TOP = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ["FT_BUILD"])
ID = "app.followthrough.FollowThrough"

sys.path.insert(0, str(TOP / "tests" / "harness"))
import tap  # noqa: E402


def run(*argv, **options):
    return subprocess.run(argv, capture_output=True, text=True, timeout=120, **options)


class Metadata(unittest.TestCase):
    maxDiff = None

    def passes(self, *argv, **options):
        """The command succeeds and has nothing to complain of."""
        result = run(*argv, **options)
        self.assertEqual((result.returncode, result.stderr), (0, ""), f"{argv}\n{result.stdout}")
        return result.stdout

    def test_desktop_file(self):
        self.assertEqual(self.passes("desktop-file-validate", str(BUILD / "data" / f"{ID}.desktop")), "")

    def test_appstream(self):
        validate = ["appstreamcli", "validate", "--strict", "--no-net"]
        if re.search(r"version: 0\.", self.passes("appstreamcli", "--version")) is None:
            # 1.0 wants the developer in an element which 0.16 does not know.
            validate.append("--override=developer-name-tag-deprecated=pedantic,developer-info-missing=pedantic")
        self.passes(*validate, str(BUILD / "data" / f"{ID}.metainfo.xml"))

    def test_service_starts_this_program(self):
        text = (BUILD / "data" / f"{ID}.service").read_text()
        self.assertIn(f"Name={ID}\n", text)
        self.assertRegex(text, r"Exec=/\S+/follow-through --gapplication-service\n")

    def test_actions_of_the_desktop_file_are_those_of_the_program(self):
        text = (BUILD / "data" / f"{ID}.desktop").read_text()
        source = (TOP / "src" / "app" / "ft-application.c").read_text()
        names = re.search(r"^Actions=(.*);$", text, re.M).group(1).split(";")
        self.assertEqual(names, re.findall(r"^\[Desktop Action (.*)\]$", text, re.M))
        for name in names:
            self.assertIn(f'{{ .name = "{name}"', source)

    def test_search_provider_is_where_the_shell_looks(self):
        provider = configparser.ConfigParser()
        provider.read(TOP / "data" / f"{ID}.search-provider.ini")
        section = provider["Shell Search Provider"]
        self.assertEqual(dict(section), {"desktopid": f"{ID}.desktop", "busname": ID, "version": "2",
                                         "objectpath": "/" + ID.replace(".", "/") + "/SearchProvider"})

    def test_completion_knows_every_subcommand_and_option(self):
        text = (TOP / "data" / "follow-through.bash").read_text()
        self.passes("bash", "-n", str(TOP / "data" / "follow-through.bash"))
        for source in TOP.glob("src/app/ft-command*.c"):
            for option in re.findall(r'\{ "([a-z-]+)", .{1,4}, 0, G_OPTION', source.read_text()):
                self.assertIn(f"--{option}", text)
            for name in re.findall(r'const FtCommand ft_command_\w+ = \{\s*"(\w+)"', source.read_text()):
                self.assertRegex(text, rf"\b{name}\b")

    def test_packaging(self):
        packaging = TOP / "data" / "packaging"
        for name in ("build-deb", "check-deb", "debian/rules"):
            self.assertTrue(os.access(packaging / name, os.X_OK), name)
        for name in ("build-deb", "check-deb"):
            self.passes("bash", "-n", str(packaging / name))
        version = re.search(r"version: '([^']+)'", (TOP / "meson.build").read_text()).group(1)
        changelog = (packaging / "debian" / "changelog").read_text()
        self.assertTrue(changelog.startswith(f"follow-through ({version})"), changelog[:40])
        # What meson asks for, the package asks for.
        control = (packaging / "debian" / "control").read_text()
        for package in ("libgtk-4-dev", "libadwaita-1-dev", "libsqlite3-dev", "libjson-glib-dev", "libical-dev"):
            self.assertIn(package, control)

    def test_man_page(self):
        self.passes("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z",
                    str(BUILD / "data" / "follow-through.1"), env={**os.environ, "LC_ALL": "C.UTF-8"})

    def test_man_page_tells_every_option(self):
        page = (TOP / "data" / "follow-through.1.in").read_text().replace("\\-", "-")
        options = set()
        for source in TOP.glob("src/app/ft-command*.c"):
            options |= set(re.findall(r'\{ "([a-z-]+)", .{1,4}, 0, G_OPTION', source.read_text()))
        self.assertGreater(len(options), 10)
        self.assertEqual([o for o in sorted(options) if f"--{o}" not in page], [])

    def test_ui_files(self):
        listed = {f.text for f in ET.parse(TOP / "ui" / "follow-through.gresource.xml").iter("file")}
        for path in sorted((TOP / "ui").glob("*.ui")):
            with self.subTest(path.name):
                self.passes("xmllint", "--noout", str(path))
                self.assertIn(path.name, listed)

    def test_potfiles_are_those_with_strings(self):
        self.assertEqual((TOP / "po" / "POTFILES").read_text(), self.passes(str(TOP / "po" / "list-potfiles")),
                         "run po/list-potfiles > po/POTFILES")

    def test_strings_can_be_extracted(self):
        self.passes("xgettext", "--from-code=UTF-8", "-k_", "-kN_", "-f", "po/POTFILES", "-o", "/dev/null",
                    cwd=TOP)

    def test_translations(self):
        for language in (TOP / "po" / "LINGUAS").read_text().split():
            with self.subTest(language):
                result = run("msgfmt", "--check", "-o", "/dev/null", str(TOP / "po" / f"{language}.po"))
                self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_commands_can_be_run(self):
        for name in ("run", "check", ".ci/run"):
            with self.subTest(name):
                self.assertTrue(os.access(TOP / name, os.X_OK))
        for name in ("run", "check", ".ci/prepare.sh"):
            with self.subTest(name):
                self.passes("bash", "-n", str(TOP / name))


if __name__ == "__main__":
    tap.main()
