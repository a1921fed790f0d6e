"""An interpreter notes, doubts, asks, takes a like text and certifies, by keys in their window."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.assigned_window import (
    give_it_out,
    hand_back_all_the_same,
    modal,
    office_with_record,
    opened,
    stored,
    type_in,
)
from tests.support.assignments import render_checked
from tests.support.controllers import at_the_desk, reopen, said_at
from tests.support.screen_reader import plain
from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.certificates import CertificateElement
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_work import Annotation
from thb_desktop.domain.vocabulary import (
    AnnotationBasis,
    AnnotationCode,
    AnnotationVisibility,
    CertificateKind,
    ConcernKind,
    TermStatus,
)
from thb_desktop.services.assignments import desk as at_desk
from thb_desktop.services.assignments import returning
from thb_desktop.services.assignments.giving import assign
from thb_desktop.services.language import overview, safety
from thb_desktop.vault.assigned import places_beside
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.assignment.brought import brought
from ui.assignment.signing import SignWorkDialog
from ui.assignment.view import AssignmentWindow
from ui.forms.entry_dialog import EntryDialog
from ui.language_work.certificate_dialog import CertificateDialog
from ui.language_work.glossary import GlossaryDialog
from ui.language_work.note_dialog import NoteDialog
from ui.language_work.sealed_dialog import ComplaintDialog, SafetyDialog
from ui.transcript.marks import MARKED
from ui.transcript.rows import At
from ui.widgets.questions import ReasonDialog
from ui.widgets.text_edit import PlainTextEdit

SAID = (
    ("1", "كان يدفع 100 يورو كل يوم.", ""),
    ("2", "كان يدفع 100 يورو كل شهر.", ""),
    ("3", "ما زلت مدينة له.", ""),
)
PAYING = "Hij betaalde 100 euro per dag."
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return office_with_record(tmp_path / "office.thbvault", SAID)


@pytest.fixture
def given_out(vault: Path) -> Path:
    return give_it_out(vault)


@pytest.fixture
def desk(application: QApplication) -> Iterator[AppController]:
    with at_the_desk(application) as made:
        yield made


@pytest.fixture
def left() -> list[Path | None]:
    """To which vault the screen went back."""
    return []


@pytest.fixture
def window(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path, left: list[Path | None]
) -> AssignmentWindow:
    desk.replace_process = left.append
    made = opened(desk, qtbot, vault, given_out)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def choose(window: AssignmentWindow, quoted: str) -> None:
    """Choose words in the open editor."""
    editor = window.table.delegate.editor
    assert editor is not None
    start, cursor = editor.toPlainText().index(quoted), editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(quoted), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def rest(window: AssignmentWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.model.jobs.is_busy, timeout=20_000)
    QApplication.processEvents()


def back_at(window: AssignmentWindow, qtbot: QtBot) -> None:
    """After a dialog: without a window manager, no window becomes the active one by itself."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def write_note(dialog: NoteDialog, qtbot: QtBot, text: str, *, code: str = "") -> None:
    qtbot.waitUntil(lambda: dialog.code_field.hasFocus() or dialog.text.hasFocus())
    if code:
        QTest.keyClicks(dialog.code_field, code)
        QTest.keyClick(dialog.code_field, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.text.hasFocus)
    QTest.keyClick(dialog.text, Qt.Key.Key_F2)
    QTest.keyClicks(dialog.text, text)
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)


def noted(window: AssignmentWindow) -> tuple[Annotation, ...]:
    assert window.model.found is not None
    return window.model.found.job.annotations


def render(window: AssignmentWindow, qtbot: QtBot, number: int, text: str) -> None:
    type_in(window, qtbot, number, text)
    window.going.write(goes_on=False)
    rest(window, qtbot)


