"""The files of an exhibit: added and read.

Several are durable together: one flush of the bytes, then one transaction of the rows. So a thousand
small files cost little more than reading them. Each still has its own event, and no row is committed before
its object is on the medium.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import BinaryIO, cast

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.custody_rules import is_disposed
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import ExhibitId, FileId, ObjectId
from thb_desktop.domain.intake import SameFile
from thb_desktop.domain.markings import marking_in
from thb_desktop.domain.rights import Right
from thb_desktop.errors import (
    AlreadyExistsError,
    ChangeUncertainError,
    ClassifiedMarkingError,
    CopyCompleteError,
    ExhibitDisposedError,
    FileNameTakenError,
    NotFoundError,
    SealedApartError,
    ThbError,
    ValueRefusedError,
)
from thb_desktop.services.case_file.entries import verify_case_not_struck
from thb_desktop.services.core.erasures import verify_kept
from thb_desktop.services.core.leaving_bars import verify_file_shown
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.stored_bytes import are_recorded, remove_unrecorded
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.evidence import store_beside
from thb_desktop.services.evidence.exhibit_lookup import require_exhibit, standing_exhibit
from thb_desktop.services.evidence.store_beside import StoreBeside
from thb_desktop.services.evidence.storing import Coming, Here, SlowSourceError, Storing, Wanted
from thb_desktop.vault.batch import MANY, Batch
from thb_desktop.vault.content import ContentReader, ContentStore, StoredObject, is_object_id
from thb_desktop.vault.database import Connection
from thb_desktop.vault.intake import ByteSource
from thb_desktop.vault.sources import each_read_ahead
from thb_desktop.vault.tables import intake_lists, lists, registry

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes expected."""
_WITH_ROWS = 24 << 20
"""At most so many bytes go to the medium while rows are made: the vault does not wait long for a slow one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file outside the vault, and what its row says of it.

    source: an open one is read as it comes; a path is watched for changes meanwhile.
    """

    source: Path | ByteSource
    name: str
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFile:
    """The bytes of a file: `read_at` from any thread; whoever opened it closes it. size: in bytes."""

    reader: ContentReader
    size: int


