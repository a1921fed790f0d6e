"""The office's page, and pages that a function does not include."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.desks import unlock
from thb_desktop.domain.rights import RIGHTS, Right, may
from thb_desktop.domain.vocabulary import UserRole
from ui.application import Desk
from ui.labels import words
from ui.main_window import MainWindow
from ui.office.rights_grid import SHOWN

PAGES = ("Cases", "Interviews", "Exhibits", "Custody", "Export", "Health", "Office")


def shown_pages(window: MainWindow) -> set[str]:
    return {entry.accessibleName() for entry in window.rail_buttons if not entry.isHidden()}


def test_the_rights_shown_are_those_the_services_ask_for(desk: Desk, qtbot: QtBot, vault: Path):
    grid = unlock(desk, qtbot, vault).office.grid

    for number, right in enumerate(Right):
        said = [grid.rows.index(number, column).data() for column in range(len(SHOWN) + 1)]
        assert words(right) in said[0]
        assert ["Yes" in cell for cell in said[1:]] == [may(role, right) for role in SHOWN]


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("role", "pages"),
    [
        (
            UserRole.INVESTIGATING_JUDGE,
            {"Cases", "Interviews", "Exhibits", "Custody", "Export", "Health", "Office"},
        ),
        (UserRole.ANALYST, {"Cases", "Interviews", "Exhibits", "Custody", "Health", "Office"}),
        (UserRole.EVIDENCE_CUSTODIAN, {"Cases", "Exhibits", "Custody", "Health", "Office"}),
        (UserRole.AUDITOR, {"Cases", "Custody", "Health", "Office"}),
        (UserRole.ADMINISTRATOR, {"Cases", "Health", "Office"}),
    ],
)
def test_sr_19_a_page_that_the_function_does_not_include_is_not_offered(
    desk: Desk, qtbot: QtBot, vault: Path, role: UserRole, pages: set[str]
):
    window = unlock(desk, qtbot, vault)

    window._show_rights(RIGHTS[role])

    assert shown_pages(window) == pages