def test_a_note_to_words_that_are_typed_is_anchored_in_the_version_that_is_written_for_it(
    application: QApplication, window: AssignmentWindow, qtbot: QtBot
):
    type_in(window, qtbot, 0, f"  {PAYING}")
    choose(window, "100 euro")
    editor = window.table.delegate.editor
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_M, CONTROL)
    dialog = modal(application, qtbot, NoteDialog)
    write_note(dialog, qtbot, "nageteld", code="NUMBER")
    qtbot.waitUntil(lambda: bool(noted(window)), timeout=20_000)

    (made,) = noted(window)
    assert window.model.found is not None
    (version,) = window.model.found.job.versions
    assert (made.anchor.of, made.anchor.quoted, made.code) == (
        version.id,
        "100 euro",
        AnnotationCode.NUMBER_CHECK,
    )
    assert version.text == PAYING
    assert (made.basis, made.visibility) == (AnnotationBasis.OBSERVED, AnnotationVisibility.PRINT)
    under = window.model.rows.index(0, At.RIGHT).data(MARKED)
    assert [each.quoted for each in under] == ["100 euro"]
    qtbot.waitUntil(lambda: window.table.delegate.editor is not None)


def test_words_of_the_source_are_chosen_by_keys_and_nothing_can_be_typed_there(
    application: QApplication, window: AssignmentWindow, qtbot: QtBot
):
    window.table.edit_side(2, At.LEFT)
    editor = window.table.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, "typed")
    QTest.keyClick(editor, Qt.Key.Key_Home, CONTROL)
    for _ in range(2):
        QTest.keyClick(editor, Qt.Key.Key_Left, SHIFT)
    QTest.keyClick(editor, Qt.Key.Key_D, CONTROL)
    dialog = modal(application, qtbot, NoteDialog)
    write_note(dialog, qtbot, "wie?", code="AMBIG")
    qtbot.waitUntil(lambda: bool(noted(window)), timeout=20_000)

    (made,) = noted(window)
    source = SAID[2][1]
    assert window.model.rows.rows[2].segment.source_text == source
    assert (made.anchor.kind, made.anchor.of) == (AnchorKind.TEXT, made.segment_id)
    assert source.startswith(made.anchor.quoted)
    assert window.model.rows.index(2, At.STATE).data(MARKED)[0][0] == "?"


def test_a_question_to_the_judge_stands_in_the_margin_and_stops_the_certificate(
    application: QApplication, window: AssignmentWindow, qtbot: QtBot
):
    for number in range(3):
        render(window, qtbot, number, f"{PAYING}")
    window.sign()
    asked = modal(application, qtbot, SignWorkDialog)
    for _, reason in asked.rows.fields:
        reason.setText("so it was said")
    asked.main_button.click()
    qtbot.waitUntil(lambda: window.side.progress.bar.value() == 3)
    rest(window, qtbot)
    back_at(window, qtbot)
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_J, CONTROL)
    dialog = modal(application, qtbot, NoteDialog)
    assert dialog.visibility.currentData() == "INTERNAL"
    write_note(dialog, qtbot, "welk schrift?")
    qtbot.waitUntil(lambda: bool(noted(window)), timeout=20_000)
    assert "1" in window.side.panel.open_queries.text()
    back_at(window, qtbot)

    QTest.keyClick(window, Qt.Key.Key_F10)
    stopped = modal(application, qtbot, CertificateDialog)
    qtbot.waitUntil(lambda: stopped.stops.count() > 0)

    told = [stopped.stops.item(at).text() for at in range(stopped.stops.count())]
    assert any("question" in each for each in told)
    assert not stopped.main_button.isEnabled()
    stopped.reject()


def test_a_like_text_is_taken_by_its_key_and_never_by_itself(window: AssignmentWindow, qtbot: QtBot):
    render(window, qtbot, 0, PAYING)
    window.table.setCurrentIndex(window.model.rows.index(1, At.RIGHT))
    panel = window.side.panel
    qtbot.waitUntil(lambda: bool(panel.matches), timeout=10_000)
    assert window.model.rows.rows[1].text("nl") == ""

    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    rest(window, qtbot)

    assert window.model.rows.rows[1].text("nl") == PAYING
    assert window.model.rows.rows[1].unsaved
    assert panel.matches[0].likeness >= 70


