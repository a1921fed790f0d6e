"""The work on an assigned record: typing is kept, a version is written, all is signed, and handed back."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_work import Annotation, RenderingVersion
from thb_desktop.errors import NothingHandedBackError, ThbError
from thb_desktop.findings import Finding
from thb_desktop.services.assignments import desk
from thb_desktop.services.assignments.desk import FORM, AssignedJob
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import annotations, safety
from thb_desktop.services.language.annotations import NewAnnotation
from ui.assignment.chosen import Chosen
from ui.assignment.rows import AssignedRows
from ui.jobs import VaultJobs
from ui.language_work.beside import BesideModel, TurnWork, differences, turn_work
from ui.language_work.marks import numbered, why_along, why_placed
from ui.language_work.noting import Noted
from ui.messages import sentence
from ui.transcript.rows import At
from ui.view_model import ViewModel

KEEP_AFTER, TRY_AGAIN = 700, 1_000
"""Milliseconds without typing until it is kept, and until the next try after a failure."""


class AssignmentModel(ViewModel):
    """shown: the record, when it changed. kept: when what was typed was last kept. unkept: why it was not.
    written: the row of a turn. handed_back: whether something was. noted: a note was written or struck out.
    sealed: a concern for safety was sealed.
    """

    shown = Signal(object)
    kept = Signal(object)
    unkept = Signal(str)
    written = Signal(int)
    handed_back = Signal(bool)
    noted = Signal()
    sealed = Signal()

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.rows = AssignedRows(self)
        self.beside = BesideModel(jobs, self)
        self.found: AssignedJob | None = None
        self._numbers: dict[str, int] = {}
        self._compared: dict[tuple[SegmentId, str], tuple[Finding, ...]] = {}
        self._typed: dict[SegmentId, str] = {}
        self._rest = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._rest.timeout.connect(self.keep_drafts)

    def reload(self) -> None:
        self.read(desk.open_job, self._show)

    def type(self, number: int, column: int, typed: str) -> None:
        """Take the text being typed; it is kept after a short pause, and during a long one of typing."""
        row = self.rows.rows[number]
        self.rows.keep_typed(number, At(column), typed)
        self._typed[row.segment.id] = typed
        if not self._rest.isActive():
            self._rest.start(KEEP_AFTER)

    @property
    def holds_drafts(self) -> bool:
        """Whether something is typed that is not written."""
        return any(row.unsaved for row in self.rows.rows)

    def count_ready(self) -> int:
        """Return how many turns would be signed now: written and not signed as checked, or typed."""
        written = {each.segment_id for each in self.found.ready()} if self.found else set()
        rows = self.rows.rows
        typed = {row.segment.id for row in rows if row.unsaved and row.text(self.rows.right).strip()}
        return len(written | typed)

    def keep_drafts(self) -> None:
        """Keep what was typed since, sealed for the interpreter alone."""
        self._rest.stop()
        typed, self._typed = self._typed, {}
        for segment_id, text in typed.items():
            self._keep(segment_id, text)

    def render(self, number: int, *, checked: bool = False) -> None:
        """Write what is typed on a turn as its next version, signed by the interpreter."""
        row = self.rows.rows[number]
        text = row.text(self.rows.right).strip()
        if not text or not row.unsaved:
            self.written.emit(number)
            return
        self._typed.pop(row.segment.id, None)
        self.keep_drafts()

        def work(session: Session) -> AssignedJob:
            desk.render(session, row.segment.id, text, checked=checked, along=why_along())
            return desk.open_job(session)

        def done(found: AssignedJob) -> None:
            self._show(found)
            self.written.emit(number)

        self.jobs.run(self, work, then=done, refused=self.refuse)

    def sign(self) -> None:
        """Sign the last version of every turn as checked, in one go; what is typed is written first."""
        typed = {row.segment.id: row.text(self.rows.right).strip() for row in self.rows.rows if row.unsaved}
        self._typed.clear()

        def work(session: Session) -> AssignedJob:
            for segment_id, text in typed.items():
                if text:
                    desk.render(session, segment_id, text, checked=False, along=why_along())
            if desk.open_job(session).ready():
                desk.sign_all(session)
            return desk.open_job(session)

        self.jobs.run(self, work, then=self._show, refused=self.refuse)

    def hand_back(self) -> None:
        """Sign what was done, if there is something new, before the screen goes back."""
        self.keep_drafts()

        def work(session: Session) -> bool:
            try:
                desk.hand_back(session)
            except NothingHandedBackError:
                return False
            return True

        self.jobs.run(self, work, then=self.handed_back.emit, refused=self.refuse)

    def chosen(self, number: int, *, is_source: bool, words: tuple[int, int] | None) -> Chosen | None:
        """Return the chosen words of a side, or all of it; None where it has no text yet.

        words: the range in code points that is chosen in the editor of this side.
        """
        found, row = self.found, self.rows.rows[number]
        if found is None or row.segment.id not in self.rows.due:
            return None
        text = found.job.sources[row.segment.id] if is_source else row.text(self.rows.right)
        start, end = words or (0, len(text))
        if not text[start:end].strip():
            return None
        return Chosen(
            number=number, segment_id=row.segment.id, is_source=is_source, text=text, start=start, end=end
        )

    def note(self, chosen: Chosen, noted: Noted) -> None:
        """Note something at words; a rendering that is typed and not written is written first."""
        self.keep_drafts()
        unsaved = self.rows.rows[chosen.number].unsaved and not chosen.is_source

        def work(session: Session) -> AssignedJob:
            found = desk.open_job(session)
            version = found.job.newest().get(chosen.segment_id)
            if unsaved:
                version = desk.render(
                    session, chosen.segment_id, chosen.text.strip(), checked=False, along=why_along()
                )
            anchor = chosen.at_source() if version is None or chosen.is_source else chosen.at_version(version)
            new = NewAnnotation(
                segment_id=chosen.segment_id,
                anchor=anchor,
                code=noted.code,
                basis=noted.basis,
                language=noted.language,
                text=noted.text,
                visibility=noted.visibility,
            )
            annotations.annotate(session, found.job.job.id, new)
            return desk.open_job(session)

        if unsaved:
            self._typed.pop(chosen.segment_id, None)
        self.write(work, self._show_noted)

    def strike(self, annotation: Annotation, reason: str) -> None:
        """Strike out a note of one's own; it stays readable, with the reason."""
        self.keep_drafts()

        def work(session: Session) -> AssignedJob:
            annotations.strike_annotation(session, annotation.id, reason)
            return desk.open_job(session)

        self.write(work, self._show_noted)

    def place_note(self, note: Annotation, version: RenderingVersion, start: int, end: int) -> None:
        """Place a note again, at these code points of the last version."""
        self.keep_drafts()
        anchor = Anchor.of_text(version.id, version.text, start, end)

        def work(session: Session) -> AssignedJob:
            annotations.place_again(session, note.id, anchor, why_placed())
            return desk.open_job(session)

        self.write(work, self._show_noted)

    def seal_concern(self, text: str, segment_id: SegmentId | None) -> None:
        """Seal a concern for safety for the magistrates. Nothing of it stays in the window."""
        found = self.found
        if found is None:
            return
        self.write(
            lambda session: safety.raise_safety_flag(
                session,
                found.interview.id,
                text,
                interpreter_id=found.interpreter.id,
                segment_id=segment_id,
            ),
            lambda _: self.sealed.emit(),
        )

    def differences(self, number: int) -> tuple[Finding, ...]:
        """Compare what is typed on a turn, or else written, with its source."""
        found, row = self.found, self.rows.rows[number]
        if found is None or row.segment.id not in self.rows.due:
            return ()
        text = row.text(self.rows.right)
        key = (row.segment.id, text)
        if key not in self._compared:
            language = found.job.job.source_language or row.segment.language
            self._compared[key] = differences(
                found.job, row.segment.id, text, language=language, names=found.codes
            )
        return self._compared[key]

    def next_difference(self, after: int) -> int:
        """Return the next turn that differs from its source, from the top again; -1 if none does."""
        count = len(self.rows.rows)
        order = [*range(after + 1, count), *range(min(after + 1, count))]
        return next((number for number in order if self.differences(number)), -1)

    def turn(self, number: int) -> TurnWork | None:
        """Return what stands beside a turn, and ask memory and glossary about it."""
        if self.found is None:
            return None
        row = self.rows.rows[number]
        return turn_work(
            self.found.job,
            row.segment.id,
            numbers=self._numbers,
            labels={full.segment.id: full.label for full in self.found.segments},
            findings=self.differences(number),
        )

    def recorded_marks(self) -> list[str]:
        """Return where the turns begin and end in the recording, as it is written."""
        turns = [row.segment for row in self.rows.rows]
        return [mark for turn in turns for mark in (turn.recording_from, turn.recording_to)]

    def ask_beside(self, number: int) -> None:
        """Ask memory and glossary about a turn."""
        if self.found is not None:
            row, job = self.rows.rows[number], self.found.job
            self.beside.ask(job, row.segment.id, job.job.source_language or row.segment.language)

    def next_to_do(self, after: int) -> int:
        """Return the next turn that is not done, from the top again; -1 if all are."""
        count = len(self.rows.rows)
        order = [*range(after + 1, count), *range(min(after + 1, count))]
        return next((number for number in order if self.rows.is_to_do(number)), -1)

    def _keep(self, segment_id: SegmentId, text: str) -> None:
        told: list[datetime] = []

        def work(session: Session) -> None:
            told.append(desk.keep_typing(session, segment_id, text))

        def refused(error: ThbError) -> None:
            self._typed.setdefault(segment_id, text)
            self._rest.start(TRY_AGAIN)
            self.unkept.emit(sentence(error))

        self.jobs.keep((FORM, segment_id), work, then=lambda: self.kept.emit(told[-1]), refused=refused)

    def _show_noted(self, found: AssignedJob) -> None:
        self._show(found)
        self.noted.emit()

    def _show(self, found: AssignedJob) -> None:
        self.found = found
        self._compared = {}
        self._numbers = numbered(found.job, [full.segment.id for full in found.segments])
        self.rows.show_job(found)
        self.shown.emit(found)
