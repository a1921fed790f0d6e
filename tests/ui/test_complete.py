"""Formalities that were missing are entered in the window, and the record can then be closed."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.interviews.complete import CompleteDialog

from tests.support.controllers import open_dialog, reopen, settle
from tests.support.testimony import presence
from tests.ui.test_interviews import draft_record
from thb_desktop.domain.vocabulary import (
    CautionCode,
    CautionMode,
    ConflictDeclaration,
    CopyGiven,
    InterpreterOath,
    InterpretingChannel,
    InterpretingMode,
    InterviewState,
    PersonConfirmation,
    ReadbackMode,
    SignatureMethod,
    SignerRole,
)
from thb_desktop.services.casework import cases, formalities, interviews, read_back
from ui.application import AppController
from ui.interviews.sign_record import ClosingDialog
from ui.widgets.choices import CodeBox

CAUTIONS = (
    CautionCode.ROLE_AND_PURPOSE,
    CautionCode.TRUTH_DUTY,
    CautionCode.INTERPRETER_ROLE,
    CautionCode.VICTIM_RIGHTS_INFORMATION,
)
SIGNERS = (SignerRole.PERSON_HEARD, SignerRole.INTERVIEWER, SignerRole.INTERPRETER)


def answer(box: CodeBox, code: str) -> None:
    box.setCurrentIndex(box.findData(code))


def read_back_with_nothing_noted(vault: Path) -> None:
    """The draft I-99 is read back, with neither place, interpreter, information nor signatures."""
    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    found = next(
        each.interview
        for each in interviews.list_interviews(session, case.id)
        if each.interview.number == "I-99"
    )
    formalities.add_formality(session, found.id, presence())
    interviews.set_header(session, replace(found, place=""))
    outcome = read_back.ReadBack(
        readback_mode=ReadbackMode.SIGHT_TRANSLATED_BY_INTERPRETER,
        readback_language="ar",
        confirmation=PersonConfirmation.CONFIRMED_UNCHANGED,
        complaint_made=False,
        copy_given=CopyGiven.NO_SAFETY_REASON,
    )
    read_back.read_back(session, found.id, outcome)
    session.close()


def fill_in(dialog: CompleteDialog) -> None:
    dialog.place.setText("Gent, lokaal 2")
    dialog.authority.setCurrentIndex(1)
    dialog.interpreter.setCurrentIndex(1)
    answer(dialog.oath, InterpreterOath.OATH_TAKEN_TODAY)
    answer(dialog.mode, InterpretingMode.CONSECUTIVE_SHORT)
    answer(dialog.channel, InterpretingChannel.ON_SITE)
    answer(dialog.conflict, ConflictDeclaration.NONE_DECLARED)
    for code in CAUTIONS:
        dialog.cautions[code][0].setChecked(True)
    answer(dialog.caution_mode, CautionMode.ORAL)
    dialog.cautions[CautionCode.TRUTH_DUTY][1].setText("Ja.")
    for number, role in enumerate(SIGNERS):
        made = dialog.signatures[0] if number == 0 else dialog.add_signature()
        answer(made.role, role)
        made.signer.setText(f"Ondertekenaar {number}")
        answer(made.method, SignatureMethod.HANDWRITTEN_ON_PAPER)


def test_a_record_read_back_with_nothing_noted_is_completed_and_closes(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    read_back_with_nothing_noted(vault)
    _, view = draft_record(desk, qtbot, vault)
    view.record.close_button.click()
    settle(desk, qtbot)
    refusal = open_dialog(application, qtbot)
    assert isinstance(refusal, ClosingDialog)
    assert not refusal.main_button.isEnabled()

    refusal.complete_button.click()
    settle(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, CompleteDialog)
    fill_in(dialog)
    dialog.main_button.click()
    settle(desk, qtbot)
    view.record.close_button.click()
    settle(desk, qtbot)
    closing = open_dialog(application, qtbot)
    assert isinstance(closing, ClosingDialog)
    closing.main_button.click()
    settle(desk, qtbot)

    record = view.model.record
    assert record is not None
    assert record.interview.state is InterviewState.SIGNED
    assert record.interview.place == "Gent, lokaal 2"
    assert {each.role for each in record.signatures} == set(SIGNERS)
    assert {each.code: each.reply for each in record.cautions}[CautionCode.TRUTH_DUTY] == "Ja."
    assert not any(each.understood for each in record.cautions)


def test_nothing_is_presumed_of_an_interpreter_or_a_signature(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = draft_record(desk, qtbot, vault)
    view.record.complete_button.click()
    settle(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, CompleteDialog)

    dialog.interpreter.setCurrentIndex(1)
    dialog.main_button.click()
    assert "questions about the interpreter" in dialog.notice.sentence.text()

    dialog.interpreter.setCurrentIndex(0)
    dialog.cautions[CautionCode.TRUTH_DUTY][0].setChecked(True)
    dialog.main_button.click()
    assert "how the person was told" in dialog.notice.sentence.text()

    dialog.cautions[CautionCode.TRUTH_DUTY][0].setChecked(False)
    answer(dialog.signatures[0].role, SignerRole.PERSON_HEARD)
    dialog.signatures[0].signer.setText("X")
    answer(dialog.signatures[0].method, SignatureMethod.REFUSED)
    dialog.main_button.click()
    assert "needs a reason" in dialog.notice.sentence.text()
    settle(desk, qtbot)
    assert view.model.record is not None
    assert view.model.record.signatures == ()
