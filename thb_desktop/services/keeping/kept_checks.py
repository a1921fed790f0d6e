"""Checks of what lies outside the event chain: sealed keys, stored objects, unfinished erasures."""

from collections.abc import Iterator

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import FormatError, NotFoundError, ThbError
from thb_desktop.findings import Finding, broken, holds, unknown
from thb_desktop.services.core.compartments import holders_in
from thb_desktop.services.core.erasures import due_erasures
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.office.enrolment import root_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, keys, registry
from thb_desktop.vault.tables.keys import KeyPurpose
from thb_desktop.vault.unlocked import Vault


@permitted(Right.CHECK_HEALTH)
def check_keys(session: Session) -> tuple[Finding, ...]:
    """Find users whose private keys were deleted, and a root key that is not that of its certificate.

    Every user can delete these rows. Only a holder of the root's key can see whether it is whole.
    """
    found = []
    users = registry.USER.all(session.read)
    if lacking := tuple(user.name for user in users if user.active and _lacks(session.read, user)):
        found.append(broken("private-keys-missing", names=lacking))
    if session.user.id in holders_in(session, Compartment.ROOT_KEY):
        try:
            root_of(session.office_record, session)
        except ThbError:
            found.append(broken("root-key-damaged"))
    return tuple(found)


def _lacks(connection: Connection, user: User) -> bool:
    try:
        for purpose in KeyPurpose:
            keys.get_private_key(connection, user.id, purpose)
    except NotFoundError:
        return True
    return False


def check_receipts(connection: Connection) -> Iterator[Finding]:
    """Compare the states of the event chain that receipts name with its signed heads."""
    named = [each for each in registry.PACKAGE_RECEIPT.all(connection) if each.head_size]
    for each in named:
        signed = chain.head_at(connection, each.head_size)
        try:
            is_ours = signed is not None and signed.parsed().root.hex() == each.head_root
        except FormatError:
            continue  # it is a fault of the chain already
        if not is_ours:
            yield broken("receipt-head.kept", size=each.head_size, office=each.from_party)
            return
    if named:
        yield holds("receipt-heads", count=len(named))


def check_erased(vault: Vault, erased: int) -> Iterator[Finding]:
    """What was erased by order is not damage; an interrupted erasure is reported until it is finished."""
    due = len(due_erasures(vault))
    if due:
        yield broken("erasure-due", count=due)
    elif erased:
        yield holds("content-erased", count=erased)


def check_orphans(vault: Vault, files: tuple[ExhibitFile, ...]) -> Iterator[Finding]:
    """Objects that no exhibit names: unfinished ones are removed, complete ones stay (a restored old database
    names fewer).
    """
    if not vault.read_only and (removed := vault.content.remove_leftovers()):
        yield holds("leftovers-removed", count=removed)
    orphans = set(vault.content.object_ids()) - {file.object_id for file in files}
    if orphans:
        yield unknown("content-orphans", count=len(orphans))
