"""The rows that the content of an event tells."""

from collections.abc import Iterator, Mapping

from thb_desktop.ledger.canonical import Value


def states_of(content: Value) -> Iterator[tuple[str, Mapping[str, Value]]]:
    """Return the records in the content of an event, by kind; none if it is absent or has another form."""
    states = content.get("states") if isinstance(content, dict) else None
    for state in states if isinstance(states, list) else []:
        if isinstance(state, dict):
            kind, record = state.get("entity"), state.get("record")
            if isinstance(kind, str) and isinstance(record, dict):
                yield kind, record
