"""Intake: files and folders become files of an exhibit, each read once.

A run works in groups: each is durable in one step, with an event for each new file and one for the places
where the source had them. What a killed run recorded stays; the next one over the same source goes on after
it. Bytes that the exhibit has already are not kept again: their further place is recorded. Bytes that another
exhibit of the case has are kept for each (docs/adr/0083), and it is said which one has them.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from threading import Event

from thb_desktop.domain.digest_lists import Comparison, DigestList, algorithms_of
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.intake import IntakeRun, Left, LeftBecause, Met, file_name, shown_path
from thb_desktop.domain.markings import marking_in
from thb_desktop.errors import (
    CancelledError,
    ChangeUncertainError,
    SourceChangedError,
    SourceKindError,
    SourceUnreadableError,
    ThbError,
)
from thb_desktop.services.core.beside import InVault
from thb_desktop.services.evidence import intake_rows
from thb_desktop.services.evidence.digest_list_reading import opened_list
from thb_desktop.services.evidence.intake_rows import Begun, Outcome, Stored, digest_known
from thb_desktop.services.evidence.store_beside import MANY, StoreBeside
from thb_desktop.services.evidence.storing import Coming, Here, Storing, Wanted
from thb_desktop.vault.batch import Batch, StoredObject
from thb_desktop.vault.source_trees import FoundFile, device_of, is_there, walk
from thb_desktop.vault.sources import each_read_ahead

_MOST, _MOST_BYTES = 1000, 24 << 20
"""So many files of so many bytes together are durable in one step."""
_WAIT = 0.2
"""Seconds after which a run that pauses looks whether it was stopped."""
_OF_MEDIUM = frozenset({LeftBecause.GONE, LeftBecause.UNREADABLE})
"""What everything becomes that is read from a medium that was taken out."""
_REASONS: dict[type[ThbError], LeftBecause] = {
    SourceUnreadableError: LeftBecause.UNREADABLE,
    SourceChangedError: LeftBecause.CHANGED,
    SourceKindError: LeftBecause.OF_SYSTEM,
}


@dataclass(frozen=True, slots=True)
class Amount:
    """How many files, and their bytes."""

    files: int = 0
    size: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.files + other.files, self.size + other.size)

    def __sub__(self, other: "Amount") -> "Amount":
        return Amount(self.files - other.files, self.size - other.size)


@dataclass(slots=True)
class Watch:
    """Progress of a run, and the two ways to hold it. progress: what is done, and what there is in all."""

    progress: Callable[[Amount, Amount], None] | None = None
    cancelled: Event = field(default_factory=Event)
    paused: Event = field(default_factory=Event)

    def tell(self, done: Amount, whole: Amount) -> None:
        if self.progress is not None:
            self.progress(done, whole)

    def pause(self) -> None:
        """Wait while the run pauses, until it is stopped."""
        while self.paused.is_set() and not self.cancelled.wait(_WAIT):
            pass

    def report(self, done: Amount, whole: Amount) -> None:
        """Tell what is done, and wait while the run pauses. Raises CancelledError."""
        self.tell(done, whole)
        self.pause()
        if self.cancelled.is_set():
            raise CancelledError("the work was stopped; what was recorded before stays")


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeResult:
    """A run at its end. met: the files that were taken and whose bytes other exhibits of the case have.

    stopped_by: the refusal that ended it, if one did; what was recorded before stays. lists: what the lists
    of digests say that it was compared with.
    """

    run: IntakeRun
    left: tuple[Left, ...]
    met: tuple[Met, ...]
    stopped_by: ThbError | None
    lists: tuple[DigestList, ...] = ()


def take(
    in_vault: InVault,
    exhibit_id: ExhibitId,
    given: Sequence[Path],
    watch: Watch | None = None,
    *,
    lists: Sequence[Path] = (),
) -> IntakeResult:
    """Take files and folders into an exhibit; what cannot be taken is told, and the rest goes on.

    lists: files with digests that others made; what is read is compared with them in the same pass. A stop, a
    full disk or a medium that is gone ends the run; what was recorded before stays. Raises what
    `exhibit_files.add_files` raises before it reads, DigestListError, and ChangeUncertainError.
    """
    compared = tuple(map(opened_list, lists))
    begun = in_vault(lambda session: intake_rows.begin_intake(session, exhibit_id))
    run = _Run(in_vault=in_vault, exhibit_id=exhibit_id, begun=begun, watch=watch or Watch(), lists=compared)
    stopped_by: ThbError | None = None
    try:
        run.take_all(given)
    except ChangeUncertainError:
        raise
    except ThbError as error:
        stopped_by = error
    return run.end(given, stopped_by)


@dataclass(slots=True, kw_only=True)
class _Run:
    in_vault: InVault
    exhibit_id: ExhibitId
    begun: Begun
    watch: Watch
    lists: tuple[Comparison, ...] = ()
    whole: Amount = Amount()
    done: Amount = Amount()
    taken: Amount = Amount()
    same: int = 0
    there: int = 0
    left: list[Left] = field(default_factory=list)
    met: list[Met] = field(default_factory=list)
    _off: set[str] = field(default_factory=set)
    """What was given and is gone, with its medium, since the run began."""
    _devices: dict[str, int] = field(default_factory=dict)

    def take_all(self, given: Sequence[Path]) -> None:
        """Count what there is, without opening a file, and take it in groups."""
        for found in walk(given):
            if isinstance(found, FoundFile):
                self.whole += Amount(1, found.size)
            self.watch.report(self.done, self.whole)
        for group in self._groups(given):
            self._take_group(group)
        self.watch.tell(self.done, self.whole)

    def end(self, given: Sequence[Path], stopped_by: ThbError | None) -> IntakeResult:
        """Record the run with what was not taken."""
        outcome = Outcome(
            given=tuple(file_name(str(each.absolute())) for each in given),
            taken=self.taken.files,
            size=self.taken.size,
            same=self.same,
            there=self.there,
            left=tuple(self.left),
            is_whole=stopped_by is None and not self._off,
            lists=self.lists,
        )
        begun, exhibit_id = self.begun, self.exhibit_id
        run, lists = self.in_vault(
            lambda session: intake_rows.end_intake(session, begun, exhibit_id, outcome)
        )
        return IntakeResult(
            run=run,
            left=outcome.left,
            met=tuple(self.met),
            stopped_by=stopped_by,
            lists=lists,
        )

    def _groups(self, given: Sequence[Path]) -> Iterator[list[FoundFile]]:
        """Return what is to be read: files whose names may be kept, in groups that are durable together."""
        group, size = list[FoundFile](), 0
        for path in given:
            root = os.path.abspath(path)  # noqa: PTH100 - as the walk names it
            self._devices[root] = device_of(root)
            for found in walk([path]):
                if isinstance(found, Left) and found.because in _OF_MEDIUM:
                    self._look_for(root)
                if root in self._off:
                    break
                if not isinstance(found, FoundFile):
                    self.left.append(found)
                elif marking_in(shown_path(found.told)):
                    self._leave(found, LeftBecause.MARKED)
                else:
                    if group and (len(group) >= _MOST or size + found.size > _MOST_BYTES):
                        yield group
                        group, size = [], 0
                    group.append(found)
                    size += found.size
        if group:
            yield group

    def _look_for(self, root: str) -> None:
        """Tell if the medium was taken out while it was read: nothing more of it is looked at."""
        if root not in self._off and self._devices[root] >= 0 and not is_there(root, self._devices[root]):
            self._off.add(root)
            self.left.append(Left(path=file_name(root), because=LeftBecause.MEDIUM_GONE))

    def _take_group(self, group: Sequence[FoundFile]) -> None:
        """Store and record a group; of one that is stopped, the files that were stored are recorded."""
        exhibit_id, begun = self.exhibit_id, self.begun
        known = self.in_vault(lambda session: intake_rows.known_places(session, exhibit_id, group))
        fresh = []
        for each in group:
            digest = digest_known(each, known)
            if digest is None:
                fresh.append(each)
            else:
                self._compare(each, {"sha256": digest})
        self.there += len(group) - len(fresh)
        self.done += _sum(group) - _sum(fresh)
        if not fresh:
            self.watch.report(self.done, self.whole)
            return
        with begun.content.batch() as batch:
            beside = self.in_vault(intake_rows.beside) if len(fresh) >= MANY else None
            if beside is None:
                self._take_here(batch, fresh)
            else:
                self._take_beside(batch, fresh, beside)

    def _take_here(self, batch: Batch, files: Sequence[FoundFile]) -> None:
        stored: list[Stored] = []
        try:
            self._store(batch, files, stored)
        finally:
            if stored:
                coming = Here(batch, [each.kept for each in stored])
                self._record([each.found for each in stored], coming)

    def _store(self, batch: Batch, files: Sequence[FoundFile], stored: list[Stored]) -> None:
        for found in each_read_ahead(files, lambda found: Path(found.file)):
            if found.root in self._off:
                continue
            before = self.done

            def report(size: int, _: int, before: Amount = before) -> None:
                self.watch.report(before + Amount(0, size), self.whole)

            try:
                kept = batch.add_file(Path(found.file), progress=report, also=algorithms_of(self.lists))
            except (SourceUnreadableError, SourceChangedError, SourceKindError) as error:
                self._leave(found, _REASONS[type(error)])
            else:
                stored.append(Stored(found=found, kept=kept))
            self.done = before + Amount(1, found.size)

    def _take_beside(self, batch: Batch, files: Sequence[FoundFile], beside: StoreBeside) -> None:
        """Let the process beside store them while their rows are made."""
        before = self.done

        def tell(count: int, size: int) -> None:
            self.done = before + Amount(count, size)
            self.watch.tell(self.done, self.whole)

        with Storing(
            beside,
            batch,
            [Wanted(each.file, each.size) for each in files],
            also=algorithms_of(self.lists),
            cancelled=self.watch.cancelled,
            tell=tell,
        ) as coming:
            try:
                coming.wait(self.watch.pause)
                if coming.stored or not coming.failure:
                    coming.record(lambda: self._record(files, coming), self.watch.pause)
            finally:
                for found, result in zip(files, coming.results, strict=False):
                    if isinstance(result, ThbError):
                        self._leave(found, _REASONS[type(result)])
        if coming.failure is not None:
            raise coming.failure
        self.watch.report(self.done, self.whole)

    def _record(self, files: Sequence[FoundFile], coming: Coming) -> None:
        """files: in the order in which their bytes come."""
        begun, exhibit_id = self.begun, self.exhibit_id
        recorded = self.in_vault(
            lambda session: intake_rows.record_group(session, begun, exhibit_id, files, coming)
        )
        self.taken += Amount(len(recorded.files), sum(each.size for each in recorded.files))
        self.same += recorded.same
        self.met += recorded.met
        for found, kept in zip(files, chain.from_iterable(coming.parts()), strict=False):
            if isinstance(kept, StoredObject):
                self._compare(found, {"sha256": kept.sha256, **dict(kept.further)})

    def _compare(self, found: FoundFile, digests: Mapping[str, str]) -> None:
        """Compare a file with what the lists say of it. A list in the source is none of its files."""
        for each in self.lists:
            inside = found.file.startswith(each.folder + os.sep)
            beside = found.file[len(each.folder) + 1 :].replace(os.sep, "/") if inside else ""
            if beside != each.name or digests.get("sha256") != each.sha256:
                each.meet(shown_path(found.told), shown_path(beside), digests)

    def _leave(self, found: FoundFile, because: LeftBecause) -> None:
        if because in (LeftBecause.UNREADABLE, LeftBecause.CHANGED):
            self._look_for(found.root)
            if found.root in self._off:
                return
            if not os.path.lexists(found.file):
                because = LeftBecause.GONE
        self.left.append(Left(path=shown_path(found.told), because=because))


def _sum(files: Sequence[FoundFile]) -> Amount:
    return Amount(len(files), sum(each.size for each in files))
