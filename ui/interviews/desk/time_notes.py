"""A note at a time of the recording, typed at the desk for the linguist of a job on the record."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.ids import JobId, SegmentId
from thb_desktop.domain.language_work import Annotation, LanguageJob
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import annotations, overview
from ui import shortcuts
from ui.interviews.desk.entry_row import EntryRow
from ui.interviews.desk.heard import HeardTurn
from ui.interviews.view_model import InterviewsViewModel
from ui.labels import language_within
from ui.language_work.note_dialog import Asked
from ui.language_work.noting import OFFERED, Noted
from ui.language_work.popovers import FORM
from ui.language_work.times.dialogs import TimeNoteDialog
from ui.language_work.times.ranges import TimeMarks
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.transcript.segment_row import SegmentRow

Jobs = tuple[tuple[LanguageJob, str], ...]


class DeskTimeNotes(QObject):
    """Notes at the chosen turn; while the next one is typed, at the newest that was kept."""

    def __init__(self, page: QWidget, model: InterviewsViewModel, entry: EntryRow, heard: HeardTurn) -> None:
        super().__init__(page)
        self._page, self._model, self._entry = page, model, entry
        self._heard, self._strip, self._table = heard, heard.strip, heard.table
        strip = heard.strip
        self._marks = TimeMarks(strip, by_keys=False)
        strip.wants_note.connect(self.note)

    def note(self) -> None:
        """Ask which jobs render the turn, and then for the note."""
        row = self._row()
        if not self._model.may_note:
            return
        if not self._strip.model.files:
            self._tell(self.tr("There is no recording here at which something is noted."))
        elif row is None:
            self._tell(self.tr("A note is at a turn: choose one, or keep one first."))
        else:
            segment_id = row.segment.id
            self._model.read(
                lambda session: overview.list_jobs_at(session, segment_id),
                lambda found: self._ask(row, found),
            )

    def _ask(self, row: SegmentRow, found: Jobs) -> None:
        if not found:
            told = self.tr(
                "No open job renders this turn. A note is a linguist's: {key} leads to their jobs."
            )
            self._tell(told.format(key=isolate(shortcuts.named(shortcuts.LANGUAGE_WORK))))
            return
        sentence = self.tr("At turn {turn}. It is signed by the linguist with their wording of the turn.")
        self._marks.set_range("", "")
        into = dict.fromkeys(job.target_language for job, _ in found)
        dialog = TimeNoteDialog(
            self._page,
            Asked(
                heading=self.tr("Note at a time of the recording"),
                quoted="",
                codes=OFFERED,
                languages=tuple(dict.fromkeys((*into, row.segment.language))),
                sentence=sentence.format(turn=isolate(row.full.label)),
            ),
            self._marks,
            jobs=[(_called(*each), each[0].id) for each in found],
        )
        dialog.keep_typing(self._model.draft(f"{FORM}.time", row.segment.id))
        dialog.begin_at_marks()
        dialog.taken.connect(lambda noted: self._write(dialog, row.segment.id, noted))
        dialog.finished.connect(lambda _: self._heard.show())
        dialog.open()

    def _write(self, dialog: TimeNoteDialog, segment_id: SegmentId, noted: Noted) -> None:
        if dialog.range is None:
            return
        job_id, new = JobId(str(dialog.job.currentData())), noted.at(segment_id, dialog.range.anchor)
        dialog.begin_work()

        def work(session: Session) -> Annotation:
            return annotations.annotate(session, job_id, new)

        def done(_: Annotation) -> None:
            self._tell(
                self.tr("Noted for the linguist, who signs it. It stands at the turn, in the job."), Tone.OK
            )

        with self._model.answering(dialog):
            self._model.read(work, done)

    def _row(self) -> SegmentRow | None:
        """The chosen turn; while the next one is typed, the newest that stands."""
        rows, number = self._model.segments.rows, self._table.row()
        if not self._entry.has_focus and 0 <= number < len(rows):
            return rows[number]
        return next((each for each in reversed(rows) if not each.segment.struck), None)

    def _tell(self, sentence: str, tone: Tone = Tone.INFO) -> None:
        self._strip.told.emit(sentence, tone)


def _called(job: LanguageJob, linguist: str) -> str:
    return f"{isolate(job.number)}  {language_within(job.target_language)}, {isolate_words(linguist)}"
