#!/usr/bin/python3
"""After the sale in the real window (B11, D8): how many presses, by pointer and by keyboard, and all of it undone."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "harness"))

import tap  # noqa: E402
from desk import DeskTest  # noqa: E402
from person import wait  # noqa: E402

TICK = ("check box",)


class AfterSale(DeskTest):
    def setUp(self):
        super().setUp()
        self.command("add", "Anna Berg", "--phone", "030 1234567", "--promise", "2026-01-05 10:00")
        self.open()
        self.person.button("Sold")

    def tick(self, step):
        return self.person.find(TICK, lambda name: name.startswith(step + ","))

    def kinds(self, state):
        return sorted(promise["kind"] for promise in self.stored()["promises"] if promise["state"] == state)

    def wait_for(self, state, *kinds):
        wait(lambda: self.kinds(state) == sorted(kinds), f"{kinds} to be {state}")

    def sale(self):
        return self.stored()["sales"][0]

    def test_two_presses_by_pointer(self):
        person = self.person
        person.clicks = 0
        person.click(person.button("Sold"))
        person.click(self.tick("Write a thank-you card"))
        self.assertEqual(person.clicks, 2)
        self.wait_for("kept", "card", "contact")
        self.wait_for("open", "delivery", "friendly")

        person.move(1, 1)
        person.rest()
        person.clicks = 0
        person.click(self.tick("Deliver what was sold"))
        self.assertLessEqual(person.clicks, 2)
        self.wait_for("open", "card", "follow-through", "friendly")
        self.assertIsNotNone(self.sale()["delivered"])

        # Everything back, a step at a time; the sale takes its checklist with it.
        for _ in range(3):
            person.key("Control_L", "z")
        wait(lambda: self.stored()["sales"] == [], "the sale to be undone")
        self.wait_for("open", "contact")
        self.assertEqual(self.leads()["Anna Berg"]["state"], "open")
        for _ in range(3):
            person.key("Control_L", "Shift_L", "z")
        self.wait_for("open", "card", "follow-through", "friendly")

    def test_two_presses_by_keyboard(self):
        person = self.person
        person.key("7")
        wait(lambda: (node := person.focused()) and (node.get_name() or "").startswith("Write a thank-you card"),
             "the first step to have the focus")
        person.key("space")
        self.wait_for("kept", "card", "contact")
        person.key("6")
        wait(lambda: (node := person.focused()) and ":" in (node.get_name() or ""), "a time for the call")
        person.key("Return")
        self.wait_for("open", "card", "follow-through", "friendly")
        self.wait_for("kept", "card", "contact", "delivery")

    def test_what_was_sold(self):
        """What was bought, its value and the day are typed where they stand."""
        person = self.person
        person.click(person.button("Sold"))
        self.tick("Write a thank-you card")
        for placeholder, title, typed in (("Add what they bought", "Bought", "A new roof"),
                                          ("Add what it is worth", "Value", "1.250,50 EUR")):
            person.click(person.button(placeholder))
            person.entry(title)
            person.type(typed)
            person.key("Return")
            person.button(lambda name, title=title: name.startswith(title + ": "))
            person.rest()
        wait(lambda: self.sale()["what"] == "A new roof", "what was bought")
        wait(lambda: (self.sale()["value_minor"], self.sale()["currency"]) == (125050, "EUR"), "the value")

    def test_skip_with_a_reason(self):
        person = self.person
        person.click(person.button("Sold"))
        self.tick("Write a thank-you card")
        person.click(person.button("Skip"))
        person.click(person.button("No address"))
        self.wait_for("cancelled", "card")
        self.assertEqual([p["reason"] for p in self.stored()["promises"] if p["kind"] == "card"], ["No address"])
        person.key("Control_L", "z")
        self.wait_for("open", "card", "delivery", "friendly")

    def test_a_step_of_ones_own(self):
        person = self.person
        person.click(person.button("Sold"))
        self.tick("Write a thank-you card")
        person.click(person.button("Add a Step"))
        person.entry("What is to be done?")
        person.type("Send the warranty")
        person.key("Tab")
        person.type("in 2 weeks")
        person.key("Return")
        self.tick("Send the warranty")
        self.wait_for("open", "card", "delivery", "friendly", "step")

    def test_the_board(self):
        """Every open sale, what is due first on top; a tick there counts here, and the card is one press away."""
        person = self.person
        person.click(person.button("Sold"))
        self.tick("Write a thank-you card")
        person.key("Alt_L", "3")
        person.find(("list", "list box"), "After the sale")
        wait(lambda: (node := person.focused()) and (node.get_name() or "").startswith("Write a thank-you card"),
             "the first step to have the focus")
        person.click(self.tick("Write a thank-you card"))
        self.wait_for("kept", "card", "contact")
        person.click(self.tick("Deliver what was sold"))
        self.wait_for("open", "card", "follow-through", "friendly")
        person.click(person.button("Whom did they name?"))
        person.entry("Whom they named")
        person.type("Boris Oz")
        person.key("Return")
        wait(lambda: (self.sale()["referral"], self.sale()["referral_words"]) == ("named", "Boris Oz"), "the referral")
        person.click(person.button("Anna Berg"))
        self.card_shows("Anna Berg")
        self.row("Anna Berg")

    def test_a_card_stays_under_the_pointer(self):
        """A tick that has a card go further down moves it once the pointer has left, or when it is undone."""
        person = self.person

        def order():
            cards = [person.button(name) for name in ("Anna Berg", "Bert Oz")]
            return [card.get_name() for card in sorted(cards, key=lambda card: person.extents(card)[1])]

        self.command("add", "Bert Oz", "--phone", "030 7654321", "--promise", "2026-01-06 10:00")
        for i, name in enumerate(("Anna Berg", "Bert Oz")):
            person.click(self.row(name))
            self.card_shows(name)
            person.click(person.button("Sold"))
            wait(lambda i=i: len(self.stored()["sales"]) == i + 1, f"the sale to {name}")
        person.key("Alt_L", "3")
        board = person.find(("list", "list box"), "After the sale")
        self.assertEqual(order(), ["Anna Berg", "Bert Oz"])
        person.click(self.tick("Write a thank-you card"))
        self.wait_for("kept", "card", "contact", "contact")
        self.tick("Write a thank-you card")
        self.assertEqual(order(), ["Anna Berg", "Bert Oz"])
        person.move(1, 1)
        wait(lambda: order() == ["Bert Oz", "Anna Berg"], "what is due first to come first")
        self.assertTrue(person.is_shown(board))

    def test_a_sale_that_never_was(self):
        person = self.person
        person.click(person.button("Sold"))
        person.scroll(self.tick("Write a thank-you card"), 5)
        person.click(person.button("Remove This Sale"))
        wait(lambda: self.stored()["sales"] == [], "the sale to be gone")
        self.assertEqual(self.leads()["Anna Berg"]["state"], "open")
        self.assertEqual(self.kinds("open"), [])
        person.key("Control_L", "z")
        self.wait_for("open", "card", "delivery", "friendly")


if __name__ == "__main__":
    tap.main()
