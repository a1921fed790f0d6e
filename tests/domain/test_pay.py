"""Pay as a function of its figures: rates by hours, ranges, what contradicts itself, and what is unknown."""

from typing import Any

from tests.support import money
from thb_desktop.domain.finance import PayFigure
from thb_desktop.domain.finance_codes import PayFigureKind as K
from thb_desktop.domain.ids import CaseId, PersonId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.pay import Cell, has_hours_in_each, pay_rows, pay_sums

CASE, WORKER, OTHER = CaseId("case"), PersonId("worker"), PersonId("other")


def figure(kind: K, amount: str, amount_to: str = "", *, worker: PersonId = WORKER, **more: Any) -> PayFigure:
    currency = "" if kind in (K.HOURS_WORKED, K.HOURS_PAID) else "EUR"
    changes = {"kind": kind, "amount": amount, "amount_to": amount_to, "currency": currency, **more}
    return money.pay_figure(CASE, worker, **changes)


def texts(cell: Cell) -> tuple[str, str] | None:
    return cell.value.texts if cell.value else None


def test_a_rate_by_the_hours_is_due_and_what_was_received_less_is_short():
    (row,) = pay_rows(
        [figure(K.HOURS_WORKED, "262"), figure(K.RATE_BY_LAW, "14.10"), figure(K.RECEIVED, "214.60")]
    )

    assert texts(row.due) == ("3694.20", "")
    assert texts(row.short) == ("3479.60", "")
    assert len(row.short.figures) == 3
    assert row.agreed == Cell()


def test_what_is_stated_comes_before_a_rate_and_several_figures_of_a_kind_are_added():
    (row,) = pay_rows(
        [
            figure(K.HOURS_WORKED, "100"),
            figure(K.HOURS_WORKED, "10.5"),
            figure(K.RATE_BY_LAW, "10"),
            figure(K.DUE_BY_LAW, "1200.00"),
        ]
    )

    assert texts(row.hours) == ("110.5", "")
    assert texts(row.due) == ("1200.00", "")
    assert row.short.value is None


def test_ranges_are_carried_through_the_table():
    (row,) = pay_rows(
        [
            figure(K.HOURS_WORKED, "200", "260"),
            figure(K.RATE_BY_LAW, "10"),
            figure(K.RECEIVED, "300", "400", is_about=True),
        ]
    )

    assert texts(row.due) == ("2000", "2600")
    assert texts(row.short) == ("1600", "2300")
    assert texts(row.per_hour) == ("1.15", "2.00")
    assert row.short.value is not None
    assert row.short.value.is_about


def test_two_rates_contradict_each_other_and_nothing_is_computed_from_them():
    (row,) = pay_rows(
        [figure(K.HOURS_WORKED, "10"), figure(K.RATE_BY_LAW, "10"), figure(K.RATE_BY_LAW, "11")]
    )

    assert row.due.value is None


def test_what_is_unknown_is_counted_and_hours_in_two_currencies_are_counted_once():
    november, december = PartialDate("2025-11"), PartialDate("2025-12")
    rows = pay_rows(
        [
            figure(K.HOURS_WORKED, "10", period=november),
            figure(K.RECEIVED, "50", period=november),
            figure(K.RECEIVED, "90", period=november, currency="RON"),
            figure(K.RECEIVED, "70", worker=OTHER, period=december),
            figure(K.RECEIVED, "999", worker=OTHER, period=december, struck="Twice"),
        ]
    )

    euro, lei = pay_sums(rows)
    assert [(each.person_id, each.currency) for each in rows] == [
        (WORKER, "EUR"),
        (WORKER, "RON"),
        (OTHER, "EUR"),
    ]
    assert (texts(euro.received), euro.missing) == (
        ("120", ""),
        {"hours": 1, "due": 2, "received": 0, "short": 2},
    )
    assert texts(lei.received) == ("90", "")
    assert (texts(euro.hours), texts(lei.hours)) == (("10", ""), ("10", ""))
    assert has_hours_in_each(rows)
    assert not has_hours_in_each(each for each in rows if each.currency == "EUR")
