"""Pay of SCHELDE: the table from single figures is that of the ground truth, to the cent."""

import json
from importlib.resources import files

import pytest

import resources.cases
from thb_desktop.domain.finance_codes import PayFigureKind as K
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.pay import PayRow, pay_rows, pay_sums
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.money import finance
from thb_desktop.services.persons import people

TRUTH = json.loads(
    files(resources.cases).joinpath("schelde", "case_b_abattoir.json").read_text(encoding="utf-8")
)


@pytest.fixture
def schelde(read_samples: Session) -> CaseId:
    reference = TRUTH["case"]["id"]
    listed = cases.list_cases(read_samples)
    return next(each.case.id for each in listed if each.case.reference == reference)


@pytest.fixture
def rows(read_samples: Session, schelde: CaseId) -> dict[tuple[str, str], PayRow]:
    codes = {each.id: each.code for each in people.list_persons(read_samples, schelde)}
    found = pay_rows(finance.list_money(read_samples, schelde, "pay_figure"))
    return {(codes[each.person_id], each.currency): each for each in found}


def text(cell: object) -> str:
    value = getattr(cell, "value", None)
    return value.texts[0] if value is not None else "unknown"


def test_what_was_received_by_the_hours_of_the_roster_is_right_to_the_cent(
    rows: dict[tuple[str, str], PayRow],
):
    told = [
        {
            "worker": worker,
            "net": text(row.received),
            "hours": int(text(row.hours)),
            "per_hour": text(row.per_hour),
        }
        for (worker, currency), row in rows.items()
        if currency == "EUR"
    ]

    assert told == TRUTH["expected_calculation"]["rows"]


def test_the_sums_are_right_and_currencies_are_not_added(rows: dict[tuple[str, str], PayRow]):
    sums = {each.currency: each for each in pay_sums(list(rows.values()))}

    expected = TRUTH["expected"]["totals"]
    assert text(sums["EUR"].received) == expected["net_paid_sum"]
    assert int(text(sums["EUR"].hours)) == expected["hours_sum"]
    assert (text(sums["RON"].received), text(sums["RON"].hours)) == ("unknown", "503")
    assert sums["RON"].missing["received"] == 2
    assert text(sums["EUR"].deductions) == "3585.00"


def test_every_cell_leads_to_figures_with_a_source_and_what_nobody_stated_is_unknown(
    read_samples: Session, schelde: CaseId, rows: dict[tuple[str, str], PayRow]
):
    numbers = {each.exhibit.id: each.exhibit.number for each in exhibits.list_exhibits(read_samples, schelde)}
    row = rows["W-01", "EUR"]

    assert {numbers[each.exhibit_id] for each in row.per_hour.figures if each.exhibit_id} == {"E-03", "E-10"}
    assert [each.source for each in row.received.figures] == ["PS-01: netto betaald"]
    assert [each.source for each in row.hours.figures] == ["blad Nov 2025, badge B100, rijen 2 tot 26"]
    assert {kind: text(cell) for kind, cell in row.deductions.items()} == {
        K.RENT: "520.00",
        K.TRANSPORT: "180.00",
        K.FINE: "75.00",
        K.CLOTHING: "60.00",
    }
    assert (text(row.due), text(row.short), text(row.agreed)) == ("unknown", "unknown", "unknown")
    assert text(rows["W-02", "RON"].gross) == "3300.00"
    assert text(rows["W-02", "EUR"].gross) == "1050.00"
