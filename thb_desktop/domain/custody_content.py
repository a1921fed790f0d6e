"""What an exhibit consists of: authority, acquisition, digests and files (V-E-01, 04 to 07, 12, 13)."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from itertools import combinations

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS, FILES_WITHDRAWN, THINGS
from thb_desktop.domain.custody_reading import about
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.segments_of_images import missing_segments
from thb_desktop.domain.stated_values import is_comparison, said_by_people
from thb_desktop.domain.vocabulary import BarKind, CustodyAction, ExhibitKind, VerificationResult
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import unknown as warn

CHANGED_AFTER = timedelta(hours=24)
"""By how much the time of a file may be later than the acquisition, which has no end in the record."""
_EACH_WAY = 6
"""Withdrawn files of which it is tried whether each was there when a digest of all files was stated."""
_BARS = {BarKind.QUARANTINE: "custody.quarantined", BarKind.PRIVILEGED: "custody.privileged"}
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_WEAK = re.compile(r"[0-9a-f]{32}|[0-9a-f]{40}", re.ASCII)
_STRONG = re.compile(r"[0-9a-f]{128}|sha3-256:[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is known of an exhibit beside its events and files.

    bars: the kinds of those that stand on it. changed: how many of its files the source's file system says
    were changed after the acquisition.
    """

    bars: frozenset[BarKind] = frozenset()
    changed: int = 0


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


def is_digest(text: str) -> bool:
    """Whether a text is a SHA-256 value in small hexadecimal digits."""
    return _DIGEST.fullmatch(text) is not None


def is_weak_digest(text: str) -> bool:
    """Whether a text is an MD5 or SHA-1 value in small hexadecimal digits."""
    return _WEAK.fullmatch(text) is not None


def is_strong_digest(text: str) -> bool:
    """Whether a text is a SHA-512 value in small hexadecimal digits, or a SHA3-256 value that says so."""
    return _STRONG.fullmatch(text) is not None


def content_digest(files: Collection[ExhibitFile]) -> str:
    """Return one SHA-256 for all files of an exhibit: that of the only one, else that of the list of theirs.

    The list has each digest in a line of its own, in the order of the digits.
    """
    return _digest_of([each.sha256 for each in files])


def _digest_of(digests: Collection[str]) -> str:
    if len(digests) == 1:
        return next(iter(digests))
    return sha256("".join(f"{each}\n" for each in sorted(digests)).encode()).hexdigest()


class _Withdrawn:
    """Which files an exhibit had at an event, as its custody tells of those that were withdrawn.

    When a withdrawn file was added is not known here: who has a bundle has no row of it. So there may be
    several answers.
    """

    def __init__(self, entered: Sequence[CustodyEvent], files: Sequence[ExhibitFile]) -> None:
        self._files = files
        self._said = [each for each in entered if each.action in FILES_WITHDRAWN]
        self._now = self._until(None)
        self.digests = frozenset(each.sha256 for each in self._said)

    def there(self, event: CustodyEvent) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the digests of the files that stood for certain when an event was recorded, and of those
        that stood then if they had been added.
        """
        there = [each.sha256 for each in self._files if each.added_at <= event.recorded_at]
        if not self._said:
            return tuple(there), ()
        out = self._until(event.number)
        back, gone = out - self._now, self._now - out
        return tuple(sorted((Counter(there) - back).elements())), tuple(gone.elements())

    def _until(self, number: int | None) -> Counter[str]:
        """Return how many files with each digest are withdrawn: two may have the same bytes."""
        told = Counter[str]()
        for each in self._said:
            if number is None or each.number < number:
                told[each.sha256] += 1 if each.action is CustodyAction.FILE_WITHDRAWN else -1
        return told


class _Wholes:
    """Says whether a digest is that of all files that an exhibit had at an event."""

    def __init__(self, withdrawn: _Withdrawn) -> None:
        self._withdrawn = withdrawn
        self._known: dict[tuple[str, ...], str] = {}

    def of(self, event: CustodyEvent) -> str:
        """Return the digest of all files that stood, as the event states it if that may be so."""
        there, perhaps = self._withdrawn.there(event)
        likely = self._digest((*there, *perhaps))
        if not perhaps or event.sha256 == likely:
            return likely
        told = (self._digest((*there, *some)) for some in _some_of(perhaps))
        return next((each for each in told if each == event.sha256), likely)

    def _digest(self, digests: tuple[str, ...]) -> str:
        return self._known.get(digests) or self._known.setdefault(digests, _digest_of(digests))


def _some_of(digests: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield which of these may have been there: any of a few; of many, the first ones or the last ones."""
    if len(digests) <= _EACH_WAY:
        for count in range(len(digests)):
            yield from combinations(digests, count)
        return
    for at in range(len(digests)):
        yield tuple(digests[:at])
        yield tuple(digests[at + 1 :])


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
    data in it is the digest of these data.
    """
    withdrawn = _Withdrawn(entered, files)
    stored = {file.sha256 for file in files} | withdrawn.digests
    agreed = {each.sha256: each.number for each in entered if _has_agreed(each)}
    wholes = _Wholes(withdrawn)
    first: CustodyEvent | None = None
    for event in entered:
        if not event.sha256 or not CUSTODY_KINDS[event.action].of_content:
            continue
        if stored:
            whole = wholes.of(event)
            last = max(agreed.get(event.sha256, 0), agreed.get(whole, 0))
            if event.sha256 not in stored and event.sha256 != whole:
                yield about(event, warn("custody.digest-differs", n=event.number))
            elif is_comparison(event):
                yield from _check_compared(event, entered)
            elif _has_differed(event) and last < event.number:
                yield about(event, warn("custody.content-differs", n=event.number))
        elif first is not None and event.sha256 != first.sha256:
            yield about(event, warn("custody.digest-other", n=event.number, before=first.number))
        elif event.result is VerificationResult.MISMATCH:
            yield about(event, warn("custody.digest-differs", n=event.number))
        first = first or event


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


def names_of_digests(
    events: Iterable[CustodyEvent], files: Sequence[ExhibitFile]
) -> dict[RowId, tuple[str, ...]]:
    """Return the names of the files that have the digest that was compared, where there are several files."""
    compared = [each for each in events if each.action is CustodyAction.VERIFIED and each.sha256]
    if len(files) < 2 or not compared:
        return {}
    wanted = {each.sha256 for each in compared}
    names: dict[str, list[str]] = {}
    for file in files:
        if file.sha256 in wanted:
            names.setdefault(file.sha256, []).append(file.name)
    return {each.id: tuple(names[each.sha256]) for each in compared if each.sha256 in names}
