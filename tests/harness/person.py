"""A person at the program: sees the window through the accessibility bus, acts by pointer and keyboard.

Every wait is for a condition, never for a time. FT_SLOW=10 stretches the limits (valgrind, busy machines).
"""
import os
import pathlib
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402
from PIL import Image  # noqa: E402
from Xlib import X, XK, display, error  # noqa: E402
from Xlib.ext import xtest  # noqa: E402
from Xlib.protocol import event  # noqa: E402

SLOW = float(os.environ.get("FT_SLOW", "1"))
BUTTONS = ("push button", "toggle button", "radio button", "check box")
WINDOW = Atspi.CoordType.WINDOW  # SCREEN does not work in GTK 4


def wait(condition, what, seconds=10):
    """The first true answer of condition()."""
    end = time.monotonic() + seconds * SLOW
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            answer = condition()
        except GLib.Error:  # the object has just gone
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"timed out waiting for {what}")
        time.sleep(0.02)


def states(node):
    return {state.value_nick for state in node.get_state_set().get_states()}


def role_of(node):
    """The role's name as at-spi2-core 2.46 has it: newer ones say "button"."""
    role = node.get_role_name()
    return "push button" if role == "button" else role


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))  # -1 gives "" in GTK 4.8


class Person:
    """Starts the program and looks at its window."""

    def __init__(self, *argv, **env):
        self.x = display.Display()
        self.root = self.x.screen().root
        # Built for GTK 4.10 and newer only (bounds.c).
        bounds = pathlib.Path(argv[0]).resolve().parents[2] / "tests" / "libbounds.so"
        self.has_true_bounds = bounds.exists()
        if self.has_true_bounds:
            env["GIO_EXTRA_MODULES"] = str(bounds.parent)
        self.process = subprocess.Popen(argv, env={**os.environ, **env})
        self.clicks = 0  # presses, key chords and drags: typing is free
        self.program = wait(self._find_program, "the program on the accessibility bus", 30)
        self.window = self.program.get_child_at_index(0)
        wait(lambda: any("active" in states(w) for w in self.windows()), "a window to be active", 30)

    def _find_program(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(i)
            if program and program.get_process_id() == self.process.pid and program.get_child_count():
                return program
        return None

    # --- Seeing ---

    def windows(self):
        return [self.program.get_child_at_index(i) for i in range(self.program.get_child_count())]

    def walk(self, node=None):
        """All that the program shows, the newest window first."""
        if node is None:
            for window in reversed(self.windows()):
                yield from self.walk(window)
            return
        yield node
        for i in range(max(node.get_child_count(), 0)):
            child = node.get_child_at_index(i)
            if child:
                yield from self.walk(child)

    def look(self, role, name, inside=None):
        """The first thing shown with this role and name (a string, or a test of one), or None."""
        matches = name if callable(name) else lambda n: n == name
        roles = (role,) if isinstance(role, str) else role
        for node in self.walk(inside):
            if role_of(node) in roles and matches(node.get_name()) and self.is_shown(node):
                return node
        return None

    def find(self, role, name, inside=None, seconds=10):
        return wait(lambda: self.look(role, name, inside), f"{role} {name!r}", seconds)

    def gone(self, role, name, inside=None, seconds=10):
        wait(lambda: self.look(role, name, inside) is None, f"{role} {name!r} to go", seconds)

    def button(self, name, inside=None):
        return self.find(("push button", "toggle button", "radio button"), name, inside)

    def entry(self, name, inside=None):
        return self.find(("text", "entry"), name, inside)

    def label(self, name, inside=None, seconds=10):
        return self.find("label", name, inside, seconds)

    def texts(self, node):
        return [n.get_name() for n in self.walk(node) if role_of(n) == "label" and n.get_name()]

    def extents(self, node):
        box = node.get_extents(WINDOW)
        return box.x, box.y, box.width, box.height

    def _top(self, node):
        """The window or popover which holds a node, and whether it is a popover."""
        while role_of(node) not in ("frame", "dialog", "window"):
            if role_of(node) == "menu" or node.get_name() == "GtkPopover":
                return node, True
            node = node.get_parent()
        return node, False

    def _is_clipped(self, node):
        """Whether the middle of a node lies outside of what is around it."""
        x, y, width, height = self.extents(node)
        x, y = x + width // 2, y + height // 2
        top, _ = self._top(node)
        while node != top:
            node = node.get_parent()
            left, above, width, height = self.extents(node)
            if not (left <= x < left + width and above <= y < above + height):
                return True
        return False

    def is_shown(self, node):
        """By hit test: hidden pages keep their VISIBLE state and old extents in GTK 4.8. In newer ones a hit
        test finds what is scrolled away too, but what is hidden has no extents."""
        x, y, width, height = self.extents(node)
        if width <= 0 or height <= 0:
            return False
        if self.has_true_bounds:
            return not self._is_clipped(node)
        top, popover = self._top(node)
        if popover:
            return self._popup() is not None
        # Some widgets have holes without an accessible of their own, and extents leave padding out.
        for px in (x + width // 2, x + 2, x + width - 3, x - 3, x + width + 3):
            hit = top.get_accessible_at_point(px, y + height // 2, WINDOW)
            while hit and hit != node:
                hit = hit.get_parent()
            if hit:
                return True
        return False

    def focused(self):
        return next((n for n in self.walk() if "focused" in states(n)), None)

    def _pixels(self):
        size = self.root.get_geometry()
        raw = self.root.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFFFF)
        return Image.frombytes("RGB", (size.width, size.height), raw.data, "raw", "BGRX")

    def rest(self):
        """Waits until the screen has not changed for a second."""
        last, since = None, 0

        def rests():
            nonlocal last, since
            now = self._pixels()
            if last is None or now.tobytes() != last.tobytes():
                last, since = now, time.monotonic()
            return time.monotonic() - since > 1

        wait(rests, "the screen to rest", 30)

    def screenshot(self, path, window_only=False):
        image = self._pixels()
        if window_only:
            x, y = self.point(self.window, 0, 0)
            _, _, width, height = self.extents(self.window)
            image = image.crop((x, y, x + width, y + height))
        image.save(path)
        return image

    # --- Where things are on the screen ---

    def _popup(self):
        for window in reversed(self.root.query_tree().children):
            try:
                size, attributes = window.get_geometry(), window.get_attributes()
            except error.XError:
                continue
            if attributes.override_redirect and attributes.map_state == X.IsViewable and size.width > 9 and size.height > 9:
                return window
        return None

    def _xwindow(self, title):
        names = self.x.get_atom("_NET_WM_NAME")
        waiting = [self.root]
        while waiting:
            window = waiting.pop()
            try:
                name = window.get_full_property(names, X.AnyPropertyType)
                attributes = window.get_attributes()
                # A tooltip bears the name of its window.
                if (name and name.value == title.encode() and attributes.map_state == X.IsViewable
                        and not attributes.override_redirect):
                    return window
                waiting += window.query_tree().children
            except error.XError:
                continue
        return None

    def point(self, node, fx=0.5, fy=0.5):
        x, y, width, height = self.extents(node)
        top, popover = self._top(node)
        _, _, top_width, top_height = self.extents(top)
        window = self._popup() if popover else self._xwindow(top.get_name())
        assert window, f"no X window for {top.get_name()!r}"
        size, origin = window.get_geometry(), window.translate_coords(self.root, 0, 0)
        shadow = window.get_full_property(self.x.get_atom("_GTK_FRAME_EXTENTS"), X.AnyPropertyType)
        if shadow:
            left, above = shadow.value[0], shadow.value[2]
        else:  # without a compositor the frame is an even border
            left, above = (size.width - top_width) // 2, (size.height - top_height) // (1 if popover else 2)
        top_x, top_y, _, _ = self.extents(top)
        return int(left - origin.x + x - top_x + width * fx), int(above - origin.y + y - top_y + height * fy)

    # --- Acting ---

    def sync(self):
        """Returns when the program has dealt with the events sent so far."""
        self.x.sync()
        for _ in range(2):
            self.program.get_child_count()
        time.sleep(0.01)

    def move(self, x, y):
        xtest.fake_input(self.x, X.MotionNotify, x=x, y=y)
        self.sync()

    def _is_idle(self):
        """Whether the program has nothing to do: it sleeps, and has had no time of the processor for a moment."""
        def at():
            tasks = pathlib.Path("/proc", str(self.process.pid), "task", str(self.process.pid))
            state = (tasks / "stat").read_text().rpartition(")")[2].split()[0]
            return state, (tasks / "schedstat").read_text().split()[0]

        try:
            before = at()
            time.sleep(0.05)
            return before[0] == "S" and at() == before
        except OSError:  # it has ended, or this system does not tell
            return True

    def _hold(self, seconds):
        """As a finger does. The program may ask the X server for the pointer's state after it has seen a press:
        a button that is up again by then would be a click taken back (GtkGestureSingle)."""
        end = time.monotonic() + seconds
        while not self._is_idle() and time.monotonic() < end:
            pass

    def press_button(self, down, button=1, hold=2 * SLOW):
        if not down and button <= 3:
            self._hold(hold)
        xtest.fake_input(self.x, X.ButtonPress if down else X.ButtonRelease, button)
        self.sync()

    def _resting_point(self, node, fx, fy):
        """Where a node is once it has stood still for a fifth of a second."""
        place, since = None, 0

        def rests():
            nonlocal place, since
            now = self.point(node, fx, fy)
            self.sync()
            if now != place:
                place, since = now, time.monotonic()
            return time.monotonic() - since > 0.2

        wait(rests, "the layout to rest")
        return place

    def click(self, node, fx=0.5, fy=0.5):
        self.clicks += 1
        self.move(*self._resting_point(node, fx, fy))
        self.press_button(True)
        # To a row, what is held for longer than a double click takes is no click (GtkListBox).
        self.press_button(False, hold=2 * SLOW if role_of(node) in BUTTONS else 0.3)

    def scroll(self, node, steps, button=5):
        self.move(*self.point(node))
        for _ in range(steps):
            self.press_button(True, button)
            self.press_button(False, button)

    def drag(self, start, end, steps=10):
        """From a node or a point to another; paced by the program's answers, not by a clock."""
        (x0, y0) = start if isinstance(start, tuple) else self.point(start)
        (x1, y1) = end if isinstance(end, tuple) else self.point(end)
        self.clicks += 1
        self.move(x0, y0)
        self.press_button(True)
        for i in range(1, steps + 1):
            self.move(x0 + (x1 - x0) * i // steps, y0 + (y1 - y0) * i // steps)
        self.press_button(False)

    def key(self, *names):
        """One chord: key("Control_L", "n")."""
        self.clicks += 1
        codes = [self.x.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
        for kind, order in (X.KeyPress, codes), (X.KeyRelease, codes[::-1]):
            for code in order:
                xtest.fake_input(self.x, kind, code)
        self.sync()

    def type(self, words):
        """Typing is free. A letter outside the keymap remaps a key: that needs time."""
        delay = int((4 if words.isascii() else 60) * SLOW)
        subprocess.run(["xdotool", "type", "--delay", str(delay), words], check=True)
        self.sync()

    def replace(self, words):
        """Types over all that is in the focused entry."""
        self.key("Control_L", "a")
        self.type(words)

    def resize(self, width, height):
        """Gives the window, without its border, this size, and puts all of it on the screen."""
        def fits():
            window = self._xwindow(self.window.get_name())
            size, (_, _, own_width, own_height) = window.get_geometry(), self.extents(self.window)
            at = window.translate_coords(self.root, 0, 0)
            if (own_width, own_height) == (width, height) and max(-at.x, -at.y) < 40:
                return True
            window.configure(x=0, y=0, width=width + size.width - own_width, height=height + size.height - own_height)
            self.sync()
            time.sleep(0.1)
            return False

        wait(fits, f"the size {width}x{height}", 30)

    def close_window(self):
        window, atom = self._xwindow(self.window.get_name()), self.x.get_atom
        data = (32, [atom("WM_DELETE_WINDOW"), X.CurrentTime, 0, 0, 0])
        window.send_event(event.ClientMessage(window=window, client_type=atom("WM_PROTOCOLS"), data=data))
        self.x.sync()

    def quit(self):
        """Ends the program as Ctrl+Q does; its exit status. Sanitizers report at a normal exit only."""
        def ended():
            if self.process.poll() is None:
                # A dialog in front has no Ctrl+Q; and keys are lost while the focus changes windows.
                self.key(*(["Escape"] if len(self.windows()) > 1 else ["Control_L", "q"]))
                time.sleep(0.2)
            return self.process.poll() is not None

        try:
            wait(ended, "the program to quit", 20)
        finally:
            if self.process.poll() is None:
                self.process.kill()
        return self.process.wait()
