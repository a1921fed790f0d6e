"""Taking over a statement made elsewhere, by keys: a PDF with words, a scan, and what is kept meanwhile."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.controllers import at_the_desk, first_case, open_dialog, reopen, settle, unlock
from tests.support.documents import pdf_of, scan_of
from tests.ui.test_interviews import choose
from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.page_comparisons import compared_pages
from thb_desktop.domain.page_text import PageLine
from thb_desktop.domain.vocabulary import InterviewState, TakenWay, UtteranceKind
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import elsewhere, records
from ui.application import AppController
from ui.interviews.elsewhere.new_statement import NewStatement
from ui.interviews.elsewhere.proposal import propose
from ui.interviews.elsewhere.view import TakingOverView
from ui.interviews.sign_record import SignDialog
from ui.interviews.view import InterviewsView
from ui.main_window import MainWindow
from ui.transcript.rows import SIDES, At

pytestmark = pytest.mark.skipif(not ask_machine().is_whole, reason="needs Landlock and seccomp")
KEY, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NUMBER = "S-RO-03"


def with_file(folder: Path, data: bytes, name: str, *, pages: int = 0) -> str:
    """Add a file to an exhibit, and begin a copy of it if its pages are told; return the exhibit's number."""
    case = first_case(folder)
    session = reopen(folder)
    exhibit = exhibits.list_bare_exhibits(session, case.id)[0]
    file = exhibit_files.add_file(
        session, exhibit.id, source=BytesIO(data), name=name, media_type="application/pdf"
    )
    if pages:
        person = people.list_persons(session, case.id)[0]
        header = Interview(
            id=InterviewId(""),
            case_id=case.id,
            number=NUMBER,
            person_id=person.id,
            language="ro",
            procedure_language="fr",
        )
        elsewhere.begin_statement(session, header, file.id, pages, {"taken_by": "Procuror Ionescu"})
    session.close()
    return exhibit.number


def rest(desk: AppController, qtbot: QtBot) -> None:
    """Wait for the vault's thread, and for what reads the file beside it."""
    for _ in range(6):
        qtbot.waitUntil(lambda: not desk.jobs.is_busy, timeout=60_000)
        QApplication.processEvents()


def opened(
    desk: AppController, qtbot: QtBot, folder: Path
) -> tuple[MainWindow, InterviewsView, TakingOverView]:
    window = unlock(desk, qtbot, folder)
    window.go(1)
    settle(desk, qtbot)
    choose(desk, qtbot, window, NUMBER)
    rest(desk, qtbot)
    view = window.interviews
    assert view.right.currentWidget() is view.copy
    view.copy.take_focus()
    return window, view, view.copy


def press(desk: AppController, qtbot: QtBot, view: TakingOverView, key: Qt.Key, held: Any = None) -> None:
    qtbot.keyClick(view.field, key, held or Qt.KeyboardModifier.NoModifier)
    rest(desk, qtbot)


def texts(view: TakingOverView) -> list[tuple[str, str, str]]:
    return [(row.label, row.place.strip("\u2066\u2067\u2068\u2069"), row.text) for row in view.rows.rows]


def test_a_pdf_with_marks_costs_two_keys_a_page(desk: AppController, qtbot: QtBot, vault: Path):
    with_file(vault, pdf_of(), "statement.pdf", pages=2)
    _, interviews_view, view = opened(desk, qtbot, vault)

    assert [text for _, _, text in texts(view)] == [
        "How did you come to Belgium?",
        "By minibus, a white minibus. It took two days.",
    ]
    assert {row.state for row in view.rows.rows} == {"Proposed"}
    for _ in range(4):
        press(desk, qtbot, view, KEY.Key_F9)
    press(desk, qtbot, view, KEY.Key_F9)

    assert interviews_view.right.currentWidget() is interviews_view.record
    full = records_of(desk, qtbot, interviews_view)
    assert full.interview.state is InterviewState.READ_BACK
    assert [(each.label, each.segment.source_text) for each in full.segments] == [
        ("1 Q", "How did you come to Belgium?"),
        ("1 A", "By minibus, a white minibus. It took two days."),
        ("2 Q", "Who paid?"),
        ("2 A", "Nelu paid the ticket."),
    ]
    assert {each.way for each in full.places} == {TakenWay.EXTRACTED}
    assert [[(a.page, a.line) for a in each.anchors] for each in full.places][:2] == [
        [(1, 1)],
        [(1, 2), (1, 3)],
    ]
    assert all(anchor.rectangle for each in full.places for anchor in each.anchors)
    assert set(compared_pages((e.segment for e in full.segments), full.places, full.comparisons)) == {1, 2}


