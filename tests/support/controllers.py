"""Windows for tests: the real application on real vaults, with the lowest allowed cost of key derivation."""

import secrets
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.support.second_person import ALONE
from tests.support.testimony import interview
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.times import Clock
from thb_desktop.domain.vocabulary import (
    InterviewState,
    RenderingKind,
    RenderingState,
    SourceCapture,
    SpeakerRole,
    UserRole,
    UtteranceKind,
)
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users, vaults
from thb_desktop.services.persons import people
from thb_desktop.services.samples import load_sample_case
from thb_desktop.services.testimony import interviews, segments
from ui import language
from ui.application import AppController
from ui.lock_outcome import LockOutcome
from ui.main_window import MainWindow
from ui.settings import Scheme, Settings
from ui.start_window import StartWindow
from ui.widgets.refusals import NAME, Refusal

OFFICE, USER = "Cabinet 0, Liège", "Claire Delvaux"
INTERPRETER_PASSPHRASE = "granite willow cinder marble thistle"
SAID = (
    ("1", "جئت مع رجل قال لي إن اسمه سامر.", "Ik kwam met een man die zei dat hij Samer heette."),
    ("2", "أخذ جواز سفري في المطار.", ""),
    ("3", "كنت أعمل اثنتي عشرة ساعة كل يوم.", ""),
)
"""Label, original and translation of the draft's segments."""


def environment() -> Environment:
    return Environment(clock=SystemClock(), randomness=secrets.token_bytes, kdf=FLOOR)


def new_session(folder: Path) -> Session:
    made = vaults.create_vault(
        folder,
        office=OFFICE,
        user_name=USER,
        role=UserRole.INVESTIGATING_JUDGE,
        passphrase=passphrase(),
        environment=environment(),
    )
    return made.session


def fill(session: Session) -> CaseFile:
    """Load case SCHELDE, and add the interpreter of its first interview as a user."""
    case = load_sample_case(session, "schelde")
    interpreter = people.list_interpreters(session, case.id)[0]
    certifier = users.add_user(
        session,
        name=interpreter.name,
        role=UserRole.INTERPRETER,
        passphrase=passphrase(INTERPRETER_PASSPHRASE),
        second=ALONE,
    )
    corrections.correct(session, replace(interpreter, user_id=certifier.id), "Became a user")
    return case


def reopen(folder: Path) -> Session:
    return vaults.unlock_vault(folder, passphrase=passphrase(), environment=environment())


def copy_of(template: Path, target: Path) -> Path:
    """Copy a vault: its folder is all of it."""
    shutil.copytree(template, target)
    return target


@contextmanager
def at_the_desk(
    application: QApplication, settings: Settings | None = None, clock: Clock | None = None
) -> Iterator[AppController]:
    """Return an application that neither replaces this process nor hides exceptions from pytest-qt.

    clock: another one than that of this computer.
    """
    hook = sys.excepthook
    desk = AppController(application, lambda: replace(environment(), clock=clock or SystemClock()))
    sys.excepthook = hook
    desk.settings = settings or Settings(scheme=Scheme.LIGHT, language="en")
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("signal.signal", lambda *_: None)
            yield desk
    finally:
        desk.end()
        for window in application.topLevelWidgets():
            window.close()
            window.deleteLater()
        desk.deleteLater()
        language.install(application, "en")  # as the next test finds it
        # Immediately: the application of the next test would otherwise restyle these windows too.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def start_window(desk: AppController) -> StartWindow:
    assert isinstance(desk.window, StartWindow)
    return desk.window


def main_window(desk: AppController) -> MainWindow:
    assert isinstance(desk.window, MainWindow)
    return desk.window


def listed_cases(window: MainWindow) -> list[str]:
    """The references of the cases that the window lists."""
    return [found.case.reference for found in window.cases.rows.rows]


def unlock(
    desk: AppController,
    qtbot: QtBot,
    folder: Path,
    text: str = PASSPHRASE,
    *,
    locked: LockOutcome | None = None,
) -> MainWindow:
    """Unlock a vault as a user does, and wait until its first case is shown."""
    desk.start(folder, locked=locked)
    start = start_window(desk)
    start.unlock.passphrase.setText(text)
    start.unlock.unlock_button.click()
    qtbot.waitUntil(lambda: isinstance(desk.window, MainWindow), timeout=20_000)
    window = main_window(desk)
    qtbot.waitUntil(lambda: bool(window.pages.made))
    settle(desk, qtbot)
    return window


def settle(desk: AppController, qtbot: QtBot) -> None:
    """Wait until the vault's thread has no work left."""
    qtbot.waitUntil(lambda: not desk.jobs.is_busy, timeout=30_000)


def said_at(field: QWidget) -> str:
    """Return the error shown at a field; empty if there is none."""
    found = [each for each in field.window().findChildren(Refusal, NAME) if each.field is field]
    assert all(each.isVisibleTo(field.window()) for each in found)
    return "\n".join(each.text() for each in found)


def open_dialog(application: QApplication, qtbot: QtBot) -> QDialog:
    """Return the dialog that was just opened, once keys go to it.

    A dialog that is answered before its window is active takes the focus after it is gone, and an editor
    that the answer opened loses it and closes.
    """

    def active() -> bool:
        return isinstance(application.activeWindow(), QDialog)

    qtbot.waitUntil(active)
    dialog = application.activeWindow()
    assert isinstance(dialog, QDialog)
    return dialog


def first_case(folder: Path) -> CaseFile:
    session = reopen(folder)
    case = cases.list_cases(session)[0].case
    session.close()
    return case


def add_draft(session: Session, case: CaseFile, said: Sequence[tuple[str, str, str]] = SAID) -> Interview:
    """Add a draft interview in Arabic with three segments, one of them translated."""
    official = people.list_officials(session, case.id)[0]
    person = people.list_persons(session, case.id)[0]
    held = interviews.hold_interview(
        session,
        interview(
            case_id=case.id,
            number="I-99",
            person_id=person.id,
            language="ar",
            procedure_language=case.language,
            lead_interviewer_id=official.id,
            authority_id=None,
            state=InterviewState.DRAFT,
        ),
    )
    for _, text, words in said:
        rendering = segments.NewRendering(
            language=case.language,
            text=words,
            kind=RenderingKind.RENDITION,
            state=RenderingState.DRAFT,
            author_id=None,
        )
        segments.add_segment(
            session,
            held.id,
            speaker=SpeakerRole.PERSON_HEARD,
            kind=UtteranceKind.ANSWER,
            language="ar",
            source_text=text,
            capture=SourceCapture.TYPED_LIVE,
            renderings=(rendering,) if words else (),
        )
    return held
