"""The page of health: what others remember of a vault, and a backup that was restored."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QSplitter
from pytestqt.qtbot import QtBot

from tests.support.controllers import (
    at_the_desk,
    copy_of,
    environment,
    open_dialog,
    reopen,
    said_at,
    settle,
    unlock,
)
from tests.support.vaults import passphrase
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.rights import RIGHTS
from thb_desktop.domain.vocabulary import DraftHistory, UserRole
from thb_desktop.findings import Where, unknown
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.rollback_checks import Anchors
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.short_code import current_short_code
from thb_desktop.services.keeping import backups
from thb_desktop.services.office import vaults
from thb_desktop.vault.tables import chain
from ui.application import AppController
from ui.health.anchors import CompareCodeDialog
from ui.health.restored import AcceptRestoredDialog
from ui.health.view import HealthView
from ui.labels.findings import finding_text
from ui.main_window import MainWindow
from ui.settings import Scheme, Settings
from ui.text import as_plain_tip
from ui.widgets.basic import Label

REASON = "The disk failed; the backup of Monday was put back."


@pytest.fixture
def remembering(tmp_path: Path) -> Callable[[], Environment]:
    """A computer that remembers the heads of the vaults that it opened."""
    return lambda: replace(environment(), heads=tmp_path / "heads")


def work_on(vault: Path, surroundings: Callable[[], Environment], reference: str) -> str:
    """Open a case in the vault; the short code that it has then."""
    session = vaults.unlock_vault(vault, passphrase=passphrase(), environment=surroundings())
    known = cases.list_cases(session)[0].case
    cases.open_case(session, replace(known, reference=reference))
    code = current_short_code(session)
    session.close()
    return code


def health_of(desk: AppController, qtbot: QtBot, vault: Path) -> tuple[MainWindow, HealthView]:
    window = unlock(desk, qtbot, vault)
    window.go(window.pages.index(window.health))
    settle(desk, qtbot)
    return window, window.health


def plain(text: str) -> str:
    """A text without the marks that keep values apart from the words around them."""
    return text.translate({0x2066: None, 0x2068: None, 0x2069: None})


def said_on(view: HealthView) -> str:
    return "\n".join(label.text() for label in view.findChildren(Label) if label.isVisibleTo(view))


def put_back(vault: Path, older: Path) -> None:
    shutil.rmtree(vault)
    shutil.copytree(older, vault)


@pytest.fixture
def set_back(desk: AppController, vault: Path, tmp_path: Path, remembering: Callable[[], Environment]) -> str:
    """The vault is the backup of the day before, at a desk that remembers more; the code that was lost."""
    desk.jobs.environment = remembering
    work_on(vault, remembering, "2026/0001")
    older = copy_of(vault, tmp_path / "older")
    lost = work_on(vault, remembering, "2026/0002")
    put_back(vault, older)
    return lost


def test_what_was_found_at_unlocking_is_read_again_from_the_chip_and_on_the_page_of_health(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    found = unknown("clock-backwards.computer")

    def opened_with_a_finding(session: Session) -> None:
        session.opening = replace(session.opening, findings=(*session.opening.findings, found))

    desk.jobs.run(window, opened_with_a_finding)
    window.model.look_again()
    settle(desk, qtbot)
    window.go(0)
    forgotten = window.notice.isVisible()

    window.top.chain_chip.click()
    settle(desk, qtbot)

    assert not forgotten
    assert window.stack.currentWidget() is window.health
    assert window.health.opening.isVisible()
    qtbot.waitUntil(lambda: finding_text(found) in said_on(window.health))
    assert finding_text(found) in window.top.chain_chip.accessibleDescription()
    assert as_plain_tip(window.top.chain_chip.accessibleDescription()) == window.top.chain_chip.toolTip()


@pytest.mark.requirement("SR-16")
def test_sr_16_a_restored_backup_is_stated_in_the_window_and_the_vault_is_written_again(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, set_back: str
):
    window, view = health_of(desk, qtbot, vault)
    qtbot.waitUntil(lambda: set_back in said_on(view))
    chip_before = window.top.chain_chip.text()
    card_before = (view.restored.isVisible(), view.restored.heading.text())
    told_before = said_on(view)

    view.restored.button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, AcceptRestoredDialog)
    dialog.take()
    refused = said_at(dialog.reason)
    dialog.reason.setPlainText(REASON)
    dialog.main_button.click()
    settle(desk, qtbot)

    assert chip_before == "Event chain broken"
    assert card_before == (True, "This vault is older than what this computer remembers")
    assert set_back in told_before
    assert "A reason is needed" in refused
    assert not view.restored.isVisible()
    assert window.top.chain_chip.text() == "Event chain checked"
    assert window.notice.sentence.text().startswith("Confirmed and signed.")
    qtbot.waitUntil(lambda: REASON in said_on(view))
    case = window.cases.rows.rows[0].case
    window.go(0)
    window.cases.model.open_case(replace(case, reference="2026/0003"))
    settle(desk, qtbot)
    assert "2026/0003" in [each.case.reference for each in window.cases.rows.rows]
    desk.end()
    session = reopen(vault)
    stated = [
        signed.parsed()
        for signed in chain.entries(session.read)
        if signed.parsed().action == VaultAction.RESTORED
    ]
    session.close()
    assert len(stated) == 1


@pytest.mark.requirement("SR-16")
def test_sr_16_who_may_not_state_it_is_told_who_may(
    desk: AppController, qtbot: QtBot, vault: Path, set_back: str
):
    window, view = health_of(desk, qtbot, vault)

    window._show_rights(RIGHTS[UserRole.CLERK])
    view.reload()
    settle(desk, qtbot)

    assert set_back
    assert view.restored.isVisible()
    assert not view.restored.button.isVisible()
    assert "an administrator can confirm" in view.restored.told.text()


@pytest.mark.requirement("SR-16")
def test_sr_16_a_code_that_was_noted_is_compared_and_one_that_never_was_is_named_so(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    earlier = work_on(vault, environment, "2026/0001")
    noted = work_on(vault, environment, "2026/0002")
    _, view = health_of(desk, qtbot, vault)

    def compare(code: str) -> str:
        view.anchors.code_button.click()
        dialog = open_dialog(application, qtbot)
        assert isinstance(dialog, CompareCodeDialog)
        dialog.code.setText(code)
        dialog.main_button.click()
        settle(desk, qtbot)
        return view.anchors.notice.sentence.text() or dialog.notice.sentence.text()

    then, now = (plain(compare(code.lower().replace("-", " "))) for code in (earlier, noted))
    assert then.startswith(f"The event chain had the short code {earlier}")
    assert now.startswith(f"The event chain has the short code {noted} now")
    assert now.endswith("It is the present state.")
    assert compare("AAAA-BBBB-CCCC-DDDD").startswith("No state of this event chain has the short code")


def test_a_code_of_another_form_is_asked_for_again(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = health_of(desk, qtbot, vault)
    view.anchors.code_button.click()
    dialog = open_dialog(application, qtbot)
    dialog.code.setText("no code")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert dialog.isVisible()
    assert dialog.notice.isVisible()
    assert dialog.main_button.isEnabled()


@pytest.mark.requirement("SR-16")
def test_sr_16_an_extract_that_somebody_kept_is_compared(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    session = reopen(vault)
    older = copy_of(vault, tmp_path / "older")
    case = cases.list_cases(session)[0].case
    cases.open_case(session, replace(case, reference="2026/0001"))
    kept = tmp_path / "kept.custody"
    kept.write_bytes(extract_of(session, [case.id]).data)
    session.close()
    put_back(vault, older)
    _, view = health_of(desk, qtbot, vault)

    with qtbot.waitSignal(view.model.compared, timeout=20_000):
        view.model.compare_file(kept)

    assert view.anchors.notice.sentence.text().startswith("The vault is older than the state in the file")


def test_what_surrounds_the_vault_is_told_without_the_whole_check(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = health_of(desk, qtbot, vault)

    codes = {finding.code for finding in view.around.rows}

    assert view.rows.rows == ()
    assert {"backup-never", "head-never-left"} <= codes


def test_a_copy_that_was_made_since_the_unlock_is_told_beside_as_in_the_list(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = health_of(desk, qtbot, vault)
    qtbot.waitUntil(lambda: "never" in beside_the_list(view))

    with qtbot.waitSignal(view.model.looked, timeout=60_000):
        view.model.write(
            lambda session: backups.make_backup(session, tmp_path / "backup", label="Stick 3"),
            lambda _: view.model.look(),
        )
    settle(desk, qtbot)

    assert "head-left" in {finding.code for finding in view.around.rows}
    qtbot.waitUntil(lambda: "never" not in beside_the_list(view))
    assert ", with a backup" in beside_the_list(view)


def beside_the_list(view: HealthView) -> str:
    return plain("\n".join(label.text() for label in view.anchors.findChildren(QLabel)))


def test_a_damaged_file_is_named_by_its_exhibit_and_what_surrounds_the_vault_stays_apart(
    desk: AppController, qtbot: QtBot, vault: Path
):
    stored = next(path for path in sorted((vault / "content").rglob("*")) if path.is_file())
    data = bytearray(stored.read_bytes())
    data[len(data) // 2] ^= 1
    stored.write_bytes(data)
    _, view = health_of(desk, qtbot, vault)

    with qtbot.waitSignal(view.model.checked, timeout=60_000):
        view.check_button.click()

    damaged = [found for found in view.rows.rows if found.code == "content-damaged"]
    assert len(damaged) == 1
    assert "exhibit " in view.rows.index(view.rows.rows.index(damaged[0]), 1).data()
    assert not {found.code for found in view.rows.rows} & {found.code for found in view.around.rows}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_states_known_elsewhere_are_never_cut_off_at_their_side(
    application: QApplication, qtbot: QtBot, vault: Path, language: str
):
    long = "2026/INSTRUCTION-DE-BRUXELLES-0012345/B-12"
    with at_the_desk(application, Settings(scheme=Scheme.LIGHT, language=language)) as desk:
        window, view = health_of(desk, qtbot, vault)
        window.resize(window.minimumSizeHint())
        qtbot.waitUntil(lambda: view._outside is not None)
        assert view._outside is not None
        at = view.model.jobs.environment().clock.read().at
        known = Anchors(since=at, seen_at=at, seen_size=146_000, left_at=at, left_with=bundle_called(long))

        view._show_outside(replace(view._outside, anchors=known))
        qtbot.wait(100)
        (beside,) = view.findChildren(QSplitter)
        beside.setSizes([10_000, 0])  # as narrow as a hand can make them
        qtbot.wait(100)
        area = view.anchors.parentWidget().parentWidget()
        shown, needed = area.width(), view.anchors.minimumSizeHint().width()

    assert needed <= shown


def bundle_called(number: str) -> Where:
    return Where(kind="bundle", names=(number,))


def test_the_page_says_that_former_wordings_are_kept_and_whether_somebody_was_asked(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.go(5)
    settle(desk, qtbot)
    unasked = window.health.drafts.text()
    window.health.model.policy_known.emit(DraftHistory.KEPT)

    assert unasked == "Kept in the event chain. Nobody was asked when this vault was made."
    assert window.health.drafts.text() == "Kept in the event chain. Decided when this vault was made."
