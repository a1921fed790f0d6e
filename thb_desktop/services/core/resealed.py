"""Resealed values: whether the renewals of a compartment's key sealed the same words again.

Whoever renews a key could seal other words under it. The former words lie, under the former key, in earlier
entries, and the grants of former keys stay. So each user who held both keys compares them.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from thb_desktop.crypto import sealing
from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.people import SealedIdentity, SealedItem
from thb_desktop.domain.record import Record, from_record
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import FormatError, SealedValueDamagedError, ThbError
from thb_desktop.findings import Finding, broken, of_entry
from thb_desktop.services.core.compartments import (
    Holder,
    check_of_key,
    former_key,
    identity_context,
    item_context,
    stored_bytes,
)
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.told_rows import RowName, row_name, told_before

_SEALED = frozenset({registry.SEALED_IDENTITY.name, registry.SEALED_ITEM.name})


def check_resealed(session: Holder, *, size: int, since: int = 0) -> Iterator[Finding]:
    """Name each entry that renewed a key and sealed other words, where the session's user held both keys.

    size: of the chain. since: the number of an entry; then only the entries after it are compared.
    """
    for compartment in (Compartment.IDENTITIES, Compartment.ASSESSMENTS, Compartment.KEY_MATERIAL):
        keys = FormerKeys(session, compartment)
        version = RowName(registry.COMPARTMENT_VERSION.name, compartment.value)
        try:
            former = list[bytearray]()
            for seq in reversed(list(_entries(session, version, size + 1))):
                with suppress(ThbError):  # what cannot be read is a fault of the chain
                    told = _told_by(session, seq)
                    new = keys.of(told.get(version))
                    if new is not None and seq > since and not _are_same(session, seq, told, new, former):
                        yield broken("resealed-differs", where=of_entry(seq), compartment=compartment)
                    former += [] if new is None else [new]
        finally:
            keys.wipe()


@dataclass(slots=True)
class FormerKeys:
    """The keys of a compartment, by version, as the session's user was given them."""

    session: Holder
    compartment: Compartment
    _opened: dict[int, bytearray | None] = field(default_factory=dict)

    def of(self, told: Record | None) -> bytearray | None:
        """Return the key of a version as an entry told it; None if the user was given none, or another key:
        whoever gives one can wrap what they like.
        """
        version = (told or {}).get("version")
        if told is None or not isinstance(version, int):
            return None
        if version not in self._opened:
            self._opened[version] = former_key(self.compartment, version, self.session)
        key = self._opened[version]
        if key is None:
            return None
        check = check_of_key(key, self.session.vault.vault_id, self.compartment, version)
        return key if check == told.get("key_check") else None

    def all_before(self, seq: int) -> list[bytearray]:
        """Return the keys of the versions that the entries before one told, the newest first."""
        version = RowName(registry.COMPARTMENT_VERSION.name, self.compartment.value)
        told = (_told_by(self.session, each).get(version) for each in _entries(self.session, version, seq))
        return [key for each in told if (key := self.of(each)) is not None]

    def wipe(self) -> None:
        wipe(*(key for key in self._opened.values() if key is not None))


def _entries(session: Holder, row: RowName, before: int) -> Iterator[int]:
    """Return the entries before one that told a row, the newest first."""
    seq = told_before(session.read, row, before)
    while seq is not None:
        yield seq
        seq = told_before(session.read, row, seq)


def _are_same(
    session: Holder, seq: int, told: Mapping[RowName, Record], new: bytearray, former: Sequence[bytearray]
) -> bool:
    """Whether an entry sealed again what was sealed before; also where this user cannot see it.

    What stood in the place of a value is the newest that one of the former keys opens. So two renewals in a
    row, of which one was given to nobody else or left a value out, hide nothing.
    """
    for row, record in told.items():
        if row.entity not in _SEALED:
            continue
        before = _words_before(session, row, seq, former)
        after = opened_by(new, row.entity, record, session)
        try:
            if before is not None and before != after:
                return False
        finally:
            wipe(*(each for each in (before, after) if each is not None))
    return True


def _words_before(session: Holder, row: RowName, seq: int, former: Sequence[bytearray]) -> bytearray | None:
    """Return the words of a value before an entry; None if no former key opens them, as those of another
    compartment, of what was damaged before, or of a correction under a key that this user was not given.
    """
    for earlier in _entries(session, row, seq):
        record = _told_by(session, earlier)[row]
        for key in reversed(former):
            if (opened := opened_by(key, row.entity, record, session)) is not None:
                return opened
        if _event(session, earlier).action == VaultAction.IDENTITY_CORRECTED:
            return None
    return None


def _event(session: Holder, seq: int) -> Event:
    opening = chain.opening_of(session.read, seq)
    if opening is None:
        raise FormatError("the content of an entry was erased")
    return Event.parse(opening.payload)


def _told_by(session: Holder, seq: int) -> dict[RowName, Record]:
    records = ((row_name(each), each["record"]) for each in _event(session, seq).states)
    return {row: record for row, record in records if isinstance(record, dict)}


def opened_by(key: bytearray, table: str, record: Record, session: Holder) -> bytearray | None:
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
