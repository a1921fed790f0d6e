"""The list of a bundle's files, read entry by entry: a large bundle has tens of thousands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from thb_desktop.errors import FormatError
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.streamed import Spend, Walk
from thb_desktop.verify.limits import ROW

MANIFEST = "manifest.json"
"""Canonical JSON: `{"files": [{"path": ..., "sha256": ..., "size": ...}]}`, all attachments except itself.

`"signatures": [{"certificate_sha256": ..., "field": ..., "name": ...}]` says for whom each place is reserved.
"""
CUSTODY = "custody/custody-extract.json"
RECORDS, CASE = "records/", "case/case.json"
LANGUAGE = "language"
"""The kind of language work in the list of records."""
FORMATS = "thb-bundle-manifest/"
_LONG = ("files", "records")


class Record(NamedTuple):
    """A record as the list names it."""

    kind: str
    number: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The list of files. files: size and SHA-256 by path. rest: everything but files and records."""

    files: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    records: tuple[Record, ...] = ()
    rest: Mapping[str, Value] = field(default_factory=dict)

    @classmethod
    def of(cls, pieces: Iterable[bytes], *, keep: Spend, afford: Spend) -> Self:
        """Read the list. keep: told the memory that is not given back. afford: asked before a large value is
        read. Raises FormatError.
        """
        files, records, rest = dict[str, tuple[int, str]](), list[Record](), dict[str, Value]()
        walk = Walk(pieces, lists=_LONG, afford=afford)
        for name, value in walk:
            if name not in _LONG:
                keep(walk.size)
                rest[name] = value
                continue
            entry = value if isinstance(value, dict) else {}
            keep(ROW)
            if name == "files":
                path, told = _file(entry)
                if files.setdefault(path, told) is not told:
                    raise FormatError("the list of files is malformed")
            elif "path" in entry:  # a list of another program may name none
                records.append(Record(*(str(entry.get(each)) for each in Record._fields)))
        if "files" not in walk.names:
            raise FormatError("the list of files is malformed")
        return cls(files=files, records=tuple(records), rest=rest)

    @property
    def is_bundle(self) -> bool:
        return str(self.rest.get("format")).startswith(FORMATS)

    def signers(self) -> Mapping[str, tuple[str, str]]:
        """Return the name and the certificate's SHA-256 for each place; none if the list does not give them.

        Raises FormatError.
        """
        kept: dict[str, tuple[str, str]] = {}
        for entry in self._signatures():
            place, name, digest = (entry.get(each) for each in ("field", "name", "certificate_sha256"))
            if not (isinstance(place, str) and isinstance(name, str) and isinstance(digest, str)):
                raise FormatError("the list of signatures is malformed")
            if place in kept:
                raise FormatError("the list of signatures is malformed")
            kept[place] = name, digest
        return kept

    def functions(self) -> Mapping[str, tuple[str, str]]:
        """Return the name and function for whom each place is kept. Raises FormatError."""
        return {
            str(each.get("field")): (str(each.get("name")), str(each.get("function")))
            for each in self._signatures()
        }

    def release(self) -> tuple[str, ...]:
        """Who releases, the second person, their function, or why there is none, as the cover prints it."""
        said = self.rest.get("release")
        if not isinstance(said, dict):
            return ()
        return tuple(str(said.get(name)) for name in ("by", "second", "function", "alone_because"))

    def _signatures(self) -> list[Mapping[str, Value]]:
        listed = self.rest.get("signatures", [])
        if not isinstance(listed, list):
            raise FormatError("the list of signatures is malformed")
        return [each if isinstance(each, dict) else {} for each in listed]


def _file(entry: Mapping[str, Value]) -> tuple[str, tuple[int, str]]:
    path, size, digest = entry.get("path"), entry.get("size"), entry.get("sha256")
    if not isinstance(path, str) or not isinstance(size, int) or not isinstance(digest, str):
        raise FormatError("the list of files is malformed")
    return path, (size, digest)
