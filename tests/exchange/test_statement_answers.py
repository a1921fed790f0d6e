"""What a confined process says of statements comes back as it was read; nothing of another form counts."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from thb_desktop.domain.finance_codes import BookingStatus, DayKind, StatementFormat
from thb_desktop.domain.statements import UnreadReason
from thb_desktop.errors import ExchangeOverLimitError, FormatError
from thb_desktop.exchange.statements.answers import head_told, row_told, statements_from
from thb_desktop.exchange.statements.rows import ROWS, ReadRow, ReadStatement, UnreadRow

ROW = ReadRow(
    place="7",
    original="as it stands; there",
    is_credit=False,
    amount="12.50",
    currency="EUR",
    booked_on=date(2026, 1, 2),
    value_on=date(2026, 1, 3),
    day_kind=DayKind.VALUE,
    status=BookingStatus.BOOKED,
    status_written="OWN 7",
    is_reversal=True,
    reference="R",
    counterparty="Nobody",
    counterparty_account="BE68",
    text="rent",
    balance_after="-3.00",
)
BARE = ReadRow(place="8", original="", is_credit=True, amount="0", currency="EUR", booked_on=date(2026, 1, 2))
READ = ReadStatement(
    format=StatementFormat.MT940,
    account="1",
    currency="EUR",
    rows=(ROW, BARE),
    reference="N 1",
    period_from=date(2026, 1, 1),
    opening="-1.5",
    closing="",
    unread=(UnreadRow("9", "torn", UnreadReason.AMOUNT, "Amount"),),
)
OTHER = ReadStatement(format=StatementFormat.CSV, account="", currency="", rows=())


def test_what_was_read_comes_back_as_it_was():
    heads = [head_told(READ), head_told(OTHER)]

    assert statements_from(heads, [row_told(0, each) for each in READ.rows]) == (READ, OTHER)


def test_an_asset_is_a_currency_if_it_was_named_with_the_question():
    read = replace(READ, currency="SOL", rows=(replace(ROW, currency="SOL"),))
    told = [head_told(read)], [row_told(0, read.rows[0])]

    assert statements_from(*told, ("SOL",)) == (read,)
    with pytest.raises(FormatError):
        statements_from(*told, ("USDC",))


@pytest.mark.parametrize(
    "changes",
    [
        {"amount": "-1"},
        {"currency": ""},
        {"currency": "XQX"},
        {"amount": "1e9"},
        {"amount": ""},
        {"amount": "\u0661"},
        {"balance_after": "x"},
        {"booked_on": ""},
        {"booked_on": "2026-02-30"},
        {"value_on": "soon"},
        {"is_credit": 1},
        {"is_reversal": "yes"},
        {"status": "PAID"},
        {"day_kind": "PAID"},
        {"day_kind": None},
        {"statement": 1},
        {"statement": True},
        {"statement": -1},
        {"text": None},
        {"text": "a" * ((1 << 20) + 1)},
    ],
)
def test_a_row_of_another_form_is_refused(changes: dict[str, Any]):
    with pytest.raises(FormatError):
        statements_from([head_told(READ)], [{**row_told(0, ROW), **changes}])


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "X"},
        {"opening": "much"},
        {"period_from": 3},
        {"currency": "EURO"},
        {"unread": [["1"]]},
        {"unread": [["1", "a", "SPELL", "b"]]},
        {"unread": "1"},
    ],
)
def test_a_head_of_another_form_is_refused(changes: dict[str, Any]):
    with pytest.raises(FormatError):
        statements_from([{**head_told(READ), **changes}], [])
    with pytest.raises(FormatError):
        statements_from("statements", [])


def test_more_rows_than_a_file_may_have_are_refused():
    with pytest.raises(ExchangeOverLimitError):
        statements_from([head_told(READ)], [{}] * (ROWS + 1))
