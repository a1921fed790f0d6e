"""Concerns: what is sealed about a concern for safety, and whether it is one.

Whoever raises a concern seals it for those who may read it; the first reader moves its words into the
compartment, and whoever deals with it seals beside them what was done. A program of a colleague's own can
seal anything: such a concern is dealt with unread.
"""

from contextlib import suppress

from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_work import SafetyFlag
from thb_desktop.domain.people import SealedItem
from thb_desktop.domain.safety import SafetyConcern
from thb_desktop.errors import NotAllowedError, SealedValueDamagedError
from thb_desktop.services.core.compartments import opened_as
from thb_desktop.services.core.sealed_notes import open_note
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.told_entries import entry_that_added
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.told_rows import RowName


def moved_words(connection: Connection, flag_id: RowId) -> SealedItem | None:
    """Return the words of a concern in the compartment, and not what was done about it; None before its first
    reader moved them.
    """
    for item in registry.SEALED_ITEM.where(connection, "subject_id", flag_id):
        added = entry_that_added(connection, RowName(registry.SEALED_ITEM.name, item.id))
        if added is None or added.action != VaultAction.SAFETY_FLAG_SETTLED:
            return item
    return None


def open_concern(flag: SafetyFlag, session: Session) -> bytearray:
    """Open what was sealed for the session's user; the caller overwrites it.

    Raises NotAllowedError if it was sealed for others alone, SealedValueDamagedError if it cannot be opened,
    also because it was sealed for nobody who is still here.
    """
    try:
        return open_note(flag.id, flag.sealed, flag.wrapped, session)
    except NotAllowedError:
        readers = dict(flag.wrapped)
        if any(user.active and user.id in readers for user in registry.USER.all(session.read)):
            raise
        raise SealedValueDamagedError("this was sealed for nobody who can read it now") from None


def is_none(flag: SafetyFlag, session: Session) -> bool:
    """Whether what was sealed for the session's user opens and is no concern; not where it does not open."""
    with suppress(NotAllowedError, SealedValueDamagedError):
        opened = open_note(flag.id, flag.sealed, flag.wrapped, session)
        try:
            opened_as(SafetyConcern, opened)
        except SealedValueDamagedError:
            return True
        finally:
            wipe(opened)
    return False
