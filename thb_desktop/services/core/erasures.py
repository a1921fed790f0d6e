"""Erasures: the content of an exhibit destroyed by order, after the event that tells of it.

The event is kept first. What was cut short then is finished at the next unlock, so that an erasure is never
told and not done for longer than that. Commitments, digests and the event stay, and so does each proof.
"""

from collections.abc import Iterable
from contextlib import suppress

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.errors import ErasedError, ErasureDueError, StorageError, ThbError
from thb_desktop.services.core.backup_events import recorded_backups
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import counts, form_drafts
from thb_desktop.vault.unlocked import Vault


def copies_of(connection: Connection, vault_id: str, files: Iterable[ExhibitFile]) -> tuple[str, ...]:
    """The backups that may still hold one of these files: label and time, as the event chain has them."""
    since = min((file.added_at for file in files), default=None)
    made = [each for each in recorded_backups(connection, vault_id) if not each.tried]
    return tuple(
        f"{each.note} {each.at:%Y-%m-%d %H:%M} UTC".strip() for each in made if since and each.at >= since
    )


def verify_kept(connection: Connection, file: ExhibitFile) -> None:
    """Refuse a file whose content was erased."""
    if file.object_id in counts.erased_objects(connection):
        raise ErasedError("the content of this file was erased by order")


def due_erasures(vault: Vault) -> frozenset[str]:
    """The objects that were erased by order and are still there: an erasure was cut short."""
    erased = counts.erased_objects(vault.connection)
    return erased & frozenset(vault.content.object_ids()) if erased else frozenset()


def finish_erasures(vault: Vault) -> int:
    """Destroy what an event has told to be erased; how many objects. What the medium refuses stays due."""
    done = 0
    for object_id in sorted(due_erasures(vault)):
        vault.content.erase(object_id)
        done += 1
    return done


def carry_out(vault: Vault) -> None:
    """Destroy what the event of this act told to be erased; ErasureDueError where the medium refuses."""
    try:
        finish_erasures(vault)
    except StorageError:
        raise ErasureDueError(
            "the erasure is recorded, and the medium did not let go of the content; an unlock destroys it"
        ) from None


def finish_at_unlock(session: Session) -> None:
    """Finish what was cut short, where the vault can be written to; a medium that fails keeps nobody out."""
    if session.is_writable:
        with suppress(ThbError):
            finish_erasures(session.vault)


def discard_drafts(connection: Connection, subjects: Iterable[str]) -> None:
    """Take away what was typed about these things and not saved."""
    for subject in subjects:
        form_drafts.discard_about(connection, subject)
