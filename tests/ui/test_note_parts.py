"""The parts of a note by keys: what its code asks is shown, and nothing else; what is missing is named."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.controllers import said_at
from tests.ui.test_note_widgets import NOTE, note, opened, window
from thb_desktop.domain.ids import ConceptId
from thb_desktop.domain.note_details import NoteDetails
from thb_desktop.domain.vocabulary import AnnotationCode, Conduct
from ui.language_work.note_dialog import NoteDialog
from ui.language_work.note_parts import note_told

__all__ = ["window"]


def choose(dialog: NoteDialog, code: AnnotationCode) -> None:
    QTest.keyClicks(dialog.code_field, code.value)
    QTest.keyClick(dialog.code_field, Qt.Key.Key_Return)
    QTest.keyClick(dialog, Qt.Key.Key_F2)


def shown(dialog: NoteDialog) -> set[str]:
    parts = dialog.parts
    fields = {
        "readings": parts.readings,
        "preferred": parts.preferred,
        "before": parts.before,
        "after": parts.after,
        "concept": parts.concept,
        "exhibit": parts.exhibit,
        "seen": parts.seen[AnnotationCode.NONVERBAL_OBSERVED],
        "emotion": parts.seen[AnnotationCode.EMOTION_OBSERVED],
        "text": dialog.text,
    }
    return {name for name, field in fields.items() if field.isVisible()}


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        (AnnotationCode.REGISTER, {"text"}),
        (AnnotationCode.AMBIGUOUS, {"text", "readings", "preferred"}),
        (AnnotationCode.INTERPRETER_CORRECTION, {"text", "before", "after"}),
        (AnnotationCode.TERM, {"text", "concept"}),
        (AnnotationCode.NONVERBAL_OBSERVED, {"seen"}),
        (AnnotationCode.EMOTION_OBSERVED, {"emotion"}),
    ],
)
def test_a_code_asks_for_its_parts_alone(
    qtbot: QtBot, window: QWidget, code: AnnotationCode, fields: set[str]
):
    dialog, _ = opened(qtbot, window, replace(NOTE, concepts=(("datorie", ConceptId("c-1")),)))

    choose(dialog, code)

    assert shown(dialog) == fields


def test_readings_are_written_line_by_line_and_one_is_preferred(qtbot: QtBot, window: QWidget):
    dialog, taken = opened(qtbot, window, NOTE)
    choose(dialog, AnnotationCode.AMBIGUOUS)
    QTest.keyClicks(dialog.parts.readings, "la soeur")
    dialog.text.setPlainText("parenté")
    dialog.main_button.click()
    refused = said_at(dialog.parts.readings)
    QTest.keyClick(dialog.parts.readings, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.parts.readings, "la cousine")
    assert dialog.parts.preferred.currentText() == "none preferred"
    QTest.keyClick(dialog.parts.preferred, Qt.Key.Key_Down)
    QTest.keyClick(dialog.parts.preferred, Qt.Key.Key_Down)
    dialog.main_button.click()

    assert "two readings" in refused
    assert [each.details for each in taken] == [NoteDetails(readings=("la soeur", "la cousine"), preferred=2)]


def test_what_the_interpreter_corrected_has_both_wordings(qtbot: QtBot, window: QWidget):
    dialog, taken = opened(qtbot, window, NOTE)
    choose(dialog, AnnotationCode.INTERPRETER_CORRECTION)
    QTest.keyClicks(dialog.parts.before, "trois")
    dialog.text.setPlainText("mal entendu")
    dialog.main_button.click()
    refused = said_at(dialog.parts.after)
    QTest.keyClicks(dialog.parts.after, "treize")
    dialog.main_button.click()

    assert "both" in refused
    assert [each.details for each in taken] == [NoteDetails(before="trois", after="treize")]


def test_what_was_seen_is_ticked_and_has_no_words(qtbot: QtBot, window: QWidget):
    dialog, taken = opened(qtbot, window, NOTE)
    choose(dialog, AnnotationCode.NONVERBAL_OBSERVED)
    seen = dialog.parts.seen[AnnotationCode.NONVERBAL_OBSERVED]
    first = next(iter(seen.boxes.values()))
    assert first.hasFocus()
    dialog.main_button.click()
    refused = said_at(seen)
    QTest.keyClick(seen.boxes[Conduct.POINTS], Qt.Key.Key_Space)
    assert dialog.parts.exhibit.isVisible()
    QTest.keyClicks(dialog.parts.exhibit, "E-05")
    dialog.main_button.click()

    assert "seen or heard" in refused
    assert [(each.details, each.text, each.language) for each in taken] == [
        (NoteDetails(conduct=(Conduct.POINTS,), exhibit="E-05"), "", "")
    ]


def test_a_term_names_an_entry_of_the_glossary_or_none(qtbot: QtBot, window: QWidget):
    dialog, taken = opened(qtbot, window, replace(NOTE, concepts=(("datorie", ConceptId("c-1")),)))
    choose(dialog, AnnotationCode.TERM)
    dialog.text.setPlainText("une dette")
    dialog.main_button.click()
    QTest.keyClick(dialog.parts.concept, Qt.Key.Key_Down)
    dialog.main_button.click()

    assert [each.details for each in taken] == [None, NoteDetails(concept_id=ConceptId("c-1"))]


@pytest.mark.parametrize(
    ("details", "told"),
    [
        (None, "dette"),
        (NoteDetails(readings=("a", "b"), preferred=2), "dette|1: a|2★: b"),
        (NoteDetails(before="trois", after="treize"), "dette|trois → treize"),
        (NoteDetails(concept_id=ConceptId("c-1"), concept="datorie (ro)"), "dette|Glossary: datorie (ro)"),
        (
            NoteDetails(conduct=(Conduct.POINTS, Conduct.CRIES), exhibit="E-05"),
            "Points at something (E-05), Cries",
        ),
    ],
)
def test_the_parts_of_a_note_are_read_beside_the_turn(details: NoteDetails | None, told: str):
    shown = note_told(
        replace(note("n", AnnotationCode.TERM, "dette", "dette"), text="dette", details=details)
    )

    assert "".join(each for each in shown if each not in "\u2066\u2067\u2068\u2069") == told.replace(
        "|", "\n"
    )
