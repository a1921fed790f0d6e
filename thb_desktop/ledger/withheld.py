"""Withheld fields: content of an entry that an extract may leave out, bound by separate digests.

The content lists groups of fields under `withheld`, each with 32 random bytes. The commitment has one digest
in place of each group. So an extract can leave out any of the groups, and stays valid.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, cast

from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value

Place = tuple[int, str]
"""The number of a state in the content, from 0, and the name of a field in its record."""

Told = Callable[[str, Mapping[str, Value], Sequence[str]], bool]
"""Whether a group is disclosed: the table and the record of its first field, and the names of its fields."""

_KEY = "withheld"
_PREFIX = b"thb-withheld/1\x00"


class Written(NamedTuple):
    """A content as it is kept, with its groups in it, and as it is committed to, without them."""

    kept: bytes
    committed: bytes


def write(content: Mapping[str, Value], groups: Iterable[tuple[Sequence[Place], bytes]]) -> Written:
    """Write a content with groups of its fields marked, each with its nonce: 32 random bytes.

    What is committed to is `disclosed` of what is kept. Both are made here, since to read again what was
    written costs several times as much. Raises UnencodableError.
    """
    taken = [(nonce, [(number, name) for number, name in places]) for places, nonce in groups]
    if not taken:
        written = canonical.encode(content)
        return Written(written, written)
    canonical.verify(content)
    marks: list[Value] = [{"fields": [[*place] for place in places], "nonce": n.hex()} for n, places in taken]
    told = cast(Sequence[Mapping[str, Value]], content["states"])
    bare = [dict(cast(Mapping[str, Value], state["record"])) for state in told]
    digests: list[Value] = [
        _digest(nonce, [[number, name, bare[number].pop(name)] for number, name in places])
        for nonce, places in taken
    ]
    states: list[Value] = [{**state, "record": record} for state, record in zip(told, bare, strict=True)]
    kept = canonical.rewrite({**content, _KEY: marks})
    return Written(kept, canonical.rewrite({**content, "states": states, _KEY: digests}))


def withhold(payload: bytes, groups: Iterable[tuple[Sequence[Place], bytes]]) -> bytes:
    """Mark groups of fields of a content that is written already, as `write` does. Raises FormatError."""
    return write(_content(payload), groups).kept


def whole(payload: bytes) -> bytes:
    """Return the content as it was before `withhold`. Raises FormatError."""
    return canonical.encode(whole_content(payload))


def whole_content(payload: bytes) -> dict[str, Value]:
    """Return the same, parsed. Raises FormatError."""
    return Content(payload).whole


def disclosed(payload: bytes, told: Told | None = None) -> bytes:
    """Return the content with a digest in place of each group that is not told. Raises FormatError.

    With no group told it is the content as committed to. Content without such groups is returned unchanged.
    """
    return payload if _KEY.encode() not in payload else Content(payload).disclosed(told)


class Content:
    """A content that is read once, for all that is asked of it. Raises FormatError if it cannot be read."""

    def __init__(self, payload: bytes) -> None:
        self._payload, self._parts = payload, _content(payload)

    @property
    def whole(self) -> dict[str, Value]:
        """As `whole_content` returns it."""
        return {key: value for key, value in self._parts.items() if key != _KEY}

    @property
    def marks(self) -> Value:
        """The groups as the content lists them; none is an empty list."""
        return self._parts.get(_KEY, [])

    def disclosed(self, told: Told | None = None) -> bytes:
        """As the function of this name returns it. Raises FormatError; what was read stays as it is."""
        marks = self._parts.get(_KEY)
        if not isinstance(marks, list) or not any(isinstance(each, dict) for each in marks):
            return self._payload
        try:
            states = list(map(_copied, _list(self._parts["states"])))
            closed = [_closed(states, each, told) for each in marks]
        except (KeyError, TypeError, ValueError, IndexError):
            raise FormatError("the withheld fields of an entry are not in their form") from None
        return canonical.rewrite({**self._parts, "states": states, _KEY: closed})


def _copied(state: Value) -> Value:
    """Copy a state so far as fields are taken from it."""
    record = state.get("record") if isinstance(state, dict) else None
    return {**state, "record": {**record}} if isinstance(state, dict) and isinstance(record, dict) else state


def _closed(states: Value, mark: Value, told: Told | None) -> Value:
    """Return the digest of a group, without its fields in their records; the group itself if it is told."""
    if isinstance(mark, str):
        return mark
    if not isinstance(mark, dict):
        raise TypeError
    if mark.keys() != {"fields", "nonce"}:
        raise ValueError
    nonce, places = _nonce(mark["nonce"]), [_list(each) for each in _list(mark["fields"])]
    state, record = _state(states, places[0][0])
    if told is not None and told(str(state.get("entity")), record, [str(name) for _, name in places]):
        return mark
    return _digest(nonce, [_take(states, number, name) for number, name in places])


def _nonce(untrusted: Value) -> bytes:
    """Read it in the one way in which it is written: no digest covers these letters."""
    nonce = bytes.fromhex(str(untrusted))
    if nonce.hex() != untrusted:
        raise ValueError
    return nonce


def _digest(nonce: bytes, taken: Value) -> str:
    return hashlib.sha256(_PREFIX + nonce + canonical.rewrite(taken)).hexdigest()


def _take(states: Value, number: Value, name: Value) -> list[Value]:
    """Remove one field from its record: number, name and value, as the digest covers them."""
    _, record = _state(states, number)
    if not isinstance(name, str):
        raise TypeError
    return [number, name, record.pop(name)]


def _state(states: Value, number: Value) -> tuple[dict[str, Value], dict[str, Value]]:
    if type(number) is not int:
        raise TypeError
    state = _list(states)[number]
    record = state["record"] if isinstance(state, dict) else None
    if not isinstance(state, dict) or not isinstance(record, dict):
        raise TypeError
    return state, record


def _list(value: Value) -> list[Value]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _content(payload: bytes) -> dict[str, Value]:
    content = canonical.parse(payload)
    if not isinstance(content, dict):
        raise FormatError("the content of an entry is not an object")
    return content
