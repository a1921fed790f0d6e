"""Upcasts: the content of events of an older schema in today's shape; the events themselves stay."""

from collections.abc import Callable, Sequence
from typing import cast

from thb_desktop.domain.record import Record
from thb_desktop.errors import FormatError

type Upcast = Callable[[Record], Sequence[Record]]
"""Takes one state (`entity` and `record`) in the shape before a migration, and returns it in that after."""

UPCASTS: dict[int, Upcast] = {}
"""By the number of the migration that changed a shape. A new field with a default needs no upcast."""


def upcast(states: Sequence[Record], schema: int) -> Sequence[Record]:
    """Bring the states of an event of this schema to today's shape. Raises FormatError for no state."""
    for number in sorted(number for number in UPCASTS if number > schema):
        states = [led for state in states for led in UPCASTS[number](_verified(state))]
    return states


def has_current_shape(schema: int) -> bool:
    """Whether rows have the same shape, and so the same digest, as in this schema."""
    return all(number <= schema for number in UPCASTS)


def renamed(entity: str, before: str, after: str) -> Upcast:
    """Return the upcast of a migration that renamed a field of an entity."""

    def upcast(state: Record) -> Sequence[Record]:
        if state["entity"] != entity:
            return [state]
        record = cast(Record, state["record"])
        return [{**state, "record": {after if name == before else name: record[name] for name in record}}]

    return upcast


def _verified(state: object) -> Record:
    if (
        not isinstance(state, dict)
        or state.keys() != {"entity", "record"}
        or not isinstance(state["entity"], str)
        or not isinstance(state["record"], dict)
    ):
        raise FormatError("the content of an entry is not a state of a row")
    return state
