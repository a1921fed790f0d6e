"""Custody findings: what the events of an exhibit, read together, leave open. One set of rules for all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.cooperation import Instrument, UseCondition
from thb_desktop.domain.cooperation_codes import ConditionKind
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CORRECTIONS, CUSTODY_KINDS, THINGS, Direction
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.vocabulary import CustodyAction, ExhibitKind, SealState, VerificationResult
from thb_desktop.findings import Finding
from thb_desktop.findings import holds as say
from thb_desktop.findings import unknown as warn

OPEN_AFTER = timedelta(hours=72)
"""How long a transfer may be under way, and a thing in the hands of whoever took it, before it is told."""
_CORRECTABLE = ("actor", "place", "from_party", "to_party", "seal", "former_seal", "sha256", "source_sha256")
"""The fields whose wrong value a correction replaces; besides, the time."""

REMEDIES: Mapping[str, Finding] = MappingProxyType(
    {
        each.case: each
        for each in (
            say("remedy-of-custody.seal-mismatch"),
            say("remedy-of-custody.seal-unrecorded"),
            say("remedy-of-custody.gap"),
            say("remedy-of-custody.digest-differs"),
            say("remedy-of-custody.digest-other"),
            say("remedy-of-custody.deposit-before-receipt"),
            say("remedy-of-custody.receipt-before-sending"),
            say("remedy-of-custody.open-transfer"),
            say("remedy-of-custody.transfer-without-return"),
            say("remedy-of-custody.open-loan"),
            say("remedy-of-custody.loan-overdue"),
            say("remedy-of-custody.seal-not-intact"),
            say("remedy-of-custody.acquired-unprotected"),
            say("remedy-of-custody.to-be-returned"),
            say("remedy-of-custody.return-overdue"),
            say("remedy-of-custody.after-disposal"),
            say("remedy-of-custody.fields-missing"),
            say("remedy-of-custody.list-differs"),
            say("remedy-of-custody.list-missing"),
        )
    }
)
"""What would resolve a finding, by its case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """To which State an exhibit is to be returned, and by which day, if one is set."""

    to: str
    until: date | None = None


def owed_of(
    exhibit: Exhibit, instruments: Iterable[Instrument], conditions: Iterable[UseCondition]
) -> Owed | None:
    """Return whether a thing is to be returned: its instrument requires it, or a condition on either does."""
    if exhibit.kind not in THINGS:
        return None
    for condition in conditions:
        named = exhibit.id == condition.exhibit_id or (
            condition.instrument_id is not None and exhibit.instrument_id == condition.instrument_id
        )
        if named and condition.kind is ConditionKind.RETURN_AFTER_USE and not condition.struck:
            return Owed(to=condition.imposed_state or condition.imposed_by, until=condition.until)
    for instrument in instruments:
        if instrument.id == exhibit.instrument_id and instrument.return_required and not instrument.struck:
            return Owed(to=instrument.to_country)
    return None


def check_custody(
    exhibit: Exhibit,
    events: Sequence[CustodyEvent],
    files: Sequence[ExhibitFile],
    *,
    at: datetime,
    owed: Owed | None = None,
) -> tuple[Finding, ...]:
    """Return what is open in the custody of one exhibit; each finding is about an event.

    A correction counts: its right value stands in place of the wrong one. Times are compared as moments, to
    the minute, whatever their offsets. at: the moment for which it is said. owed: to whom it is to be
    returned.
    """
    entered = corrected(events)
    happened = sorted(entered, key=lambda each: (_minute(each), each.number))
    return (
        *_check_order(happened),
        *_check_seals(happened),
        *_check_gaps(exhibit, happened),
        *_check_digests(entered, files),
        *_check_acquisition(exhibit, entered),
        *_check_transfers(entered, at),
        *_check_loans(entered, at),
        *(_check_owed(entered, owed, at) if owed else ()),
        *_check_disposal(happened),
        *_check_fields(entered),
    )


def corrected(events: Sequence[CustodyEvent]) -> tuple[CustodyEvent, ...]:
    """Return the events as later corrections tell them. A correction that names no field by its wrong value
    changes nothing.
    """
    told = {event.id: event for event in sorted(events, key=lambda each: each.number)}
    for event in sorted(events, key=lambda each: each.number):
        if event.action is CustodyAction.CORRECTION and event.corrects in told:
            told[event.corrects] = _with_correction(told[event.corrects], event)
    return tuple(told.values())


def _with_correction(event: CustodyEvent, by: CustodyEvent) -> CustodyEvent:
    wrong, right = by.wrong_value.strip(), by.right_value.strip()
    changed: dict[str, Any] = {
        name: right for name in _CORRECTABLE if wrong and getattr(event, name).strip() == wrong
    }
    before, after = _moment(wrong, event.occurred_at), _moment(right, event.occurred_at)
    if before is not None and after is not None and _minute_of(before) == _minute(event):
        changed["occurred_at"] = after
    return replace(event, **changed)


