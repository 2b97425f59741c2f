"""Promises of the calendar moved by a real pointer and by key, in Berlin in 2027."""

import json

from running import RunningTest, role_of, wait

BUTTONS = ("push button", "toggle button", "radio button", "page tab")


class Drags(RunningTest):
    WIDTH, HEIGHT = 1280, 800
    ENV = {}

    def start(self, day, *leads, view="Week", page="Calendar"):
        """A page with a calendar, at a day, with leads that are (name, promised)."""
        self.env |= {"TZ": "Europe/Berlin", **self.ENV}
        for name, promised in leads:
            self.cli("add", name, *(("--promise", promised) if promised else ()))
        self.person = self.open()
        self.person.resize(self.WIDTH, self.HEIGHT)
        self.go(day, view, page)
        self.person.rest()  # the window has its size, and everything its place

    def go(self, day, view, page="Calendar"):
        person = self.person
        self.page(page)
        person.click(person.find(BUTTONS, view))
        person.click(person.find(BUTTONS, "Go to Date"))
        wait(lambda: person.focused() and role_of(person.focused()) in ("text", "entry"), "the date to type")
        person.type(day)
        person.key("Return")

    def page(self, name):
        self.person.click(self.person.find(BUTTONS, lambda n: n and n.endswith(name)))

    def block(self, name):
        return self.person.find("push button", lambda n: n.startswith(name + ","))

    def day(self, name):
        return self.person.find(("push button", "table cell"), lambda n: n.startswith(name))

    def middle(self, node):
        return self.person.point(node)

    def hours(self, n):
        return round(n * self.extent("Hours")[3] / 24)

    def extent(self, name):
        return self.person.extents(self.person.find(("panel", "grouping", "filler"), name))

    def promise(self):
        promises = self.promises()
        self.assertEqual(len(promises), 1, promises)
        return promises[0]

    def promises(self):
        everything = json.loads(self.cli("export", "--format", "json"))
        return [p for p in everything["promises"] if p["state"] == "open"]

    def hold(self, start, end, steps=12):
        """Pressed and moved there, and not let go."""
        (x0, y0), (x1, y1) = start, end
        self.person.move(x0, y0)
        self.person.press_button(True)
        for i in range(1, steps + 1):
            self.person.move(x0 + (x1 - x0) * i // steps, y0 + (y1 - y0) * i // steps)

    def focused(self):
        """The name of what has the focus."""
        node = self.person.focused()
        return (node and node.get_name()) or ""

    def choose(self, name):
        """In the question what is to be told, by key."""
        wait(lambda: self.focused() in ("Told Them", "Copy Message", "Not Yet"), "the question")
        for _ in range(3):
            if self.focused() != name:
                self.person.key("Tab")
        self.assertEqual(self.focused(), name)
        self.person.key("space")

    def wait_for(self, **expected):
        try:
            wait(lambda: all(self.promise()[key] == value for key, value in expected.items()), expected, 5)
        except AssertionError as error:
            raise AssertionError(f"{expected}, but {self.promise()}") from error

    def drag_block(self, name, to_day, hours=0):
        """By its upper part, to another day and so many hours up or down."""
        x, y = self.person.point(self.block(name), 0.3, 0.2)
        day_x = x
        if to_day:
            day_x = x + self.middle(self.day(to_day))[0] - self.middle(self.block(name))[0]
        self.person.drag((x, y), (day_x, y + self.hours(hours)), 12)
