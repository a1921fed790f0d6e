"""Told states: the rows as the events told them before an entry, and the index by which they are found."""

from contextlib import suppress

from thb_desktop.domain.record import Record
from thb_desktop.errors import FormatError, ThbError
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, told_rows
from thb_desktop.vault.tables.told_rows import RowName, row_name


def index_events(connection: Connection) -> None:
    """Fill the index from the stored events, whatever it held, in the caller's transaction.

    What cannot be read is left out: the checks of the chain report it.
    """
    if not told_rows.is_present(connection):
        return
    told_rows.clear(connection)
    for seq, opening in enumerate(chain.openings(connection), start=1):
        with suppress(ThbError):
            if opening is not None:
                told_rows.add(connection, seq, Event.parse(opening.payload).states)


_KEPT = 200
"""Events whose states stay at hand."""


class ToldStates:
    """The states that events tell; those of the events read last stay at hand."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._told: dict[int, dict[RowName, Record]] = {}

    def before(self, row: RowName, seq: int) -> Record | None:
        """Return the record of a row before this entry; None if no earlier entry tells it.

        Raises FormatError if the entry that the index names does not tell the row.
        """
        told = told_rows.told_before(self._connection, row, seq)
        return None if told is None else self.told(row, told)

    def since(self, row: RowName, name: str, value: str, before: int) -> int | None:
        """Return the entry since which a field of a row has this value; None if the last one tells another.

        before: the number of the entry at which to begin to go back.
        """
        found, seq = None, told_rows.told_before(self._connection, row, before)
        while seq is not None and self.told(row, seq).get(name) == value:
            found, seq = seq, told_rows.told_before(self._connection, row, seq)
        return found

    def told(self, row: RowName, seq: int) -> Record:
        """Return the record of a row as this entry tells it. Raises FormatError if it tells none."""
        if seq not in self._told:
            opening = chain.opening_of(self._connection, seq)
            states = Event.parse(opening.payload).states if opening else ()
            if len(self._told) >= _KEPT:
                del self._told[next(iter(self._told))]
            self._told[seq] = {row_name(state): _record_of(state) for state in states}
        if row not in self._told[seq]:
            raise FormatError("the index of the events names an entry that does not tell the row")
        return self._told[seq][row]


def _record_of(state: Record) -> Record:
    record = state["record"]
    return dict(record) if isinstance(record, dict) else {}
