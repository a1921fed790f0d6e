"""The work on an assigned record: typing is kept, a version is written, all is signed, and handed back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.vocabulary import ConcernKind
from thb_desktop.errors import NothingHandedBackError
from thb_desktop.findings import Finding
from thb_desktop.services.assignments import desk
from thb_desktop.services.assignments.desk import AssignedJob
from thb_desktop.services.core.session import Session
from ui.jobs import VaultJobs
from ui.language_work.beside import BesideModel
from ui.language_work.marks import why_along
from ui.language_work.noted_turns import NotedTurns
from ui.language_work.rows import Shown


class AssignmentModel(NotedTurns):
    """shown: the record, when all of it was read. doubted: how what waits for a signature differs from its
    source. all_signed: no turn is left that is not signed. handed_back: whether something was.
    """

    shown = Signal(object)
    doubted = Signal(object)
    all_signed = Signal()
    handed_back = Signal(bool)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.beside = BesideModel(jobs, self)
        self.found: AssignedJob | None = None

    def reload(self) -> None:
        self.read(desk.open_job, self._show)

    def writer(self) -> Callable[[Session, SegmentId, str], RenderingVersion]:
        return partial(_write, along=why_along())

    def check_signing(self) -> None:
        """Write what is typed, and tell how what waits for a signature differs from its source."""

        def check() -> None:
            self.read(desk.check_ready, self.doubted.emit)

        if self.holds_drafts:
            self.write_typed(check)
        else:
            check()

    def sign_all(self, reasons: Sequence[tuple[Finding, str]]) -> None:
        """Sign the last version of every turn as checked, in one go, with a reason for each difference."""

        def sign(session: Session) -> AssignedJob:
            desk.sign_all(session, reasons)
            return desk.open_job(session)

        def tell() -> None:
            if self.next_to_do(-1) < 0:
                self.all_signed.emit()

        self.read(sign, lambda found: self._show(found, tell))

    def write_typed(self, then: Callable[[], object]) -> None:
        """Write all that is typed as versions, and go on."""
        unsaved = [(number, row) for number, row in enumerate(self.rows.rows) if row.unsaved]
        typed: dict[SegmentId, str] = {}
        for number, row in unsaved:
            segment_id, text = row.segment.id, row.text(self.rows.right).strip()
            if text and not self.stands(segment_id, text):
                self.forget_typed(segment_id)
                typed[segment_id] = text
            else:
                self.discard(number)
        write_one = self.writer()

        def write(session: Session) -> AssignedJob:
            for segment_id, text in typed.items():
                write_one(session, segment_id, text)
            return desk.open_job(session)

        def done(found: AssignedJob) -> None:
            self._show(found, then)

        self.jobs.run(self, write, then=done, refused=self.refuse)

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

    def languages_of_notes(self, number: int) -> tuple[str, ...]:
        """Return in which languages a note at a turn may be written, the usual one first."""
        row, file = self.rows.rows[number], self.found.case.language if self.found else ""
        spoken = self.rows.language_of_source(row)
        return tuple(dict.fromkeys(filter(None, (self.rows.right, spoken, file))))

    def seal_concern(self, text: str, kind: ConcernKind, segment_id: SegmentId | None) -> None:
        if self.found is not None:
            self.seal(text, kind, linguist=self.found.interpreter.id, segment_id=segment_id)

    def recorded_marks(self) -> list[str]:
        """Return where the turns begin and end in the recording, as it is written."""
        turns = [row.segment for row in self.rows.rows]
        return [mark for turn in turns for mark in (turn.recording_from, turn.recording_to)]

    def ask_beside(self, number: int) -> None:
        """Ask memory and glossary about a turn."""
        if self.turns is not None:
            row = self.rows.rows[number]
            self.beside.ask(self.turns, row.segment.id, self.rows.language_of_source(row))

    def _show(self, found: AssignedJob, then: Callable[[], object] = lambda: None) -> None:
        shown = Shown(
            turns=found.turns,
            segments=found.segments,
            language=found.interview.language,
            from_language=found.from_language,
            names={found.turns.job.linguist_id: found.author, found.interpreter.id: found.interpreter.name},
            typists={},
            drafts=found.drafts,
            can_edit=found.is_linguist and found.turns.job.is_open,
        )

        def done() -> None:
            self.found = found
            self.shown.emit(found)
            then()

        self.show_turns(shown, found.codes, done)


def _write(session: Session, segment_id: SegmentId, text: str, *, along: str) -> RenderingVersion:
    return desk.render(session, segment_id, text, along=along)
