"""Canonical JSON: one value has one sequence of bytes, and the reader accepts nothing else."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from json import encoder
from typing import NoReturn, TypeAlias

from thb_desktop.errors import FormatError, NotCanonicalError, UnencodableError

Value: TypeAlias = "bool | int | str | Sequence[Value] | Mapping[str, Value] | None"

MAX_DEPTH = 32
"""Lists and objects inside one another."""
MAX_SIZE = 256 * 2**20
"""Bytes that `parse` reads unless told otherwise."""
MEMORY_OF_VALUE = 80
"""Bytes of one value, with its place in a list or an object."""
_BOUND = 2**63
_TEXT = frozenset({str})
_SIMPLE = frozenset({str, bool, type(None)})
"""Kinds of values of which nothing needs to be checked."""


def encode(value: Value) -> bytes:
    """Write a value: UTF-8, keys in order of code points, no blanks, only the escapes that JSON demands.

    Integers lie in -2^63 .. 2^63 - 1; there are no fractions. Raises UnencodableError for anything else.
    """
    verify(value)
    return rewrite(value)


def verify(value: Value) -> None:
    """Raise UnencodableError for what `encode` does not write."""
    _require_plain(value, MAX_DEPTH)


def parse(untrusted: bytes, *, max_size: int = MAX_SIZE) -> Value:
    """Read what `encode` writes, and nothing else.

    Raises FormatError for bytes that are no JSON, too large, too deep, with a key twice, with a fraction or
    with an integer out of bounds; NotCanonicalError when the same value has another canonical form.
    """
    if len(untrusted) > max_size:
        raise FormatError("the data are larger than this format allows")
    found = _parsed_at_once(untrusted)
    return _parsed(untrusted) if found is None else found


def _parsed_at_once(untrusted: bytes) -> Value:
    """Read data that the encoder writes again exactly so, as nearly all are. None for any other.

    Left out is what the library would write again and this format does not allow: depth, large integers,
    fractions.
    """
    if untrusted.count(b"[") + untrusted.count(b"{") > MAX_DEPTH:
        return None
    with suppress(ValueError, FormatError, RecursionError):
        value: Value = _PLAIN_DECODER.decode(untrusted.decode("utf-8"))
        if _written(value).encode("utf-8") == untrusted:
            return value
    return None


def _parsed(untrusted: bytes) -> Value:
    try:
        value: Value = _DECODER.decode(untrusted.decode("utf-8"))
    except UnicodeDecodeError:
        raise FormatError("the data are not UTF-8") from None
    except json.JSONDecodeError:
        raise FormatError("the data are not JSON") from None
    except RecursionError:
        raise FormatError("the data are nested too deeply") from None
    try:
        again = encode(value)
    except UnencodableError as reason:
        raise FormatError(str(reason)) from None
    if again != untrusted:
        raise NotCanonicalError("the data are not in canonical form")
    return value


def rewrite(value: Value) -> bytes:
    """Write a verified value, or a part of one that was read."""
    try:
        return _written(value).encode("utf-8")
    except UnicodeEncodeError:
        raise UnencodableError("a text contains half of a surrogate pair") from None


def read_usual(text: str, at: int, *, depth: int) -> tuple[Value, int] | None:
    """Read a value at a place of a text, in its canonical form; return where it ends too.

    None for what `read_at` and `verify_text` must judge: an end that is not there yet, and what only these
    read or refuse. depth: of the value in the whole.
    """
    with suppress(ValueError, FormatError, RecursionError):
        value, end = _PLAIN_DECODER.raw_decode(text, at)
        told = text[at:end]
        if told.count("[") + told.count("{") <= MAX_DEPTH - depth and _written(value) == told:
            return value, end
    return None


def read_at(text: str, at: int) -> tuple[Value, int] | None:
    """Read a value at a place of a text; return where it ends too. None if there is no whole value.

    Raises FormatError as `parse` does; the form is checked by `verify_text`.
    """
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError:
        return None
    except RecursionError:
        raise FormatError("the data are nested too deeply") from None


def verify_text(value: Value, text: str, *, depth: int) -> None:
    """Verify that the text is the canonical form of a value that is this deep in the whole. FormatError."""
    try:
        _require_plain(value, MAX_DEPTH - depth)
    except UnencodableError as reason:
        raise FormatError(str(reason)) from None
    if _written(value) != text:
        raise NotCanonicalError("the data are not in canonical form")


def _require_plain(value: object, depth_left: int) -> None:
    if isinstance(value, (dict, list, tuple)):
        if depth_left == 0:
            raise UnencodableError("the data are nested too deeply")
        parts: Iterable[object] = value
        if isinstance(value, dict):
            if not _TEXT.issuperset(map(type, value)) and not all(isinstance(key, str) for key in value):
                raise UnencodableError("a key is not text")
            parts = value.values()
        if not _SIMPLE.issuperset(map(type, parts)):
            for part in parts:
                if type(part) is not str:
                    _require_plain(part, depth_left - 1)
    elif isinstance(value, int) and not -_BOUND <= value < _BOUND:
        raise UnencodableError("an integer is too large for this format")
    elif value is not None and not isinstance(value, (str, int)):
        raise UnencodableError("a value is neither text, nor an integer, nor true, false or null")


def _object(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise FormatError("a key occurs twice in one object")
    return found


def _integer(digits: str) -> int:
    if len(digits) > 20:
        raise FormatError("an integer is too large for this format")
    return int(digits)


def _small_integer(digits: str) -> int:
    if len(digits) > 18:
        raise FormatError("an integer is read by the strict reader")
    return int(digits)


def _no_fraction(_digits: str) -> NoReturn:
    raise FormatError("a number has a fraction or an exponent")


def writer(*, sort_keys: bool) -> Callable[[object], str]:
    """Return what writes JSON without blanks and with only the escapes that it demands. A circle has no end.

    `JSONEncoder.encode` makes its inner encoder again for each value, which costs as much as writing a small
    one; here it is made once.
    """
    plain = json.JSONEncoder(
        ensure_ascii=False,
        allow_nan=False,
        sort_keys=sort_keys,
        separators=(",", ":"),
        check_circular=False,
    )
    make = getattr(encoder, "c_make_encoder", None)
    if make is None:  # a Python without the part in C
        return plain.encode
    quoted = encoder.encode_basestring
    write = make(None, plain.default, quoted, None, ":", ",", sort_keys, plain.skipkeys, plain.allow_nan)
    return lambda value: "".join(write(value, 0))


_written = writer(sort_keys=True)
"""Circles are found by their depth."""
_PLAIN_DECODER = json.JSONDecoder(
    parse_int=_small_integer, parse_float=_no_fraction, parse_constant=_no_fraction
)
_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_no_fraction, parse_constant=_no_fraction
)
