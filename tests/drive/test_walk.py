"""A clerk's way through the real window by real keys, text and wheel; the vault is read afterwards.

Nothing here knows the program's widgets: what is typed is typed, what is kept is read from the vault.
"""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.controllers import new_session, reopen
from tests.support.screens import Screen, missing_programs, screen
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.case import CaseFile
from thb_desktop.services.casework import cases
from thb_desktop.services.core.session import Session

pytestmark = pytest.mark.skipif(
    bool(missing_programs()), reason=f"a drive needs {', '.join(missing_programs())}"
)

CASES, INTERVIEWS = "ctrl+1", "ctrl+2"
HEARD = "أخذ جواز سفري في المطار."


class Walk:
    """The program on a vault of its own, unlocked by its passphrase."""

    def __init__(self, shown: Screen, vault: Path) -> None:
        self.shown, self.vault = shown, vault
        self.program = shown.program(str(vault))
        shown.until(lambda: "THB Desktop" in shown.titles(), "no window appeared")
        shown.rests()
        shown.types(PASSPHRASE)
        shown.keys("Return")
        shown.until(self._is_open, "the vault did not open")
        time.sleep(5)  # a window exists before the vault is open; keys typed before that would be lost
        shown.rests()

    def _is_open(self) -> bool:
        time.sleep(0.5)
        return self.program.poll() is None and "THB Desktop" in self.shown.titles()

    def form(self, key: str, *fields: str | tuple[str, ...]) -> None:
        """Open a form by its key, and fill in its fields in their order: a text, or keys in a tuple."""
        self.shown.keys(key)
        self.shown.rests()
        for field in fields:
            if isinstance(field, tuple):
                self.shown.keys(*field)
            elif field:
                self.shown.types(field)
            self.shown.keys("Tab")

    def end(self) -> Session:
        """Leave the program as a person does, and read what it kept."""
        self.shown.keys("ctrl+q")
        self.program.wait(60)
        return reopen(self.vault)


@pytest.fixture
def walk(tmp_path: Path) -> Iterator[Walk]:
    vault = tmp_path / "vault"
    new_session(vault).close()
    with screen(tmp_path / "screen") as shown:
        yield Walk(shown, vault)


def only_case(session: Session) -> CaseFile:
    (found,) = cases.list_cases(session)
    return found.case


def new_case(walk: Walk, opened_on: str) -> None:
    fields = ("2026/0007", "Fr", "Dossier PERLE", "", "French", "BE", "N-1", opened_on)
    walk.form("ctrl+n", *fields)


@pytest.mark.parametrize("typed", ["2025-03-01", "1.3.2025", "01/03/2025", "1 March 2025"])
def test_a_date_that_is_typed_as_it_is_shown_arrives_as_it_was_typed(walk: Walk, typed: str):
    new_case(walk, typed)

    walk.shown.keys("ctrl+Return")
    walk.shown.rests()
    session = walk.end()

    assert only_case(session).opened_on.isoformat() == "2025-03-01"
    assert only_case(session).titles == (("fr", "Dossier PERLE"),)
    session.close()


def test_the_wheel_over_every_field_of_a_form_changes_nothing(walk: Walk):
    new_case(walk, "2025-03-01")
    before = walk.shown.picture("before").read_bytes()

    for height in range(150, 640, 20):
        walk.shown.wheels(750, height)
    walk.shown.keys("ctrl+Return")
    walk.shown.rests()
    session = walk.end()

    case = only_case(session)
    assert before
    assert (case.language, case.country, case.opened_on.isoformat()) == ("fr", "BE", "2025-03-01")
    session.close()


def test_no_window_flashes_while_a_list_is_filtered_and_walked(walk: Walk):
    new_case(walk, "2025-03-01")
    walk.shown.keys("ctrl+Return")
    walk.shown.rests()

    with walk.shown.mapped() as appeared:
        walk.shown.keys("ctrl+f")
        walk.shown.types("2026")
        walk.shown.keys(*["BackSpace"] * 4, *["Down"] * 12)
        walk.shown.rests()

    assert appeared == []
    walk.end().close()
