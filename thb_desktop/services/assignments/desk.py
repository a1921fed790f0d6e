"""The interpreter's desk: what they read, type, sign and hand back in the store of their assignment."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import cast

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assignment import Handback
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import AssignmentId, HandbackId, RowId, SegmentId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_record import SegmentInFull
from thb_desktop.domain.language_states import JobInFull, WorkState
from thb_desktop.domain.language_turns import JobTurns
from thb_desktop.domain.language_work import LanguageJob, RenderingVersion, VersionSignature
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.record import Record, to_record
from thb_desktop.domain.recording_places import RecordedFile
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import RenderingState
from thb_desktop.domain.work_left import ready_of
from thb_desktop.errors import (
    DatabaseDamagedError,
    NoAssignmentError,
    NotFoundError,
    NothingHandedBackError,
)
from thb_desktop.findings import Finding
from thb_desktop.ledger.handback import handed_bytes, row_digest
from thb_desktop.services.assignments.former_sources import verified_sources
from thb_desktop.services.assignments.store import enter_store
from thb_desktop.services.assignments.work import BROUGHT
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.signing_keys import SigningKeys, own_keys
from thb_desktop.services.evidence.exhibit_files import OpenedFile, opened
from thb_desktop.services.language import overview
from thb_desktop.services.language.carrying import WHY
from thb_desktop.services.language.doubts import check_versions
from thb_desktop.services.language.jobs import job_in_full
from thb_desktop.services.language.sources import turns_of
from thb_desktop.services.language.versions import sign_versions, write_version
from thb_desktop.services.testimony.recordings import recorded_in
from thb_desktop.vault.assigned import Place
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry

UNSIGNED_HANDBACK = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignedJob:
    """What is assigned, and to whom.

    turns: of the job, with what was done on them; the window that has it open keeps them up to date. codes:
    of the persons, which stand in a rendering as in its source. drafts: what is typed and not written.
    from_language: of the job whose texts are rendered; empty for the record. author: the name of its
    linguist. due_on, terms: what the office says. now: when it was read. travels: whether it goes back in a
    packet. keys: with which the interpreter signs. former: of the digests of former sources, the words.
    """

    case: CaseFile
    interview: Interview
    interpreter: Interpreter
    assigned_by: str
    assigned_at: datetime
    due_on: date | None
    terms: str
    now: datetime
    segments: tuple[SegmentInFull, ...]
    turns: JobTurns
    drafts: Mapping[SegmentId, str]
    recording: tuple[ExhibitFile, ...]
    codes: tuple[str, ...] = ()
    from_language: str = ""
    author: str = ""
    travels: bool = False
    keys: SigningKeys | None = None
    former: Mapping[str, str] = field(default_factory=dict)

    @property
    def job(self) -> JobInFull:
        """All rows of the job: put together again after each act on a turn."""
        return self.turns.whole

    @property
    def states(self) -> Mapping[RowId, WorkState]:
        """The state of each version."""
        return self.turns.states

    @property
    def is_linguist(self) -> bool:
        """Whether the work is theirs; otherwise they revise that of another."""
        return self.turns.job.linguist_id == self.interpreter.id


def open_assignment(folder: Path, *, passphrase: bytearray, environment: Environment) -> Session:
    """Open the store of an assignment with its interpreter's passphrase, as `passphrases.prepare` returns it;
    it is overwritten.

    Raises NoAssignmentError, WrongAssigneePassphraseError, VaultInUseError, and what an unlock raises.
    """
    return enter_store(Place(folder), passphrase, environment)


@permitted(Right.WORK_ON_ASSIGNMENT, logs=Consulted.TESTIMONY)
def open_job(session: Session) -> AssignedJob:
    """Return the one record of this store, with the work on it.

    Raises FormerWordsAlteredError if the store tells former words that are not those of their digest.
    """
    job = _job(session)
    interview = registry.INTERVIEW.find(session.read, job.interview_id)
    case = registry.CASE_FILE.find(session.read, job.case_id)
    if interview is None or case is None:
        raise DatabaseDamagedError("the store does not hold what is assigned")
    segments = turns_of(session.read, interview.id)
    files = registry.EXHIBIT_FILE.all(session.read)
    return AssignedJob(
        case=case,
        interview=interview,
        interpreter=_interpreter(session),
        assigned_by=_assigned_by(session),
        assigned_at=session.office_record.created_at,
        due_on=session.office_record.due_on,
        terms=session.office_record.terms,
        now=session.clock.read().at,
        segments=segments,
        turns=JobTurns(job_in_full(session.read, job, segments)),
        drafts=overview.drafts_of(session, job.id),
        recording=files,
        codes=tuple(each.code for each in registry.PERSON.all(session.read)),
        from_language=_from_language(session, job),
        author=_author(session, job),
        travels=session.office_record.travels,
        keys=own_keys(session.keys.signer, session.user),
        former=verified_sources(session.office_record.former_sources),
    )


@permitted(Right.WORK_ON_ASSIGNMENT)
def render(session: Session, segment_id: SegmentId, text: str, *, along: str = WHY) -> RenderingVersion:
    """Write the next wording of a turn, signed by the interpreter as a draft, and drop what was typed on it.

    along: why notes that go along are struck out at the former wording. Raises as `write_version`.
    """
    version = write_version(session, _job(session).id, segment_id, text, along=along)
    overview.drop_typing(session, version.job_id, segment_id)
    return version


@permitted(Right.WORK_ON_ASSIGNMENT)
def check_ready(session: Session) -> tuple[Finding, ...]:
    """Return how what `sign_all` would sign differs from its source: each needs a reason."""
    desk = open_job(session)
    return check_versions(session, desk.turns.job.id, ready_of(desk.turns))


@permitted(Right.WORK_ON_ASSIGNMENT)
def sign_all(session: Session, reasons: Sequence[tuple[Finding, str]] = ()) -> VersionSignature:
    """Sign the last wording of every turn as checked, in one go. Raises as `sign_versions`."""
    desk = open_job(session)
    checked = RenderingState.SELF_CHECKED
    return sign_versions(session, desk.turns.job.id, ready_of(desk.turns), reasons, state=checked)


@permitted(Right.WORK_ON_ASSIGNMENT)
def hand_back(session: Session) -> Handback:
    """Sign what was done since the store was founded, so that the office can merge it; more can follow.

    Raises NothingHandedBackError if nothing was done since the last time.
    """
    return write_handback(session)


def write_handback(session: Session) -> Handback:
    """The same for whoever declined: their declaration goes back. Raises NothingHandedBackError."""
    rows = tuple(_rows_since(session))
    before = registry.HANDBACK.last(session.read)
    if not rows or (before is not None and before.rows == rows):
        raise NothingHandedBackError("nothing was done since the last time")
    with session.work() as work:
        unsigned = Handback(
            id=HandbackId(work.new_id()),
            assignment_id=AssignmentId(session.office_record.assignment),
            user_id=session.user.id,
            number=1 if before is None else before.number + 1,
            rows=rows,
            at=work.at,
            signature=UNSIGNED_HANDBACK,
        )
        signature = session.keys.signer.sign(handed_bytes(unsigned, session.home_id))
        handback = replace(unsigned, signature=signature.hex())
        work.save(handback)
        work.record(handback.assignment_id, VaultAction.WORK_HANDED_BACK)
    return handback


@permitted(Right.WORK_ON_ASSIGNMENT)
def is_handed_back(session: Session) -> bool:
    """Whether everything that was written is in the last handback."""
    before = registry.HANDBACK.last(session.read)
    rows = tuple(_rows_since(session))
    return not rows or (before is not None and before.rows == rows)


@permitted(Right.WORK_ON_ASSIGNMENT)
def list_recorded(session: Session) -> tuple[RecordedFile, ...]:
    """Return the files of the recording that was given along."""
    interview = registry.INTERVIEW.find(session.read, _job(session).interview_id)
    return recorded_in(session.read, interview) if interview is not None else ()


@permitted(Right.WORK_ON_ASSIGNMENT, logs=Consulted.FILE)
def open_recorded(session: Session, file_id: str) -> OpenedFile:
    """Open a file of the recording, decrypted on demand."""
    file = registry.EXHIBIT_FILE.find(session.read, file_id)
    if file is None:
        raise NotFoundError("there is no such file in this store")
    return opened(session.vault.content, file)


def _job(session: Session) -> LanguageJob:
    """The assigned job: the last in line, where another is its source."""
    jobs = registry.LANGUAGE_JOB.all(session.read)
    sources = {each.from_job_id for each in jobs}
    found = [each for each in jobs if each.id not in sources]
    if len(found) != 1 or not session.office_record.is_store:
        raise NoAssignmentError("this is not the store of an assignment")
    return found[0]


def _from_language(session: Session, job: LanguageJob) -> str:
    source = registry.LANGUAGE_JOB.find(session.read, job.from_job_id) if job.from_job_id else None
    return source.target_language if source is not None else ""


def _author(session: Session, job: LanguageJob) -> str:
    """The name of the linguist whose work it is."""
    found = registry.INTERPRETER.find(session.read, job.linguist_id)
    return found.name if found is not None else ""


def _interpreter(session: Session) -> Interpreter:
    found = registry.INTERPRETER.where(session.read, "user_id", session.user.id)
    if len(found) != 1:
        raise DatabaseDamagedError("the store does not name its interpreter")
    return found[0]


def _assigned_by(session: Session) -> str:
    founding = next(iter(chain.entries(session.read)), None)
    user = registry.USER.find(session.read, founding.parsed().agent) if founding else None
    return user.name if user else ""


def _rows_since(session: Session) -> Iterator[tuple[str, str, str]]:
    """Every row of the work that an entry after the first tells, as it is now, in their order."""
    tables = {table.name: table for table in BROUGHT}
    told = dict[tuple[str, str], None]()
    for _, opening in chain.told_after(session.read, 1):
        for state in Event.parse(opening.payload).states if opening else ():
            record = cast(Record, state["record"])
            if state["entity"] in tables:
                told[str(state["entity"]), str(record["id"])] = None
    for name, row_id in told:
        row = tables[name].find(session.read, row_id)
        if row is not None:
            yield name, row_id, row_digest(name, to_record(row))
