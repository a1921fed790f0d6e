"""Resealed values: whether the renewals of a compartment's key sealed the same words again.

Whoever renews a key could seal other words under it. The former words lie, under the former key, in earlier
entries, and the grants of former keys stay. So each user who held both keys compares them.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from thb_desktop.crypto import sealing
from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.people import SealedIdentity, SealedItem
from thb_desktop.domain.record import Record, from_record
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import SealedValueDamagedError, ThbError
from thb_desktop.findings import Finding, broken, of_entry
from thb_desktop.services.core.compartments import former_key, identity_context, item_context, stored_bytes
from thb_desktop.services.core.session import Session
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.told_rows import RowName, row_name, told_before
from thb_desktop.vault.told_states import ToldStates

_SEALED = frozenset({registry.SEALED_IDENTITY.name, registry.SEALED_ITEM.name})


def check_resealed(session: Session) -> Iterator[Finding]:
    """Name each entry that renewed a key and sealed other words, where the session's user held both keys."""
    states = ToldStates(session.read)
    for compartment in (Compartment.IDENTITIES, Compartment.ASSESSMENTS, Compartment.KEY_MATERIAL):
        keys = FormerKeys(session, compartment)
        row = RowName(registry.COMPARTMENT_VERSION.name, compartment.value)
        seq = told_before(session.read, row, session.journal.size + 1)
        try:
            while seq is not None:
                if not _is_same(session, states, keys, seq):
                    yield broken("resealed-differs", where=of_entry(seq), compartment=compartment)
                seq = told_before(session.read, row, seq)
        finally:
            keys.wipe()


@dataclass(slots=True)
class FormerKeys:
    """The keys of a compartment, by version, as the session's user was given them."""

    session: Session
    compartment: Compartment
    _opened: dict[int, bytearray | None] = field(default_factory=dict)

    def of(self, version: int) -> bytearray | None:
        if version not in self._opened:
            self._opened[version] = former_key(self.compartment, version, self.session)
        return self._opened[version]

    def wipe(self) -> None:
        wipe(*(key for key in self._opened.values() if key is not None))


def _is_same(session: Session, states: ToldStates, keys: FormerKeys, seq: int) -> bool:
    """Whether an entry sealed again what was sealed before; also where this user cannot see it."""
    with suppress(ThbError):  # what cannot be read is a fault of the chain
        told = _told_by(session, seq)
        row = RowName(registry.COMPARTMENT_VERSION.name, keys.compartment.value)
        version = told.get(row, {}).get("version")
        if isinstance(version, int) and (new := keys.of(version)) is not None:
            former, since = _last_held(session, states, keys, seq)
            sealed = [row for row in told if row.entity in _SEALED]
            pairs = [
                (row.entity, states.before(row, since), told[row])
                for row in sealed
                if not _was_corrected(session, row, since, seq)
            ]
            if former is not None:
                return all(
                    _are_same(table, (former, before), (new, after), session)
                    for table, before, after in pairs
                    if before is not None and before["sealed"] != after["sealed"]
                )
    return True


def _last_held(
    session: Session, states: ToldStates, keys: FormerKeys, seq: int
) -> tuple[bytearray | None, int]:
    """Return the newest key before an entry that this user was given, and the entry that ended it: two
    renewals in a row, of which one was given to nobody else, seal no other words unseen.
    """
    row = RowName(registry.COMPARTMENT_VERSION.name, keys.compartment.value)
    ended: int | None = seq
    while ended is not None:
        version = (states.before(row, ended) or {}).get("version")
        if isinstance(version, int) and (key := keys.of(version)) is not None:
            return key, ended
        ended = told_before(session.read, row, ended)
    return None, seq


def _was_corrected(session: Session, row: RowName, after: int, before: int) -> bool:
    """Whether an identity was corrected between two entries, under keys that this user was not given."""
    if row.entity != registry.SEALED_IDENTITY.name or after == before:
        return False
    acts = chain.acts_of(session.read, row.key, VaultAction.IDENTITY_CORRECTED)
    return any(after < signed.parsed().seq < before for signed, _ in acts)


def _told_by(session: Session, seq: int) -> dict[RowName, Record]:
    opening = chain.opening_of(session.read, seq)
    states = Event.parse(opening.payload).states if opening else ()
    records = ((row_name(each), each["record"]) for each in states)
    return {row: record for row, record in records if isinstance(record, dict)}


def _are_same(
    table: str, former: tuple[bytearray, Record], new: tuple[bytearray, Record], session: Session
) -> bool:
    """Compare a value with the one in its place; what the former key does not open is of another compartment,
    or was damaged before.
    """
    before, after = (opened_by(key, table, record, session) for key, record in (former, new))
    try:
        return before is None or before == after
    finally:
        wipe(*(each for each in (before, after) if each is not None))


def opened_by(key: bytearray, table: str, record: Record, session: Session) -> bytearray | None:
    """Return the words; None if this key does not open them, as those of another compartment."""
    vault_id = session.vault.vault_id
    if table == registry.SEALED_IDENTITY.name:
        identity = from_record(SealedIdentity, record)
        sealed, context = identity.sealed, identity_context(vault_id, identity.person_id)
    else:
        item = from_record(SealedItem, record)
        sealed, context = item.sealed, item_context(vault_id, item)
    with suppress(SealedValueDamagedError):
        return sealing.unseal(key, stored_bytes(sealed), context=context)
    return None
