"""Both parties confirm a transfer, with a key, on the screen or on paper; a wrong one is withdrawn."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.services.bundling.test_signing_copies import scan
from tests.support.offices import LATER, Small, act, registered
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.confirmations import digest_of_all
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.domain.strokes import strokes_text
from thb_desktop.domain.vocabulary import ConfirmationWay, CustodyAction, TransferParty
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import confirmations, custody, exhibits
from thb_desktop.services.evidence.confirmations import OnPaper, Transfer
from thb_desktop.services.evidence.custody_checks import check_exhibit
from thb_desktop.services.evidence.transfer_form import transfer_form

GIVER, RECEIVER = TransferParty.GIVER, TransferParty.RECEIVER
STROKES = strokes_text([[(10 * n, 5 * n) for n in range(12)], [(500, 20), (510, 90)]])
PARTIES: dict[str, Any] = {"from_party": "Claire Vandenhove", "to_party": "Jan Peeters"}


def sent(session: Session, small: Small, count: int = 2, **changes: Any) -> tuple[CustodyEvent, ...]:
    """Exhibits that the judge hands over to a laboratory by one act."""
    kept = [registered(session, small, number=f"E-{n}") for n in range(1, count + 1)]
    told = act(CustodyAction.TRANSFER_OUT, **{**PARTIES, **changes})
    return custody.record_for_many(session, [each.id for each in kept], told)


def shown(session: Session, events: Sequence[CustodyEvent]) -> tuple[tuple[Transfer, ...], list[RowId], str]:
    found = confirmations.transfers_of_act(session, events[0].id)
    return found, [each.event.id for each in found], digest_of_all([each.digest for each in found])


def on_paper(session: Session, small: Small, digest: str, **changes: Any) -> OnPaper:
    fields: dict[str, Any] = {
        "signer": "Jan Peeters",
        "signed_at": LATER,
        "scan_id": scan(session, small).id,
        "digest": digest,
        "late_entry_reason": "The form came by post",
    }
    return OnPaper(**{**fields, **changes})


def open_in(session: Session, exhibit_id: ExhibitId) -> list[str]:
    return [each.case.removeprefix("custody.") for each in check_exhibit(session, exhibit_id).findings]


def test_what_nobody_confirmed_is_told_of_both_parties(session: Session, small: Small):
    events = sent(session, small)

    assert [open_in(session, each.exhibit_id) for each in events] == [
        ["giver-unconfirmed", "receiver-unconfirmed"],
        ["giver-unconfirmed", "receiver-unconfirmed"],
    ]


def test_one_act_is_confirmed_with_a_key_and_on_paper(session: Session, small: Small):
    events = sent(session, small)
    _, ids, digest = shown(session, events)

    given = confirmations.confirm_by_key(session, ids, GIVER, shown=digest)
    signed = confirmations.confirm_on_paper(session, ids, RECEIVER, on_paper(session, small, digest[:10]))

    assert {each.exhibit_id for each in given} == {each.exhibit_id for each in events}
    assert len({each.act_id for each in given}) == 1
    assert [(each.actor, each.recorder, each.way) for each in given] == [
        (session.user.name, session.user.name, ConfirmationWay.BY_KEY)
    ] * 2
    assert [(each.actor, each.recorder, each.way, bool(each.scan_id)) for each in signed] == [
        ("Jan Peeters", session.user.name, ConfirmationWay.ON_PAPER, True)
    ] * 2
    assert [open_in(session, each.exhibit_id) for each in events] == [[], []]
    named = {
        each.scan_id: exhibits.get_bare_exhibit(session, each.scan_id).number
        for each in signed
        if each.scan_id
    }
    assert [check_exhibit(session, each.exhibit_id).scans for each in events] == [named, named]


def test_a_signature_drawn_on_the_screen_is_kept_with_the_digest(session: Session, small: Small):
    events = sent(session, small, 1)
    found, ids, digest = shown(session, events)

    (drawn,) = confirmations.confirm_drawn(
        session, ids, RECEIVER, shown=digest, name="Jan Peeters", strokes=STROKES
    )

    assert (drawn.strokes, drawn.sha256, drawn.confirms) == (STROKES, found[0].digest, events[0].id)
    assert drawn.occurred_at == drawn.recorded_at
    assert open_in(session, drawn.exhibit_id) == ["giver-unconfirmed"]


def test_the_receiver_can_confirm_what_was_received(session: Session, small: Small):
    (event,) = sent(session, small, 1)
    _, ids, digest = shown(session, [event])
    confirmations.confirm_by_key(session, ids, GIVER, shown=digest)
    came = custody.record_custody_event(session, event.exhibit_id, act(CustodyAction.TRANSFER_IN, **PARTIES))
    _, ids, digest = shown(session, [came])

    confirmations.confirm_drawn(session, ids, RECEIVER, shown=digest, name="Jan Peeters", strokes=STROKES)

    assert open_in(session, event.exhibit_id) == []


def test_who_confirms_for_somebody_else_is_told(session: Session, small: Small):
    events = sent(session, small, 1, from_party="Registry")
    _, ids, digest = shown(session, events)

    confirmations.confirm_by_key(session, ids, RECEIVER, shown=digest)

    assert open_in(session, events[0].exhibit_id) == ["confirmed-for", "giver-unconfirmed"]


@pytest.mark.parametrize("named", [True, False], ids=["named as the giver", "confirmed for the giver"])
def test_one_user_does_not_confirm_for_both_parties_with_one_key(session: Session, small: Small, named: bool):
    """The other party may still draw its signature there, or sign on paper."""
    events = sent(session, small, 1, **({} if named else {"from_party": "Registry"}))
    _, ids, digest = shown(session, events)
    if not named:
        confirmations.confirm_by_key(session, ids, GIVER, shown=digest)

    with pytest.raises(errors.OwnOtherSideError) as refused:
        confirmations.confirm_by_key(session, ids, RECEIVER, shown=digest)
    confirmations.confirm_drawn(session, ids, RECEIVER, shown=digest, name="Jan Peeters", strokes=STROKES)

    assert (refused.value.code, refused.value.field) == ("own-other-side", "custody_event.party")
    assert "receiver-unconfirmed" not in open_in(session, events[0].exhibit_id)


def test_one_user_does_not_confirm_what_was_sent_and_what_was_received_of_it(session: Session, small: Small):
    """The two events are one transfer: who gave is not who received."""
    (event,) = sent(session, small, 1, from_party="Registry")
    _, ids, digest = shown(session, [event])
    (given,) = confirmations.confirm_by_key(session, ids, GIVER, shown=digest)
    parties = {**PARTIES, "from_party": "Registry"}
    came = custody.record_custody_event(session, event.exhibit_id, act(CustodyAction.TRANSFER_IN, **parties))
    _, ids, digest = shown(session, [came])

    with pytest.raises(errors.OwnOtherSideError):
        confirmations.confirm_by_key(session, ids, RECEIVER, shown=digest)
    confirmations.withdraw_confirmation(session, given.id, "Given by mistake")

    assert confirmations.confirm_by_key(session, ids, RECEIVER, shown=digest)


def test_a_wrong_confirmation_is_withdrawn_for_a_reason_and_given_again(session: Session, small: Small):
    events = sent(session, small, from_party="Registry")
    _, ids, digest = shown(session, events)
    wrong = confirmations.confirm_by_key(session, ids, RECEIVER, shown=digest)

    back = confirmations.withdraw_confirmation(session, wrong[0].id, "The receiver was not there")

    assert [(each.confirms, each.recorder) for each in back] == [
        (each.id, session.user.name) for each in wrong
    ]
    assert open_in(session, events[1].exhibit_id) == ["giver-unconfirmed", "receiver-unconfirmed"]
    confirmations.confirm_drawn(session, ids, RECEIVER, shown=digest, name="Jan Peeters", strokes=STROKES)
    assert open_in(session, events[1].exhibit_id) == ["giver-unconfirmed"]
    with pytest.raises(errors.ConfirmationError):
        confirmations.withdraw_confirmation(session, wrong[0].id, "Once more")
    with pytest.raises(errors.ConfirmationError):
        confirmations.withdraw_confirmation(session, events[0].id, "No confirmation")
    with pytest.raises(errors.ReasonMissingError):
        confirmations.withdraw_confirmation(session, wrong[0].id, " ")


def test_a_transfer_that_is_corrected_afterwards_is_to_be_confirmed_again(session: Session, small: Small):
    (event,) = sent(session, small, 1)
    _, ids, digest = shown(session, [event])
    confirmations.confirm_by_key(session, ids, GIVER, shown=digest)
    mended = act(
        CustodyAction.CORRECTION, corrects=event.id, wrong_value="Jan Peeters", right_value="Els Maes"
    )
    custody.record_custody_event(session, event.exhibit_id, mended)

    assert open_in(session, event.exhibit_id) == [
        "confirmed-otherwise",
        "giver-unconfirmed",
        "receiver-unconfirmed",
    ]
    with pytest.raises(errors.TransferDigestError):
        confirmations.confirm_by_key(session, ids, RECEIVER, shown=digest)
    found, ids, digest = shown(session, [event])
    assert found[0].event.to_party == "Els Maes"
    confirmations.confirm_by_key(session, ids, GIVER, shown=digest)
    assert open_in(session, event.exhibit_id) == ["confirmed-otherwise", "receiver-unconfirmed"]


def test_a_transfer_of_a_batch_that_was_corrected_is_shown_and_confirmed_by_itself(
    session: Session, small: Small
):
    events = sent(session, small, 3)
    _, ids, digest = shown(session, events)
    confirmations.confirm_by_key(session, ids, GIVER, shown=digest)
    mended = act(
        CustodyAction.CORRECTION, corrects=events[1].id, wrong_value="Jan Peeters", right_value="Els Maes"
    )
    custody.record_custody_event(session, events[1].exhibit_id, mended)

    others, _, _ = shown(session, events)
    alone, ids, digest = shown(session, events[1:2])

    assert [(each.exhibit.number, each.event.to_party) for each in others] == [
        ("E-1", "Jan Peeters"),
        ("E-3", "Jan Peeters"),
    ]
    assert [(each.exhibit.number, each.event.to_party, each.missing) for each in alone] == [
        ("E-2", "Els Maes", (GIVER, RECEIVER))
    ]
    confirmations.confirm_by_key(session, ids, GIVER, shown=digest)
    assert "giver-unconfirmed" not in open_in(session, events[1].exhibit_id)


def test_a_transfer_of_an_exhibit_that_was_struck_out_is_not_shown(session: Session, small: Small):
    events = sent(session, small)
    corrections.strike_out(session, "exhibit", events[0].exhibit_id, "Entered twice")

    with pytest.raises(errors.StruckOutError):
        confirmations.transfers_of_act(session, events[0].id)
    assert [each.exhibit.number for each in confirmations.transfers_of_act(session, events[1].id)] == ["E-2"]


def test_what_cannot_be_confirmed_is_refused_and_nothing_is_recorded(session: Session, small: Small):
    events = sent(session, small)
    _, ids, digest = shown(session, events)
    kept = registered(session, small, number="E-9")
    seized = custody.list_events(session, kept.id)[0]
    paper = on_paper(session, small, digest)
    refused = (
        (errors.ConfirmationError, lambda: confirmations.transfers_of_act(session, seized.id)),
        (errors.NotFoundError, lambda: confirmations.transfers_of_act(session, RowId("x"))),
        (errors.ConfirmationError, lambda: confirmations.confirm_by_key(session, [], GIVER, shown=digest)),
        (
            errors.ConfirmationError,
            lambda: confirmations.confirm_by_key(session, [seized.id], GIVER, shown=digest),
        ),
        (
            errors.TransferDigestError,
            lambda: confirmations.confirm_by_key(session, ids[:1], GIVER, shown=digest),
        ),
        *(
            (error, lambda changes=changes: paper_of(changes))  # type: ignore[misc]
            for error, changes in (
                (errors.TransferDigestError, {"digest": digest[:7]}),
                (errors.TransferDigestError, {"digest": "0" * 64}),
                (errors.NotTheScanError, {"scan_id": kept.id}),
                (errors.NotFoundError, {"scan_id": ExhibitId("x")}),
                (errors.ValueRefusedError, {"signer": " "}),
                (errors.LateEntryError, {"late_entry_reason": "", "signed_at": LATER - timedelta(days=3)}),
                (errors.FutureEventError, {"signed_at": LATER + timedelta(days=3)}),
            )
        ),
        *(
            (errors.ValueRefusedError, lambda drawn=drawn: draws(drawn))  # type: ignore[misc]
            for drawn in ("", "1,1", "a,b;c,d", STROKES + ";1001,5 2,2", STROKES + ";5,401", "٣,4 " * 9)
        ),
    )

    def paper_of(changes: dict[str, Any]) -> object:
        return confirmations.confirm_on_paper(session, ids, RECEIVER, replace(paper, **changes))

    def draws(strokes: str) -> object:
        return confirmations.confirm_drawn(session, ids, GIVER, shown=digest, name="X", strokes=strokes)

    for error, attempt in refused:
        with pytest.raises(error):
            attempt()
    assert all(len(custody.list_events(session, each.exhibit_id)) == 2 for each in events)

    given = confirmations.confirm_by_key(session, ids, GIVER, shown=digest)
    with pytest.raises(errors.ConfirmationError):
        confirmations.confirm_by_key(session, ids, GIVER, shown=digest)
    mended = act(CustodyAction.CORRECTION, corrects=given[0].id, wrong_value="x", right_value="y")
    with pytest.raises(errors.ConfirmationError):
        custody.record_custody_event(session, given[0].exhibit_id, mended)
    for action in (CustodyAction.TRANSFER_CONFIRMED, CustodyAction.CONFIRMATION_WITHDRAWN):
        with pytest.raises(errors.ValueRefusedError):
            custody.record_custody_event(session, given[0].exhibit_id, act(action))


def test_what_an_exhibit_was_confirmed_for_can_be_said_after_it_is_gone(session: Session, small: Small):
    from tests.support.second_person import ALONE

    (event,) = sent(session, small, 1)
    custody.record_custody_event(session, event.exhibit_id, act(CustodyAction.DESTROYED), second=ALONE)
    _, ids, digest = shown(session, [event])

    paper = on_paper(session, small, digest)
    confirmations.confirm_on_paper(session, ids, RECEIVER, paper)

    assert "receiver-unconfirmed" not in open_in(session, event.exhibit_id)
    assert v.CustodyAction.DESTROYED in {
        each.action for each in custody.list_events(session, event.exhibit_id)
    }


def test_a_loan_and_its_return_are_confirmed_by_both_parties(session: Session, small: Small):
    kept = registered(session, small, seal="BE-1")
    lent = custody.record_custody_event(
        session,
        kept.id,
        act(
            v.CustodyAction.LOANED,
            from_party="Registry",
            to_party="Laboratory",
            due_on=LATER.date() + timedelta(days=30),
        ),
    )
    back = custody.record_custody_event(session, kept.id, act(v.CustodyAction.RETURNED_FROM_LOAN))
    assert (LATER.date() + timedelta(days=30)).isoformat() in transfer_form(session, lent.id).texts()

    for event in (lent, back):
        (found,) = confirmations.transfers_of_act(session, event.id)
        confirmations.confirm_by_key(session, [event.id], GIVER, shown=found.digest)
        confirmations.confirm_drawn(
            session, [event.id], RECEIVER, shown=found.digest, name="Laboratory", strokes=STROKES
        )

    assert confirmations.transfers_of_act(session, lent.id)[0].missing == ()
    assert confirmations.transfers_of_act(session, back.id)[0].missing == ()
    said = [each.case for each in check_exhibit(session, kept.id).findings]
    assert said.count("confirmed-for") == 1  # the user is not the registry


def test_nobody_says_why_they_confirm_and_so_nothing_is_said(session: Session, small: Small):
    (transfer, *_) = sent(session, small)
    found = confirmations.transfers_of_act(session, transfer.id)

    given = confirmations.confirm_by_key(
        session,
        [each.event.id for each in found],
        TransferParty.GIVER,
        shown=digest_of_all([each.digest for each in found]),
    )

    assert {each.reason for each in given} == {"\u2013"}
    assert transfer.reason not in {each.reason for each in given}
