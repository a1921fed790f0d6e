"""Archives that lead out: ZIP and TAR with names, links, places and sizes that no honest program writes.

All are made here. Their families are those of the public collections: snyk/zip-slip-vulnerability (`../` and
the other stroke many times, in ZIP and TAR); jwilk/traversal-archives (absolute, `//`, relative, through a
folder, a link and a file of one name, a link to a folder and a file in it, links to `.` and `..`);
ptoomey3/evilarc, usdAG/slipit, 0xless/slip, NodyHub/zipslipper (any depth, both strokes, links); and the
names, sizes and places that strict readers of ZIP refuse (ronomon/zip). Nothing of them is here; a folder
`06-archives` of the samples that THB_SAMPLES names is read too.
"""

import io
import stat
import struct
import tarfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tests.support.samples import HERE

WORD = "thb-led-out"
"""Every file that would appear outside has this in its name."""
WORDS, OUT = b"what was packed", "tmp"
_LOCAL, _CENTRAL = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_UTF_8 = 0x800
UP = 12
"""How many folders up: more than any folder of a test is deep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a ZIP, and where it lies. inner: its name in its own head, where that is another one.

    sizes: packed and unpacked, as they are told; at: the place that the list tells.
    """

    name: bytes
    data: bytes = WORDS
    inner: bytes | None = None
    sizes: tuple[int, int] | None = None
    extra: bytes = b""
    mode: int = stat.S_IFREG | 0o644
    flags: int = _UTF_8
    packed: bool = False
    at: int | None = None
    crc: int | None = None

    def body(self) -> bytes:
        packing = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packing.compress(self.data) + packing.flush() if self.packed else self.data

    def _told(self) -> tuple[int, int, int]:
        packed, whole = self.sizes or (len(self.body()), len(self.data))
        return zlib.crc32(self.data) if self.crc is None else self.crc, packed, whole

    def head(self) -> bytes:
        name, method = self.name if self.inner is None else self.inner, 8 if self.packed else 0
        fixed = _LOCAL.pack(b"PK\3\4", 45, self.flags, method, 0, 0x21, *self._told(), len(name), 0)
        return fixed + name

    def listed(self, place: int) -> bytes:
        crc, packed, whole = self._told()
        at = place if self.at is None else self.at
        fixed = _CENTRAL.pack(
            *(b"PK\1\2", 3 << 8 | 45, 45, self.flags, 8 if self.packed else 0, 0, 0x21, crc, packed, whole),
            *(len(self.name), len(self.extra), 0, 0, 0, self.mode << 16, at),
        )
        return fixed + self.name + self.extra


def written(entries: Iterable[Entry], *, before: bytes = b"", count: int | None = None) -> bytes:
    """Write a ZIP of these entries. before: bytes in front, which the places count."""
    data, places = bytearray(before), []
    for each in entries:
        places.append((each, len(data)))
        data += each.head() + each.body()
    begins = len(data)
    for each, place in places:
        data += each.listed(place)
    told = len(places) if count is None else count
    return bytes(data) + _END.pack(b"PK\5\6", 0, 0, told, told, len(data) - begins, begins, 0)


def unicode_path(name: bytes, told: str) -> bytes:
    """The extra field 0x7075: another name for an entry with this one."""
    content = struct.pack("<BL", 1, zlib.crc32(name)) + told.encode()
    return struct.pack("<HH", 0x7075, len(content)) + content


def wide(*values: int) -> bytes:
    """The extra field of zip64."""
    return struct.pack("<HH", 1, 8 * len(values)) + struct.pack(f"<{len(values)}Q", *values)


NAMES: Mapping[str, bytes] = {
    "up": b"../" * UP + WORD.encode(),
    "up once": b"../" + WORD.encode(),
    "up and down": b"a/../../" + WORD.encode(),
    "up through a folder": b"tmp/../../" + WORD.encode(),
    "up with the other strokes": b"..\\" * UP + WORD.encode(),
    "up with both strokes": b"..\\../" * 6 + WORD.encode(),
    "up at its end": WORD.encode() + b"/..",
    "up with dots and spaces behind": b".. /.../" + b".. ./" * 4 + WORD.encode(),
    "up in full width": "\uff0e\uff0e/".encode() * 4 + WORD.encode(),
    "up, overlong": b"\xc0\xae\xc0\xae/" * 4 + WORD.encode(),
    "up, with percent signs": b"%2e%2e/" * 4 + WORD.encode(),
    "absolute": b"/tmp/" + WORD.encode(),
    "absolute, two strokes": b"//tmp/" + WORD.encode(),
    "absolute, the other stroke": b"\\tmp\\" + WORD.encode(),
    "a drive": b"C:\\" + WORD.encode(),
    "a drive, the other stroke": b"C:/" + WORD.encode(),
    "a drive without a stroke": b"C:" + WORD.encode(),
    "a share": b"\\\\server\\share\\" + WORD.encode(),
    "a long path of Windows": b"\\\\?\\C:\\" + WORD.encode(),
    "a NUL": WORD.encode() + b".txt\0.exe",
    "a NUL, and up": b"good.txt\0/../../" + WORD.encode(),
    "a device": b"CON",
    "a device with an ending": b"docs/nul.txt",
    "a numbered device": b"COM1.log",
    "a stream of a file": b"good.txt:" + WORD.encode(),
    "a dot at its end": WORD.encode() + b".",
    "a space at its end": WORD.encode() + b" ",
    "a line break": WORD.encode() + b"\n.txt",
    "a mark that turns the direction": WORD.encode() + "\u202etxt.exe".encode(),
    "no name": b"",
    "a stroke alone": b"/",
    "dots alone": b"..",
    "a home": b"~/" + WORD.encode(),
    "no text": b"\xff\xfe" + WORD.encode(),
}
"""Names that an entry of a ZIP, or a line of a list, can have."""
_A, _LINK = WORD.encode(), stat.S_IFLNK | 0o777


