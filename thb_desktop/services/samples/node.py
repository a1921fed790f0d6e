"""Node: a sample case's JSON, read by name and type, so that an error names its place.

It remembers what was asked of it, so that what nobody asked for is told and not silently left out.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Self

from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.errors import FormatError

type Asked = dict[str, set[str]]
"""The names that were asked for, by the place of their objects; all objects of a list have one place."""
_ALL = "*"


class Node:
    """One JSON object. place: where it stands in the whole. asked: what was asked so far, of the whole."""

    def __init__(self, value: object, place: str = "", asked: Asked | None = None) -> None:
        if not isinstance(value, Mapping):
            raise FormatError("a sample case is malformed" + (f" at {place!r}" if place else ""))
        self._values: Mapping[str, object] = value
        self._place = place
        self._asked: Asked = {} if asked is None else asked

    def __contains__(self, name: str) -> bool:
        return self._value(name) is not None

    def _value(self, name: str) -> object:
        self._asked.setdefault(self._place, set()).add(name)
        return self._values.get(name)

    def _within(self, name: str, value: object) -> Self:
        return type(self)(value, f"{self._place}/{name}" if self._place else name, self._asked)

    def changed(self, **changes: object) -> Self:
        """Return the same object with other values."""
        return type(self)({**self._values, **changes}, self._place, self._asked)

    def know(self, *names: str) -> None:
        """Count these names as asked for, or all that are here if none is given; not what is in them."""
        self._asked.setdefault(self._place, set()).update(names or self._values)

    def leave(self, *names: str) -> None:
        """Say that these are left out on purpose, with all that is in them."""
        self.know(*names, *(f"{name}/{_ALL}" for name in names))

    def unasked(self) -> Iterator[tuple[str, str]]:
        """Return place and name of everything that nobody asked for, each once."""
        yield from dict.fromkeys(self._unasked(self._values, self._place))

    def _unasked(self, values: Mapping[str, object], place: str) -> Iterator[tuple[str, str]]:
        asked = self._asked.get(place)
        if asked is None or _ALL in asked:
            return
        for name, value in values.items():
            if name not in asked and value not in (None, [], {}, ""):
                yield place, name
            if f"{name}/{_ALL}" in asked:
                continue
            below = f"{place}/{name}" if place else name
            for each in value if isinstance(value, list) else (value,):
                if isinstance(each, Mapping):
                    yield from self._unasked(each, below)

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text, or a number written as one.

        Raises FormatError if there is neither and no default.
        """
        value = self._value(name)
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise FormatError(f"a sample case lacks the text {name!r}")
        return str(value)

    def flag(self, name: str) -> bool:
        return self._value(name) is True

    def integer(self, name: str) -> int:
        value = self._value(name)
        if not isinstance(value, int):
            raise FormatError(f"a sample case lacks the number {name!r}")
        return value

    def day(self, name: str) -> date | None:
        return self._read(date.fromisoformat, name, "day") if name in self else None

    def partial(self, name: str) -> PartialDate | None:
        return self._read(PartialDate, name, "date") if name in self else None

    def at(self, name: str) -> datetime | None:
        return self.moment(name) if name in self else None

    def moment(self, name: str) -> datetime:
        return self._read(datetime.fromisoformat, name, "time")

    def _read[T](self, read: Callable[[str], T], name: str, kind: str) -> T:
        text = self.text(name)
        try:
            return read(text)
        except ValueError:
            raise FormatError(f"a sample case says {text!r} for {name!r}, which is no {kind}") from None

    def is_text(self, name: str) -> bool:
        """Whether there is one text where there could be a list."""
        return isinstance(self._value(name), str)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one, and nothing is an empty list."""
        value = self._value(name)
        if value is None:
            return ()
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list):
            raise FormatError(f"a sample case lacks the list {name!r}")
        return tuple(str(each) for each in value)

    def node(self, name: str) -> Self:
        return self._within(name, self._value(name) or {})

    def nodes(self, name: str) -> tuple[Self, ...]:
        value = self._value(name) or []
        if not isinstance(value, list):
            raise FormatError(f"a sample case lacks the list {name!r}")
        return tuple(self._within(name, each) for each in value)

    def children(self) -> Iterator[tuple[str, Self]]:
        """Return the fields that are objects, by name."""
        self.know(_ALL)
        return (
            (name, self._within(name, value))
            for name, value in self._values.items()
            if isinstance(value, Mapping)
        )

    def pairs(self, *without: str) -> tuple[tuple[str, str], ...]:
        """Return the plain fields as written, in order, without some of them."""
        self.know(_ALL)
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
