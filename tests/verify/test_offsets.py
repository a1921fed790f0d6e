"""Offsets that no file has: the top bit of each byte of the cross-references, numbers of thirty digits."""

import re
from collections.abc import Iterator

import pytest

from tests.support import pdfs
from thb_desktop.findings import Standing, verdict
from thb_desktop.verify.pdf import check_pdf

OFFICE = pdfs.make_office()
WHOLE = pdfs.signed_twice(OFFICE)


def altered() -> Iterator[bytes]:
    for found in re.finditer(rb"/W ?\[.*?endstream", WHOLE, re.DOTALL):
        for place in range(*found.span()):
            yield WHOLE[:place] + bytes([WHOLE[place] ^ 0x80]) + WHOLE[place + 1 :]
    for found in re.finditer(rb"(?:startxref\n|/Prev |/Size |/Length )(\d+)", WHOLE):
        for number in (b"9" * 18, b"9" * 30):
            yield WHOLE[: found.start(1)] + number + WHOLE[found.end(1) :]


@pytest.mark.requirement("SR-28", "SR-33")
def test_an_offset_that_no_file_has_is_a_finding_and_no_crash():
    files = list(altered())
    held = [each for each in files if verdict(check_pdf(each, trusted_roots=[OFFICE.root])) is Standing.HOLDS]

    assert len(files) > 500
    assert held == []
