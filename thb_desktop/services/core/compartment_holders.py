"""Compartment holders: who has the key of a compartment, by grants that a holder signed and an event records.

Every user has the key of the database, so a row alone proves nothing. A grant counts if its user was
certified and added in a role with the right, and has the receiving key that it names; if the user who gave it
made this version of the key or holds it by such a grant, and has the right too; if a certified key of theirs
signed it; and if the event that it names records it, and is theirs, from before they were retired. Keys are
wrapped to the users with such a grant alone. The checks find rows that are missing, too.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.change import Change
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import CompartmentGrant, CompartmentVersion, User
from thb_desktop.domain.record import Plain, from_record, to_record
from thb_desktop.domain.rights import COMPARTMENT_RIGHTS, may
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import CertificateError, SealedValueDamagedError, SignatureError
from thb_desktop.findings import Finding, broken, unknown
from thb_desktop.ledger import canonical
from thb_desktop.ledger.entry import Entry
from thb_desktop.ledger.signers import Signers
from thb_desktop.services.core.compartment_records import (
    KeyAct,
    agrees_with_rows,
    holders_recorded,
    is_recorded,
    key_acts,
)
from thb_desktop.services.core.keys import certificates_of
from thb_desktop.services.core.receiving_keys import is_usable
from thb_desktop.services.core.signers import is_as_added, signers_of
from thb_desktop.services.core.user_certification import certified_keys, retired_at, verify_admitted
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables.told_rows import RowName
from thb_desktop.vault.told_states import ToldStates

FORMAT = "thb-compartment/1"
GRANT_FORMAT = "thb-compartment-grant/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holders:
    """The users with a valid grant of a compartment's present key, and the number of grants that are not.

    active: those who have the key now. left: those who were retired, and may have kept it.
    """

    active: frozenset[AgentId]
    left: frozenset[AgentId]
    forged: int


def holders_of(connection: Connection, compartment: Compartment, vault: str, root: bytes) -> Holders:
    """root: the vault's root certificate, DER."""
    return _Grants(connection, vault, root).of(compartment)


def known_holders(
    connection: Connection, compartment: Compartment, vault: str, root: bytes
) -> frozenset[AgentId]:
    """Return the active holders; while no holder has signed a grant, those of `former_holders`."""
    if is_unsigned(connection, compartment):
        return former_holders(connection, compartment, vault, root)
    return holders_of(connection, compartment, vault, root).active


def former_holders(
    connection: Connection, compartment: Compartment, vault: str, root: bytes
) -> frozenset[AgentId]:
    """Return the users with a wrapped key from before schema 2 who may be given one.

    Anybody could add such a row. So they are active, and were certified and added in a role with the right.
    """
    former = rows.former_compartment_keys(connection, compartment)
    return _Grants(connection, vault, root).entitled(former, compartment) if former else frozenset()


def is_unsigned(connection: Connection, compartment: Compartment) -> bool:
    """Whether the vault is from before schema 2, and no holder has signed yet who has this key."""
    present = registry.COMPARTMENT_GRANT.where(connection, "compartment", compartment.value)
    return not present and not is_recorded(key_acts(connection), compartment)


def is_renewal_due(connection: Connection, version: CompartmentVersion) -> bool:
    """Whether a user who had this version of the key was retired. That of the root stays: see
    `rotate_compartments`.
    """
    if version.compartment is Compartment.ROOT_KEY:
        return False
    return version.renewal_due or any(
        retired_at(connection, grant.user_id) is not None for grant in grants_of(connection, version)
    )


def faults_of_renewals(
    connection: Connection, entry: Entry, changes: Collection[Change]
) -> Iterator[tuple[str, str]]:
    """Find a key that was renewed though no user who had it had left or made their keys their own: a renewal
    seals each value again, and nothing but its maker says that it is the same. Also one whose version is not
    the next, and one that was not given at once to each who had the key before: they alone can compare.
    """
    for change in changes:
        if change.table != registry.COMPARTMENT_VERSION.name or change.before is None:
            continue
        if "version" not in change.fields:
            continue
        is_next = change.after["version"] == from_record(CompartmentVersion, change.before).version + 1
        may = _was_due(connection, entry.seq, change.before) or _makes_own(connection, entry)
        if not (may and is_next):
            yield "act-exceeded.value", change.table
        given = {
            str(each.after["user_id"])
            for each in changes
            if each.table == registry.COMPARTMENT_GRANT.name
            and (each.after["compartment"], each.after["version"])
            == (change.after["compartment"], change.after["version"])
        }
        lacking = _stayed(connection, entry, change.before) - given - {entry.agent}
        if any(_could_receive(connection, each, entry.seq) for each in lacking):
            yield "act-exceeded.holders", change.table