def _named(name: str) -> Callable[[], list[Entry]]:
    return lambda: [Entry(name=NAMES[name])]


def _nested(levels: int) -> bytes:
    data = bytes(1 << 18)
    for level in range(levels):
        data = written(Entry(name=b"%d-%d.zip" % (level, each), data=data, packed=True) for each in range(3))
    return data


ENTRIES: Mapping[str, Callable[[], list[Entry]]] = {
    **{f"name: {each}": _named(each) for each in NAMES},
    "a link out": lambda: [Entry(name=_A, data=b"/tmp/" + _A, mode=_LINK)],
    "a link, and a file of its name": lambda: [
        Entry(name=_A, data=b"/tmp/" + _A, mode=_LINK),
        Entry(name=_A),
    ],
    "a link to a folder, and a file in it": lambda: [
        Entry(name=b"tmp", data=b"/tmp", mode=_LINK),
        Entry(name=b"tmp/" + _A),
    ],
    "links to here and above, and a file above": lambda: [
        Entry(name=b"cur", data=b".", mode=_LINK),
        Entry(name=b"par", data=b"cur/..", mode=_LINK),
        Entry(name=b"par/" + _A),
    ],
    "a device of the system": lambda: [Entry(name=_A, data=b"", mode=stat.S_IFCHR | 0o666)],
    "one name twice": lambda: [Entry(name=_A), Entry(name=_A, data=b"another")],
    "one name in two cases": lambda: [Entry(name=_A), Entry(name=_A.upper(), data=b"another")],
    "one name composed and decomposed": lambda: [
        Entry(name="caf\u00e9".encode()),
        Entry(name="cafe\u0301".encode(), data=b"another"),
    ],
    "a file and a folder of one name": lambda: [Entry(name=_A), Entry(name=_A + b"/x")],
    "two entries at one place": lambda: [Entry(name=_A, at=0), Entry(name=_A + b"2", at=0)],
    "an entry in the midst of another": lambda: [
        Entry(name=_A, data=Entry(name=b"inner").head() + WORDS),
        Entry(name=b"inner", at=30 + len(_A)),
    ],
    "a place beyond the end": lambda: [Entry(name=_A, at=1 << 30)],
    "a size that is too small": lambda: [Entry(name=_A, data=WORDS * 99, packed=True, sizes=(20, 5))],
    "a size that is too large": lambda: [Entry(name=_A, sizes=(len(WORDS), 1 << 30))],
    "a packed size beyond the end": lambda: [Entry(name=_A, sizes=(1 << 30, len(WORDS)))],
    "a digest that lies": lambda: [Entry(name=_A, crc=7)],
    "another name in its head": lambda: [Entry(name=_A, inner=b"../" + _A[3:])],
    "another name in its head, as long": lambda: [Entry(name=_A, inner=_A[::-1])],
    "another name in the Unicode field": lambda: [
        Entry(name=_A, extra=unicode_path(_A, f"../../{WORD}"), flags=0)
    ],
    "another harmless name in the Unicode field": lambda: [
        Entry(name=_A, extra=unicode_path(_A, f"other-{WORD}"), flags=0)
    ],
    "long sizes that lie": lambda: [
        Entry(name=_A, sizes=(len(WORDS), 0xFFFFFFFF), extra=wide(1 << 60), flags=0)
    ],
    "a long place that lies": lambda: [Entry(name=_A, at=0xFFFFFFFF, extra=wide(1 << 62))],
    "long sizes without their field": lambda: [Entry(name=_A, sizes=(0xFFFFFFFF, 0xFFFFFFFF))],
    "a bomb": lambda: [Entry(name=_A, data=bytes(10 << 20), packed=True)],
    "a bomb in archives": lambda: [Entry(name=b"bomb.zip", data=_nested(2))],
    "encrypted": lambda: [Entry(name=_A, flags=_UTF_8 | 1)],
    "a place before the beginning": lambda: [Entry(name=_A, at=0xFFFFFFF0)],
}
"""What is added to an archive of each kind."""
LISTS: Mapping[str, Callable[[list[Entry]], bytes]] = {
    "two lists": lambda held: written([Entry(name=b"../" + _A)]) + written(held),
    "two lists that know of each other": lambda held: written(
        held, before=written([Entry(name=b"../" + _A)])
    ),
    "an archive in the comment": lambda held: _with_comment(written(held), written([Entry(name=_A)])),
    "a list that tells too few": lambda held: written([*held, Entry(name=b"../" + _A)], count=len(held)),
    "a list that tells too many": lambda held: written(held, count=len(held) + 9),
    "bytes behind the end": lambda held: written(held) + b"x" * 99,
    "cut off": lambda held: written(held)[:-9],
    "a long end that lies": lambda held: _long_end(written(held)),
}
"""What is done to a whole archive."""


