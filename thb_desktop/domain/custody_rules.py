"""Rules of custody: what one event needs, and how it must fit those before it."""

import re
from collections.abc import Sequence
from datetime import timedelta

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import (
    CustodyNumberError,
    DigestMissingError,
    FutureEventError,
    LateEntryError,
    ReasonMissingError,
    SealError,
    TransferError,
    ValueRefusedError,
)

ARRIVALS = frozenset(
    {
        CustodyAction.IDENTIFIED,
        CustodyAction.SEIZED,
        CustodyAction.COLLECTED,
        CustodyAction.VOLUNTARILY_HANDED_OVER,
        CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY,
        CustodyAction.PHOTOGRAPHED,
        CustodyAction.ACQUIRED,
        CustodyAction.COPIED,
    }
)
"""How an exhibit can come into the file: the first event of each."""

_SEALING = frozenset({CustodyAction.SEALED, CustodyAction.RESEALED})
_LATE = timedelta(hours=24)
_CLOCKS_DIFFER = timedelta(minutes=5)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


def verify_event(event: CustodyEvent, earlier: Sequence[CustodyEvent]) -> None:
    """Refuse an event that lacks what its kind needs, or that does not follow from those entered before it.

    Times may run against the order of entry, as they do on paper: that is told in the record, not refused.
    """
    if not event.reason.strip():
        raise ReasonMissingError("a custody event needs a reason")
    if not event.actor.strip():
        raise ValueRefusedError("a custody event needs to say who acted")
    _verify_times(event)
    if event.sha256 and not _DIGEST.fullmatch(event.sha256):
        raise ValueRefusedError("a SHA-256 value has 64 hexadecimal digits in small letters")
    if event.action is CustodyAction.VERIFIED and not event.sha256:
        raise DigestMissingError("a verification says against which digest it was made")
    if event.action in _SEALING and not event.seal.strip():
        raise SealError("sealing needs the number of the seal")
    if (event.action is CustodyAction.CORRECTION) != (event.corrects is not None):
        raise CustodyNumberError("a correction, and nothing else, names the event that it is about")
    if event.corrects is not None and event.corrects not in {each.id for each in earlier}:
        raise CustodyNumberError("a correction names an event of the same exhibit")
    _verify_transfer(event, earlier)


def verify_arrival(action: CustodyAction) -> None:
    if action not in ARRIVALS:
        raise ValueRefusedError("an exhibit comes into the file by being found, seized, handed over or made")


def verify_seal_free(exhibit_id: ExhibitId, seal: str, holders: frozenset[ExhibitId]) -> None:
    """Refuse a seal number that stands on another exhibit (V-E-03)."""
    if seal and holders - {exhibit_id}:
        raise SealError("a seal of this number stands on another exhibit")


def custodian_after(events: Sequence[CustodyEvent]) -> str:
    """Who holds the exhibit, or where it lies, after these events in the order in which they happened."""
    held = ""
    for event in sorted(events, key=lambda each: each.occurred_at):
        if event.action in (CustodyAction.TRANSFER_OUT, CustodyAction.LOANED, CustodyAction.STORED):
            held = event.to_party or event.place or event.actor
        elif event.action in ARRIVALS or event.action is CustodyAction.TRANSFER_IN:
            held = event.to_party or event.actor
    return held


def has_open_transfer(events: Sequence[CustodyEvent]) -> bool:
    """Whether the last transfer that was sent, in the order of entry, was never received."""
    transfers = [
        each.action
        for each in events
        if each.action in (CustodyAction.TRANSFER_OUT, CustodyAction.TRANSFER_IN)
    ]
    return bool(transfers) and transfers[-1] is CustodyAction.TRANSFER_OUT


def _verify_times(event: CustodyEvent) -> None:
    if event.occurred_at > event.recorded_at + _CLOCKS_DIFFER:
        raise FutureEventError("the event is said to have happened later than now")
    if event.recorded_at - event.occurred_at > _LATE and not event.late_entry_reason.strip():
        raise LateEntryError("an event that is recorded more than a day later needs a reason for the delay")


def _verify_transfer(event: CustodyEvent, earlier: Sequence[CustodyEvent]) -> None:
    is_open = has_open_transfer(earlier)
    if event.action is CustodyAction.TRANSFER_IN and not is_open:
        raise TransferError("a transfer is received only after it was sent")
    if event.action is CustodyAction.TRANSFER_OUT and is_open:
        raise TransferError("a transfer of this exhibit is still open: record first that it was received")
    if event.action in (CustodyAction.TRANSFER_OUT, CustodyAction.TRANSFER_IN) and not (
        event.from_party.strip() and event.to_party.strip()
    ):
        raise TransferError("a transfer names who hands over and who receives")