def _stayed(connection: Connection, entry: Entry, before: Mapping[str, Plain]) -> set[str]:
    """Return who had the key in a row as it was before an entry, and was not retired until then or there."""
    former = from_record(CompartmentVersion, before)
    had = {grant.user_id for grant in grants_of(connection, former) if grant.entry < entry.seq}
    retired = {user_id: retired_at(connection, user_id) for user_id in had}
    return {user_id for user_id, at in retired.items() if at is None or at > entry.seq}


def _could_receive(connection: Connection, user_id: str, seq: int) -> bool:
    """Whether a key could be wrapped for a user then: the entry that told a receiving key that is none is
    named itself.
    """
    told = ToldStates(connection).before(RowName(registry.USER.name, user_id), seq)
    return told is None or is_usable(told.get("receiving_key"))


def _makes_own(connection: Connection, entry: Entry) -> bool:
    """Whether the entry before made the keys of this author their own: who made the former ones may have
    opened all that the user held.
    """
    acts = chain.acts_of(connection, entry.agent, VaultAction.KEYS_MADE_OWN)
    before = (signed.parsed() for signed, _ in acts)
    return any((each.seq, each.agent) == (entry.seq - 1, entry.agent) for each in before)


def _was_due(connection: Connection, seq: int, before: Mapping[str, Plain] | None) -> bool:
    """Whether the key in a row as it was before an entry had to be renewed then, or by a retirement there."""
    former = from_record(CompartmentVersion, before or {})
    present = grants_of(connection, former)
    if former.renewal_due:
        return True
    if not present:  # if nobody was ever given it by a grant, it is from before schema 2
        every = registry.COMPARTMENT_GRANT.where(connection, "compartment", former.compartment.value)
        return all(grant.entry >= seq for grant in every)
    left = [retired_at(connection, grant.user_id) for grant in present]
    keeps = former.compartment is Compartment.ROOT_KEY
    return not keeps and any(retired is not None and retired <= seq for retired in left)


def check_compartments(connection: Connection, vault: str, root: bytes) -> Iterator[Finding]:
    """Check that a user with the right made each key, and that each holder of it has a valid grant."""
    grants = _Grants(connection, vault, root)
    for version in registry.COMPARTMENT_VERSION.all(connection):
        compartment = version.compartment
        if not grants.has_rightful_maker(version):
            yield broken("compartment-forged", compartment=compartment)
        elif not is_unsigned(connection, compartment) and not grants.are_those_recorded(version):
            yield broken("compartment-holder-forged", compartment=compartment)
        if not is_unsigned(connection, compartment) and (left_out := grants.left_out(compartment)):
            # The vault stays open for acts: a holder can give the key again.
            maker = grants.name_of(version.set_by)
            yield unknown("compartment-holder-left-out", compartment=compartment, names=left_out, maker=maker)


def verify_version(connection: Connection, untrusted: CompartmentVersion, vault: str, root: bytes) -> None:
    """Raise SealedValueDamagedError unless a user whom the root certified, with the right, made this key.

    root: the vault's root certificate, DER.
    """
    if not _Grants(connection, vault, root).has_rightful_maker(untrusted):
        raise SealedValueDamagedError("the key of a compartment was made by somebody without the right to it")


def version_statement(version: CompartmentVersion, vault: str) -> bytes:
    """Return what the maker of a key signs."""
    return canonical.encode(
        {
            "format": FORMAT,
            "vault": vault,
            "compartment": version.compartment.value,
            "version": version.version,
            "key_check": version.key_check,
            "set_by": version.set_by,
        }
    )


def grant_statement(grant: CompartmentGrant, vault: str) -> bytes:
    """Return what the holder who gives the key signs."""
    record = to_record(grant)
    del record["signature"]
    return canonical.encode({"format": GRANT_FORMAT, "vault": vault, **record})


def receiving_digest(user: User) -> str:
    """Return the SHA-256 of a user's public receiving key as their row has it (base64), in hexadecimal."""
    return hashlib.sha256(user.receiving_key.encode()).hexdigest()


def grants_of(connection: Connection, version: CompartmentVersion) -> list[CompartmentGrant]:
    """Return the grants of the present version, in the order of their events."""
    found = registry.COMPARTMENT_GRANT.where(connection, "compartment", version.compartment.value)
    return [grant for grant in found if grant.version == version.version]


