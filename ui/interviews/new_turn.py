"""The dialog that adds the next segment to a record."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.vocabulary import Conduct, QuestionType, SourceCapture, SpeakerRole, UtteranceKind
from ui.forms.editors import (
    ChoiceEditor,
    CodeEditor,
    CodesEditor,
    LineEditor,
    LinesEditor,
    NumberEditor,
)
from ui.interviews.opened import NEW_SEGMENT
from ui.interviews.view_model import InterviewsViewModel, NewTurn
from ui.labels import language_name
from ui.text import language_is_right_to_left, translate
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.text_edit import PlainTextEdit

_ANSWERS = {UtteranceKind.QUESTION: UtteranceKind.ANSWER, UtteranceKind.ANSWER: UtteranceKind.QUESTION}


class NewTurnDialog(Dialog):
    """Asks who spoke, in which language, what was said, and the interpreter's rendition on the other side.

    model.unadded says meanwhile that a segment is typed and not added. After a question or an answer it
    proposes the other speaker, in their last language.
    """

    def __init__(self, parent: QWidget, model: InterviewsViewModel) -> None:
        super().__init__(parent, self.tr("Add a turn"))
        self._model = model
        self.setMinimumWidth(640)
        record = model.record
        interview = record.interview if record else None
        self._sides = (interview.language, interview.procedure_language) if interview else ("", "")
        form = Form()
        self.speaker = form.add(self.tr("&Speaker"), CodeEditor(SpeakerRole))
        self.kind = form.add(self.tr("&Kind"), CodeEditor(UtteranceKind))
        sides = [(language_name(tag), tag) for tag in dict.fromkeys(self._sides) if tag]
        others = {full.segment.language for full in record.segments} if record else set()
        sides += [(language_name(tag), tag) for tag in sorted(others - set(self._sides))]
        self.language = form.add(self.tr("&Language spoken"), ChoiceEditor(sides))
        self.capture = form.add(self.tr("&How it was captured"), CodeEditor(SourceCapture))
        self.source = form.add(self.tr("&Original"), PlainTextEdit(self.tr("Original"), lines=4))
        self.rendition = form.add(
            self.tr("&Interpreter's words"), PlainTextEdit(self.tr("Interpreter's words"), lines=4)
        )
        self.recording_from = form.add(self.tr("&From, in the recording"), LineEditor())
        self.recording_to = form.add(self.tr("&To, in the recording"), LineEditor())
        self.conduct = form.add(self.tr("&Seen or heard"), CodesEditor(Conduct))
        self.silence = form.add(self.tr("Se&conds of silence"), NumberEditor())
        self.question_type = form.add(self.tr("T&ype of question"), CodeEditor(QuestionType))
        self.marks = form.add(self.tr("&Marks in the words"), LinesEditor())
        self.author = form.add(self.tr("&Rendered by"), ChoiceEditor(self._linguists(), self.tr("Not said")))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Add"))
        self._offer_next()
        self.keep_typing(model.draft(NEW_SEGMENT, interview.id if interview else ""))
        self.rejected.connect(self._leave)
        self.language.currentIndexChanged.connect(lambda _: self._turn())
        self._turn()

    def take(self) -> None:
        speaker, kind = self.speaker.value(), self.kind.value()
        if not isinstance(speaker, SpeakerRole):
            self.refuse_at(self.speaker, self.tr("Please say who spoke."))
            return
        if not isinstance(kind, UtteranceKind):
            self.refuse_at(self.kind, self.tr("Please say what kind of turn it is."))
            return
        if not self.language.value():
            self.refuse_at(self.language, self.tr("Please say in which language it was said."))
            return
        source, rendition = self.source.toPlainText().strip(), self.rendition.toPlainText().strip()
        capture, asked = self.capture.value(), self.question_type.value()
        if not isinstance(capture, SourceCapture):
            self.refuse_at(self.capture, self.tr("Please say how the words were captured."))
            return
        problem = problem_of_capture(capture, source)
        if problem or self.silence.problem():
            self.refuse_at(self.source if problem else self.silence, problem or self.silence.problem())
            return
        if not source and not rendition:
            self.refuse_at(self.rendition, self.tr("Please type the interpreter's words."))
            return
        self.begin_work()
        with self._model.answering(self):
            self._model.add_segment(
                NewTurn(
                    speaker=speaker,
                    kind=kind,
                    language=self.language.value(),
                    source=source,
                    capture=capture,
                    recording=(self.recording_from.value(), self.recording_to.value()),
                    marks=self.marks.value(),
                    conduct=tuple(each for each in self.conduct.value() if isinstance(each, Conduct)),
                    silence_seconds=self.silence.value(),
                    question_type=asked if isinstance(asked, QuestionType) else None,
                    rendition=rendition,
                    rendition_language=self.other_side(),
                    author_id=self.author.value(),
                )
            )

    def other_side(self) -> str:
        """The language opposite the spoken one."""
        return next((tag for tag in reversed(self._sides) if tag != self.language.value()), self._sides[1])

    def _linguists(self) -> list[tuple[str, str]]:
        """The interpreters of the case; those who are engaged in this record first, and marked."""
        record = self._model.record
        engaged = {each.interpreter_id for each in record.engagements if not each.struck} if record else set()
        offered = self._model.open_choices.get("interpreter", ())
        in_order = sorted(offered, key=lambda one: one[1] not in engaged)
        marked = self.tr("{name} (engaged in this record)")
        return [(marked.format(name=name) if of in engaged else name, of) for name, of in in_order]

    def _offer_next(self) -> None:
        """Propose an answer after a question, and the reverse; ask for anything else."""
        record = self._model.record
        last = next((full.segment for full in reversed(record.segments)), None) if record else None
        following = _ANSWERS.get(last.kind) if last else None
        if record is None or following is None:
            return
        before = next(
            (full.segment for full in reversed(record.segments) if full.segment.kind is following), None
        )
        if before is not None:
            self.kind.set_value(following)
            self.speaker.set_value(before.speaker)
            self.language.set_value(before.language)

    def _leave(self) -> None:
        self._model.unadded = bool(self.source.toPlainText().strip() or self.rendition.toPlainText().strip())

    def _turn(self) -> None:
        for editor, tag in ((self.source, self.language.value() or ""), (self.rendition, self.other_side())):
            right = language_is_right_to_left(tag)
            editor.write_from(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)


def problem_of_capture(capture: object, words: str) -> str:
    """Return why the words of a turn do not fit how they were captured; empty if they do."""
    if capture is SourceCapture.NOT_CAPTURED and words:
        return translate("turns", "Words are typed here. Please say how they were captured, or remove them.")
    if capture is not SourceCapture.NOT_CAPTURED and not words:
        return translate("turns", "Please type the original, or say that it was not transcribed.")
    return ""