@permitted(Right.REGISTER_EXHIBITS)
def add_files(
    session: Session,
    exhibit_id: ExhibitId,
    files: Sequence[NewFile],
    *,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> tuple[ExhibitFile, ...]:
    """Add files to an exhibit, encrypted: all of them, or none. Their SHA-256 is computed in the same pass.

    Raises AlreadyExistsError (a name), SealedApartError, SourceUnreadableError, SourceKindError,
    SourceChangedError, DiskFullError, CancelledError; then nothing of them is left behind.
    """
    with place_for_files(session, exhibit_id, files).batch() as batch:
        if (beside := _beside(session, files)) is not None:
            wanted = list(map(_wanted, files))
            whole = sum(each.size for each in wanted)

            def tell(_: int, size: int) -> None:
                if progress is not None:
                    progress(size, whole)

            with Storing(beside, batch, wanted, cancelled=cancelled, tell=tell) as coming:
                coming.wait()
                return coming.record(lambda: _record(session, exhibit_id, files, coming))
        stored = store_files(batch, files, progress=progress, cancelled=cancelled)
        return record_files(session, exhibit_id, files, stored, batch)


@permitted(Right.REGISTER_EXHIBITS)
def add_file(
    session: Session,
    exhibit_id: ExhibitId,
    *,
    source: Path | ByteSource,
    name: str,
    media_type: str,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> ExhibitFile:
    """Add one file to an exhibit. Raises as `add_files`."""
    new = NewFile(source=source, name=name, media_type=media_type)
    return add_files(session, exhibit_id, [new], progress=progress, cancelled=cancelled)[0]


@permitted(Right.REGISTER_EXHIBITS)
def place_for_files(session: Session, exhibit_id: ExhibitId, files: Sequence[NewFile]) -> ContentStore:
    """Return where to store their bytes before `record_files`, in another thread if it takes long: in one
    `batch`, which ends after the record.
    """
    _verify_addable(session.read, exhibit_id, [file.name for file in files])
    return session.vault.content


def store_files(
    batch: Batch,
    files: Sequence[NewFile],
    *,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> tuple[StoredObject, ...]:
    """Store the bytes of all of them. progress: of all together.

    Of many small files the medium is asked to keep them while `record_files` makes their rows.
    """
    total, before = sum(_size(file.source) for file in files), 0
    stored: list[StoredObject] = []

    def report(done: int, _: int = 0) -> None:
        if progress is not None:
            progress(before + done, total)

    for file in each_read_ahead(files, lambda file: file.source if isinstance(file.source, Path) else None):
        if isinstance(file.source, Path):
            stored.append(batch.add_file(file.source, progress=report, cancelled=cancelled))
        else:
            stored.append(batch.add(file.source, progress=report, cancelled=cancelled))
        before += stored[-1].size
    if len(files) < MANY or before > _WITH_ROWS:
        batch.keep()
    return tuple(stored)


@permitted(Right.REGISTER_EXHIBITS)
def record_files(
    session: Session,
    exhibit_id: ExhibitId,
    files: Sequence[NewFile],
    stored: Sequence[StoredObject],
    batch: Batch,
) -> tuple[ExhibitFile, ...]:
    """Record files whose bytes are stored; after a refusal, bytes that no file names are removed.

    No row is committed before the medium has kept all of them. Raises AlreadyExistsError (a name, or bytes
    that a file names already), ValueRefusedError for an object that is not of the store.
    """
    if not all(is_object_id(each.object_id) for each in stored):
        raise ValueRefusedError("a stored object has no such name")
    if are_recorded(session.read, stored):
        raise AlreadyExistsError("these bytes are recorded as a file already")
    return _record(session, exhibit_id, files, Here(batch, stored))


def _record(
    session: Session, exhibit_id: ExhibitId, files: Sequence[NewFile], coming: Coming
) -> tuple[ExhibitFile, ...]:
    """Record them in one transaction, while their bytes come."""
    recorded: list[ExhibitFile] = []

    def each_row(work: UnitOfWork) -> Iterator[ExhibitFile]:
        for file, kept in zip(files, _all_of(coming), strict=True):
            recorded.append(
                ExhibitFile(
                    id=FileId(work.new_id()),
                    exhibit_id=exhibit_id,
                    name=file.name,
                    media_type=file.media_type,
                    size=kept.size,
                    sha256=kept.sha256,
                    object_id=ObjectId(kept.object_id),
                    added_at=work.at,
                )
            )
            yield recorded[-1]

    try:
        _verify_addable(session.read, exhibit_id, [file.name for file in files])
        with coming.keeping() as kept_by_medium, session.work() as work:
            work.record_each(each_row(work), VaultAction.FILE_ADDED)
            kept_by_medium()
    except (ChangeUncertainError, SlowSourceError):
        raise  # a row may exist: an object without a row is found, but a row without its object is damage
    except BaseException:
        remove_unrecorded(session.read, session.vault.content, coming.stored)
        raise
    return tuple(recorded)


def _all_of(coming: Coming) -> Iterator[StoredObject]:
    """Yield each object. Raises what is wrong with the first source that cannot be stored."""
    for part in coming.parts():
        for each in part:
            if isinstance(each, ThbError):
                raise each
            yield each
    if coming.failure is not None:
        raise coming.failure


@permitted(Right.READ_EXHIBITS, logs=Consulted.EXHIBIT)
def get_file(session: Session, file_id: FileId) -> ExhibitFile:
    file = registry.EXHIBIT_FILE.find(session.read, file_id)
    if file is None:
        raise NotFoundError("there is no such file in this vault")
    return file


@permitted(Right.READ_EXHIBITS, logs=Consulted.EXHIBIT)
def same_elsewhere(
    session: Session, exhibit_id: ExhibitId, files: Sequence[ExhibitFile]
) -> dict[FileId, tuple[SameFile, ...]]:
    """Return which other exhibits of the case have the bytes of files of an exhibit, by the file."""
    exhibit = require_exhibit(session.read, exhibit_id)
    met = intake_lists.same_bytes(session.read, exhibit, {each.sha256 for each in files})
    return {each.id: met.others[each.sha256] for each in files if each.sha256 in met.others}


@permitted(Right.OPEN_FILES, logs=Consulted.FILE)
def open_file(session: Session, file_id: FileId) -> BinaryIO:
    """Open a file for reading, seekable, decrypted on demand; nothing is written in clear.

    Raises NotFoundError, ErasedError, MaterialNotShownError, ContentMissingError.
    """
    file = get_file(session, file_id)
    verify_file_shown(session.read, file)
    verify_kept(session.read, file)
    return session.vault.content.open(file.object_id, file.size)


def opened(content: ContentStore, file: ExhibitFile) -> OpenedFile:
    """Open the bytes of a file that may be shown."""
    return OpenedFile(reader=content.reader(file.object_id, file.size), size=file.size)


def _verify_addable(connection: Connection, exhibit_id: ExhibitId, names: Sequence[str]) -> None:
    """Refuse files of these names for an exhibit. Raises what `add_files` raises before it reads."""
    exhibit = standing_exhibit(connection, exhibit_id)
    verify_case_not_struck(connection, exhibit.case_id)
    events = registry.CUSTODY_EVENT.where(connection, "exhibit_id", exhibit_id)
    if is_disposed(events):
        raise ExhibitDisposedError("the exhibit was disposed of; no file can be added")
    if exhibit.is_secret:
        raise SealedApartError("secret key material is not stored as a file; type it in, and it is sealed")
    if registry.MASKED_COPY.where(connection, "exhibit_id", exhibit_id):
        raise CopyCompleteError("a masked copy has one file, and takes no other")
    if any(is_blank(name) or re.search(r"[/\\\x00]", name) or name in (".", "..") for name in names):
        raise ValueRefusedError("the name of a file must not contain folders")
    if any(map(marking_in, names)):
        raise ClassifiedMarkingError("classified information of this level may not be kept here")
    if len(set(names)) != len(names) or lists.has_file_named(connection, exhibit_id, list(names)):
        raise FileNameTakenError("the exhibit already has a file with this name")


def _beside(session: Session, files: Sequence[NewFile]) -> StoreBeside | None:
    """Return the process beside if it gains something: for many files that each have a path."""
    if len(files) < store_beside.MANY or not all(isinstance(each.source, Path) for each in files):
        return None
    return store_beside.of(session)


def _wanted(file: NewFile) -> Wanted:
    return Wanted(os.path.abspath(cast(Path, file.source)), _size(file.source))  # noqa: PTH100 - of thousands


def _size(source: Path | ByteSource) -> int:
    if not isinstance(source, Path):
        return 0
    try:
        return os.lstat(source).st_size
    except OSError:
        return 0  # reading it raises the refusal
