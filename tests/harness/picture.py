"""Takes one picture of the program on its sample leads: picture.py NAME FILE PROGRAM."""
import pathlib
import sys

from person import Person

SIZES = {"narrow": (360, 720)}
SURROUNDINGS = {
    "dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"},
    "rtl": {"LANGUAGE": "ar"},
}


def show_calendar(person):
    person.key("Alt_L", "2")


def show_sales(person):
    person.key("Alt_L", "3")
    person.find(("list", "list box"), "After the sale")


def show_score(person):
    person.key("Alt_L", "5")
    person.button("As Tables")


def show_steps(person):
    person.click(person.label("Ingrid Solheim"))


def show_refusal(person):
    person.click(person.button("Definite No"))
    person.rest()
    person.type("They are just a time waster")
    person.click(person.button("Close This Lead"))


ACTS = {
    "calendar": show_calendar,
    "after-sale": show_sales,
    "score": show_score,
    "steps": show_steps,
    "refusal": show_refusal,
}


def main():
    name, path, program = sys.argv[1:]
    catalogues = {"FOLLOW_THROUGH_LOCALEDIR": str(pathlib.Path(program).resolve().parents[2] / "po")}
    person = Person(program, "demo", **catalogues, **SURROUNDINGS.get(name, {}))
    width, height = SIZES.get(name, (1280, 800))
    person.resize(width, height)
    person.move(1, 1)  # no tooltip
    person.rest()
    if name in ACTS:
        ACTS[name](person)
        person.rest()
    person.screenshot(path, window_only=True)
    person.quit()


if __name__ == "__main__":
    main()
