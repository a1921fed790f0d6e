"""Intake rows: what a run over files and folders asks of the vault, and what it records there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.digest_lists import Comparison, DigestList
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
from thb_desktop.services.evidence.custody import standing_exhibit
from thb_desktop.services.evidence.exhibit_files import place_for_files
from thb_desktop.vault.batch import Batch, StoredObject
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
def known_places(session: Session, exhibit_id: ExhibitId, files: Sequence[FoundFile]) -> Known:
    """Return what the exhibit has from the paths of these files, as `digest_known` reads it."""
    return intake_lists.known_places(session.read, exhibit_id, {shown_path(each.told) for each in files})


def digest_known(found: FoundFile, known: Known) -> str | None:
    """Return the SHA-256 of what an exhibit has from this place, of the same size and time, if it has it."""
    place = (shown_path(found.told), raw_path(found.told), modified_text(found.modified), found.size)
    return known.get(place)


@permitted(Right.REGISTER_EXHIBITS)
def record_group(
    session: Session, begun: Begun, exhibit_id: ExhibitId, stored: Sequence[Stored], batch: Batch
) -> Recorded:
    """Record files whose bytes are stored, and where the source had them, in one transaction.

    Bytes that the exhibit has already are removed again before it, and only their place is recorded. No row
    is committed before the medium has kept all bytes. After a refusal nothing of the group is left.
    """
    try:
        place_for_files(session, exhibit_id, ())
        exhibit = standing_exhibit(session.read, exhibit_id)
        met = intake_lists.same_bytes(session.read, exhibit, {each.kept.sha256 for each in stored})
        first = {each.kept.sha256: each for each in reversed(stored) if each.kept.sha256 not in met.own}
        new = [each for each in stored if first.get(each.kept.sha256) is each]
        batch.forget([each.kept for each in stored if first.get(each.kept.sha256) is not each])
        names = _free_names(session.read, exhibit, [each.found for each in new])
        with batch.keeping() as kept_by_medium, session.work() as work:
            files = tuple(
                ExhibitFile(
                    id=FileId(work.new_id()),
                    exhibit_id=exhibit_id,
                    name=name,
                    media_type=media_type_of(name),
                    size=each.kept.size,
                    sha256=each.kept.sha256,
                    object_id=ObjectId(each.kept.object_id),
                    added_at=work.at,
                )
                for each, name in zip(new, names, strict=True)
            )
            work.record_each(files, VaultAction.FILE_ADDED)
            of = met.own | {file.sha256: file.id for file in files}
            work.add_all(
                [
                    _place(RowId(work.new_id()), begun, exhibit, each.found, of[each.kept.sha256])
                    for each in stored
                ]
            )
            work.record(begun.run_id, VaultAction.PLACES_NOTED)
            kept_by_medium()
    except ChangeUncertainError:
        raise  # its rows may exist: an object without a row is found, but a row without its object is damage
    except BaseException:
        remove_unrecorded(session.read, session.vault.content, [each.kept for each in stored])
        raise
    also = tuple(
        Met(path=shown_path(each.found.told), same=same)
        for each in new
        for same in met.others.get(each.kept.sha256, ())
    )
    return Recorded(files=files, same=len(stored) - len(new), met=also)


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
    return registry.DIGEST_LIST.where(session.read, "exhibit_id", exhibit_id)


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


def _place(row_id: RowId, begun: Begun, exhibit: Exhibit, found: FoundFile, file_id: FileId) -> FilePlace:
    return FilePlace(
        id=row_id,
        run_id=begun.run_id,
        exhibit_id=exhibit.id,
        file_id=file_id,
        path=shown_path(found.told),
        raw=raw_path(found.told),
        modified=modified_text(found.modified),
    )


def _free_names(connection: Connection, exhibit: Exhibit, files: Sequence[FoundFile]) -> list[str]:
    """Return a name for each file that no other of the exhibit has: its own, or that with a number."""
    wanted = [file_name(each.told) for each in files]
    used = set(intake_lists.taken_names(connection, exhibit.id, set(wanted)))
    last: dict[str, int] = {}
    for place, name in enumerate(wanted):
        if name in used:
            wanted[place] = _numbered_name(connection, exhibit, name, last, used)
        used.add(wanted[place])
    return wanted


def _numbered_name(
    connection: Connection, exhibit: Exhibit, name: str, last: dict[str, int], used: set[str]
) -> str:
    """last: the number that each name reached in this group. The first one is sought by doubling."""
    number = last.get(name, 0)
    if not number:
        taken, step = 1, 1
        while step:
            other = numbered(name, taken + step)
            if other in used or intake_lists.taken_names(connection, exhibit.id, [other]):
                taken, step = taken + step, step * 2
            else:
                step //= 2
        number = taken
    while True:
        number += 1
        last[name], other = number, numbered(name, number)
        if other not in used and not intake_lists.taken_names(connection, exhibit.id, [other]):
            return other
