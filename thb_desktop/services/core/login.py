"""Login: from an open vault to a session: the user, their keys, the session key, the first check."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from uuid import UUID

from thb_desktop.crypto import signing
from thb_desktop.crypto.signing import SoftwareSigner
from thb_desktop.domain.office import Office, highest_epoch
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import is_known
from thb_desktop.domain.times import Reading
from thb_desktop.errors import DatabaseDamagedError, NotAllowedError, RetiredError
from thb_desktop.findings import Finding
from thb_desktop.ledger.checkpoint import Head
from thb_desktop.ledger.statement import KeyStatement, sign_statement
from thb_desktop.services.core import keys
from thb_desktop.services.core.compartment_renewal import renew_due_keys
from thb_desktop.services.core.complete_check import Checked, CompleteCheck, Parts, check_now, is_small
from thb_desktop.services.core.consultation_checks import read_end
from thb_desktop.services.core.consultation_log import ConsultationLog
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.grants_opened import check_grants
from thb_desktop.services.core.keys import Card, UserKeys
from thb_desktop.services.core.packs import check_packs
from thb_desktop.services.core.resealed import check_resealed
from thb_desktop.services.core.rollback_checks import (
    check_remembered,
    find_anchors,
    fits_at_first,
    open_heads,
    remember_now,
    remembered_epoch,
)
from thb_desktop.services.core.schema_checks import record_migration
from thb_desktop.services.core.sealed_notes import check_concerns
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.signers import check_offered, check_signer
from thb_desktop.services.core.tail_checks import is_short, last_seen, times_before
from thb_desktop.services.core.unlock_checks import check_completely, check_indexes, first_look
from thb_desktop.services.core.unlock_report import UnlockReport
from thb_desktop.services.core.user_certification import verify_der
from thb_desktop.vault.anchors import HeadStore
from thb_desktop.vault.chain_writer import EntryAuthor
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.unlocked import Vault


def log_in(
    vault: Vault, environment: Environment, card: Card | None = None, *, beside: bool = False
) -> Session:
    """Begin a session of the user whose passphrase opened the vault.

    The session's `opening` has the findings of the checks; if something is broken, the session is read only.
    card: certifies the session, if one is given. beside: in a large vault, after a first look that finds
    nothing broken, the complete check goes on beside the session; `opening` and every act wait for it.
    """
    office = get_office(vault.connection)
    user = registry.USER.find(vault.connection, keys.agent_of(vault.user_id))
    if user is None:
        # An act that gives access writes the keyslot before it is recorded: it was interrupted in between.
        raise NotAllowedError("this passphrase belongs to no user of the vault: adding them was interrupted")
    if not is_known(user.role):
        raise NotAllowedError(
            "this version does not know the role of this user: open the vault with a later one"
        )
    if not user.active:
        raise RetiredError("this user was retired from this vault")
    user_keys = keys.open_session_keys(
        vault.connection, vault_id=vault.keys_id, user=user, user_key=vault.user_key, card=card
    )
    try:
        session = _session(vault, environment, office, user, user_keys, beside=beside)
        record_migration(session)
        if session.check is None:
            renew_due_keys(session)
    except BaseException:
        user_keys.close()
        raise
    return session


def _session(
    vault: Vault,
    environment: Environment,
    office: Office,
    user: User,
    user_keys: UserKeys,
    *,
    beside: bool,
) -> Session:
    """Check the vault, and certify a key of this session with the user's key."""
    heads = open_heads(vault, environment)
    consultations = read_end(vault.connection)
    reading = environment.clock.read()
    known_epoch = highest_epoch(office.header_epoch, remembered_epoch(heads))
    head, findings = first_look(
        vault,
        consultations,
        office,
        root=root_certificate(office),
        now=reading.at,
        known_epoch=known_epoch,
    )
    vault.remember_epoch(known_epoch)
    anchors = find_anchors(vault.connection, office.id, heads)
    findings += (
        *check_offered(vault.connection, user),
        *check_concerns(vault.connection, user),
        *check_packs(vault.connection),
    )
    if head is not None and not office.is_store:
        findings += tuple(check_signer(vault.connection, user, user_keys.signer.key_id))
    first = UnlockReport(short_code=head.short_code if head else "", findings=findings, anchors=anchors)
    holder = _Holder(vault.connection, vault, user, user_keys)
    parts = _parts(holder, office, first, head, heads, now=reading.at)
    is_sound = first.is_sound and head is not None and fits_at_first(heads, vault.connection, head)
    is_quick = is_small(vault) and is_short(vault.connection, heads)
    beside = beside and is_sound and not is_quick
    checked = Checked() if beside else check_now(vault, parts)
    author = new_entry_author(
        office,
        user,
        user_keys,
        first=chain.size_of(vault.connection) + 1,
        reading=reading,
        environment=environment,
    )
    return Session(
        vault=vault,
        office=office,
        user=user,
        keys=user_keys,
        author=author,
        journal=checked.journal,
        consultation_log=ConsultationLog.of(
            consultations,
            vault_id=office.id,
            user=user,
            key=author.key,
            signer=user_keys.signer,
            reading=reading,
            randomness=environment.randomness,
        ),
        opening=first.completed(checked.findings),
        environment=environment,
        heads=heads,
        check=CompleteCheck(vault, parts) if beside else None,
    )


