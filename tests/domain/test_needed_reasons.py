"""Which acts must say why in their entry."""

import pytest

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.needed_reasons import REASONED, lacks_reason


@pytest.mark.parametrize("reason", ["", "  \n", "\u2800", "\u200b\u00ad"])
def test_a_reason_that_nobody_can_read_is_none(reason: str):
    assert all(lacks_reason(action, reason) for action in REASONED)
    assert not any(lacks_reason(action, f"{reason}Asked") for action in REASONED)


def test_whoever_opens_what_is_sealed_says_why():
    assert {each for each in VaultAction if each.endswith("_VIEWED")} <= REASONED


def test_an_act_that_needs_no_reason_may_have_none():
    assert not lacks_reason(VaultAction.PASSPHRASE_CHANGED, "")


def test_where_a_recipient_is_is_corrected_for_a_reason():
    assert lacks_reason(VaultAction.RECIPIENT_CORRECTED, " ")
