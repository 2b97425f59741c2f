"""Takes one picture of the program on its sample leads: picture.py NAME FILE PROGRAM."""
import sys

from person import Person

SIZES = {"narrow": (360, 720)}
SURROUNDINGS = {"dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, "rtl": {"LANGUAGE": "ar", "GTK_DEBUG": "invert-text-dir"}}


def main():
    name, path, program = sys.argv[1:]
    person = Person(program, "demo", **SURROUNDINGS.get(name, {}))
    width, height = SIZES.get(name, (1280, 800))
    person.resize(width, height)
    person.rest()
    if name == "calendar":
        person.key("Alt_L", "2")
        person.rest()
    person.screenshot(path, window_only=True)
    person.quit()


if __name__ == "__main__":
    main()
