"""Asks what a new rendering of a turn is, before it is saved."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.vocabulary import RenderingKind
from ui.forms.editors import CodeEditor
from ui.transcript.model import TranscriptModel
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form


class RenderingKindDialog(Dialog):
    """The words that the interpreter spoke and a translation made in writing are printed differently."""

    def __init__(self, parent: QWidget, transcript: TranscriptModel, number: int) -> None:
        super().__init__(
            parent,
            self.tr("What are these words?"),
            self.tr(
                "Either the interpreter spoke them during the interview, or they were translated in writing "
                "afterwards."
            ),
        )
        self._transcript, self._number = transcript, number
        self._segment_id = transcript.segments.rows[number].segment.id
        form = Form()
        self.kind = form.add(self.tr("&Kind of rendering"), CodeEditor(RenderingKind))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Save"))

    def take(self) -> None:
        kind = self.kind.value()
        if not isinstance(kind, RenderingKind):
            self.refuse_at(self.kind, self.tr("Please say which of the two they are."))
            return
        self.accept()
        self._transcript.save(self._transcript.segments.row_of(self._segment_id), kind)
