"""The custody strip: the way of one exhibit from hand to hand, in lanes along the time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from thb_desktop.domain.chronology import Point
from thb_desktop.domain.confirmations import is_transfer
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_corrected import corrected
from thb_desktop.domain.custody_kinds import ABOUT_EARLIER, CUSTODY_KINDS
from thb_desktop.domain.custody_reading import transfers
from thb_desktop.domain.custody_rules import holders
from thb_desktop.domain.custody_seals import number_on, sign_of
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import CustodyAction, VerificationResult
from thb_desktop.findings import Finding

_DIFFERING = frozenset(f"custody.{each}-differs" for each in ("digest", "content", "stated", "value"))
"""Findings about an event whose digest does not agree, whatever was found when it was recorded."""


class CustodyLane(StrEnum):
    """One line of the strip."""

    HOLDERS = "HOLDERS"
    SEALS = "SEALS"
    TRANSFERS = "TRANSFERS"
    LOANS = "LOANS"
    HANDLING = "HANDLING"
    FINDINGS = "FINDINGS"


def strip_of(
    events: Sequence[CustodyEvent],
    findings: Iterable[Finding],
    *,
    at: datetime,
    said: Callable[[Finding], str],
) -> tuple[Point, ...]:
    """Return what is drawn of an exhibit, by its beginning; each point is of the event with which it began.

    events: in the order of entry; corrections count. at: until when the last holder, the last seal and what
    is open are drawn; a disposal ends all of them. An event with which nothing of these began stands under
    HANDLING. said: a finding in words; one that is about no event stands with the last.
    """
    entered = corrected(events)
    happened = sorted(
        (each for each in entered if each.action not in ABOUT_EARLIER),
        key=lambda each: (each.occurred_at, each.number),
    )
    if not happened:
        return ()
    own = {str(each.id): each for each in entered}
    findings = tuple(findings)
    differing = {each.about for each in findings if each.key in _DIFFERING}
    whole, until = _until_disposal(happened, at)
    bars = [
        *_holders(happened, at),
        *_seals(whole, until),
        *_transfers(whole, until),
        *_loans(whole, until),
    ]
    begun = {each.about for each in bars}
    points = [
        *bars,
        *(
            _handled(each, differs=each.id in differing)
            for each in happened
            if each.id not in begun or _is_handling(each)
        ),
        *(
            _point(CustodyLane.FINDINGS, own.get(each.about, happened[-1]), text=said(each))
            for each in findings
        ),
    ]
    return tuple(sorted(points, key=lambda each: (each.begins, each.lane, each.about)))


def _handled(event: CustodyEvent, *, differs: bool) -> Point:
    """Return what was done, with what came of a digest that was compared: the action does not say it."""
    result = VerificationResult.MISMATCH if differs else event.result
    return replace(_point(CustodyLane.HANDLING, event), also=result)


def _until_disposal(
    happened: Sequence[CustodyEvent], at: datetime
) -> tuple[Sequence[CustodyEvent], datetime]:
    """Return the events up to the first that disposes, and its time; all of them and `at` if none does."""
    for place, event in enumerate(happened):
        if CUSTODY_KINDS[event.action].disposes:
            return happened[: place + 1], event.occurred_at
    return happened, at


def _is_handling(event: CustodyEvent) -> bool:
    return not is_transfer(event) and not CUSTODY_KINDS[event.action].takes


def _holders(happened: Sequence[CustodyEvent], at: datetime) -> Iterator[Point]:
    """Each holder from the event with which they got the exhibit to that with which the next one did."""
    found = holders(happened)
    ends = [*(event.occurred_at for event, _ in found[1:]), at]
    for (began, held), until in zip(found, ends, strict=False):
        if held:
            yield _point(CustodyLane.HOLDERS, began, until, held)


def _seals(happened: Iterable[CustodyEvent], at: datetime) -> Iterator[Point]:
    """Each seal from the event that first names it to that which opens it or names another one."""
    began: CustodyEvent | None = None
    for event in happened:
        opens, number = CUSTODY_KINDS[event.action].unseals, number_on(event)
        is_other = began is not None and number and sign_of(number) != sign_of(began.seal)
        if began is not None and (opens or is_other):
            yield _point(CustodyLane.SEALS, began, event.occurred_at, began.seal)
            began = None
        if number and began is None and not opens:
            began = event
    if began is not None:
        yield _point(CustodyLane.SEALS, began, at, began.seal)


def _transfers(happened: Iterable[CustodyEvent], at: datetime) -> Iterator[Point]:
    for sent, received in transfers(sorted(happened, key=lambda each: each.number)):
        until = received.occurred_at if received is not None else at
        yield _point(CustodyLane.TRANSFERS, sent, until, f"{sent.from_party} \u2192 {sent.to_party}")


def _loans(happened: Iterable[CustodyEvent], at: datetime) -> Iterator[Point]:
    lent: CustodyEvent | None = None
    for event in happened:
        if lent is not None and event.action in (CustodyAction.LOANED, CustodyAction.RETURNED_FROM_LOAN):
            yield _point(CustodyLane.LOANS, lent, event.occurred_at, lent.to_party)
            lent = None
        if event.action is CustodyAction.LOANED:
            lent = event
    if lent is not None:
        yield _point(CustodyLane.LOANS, lent, at, lent.to_party)


def _point(lane: CustodyLane, event: CustodyEvent, until: datetime | None = None, text: str = "") -> Point:
    """Return a point; it ends where it begins if its times are the wrong way round."""
    ends = until if until is not None and until > event.occurred_at else None
    return Point(
        lane=lane,
        kind="custody_event",
        about=event.id,
        number=str(event.number),
        since=PartialDate.of(event.occurred_at),
        until=PartialDate.of(ends) if ends is not None else None,
        what="" if lane is CustodyLane.FINDINGS else event.action,
        text=text,
    )
