"""Language work in the office's window: jobs of a record, one job read and typed, by keys."""

import re
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.controllers import INTERPRETER_PASSPHRASE, SAID, reopen, said_at, settle, unlock
from tests.support.screen_reader import plain
from tests.support.vaults import passphrase
from tests.ui.test_assignment import modal as modal_soon
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.ids import InterpreterId, JobId
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.vocabulary import AnnotationBasis, AnnotationCode, RenderingState, TranslationType
from thb_desktop.services.language import annotations, jobs, versions
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews, segments
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.forms.entry_dialog import EntryDialog
from ui.language_office.act_dialogs import SignVersionsDialog, WithdrawDialog
from ui.language_office.answer import AnswerDialog
from ui.language_office.revision.verdict import VerdictDialog
from ui.language_office.view import LanguageView
from ui.language_work.note_dialog import NoteDialog
from ui.main_window import MainWindow
from ui.transcript.rows import At

FIRST, SECOND, THIRD = (
    "Ik kwam met een man die zei dat hij Samer heette.",
    "Hij nam mijn paspoort af op de luchthaven.",
    "Ik werkte twaalf uur per dag.",
)


def modal[Kind: QDialog](application: QApplication, qtbot: QtBot, kind: type[Kind]) -> Kind:
    """Wait for a dialog of this kind, and until it takes keys."""
    found = modal_soon(application, qtbot, kind)
    qtbot.waitUntil(found.isActiveWindow)
    return found


def open_language(main: MainWindow, desk: AppController, qtbot: QtBot, number: str = "I-99") -> LanguageView:
    """Open a record, and go to its language work by its key."""
    main.go(1)
    view = main.interviews
    qtbot.waitUntil(lambda: view.rows.rowCount() > 0)
    view.list.choose_row(view.rows.row_of(lambda each: each.interview.number == number))
    settle(desk, qtbot)
    main.activateWindow()
    qtbot.waitUntil(main.isActiveWindow)
    QTest.keyClick(main, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    page = main.pages.of(LanguageView)
    qtbot.waitUntil(page.isVisible)
    settle(desk, qtbot)
    return page


def with_job(folder: Path, **changes: object) -> JobId:
    """Open a job on the Arabic draft for the interpreter who is a user."""
    with closing(reopen(folder)) as session:
        case = registry.CASE_FILE.all(session.read)[0]
        held = next(
            each.interview
            for each in interviews.list_interviews(session, case.id)
            if each.interview.number == "I-99"
        )
        linguist = next(each for each in people.list_interpreters(session, case.id) if each.user_id)
        fields = {
            "interview_id": held.id,
            "target_language": "nl",
            "linguist_id": linguist.id,
            "translation_type": TranslationType.SWORN_WRITTEN,
            "purpose": "for the court",
            **changes,
        }
        return jobs.open_job(session, jobs.NewJob(**fields)).id  # type: ignore[arg-type]


def opened(page: LanguageView, desk: AppController, qtbot: QtBot) -> None:
    """Open the first job of the list with Enter."""
    qtbot.waitUntil(lambda: page.panel.rows.rowCount() > 0)
    page.panel.table.setFocus()
    QTest.keyClick(page.panel.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.found is not None)
    settle(desk, qtbot)


def typed(page: LanguageView, qtbot: QtBot, text: str) -> None:
    """Type into the open editor."""
    qtbot.waitUntil(lambda: page.job.table.delegate.editor is not None)
    editor = page.job.table.delegate.editor
    assert editor is not None
    editor.selectAll()
    editor.insertPlainText(text)


def control(target: object, key: Qt.Key) -> None:
    QTest.keyClick(target, key, Qt.KeyboardModifier.ControlModifier)  # type: ignore[call-overload]


def test_a_job_is_opened_on_a_record_by_keys_and_asserts_nothing(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path
):
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    assert page.panel.rows.rowCount() == 0

    control(page.panel.table, Qt.Key.Key_N)
    dialog = modal(application, qtbot, EntryDialog)
    assert all(value in (None, "", ()) for value in dialog.form.values().values())
    dialog.form.set_values(target_language="nl", purpose="for the court")
    for name in ("linguist_id", "translation_type"):
        box = dialog.form.editors[name]
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down)
    control(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.panel.rows.rowCount() == 1)
    settle(desk, qtbot)

    job = page.panel.rows.rows[0].job
    assert (job.number, job.target_language, job.purpose) == ("T-01", "nl", "for the court")
    assert job.made_from is None
    assert "machine_assisted" not in dialog.form.editors
    assert "3 untouched" in page.panel.rows.data(page.panel.rows.index(0, 6))


