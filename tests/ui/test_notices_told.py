"""Notices in the window: what must be told is listed and signed, and what another office told is entered."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.services.receiving.conftest import bucharest, post  # noqa: F401 - fixtures
from tests.support.controllers import said_at, settle, unlock
from tests.support.offices import NEXT_DAY, Small, copy_of
from tests.support.offices import unlock as unlocked
from tests.support.receiving import Post, arrival, examined, recorded_office
from tests.support.taken_out import GOING_OUT
from tests.ui.test_receiving import shown, typed
from thb_desktop.domain.vocabulary import SentKind
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import taking_out
from thb_desktop.services.casework import corrections
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.receiving import arrivals, notices
from thb_desktop.verify.run import Request, check_file
from ui.application import AppController
from ui.main_window import MainWindow
from ui.receiving.dialogs import PackagesDialog
from ui.receiving.notices_dialog import NoticesDialog, SignNoticeDialog
from ui.widgets import choose


@pytest.fixture
def sender(post: Post, tmp_path: Path) -> Path:  # noqa: F811
    """The office that sent, and took out a file, and in which their exhibit was corrected since."""
    folder = copy_of(post.office, tmp_path / "liege.thbvault")
    with closing(unlocked(folder, start=NEXT_DAY)) as session:
        found = exhibits.find_numbered(session, post.made.package.case_id, "E-05")
        assert found is not None
        file = exhibits.get_exhibit(session, found.id).files[0]
        asked = replace(GOING_OUT, identities_because="The expert needs it")
        taking_out.take_out(session, file.id, tmp_path / "out", asked, second=None)
        corrections.correct(session, replace(found, source="Another place"), "It was taken elsewhere")
    return folder


@pytest.fixture
def came(
    sender: Path,
    post: Post,  # noqa: F811
    bucharest: tuple[Path, Small],  # noqa: F811
    tmp_path: Path,
) -> tuple[Path, Path]:
    """The office that received the package, and the notice that its sender signed since."""
    file = tmp_path / "notice.asice"
    with closing(unlocked(sender, start=NEXT_DAY)) as session:
        due, _ = notices.list_due(session, post.made.package.case_id)
        notices.give_notice(session, due, "The place of seizure was another", file)
    receiving = copy_of(bucharest[0], tmp_path / "bucharest.thbvault")
    with closing(unlocked(receiving)) as session:
        recorded_office(session, post)
        arrivals.import_package(session, examined(session, post), arrival(bucharest[1]))
    return receiving, file


def opened(desk: AppController, qtbot: QtBot, window: MainWindow) -> NoticesDialog:
    """Open the notices by keys, from the packages of the case."""
    window.open_packages()
    packages = shown(qtbot, window, PackagesDialog)
    settle(desk, qtbot)
    qtbot.keyClick(packages.notices_button, Qt.Key.Key_Space)
    dialog = shown(qtbot, packages, NoticesDialog)
    settle(desk, qtbot)
    return dialog


def words_in(dialog: QDialog) -> str:
    return "\n".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())


def test_what_was_corrected_since_is_listed_and_a_notice_is_signed(
    desk: AppController,
    qtbot: QtBot,
    sender: Path,
    *,
    tmp_path: Path,
    post: Post,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
):
    window = unlock(desk, qtbot, sender)
    window.show_case(next(each for each in window._cases or [] if each.reference == "DEMO-A-PERLA"))
    settle(desk, qtbot)
    dialog = opened(desk, qtbot, window)
    packed, alone = ("P-001", "E-05", False), ("E-05", "E-05", False)
    assert [(each.sent.number, each.number, each.is_told) for each in dialog.due.rows] == [packed, alone]
    assert not dialog.print_button.isEnabled()

    qtbot.keyClick(dialog.due_table, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.sign_button, Qt.Key.Key_Space)
    signing = shown(qtbot, dialog, SignNoticeDialog)
    assert "Institute of Forensics" in words_in(signing)
    assert "a single file of" in words_in(signing)
    target = tmp_path / "notice.asice"
    signing.file.setText(str(target))
    signing.main_button.click()
    refused = said_at(signing.text)
    typed(qtbot, signing.text, "The place of seizure was another")
    qtbot.keyClick(signing.main_button, Qt.Key.Key_Space)
    qtbot.waitUntil(target.exists, timeout=30_000)
    settle(desk, qtbot)

    assert "what the recipients are told" in refused
    assert [each.is_told for each in dialog.due.rows] == [False, True]
    qtbot.keyClick(dialog.due_table, Qt.Key.Key_Down)
    monkeypatch.setattr("ui.widgets.sheet_file.choose_target", lambda *_: tmp_path / "notice.pdf")
    qtbot.keyClick(dialog.print_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "1 page" in words_in(dialog), timeout=30_000)
    findings = check_file(Request(file=target, roots=(post.root,)))
    assert {each.standing for each in findings} == {Standing.HOLDS}
    (told,) = (each.values for each in findings if each.code == "notice-told")
    assert (told["sent"], told["of"], told["number"]) == (SentKind.FILE, "E-05", "E-05")


def test_a_notice_that_came_is_entered_once_and_its_words_are_shown(
    desk: AppController,
    qtbot: QtBot,
    came: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
):
    receiving, file = came
    dialog = opened(desk, qtbot, unlock(desk, qtbot, receiving))
    monkeypatch.setattr(choose, "choose_file", lambda *_: file)
    assert (dialog.due.rowCount(), dialog.came.rowCount()) == (0, 0)

    dialog.main_button.click()
    qtbot.waitUntil(lambda: dialog.came.rowCount() == 1, timeout=30_000)
    settle(desk, qtbot)
    entered = words_in(dialog)
    dialog.main_button.click()
    qtbot.waitUntil(lambda: "already" in dialog.notice.sentence.text(), timeout=30_000)

    assert "The place of seizure was another" in entered
    assert "E-05" in entered
    assert not dialog.sign_button.isEnabled()
