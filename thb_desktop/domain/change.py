"""A change: one row that an event tells, as it was and as it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from thb_desktop.domain.record import Plain
from thb_desktop.domain.row_keys import key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row that an event tells, with every field, as it is after it and as it was before.

    table: the name of its table. before: None for a new row. record: of a rendering, the interview record of
    which it is part. record_state: before the event, of the interview record of which the row is part; None
    if it is part of none, or where the rules of the database see to it.
    """

    table: str
    before: Mapping[str, Plain] | None
    after: Mapping[str, Plain]
    record: str | None = None
    record_state: str | None = None
    _fields: frozenset[str] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that differ; of a new row, all. Each check of an act asks, so they are compared once."""
        if self._fields is None:
            object.__setattr__(self, "_fields", self._compared())
        return self._fields or frozenset()

    def _compared(self) -> frozenset[str]:
        before = self.before
        if before is None:
            return frozenset(self.after)
        return frozenset(name for name, value in self.after.items() if before.get(name) != value)

    @property
    def key(self) -> tuple[Plain, ...]:
        """What names the row in its table."""
        return tuple(self.after[name] for name in key_of(self.table))
