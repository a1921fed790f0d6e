"""Where an exhibit was, and who had it: order, gaps, transfers, loans, what is to be returned, disposal."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import ABOUT_EARLIER, CUSTODY_KINDS, THINGS, Direction
from thb_desktop.domain.custody_parties import check_parties
from thb_desktop.domain.custody_reading import OPEN_AFTER, about, is_party, minute, same_party, transfers
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.findings import Finding
from thb_desktop.findings import holds as say
from thb_desktop.findings import unknown as warn

if TYPE_CHECKING:
    from thb_desktop.domain.custody_owed import Owed


def check_moves(
    exhibit: Exhibit,
    entered: Sequence[CustodyEvent],
    happened: Sequence[CustodyEvent],
    files: Sequence[ExhibitFile],
    *,
    at: datetime,
    owed: "Owed | None",
) -> Iterator[Finding]:
    """entered: the corrected events in the order of entry; happened: in that in which they happened."""
    yield from _check_order(happened)
    yield from _check_gaps(exhibit, happened)
    yield from _check_transfers(entered, at)
    yield from check_parties(entered, happened)
    yield from _check_loans(entered, at)
    yield from _check_moved_on_loan(happened)
    if owed:
        yield from _check_owed(entered, owed, at)
    yield from _check_disposal(happened)
    yield from _check_given_back(exhibit, happened, has_content=bool(files))


def _check_order(happened: Sequence[CustodyEvent]) -> Iterator[Finding]:
    """Nothing is done with an exhibit before it comes, and nothing is received before it is sent."""
    first = next((each for each in happened if CUSTODY_KINDS[each.action].arrives), None)
    for event in happened:
        if first is None or event is first:
            break
        if event.action not in ABOUT_EARLIER:
            yield about(event, warn("custody.deposit-before-receipt", n=event.number, arrival=first.number))
    for sent, received in transfers(sorted(happened, key=lambda each: each.number)):
        if received is not None and minute(received) < minute(sent):
            yield about(received, warn("custody.receipt-before-sending", n=received.number, sent=sent.number))


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
            yield about(event, warn("custody.gap", n=event.number, before=taken.number, days=days))
        if at == 0 or kind.comes or (kind.handles and taken is not None):
            taken = event
        elif kind.rests:
            taken = None


def _check_transfers(entered: Sequence[CustodyEvent], at: datetime) -> Iterator[Finding]:
    """What was sent is received: by an entry of its own, or because the receiver then worked on it."""
    for sent, received in transfers(entered):
        if received is not None:
            continue
        later = [each for each in entered if each.number > sent.number and _shows_it(each)]
        if any(same_party(each.actor, sent.to_party) for each in later):
            continue
        back = min(later, key=lambda each: each.occurred_at, default=None)
        span = (back.occurred_at if back else at) - sent.occurred_at
        if span <= OPEN_AFTER and not _is_kept(back, sent):
            continue
        if back is None:
            yield about(sent, warn("custody.open-transfer", n=sent.number, days=span.days))
        else:
            yield about(
                sent,
                warn("custody.transfer-without-return", n=sent.number, back=back.number, days=span.days),
            )


def _is_kept(back: CustodyEvent | None, sent: CustodyEvent) -> bool:
    """Whether whoever sent the exhibit then took or deposited it. Who packs it may still send it, and what is
    deposited with the receiver has arrived.
    """
    if back is None or not CUSTODY_KINDS[back.action].takes:
        return False
    arrived = any(same_party(each, sent.to_party) for each in (back.place, back.to_party))
    return not arrived and any(same_party(back.actor, each) for each in (sent.actor, sent.from_party))


def _shows_it(event: CustodyEvent) -> bool:
    """Whether whoever acted had the exhibit in hand."""
    kind = CUSTODY_KINDS[event.action]
    return kind.handles or kind.arrives or (kind.takes and not kind.direction)


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
        yield about(lent, warn("custody.open-loan", n=lent.number, days=days))
    elif lent.due_on is not None and lent.due_on < at.date():
        yield about(lent, warn("custody.loan-overdue", n=lent.number, day=lent.due_on.isoformat()))
    elif lent.due_on is not None:
        yield about(lent, say("custody.on-loan", n=lent.number, day=lent.due_on.isoformat()))


def _check_moved_on_loan(happened: Iterable[CustodyEvent]) -> Iterator[Finding]:
    """Nobody but the borrower moves what is on loan, before its return is recorded."""
    lent: CustodyEvent | None = None
    for event in happened:
        if event.action is CustodyAction.RETURNED_FROM_LOAN:
            lent = None
        elif lent is not None and _moves(event) and not _is_borrower(event, lent):
            yield about(event, warn("custody.moved-on-loan", n=event.number, lent=lent.number))
            lent = None
        if event.action is CustodyAction.LOANED:
            lent = event


def _moves(event: CustodyEvent) -> bool:
    kind = CUSTODY_KINDS[event.action]
    return kind.rests or kind.gives_back or kind.disposes is not None


def _is_borrower(event: CustodyEvent, lent: CustodyEvent) -> bool:
    """Whether the borrower is who acts, or from whom it comes."""
    return any(same_party(each, lent.to_party) for each in (event.actor, event.from_party))


def _check_owed(entered: Sequence[CustodyEvent], owed: "Owed", at: datetime) -> Iterator[Finding]:
    """What another State gave for a time goes back to it."""
    came = next((each for each in reversed(entered) if _comes_in(each)), None)
    if came is None:
        return
    after = [each for each in entered if each.number > came.number]
    returned = (
        CUSTODY_KINDS[each.action].disposes
        or each.action is CustodyAction.RETURNED_TO_OWNER
        or _goes_to(each, came.from_party)
        for each in after
    )
    if any(returned):
        return
    if owed.until is not None and owed.until < at.date():
        yield about(came, warn("custody.return-overdue", to=owed.to, day=owed.until.isoformat()))
    else:
        yield about(came, say("custody.to-be-returned", to=owed.to))


def _goes_to(event: CustodyEvent, party: str) -> bool:
    is_sent = event.action is CustodyAction.TRANSFER_OUT
    return is_sent and is_party(party) and same_party(event.to_party, party)


def _comes_in(event: CustodyEvent) -> bool:
    kind = CUSTODY_KINDS[event.action]
    return kind.begins or (kind.paired and kind.direction is Direction.IN)


def _check_disposal(happened: Iterable[CustodyEvent]) -> Iterator[Finding]:
    """Nothing is done with an exhibit that is no more."""
    gone: CustodyEvent | None = None
    for event in happened:
        if gone is not None and event.action not in ABOUT_EARLIER:
            yield about(event, warn("custody.after-disposal", n=event.number, before=gone.number))
        if gone is None and CUSTODY_KINDS[event.action].disposes:
            gone = event


def _check_given_back(
    exhibit: Exhibit, happened: Iterable[CustodyEvent], *, has_content: bool
) -> Iterator[Finding]:
    """Nothing is done with a thing that was given back, until it comes again.

    Content in the vault is still read and leaves with bundles after its carrier was given back. has_content:
    whether the exhibit has files: then who works on it may work on these, unless its seal or packaging is
    named.
    """
    back: CustodyEvent | None = None
    for event in happened:
        kind = CUSTODY_KINDS[event.action]
        if kind.brings:
            back = None
        elif back is not None and (_needs_thing(event) or _handles_thing(event, exhibit, has_content)):
            yield about(event, warn("custody.after-return", n=event.number, before=back.number))
        if kind.gives_back and back is None:
            back = event


def _handles_thing(event: CustodyEvent, exhibit: Exhibit, has_content: bool) -> bool:
    if not CUSTODY_KINDS[event.action].handles or exhibit.kind not in THINGS:
        return False
    return not has_content or bool(event.seal or event.former_seal or event.packaging)


def last_whereabouts(happened: Sequence[CustodyEvent]) -> CustodyEvent | None:
    """Return the last event that says where the thing is, who has it, or that it is gone or lost; without
    one, its arrival. None if there is no event.

    What says something of an earlier event, or only works on the exhibit, says nothing of this.
    """
    told = [each for each in happened if _says_where(each)]
    return told[-1] if told else min(happened, key=lambda each: each.number, default=None)


def _says_where(event: CustodyEvent) -> bool:
    is_lost = event.action is CustodyAction.LOST_OR_DAMAGED
    return CUSTODY_KINDS[event.action].brings or _needs_thing(event) or is_lost


def _needs_thing(event: CustodyEvent) -> bool:
    """Whether an event is possible only with the thing itself, whatever the exhibit is."""
    kind = CUSTODY_KINDS[event.action]
    gone = kind.disposes is not None and not kind.erases
    return kind.rests or kind.direction is not None or kind.gives_back or gone
