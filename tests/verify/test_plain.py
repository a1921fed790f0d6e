"""A look recognises only what the strict reader reads, and what tells a check nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.hostile_pdfs import CATALOG, document
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.plain import LONGEST, size_of_packed, size_of_plain
from thb_desktop.verify.documents.syntax import PdfObject, Reader, Stream

PARTS = (
    *rb"<< >> [ ] /K /S /P /Pg /K/K /JS /J#53 (a) (\)) (/JS) (( <41> <4 R true null % 0".split(),
    *(b" ", b"\n", b"12 0 R ", b"-1.5 ", b"1 2 ", b"endobj ", b"stream\n", b"<</O/T/S/C>>", b"{", b"+-1 "),
)

ELEMENT_PARTS = (
    *(b"/S/P", b"/S/Link", b"/S/JS", b"/P 1 0 R", b"/Lang(fr)", b"/A<</O/Table/Scope/Row>>", b"/Pg 1 0 R"),
    *(b"/K 7", b"/K 1 0 R", b"/K [1 0 R 2 <</Type/OBJR/Pg 1 0 R/Obj 1 0 R>>]", b"/K []", b"/JS(a)"),
    *(b"/K [1 0 R2 0 R]", b"/K 1 0 R3", b"/K 1 0", b"/P 1 0 R2"),
)


def recognised(body: bytes, number: int = 2) -> tuple[PdfFile, int, int]:
    """A document with this object, where it stands, and how much of it is recognised."""
    data = document({1: CATALOG, 2: body})
    file = PdfFile(data, len(data))
    place = file.places.get(2)
    assert place is not None
    telling = frozenset({b"/JS"})
    size = size_of_plain(data, place, len(data), number=number, telling=telling)
    if b"stream" not in body and number == 2:
        packed = size_of_packed(body + b"\n<<>>", 0, len(body) + 5, telling=telling)
        assert packed or not size
        if packed:  # it may end before the body does: an object stream says where each begins
            reader = Reader(body + b"\n<<>>", 0, len(body) + 5)
            assert "JS" not in names_in(reader.object())
            assert reader.position == packed
    return file, place.where, size


def names_in(item: PdfObject) -> set[str]:
    if isinstance(item, dict):
        return set(item) | {name for value in item.values() for name in names_in(value)}
    if isinstance(item, list):
        return {name for value in item for name in names_in(value)}
    return {item} if isinstance(item, str) else set()


@given(st.lists(st.sampled_from(PARTS), max_size=12).map(b"".join), st.booleans())
def test_the_strict_reader_reads_all_that_is_recognised_to_the_same_end(middle: bytes, is_dictionary: bool):
    file, offset, size = recognised(b"<<" + middle + b">>" if is_dictionary else middle)

    if size:
        item, number, end = file.object_at(offset, header=(2, 0))
        assert (number, end) == (2, offset + size)
        assert not isinstance(item, Stream)
        assert "JS" not in names_in(item)


@given(st.lists(st.sampled_from(ELEMENT_PARTS), max_size=7).map(b"".join))
def test_an_element_of_the_structure_is_recognised_only_with_each_key_once_and_no_name_that_tells(
    entries: bytes,
):
    file, offset, size = recognised(b"<<" + entries + b">>")

    if size:
        item, number, end = file.object_at(offset, header=(2, 0))
        assert (number, end) == (2, offset + size)
        assert isinstance(item, dict)
        assert "JS" not in names_in(item)


def test_an_element_as_our_own_files_have_it_is_recognised():
    _, _, size = recognised(b"<</S/TD/P 1 0 R/A<</O/Table/Scope/Row>>/Pg 1 0 R/K [1 0 R 3]>>")

    assert size


@pytest.mark.parametrize(
    "body",
    [
        b"<</S/P/P 35515 0 R/Pg 35569 0 R/K 12>>",
        b"<</S/TH/P 33554 0 R/A<</O/Table/Scope/Column>>/Pg 33476 0 R/K [24482 0 R 24483 0 R]>>",
        b"<<\n/Dest [ 30043 0 R /XYZ 0 222.408 null ] /Title (Custody of \\(E-2\\)) \n>>",
        b"[1 0 R 2 0 R]",
    ],
)
def test_what_a_tagged_document_is_made_of_is_recognised(body: bytes):
    _, _, size = recognised(body)

    assert size == len(b"2 0 obj\n" + body + b"\nendobj")


@pytest.mark.parametrize("ends", [b"\nendstream", b"\r\nendstream", b"endstream"])
@pytest.mark.parametrize("begins", [b"\n", b"\r\n"])
def test_a_packed_stream_of_a_page_is_recognised_as_far_as_the_strict_reader_reads(
    ends: bytes, begins: bytes
):
    head, content = b"<<\n/Filter /FlateDecode /Length 5\n>>\nstream", b"x/JSx"
    file, offset, size = recognised(head + begins + content + ends)

    item, _, end = file.object_at(offset, header=(2, 0))
    assert isinstance(item, Stream)
    assert size == end - offset - len(content)


@pytest.mark.parametrize(
    "body",
    [
        b"<<\n/Filter /FlateDecode /Length 4\n>>\nstream\nx/JSx\nendstream",
        b"<<\n/Filter /FlateDecode /Length 999999\n>>\nstream\nx/JSx\nendstream",
        b"<<\n/Filter /FlateDecode /Length 5 /F (x)\n>>\nstream\nx/JSx\nendstream",
        b"<<\n/Filter /FlateDecode /Length 5\n>>\nstream\rx/JSx\nendstream",
        b"<<\n/Filter /FlateDecode /Length 5\n>>\nstream\nx/JSx\n\nendstream",
        b"<<\n/Filter /FlateDecode /Length 5\n>>\nstream\nx/JSx\nendstream x",
        b"<<\n/Filter /FlateDecode /Length 5 0 R\n>>\nstream\nx/JSx\nendstream",
    ],
)
def test_a_stream_that_is_not_as_our_own_is_read_in_full(body: bytes):
    _, _, size = recognised(body)

    assert size == 0


@pytest.mark.parametrize(
    "body",
    [
        b"<</S/P/K 1/S/Q>>",  # a key twice
        b"<</A<</O 1/O 2>>>>",
        b"<</S/JS>>",  # a name that tells
        b"<</JS 1>>",
        b"<</#4aS 1>>",  # a name that is written with an escape
        b"<</Length 0>>\nstream\n\nendstream",
        b"<</K 1 % /JS\n>>",
        b"<</K (a(b)c)>>",
        b"<</K 1234567890123>>",
        b"null",
        b"<</K [%s]>>" % (b"1 " * LONGEST),
    ],
)
def test_what_could_tell_or_could_be_read_in_two_ways_is_read_in_full(body: bytes):
    _, _, size = recognised(body)

    assert size == 0


def test_an_object_of_another_number_is_not_recognised():
    _, _, size = recognised(b"<</K 1>>", number=3)

    assert size == 0
