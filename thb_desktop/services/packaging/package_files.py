"""The files of a package: of the published bundle, of its exhibits, where each lies, and what says so."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import ExhibitId, FileId
from thb_desktop.domain.texts import Texts
from thb_desktop.domain.vocabulary import Originality
from thb_desktop.errors import (
    BundleForeignError,
    FormatError,
    MemberNameError,
    PdfUnreadableError,
)
from thb_desktop.ledger.streamed import Walk
from thb_desktop.package.members import PAYLOAD, Member, verify_names
from thb_desktop.report.case_uco.graph import case_uco
from thb_desktop.services.messages.bundle_rows import case_in, jobs_in, rows_in, rows_of
from thb_desktop.vault.content import ContentStore, StoredObject
from thb_desktop.verify.limits import afford

BUNDLE = "bundle.pdf"
EXHIBITS = "exhibits/"
LARGE = 32 << 20
"""Bytes of a file that travels beside the container: whoever reads the case opens the container first."""
SMALL = 1 << 20
"""Bytes of a file that is always in the container."""
MOST_INSIDE = 96 << 20
"""Bytes of files in the container, as far as files that are not small can be put beside it."""
CLAIMS = "claims"
OCTETS = "application/octet-stream"
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*")
_ODD = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An exhibit as a bundle names it, with the ids of its files and their digests.

    kind, titles: as the office says that made it; this version may not know the kind. copy_of: the id of the
    exhibit of which it is a masked copy; empty if it is none. source: what the entry says, which for a copy
    is the number of that exhibit.
    """

    id: ExhibitId
    number: str
    files: tuple[tuple[FileId, str], ...]
    kind: str = ""
    titles: Texts = ()
    copy_of: str = ""
    source: str = ""


def held_in(pdf: bytes) -> tuple[Held, ...]:
    """Return the exhibits that a bundle of ours names. Raises BundleForeignError."""
    return tuple(rows_of(pdf, "exhibits", _held))


def references_in(pdf: bytes) -> tuple[str, ...]:
    """Return the references, of both sides, of the instruments that a bundle of ours tells.

    Raises BundleForeignError.
    """
    told = [
        str(row.get(name) or "").strip()
        for _, row in rows_in(pdf, {"instruments"})
        for name in ("reference", "foreign_reference")
    ]
    return tuple(dict.fromkeys(filter(None, told)))


def ids_in(pdf: bytes, lists: Collection[str]) -> dict[str, list[str]]:
    """Return the ids of the rows that a bundle of ours tells in each of these lists, and those of the claims
    that it tells of persons, as `CLAIMS`. Raises BundleForeignError.
    """
    found: dict[str, list[str]] = {name: [] for name in (*lists, CLAIMS)}
    for name, told in rows_in(pdf, {*lists, "persons_told"}):
        try:
            if name in lists:
                found[name].append(str(told["id"]))
            else:
                found[CLAIMS] += [str(each["id"]) for each in told.get("claims", ())]
        except (KeyError, TypeError):
            raise BundleForeignError("this is not a bundle that this vault made") from None
    return found


def case_graph(pdf: bytes, files: Iterable["Placed"]) -> bytes:
    """Return what a bundle of ours tells as CASE/UCO. files: where they lie. Raises BundleForeignError."""
    try:
        told = dict(Walk(case_in(pdf), afford=afford))
        return case_uco(told, {each.file.id: each.name for each in files}, jobs_in(pdf))
    except (FormatError, PdfUnreadableError, KeyError, TypeError, ValueError):
        raise BundleForeignError("this is not a bundle that this vault made") from None


def _held(told: dict[str, Any]) -> Held:
    exhibit, files = told["exhibit"], told["files"]
    if not isinstance(exhibit, dict) or not isinstance(files, list):
        raise FormatError("the data of the case are malformed")
    return Held(
        id=ExhibitId(exhibit["id"]),
        number=exhibit["number"],
        files=tuple((FileId(each["id"]), each["sha256"]) for each in files),
        kind=str(exhibit.get("kind", "")),
        titles=tuple((str(language), str(text)) for language, text in exhibit.get("titles", ())),
        copy_of=str(exhibit.get("parent_id") or "")
        if exhibit.get("originality") == Originality.REDACTED_VERSION
        else "",
        source=str(exhibit.get("source", "")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A file of an exhibit and its place: a name in the container, or, with `beside`, next to it."""

    number: str
    file: ExhibitFile = field(repr=False)
    name: str
    beside: bool

    @property
    def media_type(self) -> str:
        told = self.file.media_type.lower()
        return told if _MEDIA_TYPE.fullmatch(told) else OCTETS

    def pieces(self, content: ContentStore) -> Iterator[bytes]:
        """Decrypt it piece by piece. Raises ContentDamagedError unless it is what was recorded."""
        return content.pieces(self._stored)

    def parts(self, content: ContentStore, *, held: int) -> Iterator[memoryview]:
        """The same for whoever compares its digest. A part stays until so many others have come."""
        return content.parts(self._stored, held=held)

    @property
    def _stored(self) -> StoredObject:
        file = self.file
        return StoredObject(object_id=file.object_id, size=file.size, sha256=file.sha256)

    def member(self, content: ContentStore) -> Member:
        return Member(
            name=self.name.removeprefix(PAYLOAD),
            media_type=self.media_type,
            pieces=partial(self.pieces, content),
        )


def placed(exhibits: Iterable[tuple[str, Sequence[ExhibitFile]]]) -> tuple[Placed, ...]:
    """Place the files of exhibits, by their numbers: no name says what the office called a file.

    The largest files lie beside the container, as many as it takes to keep it small.
    """
    named = [
        (number, file, name)
        for folder, (number, files) in _folders(exhibits)
        for name, file in _names(folder, files)
    ]
    inside = sum(file.size for _, file, _ in named)
    beside: set[str] = set()
    for _, file, name in sorted(named, key=lambda each: (-each[1].size, each[2])):
        if file.size <= SMALL or (file.size <= LARGE and inside <= MOST_INSIDE):
            break
        beside.add(name)
        inside -= file.size
    order = {name: count for count, (_, _, name) in enumerate((n for n in named if n[2] in beside), start=1)}
    return tuple(
        Placed(
            number=number,
            file=file,
            name=f"media-{order[name]:03d}{PurePosixPath(name).suffix}" if name in beside else PAYLOAD + name,
            beside=name in beside,
        )
        for number, file, name in named
    )


def _folders(
    exhibits: Iterable[tuple[str, Sequence[ExhibitFile]]],
) -> Iterator[tuple[str, tuple[str, Sequence[ExhibitFile]]]]:
    taken: set[str] = set()
    for count, (number, files) in enumerate(exhibits, start=1):
        folder = _ODD.sub("-", number).strip("-_")[:40]
        try:
            verify_names([folder])
        except MemberNameError:
            folder = ""
        if not folder or folder.lower() in taken:
            folder = f"exhibit-{count}"
        while folder.lower() in taken:
            folder += "-" + str(count)
        taken.add(folder.lower())
        yield f"{EXHIBITS}{folder}/", (number, files)


def _names(folder: str, files: Sequence[ExhibitFile]) -> Iterator[tuple[str, ExhibitFile]]:
    for count, file in enumerate(files, start=1):
        suffix = PurePosixPath(file.name).suffix.lower()
        yield f"{folder}{count:03d}{suffix if _SUFFIX.fullmatch(suffix) else '.bin'}", file
