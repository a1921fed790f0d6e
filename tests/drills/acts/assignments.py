"""What gives work to an interpreter, brings it back, and ends it: the vault, and the store beside it."""

from contextlib import closing
from functools import partial
from pathlib import Path

from tests.drills.acts.key_changes import ADDED
from tests.drills.acts.office import Template, unlock
from tests.drills.acts.operation import Act, quiet
from tests.support.assignments import add_linguist, first_turn, render_checked
from tests.support.offices import environment
from tests.support.vaults import passphrase
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.assignment import Assignment
from thb_desktop.services.assignments import desk, giving, returning
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs
from thb_desktop.vault.assigned import place_beside, places_beside, unfinished_beside
from thb_desktop.vault.tables import registry

_TEXT = "Comprenez-vous ?"


def with_job(folder: Path, template: Template) -> None:
    """A job on the draft, for a linguist who is a user of the vault."""
    with closing(unlock(folder)) as session:
        linguist = add_linguist(session, template.small, text=ADDED)
        jobs.open_job(
            session,
            jobs.NewJob(
                interview_id=template.draft,
                target_language="fr",
                linguist_id=linguist.id,
                translation_type=v.TranslationType.WORKING_TRANSLATION,
                purpose="for the court",
            ),
        )


def with_work(folder: Path, template: Template) -> None:
    """The job is assigned, and a turn of it was handed back."""
    with_job(folder, template)
    with closing(unlock(folder)) as session:
        assignment = giving.assign(session, registry.LANGUAGE_JOB.all(session.read)[0].id)
    with closing(_opened(folder, assignment)) as session:
        render_checked(session, first_turn(session), _TEXT)
        desk.hand_back(session)


def assign(folder: Path, _: Template) -> Act:
    session = unlock(folder)
    return quiet(partial(giving.assign, session, registry.LANGUAGE_JOB.all(session.read)[0].id))


def assignment_found(session: Session, folder: Path, _: Template) -> bool:
    """The store is in its place and opens for its interpreter, or there is none."""
    assigned = registry.ASSIGNMENT.all(session.read)
    assert unfinished_beside(folder) == ()
    assert [place.name for place in places_beside(folder)] == [each.place for each in assigned]
    for each in assigned:
        _opened(folder, each).close()
    return bool(assigned)


def merge(folder: Path, _: Template) -> Act:
    session = unlock(folder)
    assignment = registry.ASSIGNMENT.all(session.read)[0]
    seen = returning.review_return(session, assignment.id)
    return quiet(partial(returning.merge_assignment, session, assignment.id, seen))


def return_found(session: Session, _: Path, __: Template) -> bool:
    returns = registry.ASSIGNMENT_RETURN.all(session.read)
    versions = registry.RENDERING_VERSION.all(session.read)
    signatures = registry.VERSION_SIGNATURE.all(session.read)  # as written, and as checked
    assert len(returns) == len(versions) == len(signatures) / 2
    return bool(returns)


def close(folder: Path, _: Template) -> Act:
    session = unlock(folder)
    assignment = registry.ASSIGNMENT.all(session.read)[0]
    return quiet(partial(giving.close_assignment, session, assignment.id, reason="done", keep=False))


def closing_found(session: Session, folder: Path, _: Template) -> bool:
    """The store is gone, or opens as before."""
    assignment = registry.ASSIGNMENT.all(session.read)[0]
    if assignment.is_closed:
        assert not place_beside(folder, assignment.place).exists
    else:
        _opened(folder, assignment).close()
    return assignment.is_closed


def _opened(folder: Path, assignment: Assignment) -> Session:
    place = place_beside(folder, assignment.place)
    return desk.open_assignment(place.folder, passphrase=passphrase(ADDED), environment=environment())
