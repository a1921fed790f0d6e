"""What a party confirms is a text that anybody can write again; each part of it counts."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pytest

from tests.domain.test_custody_findings import DEVICE, NOW, PARTIES, events_of
from thb_desktop.domain.confirmations import (
    SHOWN,
    check_confirmations,
    digest_of_all,
    transfer_digest,
    transfer_text,
)
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_findings import check_custody
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.strokes import read_strokes, strokes_text
from thb_desktop.domain.vocabulary import Carrier, ConfirmationWay, SealState, TransferParty
from thb_desktop.domain.vocabulary import CustodyAction as A
from thb_desktop.errors import ValueRefusedError

SENT = (A.TRANSFER_OUT, 10, {**PARTIES, "reason": 'For "analysis"\nof chats', "place": "Gand"})
RECEIVED = (A.TRANSFER_IN, 12, PARTIES)
BOTH = (TransferParty.GIVER, TransferParty.RECEIVER)


def confirming(event: CustodyEvent, of: CustodyEvent, party: TransferParty, **changes: Any) -> CustodyEvent:
    named = of.from_party if party is TransferParty.GIVER else of.to_party
    fields: dict[str, Any] = {
        "action": A.TRANSFER_CONFIRMED,
        "actor": named,
        "sha256": transfer_digest(DEVICE, of),
        "confirms": of.id,
        "party": party,
        "way": ConfirmationWay.BY_KEY,
        "recorded_by": AgentId("user"),
        "recorder": named,
    }
    return replace(event, **{**fields, **changes})


def cases(*events: CustodyEvent) -> list[str]:
    return [each.case for each in check_confirmations(DEVICE, events)]


def test_the_text_has_a_line_for_each_field_that_is_not_empty():
    (sent,) = events_of(SENT)

    text = transfer_text(DEVICE, sent)

    assert text.splitlines() == [
        "THB transfer 1",
        f'exhibit: "{DEVICE.number}"',
        f'event: "{sent.id}"',
        'action: "TRANSFER_OUT"',
        f'occurred_at: "{sent.occurred_at.isoformat()}"',
        f'actor: "{sent.actor}"',
        f'from_party: "{PARTIES["from_party"]}"',
        f'to_party: "{PARTIES["to_party"]}"',
        'place: "Gand"',
        'reason: "For \\"analysis\\"\\nof chats"',
    ]
    assert transfer_digest(DEVICE, sent) == sha256(text.encode()).hexdigest()


def test_each_field_that_is_shown_changes_the_digest():
    (sent,) = events_of(SENT)
    other: dict[str, Any] = dict.fromkeys(SHOWN, "something else")
    other |= {
        "action": A.TRANSFER_IN,
        "occurred_at": NOW,
        "seal_state": SealState.INTACT,
        "carrier": Carrier.COURIER,
    }

    digests = {transfer_digest(DEVICE, replace(sent, **{name: value})) for name, value in other.items()}
    digests.add(transfer_digest(replace(DEVICE, number="E-2"), sent))
    digests.add(transfer_digest(DEVICE, replace(sent, id=RowId("other"))))

    assert len(digests | {transfer_digest(DEVICE, sent)}) == len(SHOWN) + 3


def test_the_day_on_which_a_loan_is_due_is_confirmed():
    lent, sent = events_of((A.LOANED, 10, {**PARTIES, "due_on": date(2026, 6, 20)}), SENT)

    assert 'due_on: "2026-06-20"' in transfer_text(DEVICE, lent).splitlines()
    assert transfer_digest(DEVICE, replace(lent, due_on=date(2036, 6, 20))) != transfer_digest(DEVICE, lent)
    assert "due_on" not in transfer_text(DEVICE, sent)


def test_many_transfers_have_one_digest_in_whatever_order():
    assert digest_of_all(["a"]) == "a"
    assert digest_of_all(["b", "a"]) == digest_of_all(["a", "b"]) == sha256(b"a\nb\n").hexdigest()


def test_each_party_confirms_one_half_of_a_transfer():
    sent, received, one, two = events_of(SENT, RECEIVED, (A.STORED, 13, {}), (A.STORED, 14, {}))
    giver = confirming(one, sent, TransferParty.GIVER)
    receiver = confirming(two, received, TransferParty.RECEIVER)

    assert cases(sent, received) == ["giver-unconfirmed", "receiver-unconfirmed"]
    assert cases(sent, received, giver) == ["receiver-unconfirmed"]
    assert cases(sent, received, giver, receiver) == []
    assert cases(received) == []
    withdrawn = replace(two, number=5, id=RowId("5"), action=A.CONFIRMATION_WITHDRAWN, confirms=receiver.id)
    assert cases(sent, received, giver, receiver, withdrawn) == ["receiver-unconfirmed"]


def test_who_confirms_otherwise_or_for_another_is_told():
    sent, one, two = events_of(SENT, (A.STORED, 13, {}), (A.STORED, 14, {}))

    assert cases(sent, confirming(one, sent, TransferParty.GIVER, sha256="0" * 64)) == [
        "confirmed-otherwise",
        "giver-unconfirmed",
        "receiver-unconfirmed",
    ]
    both = (
        confirming(each, sent, party, actor="Somebody") for each, party in zip((one, two), BOTH, strict=True)
    )
    assert cases(sent, *both) == ["confirmed-for", "confirmed-for"]


def test_a_confirmation_of_no_transfer_of_the_exhibit_is_told():
    sent, stored, one = events_of(SENT, (A.STORED, 13, {}), (A.STORED, 14, {}))
    open_ones = ["giver-unconfirmed", "receiver-unconfirmed"]

    of_another = confirming(one, sent, TransferParty.GIVER, confirms=RowId("another"))
    of_none = confirming(one, sent, TransferParty.GIVER, confirms=stored.id)

    assert cases(sent, stored, of_another) == ["confirmed-nothing", *open_ones]
    assert cases(sent, stored, of_none) == ["confirmed-nothing", *open_ones]
    assert cases(of_another) == ["confirmed-nothing"]


def test_a_confirmation_is_nothing_that_is_done_with_the_exhibit():
    sent, received, one, gone = events_of(SENT, RECEIVED, (A.STORED, 15, {}), (A.DESTROYED, 14, {}))
    late = confirming(one, sent, TransferParty.GIVER, number=9)

    found = check_custody(DEVICE, [sent, received, gone, late], (), at=NOW + timedelta(days=30))

    assert "after-disposal" not in {each.case for each in found}


def test_strokes_are_read_as_they_were_drawn():
    strokes = (tuple((n, n) for n in range(9)), ((1000, 400), (0, 0)))

    assert read_strokes(strokes_text(strokes)) == strokes
    for untrusted in ("", "1,2", "1,2 ;3,4", "-1,2 3,4", "1,2 " * 9, strokes_text([[(1, 1)] * 3000])):
        with pytest.raises(ValueRefusedError):
            read_strokes(untrusted)
