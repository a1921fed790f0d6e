"""Overview: the jobs of a case with who does and holds them, one job in full, and one turn of it."""

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import AgentId, CaseId, InterpreterId, InterviewId, JobId, RowId, SegmentId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_record import SegmentInFull
from thb_desktop.domain.language_states import JobInFull, WorkState, states_of
from thb_desktop.domain.language_turns import JobTurns
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.record import Record
from thb_desktop.domain.rights import Right
from thb_desktop.errors import NotFoundError, SealedValueDamagedError
from thb_desktop.services.casework import drafts
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.language.jobs import digests_of, get_job, job_in_full, require_job
from thb_desktop.services.language.sources import source_of, turns_of
from thb_desktop.services.testimony.records import require_interview
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, language, registry
from thb_desktop.vault.tables.mapper import Table

_FORM = "language-version-"


def form_of(job_id: JobId) -> str:
    """The form under which unsaved typing in a job is kept, one draft for each turn."""
    return f"{_FORM}{job_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobSummary:
    """A job in a list. record: the number of its record. from_job: that of the job whose texts it renders.

    held_by: the linguists who have it in a store of their own now. is_signed: whether its linguist signed
    anything in it.
    """

    job: LanguageJob
    record: str
    linguist: Interpreter
    from_job: str = ""
    held_by: tuple[str, ...] = ()
    is_signed: bool = False

    @property
    def id(self) -> JobId:
        return self.job.id


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCounts:
    """How many turns a job renders, and in which state the last version of each is. queries: unanswered."""

    turns: int
    states: Mapping[WorkState, int]
    queries: int

    @property
    def untouched(self) -> int:
        return self.turns - sum(self.states.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenJob:
    """A job as it is worked on: its record, all its rows, their states, and who is who.

    turns: of the job, with what was done on them; the window that has it open keeps them up to date.
    interpreters: of the case, by id. users: the names of users, by id. names: known names of the case
    (pseudonyms) that a translation must keep. drafts: what is typed and not written, by turn. others: the
    other jobs on the record.
    """

    summary: JobSummary
    interview: Interview
    segments: tuple[SegmentInFull, ...]
    turns: JobTurns
    interpreters: Mapping[InterpreterId, Interpreter]
    users: Mapping[AgentId, str]
    names: tuple[str, ...] = ()
    drafts: Mapping[SegmentId, str] = field(default_factory=dict)
    others: tuple[LanguageJob, ...] = ()

    @property
    def job(self) -> LanguageJob:
        return self.turns.job

    @property
    def work(self) -> JobInFull:
        """All rows of the job: put together again after each act on a turn."""
        return self.turns.whole

    @property
    def states(self) -> Mapping[RowId, WorkState]:
        """The state of each version."""
        return self.turns.states

    @property
    def linguist(self) -> Interpreter:
        return self.summary.linguist

    @property
    def labels(self) -> dict[SegmentId, str]:
        """The short name of each turn."""
        return {each.segment.id: each.label for each in self.segments}


@permitted(Right.READ_TESTIMONY, logs=Consulted.CASE)
def list_summaries(session: Session, case_id: CaseId) -> tuple[JobSummary, ...]:
    """List the jobs of a case, struck ones too, in the order of their numbers."""
    records = {each.id: each.number for each in registry.INTERVIEW.where(session.read, "case_id", case_id)}
    linguists = {each.id: each for each in registry.INTERPRETER.where(session.read, "case_id", case_id)}
    jobs = registry.LANGUAGE_JOB.where(session.read, "case_id", case_id)
    numbers = {each.id: each.number for each in jobs}
    return tuple(
        JobSummary(
            job=each,
            record=records[each.interview_id],
            linguist=linguists[each.linguist_id],
            from_job=numbers.get(each.from_job_id, "") if each.from_job_id else "",
            held_by=_held_by(session, each.id),
            is_signed=language.is_signed(session.read, each.id),
        )
        for each in jobs
    )


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def count_states(session: Session, job_id: JobId) -> StateCounts:
    """Return in which state each turn of a job is."""
    work = get_job(session, job_id)
    states = states_of(work)
    present = [states[each.id] for segment, each in work.newest().items() if segment in work.sources]
    return StateCounts(turns=len(work.sources), states=Counter(present), queries=len(work.open_queries()))


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def open_job_in_full(session: Session, job_id: JobId) -> OpenJob:
    """Return a job with its record, as it is worked on."""
    job = require_job(session, job_id)
    interview = require_interview(session, job.interview_id)
    turns = turns_of(session.read, interview.id)
    summary = next(each for each in list_summaries(session, job.case_id) if each.job.id == job_id)
    interpreters = registry.INTERPRETER.where(session.read, "case_id", job.case_id)
    return OpenJob(
        summary=summary,
        interview=interview,
        segments=turns,
        turns=JobTurns(job_in_full(session.read, job, turns)),
        interpreters={each.id: each for each in interpreters},
        users={each.id: each.name for each in registry.USER.all(session.read)},
        names=tuple(each.code for each in registry.PERSON.where(session.read, "case_id", job.case_id)),
        drafts=drafts_of(session, job_id),
        others=tuple(each for each in language.jobs_of(session.read, interview.id) if each.id != job_id),
    )


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def list_jobs_at(session: Session, segment_id: SegmentId) -> tuple[tuple[LanguageJob, str], ...]:
    """Return the open jobs that render a turn and that nobody has in a store of their own, each with the name
    of its linguist.
    """
    segment = registry.SEGMENT.find(session.read, segment_id)
    found = language.jobs_of(session.read, segment.interview_id) if segment is not None else ()
    return tuple(
        (job, linguist.name)
        for job in found
        if segment is not None
        and job.is_open
        and not _held_by(session, job.id)
        and source_of(session.read, job, segment) is not None
        and (linguist := registry.INTERPRETER.find(session.read, job.linguist_id)) is not None
    )


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def act_on_turn(
    session: Session, job_id: JobId, segment_id: SegmentId, act: Callable[[], object]
) -> JobInFull:
    """Do something at one turn of a job, and return its rows as they are then, for `JobTurns.take`."""
    size = chain.size_of(session.read)
    act()
    return get_turn(session, job_id, segment_id, since=size)


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def get_turn(session: Session, job_id: JobId, segment_id: SegmentId, *, since: int) -> JobInFull:
    """Return the rows of one turn of a job, for `JobTurns.take`; it reads no other turn.

    since: the size of the chain before an act on the turn: of signatures and certificates, those that later
    entries tell are there, and no others.
    """
    job, read = require_job(session, job_id), session.read
    versions = language.versions_of(read, job_id, segment_id)
    annotations = language.annotations_of(read, job_id, segment_id)
    noted = {each.id for each in annotations}
    signatures = _told_since(session, since, registry.VERSION_SIGNATURE)
    certificates = _told_since(session, since, registry.LANGUAGE_CERTIFICATE)
    return JobInFull(
        job=job,
        versions=versions,
        signatures=tuple(each for each in signatures if each.job_id == job_id),
        withdrawals=tuple(
            row for each in versions if (row := language.withdrawal_of(read, each.id)) is not None
        ),
        verdicts=tuple(
            row for each in versions for row in registry.REVISION_VERDICT.where(read, "version_id", each.id)
        ),
        certificates=tuple(each for each in certificates if each.job_id == job_id),
        annotations=annotations,
        answers=tuple(
            each
            for each in registry.ANNOTATION_ANSWER.where(read, "job_id", job_id)
            if each.annotation_id in noted
        ),
        digests=digests_of(versions, annotations, language=job.target_language),
    )


def _told_since[Row](session: Session, size: int, table: Table[Row]) -> tuple[Row, ...]:
    """Return the rows of a table that the entries after this size of the chain tell, in their order."""
    keys = dict.fromkeys(
        cast(Record, state["record"])["id"]
        for _, opening in chain.told_after(session.read, size)
        for state in (Event.parse(opening.payload).states if opening else ())
        if state["entity"] == table.name
    )
    found = (table.find(session.read, str(key)) for key in keys)
    return tuple(row for row in found if row is not None)


@permitted(Right.LANGUAGE_WORK)
def keep_typing(session: Session, job_id: JobId, segment_id: SegmentId, text: str) -> datetime:
    """Keep what is typed on a turn and not written yet, sealed for the user who types; return when."""
    drafts.save_form(session, form_of(job_id), segment_id, {"text": text})
    return session.clock.read().at


@permitted(Right.LANGUAGE_WORK)
def drop_typing(session: Session, job_id: JobId, segment_id: SegmentId) -> None:
    """Drop what is typed on a turn: it was written as a version, or given up."""
    drafts.discard_form(session, form_of(job_id), segment_id)


def _held_by(session: Session, job_id: JobId) -> tuple[str, ...]:
    held = []
    for each in registry.ASSIGNMENT.where(session.read, "job_id", job_id):
        interpreter = registry.INTERPRETER.find(session.read, each.interpreter_id)
        if not each.is_closed:
            if interpreter is None:
                raise NotFoundError("the interpreter of an assignment is not in the file")
            held.append(interpreter.name)
    return tuple(held)


@permitted(Right.READ_TESTIMONY, logs=Consulted.CASE)
def list_holders(session: Session, interview_id: InterviewId) -> tuple[str, ...]:
    """Return the names of the linguists who have work on a record in a store of their own now, each once."""
    jobs = registry.LANGUAGE_JOB.where(session.read, "interview_id", interview_id)
    return tuple(dict.fromkeys(name for job in jobs for name in _held_by(session, job.id)))


@permitted(Right.OWN_KEYS)
def drafts_of(session: Session, job_id: JobId) -> dict[SegmentId, str]:
    """Return what this user typed in a job and did not write yet, by turn.

    What does not open with their key is not what they typed, and is left out.
    """
    form, kept = form_of(job_id), dict[SegmentId, str]()
    for each in drafts.list_forms(session):
        if each.form == form:
            with suppress(SealedValueDamagedError):
                fields = drafts.find_form(session, form, each.subject) or {}
                kept[SegmentId(each.subject)] = str(fields.get("text", ""))
    return kept
