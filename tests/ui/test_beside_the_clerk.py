"""An interview with the interpreter beside the clerk: the clerk types what they say, and they sign it."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import INTERPRETER_PASSPHRASE, open_dialog, reopen, settle, unlock
from tests.support.hands import Hands
from tests.ui.test_interviews import choose
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview import InterpreterEngagement, Presence
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.vocabulary import PresenceRole, RenderingKind, RenderingState, SourceCapture
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import certifications, interviews, records
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.interviews.certify import CertifyDialog
from ui.transcript.rows import At

ASKED, SAID = "Waar was uw paspoort?", "Hij nam mijn paspoort als waarborg."


@pytest.fixture
def linguist(vault: Path) -> Interpreter:
    """An interpreter who is a user, engaged in a draft of their own."""
    with closing(reopen(vault)) as session:
        draft = next(each for each in registry.INTERVIEW.all(session.read) if each.number == "I-99")
        found = next(each for each in people.list_interpreters(session, draft.case_id) if each.user_id)
        interviews.hold_interview(
            session,
            replace(draft, number="I-98"),
            (
                Presence(
                    id=RowId(""),
                    interview_id=draft.id,
                    role=PresenceRole.INTERPRETER,
                    name=found.name,
                    interpreter_id=found.id,
                ),
                InterpreterEngagement(
                    id=RowId(""),
                    interview_id=draft.id,
                    interpreter_id=found.id,
                    from_language=draft.language,
                    to_language=draft.procedure_language,
                ),
            ),
        )
    return found


def test_the_clerk_types_the_rendition_and_the_interpreter_signs_all_of_it_in_one_go(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, linguist: Interpreter
):
    window = unlock(desk, qtbot, vault)
    window.go(1)
    settle(desk, qtbot)
    choose(desk, qtbot, window, "I-98")
    view = window.interviews
    hands = Hands(qtbot, view)
    hands.sit_down()
    for _ in range(2):
        hands.says(ASKED)
        hands.says(SAID)
    table = view.record.table
    table.setCurrentIndex(table.model().index(1, At.RIGHT))
    settle(desk, qtbot)
    QTest.keyClick(view.record.account.strip.certify_button, Qt.Key.Key_Space)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, CertifyDialog)
    dialog.scope.setCurrentIndex(1)
    dialog.statement.setPlainText("Both are mine, complete and faithful.")
    QTest.keyClicks(dialog.passphrase, INTERPRETER_PASSPHRASE)
    dialog.main_button.click()
    settle(desk, qtbot)
    record = view.model.record
    assert record is not None
    desk.end()

    with closing(reopen(vault)) as session:
        full = records.get_interview(session, record.interview.id)
        (certification,) = full.certifications
        certifications.verify_certification(session, certification)
        answers = [turn for turn in full.segments if turn.renderings]
        told = {each for turn in answers for each in turn.renderings}
        assert len(answers) == 2
        assert {turn.segment.capture for turn in answers} == {SourceCapture.NOT_CAPTURED}
        assert {(each.kind, each.author_id, each.typed_by, each.state) for each in told} == {
            (RenderingKind.RENDITION, linguist.id, session.user.id, RenderingState.CERTIFIED)
        }
        assert session.user.id != linguist.user_id
        assert certification.interpreter_id == linguist.id
