"""Small values: identifiers in their order, amounts as they are written, codes kept apart."""

import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import Ids
from thb_desktop.domain.money import read_amount, verify_amount
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import AmountError

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)


def test_an_identifier_is_a_uuid_of_version_7_that_tells_its_time_only():
    value = UUID(Ids(secrets.token_bytes).new(AT))

    assert (value.version, value.variant) == (7, "specified in RFC 4122")
    assert value.int >> 80 == int(AT.timestamp() * 1000)


def test_identifiers_of_one_moment_stay_in_the_order_in_which_they_were_made():
    ids = Ids(secrets.token_bytes)

    made = [ids.new(AT) for _ in range(500)] + [ids.new(AT + timedelta(milliseconds=1))]

    assert made == sorted(set(made))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("41 268.00 EUR", ("41268.00", "EUR")),
        ("41\u202f268.00 EUR", ("41268.00", "EUR")),
        ("0.00042 BTC", ("0.00042", "BTC")),
        ("9500 USDT", ("9500", "USDT")),
    ],
)
def test_an_amount_is_read_into_decimal_text(written: str, read: tuple[str, str]):
    assert read_amount(written) == read


@pytest.mark.parametrize(
    "written", ["41,268.00 EUR", "41268.00", "EUR", "-5 EUR", "1e3 EUR", "12.3.4 EUR", ""]
)
def test_an_amount_that_can_be_read_in_two_ways_is_refused(written: str):
    with pytest.raises(AmountError):
        read_amount(written)


def test_an_amount_needs_its_currency():
    with pytest.raises(AmountError, match="currency"):
        verify_amount("12.50", " ")


def test_no_word_of_the_office_is_a_word_of_custody():
    assert {each.value for each in VaultAction}.isdisjoint(each.value for each in CustodyAction)
