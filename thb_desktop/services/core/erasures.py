"""Erasures: destroying the content of an exhibit by order, after the event that records it.

The event is committed first. The next unlock finishes an interrupted erasure, so that an erasure is never
recorded and left undone for longer. Commitments, digests and the event stay, and all proofs stay valid.
"""

from collections.abc import Iterable
from contextlib import suppress

from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.errors import ErasedError, ErasureDueError, StorageError, ThbError
from thb_desktop.services.core.backup_events import recorded_runs
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import (
    ad_lists,
    chain,
    counts,
    form_drafts,
    picture_lists,
    registry,
    search_index,
)
from thb_desktop.vault.unlocked import Vault


def copies_of(connection: Connection, vault_id: str, files: Iterable[ExhibitFile]) -> tuple[str, ...]:
    """Return the backups that may still contain one of these files: label and time, from the event chain.

    A backup that was stopped, or is under way, may have copied the file already. What comes first is told by
    the order of the chain, not by a clock.
    """
    added = [each.parsed().seq for file in files for each in chain.entries_of(connection, file.id)[:1]]
    if not added:
        return ()
    return tuple(each.name for each in recorded_runs(connection, vault_id) if each.may_hold(min(added)))


def verify_kept(connection: Connection, file: ExhibitFile) -> None:
    """Raise ErasedError for a file whose content was erased."""
    if counts.is_erased(connection, file.exhibit_id):
        raise ErasedError("the content of this file was erased by order")


def due_erasures(vault: Vault) -> frozenset[str]:
    """Return the objects that were erased by order and still exist because an erasure was interrupted."""
    erased = counts.erased_objects(vault.connection)
    return erased & frozenset(vault.content.object_ids()) if erased else frozenset()


def finish_erasures(vault: Vault) -> int:
    """Destroy the content whose erasure was recorded; return how many objects. What the medium refuses stays
    due.
    """
    done = 0
    for object_id in sorted(due_erasures(vault)):
        vault.content.erase(object_id)
        done += 1
    return done


def carry_out(vault: Vault) -> None:
    """Destroy the content that this act's event erased. Raises ErasureDueError if the medium refuses."""
    try:
        finish_erasures(vault)
    except StorageError:
        raise ErasureDueError(
            "the erasure is recorded, but the medium kept the content; the next unlock destroys it"
        ) from None


def finish_at_unlock(session: Session) -> None:
    """Finish interrupted erasures, if the vault can be written to; a failing medium does not prevent the
    unlock.
    """
    if due_erasures(session.vault) and session.is_writable:
        with suppress(ThbError):
            finish_erasures(session.vault)


def forget_read(connection: Connection, exhibits: Iterable[Exhibit]) -> None:
    """Remove what was made from the content of these exhibits: the texts of their files, what their
    advertisements share with others, and the index of the search, which is made again without them.
    """
    had_ads = False
    for exhibit in exhibits:
        files = registry.EXHIBIT_FILE.where(connection, "exhibit_id", exhibit.id)
        search_index.forget_files(connection, (file.id for file in files))
        had_ads = ad_lists.forget_exhibit(connection, exhibit.case_id, exhibit.id) or had_ads
        picture_lists.forget_exhibit(connection, exhibit.id)
    if had_ads:
        search_index.clear(connection)


def forget_same(connection: Connection, exhibits: Iterable[Exhibit]) -> None:
    """Remove the texts of all files of the vault that have the bytes of a file of these exhibits."""
    digests = {
        file.sha256
        for exhibit in exhibits
        for file in registry.EXHIBIT_FILE.where(connection, "exhibit_id", exhibit.id)
        if file.size
    }
    same = registry.EXHIBIT_FILE.among(connection, "sha256", sorted(digests))
    search_index.forget_files(connection, (file.id for file in same))


def discard_drafts(connection: Connection, subjects: Iterable[str]) -> None:
    """Delete unsaved drafts about these things."""
    for subject in subjects:
        form_drafts.discard_about(connection, subject)
