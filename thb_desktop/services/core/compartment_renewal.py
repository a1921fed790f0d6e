"""Renewal of compartments: a holder who unlocks the vault makes the keys that are due to be renewed.

A key is due if a user who had it was retired while no other holder was there, and in a vault from before
schema 2: its rows of wrapped keys were outside the event chain, and anybody could add one.
"""

from contextlib import suppress

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.people import CompartmentVersion
from thb_desktop.errors import SealedValueDamagedError, StorageError
from thb_desktop.services.core.compartment_holders import is_renewal_due, is_unsigned
from thb_desktop.services.core.compartments import holders_in, renew_key
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry


def renew_due_keys(session: Session) -> None:
    """Renew the keys that are due and that the session's user holds; one event records key and holders.

    Without a place to write, the next session of a holder does it.
    """
    due = [version for version in registry.COMPARTMENT_VERSION.all(session.read) if _is_due(session, version)]
    if not due or not session.is_writable:
        return
    with suppress(StorageError), session.work() as work:
        renewed = []
        for version in due:
            with suppress(SealedValueDamagedError):  # the row is not the compartment's key
                renew_key(work, session, version, holders_in(session, version.compartment))
                renewed.append(version.compartment)
        if renewed:
            work.record(session.vault_id, VaultAction.HOLDERS_RECORDED, ", ".join(renewed))


def _is_due(session: Session, version: CompartmentVersion) -> bool:
    is_due = is_unsigned(session.read, version.compartment) or is_renewal_due(session.read, version)
    return is_due and session.user.id in holders_in(session, version.compartment)
