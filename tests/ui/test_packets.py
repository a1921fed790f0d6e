"""Packets in the window, by keys: the office sends, the interpreter opens, declares, works and sends back."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.support import packets
from tests.support.assigned_window import all_the_same, asked_to_hand_back, modal, office_with_record, type_in
from tests.support.assignments import office_copy
from tests.support.controllers import (
    INTERPRETER_PASSPHRASE,
    at_the_desk,
    environment,
    reopen,
    said_at,
    settle,
)
from tests.support.vaults import passphrase
from thb_desktop.domain.case import CaseFile
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.assignments import declaring, giving
from thb_desktop.services.assignments import desk as at_desk
from thb_desktop.services.keeping import anchors
from thb_desktop.services.packets import sending, sending_back
from thb_desktop.services.packets.sending import Addressed, Sent
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.assignment.assign_dialog import AssignDialog
from ui.assignment.office import AssignmentsDialog
from ui.assignment.office_model import AssignmentsModel
from ui.assignment.opening import HandedOverWindow
from ui.assignment.packet_dialogs import DeclareDialog, OpenPacketDialog, SendBackDialog, SentBackDialog
from ui.assignment.returned import ReturnDialog
from ui.assignment.sending import SendDialog, SentDialog
from ui.assignment.view import AssignmentWindow
from ui.jobs import VaultJobs
from ui.start_window import StartWindow
from ui.widgets import choose

FIRST = "Ik kwam met een man, Samer."
BACK = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return office_with_record(tmp_path / "office.thbvault")


@pytest.fixture
def desk(application: QApplication) -> Iterator[AppController]:
    with at_the_desk(application) as made:
        yield made


def given_to_travel(vault: Path) -> CaseFile:
    with closing(reopen(vault)) as session:
        job = registry.LANGUAGE_JOB.all(session.read)[-1]
        giving.assign(session, job.id, travels=True)
        (case,) = registry.CASE_FILE.where(session.read, "id", job.case_id)
    return case


def sent(vault: Path, packet: Path) -> Sent:
    given_to_travel(vault)
    with closing(reopen(vault)) as session:
        (assignment,) = registry.ASSIGNMENT.all(session.read)
        return sending.send_packet(session, assignment.id, packet, Addressed(words="en"))


def said_in(dialog: QDialog) -> str:
    """Everything that a dialog shows in words."""
    return " ".join(each.text() for each in dialog.findChildren(QLabel))


def fill(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, BACK)
    QTest.keyClicks(field, text)


def asked_at_start(
    application: QApplication, desk: AppController, qtbot: QtBot
) -> tuple[StartWindow, OpenPacketDialog]:
    """The start window of a laptop without a vault, and its dialog, opened by key."""
    desk.start(None)
    window = desk.window
    assert isinstance(window, StartWindow)
    qtbot.waitUntil(window.isActiveWindow)
    window.packet_button.setFocus()
    QTest.keyClick(window.packet_button, Qt.Key.Key_Space)
    return window, modal(application, qtbot, OpenPacketDialog)


def open_packet(
    application: QApplication, desk: AppController, qtbot: QtBot, told: Sent, place: Path
) -> HandedOverWindow:
    packet = place.with_name("packet")
    _, dialog = asked_at_start(application, desk, qtbot)
    fill(dialog.folder, str(packet))
    fill(dialog.target, str(place))
    fill(dialog.root, told.root)
    fill(dialog.passphrase, told.passphrase)
    QTest.keyClick(dialog.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(desk.window, HandedOverWindow), timeout=20_000)
    assert isinstance(desk.window, HandedOverWindow)
    return desk.window


def type_passphrase(window: HandedOverWindow) -> None:
    window.passphrase.setFocus()
    QTest.keyClicks(window.passphrase, INTERPRETER_PASSPHRASE)
    QTest.keyClick(window.passphrase, Qt.Key.Key_Return)


def answer(dialog: DeclareDialog, *, conflict: bool = False) -> None:
    """Promise everything, and answer each question about independence: by the first letter of the word."""
    for box in dialog.promises.values():
        box.setFocus()
        QTest.keyClicks(box, "Y")
    for number, box in enumerate(dialog.conflicts.values()):
        box.setFocus()
        QTest.keyClicks(box, "Y" if conflict and number == 0 else "N")


def told_code(told: SentBackDialog) -> str:
    """Return the short code that it tells, and go on by key."""
    code = re.search(r"[A-Z2-7]{4}(-[A-Z2-7]{4}){3}", said_in(told))
    assert code is not None
    QTest.keyClick(told, Qt.Key.Key_Return)
    return code[0]


def same_state(vault: Path, code: str) -> bool:
    """Whether the vault still continues the state of a short code, as the office compares it."""
    with closing(reopen(vault)) as session:
        return verdict(anchors.compare_short_code(session, code)) is Standing.HOLDS


@pytest.mark.requirement("SR-16")
def test_a_packet_is_opened_declared_worked_on_and_sent_back_by_keys(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    left: list[tuple[Path | None, Path | None]] = []
    desk.replace_process = lambda folder: left.append((folder, desk.assignment))
    packet, place, back = tmp_path / "packet", tmp_path / "here", tmp_path / "back"
    told = sent(vault, packet)

    asks = open_packet(application, desk, qtbot, told, place)
    type_passphrase(asks)
    dialog = modal(application, qtbot, DeclareDialog)
    answer(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(desk.window, AssignmentWindow), timeout=20_000)
    window = desk.window
    assert isinstance(window, AssignmentWindow)
    qtbot.waitUntil(lambda: bool(window.model.rows.rows))
    settle(desk, qtbot)
    type_in(window, qtbot, 0, FIRST)
    editor = window.table.delegate.editor
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return, BACK)
    qtbot.waitUntil(lambda: window.table.row() == 1)
    QTest.keyClick(window, Qt.Key.Key_F12)
    all_the_same(asked_to_hand_back(application, qtbot))
    returning = modal(application, qtbot, SendBackDialog)
    fill(returning.folder, str(back))
    QTest.keyClick(returning.folder, Qt.Key.Key_Return)
    code = told_code(modal(application, qtbot, SentBackDialog))
    qtbot.waitUntil(lambda: bool(left), timeout=20_000)

    assert left == [(None, None)]
    assert same_state(vault, code)
    with closing(reopen(vault)) as session:
        taken = packets.brought(session, back)
    assert [each.text for each in taken.review.versions] == [FIRST]
    assert taken.review.declaration is not None
    assert taken.review.declaration.is_accepted


def test_one_who_declines_sees_nothing_and_the_answer_goes_back(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    left: list[Path | None] = []
    desk.replace_process = left.append
    packet, back = tmp_path / "packet", tmp_path / "back"
    told = sent(vault, packet)
    asks = open_packet(application, desk, qtbot, told, tmp_path / "here")
    type_passphrase(asks)
    dialog = modal(application, qtbot, DeclareDialog)
    answer(dialog, conflict=True)

    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert said_at(dialog.note) == "Please write why, so that the office can decide."
    fill(dialog.note, "We come from one village.")
    QTest.keyClick(dialog.note, Qt.Key.Key_Return)
    returning = modal(application, qtbot, SendBackDialog)
    assert isinstance(desk.window, HandedOverWindow)
    fill(returning.folder, str(back))
    QTest.keyClick(returning.folder, Qt.Key.Key_Return)
    told_code(modal(application, qtbot, SentBackDialog))
    qtbot.waitUntil(lambda: bool(left), timeout=20_000)

    with closing(reopen(vault)) as session:
        declared = packets.brought(session, back).review.declaration
    assert declared is not None
    assert (declared.is_accepted, declared.note) == (False, "We come from one village.")


def test_a_question_that_was_not_answered_is_asked_for_and_nothing_is_presumed(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    told = sent(vault, tmp_path / "packet")
    asks = open_packet(application, desk, qtbot, told, tmp_path / "here")
    type_passphrase(asks)
    dialog = modal(application, qtbot, DeclareDialog)

    assert all(box.currentIndex() == -1 for box in (*dialog.promises.values(), *dialog.conflicts.values()))
    QTest.keyClick(dialog, Qt.Key.Key_Return)

    assert said_at(dialog.promises["confidential"]) == "Please answer this."
    settle(desk, qtbot)


def test_a_wrong_fingerprint_is_refused_in_the_dialog_and_what_was_typed_stays(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    told = sent(vault, tmp_path / "packet")
    _, dialog = asked_at_start(application, desk, qtbot)
    fill(dialog.folder, str(tmp_path / "packet"))
    fill(dialog.target, str(tmp_path / "here"))
    fill(dialog.root, "ab" * 32)
    fill(dialog.passphrase, told.passphrase)

    QTest.keyClick(dialog.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not from the office that you named" in said_in(dialog), timeout=20_000)

    assert dialog.folder.text() == str(tmp_path / "packet")
    assert not (tmp_path / "here").exists()


def test_a_packet_that_was_opened_before_asks_only_for_the_passphrase(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    told = sent(vault, tmp_path / "packet")
    place = packets.taken_in(tmp_path / "packet", tmp_path / "here", told.passphrase, told.root)
    _, dialog = asked_at_start(application, desk, qtbot)
    fill(dialog.folder, str(place))
    assert not dialog.root.isEnabled()

    QTest.keyClick(dialog.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(desk.window, HandedOverWindow), timeout=20_000)

    asks = desk.window
    assert isinstance(asks, HandedOverWindow)
    asks.back_button.setFocus()
    QTest.keyClick(asks.back_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(desk.window, StartWindow), timeout=10_000)


@contextmanager
def office(vault: Path, qtbot: QtBot) -> Iterator[AssignmentsDialog]:
    """The list of the case in the vault, which is open in its own thread."""
    jobs = VaultJobs(environment)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    try:
        jobs.call(window, lambda: reopen(vault), then=jobs.adopt)
        qtbot.waitUntil(lambda: jobs.is_open, timeout=20_000)
        model = AssignmentsModel(jobs, window)
        found: list[CaseFile] = []
        model.read(lambda session: registry.CASE_FILE.all(session.read)[-1], found.append)
        qtbot.waitUntil(lambda: bool(found), timeout=20_000)
        dialog = AssignmentsDialog(window, model, found[0])
        dialog.open()
        yield dialog
    finally:
        jobs.close()


def test_the_office_gives_out_sends_and_sees_since_when_it_is_away(
    application: QApplication, vault: Path, qtbot: QtBot, tmp_path: Path
):
    with office(vault, qtbot) as dialog:
        dialog.assign_button.setFocus()
        QTest.keyClick(dialog.assign_button, Qt.Key.Key_Space)
        assign = modal(application, qtbot, AssignDialog)
        qtbot.waitUntil(lambda: assign.record.count() > 0, timeout=20_000)
        assign.record.setCurrentIndex(assign.record.count() - 1)
        assign.language.setCurrentIndex(assign.language.findData("nl"))
        assign.travels.setFocus()
        QTest.keyClick(assign.travels, Qt.Key.Key_Space)
        QTest.keyClick(assign, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: dialog.rows.rowCount() == 1, timeout=20_000)
        state = dialog.rows.columnCount() - 1
        assert "Waits to be sent" in dialog.rows.index(0, state).data()
        assert not dialog.main_button.isEnabled()

        dialog.send_button.setFocus()
        QTest.keyClick(dialog.send_button, Qt.Key.Key_Space)
        asks = modal(application, qtbot, SendDialog)
        QTest.keyClick(asks, Qt.Key.Key_Return)
        assert said_at(asks.words) == "Please name a certificate, or choose a passphrase."
        asks.words.setFocus()
        QTest.keyClicks(asks.words, "Eng")
        fill(asks.folder, str(tmp_path / "packet"))
        QTest.keyClick(asks.folder, Qt.Key.Key_Return)
        shown = modal(application, qtbot, SentDialog)
        words = shown.words.text()
        waits = shown.awaits_paper
        QTest.keyClick(shown, Qt.Key.Key_Return)

        assert len(words.split()) >= 5
        assert waits
        assert shown.words.text() == ""
        assert "Away since " in dialog.rows.index(0, state).data()
        assert not dialog.send_button.isEnabled()
        assert (tmp_path / "packet").is_dir()


@pytest.mark.requirement("SR-16")
def test_a_vault_from_before_the_work_says_which_code_is_to_be_compared(
    application: QApplication, vault: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    before = office_copy(vault, tmp_path / "before" / "office.thbvault")
    told = sent(vault, tmp_path / "packet")
    place = packets.taken_in(tmp_path / "packet", tmp_path / "here", told.passphrase, told.root)
    store = at_desk.open_assignment(
        place, passphrase=passphrase(INTERPRETER_PASSPHRASE), environment=environment()
    )
    declaring.declare(store, packets.ACCEPTED)
    seen = sending_back.send_back(store, tmp_path / "back").seen
    monkeypatch.setattr(choose, "choose_folder", lambda *_: tmp_path / "back")

    with office(before, qtbot) as dialog:
        dialog.take_back_button.setFocus()
        QTest.keyClick(dialog.take_back_button, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: "tell the short code" in said_in(dialog), timeout=20_000)

    assert seen is not None
    assert same_state(vault, seen.code)
    assert not same_state(before, seen.code)


def test_the_office_takes_back_and_reads_what_was_declared_before_it_merges(
    application: QApplication, vault: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    told = sent(vault, tmp_path / "packet")
    place = packets.taken_in(tmp_path / "packet", tmp_path / "here", told.passphrase, told.root)
    store = at_desk.open_assignment(
        place, passphrase=passphrase(INTERPRETER_PASSPHRASE), environment=environment()
    )
    declaring.declare(store, packets.ACCEPTED)
    at_desk.render(store, at_desk.open_job(store).segments[0].segment.id, FIRST)
    sending_back.send_back(store, tmp_path / "back")
    monkeypatch.setattr(choose, "choose_folder", lambda *_: tmp_path / "back")

    with office(vault, qtbot) as dialog:
        dialog.take_back_button.setFocus()
        QTest.keyClick(dialog.take_back_button, Qt.Key.Key_Space)
        shown = modal(application, qtbot, ReturnDialog)
        told_there = said_in(shown)
        QTest.keyClick(shown, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "Merged" in said_in(dialog), timeout=20_000)

    assert "declared what was asked before the record opened" in told_there
    with closing(reopen(vault)) as session:
        assert registry.RENDERING_VERSION.all(session.read)[-1].text == FIRST