def test_a_compared_copy_is_signed_in_the_window_with_a_reason_for_what_is_not_known(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path
):
    with_file(vault, pdf_of(), "statement.pdf", pages=2)
    _, interviews_view, view = opened(desk, qtbot, vault)
    for _ in range(5):
        press(desk, qtbot, view, KEY.Key_F9)
    head = interviews_view.record.head
    assert head.state_chip.text() == "Compared with the file"

    head.close_button.click()
    rest(desk, qtbot)
    dialog = open_dialog(application, qtbot)

    assert isinstance(dialog, SignDialog)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "authority, as the file says" in told
    assert "read back" not in told.lower()
    assert "not the signature of the statement" in told
    dialog.reject()
    rest(desk, qtbot)


def records_of(desk: AppController, qtbot: QtBot, view: InterviewsView) -> Any:
    found: list[Any] = []
    record = view.model.record
    assert record is not None
    desk.jobs.run(
        view, lambda session: records.get_undigested(session, record.interview.id), then=found.append
    )
    rest(desk, qtbot)
    return found[0]


def test_a_scan_is_typed_beside_its_picture_and_its_lines_are_taken_by_keys(
    desk: AppController, qtbot: QtBot, vault: Path
):
    with_file(vault, scan_of(), "scan.png", pages=1)
    _, interviews_view, view = opened(desk, qtbot, vault)
    assert not view.pane.sheet.image.isNull()
    assert len(view.pane.sheet.places) == 5

    press(desk, qtbot, view, KEY.Key_Down, CONTROL)
    qtbot.keyClicks(view.field, "Cum ati ajuns?")
    press(desk, qtbot, view, KEY.Key_Return)
    press(desk, qtbot, view, KEY.Key_Down, CONTROL)
    press(desk, qtbot, view, KEY.Key_Down, CONTROL | SHIFT)
    qtbot.keyClicks(view.field, "Cu microbuzul. ")
    press(desk, qtbot, view, KEY.Key_Space, CONTROL)
    qtbot.keyClicks(view.field, "struck")
    assert view.pane.sheet.marked == {2, 3}
    press(desk, qtbot, view, KEY.Key_Return)
    press(desk, qtbot, view, KEY.Key_F2)

    assert texts(view) == [
        ("1 Q", "p. 1, l. 1", "Cum ati ajuns?"),
        ("1 A", "p. 1, l. 2\u20133", "Cu microbuzul. [struck]"),
    ]
    assert view.pane.sheet.taken == {1: ("1", False), 2: ("1", False), 3: ("1", False)}
    full = records_of(desk, qtbot, interviews_view)
    assert {each.way for each in full.places} == {TakenWay.TYPED}
    assert full.places[0].anchors[0].rectangle == view.pane.sheet.places[0]


def test_what_is_typed_is_kept_and_stands_there_after_the_vault_was_closed(
    application: QApplication, qtbot: QtBot, vault: Path
):
    with_file(vault, scan_of(), "scan.png", pages=1)
    with at_the_desk(application) as desk:
        _, _, view = opened(desk, qtbot, vault)
        press(desk, qtbot, view, KEY.Key_Down, CONTROL)
        with qtbot.waitSignal(view._keeper.kept, timeout=2_000):
            qtbot.keyClicks(view.field, "Half a sent")
        rest(desk, qtbot)
        assert view.kept.text().startswith("Kept")

    with at_the_desk(application) as desk:
        _, _, view = opened(desk, qtbot, vault)

        assert view.field.toPlainText() == "Half a sent"
        assert view.pane.sheet.marked == {1}


def test_a_kept_turn_is_mended_and_the_page_is_compared_again(desk: AppController, qtbot: QtBot, vault: Path):
    with_file(vault, pdf_of(), "statement.pdf", pages=2)
    _, interviews_view, view = opened(desk, qtbot, vault)
    press(desk, qtbot, view, KEY.Key_F9)
    press(desk, qtbot, view, KEY.Key_F9)
    press(desk, qtbot, view, KEY.Key_PageUp)
    assert view.rows.rows[0].state == "Compared"

    view.table.setFocus()
    view.table.choose_row(0)
    qtbot.keyClick(view.table, KEY.Key_Return)
    assert view.field.toPlainText() == "How did you come to Belgium?"
    view.field.selectAll()
    qtbot.keyClicks(view.field, "How did you get to Belgium?")
    press(desk, qtbot, view, KEY.Key_Return)

    assert view.notice.sentence.text() == ""
    assert view.rows.rows[0].text == "How did you get to Belgium?"
    assert view.rows.rows[0].state == "Typed"
    full = records_of(desk, qtbot, interviews_view)
    assert set(compared_pages((e.segment for e in full.segments), full.places, full.comparisons)) == set()


