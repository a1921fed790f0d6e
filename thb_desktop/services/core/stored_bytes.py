"""Stored bytes: whether a file of an exhibit names an object of the content store; if none does, it goes."""

from collections.abc import Iterable
from contextlib import suppress

from thb_desktop.vault.content import ContentStore, StoredObject
from thb_desktop.vault.database import Connection, DatabaseError
from thb_desktop.vault.tables import lists


def are_recorded(connection: Connection, stored: Iterable[StoredObject]) -> bool:
    """Whether a file of an exhibit names one of these: then nothing but an erasure may remove it."""
    return lists.has_file_of(connection, [each.object_id for each in stored])


def remove_unrecorded(connection: Connection, content: ContentStore, stored: Iterable[StoredObject]) -> None:
    """Remove the objects that no file names, after a refusal.

    A database whose disk is full cannot always be asked: then an object stays, and the health check finds it.
    """
    with suppress(DatabaseError):
        for each in stored:
            if not are_recorded(connection, [each]):
                content.remove(each.object_id)
