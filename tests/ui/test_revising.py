"""A second linguist is assigned a revision from the window, and says their word turn by turn, by keys."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.assigned_window import office_with_record
from tests.support.controllers import (
    INTERPRETER_PASSPHRASE,
    at_the_desk,
    environment,
    reopen,
    said_at,
    settle,
    unlock,
)
from tests.support.language_jobs import checked_version
from tests.support.vaults import passphrase
from tests.ui.test_language_certificate import second_linguist
from tests.ui.test_language_office import modal, open_language
from thb_desktop.domain.language_states import WorkState, states_of
from thb_desktop.domain.vocabulary import VerdictKind
from thb_desktop.services.assignments import desk as at_desk
from thb_desktop.services.assignments import giving, returning
from thb_desktop.services.language import jobs, versions
from thb_desktop.services.office import users
from thb_desktop.vault.assigned import places_beside
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.assignment.opening import HandedOverWindow
from ui.assignment.revising import DisputeDialog
from ui.assignment.view import AssignmentWindow
from ui.language_office.job_forms import AssignJobDialog
from ui.widgets.questions import Question

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
TEXTS = ("Ik kwam met een man.", "Hij nam mijn paspoort af.")
OWN = "Hij pakte mijn paspoort af."


@pytest.fixture
def desk(application: QApplication) -> Iterator[AppController]:
    with at_the_desk(application) as made:
        yield made


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """Two of three turns are rendered and signed; the third is typed for the linguist, who did not sign."""
    folder = office_with_record(tmp_path / "office.thbvault")
    with closing(reopen(folder)) as session:
        job = registry.LANGUAGE_JOB.all(session.read)[-1]
        linguist = registry.INTERPRETER.find(session.read, job.linguist_id)
        assert linguist is not None
        assert linguist.user_id is not None
        guest = users.signer_of(session, linguist.user_id, passphrase(INTERPRETER_PASSPHRASE))
        turns = list(jobs.get_job(session, job.id).sources)
        for turn, text in zip(turns, (*TEXTS, "Ik werkte."), strict=False):
            if text == "Ik werkte.":
                versions.write_version(session, job.id, turn, text)
            else:
                checked_version(session, job.id, turn, text, signer=guest.keys.signer)
        guest.keys.close()
    return folder


@pytest.fixture
def secret(vault: Path) -> str:
    """The passphrase of the second linguist."""
    with closing(reopen(vault)) as session:
        return second_linguist(session)


def opened(desk: AppController, qtbot: QtBot, vault: Path, secret: str) -> AssignmentWindow:
    desk.start(vault, assignment=places_beside(vault)[-1].folder)
    asked = desk.window
    assert isinstance(asked, HandedOverWindow)
    asked.passphrase.setText(secret)
    asked.open_button.click()
    qtbot.waitUntil(lambda: isinstance(desk.window, AssignmentWindow), timeout=20_000)
    made = desk.window
    assert isinstance(made, AssignmentWindow)
    qtbot.waitUntil(lambda: bool(made.model.rows.rows))
    settle(desk, qtbot)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def given_out(vault: Path) -> None:
    with closing(reopen(vault)) as session:
        job = registry.LANGUAGE_JOB.all(session.read)[-1]
        other = next(each for each in registry.INTERPRETER.all(session.read) if each.code == "T-SH")
        giving.assign(session, job.id, interpreter_id=other.id)


def test_a_revision_is_assigned_from_the_list_of_jobs_by_keys(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path, secret: str
):
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    qtbot.waitUntil(lambda: page.panel.rows.rowCount() == 1)
    page.panel.table.choose_row(0)
    settle(desk, qtbot)
    page.panel.assign_button.click()
    dialog = modal(application, qtbot, AssignJobDialog)
    qtbot.waitUntil(lambda: dialog.whom.count() == 2)
    assert dialog.whom.currentIndex() == -1
    assert not dialog.recording.isVisible(), "there is no recording to go along"
    QTest.keyClick(dialog.whom, Qt.Key.Key_Return, CONTROL)
    assert said_at(dialog.whom) == "Please choose who renders or revises it."

    for _ in range(2):
        QTest.keyClick(dialog.whom, Qt.Key.Key_Down)
    assert "Samira Haddad" in dialog.whom.currentText()
    assert "V-T-04" not in dialog.notice.sentence.text()
    assert "does not name this language: " in dialog.notice.sentence.text()
    assert "revises" in dialog.whom.currentText()
    QTest.keyClick(dialog.whom, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(places_beside(vault)), timeout=20_000)
    settle(desk, qtbot)

    assert page.panel.rows.rows[0].held_by == ("Samira Haddad",)
    with closing(
        at_desk.open_assignment(
            places_beside(vault)[-1].folder, passphrase=passphrase(secret), environment=environment()
        )
    ) as session:
        assert not at_desk.open_job(session).is_linguist


def test_each_turn_gets_a_word_by_keys_and_both_versions_stand_side_by_side(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path, secret: str
):
    given_out(vault)
    left: list[Path | None] = []
    desk.replace_process = left.append
    window = opened(desk, qtbot, vault, secret)
    revising = window.revising
    assert not window.sign_button.isVisible()
    assert not window.certify_button.isVisible()
    assert revising.agree_button.isVisible()
    assert not window.side.progress.isVisible()
    assert revising.model.counts == (0, 2)
    assert window.table.row() == 0
    # A key that is held would agree with the next turn too.
    held = {each.key().toString(): each.autoRepeat() for each in window.findChildren(QShortcut)}
    assert [held[key] for key in ("Alt+1", "Alt+2", "F9", "F10", "F12")] == [False] * 5

    QTest.keyClick(window, Qt.Key.Key_1, ALT)
    qtbot.waitUntil(lambda: revising.model.counts == (1, 2), timeout=10_000)
    assert window.table.row() == 1
    QTest.keyClick(window, Qt.Key.Key_2, ALT)
    dialog = modal(application, qtbot, DisputeDialog)
    assert dialog.own.toPlainText() == TEXTS[1]
    # What was said stays in view, and what is typed next is the next that a key comes to.
    assert dialog.source.toPlainText() == window.model.rows.rows[1].segment.source_text
    assert dialog.own.hasFocus()
    QTest.keyClick(dialog.own, Qt.Key.Key_Tab)
    assert dialog.reason.hasFocus()
    QTest.keyClicks(dialog.reason, "The verb")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return, CONTROL)
    assert "change them, or agree" in said_at(dialog.own)
    dialog.own.setPlainText(f"{OWN} \ue123")
    QTest.keyClick(dialog.own, Qt.Key.Key_Return, CONTROL)
    assert "U+E123" in dialog.notice.sentence.text()
    assert revising.model.counts == (1, 2)
    dialog.own.selectAll()
    QTest.keyClicks(dialog.own, OWN)
    assert OWN.split()[1] in dialog.differs.toPlainText()
    QTest.keyClick(dialog.own, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: revising.model.counts == (2, 2), timeout=10_000)
    settle(desk, qtbot)

    assert revising.both.isVisible()
    assert (revising.theirs.text.toPlainText(), revising.own.text.toPlainText()) == (TEXTS[1], OWN)
    assert "The verb" in revising.own.head.text()
    assert window.model.rows.state_of(window.model.rows.rows[1].segment.id) is WorkState.CONTESTED
    window.table.setCurrentIndex(window.model.rows.index(2, 1))
    assert not revising.agree_button.isEnabled()
    assert "Not signed by its author" in revising.word.text()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: bool(left), timeout=20_000)

    with closing(reopen(vault)) as session:
        assignment = registry.ASSIGNMENT.all(session.read)[-1]
        returning.merge_assignment(session, assignment.id, returning.review_return(session, assignment.id))
        work = jobs.get_job(session, assignment.job_id)
        states, newest = states_of(work), work.newest()
        told = {each.text: states[each.id] for each in newest.values()}
    assert told == {
        TEXTS[0]: WorkState.REVISED,
        TEXTS[1]: WorkState.CONTESTED,
        "Ik werkte.": WorkState.UNSIGNED,
    }
    assert {each.kind: each.own_text for each in work.verdicts} == {
        VerdictKind.AGREES: "",
        VerdictKind.DISPUTES: OWN,
    }


def test_the_last_word_counts_and_what_was_said_is_there_again(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path, secret: str
):
    given_out(vault)
    window = opened(desk, qtbot, vault, secret)
    revising = window.revising
    QTest.keyClick(window, Qt.Key.Key_2, ALT)
    dialog = modal(application, qtbot, DisputeDialog)
    dialog.own.setPlainText("Ik kwam met hem.")
    dialog.reason.setPlainText("Pronoun")
    dialog.main_button.click()
    qtbot.waitUntil(lambda: revising.model.counts == (1, 2), timeout=10_000)
    settle(desk, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.table.row() == 0

    first = window.model.rows.rows[0].segment.id
    QTest.keyClick(window, Qt.Key.Key_1, ALT)
    asked = modal(application, qtbot, Question)
    QTest.keyClick(asked.focusWidget(), Qt.Key.Key_Return)
    settle(desk, qtbot)
    assert revising.model.verdict_on(first).kind is VerdictKind.DISPUTES  # type: ignore[union-attr]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_1, ALT)
    modal(application, qtbot, Question).main_button.click()
    qtbot.waitUntil(lambda: not window.model.jobs.is_busy)
    qtbot.waitUntil(lambda: revising.model.verdict_on(first).kind is VerdictKind.AGREES)  # type: ignore[union-attr]
    window.model.reload()
    settle(desk, qtbot)

    assert revising.model.counts == (1, 2)
    assert not revising.model.waits(first)
    assert window.model.rows.state_of(first) is WorkState.REVISED
