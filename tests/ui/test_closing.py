"""Reading back: what nobody answered is not presumed."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import reopen, settle
from tests.ui.test_interviews import draft_record
from thb_desktop.domain.vocabulary import CopyGiven, InterviewState, PersonConfirmation, ReadbackMode
from thb_desktop.services.casework import records
from ui.application import AppController
from ui.interviews.sign_record import ReadBackDialog


def test_a_reading_back_that_nobody_told_of_is_not_recorded(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = draft_record(desk, qtbot, vault)
    full = view.model.record
    assert full is not None
    dialog = ReadBackDialog(view, view.model, full)

    dialog.main_button.click()
    settle(desk, qtbot)

    assert "answer every question" in dialog.notice.sentence.text()
    assert view.model.record is not None
    assert view.model.record.interview.state is InterviewState.DRAFT

    dialog.mode.setCurrentIndex(dialog.mode.findData(ReadbackMode.SIGHT_TRANSLATED_BY_INTERPRETER))
    dialog.confirmation.setCurrentIndex(dialog.confirmation.findData(PersonConfirmation.CONFIRMED_UNCHANGED))
    dialog.copy.setCurrentIndex(dialog.copy.findData(CopyGiven.NO_SAFETY_REASON))
    dialog.complained.setCurrentIndex(dialog.complained.findText("No"))
    dialog.main_button.click()
    settle(desk, qtbot)
    desk.jobs.close()

    session = reopen(vault)
    found = records.get_interview(session, full.interview.id).interview
    session.close()
    assert (found.state, found.copy_given) == (InterviewState.READ_BACK, CopyGiven.NO_SAFETY_REASON)