def test_the_next_difference_is_found_and_kept_as_said_with_the_reason(
    application: QApplication, window: AssignmentWindow, qtbot: QtBot
):
    render(window, qtbot, 0, PAYING)
    render(window, qtbot, 1, "Hij betaalde 1000 euro per maand.")
    window.table.setCurrentIndex(window.model.rows.index(0, At.RIGHT))
    window.table.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert window.table.row() == 1
    assert window.side.panel.findings_card.isVisible()

    QTest.keyClick(window, Qt.Key.Key_F8, SHIFT)
    dialog = modal(application, qtbot, NoteDialog)
    assert dialog.code is AnnotationCode.NUMBER_CHECK
    write_note(dialog, qtbot, "zo gezegd")
    qtbot.waitUntil(lambda: bool(noted(window)), timeout=20_000)

    assert noted(window)[0].anchor.quoted == "1000"
    assert window.model.next_doubted(0) == -1
    assert not window.side.panel.findings_card.isVisible()


def test_a_difference_that_was_signed_with_a_reason_stands_with_it_until_other_words_are_typed(
    application: QApplication, window: AssignmentWindow, qtbot: QtBot
):
    render(window, qtbot, 1, "Hij betaalde 1000 euro per maand.")
    window.sign()
    asked = modal(application, qtbot, SignWorkDialog)
    for _, reason in asked.rows.fields:
        reason.setText("so it was said")
    asked.main_button.click()
    qtbot.waitUntil(lambda: window.side.progress.bar.value() == 1)
    rest(window, qtbot)
    window.table.setCurrentIndex(window.model.rows.index(1, At.RIGHT))
    panel = window.side.panel

    assert panel.findings_card.isVisible()
    assert "so it was said" in told_in(panel.findings_card)
    assert panel.differs.text() == ""
    window.going.go_to_difference()
    assert window.model.next_doubted(0) == -1
    assert window.notice.sentence.text() == "Each difference was signed with its reason."
    type_in(window, qtbot, 1, "Hij betaalde 2000 euro per maand.")
    qtbot.waitUntil(lambda: panel.differs.text() != "")
    assert "so it was said" not in told_in(panel.findings_card)


def told_in(part: QWidget) -> str:
    return " ".join(each.text() for each in part.findChildren(QLabel))


def test_a_note_of_ones_own_is_struck_out_with_a_reason(
    application: QApplication, window: AssignmentWindow, qtbot: QtBot
):
    render(window, qtbot, 0, PAYING)
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_M, CONTROL)
    write_note(modal(application, qtbot, NoteDialog), qtbot, "fout", code="TERM")
    qtbot.waitUntil(lambda: bool(noted(window)), timeout=20_000)
    panel = window.side.panel
    panel.notes.setCurrentRow(0)
    QTest.keyClick(panel.notes, Qt.Key.Key_Delete)
    asked = modal(application, qtbot, ReasonDialog)
    asked.reason.setText("verkeerd woord")
    asked.main_button.click()
    qtbot.waitUntil(lambda: bool(noted(window)[0].struck), timeout=20_000)

    assert noted(window)[0].struck == "verkeerd woord"
    assert window.model.rows.index(0, At.STATE).data(MARKED) == ()
    assert panel.notes.count() == 0


def test_what_concerns_safety_is_sealed_and_can_be_read_by_nobody_here(
    application: QApplication,
    window: AssignmentWindow,
    qtbot: QtBot,
    vault: Path,
    left: list[Path | None],
):
    given_out = places_beside(vault)[0].folder
    words = "de tante van de cliente zit in de gang"
    QTest.keyClick(window, Qt.Key.Key_J, CONTROL | SHIFT)
    dialog = modal(application, qtbot, SafetyDialog)
    dialog.text.setPlainText(words)
    dialog.main_button.click()
    qtbot.waitUntil(lambda: "sealed" in window.notice.sentence.text(), timeout=20_000)
    hand_back_all_the_same(window, qtbot)
    qtbot.waitUntil(lambda: bool(left), timeout=20_000)

    everything = b"".join(each.read_bytes() for each in given_out.rglob("*") if each.is_file())
    assert words.encode() not in everything
    with closing(stored(given_out)) as session:
        (flag,) = registry.SAFETY_FLAG.all(session.read)
        assert registry.SEALED_ITEM.all(session.read) == ()
        assert session.user.id not in dict(flag.wrapped)
    with closing(reopen(vault)) as session:
        assignment = registry.ASSIGNMENT.all(session.read)[0]
        review = returning.review_return(session, assignment.id)
        returning.merge_assignment(session, assignment.id, review)
        read = safety.read_safety_flag(session, flag.id, justification="merged today")
    assert read.text == words


