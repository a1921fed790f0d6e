"""A clerk at the program: knows what stands on the screen, and has a keyboard and a mouse."""

import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.support.screen import HEIGHT, PATIENCE, WIDTH, Screen
from tests.support.screen_reader import Spoken, plain

_MOST_TABS = 130
"""More than any form has fields."""
_MOST_CHOICES = 40
"""More than any list has that begin with the same word."""
_AGAIN = 10.0
"""Seconds after which a text that was pasted and did not arrive is pasted again."""
_MOMENT = 1.5
"""Seconds in which the program shows what a key did, if it does anything."""


class Clerk:
    """Works in one vault. Every wait is for something that can be seen."""

    def __init__(self, screen: Screen) -> None:
        self.screen, self.reader = screen, screen.reader
        self.windows = 0
        """How many windows and dialogs were opened by what the clerk did."""

    def opens(self, vault: Path, passphrase: str) -> subprocess.Popen[bytes]:
        """Start the program and unlock a vault."""
        self.program = self.screen.program(str(vault))
        self.waits_for_focus("Passphrase")
        self.screen.types(passphrase)
        self.screen.keys("Return")
        self.sees("Vault and user")
        self.windows += 2
        return self.program

    def leaves(self) -> None:
        """Lock and leave, and wait until the program has ended.

        First the last dialog must have closed: it takes the keys until what it asks for is kept.
        """

        def is_alone() -> bool:
            window = self.reader.active()
            return window is not None and window.role == "frame"

        self.screen.until(is_alone, "a dialog stays open")
        self.screen.keys("ctrl+q")
        self.program.wait(PATIENCE)

    def sees(self, name: str, role: str = "") -> Spoken:
        """Wait until something of this name is shown."""
        return self._finds(name, role, lambda _: True, f"{role or 'nothing named'} {name!r} is shown")

    def reads(self, part: str) -> None:
        """Wait until these words stand somewhere on the screen."""
        self.screen.until(lambda: self.reader.says(part), f"{part!r} stands nowhere")

    def waits_for_focus(self, name: str) -> None:
        self.screen.until(lambda: self._focus_name() == name, f"the cursor is not in {name!r}")

    def waits_for_choice(self, name: str, role: str) -> None:
        """Wait until something is the chosen one of its list or row."""
        self._finds(name, role, lambda each: each.is_chosen, f"{name!r} is not chosen")

    def waits_for_button(self, name: str) -> None:
        """Wait until a button can be pressed: what it is about has been read."""
        self._finds(name, "push button", lambda each: each.is_enabled, f"no button {name!r} to press")

    def presses(self, name: str, role: str = "push button") -> None:
        """Click a button."""
        button = self._finds(name, role, lambda each: each.is_enabled, f"no {role} {name!r} to press")
        self.screen.clicks(button)

    def goes_to(self, page: str, key: str) -> None:
        """Go to a page of the rail by its key."""
        self.screen.keys(key)
        self.waits_for_choice(page, "check box")

    def opens_section(self, name: str) -> None:
        """Go to a section of the case by the first letters of its name, and into its page; type them again
        where a busy machine read them apart.
        """
        self.screen.keys("F6")
        self.waits_for_focus("Sections of the case")

        def is_chosen() -> bool:
            return any(each.is_chosen for each in self.reader.find(name, "list item"))

        for _ in range(3):
            self.screen.types(name)
            if self.screen.soon(is_chosen, 3):
                break
        self.waits_for_choice(name, "list item")
        self.screen.keys("Return")

    def enters(self, form: str, fields: dict[str, str], *, by: str = "Add") -> None:
        """Open a form by its button, fill it in and take it."""
        self.presses(by)
        self.sees_dialog(form)
        self.fills(fields)
        self.takes(form)

    def sees_dialog(self, name: str) -> Spoken:
        """Wait for a dialog; it stands whole and in the middle of the screen."""
        dialog = self.sees(name, "dialog")
        self.windows += 1
        self.screen.until(lambda: self._is_whole_in_the_middle(dialog), f"{name!r} is not in the middle")
        return dialog

    def takes(self, dialog: str) -> None:
        """Take the main button of a form by its key, and wait until the form has closed."""
        self.screen.keys("ctrl+Return")
        self.screen.until(lambda: not self.reader.find(dialog, "dialog"), f"{dialog!r} does not close")

    def escapes(self) -> None:
        """Close the dialog that takes the keys by Escape, and wait until another window takes them.

        A key that follows at once would go to the dialog. Press again where it was busy.
        """
        found: list[Spoken | None] = []

        def is_there() -> bool:
            found[:] = [self.reader.active()]
            return found[0] is not None

        def is_gone() -> bool:
            left, now = found[0], self.reader.active()
            return left is not None and now is not None and now.path != left.path

        self.screen.until(is_there, "no window takes the keys")
        for _ in range(3):
            self.screen.keys("Escape")
            if self.screen.soon(is_gone, _AGAIN):
                return
        self.screen.until(is_gone, f"{found[0]} does not close")

    def chooses_files(self, heading: str, *names: str) -> None:
        """Choose files or a folder in the dialog for it, by typing where they are."""
        self.sees_dialog(heading)
        self.waits_for_focus("Name:")
        wanted = names[0] if len(names) == 1 else " ".join(f'"{name}"' for name in names)
        for _ in range(3):
            self.screen.types(wanted)
            if self.screen.soon(lambda: self._stands_at_cursor() == wanted, 3):
                break
            self.screen.keys("ctrl+a")  # a busy machine lost a key
        self.screen.keys("Return")
        self.screen.until(lambda: not self.reader.find(heading, "dialog"), f"{heading!r} does not close")

    def _stands_at_cursor(self) -> str:
        cursor = self.reader.focus()
        return self.reader.text(cursor) if cursor is not None else ""

    def takes_from_menu(self, menu: str, letter: str) -> None:
        """Open a menu, which no screen reader is told of on Linux, and take an entry by its letter."""
        before = self.screen.windows()
        self.presses(menu, "button menu")
        self.screen.until(lambda: self.screen.windows() > before, f"the menu {menu!r} does not open")
        self.screen.keys(letter)

    def reaches(self, name: str) -> Spoken:
        """Go on by Tab alone until the cursor is in a field."""
        passed, found = [], self._cursor_after(None)
        for _ in range(_MOST_TABS):
            if found is not None and name in (found.name, plain(found.name)):
                return found
            passed.append(found.name if found else "nothing")
            self.screen.keys("Tab")
            found = self._cursor_after(found)
        raise AssertionError(f"Tab never came to {name!r}, but to {list(dict.fromkeys(passed))}")

    def fills(self, fields: dict[str, str]) -> None:
        """Fill a form by keys alone, field by field, in the order in which Tab comes to them."""
        for name, value in fields.items():
            field = self.reaches(name)
            holds = partial(self._holds, field, value)
            if field.role == "text":
                self._writes(value, holds)
            elif field.role == "check box":
                self.screen.keys("space")
            else:
                self._chooses(field, value)
            self.screen.until(holds, f"{name!r} does not hold {value!r}")

    def answers_warnings(self, reason: str) -> list[str]:
        """Give the warnings before a signature one reason: at its field, or ticked one by one if there are
        several. Return what the fields are called.
        """
        warned = [field.name for field in self.fields() if field.name.startswith("Reason, ")]
        for box in [each.name for each in self.fields() if each.name.startswith("Common reason for ")]:
            self.reaches(box)
            self.screen.keys("space")
        common = [each.name for each in self.fields() if each.name.startswith("One reason for the")]
        self.fills(dict.fromkeys(common or warned, reason))
        return warned

    def whispers(self, name: str, secret: str) -> None:
        """Type a secret into a field, which shows nothing of it."""
        self.reaches(name)
        self.screen.types(secret)

    def _writes(self, value: str, holds: Callable[[], bool]) -> None:
        """Write into a field; again where a busy machine lost what was pasted."""
        for _ in range(3):
            self.screen.keys("ctrl+a", *(() if value else ("BackSpace",)))
            self.screen.types(value)
            if self.screen.soon(holds, _AGAIN):
                return

    def _chooses(self, field: Spoken, value: str) -> None:
        """Type the first word of a choice, and go down from there to the one that begins so; where a busy
        machine showed it too late, once more from the first.
        """
        self.screen.types(value.partition(" ")[0])
        if self.screen.soon(lambda: _is(self._chosen_in(field), value), _MOMENT):
            return
        if not self._goes_down(field, value):
            self.screen.keys("Home")
            self._goes_down(field, value)

    def _goes_down(self, field: Spoken, value: str) -> bool:
        """Go down a closed list to a choice; whether it is there."""
        for _ in range(_MOST_CHOICES):
            before = self._chosen_in(field)
            if _is(before, value):
                return True
            self.screen.keys("Down")
            if not self.screen.soon(partial(self._has_another_than, field, before), _MOMENT):
                return _is(self._chosen_in(field), value)
        return False

    def _chosen_in(self, field: Spoken) -> str:
        found = self.reader.focus()
        return found.value if found is not None and found.path == field.path else ""

    def _has_another_than(self, field: Spoken, before: str) -> bool:
        return self._chosen_in(field) not in ("", before)

    def fields(self) -> list[Spoken]:
        """The fields in which something can be typed or chosen."""
        return [each for each in self.reader.shown() if each.role in ("text", "combo box", "check box")]

    def what_stands(self) -> list[tuple[str, str, bool]]:
        """Name, text and tick of each field."""
        return [(each.name, self.reader.text(each), each.is_chosen) for each in self.fields()]

    def _holds(self, field: Spoken, value: str) -> bool:
        """Whether the field has the cursor and holds what was typed."""
        found = self.reader.focus()
        if found is None or found.path != field.path:
            return False
        if field.role == "text":
            # A number between Arabic letters has a mark of direction in the field, and none in the text.
            return self.reader.text(found).replace("\u200e", "") == value.replace("\u200e", "")
        return found.is_chosen if field.role == "check box" else _is(found.value, value)

    def _finds(self, name: str, role: str, is_it: Callable[[Spoken], bool], what: str) -> Spoken:
        """Wait until something of this name is shown that is so."""
        found: list[Spoken] = []

        def is_there() -> bool:
            found[:] = filter(is_it, self.reader.find(name, role))
            return bool(found)

        self.screen.until(is_there, what)
        return found[0]

    def _cursor_after(self, before: Spoken | None) -> Spoken | None:
        """Where the cursor is once it has left this place, or a moment later where it still is."""
        found: list[Spoken | None] = [None]

        def has_moved() -> bool:
            found[0] = self.reader.focus()
            return found[0] is not None and (before is None or found[0].path != before.path)

        self.screen.soon(has_moved, _MOMENT)
        return found[0]

    def _is_whole_in_the_middle(self, dialog: Spoken) -> bool:
        left, top, width, height = self.reader.place(dialog)
        is_whole = 0 <= left <= WIDTH - width and 0 <= top <= HEIGHT - height
        return is_whole and abs(left + width // 2 - WIDTH // 2) < WIDTH // 4

    def _focus_name(self) -> str:
        found = self.reader.focus()
        return plain(found.name) if found else ""


def _is(shown: str, wanted: str) -> bool:
    """Whether a choice begins with what is wanted, or has it as the name behind a code."""
    return plain(shown).startswith(wanted) or f"  {wanted}" in plain(shown)
