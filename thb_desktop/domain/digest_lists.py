"""Lists of digests that others made: read, and compared with the files of a run.

Three forms are read: lines of a digest and a path, as `sha256sum` and its like write them and as a BagIt
manifest has them; lines of `SHA256 (path) = digest`; and the `datapackage.json` of a WACZ.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from thb_desktop.domain.ids import AgentId, ExhibitId, RowId
from thb_desktop.domain.intake import shown_path
from thb_desktop.errors import DigestListError
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn

MOST_BYTES = 64 << 20
"""Of a list: more than half a million lines."""
_MOST_OF_PACKAGE = 16 << 20
"""Of a data package, whose reading takes many times as much memory."""
_BY_LENGTH = {32: "md5", 40: "sha1", 56: "sha224", 64: "sha256", 96: "sha384", 128: "sha512"}
_BY_NAME = {name.upper(): name for name in _BY_LENGTH.values()}
_LINE = re.compile(r"(\\?)([0-9A-Fa-f]{32,128})(?: [ *]|[ \t]+\*?)(.+)")
_TAGGED = re.compile(r"(\\?)([A-Z0-9]+) \((.+)\) = ([0-9A-Fa-f]{32,128})")
_ESCAPE = re.compile(r"\\([\\nr])")
_SIGNS = {"\\": "\\", "n": "\n", "r": "\r"}
_OF_BAG = re.compile(r"(?:tag)?manifest-[a-z0-9]+\.txt")
_ENCODED = re.compile("%(0[AaDd]|25)")
_NAMED = re.compile("([a-z0-9]+):([0-9A-Fa-f]{32,128})")


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestList:
    """A list of digests that a run was compared with.

    name, sha256: of the list itself. named: how many files it names; agree: how many of them were taken and
    have its digests. differ: path, algorithm, the digest of the list, and that of what was read. missing:
    named, and not met in a run that was not stopped. unnamed: met, and not named. not_compared: named, there
    already from an earlier run, and with no digest that was computed then. Of each, the paths.
    """

    id: RowId
    run_id: RowId
    exhibit_id: ExhibitId
    name: str
    sha256: str
    named: int
    agree: int
    differ: tuple[tuple[str, str, str, str], ...]
    missing: tuple[str, ...]
    unnamed: tuple[str, ...]
    not_compared: tuple[str, ...]
    by: AgentId
    at: datetime


def check_lists(lists: Iterable[DigestList]) -> Iterator[Finding]:
    """Return what lists of others say otherwise than the files of a run: findings of custody."""
    for each in lists:
        if each.differ:
            yield warn("custody.list-differs", name=each.name, number=len({path for path, *_ in each.differ}))
        if each.missing:
            yield warn("custody.list-missing", name=each.name, number=len(each.missing))


@dataclass(slots=True, kw_only=True)
class Comparison:
    """A list, and what was met of it so far. folder: where the list lies."""

    name: str
    folder: str
    sha256: str
    stated: Mapping[str, Mapping[str, str]]
    agree: int = 0
    differ: list[tuple[str, str, str, str]] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    not_compared: list[str] = field(default_factory=list)
    _met: set[str] = field(default_factory=set)

    @property
    def algorithms(self) -> frozenset[str]:
        return frozenset(name for each in self.stated.values() for name in each)

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(path for path in self.stated if path not in self._met)

    def meet(self, told: str, beside: str, found: Mapping[str, str]) -> None:
        """Compare a file. told: its path from the name of what was given; beside: from the folder of the
        list, empty if it lies elsewhere. found: its digests, by their algorithms.
        """
        path = next((each for each in (beside, told, told.partition("/")[2]) if each in self.stated), None)
        if path is None:
            self.unnamed.append(told)
            return
        self._met.add(path)
        stated = self.stated[path]
        both = [name for name in stated if name in found]
        differ = [(told, name, stated[name], found[name]) for name in both if stated[name] != found[name]]
        self.differ += differ
        if not both:
            self.not_compared.append(told)
        elif not differ:
            self.agree += 1


def read_list(name: str, untrusted: bytes) -> dict[str, dict[str, str]]:
    """Read a list: the digests of each path, by their algorithms. Raises DigestListError."""
    if len(untrusted) > MOST_BYTES:
        raise DigestListError("the list of digests is larger than any this program reads")
    try:
        text = untrusted.decode("utf-16" if untrusted[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise DigestListError("the list of digests is not text") from None
    lines = _of_package(text) if text.lstrip().startswith("{") else _of_lines(text, name)
    found: dict[str, dict[str, str]] = {}
    for path, algorithm, digest in lines:
        stated = found.setdefault(shown_path(path.removeprefix("./")), {})
        if stated.setdefault(algorithm, digest.lower()) != digest.lower():
            raise DigestListError("the list of digests names a file twice, with two digests")
    if not found:
        raise DigestListError("the list of digests names no file")
    return found


def _of_lines(text: str, name: str) -> Iterator[tuple[str, str, str]]:
    in_bag = _OF_BAG.fullmatch(name.lower()) is not None
    for line in text.split("\n"):
        told = line.removesuffix("\r")
        if not told.strip() or told.startswith(("#", ";")):
            continue
        tagged = _TAGGED.fullmatch(told)
        if tagged is not None:
            escaped, kind, path, digest = tagged.groups()
            algorithm = _BY_NAME.get(kind)
        else:
            plain = _LINE.fullmatch(told)
            if plain is None:
                raise DigestListError("a line of the list of digests has neither digest nor path")
            escaped, digest, path = plain.groups()
            algorithm = _BY_LENGTH.get(len(digest))
        if algorithm is None or _BY_LENGTH.get(len(digest)) != algorithm:
            raise DigestListError("a line of the list of digests has a digest of an unknown kind")
        if escaped:
            path = _ESCAPE.sub(lambda found: _SIGNS[found[1]], path)
        if in_bag:
            path = _ENCODED.sub(lambda found: chr(int(found[1], 16)), path)
        yield path, algorithm, digest


def _of_package(text: str) -> Iterator[tuple[str, str, str]]:
    """Read the resources of a data package: each with `path` and `hash`, "sha256:" and the digest."""
    if len(text) > _MOST_OF_PACKAGE:
        raise DigestListError("the list of digests is larger than any this program reads")
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        raise DigestListError("the list of digests is not in its form") from None
    resources = told.get("resources") if isinstance(told, dict) else None
    for each in resources if isinstance(resources, list) else ():
        path, named = (each.get("path"), each.get("hash")) if isinstance(each, dict) else (None, None)
        digest = _NAMED.fullmatch(named) if isinstance(named, str) else None
        if not isinstance(path, str) or digest is None or _BY_LENGTH.get(len(digest[2])) != digest[1]:
            raise DigestListError("the list of digests is not in its form")
        yield path, digest[1], digest[2]


def algorithms_of(lists: Sequence[Comparison]) -> tuple[str, ...]:
    """Return the algorithms of which the lists have digests, besides SHA-256, which is always computed."""
    return tuple(sorted(frozenset[str]().union(*(each.algorithms for each in lists)) - {"sha256"}))
