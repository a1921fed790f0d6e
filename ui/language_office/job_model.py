"""The open job: read, typed, signed, compared; after an act on a turn, this turn alone is read again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.ids import JobId, RowId, SegmentId
from thb_desktop.domain.language_states import JobInFull, only_turn, states_of, with_turn
from thb_desktop.domain.language_work import Annotation, RenderingVersion
from thb_desktop.domain.translation_rules import check_texts, check_turns
from thb_desktop.domain.vocabulary import RenderingState, VerdictKind
from thb_desktop.errors import ThbError
from thb_desktop.findings import Finding
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import annotations, jobs, overview, revision, safety, versions
from thb_desktop.services.language.overview import OpenJob
from ui.jobs import VaultJobs
from ui.language_office.at_desk import TypedKey, sign_at_desk
from ui.language_office.work_rows import WorkRows
from ui.language_work.marks import left_behind, why_along, why_placed
from ui.language_work.noting import Noted
from ui.messages import sentence
from ui.pieces import Pieces
from ui.topics import Topic
from ui.transcript.rows import At
from ui.view_model import FormModel

KEEP_AFTER, TRY_AGAIN = 700, 1_000
"""Milliseconds from a key until what is typed is kept, and until the next try after a failure."""


class JobModel(FormModel):
    """opened: an OpenJob, or None. shown: a turn, after an act on it. kept: what was typed; unkept: why not.
    written: the row of a turn. left: how many notes the version just written does not carry. compared: the
    findings of turns changed. other: another job, in full. sealed: a concern was.
    """

    changes = Topic.TESTIMONY

    opened = Signal(object)
    shown = Signal(object)
    kept = Signal()
    unkept = Signal(str)
    written = Signal(int)
    left = Signal(int)
    compared = Signal()
    other = Signal(object)
    sealed = Signal()

    def __init__(self, vault_jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(vault_jobs, parent)
        self.rows = WorkRows(self)
        self.found: OpenJob | None = None
        self.findings: dict[SegmentId, tuple[Finding, ...]] = {}
        self.may_work = self.may_edit = False
        self._typed: dict[SegmentId, str] = {}
        self._labels: dict[SegmentId, str] = {}
        self._comparing = Pieces(self)
        self._rest = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._rest.timeout.connect(self.keep_drafts)

    def open_job(self, job_id: JobId) -> None:
        self.keep_drafts()
        self.read(lambda session: overview.open_job_in_full(session, job_id), self._show)

    def read_other(self, job_id: JobId) -> None:
        """Read another job on the record, whose versions can stand beside those of this one."""
        self.read(lambda session: jobs.get_job(session, job_id), self.other.emit)

    def leave_job(self) -> None:
        """Go back to the list."""
        self.keep_drafts()
        was_open, self.found = self.found is not None, None
        self._comparing.end()
        self.findings = {}
        if was_open:
            self.opened.emit(None)

    def _show(self, found: OpenJob) -> None:
        self.found, self._labels = found, found.labels
        is_free = not found.summary.held_by
        self.rows.show_job(found, can_edit=self.may_work and found.job.is_open and is_free)
        self.opened.emit(found)
        self._compare_all(found)

    def type(self, number: int, column: int, typed: str) -> None:
        """Take the text being typed; it is kept after a short pause, and during a long one of typing."""
        row = self.rows.rows[number]
        self.rows.keep_typed(number, At(column), typed)
        self._typed[row.segment.id] = typed
        if not self._rest.isActive():
            self._rest.start(KEEP_AFTER)

    @property
    def labels(self) -> dict[SegmentId, str]:
        """The short name of each turn."""
        return self._labels

    @property
    def holds_drafts(self) -> bool:
        return any(row.unsaved for row in self.rows.rows) if self.found is not None else False

    def keep_drafts(self) -> None:
        """Keep what was typed since, sealed for the user who typed it."""
        self._rest.stop()
        typed, self._typed = self._typed, {}
        if self.found is None:
            return
        for segment_id, text in typed.items():
            self._keep(self.found.job.id, segment_id, text)

    def _keep(self, job_id: JobId, segment_id: SegmentId, text: str) -> None:
        def refused(error: ThbError) -> None:
            self._typed.setdefault(segment_id, text)
            self._rest.start(TRY_AGAIN)
            self.unkept.emit(sentence(error))

        self.jobs.keep(
            (overview.form_of(job_id), segment_id),
            lambda session: overview.keep_typing(session, job_id, segment_id, text),
            then=self.kept.emit,
            refused=refused,
        )

    def discard(self, number: int) -> None:
        """Give up what is typed on a turn, and show its last version again."""
        if self.found is None or not self.rows.rows[number].unsaved:
            return
        row, job_id = self.rows.rows[number], self.found.job.id
        self._typed.pop(row.segment.id, None)
        self.read(lambda session: overview.drop_typing(session, job_id, row.segment.id), lambda _: None)
        self.rows.replace_row(number, replace(row, typed={}))
        self.compared.emit()

    def write_version(self, number: int) -> None:
        """Write what is typed on a turn as its next version, typed for the linguist."""
        row, found = self.rows.rows[number], self.found
        text = row.text(self.rows.right).strip()
        if found is None or not text or not row.unsaved:
            self.written.emit(number)
            return
        segment_id, job_id = row.segment.id, found.job.id
        self._typed.pop(segment_id, None)

        def work(session: Session) -> JobInFull:
            versions.write_version(session, job_id, segment_id, text, along=why_along())
            overview.drop_typing(session, job_id, segment_id)
            return overview.get_turn(session, job_id, segment_id)

        def done(turn: JobInFull) -> None:
            self._take_version(turn, segment_id)
            self.written.emit(number)
            if left := left_behind(turn.annotations, turn.newest().get(segment_id)):
                self.left.emit(len(left))

        self.read(work, done)

    def _take_version(self, turn: JobInFull, segment_id: SegmentId) -> None:
        """Show a turn with its new version and the notes that went along, without reading the job again."""
        if self.found is None or self.found.job.id != turn.job.id:
            return
        self._take_work(with_turn(self.found.work, segment_id, turn), segment_id)
        number = self.rows.row_of(segment_id)
        if (typed := self.rows.rows[number].typed.get(self.rows.right)) is not None:
            # More was typed since; its draft went with the version.
            self._typed[segment_id] = typed
            self._rest.start(KEEP_AFTER)

    def _take_work(self, work: JobInFull, segment_id: SegmentId) -> None:
        if self.found is None:
            return
        turn = only_turn(work, segment_id)
        states = {**self.found.states, **states_of(turn)}
        self.found = replace(self.found, work=work, states=states)
        newest = turn.newest().get(segment_id)
        if newest is not None:
            self.rows.show_version(newest, states[newest.id])
        self.rows.show_marks(work)
        self._compare(segment_id)
        self.shown.emit(segment_id)

    def act(self, segment_id: SegmentId, work: Callable[[Session], object]) -> None:
        """Do something at one turn, and read this turn again."""
        if self.found is None:
            return
        job_id = self.found.job.id

        def change(session: Session) -> JobInFull:
            work(session)
            return overview.get_turn(session, job_id, segment_id)

        def done(turn: JobInFull) -> None:
            if self.found is not None and self.found.job.id == job_id:
                self._take_work(with_turn(self.found.work, segment_id, turn), segment_id)

        self.read(change, done)

    def answer(self, segment_id: SegmentId, annotation_id: RowId, text: str) -> None:
        self.act(segment_id, lambda session: annotations.answer(session, annotation_id, text))

    def newest_of(self, segment_id: SegmentId) -> RenderingVersion | None:
        """The last version of a turn."""
        work = self.found.work if self.found is not None else None
        mine = [each for each in (work.versions if work else ()) if each.segment_id == segment_id]
        return max(mine, key=lambda each: each.number) if mine else None

    def text_at(self, number: int, *, is_source: bool) -> str:
        """Return the source of a turn, or the words of its last version."""
        segment_id = self.rows.rows[number].segment.id
        if is_source:
            return self.found.work.sources.get(segment_id, "") if self.found is not None else ""
        version = self.newest_of(segment_id)
        return version.text if version is not None else ""

    def note(self, segment_id: SegmentId, noted: Noted, *, is_source: bool, start: int, end: int) -> None:
        """Note something for the linguist at these code points of the source, or of the last version."""
        found, version = self.found, self.newest_of(segment_id)
        if found is None:
            return
        job_id, source = found.job.id, found.work.sources[segment_id]

        def work(session: Session) -> object:
            of, text = (segment_id, source) if is_source or version is None else (version.id, version.text)
            new = annotations.NewAnnotation(
                segment_id=segment_id,
                anchor=Anchor.of_text(of, text, start, end),
                code=noted.code,
                basis=noted.basis,
                language=noted.language,
                text=noted.text,
                visibility=noted.visibility,
            )
            return annotations.annotate(session, job_id, new)

        self.act(segment_id, work)

    def place_note(self, note: Annotation, start: int, end: int) -> None:
        """Place a note again, at these code points of the last version."""
        version = self.newest_of(note.segment_id)
        if version is None:
            return
        anchor = Anchor.of_text(version.id, version.text, start, end)
        self.act(
            note.segment_id,
            lambda session: annotations.place_again(session, note.id, anchor, why_placed()),
        )

    def strike_note(self, note: Annotation, reason: str) -> None:
        self.act(note.segment_id, lambda session: annotations.strike_annotation(session, note.id, reason))

    def seal_concern(self, text: str, segment_id: SegmentId | None) -> None:
        """Seal a concern for safety of the linguist; nothing of it stays in the window."""
        found = self.found
        if found is not None:
            self.read(
                lambda session: safety.raise_safety_flag(
                    session,
                    found.interview.id,
                    text,
                    interpreter_id=found.linguist.id,
                    segment_id=segment_id,
                ),
                lambda _: self.sealed.emit(),
            )

    def give_verdict(self, version: RenderingVersion, kind: VerdictKind, key: TypedKey, **said: str) -> None:
        """Let another linguist say what they think of a version."""

        def work(session: Session) -> object:
            return sign_at_desk(
                session,
                key,
                lambda signer: revision.give_verdict(
                    session, version.id, kind, interpreter_id=key.linguist.id, signer=signer, **said
                ),
            )

        self.act(version.segment_id, work)

    def withdraw(self, version: RenderingVersion, reason: str, key: TypedKey) -> None:
        def work(session: Session) -> object:
            return sign_at_desk(
                session,
                key,
                lambda signer: versions.withdraw_version(session, version.id, reason, signer=signer),
            )

        self.act(version.segment_id, work)

    def sign_versions(self, chosen: Sequence[RenderingVersion], state: RenderingState, key: TypedKey) -> None:
        """Let the linguist sign these versions in one go."""
        if self.found is None:
            return
        job_id = self.found.job.id

        def work(session: Session) -> OpenJob:
            sign_at_desk(
                session,
                key,
                lambda signer: versions.sign_versions(session, job_id, chosen, state=state, signer=signer),
            )
            return overview.open_job_in_full(session, job_id)

        self.read(work, self._show)

    def _compare_all(self, found: OpenJob) -> None:
        """Compare numbers, dates and names of every turn, in pieces between which the window answers."""
        told: dict[SegmentId, tuple[Finding, ...]] = {}

        def steps() -> Iterator[None]:
            for segment_id, findings in check_turns(found.work, self._labels, found.names):
                if findings:
                    told[segment_id] = findings
                yield

        def done() -> None:
            self.findings = told
            self.compared.emit()

        self.findings = {}
        self._comparing.begin(steps(), done)

    def _compare(self, segment_id: SegmentId) -> None:
        """Compare one turn again."""
        if self.found is None:
            return
        turn = only_turn(self.found.work, segment_id)
        told = tuple(check_texts(turn, self._labels, self.found.names))
        self.findings.pop(segment_id, None)
        if told:
            self.findings[segment_id] = told
        self.compared.emit()

    def next_to_do(self, after: int) -> int:
        """Return the next turn that is not done, from the top again; -1 if all are."""
        return self._next(after, self.rows.is_to_do)

    def next_doubted(self, after: int) -> int:
        """Return the next turn in which something differs; -1 if none does."""
        return self._next(after, lambda number: self.rows.rows[number].segment.id in self.findings)

    def _next(self, after: int, wanted: Callable[[int], bool]) -> int:
        count = len(self.rows.rows)
        order = (*range(after + 1, count), *range(min(after + 1, count)))
        return next((number for number in order if wanted(number)), -1)