def _moment(text: str, beside: datetime) -> datetime | None:
    """Return the moment that a text says, by the offset of another if it says none; None if it says none."""
    try:
        said = datetime.fromisoformat(text)
    except ValueError:
        return None
    return said if said.tzinfo is not None else said.replace(tzinfo=beside.tzinfo)


def _check_order(happened: Sequence[CustodyEvent]) -> Iterator[Finding]:
    """Nothing is done with an exhibit before it comes, and nothing is received before it is sent."""
    first = next((each for each in happened if CUSTODY_KINDS[each.action].arrives), None)
    for event in happened:
        if first is None or event is first:
            break
        if event.action not in CORRECTIONS:
            yield _about(event, warn("custody.deposit-before-receipt", n=event.number, arrival=first.number))
    for sent, received in _transfers(sorted(happened, key=lambda each: each.number)):
        if received is not None and _minute(received) < _minute(sent):
            yield _about(
                received, warn("custody.receipt-before-sending", n=received.number, sent=sent.number)
            )


def _check_seals(happened: Sequence[CustodyEvent]) -> Iterator[Finding]:
    """A seal changes by an event that puts one on, or that names the former one and the new one."""
    seal: str | None = None
    """The last one; None where none is known, empty where it was opened."""
    last = 0
    for event in happened:
        kind = CUSTODY_KINDS[event.action]
        before = event.former_seal or ("" if kind.seals else event.seal)
        if before and seal and _sign(before) != _sign(seal):
            yield _about(
                event,
                warn("custody.seal-mismatch", n=event.number, now=before, before=seal, last=last),
            )
        elif before and seal == "" and not kind.unseals:
            yield _about(event, warn("custody.seal-unrecorded", n=event.number, now=before, last=last))
        if event.seal_state not in (None, SealState.INTACT) and not _is_explained(event, happened):
            yield _about(event, warn("custody.seal-not-intact", n=event.number, state=event.seal_state))
        if kind.unseals:
            seal, last = "", event.number
        elif event.seal:
            seal, last = event.seal, event.number


def _is_explained(event: CustodyEvent, happened: Iterable[CustodyEvent]) -> bool:
    """Whether a later event explains a seal that was not intact: an incident, or a new seal."""
    return any(
        each.number > event.number
        and (each.action is CustodyAction.INCIDENT or each.action is CustodyAction.RESEALED)
        for each in happened
    )


def _check_acquisition(exhibit: Exhibit, entered: Iterable[CustodyEvent]) -> Iterator[Finding]:
    """V-E-05: of a forensic image, it is said how the source was protected, and with which digest."""
    if exhibit.kind is not ExhibitKind.FORENSIC_IMAGE:
        return
    for event in entered:
        if event.action is CustodyAction.ACQUIRED and not (event.write_blocker and event.source_sha256):
            yield _about(event, warn("custody.acquired-unprotected", n=event.number))


def _check_gaps(exhibit: Exhibit, happened: Sequence[CustodyEvent]) -> Iterator[Finding]:
    """A thing that somebody took is deposited or handed on before it is worked on later.

    What happened before it came from a foreign authority, the record of that authority tells.
    """
    if exhibit.kind not in THINGS:
        return
    foreign = CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY
    begin = max((at for at, each in enumerate(happened) if each.action is foreign), default=0)
    taken: CustodyEvent | None = None
    for at, event in enumerate(happened[begin:]):
        kind = CUSTODY_KINDS[event.action]
        if kind.handles and taken is not None and event.occurred_at - taken.occurred_at > OPEN_AFTER:
            days = (event.occurred_at - taken.occurred_at).days
            yield _about(event, warn("custody.gap", n=event.number, before=taken.number, days=days))
        if at == 0 or kind.comes or (kind.handles and taken is not None):
            taken = event
        elif kind.rests:
            taken = None


def _check_digests(entered: Iterable[CustodyEvent], files: Sequence[ExhibitFile]) -> Iterator[Finding]:
    """A digest that an event states is that of a file; without files, that which was stated first."""
    stored = {file.sha256 for file in files}
    first: CustodyEvent | None = None
    for event in entered:
        if not event.sha256 or not CUSTODY_KINDS[event.action].of_content:
            continue
        if stored and event.sha256 not in stored:
            yield _about(event, warn("custody.digest-differs", n=event.number))
        elif not stored and first is not None and event.sha256 != first.sha256:
            yield _about(event, warn("custody.digest-other", n=event.number, before=first.number))
        elif not stored and event.result is VerificationResult.MISMATCH:
            yield _about(event, warn("custody.digest-differs", n=event.number))
        first = first or event


