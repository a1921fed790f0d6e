"""A clerk's way through the real window by real keys, text and wheel; the vault is read afterwards.

Things are found by the names that a screen reader tells; what was kept is read from the vault.
"""

from pathlib import Path

import pytest

from tests.support.clerk import Clerk
from tests.support.controllers import add_draft, fill, new_session, reopen
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.case import CaseFile
from thb_desktop.services.case_file import cases

NEW_CASE = {
    "Reference": "2026/0007",
    "Language": "Fr",
    "Text": "Dossier PERLE",
    "Language of the file": "French",
    "Investigating State": "BE",
    "Notice number": "N-1",
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A new vault without a case."""
    new_session(tmp_path / "vault").close()
    return tmp_path / "vault"


@pytest.fixture
def filled_vault(tmp_path: Path) -> Path:
    """A vault with case SCHELDE and a draft interview."""
    session = new_session(tmp_path / "vault")
    add_draft(session, fill(session))
    session.close()
    return tmp_path / "vault"


def enter_case(clerk: Clerk, opened_on: str) -> None:
    """Fill in the form of a new case, and stay in its field of the date."""
    clerk.screen.keys("ctrl+n")
    clerk.sees("New case", "dialog")
    clerk.waits_for_focus("Reference")
    clerk.fills(NEW_CASE | {"Opened on": opened_on})


def save_case(clerk: Clerk) -> None:
    clerk.screen.keys("ctrl+Return")
    clerk.sees("Persons", "list item")


def only_case(vault: Path) -> CaseFile:
    session = reopen(vault)
    (found,) = cases.list_cases(session)
    session.close()
    return found.case


@pytest.mark.parametrize("typed", ["2025-03-01", "1.3.2025", "01/03/2025", "1 March 2025"])
def test_a_date_that_is_typed_as_it_is_shown_arrives_as_it_was_typed(clerk: Clerk, vault: Path, typed: str):
    clerk.opens(vault, PASSPHRASE)
    enter_case(clerk, typed)
    clerk.screen.keys("Tab")
    clerk.reads("Saturday 1 March 2025")

    save_case(clerk)
    clerk.leaves()

    assert only_case(vault).opened_on.isoformat() == "2025-03-01"
    assert only_case(vault).titles == (("fr", "Dossier PERLE"),)
    assert clerk.screen.errors() == ""


def test_the_wheel_over_every_field_of_a_form_changes_nothing(clerk: Clerk, vault: Path):
    clerk.opens(vault, PASSPHRASE)
    enter_case(clerk, "2025-03-01")
    before = clerk.what_stands()

    for field in clerk.fields():
        clerk.screen.wheels(*clerk.reader.middle(field))
    after = clerk.what_stands()
    save_case(clerk)
    clerk.leaves()

    case = only_case(vault)
    assert len(before) >= 9
    assert after == before
    assert (case.language, case.country, case.opened_on.isoformat()) == ("fr", "BE", "2025-03-01")


def test_the_program_shows_one_window_and_no_other_appears_by_itself(clerk: Clerk, vault: Path):
    with clerk.screen.mapped() as appeared:
        clerk.opens(vault, PASSPHRASE)

    assert len(appeared) == 2  # the unlock window and the main window
    clerk.leaves()


def test_no_window_flashes_while_a_list_is_filtered_and_walked(clerk: Clerk, filled_vault: Path):
    clerk.opens(filled_vault, PASSPHRASE)

    with clerk.screen.mapped() as appeared:
        for page, key in (("Cases", "ctrl+1"), ("Exhibits", "ctrl+3"), ("Custody", "ctrl+4")):
            clerk.goes_to(page, key)
            clerk.screen.holds("Down", 25)
            if page == "Custody":
                continue  # it has no list of its own to search: there Ctrl+F opens the search of the case
            clerk.screen.keys("ctrl+f")
            clerk.screen.types("E-01")
            clerk.screen.holds("BackSpace", 4)

    assert appeared == []
    clerk.leaves()
    assert clerk.screen.errors() == ""
