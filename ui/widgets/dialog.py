"""Dialogs of one shape: a heading, a body, a notice for refusals, and the buttons at the end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from ui.form_draft import FormDraft
from ui.tones import Tone
from ui.widgets.basic import Label, Notice, Part, button, row
from ui.widgets.keeping import Keeper


class Dialog(QDialog):
    """A question with room for its answer. Enter takes the main button, Esc goes back.

    A dialog in which something is typed calls `keep_typing` at the end of its making.
    """

    def __init__(self, parent: QWidget | None, heading: str, sentence: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("THB Desktop"))
        self.setAccessibleName(heading)
        self.setMinimumWidth(480)
        self.keeper: Keeper | None = None
        self.awaits_paper = False
        """Whether something is shown in it this once that nobody has on paper yet: the lock waits for it."""
        self.finished.connect(self.deleteLater)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(24, 20, 24, 18)
        self._outer.setSpacing(12)
        self._outer.addWidget(Label(heading, Part.HEADING, wrap=True))
        if sentence:
            self._outer.addWidget(Label(sentence, Part.MUTED, wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self._outer.addLayout(self.body)
        self.notice = Notice()
        self._outer.addWidget(self.notice)

    def finish_with(self, main: str, *, icon: str = "", back: str = "", danger: bool = False) -> None:
        """Put the buttons at the end; the main one calls `take`."""
        self.main_button = button(main, self.take, icon=icon, part="danger" if danger else "primary")
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

    def take(self) -> None:
        """The main button was taken."""
        self.accept()

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
        self.main_button.setEnabled(True)


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
