"""What an exhibit consists of: authority, acquisition, digests and files (V-E-01, 04 to 07, 12, 13)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.content_digests import Wholes, Withdrawn, is_strong_digest
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS, THINGS
from thb_desktop.domain.custody_reading import about
from thb_desktop.domain.custody_shown import ShownIn
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.segments_of_images import missing_segments
from thb_desktop.domain.stated_values import is_comparison, said_by_people
from thb_desktop.domain.vocabulary import BarKind, CustodyAction, ExhibitKind, VerificationResult
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import holds as say
from thb_desktop.findings import unknown as warn

CHANGED_AFTER = timedelta(hours=24)
"""By how much the time of a file may be later than the acquisition, which has no end in the record."""
_BARS = {BarKind.QUARANTINE: "custody.quarantined", BarKind.PRIVILEGED: "custody.privileged"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is known of an exhibit beside its events and files.

    bars: the kinds of those that stand on it. changed: how many of its files the source's file system says
    were changed after the acquisition. shown: when records say that it was shown.
    """

    bars: frozenset[BarKind] = frozenset()
    changed: int = 0
    shown: Sequence[ShownIn] = ()


NOTHING_BESIDE = Beside()


def check_content(
    exhibit: Exhibit, entered: Sequence[CustodyEvent], files: Sequence[ExhibitFile], beside: Beside
) -> Iterator[Finding]:
    """entered: the corrected events in the order of entry."""
    yield from _check_authority(exhibit, entered)
    yield from _check_acquisition(exhibit, entered)
    yield from _check_digests(entered, files)
    yield from _check_weak(entered)
    if entered:
        yield from _check_image(exhibit, entered[0], files)
        yield from _check_beside(entered, beside)


def _check_authority(exhibit: Exhibit, entered: Sequence[CustodyEvent]) -> Iterator[Finding]:
    """V-E-01: a seizure, and a thing that was collected, name the order, or emergency and ratification.

    It is told, in a bundle too: to leave the exhibit out would hide from the court that there was no order.
    """
    for event in entered:
        takes = event.action is CustodyAction.SEIZED or (
            event.action is CustodyAction.COLLECTED and exhibit.kind in THINGS
        )
        named = exhibit.instrument_id or exhibit.legal_authority.strip() or event.document.strip()
        if not takes or named:
            continue
        if is_blank(exhibit.emergency):
            yield about(event, warn("custody.no-authority", n=event.number, action=event.action))
        elif is_blank(exhibit.ratification):
            yield about(event, warn("custody.not-ratified", n=event.number, action=event.action))


def _check_acquisition(exhibit: Exhibit, entered: Sequence[CustodyEvent]) -> Iterator[Finding]:
    """V-E-05: of a forensic image, it is said how the source was protected, and with which digest."""
    if exhibit.kind is not ExhibitKind.FORENSIC_IMAGE:
        return
    for event in entered:
        if event.action is CustodyAction.ACQUIRED and not (event.write_blocker and event.source_sha256):
            yield about(event, warn("custody.acquired-unprotected", n=event.number))


def _check_digests(entered: Sequence[CustodyEvent], files: Sequence[ExhibitFile]) -> Iterator[Finding]:
    """A digest that an event states is that of a file, or of all; without files, that which was stated first.

    V-E-04: content that was read and differed was read again since, and agreed. What an image states of the
    data in it is the digest of these data. Of a file that was withdrawn since, nothing is to be done any
    more: that it differed is only told.
    """
    withdrawn = Withdrawn(entered, files)
    stored = {file.sha256 for file in files} | withdrawn.digests
    agreed = {each.sha256: each.number for each in entered if _has_agreed(each)}
    wholes, gone = Wholes(withdrawn), withdrawn.gone()
    first: CustodyEvent | None = None
    for event in entered:
        if not event.sha256 or not CUSTODY_KINDS[event.action].of_content:
            continue
        if stored:
            whole = wholes.of(event)
            last = max(agreed.get(event.sha256, 0), agreed.get(whole, 0))
            if event.sha256 not in stored and event.sha256 != whole:
                yield about(event, warn("custody.digest-differs", n=event.number))
            elif gone.get(event.sha256, 0) > event.number:
                yield from _check_gone(event, gone[event.sha256])
            elif is_comparison(event):
                yield from _check_compared(event, entered)
            elif _has_differed(event) and last < event.number:
                yield about(event, warn("custody.content-differs", n=event.number))
        elif first is not None and event.sha256 != first.sha256:
            yield about(event, warn("custody.digest-other", n=event.number, before=first.number))
        elif event.result is VerificationResult.MISMATCH:
            yield about(event, warn("custody.digest-differs", n=event.number))
        first = first or event


def _check_gone(event: CustodyEvent, withdrawn: int) -> Iterator[Finding]:
    if _has_differed(event):
        yield about(event, say("custody.differed-withdrawn", n=event.number, of=withdrawn))


def _has_differed(event: CustodyEvent) -> bool:
    """Whether the program read the content and did not find the digest."""
    return event.files_read > 0 and event.result is VerificationResult.MISMATCH


def _has_agreed(event: CustodyEvent) -> bool:
    """Whether the program read the content and found the digest; a value that a person enters is not read."""
    return event.files_read > 0 and event.result is VerificationResult.MATCH


def _check_compared(event: CustodyEvent, entered: Sequence[CustodyEvent]) -> Iterator[Finding]:
    """The value that the program compared is one that an earlier event states, or that of an image. Once a
    correction says that it was a wrong one, it is not told any more; nor is a stated one that agreed since,
    as when a file was still missing, or was withdrawn.
    """
    if event.result is not VerificationResult.MISMATCH:
        return
    if event.weak_digest in said_by_people(entered):
        later = (each for each in entered if is_comparison(each) and each.number > event.number)
        if not any(_has_agreed(each) and each.weak_digest == event.weak_digest for each in later):
            yield about(event, warn("custody.value-differs", n=event.number))
    elif event.weak_digest not in {each.wrong_value.strip() for each in entered}:
        yield about(event, warn("custody.stated-differs", n=event.number))


def _check_weak(entered: Sequence[CustodyEvent]) -> Iterator[Finding]:
    """V-E-07: MD5 and SHA-1 count beside SHA-256, SHA-512 or SHA3-256, and not in their place."""
    for event in entered:
        strong = event.sha256 or event.source_sha256 or is_strong_digest(event.weak_digest)
        if event.weak_digest and not strong:
            yield about(event, warn("custody.weak-digest", n=event.number))


def _check_image(exhibit: Exhibit, came: CustodyEvent, files: Sequence[ExhibitFile]) -> Iterator[Finding]:
    """V-E-06: an image has each of its segments, and none without bytes."""
    if exhibit.kind is not ExhibitKind.FORENSIC_IMAGE:
        return
    if missing := missing_segments(file.name for file in files):
        yield about(came, refuse("custody.segment-missing", names=missing))
    if empty := tuple(file.name for file in files if not file.size):
        yield about(came, refuse("custody.file-empty", names=empty))


def _check_beside(entered: Sequence[CustodyEvent], beside: Beside) -> Iterator[Finding]:
    """V-E-04, V-E-12, V-E-13."""
    if beside.changed:
        yield about(entered[0], warn("custody.changed-after", count=beside.changed))
    for kind, case in _BARS.items():
        if kind in beside.bars:
            yield about(entered[-1], warn(case))
