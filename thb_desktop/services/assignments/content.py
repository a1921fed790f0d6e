"""Content of a store: the assigned rows, and what they cannot stand without, emptied of everything else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import AgentId, InterpreterId, ObjectId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_rows import Recording
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.leaving import KEEPS_HERE
from thb_desktop.domain.people import Interpreter, Official, Person, User
from thb_desktop.domain.recording_places import RecordedFile
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import BarKind, Compartment, RenderingState
from thb_desktop.errors import LeavingBarredError, NotFoundError
from thb_desktop.services.assignments.former_sources import former_sources
from thb_desktop.services.assignments.work import work_of
from thb_desktop.services.core.compartments import holders_in
from thb_desktop.services.core.leaving_bars import is_abuse_elsewhere, is_bound_by
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import verify_file_stands
from thb_desktop.services.testimony.recordings import recorded_in
from thb_desktop.vault.content import ContentStore
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """The rows of a store, in an order in which each stands on those before.

    users: who assigns, the assignee, and by another name those whom a row names, and those for whom a word
    about safety is sealed. former: the former sources. files: of the recording, as the vault has them.
    before, after: the rows before these files, and after them.
    """

    users: tuple[User, ...]
    before: tuple[object, ...]
    former: tuple[tuple[str, str], ...]
    files: tuple[ExhibitFile, ...]
    after: tuple[object, ...]


def assigned_rows(
    session: Session,
    job: LanguageJob,
    assignee: Interpreter,
    user: User,
    *,
    with_recording: bool,
    travels: bool = False,
) -> Assigned:
    """Read what is assigned. Of the record: its turns, the roles of its speakers, what was rendered then, and
    what was corrected at the reading back.

    Whatever no signature covers stands in the store as entered by who assigns. Raises LeavingBarredError for
    a recording that must not leave with a store that travels, and for abuse material with any.
    """
    read, by = session.read, session.user.id
    interview = _one(registry.INTERVIEW.find(read, job.interview_id))
    segments = tuple(
        replace(each, speaker_id=None, struck="struck out" if each.struck else "")
        for each in registry.SEGMENT.where(read, "interview_id", interview.id)
        if not each.is_former_half
    )
    renderings = tuple(
        _rendering(each, by)
        for segment in segments
        if not segment.struck
        for each in registry.RENDERING.where(read, "segment_id", segment.id)
    )
    corrections = tuple(
        replace(each, requester="", note="")
        for each in registry.READ_BACK_CORRECTION.where(read, "interview_id", interview.id)
        if not each.struck
    )
    work = work_of(read, job, by)
    named = {each.author_id for each in renderings if each.author_id} | work.interpreters | {assignee.id}
    interpreters = tuple(
        _interpreter(session, each, assignee.id, author=job.linguist_id) for each in sorted(named)
    )
    users = work.users | {each.user_id for each in interpreters if each.user_id}
    lead = interview.lead_interviewer_id
    official = _official(_one(registry.OFFICIAL.find(read, lead))) if lead else None
    recorded = can_go_along(read, interview) if with_recording else ()
    verify_may_go_along(read, (each.file for each in recorded), travels=travels)
    return Assigned(
        users=(session.user, user, *_colleagues(session, users - {by, user.id})),
        before=(
            _case(_one(registry.CASE_FILE.find(read, interview.case_id))),
            *((official,) if official else ()),
            _person(_one(registry.PERSON.find(read, interview.person_id))),
            *interpreters,
            *(_exhibits(recorded, official) if official else ()),
        ),
        former=former_sources(read, job, assignee.id),
        files=tuple(each.file for each in recorded),
        after=(
            _interview(interview, recorded),
            *_recordings(session, interview, recorded),
            *segments,
            *renderings,
            *corrections,
            *work.rows,
        ),
    )


def can_go_along(read: Connection, interview: Interview) -> tuple[RecordedFile, ...]:
    """Return the files of the recordings of a record that its store can have: it names who took them."""
    return recorded_in(read, interview) if interview.lead_interviewer_id else ()


def verify_may_go_along(read: Connection, files: Iterable[ExhibitFile], *, travels: bool) -> None:
    """Refuse recordings that are abuse material, and, with a store that travels, any that must not leave; and
    one that was withdrawn since it was given along.

    Raises LeavingBarredError, FileWithdrawnError.
    """
    kinds = KEEPS_HERE if travels else frozenset({BarKind.ABUSE_MATERIAL})
    recorded = tuple(files)
    for each in recorded:
        verify_file_stands(each)
    barred = [
        each.exhibit_id
        for each in recorded
        if is_bound_by(read, each.exhibit_id, kinds) or is_abuse_elsewhere(read, each)
    ]
    if barred:
        exhibits = registry.EXHIBIT.among(read, "id", barred)
        raise LeavingBarredError("a recording must not leave", tuple(each.number for each in exhibits))


def copy_files(
    files: tuple[ExhibitFile, ...], source: ContentStore, target: ContentStore
) -> tuple[ExhibitFile, ...]:
    """Encrypt the files of recordings again, under the key of the store; their names stay in the vault."""
    copied = []
    with target.batch() as batch:
        for number, file in enumerate(files, start=1):
            with source.reader(file.object_id, file.size) as reader:
                stored = batch.add(reader, expected=file.size)
            name = f"recording-{number}"
            copied.append(replace(file, name=name, object_id=ObjectId(stored.object_id)))
    return tuple(copied)


def _one[Row](found: Row | None) -> Row:
    if found is None:
        raise NotFoundError("a named entry is not in the file")
    return found


def _colleagues(session: Session, users: Iterable[AgentId]) -> Iterator[User]:
    """Return these users, and those who may read what concerns safety, all without their names."""
    wanted = {*users, *holders_in(session, Compartment.ASSESSMENTS)} - {session.user.id}
    found = [user for user in registry.USER.all(session.read) if user.id in wanted]
    for number, user in enumerate(sorted(found, key=lambda each: each.id), start=1):
        yield replace(user, name=f"colleague {number}", active=True)


def _case(case: CaseFile) -> CaseFile:
    """The reference alone."""
    return replace(case, titles=(), notice_number="", exploitation=(), legal_basis=())


def _official(official: Official) -> Official:
    """Who heard the person, by code."""
    return Official(
        id=official.id,
        case_id=official.case_id,
        code=official.code,
        role=official.role,
        name=official.code,
        country=official.country,
    )


def _person(person: Person) -> Person:
    """The person heard, by code."""
    return Person(
        id=person.id,
        case_id=person.case_id,
        code=person.code,
        sex=None,
        age_status=None,
        identity_protection=None,
    )


def _interpreter(
    session: Session, interpreter: InterpreterId, assignee: InterpreterId, *, author: InterpreterId
) -> Interpreter:
    """The assignee with their name and register, the author of the job with their name, anybody else by code.

    Who revises must know whose work it is, to say whether anything speaks against their independence. The
    keys of linguists stay known.
    """
    found = _one(registry.INTERPRETER.find(session.read, interpreter))
    if found.id == assignee:
        return found
    is_author = found.id == author
    return Interpreter(
        id=found.id,
        case_id=found.case_id,
        code=found.code,
        name=found.name if is_author else found.code,
        name_latin=found.name_latin if is_author else "",
        languages=found.languages,
        status=None,
        kind=found.kind,
        user_id=found.user_id,
    )


def _interview(interview: Interview, recorded: tuple[RecordedFile, ...]) -> Interview:
    """The header: number, languages, day and zone. What was answered in the formalities stays in the vault.

    In the store it is no record to be signed, so it is a draft there.
    """
    return Interview(
        id=interview.id,
        case_id=interview.case_id,
        number=interview.number,
        person_id=interview.person_id,
        lead_interviewer_id=interview.lead_interviewer_id,
        language=interview.language,
        procedure_language=interview.procedure_language,
        held_on=interview.day,
        zone=interview.zone,
        recording_id=recorded[0].exhibit.id if recorded else None,
    )


def _exhibits(recorded: tuple[RecordedFile, ...], official: Official) -> Iterator[Exhibit]:
    """Return the exhibits whose files are played, by their numbers."""
    for found in {each.exhibit.id: each.exhibit for each in recorded}.values():
        yield Exhibit(
            id=found.id,
            case_id=found.case_id,
            number=found.number,
            kind=found.kind,
            originality=None,
            titles=(),
            source="",
            collected_at=found.collected_at,
            collected_by=official.id,
            parent_id=None,
            root_id=found.id,
            instrument_id=None,
            seal="",
        )


def _recordings(
    session: Session, interview: Interview, recorded: tuple[RecordedFile, ...]
) -> Iterator[Recording]:
    """Return from when to when each was made, so that a turn is found by its time; nothing else of it.

    What is played is the recording there: which exhibit is the master stays in the vault.
    """
    played = {each.exhibit.id for each in recorded}
    for row in registry.RECORDING.where(session.read, "interview_id", interview.id):
        exhibit = next((each for each in (row.working_copy_id, row.exhibit_id) if each in played), None)
        if exhibit is not None and not row.struck:
            yield Recording(
                id=row.id,
                interview_id=row.interview_id,
                started_at=row.started_at,
                stopped_at=row.stopped_at,
                continuous=row.continuous,
                exhibit_id=exhibit,
            )


def _rendering(rendering: Rendering, by: AgentId) -> Rendering:
    """As it stands; what is certified is so in the vault."""
    state = RenderingState.DRAFT if rendering.state is RenderingState.CERTIFIED else rendering.state
    return replace(rendering, typed_by=by, state=state)
