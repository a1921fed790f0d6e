"""Malformed and malicious documents: only declared outcomes, in bounded time and memory."""

import subprocess
import sys
import zlib
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.support import pdfs
from thb_desktop.errors import PdfBeyondBoundsError, PdfUnreadableError
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.verify.documents import unpacking
from thb_desktop.verify.documents.budget import Budget
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.syntax import Reader, Ref, String
from thb_desktop.verify.pdf import check_pdf


def document(objects: dict[int, bytes], trailer: bytes = b"/Root 1 0 R", *, previous: bytes = b"") -> bytes:
    """A small classic document of the given objects; {here} in the trailer stands for its own table."""
    text, rows = bytearray(b"%PDF-1.7\n"), [b"0000000000 65535 f \n"]
    for number in range(1, max(objects) + 1):
        rows.append(b"%010d 00000 n \n" % len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, objects.get(number, b"null"))
    start = len(text)
    trailer = trailer.replace(b"{here}", b"%d" % start)
    text += b"xref\n0 %d\n%strailer\n<< /Size %d %s >>\n" % (len(rows), b"".join(rows), len(rows), trailer)
    return bytes(text + previous + b"startxref\n%d\n%%%%EOF\n" % start)


CATALOG = b"<< /Type /Catalog /AcroForm << /Fields [2 0 R] >> >>"
SIGNED = b"<< /FT /Sig /T (A) /V 3 0 R >>"


def bomb(content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    return b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (
        len(packed),
        packed,
    )


HOSTILE = {
    "nothing but a head": b"%PDF-1.7\n",
    "no end": b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n",
    "end without references": b"%PDF-1.7\nstartxref\n0\n%%EOF\n",
    "references beyond the file": b"%PDF-1.7\nstartxref\n999999999999\n%%EOF\n",
    "references that are their own past": document({1: CATALOG}, b"/Root 1 0 R /Prev {here}"),
    "references with a negative past": document({1: CATALOG}, b"/Root 1 0 R /Prev -5"),
    "a past that is no number": document({1: CATALOG}, b"/Root 1 0 R /Prev (x)"),
    "a root that is itself": document({1: b"1 0 R"}),
    "a root that is nothing": document({1: b"null"}),
    "no root": document({1: CATALOG}, b""),
    "a ring of references": document({1: b"2 0 R", 2: b"3 0 R", 3: b"1 0 R"}),
    "a field that is its own child": document({1: CATALOG, 2: b"<< /T (A) /Kids [2 0 R] >>"}),
    "fields without end": document({1: CATALOG, 2: b"<< /T (A) /Kids [" + b"<< >> " * 20000 + b"] >>"}),
    "a length that is its own stream": document(
        {1: CATALOG, 2: b"<< /Length 2 0 R >>\nstream\nx\nendstream"}
    ),
    "a length that is a lie": document({1: CATALOG, 2: b"<< /Length 999999 >>\nstream\nx\nendstream"}),
    "a length below nothing": document({1: CATALOG, 2: b"<< /Length -1 >>\nstream\nx\nendstream"}),
    "arrays in arrays": document({1: CATALOG, 2: b"[" * 100_000}),
    "dictionaries in dictionaries": document({1: CATALOG, 2: b"<</A" * 100_000}),
    "a string without end": document({1: CATALOG, 2: b"(" * 500_000}),
    "a number of a million digits": document({1: CATALOG, 2: b"9" * 1_000_000}),
    "a key twice": document({1: CATALOG, 2: b"<< /A 1 /A 2 >>"}),
    "half a million blanks between words": document(
        {1: CATALOG, 2: b"[" + (b"1" + b" " * 50_000) * 10 + b"]"}
    ),
    "a signature of nothing": document({1: CATALOG, 2: SIGNED}),
    "a signature that is a number": document({1: CATALOG, 2: SIGNED, 3: b"7"}),
    "a signature that is its field": document({1: CATALOG, 2: b"<< /FT /Sig /T (A) /V 2 0 R >>"}),
    "huge ranges": document(
        {
            1: CATALOG,
            2: SIGNED,
            3: b"<< /Contents <00> /ByteRange [0 999999999999 999999999999 999999999999] >>",
        }
    ),
    "ranges beyond all bounds": document(
        {1: CATALOG, 2: SIGNED, 3: b"<< /Contents <00> /ByteRange [0 99999999999999999999999 1 1] >>"}
    ),
    "a table of a hundred million rows": document({1: CATALOG}).replace(b"xref\n0 2", b"xref\n0 99999999"),
    "an unpacking without end": document({1: CATALOG, 2: bomb(b"3 0 " + b" " * 300_000_000)}),
}


@pytest.mark.requirement("SR-28")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_gets_a_declared_outcome(name):
    found = check_pdf(HOSTILE[name])

    assert all(isinstance(finding, Finding) for finding in found)
    assert verdict(found) is not Standing.HOLDS


@pytest.mark.requirement("SR-28")
def test_the_worst_of_them_end_within_bounds_of_time_and_memory(tmp_path):
    """In a process of its own, so that a loop without end cannot hang the tests."""
    paths = []
    for index, data in enumerate([*HOSTILE.values(), objects_within_objects()]):
        paths.append(tmp_path / f"{index}.pdf")
        paths[-1].write_bytes(data)
    limits = "import resource; resource.setrlimit(resource.RLIMIT_AS, (2 * 10**9, 2 * 10**9))\n"
    text = (
        (limits if sys.platform != "win32" else "")
        + "import sys, pathlib\nfrom thb_desktop.verify.pdf import check_pdf\n"
        + "for path in sys.argv[1:]:\n    check_pdf(pathlib.Path(path))\nprint('done')\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", text, *map(str, paths)],
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )

    assert done.stdout == "done\n", done.stderr