class _Grants:
    """The grants of one vault against its users and events. All is read once; nothing changes meanwhile."""

    def __init__(self, connection: Connection, vault: str, root: bytes) -> None:
        self._connection, self._vault, self._root = connection, vault, root
        self._users = {user.id: user for user in registry.USER.all(connection)}
        self._certified = certified_keys(certificates_of(connection), root)
        self._signers = signers_of(connection)
        self._acts: tuple[KeyAct, ...] | None = None
        self._genuine: dict[AgentId, bool] = {}
        self._holders: dict[Compartment, Holders] = {}

    def has_rightful_maker(self, version: CompartmentVersion) -> bool:
        """Whether a user with the right signed this version of the key."""
        return self._is_entitled(version.set_by, version.compartment) and _is_signed(
            version_statement(version, self._vault),
            version.signature,
            self._certified.get(version.set_by, ()),
        )

    def of(self, compartment: Compartment) -> Holders:
        if compartment not in self._holders:
            self._holders[compartment] = self._found(compartment)
        return self._holders[compartment]

    def _found(self, compartment: Compartment) -> Holders:
        version = registry.COMPARTMENT_VERSION.find(self._connection, compartment.value)
        present = grants_of(self._connection, version) if version else []
        held: set[AgentId] = set()
        for grant in present:  # in the order of their events
            if version and grant.granted_by in (version.set_by, *held) and self._is_valid(grant):
                held.add(grant.user_id)
        active = frozenset(user_id for user_id in held if self._users[user_id].active)
        return Holders(active=active, left=frozenset(held - active), forged=len(present) - len(held))

    def are_those_recorded(self, version: CompartmentVersion) -> bool:
        """Whether the rows of a compartment are those that the events record, and each grant counts."""
        compartment = version.compartment
        return (
            not self.of(compartment).forged
            and agrees_with_rows(self._recorded, version, grants_of(self._connection, version))
            and not rows.former_compartment_keys(self._connection, compartment)
        )

    def left_out(self, compartment: Compartment) -> tuple[str, ...]:
        """Return the names of the active users who held an earlier key and do not hold the present one.

        A renewal gives the new key to every holder but the one who was retired.
        """
        earlier = holders_recorded(self._recorded, compartment, self._until)
        had = self.entitled({user for user in self._users if user in earlier}, compartment)
        version = registry.COMPARTMENT_VERSION.find(self._connection, compartment.value)
        # Who was given the present key by a grant that does not count was not left out by its maker.
        given = {grant.user_id for grant in grants_of(self._connection, version)} if version else set()
        without = had - self.of(compartment).active - given
        return tuple(
            sorted(self.name_of(user) for user in without if is_usable(self._users[user].receiving_key))
        )

    def name_of(self, user_id: AgentId) -> str:
        return self._users[user_id].name if user_id in self._users else user_id

    def entitled(self, asked: Collection[AgentId], compartment: Compartment) -> frozenset[AgentId]:
        """Return the active users among these who may have the key of a compartment."""
        return frozenset(
            user_id
            for user_id in asked
            if self._is_entitled(user_id, compartment) and self._users[user_id].active
        )

    def _is_valid(self, grant: CompartmentGrant) -> bool:
        user = self._users.get(grant.user_id)
        return (
            user is not None
            and self._is_entitled(grant.user_id, grant.compartment)
            and self._is_entitled(grant.granted_by, grant.compartment)
            and user.active == (self._signers.members[user.id].until is None)
            and receiving_digest(user) == grant.receiving_digest
            and _is_signed(
                grant_statement(grant, self._vault),
                grant.signature,
                self._certified.get(grant.granted_by, ()),
            )
            and self._is_recorded(grant)
        )

    def _is_entitled(self, user_id: AgentId, compartment: Compartment) -> bool:
        """Whether this user was certified and added in a role with the right of the compartment."""
        user = self._users.get(user_id)
        if user is None or not may(user.role, COMPARTMENT_RIGHTS[compartment]):
            return False
        if user_id not in self._genuine:
            self._genuine[user_id] = _is_genuine(self._signers, user, self._vault, self._root)
        return self._genuine[user_id]

    def _is_recorded(self, grant: CompartmentGrant) -> bool:
        """Whether the named event, by the giver before they were retired, records exactly this grant."""
        retired = self._until(grant.granted_by)
        return (retired is None or grant.entry <= retired) and any(
            to_record(grant) in act.grants
            for act in self._recorded
            if (act.seq, act.author) == (grant.entry, grant.granted_by)
        )

    def _until(self, user_id: str) -> int | None:
        """The entry that retired a user."""
        member = self._signers.members.get(user_id)
        return member.until if member else 0

    @property
    def _recorded(self) -> tuple[KeyAct, ...]:
        if self._acts is None:
            self._acts = key_acts(self._connection)
        return self._acts


def _is_genuine(signers: Signers, user: User, vault: str, root: bytes) -> bool:
    """Whether a user is as the root certified them and as the entry that made them says."""
    try:
        verify_admitted(user, vault, root)
    except CertificateError:
        return False
    return is_as_added(signers, user)


def _is_signed(statement: bytes, signature: str, certified: Collection[bytes]) -> bool:
    for key in certified:
        with suppress(SignatureError, ValueError):
            verify_signature(key, statement, bytes.fromhex(signature))
            return True
    return False
