"""The office's page, and pages that a function does not include."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.desks import USER, unlock
from thb_desktop.domain.rights import RIGHTS, Right, may
from thb_desktop.domain.vocabulary import UserRole
from ui.application import Desk
from ui.labels import words
from ui.main_window import MainWindow
from ui.office.backup import BackupDialog
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


@pytest.mark.requirement("SR-47")
def test_a_backup_is_made_and_listed_with_its_medium(desk: Desk, qtbot: QtBot, vault: Path, tmp_path: Path):
    part = unlock(desk, qtbot, vault).office.backup
    dialog = BackupDialog(part, part.model)
    dialog.folder.setText(str(tmp_path / "stick" / "backup"))
    (tmp_path / "stick").mkdir()
    dialog.label.setText("Stick 3, safe of the registry")

    with qtbot.waitSignal(part.model.made, timeout=30_000):
        dialog.take()

    qtbot.waitUntil(lambda: len(part.rows.rows) == 1)
    assert part.rows.rows[0].event.note == "Stick 3, safe of the registry"
    assert part.rows.rows[0].by == USER
    assert any((tmp_path / "stick" / "backup").iterdir())
    assert "Short code of this state" in part.notice.sentence.text()


def test_a_backup_into_the_vault_itself_is_refused_in_words(desk: Desk, qtbot: QtBot, vault: Path):
    part = unlock(desk, qtbot, vault).office.backup
    dialog = BackupDialog(part, part.model)
    dialog.folder.setText(str(vault / "content"))

    with qtbot.waitSignal(part.model.refused, timeout=30_000):
        dialog.take()

    assert part.notice.isVisibleTo(part)
    assert part.rows.rows == ()
