"""An object that is asked for again is not read again, but costs the same; only a few are kept."""

import pytest

from tests.support import pdfs
from tests.support.hostile_pdfs import CATALOG, document, packed, with_reference_stream
from thb_desktop.verify.documents import file as reading
from thb_desktop.verify.documents.file import LONGEST_REMEMBERED, MOST_REMEMBERED, PdfFile
from thb_desktop.verify.documents.syntax import Reader


@pytest.fixture
def read(monkeypatch) -> list[int]:
    """The places from which objects are read."""
    places = []

    class Seen(Reader):
        def __init__(self, data: bytes, position: int, end: int) -> None:
            places.append(position)
            super().__init__(data, position, end)

    monkeypatch.setattr(reading, "Reader", Seen)
    return places


def test_a_short_object_is_read_once_and_paid_for_each_time(read):
    data = document({1: CATALOG, 2: b"<< /A (a) >>"})
    file = PdfFile(data, len(data))
    before = file.budget.text

    first = file.object(2)
    cost, times = before - file.budget.text, len(read)
    second = file.object(2)

    assert first == second == {"A": first["A"]}
    assert before - file.budget.text == 2 * cost
    assert len(read) == times


def test_another_revision_reads_for_itself(read):
    data = document({1: CATALOG, 2: b"<< /A (a) >>"})
    file = PdfFile(data + b" " * 9, len(data))
    file.object(2)
    times = len(read)

    file.at(len(data)).object(2)
    assert len(read) == times
    with pytest.raises(reading.PdfUnreadableError):
        file.at(len(data) - 9)


def test_few_objects_are_kept_and_no_long_one():
    many = {number: b"<< /A %d >>" % number for number in range(2, MOST_REMEMBERED + 50)}
    data = document({1: CATALOG, **many, 2: b"(" + b"a" * LONGEST_REMEMBERED + b")"})
    file = PdfFile(data, len(data))

    for number in (1, *many):
        file.object(number)

    assert len(file.remembered) == MOST_REMEMBERED
    assert all(each.size <= LONGEST_REMEMBERED for each in file.remembered.values())


def test_the_streams_with_objects_in_use_are_those_to_which_the_places_lead():
    store = packed(b"3 0 4 5 (a) (b)", b"/Type /ObjStm /N 2 /First 8 ")
    bundle = pdfs.signed_twice(pdfs.make_office())
    for data in (
        with_reference_stream({1: CATALOG, 2: store}, {3: (2, 0), 4: (2, 1)}),
        document({1: CATALOG}),
        bundle,
    ):
        for end in (len(data), data.index(b"%%EOF") + 6):
            file = PdfFile(data, end)

            assert file.places.stores() == {
                place.where for _, place in file.places.items() if place.kind == 2
            }
