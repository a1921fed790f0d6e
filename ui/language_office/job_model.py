"""The open job at the office: typed for its linguist, signed, compared, doubted and answered."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.ids import JobId, RowId, SegmentId
from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.vocabulary import ConcernKind, RenderingState, VerdictKind
from thb_desktop.domain.work_left import ready_of
from thb_desktop.findings import Finding
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import (
    annotations,
    certificates,
    doubts,
    jobs,
    overview,
    revision,
    versions,
)
from thb_desktop.services.language.overview import OpenJob
from ui.jobs import VaultJobs
from ui.language_work.at_desk import TypedKey, sign_at_desk
from ui.language_work.key_rows import SignedAs
from ui.language_work.marks import why_along
from ui.language_work.noted_turns import NotedTurns
from ui.language_work.rows import Shown
from ui.media.model import RecordingModel
from ui.media.sources import OfRecord


class JobModel(NotedTurns):
    """opened: an OpenJob, or None. doubted: how what waits for a signature differs from its source. other:
    another job, in full.
    """

    opened = Signal(object)
    doubted = Signal(object)
    other = Signal(object)

    def __init__(self, vault_jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(vault_jobs, parent)
        self.found: OpenJob | None = None
        self.may_work = self.may_edit = self.may_listen = False
        self.recordings = RecordingModel(vault_jobs, self)

    def open_job(self, job_id: JobId) -> None:
        self.keep_drafts()
        self.read(lambda session: overview.open_job_in_full(session, job_id), self._show)

    def reload(self) -> None:
        if self.found is not None:
            self.open_job(self.found.job.id)

    def ask_keys(self, signer: SignedAs, linguist: Interpreter) -> None:
        """Let a form say with which key a linguist signs here. It is asked when the form is opened: the
        certificates of others are not read before somebody signs.
        """
        signer.tell(None)
        self.jobs.run(
            signer, lambda session: certificates.keys_of_linguist(session, linguist), then=signer.tell
        )

    def read_other(self, job_id: JobId) -> None:
        """Read another job on the record, whose versions can stand beside those of this one."""
        self.read(lambda session: jobs.get_job(session, job_id), self.other.emit)

    def leave_job(self) -> None:
        """Go back to the list."""
        self.keep_drafts()
        was_open, self.found = self.found is not None, None
        self.recordings.show(None)
        self.leave_turns()
        if was_open:
            self.opened.emit(None)

    def _show(self, found: OpenJob) -> None:
        source = next((each for each in found.others if each.id == found.job.from_job_id), None)
        shown = Shown(
            turns=found.turns,
            segments=found.segments,
            language=found.interview.language,
            from_language=source.target_language if source else "",
            names={each.id: each.name for each in found.interpreters.values()},
            typists=found.users,
            drafts=found.drafts,
            can_edit=self.may_work and found.job.is_open and not found.summary.held_by,
        )

        def done() -> None:
            self.found = found
            if self.may_listen:
                interview = found.interview
                self.recordings.show(OfRecord(interview.id), ahead=interview.clock_offset_seconds)
            self.opened.emit(found)

        self.show_turns(shown, found.names, done)

    def writer(self) -> Callable[[Session, SegmentId, str], RenderingVersion]:
        job_id = self.turns.job.id if self.turns is not None else JobId("")
        return partial(_write, job_id, along=why_along())

    def answer(self, segment_id: SegmentId, annotation_id: RowId, text: str) -> None:
        self.act(segment_id, lambda session: annotations.answer(session, annotation_id, text))

    def languages_of_notes(self, number: int) -> tuple[str, ...]:
        """Return in which languages a note at a turn may be written, the usual one first."""
        row = self.rows.rows[number]
        return tuple(dict.fromkeys((self.rows.right, self.rows.language_of_source(row))))

    def seal_concern(self, text: str, kind: ConcernKind, segment_id: SegmentId | None) -> None:
        if self.found is not None:
            self.seal(text, kind, linguist=self.found.linguist.id, segment_id=segment_id)

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

    def check_signing(self) -> None:
        """Tell how what waits for a signature differs from its source."""
        if self.turns is not None:
            job_id, ready = self.turns.job.id, ready_of(self.turns)
            self.read(lambda session: doubts.check_versions(session, job_id, ready), self.doubted.emit)

    def sign_versions(
        self,
        chosen: Sequence[RenderingVersion],
        state: RenderingState,
        key: TypedKey,
        reasons: Sequence[tuple[Finding, str]],
    ) -> None:
        """Let the linguist sign these versions in one go, with a reason for each difference."""
        if self.found is None:
            return
        job_id = self.found.job.id

        def work(session: Session) -> OpenJob:
            sign_at_desk(
                session,
                key,
                lambda signer: versions.sign_versions(
                    session, job_id, chosen, reasons, state=state, signer=signer
                ),
            )
            return overview.open_job_in_full(session, job_id)

        self.read(work, self._show)


def _write(
    job_id: JobId, session: Session, segment_id: SegmentId, text: str, *, along: str
) -> RenderingVersion:
    version = versions.write_version(session, job_id, segment_id, text, along=along)
    overview.drop_typing(session, job_id, segment_id)
    return version
