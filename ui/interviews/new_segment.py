"""The dialog that adds the next turn to a record."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from thb_desktop.domain.vocabulary import SourceCapture, SpeakerRole, UtteranceKind
from ui.interviews.view_model import NEW_SEGMENT, InterviewsViewModel, NewTurn
from ui.text import language_is_right_to_left
from ui.widgets.choices import CodeBox, LanguageBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.text_edit import PlainTextEdit


class NewSegmentDialog(Dialog):
    """Who spoke, in which language, what was said, and what the interpreter made of it.

    model.unadded says meanwhile that there is a turn of which something is typed.
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
        self.keep_typing(model.draft(NEW_SEGMENT, interview.id if interview else ""))
        self.rejected.connect(self._leave)
        self.captured.toggled.connect(self.source.setEnabled)
        self.language.currentIndexChanged.connect(lambda _: self._turn())
        self._turn()
        model.added.connect(self.accept)
        model.refused.connect(self.refuse)

    def take(self) -> None:
        source, rendition = self.source.toPlainText().strip(), self.rendition.toPlainText().strip()
        written = self.captured.isChecked() and bool(source)
        if not written and not rendition:
            self.refuse(self.tr("Please type the original, the interpreter's words, or both."))
            return
        self.main_button.setEnabled(False)
        self._model.add_segment(
            NewTurn(
                speaker=self.speaker.code(),
                kind=self.kind.code(),
                language=self.language.tag(),
                source=source,
                capture=SourceCapture.TYPED_LIVE if written else SourceCapture.NOT_CAPTURED,
                rendition=rendition,
            )
        )

    def _leave(self) -> None:
        self._model.unadded = bool(self.source.toPlainText().strip() or self.rendition.toPlainText().strip())

    def _turn(self) -> None:
        right = language_is_right_to_left(self.language.tag())
        self.source.write_from(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
