"""The answer of the authority to a question or a doubt of a linguist."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.language_work import Annotation
from ui.language_office.job_model import JobModel
from ui.text import isolate, isolate_words, quoted
from ui.widgets.basic import Label, Part
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.text_edit import PlainTextEdit


def answer_dialog(parent: QWidget, model: JobModel, note: Annotation, turn: str) -> Dialog:
    return AnswerDialog(parent, model, note, turn)


class AnswerDialog(Dialog):
    """Shows the question, and takes the answer; a later one takes its place."""

    def __init__(self, parent: QWidget, model: JobModel, note: Annotation, turn: str) -> None:
        super().__init__(
            parent,
            self.tr("Answer the linguist, turn {turn}").format(turn=isolate(turn)),
            self.tr("The answer stands with the question. A later one takes its place."),
        )
        self._model, self._note = model, note
        if note.anchor.quoted:
            self.body.addWidget(Label(quoted(note.anchor.quoted), Part.STRONG, wrap=True))
        self.body.addWidget(Label(isolate_words(note.text), wrap=True).selectable())
        form = Form()
        self.answer = form.add(self.tr("&Answer"), PlainTextEdit("", lines=3))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Give the answer"), icon="check")
        self.keep_typing(model.draft("answer-note", note.id))
        self.answer.setFocus()

    def take(self) -> None:
        if self.lacks((self.answer, self.tr("Please write the answer."))):
            return
        self.begin_work()
        with self._model.answering(self):
            self._model.answer(self._note.segment_id, self._note.id, self.answer.toPlainText().strip())