def test_turns_are_typed_for_the_linguist_and_told_apart(desk: AppController, qtbot: QtBot, vault: Path):
    with_job(vault)
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    opened(page, desk, qtbot)
    assert [row.segment.source_text for row in page.model.rows.rows] == [text for _, text, _ in SAID]

    control(page.job.table, Qt.Key.Key_Down)
    for text in (FIRST, SECOND):
        typed(page, qtbot, text)
        editor = page.job.table.delegate.editor
        assert editor is not None
        row = page.job.table.row()
        control(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda row=row: page.job.table.row() != row and not desk.jobs.is_busy)

    found = page.model.found
    assert found is not None
    assert [each.text for each in found.work.versions] == [FIRST, SECOND]
    assert {found.states[each.id] for each in found.work.versions} == {WorkState.UNSIGNED}
    page.job.go_to(1)
    told = page.job.version.text()
    assert found.linguist.name in told
    assert "typed by" in told
    assert "Claire Delvaux" in told


def test_typing_outlives_the_window_and_is_dropped_with_the_version(
    desk: AppController, qtbot: QtBot, vault: Path
):
    with_job(vault)
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    opened(page, desk, qtbot)
    page.job.table.edit_side(1, At.RIGHT)
    typed(page, qtbot, SECOND)
    qtbot.waitUntil(lambda: page.job.kept.text() == "Kept", timeout=5_000)

    QTest.keyClick(page.job.table, Qt.Key.Key_Escape)
    page.model.leave_job()
    page.open_job(registry_job(page))
    qtbot.waitUntil(lambda: page.model.found is not None and not desk.jobs.is_busy)

    assert page.model.rows.rows[1].text("nl") == SECOND
    assert page.holds_drafts
    page.job.go_to(1)
    control(page.job.table, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: not page.holds_drafts)
    settle(desk, qtbot)
    page.reload()
    settle(desk, qtbot)
    assert not page.holds_drafts
    assert page.model.rows.rows[1].text("nl") == SECOND


def registry_job(page: LanguageView) -> JobId:
    return page.panel.rows.rows[0].job.id


def with_versions(folder: Path, *texts: str) -> JobId:
    """A job in which these turns are typed for the linguist; about the second a question is asked."""
    job_id = with_job(folder)
    with closing(reopen(folder)) as session:
        turns = list(jobs.get_job(session, job_id).sources.items())
        for (turn, _), text in zip(turns, texts, strict=False):
            versions.write_version(session, job_id, turn, text)
        turn, text = turns[1]
        asked = annotations.NewAnnotation(
            segment_id=turn,
            anchor=Anchor.of_text(turn, text, 0, 3),
            code=AnnotationCode.QUERY,
            basis=AnnotationBasis.KNOWLEDGE,
            language="nl",
            text="Which passport?",
        )
        annotations.annotate(session, job_id, asked)
    return job_id


