"""Notes by keys: the popover with its closed list of codes, the sealed concern, the marks at the words."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.controllers import said_at
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.ids import AgentId, CaseId, InterpreterId, InterviewId, JobId, RowId, SegmentId
from thb_desktop.domain.language_states import JobInFull
from thb_desktop.domain.language_turns import JobTurns
from thb_desktop.domain.language_work import Annotation, AnnotationAnswer, LanguageJob, RenderingVersion
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import (
    AnnotationBasis,
    AnnotationCode,
    AnnotationVisibility,
    TranslationType,
)
from thb_desktop.findings import unknown
from ui.language_work.before_signing import ReasonRows
from ui.language_work.beside import differences, turn_work
from ui.language_work.marks import marks_of, numbered
from ui.language_work.note_dialog import Asked, NoteDialog
from ui.language_work.noting import DOUBTFUL, OFFERED, Noted, bases_of, matching
from ui.language_work.panel import WorkPanel
from ui.language_work.sealed_dialog import SafetyDialog
from ui.tones import Tone
from ui.transcript.marks import TurnMarks, Underline, formats
from ui.widgets.dialog import FRAME
from ui.widgets.fields import fields_of, put, value_of

AT = datetime(2026, 4, 10, 9, 0, tzinfo=UTC)
SOURCE = "\u0644\u0627 \u0634\u064a\u0621. H-3 \u0645\u062f\u064a\u0646\u0629 \u0644\u0647 2.850"
WORDS = "\u0645\u062f\u064a\u0646\u0629 \u0644\u0647"
RENDERED = "Presque rien. H-3, je lui devais 2.580 euros."
TURN = SegmentId("turn-14")


def job() -> LanguageJob:
    return LanguageJob(
        id=JobId("job"),
        case_id=CaseId("case"),
        interview_id=InterviewId("interview"),
        number="T-01",
        target_language="fr",
        linguist_id=InterpreterId("rachid"),
        translation_type=TranslationType.SWORN_WRITTEN,
        purpose="for the court",
        opened_by=AgentId("judge"),
        opened_at=AT,
    )


VERSION = RenderingVersion(
    id=RowId("version"),
    job_id=JobId("job"),
    segment_id=TURN,
    number=1,
    text=RENDERED,
    source_digest=digest_of(SOURCE),
    author_id=InterpreterId("rachid"),
    typed_by=AgentId("user"),
    typed_at=AT,
)


def note(own: str, code: AnnotationCode, text: str, quoted: str, *, of: str = TURN) -> Annotation:
    start = text.index(quoted)
    return Annotation(
        id=RowId(own),
        job_id=JobId("job"),
        segment_id=TURN,
        anchor=Anchor.of_text(of, text, start, start + len(quoted)),
        code=code,
        basis=AnnotationBasis.KNOWLEDGE,
        visibility=AnnotationVisibility.PRINT,
        language="fr",
        text="une note",
        author_id=InterpreterId("rachid"),
        typed_by=AgentId("user"),
        at=AT,
    )


def marked(done: JobInFull) -> Mapping[SegmentId, TurnMarks]:
    turns = JobTurns(done)
    return marks_of(turns, numbered(turns, {TURN: 0}))


def work(*annotations: Annotation, answers: tuple[AnnotationAnswer, ...] = ()) -> JobInFull:
    return JobInFull(
        job=job(),
        versions=(VERSION,),
        annotations=annotations,
        answers=answers,
        sources={TURN: SOURCE},
        digests={VERSION.id: "d"},
        source_digests={TURN: digest_of(SOURCE)},
    )


@pytest.fixture
def window(qtbot: QtBot, application: QApplication) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    return made


def opened(qtbot: QtBot, window: QWidget, asked: Asked) -> tuple[NoteDialog, list[Noted]]:
    dialog, taken = NoteDialog(window, asked), list[Noted]()
    dialog.taken.connect(taken.append)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.code_field.hasFocus() or dialog.text.hasFocus())
    return dialog, taken


NOTE = Asked(heading="Note", quoted=WORDS, codes=OFFERED, languages=("fr", "ar"))


def test_the_closed_list_has_23_codes_and_none_for_what_a_linguist_may_not_say():
    assert len(OFFERED) == 23
    assert AnnotationCode.SAFETY_FLAG not in OFFERED
    assert AnnotationCode.QUERY not in OFFERED
    for forbidden in ("credib", "age", "origin", "guilt"):
        assert not any(forbidden == part for each in OFFERED for part in each.value.lower().split("_"))


def test_a_note_is_written_by_a_part_of_a_name_down_enter_basis_and_enter(qtbot: QtBot, window: QWidget):
    dialog, taken = opened(qtbot, window, NOTE)
    QTest.keyClicks(dialog.code_field, "te")
    first = dialog.code
    QTest.keyClick(dialog.code_field, Qt.Key.Key_Down)
    second = dialog.code
    QTest.keyClick(dialog.code_field, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.text.hasFocus)
    QTest.keyClick(dialog.text, Qt.Key.Key_F2)
    QTest.keyClick(dialog.text, Qt.Key.Key_F2)
    QTest.keyClick(dialog.text, Qt.Key.Key_F7)
    QTest.keyClicks(dialog.text, "une dette")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)

    assert (first, second) == (AnnotationCode.TERM, AnnotationCode.KINSHIP_TERM)
    assert taken == [
        Noted(
            code=AnnotationCode.KINSHIP_TERM,
            basis=AnnotationBasis.KNOWLEDGE,
            visibility=AnnotationVisibility.PRINT,
            language="fr",
            text="une dette",
        )
    ]


def test_the_title_of_a_note_stays_on_the_screen_where_there_is_room_neither_above_nor_below_the_words(
    qtbot: QtBot, window: QWidget
):
    screen = window.screen().availableGeometry()
    middle = QRect(screen.left() + 100, screen.center().y() - screen.height() // 4, 10, screen.height() // 2)
    dialog, _ = opened(qtbot, window, replace(NOTE, near=middle))

    assert dialog.y() - screen.top() == FRAME // 2


def test_in_which_language_a_note_is_written_stays_unsaid_until_somebody_says_it(
    qtbot: QtBot, window: QWidget
):
    dialog, taken = opened(qtbot, window, NOTE)
    assert dialog.language.currentText() == "not said"
    QTest.keyClicks(dialog.code_field, "untrans")
    QTest.keyClick(dialog.code_field, Qt.Key.Key_F2)
    dialog.text.setPlainText("une dette")
    dialog.main_button.click()
    for _ in range(2):
        QTest.keyClick(dialog.text, Qt.Key.Key_F7)
    dialog.main_button.click()

    assert [each.language for each in taken] == ["", "ar"]


def test_a_question_is_asked_without_a_basis(qtbot: QtBot, window: QWidget):
    asked = Asked(heading="Ask", quoted=WORDS, codes=(AnnotationCode.QUERY,), languages=("fr",))
    dialog, taken = opened(qtbot, window, asked)
    assert not dialog.basis.isVisible()
    QTest.keyClicks(dialog.text, "welk schrift?")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)

    assert [(each.code, each.basis) for each in taken] == [(AnnotationCode.QUERY, None)]


def test_on_what_a_note_rests_is_never_presumed(qtbot: QtBot, window: QWidget):
    dialog, taken = opened(qtbot, window, NOTE)
    QTest.keyClicks(dialog.code_field, "untrans")
    dialog.text.setPlainText("une dette")
    dialog.main_button.click()

    assert "F2" in said_at(dialog.basis)
    assert taken == []


def test_enter_without_a_basis_leads_there_keeps_the_text_and_the_next_enter_notes_it(
    qtbot: QtBot, window: QWidget
):
    dialog, taken = opened(qtbot, window, NOTE)
    QTest.keyClicks(dialog.code_field, "untrans")
    QTest.keyClicks(dialog.text, "une dette")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    told, there = said_at(dialog.basis), dialog.focusWidget()
    kept = dialog.text.toPlainText()
    QTest.keyClick(dialog.basis, Qt.Key.Key_Down)
    QTest.keyClick(dialog.basis, Qt.Key.Key_Return)

    assert told.startswith("The text stays. Choose on what the note rests")
    assert there is dialog.basis
    assert kept == "une dette"
    assert [(each.text, each.basis) for each in taken] == [("une dette", AnnotationBasis.OBSERVED)]


def test_no_code_is_presumed_and_enter_asks_for_one(qtbot: QtBot, window: QWidget):
    dialog, taken = opened(qtbot, window, NOTE)
    at_first = dialog.code

    QTest.keyClick(dialog.code_field, Qt.Key.Key_Return)
    told, there = said_at(dialog.code_field), dialog.focusWidget()
    QTest.keyClick(dialog.code_field, Qt.Key.Key_Up)
    last = dialog.code
    QTest.keyClick(dialog.code_field, Qt.Key.Key_Down)
    first = dialog.code

    assert at_first is None
    assert told == "Please choose a code: type a part of it, or press Down."
    assert there is dialog.code_field
    assert (last, first) == (OFFERED[-1], OFFERED[0])
    assert taken == []


def test_a_note_needs_its_text_and_a_code_that_there_is(qtbot: QtBot, window: QWidget):
    dialog, taken = opened(qtbot, window, NOTE)
    QTest.keyClicks(dialog.code_field, "untrans")
    QTest.keyClick(dialog.code_field, Qt.Key.Key_F2)
    dialog.main_button.click()
    without_text = said_at(dialog.text)
    dialog.code_field.setText("credible")
    dialog.main_button.click()

    assert without_text == "Please write the note."
    assert said_at(dialog.code_field) == "No code has this in it. Please choose one."
    assert taken == []


def test_an_opinion_is_offered_for_language_and_variety_alone(qtbot: QtBot, window: QWidget):
    offering = [each for each in OFFERED if AnnotationBasis.ASSESSMENT in bases_of(each)]
    dialog, _ = opened(qtbot, window, NOTE)
    dialog.code_field.setText("DIALECT")
    for_dialect = dialog.basis.findData("ASSESSMENT")
    dialog.basis.setCurrentIndex(for_dialect)
    dialog.code_field.setText("CULTURAL")

    assert offering == [AnnotationCode.CODE_SWITCH, AnnotationCode.DIALECT]
    assert for_dialect >= 0
    assert dialog.basis.findData("ASSESSMENT") < 0
    assert dialog.basis.currentIndex() < 0


def test_print_has_the_default_of_the_code_and_f3_changes_it(qtbot: QtBot, window: QWidget):
    dialog, _ = opened(qtbot, window, NOTE)
    shown = []
    for code in ("DIALECT", "SLANG"):
        dialog.code_field.setText(code)
        shown.append(dialog.visibility.currentData())
    QTest.keyClick(dialog.code_field, Qt.Key.Key_F3)

    assert shown == ["INTERNAL", "PRINT"]
    assert dialog.visibility.currentData() == "INTERNAL"


def test_a_doubt_offers_what_marks_words_as_uncertain(qtbot: QtBot, window: QWidget):
    dialog, _ = opened(qtbot, window, Asked(heading="Doubt", quoted=WORDS, codes=DOUBTFUL, languages=("fr",)))

    assert dialog.code_list.count() == len(DOUBTFUL) == 4


@pytest.mark.parametrize(
    ("typed", "code"),
    [("lit", AnnotationCode.LITERAL_VS_SENSE), ("vs sense", AnnotationCode.LITERAL_VS_SENSE)],
)
def test_a_code_is_found_by_its_name_and_by_its_code(application: QApplication, typed: str, code: object):
    assert matching(typed, OFFERED)[0] is code


def test_what_concerns_safety_is_gone_from_the_window_once_it_is_sealed(qtbot: QtBot, window: QWidget):
    dialog, taken = SafetyDialog(window, job="T-01", turn="14"), list[str]()
    dialog.taken.connect(lambda text, *_: taken.append(text))
    dialog.open()
    dialog.text.setPlainText("elle a peur de quelqu'un ici")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    before = dialog.text.toPlainText()
    dialog.accept()

    assert taken == [before] == ["elle a peur de quelqu'un ici"]
    assert dialog.text.toPlainText() == ""
    assert dialog.keeper is None


def test_words_are_underlined_where_they_stand_between_marks_of_direction(application: QApplication):
    start = SOURCE.index(WORDS)
    under = Underline(start=start, end=start + len(WORDS), quoted=WORDS)
    made = formats(SOURCE, [under, Underline(start=0, end=3, quoted="xyz")])

    from ui.text import isolate_identifiers

    laid = isolate_identifiers(SOURCE)
    assert laid != SOURCE
    assert [laid[one.start : one.start + one.length] for one in made] == [WORDS]


def test_a_note_at_a_former_version_is_marked_where_its_words_stand_once():
    former = note("n", AnnotationCode.NUMBER_CHECK, "je lui devais 2.580", "2.580", of="former")
    marks = marked(work(former))

    assert [each.quoted for each in marks[TURN].rendering] == ["2.580"]
    assert RENDERED[marks[TURN].rendering[0].start :].startswith("2.580")


def test_a_doubt_has_a_question_mark_a_note_its_number_and_a_question_its_letter(application: QApplication):
    notes = (
        note("a", AnnotationCode.SLANG_CODEWORD, SOURCE, WORDS),
        note("b", AnnotationCode.AMBIGUOUS, SOURCE, WORDS),
        note("c", AnnotationCode.QUERY, SOURCE, WORDS),
    )
    answer = AnnotationAnswer(
        id=RowId("x"),
        job_id=JobId("job"),
        annotation_id=RowId("c"),
        text="oui",
        given_by=AgentId("judge"),
        at=AT,
    )

    asked = marked(work(*notes))[TURN].margin
    answered = marked(work(*notes, answers=(answer,)))[TURN].margin

    assert asked == (("1", Tone.INFO), ("?", Tone.WARN), ("Q", Tone.BAD))
    assert answered[2] == ("Q", Tone.OK)


def test_a_difference_of_numbers_is_told_while_it_is_typed_and_gone_once_it_is_explained(
    application: QApplication,
):
    found = differences(JobTurns(work()), TURN, RENDERED, language="ar", names=())
    explained = note("n", AnnotationCode.NUMBER_CHECK, RENDERED, "2.580", of="version")
    after = differences(JobTurns(work(explained)), TURN, RENDERED, language="ar", names=())

    assert "V-T-03.numbers" in [each.key for each in found]
    assert "V-T-03.numbers" not in [each.key for each in after]


def test_the_panel_shows_notes_doubts_differences_and_answers(qtbot: QtBot, window: QWidget):
    panel = WorkPanel()
    qtbot.addWidget(panel)
    panel.may_strike = True
    notes = (
        note("b", AnnotationCode.AMBIGUOUS, SOURCE, WORDS),
        note("c", AnnotationCode.QUERY, SOURCE, WORDS),
    )
    done = JobTurns(work(*notes))
    findings = differences(done, TURN, RENDERED, language="ar", names=())
    panel.show_turn(
        turn_work(done, TURN, numbers=numbered(done, {TURN: 0}), labels={TURN: "14"}, findings=findings)
    )
    panel.show()
    struck: list[Annotation] = []
    panel.strikes.connect(struck.append)
    panel.notes.setCurrentRow(0)
    QTest.keyClick(panel.notes, Qt.Key.Key_Delete)

    assert panel.notes.count() == 1
    assert WORDS in panel.notes.item(0).text()
    assert panel.differs.text() != ""
    assert "1" in panel.open_queries.text()
    assert struck == [notes[0]]


def test_the_words_of_a_note_are_seen_whole_where_the_line_above_them_takes_two(
    qtbot: QtBot, window: QWidget
):
    panel = WorkPanel()
    qtbot.addWidget(panel)
    done = JobTurns(work(note("b", AnnotationCode.NAME_SPELLING, SOURCE, WORDS)))
    high = []
    for width in (900, 180):
        panel.resize(width, 600)
        panel.show_turn(turn_work(done, TURN, numbers=numbered(done, {TURN: 0}), labels={TURN: "14"}))
        high.append(panel.notes.item(0).sizeHint().height())

    assert high[1] - high[0] > panel.notes.fontMetrics().lineSpacing() // 2


def test_a_reason_that_was_typed_comes_back_at_its_own_warning_and_at_no_other(qtbot: QtBot):
    """One turn was mended meanwhile: its reason must not be signed for another one."""
    found = [
        unknown("V-T-03.numbers", about=turn, label="1 A", source=number, target="-")
        for turn, number in (("turn-1", "100"), ("turn-2", "250"))
    ]
    before, again = (ReasonRows({}, "Warnings", "Why") for _ in range(2))
    for each, warnings in ((before, found), (again, found[1:])):
        qtbot.addWidget(each)
        each.show_warnings(warnings, leads=False)
    for (_, field), why in zip(before.fields, ("she corrected herself", "so it is in E-03"), strict=True):
        field.setText(why)

    kept = {name: value_of(field) for name, field in fields_of(before).items()}
    fields = fields_of(again)
    for name in kept.keys() & fields.keys():
        put(fields[name], kept[name])

    assert [why for _, why in again.given()] == ["so it is in E-03"]
