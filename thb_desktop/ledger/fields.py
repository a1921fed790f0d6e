"""Strict parsing of records: exactly the fields of a format, each in its form."""

import base64
import binascii
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache

from thb_desktop.errors import FormatError, UnknownFieldError
from thb_desktop.ledger.canonical import Value

HASH_SIZE = 32
_EARLY, _LATE = 1, 9999
"""The years within which each time has one in every zone."""
SIGNATURE_SIZE = 64

ID_FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}"
CODE_FORM = "[A-Z][A-Z0-9_]{0,63}"
INSTANT_FORM = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}[+-][0-9]{2}:[0-9]{2}"
_ID = re.compile(ID_FORM, re.ASCII)
_CODE = re.compile(CODE_FORM, re.ASCII)
_INSTANT = re.compile(INSTANT_FORM, re.ASCII)
_HEX = re.compile(r"(?:[0-9a-f]{2})*", re.ASCII)


class StrictObject:
    """One JSON object of a known format. Every method raises FormatError for a malformed field."""

    def __init__(
        self, untrusted: Value, fields: Iterable[str], *, what: str, form: str | None = None
    ) -> None:
        """Accept the object if it has exactly these fields; its `format` must be `form`, if that is given."""
        self._what = what
        if not isinstance(untrusted, dict):
            raise FormatError(f"{what} is not a JSON object")
        expected = {*fields} if form is None else {*fields, "format"}
        if unknown := untrusted.keys() - expected:
            raise UnknownFieldError(f"{what} has {len(unknown)} field(s) that its format does not have")
        if expected - untrusted.keys():
            raise FormatError(f"{what} lacks a field")
        if form is not None and untrusted["format"] != form:
            raise FormatError(f"{what} is not in the format {form}")
        self._values: dict[str, Value] = untrusted

    def value(self, name: str) -> Value:
        return self._values[name]

    def text(self, name: str) -> str:
        value = self._values[name]
        if not isinstance(value, str):
            raise self._refusal(name)
        return value

    def id(self, name: str) -> str:
        """A random identifier: 32 hexadecimal digits, or the same in the five groups of a UUID."""
        return self._matching(name, _ID)

    def code(self, name: str) -> str:
        """A coded value: capital letters, digits and underscores."""
        return self._matching(name, _CODE)

    def integer(self, name: str, *, least: int) -> int:
        value = self._values[name]
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise self._refusal(name)
        return value

    def octets(self, name: str, *, size: int) -> bytes:
        """Bytes of a fixed length, in lower-case hexadecimal."""
        return _octets(self.text(name), size=size) or self._refuse(name)

    def digest(self, name: str) -> bytes:
        return self.octets(name, size=HASH_SIZE)

    def digests(self, name: str) -> tuple[bytes, ...]:
        """A list of hashes, as in a proof."""
        parts = [part for part in self.list(name) if isinstance(part, str) and len(part) == 2 * HASH_SIZE]
        whole = "".join(parts)
        if len(parts) != len(self.list(name)) or not _HEX.fullmatch(whole):
            raise self._refusal(name)
        data = bytes.fromhex(whole)
        return tuple(data[start : start + HASH_SIZE] for start in range(0, len(data), HASH_SIZE))

    def base64(self, name: str) -> bytes:
        return _base64(self.text(name)) or self._refuse(name)

    def base64s(self, name: str) -> tuple[bytes, ...]:
        found = tuple(_base64(part) if isinstance(part, str) else b"" for part in self.list(name))
        if not all(found):
            raise self._refusal(name)
        return found

    def instant(self, name: str) -> datetime:
        """A time with microseconds and its offset, as `instant_text` writes it."""
        at = instant_of(self._matching(name, _INSTANT))
        if at is None:
            raise self._refusal(name)
        return at

    def list(self, name: str) -> Sequence[Value]:
        value = self._values[name]
        if not isinstance(value, list):
            raise self._refusal(name)
        return value

    def _matching(self, name: str, form: re.Pattern[str]) -> str:
        text = self.text(name)
        if not form.fullmatch(text):
            raise self._refusal(name)
        return text

    def _refusal(self, name: str) -> FormatError:
        return FormatError(f"{self._what}: the field {name!r} is not in its form")

    def _refuse(self, name: str) -> bytes:
        raise self._refusal(name)


@lru_cache(maxsize=8)
def instant_of(text: str) -> datetime | None:
    """Return the time that `instant_text` writes so; None if there is none. text: of its form."""
    try:
        at = datetime.fromisoformat(text)
        if not _EARLY < at.year < _LATE:
            at.astimezone()  # a time that no other zone can tell is none
    except (ValueError, OverflowError):
        return None
    return at if at.isoformat(timespec="microseconds") == text else None


_last_written: list[tuple[datetime | None, str]] = [(None, "")]
"""The time that was written last, and its text."""


def instant_text(at: datetime) -> str:
    """Write an aware time as ISO 8601 with microseconds and its own offset in hours and minutes."""
    written, text = _last_written[0]
    if written is at:  # all entries of a transaction have the same; equal ones may have other offsets
        return text
    text = at.isoformat(timespec="microseconds")
    if not _INSTANT.fullmatch(text):
        raise FormatError("a time needs an offset of whole minutes")
    _last_written[0] = at, text
    return text


def base64_text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def base64_bytes(untrusted: Value) -> bytes:
    """Read what `base64_text` wrote. Raises FormatError."""
    data = _base64(untrusted) if isinstance(untrusted, str) else b""
    if not data:
        raise FormatError("a value is not in base64")
    return data


def _octets(text: str, *, size: int) -> bytes:
    return bytes.fromhex(text) if len(text) == 2 * size and _HEX.fullmatch(text) else b""


def _base64(text: str) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return data if base64_text(data) == text else b""