def tells_key(
    dialog: SignVersionsDialog | WithdrawDialog | VerdictDialog,
    page: LanguageView,
    who: InterpreterId,
    qtbot: QtBot,
) -> bool:
    """Whether a dialog names a linguist and their key where nothing scrolls, or that no card is."""
    assert page.model.found is not None
    name = page.model.found.interpreters[who].name
    qtbot.waitUntil(dialog.signer.isVisible)
    own = plain(dialog.signer.text())
    dialog.key.with_card.setChecked(True)
    card = plain(dialog.signer.text())
    dialog.key.with_card.setChecked(False)
    assert re.fullmatch(rf"It is signed as {name}, with the key [0-9a-f]{{4}}( [0-9a-f]{{4}}){{3}}\.", own)
    assert card == f"{name} has no card in this vault."
    return dialog.signer.isVisible() and not dialog.area.isAncestorOf(dialog.signer)


def test_the_linguist_signs_all_versions_in_one_go_at_the_desk(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path
):
    with_versions(vault, FIRST, SECOND)
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    opened(page, desk, qtbot)

    QTest.keyClick(main, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    dialog = modal(application, qtbot, SignVersionsDialog)
    assert tells_key(dialog, page, page.model.turns.job.linguist_id, qtbot)  # type: ignore[union-attr]
    control(dialog, Qt.Key.Key_Return)
    assert said_at(dialog.state) == "Please choose how the linguist leaves them."
    QTest.keyClick(dialog.state, Qt.Key.Key_Down)
    for words in ("not their passphrase", INTERPRETER_PASSPHRASE):
        dialog.key.passphrase.setFocus()
        QTest.keyClicks(dialog.key.passphrase, words)
        control(dialog, Qt.Key.Key_Return)
        settle(desk, qtbot)
        if words != INTERPRETER_PASSPHRASE:
            assert "passphrase is wrong" in dialog.notice.sentence.text()
            assert dialog.key.passphrase.text() == ""
    settle(desk, qtbot)

    found = page.model.found
    assert found is not None
    assert {found.states[each.id] for each in found.work.versions} == {WorkState.SELF_CHECKED}
    assert len(found.work.signatures) == 1


def test_a_judge_answers_a_question_of_the_linguist_beside_the_turn(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path
):
    with_versions(vault, FIRST, SECOND)
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    opened(page, desk, qtbot)
    assert page.model.found is not None
    assert page.model.found.work.open_queries()

    page.job.go_to(1)
    settle(desk, qtbot)
    ask = next(each for each in page.job.side.answers.findChildren(QPushButton) if "Answer" in each.text())
    ask.setFocus()
    QTest.keyClick(ask, Qt.Key.Key_Space)
    dialog = modal(application, qtbot, AnswerDialog)
    QTest.keyClicks(dialog.answer, "The one of exhibit E-05.")
    control(dialog.answer, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.model.found.work.open_queries())  # type: ignore[union-attr]

    found = page.model.found
    assert found is not None
    assert found.work.open_queries() == ()
    assert [each.text for each in found.work.answers] == ["The one of exhibit E-05."]


def test_a_version_is_withdrawn_by_its_author_and_the_turn_asks_for_the_next(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path
):
    with_versions(vault, FIRST)
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    opened(page, desk, qtbot)
    page.job.go_to(0)

    QTest.keyClick(main, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    dialog = modal(application, qtbot, WithdrawDialog)
    assert tells_key(dialog, page, page.model.turns.job.linguist_id, qtbot)  # type: ignore[union-attr]
    QTest.keyClicks(dialog.reason, "Misheard")
    QTest.keyClicks(dialog.key.passphrase, INTERPRETER_PASSPHRASE)
    QTest.keyClick(dialog.key.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.job.version_chip.text() == "Withdrawn")

    assert page.model.rows.is_to_do(0)


def test_numbers_that_differ_are_found_by_a_key_and_a_change_of_the_record_makes_a_version_stale(
    desk: AppController, qtbot: QtBot, vault: Path
):
    with_versions(vault, FIRST, "Hij nam op 3 mei mijn paspoort af.")
    with closing(reopen(vault)) as session:
        job = registry.LANGUAGE_JOB.all(session.read)[-1]
        first = next(iter(jobs.get_job(session, job.id).sources))
        segments.set_source(session, first, "جئت مع رجل.")
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    opened(page, desk, qtbot)
    qtbot.waitUntil(lambda: bool(page.model.findings))

    page.job.go_to(2)
    QTest.keyClick(page.job.table, Qt.Key.Key_F8)

    assert page.job.table.row() == 1
    found = page.model.found
    assert found is not None
    states = {each.text: found.states[each.id] for each in found.work.versions}
    assert states[FIRST] is WorkState.STALE
    page.job.go_to(0)
    assert "the source changed since" in page.job.version.text()


def test_words_are_noted_doubted_and_asked_about_by_keys_and_marked_in_the_margin(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path
):
    with_versions(vault, FIRST, "Hij nam op 3 mei mijn paspoort af.")
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    opened(page, desk, qtbot)
    page.job.go_to(0)
    table = page.job.table
    table.setCurrentIndex(page.model.rows.index(0, At.LEFT))
    QTest.keyClick(table, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: table.delegate.editor is not None)
    editor = table.delegate.editor
    assert editor is not None
    assert editor.isReadOnly()
    editor.selectAll()

    control(editor, Qt.Key.Key_D)
    doubt = modal(application, qtbot, NoteDialog)
    QTest.keyClicks(doubt.code_field, "amb")
    QTest.keyClick(doubt, Qt.Key.Key_F2)
    QTest.keyClicks(doubt.text, "Two readings")
    control(doubt.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.model.rows.marks))
    settle(desk, qtbot)
    main.activateWindow()
    qtbot.waitUntil(main.isActiveWindow)

    page.job.go_to(1)
    QTest.keyClick(table, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    settled = modal(application, qtbot, NoteDialog)
    QTest.keyClick(settled, Qt.Key.Key_F2)
    QTest.keyClicks(settled.text, "She said the date")
    control(settled.text, Qt.Key.Key_Return)
    found = page.model.found
    assert found is not None
    qtbot.waitUntil(lambda: not page.model.findings)
    settle(desk, qtbot)

    notes = {each.text: each for each in page.model.found.work.annotations}  # type: ignore[union-attr]
    assert notes["Two readings"].anchor.quoted == SAID[0][1]
    assert notes["Two readings"].author_id == found.job.linguist_id
    assert notes["She said the date"].code is AnnotationCode.NUMBER_CHECK
    assert [sign for sign, _ in page.model.rows.marks[notes["Two readings"].segment_id].margin] == ["?"]


def test_a_like_text_of_the_case_is_proposed_with_its_origin_and_taken_by_a_key_alone(
    desk: AppController, qtbot: QtBot, vault: Path
):
    job_id = with_versions(vault, FIRST)
    with closing(reopen(vault)) as session:
        job = jobs.require_job(session, job_id)
        (version,) = jobs.get_job(session, job_id).versions
        user_id = registry.INTERPRETER.find(session.read, job.linguist_id).user_id  # type: ignore[union-attr]
        guest = users.signer_of(session, user_id, passphrase(INTERPRETER_PASSPHRASE))  # type: ignore[arg-type]
        checked = RenderingState.SELF_CHECKED
        versions.sign_versions(session, job_id, [version], state=checked, signer=guest.keys.signer)
        second = list(jobs.get_job(session, job_id).sources)[2]
        segments.set_source(session, second, SAID[0][1])
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    opened(page, desk, qtbot)

    page.job.go_to(2)
    qtbot.waitUntil(lambda: bool(page.job.side.panel.matches))
    assert page.model.rows.rows[2].text("nl") == ""
    QTest.keyClick(page.job.table, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)

    qtbot.waitUntil(lambda: page.model.rows.rows[2].text("nl") == FIRST)
    assert page.model.rows.rows[2].unsaved
