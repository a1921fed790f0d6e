"""Digests of an exhibit's content: their forms, that of all files together, and which files it had when."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import combinations

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import FILES_WITHDRAWN
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.vocabulary import CustodyAction

_EACH_WAY = 6
"""Withdrawn files of which it is tried whether each was there when a digest of all files was stated."""
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_WEAK = re.compile(r"[0-9a-f]{32}|[0-9a-f]{40}", re.ASCII)
_STRONG = re.compile(r"[0-9a-f]{128}|sha3-256:[0-9a-f]{64}", re.ASCII)


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


class Withdrawn:
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

    def gone(self) -> dict[str, int]:
        """Return the digests that no file of the exhibit has any more, each with what withdrew it last."""
        standing = {each.sha256 for each in self._files}
        return {
            each.sha256: each.number
            for each in self._said
            if each.action is CustodyAction.FILE_WITHDRAWN
            and self._now[each.sha256] > 0
            and each.sha256 not in standing
        }

    def _until(self, number: int | None) -> Counter[str]:
        """Return how many files with each digest are withdrawn: two may have the same bytes."""
        told = Counter[str]()
        for each in self._said:
            if number is None or each.number < number:
                told[each.sha256] += 1 if each.action is CustodyAction.FILE_WITHDRAWN else -1
        return told


class Wholes:
    """Says whether a digest is that of all files that an exhibit had at an event."""

    def __init__(self, withdrawn: Withdrawn) -> None:
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
