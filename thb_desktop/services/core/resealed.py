"""Resealed values: whether the renewals of a compartment's key sealed the same words again.

Whoever renews a key could seal other words under it, or leave some out. The former words lie, under the
former key, in earlier entries, and the grants of former keys stay. So each user who held both keys compares
them.
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
    """Name each entry that renewed a key and sealed other words or left values out, where the session's user
    held both keys. Where they were given no key in between, the entry that gave none is named.

    size: of the chain. since: the number of an entry; then only the entries after it are compared.
    """
    for compartment in (Compartment.IDENTITIES, Compartment.ASSESSMENTS, Compartment.KEY_MATERIAL):
        version = RowName(registry.COMPARTMENT_VERSION.name, compartment.value)
        entries = list(_entries(session, version, size + 1))
        if not entries or entries[0] <= since:
            continue
        keys = FormerKeys(session, compartment)
        renewals = _Renewals(session, compartment)
        try:
            for seq in reversed(entries):
                with suppress(ThbError):  # what cannot be read is a fault of the chain
                    told = _told_by(session, seq)
                    if (number := told[version].get("version")) != renewals.number:
                        yield from renewals.take(seq, number, told, keys.of(told[version]), since=since)
        finally:
            keys.wipe()


@dataclass(slots=True)
class _Renewals:
    """The versions of a compartment's key, in their order.

    number: of the last one. former: the keys that the user was given. lacking: the entries that made one that
    they were not given. has_last: whether they were given the last one.
    """

    session: Holder
    compartment: Compartment
    number: object = None
    former: list[bytearray] = field(default_factory=list)
    lacking: list[int] = field(default_factory=list)
    has_last: bool = False

    def take(
        self, seq: int, number: object, told: Mapping[RowName, Record], new: bytearray | None, *, since: int
    ) -> Iterator[Finding]:
        """Compare what the next one sealed."""
        before, self.number = self.number, number
        if new is None:
            self.lacking.append(seq)
            self.has_last = False
            return
        if seq > since and before is not None:
            yield from self._differing(seq, told, new)
            if self.has_last and self._leaves_out(seq, told):
                yield broken("resealed-left-out", where=of_entry(seq), compartment=self.compartment)
        self.former.append(new)
        self.has_last = True

    def _differing(self, seq: int, told: Mapping[RowName, Record], new: bytearray) -> Iterator[Finding]:
        """Tell that an entry sealed other words than before; nothing where this user cannot see it.

        What stood in the place of a value is the newest that one of the former keys opens. So two renewals in
        a row, of which one was given to nobody else or left a value out, hide nothing.
        """
        blamed = set[int]()
        for row, record in told.items():
            if row.entity in _SEALED and (since := self._differs(row, record, seq, new)) is not None:
                blamed.add(next((each for each in self.lacking if since < each < seq), seq))
        for each in sorted(blamed):
            if each == seq:
                yield broken("resealed-differs", where=of_entry(seq), compartment=self.compartment)
            else:
                yield broken("resealed-over", where=of_entry(each), compartment=self.compartment, entry=seq)

    def _differs(self, row: RowName, record: Record, seq: int, new: bytearray) -> int | None:
        """Return the entry that told other words of a value before; None if they are the same."""
        before, told_at = _words_before(self.session, row, seq, self.former)
        after = opened_by(new, row.entity, record, self.session)
        try:
            return told_at if before is not None and before != after else None
        finally:
            wipe(*(each for each in (before, after) if each is not None))

    def _leaves_out(self, seq: int, told: Mapping[RowName, Record]) -> bool:
        """Whether a value that the key before this one opened then is not among those that were sealed
        again. What no key opened stays as it is, and what an earlier renewal left out too.
        """
        for row in self._rows():
            if row in told or (last := told_before(self.session.read, row, seq)) is None:
                continue
            record = _told_by(self.session, last)[row]
            opened = opened_by(self.former[-1], row.entity, record, self.session)
            if opened is not None:
                wipe(opened)
                return True
        return False

    def _rows(self) -> Iterator[RowName]:
        connection = self.session.read
        if self.compartment is Compartment.IDENTITIES:
            for each in registry.SEALED_IDENTITY.all(connection):
                yield RowName(registry.SEALED_IDENTITY.name, each.person_id)
        for item in registry.SEALED_ITEM.where(connection, "compartment", self.compartment.value):
            yield RowName(registry.SEALED_ITEM.name, item.id)


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

    def made_after(self, seq: int) -> int | None:
        """Return the entry that made the next version after one; None if there is none."""
        version = RowName(registry.COMPARTMENT_VERSION.name, self.compartment.value)
        end, found = chain.size_of(self.session.read) + 1, None
        number = (self._told_last(version, seq + 1) or {}).get("version")
        for each in _entries(self.session, version, end):
            if each <= seq:
                break
            if _told_by(self.session, each)[version].get("version") != number:
                found = each
        return found

    def at(self, seq: int) -> bytearray | None:
        """Return the key of the version that was the present one after an entry, if the user was given it."""
        version = RowName(registry.COMPARTMENT_VERSION.name, self.compartment.value)
        return self.of(self._told_last(version, seq + 1))

    def _told_last(self, version: RowName, before: int) -> Record | None:
        told = told_before(self.session.read, version, before)
        return None if told is None else _told_by(self.session, told).get(version)

    def wipe(self) -> None:
        wipe(*(key for key in self._opened.values() if key is not None))


def _entries(session: Holder, row: RowName, before: int) -> Iterator[int]:
    """Return the entries before one that told a row, the newest first."""
    seq = told_before(session.read, row, before)
    while seq is not None:
        yield seq
        seq = told_before(session.read, row, seq)


def _words_before(
    session: Holder, row: RowName, seq: int, former: Sequence[bytearray]
) -> tuple[bytearray | None, int]:
    """Return the words of a value before an entry, and the entry that told them; None if no former key opens
    them, as those of another compartment, of what was damaged before, or of a correction under a key that
    this user was not given.
    """
    for earlier in _entries(session, row, seq):
        record = _told_by(session, earlier)[row]
        for key in reversed(former):
            if (opened := opened_by(key, row.entity, record, session)) is not None:
                return opened, earlier
        if _event(session, earlier).action == VaultAction.IDENTITY_CORRECTED:
            return None, earlier
    return None, 0


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
