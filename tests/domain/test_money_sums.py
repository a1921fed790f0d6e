"""Sums of money: exact, by currency, with ranges that stay ranges."""

from decimal import Decimal
from typing import Any

import pytest

from tests.support import money
from thb_desktop import errors
from thb_desktop.domain.entry_rules import completed
from thb_desktop.domain.finance_codes import BookingStatus, HandOverKind, PayFigureKind
from thb_desktop.domain.ids import AccountId, CaseId, HandOverId, PersonId
from thb_desktop.domain.money import Span, span_of, sum_of, verify_balance, verify_span
from thb_desktop.domain.money_sums import sums_by_account, sums_by_kind

CASE = CaseId("case")
ONE, TWO = AccountId("one"), AccountId("two")


def span(least: str, most: str = "", *, is_about: bool = False) -> Span:
    return span_of(least, most, is_about)


def test_no_digit_is_lost_in_a_sum():
    wei = "0.000000000000000001"

    total = sum_of([span("123456789012345678901234567890"), span(wei)])

    assert total.texts == (f"123456789012345678901234567890{wei[1:]}", "")


def test_a_range_and_an_estimate_are_carried_through_sums():
    total = sum_of([span("300", "400"), span("50"), span("20", is_about=True)])

    assert (total.texts, total.is_about) == (("370", "470"), True)
    assert (span("100") - span("30", "50")).texts == ("50", "70")
    assert span("10", "12").times(span("2", "3")).texts == ("20", "36")


@pytest.mark.parametrize(
    ("amount", "by", "texts"),
    [
        (span("214.60"), span("262"), ("0.82", "")),
        (span("1"), span("8"), ("0.13", "")),
        (span("100", "200"), span("10", "20"), ("5.00", "20.00")),
        (span("10") - span("30"), span("10", "20"), ("-2.00", "-1.00")),
    ],
)
def test_a_quotient_is_rounded_half_up_to_cents(amount: Span, by: Span, texts: tuple[str, str]):
    found = amount.per(by)

    assert found is not None
    assert found.texts == texts


def test_nothing_is_divided_by_what_can_be_zero():
    assert span("10").per(span("0", "5")) is None


@pytest.mark.parametrize(
    ("amount", "upper"), [("", ""), ("1e5", ""), ("-3", ""), ("5", "4.99"), ("5", "x"), ("\u0665", "")]
)
def test_an_amount_that_is_no_decimal_number_or_ends_before_it_begins_is_refused(amount: str, upper: str):
    with pytest.raises(errors.AmountError):
        verify_span(amount, upper, "EUR")


@pytest.mark.parametrize(
    ("balance", "currency"), [("--1", "EUR"), ("1-", "EUR"), ("1.", "EUR"), ("-1.5", " ")]
)
def test_a_balance_that_is_no_decimal_number_or_has_no_currency_is_refused(balance: str, currency: str):
    verify_balance("-1.5", "EUR")

    with pytest.raises(errors.AmountError):
        verify_balance(balance, currency)


def test_accounts_are_summed_by_currency_and_unknown_ends_are_counted():
    rows = [
        money.transaction(CASE, from_account_id=ONE, to_account_id=TWO, amount="10.00"),
        money.transaction(CASE, from_account_id=ONE, amount="5.00", amount_to="7.00"),
        money.transaction(CASE, to_account_id=ONE, amount="1.00", currency="RON"),
        money.transaction(CASE, from_account_id=ONE, amount="99.00", struck="Entered twice"),
    ]

    found = {(each.account_id, each.currency): each for each in sums_by_account(rows)}

    assert set(found) == {(ONE, "EUR"), (TWO, "EUR"), (ONE, "RON")}
    of_one = found[ONE, "EUR"]
    assert (of_one.paid.texts, of_one.count_out, of_one.unknown_out) == (("15.00", "17.00"), 2, 1)
    assert (of_one.received.texts, of_one.count_in) == (("0", ""), 0)
    assert (found[ONE, "RON"].received.texts, found[ONE, "RON"].unknown_in) == (("1.00", ""), 1)


def test_what_is_only_announced_or_was_rejected_is_in_no_sum():
    rows = [money.transaction(CASE, from_account_id=ONE, amount="1", status=each) for each in BookingStatus]

    (of_one,) = sums_by_account(rows)

    assert (of_one.paid.texts, of_one.count_out) == (("3", ""), 3)


def test_hand_overs_are_summed_by_kind_and_currency():
    legs = [
        money.hand_over(CASE),
        money.hand_over(CASE, amount="100.00", amount_to="", number="H-2"),
        money.hand_over(CASE, kind=HandOverKind.CASH, currency="MAD", amount="50", amount_to=""),
        money.hand_over(CASE, struck="Wrong"),
    ]

    assert [(kind, currency, count, each.texts) for kind, currency, count, each in sums_by_kind(legs)] == [
        (HandOverKind.HAWALA_PAID_IN, "EUR", 2, ("400.00", "500.00")),
        (HandOverKind.CASH, "MAD", 1, ("50", "")),
    ]


@pytest.mark.parametrize(
    ("entry", "code", "field"),
    [
        (money.transfer(CASE, None), "field-missing", "value_transfer.paid_in_id"),
        (money.transfer(CASE, HandOverId("h"), paid_out_id="h"), "legs-alike", "value_transfer.paid_out_id"),
        (money.transfer(CASE, HandOverId("h"), rate="ten"), "amount", "value_transfer.rate"),
        (
            money.hand_over(CASE, commission="5", commission_currency=""),
            *("amount-currency", "hand_over.commission_currency"),
        ),
        (
            money.hand_over(CASE, commission="", commission_currency="EUR"),
            *("amount", "hand_over.commission"),
        ),
        (money.hand_over(CASE, amount="1000", amount_to="500"), "amount-range", "hand_over.amount_to"),
        (money.hand_over(CASE, amount="1000", amount_to="x"), "amount", "hand_over.amount_to"),
        (money.hand_over(CASE, amount="1000", currency=" "), "amount-currency", "hand_over.currency"),
        (money.statement(CASE, ONE, opening="1,5"), "amount", "bank_statement.opening"),
        (money.transaction(CASE, from_account_id=ONE, fee="x"), "amount", "money_transaction.fee"),
        (
            money.transaction(CASE, from_account_id=ONE, balance_after="x"),
            *("amount", "money_transaction.balance_after"),
        ),
        (money.pay_figure(CASE, PersonId("p"), currency=""), "pay-unit", "pay_figure.currency"),
        (
            money.pay_figure(CASE, PersonId("p"), kind=PayFigureKind.HOURS_WORKED),
            *("pay-unit", "pay_figure.currency"),
        ),
    ],
)
def test_what_contradicts_itself_is_refused_at_its_field(entry: Any, code: str, field: str):
    with pytest.raises(errors.UsageError) as refused:
        completed(entry)

    assert (refused.value.code, refused.value.field) == (code, field)


def test_hours_have_no_currency():
    hours = money.pay_figure(CASE, PersonId("p"), kind=PayFigureKind.HOURS_WORKED, currency="", amount="262")

    assert completed(hours) == hours
    assert span_of(hours.amount).least == Decimal(262)
