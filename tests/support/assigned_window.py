"""The window of an interpreter in a test: a record that is given out, opened by their passphrase."""

import atexit
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.support.controllers import (
    INTERPRETER_PASSPHRASE,
    SAID,
    add_draft,
    copy_of,
    environment,
    fill,
    new_session,
    reopen,
    settle,
)
from tests.support.derivations import fresh_draws
from tests.support.vaults import passphrase
from thb_desktop.domain.certificates import REQUIRED, CertificateElement
from thb_desktop.domain.vocabulary import SourceForm, TranslationType
from thb_desktop.services.assignments import desk as at_desk
from thb_desktop.services.assignments.giving import assign
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs, templates
from thb_desktop.services.persons import people
from thb_desktop.vault.assigned import places_beside
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.assignment.handing_back import HandBackDialog
from ui.assignment.opening import HandedOverWindow
from ui.assignment.view import AssignmentWindow
from ui.transcript.rows import At


def with_record(session: Session, said: Sequence[tuple[str, str, str]] = SAID) -> str:
    """A draft in Arabic, a job on it for the interpreter, and a wording of the office; return the id of the
    job.
    """
    case = fill(session)
    held = add_draft(session, case, said)
    linguist = next(each for each in people.list_interpreters(session, case.id) if each.user_id)
    job = jobs.open_job(
        session,
        jobs.NewJob(
            interview_id=held.id,
            target_language="nl",
            linguist_id=linguist.id,
            translation_type=TranslationType.SWORN_WRITTEN,
            purpose="for the court",
            made_from=SourceForm.ORIGINAL,
        ),
    )
    templates.set_template(
        session,
        name="Rechtbank",
        language="nl",
        elements={each: f"{each.value}: {{name}}" for each in REQUIRED}
        | {CertificateElement.PLACE_AND_TIME: "Done at {place}, {name}"},
        is_official=False,
    )
    return job.id


def opened(desk: AppController, qtbot: QtBot, vault: Path, folder: Path) -> AssignmentWindow:
    desk.start(vault, assignment=folder)
    window = desk.window
    assert isinstance(window, HandedOverWindow)
    window.passphrase.setText(INTERPRETER_PASSPHRASE)
    window.open_button.click()
    qtbot.waitUntil(lambda: isinstance(desk.window, AssignmentWindow), timeout=20_000)
    made = desk.window
    assert isinstance(made, AssignmentWindow)
    qtbot.waitUntil(lambda: bool(made.model.rows.rows))
    settle(desk, qtbot)
    return made


def type_in(window: AssignmentWindow, qtbot: QtBot, number: int, text: str) -> None:
    window.table.edit_side(number, At.RIGHT)
    qtbot.waitUntil(lambda: window.table.delegate.editor is not None)
    editor = window.table.delegate.editor
    assert editor is not None
    editor.setPlainText(text)


def modal[Kind: QDialog](application: QApplication, qtbot: QtBot, kind: type[Kind]) -> Kind:
    """Wait for a dialog of this kind, and return it."""
    qtbot.waitUntil(lambda: isinstance(application.activeModalWidget(), kind), timeout=20_000)
    found = application.activeModalWidget()
    assert isinstance(found, kind)
    return found


def asked_to_hand_back(application: QApplication, qtbot: QtBot) -> HandBackDialog:
    """Wait for the question whether the screen goes back with work left."""
    return modal(application, qtbot, HandBackDialog)


def all_the_same(asked: HandBackDialog) -> None:
    """Hand back by keys: the cursor is on the other button."""
    assert asked.focusWidget() is asked.back_button
    QTest.keyClick(asked, Qt.Key.Key_Tab)
    assert asked.focusWidget() is asked.main_button
    QTest.keyClick(asked.main_button, Qt.Key.Key_Space)


def hand_back_all_the_same(window: AssignmentWindow, qtbot: QtBot) -> None:
    """Hand back with work left."""
    window.hand_back()
    qtbot.waitUntil(lambda: window.findChild(HandBackDialog) is not None)
    all_the_same(window.findChild(HandBackDialog))


def stored(folder: Path) -> Session:
    return at_desk.open_assignment(
        folder, passphrase=passphrase(INTERPRETER_PASSPHRASE), environment=environment()
    )


def office_with_record(folder: Path, said: Sequence[tuple[str, str, str]] = SAID) -> Path:
    """A vault with a record and a job on it; it is closed. It is made once for each record, and copied."""
    return copy_of(_made_with(tuple(said)), folder)


@cache
def _made_with(said: tuple[tuple[str, str, str], ...]) -> Path:
    place = Path(tempfile.mkdtemp(prefix="thb-record-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    with fresh_draws(), closing(new_session(place / "office.thbvault")) as session:
        with_record(session, said)
    return place / "office.thbvault"


def give_it_out(vault: Path) -> Path:
    """Assign the job; return the folder of the store."""
    with closing(reopen(vault)) as session:
        assign(session, registry.LANGUAGE_JOB.all(session.read)[-1].id)
    return places_beside(vault)[-1].folder
