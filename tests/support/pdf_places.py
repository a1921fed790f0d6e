"""Cross-references of the program's own PDF files, written again after an object was changed."""

import io
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate

import pikepdf

from thb_desktop.report.document.packed import PACKED, PLAIN, ROW

_HEAD = re.compile(
    rb"(\d+) 0 obj\n<<\n/Filter /FlateDecode /ID (\[<\w+><\w+>\]) /Info (\d+) 0 R /Length \d+ /Root (\d+) 0 R"
    rb" /Size \d+ \n  /Type /XRef /W \[1 4 2\]\n>>\nstream\n"
)
_STORE = re.compile(
    rb"<<\n/Filter /FlateDecode /First (\d+) /Length (\d+) /N \d+ /Type /ObjStm\n>>\nstream\n"
)
_OBJECT = re.compile(rb"(?m)^(\d+) 0 obj$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the objects of an unsigned file are. start: of the cross-references; rows: all but their own."""

    start: int
    identity: bytes
    info: int
    root: int
    rows: dict[int, tuple[int, int, int]]

    @property
    def next_number(self) -> int:
        return max(self.rows) + 1

    def written(self, body: bytes, more: bytes = b"") -> bytes:
        """Return the objects with these cross-references behind them, as the program writes both.

        more: rows of further objects.
        """
        first = self.next_number
        rows = b"".join(ROW.pack(*self.rows.get(each, (0, 0, 0))) for each in range(first)) + more
        own = len(rows) // ROW.size
        packed = zlib.compress(rows + ROW.pack(PLAIN, len(body), 0))
        said = (own, self.identity, self.info, len(packed), self.root, own + 1, packed, len(body))
        return body + (
            b"%d 0 obj\n<<\n/Filter /FlateDecode /ID %s /Info %d 0 R /Length %d /Root %d 0 R /Size %d \n"
            b"  /Type /XRef /W [1 4 2]\n>>\nstream\n%s\r\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % said
        )


def places_of(data: bytes) -> Places:
    head = list(_HEAD.finditer(data))[-1]
    table = zlib.decompressobj().decompress(data[head.end() :])
    rows = dict(enumerate(ROW.iter_unpack(table)))
    del rows[int(head[1])]
    return Places(start=head.start(), identity=head[2], info=int(head[3]), root=int(head[4]), rows=rows)


def resaved(data: bytes) -> bytes:
    """The same objects with cross-references that fit: in the program's own form."""
    old = places_of(data)
    body = data[: old.start]
    found = {int(hit[1]): (PLAIN, hit.start(), 0) for hit in _OBJECT.finditer(body)}
    kept = {number: row for number, row in old.rows.items() if row[0] == PACKED or not number}
    return replace(old, rows=kept | found).written(body)


def repacked(data: bytes, change: Callable[[list[int], list[bytes]], object], head: bytes = b"") -> bytes:
    """The first object stream otherwise. change: gets the numbers and the bodies of its objects, to alter."""
    found = _STORE.search(data)
    text = zlib.decompressobj().decompress(data[found.end() :])
    first = int(found[1])
    told = [int(each) for each in text[:first].split()]
    numbers, starts = told[::2], [first + each for each in told[1::2]]
    bodies = [text[at:to].rstrip(b"\n") for at, to in zip(starts, [*starts[1:], len(text)], strict=True)]
    change(numbers, bodies)
    offsets = accumulate((len(body) + 1 for body in bodies), initial=0)
    new = b" ".join(b"%d %d" % each for each in zip(numbers, offsets, strict=False)) + b"\n"
    packed = zlib.compress(new + b"\n".join(bodies))
    entries = (head, len(new), len(packed), len(numbers), packed)
    store = b"<<\n%s/Filter /FlateDecode /First %d /Length %d /N %d /Type /ObjStm\n>>\nstream\n%s" % entries
    return data[: found.start()] + store + data[found.end() + int(found[2]) :]


def with_objects(data: bytes, *bodies: bytes) -> tuple[bytes, int]:
    """More objects behind the last one, not in the cross-references yet; and the number of the first."""
    start = places_of(data).start
    number = int(_HEAD.match(data, start)[1])
    found = [int(hit[1]) for hit in _OBJECT.finditer(data[:start])]
    number = max([number - 1, *found]) + 1
    objects = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number + n, body) for n, body in enumerate(bodies))
    return data[:start] + objects + data[start:], number


def updated(data: bytes, objects: dict[int, bytes], *, root: int = 0) -> bytes:
    """Append an update as the program's own signatures come."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        size = max(int(pdf.trailer.Size), *(number + 1 for number in objects))
        root = root or pdf.trailer.Root.objgen[0]
        info = pdf.trailer.Info.objgen[0]
        first, second = (bytes(each).hex().encode() for each in pdf.trailer.ID)
    previous = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    text, rows, index = bytearray(data), b"\0" * 9 + b"\xff\xff", b"0 1"
    bodies = [*sorted(objects.items()), (size, b"")]
    for number, body in bodies:
        rows += b"\1%b\0\0" % len(text).to_bytes(8)
        index += b" %d 1" % number
        start = len(text)
        text += b"%d 0 obj\n%s\nendobj\n" % (number, body) if body else b""
    text += b"%d 0 obj\n<<\n/W [ 1 8 2 ]\n/Type /XRef\n/ID [ <%s> <%s> ]\n" % (
        size, first, second,
    )  # fmt: skip
    text += b"/Info %d 0 R\n/Root %d 0 R\n/Size %d\n/Prev %d\n/Index [ %s ]\n/Length %d\n>>\nstream\n" % (
        info, root, size + 1, previous, index, len(rows),
    )  # fmt: skip
    return bytes(text + rows + b"\nendstream\nendobj\n\nstartxref\n%d\n%%%%EOF\n" % start)
