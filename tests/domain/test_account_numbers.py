"""Numbers of accounts: each kind has its own check digits, and what may be mistyped is asked about."""

from dataclasses import replace
from typing import Any

import pytest

from tests.support import money
from thb_desktop.domain.account_numbers import as_printed, check_typed, checksum_of
from thb_desktop.domain.entry_rules import completed
from thb_desktop.domain.finance import Account
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.vocabulary import AccountKind, ChecksumState
from thb_desktop.errors import FieldMissingError

VALID, INVALID = ChecksumState.VALID, ChecksumState.INVALID
NONE, NOT = ChecksumState.NO_CHECKSUM, ChecksumState.NOT_CHECKED
BITCOIN = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"
TRON = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"
ETHEREUM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
SEGWIT = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"
WALLET = AccountKind.CRYPTO_CUSTODIAL


def account(kind: AccountKind, identifier: str, network: str = "", **changes: Any) -> Account:
    return money.account(CaseId("c"), kind=kind, identifier=identifier, network=network, **changes)


@pytest.mark.parametrize(
    ("kind", "identifier", "network", "state"),
    [
        (WALLET, BITCOIN, "", VALID),
        (WALLET, BITCOIN[:-1] + "b", "", INVALID),
        (WALLET, SEGWIT, "", VALID),
        (WALLET, SEGWIT[:-1] + "5", "", INVALID),
        (WALLET, TRON, "", VALID),
        (WALLET, TRON[:-1] + "u", "", INVALID),
        (WALLET, ETHEREUM, "", VALID),
        (WALLET, ETHEREUM[:-1] + "D", "", INVALID),
        (WALLET, "Customer BE68", "", NOT),
        (WALLET, "1234567890123456789012345", "", NOT),
        (WALLET, f" {BITCOIN} ", "BTC", VALID),
        (WALLET, TRON, "TRC20", VALID),
        (AccountKind.CARD, "4111 1111 1111 1111", "", VALID),
        (AccountKind.CARD, "4111 1111 1111 1112", "", INVALID),
        (AccountKind.CARD, "411111******1111", "", NOT),
        (AccountKind.CARD, "BE68 5390 0754 7035", "", INVALID),
        (AccountKind.BANK, "4111 1111 1111 1111", "", NONE),
        (AccountKind.PAYMENT, "BE68 5390 0754 7034", "", VALID),
        (AccountKind.BANK, "BE96 5390 0754 7034 00", "", INVALID),
        (AccountKind.MOBILE_MONEY, "+32 476 12 34 56", "", NOT),
    ],
)
def test_a_number_is_tested_by_the_check_digits_of_its_kind(
    kind: AccountKind, identifier: str, network: str, state: ChecksumState
):
    assert checksum_of(account(kind, identifier, network)) is state


@pytest.mark.parametrize("kind", [AccountKind.CRYPTO_SELF, AccountKind.CRYPTO_ADDRESS])
def test_a_wallet_that_no_provider_keeps_names_its_network_and_an_entry_of_before_may_stay_without(
    kind: AccountKind,
):
    own = account(kind, BITCOIN[:-1] + "b")
    before = replace(own, checksum=NONE)

    with pytest.raises(FieldMissingError) as refused:
        completed(own)
    corrected = completed(replace(own, holder="S-02"), before)

    assert refused.value.field == "account.network"
    assert corrected.checksum is INVALID
    with pytest.raises(FieldMissingError):
        completed(own, replace(before, kind=AccountKind.BANK))


@pytest.mark.parametrize(
    ("kind", "identifier", "network", "asked"),
    [
        (AccountKind.BANK, "BE68 5390 0754 7034", "", []),
        (AccountKind.BANK, "0012345678", "", []),
        (AccountKind.BANK, "BE68 5390 0754 7035", "", ["account-digits-wrong"]),
        (AccountKind.CARD, "4111 1111 1111 1112", "", ["account-digits-wrong"]),
        (AccountKind.CRYPTO_SELF, BITCOIN, "bitcoin", []),
        (AccountKind.CRYPTO_ADDRESS, BITCOIN, "bitcoin", []),
        (AccountKind.CRYPTO_ADDRESS, "4" + BITCOIN, "monero", ["account-digits-untested"]),
        (AccountKind.CRYPTO_SELF, BITCOIN[:-1] + "b", "bitcoin", ["account-digits-wrong"]),
        (AccountKind.CRYPTO_SELF, ETHEREUM.lower(), "ethereum", ["account-digits-untested"]),
        (AccountKind.CRYPTO_SELF, "4" + BITCOIN, "monero", ["account-digits-untested"]),
    ],
)
def test_a_number_that_may_be_mistyped_is_asked_about(
    kind: AccountKind, identifier: str, network: str, asked: list[str]
):
    typed = account(kind, identifier, network)

    assert [each.case for each in check_typed(typed)] == asked
    assert list(check_typed(replace(typed, holder="S-02"), typed)) == [], "what was asked already"


@pytest.mark.parametrize(
    ("codes", "asked"),
    [
        ({"bic": "GEBABEBB", "lei": "5493001KJTIIGC8Y1R12"}, []),
        ({"bic": "gebabebb36a"}, []),
        ({"bic": "GEBABEB"}, ["account.bic"]),
        ({"lei": "5493001KJTIIGC8Y1R13"}, ["account.lei"]),
        ({"bic": "GEBA1EBB", "lei": "5493"}, ["account.bic", "account.lei"]),
    ],
)
def test_a_code_of_who_keeps_the_account_is_asked_about_where_none_is_written_so(
    codes: dict[str, str], asked: list[str]
):
    written = account(AccountKind.BANK, "BE68 5390 0754 7034", **codes)

    found = list(check_typed(written))

    assert [each.field for each in found] == asked
    assert list(check_typed(written, written)) == []


@pytest.mark.parametrize(
    ("kind", "identifier", "printed"),
    [
        (AccountKind.CARD, "4111 1111 1111 1111", "411111******1111"),
        (AccountKind.CARD, "4111-1111-1111-1112", "411111******1112"),
        (AccountKind.CARD, "Card ending 1111", "Card ending 1111"),
        (AccountKind.BANK, "4111 1111 1111 1111", "4111 1111 1111 1111"),
    ],
)
def test_of_a_card_the_first_six_digits_and_the_last_four_are_printed(
    kind: AccountKind, identifier: str, printed: str
):
    assert as_printed(account(kind, identifier)).identifier == printed
