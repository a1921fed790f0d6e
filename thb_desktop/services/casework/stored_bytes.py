"""Stored bytes: whether a file of an exhibit names an object of the content store; if none does, it goes."""

from collections.abc import Iterable
from contextlib import suppress

from thb_desktop.services.core.session import Session
from thb_desktop.vault.content import StoredObject
from thb_desktop.vault.database import DatabaseError
from thb_desktop.vault.tables import registry


def is_recorded(session: Session, object_id: str) -> bool:
    """Whether a file of an exhibit names this object: then nothing but an erasure may remove it."""
    return bool(registry.EXHIBIT_FILE.where(session.read, "object_id", object_id))


def remove_unrecorded(session: Session, stored: Iterable[StoredObject]) -> None:
    """Remove the objects that no file names, after a refusal.

    A database whose disk is full cannot always be asked: then an object stays, and the health check finds it.
    """
    with suppress(DatabaseError):
        for each in stored:
            if not is_recorded(session, each.object_id):
                session.vault.content.remove(each.object_id)
