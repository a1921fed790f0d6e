"""Rules of custody: what one event needs, and how it must follow from the earlier ones."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.content_digests import is_digest, is_strong_digest, is_weak_digest
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_corrected import corrected
from thb_desktop.domain.custody_kinds import (
    ABOUT_EARLIER,
    ARRIVALS,
    ASKED,
    CONFIRMATIONS,
    CUSTODY_KINDS,
    Direction,
)
from thb_desktop.domain.date_reach import verify_reach
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import (
    ConfirmationError,
    CustodyNumberError,
    DateImpossibleError,
    DigestFormError,
    DigestMissingError,
    ExhibitDisposedError,
    FieldMissingError,
    FieldNotAskedError,
    FutureEventError,
    LateEntryError,
    OtherDigestFormError,
    ReasonMissingError,
    SealError,
    TransferError,
    UsageError,
    ValueRefusedError,
)

_MISSING: Mapping[str, tuple[type[UsageError], str]] = MappingProxyType(
    {
        "sha256": (DigestMissingError, "a verification says against which digest it was made"),
        "seal": (SealError, "sealing needs the number of the seal"),
        "from_party": (TransferError, "a transfer names who hands over and who receives"),
        "to_party": (TransferError, "a transfer names who hands over and who receives"),
        "corrects": (CustodyNumberError, "a correction names the event that it is about"),
    }
)
"""The errors for an empty field that an action needs."""
_ANY_MISSING = (FieldMissingError, "a required field is empty")
"""The error for any other field."""

_LATE = timedelta(hours=24)
_CLOCKS_DIFFER = timedelta(minutes=5)


def verify_event(event: CustodyEvent, earlier: Sequence[CustodyEvent]) -> None:
    """Refuse an event that lacks what its kind needs, that has a field which its kind does not have, or that
    does not follow from the earlier ones.

    earlier: at least what disposed of the exhibit, the last that sent or received it, and what is corrected.
    Times may run against the order of entry, as on paper: the record says so, and nothing is refused.
    """
    verify_reach("custody_event", event, event.recorded_at)
    if is_blank(event.reason):
        raise ReasonMissingError("a custody event needs a reason", "custody_event.reason")
    if is_blank(event.actor):
        raise ValueRefusedError("a custody event must say who acted", "custody_event.actor")
    if is_disposed(earlier) and event.action not in ABOUT_EARLIER:
        raise ExhibitDisposedError(
            "the exhibit was disposed of; only what is about an earlier event can be recorded"
        )
    _verify_times(event)
    for name, digest in (("sha256", event.sha256), ("source_sha256", event.source_sha256)):
        if digest and not is_digest(digest):
            raise DigestFormError(
                "a SHA-256 value has 64 characters, 0 to 9 and a to f in small letters",
                f"custody_event.{name}",
            )
    if event.weak_digest and not (is_weak_digest(event.weak_digest) or is_strong_digest(event.weak_digest)):
        raise OtherDigestFormError(
            "an MD5 value has 32 characters, 0 to 9 and a to f in small letters, SHA-1 40, SHA-512 128, and "
            "SHA3-256 64 behind sha3-256:",
            "custody_event.weak_digest",
        )
    if event.due_on is not None and event.due_on < event.occurred_at.date():
        raise DateImpossibleError("a loan is not due before it begins", "custody_event.due_on")
    _verify_fields(event)
    if event.corrects is not None and event.corrects not in {each.id for each in earlier}:
        raise CustodyNumberError(
            "a correction must name an event of the same exhibit", "custody_event.corrects"
        )
    if any(each.id == event.corrects and each.action in CONFIRMATIONS for each in earlier):
        raise ConfirmationError("a confirmation is withdrawn, not corrected", "custody_event.corrects")
    _verify_transfer(event, earlier)


def is_disposed(events: Iterable[CustodyEvent]) -> bool:
    """Whether the exhibit was disposed of by these events."""
    return any(CUSTODY_KINDS[event.action].disposes for event in events)


def is_given_back(events: Iterable[CustodyEvent]) -> bool:
    """Whether the exhibit was given back by these events, in the order of entry, and did not come again."""
    back = False
    for event in events:
        kind = CUSTODY_KINDS[event.action]
        back = kind.gives_back or (back and not kind.brings)
    return back


def verify_arrival(action: CustodyAction) -> None:
    if action not in ARRIVALS:
        raise ValueRefusedError(
            "the first event of an exhibit must be an acquisition: found, seized, handed over or made"
        )


def verify_seal_free(
    exhibit_id: ExhibitId, seal: str, holders: frozenset[ExhibitId], field: str = "custody_event.seal"
) -> None:
    """Refuse a seal number that another exhibit has (V-E-03)."""
    if seal and holders - {exhibit_id}:
        raise SealError("another exhibit has a seal with this number", field)


def custodian_after(events: Sequence[CustodyEvent]) -> str:
    """Return who holds the exhibit, or its place, after these events, as corrections tell them."""
    entered = (each for each in corrected(events) if each.action not in ABOUT_EARLIER)
    held = holders(sorted(entered, key=lambda each: (each.occurred_at, each.number)))
    return held[-1][1] if held else ""


def holders(happened: Iterable[CustodyEvent]) -> list[tuple[CustodyEvent, str]]:
    """Return each event with which another one got the exhibit, and who; nobody after a disposal.

    happened: the corrected events in the order in which they happened.
    """
    found: list[tuple[CustodyEvent, str]] = []
    held = ""
    for event in happened:
        now = holder_after(held, event)
        if now != held:
            found.append((event, now))
        held = now
    return found


def holder_after(held: str, event: CustodyEvent) -> str:
    """Return who holds the exhibit, or its place, after this event. held: who held it before."""
    kind = CUSTODY_KINDS[event.action]
    if kind.disposes:
        return ""
    if not kind.takes:
        return held
    place = "" if kind.arrives or kind.direction is Direction.IN else event.place
    return event.to_party or place or event.actor


def has_open_transfer(events: Sequence[CustodyEvent]) -> bool:
    """Whether the last transfer sent, in the order of entry, was never received."""
    directions = [kind.direction for event in events if (kind := CUSTODY_KINDS[event.action]).paired]
    return bool(directions) and directions[-1] is Direction.OUT


def _verify_fields(event: CustodyEvent) -> None:
    """Refuse an event that lacks a field of its kind, or has one of another kind."""
    kind = CUSTODY_KINDS[event.action]
    for field in sorted(kind.needs):
        if is_blank(str(getattr(event, field) or "")):
            passes_on = kind.direction is not None or field not in ("from_party", "to_party")
            error, sentence = _MISSING.get(field, _ANY_MISSING) if passes_on else _ANY_MISSING
            raise error(sentence, f"custody_event.{field}")
    for field in sorted(ASKED - CUSTODY_KINDS[event.action].asks):
        if getattr(event, field) not in (None, ""):
            raise FieldNotAskedError("this event does not have this field", f"custody_event.{field}")


def is_ahead(occurred_at: datetime, recorded_at: datetime) -> bool:
    """Whether an event was recorded before it was, by more than two clocks differ."""
    return occurred_at > recorded_at + _CLOCKS_DIFFER


def lacks_delay(occurred_at: datetime, recorded_at: datetime, reason: str) -> bool:
    """Whether an event was recorded late, and nothing says why."""
    return recorded_at - occurred_at > _LATE and is_blank(reason)


def _verify_times(event: CustodyEvent) -> None:
    if is_ahead(event.occurred_at, event.recorded_at):
        raise FutureEventError("the time of the event is in the future", "custody_event.occurred_at")
    if lacks_delay(event.occurred_at, event.recorded_at, event.late_entry_reason):
        raise LateEntryError(
            "an event that is recorded more than a day later needs a reason for the delay",
            "custody_event.late_entry_reason",
        )


def _verify_transfer(event: CustodyEvent, earlier: Sequence[CustodyEvent]) -> None:
    kind = CUSTODY_KINDS[event.action]
    if not kind.paired:
        return
    is_open = has_open_transfer(earlier)
    if kind.direction is Direction.IN and not is_open:
        raise TransferError("a transfer must be sent before it is received", "custody_event.action")
    if kind.direction is Direction.OUT and is_open:
        raise TransferError(
            "a transfer of this exhibit is still open: record first that it was received",
            "custody_event.action",
        )