def _with_comment(data: bytes, comment: bytes) -> bytes:
    return data[:-2] + struct.pack("<H", len(comment)) + comment


def _long_end(data: bytes) -> bytes:
    """Put the end of zip64 before the short one, with other numbers."""
    begins = int.from_bytes(data[-6:-2], "little")
    end64 = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1 << 40, 1 << 40, 1 << 50, begins)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, len(data) - _END.size, 1)
    return data[: -_END.size] + end64 + locator + data[-_END.size : -12] + b"\xff" * 8 + b"\0\0"


def cases(held: list[Entry]) -> Iterator[tuple[str, bytes]]:
    """Each hostile form of an archive that honestly holds these entries."""
    for name, made in ENTRIES.items():
        # The place of an entry is counted from the first of the hostile ones.
        begins = sum(len(each.head() + each.body()) for each in held)
        added = [
            replace(each, at=each.at + begins) if each.at is not None and each.at < 1 << 20 else each
            for each in made()
        ]
        yield name, written([*held, *added])
    for name, whole in LISTS.items():
        yield name, whole(held)
    yield "a tar", tar([member(f"../{WORD}")])


def member(
    name: str, kind: bytes = tarfile.REGTYPE, link: str = "", data: bytes = WORDS
) -> tuple[tarfile.TarInfo, bytes]:
    told = tarfile.TarInfo(name)
    told.type, told.linkname = kind, link
    told.size = len(data) if kind == tarfile.REGTYPE else 0
    return told, data


def tar(
    members: Iterable[tuple[tarfile.TarInfo, bytes]], form: int = tarfile.GNU_FORMAT, **headers: str
) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=form, pax_headers=headers) as archive:
        for told, data in members:
            archive.addfile(told, io.BytesIO(data) if told.isreg() else None)
    return target.getvalue()


def _text(name: str) -> str:
    return NAMES[name].decode("utf-8", "surrogateescape")


def _tar_named(name: str) -> Callable[[], bytes]:
    return lambda: tar([member(_text(name))])


TARS: Mapping[str, Callable[[], bytes]] = {
    **{
        f"name: {name}": _tar_named(name)
        for name in NAMES
        if name not in ("no name", "a NUL", "a NUL, and up")  # a TAR ends a name there
    },
    "a link out": lambda: tar([member(WORD, tarfile.SYMTYPE, f"/{OUT}/{WORD}")]),
    "a hard link out": lambda: tar([member(WORD, tarfile.LNKTYPE, "../../etc/passwd")]),
    "a link, and a file of its name": lambda: tar(
        [member(WORD, tarfile.SYMTYPE, f"/{OUT}/{WORD}"), member(WORD)]
    ),
    "a link to a folder, and a file in it": lambda: tar(
        [member("tmp", tarfile.SYMTYPE, f"/{OUT}"), member(f"tmp/{WORD}")]
    ),
    "links to here and above, and a file above": lambda: tar(
        [
            member("cur", tarfile.SYMTYPE, "."),
            member("par", tarfile.SYMTYPE, "cur/.."),
            member(f"par/{WORD}"),
        ]
    ),
    "a device": lambda: tar([member(WORD, tarfile.CHRTYPE)]),
    "a pipe": lambda: tar([member(WORD, tarfile.FIFOTYPE)]),
    "one name twice": lambda: tar([member(WORD), member(WORD, data=b"another")]),
    "one name in two cases": lambda: tar([member(WORD), member(WORD.upper())]),
    "one name composed and decomposed": lambda: tar([member("caf\u00e9"), member("cafe\u0301")]),
    "a long name that leads up": lambda: tar([member("../" * 90 + WORD)]),
    "a name in an extended header": lambda: tar([member("../" * 90 + WORD)], tarfile.PAX_FORMAT),
    "a name for all in an extended header": lambda: tar(
        [member(WORD)], tarfile.PAX_FORMAT, path=f"../{WORD}"
    ),
    "a size that lies": lambda: _lying(tar([member(WORD)])),
    "cut off": lambda: tar([member(WORD, data=bytes(4000))])[:1200],
}


def _lying(data: bytes) -> bytes:
    """Tell eight gigabytes, with a sum that agrees."""
    head = bytearray(data[:512])
    head[124:136], head[148:156] = b"77777777777\0", b" " * 8
    head[148:156] = b"%06o\0 " % sum(head)
    return bytes(head) + data[512:]


def of_collections() -> Iterator[tuple[str, bytes]]:
    """The archives of public collections, where somebody put them beside the other samples."""
    folder = Path(HERE, "06-archives") if HERE else None
    if folder is not None and folder.is_dir():
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            yield path.name, path.read_bytes()