def test_a_copy_is_begun_in_the_window(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path
):
    with_file(vault, pdf_of(), "statement.pdf")
    window = unlock(desk, qtbot, vault)
    window.go(1)
    settle(desk, qtbot)
    view = window.interviews

    view.elsewhere_button.click()
    rest(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, NewStatement)
    files = dialog.said.editors["file_id"]
    files.setCurrentIndex(next(at for at in range(files.count()) if "statement.pdf" in files.itemText(at)))
    dialog.said.set_values(taken_by="Procuror Ionescu")
    persons = dialog.header.editors["person_id"]
    persons.setCurrentIndex(1)
    dialog.header.set_values(number=NUMBER, language="ro", procedure_language="nl")
    qtbot.keyClicks(dialog.header.editors["started_at"].edit, "3.5.2025 14:05")
    dialog.main_button.click()
    rest(desk, qtbot)
    qtbot.waitUntil(lambda: view.right.currentWidget() is view.copy, timeout=20_000)
    rest(desk, qtbot)

    assert view.taking_over.record is not None
    statement = view.taking_over.record.taken_over
    assert statement is not None
    assert (statement.pages, statement.taken_by) == (2, "Procuror Ionescu")
    assert NUMBER in view.copy.number.text()
    assert "prevails" in view.copy.note.text()
    interview = view.taking_over.record.interview
    assert interview.started_at is not None
    assert (interview.held_on, f"{interview.started_at:%Y-%m-%d %H:%M}") == (None, "2025-05-03 14:05")
    assert "14:05" in view.copy.facts.text()
    qtbot.waitUntil(lambda: window.focusWidget() is view.copy.field)


def test_a_proposal_that_a_person_changed_was_not_read_from_the_file(
    desk: AppController, qtbot: QtBot, vault: Path
):
    with_file(vault, pdf_of(), "statement.pdf", pages=2)
    _, interviews_view, view = opened(desk, qtbot, vault)
    view.table.choose_row(1)
    view.mend_button.click()
    view.field.selectAll()
    qtbot.keyClicks(view.field, "By minibus.")
    press(desk, qtbot, view, KEY.Key_Return)
    press(desk, qtbot, view, KEY.Key_F9)

    full = records_of(desk, qtbot, interviews_view)
    assert [each.way for each in full.places] == [TakenWay.EXTRACTED, TakenWay.TYPED]


def test_a_key_takes_the_last_line_from_a_proposal_with_its_words(
    desk: AppController, qtbot: QtBot, vault: Path
):
    with_file(vault, pdf_of(), "statement.pdf", pages=2)
    _, interviews_view, view = opened(desk, qtbot, vault)
    view.table.choose_row(1)
    view.mend_button.click()
    press(desk, qtbot, view, KEY.Key_Up, CONTROL)

    assert view.field.toPlainText() == "By minibus, a white minibus."
    assert view.pane.sheet.marked == {2}
    press(desk, qtbot, view, KEY.Key_Return)
    press(desk, qtbot, view, KEY.Key_F9)
    full = records_of(desk, qtbot, interviews_view)
    assert [each.way for each in full.places] == [TakenWay.EXTRACTED] * 2
    assert [[anchor.line for anchor in each.anchors] for each in full.places] == [[1], [2]]


