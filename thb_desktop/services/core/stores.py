"""Stores of assignments that lie beside a vault: what an interrupted act left is finished.

The event of an act comes first. A store that was made and not put in its place is put there; one that was
closed is destroyed, or loses the way of its assignee; so does one that left in a packet, and every one of a
retired user.
"""

from contextlib import suppress

from thb_desktop.domain.assignment import Assignment
from thb_desktop.domain.ids import InterpreterId, JobId
from thb_desktop.errors import ThbError
from thb_desktop.services.core.keys import user_id_of
from thb_desktop.services.core.session import Session
from thb_desktop.vault.assigned import (
    Place,
    drop_way,
    end_way,
    erase_store,
    place_beside,
    put_in_place,
    unfinished_beside,
)
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables import registry


def place_of(session: Session, assignment: Assignment) -> Place:
    """Return where the store of an assignment lies."""
    return place_beside(session.vault.folder, assignment.place)


def open_assignment_of(
    connection: Connection, job_id: JobId, interpreter_id: InterpreterId
) -> Assignment | None:
    """Return the open assignment of a job to this interpreter."""
    return next(
        (
            each
            for each in registry.ASSIGNMENT.where(connection, "job_id", job_id)
            if each.interpreter_id == interpreter_id and not each.is_closed
        ),
        None,
    )


def settle_stores(session: Session) -> None:
    """Finish what an interrupted act left, if the vault can be written to; what the medium or an open store
    refuses stays due.
    """
    if not session.is_writable:
        return
    every = registry.ASSIGNMENT.all(session.read)
    known = {each.place: each for each in every}
    for place in unfinished_beside(session.vault.folder):
        with suppress(ThbError):
            if place.name in known and not place.exists:
                put_in_place(place)
            else:
                erase_store(place.beside, session.environment.randomness)
    sent = {packet.assignment_id for packet in registry.PACKET.all(session.read)}
    retired = {user.id for user in registry.USER.all(session.read) if not user.active}
    for each in every:
        if each.is_closed or each.user_id in retired:
            with suppress(ThbError):
                end_store(session, each)
        elif each.id in sent:
            with suppress(ThbError):
                drop_way(place_of(session, each), session.environment.randomness)


def end_store(session: Session, assignment: Assignment) -> None:
    """Destroy the store of a closed assignment that is not kept; of any other one, remove the assignee's way.

    Raises VaultInUseError while the store is open, and what the medium refuses.
    """
    place, randomness = place_of(session, assignment), session.environment.randomness
    if assignment.is_closed and not assignment.kept:
        if place.exists:
            erase_store(place, randomness)
    elif place.is_open_to_assignee:
        secret = rows.find_store_secret(session.read, assignment.id)
        end_way(place, secret, user_id_of(assignment.user_id), randomness)
