"""Intake: where a source had the files of an exhibit, and what of it was not taken."""

import mimetypes
import os
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from thb_desktop.domain.ids import AgentId, ExhibitId, FileId, RowId

_UNKNOWN = "\ufffd"
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What is no Unicode, and control characters, which could act where a path is shown."""
_OCTETS = "application/octet-stream"
_PACKED = {"gzip": "application/gzip", "bzip2": "application/x-bzip2", "xz": "application/x-xz"}
_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)


class LeftBecause(StrEnum):
    """Why something of a source was not taken."""

    LINK = "LINK"
    DEVICE = "DEVICE"
    PIPE = "PIPE"
    SOCKET = "SOCKET"
    LOOP = "LOOP"
    OF_SYSTEM = "OF_SYSTEM"
    UNREADABLE = "UNREADABLE"
    GONE = "GONE"
    CHANGED = "CHANGED"
    TOO_DEEP = "TOO_DEEP"
    MARKED = "MARKED"
    MEDIUM_GONE = "MEDIUM_GONE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Something that was not taken. path: as the source has it, from the name of the given file or folder."""

    path: str
    because: LeftBecause


@dataclass(frozen=True, slots=True, kw_only=True)
class SameFile:
    """A file of another exhibit with the same bytes. name: of that file; number: of that exhibit."""

    exhibit_id: ExhibitId
    number: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A file that was taken, and a file of another exhibit of the case that has its bytes."""

    path: str
    same: SameFile


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePlace:
    """Where a source had the bytes of a file; the same bytes at another path have a place of their own.

    path: from the name of the given file or folder, with "/" between names; what is no Unicode in it, and a
    control character, is U+FFFD. raw: the bytes of the path (hex) where it has such. modified: when the
    source's file system says that the file was changed, in UTC; empty where it says no possible time.
    """

    id: RowId
    run_id: RowId
    exhibit_id: ExhibitId
    file_id: FileId
    path: str
    raw: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeRun:
    """One run over files and folders, at its end.

    given: the names of what was given. taken, size: new files, and their bytes. same: how many had bytes
    that the exhibit has already; there: how many it already has from these places, which were not read
    again. left_out: what was not taken, with the reason (`LeftBecause`). is_whole: the run was not stopped.
    """

    id: RowId
    exhibit_id: ExhibitId
    given: tuple[str, ...]
    taken: int
    size: int
    same: int
    there: int
    left_out: tuple[tuple[str, str], ...]
    is_whole: bool
    by: AgentId
    at: datetime


def shown_path(path: str) -> str:
    """Return a path of the system as text that a page can show: any other sign becomes U+FFFD."""
    return _UNSHOWABLE.sub(_UNKNOWN, path)


def raw_path(path: str) -> str:
    """Return the bytes (hex) of a path of the system that is not shown as it is; empty for any other."""
    return "" if path == shown_path(path) else os.fsencode(path).hex()


def modified_text(nanoseconds: int) -> str:
    """Return the time of a source's file system as text, to the microsecond; empty for an impossible one."""
    try:
        return (_BEGIN + timedelta(microseconds=nanoseconds // 1000)).isoformat()
    except OverflowError:
        return ""


def file_name(path: str) -> str:
    """Return what a file of this path is called in its exhibit: its last name, as text that can be a name."""
    name = shown_path(path).rpartition("/")[2].replace("\\", "_").replace("\0", "_")
    return name if name.strip() and name not in (".", "..") else "_"


def media_type_of(name: str) -> str:
    """Return the media type of a file by the end of its name; the content of a file is not asked."""
    stem, _, ending = name.rpartition(".")
    return _media_type_of_ending(ending.lower()) if stem else _OCTETS


@lru_cache(maxsize=256)
def _media_type_of_ending(ending: str) -> str:
    """Ask the tables of the system, once for each ending. What is packed is told as what it is packed by."""
    told, packed = mimetypes.guess_type(f"x.{ending}")
    return _PACKED.get(packed, _OCTETS) if packed else told or _OCTETS


def numbered(name: str, number: int) -> str:
    """Return the name of another file that has the same one: `photo.jpg` becomes `photo (2).jpg`."""
    stem, point, ending = name.rpartition(".")
    if not stem.strip(". "):
        return f"{name} ({number})"
    return f"{stem} ({number}){point}{ending}"


def counts_of(left: Collection[Left]) -> dict[LeftBecause, int]:
    """Return how many were not taken, by the reason."""
    found: dict[LeftBecause, int] = {}
    for each in left:
        found[each.because] = found.get(each.because, 0) + 1
    return found
