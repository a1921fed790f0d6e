"""Signers of a vault: which keys count for whom by its entries, and which rows and sessions contradict."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from itertools import chain as chain_of
from typing import cast

from thb_desktop.crypto.certificates import read_founder, read_holder, verify_leaf
from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import SigningIdentity, User
from thb_desktop.domain.record import Record
from thb_desktop.domain.vocabulary import IdentityKind
from thb_desktop.errors import CertificateError, FormatError
from thb_desktop.findings import Finding, broken, of_entry, unknown
from thb_desktop.ledger.entry import CLOCK_WENT_BACK, USER_RETIRED, Opening
from thb_desktop.ledger.faults import Fault
from thb_desktop.ledger.signer_decision import decide
from thb_desktop.ledger.signers import ABOUT_USERS, CERTIFICATE_RENEWED, SCHEMA_MIGRATED, Act, Signers
from thb_desktop.ledger.statement import KeyStatement, gather_keys
from thb_desktop.services.core.user_certification import der_of, verify_der
from thb_desktop.vault.database import Connection, found_once
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry


def signers_of(connection: Connection) -> Signers:
    """Decide from the entries of the vault which keys count for whom; nobody's before its first entry."""
    return found_once(connection, _signers_of)


def _signers_of(connection: Connection) -> Signers:
    offices = registry.OFFICE.all(connection)
    if len(offices) != 1:
        return Signers()
    root = verify_der(offices[0].root_certificate)
    return _decided(acts_about_users(connection), offices[0].id, root)


def acts_about_users(connection: Connection) -> tuple[Act, ...]:
    """Return the entries that made users, ended their rights, or told their further keys, in their
    order; and those that say that a clock was set back.
    """
    numbers = (0, *(handover.entries for handover in registry.HANDOVER.all(connection)))
    found = [chain.newest(connection, subject="", before=number + 2, count=1) for number in numbers]
    for user in registry.USER.all(connection):
        found += [chain.acts_of(connection, user.id, action) for action in sorted(ABOUT_USERS)]
    further = registry.SIGNING_IDENTITY.all(connection)
    for user_id in {each.user_id for each in further if each.kind is IdentityKind.OWN_KEY}:
        found.append(chain.acts_of(connection, user_id, CERTIFICATE_RENEWED))
    for office in registry.OFFICE.all(connection):
        found.append(chain.acts_of(connection, office.id, CLOCK_WENT_BACK))
        if further:
            found.append(chain.acts_of(connection, office.id, SCHEMA_MIGRATED))
    acts = dict[int, Act]()
    for signed, opening in chain_of.from_iterable(found):
        with suppress(FormatError):
            entry = signed.parsed()
            stated = chain.statements_of(connection, entry.key)
            acts[entry.seq] = Act(signed=signed, opening=opening, statement=stated[0] if stated else None)
    return tuple(acts[seq] for seq in sorted(acts))


def acts_behind(connection: Connection, users: Collection[str]) -> tuple[Act, ...]:
    """Return the entries by which somebody outside decides which keys count for these users.

    They lead from each user over who added and approved them to the first one. Of a retirement only the
    entry: its content has resealed values.
    """
    told = [(act, act.signed.parsed(), _told(act)) for act in acts_about_users(connection)]
    needed, before = set(users), set[str]()
    while needed != before:
        before = set(needed)
        for _, entry, (made, approvers) in told:
            if not needed.isdisjoint(made | {entry.subject}):
                needed |= {entry.agent, *approvers}
    return tuple(
        replace(act, opening=None if entry.action == USER_RETIRED else _outward(act))
        for act, entry, (made, _) in told
        if entry.action == SCHEMA_MIGRATED or not needed.isdisjoint(made | {entry.subject})
    )


def _told(act: Act) -> tuple[set[str], set[str]]:
    """Return the users whose rows an entry tells, and who approved it."""
    if act.opening is None or act.signed.parsed().action == USER_RETIRED:
        return set(), set()
    states = Event.parse(act.opening.payload).states
    records = [(state["entity"], cast(Record, state["record"])) for state in states]
    made = {str(record.get("id")) for kind, record in records if kind == registry.USER.name}
    approvers = {str(record.get("approved_by")) for kind, record in records if kind == registry.APPROVAL.name}
    return made, approvers - {"None"}


def _outward(act: Act) -> Opening | None:
    return act.opening.disclosed(lambda *_: False) if act.opening else None