def test_nobody_certifies_in_a_wording_that_was_not_shown(
    application: QApplication, window: AssignmentWindow, qtbot: QtBot
):
    for number in range(3):
        render(window, qtbot, number, f"{PAYING}" if number < 2 else "Ik sta nog bij hem in het krijt.")
    window.sign()
    rest(window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_F10)
    dialog = modal(application, qtbot, CertificateDialog)
    qtbot.waitUntil(lambda: dialog.wording.count() == 1)
    dialog.form.set_values(kind=CertificateKind.TRANSLATOR_STATEMENT, place="Gent", machine_assisted=False)
    rest(window, qtbot)

    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    assert said_at(dialog.wording) == "Please show the wording first: its words are what you sign."
    dialog.reject()


def test_the_interpreter_certifies_their_own_job(
    application: QApplication,
    window: AssignmentWindow,
    qtbot: QtBot,
    given_out: Path,
    left: list[Path | None],
):
    for number in range(3):
        render(window, qtbot, number, f"{PAYING}" if number < 2 else "Ik sta nog bij hem in het krijt.")
    window.sign()
    rest(window, qtbot)
    assert "Every turn is signed." in window.notice.sentence.text()
    QTest.keyClick(window, Qt.Key.Key_F10)
    dialog = modal(application, qtbot, CertificateDialog)
    qtbot.waitUntil(lambda: dialog.wording.count() == 1)
    dialog.main_button.click()
    assert said_at(dialog.form.editors["kind"]).endswith("please fill this in.")
    kind, place, machine = (dialog.form.editors[name] for name in ("kind", "place", "machine_assisted"))
    assert all(dialog.form.values()[name] in (None, "") for name in ("kind", "place", "machine_assisted"))
    dialog.write_button.click()
    assert said_at(place) == "Please write where it is certified."
    rest(window, qtbot)
    dialog.form.set_values(place="Gent")
    assert dialog.keeper is not None
    assert dialog.keeper.typed == {"form.editors.place": "Gent"}
    dialog.write_button.click()
    qtbot.waitUntil(lambda: bool(dialog.elements), timeout=10_000)
    assert dialog.keeper.typed == {"form.editors.place": "Gent"}
    dialog.main_button.click()
    assert said_at(kind).endswith("please fill this in.")
    assert said_at(machine).endswith("please fill this in.")
    kind.setFocus()
    QTest.keyClick(kind, Qt.Key.Key_Down)
    machine.setFocus()
    QTest.keyClick(machine, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.stops.count() == 1, timeout=10_000)
    assert "A machine assisted" in dialog.stops.item(0).text()
    assert not dialog.main_button.isEnabled()
    QTest.keyClick(machine, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.stops.count() == 0, timeout=10_000)
    first = next(iter(dialog.elements.values()))
    first.setPlainText("I am [...]")
    dialog.main_button.click()
    assert "[...]" in said_at(first)
    first.setPlainText("I am the interpreter.")
    done_at = dialog.elements[CertificateElement.PLACE_AND_TIME]
    done_at.setPlainText(f"{done_at.toPlainText()} I sat in room 2.")
    dialog.form.set_values(place="Brussel")
    dialog.main_button.click()
    assert "Show the wording again" in said_at(place)
    dialog.write_button.click()
    qtbot.waitUntil(lambda: next(iter(dialog.elements.values())) is not first, timeout=10_000)
    assert next(iter(dialog.elements.values())).toPlainText() == "I am the interpreter."
    now = dialog.elements[CertificateElement.PLACE_AND_TIME].toPlainText()
    assert "Brussel" in now
    assert "Gent" not in now
    assert "Filled in again" in dialog.notice.sentence.text()
    dialog.reject()
    rest(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F10)
    dialog = modal(application, qtbot, CertificateDialog)
    qtbot.waitUntil(lambda: dialog.form.values()["place"] == "Brussel", timeout=10_000)
    dialog.write_button.click()
    qtbot.waitUntil(lambda: bool(dialog.elements), timeout=10_000)
    assert next(iter(dialog.elements.values())).toPlainText() == "I am the interpreter."
    assert dialog.elements[CertificateElement.PLACE_AND_TIME].toPlainText() == now
    before = [each.toPlainText() for each in dialog.texts.findChildren(PlainTextEdit) if each.isReadOnly()]
    assert [each.endswith("I sat in room 2.") for each in before] == [True]
    for _, reason in dialog.reasons.fields:
        reason.setText("checked")
    dialog.main_button.click()
    qtbot.waitUntil(lambda: "certified" in window.notice.sentence.text(), timeout=20_000)
    rest(window, qtbot)

    assert window.side.progress.bar.value() == 3
    assert window.model.next_to_do(-1) == -1
    window.hand_back()
    qtbot.waitUntil(lambda: bool(left), timeout=20_000)
    with closing(stored(given_out)) as session:
        assert len(at_desk.open_job(session).job.certificates) == 1


