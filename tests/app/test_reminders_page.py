#!/usr/bin/env python3
"""What the window says of reminders: whether they come, when the next one does, and the start at login."""

import running
from person import states
from running import Notifications, RunningTest, wait


class RemindersPage(RunningTest):
    def setUp(self):
        super().setUp()
        self.config = self.home / "config"
        self.env["XDG_CONFIG_HOME"] = str(self.config)
        self.autostart = self.config / "autostart" / f"{self.ID}.desktop"
        self.settings(quiet_from=0, quiet_until=0, morning=0)

    def page(self):
        person = self.open()
        person.find("push button", "Add Lead")
        self.activate("reminders")
        person.label("Test Reminder")
        return person

    def says(self, person, text):
        """In the newest window, which is looked at first."""
        wait(lambda: any(text in (node.get_name() or "") for node in person.walk()), text, 30)

    def test_without_a_service_the_window_says_so(self):
        person = self.open()
        person.click(person.button("No reminders"))
        self.says(person, "No notification service runs on this desktop.\nPromises are in the list all the same.")
        person.click(person.button("Test Test Reminder"))
        self.says(person, "No notification service runs on this desktop.")
        # As soon as there is one, it is said, too.
        service = Notifications()
        self.addCleanup(service.close)
        self.says(person, "Shows one now, or says why it cannot")

    def test_a_service_that_refuses_is_quoted(self):
        service = Notifications()
        self.addCleanup(service.close)
        service.refuses = True
        person = self.page()
        person.click(person.button("Test Test Reminder"))
        self.says(person, "The notification service refused: not today")

    def test_the_test_shows_one(self):
        service = Notifications()
        self.addCleanup(service.close)
        person = self.page()
        person.click(person.button("Test Test Reminder"))
        wait(lambda: service.titles() == ["Reminders work"], "the test")
        self.says(person, "It was shown.")

    def test_the_next_one(self):
        service = Notifications()
        self.addCleanup(service.close)
        person = self.page()
        self.says(person, "Nothing is to be reminded of")
        self.cli("add", "Anna Berg", "--promise", "2099-01-02 10:00")
        self.says(person, "Fri 2 Jan 2099, 10:00")

    def test_start_at_login_is_the_file(self):
        person = self.page()
        person.scroll(person.label("Test Reminder"), 4)
        toggle = person.label("Start at Login", seconds=30)  # its row
        self.assertFalse(self.autostart.exists())
        person.click(toggle)
        wait(self.autostart.exists, "the file")
        text = self.autostart.read_text()
        self.assertIn(f'Exec="{running.BINARY}" --gapplication-service\n', text)
        # Another program switches it off.
        self.autostart.write_text(text + "Hidden=true\n")
        switch = next(node for node in person.walk() if node.get_name() == "Start at Login Start at Login")
        wait(lambda: "checked" not in states(switch), "the switch to follow")
        person.click(toggle)
        wait(lambda: self.autostart.exists() and "Hidden" not in self.autostart.read_text(), "it to be on again")
        person.click(toggle)
        wait(lambda: not self.autostart.exists(), "the file to go")


if __name__ == "__main__":
    running.tap.main()