def is_as_added(signers: Signers, user: User, *, agreed: bool = True) -> bool:
    """Whether a row tells the user as the entry did that made them, with the same first key.

    agreed: False accepts also who was added with a key of the time before agreements that nobody agreed to.
    """
    member = signers.members.get(user.id)
    if member is None:
        return False
    told = (member.name, member.role, member.receiving_key)
    with suppress(CertificateError, ValueError):
        public = read_holder(der_of(user.certificate)).public_key
        first = [
            key.public
            for key in signers.keys
            if key.user == user.id and not key.identity and (key.agreed or not agreed)
        ]
        return told == (user.name, user.role.value, user.receiving_key) and first == [public]
    return False


def offered_to(connection: Connection, user: AgentId) -> tuple[SigningIdentity, ...]:
    """Return the further keys in the rows of a user to which they neither agreed nor said no."""
    agreed = {key.identity for key in signers_of(connection).keys if key.agreed}
    return tuple(
        each
        for each in registry.SIGNING_IDENTITY.where(connection, "user_id", user)
        if each.withdrawn_at is None and each.id not in agreed and each.kind is not IdentityKind.OWN_KEY
    )


def check_offered(connection: Connection, user: User) -> Iterator[Finding]:
    """Tell a user, when they unlock, which keys others added for them."""
    if offered := offered_to(connection, user.id):
        yield unknown("identity-offered", count=len(offered))


def check_signer(connection: Connection, user: User, signer: str) -> Iterator[Finding]:
    """Find that the key with which a user would sign now does not count for them: what it signs would be
    named as forged. signer: its key id.
    """
    key = signers_of(connection).of(user.id, signer)
    if key is None or not key.certifies(chain.size_of(connection) + 1):
        yield broken("key-not-counting")


def check_sessions(connection: Connection, statements: Iterable[KeyStatement]) -> Iterator[Finding]:
    """Find sessions that a key certified before it counted for its user, or after it no longer did."""
    signers = signers_of(connection)
    for statement in statements:
        key = signers.of(statement.agent, statement.signer)
        if key is None:
            continue  # a fault of the statement
        user, first = signers.members[key.user].name, statement.first
        if first <= key.since:
            yield broken("identity-early", entry=first, counts=key.since)
        elif key.until is not None and first > key.until:
            yield broken("identity-withdrawn", entry=first, withdrawn=key.until)
        elif not key.agreed:
            yield unknown("identity-unagreed.session", entry=first, user=user)


def check_new_sessions(
    connection: Connection, vault: str, certified: Mapping[str, Collection[bytes]], *, since: int
) -> Iterator[Finding]:
    """Check the sessions that began after this entry, whether the last head is theirs or not."""
    ring, faults = gather_keys(
        chain.statements_since(connection, since),
        vault=vault,
        certified=certified,
        verify_signature=verify_signature,
    )
    yield from (fault.found() for fault in faults)
    yield from check_sessions(connection, ring.sessions.values())
    yield from check_misfiled(connection)


def check_misfiled(connection: Connection) -> Iterator[Finding]:
    """Find session keys whose rows say another user or beginning than their statements: one could so be kept
    from the check of the new ones.
    """
    for place in chain.misfiled_statements(connection):
        yield Fault(code="statement-altered", about="statement", first=place, last=place).found()


def sessions_over(connection: Connection) -> dict[str, int]:
    """Return after which entry a session may sign nothing, because the key that certified it was replaced."""
    signers, over = signers_of(connection), dict[str, int]()
    if all(key.over is None for key in signers.keys):
        return over
    for signed in chain.statements(connection):
        with suppress(FormatError):
            statement = signed.parsed()
            key = signers.of(statement.agent, statement.signer)
            if key is not None and key.over is not None and statement.key != key.over_in:
                over[statement.key] = key.over
    return over


def check_unagreed(connection: Connection) -> Iterator[Finding]:
    """Find entries in the name of a user, by a key to which they did not agree, after agreements began."""
    signers = signers_of(connection)
    ends = {}
    for signed in chain.statements(connection):
        with suppress(FormatError):
            statement = signed.parsed()
            key = signers.of(statement.agent, statement.signer)
            if key is not None and not key.agreed and key.until is not None:
                ends[statement.key] = key.until
    for signed_entry in chain.entries(connection) if ends else ():
        with suppress(FormatError):
            entry = signed_entry.parsed()
            if entry.seq > ends.get(entry.key, entry.seq):
                yield broken("identity-unagreed.entry", where=of_entry(entry.seq))


@lru_cache(maxsize=4)
def _decided(acts: tuple[Act, ...], vault: str, root: bytes) -> Signers:
    def issued(certificate: bytes) -> tuple[str, bytes]:
        holder = read_holder(certificate)
        verify_leaf(certificate, root, at=holder.not_before)
        return holder.serial_number, holder.public_key

    founder = read_founder(root)
    return decide(acts, vault=vault, issued=issued, verify_signature=verify_signature, founder=founder)
