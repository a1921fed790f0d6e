"""What a bundle tells of its persons costs time in proportion to it, however a stranger wrote it."""

import time

import pytest

from thb_desktop.domain.ids import told_of
from thb_desktop.ledger.canonical import Value
from thb_desktop.verify.bundle.persons import PersonsTold, SignedPersons

MANY = 30_000


def free(_: int) -> None:
    """A test has as much memory as it needs."""


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("shape", ["chain", "star", "none"])
def test_many_persons_and_merges_are_compared_in_time_that_grows_with_them(shape: str):
    told, signed = PersonsTold(), SignedPersons(free)
    rows: list[dict[str, Value]] = [{"id": f"{number:032x}", "code": f"V-{number}"} for number in range(MANY)]
    told.take("persons", rows, free)
    pairs = {"chain": range(1, MANY), "star": range(1, MANY), "none": ()}[shape]
    merges: list[dict[str, Value]] = [
        {"kept_id": f"{(number - 1) * (shape == 'chain'):032x}", "other_id": f"{number:032x}"}
        for number in pairs
    ]
    told.take("merges", merges, free)
    for row in rows[: MANY // 2]:
        signed.subjects.add(told_of(str(row["id"])))
        signed.ages[told_of(str(row["id"]))] = [(1, "ADULT")]

    start = time.process_time()
    found = [each.key for each in told.check(signed)]

    assert found == ["persons-not-in-chain"]
    assert time.process_time() - start < 5
