"""What a custody event needs, and what does not follow from those before it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from thb_desktop import errors
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import ABOUT_EARLIER, CUSTODY_KINDS, DISPOSALS
from thb_desktop.domain.custody_rules import (
    custodian_after,
    has_open_transfer,
    verify_arrival,
    verify_event,
    verify_seal_free,
)
from thb_desktop.domain.exhibit_fields import CUSTODY_EVENT
from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.domain.vocabulary import ClockSource, CustodyAction, LackedField

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
EXHIBIT = ExhibitId("exhibit")


def made(action: CustodyAction = CustodyAction.SEIZED, **changes: Any) -> CustodyEvent:
    fields: dict[str, Any] = {
        "id": RowId("1"),
        "exhibit_id": EXHIBIT,
        "number": 1,
        "action": action,
        "occurred_at": NOW,
        "recorded_at": NOW,
        "clock_source": ClockSource.DEVICE_UNVERIFIED,
        "actor_id": None,
        "actor": "An officer",
        "place": "A-1",
        "reason": "Search",
    }
    return CustodyEvent(**{**fields, **changes})


SENT = made(CustodyAction.TRANSFER_OUT, from_party="Registry", to_party="Laboratory")
RECEIVED = made(CustodyAction.TRANSFER_IN, from_party="Registry", to_party="Laboratory")
DAY = timedelta(hours=24)


@pytest.mark.parametrize(
    ("event", "error"),
    [
        (made(reason=" "), errors.ReasonMissingError),
        (made(actor=""), errors.ValueRefusedError),
        (made(sha256="ABCD"), errors.DigestFormError),
        (made(occurred_at=NOW + timedelta(minutes=6)), errors.FutureEventError),
        (made(occurred_at=NOW - DAY - timedelta(seconds=1)), errors.LateEntryError),
        (made(CustodyAction.VERIFIED), errors.DigestMissingError),
        (made(CustodyAction.SEALED), errors.SealError),
        (made(CustodyAction.RESEALED, former_seal="1"), errors.SealError),
        (made(CustodyAction.CORRECTION), errors.CustodyNumberError),
        (
            made(CustodyAction.CORRECTION, corrects=RowId("of another"), right_value="A-2"),
            errors.CustodyNumberError,
        ),
        (made(CustodyAction.CORRECTION, corrects=RowId("1")), errors.FieldMissingError),
        (made(corrects=RowId("1")), errors.FieldNotAskedError),
        (made(CustodyAction.EXAMINED, to_party="A receiver"), errors.FieldNotAskedError),
        (made(CustodyAction.INCIDENT, notified="A", seal="BE-1"), errors.FieldNotAskedError),
        (made(CustodyAction.STORED, place="A", wrong_value="A-1"), errors.FieldNotAskedError),
        (made(CustodyAction.UNSEALED), errors.SealError),
        (made(CustodyAction.SEAL_CHECKED, seal="BE-1"), errors.FieldMissingError),
        (made(CustodyAction.LOANED, due_on=NOW.date()), errors.TransferError),
        (made(CustodyAction.LOANED, from_party="A", to_party="B"), errors.FieldMissingError),
        (
            made(CustodyAction.LOANED, from_party="A", to_party="B", due_on=NOW.date() - timedelta(days=1)),
            errors.DateImpossibleError,
        ),
        (made(CustodyAction.MOVED, place=""), errors.FieldMissingError),
        (made(CustodyAction.PACKAGED), errors.FieldMissingError),
        (made(CustodyAction.PACKAGED, packaging="Bag 7", seal="BAG-7"), errors.FieldNotAskedError),
        (made(CustodyAction.PRESENTED_IN_COURT), errors.FieldMissingError),
        (made(CustodyAction.RETURNED_TO_OWNER), errors.FieldMissingError),
        (made(CustodyAction.STORED, place=" "), errors.FieldMissingError),
        (made(CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY), errors.FieldMissingError),
        (made(CustodyAction.DESTROYED, document="O", method="M"), errors.FieldMissingError),
        (made(CustodyAction.DESTROYED, document="O", witness="W"), errors.FieldMissingError),
        (made(CustodyAction.DESTROYED, method="M", witness="W"), errors.FieldMissingError),
        (made(CustodyAction.ERASED), errors.FieldMissingError),
        (made(CustodyAction.CONSUMED_IN_TEST, document="O"), errors.FieldMissingError),
        (made(CustodyAction.CONVERTED), errors.FieldMissingError),
        (made(CustodyAction.DISCLOSED, to_party="Court"), errors.FieldMissingError),
        (made(CustodyAction.REDACTED), errors.FieldMissingError),
        (made(CustodyAction.TRANSLATED), errors.FieldMissingError),
        (made(CustodyAction.RECEIPT_CONFIRMED, sha256="0" * 64), errors.FieldMissingError),
        (made(CustodyAction.SEIZED, read_only=False), errors.FieldNotAskedError),
        (made(lacked=LackedField.METHOD), errors.FieldNotAskedError),
        (made(CustodyAction.ACQUIRED, source_sha256="AB"), errors.DigestFormError),
        (made(CustodyAction.ACQUIRED, weak_digest="AB"), errors.OtherDigestFormError),
        (made(CustodyAction.STORED, place="A", due_on=NOW.date()), errors.FieldNotAskedError),
        (RECEIVED, errors.TransferError),
        (replace(SENT, to_party=""), errors.TransferError),
    ],
)
def test_an_event_that_lacks_what_its_kind_needs_is_refused(
    event: CustodyEvent, error: type[errors.ThbError]
):
    with pytest.raises(error):
        verify_event(event, [made()])


@pytest.mark.parametrize(
    "event",
    [
        made(),
        made(occurred_at=NOW + timedelta(minutes=4)),
        made(occurred_at=NOW - DAY),
        made(occurred_at=NOW - 2 * DAY, late_entry_reason="Paper file"),
        made(CustodyAction.CORRECTION, corrects=RowId("1"), right_value="A-2"),
        made(CustodyAction.VERIFIED, sha256="0" * 64),
        made(CustodyAction.SEALED, seal="BE-1"),
        made(CustodyAction.RECEIPT_CONFIRMED, document="Receipt 4", sha256="0" * 64),
        made(CustodyAction.VIEWED, read_only=False),
        made(CustodyAction.INCIDENT),
        made(CustodyAction.LOST_OR_DAMAGED),
        made(CustodyAction.VOLUNTARILY_HANDED_OVER),
        made(CustodyAction.ANALYSED),
        SENT,
    ],
)
def test_an_event_with_what_its_kind_needs_is_accepted(event: CustodyEvent):
    verify_event(event, [made()])


def test_a_transfer_is_received_once_and_only_after_it_was_sent():
    verify_event(RECEIVED, [made(), SENT])

    with pytest.raises(errors.TransferError):
        verify_event(RECEIVED, [made(), SENT, RECEIVED])


def test_an_exhibit_is_not_sent_twice_while_a_transfer_is_open():
    with pytest.raises(errors.TransferError):
        verify_event(SENT, [made(), SENT])

    verify_event(SENT, [made(), SENT, RECEIVED])
    assert has_open_transfer([made(), SENT])
    assert not has_open_transfer([made(), SENT, RECEIVED])


@pytest.mark.parametrize("action", list(DISPOSALS))
def test_an_exhibit_that_is_no_more_takes_only_what_is_about_an_earlier_event(action: CustodyAction):
    gone = [made(), made(action)]
    correction = made(CustodyAction.CORRECTION, corrects=RowId("1"), right_value="A-2")

    for each in CustodyAction:
        if each not in ABOUT_EARLIER:
            with pytest.raises(errors.ExhibitDisposedError):
                verify_event(made(each), gone)
    verify_event(correction, gone)
    assert custodian_after(gone) == ""


def test_every_action_is_described_and_needs_only_what_it_asks_for():
    assert set(CUSTODY_KINDS) == set(CustodyAction)
    described = {field.name for field in CUSTODY_EVENT.fields} | {"recorded_by", "strokes"}
    assert all(
        kind.needs <= kind.asks | {"place"} and kind.asks <= described for kind in CUSTODY_KINDS.values()
    )
    assert all(kind.awaits <= kind.asks - kind.needs for kind in CUSTODY_KINDS.values())


def test_an_exhibit_comes_into_the_file_by_an_arrival():
    verify_arrival(CustodyAction.VOLUNTARILY_HANDED_OVER)

    with pytest.raises(errors.ValueRefusedError):
        verify_arrival(CustodyAction.STORED)


def test_a_seal_number_stands_on_one_exhibit_only():
    verify_seal_free(EXHIBIT, "BE-1", frozenset({EXHIBIT}))
    verify_seal_free(EXHIBIT, "", frozenset({ExhibitId("another")}))

    with pytest.raises(errors.SealError):
        verify_seal_free(EXHIBIT, "BE-1", frozenset({EXHIBIT, ExhibitId("another")}))


def test_the_custodian_is_told_in_the_order_in_which_things_happened():
    deposited = made(
        CustodyAction.STORED, place="Registry", occurred_at=NOW - timedelta(hours=1), id=RowId("2")
    )
    received = made(CustodyAction.TRANSFER_IN, to_party="Clerk", occurred_at=NOW, id=RowId("3"))

    assert custodian_after([made(occurred_at=NOW - timedelta(hours=2)), deposited]) == "Registry"
    assert custodian_after([received, deposited]) == "Clerk"
    assert custodian_after([]) == ""


@pytest.mark.parametrize(
    ("event", "field"),
    [
        (made(reason=" "), "reason"),
        (made(actor=""), "actor"),
        (made(sha256="ABCD"), "sha256"),
        (made(occurred_at=NOW + timedelta(minutes=6)), "occurred_at"),
        (made(occurred_at=NOW - DAY - timedelta(seconds=1)), "late_entry_reason"),
        (made(CustodyAction.SEALED), "seal"),
        (made(CustodyAction.CORRECTION, right_value="A-2"), "corrects"),
        (made(CustodyAction.TRANSFER_OUT, from_party="Registry"), "to_party"),
    ],
)
def test_a_refused_event_names_the_field_that_it_is_about(event: CustodyEvent, field: str):
    with pytest.raises(errors.UsageError) as refused:
        verify_event(event, ())

    assert refused.value.field == f"custody_event.{field}"
