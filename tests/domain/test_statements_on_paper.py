"""A statement without rows is contradicted only by rows that are all of its time, and each once."""

from dataclasses import replace

import pytest

from tests.domain.test_statements_beside import came, found, said, statement
from thb_desktop.findings import Standing

FILE = "0" * 64
PAPER = statement("ST-2", "2026-03-01", "2026-03-31", opening="0.00", closing="10.00")


def test_rows_of_a_part_of_its_time_contradict_nothing():
    half = statement("ST-1", "2026-03-01", "2026-03-15", sha256=FILE)
    rest = statement("ST-3", "2026-03-16", "2026-03-31", sha256=FILE)
    rows = [came(half, "2026-03-05", "4.00")]

    (part,) = found((PAPER, half), rows)
    (whole,) = found((PAPER, half, rest), rows)
    (agrees,) = found((PAPER, half, rest), [*rows, came(rest, "2026-03-20", "6.00")])

    assert (part.case, part.standing) == ("statement-rows-incomplete", Standing.UNKNOWN)
    assert "in ST-1 (number 1, sum 4.00) are all of its rows, and each once" in said([part])
    assert (whole.standing, agrees.standing) == (Standing.BROKEN, Standing.HOLDS)
    (gap,) = found((PAPER, half, replace(rest, period_from=rest.period_to)), rows)
    assert gap.case == "statement-rows-incomplete"


def test_rows_that_two_statements_have_are_not_added_up():
    one, two = statement("ST-1", "2026-03-01", "2026-03-31", sha256=FILE), PAPER
    again = replace(one, id=statement("ST-3").id, number="ST-3")
    rows = [came(each, "2026-03-05", "10.00") for each in (one, again)]

    assert [each.case for each in found((one, again, two), rows)] == ["statement-rows-incomplete"]


@pytest.mark.parametrize(
    ("changes", "standing"),
    [
        ({"sha256": FILE}, Standing.BROKEN),
        ({"sha256": FILE, "unread": (("3", "?"),), "unread_because": (("DAY", "B"),)}, Standing.UNKNOWN),
        ({}, Standing.UNKNOWN),
        ({"opening": "0.00", "closing": "4.00"}, Standing.BROKEN),
        ({"opening": "0.00", "closing": "9.00"}, Standing.UNKNOWN),
    ],
)
def test_only_rows_of_a_statement_that_is_here_whole_contradict(
    changes: dict[str, object], standing: Standing
):
    one = statement("ST-1", "2026-03-01", "2026-03-31", **changes)  # type: ignore[arg-type]
    told = found((replace(PAPER, opening="1.00"), one), [came(one, "2026-03-05", "4.00")])

    assert told[0].standing is standing


def test_rows_of_a_first_day_may_be_those_before_its_opening_balance():
    february = statement("ST-1", "2026-02-01", "2026-03-01", sha256=FILE)
    march = statement("ST-3", "2026-03-02", "2026-03-31", sha256=FILE)
    rows = [came(march, "2026-03-05", "10.00")]

    assert [each.standing for each in found((PAPER, march), rows)] == [Standing.HOLDS]
    told = found((PAPER, february, march), [*rows, came(february, "2026-03-01", "7.00")])
    assert [each.case for each in told] == ["statement-rows-incomplete"]
    quarter = statement("ST-1", "2026-01-01", "2026-03-31", sha256=FILE)
    of_day = [came(quarter, "2026-03-05", "10.00"), came(quarter, "2026-03-01", "7.00")]
    assert [each.case for each in found((PAPER, quarter), of_day)] == ["statement-rows-incomplete"]


@pytest.mark.parametrize(
    "at", ["2026", "2025/2026", "2026-03", "2026-02-10/2026-03-10", "2026-02-20~", "2026~", "XXXX"]
)
def test_nothing_agrees_beside_a_row_that_may_be_of_its_time(at: str):
    rows = [came(None, "2026-03-05", "10.00"), came(None, at, "5.00")]

    assert [each.case for each in found((PAPER,), rows)] == ["statement-sum-unknown"]
    assert [each.case for each in found((PAPER,), rows[1:])] == ["statement-sum-unknown"]


@pytest.mark.parametrize("at", ["2025", "2026-02", "2026-04-01/2026-04-10", "2024-01~"])
def test_a_row_of_another_time_leaves_the_balances_compared(at: str):
    rows = [came(None, "2026-03-05T14:05:00+01:00[Europe/Brussels]", "10.00"), came(None, at, "5.00")]

    assert [each.case for each in found((PAPER,), rows)] == ["statement-agrees-with-entries"]
