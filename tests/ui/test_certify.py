"""A linguist certifies a rendering at the desk: offered to them alone, signed, read again, and voided."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import INTERPRETER_PASSPHRASE, open_dialog, reopen, said_at, settle
from tests.ui.test_interviews import say_kind
from tests.ui.test_mnemonics import letters
from tests.ui.test_record_life import Clerk, answer_warnings, completed, read_back, sign_on_paper
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import InterviewState, PersonConfirmation, RenderingKind, RenderingState
from thb_desktop.services.testimony import certifications, interviews, records
from ui.application import AppController
from ui.interviews.certified import CertificationDialog
from ui.interviews.certify import CertifyDialog
from ui.interviews.rendering_strip import RenderingStrip
from ui.transcript.rows import At
from ui.widgets.basic import Label


class Desk(Clerk):
    """The record I-99, whose first turn has a translation into Dutch that nobody claims yet."""

    def __init__(self, application: QApplication, desk: AppController, qtbot: QtBot, vault: Path) -> None:
        super().__init__(application, desk, qtbot, vault)
        self.choose(0)

    @property
    def strip(self) -> RenderingStrip:
        return self.view.record.account.strip

    @property
    def rendering(self) -> Rendering:
        found = self.view.model.segments.rows[0].side("nl").rendering
        assert found is not None
        return found

    def choose(self, turn: int) -> None:
        table = self.view.record.table
        table.setCurrentIndex(table.model().index(turn, At.RIGHT))

    def settle(self) -> None:
        settle(self._desk, self._qtbot)

    def linguist(self, *, joined: bool) -> str:
        """The id of an interpreter of the case who is a user of the vault, or who is none."""
        jobs, found = self._desk.jobs, []
        case = self.view.model.case
        assert case is not None
        from thb_desktop.services.persons import people

        jobs.run(
            self.view.model, lambda session: people.list_interpreters(session, case.id), then=found.extend
        )
        self.settle()
        return next(each.id for each in found if (each.user_id is not None) is joined)

    def author(self, interpreter_id: str) -> None:
        box = self.strip.author
        box.setCurrentIndex(box.findData(interpreter_id))
        box.activated.emit(box.currentIndex())
        self.settle()

    def certify(self) -> CertifyDialog:
        """By the key of the button."""
        self.strip.certify_button.setFocus()
        QTest.keyClick(self.strip.certify_button, Qt.Key.Key_Space)
        dialog = open_dialog(self._application, self._qtbot)
        assert isinstance(dialog, CertifyDialog)
        return dialog

    def sign(self, dialog: CertifyDialog, typed: str) -> None:
        QTest.keyClicks(dialog.passphrase, typed)
        QTest.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
        self.settle()


@pytest.fixture
def at(application: QApplication, desk: AppController, qtbot: QtBot, vault: Path) -> Desk:
    return Desk(application, desk, qtbot, vault)


def test_a_linguist_alone_is_offered_to_certify_and_who_is_no_user_of_the_vault_is_told_so(at: Desk):
    assert not at.strip.certify_button.isVisible()

    at.author(at.linguist(joined=False))
    at.strip.certify_button.click()
    told = " ".join(label.text() for label in at.view.record.notice.findChildren(Label))
    assert "is no user of this vault" in told
    at.author(at.linguist(joined=True))
    assert at.strip.certify_button.isVisible()
    at.author("")

    assert at.rendering.author_id is None
    assert not at.strip.certify_button.isVisible()


def test_the_name_of_who_rendered_is_read_whole(at: Desk):
    at.strip.author.set_value(at.linguist(joined=True))
    at.view.window().resize(1366, 768)
    at.settle()

    name = at.strip.author.currentText()
    room = at.strip.author.width() - 46  # the frame, and the arrow
    assert name
    assert at.strip.author.fontMetrics().horizontalAdvance(name) <= room


def test_what_is_missing_is_refused_at_its_field_and_a_wrong_passphrase_signs_nothing(at: Desk):
    at.author(at.linguist(joined=True))
    before = at.rendering
    dialog = at.certify()

    dialog.main_button.click()
    assert said_at(dialog.statement)
    QTest.keyClicks(dialog.statement, "Complete and faithful.")
    dialog.main_button.click()
    assert said_at(dialog.passphrase)
    at.sign(dialog, "not the words of the interpreter")

    assert said_at(dialog.passphrase)
    assert dialog.passphrase.text() == ""
    assert dialog.statement.toPlainText() == "Complete and faithful."
    assert at.rendering == before
    dialog.reject()


def test_the_very_words_are_shown_and_nothing_is_said_for_the_linguist(at: Desk):
    at.author(at.linguist(joined=True))

    dialog = at.certify()
    original, made = (dialog.table.model().index(0, column).data() for column in (1, 2))

    turn = at.view.model.segments.rows[0].segment
    assert turn.source_text in original
    assert at.rendering.text in made
    assert at.rendering.source_digest[:8] in original
    assert dialog.statement.toPlainText() == ""
    assert letters(dialog) == {}
    at.settle()
    assert dialog.statement.toPlainText() == ""
    dialog.write_button.click()
    at.settle()
    assert "getrouw" in dialog.statement.toPlainText()
    dialog.reject()


def test_the_wording_leaves_the_cursor_in_the_passphrase(at: Desk):
    """The key of a button presses it a moment later, when somebody may type already."""
    at.author(at.linguist(joined=True))
    dialog = at.certify()
    at.settle()
    dialog.passphrase.setFocus()

    dialog.write_button.click()
    at.settle()
    QTest.keyClicks(dialog.focusWidget(), INTERPRETER_PASSPHRASE)

    assert dialog.passphrase.text() == INTERPRETER_PASSPHRASE
    assert INTERPRETER_PASSPHRASE not in dialog.statement.toPlainText()
    dialog.reject()


def test_what_is_typed_is_kept_over_esc_and_is_still_of_its_wording(at: Desk):
    at.author(at.linguist(joined=True))
    dialog = at.certify()
    at.settle()
    dialog.write_button.click()
    at.settle()
    filled = dialog.statement.toPlainText()
    dialog.statement.setPlainText(filled.replace("[...]", "de rechtbank"))
    dialog.reject()
    at.settle()

    again = at.certify()
    at.settle()
    shown = again.statement.toPlainText()
    place_changes(at)
    at.sign(again, INTERPRETER_PASSPHRASE)

    assert shown == filled.replace("[...]", "de rechtbank")
    assert "before the record changed" in again.notice.sentence.text()
    assert at.rendering.state is RenderingState.DRAFT
    again.reject()


def test_words_that_are_typed_and_not_saved_are_not_certified(at: Desk):
    at.author(at.linguist(joined=True))
    view = at.view.record
    view.table.edit_side(0, At.RIGHT)
    editor = view.table.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, " en meer")

    at.strip.certify_button.click()

    assert view.notice.isVisible()
    assert "typed" in " ".join(label.text() for label in view.notice.findChildren(Label))
    assert at.rendering.state is RenderingState.DRAFT


def test_a_rendering_is_certified_read_voided_by_a_new_original_and_certified_again(
    application: QApplication, qtbot: QtBot, at: Desk
):
    linguist = at.linguist(joined=True)
    at.author(linguist)
    dialog = at.certify()
    QTest.keyClicks(dialog.statement, "Complete and faithful.")
    at.sign(dialog, INTERPRETER_PASSPHRASE)
    assert at.rendering.state is RenderingState.CERTIFIED
    assert not at.strip.certify_button.isVisible()
    assert not at.strip.author.isVisible()
    record = at.view.model.record
    assert record is not None
    (certification,) = record.certifications
    assert certification.interpreter_id == linguist
    name = record.interpreter(certification.interpreter_id).name
    assert name in at.strip.certified.text()
    assert f"{certification.at:%Y-%m-%d}" in at.strip.certified.text()
    read_certification(application, qtbot, at, name)

    change_original(at)
    assert at.rendering.state is RenderingState.SUPERSEDED
    assert not at.strip.certified.isVisible()
    assert not at.strip.certification_button.isVisible()
    assert not at.strip.certify_button.isVisible()
    at.strip.confirm_button.click()
    at.settle()
    assert at.rendering.state is RenderingState.DRAFT
    again = at.certify()
    QTest.keyClicks(again.statement, "Read again.")
    at.sign(again, INTERPRETER_PASSPHRASE)

    assert at.rendering.state is RenderingState.CERTIFIED
    record = at.view.model.record
    assert record is not None
    assert len(record.certifications) == 2
    assert record.certified_by(at.rendering).statement == "Read again."


def test_all_turns_of_a_linguist_are_certified_at_once_and_the_vault_keeps_it(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    at = Desk(application, desk, qtbot, vault)
    linguist = at.linguist(joined=True)
    at.author(linguist)
    at.view.record.table.edit_side(1, At.RIGHT)
    QTest.keyClicks(at.view.record.table.delegate.editor, "Hij nam mijn paspoort af.")
    at.view.record.account.save()
    say_kind(application, qtbot, RenderingKind.RENDITION)
    at.settle()
    at.choose(1)
    at.author(linguist)
    dialog = at.certify()
    dialog.scope.setCurrentIndex(1)
    assert dialog.table.model().rowCount() == 2
    QTest.keyClicks(dialog.statement, "Both are mine.")
    at.sign(dialog, INTERPRETER_PASSPHRASE)
    interview_id = at.view.model.record.interview.id
    desk.end()

    session = reopen(vault)
    full = records.get_interview(session, interview_id)

    (certification,) = full.certifications
    certifications.verify_certification(session, certification)
    covered = [full.certified_by(each) for turn in full.segments for each in turn.renderings]
    assert covered == [certification, certification]
    session.close()


def test_a_certificate_in_the_wrong_words_is_made_again_and_the_last_one_counts(
    application: QApplication, qtbot: QtBot, at: Desk
):
    at.author(at.linguist(joined=True))
    wrong = at.certify()
    assert "not read back yet" in " ".join(label.text() for label in wrong.findChildren(Label))
    QTest.keyClicks(wrong.statement, "Complete and faithfull.")
    at.sign(wrong, INTERPRETER_PASSPHRASE)
    at.strip.certification_button.click()
    shown = open_dialog(application, qtbot)
    assert isinstance(shown, CertificationDialog)

    shown.again_button.click()
    right = open_dialog(application, qtbot)
    assert isinstance(right, CertifyDialog)
    assert right.table.model().rowCount() == 1
    assert right.statement.toPlainText() == ""
    QTest.keyClicks(right.statement, "Complete and faithful.")
    at.sign(right, INTERPRETER_PASSPHRASE)

    record = at.view.model.record
    assert record is not None
    assert record.certified_by(at.rendering).statement == "Complete and faithful."
    assert len(record.certifications) == 2


def test_a_certification_is_part_of_the_signed_record_and_is_read_there(
    application: QApplication, qtbot: QtBot, at: Desk
):
    at.author(at.linguist(joined=True))
    dialog = at.certify()
    QTest.keyClicks(dialog.statement, "Complete and faithful.")
    at.sign(dialog, INTERPRETER_PASSPHRASE)
    completed(at)
    read_back(at, PersonConfirmation.CONFIRMED_UNCHANGED)
    sign_on_paper(at)
    answer_warnings(at.findings(), qtbot)
    at.settle()
    at.view.record.tabs.setCurrentIndex(0)
    at.choose(0)

    record = at.view.model.record
    assert record is not None
    assert record.interview.state is InterviewState.SIGNED
    assert record.certified_by(at.rendering) == record.certifications[0]
    assert not at.strip.state.isVisible()
    assert not at.strip.certify_button.isVisible()
    name = record.interpreter(record.certifications[0].interpreter_id).name
    assert name in at.strip.certified.text()
    shown = read_certification(application, qtbot, at, name)
    assert shown.again_button.isHidden()


def read_certification(application: QApplication, qtbot: QtBot, at: Desk, name: str) -> CertificationDialog:
    """By whom, and that the signature holds, is read in the window."""
    at.strip.certification_button.click()
    shown = open_dialog(application, qtbot)
    assert isinstance(shown, CertificationDialog)
    at.settle()
    told = " ".join(label.text() for label in shown.findChildren(Label))
    assert name in told
    record = at.view.model.record
    assert record is not None
    assert f"{record.certifications[0].at:%Y-%m-%d %H:%M}" in told
    assert "Complete and faithful." in told
    assert "valid" in shown.proof.text()
    assert not shown.notice.isVisible()
    assert shown.table.model().rowCount() == 1
    shown.back_button.click()
    return shown


def place_changes(at: Desk) -> None:
    """The place of the interview is corrected: a text that names the former one is no longer true."""
    record = at.view.model.record
    assert record is not None
    header = replace(record.interview, place="Another room")
    at.view.model.jobs.run(at.view.model, lambda session: interviews.set_header(session, header))
    at.settle()


def change_original(at: Desk) -> None:
    view = at.view.record
    view.table.edit_side(0, At.LEFT)
    editor = view.table.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, " ...")
    view.account.save()
    at.settle()
    at.choose(0)
