"""The tail: the newest entries of the chain with the rows that they changed, found without a replay."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain as chain_of

from thb_desktop.domain.change import Change
from thb_desktop.domain.record import Record
from thb_desktop.errors import ThbError
from thb_desktop.ledger.entry import Entry, Opening, SignedEntry
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tables.projection import digest_of_sum, told_by, weight_of
from thb_desktop.vault.tables.registry import table_named
from thb_desktop.vault.tables.told_rows import RowName, added_by, row_name
from thb_desktop.vault.told_states import ToldStates
from thb_desktop.vault.upcasts import has_current_shape

_KEPT = 1000
"""Rows that stay at hand; any other is read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One entry as it is stored, with what of it can be read: itself, its event, the rows that it changed.

    is_erased: its content was erased.
    """

    seq: int
    signed: SignedEntry
    entry: Entry | None = None
    event: Event | None = None
    changes: tuple[Change, ...] = ()
    is_erased: bool = False

    @property
    def is_whole(self) -> bool:
        return self.entry is not None and self.event is not None


class Tail:
    """The entries after one, read once, in their order; of each only its sum stays in memory (2 KiB).

    since: the number of that one. first: it; None if there is none, or if it cannot be read. schema: the one
    that its event says; 0 if it says none. indexed: what those read so far add to the sum of the index of
    the events. is_whole: whether all of these could be read.
    """

    def __init__(self, connection: Connection, since: int) -> None:
        self._connection, self.since = connection, since
        self._states = ToldStates(connection)
        self._now: dict[RowName, Record | None] = {}
        """Rows that were looked up or told lately."""
        self._last: dict[RowName, int] = {}
        """By which entry after the first a row was told last."""
        self._sums: list[tuple[int, str, int]] = []
        """Of each entry: number, digest of the tables if it can be compared, and what its rows add."""
        self.is_whole, self.indexed = True, 0
        self.first = self._entry_before()
        self.schema = self._schema_before()

    def __iter__(self) -> Iterator[Told]:
        for seq, (signed, opening) in enumerate(
            chain.told_after(self._connection, self.since), start=self.since + 1
        ):
            told = self._told(seq, signed, opening)
            self.is_whole = self.is_whole and told.is_whole
            if self.is_whole and told.event is not None:
                self._sums.append((seq, _digest_of(told.event), _weight(told.changes)))
            yield told

    def covering(self, total: int) -> Iterator[int]:
        """Return the entries that cover a change of rows which no entry tells, after all were read.

        total: the present sum of all rows. Going back from there, it must at each entry be the sum of which
        this entry has the digest.
        """
        if not (self.is_whole and self._sums):
            return
        last, fitted = self._sums[-1][0], True
        opening = chain.opening_of(self._connection, self.since) if self.since else None
        first = [(self.since, _digest_of(Event.parse(opening.payload)), 0)] if opening is not None else []
        for seq, digest, weight in chain_of(reversed(self._sums), first):
            fits = not digest or digest == digest_of_sum(total)
            if fitted and not fits and seq != last:
                yield seq + 1
            fitted = fits
            total -= weight

    def _entry_before(self) -> Entry | None:
        with suppress(ThbError):
            found = chain.newest(self._connection, subject="", before=self.since + 1, count=1)
            return found[0][0].parsed() if found else None
        return None

    def _schema_before(self) -> int:
        opening = chain.opening_of(self._connection, self.since) if self.since else None
        with suppress(ThbError):
            return Event.parse(opening.payload).schema if opening else 0
        return 0

    def _told(self, seq: int, signed: SignedEntry, opening: Opening | None) -> Told:
        entry = None
        with suppress(ThbError):
            entry = signed.parsed()
            if opening is not None:
                event = Event.parse(opening.payload)
                changes = self._changes(seq, event)
                return Told(seq=seq, signed=signed, entry=entry, event=event, changes=changes)
        return Told(seq=seq, signed=signed, entry=entry, is_erased=opening is None)

    def _changes(self, seq: int, event: Event) -> tuple[Change, ...]:
        told = [(row_name(state), *told_by(state)) for state in event.states]
        here = {row: record for row, _, record in told}
        self.indexed += added_by(here, seq)
        records = [self._record_of(row.entity, record, here) for row, _, record in told]
        states = [self._state_of(interview) for interview in records]
        changes, before = [], dict[RowName, Record]()
        for (row, table, record), interview, state in zip(told, records, states, strict=True):
            changes.append(
                Change(
                    table=table.name,
                    before=before.get(row) or self._find(row),
                    after=record,
                    record=interview if row.entity == "rendering" else None,
                    record_state=state,
                )
            )
            before[row] = record
        for row, record in here.items():
            self._last[row] = seq
            self._keep(row, record)
        return tuple(changes)

    def _find(self, row: RowName) -> Record | None:
        """Return a row as it is after the entries read so far, with every field; None if none told it."""
        if row not in self._now:
            last = self._last.get(row)
            told = self._states.before(row, self.since + 1) if last is None else self._states.told(row, last)
            self._keep(row, told_by({"entity": row.entity, "record": told})[1] if told else None)
        return self._now[row]

    def _keep(self, row: RowName, record: Record | None) -> None:
        if row not in self._now and len(self._now) >= _KEPT:
            del self._now[next(iter(self._now))]
        self._now[row] = record

    def _record_of(self, table: str, record: Record, here: Mapping[RowName, Record]) -> str:
        """Return the interview record of which a row is part; empty if it is part of none.

        here: the rows that the same event tells.
        """
        if table == "rendering":
            segment = RowName("segment", str(record["segment_id"]))
            record = self._find(segment) or here.get(segment, {})
        name = "id" if table == "statement_elsewhere" else "interview_id"
        return str(record.get(name) or "")

    def _state_of(self, interview: str) -> str | None:
        found = self._find(RowName("interview", interview)) if interview else None
        return str(found["state"]) if found else None


def _digest_of(event: Event) -> str:
    """Return the digest of the tables; nothing if the rows had another shape then, and so another digest."""
    return event.tables if has_current_shape(event.schema) else ""


def _weight(changes: Sequence[Change]) -> int:
    added = 0
    for change in changes:
        table = table_named(change.table)
        added += weight_of(table, dict(change.after))
        added -= weight_of(table, dict(change.before)) if change.before else 0
    return added
