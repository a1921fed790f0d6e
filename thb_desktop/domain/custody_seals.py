"""Seals: one changes by an event that puts it on, and one that was not intact is explained."""

from collections.abc import Iterable, Iterator, Sequence

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS
from thb_desktop.domain.custody_reading import about
from thb_desktop.domain.vocabulary import CustodyAction, SealState
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn


def check_seals(happened: Sequence[CustodyEvent]) -> Iterator[Finding]:
    """A seal changes by an event that puts one on, or that names the former one and the new one."""
    seal: str | None = None
    """The last one; None where none is known, empty where it was opened."""
    last = 0
    explained = max((each.number for each in happened if _explains(each)), default=0)
    for event in happened:
        kind = CUSTODY_KINDS[event.action]
        before = event.former_seal or ("" if kind.seals else event.seal)
        if before and seal and sign_of(before) != sign_of(seal):
            yield about(
                event,
                warn("custody.seal-mismatch", n=event.number, now=before, before=seal, last=last),
            )
        elif before and seal == "" and not kind.unseals:
            yield about(event, warn("custody.seal-unrecorded", n=event.number, now=before, last=last))
        if event.seal_state not in (None, SealState.INTACT) and event.number > explained:
            yield about(event, warn("custody.seal-not-intact", n=event.number, state=event.seal_state))
        if kind.unseals:
            seal, last = "", event.number
        elif event.seal:
            seal, last = event.seal, event.number


def seal_now(registered: str, happened: Iterable[CustodyEvent]) -> str:
    """Return the number of the seal that is on an exhibit after these events; empty if it was opened.

    registered: the seal with which it was registered.
    """
    seal = registered
    for event in happened:
        if CUSTODY_KINDS[event.action].unseals:
            seal = ""
        elif event.seal:
            seal = event.seal
    return seal


def _explains(event: CustodyEvent) -> bool:
    """Whether an event explains a seal that was not intact before: an incident, or a new seal."""
    return event.action is CustodyAction.INCIDENT or event.action is CustodyAction.RESEALED


def sign_of(seal: str) -> str:
    """Return the letters and digits of a seal number: spaces, strokes and case are written as one likes."""
    return "".join(each for each in seal.casefold() if each.isalnum()) or seal
