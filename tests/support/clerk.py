"""A clerk at the program: knows what stands on the screen, and has a keyboard and a mouse."""

import subprocess
from pathlib import Path

from tests.support.screen import PATIENCE, Screen
from tests.support.screen_reader import Spoken

_MOST_TABS = 90
"""More than any form has fields."""


class Clerk:
    """Works in one vault. Every wait is for something that can be seen."""

    def __init__(self, screen: Screen) -> None:
        self.screen, self.reader = screen, screen.reader

    def opens(self, vault: Path, passphrase: str) -> subprocess.Popen[bytes]:
        """Start the program and unlock a vault."""
        self.program = self.screen.program(str(vault))
        self.waits_for_focus("Passphrase")
        self.screen.types(passphrase)
        self.screen.keys("Return")
        self.sees("Vault and user")
        return self.program

    def leaves(self) -> None:
        """Lock and leave, and wait until the program has ended."""
        self.screen.keys("ctrl+q")
        self.program.wait(PATIENCE)

    def sees(self, name: str, role: str = "") -> Spoken:
        """Wait until something of this name is shown."""
        self.screen.until(
            lambda: self.reader.find(name, role), f"{role or 'nothing named'} {name!r} is shown"
        )
        return self.reader.find(name, role)[0]

    def reads(self, part: str) -> None:
        """Wait until these words stand somewhere on the screen."""
        self.screen.until(lambda: self.reader.says(part), f"{part!r} stands nowhere")

    def waits_for_focus(self, name: str) -> None:
        self.screen.until(lambda: self._focus_name() == name, f"the cursor is not in {name!r}")

    def presses(self, name: str, role: str = "push button") -> None:
        """Click a button."""
        self.screen.until(
            lambda: any(each.is_enabled for each in self.reader.find(name, role)),
            f"no {role} {name!r} to press",
        )
        self.screen.clicks(next(each for each in self.reader.find(name, role) if each.is_enabled))

    def goes_to(self, page: str, key: str) -> None:
        """Go to a page of the rail by its key."""
        self.screen.keys(key)
        self.screen.until(lambda: any(each.is_chosen for each in self.reader.find(page, "check box")), page)

    def reaches(self, name: str) -> Spoken:
        """Go on by Tab alone until the cursor is in a field."""
        passed = []
        for _ in range(_MOST_TABS):
            found = self.reader.focus()
            if found is not None and found.name == name:
                return found
            passed.append(found.name if found else "nothing")
            self.screen.keys("Tab")
        raise AssertionError(f"Tab never came to {name!r}, but to {list(dict.fromkeys(passed))}")

    def fills(self, fields: dict[str, str]) -> None:
        """Fill a form by keys alone, field by field, in the order in which Tab comes to them."""
        for name, value in fields.items():
            field = self.reaches(name)
            if field.role == "text":
                self.screen.keys("ctrl+a")
                self.screen.types(value)
            else:
                self.screen.types(value)

    def fields(self) -> list[Spoken]:
        """The fields in which something can be typed or chosen."""
        return [each for each in self.reader.shown() if each.role in ("text", "combo box", "check box")]

    def what_stands(self) -> list[tuple[str, str, bool]]:
        """Name, text and tick of each field."""
        return [(each.name, self.reader.text(each), each.is_chosen) for each in self.fields()]

    def _offered(self, name: str, role: str) -> list[Spoken]:
        return [each for each in self.reader.find(name, role) if each.is_enabled]

    def _focus_name(self) -> str:
        found = self.reader.focus()
        return found.name if found else ""
