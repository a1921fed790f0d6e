"""One job by keys, from its opening to the certificate, and the word of a second linguist."""

import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.support.controllers import INTERPRETER_PASSPHRASE, reopen, said_at, settle, unlock
from tests.support.screen_reader import plain
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from tests.ui.test_language_office import (
    FIRST,
    SECOND,
    THIRD,
    control,
    modal,
    open_language,
    opened,
    tells_key,
    typed,
    with_versions,
)
from thb_desktop.domain.certificates import FILLED_BY_HAND
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.vocabulary import RenderingState, UserRole
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs, safety, versions
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.forms.entry_dialog import EntryDialog
from ui.language_office.act_dialogs import SignVersionsDialog
from ui.language_office.case.concerns import ConcernDialog, ConcernsDialog
from ui.language_office.certificates.dialogs import CertifyAtDesk
from ui.language_office.certificates.wordings import WordingDialog, WordingsDialog
from ui.language_office.revision.verdict import VerdictDialog
from ui.language_office.view import LanguageView
from ui.language_work.glossary import GlossaryDialog
from ui.widgets.questions import ReasonDialog


def alt(target: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(target, key, Qt.KeyboardModifier.AltModifier)


def choose(box: QWidget, times: int = 1) -> None:
    box.setFocus()
    for _ in range(times):
        QTest.keyClick(box, Qt.Key.Key_Down)


def words_into(field: QWidget, words: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, words)


def activate(page: LanguageView, qtbot: QtBot) -> None:
    """A dialog closed: the platform of the tests does not give the keys back to its window."""
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)


def found_in(page: LanguageView) -> dict[str, WorkState]:
    found = page.model.found
    assert found is not None
    return {each.text: found.states[each.id] for each in found.work.versions}


def enter_wording(application: QApplication, page: LanguageView, desk: AppController, qtbot: QtBot) -> None:
    """Enter the neutral draft of this program as the wording of the office, by keys."""
    alt(page, Qt.Key.Key_W)
    wordings = modal(application, qtbot, WordingsDialog)
    settle(desk, qtbot)
    control(wordings, Qt.Key.Key_Return)
    wording = modal(application, qtbot, WordingDialog)
    words_into(wording.name, "Tribunal de Namur")
    wording.language.setFocus()
    wording.language.set_value("nl")
    wording.draft_button.setFocus()
    QTest.keyClick(wording.draft_button, Qt.Key.Key_Space)
    assert not wording.official.isChecked()
    wording.name.setFocus()
    control(wording.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wordings.rows.rowCount() == 1)
    assert "No official formula" in wordings.rows.data(wordings.rows.index(0, 4))
    settle(desk, qtbot)
    wordings.reject()
    activate(page, qtbot)


