"""Asks what a new rendering of a turn is, before it is saved: a written translation is made elsewhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.vocabulary import RenderingKind
from ui.forms.editors import CodeEditor
from ui.transcript.model import TranscriptModel
from ui.widgets.basic import rename
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form


class RenderingKindDialog(Dialog):
    """What the interpreter said goes into the record; a written translation leads to its page.

    translates: the words are a translation; they stay typed, and unsaved.
    """

    translates = Signal()

    def __init__(self, parent: QWidget, transcript: TranscriptModel, number: int) -> None:
        super().__init__(
            parent,
            self.tr("What are these words?"),
            self.tr(
                "The record is for what the interpreter said during the interview. A written translation "
                "is made on the page Translations; what you typed here stays unsaved until you discard it."
            ),
        )
        self._transcript, self._number = transcript, number
        self._segment_id = transcript.segments.rows[number].segment.id
        form = Form()
        self.kind = form.add(self.tr("&Kind of rendering"), CodeEditor(RenderingKind))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Save"))
        self.kind.currentIndexChanged.connect(lambda _: self._name_step())

    def take(self) -> None:
        kind = self.kind.value()
        if not isinstance(kind, RenderingKind):
            self.refuse_at(self.kind, self.tr("Please say which of the two they are."))
            return
        self.accept()
        if kind is RenderingKind.TRANSLATION:
            self.translates.emit()
        else:
            self._transcript.save(self._transcript.segments.row_of(self._segment_id), kind)

    def _name_step(self) -> None:
        leads = self.kind.value() is RenderingKind.TRANSLATION
        rename(self.main_button, self.tr("To &Translations") if leads else self.tr("&Save"))
