"""Parties: who is named where an exhibit goes from one to another, and what differs between the events."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS, Direction
from thb_desktop.domain.custody_reading import about, is_party, same_party, transfers
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn


def check_parties(entered: Sequence[CustodyEvent], happened: Iterable[CustodyEvent]) -> Iterator[Finding]:
    """V-E-02: both halves of a transfer name the same parties, as do a loan and its return; and whoever hands
    an exhibit over is who received it last.

    A party that was not entered is not compared. Names are free text: it is told what is recorded.
    """
    halves = dict[str, CustodyEvent]()
    for sent, received in transfers(entered):
        if received is not None:
            halves[received.id] = sent
            yield from _compare(received, received.to_party, sent, sent.to_party, "custody.received-by-other")
            yield from _compare(
                received, received.from_party, sent, sent.from_party, "custody.received-from-other"
            )
    for lent, returned in _loans(entered):
        yield from _compare(returned, returned.from_party, lent, lent.to_party, "custody.returned-by-other")
        yield from _compare(returned, returned.to_party, lent, lent.from_party, "custody.returned-to-other")
    yield from _check_senders(happened, halves)


def _check_senders(happened: Iterable[CustodyEvent], halves: Mapping[str, CustodyEvent]) -> Iterator[Finding]:
    """Whoever hands over is who received it, if nothing tells of it in between.

    Of a thing that somebody took, or that was deposited, it is not known who gives it out. halves: of each
    receipt, the event that sent it; if they name two receivers, that is told, and either may hand over. So
    may the person who received it for them.
    """
    held: CustodyEvent | None = None
    for event in happened:
        kind = CUSTODY_KINDS[event.action]
        if held is not None and kind.direction is Direction.OUT:
            sent = halves.get(held.id)
            may = (held.to_party, held.actor, sent.to_party if sent is not None else "")
            is_known = any(_hands_over(each, event) for each in may)
            if sent is not event and not is_known:
                yield from _compare(event, event.from_party, held, held.to_party, "custody.sent-by-other")
        if kind.direction is Direction.IN:
            held = event
        elif kind.takes or kind.gives_back or kind.disposes:
            held = None


def _hands_over(holder: str, event: CustodyEvent) -> bool:
    """Whether a holder is who gives, or who acts."""
    return is_party(holder) and any(same_party(each, holder) for each in (event.from_party, event.actor))


def _compare(
    event: CustodyEvent, named: str, earlier: CustodyEvent, before: str, key: str
) -> Iterator[Finding]:
    if is_party(named) and is_party(before) and not same_party(named, before):
        yield about(
            event,
            warn(key, n=event.number, named=named, last=earlier.number, before=before),
        )


def _loans(entered: Iterable[CustodyEvent]) -> Iterator[tuple[CustodyEvent, CustodyEvent]]:
    """Return each loan with the event that returned it, in the order of entry."""
    lent: CustodyEvent | None = None
    for event in entered:
        if event.action is CustodyAction.LOANED:
            lent = event
        elif event.action is CustodyAction.RETURNED_FROM_LOAN and lent is not None:
            yield lent, event
            lent = None
