"""Node: a sample case's JSON, read by name and type, so that an error names its place."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Self

from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.errors import FormatError


class Node:
    """One JSON object."""

    def __init__(self, value: object) -> None:
        if not isinstance(value, Mapping):
            raise FormatError("a sample case is malformed")
        self._values: Mapping[str, object] = value

    def __contains__(self, name: str) -> bool:
        return self._values.get(name) is not None

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text, or a number written as one.

        Raises FormatError if there is neither and no default.
        """
        value = self._values.get(name)
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise FormatError(f"a sample case lacks the text {name!r}")
        return str(value)

    def flag(self, name: str) -> bool:
        return self._values.get(name) is True

    def integer(self, name: str) -> int:
        value = self._values.get(name)
        if not isinstance(value, int):
            raise FormatError(f"a sample case lacks the number {name!r}")
        return value

    def day(self, name: str) -> date | None:
        return date.fromisoformat(self.text(name)) if name in self else None

    def partial(self, name: str) -> PartialDate | None:
        return PartialDate(self.text(name)) if name in self else None

    def at(self, name: str) -> datetime | None:
        return datetime.fromisoformat(self.text(name)) if name in self else None

    def moment(self, name: str) -> datetime:
        return datetime.fromisoformat(self.text(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one, and nothing is an empty list."""
        value = self._values.get(name)
        if value is None:
            return ()
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list):
            raise FormatError(f"a sample case lacks the list {name!r}")
        return tuple(str(each) for each in value)

    def node(self, name: str) -> Self:
        return type(self)(self._values.get(name) or {})

    def nodes(self, name: str) -> tuple[Self, ...]:
        value = self._values.get(name) or []
        if not isinstance(value, list):
            raise FormatError(f"a sample case lacks the list {name!r}")
        return tuple(type(self)(each) for each in value)

    def children(self) -> Iterator[tuple[str, Self]]:
        """Return the fields that are objects, by name."""
        return (
            (name, type(self)(value)) for name, value in self._values.items() if isinstance(value, Mapping)
        )

    def pairs(self, *without: str) -> tuple[tuple[str, str], ...]:
        """Return the plain fields as written, in order, without some of them."""
        return tuple(
            (name, _written(value))
            for name, value in self._values.items()
            if name not in without and value is not None and not isinstance(value, Mapping)
        )

    def pairs_of(self, name: str) -> tuple[tuple[str, str], ...]:
        """Return the plain fields of an object, as written, in order."""
        return self.node(name).pairs()

    def in_languages(self, name: str, first: str) -> tuple[tuple[str, str], ...]:
        """Return a text in several languages, that of the file first."""
        pairs = self.node(name).pairs()
        return tuple(sorted(pairs, key=lambda pair: pair[0] != first))


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    return str(value)
