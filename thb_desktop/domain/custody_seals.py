"""Seals: how one changes, and that one that was not intact is explained."""

from collections.abc import Iterable, Iterator, Sequence

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS
from thb_desktop.domain.custody_reading import about
from thb_desktop.domain.vocabulary import CustodyAction, SealState
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn


def check_seals(happened: Sequence[CustodyEvent]) -> Iterator[Finding]:
    """A seal changes by an event that puts one on and names the former one, or after it was taken off."""
    seal: str | None = None
    """The one that is on; None where none is known, empty where it was opened."""
    off, last = "", 0
    """off: the one that was taken off."""
    explained = max((each.number for each in happened if _explains(each)), default=0)
    for event in happened:
        yield from _compared(event, seal, off, last)
        if event.seal_state not in (None, SealState.INTACT) and event.number > explained:
            yield about(event, warn("custody.seal-not-intact", n=event.number, state=event.seal_state))
        if CUSTODY_KINDS[event.action].unseals:
            off, seal, last = event.seal or seal or "", "", event.number
        elif number := number_on(event):
            seal, last = number, event.number


def _compared(event: CustodyEvent, seal: str | None, off: str, last: int) -> Iterator[Finding]:
    """Compare the seals that an event names with the one that is on."""
    kind = CUSTODY_KINDS[event.action]
    now = number_on(event)
    before = event.former_seal or ("" if kind.seals else now)
    if seal == "" and not off and event.former_seal and kind.seals:
        return  # a seal was taken off, and which one is not known
    if before and seal == "" and event.former_seal and off:
        seal = off
    if before and seal and sign_of(before) != sign_of(seal):
        yield about(
            event,
            warn("custody.seal-mismatch", n=event.number, now=before, before=seal, last=last),
        )
    elif before and seal == "" and not kind.unseals:
        yield about(event, warn("custody.seal-unrecorded", n=event.number, now=before, last=last))
    elif kind.seals and not before and now and seal and sign_of(now) != sign_of(seal):
        yield about(event, warn("custody.seal-not-named", n=event.number, now=now, before=seal, last=last))


def seal_now(registered: str, happened: Iterable[CustodyEvent]) -> str:
    """Return the number of the seal that is on an exhibit after these events; empty if it was opened.

    registered: the seal with which it was registered.
    """
    seal = registered
    for event in happened:
        if CUSTODY_KINDS[event.action].unseals:
            seal = ""
        elif number := number_on(event):
            seal = number
    return seal


def number_on(event: CustodyEvent) -> str:
    """Return the number of the seal that is on the exhibit by this event; empty if it names none.

    A number with an action that has no seal is of something else: older events of packaging have that of the
    bag there.
    """
    return event.seal if "seal" in CUSTODY_KINDS[event.action].asks else ""


def _explains(event: CustodyEvent) -> bool:
    """Whether an event explains a seal that was not intact before: an incident, or a new seal."""
    return event.action is CustodyAction.INCIDENT or event.action is CustodyAction.RESEALED


def sign_of(seal: str) -> str:
    """Return the letters and digits of a seal number: spaces, strokes and case are written as one likes."""
    return "".join(each for each in seal.casefold() if each.isalnum()) or seal