def test_a_term_that_the_interpreter_adds_stands_beside_the_turn_and_comes_into_the_vault(
    application: QApplication,
    window: AssignmentWindow,
    qtbot: QtBot,
    vault: Path,
    left: list[Path | None],
):
    for text in (PAYING, f"{PAYING} Altijd."):
        render(window, qtbot, 0, text)
        window.sign()
        rest(window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_G, CONTROL | SHIFT)
    glossary = modal(application, qtbot, GlossaryDialog)
    rest(window, qtbot)
    glossary.concepts.add_button.click()
    concept = modal(application, qtbot, EntryDialog)
    concept.form.set_values(definition="who owes money to somebody")
    concept.main_button.click()
    qtbot.waitUntil(lambda: glossary.concepts.rows.rowCount() == 1, timeout=20_000)
    for language, word, status in (
        ("ar", "\u0645\u062f\u064a\u0646\u0629", None),
        ("nl", "schuldenares", TermStatus.PREFERRED),
        ("nl", "wanbetaalster", TermStatus.STIGMATISING),
    ):
        before = glossary.terms.rows.rowCount()
        glossary.terms.add_button.click()
        term = modal(application, qtbot, EntryDialog)
        term.form.set_values(language=language, term=word, status=status)
        term.main_button.click()
        qtbot.waitUntil(lambda count=before: glossary.terms.rows.rowCount() > count, timeout=20_000)
    rest(window, qtbot)
    glossary.reject()
    window.table.setCurrentIndex(window.model.rows.index(2, At.RIGHT))

    panel = window.side.panel
    qtbot.waitUntil(lambda: panel.terms.count() == 1, timeout=20_000)
    shown = plain(panel.terms.itemAt(0).widget().text())
    assert shown.endswith("schuldenares (preferred), wanbetaalster (stigmatising)")
    hand_back_all_the_same(window, qtbot)
    qtbot.waitUntil(lambda: bool(left), timeout=20_000)
    with closing(reopen(vault)) as session:
        (assignment,) = registry.ASSIGNMENT.all(session.read)
        review = returning.review_return(session, assignment.id)
        returning.merge_assignment(session, assignment.id, review)
        words = {each.term: each.status for each in registry.GLOSSARY_TERM.all(session.read)}
    assert words["wanbetaalster"] is TermStatus.STIGMATISING
    assert len(words) == 3
    assert brought(review) == [
        ("Versions", 2),
        ("Signed as checked", 1),
        ("Concepts", 1),
        ("Terms", 3),
    ]


def test_words_that_stand_already_are_no_other_version_and_an_emptied_turn_shows_them_again(
    window: AssignmentWindow, qtbot: QtBot
):
    """Another version of the same words would have no dispute, no agreement and no certificate."""
    render(window, qtbot, 0, PAYING)
    window.sign()
    rest(window, qtbot)

    for text, write in (
        (f" {PAYING} ", lambda: window.going.write(goes_on=False)),
        ("", lambda: window.going.write(goes_on=False)),
        (PAYING, window.sign),
    ):
        type_in(window, qtbot, 0, text)
        write()
        rest(window, qtbot)
        row = window.model.rows.rows[0]
        assert (row.unsaved, row.text("nl")) == (False, PAYING)

    turns = window.model.turns
    assert turns is not None
    (version,) = turns.whole.versions
    assert turns.states[version.id] is WorkState.SELF_CHECKED


