"""Transition of compartments: a vault from before schema 2 gets signed grants when a holder unlocks it.

Its rows of wrapped keys were outside the event chain, and anybody could add one. So a holder makes a new key
for each such compartment, and signs grants for the users who may have it.
"""

from contextlib import suppress

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.people import CompartmentVersion
from thb_desktop.errors import SealedValueDamagedError, StorageError
from thb_desktop.services.core.compartment_holders import is_unsigned
from thb_desktop.services.core.compartments import holders_in, renew_key
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry


def record_holders(session: Session) -> None:
    """Sign who holds each compartment's key, for those that the session's user can open; one event records
    it.

    Without a place to write, the next session of a holder does it.
    """
    due = [version for version in registry.COMPARTMENT_VERSION.all(session.read) if _is_due(session, version)]
    if not due or not session.is_writable:
        return
    with suppress(StorageError), session.work() as work:
        recorded = []
        for version in due:
            with suppress(SealedValueDamagedError):  # the row is not the compartment's key
                renew_key(work, session, version, holders_in(session, version.compartment))
                recorded.append(version.compartment)
        if recorded:
            work.record(session.vault_id, VaultAction.HOLDERS_RECORDED, ", ".join(recorded))


def _is_due(session: Session, version: CompartmentVersion) -> bool:
    compartment = version.compartment
    return is_unsigned(session.read, compartment) and session.user.id in holders_in(session, compartment)
