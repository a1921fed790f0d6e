"""The dialog that adds the next turn to a record."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from thb_desktop.domain.vocabulary import SourceCapture, SpeakerRole, UtteranceKind
from ui.interviews.view_model import InterviewsViewModel, NewTurn
from ui.text import language_is_right_to_left
from ui.tones import Tone
from ui.widgets.choices import CodeBox, LanguageBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.text_edit import PlainTextEdit


class NewSegmentDialog(Dialog):
    """Who spoke, in which language, what was said, and what the interpreter made of it.

    All of it is kept in the vault while it is typed, and offered again until it is added.
    """

    def __init__(self, parent: QWidget, model: InterviewsViewModel) -> None:
        super().__init__(parent, self.tr("Add a segment"))
        self._model = model
        self.setMinimumWidth(640)
        interview = model.record.interview if model.record else None
        form = Form()
        self.speaker = form.add(self.tr("&Speaker"), CodeBox(SpeakerRole, SpeakerRole.PERSON_HEARD))
        self.kind = form.add(self.tr("&Kind"), CodeBox(UtteranceKind, UtteranceKind.ANSWER))
        self.language = form.add(self.tr("&Language"), LanguageBox(interview.language if interview else ""))
        self.captured = QCheckBox(self.tr("The speech itself is &written down"))
        self.captured.setChecked(True)
        form.addRow("", self.captured)
        self.source = form.add(self.tr("&Original"), PlainTextEdit(self.tr("Original"), lines=4))
        self.rendition = form.add(
            self.tr("&Interpreter's words"), PlainTextEdit(self.tr("Interpreter's words"), lines=4)
        )
        self.body.addLayout(form)
        self.finish_with(self.tr("&Add"))
        self.captured.toggled.connect(self.source.setEnabled)
        self.language.currentIndexChanged.connect(lambda _: self._turn())
        self._turn()
        if model.unadded is not None:
            self._restore(model.unadded)
        self._keep_what_is_typed()
        model.added.connect(self.accept)
        model.refused.connect(self.refuse)

    def take(self) -> None:
        turn = self._typed()
        written = self.captured.isChecked() and bool(turn.source.strip())
        if not written and not turn.rendition.strip():
            self.refuse(self.tr("Please type the original, the interpreter's words, or both."))
            return
        self.main_button.setEnabled(False)
        self._model.add_segment(
            replace(
                turn,
                source=turn.source.strip(),
                capture=SourceCapture.TYPED_LIVE if written else SourceCapture.NOT_CAPTURED,
                rendition=turn.rendition.strip(),
            )
        )

    def _typed(self) -> NewTurn:
        captured = self.captured.isChecked()
        return NewTurn(
            speaker=self.speaker.code(),
            kind=self.kind.code(),
            language=self.language.tag(),
            source=self.source.toPlainText(),
            capture=SourceCapture.TYPED_LIVE if captured else SourceCapture.NOT_CAPTURED,
            rendition=self.rendition.toPlainText(),
        )

    def _restore(self, turn: NewTurn) -> None:
        self.speaker.setCurrentIndex(self.speaker.findData(turn.speaker))
        self.kind.setCurrentIndex(self.kind.findData(turn.kind))
        self.language.setCurrentIndex(self.language.findData(turn.language))
        self.captured.setChecked(turn.capture is not SourceCapture.NOT_CAPTURED)
        self.source.setPlainText(turn.source)
        self.rendition.setPlainText(turn.rendition)
        self.notice.tell(self.tr("This was typed before and not added. It is shown again."), Tone.INFO)

    def _keep_what_is_typed(self) -> None:
        for changed in (
            self.speaker.currentIndexChanged,
            self.kind.currentIndexChanged,
            self.language.currentIndexChanged,
            self.captured.toggled,
            self.source.textChanged,
            self.rendition.textChanged,
        ):
            changed.connect(lambda *_: self._keep())
        self.rejected.connect(self._model.keep_drafts)

    def _keep(self) -> None:
        if self.main_button.isEnabled():
            self._model.type_turn(self._typed())

    def _turn(self) -> None:
        right = language_is_right_to_left(self.language.tag())
        self.source.write_from(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
