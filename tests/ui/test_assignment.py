"""The screen handed over: an interpreter renders a record, signs it, hands it back, and the office merges."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.drive.test_settled import begin
from tests.support.assigned_window import (
    all_the_same,
    asked_to_hand_back,
    give_it_out,
    modal,
    office_with_record,
    opened,
    stored,
    type_in,
)
from tests.support.assignments import render_checked
from tests.support.controllers import (
    SAID,
    at_the_desk,
    reopen,
    said_at,
    settle,
    unlock,
)
from tests.support.recorded import recorded_exhibit, recording, tones
from tests.support.screen_reader import plain
from tests.support.testimony import START
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.vocabulary import SourceForm
from thb_desktop.services.assignments import desk as at_desk
from thb_desktop.services.assignments.giving import assign
from thb_desktop.services.case_file import cases
from thb_desktop.vault.assigned import places_beside, stores_beside
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.assignment.assign_dialog import AssignDialog
from ui.assignment.office import AssignmentsDialog, CloseDialog
from ui.assignment.office_model import AssignmentsModel
from ui.assignment.opening import HandedOverWindow
from ui.assignment.returned import ReturnDialog
from ui.frame import Rail
from ui.settings import Scheme, Settings
from ui.start_window import StartWindow
from ui.transcript.rows import At


def state_in(listed: AssignmentsDialog) -> str:
    """What the list says of its only assignment."""
    model = listed.table.model()
    return plain(model.data(model.index(0, model.columnCount() - 1)))


FIRST, SECOND = "Ik kwam met een man, Samer.", "Hij nam mijn paspoort af."


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "office.thbvault"
    return office_with_record(folder)


@pytest.fixture
def given_out(vault: Path) -> Path:
    """The folder of the assignment, in a vault that is closed."""
    return give_it_out(vault)


@pytest.fixture
def desk(application: QApplication) -> Iterator[AppController]:
    with at_the_desk(application) as made:
        yield made


def test_the_interpreters_passphrase_opens_one_record_and_nothing_else(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    window = opened(desk, qtbot, vault, given_out)

    assert window.top.number.text().strip("\u2066\u2067\u2068\u2069") == "I-99"
    assert [row.segment.source_text for row in window.model.rows.rows] == [text for _, text, _ in SAID]
    assert window.findChildren(Rail) == []
    assert window.foot.reach.text() == "This login reaches this record and nothing else"


@pytest.mark.parametrize("typed", [PASSPHRASE, "not the passphrase of anybody"])
def test_no_other_passphrase_opens_it(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path, typed: str
):
    desk.start(vault, assignment=given_out)
    window = desk.window
    assert isinstance(window, HandedOverWindow)
    window.passphrase.setText(typed)
    window.open_button.click()

    qtbot.waitUntil(window.notice.isVisible, timeout=20_000)
    assert isinstance(desk.window, HandedOverWindow)
    assert window.passphrase.text() == ""


def test_an_empty_passphrase_is_refused_at_its_field(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    desk.start(vault, assignment=given_out)
    window = desk.window
    assert isinstance(window, HandedOverWindow)

    window.open_button.click()

    assert said_at(window.passphrase) == "Please type the passphrase."


def test_the_office_takes_the_screen_back_before_anything_was_opened(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    desk.start(vault, assignment=given_out)
    window = desk.window
    assert window is not None
    qtbot.waitUntil(window.isActiveWindow)

    QTest.keyClick(window, Qt.Key.Key_F12)

    assert isinstance(desk.window, StartWindow)
    assert desk.window.folder() == vault


def test_typing_is_kept_within_two_seconds_while_it_goes_on(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    window = opened(desk, qtbot, vault, given_out)
    type_in(window, qtbot, 0, FIRST[:8])
    begun = monotonic()
    editor = window.table.delegate.editor
    assert editor is not None

    with qtbot.waitSignal(window.model.kept, timeout=5_000):
        for sign in FIRST[8:]:
            editor.insertPlainText(sign)
            QTest.qWait(40)

    assert monotonic() - begun < 2
    assert window.kept.text().startswith("Kept ")
    editor.insertPlainText(" woord" * 60)
    before = window.table.rowHeight(0)
    window.table.end_editing()
    assert window.table.rowHeight(0) == window.table.sizeHintForRow(0) > before  # all of it is read


def test_a_record_is_rendered_signed_and_handed_back_by_keys(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    left: list[tuple[Path | None, Path | None]] = []
    desk.replace_process = lambda folder: left.append((folder, desk.assignment))
    window = opened(desk, qtbot, vault, given_out)
    type_in(window, qtbot, 0, FIRST)
    editor = window.table.delegate.editor
    assert editor is not None

    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.table.row() == 1 and window.table.delegate.editor is not None)
    second = window.table.delegate.editor
    assert second is not None
    second.setPlainText(SECOND)
    QTest.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: window.side.progress.bar.value() == 2, timeout=10_000)
    QTest.keyClick(window, Qt.Key.Key_F12)
    all_the_same(asked_to_hand_back(application, qtbot))
    qtbot.waitUntil(lambda: bool(left), timeout=10_000)

    assert left == [(vault, None)]
    with closing(stored(given_out)) as session:
        assert at_desk.is_handed_back(session)
        assert [each.text for each in at_desk.open_job(session).job.versions] == [FIRST, SECOND]


def test_a_lock_comes_back_to_the_interpreter_and_keeps_what_was_typed(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    left: list[tuple[Path | None, Path | None]] = []
    desk.replace_process = lambda folder: left.append((folder, desk.assignment))
    window = opened(desk, qtbot, vault, given_out)
    type_in(window, qtbot, 0, FIRST)

    window.wants_lock.emit()
    qtbot.waitUntil(lambda: bool(left), timeout=10_000)

    assert left == [(vault, given_out)]
    with closing(stored(given_out)) as session:
        assert list(at_desk.open_job(session).drafts.values()) == [FIRST]


def test_the_office_gives_out_a_record_and_hands_the_screen_over(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    left: list[tuple[Path | None, Path | None]] = []
    desk.replace_process = lambda folder: left.append((folder, desk.assignment))
    window = unlock(desk, qtbot, vault)
    QTest.keyClick(window, Qt.Key.Key_F12)
    listed = modal(application, qtbot, AssignmentsDialog)
    settle(desk, qtbot)
    listed.assign_button.click()
    asked = modal(application, qtbot, AssignDialog)
    qtbot.waitUntil(lambda: asked.interpreter.count() > 0)
    assert listed.rows.headerData(2, Qt.Orientation.Horizontal) == "Into"
    asked.main_button.click()
    assert said_at(asked.record) == "Please choose the record."
    asked.record.setCurrentIndex(asked.record.count() - 1)
    assert "Arabic" in asked.record.currentText()
    assert not asked.recording.isVisible(), "there is no recording to go along"
    assert asked.language.tag() == ""
    asked.main_button.click()
    assert said_at(asked.language) == "Please choose into which language it is rendered."
    asked.language.setCurrentIndex(asked.language.findData("nl"))
    assert "does not name this language: \u2068Arabic\u2069" in asked.notice.sentence.text()
    assert "Dutch" not in asked.notice.sentence.text()
    assert not asked.kind.isEnabled()
    assert not asked.purpose.isEnabled()
    assert asked.purpose.text() == "for the court"
    assert asked.made_from.value() is SourceForm.ORIGINAL
    asked.language.setCurrentIndex(asked.language.findData("fr"))
    assert (asked.purpose.text(), asked.made_from.value()) == ("", None)
    asked.language.setCurrentIndex(asked.language.findData("nl"))
    assert "T-01" in asked.notice.sentence.text()
    asked.main_button.click()
    qtbot.waitUntil(lambda: listed.table.model().rowCount() == 1, timeout=20_000)

    qtbot.waitUntil(listed.main_button.isEnabled)
    listed.main_button.click()
    qtbot.waitUntil(lambda: bool(left), timeout=10_000)

    assert left == [(vault, places_beside(vault)[0].folder)]


def test_who_looks_in_another_case_is_told_where_work_is_given_out(
    desk: AppController, qtbot: QtBot, vault: Path
):
    give_it_out(vault)
    with closing(reopen(vault)) as session:
        (held,) = (each.case for each in cases.list_cases(session))
        other = cases.open_case(session, replace(held, id=CaseId(""), reference="2026/0099"))
    window = unlock(desk, qtbot, vault)

    told = []
    for case in (other, held):
        listed = AssignmentsDialog(window, AssignmentsModel(desk.jobs, window), case)
        listed.show()
        settle(desk, qtbot)
        told.append(listed.elsewhere.text() if listed.elsewhere.isVisible() else "")
        listed.reject()

    assert held.reference in told[0]
    assert told[1] == ""


def test_a_job_that_is_opened_with_an_assignment_says_from_what_it_is_made(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    with closing(reopen(vault)) as session:
        held = next(each for each in registry.INTERVIEW.all(session.read) if each.number == "I-99")
        made = recorded_exhibit(session, held.id, "E-90", [("zaal.wav", tones((220, 1)))])
        recording(session, held.id, made, started_at=START)
    window = unlock(desk, qtbot, vault)
    window.show_assignments()
    listed = modal(application, qtbot, AssignmentsDialog)
    settle(desk, qtbot)
    listed.assign_button.click()
    asked = modal(application, qtbot, AssignDialog)
    qtbot.waitUntil(lambda: asked.interpreter.count() > 0)
    asked.record.setCurrentIndex(asked.record.count() - 1)
    assert asked.recording.isVisible()
    asked.language.setCurrentIndex(asked.language.findData("fr"))
    asked.main_button.click()
    assert said_at(asked.kind) == "Please choose what the translation is."
    asked.kind.setCurrentIndex(0)
    asked.main_button.click()
    assert said_at(asked.purpose) == "Please write for what it is rendered."
    asked.purpose.setText("for the court")
    assert asked.made_from.value() is None
    asked.made_from.set_value(SourceForm.PLAIN_COPY)
    asked.made_from_note.setText("the signed one is at the registry")
    asked.main_button.click()
    qtbot.waitUntil(lambda: listed.table.model().rowCount() == 1, timeout=20_000)

    with closing(stored(places_beside(vault)[0].folder)) as session:
        job = at_desk.open_job(session).job.job
    assert job.made_from is SourceForm.PLAIN_COPY
    assert job.made_from_note == "the signed one is at the registry"


def test_what_came_back_is_looked_at_merged_and_closed(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    with closing(stored(given_out)) as session:
        first = at_desk.open_job(session).segments[0].segment
        render_checked(session, first.id, FIRST)
        at_desk.hand_back(session)
    window = unlock(desk, qtbot, vault)
    window.show_assignments()
    listed = modal(application, qtbot, AssignmentsDialog)
    qtbot.waitUntil(lambda: listed.table.model().rowCount() == 1)
    qtbot.waitUntil(lambda: state_in(listed).startswith("Handed back"), timeout=20_000)
    waits = state_in(listed)
    listed.look_button.click()
    returned = modal(application, qtbot, ReturnDialog)
    shown = [plain(each.text()) for each in returned.findChildren(QLabel)]
    returned.main_button.click()
    qtbot.waitUntil(listed.notice.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: state_in(listed).startswith("Merged"), timeout=20_000)

    told = plain(listed.notice.sentence.text())
    assert waits.endswith(", waits")
    assert {"Versions", "Signed as checked"} <= set(shown)
    assert "Certificates" not in shown
    assert "Merged" in told
    assert told.endswith("Versions: 1. Signed as checked: 1.")
    listed.close_button.click()
    closing_it = modal(application, qtbot, CloseDialog)
    closing_it.main_button.click()
    assert said_at(closing_it.reason) == "A reason is needed. Please write why."
    closing_it.reason.setText("done")
    closing_it.main_button.click()
    qtbot.waitUntil(lambda: not any(stores_beside(vault).iterdir()), timeout=20_000)


def test_the_side_of_the_chosen_turn_that_enter_opens_is_framed(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    window = opened(desk, qtbot, vault, given_out)
    table = window.table

    def frames(side: At) -> bool:
        """Whether the edge of a cell has another colour than its ground."""
        table.setCurrentIndex(table.model().index(1, side))
        cell = table.visualRect(table.model().index(1, At.RIGHT))
        shot = table.viewport().grab().toImage()
        ground, *edge = (shot.pixelColor(cell.left() + at, cell.center().y()) for at in range(1, 4))
        return any(each != ground for each in edge)

    assert table.opens_at(1) is At.RIGHT
    assert frames(At.RIGHT)
    assert frames(At.WHO)
    table.reads_back = True
    assert not frames(At.RIGHT)


def test_the_day_on_which_work_is_due_is_read_whole_in_the_list(
    application: QApplication, qtbot: QtBot, vault: Path
):
    """In French the weekday and the month in words had no room for the year."""
    with closing(reopen(vault)) as session:
        assign(session, registry.LANGUAGE_JOB.all(session.read)[-1].id, due_on=date(2031, 12, 18))
    with at_the_desk(application, Settings(scheme=Scheme.DARK, language="fr")) as desk:
        window = unlock(desk, qtbot, vault)
        window.show_assignments()
        listed = modal(application, qtbot, AssignmentsDialog)
        settle(desk, qtbot)

        assert plain(listed.rows.index(0, 5).data()) == "2031-12-18"
        listed.reject()


def test_the_bar_names_each_language_from_which_the_job_is_made(
    desk: AppController, qtbot: QtBot, tmp_path: Path
):
    """The questions were put in French: the job is not made from the language of the person alone."""
    folder = tmp_path / "mixed.thbvault"
    begin(folder)
    window = opened(desk, qtbot, folder, give_it_out(folder))

    assert "Romanian, French into English" in plain(window.top.about.text())
