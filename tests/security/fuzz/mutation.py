"""Mutation: how a sample is spoilt, by its bytes and by the tree of its JSON; one seed, one way."""

import hashlib
import json
from collections.abc import Callable, Sequence

ODD_BYTES = (
    b"\x00",
    b"\xff",
    b"\x7f",
    b"\x80",
    b"\x00" * 8,
    b"\xff" * 8,
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"\r\n",
)
ODD_NUMBERS = (
    0,
    1,
    -1,
    2,
    31,
    32,
    64,
    127,
    128,
    255,
    256,
    65535,
    2**31 - 1,
    2**31,
    2**32 - 1,
    2**63 - 1,
    2**63,
    10**30,
)
ODD_VALUES: tuple[object, ...] = (
    None, True, False, "", "0", "\u202e", "a" * 5000, "00" * 32, [], {}, [[]], [None], {"": 0}, *ODD_NUMBERS,
)  # fmt: skip
MOST = 1 << 16


class Draw:
    """A row of numbers that follows from its seed."""

    def __init__(self, seed: str) -> None:
        self._state = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big") | 1

    def below(self, limit: int) -> int:
        """A number from 0 up to the limit, without it (xorshift64*)."""
        state = self._state
        state ^= state >> 12
        state ^= state << 25 & 0xFFFFFFFFFFFFFFFF
        state ^= state >> 27
        self._state = state
        return (state * 2685821657736338717 >> 32 & 0xFFFFFFFF) % max(limit, 1)

    def one_of[Thing](self, things: Sequence[Thing]) -> Thing:
        return things[self.below(len(things))]


def spoil(draw: Draw, samples: Sequence[bytes]) -> bytes:
    """One sample, spoilt one to eight times."""
    data = draw.one_of(samples)
    if draw.below(3) == 0 and (tree := _tree(data)) is not None:
        for _ in range(1 + draw.below(3)):
            tree = _spoil_tree(draw, tree)
        return _written(draw, tree)[:MOST]
    for _ in range(1 + draw.below(8)):
        data = draw.one_of(WAYS)(draw, data, samples)[:MOST]
    return data


def _flip(draw: Draw, data: bytes, _: Sequence[bytes]) -> bytes:
    if not data:
        return b"\x00"
    place = draw.below(len(data))
    return data[:place] + bytes([data[place] ^ 1 << draw.below(8)]) + data[place + 1 :]


def _set(draw: Draw, data: bytes, _: Sequence[bytes]) -> bytes:
    place, odd = draw.below(len(data) + 1), draw.one_of(ODD_BYTES)
    return data[:place] + odd + data[place + len(odd) :]


def _number(draw: Draw, data: bytes, _: Sequence[bytes]) -> bytes:
    width = draw.one_of((1, 2, 4, 8))
    number = draw.one_of(ODD_NUMBERS) & (1 << 8 * width) - 1
    place = draw.below(max(1, len(data) - width))
    return data[:place] + number.to_bytes(width, draw.one_of(("big", "little"))) + data[place + width :]


def _insert(draw: Draw, data: bytes, _: Sequence[bytes]) -> bytes:
    place = draw.below(len(data) + 1)
    return data[:place] + draw.one_of(ODD_BYTES) * (1 + draw.below(4)) + data[place:]


def _cut(draw: Draw, data: bytes, _: Sequence[bytes]) -> bytes:
    start = draw.below(len(data) + 1)
    return data[:start] + data[start + draw.below(1 + len(data) // draw.one_of((1, 2, 20))) :]


def _repeat(draw: Draw, data: bytes, _: Sequence[bytes]) -> bytes:
    start = draw.below(len(data) + 1)
    piece = data[start : start + 1 + draw.below(64)]
    return data[:start] + piece * (2 + draw.below(draw.one_of((3, 500)))) + data[start:]


def _splice(draw: Draw, data: bytes, samples: Sequence[bytes]) -> bytes:
    other = draw.one_of(samples)
    return data[: draw.below(len(data) + 1)] + other[draw.below(len(other) + 1) :]


def _swap(draw: Draw, data: bytes, _: Sequence[bytes]) -> bytes:
    first, second = sorted((draw.below(len(data) + 1), draw.below(len(data) + 1)))
    length = draw.below(1 + min(64, second - first))
    one, two = data[first : first + length], data[second : second + length]
    return data[:first] + two + data[first + length : second] + one + data[second + length :]


WAYS: tuple[Callable[[Draw, bytes, Sequence[bytes]], bytes], ...] = (
    _flip, _flip, _set, _number, _insert, _cut, _repeat, _splice, _swap,
)  # fmt: skip


def _tree(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _spoil_tree(draw: Draw, tree: object, depth: int = 0) -> object:
    """Change one place in it: a value, a key, an order, a number of parts."""
    if not isinstance(tree, (dict, list)) or not tree or (depth and draw.below(6) == 0):
        return _odd(draw, tree)
    return _spoil_list(draw, tree, depth) if isinstance(tree, list) else _spoil_object(draw, tree, depth)


def _spoil_list(draw: Draw, parts: list[object], depth: int) -> list[object]:
    place = draw.below(len(parts))
    before, part, after = parts[:place], parts[place], parts[place + 1 :]
    ways = (
        lambda: [*before, *after],
        lambda: [*before, *[part] * (2 + draw.below(9)), *after],
        lambda: [*parts[::-1]],
        *[lambda: [*before, _spoil_tree(draw, part, depth + 1), *after]] * 3,
    )
    return draw.one_of(ways)()


def _spoil_object(draw: Draw, fields: dict[str, object], depth: int) -> dict[str, object]:
    key = draw.one_of(sorted(fields))
    ways = (
        lambda: {name: value for name, value in fields.items() if name != key},
        lambda: fields | {draw.one_of(("", key + "s", key.upper(), "remark")): draw.one_of(ODD_VALUES)},
        lambda: {name: value for name, value in fields.items() if name != key} | {"remark": fields[key]},
        lambda: fields | {key: fields[draw.one_of(sorted(fields))]},
        *[lambda: fields | {key: _spoil_tree(draw, fields[key], depth + 1)}] * 4,
    )
    return draw.one_of(ways)()


def _odd(draw: Draw, value: object) -> object:
    if isinstance(value, str) and value and draw.below(2):
        place = draw.below(len(value))
        return (
            value[:place]
            + draw.one_of(("", "0", "\u202e", "\x00", "é", "Z", "-", value))
            + value[place + 1 :]
        )
    if isinstance(value, int) and not isinstance(value, bool) and draw.below(2):
        return value + draw.one_of((-1, 1, 1 << 32, -(1 << 62)))
    return draw.one_of(ODD_VALUES)


def _written(draw: Draw, tree: object) -> bytes:
    """Mostly in canonical form, so that more than the form is tried."""
    canonical = draw.below(8) != 0
    text = json.dumps(
        tree, ensure_ascii=not canonical, sort_keys=canonical, separators=(",", ":") if canonical else None
    )
    return text.encode("utf-8", "surrogatepass")
