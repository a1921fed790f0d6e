"""Intake rows: what a run over files and folders asks of the vault, and what it records there."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.digest_lists import Comparison, DigestList, with_names
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import ExhibitId, FileId, ObjectId, RowId
from thb_desktop.domain.intake import (
    FilePlace,
    IntakeRun,
    Left,
    Met,
    file_name,
    media_type_of,
    modified_text,
    numbered,
    raw_path,
    shown_path,
)
from thb_desktop.domain.rights import Right
from thb_desktop.errors import ChangeUncertainError
from thb_desktop.services.core.pages import COUNT, Page
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.stored_bytes import remove_unrecorded
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.evidence import store_beside
from thb_desktop.services.evidence.exhibit_files import place_for_files
from thb_desktop.services.evidence.exhibit_lookup import standing_exhibit
from thb_desktop.services.evidence.store_beside import StoreBeside
from thb_desktop.services.evidence.storing import Coming, SlowSourceError
from thb_desktop.vault.batch import StoredObject
from thb_desktop.vault.content import ContentStore
from thb_desktop.vault.database import Connection
from thb_desktop.vault.source_trees import FoundFile
from thb_desktop.vault.tables import intake_lists, registry
from thb_desktop.vault.tables.lists import Mark

Known = Mapping[tuple[str, str, str, int], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A new run, and where its bytes are stored."""

    run_id: RowId
    content: ContentStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A file of a source, and its bytes in the vault."""

    found: FoundFile
    kept: StoredObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a run: as `IntakeRun`, which tells it."""

    given: tuple[str, ...]
    taken: int
    size: int
    same: int
    there: int
    left: tuple[Left, ...]
    is_whole: bool
    lists: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What a group of files became. same: how many had bytes that were there already. met: which new files
    have the bytes of files of other exhibits of the case.
    """

    files: tuple[ExhibitFile, ...]
    same: int
    met: tuple[Met, ...]


@permitted(Right.REGISTER_EXHIBITS)
def begin_intake(session: Session, exhibit_id: ExhibitId) -> Begun:
    """Begin a run into an exhibit that takes files. Raises as `exhibit_files.add_files` before it reads."""
    content = place_for_files(session, exhibit_id, ())
    return Begun(run_id=RowId(session.new_id(session.clock.read().at)), content=content)


@permitted(Right.REGISTER_EXHIBITS)
def beside(session: Session) -> StoreBeside | None:
    """Return the process that stores bytes beside this session, once it is ready; begin it if none is."""
    store_beside.make_ready(session)
    return store_beside.of(session)


@permitted(Right.REGISTER_EXHIBITS)
def known_places(session: Session, exhibit_id: ExhibitId, files: Sequence[FoundFile]) -> Known:
    """Return what the exhibit has from the paths of these files, as `digest_known` reads it."""
    return intake_lists.known_places(session.read, exhibit_id, {shown_path(each.told) for each in files})


def digest_known(found: FoundFile, known: Known) -> str | None:
    """Return the SHA-256 of what an exhibit has from this place, of the same size and time, if it has it."""
    place = (shown_path(found.told), raw_path(found.told), modified_text(found.modified), found.size)
    return known.get(place)


@permitted(Right.REGISTER_EXHIBITS)
def record_group(
    session: Session,
    begun: Begun,
    exhibit_id: ExhibitId,
    found: Sequence[FoundFile],
    coming: Coming,
) -> Recorded:
    """Record files while their bytes come, and where the source had them, in one transaction.

    found: the files in the order in which their bytes come. Of bytes that the exhibit has already only the
    place is recorded, and they are removed again before the end. No row is committed before the medium has
    kept all bytes. After a refusal nothing of the group is left. A file that could not be stored is left out.
    """
    try:
        place_for_files(session, exhibit_id, ())
        sorting = _Sorting(session.read, standing_exhibit(session.read, exhibit_id))
        with coming.keeping() as kept_by_medium, session.work() as work:
            work.record_each(sorting.files(work, found, coming), VaultAction.FILE_ADDED)
            if sorting.stored:
                work.add_all([_place(work, begun, each, sorting) for each in sorting.stored])
                work.record(begun.run_id, VaultAction.PLACES_NOTED)
            kept_by_medium()
            coming.forget(sorting.doubles)
    except (ChangeUncertainError, SlowSourceError):
        raise  # its rows may exist: an object without a row is found, but a row without its object is damage
    except BaseException:
        remove_unrecorded(session.read, session.vault.content, coming.stored)
        raise
    return Recorded(files=tuple(sorting.new), same=len(sorting.doubles), met=tuple(sorting.met))


class _Sorting:
    """Tells the files of a group that are new from those whose bytes the exhibit has already."""

    def __init__(self, connection: Connection, exhibit: Exhibit) -> None:
        self.stored: list[Stored] = []
        self.new: list[ExhibitFile] = []
        self.doubles: list[StoredObject] = []
        self.met: list[Met] = []
        self.known: dict[str, FileId] = {}
        """The file of the exhibit with certain bytes, by their SHA-256."""
        self._connection, self.exhibit = connection, exhibit
        self._names = _FreeNames(connection, exhibit)

    def files(self, work: UnitOfWork, found: Sequence[FoundFile], coming: Coming) -> Iterator[ExhibitFile]:
        """Yield a row for each new file, as the bytes come."""
        rest = iter(found)
        for results in coming.parts():
            part = [
                Stored(found=each, kept=kept)
                for each, kept in zip(islice(rest, len(results)), results, strict=True)
                if isinstance(kept, StoredObject)
            ]
            self.stored += part
            new = self._new_of(part)
            for each, name in zip(new, self._names.of([each.found for each in new]), strict=True):
                file = ExhibitFile(
                    id=FileId(work.new_id()),
                    exhibit_id=self.exhibit.id,
                    name=name,
                    media_type=media_type_of(name),
                    size=each.kept.size,
                    sha256=each.kept.sha256,
                    object_id=ObjectId(each.kept.object_id),
                    added_at=work.at,
                )
                self.known[file.sha256] = file.id
                self.new.append(file)
                yield file

    def _new_of(self, part: Sequence[Stored]) -> list[Stored]:
        """Return the first file of each bytes that the exhibit does not have."""
        asked = {each.kept.sha256 for each in part} - self.known.keys()
        met = intake_lists.same_bytes(self._connection, self.exhibit, asked)
        self.known |= met.own
        first = {each.kept.sha256: each for each in reversed(part) if each.kept.sha256 not in self.known}
        new = [each for each in part if first.get(each.kept.sha256) is each]
        self.doubles += [each.kept for each in part if first.get(each.kept.sha256) is not each]
        self.met += [
            Met(path=shown_path(each.found.told), same=same)
            for each in new
            for same in met.others.get(each.kept.sha256, ())
        ]
        return new


@permitted(Right.REGISTER_EXHIBITS)
def end_intake(
    session: Session, begun: Begun, exhibit_id: ExhibitId, outcome: Outcome
) -> tuple[IntakeRun, tuple[DigestList, ...]]:
    """Record a run at its end: what came of it, what was not taken, and why; and what the lists of digests
    say that it was compared with. Of a run that was stopped nothing is said to be missing.
    """
    standing_exhibit(session.read, exhibit_id)
    with session.work() as work:
        run = IntakeRun(
            id=begun.run_id,
            exhibit_id=exhibit_id,
            given=outcome.given,
            taken=outcome.taken,
            size=outcome.size,
            same=outcome.same,
            there=outcome.there,
            left_out=tuple((each.path, each.because.value) for each in outcome.left),
            is_whole=outcome.is_whole,
            by=session.user.id,
            at=work.at,
        )
        lists = tuple(
            DigestList(
                id=RowId(work.new_id()),
                run_id=run.id,
                exhibit_id=exhibit_id,
                name=each.name,
                sha256=each.sha256,
                named=len(each.stated),
                agree=each.agree,
                differ=tuple(each.differ),
                missing=each.missing if outcome.is_whole else (),
                unnamed=tuple(each.unnamed),
                not_compared=tuple(each.not_compared),
                by=session.user.id,
                at=work.at,
            )
            for each in outcome.lists
        )
        work.save(run, *lists)
        work.record(run.id, VaultAction.INTAKE_ENDED)
    return run, lists


@permitted(Right.READ_EXHIBITS, logs=Consulted.EXHIBIT)
def list_runs(session: Session, exhibit_id: ExhibitId) -> tuple[IntakeRun, ...]:
    """Return the runs into an exhibit, the first one first."""
    return registry.INTAKE_RUN.where(session.read, "exhibit_id", exhibit_id)


@permitted(Right.READ_EXHIBITS, logs=Consulted.EXHIBIT)
def list_digest_lists(session: Session, exhibit_id: ExhibitId) -> tuple[DigestList, ...]:
    """Return the lists of digests that runs into an exhibit were compared with."""
    found = registry.DIGEST_LIST.where(session.read, "exhibit_id", exhibit_id)
    captures = {each.sha256 for each in found if each.is_of_capture}
    files = registry.EXHIBIT_FILE.among(session.read, "sha256", captures)
    return with_names(found, (each for each in files if each.exhibit_id == exhibit_id))


@permitted(Right.READ_EXHIBITS, logs=Consulted.EXHIBIT)
def list_places(session: Session, exhibit_id: ExhibitId) -> tuple[FilePlace, ...]:
    """Return where the sources had the files of an exhibit."""
    return registry.FILE_PLACE.where(session.read, "exhibit_id", exhibit_id)


@permitted(Right.READ_EXHIBITS, logs=Consulted.EXHIBIT)
def page_of_places(
    session: Session, exhibit_id: ExhibitId, *, after: Mark | None = None, count: int = COUNT
) -> Page[FilePlace]:
    """Return the next of these in the order of their paths. after: of the page before."""
    found = intake_lists.places_after(session.read, exhibit_id, after, count)
    last = (found[-1].path, str(found[-1].id)) if len(found) == count else None
    total = intake_lists.count_of_places(session.read, exhibit_id)
    return Page(rows=found, after=last, total=total)


def _place(work: UnitOfWork, begun: Begun, stored: Stored, sorting: _Sorting) -> FilePlace:
    return FilePlace(
        id=RowId(work.new_id()),
        run_id=begun.run_id,
        exhibit_id=sorting.exhibit.id,
        file_id=sorting.known[stored.kept.sha256],
        path=shown_path(stored.found.told),
        raw=raw_path(stored.found.told),
        modified=modified_text(stored.found.modified),
    )


class _FreeNames:
    """Names for the files of a group that no other file of the exhibit has."""

    def __init__(self, connection: Connection, exhibit: Exhibit) -> None:
        self._connection, self._exhibit = connection, exhibit
        self._used: set[str] = set()
        self._last: dict[str, int] = {}
        """The number that each name reached in this group."""

    def of(self, files: Sequence[FoundFile]) -> list[str]:
        """Return a name for each of the next files: its own, or that with a number."""
        wanted = [file_name(each.told) for each in files]
        self._used |= self._taken(set(wanted))
        for place, name in enumerate(wanted):
            if name in self._used:
                wanted[place] = self._numbered(name)
            self._used.add(wanted[place])
        return wanted

    def _numbered(self, name: str) -> str:
        """The first number is sought by doubling."""
        number = self._last.get(name, 0)
        if not number:
            taken, step = 1, 1
            while step:
                if self._is_used(numbered(name, taken + step)):
                    taken, step = taken + step, step * 2
                else:
                    step //= 2
            number = taken
        while True:
            number += 1
            self._last[name], other = number, numbered(name, number)
            if not self._is_used(other):
                return other

    def _is_used(self, name: str) -> bool:
        return name in self._used or bool(self._taken([name]))

    def _taken(self, names: Collection[str]) -> frozenset[str]:
        return intake_lists.taken_names(self._connection, self._exhibit.id, names)
