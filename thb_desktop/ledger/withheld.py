"""Withheld fields: content of an entry for the office only, bound by a separate digest.

The content lists these fields under `withheld`, with 32 random bytes. The commitment, and the disclosed form,
have one digest in their place. So an extract can leave them out and stays valid.
"""

import hashlib
from collections.abc import Sequence

from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value

Place = tuple[int, str]
"""The number of a state in the content, from 0, and the name of a field in its record."""

_KEY = "withheld"
_SIGN = b'"withheld":{'
_PREFIX = b"thb-withheld/1\x00"


def withhold(payload: bytes, places: Sequence[Place], nonce: bytes) -> bytes:
    """Mark these fields of a content as withheld. nonce: 32 random bytes."""
    if not places:
        return payload
    content = _content(payload)
    content[_KEY] = {"fields": [[number, name] for number, name in places], "nonce": nonce.hex()}
    return canonical.encode(content)


def whole(payload: bytes) -> bytes:
    """Return the content as it was before `withhold`. Raises FormatError."""
    content = _content(payload)
    return canonical.encode({key: value for key, value in content.items() if key != _KEY})


def disclosed(payload: bytes) -> bytes:
    """Return the content as committed to: a digest replaces the withheld fields. Raises FormatError.

    Content without withheld fields, or already disclosed, is returned unchanged.
    """
    if _SIGN not in payload:
        return payload
    content = _content(payload)
    mark = content.get(_KEY)
    if not isinstance(mark, dict):
        return payload
    try:
        nonce = bytes.fromhex(str(mark["nonce"]))
        taken = [_take(content["states"], place) for place in _list(mark["fields"])]
    except (KeyError, TypeError, ValueError, IndexError):
        raise FormatError("the withheld fields of an entry are not in their form") from None
    content[_KEY] = hashlib.sha256(_PREFIX + nonce + canonical.encode(taken)).hexdigest()
    return canonical.encode(content)


def _take(states: Value, place: Value) -> list[Value]:
    """Remove one field from its record: number, name and value, as the digest covers them."""
    number, name = _list(place)
    state = _list(states)[number] if isinstance(number, int) else None
    record = state["record"] if isinstance(state, dict) else None
    if not isinstance(record, dict) or not isinstance(name, str):
        raise TypeError
    return [number, name, record.pop(name)]


def _list(value: Value) -> list[Value]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _content(payload: bytes) -> dict[str, Value]:
    content = canonical.parse(payload)
    if not isinstance(content, dict):
        raise FormatError("the content of an entry is not an object")
    return content
