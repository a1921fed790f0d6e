"""Who keeps an account: entered, corrected, found, and in order of time."""

from dataclasses import replace

import pytest

from tests.support import money
from tests.support.offices import Small
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.errors import ThbError
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.money import finance
from thb_desktop.services.searching.search import search

KEPT = {
    "servicer": "Banque du Quai",
    "bic": "GEBABEBB",
    "lei": "5493001KJTIIGC8Y1R12",
    "opened_on": PartialDate("2024-03"),
    "closed_on": PartialDate("2025-01-31"),
}


def test_who_keeps_an_account_is_entered_corrected_and_found(session: Session, small: Small):
    account = finance.add_account(session, money.account(small.case.id, **KEPT))

    corrected = corrections.correct(session, replace(account, bic="GEBABEBB36A"), "Misread")

    (kept,) = finance.list_accounts(session, small.case.id)
    assert kept == corrected
    assert {name: getattr(kept, name) for name in KEPT} == {**KEPT, "bic": "GEBABEBB36A"}
    for words in ("Banque du Quai", "GEBABEBB36A", "5493001KJTIIGC8Y1R12"):
        assert [each.id for each in search(session, words).hits] == [account.id]


def test_an_account_is_not_closed_before_it_is_opened(session: Session, small: Small):
    account = money.account(small.case.id, **{**KEPT, "closed_on": PartialDate("2024-02")})

    with pytest.raises(ThbError) as refused:
        finance.add_account(session, account)

    assert refused.value.code == "date-impossible"
