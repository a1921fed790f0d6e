"""A transcript of others is taken over at the window: each mark is assigned, and nothing is guessed."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, reopen, said_at, settle
from tests.support.recorded import recorded
from tests.ui.test_interviews import draft_record
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.interviews.transcripts.dialog import TranscriptDialog

SRT = (
    "1\n00:00:01,000 --> 00:00:04,000\nJ: Where were you?\n\n"
    "2\n00:00:05,000 --> 00:00:04,000\nW: كنت في البيت.\n\n3\n00:00:06,000 --> 00:00:07,000\nJ: Since when?\n"
)


def opened(application: QApplication, desk: AppController, qtbot: QtBot, vault: Path):
    """The record of the vault, and the dialog that its button opens."""
    _, view = draft_record(desk, qtbot, vault)
    view.record.head.transcript_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, TranscriptDialog)
    settle(desk, qtbot)
    return view, dialog


def assign(dialog: TranscriptDialog) -> None:
    """Say by keys who the two marks are."""
    for mark, steps in (("J", 1), ("W", 2)):
        person, kind, spoken_in = dialog.speakers.lines[mark]
        for _ in range(steps):
            QTest.keyClick(person, Qt.Key.Key_Down)
            QTest.keyClick(kind, Qt.Key.Key_Down)
        spoken_in.setCurrentIndex(spoken_in.findData("ar" if mark == "W" else "fr"))


def test_turns_are_shown_assigned_and_taken_over_into_the_draft(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    path = tmp_path / "talk.srt"
    path.write_text(SRT, encoding="utf-8")
    view, dialog = opened(application, desk, qtbot, vault)
    before = len(view.model.segments.rows)

    dialog.look_at(path)
    settle(desk, qtbot)
    assert [each.mark for each in dialog.rows.rows] == ["J", "W", "J"]
    assert [bool(each.doubts) for each in dialog.rows.rows] == [False, True, False]
    assert list(dialog.speakers.lines) == ["J", "W"]
    assign(dialog)
    QTest.keyClick(dialog.side, Qt.Key.Key_Down)
    QTest.keyClick(dialog.capture, Qt.Key.Key_Down)
    QTest.keyClick(dialog.capture, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(desk, qtbot)

    rows = view.model.segments.rows[before:]
    assert [row.segment.source_text for row in rows] == ["Where were you?", "كنت في البيت.", "Since when?"]
    assert [row.segment.recording_from for row in rows] == ["00:00:01", "", "00:00:06"]
    assert rows[0].segment.language == "fr"
    assert "3" in view.record.notice.sentence.text()
    assert view.record.table.row() == before


@pytest.fixture
def two_recordings(vault: Path) -> None:
    with closing(reopen(vault)) as session:
        drafts = (each.id for each in registry.INTERVIEW.all(session.read) if each.number == "I-99")
        recorded(session, next(drafts))


@pytest.mark.usefixtures("two_recordings")
def test_of_several_recordings_a_person_says_of_which_the_times_are(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    path = tmp_path / "talk.srt"
    path.write_text(SRT, encoding="utf-8")
    view, dialog = opened(application, desk, qtbot, vault)
    before = len(view.model.segments.rows)
    dialog.look_at(path)
    settle(desk, qtbot)
    assign(dialog)
    QTest.keyClick(dialog.side, Qt.Key.Key_Down)
    QTest.keyClick(dialog.capture, Qt.Key.Key_Down)
    dialog.main_button.click()
    assert said_at(dialog.recording)
    dialog.recording.setCurrentIndex(1)
    dialog.main_button.click()
    settle(desk, qtbot)

    assert view.model.segments.rows[before].segment.recording_from == "E-92 00:00:01"


def test_nothing_is_presumed_and_each_open_question_is_refused_at_its_field(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    path = tmp_path / "talk.srt"
    path.write_text(SRT, encoding="utf-8")
    _, dialog = opened(application, desk, qtbot, vault)
    assert not dialog.main_button.isEnabled()
    dialog.look_at(path)
    settle(desk, qtbot)

    boxes = [box for line in dialog.speakers.lines.values() for box in line]
    assert all(box.currentIndex() < 0 for box in (*boxes, dialog.side))
    dialog.main_button.click()
    assert said_at(boxes[0])
    assign(dialog)
    dialog.main_button.click()
    assert said_at(dialog.side)
    dialog.side.setCurrentIndex(1)
    dialog.main_button.click()
    assert said_at(dialog.language)
    dialog.language.setCurrentIndex(dialog.language.findData("nl"))
    dialog.main_button.click()
    assert said_at(dialog.author)
    dialog.reject()


def test_a_rendering_of_which_nobody_is_named_stands_on_its_side(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    path = tmp_path / "talk.txt"
    path.write_text("J: Waar was u?\nW: Thuis.\n", encoding="utf-8")
    view, dialog = opened(application, desk, qtbot, vault)
    before = len(view.model.segments.rows)
    dialog.look_at(path)
    settle(desk, qtbot)
    assign(dialog)
    dialog.side.setCurrentIndex(1)
    dialog.language.setCurrentIndex(dialog.language.findData("nl"))
    dialog.author.setCurrentIndex(dialog.author.count() - 1)

    dialog.main_button.click()
    settle(desk, qtbot)

    rows = view.model.segments.rows[before:]
    assert [row.segment.source_text for row in rows] == [None, None]
    told = [row.rendering("nl") for row in rows]
    assert [each.text if each else "" for each in told] == ["Waar was u?", "Thuis."]
    assert told[0] is not None
    assert told[0].author_id is None


def test_a_file_that_is_no_transcript_is_refused(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    path = tmp_path / "talk.srt"
    path.write_text("Only words", encoding="utf-8")
    _, dialog = opened(application, desk, qtbot, vault)

    dialog.look_at(path)
    settle(desk, qtbot)

    assert dialog.notice.sentence.text()
    assert not dialog.main_button.isEnabled()
    dialog.reject()
