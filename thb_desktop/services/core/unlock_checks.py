"""The check of every unlock, cheap enough to run always."""

from collections.abc import Iterator
from datetime import datetime

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.office import Office
from thb_desktop.errors import CertificateError, FormatError
from thb_desktop.findings import Finding, broken, holds, unknown
from thb_desktop.ledger.chain import head_fault
from thb_desktop.ledger.checkpoint import Head, SignedHead
from thb_desktop.ledger.faults import Fault
from thb_desktop.ledger.statement import KeyRing, gather_keys
from thb_desktop.services.core.compartment_holders import check_compartments
from thb_desktop.services.core.consultation_checks import check_end
from thb_desktop.services.core.keys import session_certificates, user_id_of
from thb_desktop.services.core.schema_checks import check_counted, check_index, check_schema, check_tables
from thb_desktop.services.core.signers import check_new_sessions, check_sessions, is_as_added, signers_of
from thb_desktop.services.core.tail_checks import check_tail
from thb_desktop.services.core.user_certification import certified_keys, retired_at, verify_admitted
from thb_desktop.vault.chain_writer import ChainWriter
from thb_desktop.vault.database import Connection, is_whole
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.unlocked import Vault


def check_opening(
    vault: Vault,
    journal: Journal,
    consultations: ChainWriter,
    office: Office,
    *,
    root: bytes,
    now: datetime,
    known_epoch: int,
    seen: int,
) -> tuple[Head | None, tuple[Finding, ...]]:
    """Compare the chain with its last signed head, and the tables with the last event.

    Returns the head (None if none can be read) and the findings. The health check verifies the signatures of
    single entries and the whole history: the head's signature covers every entry. known_epoch: the highest
    epoch of the vault's header that is known to have existed. seen: the number of the last entry that this
    computer checked before.
    """
    signed = chain.last_head(vault.connection)
    head = _parsed(signed)
    if signed is None or head is None:
        return None, tuple(_without_head(journal))
    findings = [
        *_check_head(vault.connection, journal, signed, head, vault_id=office.id, root=root),
        *check_users(vault.connection, office.id, root),
        *_check_new_sessions(vault.connection, journal, office.id, root),
        *check_schema(vault.connection, office),
        *check_tables(vault, journal),
        *check_index(vault, journal),
        *check_tail(vault.connection, journal, since=seen, vault=office.id, root=root),
        *check_counted(vault.connection),
        *_check_consultations(vault.connection, consultations, office, root),
        *_check_indexes(vault.connection),
        *_check_clock(head, now),
        *_check_medium(vault),
        *_check_header(vault, known_epoch),
    ]
    return head, tuple(findings)


def _without_head(journal: Journal) -> Iterator[Finding]:
    yield broken("head.missing")
    if not journal.size:
        yield Fault(code="chain-empty").found()


def _keys_of(connection: Connection, head: Head, root: bytes) -> KeyRing:
    """Return the key that signed the head, if a certified user certifies it."""
    ring, _ = gather_keys(
        chain.statements_of(connection, head.key),
        vault=head.vault,
        certified=certified_keys(session_certificates(connection), root),
        verify_signature=verify_signature,
    )
    return ring


def _parsed(signed: SignedHead | None) -> Head | None:
    try:
        return signed.parsed() if signed else None
    except FormatError:
        return None


def _check_head(
    connection: Connection, journal: Journal, signed: SignedHead, head: Head, *, vault_id: str, root: bytes
) -> Iterator[Finding]:
    ring = _keys_of(connection, head, root)
    code = head_fault(signed, head, vault=vault_id, keys=ring, verify_signature=verify_signature)
    if code is None and (journal.size, journal.root) != (head.size, head.root):
        code = "head-mismatch"
    if code is None and (journal.counters.size, journal.counters.root) != (head.subjects, head.counters):
        code = "head-counters-wrong"
    if code:
        yield Fault(code=code, about="last-head").found()
        return
    yield holds("chain.head", size=head.size)
    if statement := ring.sessions.get(head.key):
        retired = retired_at(connection, statement.agent)
        if retired is not None and retired < head.size:
            yield broken("agent-retired.continued", entry=retired)
        yield from check_sessions(connection, [statement])


def _check_new_sessions(
    connection: Connection, journal: Journal, vault: str, root: bytes
) -> Iterator[Finding]:
    """Check the sessions since the newest state that this computer remembers; all if it remembers none."""
    certified = certified_keys(session_certificates(connection), root)
    since = max(journal.roots, default=0)
    return check_new_sessions(connection, vault, certified, since=since)


def check_users(connection: Connection, vault: str, root: bytes) -> Iterator[Finding]:
    """Check each user against the root's certification and the entry that made them, and the key and holders
    of each compartment.
    """
    signers = signers_of(connection)
    for place, user in enumerate(registry.USER.all(connection), start=1):
        try:
            verify_admitted(user, vault, root)
        except CertificateError:
            yield broken("user-forged", number=place)
        else:
            if not is_as_added(signers, user):
                yield broken("user-forged", number=place)
    yield from check_compartments(connection, vault, root)


def _check_consultations(
    connection: Connection, consultations: ChainWriter, office: Office, root: bytes
) -> Iterator[Finding]:
    certified = certified_keys(session_certificates(connection), root)
    return check_end(connection, consultations, vault_id=office.id, certified=certified)


def _check_indexes(connection: Connection) -> Iterator[Finding]:
    """A restored old index page hides rows from queries that use the index, although the rows are intact."""
    if not is_whole(connection):
        yield broken("database.indexes")


def _check_clock(head: Head, now: datetime) -> Iterator[Finding]:
    if now < head.at:
        yield unknown("clock-backwards.computer")


def _check_medium(vault: Vault) -> Iterator[Finding]:
    if vault.read_only:
        yield unknown("read-only")


def _check_header(vault: Vault, known_epoch: int) -> Iterator[Finding]:
    if vault.epoch < known_epoch:
        yield unknown("header-rolled-back")
    known = {user_id_of(user.id) for user in registry.USER.all(vault.connection) if user.active}
    if any(slot.user_id not in known for slot in vault.slots):
        yield unknown("way-of-nobody")
    if vault.mended or vault.unmended:
        yield unknown("header-mended")
