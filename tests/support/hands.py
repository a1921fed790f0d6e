"""Hands at the desk: keys in the entry row, in languages for which a keyboard has no test keys."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.controllers import reopen
from thb_desktop.services.testimony import interviews
from thb_desktop.vault.tables import registry
from ui.interviews.desk.turn_field import TurnField
from ui.interviews.view import InterviewsView
from ui.widgets.dates import now


class Hands:
    """Types in the entry row of the open record, and counts the keys besides the text."""

    def __init__(self, qtbot: QtBot, view: InterviewsView) -> None:
        self._qtbot = qtbot
        self.view, self.desk, self.row = view, view.model.desk, view.record.entry
        self.keys = 0

    @property
    def at(self) -> TurnField:
        """The field with the cursor."""
        return next(field for field in self.row.fields if field.hasFocus())

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(field.toPlainText() for field in self.row.fields)

    def sit_down(self) -> None:
        """Put the cursor where the next words are typed."""
        self.row.take_focus()
        self._qtbot.waitUntil(lambda: self.row.has_focus)

    def types(self, text: str) -> None:
        """Type a text, a letter at a time, where the cursor is."""
        for sign in text:
            _send(self.at, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier, of: QWidget | None = None) -> None:
        """Press one key, and wait until the vault has done what it asks for."""
        self.keys += 1
        held = Qt.KeyboardModifier.NoModifier
        for each in modifiers:
            held |= each
        self._qtbot.keyClick(of or self.at, key, held)
        self.rest()

    def rest(self) -> None:
        """Wait until the vault's thread has no work."""
        self._qtbot.waitUntil(lambda: not self.view.model.jobs.is_busy, timeout=30_000)
        QApplication.processEvents()

    def says(self, text: str, other: str = "") -> None:
        """Type a turn in the language of the cursor, and the other side where it is told, and keep it."""
        self.types(text)
        if other:
            self.press(Qt.Key.Key_Tab)
            self.types(other)
        self.press(Qt.Key.Key_Return)


def hold_now(folder: Path, number: str = "I-99") -> None:
    """Let the draft be of an interview that began a moment ago, and goes on."""
    began = now() - timedelta(minutes=5)
    with closing(reopen(folder)) as session:
        draft = next(each for each in registry.INTERVIEW.all(session.read) if each.number == number)
        interviews.set_header(session, replace(draft, started_at=began, ended_at=None))


def _send(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, held, text))