def test_a_question_that_was_asked_in_error_is_taken_back_and_the_keys_stay_at_the_turns(
    application: QApplication, window: AssignmentWindow, qtbot: QtBot
):
    """Without it, nothing could be certified before the judge answered a question that nobody has."""
    render(window, qtbot, 0, PAYING)
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_J, CONTROL)
    write_note(modal(application, qtbot, NoteDialog), qtbot, "welk schrift?")
    qtbot.waitUntil(lambda: bool(noted(window)), timeout=20_000)
    back_at(window, qtbot)
    panel = window.side.panel
    (take_back,) = [
        each
        for each in panel.findChildren(QPushButton)
        if each.accessibleName() == "Take the question back\u2026 welk schrift?"
    ]

    take_back.setFocus()
    take_back.click()
    asked = modal(application, qtbot, ReasonDialog)
    asked.reason.setText("asked in error")
    asked.main_button.click()
    turns = window.model.turns
    assert turns is not None
    qtbot.waitUntil(lambda: turns.open_queries() == (), timeout=20_000)
    rest(window, qtbot)
    back_at(window, qtbot)

    qtbot.waitUntil(window.table.hasFocus)
    assert [each.struck for each in turns.notes()] == ["asked in error"]


def test_enter_opens_the_rendering_of_a_question_in_a_third_language_and_not_its_source(
    window: AssignmentWindow, qtbot: QtBot
):
    rows = window.model.rows
    row = rows.rows[0]
    rows.replace_row(0, replace(row, full=replace(row.full, segment=replace(row.segment, language="fr"))))
    window.table.setCurrentIndex(rows.index(0, At.STATE))

    QTest.keyClick(window.table, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.table.delegate.editor is not None)
    assert window.table.currentIndex().column() == At.RIGHT


def test_an_unfinished_note_is_there_again_when_it_is_opened_again(
    application: QApplication, window: AssignmentWindow, qtbot: QtBot
):
    render(window, qtbot, 0, PAYING)
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_M, CONTROL)
    dialog = modal(application, qtbot, NoteDialog)
    qtbot.waitUntil(dialog.code_field.hasFocus)
    QTest.keyClicks(dialog.code_field, "dialect")
    QTest.keyClick(dialog.code_field, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.text, "Darija")
    QTest.keyClick(dialog.text, Qt.Key.Key_Escape)
    rest(window, qtbot)
    back_at(window, qtbot)
    QTest.keyClick(window.table, Qt.Key.Key_M, CONTROL)
    again = modal(application, qtbot, NoteDialog)
    qtbot.waitUntil(lambda: again.text.toPlainText() == "Darija", timeout=10_000)

    assert again.code is AnnotationCode.DIALECT
    again.reject()
    rest(window, qtbot)


def test_a_complaint_of_ones_own_is_sealed_for_the_whole_job_without_a_turn(
    application: QApplication, window: AssignmentWindow, qtbot: QtBot, vault: Path, left: list[Path | None]
):
    window.table.setCurrentIndex(QModelIndex())
    assert window.table.row() < 0
    QTest.keyClick(window, Qt.Key.Key_I, CONTROL)
    dialog = modal(application, qtbot, ComplaintDialog)
    qtbot.waitUntil(dialog.what.hasFocus)
    QTest.keyClicks(dialog.text, "Neuf heures sans pause")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    assert said_at(dialog.what) == "Please choose what it is."
    for _ in range(2):
        QTest.keyClick(dialog.what, Qt.Key.Key_F2)
    assert dialog.what.code() is ConcernKind.WORKING_CONDITIONS
    assert dialog.about.currentText().startswith("the whole of job")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "sealed" in window.notice.sentence.text(), timeout=20_000)
    hand_back_all_the_same(window, qtbot)
    qtbot.waitUntil(lambda: bool(left), timeout=20_000)

    with closing(reopen(vault)) as judge:
        (assignment,) = registry.ASSIGNMENT.all(judge.read)
        review = returning.review_return(judge, assignment.id)
        returning.merge_assignment(judge, assignment.id, review)
        (flag,) = registry.SAFETY_FLAG.all(judge.read)
        concern = safety.read_safety_flag(judge, flag.id, justification="it came back")
        assert safety.place_of(judge, concern) == ("", "T-01")
    assert (concern.text, concern.kind) == ("Neuf heures sans pause", ConcernKind.WORKING_CONDITIONS)
    assert (concern.segment_id, concern.job_id) == (None, assignment.job_id)


