"""Calling codes of States: as far as the search needs them."""

import re

import pytest

from thb_desktop.domain.calling_codes import CALLING_CODES, calling_code_of

MEMBERS = set(re.findall("..", "ATBEBGCYCZDEDKEEESFIFRGRHRHUIEITLTLULVMTNLPLPTROSESISK"))


@pytest.mark.parametrize(
    ("country", "code"), [("BE", "32"), ("ro", "40"), ("XK", "383"), ("US", "1"), ("VN", "84"), ("ZZ", "")]
)
def test_a_state_has_its_code_and_one_that_is_not_known_none(country: str, code: str):
    assert calling_code_of(country) == code


def test_every_code_has_one_to_three_digits_and_every_member_of_the_union_has_one():
    assert all(code.isdecimal() and len(code) <= 3 for code in CALLING_CODES.values())
    assert set(CALLING_CODES) >= MEMBERS
    assert len(CALLING_CODES) > 230
