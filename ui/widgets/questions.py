"""Questions: a sentence to read, yes or no, and the reason of an act."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from ui.form_draft import FormDraft
from ui.tones import Tone
from ui.widgets.basic import button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form


class Message(Dialog):
    """One sentence to read."""

    def __init__(self, parent: QWidget | None, heading: str, sentence: str, tone: Tone = Tone.INFO) -> None:
        super().__init__(parent, heading)
        self.notice.tell(sentence, tone)
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.main_button.setDefault(True)
        self._outer.addLayout(row(None, self.main_button))


class Question(Dialog):
    """Yes or no; the yes button names its effect. doubtful: Enter goes back, as for what is dangerous."""

    def __init__(
        self,
        parent: QWidget | None,
        heading: str,
        sentence: str,
        yes: str,
        *,
        danger: bool = False,
        doubtful: bool = False,
    ) -> None:
        super().__init__(parent, heading, sentence)
        self.finish_with(yes, danger=danger, doubtful=doubtful)
        if danger or doubtful:
            self.main_button.setDefault(False)
            self.back_button.setDefault(True)
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)


def ask(
    parent: QWidget | None,
    heading: str,
    sentence: str,
    yes: str,
    *,
    danger: bool = False,
    doubtful: bool = False,
) -> bool:
    """Ask and wait; True for yes."""
    question = Question(parent, heading, sentence, yes, danger=danger, doubtful=doubtful)
    return question.exec() == QDialog.DialogCode.Accepted


class ReasonDialog(Dialog):
    """Asks for the reason of an act."""

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
        form = Form()
        self.reason = form.add(self.tr("&Reason"), QLineEdit(reason))
        self.body.addLayout(form)
        self.finish_with(yes)
        self.typed = ""
        if draft is not None:
            self.keep_typing(draft)

    def take(self) -> None:
        self.typed = self.reason.text().strip()
        if not self.lacks((self.reason, self.tr("A reason is needed. Please write why."))):
            self.accept()


def ask_reason(
    parent: QWidget | None,
    heading: str,
    sentence: str,
    yes: str,
    reason: str = "",
    *,
    draft: FormDraft | None = None,
) -> str:
    """Ask for a reason and wait; empty if the person went back. draft: where it is saved meanwhile."""
    dialog = ReasonDialog(parent, heading, sentence, yes, reason, draft=draft)
    taken = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.typed if taken else ""
