"""An office with an interpreter, a record and a job, and the store in which the interpreter works."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.support.offices import (
    Small,
    copy_of,
    environment,
    held_interview,
    new_office,
    small_case,
    unlock,
    without_triggers,
)
from tests.support.own_program import OwnProgram
from tests.support.second_person import ALONE
from tests.support.vaults import passphrase
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.assignment import Assignment
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.language_work import LanguageJob, RenderingVersion
from thb_desktop.domain.people import Interpreter
from thb_desktop.services.assignments import desk
from thb_desktop.services.assignments.giving import assign
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs
from thb_desktop.services.language.doubts import check_versions
from thb_desktop.services.language.versions import sign_versions
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import segments
from thb_desktop.vault.assigned import place_beside, stores_beside
from thb_desktop.vault.database import allow_writing, forbid_writing
from thb_desktop.vault.tables import registry

LINGUIST = "Rachid Vertaler-Exemple"
LINGUIST_PASSPHRASE = "zebra unfold cactus marble tundra"
GIVEN_THEN = "rendu sur place"
"""How the rendition of a turn begins that was given on the spot."""
SOURCES = ("Înțelegeți?", "Da, am înțeles.", "Am plecat în mai.")


def render_checked(session: Session, segment_id: SegmentId, text: str) -> RenderingVersion:
    """Write the next wording of a turn in a store; sign it as checked, with a reason for each difference."""
    version = desk.render(session, segment_id, text)
    found = check_versions(session, version.job_id, [version])
    said = [(each, "It was said so") for each in found]
    sign_versions(session, version.job_id, [version], said, state=v.RenderingState.SELF_CHECKED)
    return version


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What lies in the office: the small case, its record, the linguist and their job."""

    small: Small
    interview: Interview
    linguist: Interpreter
    job: LanguageJob


def with_job(session: Session) -> Given:
    """A record of three turns, and a job on it for a linguist who is a user."""
    small = small_case(session)
    interview = held_interview(session, small)
    for number, text in enumerate(SOURCES[1:], start=1):
        segments.add_segment(
            session,
            interview.id,
            speaker=v.SpeakerRole.PERSON_HEARD,
            kind=v.UtteranceKind.ANSWER,
            language="ro",
            source_text=text,
            capture=v.SourceCapture.TYPED_LIVE,
            renderings=[
                segments.NewRendering(
                    language="fr",
                    text=f"{GIVEN_THEN} {number}",
                    kind=v.RenderingKind.RENDITION,
                    author_id=small.interpreter.id,
                )
            ],
        )
    linguist = add_linguist(session, small)
    job = jobs.open_job(
        session,
        jobs.NewJob(
            interview_id=interview.id,
            target_language="fr",
            linguist_id=linguist.id,
            translation_type=v.TranslationType.SWORN_WRITTEN,
            purpose="for the court",
        ),
    )
    return Given(small=small, interview=interview, linguist=linguist, job=job)


def add_linguist(
    session: Session, small: Small, name: str = LINGUIST, text: str = LINGUIST_PASSPHRASE
) -> Interpreter:
    """An interpreter of the case who is a user of the vault."""
    user = users.add_user(
        session, name=name, role=v.UserRole.INTERPRETER, passphrase=passphrase(text), second=ALONE
    )
    return people.add_interpreter(
        session, replace(small.interpreter, code=f"T-{name[0]}", name=name, user_id=user.id)
    )


def office_with_job(folder: Path) -> Given:
    """Make the vault in a folder; it is closed."""
    made: list[Given] = []
    new_office(folder, lambda session: made.append(with_job(session)))
    return made[0]


def office_copy(template: Path, folder: Path) -> Path:
    """Copy the vault and the stores that lie beside it."""
    if stores_beside(template).exists():
        copy_of(stores_beside(template), stores_beside(folder))
    return copy_of(template, folder)


def assigned(folder: Path, given: Given) -> Assignment:
    """Assign the job, in a session of the judge."""
    session = unlock(folder)
    try:
        return assign(session, given.job.id)
    finally:
        session.close()


def open_store(folder: Path, assignment: Assignment, text: str = LINGUIST_PASSPHRASE) -> Session:
    """Open the store as its interpreter, who remembers nothing on this computer."""
    place = place_beside(folder, assignment.place)
    return desk.open_assignment(place.folder, passphrase=passphrase(text), environment=environment())


@contextmanager
def own_program_in(session: Session) -> Iterator[OwnProgram]:
    """A program of the interpreter's own in their open store: it asks no rule and leaves no trace."""
    session.vault.file = None
    allow_writing(session.read)
    session.read.set_authorizer(None)
    session.read.execute("PRAGMA foreign_keys = OFF")
    with without_triggers(session.read):
        yield OwnProgram(session)
    forbid_writing(session.read)


def first_turn(session: Session) -> SegmentId:
    """The first turn of the record in a store."""
    return registry.SEGMENT.all(session.read)[0].id
