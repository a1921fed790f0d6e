"""7z archives, as lists, by the standard library alone: only the entry that is looked at is unpacked."""

import struct
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from thb_desktop.inspect.looks.names import by_length, counted, folded, leads_through, marks_of
from thb_desktop.inspect.looks.parts import (
    MOST_PART,
    TOO_LARGE,
    Asked,
    Facts,
    Said,
    UnreadableError,
    page_of,
    short,
)
from thb_desktop.inspect.looks.seven_headers import (
    COPY,
    HEADER,
    IS_FOLDER,
    IS_UNIX,
    LINK,
    LZMA,
    LZMA2,
    PACKED_HEADER,
    START,
    Entry,
    HeaderBytes,
    Run,
    listed,
    streams,
)

_SIGN = b"7z\xbc\xaf\x27\x1c"
_MOST_HEADER = 64 << 20


def look_at_seven(asked: Asked) -> Said:
    folders, entries = _read(asked)
    names = counted(each.name for each in entries)
    links = by_length(each.name for each in entries if _is_link(each))
    numbered = page_of([*enumerate(entries)], asked.page, "parts")
    parts = [_said(number, each, folders, (names, links)) for number, each in numbered["parts"]]
    return {"look": "Listing", "kind": "7Z", **numbered, "parts": parts}


def tell_of_seven(asked: Asked) -> Facts:
    return [("ENTRIES", "", str(len(_read(asked)[1])))]


def names_in_seven(asked: Asked) -> str:
    return "\n".join(each.name for each in _read(asked)[1])


def open_in_seven(asked: Asked, key: str) -> tuple[bytes, str]:
    """Unpack one entry, in memory. What stands before it in a packed run is unpacked and dropped."""
    folders, entries = _read(asked)
    entry = entries[int(key)]
    if entry.folder < 0:
        return b"", entry.name
    return _unpacked(asked, folders[entry.folder], entry.offset, entry.size), entry.name


def _is_link(each: Entry) -> bool:
    mode = each.attributes >> 16 if each.attributes & IS_UNIX else 0
    return mode & 0o170000 == LINK


def _said(
    number: int,
    each: Entry,
    folders: Sequence[Run],
    around: tuple[Counter[str], Mapping[int, Collection[str]]],
) -> Said:
    names, links = around
    is_folder = bool(each.attributes & IS_FOLDER)
    marks = marks_of(each.name)
    marks += ["OUTSIDE"] if leads_through(each.name, links) and "OUTSIDE" not in marks else []
    marks += ["FOLDER"] if is_folder else []
    marks += ["LINK"] if _is_link(each) else []
    marks += ["ENCRYPTED"] if each.folder >= 0 and folders[each.folder].is_locked else []
    marks += ["AGAIN"] if names[folded(each.name)] > 1 else []
    opens = not is_folder and each.folder >= 0 and _opens(folders[each.folder])
    return {
        "key": str(number) if opens else "",
        "name": short(each.name),
        "size": each.size,
        "at": each.at,
        "marks": marks,
    }


def _opens(folder: Run) -> bool:
    known = len(folder.coders) == 1 and folder.packed == 1
    return known and folder.coders[0][0] in (COPY, LZMA, LZMA2)


def _read(asked: Asked) -> tuple[list[Run], list[Entry]]:
    if "seven" not in asked.kept:
        asked.kept["seven"] = listed(_header_of(asked))
    found: tuple[list[Run], list[Entry]] = asked.kept["seven"]
    return found


def _header_of(asked: Asked) -> HeaderBytes:
    """Return the header with the names, unpacked as often as it is packed."""
    asked.source.seek(0)
    begins = asked.source.read(START)
    if len(begins) != START or not begins.startswith(_SIGN):
        raise UnreadableError
    offset, size = struct.unpack_from("<QQ", begins, 12)
    if size > _MOST_HEADER:
        raise UnreadableError(TOO_LARGE)
    data = _at(asked, START + offset, size)
    for _ in range(4):
        header = HeaderBytes(data)
        kind = header.byte() if data else HEADER
        if kind == HEADER:
            return header
        if kind != PACKED_HEADER:
            raise UnreadableError
        (folder,) = streams(header)
        data = _unpacked(asked, folder, 0, folder.size)
    raise UnreadableError


def _at(asked: Asked, place: int, size: int) -> bytes:
    asked.source.seek(place)
    data = asked.source.read(size)
    if len(data) != size:
        raise UnreadableError
    return data


def _unpacked(asked: Asked, folder: Run, offset: int, size: int) -> bytes:
    """Return so many bytes of a run. What is not packed is read where it stands."""
    until = offset + size
    unpacker = folder.unpacker(min(until, MOST_PART))
    if (size if unpacker is None else until) > MOST_PART:
        raise UnreadableError(TOO_LARGE)
    if unpacker is None:
        if until > folder.length:
            raise UnreadableError
        return _at(asked, folder.place + offset, size)
    found, done = bytearray(), 0
    while len(found) < until and done < folder.length and not unpacker.eof:
        asked.source.seek(folder.place + done)
        piece = asked.source.read(min(1 << 20, folder.length - done))
        if not piece:
            break
        done += len(piece)
        found += unpacker.decompress(piece, until - len(found))
        while len(found) < until and not unpacker.needs_input and not unpacker.eof:
            found += unpacker.decompress(b"", until - len(found))
    if len(found) < until:
        raise UnreadableError
    return bytes(memoryview(found)[offset:])
