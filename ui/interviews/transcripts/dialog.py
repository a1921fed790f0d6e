"""Takes a transcript of others over: its turns are shown and assigned, then all stand in the draft."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.vocabulary import RenderingKind, SourceCapture
from thb_desktop.services.testimony.transcripts import (
    MOST_MARKS,
    AsRendered,
    AsSpoken,
    with_words,
)
from ui.interviews.transcripts.model import Known, Line, ReadFile, TranscriptModel
from ui.interviews.transcripts.speakers import SpeakersForm
from ui.jobs import VaultJobs
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.widgets.basic import Label, Part
from ui.widgets.choices import CodeBox, LanguageBox, ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.file_line import FileLine
from ui.widgets.form import Form
from ui.widgets.table import RecordTable

SPOKEN, RENDERED = "spoken", "rendered"
NOBODY, NONE_OF_THEM = "nobody", "none"


def open_transcript(parent: QWidget, jobs: VaultJobs, interview_id: InterviewId) -> "TranscriptDialog":
    """Ask for a transcript for a record that is a draft."""
    dialog = TranscriptDialog(parent, TranscriptModel(jobs, parent), interview_id)
    dialog.open()
    return dialog


class TranscriptDialog(Dialog):
    """Nothing is presumed: not who spoke, not in which language, not on which side the words stand.

    count: how many turns are taken over.
    """

    def __init__(self, parent: QWidget, model: TranscriptModel, interview_id: InterviewId) -> None:
        super().__init__(
            parent,
            self.tr("Take over a transcript"),
            self.tr(
                "SRT, VTT, ELAN or plain text with marks of speakers. Its turns go behind those of the "
                "draft, all at once; you read and mend them there."
            ),
        )
        self.setMinimumWidth(940)
        self._model, self._interview_id = model, interview_id
        self._known: Known | None = None
        self._read: ReadFile | None = None
        self.count = 0
        self.file = FileLine(self.tr("&File\u2026"), self.tr("Transcript"), self.look_at)
        self.body.addWidget(self.file)
        self.told = Label("", Part.STRONG, wrap=True)
        self.body.addWidget(self.told)
        self.rows: RowsModel[Line] = RowsModel(
            [
                Column(
                    title=self.tr("Line"),
                    read=lambda each: str(each.number),
                    width=60,
                    exact=True,
                    at_end=True,
                ),
                Column(title=self.tr("Recording"), read=lambda each: each.times, width=150, exact=True),
                Column(title=self.tr("Mark"), read=lambda each: isolate_words(each.mark), width=110),
                Column(title=self.tr("Words"), read=lambda each: each.text),
                Column(title=self.tr("To look at"), read=lambda each: each.doubts, spare=1),
            ],
            self,
        )
        self.table = RecordTable(self.rows, self.tr("Turns of the transcript"))
        self.table.setMinimumHeight(200)
        self.table.say_when_empty(self.tr("Choose a transcript."))
        self.body.addWidget(self.table)
        self.line_told = Label("", Part.MUTED, wrap=True)
        self.body.addWidget(self.line_told)
        self.speakers = SpeakersForm()
        self.body.addWidget(self.speakers)
        self._ask_side()
        self.finish_with(self.tr("&Take over all turns"), icon="check")
        self._may_take = lambda: (
            self._read is not None and self._known is not None and bool(self.speakers.lines)
        )
        self.let_take()
        self.table.chosen.connect(self._show_line)
        model.known.connect(self._show_known)
        model.was_read.connect(self._show)
        model.refused.connect(self.refuse)
        model.ask_known(interview_id)

    def _ask_side(self) -> None:
        form = Form()
        self.side: ValueBox = form.add(
            self.tr("The &words are"),
            ValueBox(
                [
                    (self.tr("what was said itself, in its language"), SPOKEN),
                    (self.tr("what an interpreter said on the spot"), RENDERED),
                ]
            ),
        )
        self.capture = form.add(
            self.tr("&Captured"),
            CodeBox(
                [each for each in SourceCapture if each is not SourceCapture.NOT_CAPTURED], open_question=True
            ),
        )
        self.language = form.add(self.tr("Rendered &into"), LanguageBox())
        self.author: ValueBox = form.add(self.tr("&Author of the rendering"), ValueBox(()))
        self.recording: ValueBox = form.add(self.tr("Times are o&f"), ValueBox(()))
        for box in (self.side, self.language, self.author, self.recording):
            box.setPlaceholderText(self.tr("Please choose"))
            box.setCurrentIndex(-1)
        self._form = form
        self.body.addLayout(form)
        self.side.currentIndexChanged.connect(lambda _: self._show_side())
        self._show_side()
        self._form.setRowVisible(self.recording, False)

    def look_at(self, path: Path) -> None:
        """Read a transcript."""
        self._read = None
        self.rows.show_rows(())
        self.told.clear()
        self.file.show_none()
        self.begin_work(self.tr("The transcript is being read\u2026"))
        self._model.read_file(path)

    def take(self) -> None:
        words = self._words()
        if self._read is None or words is None:
            return
        self.count = len(with_words(self._read.transcript))
        self.begin_work(self.tr("The turns are being written\u2026"))
        with self._model.answering(self):
            self._model.take_over(
                self._interview_id, self._read, self.speakers.assigned(), words, self._recording()
            )

    def _words(self) -> AsSpoken | AsRendered | None:
        """Return on which side the words stand; refuse at the first field that nobody answered."""
        unanswered = self.speakers.first_open()
        if unanswered is not None:
            self.refuse_at(unanswered, self.tr("Please say who this is, and how they spoke."))
            return None
        side = self.side.currentData()
        wanted: tuple[QWidget, ...] = (self.capture,) if side == SPOKEN else (self.language, self.author)
        if not self.recording.isHidden():
            wanted = (*wanted, self.recording)
        for box in (self.side, *wanted):
            if box.currentIndex() < 0:  # type: ignore[attr-defined]  # all are boxes
                self.refuse_at(box, self.tr("Please choose: the program does not guess it."))
                return None
        if side == SPOKEN:
            return AsSpoken(capture=self.capture.code())
        author = self.author.currentData()
        return AsRendered(
            language=self.language.tag(),
            kind=RenderingKind.RENDITION,
            author_id=None if author == NOBODY else author,
        )

    def _recording(self) -> str | None:
        """Return the file of which the times are: empty where there is one file, None for none of several."""
        if self.recording.isHidden():
            return ""
        chosen = self.recording.currentData()
        return None if chosen == NONE_OF_THEM else str(chosen)

    def _show_side(self) -> None:
        """Show the questions of the chosen side alone."""
        side = self.side.currentData()
        self._form.setRowVisible(self.capture, side == SPOKEN)
        for box in (self.language, self.author):
            self._form.setRowVisible(box, side == RENDERED)

    def _show_known(self, known: Known) -> None:
        self._known = known
        self.author.clear()
        for each in known.interpreters:
            self.author.addItem(f"{isolate(each.code)} {isolate_words(each.name)}", each.id)
        self.author.addItem(self.tr("Nobody is named"), NOBODY)
        self.author.setCurrentIndex(-1)
        for name in known.recorded:
            self.recording.addItem(isolate(name), name)
        self.recording.addItem(self.tr("none of the recordings: the times are left out"), NONE_OF_THEM)
        self.recording.setCurrentIndex(-1)
        self._show_marks()

    def _show(self, read: ReadFile) -> None:
        self._end_work()
        self._read = read
        self.file.show_file(read.name, read.sha256)
        transcript = read.transcript
        self.told.setText(
            self.tr("%n turn(s), {encoding}.", "", len(with_words(transcript))).format(
                encoding=isolate(transcript.encoding.value)
            )
            + " "
            + self.tr("%n line(s) to look at.", "", len(transcript.findings))
        )
        self.rows.show_rows(read.lines)
        self.table.say_when_empty(self.tr("The file has no turn."))
        self.table.choose_row(0)
        self._show_marks()

    def _show_marks(self) -> None:
        if self._read is None or self._known is None:
            return
        asks = len(self._known.recorded) > 1 and self._read.has_times
        self._form.setRowVisible(self.recording, asks)
        marks = self._read.marks
        if len(marks) > MOST_MARKS:
            self.speakers.show_marks({}, ())
            self.notice.tell(
                self.tr("The transcript has too many marks of speakers. Please correct them in the file."),
                Tone.BAD,
            )
        else:
            self.speakers.show_marks(marks, self._known.speakers)
        self.let_take()

    def _show_line(self, chosen: object) -> None:
        self.line_told.setText(
            "  ".join(filter(None, (isolate_words(chosen.text), chosen.doubts)))
            if isinstance(chosen, Line)
            else ""
        )
