"""Arrivals: a package that holds and whose office is known becomes exhibits of a case, by one act.

Its container is an exhibit with the bundle and the custody record of the other office; each of its exhibits
is derived from it. Custody goes on under the chain of this vault: the first event of each names the package
and the state of the other chain. What the other office recorded stays its own and is not typed again.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, ExhibitId, RowId
from thb_desktop.domain.receiving import ReceivedItem, ReceivedPackage
from thb_desktop.domain.rights import Right
from thb_desktop.errors import (
    AlreadyReceivedError,
    ChangeUncertainError,
    ContentDamagedError,
    NotFoundError,
    OfficeUnknownError,
    PackageNotSoundError,
    ReasonMissingError,
    RefusalMissingError,
)
from thb_desktop.findings import Standing, verdict
from thb_desktop.package.members import PAYLOAD
from thb_desktop.package.unpacking import Container
from thb_desktop.services.case_file.entries import verify_case_not_struck
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.stored_bytes import remove_unrecorded
from thb_desktop.services.receiving.arrival_rows import (
    Arrival,
    file_row,
    file_rows,
    keep_condition,
    received_row,
    registered,
    sheet_of,
)
from thb_desktop.services.receiving.examining import Examined, ForeignExhibit
from thb_desktop.services.receiving.no_identity import verify_no_identity
from thb_desktop.services.receiving.offices import standing_offices
from thb_desktop.services.receiving.taking import Pieces, Progress
from thb_desktop.vault.batch import Batch
from thb_desktop.vault.content import StoredObject
from thb_desktop.vault.tables import registry
from thb_desktop.verify.package_sheet import SheetFile
from thb_desktop.verify.packaged import CUSTODY

CONTAINER, BUNDLE, RECORD = "package.asice", "bundle.pdf", "custody-extract.json"
_TYPES = {
    CONTAINER: "application/vnd.etsi.asic-e+zip",
    BUNDLE: "application/pdf",
    RECORD: "application/json",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """The bytes of a package in the store. own: of the exhibit that holds it; files: of each file there."""

    own: Mapping[str, StoredObject]
    files: Mapping[str, StoredObject]


@permitted(Right.REGISTER_EXHIBITS)
def import_package(
    session: Session, examined: Examined, arrival: Arrival, *, progress: Progress | None = None
) -> ReceivedPackage:
    """Take an examined package into a case. Afterwards, whether it is refused or not, `taken` is used up.

    Raises what `verify_importable`, `store_parts` and `record_arrival` raise.
    """
    try:
        verify_importable(session, examined, arrival)
        stored = store_parts(examined, arrival, progress=progress)
        return record_arrival(session, examined, arrival, stored)
    except ChangeUncertainError:
        raise  # its rows may exist
    except BaseException:
        examined.taken.drop()
        raise


@permitted(Right.REGISTER_EXHIBITS)
def verify_importable(session: Session, examined: Examined, arrival: Arrival) -> None:
    """Refuse what may not be imported.

    Raises PackageNotSoundError, OfficeUnknownError, AlreadyReceivedError, RefusalMissingError for files that
    did not come, NotAllowedError for conditions that the user may not enter, NotFoundError for a refused
    number that the package does not have, ReasonMissingError, NameInNoticeError for a reason that tells a
    sealed identity, StruckOutError.
    """
    session.verify_writable()
    if verdict(examined.findings) is Standing.BROKEN or examined.sheet is None:
        raise PackageNotSoundError("the package does not hold")
    if examined.office is None or examined.office not in standing_offices(session.read):
        raise OfficeUnknownError(
            "no office with this root is in the register", examined.sheet.root_certificate_sha256
        )
    if examined.conditions:
        session.require(Right.EDIT_CASE)
    if registry.RECEIVED_PACKAGE.where(session.read, "foreign_id", examined.sheet.id):
        raise AlreadyReceivedError("this package is in the vault already")
    verify_case_not_struck(session.read, arrival.case_id)
    if not set(arrival.refused) <= {each.number for each in examined.exhibits}:
        raise NotFoundError("the package has no exhibit with this number")
    if any(map(is_blank, arrival.refused.values())):
        raise ReasonMissingError("an exhibit is refused for a reason")
    if arrival.refused:
        verify_no_identity(session, arrival.case_id, *arrival.refused.values())
    if absent := [each.number for each in _chosen(examined, arrival) if each.absent]:
        raise RefusalMissingError("files of these exhibits did not come", tuple(absent))


def store_parts(examined: Examined, arrival: Arrival, *, progress: Progress | None = None) -> Stored:
    """Store what is in the container as files of its own; any thread does it, without the database.

    Raises ContentDamagedError for a file that is not what the sheet tells, DiskFullError.
    """
    taken, chosen, sheet = examined.taken, _chosen(examined, arrival), sheet_of(examined)
    total = sum(file.size for each in chosen for file in each.files if not file.beside)
    files: dict[str, StoredObject] = {}
    done = 0
    with taken.store.batch() as batch, taken.opened() as container:
        own = {
            CONTAINER: taken.container,
            BUNDLE: _part(batch, container, sheet.bundle.path, sheet.bundle.sha256),
            RECORD: _part(batch, container, f"{PAYLOAD}{CUSTODY}", sheet.custody_sha256),
        }
        for each in chosen:
            for file in each.files:
                files[file.id] = store_file(batch, container, taken.beside, file)
                done += 0 if file.beside else file.size
                if progress is not None:
                    progress(done, total)
    return Stored(own=own, files=files)


@permitted(Right.REGISTER_EXHIBITS)
def record_arrival(session: Session, examined: Examined, arrival: Arrival, stored: Stored) -> ReceivedPackage:
    """Record a package whose parts are stored: its exhibits, their files and first events, in one act.

    Raises AlreadyExistsError for a number that the case has, and what `register_exhibit` raises; then what
    was stored is removed.
    """
    parts = (*stored.own.values(), *stored.files.values())
    try:
        received = _recorded(session, examined, arrival, stored)
    except ChangeUncertainError:
        raise
    except BaseException:
        remove_unrecorded(session.read, session.vault.content, parts)
        raise
    examined.taken.drop(keep={each.object_id for each in parts})
    return received


def _recorded(session: Session, examined: Examined, arrival: Arrival, stored: Stored) -> ReceivedPackage:
    sheet = sheet_of(examined)
    with session.work() as work:
        holder = registered(work, examined, arrival, None, ExhibitId(""))
        files = [file_row(work, holder, name, _TYPES[name], kept) for name, kept in stored.own.items()]
        items: list[ReceivedItem] = []
        received = received_row(work, examined, arrival, holder, by=session.user.id)
        for each in examined.exhibits:
            because = arrival.refused.get(each.number, "").strip()
            exhibit = None if because else registered(work, examined, arrival, each, holder)
            if exhibit is not None:
                files += file_rows(work, exhibit, each, stored.files)
            items.append(
                ReceivedItem(
                    id=RowId(work.new_id()),
                    received_id=received.id,
                    exhibit_id=exhibit,
                    foreign_id=each.id,
                    number=each.number,
                    files=len(each.files),
                    refused_because=because,
                )
            )
        work.record_each(files, VaultAction.FILE_ADDED)
        here = {each.foreign_id: each.exhibit_id for each in items if each.exhibit_id}
        for condition in examined.conditions:
            keep_condition(work, examined, arrival, condition, here.get(condition.exhibit_id or "", holder))
        work.save(received, *items)
        work.record(received.id, VaultAction.PACKAGE_RECEIVED, f"{sheet.number}, {sheet.bundle.number}")
    return received


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def list_received(session: Session, case_id: CaseId) -> tuple[ReceivedPackage, ...]:
    """List the packages that were imported into a case, in order of time."""
    return registry.RECEIVED_PACKAGE.where(session.read, "case_id", case_id)


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def items_of(session: Session, received_id: RowId) -> tuple[ReceivedItem, ...]:
    """Return what became of each exhibit of a received package, in the order of the package."""
    return registry.RECEIVED_ITEM.where(session.read, "received_id", received_id)


def _chosen(examined: Examined, arrival: Arrival) -> list[ForeignExhibit]:
    return [each for each in examined.exhibits if each.number not in arrival.refused]


def _part(batch: Batch, container: Container, name: str, digest: str) -> StoredObject:
    stored = batch.add(Pieces(container.pieces(name)), expected=container.by_name[name].size)
    if stored.sha256 != digest:
        raise ContentDamagedError("a file of the package is not what its sheet tells")
    return stored


def store_file(
    batch: Batch, container: Container, beside: Mapping[str, StoredObject], file: SheetFile
) -> StoredObject:
    """Store a file of an exhibit, or find it beside the container.

    Raises ContentDamagedError, DiskFullError.
    """
    if not file.beside:
        return _part(batch, container, file.place, file.sha256)
    stored = beside[file.place]
    if (stored.sha256, stored.size) != (file.sha256, file.size):
        raise ContentDamagedError("a file of the package is not what its sheet tells")
    return stored
