"""Notes at times of a recording by keys, in the window of an interpreter and at the jobs of the office."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.assigned_window import modal, office_with_record, opened
from tests.support.controllers import reopen, said_at, settle, unlock
from tests.support.hands import Hands
from tests.support.recorded import recorded_exhibit, recording, tones
from tests.support.screen_reader import plain
from tests.support.testimony import START
from tests.ui.test_interviews import draft_record
from tests.ui.test_language_office import open_language, with_job, with_versions
from tests.ui.test_language_office import opened as opened_job
from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.language_work import Annotation
from thb_desktop.domain.vocabulary import AnnotationCode
from thb_desktop.services.assignments.giving import assign
from thb_desktop.vault.assigned import places_beside
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.assignment.view import AssignmentWindow
from ui.language_office.view import LanguageView
from ui.language_work.times.dialogs import PlaceAtTimeDialog, TimeNoteDialog
from ui.transcript.marks import MARKED
from ui.transcript.rows import At
from ui.widgets.questions import ReasonDialog

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SAID = (("1", "كان يدفع 100 يورو كل يوم.", ""), ("2", "ما زلت مدينة له.", ""))
DAILY, OWING = "Hij betaalde 100 euro per dag.", "Ik sta nog bij hem in het krijt."


def record_with_sound(folder: Path) -> None:
    """Two recordings of the draft with the number I-99, so that a place names its file."""
    with closing(reopen(folder)) as session:
        held = next(each for each in registry.INTERVIEW.all(session.read) if each.number == "I-99")
        for number in ("E-90", "E-91"):
            made = recorded_exhibit(session, held.id, number, [("zaal.wav", tones((220, 8), (440, 4)))])
            recording(session, held.id, made, started_at=START if number == "E-90" else None)


@pytest.fixture
def assigned(desk: AppController, qtbot: QtBot, tmp_path: Path) -> AssignmentWindow:
    """The window of an interpreter to whom the recordings were given along."""
    vault = office_with_record(tmp_path / "given.thbvault", SAID)
    record_with_sound(vault)
    with closing(reopen(vault)) as session:
        assign(session, registry.LANGUAGE_JOB.all(session.read)[-1].id, with_recording=True)
    desk.replace_process = lambda _: None
    made = opened(desk, qtbot, vault, places_beside(vault)[-1].folder)
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: len(made.recording.model.files) == 2)
    return made


def rest(window: AssignmentWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.model.jobs.is_busy)
    QApplication.processEvents()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def type_times(dialog: TimeNoteDialog | PlaceAtTimeDialog, begins: str, ends: str) -> None:
    for field, text in ((dialog.times.begins, begins), (dialog.times.ends, ends)):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)


def write(dialog: TimeNoteDialog, qtbot: QtBot, text: str, *, code: str) -> None:
    dialog.code_field.setFocus()
    QTest.keyClicks(dialog.code_field, code)
    QTest.keyClick(dialog.code_field, KEY.Key_Return)
    qtbot.waitUntil(dialog.text.hasFocus)
    QTest.keyClick(dialog.text, KEY.Key_F2)
    QTest.keyClicks(dialog.text, text)
    QTest.keyClick(dialog.text, KEY.Key_Return)


def note_typed(
    application: QApplication, window: AssignmentWindow, qtbot: QtBot, begins: str, ends: str
) -> None:
    window.table.setFocus()
    QTest.keyClick(window.table, KEY.Key_M, CONTROL | SHIFT)
    dialog = modal(application, qtbot, TimeNoteDialog)
    type_times(dialog, begins, ends)
    before = len(notes(window))
    write(dialog, qtbot, "een deur slaat", code="INAUDIBLE")
    qtbot.waitUntil(lambda: len(notes(window)) > before)
    rest(window, qtbot)


def notes(window: AssignmentWindow) -> tuple[Annotation, ...]:
    assert window.model.found is not None
    return window.model.found.job.annotations


def test_a_time_that_is_typed_is_noted_at_the_turn_and_shown_beside_it(
    application: QApplication, assigned: AssignmentWindow, qtbot: QtBot
):
    assigned.table.setCurrentIndex(assigned.model.rows.index(0, At.RIGHT))

    note_typed(application, assigned, qtbot, "0:02", "00:00:03.4")

    (made,) = notes(assigned)
    file = assigned.recording.model.files[0].file
    assert (made.anchor.kind, made.anchor.of, made.anchor.digest) == (AnchorKind.TIME, file.id, file.sha256)
    assert (made.anchor.start, made.anchor.end, made.code) == (2000, 3400, AnnotationCode.INAUDIBLE)
    told = plain(assigned.side.panel.notes.item(0).text())
    assert "E-90 00:00:02.0 – 00:00:03.4" in told
    assert "een deur slaat" in told
    assert assigned.model.rows.index(0, At.STATE).data(MARKED)[0][0] == "?"
    assert not assigned.recording.range.text().startswith("Note")


def test_times_that_are_none_are_refused_at_their_field_and_nothing_is_presumed(
    application: QApplication, assigned: AssignmentWindow, qtbot: QtBot
):
    QTest.keyClick(assigned, KEY.Key_M, CONTROL | SHIFT)
    dialog = modal(application, qtbot, TimeNoteDialog)
    fields = dialog.times
    assert (fields.begins.text(), fields.ends.text()) == ("", "")
    qtbot.waitUntil(fields.begins.hasFocus)

    dialog.main_button.click()
    lacking = said_at(fields.begins)
    type_times(dialog, "0:05", "0:05")
    dialog.main_button.click()
    empty = said_at(fields.ends)
    type_times(dialog, "0:05", "E-91 0:06")
    dialog.main_button.click()
    elsewhere = said_at(fields.ends)
    dialog.reject()

    assert "00:12:02.4" in plain(lacking)
    assert empty == elsewhere == "The end must be after the beginning, in the same file."
    assert notes(assigned) == ()


def test_a_note_leads_to_its_place_in_the_player(
    application: QApplication, assigned: AssignmentWindow, qtbot: QtBot
):
    note_typed(application, assigned, qtbot, "E-91 0:09", "E-91 0:10")
    panel, player = assigned.side.panel, assigned.recording.model.player
    panel.notes.setFocus()
    panel.notes.setCurrentRow(0)
    assert panel.hear_button.isVisible()
    QTest.keyClick(panel.notes, KEY.Key_Return)

    qtbot.waitUntil(lambda: player.position >= 9_100)
    qtbot.waitUntil(lambda: not player.is_playing)

    chosen = assigned.recording.model.chosen
    assert chosen is not None
    assert (chosen.name, player.position) == ("E-91", 10_000)
    assert plain(assigned.recording.range.text()) == "Note 00:00:09.0 – 00:00:10.0"


def test_a_note_gets_another_time_and_is_struck_out_by_keys(
    application: QApplication, assigned: AssignmentWindow, qtbot: QtBot
):
    note_typed(application, assigned, qtbot, "0:02", "0:03")
    panel = assigned.side.panel
    panel.notes.setCurrentRow(0)
    panel.place_button.click()
    dialog = modal(application, qtbot, PlaceAtTimeDialog)
    assert dialog.times.begins.text() == "E-90 00:00:02.0"
    dialog.main_button.click()
    same = said_at(dialog.times.begins)
    type_times(dialog, "0:04", "0:05.5")
    QTest.keyClick(dialog, KEY.Key_Return)
    qtbot.waitUntil(lambda: len(notes(assigned)) == 2)
    rest(assigned, qtbot)
    first, second = notes(assigned)
    panel.notes.setFocus()
    panel.notes.setCurrentRow(0)
    QTest.keyClick(panel.notes, KEY.Key_Delete)
    asked = modal(application, qtbot, ReasonDialog)
    asked.reason.setText("toch te horen")
    asked.main_button.click()
    qtbot.waitUntil(lambda: all(each.struck for each in notes(assigned)))

    assert same == "The note is at this time already."
    assert (first.anchor.start, second.anchor.start, second.anchor.end) == (2000, 4000, 5500)
    assert first.struck == "The note was given another time of the recording."
    assert panel.notes.count() == 0


@pytest.fixture
def office(desk: AppController, qtbot: QtBot, vault: Path) -> LanguageView:
    """The open job on a recorded record, at the office."""
    with_versions(vault, DAILY, OWING)
    record_with_sound(vault)
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    opened_job(page, desk, qtbot)
    qtbot.waitUntil(lambda: len(page.model.recordings.files) == 2)
    page.job.go_to(0)
    return page


def plays_to(page: LanguageView, qtbot: QtBot) -> Callable[[int], None]:
    player = page.model.recordings.player
    return lambda milliseconds: qtbot.waitUntil(lambda: player.position >= milliseconds)


def test_marks_that_are_set_while_it_plays_are_noted_for_the_linguist(
    application: QApplication, office: LanguageView, desk: AppController, qtbot: QtBot
):
    table, until = office.job.table, plays_to(office, qtbot)
    QTest.keyClick(table, KEY.Key_F4)
    until(1_000)
    QTest.keyClick(table, KEY.Key_F5)
    until(1_500)
    QTest.keyClick(table, KEY.Key_F6)
    marked = plain(office.job.recording.range.text())
    QTest.keyClick(table, KEY.Key_M, CONTROL | SHIFT)
    dialog = modal(application, qtbot, TimeNoteDialog)
    before = dialog.times.ends.text()
    qtbot.waitUntil(dialog.isActiveWindow)
    until(2_500)
    QTest.keyClick(dialog.code_field, KEY.Key_F6)
    QTest.keyClick(dialog.code_field, KEY.Key_F4)
    begins, ends = dialog.times.begins.text(), dialog.times.ends.text()
    write(dialog, qtbot, "twee stemmen", code="OVERLAP")
    settle(desk, qtbot)
    assert office.model.found is not None
    work = office.model.found.work
    (made,) = (each for each in work.annotations if each.code is AnnotationCode.OVERLAP)
    assert marked.startswith("Note 00:00:0")
    assert begins.startswith("E-90 00:00:0")
    assert before < ends
    assert made.anchor.end - made.anchor.start >= 1_000
    assert made.anchor.start % 100 == made.anchor.end % 100 == 0
    assert made.author_id == work.job.linguist_id
    assert not office.model.recordings.player.is_playing


def test_another_turn_begins_without_the_marks_of_the_one_before(office: LanguageView, qtbot: QtBot):
    QTest.keyClick(office.job.table, KEY.Key_F5)
    marked = plain(office.job.recording.range.text())

    office.job.go_to(1)
    after = office.job.timed.marks

    assert marked == "Note 00:00:00.0"
    assert (after.begins, after.ends) == ("", "")
    assert office.job.recording.range.text() == ""


def desk_with_jobs(desk: AppController, qtbot: QtBot, folder: Path, count: int) -> Hands:
    """At the entry row of the recorded draft, on which so many jobs are open."""
    for number in range(count):
        with_job(folder, purpose=f"court {number}")
    record_with_sound(folder)
    _, view = draft_record(desk, qtbot, folder)
    found = Hands(qtbot, view)
    found.sit_down()
    qtbot.waitUntil(lambda: len(view.model.recordings.files) == 2)
    return found


def test_at_the_live_desk_a_time_is_noted_for_the_linguist_of_a_job_and_the_turn_keeps_its_range(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    hands = desk_with_jobs(desk, qtbot, vault, 2)
    before = [each.segment for each in hands.view.model.segments.rows]
    hands.press(KEY.Key_M, CONTROL, SHIFT)
    dialog = modal(application, qtbot, TimeNoteDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    chosen = dialog.job.currentIndex()
    type_times(dialog, "E-91 0:02", "0:03")
    dialog.times.ends.setText("E-91 0:03")
    QTest.keyClick(dialog.times.ends, KEY.Key_F5)
    type_times(dialog, "E-91 0:02", "E-91 0:03")
    write(dialog, qtbot, "een deur slaat", code="INAUDIBLE")
    lacking = said_at(dialog.job)
    dialog.job.setFocus()
    QTest.keyClick(dialog.job, KEY.Key_Down)
    QTest.keyClick(dialog.job, KEY.Key_Down)
    dialog.main_button.click()
    qtbot.waitUntil(lambda: "Noted for" in hands.view.record.notice.sentence.text())
    hands.rest()
    after = [each.segment for each in hands.view.model.segments.rows]

    jobs_here = hands.view.model.jobs
    told: list[tuple[Annotation, ...]] = []
    jobs_here.run(hands.view.model, lambda session: registry.ANNOTATION.all(session.read), then=told.append)
    hands.rest()
    ((made,),) = told
    assert chosen == -1
    assert lacking == "Please choose whose note it is."
    assert (made.anchor.start, made.anchor.end, made.segment_id) == (2000, 3000, before[-1].id)
    assert after == before


def test_at_the_live_desk_without_a_job_it_is_told_where_one_is_opened(
    desk: AppController, qtbot: QtBot, vault: Path
):
    hands = desk_with_jobs(desk, qtbot, vault, 0)

    hands.press(KEY.Key_M, CONTROL, SHIFT)

    assert "Ctrl+T" in plain(hands.view.record.notice.sentence.text())