def test_a_file_that_is_not_read_stays_as_it_is_and_the_way_out_is_said(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path
):
    with_file(vault, "Întrebare: Cum?".encode("cp1250"), "statement.txt")
    window = unlock(desk, qtbot, vault)
    window.go(1)
    settle(desk, qtbot)
    window.interviews.elsewhere_button.click()
    rest(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    files = dialog.said.editors["file_id"]
    files.setCurrentIndex(next(at for at in range(files.count()) if "statement.txt" in files.itemText(at)))
    dialog.header.editors["person_id"].setCurrentIndex(1)
    dialog.header.set_values(number=NUMBER, language="ro", procedure_language="nl")
    dialog.main_button.click()
    rest(desk, qtbot)

    assert "The file of the exhibit stays as it is." in dialog.notice.sentence.text()


def test_the_first_proposal_is_chosen_and_after_it_was_mended_the_same_place(
    desk: AppController, qtbot: QtBot, vault: Path
):
    with_file(vault, pdf_of(), "statement.pdf", pages=2)
    _, _, view = opened(desk, qtbot, vault)
    first = view.table.currentIndex().row()

    view.table.choose_row(1)
    view.mend_button.click()
    rest(desk, qtbot)
    press(desk, qtbot, view, KEY.Key_Return)

    assert first == 0
    assert view.table.currentIndex().row() == 1


def test_a_copy_in_one_language_has_one_column_of_words(desk: AppController, qtbot: QtBot, vault: Path):
    with_file(vault, pdf_of(), "statement.pdf", pages=2)
    _, interviews_view, view = opened(desk, qtbot, vault)
    for _ in range(5):
        press(desk, qtbot, view, KEY.Key_F9)
    table = interviews_view.record.table

    hidden = {side for side in SIDES if table.isColumnHidden(side)}

    assert hidden == {At.MIDDLE, At.RIGHT}
    assert table.side() is At.LEFT
    shown = [table.model().index(row, At.STATE).data() for row in range(table.model().rowCount())]
    assert "Not rendered" not in shown


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Q: Why?", "A: So.", "and more"], [("QUESTION", "Why?"), ("ANSWER", "So. and more")]),
        (["12. Întrebare: Cum?", "Răspuns: Da."], [("QUESTION", "Cum?"), ("ANSWER", "Da.")]),
        (["سؤال: كيف؟", "جواب: بالحافلة."], [("QUESTION", "كيف؟"), ("ANSWER", "بالحافلة.")]),
        (
            ["COURT OF BACAU", "page 2", "Vraag 3: Wie?"],
            [("DESCRIPTION", "COURT OF BACAU\npage 2"), ("QUESTION", "Wie?")],
        ),
        (
            ["I was born in 1990.", "Note: I lived there."],
            [("DESCRIPTION", "I was born in 1990.\nNote: I lived there.")],
        ),
        (
            ["Q: Qui a payé ?", "R: Nelu.", "Après lecture faite, persiste et signe.", "Bacău, 3 mai"],
            [
                ("QUESTION", "Qui a payé ?"),
                ("ANSWER", "Nelu."),
                ("DESCRIPTION", "Après lecture faite, persiste et signe.\nBacău, 3 mai"),
            ],
        ),
        (["A: He read", "back what I wrote."], [("ANSWER", "He read back what I wrote.")]),
        (
            ["A: No.", "Read and signed, Bucharest, 3 November 2026."],
            [("ANSWER", "No."), ("DESCRIPTION", "Read and signed, Bucharest, 3 November 2026.")],
        ),
        (
            ["A: There were papers that I", "read and signed without help."],
            [("ANSWER", "There were papers that I read and signed without help.")],
        ),
        (["R: Non.", "Lu et signé."], [("ANSWER", "Non."), ("DESCRIPTION", "Lu et signé.")]),
        ([], []),
    ],
)
def test_lines_propose_turns_by_their_marks_and_nothing_where_there_are_none(
    lines: list[str], found: list[tuple[str, str]]
):
    proposed = propose([PageLine(text=each) for each in lines], 1)

    assert [(each.kind.value, each.text) for each in proposed] == found
    assert [number for each in proposed for number in each.lines] == list(range(1, len(lines) + 1))
    assert all(each.kind in set(UtteranceKind) for each in proposed)


def test_a_compared_copy_has_no_keys_of_a_reading_back_and_only_what_its_file_can_say(
    desk: AppController, qtbot: QtBot, vault: Path
):
    with_file(vault, pdf_of(), "statement.pdf", pages=2)
    _, interviews_view, view = opened(desk, qtbot, vault)
    for _ in range(5):
        press(desk, qtbot, view, KEY.Key_F9)
    record = interviews_view.record
    closing, page = record.closing, record.rows

    assert interviews_view.right.currentWidget() is record
    assert not closing.isHidden()
    assert not record.account.table.reads_back
    assert record.account.reading.isHidden()
    by_hand = (closing.answers_button, closing.print_button, closing.sign_button)
    assert [part.isHidden() for part in by_hand] == [True, True, True]
    shown = [key for at, key in enumerate(page.keys) if not page.parts.item(at).isHidden()]
    assert shown == ["parties", "time_and_place", "language"]
    listed = [closing.list.item(number).text() for number in range(closing.list.count())]
    assert "Reading back" not in listed
    assert any(text.startswith("In order, ") and text.endswith(" of 3") for text in listed)
