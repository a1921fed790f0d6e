"""Marks of redactions, as lists tell them."""

import pytest

from thb_desktop.domain.redaction_marks import in_runs


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((), ()),
        (("R-007",), ("R-007",)),
        (("R-007", "R-008"), ("R-007 – R-008",)),
        (("R-998", "R-999", "R-1000", "R-1002", "R-003"), ("R-998 – R-1000", "R-1002", "R-003")),
    ],
)
def test_numbers_that_follow_each_other_are_told_by_the_first_and_the_last(
    numbers: tuple[str, ...], told: tuple[str, ...]
):
    assert in_runs(numbers) == told
