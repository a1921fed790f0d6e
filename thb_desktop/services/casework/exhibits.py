"""Exhibits: registered with their acquisition; their files added, read and verified."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import BinaryIO

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.bundle import ExhibitInFull
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_rules import (
    custodian_after,
    has_open_transfer,
    is_disposed,
    verify_arrival,
)
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import CaseId, ExhibitId, FileId, ObjectId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import CustodyAction, VerificationResult
from thb_desktop.errors import (
    AlreadyExistsError,
    ChangeUncertainError,
    ContentDamagedError,
    ContentMissingError,
    ExhibitDisposedError,
    FileNameTakenError,
    NotFoundError,
    SealedApartError,
    ValueRefusedError,
)
from thb_desktop.services.casework.custody import (
    Act,
    append_event,
    entries_of,
    next_exhibits,
    require_exhibit,
    standing_exhibit,
    verify_seal_of,
)
from thb_desktop.services.casework.digests import exhibit_tree
from thb_desktop.services.casework.entries import verify_case_not_struck, verify_enterable
from thb_desktop.services.core.erasures import verify_kept
from thb_desktop.services.core.pages import COUNT, Page
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.stored_bytes import is_recorded, remove_unrecorded
from thb_desktop.vault.content import ContentStore, StoredObject, is_object_id
from thb_desktop.vault.database import Connection
from thb_desktop.vault.intake import ByteSource
from thb_desktop.vault.tables import lists, registry
from thb_desktop.vault.tables.lists import Mark, Stretch

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitSummary:
    """An exhibit in a list: its numbers of files and bytes, its holder, and its last event."""

    exhibit: Exhibit
    files: int
    size: int
    custodian: str
    last_event: CustodyEvent
    events: int
    in_transit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCheck:
    """Reads a whole stored file, without using the database."""

    content: ContentStore
    stored: StoredObject

    def run(self, *, progress: Progress | None = None, cancelled: Event | None = None) -> VerificationResult:
        """Compare the file with its digest. Raises CancelledError."""
        try:
            self.content.verify(self.stored, progress=progress, cancelled=cancelled)
        except (ContentDamagedError, ContentMissingError):
            return VerificationResult.MISMATCH
        return VerificationResult.MATCH


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def list_exhibits(session: Session, case_id: CaseId) -> tuple[ExhibitSummary, ...]:
    """The exhibits of a case in the order of their numbers (E-2 before E-10)."""
    every = Stretch(case_id=case_id)
    return _summaries(session, every, lists.exhibits_of(session.read, every))


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def page_of_exhibits(
    session: Session, case_id: CaseId, *, after: Mark | None = None, count: int = COUNT
) -> Page[ExhibitSummary]:
    """Return the next exhibits of a case in the order of their numbers. after: of the page before."""
    stretch, page = next_exhibits(session.read, case_id, after, count)
    rows = _summaries(session, stretch, page.rows)
    return Page(rows=rows, after=page.after, total=page.total)


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def list_bare_exhibits(session: Session, case_id: CaseId) -> tuple[Exhibit, ...]:
    """The exhibits of a case in the order of their numbers, without what became of them."""
    return lists.exhibits_of(session.read, Stretch(case_id=case_id))


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def page_of_bare_exhibits(
    session: Session, case_id: CaseId, *, after: Mark | None = None, count: int = COUNT
) -> Page[Exhibit]:
    """Return the next exhibits of a case as `list_bare_exhibits` does. after: of the page before."""
    return next_exhibits(session.read, case_id, after, count)[1]


@permitted(Right.READ_EXHIBITS)
def get_bare_exhibit(session: Session, exhibit_id: ExhibitId) -> Exhibit:
    """Return an exhibit that another one names, without its files and events."""
    return require_exhibit(session.read, exhibit_id)


@permitted(Right.READ_EXHIBITS, logs=Consulted.EXHIBIT)
def get_exhibit(session: Session, exhibit_id: ExhibitId) -> ExhibitInFull:
    """Return an exhibit with its files, and its custody events with their places in the event chain."""
    exhibit = registry.EXHIBIT.find(session.read, exhibit_id)
    if exhibit is None:
        raise NotFoundError("there is no such exhibit in this file")
    files = registry.EXHIBIT_FILE.where(session.read, "exhibit_id", exhibit_id)
    custody = entries_of(session, exhibit_id)
    return ExhibitInFull(
        exhibit=exhibit,
        files=files,
        custody=custody,
        digest=exhibit_tree(exhibit, files, (entry.event for entry in custody)).digest,
    )


@permitted(Right.REGISTER_EXHIBITS)
def register_exhibit(session: Session, exhibit: Exhibit, act: Act) -> Exhibit:
    """Register an exhibit together with its first custody event, which says how it was acquired.

    exhibit: id and root are left empty; a derived exhibit names its parent. act: one of the arrivals. Raises
    AlreadyExistsError (the number), ExhibitLineError, FieldMissingError, NotFoundError, SealError,
    StruckOutError (its case, or what it names, was struck out), and what `custody` raises.
    """
    verify_arrival(act.action)
    with session.work() as work:
        exhibit_id = ExhibitId(work.new_id())
        parent = registry.EXHIBIT.find(work.connection, exhibit.parent_id) if exhibit.parent_id else None
        if exhibit.parent_id and parent is None:
            raise NotFoundError("the parent of the exhibit is not in the file")
        registered = replace(exhibit, id=exhibit_id, root_id=parent.root_id if parent else exhibit_id)
        verify_enterable(work.connection, registered)
        verify_seal_of(work.connection, registered)
        work.save(registered)
        event = append_event(work, exhibit_id, act)
        work.record(exhibit_id, event.action, event.reason)
    return registered


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
    """Add a file to the vault, encrypted; its SHA-256 is computed in the same pass.

    Raises AlreadyExistsError (the name), SealedApartError, SourceUnreadableError, SourceKindError,
    SourceChangedError, DiskFullError, CancelledError; then nothing of it is left behind.
    """
    content = place_for_file(session, exhibit_id, name=name)
    if isinstance(source, Path):
        stored = content.store_file(source, progress=progress, cancelled=cancelled)
    else:
        stored = content.store(source, progress=progress, cancelled=cancelled)
    return record_file(session, exhibit_id, stored, name=name, media_type=media_type)


@permitted(Right.REGISTER_EXHIBITS)
def place_for_file(session: Session, exhibit_id: ExhibitId, *, name: str) -> ContentStore:
    """Return where to store the bytes of a new file before `record_file`, in another thread if it takes long.

    Raises AlreadyExistsError (the name), SealedApartError.
    """
    verify_addable(session.read, exhibit_id, [name])
    return session.vault.content


@permitted(Right.REGISTER_EXHIBITS)
def record_file(
    session: Session, exhibit_id: ExhibitId, stored: StoredObject, *, name: str, media_type: str
) -> ExhibitFile:
    """Record a file whose bytes are stored; after a refusal, the bytes are removed if no file names them.

    Raises AlreadyExistsError (the name, or bytes that a file names already), ValueRefusedError for an object
    that is not of the store.
    """
    if not is_object_id(stored.object_id):
        raise ValueRefusedError("a stored object has no such name")
    if is_recorded(session.read, stored.object_id):
        raise AlreadyExistsError("these bytes are recorded as a file already")
    try:
        verify_addable(session.read, exhibit_id, [name])
        with session.work() as work:
            file = ExhibitFile(
                id=FileId(work.new_id()),
                exhibit_id=exhibit_id,
                name=name,
                media_type=media_type,
                size=stored.size,
                sha256=stored.sha256,
                object_id=ObjectId(stored.object_id),
                added_at=work.at,
            )
            work.save(file)
            work.record(file.id, VaultAction.FILE_ADDED)
    except ChangeUncertainError:
        raise  # its row may exist: an object without a row is found, but a row without its object is damage
    except BaseException:
        remove_unrecorded(session.read, session.vault.content, [stored])
        raise
    return file


@permitted(Right.READ_EXHIBITS, logs=Consulted.EXHIBIT)
def get_file(session: Session, file_id: FileId) -> ExhibitFile:
    file = registry.EXHIBIT_FILE.find(session.read, file_id)
    if file is None:
        raise NotFoundError("there is no such file in this vault")
    return file


@permitted(Right.OPEN_FILES, logs=Consulted.FILE)
def open_file(session: Session, file_id: FileId) -> BinaryIO:
    """Open a file for reading, seekable, decrypted on demand; nothing is written in clear."""
    file = get_file(session, file_id)
    verify_kept(session.read, file)
    return session.vault.content.open(file.object_id, file.size)


@permitted(Right.RECORD_CUSTODY)
def verify_file(
    session: Session,
    file_id: FileId,
    act: Act,
    *,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> CustodyEvent:
    """Read a whole file, compare it with its digest, and record the result as a custody event.

    act: who verifies and why; its action and digest are set here.
    """
    check = begin_check(session, file_id)
    result = check.run(progress=progress, cancelled=cancelled)
    return record_check(session, file_id, act, result)


@permitted(Right.RECORD_CUSTODY)
def begin_check(session: Session, file_id: FileId) -> FileCheck:
    """Prepare a check that can run in another thread, before `record_check`. Raises StruckOutError."""
    file = get_file(session, file_id)
    standing_exhibit(session.read, file.exhibit_id)
    verify_kept(session.read, file)
    stored = StoredObject(object_id=file.object_id, size=file.size, sha256=file.sha256)
    return FileCheck(content=session.vault.content, stored=stored)


@permitted(Right.RECORD_CUSTODY)
def record_check(session: Session, file_id: FileId, act: Act, result: VerificationResult) -> CustodyEvent:
    """Record the result of a check, unless the file was erased or its exhibit struck out meanwhile."""
    file = get_file(session, file_id)
    standing_exhibit(session.read, file.exhibit_id)
    verify_kept(session.read, file)
    with session.work() as work:
        verified = replace(act, action=CustodyAction.VERIFIED, sha256=file.sha256)
        event = append_event(work, file.exhibit_id, verified, result=result)
        work.record(file.exhibit_id, event.action, event.reason)
    return event


def _summaries(session: Session, stretch: Stretch, exhibits: Iterable[Exhibit]) -> tuple[ExhibitSummary, ...]:
    files = lists.files_of(session.read, stretch)
    events = lists.events_of(session.read, stretch)
    return tuple(_summary(each, events[each.id], files.get(each.id, (0, 0))) for each in exhibits)


def _summary(exhibit: Exhibit, events: Sequence[CustodyEvent], held: tuple[int, int]) -> ExhibitSummary:
    return ExhibitSummary(
        exhibit=exhibit,
        files=held[0],
        size=held[1],
        custodian=custodian_after(events),
        last_event=events[-1],
        events=len(events),
        in_transit=has_open_transfer(events),
    )


def verify_addable(connection: Connection, exhibit_id: ExhibitId, names: Sequence[str]) -> None:
    """Refuse files of these names for an exhibit. Raises what `add_file` raises before it reads."""
    exhibit = standing_exhibit(connection, exhibit_id)
    verify_case_not_struck(connection, exhibit.case_id)
    events = registry.CUSTODY_EVENT.where(connection, "exhibit_id", exhibit_id)
    if is_disposed(events):
        raise ExhibitDisposedError("the exhibit was disposed of; no file can be added")
    if exhibit.is_secret:
        raise SealedApartError("secret key material is not stored as a file; type it in, and it is sealed")
    if any(is_blank(name) or re.search(r"[/\\\x00]", name) or name in (".", "..") for name in names):
        raise ValueRefusedError("the name of a file must not contain folders")
    taken = {file.name for file in registry.EXHIBIT_FILE.where(connection, "exhibit_id", exhibit_id)}
    if len(taken) + len(names) != len(taken.union(names)):
        raise FileNameTakenError("the exhibit already has a file with this name")
