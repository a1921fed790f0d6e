"""What the keys of an interpreter do where it is not expected, and what the window says of it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.assigned_window import (
    all_the_same,
    asked_to_hand_back,
    give_it_out,
    office_with_record,
    opened,
    stored,
    type_in,
)
from tests.support.assignments import render_checked
from tests.support.controllers import SAID, at_the_desk, settle
from tests.support.testimony import segment
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.language_states import annotations_of
from thb_desktop.domain.vocabulary import AnnotationBasis, AnnotationCode
from thb_desktop.services.assignments import desk as at_desk
from thb_desktop.services.language.annotations import NewAnnotation, annotate
from ui.application import AppController
from ui.language_work.panel import WorkPanel
from ui.preferences.view import ShortcutsDialog
from ui.transcript.corrected import told_missing
from ui.transcript.rows import At

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
BEFORE, AFTER = "Ik kwam met een man, Samer.", "Ik kwam mee met een man, Samer."
DIALECT, GONE = "Tunesisch", "zo klonk het"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return office_with_record(tmp_path / "office.thbvault")


@pytest.fixture
def given_out(vault: Path) -> Path:
    return give_it_out(vault)


@pytest.fixture
def desk(application: QApplication) -> Iterator[AppController]:
    with at_the_desk(application) as made:
        yield made


def note_twice(folder: Path) -> None:
    """One turn is rendered; one note is at words that stay in the next wording, one at words that do not."""
    with closing(stored(folder)) as session:
        found = at_desk.open_job(session)
        turn = found.segments[0].segment.id
        version = at_desk.render(session, turn, BEFORE)
        for quoted, text in (("Samer", DIALECT), ("kwam met", GONE)):
            start = BEFORE.index(quoted)
            annotate(
                session,
                found.job.job.id,
                NewAnnotation(
                    segment_id=turn,
                    anchor=Anchor.of_text(version.id, BEFORE, start, start + len(quoted)),
                    code=AnnotationCode.CULTURAL_NOTE,
                    basis=AnnotationBasis.OBSERVED,
                    language="nl",
                    text=text,
                ),
            )


def told(panel: WorkPanel) -> list[str]:
    return [panel.notes.item(at).text() for at in range(panel.notes.count())]


def test_a_note_goes_with_its_words_into_the_next_wording_and_what_stays_behind_is_told(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    left: list[Path | None] = []
    desk.replace_process = left.append
    note_twice(given_out)
    window = opened(desk, qtbot, vault, given_out)
    type_in(window, qtbot, 0, AFTER)
    editor = window.table.delegate.editor
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: not window.model.holds_drafts, timeout=10_000)
    settle(desk, qtbot)

    behind = "To be placed again: at an earlier wording, neither signed nor printed with this one."
    shown = told(window.side.panel)
    assert [behind in each for text in (DIALECT, GONE) for each in shown if text in each] == [False, True]
    QTest.keyClick(window, Qt.Key.Key_F12)
    all_the_same(asked_to_hand_back(application, qtbot))
    qtbot.waitUntil(lambda: bool(left), timeout=10_000)
    with closing(stored(given_out)) as session:
        work = at_desk.open_job(session).job
    newest = next(iter(work.newest().values()))
    assert newest.text == AFTER
    assert [each.text for each in annotations_of(newest, work.annotations)] == [DIALECT]
    assert [each.text for each in work.annotations if each.struck] == [DIALECT]


def test_what_was_typed_before_is_written_by_the_same_key_where_no_editor_is_open(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    window = opened(desk, qtbot, vault, given_out)
    type_in(window, qtbot, 0, BEFORE)
    window.table.end_editing()
    window.table.setFocus()
    qtbot.waitUntil(window.table.hasFocus)

    QTest.keyClick(window.table, Qt.Key.Key_Return, CONTROL)

    qtbot.waitUntil(lambda: window.table.row() == 1 and window.table.delegate.editor is not None)
    assert not window.model.holds_drafts


def test_after_the_last_turn_the_window_says_that_all_is_written_and_opens_no_other_editor(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    window = opened(desk, qtbot, vault, given_out)
    window.table.edit_side(0, At.RIGHT)
    for number in range(3):
        qtbot.waitUntil(
            lambda number=number: window.table.row() == number and window.table.delegate.editor is not None
        )
        window.table.delegate.editor.setPlainText(BEFORE)
        QTest.keyClick(window.table.delegate.editor, Qt.Key.Key_Return, CONTROL)
        settle(desk, qtbot)
    qtbot.waitUntil(window.table.hasFocus)

    assert "Every turn is written. \u2066F9\u2069 signs them." in window.notice.sentence.text()
    assert (window.table.row(), window.table.delegate.editor) == (2, None)


def test_the_button_counts_what_one_signature_covers_also_what_is_only_typed(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    window = opened(desk, qtbot, vault, given_out)
    assert (progress := window.model.progress()) is not None
    assert progress.ready == 0
    with qtbot.waitSignal(window.model.kept, timeout=5_000):
        type_in(window, qtbot, 1, BEFORE)

    assert "1" in window.sign_button.text()


def test_a_key_for_a_like_text_says_so_where_there_is_none(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    window = opened(desk, qtbot, vault, given_out)

    QTest.keyClick(window, Qt.Key.Key_1, ALT)

    assert window.notice.sentence.text() == "No like text stands beside this turn under this key."


def test_the_overview_of_an_interpreter_lists_their_keys_and_no_page_of_the_office(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path, monkeypatch: pytest.MonkeyPatch
):
    shown: list[ShortcutsDialog] = []
    monkeypatch.setattr(ShortcutsDialog, "exec", lambda dialog: shown.append(dialog))  # noqa: PLW0108
    window = opened(desk, qtbot, vault, given_out)
    QTest.keyClick(window, Qt.Key.Key_F1)
    (dialog,) = shown

    model = dialog.table.model()
    keys = [model.index(at, 0).data().strip("\u2066\u2069") for at in range(model.rowCount())]
    assert {"F4", "Shift+F4", "Alt+Left", "Ctrl+M", "Ctrl+Return", "F12"} <= set(keys)
    assert not {"/c", "Ctrl+N", "Ctrl+T", "Ctrl+1 \u2026 Ctrl+8"} & set(keys)
    assert len(keys) == len(set(keys))


def test_the_last_column_is_named_after_what_stands_in_it(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    window = opened(desk, qtbot, vault, given_out)
    rows = window.model.rows

    assert rows.headerData(At.STATE, Qt.Orientation.Horizontal) == "State, notes"


def test_the_range_of_a_turn_that_nobody_wrote_down_stands_on_a_line_of_its_own():
    heard = segment(recording_from="00:00:13", recording_to="00:00:20", source_text=None)

    assert told_missing(heard.segment).splitlines() == [
        "\u2068Original not transcribed\u2069",
        "\u206600:00:13 \u2013 00:00:20\u2069",
    ]


def test_the_turn_at_which_the_work_goes_on_is_in_sight_when_the_record_is_opened(
    desk: AppController, qtbot: QtBot, tmp_path: Path
):
    long = office_with_record(
        tmp_path / "long.thbvault", [(str(at), f"{SAID[0][1]} " * 9, "") for at in range(1, 21)]
    )
    folder = give_it_out(long)
    with closing(stored(folder)) as session:
        for each in at_desk.open_job(session).segments[:-1]:
            render_checked(session, each.segment.id, BEFORE)

    table = opened(desk, qtbot, long, folder).table

    assert table.row() == 19
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).topLeft())


def test_a_note_at_a_turn_that_is_no_part_of_the_job_is_refused_as_that(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    window = opened(desk, qtbot, vault, given_out)
    window.model.rows.due = {}

    QTest.keyClick(window.table, Qt.Key.Key_M, CONTROL)

    assert "no part of the job" in window.notice.sentence.text()


def test_the_windows_of_an_interpreter_have_the_icon_of_the_program(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    application.setWindowIcon(QIcon())

    assert not opened(desk, qtbot, vault, given_out).windowIcon().isNull()
