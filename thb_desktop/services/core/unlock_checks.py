"""The checks of every unlock: a first look that costs the same in any vault, and the complete check.

The first look comes before anything is shown. The complete check (`complete_check`) reads every row, and no
act is recorded before it has ended (ADR 0021).
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.office import EPOCH_LEAP, Office
from thb_desktop.domain.rights import is_known
from thb_desktop.domain.second_person import VALID_FOR
from thb_desktop.errors import CertificateError, DatabaseDamagedError, FormatError
from thb_desktop.findings import Finding, broken, holds, of_entry, unknown
from thb_desktop.ledger.chain import head_fault
from thb_desktop.ledger.checkpoint import Head, SignedHead
from thb_desktop.ledger.faults import Fault
from thb_desktop.ledger.statement import KeyRing, gather_keys
from thb_desktop.services.core.compartment_holders import check_compartments
from thb_desktop.services.core.consultation_checks import check_end
from thb_desktop.services.core.keys import session_certificates, user_id_of
from thb_desktop.services.core.recorded_epochs import header_is_older
from thb_desktop.services.core.recorded_ways import check_ways
from thb_desktop.services.core.schema_checks import check_counted, check_index, check_schema, check_tables
from thb_desktop.services.core.signers import check_new_sessions, check_sessions, is_as_added, signers_of
from thb_desktop.services.core.stated_times import StatedTimes
from thb_desktop.services.core.tail_checks import check_tail
from thb_desktop.services.core.user_certification import certified_keys, retired_at, verify_admitted
from thb_desktop.vault.chain_writer import ChainWriter
from thb_desktop.vault.database import Connection, is_whole, size_told
from thb_desktop.vault.hot_journal import HotJournal
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.unlocked import Vault


def first_look(
    vault: Vault,
    consultations: ChainWriter,
    office: Office,
    *,
    root: bytes,
    now: datetime,
    known_epoch: int,
) -> tuple[Head | None, tuple[Finding, ...]]:
    """Check what costs the same in a large vault as in a small one.

    Returns the last signed head (None if none can be read) and the findings. The head's signature covers
    every entry, and the last entry the tables: `check_completely` compares with them. known_epoch: the
    highest epoch of the vault's header that is known to have existed.
    """
    signed = chain.last_head(vault.connection)
    head = _parsed(signed)
    if signed is None or head is None:
        return None, tuple(_without_head(vault.connection))
    findings = [
        *_check_last_head(vault.connection, signed, head, vault_id=office.id, root=root),
        *check_users(vault.connection, office.id, root),
        *check_schema(vault.connection, office),
        *_check_consultations(vault.connection, consultations, office, root),
        *_check_size(vault),
        *_check_clock(vault.connection, head, now),
        *_check_medium(vault),
        *_check_header(vault, office, known_epoch),
        *_check_journal(vault),
    ]
    return head, tuple(findings)


def check_completely(
    connection: Connection,
    journal: Journal,
    head: Head | None,
    *,
    vault_id: str,
    root: bytes,
    brought_up: bool,
    seen: int,
    times: StatedTimes | None = None,
    step: Callable[[], None] = lambda: None,
    is_index: Callable[[str], bool] = lambda _: True,
) -> tuple[Finding, ...]:
    """Compare the whole chain with its last signed head, and all tables with the last event.

    journal: read from this connection. brought_up: whether the database was migrated now. seen: the number of
    the last entry that this computer checked before; what is new is checked by itself too. times: what the
    entries up to that one stated. step: called for each new entry. is_index: whether the index of the events
    had this sum then. The health check verifies the whole history.
    """
    if head is None:
        return ()
    return (
        *_check_head(journal, head),
        *_check_new_sessions(connection, journal, vault_id, root, seen=seen),
        *check_tables(connection, journal, brought_up=brought_up),
        *check_index(connection, journal, brought_up=brought_up),
        *check_tail(
            connection,
            journal,
            since=seen,
            vault=vault_id,
            root=root,
            times=times,
            step=step,
            is_index=is_index,
        ),
    )


def check_indexes(connection: Connection, step: Callable[[], None] = lambda: None) -> Iterator[Finding]:
    """Check what follows from the rows: indexes, counts and orders beside them, nodes of the tree.

    step: called for each entry. A restored old index page hides rows from queries that use the index,
    although the rows are intact.
    """
    if not is_whole(connection):
        yield broken("database.indexes")
    yield from check_counted(connection, step)


def _without_head(connection: Connection) -> Iterator[Finding]:
    yield broken("head.missing")
    if not chain.size_of(connection):
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


def _check_last_head(
    connection: Connection, signed: SignedHead, head: Head, *, vault_id: str, root: bytes
) -> Iterator[Finding]:
    """Check the head by itself, and that it is the head of the last entry."""
    ring = _keys_of(connection, head, root)
    code = head_fault(signed, head, vault=vault_id, keys=ring, verify_signature=verify_signature)
    if code is None and chain.size_of(connection) != head.size:
        code = "head-mismatch"
    if code:
        yield Fault(code=code, about="last-head").found()
    elif statement := ring.sessions.get(head.key):
        retired = retired_at(connection, statement.agent)
        if retired is not None and retired < head.size:
            yield broken("agent-retired.continued", entry=retired)
        yield from check_sessions(connection, [statement])


def _check_head(journal: Journal, head: Head) -> Iterator[Finding]:
    if (journal.size, journal.root) != (head.size, head.root):
        yield Fault(code="head-mismatch", about="last-head").found()
    elif (journal.counters.size, journal.counters.root) != (head.subjects, head.counters):
        yield Fault(code="head-counters-wrong", about="last-head").found()
    else:
        yield holds("chain.head", size=head.size)


def _check_new_sessions(
    connection: Connection, journal: Journal, vault: str, root: bytes, *, seen: int
) -> Iterator[Finding]:
    """Check the sessions since the newest state that this computer remembers, and those after the last entry
    that was checked before; all if it remembers none.
    """
    certified = certified_keys(session_certificates(connection), root)
    since = min(max(journal.roots, default=0), seen)
    return check_new_sessions(connection, vault, certified, since=since)


def check_users(connection: Connection, vault: str, root: bytes) -> Iterator[Finding]:
    """Check each user against the root's certification and the entry that made them, and the key and holders
    of each compartment.
    """
    signers = signers_of(connection)
    for place, user in enumerate(registry.USER.all(connection), start=1):
        if not is_known(user.role):
            yield unknown("role-unknown", number=place, name=user.name, role=user.role.value)
        try:
            verify_admitted(user, vault, root)
        except CertificateError:
            yield broken("user-forged", number=place)
        else:
            if not is_as_added(signers, user, agreed=False):
                yield broken("user-forged", number=place)
            elif not is_as_added(signers, user):
                yield unknown("user-unagreed", number=place)
    yield from check_compartments(connection, vault, root)


def _check_consultations(
    connection: Connection, consultations: ChainWriter, office: Office, root: bytes
) -> Iterator[Finding]:
    certified = certified_keys(session_certificates(connection), root)
    return check_end(connection, consultations, vault_id=office.id, certified=certified)


def _check_size(vault: Vault) -> Iterator[Finding]:
    """The first page says how many there are: an older one does not know of the newest, and would use free
    pages of then that hold rows now.
    """
    if not vault.in_memory and size_told(vault.connection) != vault.layout.database.stat().st_size:
        yield broken("database.indexes")


def _check_clock(connection: Connection, head: Head, now: datetime) -> Iterator[Finding]:
    """Either this clock is wrong, or the newest entry is dated ahead: then its author is named."""
    if now < head.at:
        yield unknown("clock-backwards.computer")
    with suppress(FormatError):  # the check of the chain reports it
        last = chain.last_entry(connection)
        entry = last.parsed() if last is not None else None
        if entry is not None and entry.at - now > VALID_FOR:
            yield unknown("dated-ahead", where=of_entry(entry.seq), at=entry.at, now=now)


def _check_medium(vault: Vault) -> Iterator[Finding]:
    if vault.read_only:
        yield unknown("read-only")


def _check_journal(vault: Vault) -> Iterator[Finding]:
    if vault.journal is HotJournal.OBEYED:
        yield unknown("journal-undone")
    elif vault.journal is HotJournal.UNCOMPARED:
        yield unknown("journal-uncompared")
    elif vault.journal is HotJournal.REFUSED:
        yield unknown("journal-refused")


def _check_header(vault: Vault, office: Office, known_epoch: int) -> Iterator[Finding]:
    if vault.epoch < known_epoch:
        yield header_is_older(vault.connection, office, vault.epoch)
    elif vault.epoch > known_epoch + EPOCH_LEAP:
        yield unknown("header-made-up")
    users, known = registry.USER.all(vault.connection), set[bytes]()
    if vault.epoch >= known_epoch:
        yield from check_ways(users, office.keyslots, vault.slots)
    for user in users:
        with suppress(DatabaseDamagedError):  # the check of the users names the row
            known |= {user_id_of(user.id)} if user.active else set()
    if any(slot.user_id not in known for slot in vault.slots):
        yield unknown("way-of-nobody")
    if vault.mended or vault.unmended:
        yield unknown("header-mended")
