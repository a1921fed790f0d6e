"""A typed name is compared with those of the case without capitals, accents and further blanks."""

import pytest

from thb_desktop.domain.namesakes import check_namesake

KNOWN = (("P-1", "Ada Mu\u00f1oz"), ("P-2", "ADA MUNOZ"), ("V-01",))


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("Ada Mu\u00f1oz", ("P-1", "P-2")),
        (" ada  munoz ", ("P-1", "P-2")),
        ("v-01", ("V-01",)),
        ("Ada", None),
        ("", None),
        (" ", None),
    ],
)
def test_who_of_the_case_has_the_name_is_named_by_code(typed: str, known: tuple[str, ...] | None):
    told = [each.values["known"] for each in check_namesake("hand_over.payer", typed, KNOWN)]

    assert told == ([known] if known else [])
