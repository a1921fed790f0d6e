"""What a linguist asked or sealed is said to the office when their work is merged, and above the records."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.assigned_window import give_it_out, modal, office_with_record, stored
from tests.support.assignments import render_checked
from tests.support.controllers import at_the_desk, reopen, settle, unlock
from tests.support.screen_reader import plain
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.vocabulary import AnnotationCode, ConcernKind, UserRole
from thb_desktop.services.assignments import desk as at_desk
from thb_desktop.services.assignments import returning
from thb_desktop.services.language import safety
from thb_desktop.services.language.annotations import NewAnnotation, annotate
from thb_desktop.services.language.sources import turns_of
from thb_desktop.services.office import users
from thb_desktop.services.testimony import segments
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.assignment.office import AssignmentsDialog
from ui.assignment.returned import ReturnDialog
from ui.interviews.view import InterviewsView
from ui.language_office.case.concerns import ConcernsDialog
from ui.language_office.view import LanguageView

CHANGED, STRUCK = "كان يدفع 200 يورو كل يوم.", "De luchthaven van Zaventem."
SECRET = "de broer van de verdachte belde mij thuis"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return office_with_record(tmp_path / "office.thbvault")


@pytest.fixture
def desk(application: QApplication) -> Iterator[AppController]:
    with at_the_desk(application) as made:
        yield made


def hands_back(folder: Path, *, asks: bool = True, seals: bool = True) -> None:
    """The interpreter asks about the second turn, seals a complaint, and hands back."""
    with closing(stored(folder)) as session:
        found = at_desk.open_job(session)
        turn, job = found.segments[1].segment, found.turns.job
        render_checked(session, found.segments[0].segment.id, "Ik kwam met Samer.")
        if asks:
            source = turn.source_text or ""
            asked = NewAnnotation(
                segment_id=turn.id,
                anchor=Anchor.of_text(turn.id, source, 0, len(source)),
                code=AnnotationCode.QUERY,
                basis=None,
                language="nl",
                text="welke luchthaven?",
            )
            annotate(session, job.id, asked)
        if seals:
            safety.raise_safety_flag(
                session,
                job.interview_id,
                SECRET,
                interpreter_id=job.linguist_id,
                kind=ConcernKind.PRESSURE,
                job_id=job.id,
            )
        at_desk.hand_back(session)


def merges(application: QApplication, desk: AppController, qtbot: QtBot) -> AssignmentsDialog:
    window = desk.window
    assert window is not None
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F12)
    listed = modal(application, qtbot, AssignmentsDialog)
    qtbot.waitUntil(listed.look_button.isEnabled)
    listed.look_button.click()
    returned = modal(application, qtbot, ReturnDialog)
    returned.main_button.click()
    qtbot.waitUntil(listed.notice.isVisible)
    return listed


def merged(vault: Path) -> None:
    with closing(reopen(vault)) as session:
        (assignment,) = registry.ASSIGNMENT.all(session.read)
        returning.merge_assignment(session, assignment.id, returning.review_return(session, assignment.id))


def test_the_answer_to_a_merge_tells_of_a_question_and_leads_to_its_turn(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    hands_back(give_it_out(vault), seals=False)
    window = unlock(desk, qtbot, vault)
    listed = merges(application, desk, qtbot)
    told = listed.notice.sentence.text()

    assert "1 question waits for an answer." in told
    assert not listed.sealed_button.isVisible()
    listed.answer_button.setFocus()
    QTest.keyClick(listed.answer_button, Qt.Key.Key_Space)
    page = window.pages.of(LanguageView)
    qtbot.waitUntil(lambda: page.model.found is not None and page.job.table.row() == 1)
    settle(desk, qtbot)
    assert page.job.side.answers.isVisible()


def test_the_answer_to_a_merge_leads_a_magistrate_to_what_is_sealed(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    hands_back(give_it_out(vault), asks=False)
    unlock(desk, qtbot, vault)
    listed = merges(application, desk, qtbot)
    told = listed.notice.sentence.text()

    assert "1 word of the linguist is sealed for the magistrates" in told
    assert SECRET not in told
    assert not listed.answer_button.isVisible()
    listed.sealed_button.setFocus()
    QTest.keyClick(listed.sealed_button, Qt.Key.Key_Space)
    modal(application, qtbot, ConcernsDialog)


def test_a_clerk_learns_that_something_is_sealed_and_is_not_led_there(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    with closing(reopen(vault)) as session:
        users.add_user(
            session,
            name="A Clerk",
            role=UserRole.CLERK,
            passphrase=passphrase(OTHER_PASSPHRASE),
            own_passphrase=passphrase(PASSPHRASE),
            second=ALONE,
        )
    hands_back(give_it_out(vault))
    window = unlock(desk, qtbot, vault, OTHER_PASSPHRASE)
    listed = merges(application, desk, qtbot)

    assert "tell a magistrate" in listed.notice.sentence.text()
    assert not listed.sealed_button.isVisible()
    assert listed.answer_button.isVisible()
    listed.reject()
    window.go(1)
    settle(desk, qtbot)
    page = window.pages.of(InterviewsView)
    assert page.waits.sentence.text() == "1 question of a linguist waits for an answer."
    assert not page.waits.concerns_button.isVisible()


def test_above_the_records_it_stands_what_waits_and_the_way_there(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    hands_back(give_it_out(vault))
    merged(vault)
    window = unlock(desk, qtbot, vault)
    window.go(1)
    settle(desk, qtbot)
    page = window.pages.of(InterviewsView)

    assert page.waits.isVisible()
    assert page.waits.sentence.text() == (
        "1 question of a linguist waits for an answer. 1 sealed message waits for a magistrate."
    )
    page.waits.answer_button.setFocus()
    QTest.keyClick(page.waits.answer_button, Qt.Key.Key_Space)
    work = window.pages.of(LanguageView)
    qtbot.waitUntil(lambda: work.model.found is not None and work.job.table.row() == 1)
    window.go(1)
    settle(desk, qtbot)
    page.waits.concerns_button.setFocus()
    QTest.keyClick(page.waits.concerns_button, Qt.Key.Key_Space)
    modal(application, qtbot, ConcernsDialog)


def changed_meanwhile(vault: Path) -> tuple[str, str]:
    """The office changes the first turn, and strikes out the second, while they are away; their labels."""
    with closing(reopen(vault)) as session:
        (assignment,) = registry.ASSIGNMENT.all(session.read)
        turns = turns_of(session.read, assignment.interview_id)
        segments.set_source(session, turns[0].segment.id, CHANGED)
        segments.strike_segment(session, turns[1].segment.id, "twice")
        return turns[0].label, turns[1].label


def test_work_that_was_handed_back_is_told_above_the_records_and_enter_looks_at_it(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    folder = give_it_out(vault)
    hands_back(folder, asks=False, seals=False)
    with closing(stored(folder)) as session:
        at_desk.render(session, at_desk.open_job(session).segments[1].segment.id, STRUCK)
        at_desk.hand_back(session)
    changed, struck = changed_meanwhile(vault)
    window = unlock(desk, qtbot, vault)
    window.go(1)
    page = window.pages.of(InterviewsView)
    qtbot.waitUntil(page.waits.isVisible)
    told = page.waits.sentence.text()
    page.waits.returned_button.setFocus()
    QTest.keyClick(page.waits.returned_button, Qt.Key.Key_Space)
    listed = modal(application, qtbot, AssignmentsDialog)
    # Nothing is handed over before it is known what waits: Enter locked the vault then.
    early = listed.main_button.isEnabled() and not listed.holds_waiting
    qtbot.waitUntil(lambda: listed.holds_waiting)
    QTest.keyClick(listed.table, Qt.Key.Key_Return)
    reading = (listed.work_label.isVisible(), listed.work_label.text(), listed.main_button.isEnabled())
    returned = modal(application, qtbot, ReturnDialog)
    shown = [plain(each.text()) for each in returned.findChildren(QLabel)]
    returned.main_button.click()
    qtbot.waitUntil(listed.changed_button.isVisible)

    assert not early
    assert reading == (True, "What came back is being read\u2026", False)
    assert told == "Work that 1 linguist handed back is not merged."
    assert f"The source of turn {changed} changed since" in shown
    assert any(f"As it is now: {CHANGED}" in each for each in shown)
    assert f"Turn {struck} was struck out since" in shown
    assert any(f"The rendering: {STRUCK}" in each for each in shown)
    assert "1 turn changed since and waits to be rendered again. 1 turn was struck out since." in plain(
        listed.notice.sentence.text()
    )
    listed.changed_button.setFocus()
    QTest.keyClick(listed.changed_button, Qt.Key.Key_Space)
    work = window.pages.of(LanguageView)
    qtbot.waitUntil(lambda: work.model.found is not None and work.job.table.row() == 0)
    window.go(1)
    qtbot.waitUntil(lambda: not page.waits.isVisible())


def test_nothing_stands_above_the_records_of_a_case_in_which_nothing_waits(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.go(1)
    settle(desk, qtbot)

    assert not window.pages.of(InterviewsView).waits.isVisible()
