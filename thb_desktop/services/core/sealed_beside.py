"""Sealed beside: whether a corrected identity changed as the values say that are sealed beside it, and
whether the words of a concern for safety were moved as they were sealed.

Both are done under a key that others cannot open. Each user who can open it compares.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.corrections import UNREADABLE
from thb_desktop.domain.language_work import SafetyFlag
from thb_desktop.domain.people import Identity, SealedItem
from thb_desktop.domain.record import Record, from_record, to_full_record, to_record
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import FormatError, ThbError
from thb_desktop.findings import Finding, broken, of_entry, unknown
from thb_desktop.ledger import canonical
from thb_desktop.services.core.compartments import open_compartment
from thb_desktop.services.core.concerns import moved_words
from thb_desktop.services.core.resealed import FormerKeys, opened_by
from thb_desktop.services.core.sealed_notes import open_note
from thb_desktop.services.core.sealed_readable import is_readable_by, kept_as_it_was
from thb_desktop.services.core.session import Session
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.told_rows import RowName, first_told, row_name
from thb_desktop.vault.told_states import ToldStates

_IDENTITY, _ITEM = registry.SEALED_IDENTITY.name, registry.SEALED_ITEM.name
_VERSION = RowName(registry.COMPARTMENT_VERSION.name, Compartment.IDENTITIES.value)


def check_beside(session: Session) -> Iterator[Finding]:
    """Name each entry that sealed something else beside, where the session's user can open both."""
    keys = FormerKeys(session, Compartment.IDENTITIES)
    states = ToldStates(session.read)
    try:
        for identity in registry.SEALED_IDENTITY.all(session.read):
            acts = chain.acts_of(session.read, identity.person_id, VaultAction.IDENTITY_CORRECTED)
            for signed, opening in acts:
                with suppress(ThbError):  # what cannot be read is a fault of the chain
                    seq = signed.parsed().seq
                    event = Event.parse(opening.payload) if opening else None
                    corrected = _Corrected(session, keys, states, seq)
                    if corrected.lacks_key():
                        yield unknown("sealed-unopened", where=of_entry(seq))
                    elif event is not None and not corrected.is_as_said(event, identity.person_id):
                        yield broken("sealed-differs.correction", where=of_entry(seq))
    finally:
        keys.wipe()
    for flag in registry.SAFETY_FLAG.all(session.read):
        kept = moved_words(session.read, flag.id)
        if kept is not None and not _is_as_sealed(session, flag, kept):
            yield broken(
                "sealed-differs.concern",
                where=of_entry(first_told(session.read, RowName(_ITEM, kept.id)) or 0),
            )


@dataclass(slots=True)
class _Corrected:
    """One entry that corrected an identity."""

    session: Session
    keys: FormerKeys
    states: ToldStates
    seq: int

    def lacks_key(self) -> bool:
        """Whether the key of then was not given to this user, who held one before."""
        return self.keys.of(self.states.before(_VERSION, self.seq)) is None and bool(
            self.keys.all_before(self.seq)
        )

    def is_as_said(self, event: Event, person_id: str) -> bool:
        """Whether exactly the fields changed that the corrections name, from and to the values beside them;
        also where this user cannot see it. What the key opens and nobody can read is none that was said: such
        an identity is entered again whole, and what stood there is kept.
        """
        told = [(row_name(each), each["record"]) for each in event.states]
        records = [(row, record) for row, record in told if isinstance(record, dict)]
        row = RowName(_IDENTITY, person_id)
        after = dict(records).get(row)  # of a row told twice, the tables keep the last
        before = self.states.before(row, self.seq)
        key = self.keys.of(self.states.before(_VERSION, self.seq))
        if key is None or before is None or after is None:
            return True
        try:
            values = self._values(key, records)
            if UNREADABLE in (name for name, _ in values):
                is_kept = values == [(UNREADABLE, kept_as_it_was(before))]
                return is_kept and self._identity(key, after) is not None and not self._was_readable(before)
            was, now = self._identity(key, before), self._identity(key, after)
        except FormatError:
            return False  # the program seals no such value, and corrects none
        return was is not None and now is not None and sorted(values, key=repr) == _changes(was, now)

    def _was_readable(self, before: Record) -> bool:
        """Whether any key that this user was given until then opens it: a renewal may have left it out."""
        return is_readable_by(self.keys.all_before(self.seq), before, self.session)

    def _values(
        self, key: bytearray, records: Sequence[tuple[RowName, Record]]
    ) -> list[tuple[str | None, bytes | None]]:
        """Return what is sealed beside the corrections, each with the field that it names."""
        fields = {
            str(each["id"]): str(each.get("field")) for name, each in records if name.entity == "correction"
        }
        return [
            (fields.get(str(each.get("subject_id"))), self._opened(key, _ITEM, each))
            for name, each in records
            if name.entity == _ITEM
        ]

    def _identity(self, key: bytearray, sealed: Record) -> Record | None:
        opened = self._opened(key, _IDENTITY, sealed)
        record = canonical.parse(opened) if opened is not None else None
        return to_full_record(from_record(Identity, record)) if isinstance(record, dict) else None

    def _opened(self, key: bytearray, table: str, record: Record) -> bytes | None:
        opened = opened_by(key, table, record, self.session)
        if opened is None:
            return None
        try:
            return bytes(opened)
        finally:
            wipe(opened)


def _changes(was: Record, now: Record) -> list[tuple[str | None, bytes | None]]:
    """Return what the items beside the corrections of an identity say, with its fields, in their order."""
    changes = [
        (name, canonical.encode({"before": was[name], "after": now[name]}))
        for name in was
        if was[name] != now[name]
    ]
    return sorted(changes, key=repr)


def _is_as_sealed(session: Session, flag: SafetyFlag, moved: SealedItem) -> bool:
    """Whether the words in the compartment are those that were sealed for this user; also where none were,
    or this user does not hold the key. Words that do not open are none that were moved.
    """
    if session.user.id not in dict(flag.wrapped):
        return True
    with suppress(ThbError):
        key = open_compartment(moved.compartment, session)
        try:
            opened = open_note(flag.id, flag.sealed, flag.wrapped, session)
            kept = opened_by(key, _ITEM, to_record(moved), session)
            try:
                return opened == kept
            finally:
                wipe(opened, kept)
        finally:
            wipe(key)
    return True
