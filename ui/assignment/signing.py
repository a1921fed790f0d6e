"""Signing in the window of an interpreter: what differs needs a reason, and what is left behind is named."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_work import Annotation
from thb_desktop.findings import Finding
from ui.assignment.model import AssignmentModel
from ui.language_work.before_signing import ReasonRows, notes_left, told_left
from ui.text import isolate
from ui.tones import Tone
from ui.widgets.basic import Notice
from ui.widgets.dialog import Dialog


class SignWorkDialog(Dialog):
    """goes_to: the id of a turn that is to be mended; the dialog is closed."""

    goes_to = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        model: AssignmentModel,
        found: Sequence[Finding],
        left: Sequence[Annotation],
        labels: Mapping[SegmentId, str],
    ) -> None:
        super().__init__(
            parent,
            self.tr("Sign my renderings?"),
            self.tr("You sign that you checked the last version of every turn. Turns: {count}").format(
                count=isolate(str(progress.ready if (progress := model.progress()) else 0))
            ),
        )
        self.setMinimumWidth(760)
        self._model = model
        self.rows = ReasonRows(
            labels,
            self.tr(
                "This differs from what was said. Go there and mend it, or write why you sign it all the "
                "same: the reason is signed with it, and printed."
            ),
            self.tr("Reason for signing all the same"),
        )
        self.body.addWidget(self.rows)
        self.left = Notice()
        self.body.addWidget(self.left)
        self.rows.show_warnings(found, leads=True)
        if left:
            told = self.tr(
                "These notes stand at words that the present wording does not have. Your signature does not "
                "cover them, and they are not printed. Place them again first, or leave them:"
            )
            self.left.tell(f"{told}\n{told_left(left, labels)}", Tone.WARN)
        self.finish_with(self.tr("&Sign"), icon="stamp")
        self.rows.goes_to.connect(self._go)
        if model.turns is not None and found:
            self.keep_typing(model.draft("assignment.sign", model.turns.job.id))
        fields = self.rows.fields
        (fields[0][1] if fields else self.back_button).setFocus()

    def take(self) -> None:
        if not self.lacks(*self.rows.wanting()):
            self.begin_work(self.tr("It is being signed\u2026"))
            with self._model.answering(self):
                self._model.sign_all(self.rows.given())

    def _go(self, segment_id: str) -> None:
        self.reject()
        self.goes_to.emit(segment_id)


def ask_to_sign(window: QWidget, model: AssignmentModel, found: Sequence[Finding]) -> SignWorkDialog | None:
    """Sign at once where nothing is in doubt; otherwise ask first, and return the question."""
    turns = model.turns
    left = notes_left(turns) if turns is not None else ()
    if turns is None or not (found or left):
        model.sign_all(())
        return None
    dialog = SignWorkDialog(window, model, found, left, model.labels)
    dialog.open()
    return dialog
