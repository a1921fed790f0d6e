"""The bilingual editor: what is typed is a draft, what is saved is recorded, what is closed is read."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import (
    SAID,
    at_the_desk,
    first_case,
    open_dialog,
    reopen,
    said_at,
    settle,
    unlock,
)
from tests.support.hands import Hands
from tests.support.offices import changed
from thb_desktop.domain.segment import Draft, Rendering
from thb_desktop.domain.vocabulary import (
    InterviewState,
    RenderingKind,
    RenderingState,
    SourceCapture,
)
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews, records, segment_drafts
from ui import theme
from ui.application import AppController
from ui.forms.entry_dialog import EntryDialog
from ui.interviews.rendering_kind import RenderingKindDialog
from ui.interviews.view import InterviewsView
from ui.labels import words
from ui.language_office.view import LanguageView
from ui.main_window import MainWindow
from ui.transcript.rows import At
from ui.widgets.text_edit import PlainTextEdit

TYPED = "Hij nam mijn paspoort af op de luchthaven."
HEARD = "حبس أجري شتاءً كاملاً."


def draft_record(desk: AppController, qtbot: QtBot, vault: Path) -> tuple[MainWindow, InterviewsView]:
    window = unlock(desk, qtbot, vault)
    window.go(1)
    settle(desk, qtbot)
    choose(desk, qtbot, window, "I-99")
    return window, window.interviews


def choose(desk: AppController, qtbot: QtBot, window: MainWindow, number: str) -> None:
    view = window.interviews
    view.list.choose_row(view.rows.row_of(lambda found: found.interview.number == number))
    settle(desk, qtbot)
    record = view.model.record
    assert record is not None
    assert record.interview.number == number


def type_translation(qtbot: QtBot, view: InterviewsView, row: int, text: str) -> PlainTextEdit:
    table = view.record.table
    table.setFocus()
    table.edit_side(row)
    editor = table.delegate.editor
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    return editor


def in_the_vault(vault: Path) -> tuple[list[Rendering], tuple[Draft, ...]]:
    session = reopen(vault)
    case = first_case_of(session)
    found = next(
        each for each in interviews.list_interviews(session, case) if each.interview.number == "I-99"
    )
    full = records.get_interview(session, found.interview.id)
    drafts = segment_drafts.drafts_of(session, found.interview.id)
    session.close()
    return [rendering for segment in full.segments for rendering in segment.renderings], drafts


def first_case_of(session):
    from thb_desktop.services.case_file import cases

    return cases.list_cases(session)[0].case.id


def test_what_is_typed_is_kept_in_the_vault_as_a_draft_after_a_short_rest(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = draft_record(desk, qtbot, vault)

    with qtbot.waitSignal(view.model.transcript.kept, timeout=5_000):
        type_translation(qtbot, view, 1, TYPED)

    assert view.model.segments.rows[1].unsaved
    desk.end()
    renderings, drafts = in_the_vault(vault)
    assert [draft.text for draft in drafts] == [TYPED]
    assert TYPED not in [rendering.text for rendering in renderings]


def say_kind(application: QApplication, qtbot: QtBot, kind: RenderingKind) -> None:
    """Answer what the new rendering is; nothing is answered before."""
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RenderingKindDialog)
    dialog.main_button.click()
    assert "which of the two" in said_at(dialog.kind)
    dialog.kind.set_value(kind)
    dialog.main_button.click()


def test_ctrl_s_saves_the_segment_and_its_draft_is_gone(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = draft_record(desk, qtbot, vault)
    editor = type_translation(qtbot, view, 1, TYPED)

    qtbot.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(view.model.transcript.saved, timeout=5_000):
        say_kind(application, qtbot, RenderingKind.RENDITION)

    settle(desk, qtbot)
    desk.end()
    renderings, drafts = in_the_vault(vault)
    saved = next(rendering for rendering in renderings if rendering.text == TYPED)
    assert saved.state is RenderingState.DRAFT
    assert saved.kind is RenderingKind.RENDITION
    assert saved.author_id is None
    assert drafts == ()


def test_ctrl_enter_saves_and_opens_the_editor_on_the_next_segment(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = draft_record(desk, qtbot, vault)
    editor = type_translation(qtbot, view, 1, TYPED)

    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    say_kind(application, qtbot, RenderingKind.RENDITION)

    qtbot.waitUntil(lambda: view.record.table.row() == 2 and view.record.table.delegate.editor is not None)
    rendering = view.model.segments.rows[1].side("nl").rendering
    assert rendering is not None
    assert rendering.text == TYPED


def test_a_written_translation_leads_to_its_page_and_the_words_stay_typed(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window, view = draft_record(desk, qtbot, vault)
    editor = type_translation(qtbot, view, 1, TYPED)
    qtbot.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    say_kind(application, qtbot, RenderingKind.TRANSLATION)
    settle(desk, qtbot)

    assert isinstance(window.stack.currentWidget(), LanguageView)
    assert view.model.segments.rows[1].typed == {"nl": TYPED}
    desk.end()
    renderings, drafts = in_the_vault(vault)
    assert TYPED not in [rendering.text for rendering in renderings]
    assert [draft.text for draft in drafts] == [TYPED]


def test_after_the_reading_back_a_side_without_a_rendering_is_not_written(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = draft_record(desk, qtbot, vault)
    model = view.model.segments
    places = [model.index(row, At.RIGHT) for row in (0, 1)]
    assert [bool(each.flags() & Qt.ItemFlag.ItemIsEditable) for each in places] == [True, True]

    model.is_draft = False

    assert model.rows[0].side("nl").rendering is not None
    assert [bool(each.flags() & Qt.ItemFlag.ItemIsEditable) for each in places] == [False, False]


def test_enter_opens_the_editor_on_the_chosen_segment(desk: AppController, qtbot: QtBot, vault: Path):
    _, view = draft_record(desk, qtbot, vault)
    table = view.record.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)

    qtbot.keyClick(table, Qt.Key.Key_Return)

    assert table.delegate.editor is not None
    assert table.row() == 1


def test_esc_leaves_the_editor_and_loses_nothing(desk: AppController, qtbot: QtBot, vault: Path):
    _, view = draft_record(desk, qtbot, vault)
    editor = type_translation(qtbot, view, 1, TYPED)

    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: view.record.table.delegate.editor is None)
    row = view.model.segments.rows[1]
    assert row.text("nl") == TYPED
    assert row.unsaved


def test_typing_in_progress_survives_the_lock_and_is_offered_again(
    application: QApplication, qtbot: QtBot, vault: Path
):
    locked: list[Path | None] = []
    with at_the_desk(application) as first:
        first.replace_process = locked.append
        _, view = draft_record(first, qtbot, vault)
        type_translation(qtbot, view, 1, TYPED)
        first.lock()

    with at_the_desk(application) as second:
        _, view = draft_record(second, qtbot, vault)

        assert locked == [vault]
        assert view.model.segments.rows[1].typed == {"nl": TYPED}
        assert "not saved" in view.record.notice.sentence.text()
        view.record.table.edit_side(1)
        editor = view.record.table.delegate.editor
        assert editor is not None
        assert editor.toPlainText() == TYPED


def test_a_draft_that_somebody_else_wrote_is_not_shown_and_that_is_told(
    application: QApplication, qtbot: QtBot, vault: Path
):
    with at_the_desk(application) as first:
        first.replace_process = lambda _: None
        _, view = draft_record(first, qtbot, vault)
        type_translation(qtbot, view, 1, TYPED)
        first.lock()
    changed(vault, lambda connection: connection.execute("UPDATE draft SET text = 'Ze ging vrijwillig mee.'"))

    with at_the_desk(application) as second:
        _, view = draft_record(second, qtbot, vault)

        assert view.model.segments.rows[1].typed == {}
        assert "does not open with your key" in view.record.notice.sentence.text()


def test_a_draft_can_be_given_up(desk: AppController, qtbot: QtBot, vault: Path):
    _, view = draft_record(desk, qtbot, vault)
    with qtbot.waitSignal(view.model.transcript.kept, timeout=5_000):
        type_translation(qtbot, view, 0, TYPED)

    view.record.account.discard_button.click()
    settle(desk, qtbot)

    assert view.model.segments.rows[0].text("nl") == SAID[0][2]
    desk.end()
    assert in_the_vault(vault)[1] == ()


def ink(image: QImage, rectangle, ground: QColor) -> tuple[int, int]:
    """Pixels that are not the ground, in the left and in the right half of a rectangle."""
    middle = rectangle.center().x()
    left = right = 0
    for y in range(rectangle.top() + 4, rectangle.bottom() - 4):
        for x in range(rectangle.left() + 4, rectangle.right() - 4):
            if image.pixelColor(x, y) != ground:
                left, right = left + (x < middle), right + (x >= middle)
    return left, right


def test_an_original_in_arabic_stands_at_the_right_of_its_column_and_the_translation_at_the_left(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window, view = draft_record(desk, qtbot, vault)
    window.resize(1900, 900)
    qtbot.wait(50)
    table = view.record.table
    table.setCurrentIndex(table.model().index(2, 0))
    image = table.viewport().grab().toImage()
    ground = QColor(theme.tokens().surface)

    original = ink(image, table.visualRect(table.model().index(1, At.LEFT)), ground)
    translation = ink(image, table.visualRect(table.model().index(0, At.RIGHT)), ground)

    assert original[1] > 20 * original[0]
    assert translation[0] > translation[1]


def test_the_editor_writes_arabic_from_the_right(desk: AppController, qtbot: QtBot, vault: Path):
    _, view = draft_record(desk, qtbot, vault)
    table = view.record.table

    table.edit(table.model().index(1, At.LEFT))

    editor = table.delegate.editor
    assert editor is not None
    assert editor.document().defaultTextOption().alignment() & Qt.AlignmentFlag.AlignRight
    assert not editor.acceptRichText()


def test_a_closed_record_says_so_and_opens_no_editor(desk: AppController, qtbot: QtBot, vault: Path):
    window, view = draft_record(desk, qtbot, vault)
    closed = next(found for found in view.rows.rows if found.interview.is_signed)

    choose(desk, qtbot, window, closed.interview.number)
    view.record.table.edit_side(0)

    assert view.record.table.delegate.editor is None
    assert view.record.head.state_chip.text() == words(InterviewState.SIGNED)
    assert "can only be read" in view.record.notice.sentence.text()
    assert not view.record.account.save_button.isVisible()
    assert not view.record.head.close_button.isVisible()


@pytest.mark.requirement("SR-31")
def test_a_pasted_picture_or_markup_comes_in_as_plain_text(application: QApplication, qtbot: QtBot):
    editor = PlainTextEdit("Testimony")
    qtbot.addWidget(editor)

    editor.insertPlainText("<img src='file:///etc/hostname'><b>not bold</b>")

    assert editor.toPlainText() == "<img src='file:///etc/hostname'><b>not bold</b>"
    assert editor.document().allFormats()[0].toImageFormat().name() == ""
    assert editor.loadResource(2, "file:///etc/hostname").width() == 1


@pytest.mark.parametrize("tab", ["record", "formalities"])
def test_both_sides_of_a_record_are_shown(desk: AppController, qtbot: QtBot, vault: Path, tab: str):
    window, view = draft_record(desk, qtbot, vault)
    closed = next(found for found in view.rows.rows if found.interview.is_signed)
    choose(desk, qtbot, window, closed.interview.number)

    view.record.tabs.setCurrentIndex(("record", "formalities").index(tab))
    qtbot.wait(20)

    if tab == "record":
        assert view.record.table.model().rowCount() == closed.segments
    else:
        rows = view.record.rows
        for number in range(len(rows.keys)):
            rows.parts.setCurrentRow(number)
        assert len(rows.panels) == 12
        assert len(rows.headers) == 11


def test_the_case_is_the_one_of_the_vault(vault: Path):
    assert first_case(vault).reference == "DEMO-B-SCHELDE"


def test_what_is_typed_while_a_save_is_under_way_stays_a_draft(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = draft_record(desk, qtbot, vault)
    transcript = view.model.transcript
    transcript.type(0, At.RIGHT, "Hij nam")
    transcript.save(0)
    transcript.type(0, At.RIGHT, TYPED)

    settle(desk, qtbot)
    with qtbot.waitSignal(transcript.kept, timeout=5_000):
        pass

    assert transcript.segments.rows[0].typed == {"nl": TYPED}
    desk.end()
    renderings, drafts = in_the_vault(vault)
    assert "Hij nam" in [each.text for each in renderings]
    assert [each.text for each in drafts] == [TYPED]


def test_what_is_saved_is_no_draft_any_more_though_the_pause_of_typing_ends_meanwhile(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = draft_record(desk, qtbot, vault)
    transcript = view.model.transcript
    transcript.type(0, At.RIGHT, TYPED)
    transcript.save(0)

    transcript.keep_drafts()
    settle(desk, qtbot)

    assert not transcript.holds_drafts
    desk.end()
    renderings, drafts = in_the_vault(vault)
    assert TYPED in [each.text for each in renderings]
    assert drafts == ()


def test_a_turn_that_was_not_transcribed_gets_its_words_later_and_how_they_were_captured(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = draft_record(desk, qtbot, vault)
    hands = Hands(qtbot, view)
    hands.sit_down()
    hands.press(Qt.Key.Key_F2)
    hands.says("Ik was bang.")
    view.record.table.setFocus()
    view.record.table.setCurrentIndex(view.record.table.model().index(3, At.LEFT))

    view.record.account.turn_menu.in_draft[0].trigger()
    change = open_dialog(application, qtbot)
    assert isinstance(change, EntryDialog)
    change.form.set_values(source_text=HEARD)
    change.main_button.click()
    assert "captured" in said_at(change.form.editors["capture"])
    change.form.set_values(
        capture=SourceCapture.TRANSCRIBED_FROM_RECORDING,
        recording_from="00:10:02",
        recording_to="00:10:09",
        marks=("[cries]",),
    )
    change.main_button.click()
    settle(desk, qtbot)

    segment = view.model.segments.rows[-1].segment
    assert (segment.source_text, segment.capture) == (HEARD, SourceCapture.TRANSCRIBED_FROM_RECORDING)
    assert (segment.recording_from, segment.recording_to, segment.marks) == (
        "00:10:02",
        "00:10:09",
        ("[cries]",),
    )


def test_an_open_record_is_read_again_after_its_interpreter_was_corrected(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window, view = draft_record(desk, qtbot, vault)
    case = view.model.case
    assert case is not None
    former = next(iter(view.model.called.values()))
    window.go(0)
    settle(desk, qtbot)
    model, case_id = window.cases.model, case.id

    def correct(session: Session) -> None:
        found = people.list_interpreters(session, case_id)[0]
        corrections.correct(session, replace(found, name="Zohra Aït"), "Misspelt")

    model.write(correct, lambda _: None)
    settle(desk, qtbot)
    window.go(1)
    settle(desk, qtbot)

    record = view.model.record
    assert record is not None
    assert record.interview.number == "I-99"
    assert "Zohra Aït" in view.model.called.values()
    assert former is not None


def test_an_open_record_is_not_read_again_for_nothing(desk: AppController, qtbot: QtBot, vault: Path):
    """Each view of a record is logged."""
    window, view = draft_record(desk, qtbot, vault)
    before = view.model.record

    window.go(0)
    settle(desk, qtbot)
    window.go(1)
    settle(desk, qtbot)

    assert view.model.record is before
