"""Several files of one exhibit, durable together: one flush of the bytes, then one transaction of the rows.

So a thousand small files cost little more than reading them. Each still has its own event, and no row is
committed before its object is on the medium.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import ExhibitId, FileId, ObjectId
from thb_desktop.domain.rights import Right
from thb_desktop.errors import AlreadyExistsError, ChangeUncertainError, ValueRefusedError
from thb_desktop.services.casework.exhibits import verify_addable
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.stored_bytes import is_recorded, remove_unrecorded
from thb_desktop.vault.content import ContentStore, StoredObject, is_object_id

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file outside the vault, and what its row says of it."""

    source: Path
    name: str
    media_type: str


@permitted(Right.REGISTER_EXHIBITS)
def add_files(
    session: Session,
    exhibit_id: ExhibitId,
    files: Sequence[NewFile],
    *,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> tuple[ExhibitFile, ...]:
    """Add files to an exhibit: all of them, or none. Raises what `exhibits.add_file` raises."""
    content = place_for_files(session, exhibit_id, files)
    stored = store_files(content, files, progress=progress, cancelled=cancelled)
    return record_files(session, exhibit_id, files, stored)


@permitted(Right.REGISTER_EXHIBITS)
def place_for_files(session: Session, exhibit_id: ExhibitId, files: Sequence[NewFile]) -> ContentStore:
    """Return where to store their bytes before `record_files`, in another thread if it takes long."""
    verify_addable(session.read, exhibit_id, [file.name for file in files])
    return session.vault.content


def store_files(
    content: ContentStore,
    files: Sequence[NewFile],
    *,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> tuple[StoredObject, ...]:
    """Store the bytes of all of them, or of none. progress: of all together."""
    total, before = sum(_size(file.source) for file in files), 0
    stored = []
    with content.batch() as batch:
        for file in files:
            begin = before

            def report(done: int, _: int, begin: int = begin) -> None:
                if progress is not None:
                    progress(begin + done, total)

            stored.append(batch.add_file(file.source, progress=report, cancelled=cancelled))
            before += stored[-1].size
    return tuple(stored)


@permitted(Right.REGISTER_EXHIBITS)
def record_files(
    session: Session, exhibit_id: ExhibitId, files: Sequence[NewFile], stored: Sequence[StoredObject]
) -> tuple[ExhibitFile, ...]:
    """Record files whose bytes are stored; after a refusal, bytes that no file names are removed.

    Raises AlreadyExistsError (a name, or bytes that a file names already), ValueRefusedError for an object
    that is not of the store.
    """
    if not all(is_object_id(each.object_id) for each in stored):
        raise ValueRefusedError("a stored object has no such name")
    if any(is_recorded(session.read, each.object_id) for each in stored):
        raise AlreadyExistsError("these bytes are recorded as a file already")
    recorded = []
    try:
        verify_addable(session.read, exhibit_id, [file.name for file in files])
        with session.work() as work:
            for file, kept in zip(files, stored, strict=True):
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
                work.save(recorded[-1])
                work.record(recorded[-1].id, VaultAction.FILE_ADDED)
    except ChangeUncertainError:
        raise  # its row may exist: an object without a row is found, but a row without its object is damage
    except BaseException:
        remove_unrecorded(session.read, session.vault.content, stored)
        raise
    return tuple(recorded)


def _size(source: Path) -> int:
    try:
        return source.lstat().st_size
    except OSError:
        return 0  # reading it raises the refusal
