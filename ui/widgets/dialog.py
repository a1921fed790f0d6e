"""Dialogs of one shape: a heading, a body, a notice for refusals, and the buttons at the end."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from ui.form_draft import FormDraft
from ui.tones import Tone
from ui.widgets.basic import Label, Notice, Part, button, row
from ui.widgets.dates import first_error
from ui.widgets.form import align
from ui.widgets.keeping import Keeper
from ui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from ui.widgets.second_person import SecondPerson

FRAME = 40
"""Pixels of a screen left to the frame that the desktop draws around a window."""


class Dialog(QDialog):
    """A question with room for its answer. Enter takes the main button, Esc goes back.

    A dialog in which something is typed calls `keep_typing` at the end of its making; one that takes a second
    person calls `wait_for`. It is as high as its words need; on a screen too small, its body scrolls.
    """

    def __init__(self, parent: QWidget | None, heading: str, sentence: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("THB Desktop"))
        self.setAccessibleName(heading)
        self.setMinimumWidth(480)
        self.keeper: Keeper | None = None
        self.awaits_paper = False
        """Whether something is shown in it this once that nobody has on paper yet: the lock waits for it."""
        self._may_take: Callable[[], bool] = lambda: True
        self._needed = 0
        self._wished = QSize()
        self.finished.connect(self.deleteLater)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(24, 20, 24, 18)
        self._outer.setSpacing(12)
        self._outer.addWidget(Label(heading, Part.HEADING, wrap=True))
        if sentence:
            self._outer.addWidget(Label(sentence, Part.MUTED, wrap=True))
        self.area = Scrolled(heading)
        self.body = self.area.column
        self._outer.addWidget(self.area, 1)
        self.notice = Notice()
        self._outer.addWidget(self.notice)

    def finish_with(self, main: str, *, icon: str = "", back: str = "", danger: bool = False) -> None:
        """Put the buttons at the end; the main one calls `take` once every date can be read."""
        self.main_button = button(main, self._take_read, icon=icon, part="danger" if danger else "primary")
        self.main_button.setDefault(True)
        self.back_button = button(back or self.tr("Cancel"), self.reject)
        self.afresh_button = button(self.tr("Begin afresh"), self._begin_afresh, icon="undo-2", part="quiet")
        self.afresh_button.hide()
        self._outer.addSpacing(4)
        self._outer.addLayout(row(self.afresh_button, None, self.back_button, self.main_button))

    def keep_typing(self, draft: FormDraft) -> None:
        """Keep what is typed as a draft, at rest, on Esc and on the lock, and show it again now.

        Once the main button was taken and it worked, nothing is kept any more.
        """
        self.setObjectName(draft.form)
        self.keeper = Keeper(self, draft)
        self.keeper.restored.connect(self._tell_restored)
        self.keeper.failed.connect(lambda sentence: self.notice.tell(sentence, Tone.WARN))
        self.keeper.mended.connect(self.notice.clear)
        self.accepted.connect(self.keeper.give_up)
        self.rejected.connect(self.keeper.leave)

    def wait_for(self, second: "SecondPerson") -> None:
        """Let the main button rest until the vault has told who could be the second person."""
        self._may_take = lambda: second.is_known
        second.asked.connect(self.let_take)
        second.ready.connect(self.let_take)
        self.let_take()

    def let_take(self) -> None:
        """Offer the main button, where the second person is known or none is asked for."""
        self.main_button.setEnabled(self._may_take())

    def take(self) -> None:
        """The main button was taken."""
        self.accept()

    def _take_read(self) -> None:
        unread = first_error(self)
        if unread is None:
            self.take()
        else:
            self.refuse(unread.error())
            go_to(unread)

    def _tell_restored(self) -> None:
        self.afresh_button.show()
        self.notice.tell(self.tr("This was typed before and not saved. It is shown again."), Tone.INFO)

    def _begin_afresh(self) -> None:
        if self.keeper is not None:
            self.keeper.begin_afresh()
        self.afresh_button.hide()
        self.notice.clear()

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be done; what was typed stays."""
        self.notice.tell(sentence, Tone.BAD)
        self.let_take()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        self._fit_height()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        told = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._fit_height()
        return told

    def most_height(self) -> int:
        """Of the screen it stands on."""
        return self.screen().availableGeometry().height() - FRAME

    def _fit_height(self) -> None:
        """As high as what stands in it, and never higher than the screen."""
        align(self)
        layout = self._outer
        if not self._needed and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._wished = self.size()
        width = max(self.width() if self._needed else 0, self._wished.width(), self.minimumWidth())
        width = max(width, layout.totalSizeHint().width())
        needed = layout.totalHeightForWidth(width)
        if needed == self._needed and width == self.width():
            return
        self._needed = needed
        self.resize(width, min(max(needed, self._wished.height()), self.most_height()))
        beyond = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
        if self.isVisible() and beyond > 0:
            self.move(self.x(), max(self.screen().availableGeometry().top(), self.y() - beyond))


def go_to(field: QWidget) -> None:
    """Move the cursor to a field, also where another page of tabs stands in front of it."""
    inner = field.parentWidget()
    while inner is not None and not inner.isWindow():
        stack = inner.parentWidget()
        tabs = stack.parentWidget() if stack is not None else None
        if isinstance(tabs, QTabWidget):
            tabs.setCurrentWidget(inner)
        inner = stack
    field.setFocus(Qt.FocusReason.OtherFocusReason)


class Message(Dialog):
    """One sentence to be read."""

    def __init__(self, parent: QWidget | None, heading: str, sentence: str, tone: Tone = Tone.INFO) -> None:
        super().__init__(parent, heading)
        self.notice.tell(sentence, tone)
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.main_button.setDefault(True)
        self._outer.addLayout(row(None, self.main_button))


class Question(Dialog):
    """Yes or no, with the yes named by what it does."""

    def __init__(
        self, parent: QWidget | None, heading: str, sentence: str, yes: str, *, danger: bool = False
    ) -> None:
        super().__init__(parent, heading, sentence)
        self.finish_with(yes, danger=danger)
        if danger:
            self.main_button.setDefault(False)
            self.back_button.setDefault(True)
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)


def ask(parent: QWidget | None, heading: str, sentence: str, yes: str, *, danger: bool = False) -> bool:
    """Ask and wait; True for yes."""
    return Question(parent, heading, sentence, yes, danger=danger).exec() == QDialog.DialogCode.Accepted


class ReasonDialog(Dialog):
    """Something is done for a reason, and the reason is typed."""

    def __init__(
        self,
        parent: QWidget | None,
        heading: str,
        sentence: str,
        yes: str,
        reason: str,
        *,
        draft: FormDraft | None = None,
    ) -> None:
        super().__init__(parent, heading, sentence)
        self.reason = QLineEdit(reason)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.body.addWidget(self.reason)
        self.finish_with(yes)
        self.typed = ""
        if draft is not None:
            self.keep_typing(draft)

    def take(self) -> None:
        self.typed = self.reason.text().strip()
        if self.typed:
            self.accept()
        else:
            self.refuse(self.tr("A reason is needed. Please write why."))


def ask_reason(
    parent: QWidget | None,
    heading: str,
    sentence: str,
    yes: str,
    reason: str = "",
    *,
    draft: FormDraft | None = None,
) -> str:
    """Ask for a reason and wait; empty where the person went back. draft: where it is kept meanwhile."""
    dialog = ReasonDialog(parent, heading, sentence, yes, reason, draft=draft)
    taken = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.typed if taken else ""