def objects_within_objects() -> bytes:
    """Each object reads as the whole rest of the file: the work would grow with the square of the size."""
    parts = [b"%d 0 obj (" % number for number in range(1, 3_000)]
    text, offsets = bytearray(b"%PDF-1.7\n"), []
    for part in parts:
        offsets.append(len(text))
        text += part
    text += b")" * len(parts) + b" endobj\n"
    start = len(text)
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    text += b"xref\n1 %d\n%strailer\n<< /Root 1 0 R /Size 3001 >>\n" % (len(offsets), rows)
    return bytes(text + b"startxref\n%d\n%%%%EOF\n" % start)


def small_budget(**parts: int) -> Budget:
    return Budget(**({"text": 10**6, "moved": 10**6, "steps": 10**6} | parts))


def test_what_is_unpacked_is_bounded_for_the_whole_file():
    budget = small_budget(moved=1000)

    assert b"".join(unpacking.inflated(memoryview(zlib.compress(b"a" * 600)), budget)) == b"a" * 600
    with pytest.raises(PdfBeyondBoundsError, match="exceeds the limits"):
        list(unpacking.inflated(memoryview(zlib.compress(b"a" * 600)), budget))


@given(
    st.binary(max_size=2000), st.integers(min_value=0, max_value=40), st.integers(min_value=1, max_value=4000)
)
def test_what_was_packed_comes_back_in_whatever_pieces(content, blanks, repeat):
    packed = zlib.compress(content * repeat) + b"\n" * blanks
    budget = small_budget(moved=10**9)

    assert b"".join(unpacking.inflated(memoryview(packed), budget)) == content * repeat
    assert 10**9 - budget.moved == len(packed) + len(content) * repeat


@pytest.mark.parametrize(
    "change", [lambda data: data[:-1], lambda data: data + b"x", lambda data: data + b"\n" * 9 + b"x"]
)
def test_a_packed_stream_that_is_cut_or_followed_by_something_is_refused(change):
    packed = change(zlib.compress(b"content" * 99))

    with pytest.raises(PdfUnreadableError):
        list(unpacking.inflated(memoryview(packed), small_budget()))


def test_what_is_read_is_bounded_for_the_whole_file():
    data = document({1: CATALOG})
    file = PdfFile(data, len(data), small_budget(text=200))

    def read_on() -> None:
        for _ in range(100):
            file.object(1)

    with pytest.raises(PdfBeyondBoundsError, match="longer to read"):
        read_on()


@pytest.mark.requirement("SR-28")
@given(st.binary(max_size=200))
@example(b"<</A(\\")
@example(b"(\\8\\053\\r\n)")
@example(b"<4>")
def test_any_bytes_are_an_object_or_a_refusal(text):
    reader = Reader(text, 0, len(text))

    with suppress(PdfUnreadableError):
        reader.object()

    assert 0 <= reader.position <= len(text)


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=40))
def test_any_bytes_written_into_a_signed_document_are_refused(certified, office, place, text):
    place %= len(certified)
    altered = certified[:place] + text + certified[place + len(text) :]
    if altered == certified:
        return

    found = check_pdf(altered, trusted_roots=[office.root])

    assert verdict(found) is Standing.BROKEN or {one.code for one in found} & {
        "pdf-beyond-bounds",
        "encrypted",
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (b"(a\\(b\\)(c)\\\\)", b"a(b)(c)\\"),
        (b"(\\101\\7\\0053)", b"A\x07\x053"),
        (b"(a\\\nb\r\nc)", b"ab\nc"),
        (b"(\\8)", b"8"),
        (b"<41 4>", b"A@"),
    ],
)
def test_strings_are_read_as_the_format_says(text, value):
    found = Reader(text, 0, len(text)).object()

    assert found == String(value, 0, 0)
    assert isinstance(found, String)
    assert (found.start, found.end) == (0, len(text))


def test_names_numbers_and_references_are_read_as_the_format_says():
    text = b"<< /A#42 [1 -2.5 .5 +3 true null 12 0 R 7 8] % note\n /C /  >>"

    found = Reader(text, 0, len(text)).object()

    assert found == {"AB": [1, -2.5, 0.5, 3, True, None, Ref(12, 0), 7, 8], "C": ""}


def test_a_document_of_classic_tables_is_read_too(office):
    """Documents of others often have tables instead of cross-reference streams."""
    with pdfs.pikepdf.open(pdfs.io.BytesIO(pdfs.prepare())) as pdf:
        target = pdfs.io.BytesIO()
        pdf.save(target, object_stream_mode=pdfs.pikepdf.ObjectStreamMode.disable)

    found = check_pdf(pdfs.signed_twice(office, target.getvalue()), trusted_roots=[office.root])

    assert verdict(found) is Standing.HOLDS


@given(st.integers(min_value=1, max_value=6), st.lists(st.binary(min_size=6, max_size=6), max_size=9))
def test_rows_that_were_predicted_come_back(columns, rows):
    rows = [row[:columns] for row in rows]
    above = [bytes(columns), *rows]
    up = b"".join(
        b"\x02" + bytes((a - b) & 0xFF for a, b in zip(row, before, strict=True))
        for row, before in zip(rows, above, strict=False)
    )
    left = b"".join(
        b"\x01" + bytes((a - b) & 0xFF for a, b in zip(row, b"\x00" + row, strict=False)) for row in rows
    )
    plain = b"".join(b"\x00" + row for row in rows)
    settings = {"Predictor": 12, "Columns": columns}

    for content in (up, left, plain, up + plain):
        expected = b"".join(rows) * (2 if content == up + plain and rows else 1)
        assert unpacking.unpredicted(content, settings, small_budget()) == expected
