"""The office's page, and pages that a function does not include."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.support.desks import OFFICE, USER, unlock
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE
from thb_desktop.domain.rights import RIGHTS, Right, may
from thb_desktop.domain.vocabulary import UserRole
from ui.application import Desk
from ui.labels import words
from ui.main_window import MainWindow
from ui.office.backup import BackupDialog
from ui.office.code_dialog import CodeDialog
from ui.office.keys import RenewCodeDialog
from ui.office.leaving import HandOverDialog, RetireDialog
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


@pytest.mark.requirement("SR-20")
def test_a_user_is_retired_with_a_reason_and_a_second_person(desk: Desk, qtbot: QtBot, vault: Path):
    part = unlock(desk, qtbot, vault).office.people
    part.reload()
    qtbot.waitUntil(lambda: len(part.rows.rows) == 2)
    interpreter = next(user for user in part.rows.rows if user.role is UserRole.INTERPRETER)
    dialog = RetireDialog(part, part.model, interpreter)
    with qtbot.waitSignal(dialog.second.ready, timeout=10_000):
        pass
    dialog.reason.setText("The register of interpreters no longer lists her.")
    dialog.own.setText(PASSPHRASE)

    dialog.take()
    assert dialog.notice.sentence.text() == "Please write why you do this alone."
    dialog.second.reason.setText("Nobody else works in this office.")
    with qtbot.waitSignal(part.model.retired, timeout=30_000):
        dialog.take()

    qtbot.waitUntil(lambda: any(not user.active for user in part.rows.rows), timeout=10_000)
    assert not part.retire_button.isEnabled() or part.table.current_record() is not None


@pytest.mark.requirement("SR-44")
def test_a_new_recovery_code_is_shown_until_it_was_typed_back(desk: Desk, qtbot: QtBot, vault: Path):
    part = unlock(desk, qtbot, vault).office.keys
    shown: list[CodeDialog] = []

    def type_back() -> None:
        dialog = part.findChild(CodeDialog)
        assert dialog is not None
        shown.append(dialog)
        dialog.reject()
        assert dialog.isVisible()
        dialog.typed_back.setText("0" * 35)
        dialog.take()
        assert dialog.isVisible()
        dialog.typed_back.setText(dialog.code.text().lower().replace("-", " "))
        dialog.take()

    asking = RenewCodeDialog(part, part.model)
    asking.own.setText(PASSPHRASE)
    part.model.renewed.disconnect()
    part.model.renewed.connect(lambda new: (QTimer.singleShot(0, type_back), part._show_code(new)))
    with qtbot.waitSignal(part.model.renewed, timeout=30_000):
        asking.take()

    assert shown
    assert "old sheet opens nothing" in part.notice.sentence.text()


def test_the_ways_into_the_vault_are_listed_with_what_a_guess_costs(desk: Desk, qtbot: QtBot, vault: Path):
    part = unlock(desk, qtbot, vault).office.keys
    part.reload()

    qtbot.waitUntil(lambda: len(part.rows.rows) == 2)
    said = [[part.rows.index(line, column).data() for column in range(3)] for line in range(2)]
    assert "Passphrase" in said[0][0]
    assert "Recovery code" in said[1][0]
    assert all(USER in whose for _, whose, _ in said)
    assert "64" in said[0][2]


@pytest.mark.requirement("SR-44")
def test_the_office_is_handed_over_and_the_window_asks_to_lock(desk: Desk, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)
    part = window.office.people
    dialog = HandOverDialog(part, part.model)
    with qtbot.waitSignal(dialog.second.ready, timeout=10_000):
        pass
    dialog.name.setText("Ines Maertens")
    dialog.reason.setText("Order of the president of the court.")
    for field in (dialog.form.new, dialog.form.repeated):
        field.setText(OTHER_PASSPHRASE)
    dialog.own.setText(PASSPHRASE)
    dialog.second.reason.setText("Nobody else works in this office.")

    with qtbot.waitSignal(part.model.handed_over, timeout=30_000):
        dialog.take()

    assert dialog.code is not None
    assert dialog.code.office == OFFICE
    assert len(dialog.code.code) == 41