def test_a_job_goes_from_its_opening_to_its_certificate_by_keys(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path
):
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    enter_wording(application, page, desk, qtbot)

    control(page.panel.table, Qt.Key.Key_N)
    form = modal(application, qtbot, EntryDialog)
    form.form.set_values(target_language="nl")
    words_into(form.form.editors["purpose"], "for the court")
    for name in ("linguist_id", "translation_type", "made_from"):
        choose(form.form.editors[name])
    form.form.editors["purpose"].setFocus()
    control(form.form.editors["purpose"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.panel.rows.rowCount() == 1)
    settle(desk, qtbot)
    activate(page, qtbot)
    opened(page, desk, qtbot)

    QTest.keyClick(page.job.table, Qt.Key.Key_F9)
    stopped = modal(application, qtbot, CertifyAtDesk)
    qtbot.waitUntil(lambda: stopped.stops.count() == 3)
    told = [stopped.stops.item(at) for at in range(3)]
    assert {each.data(Qt.ItemDataRole.UserRole).key for each in told} == {"V-T-01.not-rendered"}
    QTest.keyClick(stopped.stops, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.job.table.row() == 0)
    activate(page, qtbot)

    QTest.keyClick(page.job.table, Qt.Key.Key_Return)
    for text in (FIRST, SECOND, THIRD):
        typed(page, qtbot, text)
        editor = page.job.table.delegate.editor
        assert editor is not None
        control(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda text=text: text in found_in(page) and not desk.jobs.is_busy)
    alt(page, Qt.Key.Key_S)
    sign = modal(application, qtbot, SignVersionsDialog)
    choose(sign.state)
    words_into(sign.key.passphrase, INTERPRETER_PASSPHRASE)
    control(sign.key.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: set(found_in(page).values()) == {WorkState.SELF_CHECKED})
    settle(desk, qtbot)
    activate(page, qtbot)

    QTest.keyClick(page.job.table, Qt.Key.Key_F9)
    certificate = modal(application, qtbot, CertifyAtDesk)
    qtbot.waitUntil(lambda: certificate.wording.count() == 1)
    choose(certificate.form.editors["kind"])
    choose(certificate.form.editors["machine_assisted"], 2)
    words_into(certificate.form.editors["place"], "Namur")
    alt(certificate, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: bool(certificate.elements))
    settle(desk, qtbot)
    told = plain(certificate.signer.text())
    assert certificate.signer.isVisible()
    assert not certificate.area.isAncestorOf(certificate.signer)
    certificate.key.with_card.setChecked(True)
    without_card = plain(certificate.signer.text())
    certificate.key.with_card.setChecked(False)
    control(certificate.key.passphrase, Qt.Key.Key_Return)
    gaps = [each for each in certificate.elements.values() if FILLED_BY_HAND in each.toPlainText()]
    assert gaps
    assert said_at(gaps[0])
    for each in gaps:
        each.setPlainText(each.toPlainText().replace(FILLED_BY_HAND, "none"))
    for _, reason in certificate.reasons.fields:
        words_into(reason, "Compared with the recording")
    words_into(certificate.key.passphrase, INTERPRETER_PASSPHRASE)
    control(certificate.key.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: set(found_in(page).values()) == {WorkState.CERTIFIED}, timeout=20_000)

    found = page.model.found
    assert found is not None
    (made,) = found.work.certificates
    assert told == f"It is signed as {found.linguist.name}, with the key {told[-20:]}"
    assert re.fullmatch(r"[0-9a-f]{4}( [0-9a-f]{4}){3}\.", told[-20:])
    assert without_card == f"{found.linguist.name} has no card in this vault."
    assert made.place == "Namur"
    assert not made.machine_assisted
    assert "Compared with the recording" in {why for _, _, why in made.reasons}


def second_linguist(session: Session) -> str:
    """Another linguist of the case, who is a user of the vault; return their passphrase."""
    case = registry.CASE_FILE.all(session.read)[0]
    secret = f"{OTHER_PASSPHRASE} Samira Haddad"
    user = users.add_user(
        session,
        name="Samira Haddad",
        role=UserRole.INTERPRETER,
        passphrase=passphrase(secret),
        own_passphrase=passphrase(),
        second=ALONE,
    )
    known = people.list_interpreters(session, case.id)[0]
    people.add_interpreter(session, replace(known, code="T-SH", name="Samira Haddad", user_id=user.id))
    return secret


def test_a_second_linguist_disputes_a_turn_and_both_wordings_stand_side_by_side(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path
):
    job_id = with_versions(vault, FIRST, SECOND)
    with closing(reopen(vault)) as session:
        secret = second_linguist(session)
        work = jobs.get_job(session, job_id)
        user_id = registry.INTERPRETER.find(session.read, work.job.linguist_id).user_id  # type: ignore[union-attr]
        guest = users.signer_of(session, user_id, passphrase(INTERPRETER_PASSPHRASE))  # type: ignore[arg-type]
        state = RenderingState.SELF_CHECKED
        versions.sign_versions(session, job_id, work.versions, state=state, signer=guest.keys.signer)
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    opened(page, desk, qtbot)
    page.job.go_to(0)
    alt(page, Qt.Key.Key_L)
    qtbot.waitUntil(page.compare.isVisible)

    alt(page.compare, Qt.Key.Key_2)
    verdict = modal(application, qtbot, VerdictDialog)
    assert not verdict.signer.isVisible()
    choose(verdict.reviser)
    assert tells_key(verdict, page, verdict.reviser.currentData().id, qtbot)
    words_into(verdict.reason, "He gave himself the name.")
    words_into(verdict.key.passphrase, secret)
    control(verdict.key.passphrase, Qt.Key.Key_Return)
    assert said_at(verdict.own) == "These are the words of the version: change them, or agree."
    verdict.own.clear()
    control(verdict.key.passphrase, Qt.Key.Key_Return)
    assert said_at(verdict.own) == "A dispute needs a version of one's own."
    words_into(verdict.own, "Ik kwam met een man die zich Samer noemde.")
    control(verdict.key.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: found_in(page).get(FIRST) is WorkState.CONTESTED)

    compare = page.compare
    assert compare.first.text.toPlainText() == FIRST
    assert compare.second.text.toPlainText() == "Ik kwam met een man die zich Samer noemde."
    assert compare.differs.text() == "2 differences"
    assert "He gave himself the name." in compare.said.text()
    activate(page, qtbot)
    QTest.keyClick(compare.list, Qt.Key.Key_Escape)
    assert page.job.isVisible()
    assert found_in(page)[SECOND] is WorkState.SELF_CHECKED


def test_a_concept_and_its_terms_are_entered_changed_and_struck_out_with_a_reason(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path
):
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    alt(page, Qt.Key.Key_G)
    glossary = modal(application, qtbot, GlossaryDialog)
    settle(desk, qtbot)

    glossary.concepts.add_button.click()
    concept = modal(application, qtbot, EntryDialog)
    words_into(concept.form.editors["definition"], "Money that somebody says a person owes")
    control(concept.form.editors["definition"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: glossary.concepts.rows.rowCount() == 1)
    settle(desk, qtbot)
    glossary.terms.add_button.click()
    term = modal(application, qtbot, EntryDialog)
    term.form.set_values(language="nl")
    words_into(term.form.editors["reliability"], "7")
    words_into(term.form.editors["term"], "schuld")
    control(term.form.editors["term"], Qt.Key.Key_Return)
    qtbot.waitUntil(term.notice.isVisible)
    assert term.isVisible()
    words_into(term.form.editors["reliability"], "\b3")
    control(term.form.editors["term"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: glossary.terms.rows.rowCount() == 1)
    settle(desk, qtbot)

    glossary.terms.table.choose_row(0)
    glossary.terms.change_button.click()
    change = modal(application, qtbot, EntryDialog)
    change.form.editors["term"].setFocus()
    QTest.keyClick(change.form.editors["term"], Qt.Key.Key_End)
    QTest.keyClicks(change.form.editors["term"], "en")
    assert change.reason is not None
    words_into(change.reason, "plural")
    control(change.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: glossary.terms.rows.rows[0].term == "schulden")
    settle(desk, qtbot)


@pytest.mark.parametrize("can_be_read", [True, False])
def test_a_magistrate_opens_a_concern_for_a_reason_and_says_what_was_done(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path, can_be_read: bool
):
    job_id = with_versions(vault, FIRST)
    real = safety.seal_note
    with closing(reopen(vault)) as session, pytest.MonkeyPatch.context() as own:
        if not can_be_read:
            own.setattr(safety, "seal_note", lambda where, of, _, by: real(where, of, b"[]", by))
        job = jobs.require_job(session, job_id)
        safety.raise_safety_flag(
            session, job.interview_id, "She looks at the man at the door.", interpreter_id=job.linguist_id
        )
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    alt(page, Qt.Key.Key_F)
    concerns = modal(application, qtbot, ConcernsDialog)
    qtbot.waitUntil(lambda: concerns.rows.rowCount() == 1)
    settle(desk, qtbot)

    qtbot.waitUntil(concerns.main_button.isEnabled)
    later: list[object] = []

    def give_reason() -> None:
        asked = modal(application, qtbot, ReasonDialog)
        words_into(asked.reason, "To protect her")
        asked.main_button.click()
        later.append(asked)

    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, give_reason)
    control(concerns, Qt.Key.Key_Return)
    concern = modal(application, qtbot, ConcernDialog)
    told = [each.text() for each in concern.findChildren(QLabel)]
    assert any("What was sealed cannot be read" in each for each in told) is not can_be_read
    words_into(concern.answer, "The man was sent out; she was asked alone.")
    control(concern.answer, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(concerns.rows.rows[0].settled_by))
    assert "Dealt with by" in concerns.rows.data(concerns.rows.index(0, 3))