@dataclass(frozen=True, slots=True)
class _Holder:
    """Who unlocks the vault, before there is a session."""

    read: Connection
    vault: Vault
    user: User
    keys: UserKeys


def _parts(
    holder: _Holder,
    office: Office,
    first: UnlockReport,
    head: Head | None,
    heads: HeadStore | None,
    *,
    now: datetime,
) -> Parts:
    """Return what is checked completely, and compared with what this computer remembers."""
    vault, root = holder.vault, root_certificate(office)

    def rows(connection: Connection, step: Callable[[], None]) -> Checked:
        times = times_before(connection, heads)
        journal = Journal(connection, heads.sizes if heads else (), step=step, each=times.take)
        seen = last_seen(heads, journal)
        findings = check_completely(
            connection,
            journal,
            head,
            vault_id=office.id,
            root=root,
            brought_up=vault.brought_up,
            seen=seen,
            times=times.at(seen),
            step=step,
            is_index=partial(heads.is_index, journal.roots, seen) if heads else lambda _: True,
        )
        return Checked(findings=findings, journal=journal)

    def conclude(checked: Checked) -> Checked:
        found = checked.findings
        if checked.journal is not None:
            found += tuple(check_remembered(heads, checked.journal, office, first.anchors))
            found += tuple(check_grants(holder, since=last_seen(heads, checked.journal)))
        if checked.journal is not None and first.completed(found).is_sound:
            seen = last_seen(heads, checked.journal)
            found += tuple(check_resealed(holder, size=checked.journal.size, since=seen))
        if heads and head and first.completed(found).is_sound:
            told = chain.last_told_sum(vault.connection)
            found += tuple(remember_now(heads, head, told=told, epoch=vault.known_epoch, now=now))
        return replace(checked, findings=found)

    return Parts(rows=rows, indexes=check_indexes if head else _nothing, conclude=conclude)


def _nothing(_connection: Connection, _step: Callable[[], None]) -> Iterator[Finding]:
    """Without a head there is nothing to compare."""
    return iter(())


def new_entry_author(
    office: Office,
    user: User,
    user_keys: UserKeys,
    *,
    first: int,
    reading: Reading,
    environment: Environment,
) -> EntryAuthor:
    """Make a key for this session, and certify it with the key of the user's certificate."""
    session_key = SoftwareSigner.of(signing.new_private_key(environment.randomness))
    statement = KeyStatement(
        vault=office.id,
        agent=user.id,
        role=user.role.value,
        session=session_key.public_key,
        first=first,
        since=reading.at,
        signer=user_keys.signer.key_id,
    )
    return EntryAuthor(
        vault=office.id,
        user=user,
        key=session_key,
        statement=sign_statement(statement, user_keys.signer.sign),
    )


def get_office(connection: Connection) -> Office:
    """Return the one office of a vault."""
    offices = registry.OFFICE.all(connection)
    if len(offices) != 1:
        raise DatabaseDamagedError("the vault does not name its office")
    return offices[0]


def root_certificate(office: Office) -> bytes:
    """Return the vault's root certificate in DER. Raises CertificateError if the row has none."""
    return verify_der(office.root_certificate)


def root_fingerprint(office: Office) -> str:
    """Return the SHA-256 of the vault's root certificate, in hexadecimal, for comparison by whoever verifies
    a bundle.
    """
    return sha256(root_certificate(office)).hexdigest()


def root_pem(office: Office) -> str:
    """Return the vault's root certificate as PEM."""
    return pem_of(root_certificate(office))


def pem_of(certificate: bytes) -> str:
    """Write a certificate (DER) as PEM."""
    encoded = b64encode(certificate).decode("ascii")
    lines = [encoded[start : start + 64] for start in range(0, len(encoded), 64)]
    return "\n".join(["-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----", ""])


def vault_id_text(vault_id: bytes) -> str:
    return str(UUID(bytes=vault_id))
