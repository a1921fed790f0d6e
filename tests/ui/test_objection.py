"""The person heard objects to the interpreter without them: sealed at the record, read by who may read it."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.assigned_window import modal
from tests.support.controllers import said_at, settle
from tests.ui.test_record_life import Clerk, completed
from thb_desktop.domain.safety import SafetyConcern
from thb_desktop.domain.vocabulary import ConcernKind
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import safety
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.interviews.objection import ObjectionDialog

SAID, THROUGH = "She knows my family.", "the lawyer, in writing"


def test_an_objection_that_was_told_without_the_interpreter_is_sealed_at_the_record(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    completed(clerk)
    rows = clerk.view.record.rows
    rows.go_to("interview.engagements")
    panel = rows.panels["interpreter_engagement"]
    panel.table.choose_row(0)
    panel.lead_button.click()
    dialog = modal(application, qtbot, ObjectionDialog)
    dialog.main_button.click()
    assert said_at(dialog.text) == "Please write what the person said."
    dialog.through.setText(THROUGH)
    dialog.text.setPlainText(SAID)
    before = clerk.view.model.record
    engaged, closed = panel.table.current_record(), list[int]()
    dialog.finished.connect(closed.append)  # the dialog itself is gone a moment later
    dialog.main_button.click()
    qtbot.waitUntil(lambda: bool(closed), timeout=20_000)
    settle(desk, qtbot)
    assert clerk.view.record.notice.sentence.text() == "It is sealed for the magistrates."
    found: list[tuple[object, SafetyConcern]] = []

    def read(session: Session) -> None:
        (flag,) = registry.SAFETY_FLAG.all(session.read)
        found.append((flag, safety.read_safety_flag(session, flag.id, justification="told by the clerk")))

    clerk.view.model.jobs.run(clerk.view.model, read)
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    ((_, concern),) = found
    assert (concern.text, concern.through, concern.kind) == (SAID, THROUGH, ConcernKind.OBJECTION)
    assert (concern.interpreter_id, concern.interview_id) == (engaged.interpreter_id, engaged.interview_id)
    assert clerk.view.model.record == before  # no part of the record tells it
