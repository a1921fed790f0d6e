"""Bundles that cost their reader time and memory, signed by an office of the attacker's own.

They are in the form of this program, so that a check does not stop at the form.
"""

import re
import zlib
from collections.abc import Callable
from dataclasses import replace

from tests.support import pdfs
from tests.support.hostile_pdfs import UNPACKED, bomb
from tests.support.pdf_places import places_of, resaved, updated, with_objects
from thb_desktop.report.document.packed import PACKED, ROW
from thb_desktop.report.pades import Certification

Maker = Callable[[int], bytes]


def signed(source: bytes) -> bytes:
    return pdfs.signed_twice(pdfs.make_office(), source)


def with_body(unit: bytes, before: bytes = b"", after: bytes = b"") -> Maker:
    """One more object of this text again and again."""

    def make(size: int) -> bytes:
        body = before + unit * (size // len(unit)) + after
        return signed(resaved(with_objects(pdfs.bundle(pdfs.make_office()), body)[0]))

    return make


def in_a_store(unit: bytes, before: bytes = b"[", after: bytes = b"]") -> Maker:
    """One more object in an object stream: as much text as unpacks from this size."""

    def make(size: int) -> bytes:
        source = pdfs.bundle(pdfs.make_office())
        store = with_objects(source, b"")[1]
        head = b"%d 0\n" % (store + 1)
        text = head + before + bomb(unit, size) + after
        packed = zlib.compress(text, 9)
        entries = b"/Filter /FlateDecode /First %d /Length %d /N 1 /Type /ObjStm" % (len(head), len(packed))
        body = b"<<\n%s\n>>\nstream\n%s\r\nendstream" % (entries, packed)
        places = places_of(data := resaved(with_objects(source, body)[0]))
        rows = places.rows | {store + 1: (PACKED, store, 0)}
        return signed(replace(places, rows=rows).written(data[: places.start]))

    return make


def many_rows(row: tuple[int, int, int]) -> Maker:
    """Cross-references with as many more rows as unpack, in front of their own."""

    def make(size: int) -> bytes:
        data = pdfs.bundle(pdfs.make_office())
        places = places_of(data)
        more = ROW.pack(*row) * (min(size * 1000, UNPACKED) // ROW.size)
        return signed(places.written(data[: places.start], more))

    return make


def endings(size: int) -> bytes:
    """Ends of cross-references again and again, which all say that they begin at one long digit string."""
    beginning = b"%PDF-1.7\n1 0 obj\n<<\n/Filter /FlateDecode /ID [<" + b"0" * (size // 2)
    return beginning + b"\r\nendstream\nendobj\nstartxref\n9\n%%EOF\n" * (size // 80)


def headers(size: int) -> bytes:
    """The same with digits before the first word."""
    beginning = b"%PDF-1.7\n" + b"0" * (size // 2)
    return beginning + b"\r\nendstream\nendobj\nstartxref\n9\n%%EOF\n" * (size // 80)


def with_files(files: dict[str, bytes]) -> bytes:
    office = pdfs.make_office()
    return signed(pdfs.bundle(office, pdfs.attachments_of(office, **files)))


def many_files(size: int) -> bytes:
    return with_files({f"records/{number:05}.txt": b"" for number in range(size // 400)})


def zeros(size: int) -> bytes:
    return with_files({"records/zeros.txt": bytes(min(size * 1000, UNPACKED * 4))})


def update(text: bytes) -> Maker:
    """A signed bundle with an update of this text, again and again, under the judge's signature."""

    def make(size: int) -> bytes:
        office = pdfs.make_office()
        first = pdfs.signed(
            pdfs.bundle(office), office, office.interpreter, pdfs.INTERPRETER, Certification.FILL_FORMS
        )
        whole = updated(first, {900: b"<<\n" + text * (size // len(text)) + b"\n>>"})
        return pdfs.signed(whole, office, office.judge, pdfs.JUDGE, None)

    return make


def long_message(size: int) -> bytes:
    """A signature whose place is as long as the file."""
    data = signed(pdfs.bundle(pdfs.make_office()))
    _, end = pdfs.room_of(data)
    longer = data[:end] + b"0" * (size - size % 2) + data[end:]
    ranges = re.findall(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]", longer)[-1]
    before, after, rest = (int(each) for each in ranges)
    said = b"[0 %d %d %d]" % (before, after + size - size % 2, rest)
    old = b"[0 %d %d %d]" % (before, after, rest)
    return longer.replace(old.ljust(len(said)), said, 1)


def kept_files(size: int) -> bytes:
    """Descriptions of attached files in an object stream, each with a long list besides."""
    return in_a_store(b"<</EF 1 0 R/A[" + b"/A " * 2000 + b"]>>")(size)


OWN: dict[str, Maker] = {
    "brackets": with_body(b"()", b"(", b")"),
    "escapes": with_body(b"\\(", b"(", b")"),
    "octal escapes": with_body(b"\\101", b"(", b")"),
    "line ends": with_body(b"\r", b"(", b")"),
    "names with escapes": with_body(b"#41", b"/"),
    "hexadecimal digits": with_body(b"4 ", b"<", b">"),
    "comments": with_body(b"%\n", b"[", b"]"),
    "numbers": with_body(b"1 ", b"[", b"]"),
    "references that are none": with_body(b"1 0 ", b"[", b"]"),
    "references": with_body(b"1 0 R ", b"[", b"]"),
    "dictionaries": with_body(b"<</OpenAction 1 0 R>>", b"[", b"]"),
    "arrays that are never closed": with_body(b"["),
    "strings in a store": in_a_store(b"()"),
    "brackets in a store": in_a_store(b"()", b"(", b")"),
    "escapes in a store": in_a_store(b"\\(", b"(", b")"),
    "comments in a store": in_a_store(b"%\n"),
    "dictionaries in a store": in_a_store(b"<<>>"),
    "arrays in a store": in_a_store(b"[]"),
    "rows of nothing": many_rows((0, 0, 0)),
    "rows of one object": many_rows((1, 9, 0)),
    "rows in a store that is not there": many_rows((2, 0, 0)),
    "ends of cross-references": endings,
    "ends of cross-references behind digits": headers,
    "descriptions of files": kept_files,
    "an update of one word": update(b"x"),
    "an update of lines": update(b"\n"),
    "a long message": long_message,
    "many files": many_files,
    "zeros": zeros,
}