def test_a_complaint_is_taken_while_somebody_types_and_can_be_about_the_turn(
    application: QApplication, window: AssignmentWindow, qtbot: QtBot
):
    type_in(window, qtbot, 1, "Hij bet")
    editor = window.table.delegate.editor
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_I, CONTROL)
    dialog = modal(application, qtbot, ComplaintDialog)
    qtbot.waitUntil(dialog.what.hasFocus)
    QTest.keyClick(dialog.what, Qt.Key.Key_F2)
    QTest.keyClick(dialog.what, Qt.Key.Key_F3)
    assert dialog.about.currentData() is True
    taken: list[object] = []
    dialog.taken.connect(lambda *told: taken.extend(told))
    dialog.text.setPlainText("on me souffle les mots")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "sealed" in window.notice.sentence.text(), timeout=20_000)

    assert taken == ["on me souffle les mots", ConcernKind.PRESSURE, True]
    qtbot.waitUntil(lambda: window.table.delegate.editor is not None)
    assert window.model.rows.rows[1].text("nl") == "Hij bet"


def test_the_interpreter_reads_until_when_it_is_due_and_the_terms(
    desk: AppController, qtbot: QtBot, vault: Path, left: list[Path | None]
):
    desk.replace_process = left.append
    with closing(reopen(vault)) as session:
        job = registry.LANGUAGE_JOB.all(session.read)[-1].id
        assign(session, job, due_on=date(2031, 12, 18), note="Namen blijven zoals ze zijn")
    window = opened(desk, qtbot, vault, places_beside(vault)[-1].folder)

    card = window.side.job
    assert plain(card.due.text()) == "Due Thursday 18 December 2031"
    assert plain(card.told.text()) == "Namen blijven zoals ze zijn"
    assert "for the court" in plain(card.worth.text())


def test_the_key_of_the_certificate_writes_what_is_typed_and_goes_on(
    application: QApplication, window: AssignmentWindow, qtbot: QtBot
):
    type_in(window, qtbot, 0, PAYING)
    editor = window.table.delegate.editor
    assert editor is not None

    QTest.keyClick(editor, Qt.Key.Key_F10)
    dialog = modal(application, qtbot, CertificateDialog)
    qtbot.waitUntil(lambda: dialog.stops.count() > 0, timeout=20_000)

    assert window.model.found is not None
    assert [each.text for each in window.model.found.job.versions] == [PAYING]
    assert not window.model.holds_drafts
    (not_checked, *_) = (dialog.stops.item(at).text() for at in range(dialog.stops.count()))
    assert "re-read" in not_checked, not_checked
    dialog.reject()


def test_a_window_opens_at_the_first_turn_of_the_job_that_still_needs_work(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path, left: list[Path | None]
):
    desk.replace_process = left.append
    with closing(stored(given_out)) as session:
        turns = at_desk.open_job(session).turns
        first, _, last = turns.sources
        render_checked(session, first, PAYING)
        overview.keep_typing(session, turns.job.id, last, "Ik")

    window = opened(desk, qtbot, vault, given_out)

    assert window.table.row() == 1
    assert window.model.rows.rows[2].unsaved


@pytest.mark.parametrize("signed", [False, True])
def test_a_window_never_opens_at_a_turn_that_is_not_of_the_job(
    desk: AppController, qtbot: QtBot, tmp_path: Path, left: list[Path | None], signed: bool
):
    desk.replace_process = left.append
    vault = office_with_record(tmp_path / "mixed.thbvault", (("1", "", "Ging het zo?"), *SAID[1:]))
    with closing(reopen(vault)) as session:
        first = registry.SEGMENT.all(session.read)[0]
        assert first.source_text in (None, "")
    given = give_it_out(vault)
    with closing(stored(given)) as session:
        for turn in at_desk.open_job(session).job.sources if signed else ():
            render_checked(session, turn, PAYING)

    window = opened(desk, qtbot, vault, given)

    rows = window.model.rows
    assert rows.rows[0].segment.id not in rows.due
    assert window.table.row() == 1
