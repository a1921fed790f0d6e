"""Stated digests: values of other algorithms that people stated, compared with the files as they are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import new
from typing import TYPE_CHECKING

from thb_desktop.domain.stated_values import algorithm_of, hex_of

if TYPE_CHECKING:
    from _hashlib import HASH


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedCheck:
    """A value, and whether it is that of a file, or of all files one behind the other.

    found: what the only file has instead, in the same form; empty for several files.
    """

    value: str
    agrees: bool
    found: str = ""


class Comparing:
    """Takes files piece by piece, in the order of their names, and compares at the end."""

    def __init__(self, values: Sequence[str]) -> None:
        self._values = tuple(values)
        self._algorithms = tuple(dict.fromkeys(map(algorithm_of, self._values)))
        self._whole = self._begun()
        self._file = self._begun()
        self._found: list[dict[str, str]] = []

    def __bool__(self) -> bool:
        return bool(self._values)

    def take(self, piece: bytes) -> None:
        for name in self._algorithms:
            self._file[name].update(piece)
            self._whole[name].update(piece)

    def end_file(self) -> None:
        self._found.append({name: self._file[name].hexdigest() for name in self._algorithms})
        self._file = self._begun()

    def checks(self) -> tuple[StatedCheck, ...]:
        return tuple(map(self._check, self._values))

    def _check(self, value: str) -> StatedCheck:
        name, digits = algorithm_of(value), hex_of(value)
        found = [each[name] for each in self._found]
        agrees = digits in found or digits == self._whole[name].hexdigest()
        told = value.removesuffix(digits) + found[0] if len(found) == 1 and not agrees else ""
        return StatedCheck(value=value, agrees=agrees, found=told)

    def _begun(self) -> "dict[str, HASH]":
        return {name: new(name, usedforsecurity=False) for name in self._algorithms}