def _check_transfers(entered: Sequence[CustodyEvent], at: datetime) -> Iterator[Finding]:
    """What was sent is received: by an entry of its own, or because the receiver then worked on it."""
    for sent, received in _transfers(entered):
        if received is not None:
            continue
        later = [each for each in entered if each.number > sent.number and _shows_it(each)]
        if any(_same_party(each.actor, sent.to_party) for each in later):
            continue
        back = min(later, key=lambda each: each.occurred_at, default=None)
        span = (back.occurred_at if back else at) - sent.occurred_at
        if span <= OPEN_AFTER:
            continue
        if back is None:
            yield _about(sent, warn("custody.open-transfer", n=sent.number, days=span.days))
        else:
            yield _about(
                sent,
                warn("custody.transfer-without-return", n=sent.number, back=back.number, days=span.days),
            )


def _check_loans(entered: Sequence[CustodyEvent], at: datetime) -> Iterator[Finding]:
    """What was lent comes back in time."""
    lent: CustodyEvent | None = None
    for event in entered:
        if event.action is CustodyAction.LOANED:
            lent = event
        elif event.action is CustodyAction.RETURNED_FROM_LOAN:
            lent = None
    if lent is None:
        return
    if lent.due_on is None and at - lent.occurred_at > OPEN_AFTER:
        days = (at - lent.occurred_at).days
        yield _about(lent, warn("custody.open-loan", n=lent.number, days=days))
    elif lent.due_on is not None and lent.due_on < at.date():
        yield _about(lent, warn("custody.loan-overdue", n=lent.number, day=lent.due_on.isoformat()))
    elif lent.due_on is not None:
        yield _about(lent, say("custody.on-loan", n=lent.number, day=lent.due_on.isoformat()))


def _check_owed(entered: Sequence[CustodyEvent], owed: Owed, at: datetime) -> Iterator[Finding]:
    """What another State gave for a time goes back to it."""
    came = next((each for each in reversed(entered) if _comes_in(each)), None)
    if came is None:
        return
    after = [each for each in entered if each.number > came.number]
    returned = (
        CUSTODY_KINDS[each.action].disposes
        or each.action is CustodyAction.RETURNED_TO_OWNER
        or (each.action is CustodyAction.TRANSFER_OUT and _same_party(each.to_party, came.from_party))
        for each in after
    )
    if any(returned):
        return
    if owed.until is not None and owed.until < at.date():
        yield _about(came, warn("custody.return-overdue", to=owed.to, day=owed.until.isoformat()))
    else:
        yield _about(came, say("custody.to-be-returned", to=owed.to))


def _comes_in(event: CustodyEvent) -> bool:
    kind = CUSTODY_KINDS[event.action]
    return (kind.arrives and not kind.handles) or (kind.paired and kind.direction is Direction.IN)


def _check_disposal(happened: Iterable[CustodyEvent]) -> Iterator[Finding]:
    """Nothing is done with an exhibit that is no more."""
    gone: CustodyEvent | None = None
    for event in happened:
        if gone is not None and event.action not in CORRECTIONS:
            yield _about(event, warn("custody.after-disposal", n=event.number, before=gone.number))
        if gone is None and CUSTODY_KINDS[event.action].disposes:
            gone = event


def _check_fields(entered: Iterable[CustodyEvent]) -> Iterator[Finding]:
    """Each event has the fields that its action requires; older ones were accepted without."""
    for event in entered:
        for name in sorted(CUSTODY_KINDS[event.action].needs):
            if is_blank(str(getattr(event, name) or "")):
                field = f"custody_event.{name}"
                yield _about(
                    event,
                    warn("custody.fields-missing", n=event.number, action=event.action, field=field),
                )


def _transfers(entered: Iterable[CustodyEvent]) -> Iterator[tuple[CustodyEvent, CustodyEvent | None]]:
    """Return each transfer that was sent with the event that received it, in the order of entry."""
    sent: CustodyEvent | None = None
    for event in entered:
        kind = CUSTODY_KINDS[event.action]
        if kind.paired and kind.direction is Direction.OUT:
            if sent is not None:
                yield sent, None
            sent = event
        elif kind.paired and sent is not None:
            yield sent, event
            sent = None
    if sent is not None:
        yield sent, None


def _shows_it(event: CustodyEvent) -> bool:
    """Whether whoever acted had the exhibit in hand."""
    kind = CUSTODY_KINDS[event.action]
    return kind.handles or kind.arrives or (kind.takes and not kind.direction)


def _same_party(one: str, other: str) -> bool:
    """Whether two texts name the same: each word of the shorter one stands in the other."""
    words = sorted((set(one.casefold().split()), set(other.casefold().split())), key=len)
    return bool(words[0]) and words[0] <= words[1]


def _sign(seal: str) -> str:
    """Return the letters and digits of a seal number: spaces, strokes and case are written as one likes."""
    return "".join(each for each in seal.casefold() if each.isalnum()) or seal


def _minute(event: CustodyEvent) -> datetime:
    return _minute_of(event.occurred_at)


def _minute_of(at: datetime) -> datetime:
    """Return the minute in UTC: what the program noted has seconds, what a person entered may not."""
    return at.astimezone(UTC).replace(second=0, microsecond=0)


def _about(event: CustodyEvent, finding: Finding) -> Finding:
    return replace(finding, about=event.id)
