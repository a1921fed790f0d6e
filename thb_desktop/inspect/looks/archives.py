"""Archives: ZIP, TAR and packed files, as lists. Nothing is unpacked but the entry that is looked at."""

import bz2
import gzip
import io
import lzma
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO

from thb_desktop.inspect.looks.names import by_length, counted, folded, leads_through, marks_of
from thb_desktop.inspect.looks.parts import (
    LOCKED,
    MOST_ENTRIES,
    ROWS,
    TOO_LARGE,
    Asked,
    Facts,
    Said,
    UnreadableError,
    page_of,
    read_most,
    short,
)

_LOCAL = struct.Struct("<4s22x2H")
"""The head of an entry, before its name: sign, lengths of name and extra fields."""
_IS_UTF_8 = 0x800
_END_MARK, _END_LENGTH, _MOST_END = b"PK\5\6", 22, 1 << 17
"""The end of a list, and where it is looked for: a comment has at most 65,535 bytes."""
_RATIO, _LEAST_BOMB = 100, 1 << 20
"""How many times larger than it is packed an entry may become before it is marked, from so many bytes on."""
FAULTS = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, NotImplementedError, EOFError)
"""What the library raises for an archive that is not as it should be, besides OSError and ValueError."""


def zipped(asked: Asked) -> zipfile.ZipFile:
    """Open a ZIP, once for all its pages. Raises UnreadableError."""
    found = asked.kept.get("zip")
    if not isinstance(found, zipfile.ZipFile):
        found = zipfile.ZipFile(asked.source, "r")
        if len(found.filelist) > MOST_ENTRIES:
            raise UnreadableError(TOO_LARGE)
        asked.kept["zip"] = found
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What the other entries of an archive say about one. names: how often each folded one is there; links:
    the folded names of links, by their lengths; overlapping: places of entries that share bytes with another.
    """

    names: Mapping[str, int]
    links: Mapping[int, Collection[str]]
    overlapping: Collection[int]


def look_at_zip(asked: Asked) -> Said:
    archive = zipped(asked)
    around = _around(archive)
    numbered = page_of([*enumerate(archive.filelist)], asked.page, "parts")
    parts = [_zip_entry(asked, number, each, around) for number, each in numbered["parts"]]
    return {"look": "Listing", "kind": "ZIP", **numbered, "parts": parts}


def _around(archive: zipfile.ZipFile) -> _Around:
    return _Around(
        names=counted(each.filename for each in archive.filelist),
        links=by_length(each.filename for each in archive.filelist if _is_link(each)),
        overlapping=_overlapping(archive),
    )


def _is_link(each: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(each.external_attr >> 16)


def _overlapping(archive: zipfile.ZipFile) -> set[int]:
    """Return where entries begin that reach into the next one, or beyond the list, and the next ones too."""
    found, end, before = set[int](), 0, -1
    for each in sorted(archive.filelist, key=lambda entry: entry.header_offset):
        if each.header_offset < end:
            found |= {before, each.header_offset}
        if (ends := each.header_offset + _LOCAL.size + len(each.orig_filename) + each.compress_size) > end:
            end, before = ends, each.header_offset
    return found | ({before} if end > archive.start_dir else set())


def _zip_entry(asked: Asked, number: int, each: zipfile.ZipInfo, around: _Around) -> Said:
    marks = marks_of(each.filename, *_other_names(asked, each))
    is_through = leads_through(each.filename, around.links) and "OUTSIDE" not in marks
    marks += ["OUTSIDE"] if is_through else []
    marks += ["FOLDER"] if each.is_dir() else []
    marks += ["LINK"] if _is_link(each) else []
    marks += ["ENCRYPTED"] if each.flag_bits & 1 else []
    marks += ["AGAIN"] if around.names[folded(each.filename)] > 1 else []
    marks += ["OVERLAPS"] if each.header_offset in around.overlapping else []
    is_bomb = each.file_size > _LEAST_BOMB and each.file_size > _RATIO * max(each.compress_size, 1)
    marks += ["BOMB"] if is_bomb else []
    year, month, day, hour, minute, second = each.date_time
    return {
        "key": "" if each.is_dir() or each.flag_bits & 1 else str(number),
        "name": short(each.filename),
        "size": each.file_size,
        "packed": each.compress_size,
        "at": f"{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}",
        "note": short(each.comment.decode("utf-8", "replace")),
        "marks": marks,
    }


def _other_names(asked: Asked, each: zipfile.ZipInfo) -> Iterator[str]:
    """Give the other names of an entry: that of the list, where a field beside it tells another one, and that
    of its own head. Each program takes one of them.
    """
    if each.orig_filename != each.filename:
        yield each.orig_filename
    asked.source.seek(each.header_offset)
    head = asked.source.read(_LOCAL.size)
    if len(head) != _LOCAL.size or not head.startswith(b"PK\3\4"):
        return
    name = asked.source.read(_LOCAL.unpack(head)[1])
    is_text = int.from_bytes(head[6:8], "little") & _IS_UTF_8
    told = name.decode("utf-8" if is_text else "cp437", "replace")
    if told != each.orig_filename:
        yield told


def names_in_zip(asked: Asked) -> str:
    """How an archive is searched: by the names of its entries. What is packed is not unpacked."""
    return "\n".join(each.filename for each in zipped(asked).filelist)


def names_in_tar(asked: Asked) -> str:
    return "\n".join(each.name for each in _walked(asked, MOST_ENTRIES))


def name_of_packed(asked: Asked) -> str:
    return _gzip_names(asked.source)[0]


def open_in_zip(asked: Asked, key: str) -> tuple[bytes, str]:
    entry = zipped(asked).filelist[int(key)]
    if entry.flag_bits & 1:
        raise UnreadableError(LOCKED)
    return member(asked, entry), entry.filename


def member(asked: Asked, entry: zipfile.ZipInfo | str) -> bytes:
    """Unpack one entry of a ZIP, in memory. Raises UnreadableError if it is too large, or not as long as the
    list says.
    """
    told = zipped(asked).getinfo(entry) if isinstance(entry, str) else entry
    with zipped(asked).open(told) as opened:
        found = read_most(opened)  # type: ignore[arg-type]  # it reads
    if len(found) != told.file_size:
        raise UnreadableError
    return found


def tell_of_zip(asked: Asked) -> Facts:
    archive = zipped(asked)
    facts = [("ENTRIES", "", str(len(archive.filelist)))]
    if beside := _bytes_beside(asked, archive):
        facts.append(("BESIDE", "", str(beside)))
    if archive.comment:
        facts.append(("COMMENT", "", archive.comment.decode("utf-8", "replace")))
    return facts


def _bytes_beside(asked: Asked, archive: zipfile.ZipFile) -> int:
    """Count the bytes before the first listed entry and behind the end. Who looks from the front, or for
    another end, may find other entries there.
    """
    before = min((each.header_offset for each in archive.filelist), default=archive.start_dir)
    size = asked.source.seek(0, io.SEEK_END)
    asked.source.seek(max(archive.start_dir, size - _MOST_END))
    end = asked.source.read(_MOST_END)
    stands = end.rfind(_END_MARK + bytes(4)) + _END_LENGTH + len(archive.comment)
    return before + max(len(end) - stands, 0)


def look_at_tar(asked: Asked) -> Said:
    """A list without an index: the entries are walked through up to the page, and kept."""
    entries = _walked(asked, asked.page * ROWS + 1)
    begins = (asked.page - 1) * ROWS
    is_all = len(entries) <= begins + ROWS
    around = _Around(
        names=counted(each.name for each in entries),
        links=by_length(each.name for each in entries if each.issym()),
        overlapping=(),
    )
    numbered = [*enumerate(entries)][begins : begins + ROWS]
    parts = [_tar_entry(number, each, around) for number, each in numbered]
    return {
        "look": "Listing",
        "kind": "TAR",
        "page": asked.page,
        "pages": max(-(-len(entries) // ROWS), 1) if is_all else None,
        "more": not is_all,
        "parts": parts,
    }


def _walked(asked: Asked, most: int) -> list[tarfile.TarInfo]:
    if "tar" not in asked.kept:
        asked.source.seek(0)
        archive = tarfile.TarFile(fileobj=asked.source)
        asked.kept["tar"] = (archive, iter(archive), [])
    _, walk, found = asked.kept["tar"]
    while len(found) < min(most, MOST_ENTRIES) and (each := next(walk, None)) is not None:
        found.append(each)
    return list(found)


def _tar_entry(number: int, each: tarfile.TarInfo, around: _Around) -> Said:
    marks = marks_of(each.name) + (marks_of(each.linkname) if each.issym() or each.islnk() else [])
    marks += ["OUTSIDE"] if leads_through(each.name, around.links) else []
    marks += ["AGAIN"] if around.names[folded(each.name)] > 1 else []
    marks += ["FOLDER"] if each.isdir() else []
    marks += ["LINK"] if each.issym() or each.islnk() else []
    marks += ["DEVICE"] if each.isdev() else []
    owner = f"{each.uname or each.uid}:{each.gname or each.gid}"
    return {
        "key": str(number) if each.isreg() else "",
        "name": short(each.name),
        "size": max(each.size, 0),
        "at": _utc(int(each.mtime)),
        "note": short(each.linkname) or owner,
        "marks": sorted(set(marks)),
    }


def _utc(seconds: int) -> str:
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return str(seconds)


def open_in_tar(asked: Asked, key: str) -> tuple[bytes, str]:
    entry = _walked(asked, int(key) + 1)[int(key)]
    opened = asked.kept["tar"][0].extractfile(entry) if entry.isreg() else None
    if opened is None:
        raise UnreadableError
    return read_most(opened), entry.name


def look_at_packed(asked: Asked) -> Said:
    name, at = _gzip_names(asked.source)
    size = asked.source.seek(0, io.SEEK_END)
    entry = {"key": "0", "name": name, "size": None, "packed": size, "at": at, "marks": marks_of(name)}
    return {"look": "Listing", "kind": _FORMS[asked.media_type], "pages": 1, "parts": [entry]}


_FORMS = {"application/gzip": "GZIP", "application/x-bzip2": "BZIP2", "application/x-xz": "XZ"}


def open_packed(asked: Asked, _key: str) -> tuple[bytes, str]:
    asked.source.seek(0)
    with unpacking(asked.source, asked.media_type) as opened:
        return read_most(opened), _gzip_names(asked.source)[0]  # type: ignore[arg-type]  # it reads


def unpacking(source: BinaryIO, media_type: str) -> gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile:
    if media_type == "application/x-bzip2":
        return bz2.BZ2File(source)
    return gzip.GzipFile(fileobj=source) if media_type == "application/gzip" else lzma.LZMAFile(source)


def _gzip_names(source: BinaryIO) -> tuple[str, str]:
    """Return the name and the time in the head of a gzip file, if it has them."""
    source.seek(0)
    head = source.read(1024)
    name = ""
    if head[:3] == b"\x1f\x8b\x08" and head[3] & 8 and not head[3] & 4:
        name = head[10:].partition(b"\0")[0].decode("latin-1")
    seconds = int.from_bytes(head[4:8], "little") if head[:2] == b"\x1f\x8b" else 0
    return name, _utc(seconds) if seconds else ""


def tell_of_packed(asked: Asked) -> Facts:
    name, at = _gzip_names(asked.source)
    return [(code, "", value) for code, value in (("NAME", name), ("MODIFIED", at)) if value]


def samples() -> Iterator[bytes]:
    """One small file of each kind, so that all of the library is loaded."""
    text = b"a,b\n1,2\n"
    yield gzip.compress(text)
    yield bz2.compress(text)
    yield lzma.compress(text, preset=0)  # its memory alone takes a hundredth of a second otherwise
