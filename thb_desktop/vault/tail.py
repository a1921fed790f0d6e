"""The tail: the newest entries of the chain with the rows that they changed, found without a replay."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from thb_desktop.domain.change import Change
from thb_desktop.domain.record import Record
from thb_desktop.errors import ThbError
from thb_desktop.ledger.entry import Entry, SignedEntry
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tables.projection import digest_of_sum, told_by, weight_of
from thb_desktop.vault.tables.registry import table_named
from thb_desktop.vault.tables.told_rows import RowName, row_name
from thb_desktop.vault.told_states import ToldStates
from thb_desktop.vault.upcasts import has_current_shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One entry with its event and the rows that it changed.

    weight: what the changes add to the sum of all rows.
    """

    entry: Entry
    event: Event
    changes: tuple[Change, ...]
    weight: int


class Tail:
    """The entries after one, in their order.

    since: its number. count: how many of them are read; None: all. first: that one; None if there is none, or
    if it cannot be read. schema: the one that its event says; 0 if it says none. signed: all of them as they
    are stored. erased: the numbers of entries whose content was erased. stray: of those whose content cannot
    be read.
    """

    def __init__(self, connection: Connection, since: int, *, count: int | None = None) -> None:
        self.told: list[Told] = []
        self.signed: list[SignedEntry] = []
        self.erased: list[int] = []
        self.stray: list[int] = []
        self._connection, self.since = connection, since
        self._states = ToldStates(connection)
        self._now: dict[RowName, Record | None] = {}
        self.first = self._entry_before()
        self.schema = self._schema_before()
        told = islice(chain.told_after(connection, since), count)
        for seq, (signed, opening) in enumerate(told, start=since + 1):
            self.signed.append(signed)
            if opening is None:
                self.erased.append(seq)
                continue
            try:
                self.told.append(self._read(signed.parsed(), Event.parse(opening.payload)))
            except ThbError:
                self.stray.append(seq)

    def covering(self, total: int) -> Iterator[int]:
        """Return the entries that cover a change of rows which no entry tells.

        total: the present sum of all rows. Going back from there, it must at each entry be the sum of which
        this entry has the digest.
        """
        if self.erased or self.stray or not self.told:
            return
        opening = chain.opening_of(self._connection, self.since) if self.since else None
        sums = []
        for told in reversed(self.told):
            sums.append((told.entry.seq, told.event, total))
            total -= told.weight
        if opening is not None:
            sums.append((self.since, Event.parse(opening.payload), total))
        fitted = True
        for seq, event, at_it in sums:
            fits = _has_sum(event, at_it)
            if fitted and not fits and seq != self.told[-1].entry.seq:
                yield seq + 1
            fitted = fits

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

    def _read(self, entry: Entry, event: Event) -> Told:
        changes: list[Change] = []
        told = [(row_name(state), *told_by(state)) for state in event.states]
        here = {row: record for row, _, record in told}
        records = [self._record_of(row.entity, record, here) for row, _, record in told]
        states = [self._state_of(interview) for interview in records]
        for (row, table, record), interview, state in zip(told, records, states, strict=True):
            change = Change(
                table=table.name,
                before=self._find(row),
                after=record,
                record=interview if row.entity == "rendering" else None,
                record_state=state,
            )
            changes.append(change)
            self._now[row] = record
        return Told(entry=entry, event=event, changes=tuple(changes), weight=_weight(changes))

    def _find(self, row: RowName) -> Record | None:
        """Return a row as it is after the entries read so far, with every field; None if none told it."""
        if row not in self._now:
            record = self._states.before(row, self.since + 1)
            self._now[row] = told_by({"entity": row.entity, "record": record})[1] if record else None
        return self._now[row]

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


def _has_sum(event: Event, total: int) -> bool:
    """Whether the event has the digest of this sum; it is unknown if its rows had another shape."""
    return not has_current_shape(event.schema) or event.tables == digest_of_sum(total)


def _weight(changes: Sequence[Change]) -> int:
    added = 0
    for change in changes:
        table = table_named(change.table)
        added += weight_of(table, dict(change.after))
        added -= weight_of(table, dict(change.before)) if change.before else 0
    return added
