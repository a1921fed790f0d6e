"""Typing at the desk is kept within two seconds; this says up to when it is, and when it is not."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, QObject, QTimer, Signal

from thb_desktop.domain.record import Plain
from ui.form_draft import FormDraft

WITHIN = 700
"""Milliseconds from a key until the draft is saved; the next key does not put it off."""
LATE, AGAIN = 2_000, 1_000
"""Milliseconds after which a key that is not saved is told, and until the next try after a failure."""


class TypingKeeper(QObject):
    """kept: the moment whose text is in the vault. late: a key is older than two seconds and not saved.

    failed: why it could not be saved. what: returns the fields as they are typed now; empty for none.
    """

    kept = Signal(object)
    late = Signal()
    failed = Signal(str)

    def __init__(self, what: Callable[[], Mapping[str, Plain]], parent: QObject) -> None:
        super().__init__(parent)
        self._what = what
        self._draft: FormDraft | None = None
        self._holds = False
        self._since = 0
        self._asked = 0
        self._soon = QTimer(self, singleShot=True, interval=WITHIN)
        self._soon.timeout.connect(self.keep)
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self.late.emit)

    def watch(self, draft: FormDraft | None, *, holds: bool = False) -> None:
        """Keep what is typed from now on in this draft. holds: whether it has something already."""
        for timer in (self._soon, self._late):
            timer.stop()
        if self._draft is not None:
            self._draft.deleteLater()
        self._draft, self._holds, self._since = draft, holds, 0
        if draft is not None:
            draft.setParent(self)
            draft.kept.connect(self._succeed)
            draft.refused.connect(self._fail)

    def touch(self) -> None:
        """A key was pressed."""
        if not self._since:
            self._since = _now()
            if not self._late.isActive():
                self._late.start(LATE)
        if not self._soon.isActive():
            self._soon.start(WITHIN)

    def keep(self) -> None:
        """Save what is typed now, unless it is saved."""
        self._soon.stop()
        if self._draft is None or not self._since:
            return
        self._since, self._asked = 0, _now()
        fields = self._what()
        if fields:
            self._holds = True
            self._draft.keep(fields)
        elif self._holds:
            self._holds = False
            self._draft.give_up()
            self._succeed()
        else:
            self._succeed()

    def is_taken(self) -> None:
        """The text became a turn: an act saves it, and deletes its draft."""
        self._soon.stop()
        self._late.stop()
        self._since, self._holds = 0, False

    def give_up(self) -> None:
        """Nothing is typed any more: delete the draft."""
        self.is_taken()
        if self._draft is not None:
            self._draft.give_up()

    def _succeed(self) -> None:
        self._late.stop()
        if self._since:
            self._late.start(max(0, LATE - (_now() - self._since)))
        self.kept.emit(datetime.fromtimestamp(self._asked / 1000, UTC))

    def _fail(self, sentence: str) -> None:
        self._since = self._since or self._asked
        self._soon.start(AGAIN)
        self.late.emit()
        self.failed.emit(sentence)


def _now() -> int:
    """Milliseconds of this computer's clock."""
    return QDateTime.currentMSecsSinceEpoch()
