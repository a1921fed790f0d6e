"""Lists of digests that others made, and what of the files of a run agrees with them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import AgentId, ExhibitId, RowId
from thb_desktop.domain.vocabulary import NotCompared
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestList:
    """A list of digests that a run was compared with; or what a capture of the web (WARC, WACZ) states of
    its own records and files, which is compared when its file is read again.

    name, sha256: of the list itself. named: how many files it names; agree: how many of them were taken and
    have its digests. differ: path, algorithm, the digest of the list, and that of what was read. missing:
    named, and not met in a run that was not stopped. unnamed: met, and not named. not_compared: named, there
    already from an earlier run, and with no digest that was computed then. Of each, the paths.

    Of a capture: sha256: of its file, and so is name in a row (`with_names`). run_id: that of the exhibit,
    for it belongs to no run. named, agree: how many digests. not_compared: the first places of digests of
    another kind, of what is not in the file, or of what cannot be read. because: why nothing of it was
    compared; then it says nothing else.
    """

    id: RowId
    run_id: RowId
    exhibit_id: ExhibitId
    name: str
    sha256: str
    named: int
    agree: int
    differ: tuple[tuple[str, str, str, str], ...]
    missing: tuple[str, ...]
    unnamed: tuple[str, ...]
    not_compared: tuple[str, ...]
    by: AgentId
    at: datetime
    because: NotCompared | None = None

    @property
    def is_of_capture(self) -> bool:
        """Whether these are the digests that a capture states of what is in it."""
        return str(self.run_id) == str(self.exhibit_id)

    @property
    def left(self) -> int:
        """How many of what is named were not compared; of what is in a capture, not all are listed."""
        if not self.is_of_capture:
            return len(self.not_compared)
        return self.named - self.agree - len(self.differ) - len(self.missing)

    @property
    def is_possible(self) -> bool:
        """Whether a comparison can have found this: it tells no more than is named. Of a run, two files may
        be the one that is named, so that of those that differ one is counted.
        """
        if self.because is not None:
            said = (self.named, self.agree, self.differ, self.missing, self.unnamed, self.not_compared)
            return self.is_of_capture and not any(said)
        if self.named < 1:
            return False
        if self.is_of_capture:
            return self.agree >= 0 <= self.left
        return self.agree >= 0 and self.agree + bool(self.differ) + len(self.missing) <= self.named


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A list, and whether its run was not stopped; of one that was nothing is said to be missing."""

    told: DigestList
    is_whole: bool


def of_standing(lists: Iterable[DigestList], files: Iterable[ExhibitFile]) -> tuple[DigestList, ...]:
    """Return the lists without what captures state that are none of these files any more: the files stand.
    Each capture has the name of its file (`with_names`).
    """
    listed = tuple(files)
    there = {(each.name, each.sha256) for each in listed}
    named = with_names(lists, listed)
    return tuple(each for each in named if not each.is_of_capture or (each.name, each.sha256) in there)


def with_names(lists: Iterable[DigestList], files: Iterable[ExhibitFile]) -> tuple[DigestList, ...]:
    """Return the lists, each capture with the name of its file: its row names it by the digest alone, for the
    row goes out with the custody of the exhibit, and the file may be withdrawn.
    """
    names: dict[str, str] = {}
    for file in files:
        names.setdefault(file.sha256, file.name)
    return tuple(
        replace(each, name=names.get(each.sha256, each.name))
        if each.is_of_capture and each.name == each.sha256
        else each
        for each in lists
    )


def latest(lists: Iterable[DigestList]) -> list[DigestList]:
    """Return the lists in the order of time; of what one capture states, only the last comparison. That it
    was not compared is told only where it never was, and that it states no digest only where no other reason
    was found.
    """
    ordered = sorted(lists, key=lambda each: each.at)
    last: dict[tuple[str, str], RowId] = {}
    for each in sorted(ordered, key=_weight):
        if each.is_of_capture:
            last[each.name, each.sha256] = each.id
    return [each for each in ordered if not each.is_of_capture or last[each.name, each.sha256] == each.id]


def _weight(each: DigestList) -> int:
    """How much a comparison tells of a capture: the one that tells more stands, whichever is later."""
    if each.because is None:
        return 2
    return 0 if each.because is NotCompared.NO_DIGEST else 1


def check_compared(compared: Iterable[Compared]) -> Iterator[Finding]:
    """As `check_lists`."""
    those = list(compared)
    whole = {each.told.run_id for each in those if each.is_whole}
    yield from check_lists([each.told for each in those], whole)


def check_lists(lists: Iterable[DigestList], whole: Collection[RowId]) -> Iterator[Finding]:
    """Return what lists of others say otherwise than the files of an exhibit: findings of custody.

    A list may have been compared with several runs: a file is missing that none of them met. whole: the runs
    that were not stopped; no other says what is missing.
    """
    compared: dict[str, list[DigestList]] = {}
    for each in latest(lists):
        if each.is_of_capture:
            yield from _check_capture(each)
        else:
            compared.setdefault(each.sha256, []).append(each)
    for those in compared.values():
        differ = {path for each in those for path, *_ in each.differ}
        absent = [set(each.missing) for each in those if each.run_id in whole]
        missing = set.intersection(*absent) if absent else ()
        if differ:
            yield warn("custody.list-differs", name=those[-1].name, number=len(differ))
        if missing:
            yield warn("custody.list-missing", name=those[-1].name, number=len(missing))


def _check_capture(each: DigestList) -> Iterator[Finding]:
    if each.because is not None and each.because is not NotCompared.NO_DIGEST:
        yield warn("custody.capture-not-compared", name=each.name, because=each.because)
    if each.differ:
        yield warn("custody.capture-differs", name=each.name, number=len(each.differ))
    if each.missing:
        yield warn("custody.capture-missing", name=each.name, number=len(each.missing))


@dataclass(slots=True, kw_only=True)
class Comparison:
    """A list, and what was met of it so far. folder: where the list lies."""

    name: str
    folder: str
    sha256: str
    stated: Mapping[str, Mapping[str, str]]
    differ: list[tuple[str, str, str, str]] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    not_compared: list[str] = field(default_factory=list)
    _met: set[str] = field(default_factory=set)
    _agree: set[str] = field(default_factory=set)
    _odd: set[str] = field(default_factory=set)

    @property
    def algorithms(self) -> frozenset[str]:
        return frozenset(name for each in self.stated.values() for name in each)

    @property
    def agree(self) -> int:
        """How many of the named files agree. Two files of a run may be the one that is named: both must."""
        return len(self._agree - self._odd)

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(path for path in self.stated if path not in self._met)

    def meet(self, told: str, beside: str, found: Mapping[str, str]) -> None:
        """Compare a file. told: its path from the name of what was given; beside: from the folder of the
        list, empty if it lies elsewhere. found: its digests, by their algorithms.
        """
        path = next((each for each in (beside, told, told.partition("/")[2]) if each in self.stated), None)
        if path is None:
            self.unnamed.append(told)
            return
        self._met.add(path)
        stated = self.stated[path]
        both = [name for name in stated if name in found]
        differ = [(told, name, stated[name], found[name]) for name in both if stated[name] != found[name]]
        self.differ += differ
        if not both:
            self.not_compared.append(told)
        else:
            (self._odd if differ else self._agree).add(path)


def algorithms_of(lists: Sequence[Comparison]) -> tuple[str, ...]:
    """Return the algorithms of which the lists have digests, besides SHA-256, which is always computed."""
    return tuple(sorted(frozenset[str]().union(*(each.algorithms for each in lists)) - {"sha256"}))
