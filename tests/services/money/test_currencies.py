"""Currencies: known codes are written in capitals, unknown ones are refused at their field, old ones stay."""

from dataclasses import replace
from typing import Any

import pytest

from tests.support import money
from tests.support.offices import Small
from thb_desktop import errors
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.currency_codes import ASSETS, CODES, CURRENT, WITHDRAWN
from thb_desktop.domain.ids import RowId
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.money import finance


def test_the_list_has_codes_of_three_letters_and_none_twice():
    assert {len(each) for each in CURRENT | WITHDRAWN} == {3}
    assert len(CODES) == len(CURRENT) + len(WITHDRAWN) + len(ASSETS) == 245
    assert {"EUR", "XOF", "BGN", "HRK", "BTC"} < CODES
    assert CODES.isdisjoint({"XXX", "XTS", "XQX", "EURO"})


def test_a_known_code_is_written_in_capitals(session: Session, small: Small):
    account = finance.add_account(session, money.account(small.case.id, currency=" eur "))
    leg = money.hand_over(small.case.id, currency="mad", commission="5", commission_currency="Btc")

    entered = finance.add_hand_over(session, leg)

    assert (account.currency, entered.currency, entered.commission_currency) == ("EUR", "MAD", "BTC")


def test_an_unknown_code_is_refused_at_its_field(session: Session, small: Small):
    case, account = small.case.id, finance.add_account(session, money.account(small.case.id))
    refused: list[tuple[Any, Any, str]] = [
        (finance.add_account, money.account(case, number="BK-2", currency="EURO"), "account.currency"),
        (finance.add_statement, money.statement(case, account.id, currency="XQX"), "bank_statement.currency"),
        (
            finance.add_transaction,
            money.transaction(case, to_account_id=account.id, currency="XQX"),
            "money_transaction.currency",
        ),
        (
            finance.add_hand_over,
            money.hand_over(case, commission="5", commission_currency="\u20ac"),
            "hand_over.commission_currency",
        ),
    ]
    size = session.journal.size

    for add, entry, field in refused:
        with pytest.raises(errors.CurrencyUnknownError) as told:
            add(session, entry)
        assert told.value.field == field

    assert session.journal.size == size
    account = corrections.correct(session, replace(account, currency="usd"), "Misread")
    assert account.currency == "USD"
    with pytest.raises(errors.CurrencyUnknownError):
        corrections.correct(session, replace(account, currency="XQX"), "Misread")


def test_the_asset_of_a_wallet_of_the_case_is_a_currency_there(session: Session, small: Small):
    wallet = money.account(small.case.id, number="W-1", identifier="any", network="solana", currency="SOL")
    paid = money.transaction(small.case.id, currency="SOL")
    with pytest.raises(errors.CurrencyUnknownError):
        finance.add_hand_over(session, money.hand_over(small.case.id, currency="SOL"))

    kept = finance.add_account(session, wallet)

    added = finance.add_transaction(session, replace(paid, to_account_id=kept.id, currency=" sol"))
    assert added.currency == "SOL", "as the wallet spells it"
    added = corrections.correct(session, replace(added, currency="EUR"), "Misread")
    assert corrections.correct(session, replace(added, currency="Sol"), "Misread").currency == "SOL"
    corrections.strike_out(session, "account", kept.id, "Another case")
    with pytest.raises(errors.CurrencyUnknownError):
        finance.add_hand_over(session, money.hand_over(small.case.id, currency="SOL"))


def test_what_a_vault_of_before_has_stays_and_is_corrected_only_when_somebody_does_it(
    session: Session, small: Small
):
    old = money.hand_over(small.case.id, currency="eur", commission="5", commission_currency="XQX")
    with session.work() as work:
        old = replace(old, id=RowId(work.new_id()))
        work.save(old)
        work.record(small.case.id, VaultAction.FINANCE_ADDED, "")

    other = corrections.correct(session, replace(old, token="a note of five"), "Told later")

    assert (other.currency, other.commission_currency) == ("eur", "XQX")
    right = corrections.correct(session, replace(other, currency="EUR"), "By its code")
    assert finance.list_money(session, small.case.id, "hand_over") == (right,)
