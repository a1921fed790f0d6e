"""Colleagues with a program of their own: what stays of receipts and recipients.

Each attempt is asked of the rule that recording, unlocking and the check of a whole vault ask.
"""

from typing import Any

import pytest

from thb_desktop.domain.act_checks import faults_of
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.change import Change
from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.vocabulary import RecipientKind

AT = "2026-06-05T09:00:00Z"
RECEIPT = {"id": "r", "package_id": "it", "office_id": None, "from_party": "Registry", "exhibit_id": "e"}
RECEIPT |= {"withdrawn_at": None, "withdrawn_because": "", "sha256": "", "data": ""}
RECIPIENT = {"id": "it", "kind": RecipientKind.ADDRESSEE.value, "name": "Judge", "told": "By telephone"}
RECIPIENT |= {"state": "RO", "party": None, "withdrawn_at": None, "withdrawn_because": ""}
GONE = {"withdrawn_at": AT, "withdrawn_because": "Not wanted"}
ITEM = {"id": "i", "received_id": "it", "exhibit_id": "e", "foreign_id": "f", "number": "E-05", "files": 1}
ITEM |= {"refused_because": "Not readable", "formerly": []}
ELSEWHERE = {"state": "US", "party": PartyKind.AUTHORITY.value}


def faults(action: Does, table: str, before: dict[str, Any] | None, now: dict[str, Any]) -> set[str]:
    told = Change(table=table, before=before, after={**(before or {}), **now})
    return {each for each, _ in faults_of([told], action=action, agent="me", subject="it")}


def test_a_receipt_on_paper_is_withdrawn_and_a_signed_one_stays():
    signed = {**RECEIPT, "office_id": "office"}

    assert faults(Does.RECEIPT_WITHDRAWN, "package_receipt", RECEIPT, GONE) == set()
    assert faults(Does.RECEIPT_WITHDRAWN, "package_receipt", signed, GONE) == {"act-exceeded.field"}
    paper = {**GONE, "office_id": None}
    assert faults(Does.RECEIPT_WITHDRAWN, "package_receipt", signed, paper) == {"act-exceeded.field"}


@pytest.mark.parametrize(
    "changes", [GONE, {"kind": RecipientKind.ESCROW.value}, {"kind": RecipientKind.OWN_OFFICE.value}]
)
def test_only_an_addressee_that_stands_is_said_to_be_elsewhere(changes: dict[str, Any]):
    other = {**RECIPIENT, **changes}

    assert faults(Does.RECIPIENT_CORRECTED, "recipient", RECIPIENT, ELSEWHERE) == set()
    assert faults(Does.RECIPIENT_CORRECTED, "recipient", other, ELSEWHERE) == {"act-exceeded.field"}


@pytest.mark.parametrize("blank", ["", " \u200b", "\u00a0", "\u2800"])
def test_why_something_was_refused_is_never_corrected_to_nothing(blank: str):
    """Also of what was imported after all, which needs no reason any more."""
    here = {"formerly": ["Not readable"]}

    assert faults(Does.REFUSAL_CORRECTED, "received_item", ITEM, {**here, "refused_because": "X"}) == set()
    assert faults(Does.REFUSAL_CORRECTED, "received_item", ITEM, {**here, "refused_because": blank}) == {
        "act-exceeded.value"
    }


def test_what_comes_in_has_no_former_reasons():
    new = {**ITEM, "exhibit_id": None}

    assert "act-exceeded.value" not in faults(Does.PACKAGE_RECEIVED, "received_item", None, new)
    assert "act-exceeded.value" in faults(
        Does.PACKAGE_RECEIVED, "received_item", None, {**new, "formerly": ["Invented"]}
    )
