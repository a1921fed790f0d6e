"""Received packages: what is entered of one is what its office signed, as the container that is kept says.

Whoever has the right to import one can write its rows by a program of their own. The container is kept whole,
so it is read again and compared: the package, its exhibits and their files, the conditions of use.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from datetime import datetime

from thb_desktop.domain.compared_digests import compared_certificate
from thb_desktop.domain.cooperation import OF_EACH_VAULT, UseCondition
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.receiving import ForeignOffice, ReceivedItem, ReceivedPackage, arrival_note
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import (
    BundleForeignError,
    CertificateError,
    DamageError,
    FormatError,
    PackageFormError,
    PdfBeyondBoundsError,
)
from thb_desktop.findings import Finding, Standing, broken, verdict
from thb_desktop.package.unpacking import open_container
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.told_entries import added_by
from thb_desktop.services.messages.bundle_rows import conditions_in
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import counts, registry
from thb_desktop.vault.tables.told_rows import RowName
from thb_desktop.verify.package import check_package
from thb_desktop.verify.package_sheet import Sheet, SheetFile, read_sheet, sheet_bytes

_NONE = (
    *(BundleForeignError, CertificateError, DamageError, FormatError, PackageFormError, PdfBeyondBoundsError),
    ValueError,
)
"""What reading a container raises that is none of ours, or whose office has no root that was compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What a container says that is kept here, and that the office of its row signed."""

    sheet: Sheet
    sheet_sha256: str
    conditions: tuple[UseCondition, ...]


@permitted(Right.CHECK_HEALTH)
def check_received(session: Session) -> tuple[Finding, ...]:
    """Name each package that is not here as its office signed it, with who entered it.

    Content that was erased by order says nothing any more; what is missing or damaged is told with its files.
    """
    return tuple(_checked(session))


def _checked(session: Session) -> Iterator[Finding]:
    gone = counts.erased_objects(session.read)
    for received in registry.RECEIVED_PACKAGE.all(session.read):
        files = registry.EXHIBIT_FILE.where(session.read, "exhibit_id", received.exhibit_id)
        if any(each.object_id in gone for each in files):
            continue
        for fault in _faults(session, received, files):
            where, name = added_by(session.read, RowName(registry.RECEIVED_PACKAGE.name, received.id))
            yield broken(fault, where=where, name=name, number=received.number)


def _faults(session: Session, received: ReceivedPackage, files: Sequence[ExhibitFile]) -> Iterator[str]:
    office = registry.FOREIGN_OFFICE.find(session.read, received.office_id)
    kept = _kept(session, received, files, office) if office else None
    if office is None or kept is None or not _is_as_signed(received, kept, files):
        yield "received-unsigned.package"
        return
    items = registry.RECEIVED_ITEM.where(session.read, "received_id", received.id)
    if not _are_its_exhibits(session.read, received, office, kept.sheet, items):
        yield "received-unsigned.exhibits"
    if not _has_its_conditions(session.read, received, office, kept, items):
        yield "received-unsigned.conditions"


def _kept(
    session: Session, received: ReceivedPackage, files: Iterable[ExhibitFile], office: ForeignOffice
) -> _Kept | None:
    """Read the container; None if there is none of this digest, or its office did not sign it."""
    container = next(
        (each for each in files if (each.sha256, each.size) == (received.sha256, received.size)), None
    )
    if container is None:
        return None
    with suppress(*_NONE), session.vault.content.open(container.object_id, container.size) as file:
        root = compared_certificate(office.root, office.sha256)
        found = check_package(file, trusted_roots=[root])
        is_theirs = any(each.code == "root-trusted" and _is_of_container(each) for each in found)
        if verdict(found) is Standing.BROKEN or not is_theirs:
            return None
        opened = open_container(file)
        sheet = read_sheet(opened)
        if sheet.root_certificate_sha256 != office.sha256:
            return None
        bundle = b"".join(opened.pieces(sheet.bundle.path))
        return _Kept(
            sheet=sheet,
            sheet_sha256=hashlib.sha256(sheet_bytes(opened)).hexdigest(),
            conditions=conditions_in(bundle),
        )
    return None


def _is_of_container(found: Finding) -> bool:
    return any(each.kind == "package-signature" for each in found.where)


def _is_as_signed(received: ReceivedPackage, kept: _Kept, files: Iterable[ExhibitFile]) -> bool:
    sheet, digests = kept.sheet, {each.sha256 for each in files}
    return (
        (received.foreign_id, received.number, received.made_at, received.bundle)
        == (sheet.id, sheet.number, sheet.at, sheet.bundle.number)
        and (received.head_size, received.head_root, received.head_at)
        == (sheet.head_size, sheet.head_root, sheet.head_at)
        and received.sheet == kept.sheet_sha256
        and {sheet.bundle.sha256, sheet.custody_sha256} <= digests
    )


def _are_its_exhibits(
    connection: Connection,
    received: ReceivedPackage,
    office: ForeignOffice,
    sheet: Sheet,
    items: Sequence[ReceivedItem],
) -> bool:
    """Whether each exhibit of the sheet was imported with its files, or refused; and no other one."""
    came = {(each.foreign_id, each.number, each.files): each for each in items}
    told = {(each, files[0].number, len(files)): files for each, files in sheet.exhibits.items()}
    return (
        len(items) == len(told)
        and came.keys() == told.keys()
        and all(
            bool(came[key].refused_because)
            if (here := came[key].exhibit_id) is None
            else _has_files(connection, here, files)
            and _arrived(connection, here, received, office, files[0].number)
            for key, files in told.items()
        )
        and _arrived(connection, received.exhibit_id, received, office, received.number)
    )


def _has_files(connection: Connection, exhibit_id: str, files: Iterable[SheetFile]) -> bool:
    here = {
        (each.sha256, each.size) for each in registry.EXHIBIT_FILE.where(connection, "exhibit_id", exhibit_id)
    }
    return {(each.sha256, each.size) for each in files} <= here


def _arrived(
    connection: Connection, exhibit_id: str, received: ReceivedPackage, office: ForeignOffice, number: str
) -> bool:
    """Whether the custody of an exhibit begins with its arrival from this office in this package."""
    events: Sequence[CustodyEvent] = registry.CUSTODY_EVENT.where(connection, "exhibit_id", exhibit_id)
    first = min(events, key=lambda each: each.number, default=None)
    return first is not None and (
        first.action is CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY
        and (first.from_party, first.sha256) == (office.name, received.sha256)
        and first.note == arrival_note(number, received.head_size, received.head_root)
    )


def _has_its_conditions(
    connection: Connection,
    received: ReceivedPackage,
    office: ForeignOffice,
    kept: _Kept,
    items: Sequence[ReceivedItem],
) -> bool:
    """Whether each condition under which it came stands with what it is about, but for what was corrected
    since, with its reason. Of an exhibit that was refused first it stands with the whole package, and with
    the exhibit too if it stood there no more as it came when the exhibit was imported after all.
    """
    here = {each.foreign_id: each.exhibit_id for each in items if not each.refused_because}
    there = registry.USE_CONDITION.where(connection, "case_id", received.case_id)
    later = {each.foreign_id: each.exhibit_id for each in items if each.refused_because and each.exhibit_id}
    for told in kept.conditions:
        of = told.exhibit_id or ""
        kept_so = replace(
            told,
            imposed_state=told.imposed_in(office.country),
            exhibit_id=here.get(of, received.exhibit_id),
        )
        if not any(_is_same(connection, kept_so, each) for each in there):
            return False
        if of in later and not _binds_later(connection, kept_so, later[of], there):
            return False
    return True


def _binds_later(
    connection: Connection, told: UseCondition, exhibit_id: ExhibitId, there: Sequence[UseCondition]
) -> bool:
    """Whether a condition stands with an exhibit that was imported after all, or stood with the whole package
    as it came when that was done.
    """
    own = replace(told, exhibit_id=exhibit_id)
    events = registry.CUSTODY_EVENT.where(connection, "exhibit_id", exhibit_id)
    came = min((each.recorded_at for each in events), default=None)
    return any(_is_same(connection, own, each) or _is_same(connection, told, each, came) for each in there)


def _is_same(
    connection: Connection, told: UseCondition, here: UseCondition, since: datetime | None = None
) -> bool:
    """Whether it is as it was told, but for what was corrected. since: not before this time."""
    changed = {
        each.field
        for each in registry.CORRECTION.where(connection, "subject_id", here.id)
        if since is None or each.at >= since
    }
    is_numbered = here.number.endswith(f"-{told.number}") or "number" in changed
    return is_numbered and all(
        getattr(here, each.name) == getattr(told, each.name)
        for each in fields(UseCondition)
        if each.name not in OF_EACH_VAULT and each.name not in changed
    )
